"""How people take up interventions, feel the city, and leave it (model.md, equations 5 to 10)."""

from collections.abc import Mapping

from game.city.exact import FULL, POINT, divided, milli
from game.city.model import (
    AFFORDABILITY,
    CONTROL,
    DEPENDENCY,
    ECOLOGY,
    LITERACY,
    PARTICIPATION,
    TRUST,
    CompiledGroup,
    Model,
)
from game.city.state import Adopted, CityState, Readings
from game.content.cards import DataKind, Intervention, Tech
from game.content.shapes import InterventionId


def acceptance(
    model: Model,
    values: tuple[int, ...],
    card: Intervention,
    adopted: tuple[Adopted, ...],
    legitimacy: int,
    softening: int,
    decided: int,
) -> int:
    """Returns how far people accept an intervention, 5..100 points in milli-points (equation 5).

    `legitimacy` (points) and `softening` (0..100) are those of the procedure that decided it in round `decided`.
    """
    rules = model.rules.acceptance
    trust, literacy = values[model.cell(TRUST)], values[model.cell(LITERACY)]
    level = milli(rules.base.value) + legitimacy * POINT
    level += divided((trust - milli(rules.trust_neutral.value)) * milli(rules.trust.value), POINT)
    if card.tech is not Tech.LOW:
        level += divided((literacy - milli(rules.literacy_neutral.value)) * milli(rules.literacy.value), POINT)
    level -= divided(card.restriction * milli(rules.restriction.value) * (100 - softening), 100)
    level -= divided(_data_worry(model, card.data.kind) * (100 - softening), 100)
    if card.tech is Tech.HIGH:
        rounds = round(rules.novelty_rounds.value)
        level += divided(milli(rules.novelty.value) * max(0, rounds - decided), rounds)
    level -= _civic_overload(model, values, card, adopted)
    level += divided(milli(rules.fit.value) * softening, 100)
    return min(FULL, max(milli(rules.least.value), level))


def _data_worry(model: Model, kind: DataKind) -> int:
    table = model.rules.acceptance.data
    worry = {DataKind.NONE: table.none, DataKind.AGGREGATE: table.aggregate, DataKind.PERSONAL: table.personal}
    return milli(worry[kind])


def _civic_load(model: Model, tech: Tech) -> int:
    table = model.rules.acceptance.civic_load
    return milli({Tech.LOW: table.low, Tech.MID: table.mid, Tech.HIGH: table.high}[tech])


def _civic_overload(
    model: Model, values: tuple[int, ...], card: Intervention, adopted: tuple[Adopted, ...]
) -> int:
    """Returns the acceptance lost because residents' time is overdrawn, for cards that ask some of it."""
    own = _civic_load(model, card.tech)
    if not own:
        return 0
    rules = model.rules.acceptance
    others = (model.interventions[a.intervention].tech for a in adopted if a.intervention != card.id)
    load = own + sum(_civic_load(model, tech) for tech in others)
    capacity = divided(values[model.cell(PARTICIPATION)] * POINT, milli(rules.civic_capacity.value))
    return divided(max(0, load - capacity) * milli(rules.civic_penalty.value), POINT)


def read(
    model: Model, round_: int, values: tuple[int, ...], gone: tuple[int, ...], adopted: tuple[Adopted, ...]
) -> Readings:
    """Returns what the people make of the city at the start of round `round_`."""
    accepted = {
        a.intervention: acceptance(
            model, values, model.interventions[a.intervention], adopted, a.legitimacy, a.softening, a.decided
        )
        for a in adopted
    }
    felt = sum(restrictions(model, round_, adopted, accepted).values())
    satisfaction = satisfactions(model, values, felt)
    cells = _cells(model, satisfaction, gone)
    fifth = sum(number for _, number in cells) // 5
    districts = range(len(model.districts))
    count = len(model.groups)
    return Readings(
        satisfaction=satisfaction,
        acceptance=accepted,
        restriction=felt,
        lived=_mean(cells),
        worst_fifth=_mean(_first(sorted(cells), fifth)),
        best_fifth=_mean(_first(sorted(cells, reverse=True), fifth)),
        displaced=divided(sum(gone) * FULL, model.whole),
        displaced_by_district=tuple(
            divided(sum(gone[d * count : (d + 1) * count]) * FULL, model.weights[d]) if model.weights[d] else 0
            for d in districts
        ),
        coherence=_coherence(model, adopted),
    )


