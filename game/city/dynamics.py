"""One round of the city: sources glide to their targets, cells are base plus what the sources make of them.

The step is explicit: all targets are read from the city as it stands at the start of the round (equations 2 to 4).
The same lines move one city or N.
"""

from functools import lru_cache

import numpy as np
from attrs import evolve

from game.city.arrays import IntArray, Runs, quotient, read_only, summed, whole
from game.city.effects import standing_goals
from game.city.exact import FULL, POINT, milli
from game.city.groups import departures, read
from game.city.model import PROSPERITY, Model
from game.city.state import NEVER, CityState, Treasury, Works
from game.content.shapes import ProcedureId


@lru_cache(maxsize=24)
def founded(model: Model, procedure: ProcedureId | None) -> CityState:
    """Returns the city as the scenario starts it; the last few are kept."""
    gone = whole(np.zeros_like(model.people))
    works = Works.none(len(model.cards.ids))
    readings = read(model, 0, model.base, gone, works)
    budget = np.asarray(milli(model.rules.finance.start.value), dtype=np.int64)
    nothing = np.zeros_like(budget)
    return CityState(
        round=0,
        values=model.base,
        levels=whole(np.zeros_like(model.channels.cell)),
        gone=gone,
        works=works,
        began=whole([NEVER] * len(model.shocks)),
        ended=whole([NEVER] * len(model.shocks)),
        treasury=Treasury(budget, nothing, nothing, nothing),
        procedure=procedure,
        readings=readings,
        lived_at_start=readings.lived,
    )


def advanced(model: Model, city: CityState) -> CityState:
    """Returns the city one round later."""
    goals = np.concatenate([*standing_goals(model, city), link_goals(model, city)], axis=-1)
    runs = model.channels.pushing(city.levels | goals)
    pushes = glided(model, city.levels, goals, runs)
    levels = np.zeros_like(city.levels)
    levels[..., runs.places] = pushes
    values = settled_values(model, pushes, runs)
    gone = departures(model, values, city.gone)
    return evolve(
        city,
        round=city.round + 1,
        values=read_only(values),
        levels=read_only(levels),
        gone=read_only(gone),
        treasury=collected(model, city, values),
        readings=read(model, city.round + 1, values, gone, city.works),
    )


def link_goals(model: Model, city: CityState) -> IntArray:
    """Returns where the links push, `(..., channels of links)`, in milli-points (equation 2)."""
    links = model.links
    strengths = links.strengths
    if city.adjusted:
        moved = [city.adjusted.get(name, own) for name, own in zip(links.names, links.per10, strict=True)]
        strengths = np.array(moved, dtype=np.int64)[links.link]
    change = deviations(model, city)[..., links.signal]
    change = np.minimum(np.maximum(change, links.least), links.most)
    goals = quotient(change * strengths, 10 * POINT)
    if len(links.damped):
        goals[..., links.damped] = quotient(goals[..., links.damped] * damping(model, city), POINT)
    return goals


def damping(model: Model, city: CityState) -> IntArray:
    """Returns what is left of the damped links, in thousandths; more than all, within a limit, as the damper falls.

    Where the damper starts at its top there is nothing to damp by: the link passes on what it says.
    """
    base, now = model.base[model.links.damper], city.values[..., model.links.damper]
    most = milli(model.rules.dynamics.damping_most.value)
    left = np.minimum(most, quotient((FULL - now) * POINT, np.maximum(FULL - base, 1)))
    return np.where((base == FULL) & (now == FULL), POINT, left)


def deviations(model: Model, city: CityState) -> IntArray:
    """Returns how far each thing a link may read stands from its start, `(..., signals)`, in milli-points.

    The cells, the city-wide means of the indicators, the readings, and the displaced by district.
    """
    readings = city.readings
    unknown = milli(model.rules.dynamics.coherence_unknown.value)
    read_off = np.stack(
        [
            readings.restriction,
            readings.lived - city.lived_at_start,
            readings.coherence - unknown,
            readings.displaced,
        ],
        axis=-1,
    )
    return np.concatenate(
        [
            city.values - model.base,
            model.means(city.values) - model.base_means,
            read_off,
            readings.displaced_by_district,
        ],
        axis=-1,
    )


def glided(model: Model, levels: IntArray, goals: IntArray, runs: Runs) -> IntArray:
    """Returns the levels of some channels after one round of inertia; what is no longer pushed fades (equation 3)."""
    before, after = levels[..., runs.places], goals[..., runs.places]
    left = after - before
    rounds = np.where(left < 0, model.channels.falls[runs.places], model.channels.rises[runs.places])
    return np.where(np.abs(left) < rounds, after, before + quotient(left, rounds))


def settled_values(model: Model, pushes: IntArray, runs: Runs) -> IntArray:
    """Returns the cells: base plus the saturated sum of the sources (equation 4)."""
    values = np.broadcast_to(model.base, (*pushes.shape[:-1], len(model.base))).copy()
    raised, lowered = obtained(model, both_ways(pushes), runs)
    values[..., runs.keys] += raised - lowered
    return values


def both_ways(pushes: IntArray) -> IntArray:
    """Returns pushes upwards, then pushes downwards, `(2, ...)`: neither is negative."""
    ways = np.stack([pushes, -pushes])
    return np.maximum(ways, 0, out=ways)


def obtained(model: Model, ways: IntArray, runs: Runs) -> IntArray:
    """Returns the points gained, then the points lost, by each pushed cell: `(2, ..., pushed)`, after saturation."""
    room = model.room[:, runs.keys].reshape(2, *(1,) * (ways.ndim - 2), -1)
    return saturated(model, summed(ways, runs.starts), room)


def saturated(model: Model, asked: IntArray, room: IntArray) -> IntArray:
    """Returns what is obtained of the points asked, within the room left on the scale."""
    share = model.saturation.at(quotient(asked * 10_000, np.maximum(room, 1)))
    return quotient(room * share, 10_000)


def collected(model: Model, city: CityState, values: IntArray) -> Treasury:
    """Returns the treasury after a round's income and upkeep (equation 12)."""
    finance, treasury = model.rules.finance, city.treasury
    growth = model.mean_of(values, PROSPERITY) - model.mean_of(model.base, PROSPERITY)
    income = milli(finance.income.value) + quotient(growth * milli(finance.income_per10.value), 10 * POINT)
    return evolve(
        treasury, budget=treasury.budget + income - upkeep(model, city), income=treasury.income + income
    )


def upkeep(model: Model, city: CityState) -> IntArray:
    """Returns what the open interventions cost this round, `(...)`, in thousandths of M€."""
    paid: IntArray = np.where(city.works.opens <= city.round, model.cards.upkeep, 0).sum(axis=-1)
    return paid
