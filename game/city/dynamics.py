"""One round of the city: sources glide to their targets, cells are base plus what the sources make of them.

The step is explicit: all targets are read from the city as it stands at the start of the round (equations 2 to 4).
"""

from collections.abc import Mapping

from attrs import evolve

from game.city.effects import Push, Pushes, standing_pushes
from game.city.exact import FULL, POINT, divided, milli, read_curve
from game.city.groups import departures, read
from game.city.model import PROSPERITY, Cause, CompiledLink, Model, Target
from game.city.state import CityState, Treasury
from game.content.shapes import IndicatorId, ProcedureId

COHERENCE = IndicatorId("coherence")
DISPLACED = IndicatorId("displaced")
LIVED = IndicatorId("lived")
RESTRICTION = IndicatorId("restriction")


def founded(model: Model, procedure: ProcedureId | None) -> CityState:
    """Returns the city as the scenario starts it."""
    gone = (0,) * len(model.people)
    readings = read(model, 0, model.base, gone, ())
    budget = milli(model.rules.finance.start.value)
    return CityState(
        0, model.base, {}, gone, (), (), Treasury(budget), procedure, readings, lived_at_start=readings.lived
    )


def advanced(model: Model, city: CityState, erased: frozenset[Cause] = frozenset()) -> CityState:
    """Returns the city one round later; `erased` causes push nothing this round."""
    pushes = standing_pushes(model, city) | link_pushes(model, city)
    for cause in erased:
        pushes.pop(cause, None)
    levels = glided(model, city.levels, pushes)
    values = settled_values(model, levels)
    gone = departures(model, values, city.gone)
    return evolve(
        city,
        round=city.round + 1,
        values=values,
        levels=levels,
        gone=gone,
        treasury=collected(model, city, values),
        readings=read(model, city.round + 1, values, gone, city.adopted),
    )


def link_pushes(model: Model, city: CityState) -> Pushes:
    """Returns the pushes of the links (equation 2)."""
    return {link.cause: _link_push(model, city, link) for link in model.links}


def _link_push(model: Model, city: CityState, link: CompiledLink) -> list[Push]:
    per10 = city.adjusted.get(link.cause.id, link.per10)
    pushes = []
    for target, place in zip(link.targets, link.places, strict=True):
        change = deviation(model, city, link.source, place)
        if (link.when == "above" and change < 0) or (link.when == "below" and change > 0):
            change = 0
        push = divided(change * per10, 10 * POINT)
        if link.damped_by is not None:
            push = divided(push * _damping(model, city, link.damped_by), POINT)
        pushes.append((target, push))
    return pushes


def _damping(model: Model, city: CityState, cell: int) -> int:
    """Returns what is left of a damped link, in thousandths; amplified within a limit when what damps it falls."""
    base, now = model.base[cell], city.values[cell]
    most = milli(model.rules.dynamics.damping_most.value)
    if base == FULL:
        return POINT if now == FULL else most
    return min(most, divided((FULL - now) * POINT, FULL - base))


def deviation(model: Model, city: CityState, source: IndicatorId, place: int) -> int:
    """Returns how far a source stands from its start, in milli-points; `place` is a district or -1 for the city."""
    readings = city.readings
    if source == RESTRICTION:
        return readings.restriction
    if source == LIVED:
        return readings.lived - city.lived_at_start
    if source == COHERENCE:
        return readings.coherence - milli(model.rules.dynamics.coherence_unknown.value)
    if source == DISPLACED:
        return readings.displaced if place < 0 else readings.displaced_by_district[place]
    if place < 0 or model.first_cells[source] >= len(model.indicators):
        return model.mean(city.values, source) - model.mean(model.base, source)
    cell = model.cell(source, place)
    return city.values[cell] - model.base[cell]


def glided(
    model: Model, before: Mapping[Cause, Mapping[int, int]], pushes: Pushes
) -> dict[Cause, dict[int, int]]:
    """Returns each source's levels after one round of inertia; a source no longer pushing fades (equation 3)."""
    after: dict[Cause, dict[int, int]] = {}
    fading = {cause: _fading(model, levels) for cause, levels in before.items() if cause not in pushes}
    for cause, pushed in (pushes | fading).items():
        old_levels: Mapping[int, int] = before.get(cause, {})
        levels = {}
        for (cell, rounds), goal in pushed:
            old = old_levels.get(cell, 0)
            settling = rounds * model.falls_slower.get(cell, 1) if goal < old else rounds
            new = goal if abs(goal - old) < settling else old + divided(goal - old, settling)
            if new:
                levels[cell] = new
        if levels:
            after[cause] = levels
    return after


def _fading(model: Model, levels: Mapping[int, int]) -> list[Push]:
    settling = round(model.rules.dynamics.practice_settling.value)
    return [(Target(cell, max(settling, model.least_settling[cell])), 0) for cell in levels]


def settled_values(model: Model, levels: Mapping[Cause, Mapping[int, int]]) -> tuple[int, ...]:
    """Returns the cells: base plus the saturated sum of the sources (equation 4)."""
    gains, losses = [0] * len(model.base), [0] * len(model.base)
    for by_cell in levels.values():
        for cell, level in by_cell.items():
            if level > 0:
                gains[cell] += level
            else:
                losses[cell] -= level
    return tuple(
        base + saturated(model, gain, FULL - base) - saturated(model, loss, base)
        for base, gain, loss in zip(model.base, gains, losses, strict=True)
    )


def saturated(model: Model, asked: int, room: int) -> int:
    """Returns what is obtained of the points asked, within the room left on the scale."""
    if not asked or not room:
        return 0
    return divided(room * read_curve(model.saturation, divided(asked * 10_000, room)), 10_000)


def collected(model: Model, city: CityState, values: tuple[int, ...]) -> Treasury:
    """Returns the treasury after a round's income and upkeep (equation 12)."""
    finance = model.rules.finance
    growth = model.mean(values, PROSPERITY) - model.mean(model.base, PROSPERITY)
    income = milli(finance.income.value) + divided(growth * milli(finance.income_per10.value), 10 * POINT)
    treasury = city.treasury
    return evolve(
        treasury, budget=treasury.budget + income - upkeep(model, city), income=treasury.income + income
    )


def upkeep(model: Model, city: CityState) -> int:
    """Returns what the open interventions cost this round, in thousandths of M€."""
    return sum(milli(model.interventions[a.intervention].upkeep) for a in city.adopted if city.round >= a.opens)