def restrictions(
    model: Model, round_: int, adopted: tuple[Adopted, ...], accepted: Mapping[InterventionId, int]
) -> dict[InterventionId, int]:
    """Returns the restriction felt from each open intervention, in milli-points (equation 6)."""
    unit = milli(model.rules.people.restriction_unit.value)
    felt = {}
    for a in adopted:
        card = model.interventions[a.intervention]
        if card.restriction and round_ >= a.opens:
            unease = (100 - a.softening) * (FULL - accepted[a.intervention])
            felt[a.intervention] = divided(card.restriction * unit * unease, 100 * FULL)
    return felt


def satisfactions(model: Model, values: tuple[int, ...], restriction: int) -> tuple[int, ...]:
    """Returns each group's satisfaction in each district, in milli-points (equation 7)."""
    step = len(model.indicators)
    seen = seen_values(model, values)
    return tuple(
        max(0, _satisfaction(group, seen, d * step) - divided(restriction * group.restriction, POINT))
        for d in range(len(model.districts))
        for group in model.groups
    )


def _satisfaction(group: CompiledGroup, seen: tuple[int, ...], offset: int) -> int:
    total = 0
    for position, in_city, inverted, weight in group.weights:
        level = seen[position] if in_city else seen[offset + position]
        total += weight * (FULL - level if inverted else level)
    return divided(total, 100)


def seen_values(model: Model, values: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the cells as residents notice them: only a part of ecological gains, all of the losses (C37)."""
    percent = round(model.rules.people.ecology_seen.value)
    seen = list(values)
    for column, indicator in enumerate(model.rules.indicators):
        if indicator.headline == ECOLOGY:
            for cell in range(column, len(model.districts) * len(model.indicators), len(model.indicators)):
                gain = values[cell] - model.base[cell]
                if gain > 0:
                    seen[cell] = model.base[cell] + divided(gain * percent, 100)
    return tuple(seen)


def departures(model: Model, values: tuple[int, ...], gone: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the displaced after a round in which rents stood above the start (equation 8)."""
    total = list(gone)
    count = len(model.groups)
    for d in range(len(model.districts)):
        cell = model.cell(AFFORDABILITY, d)
        lost = max(0, model.base[cell] - values[cell])
        for g, group in enumerate(model.groups):
            place = d * count + g
            staying = model.people[place] - gone[place]
            total[place] += divided(staying * group.leave * lost, FULL * 10 * POINT)
    return tuple(total)


def _cells(model: Model, satisfaction: tuple[int, ...], gone: tuple[int, ...]) -> list[tuple[int, int]]:
    """Returns (satisfaction, people) of those who stayed and of those who left, who stay in the accounts.

    Whoever left counts at the satisfaction of the displaced, or at their old neighbours' where that is lower still:
    pushing people out must never raise the mean.
    """
    away = milli(model.rules.people.displaced_satisfaction.value)
    cells = []
    for place, people in enumerate(model.people):
        if people:
            cells.append((satisfaction[place], people - gone[place]))
            cells.append((min(away, satisfaction[place]), gone[place]))
    return cells


def _first(cells: list[tuple[int, int]], people: int) -> list[tuple[int, int]]:
    taken, left = [], people
    for level, number in cells:
        taken.append((level, min(number, left)))
        left -= min(number, left)
    return taken


def _mean(cells: list[tuple[int, int]]) -> int:
    return divided(sum(level * number for level, number in cells), sum(number for _, number in cells))


def _coherence(model: Model, adopted: tuple[Adopted, ...]) -> int:
    """Returns the share of the commonest leaning among adopted interventions, once there are enough (equation 11)."""
    if len(adopted) < round(model.rules.dynamics.coherence_least.value):
        return milli(model.rules.dynamics.coherence_unknown.value)
    leanings = [model.interventions[a.intervention].leaning for a in adopted]
    return divided(max(map(leanings.count, leanings)) * FULL, len(leanings))


def human_share(model: Model, city: CityState) -> int:
    """Returns the share of decisions left to people, in milli-points (equation 11)."""
    return FULL - divided(city.values[model.cell(DEPENDENCY)] + model.mean(city.values, CONTROL), 2)
