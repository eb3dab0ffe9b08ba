"""What interventions, shocks, pressures and the way of deciding push, and how hard (model.md, equation 1)."""

from game.city.exact import FULL, divided, milli, read_curve
from game.city.model import Cause, CauseKind, CompiledEffect, Model, Target
from game.city.state import Adopted, CityState, Struck
from game.content.cards import DataKind, Softening, Where

Push = tuple[Target, int]
"""A cell with its inertia, and the level it is pushed to in milli-points."""
Pushes = dict[Cause, list[Push]]


def standing_pushes(model: Model, city: CityState) -> Pushes:
    """Returns the pushes of everything but links: pressures, the present procedure, interventions, shocks."""
    pushes: Pushes = {}
    for cause, rounds, held in model.pressures:
        reached = min(city.round + 1, rounds)
        pushes[cause] = [(target, points * reached) for target, points in held]
    if city.procedure is not None:
        cause, practice = model.practices[city.procedure]
        pushes[cause] = list(practice)
    for adopted in city.adopted:
        cause = Cause(CauseKind.INTERVENTION, adopted.intervention)
        pushes[cause] = _intervention_pushes(model, city, adopted)
    for struck in city.struck:
        pushes[Cause(CauseKind.SHOCK, struck.shock)] = _shock_pushes(model, city, struck)
    return pushes


def _intervention_pushes(model: Model, city: CityState, adopted: Adopted) -> list[Push]:
    base = milli(model.rules.acceptance.base.value)
    accepted = city.readings.acceptance.get(adopted.intervention, base)
    adoption = read_curve(model.adoption, accepted)
    pushes = []
    for effect in model.effects[adopted.intervention]:
        open_for = city.round - adopted.opens - effect.delay
        if open_for < 0:
            pushes.append((Target(effect.cell, effect.settling), 0))
            continue
        points = effect.points * (min(open_for + 1, effect.per_round) if effect.per_round else 1)
        gate = _gate(model, adopted, effect, adoption)
        reach = _reach(model, adopted, effect)
        pushes.append((Target(effect.cell, effect.settling), divided(points * gate * reach, FULL * 100)))
    return _summed(pushes)


def _gate(model: Model, adopted: Adopted, effect: CompiledEffect, adoption: int) -> int:
    """Returns the share of an effect that comes through, in thousandths of a %."""
    card = model.interventions[adopted.intervention]
    safe = model.rules.safeguards
    if not effect.benefit:
        kept = safe.social if effect.good_up else safe.surveillance
        return FULL - divided(adopted.softening * milli(kept.value) * 100, 100)
    share = card.adoption
    if effect.quality:
        share = max(share, model.rules.acceptance.quality_share.value)
    gate = FULL - divided(round(share) * (FULL - adoption), 100)
    if card.data.kind is DataKind.PERSONAL and effect.economic:
        gate -= divided(gate * adopted.softening * milli(safe.efficiency.value), FULL)
    return gate


def _reach(model: Model, adopted: Adopted, effect: CompiledEffect) -> int:
    """Returns the strength of an effect in its district, in %: the chosen one gets more, the city as much in all."""
    if effect.district is None or adopted.district is None:
        return 100
    chosen = model.districts.index(adopted.district)
    if effect.where is Where.SITE:
        return 100 if effect.district == chosen else 0
    focus = round(model.rules.dynamics.focus_reach.value)
    if effect.district == chosen:
        return focus
    weight = model.weights[chosen]
    return divided(100 * model.whole - focus * weight, model.whole - weight)


def _shock_pushes(model: Model, city: CityState, struck: Struck) -> list[Push]:
    shock = model.shocks[struck.shock]
    held = struck.holds(city.round)
    site = model.districts.index(shock.district) if shock.district else None
    pushes = []
    for effect in model.shock_effects[struck.shock]:
        lands = effect.where is Where.CITY or effect.district == site
        points = effect.points if held and lands else 0
        if points and shock.softened_by and not effect.benefit:
            points -= divided(points * spared(model, city, shock.softened_by, effect.district), FULL)
        pushes.append((Target(effect.cell, effect.settling), points))
    return _summed(pushes)


def spared(model: Model, city: CityState, softening: Softening, district: int | None = None) -> int:
    """Returns the share of a shock's harm that a city is spared, in thousandths of a %; in a district if one is given.

    It grows in a straight line with the mean of what softens, between the two ends of its range.
    """
    levels = [
        model.mean(city.values, name) if district is None else city.values[model.cell(name, district)]
        for name in softening.of
    ]
    low, high = milli(softening.from_), milli(softening.to)
    reached = max(low, min(high, divided(sum(levels), len(levels))))
    return divided((reached - low) * milli(softening.most), high - low)


def _summed(pushes: list[Push]) -> list[Push]:
    """Returns one push a cell: a card may act on an indicator everywhere and once more at its site."""
    goals: dict[Target, int] = {}
    for target, goal in pushes:
        goals[target] = goals.get(target, 0) + goal
    return list(goals.items())
