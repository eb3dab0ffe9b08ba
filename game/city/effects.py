"""What interventions, shocks, pressures, crossed data and the way of deciding push, and how hard (equation 1)."""

from collections.abc import Sequence

import numpy as np

from game.city.arrays import IntArray, quotient, summed
from game.city.crossing import crossing_goals
from game.city.exact import FULL, divided, milli
from game.city.model import Gating, Model
from game.city.state import NEVER, CityState
from game.content.cards import Softening


def standing_goals(model: Model, city: CityState) -> list[IntArray]:
    """Returns where the channels of everything but links are pushed to, in milli-points: in the model's order."""
    cities = city.values.shape[:-1]
    reached = np.minimum(city.round + 1, model.pressures.rounds)
    place = -1 if city.procedure is None else list(model.procedures).index(city.procedure)
    held = np.where(model.practices.owner == place, model.practices.points, 0)
    return [
        _everywhere(cities, model.pressures.points * reached),
        _everywhere(cities, held),
        intervention_goals(model, city),
        shock_goals(model, city),
        crossing_goals(model, city),
    ]


def _everywhere(cities: tuple[int, ...], goals: IntArray) -> IntArray:
    return np.broadcast_to(goals, (*cities, len(goals))) if cities else goals


def intervention_goals(model: Model, city: CityState) -> IntArray:
    """Returns where the interventions push, `(..., channels of interventions)`; what nobody has decided is not read."""
    lines, works = model.effects, city.works
    goals = np.zeros((*city.values.shape[:-1], len(lines.owner)), dtype=np.int64)
    if not len(lines.owner):
        return goals
    decided = np.logical_or.reduce(works.decided.reshape(-1, works.decided.shape[-1]) < NEVER, axis=0)
    read = np.flatnonzero(decided[lines.owner])
    if len(read):
        goals[..., read] = _pushed(model, city, read)
    return summed(goals, lines.starts)


def _pushed(model: Model, city: CityState, read: IntArray) -> IntArray:
    """Returns where some lines of the interventions push, `(..., lines)`."""
    lines, works = model.effects, city.works
    owner, per_round = lines.owner[read], lines.per_round[read]
    open_for = city.round - works.opens[..., owner] - lines.delay[read]
    growing = np.where(per_round > 0, np.minimum(open_for + 1, per_round), 1)
    chosen = (works.district + 1) * model.reach.shape[1]
    reach = model.reach.take(chosen[..., owner] + lines.reach[read])
    through = gates(model, city)
    passing = through.reshape(*through.shape[:-2], -1)[..., lines.passing[read]]
    goals = quotient(lines.points[read] * growing * passing * reach, FULL * 100)
    return np.where(open_for >= 0, goals, 0)


def gates(model: Model, city: CityState) -> IntArray:
    """Returns the share of an effect that comes through, `(..., cards, gatings)`, in thousandths of a %."""
    safe, cards, softening = model.rules.safeguards, model.cards, city.works.softening
    idle = FULL - model.adoption.at(city.readings.acceptance)
    passing = np.empty((*idle.shape, len(Gating)), dtype=np.int64)
    passing[..., :2] = FULL - quotient(cards.shares * idle[..., None], 100)
    plain = passing[..., Gating.BENEFIT.value]
    passing[..., Gating.DATA.value] = plain - quotient(plain * softening * milli(safe.efficiency.value), FULL)
    passing[..., Gating.WATCHING.value] = FULL - softening * milli(safe.surveillance.value)
    passing[..., Gating.HARM.value] = FULL - softening * milli(safe.social.value)
    return passing


def shock_goals(model: Model, city: CityState) -> IntArray:
    """Returns where the shocks push while they hold, `(..., channels of shocks)`."""
    lines = model.shock_effects
    if not len(lines.owner):
        return np.zeros((*city.values.shape[:-1], 0), dtype=np.int64)
    held = (city.began <= city.round) & (city.round < city.ended)
    if not held.any():
        return np.zeros((*city.values.shape[:-1], len(lines.starts)), dtype=np.int64)
    share = np.zeros((*held.shape, len(model.districts) + 1), dtype=np.int64)
    for place, softening in lines.softened:
        if held[..., place].any():
            share[..., place, :] = sparing(model, city, softening)
    spared = share.reshape(*held.shape[:-1], -1)[..., lines.spared] * lines.harms
    points = lines.points - quotient(lines.points * spared, FULL)
    return summed(points * held[..., lines.owner], lines.starts)


def sparing(model: Model, city: CityState, softening: Softening) -> IntArray:
    """Returns the share of a shock's harm that is spared, in thousandths of a %: `(..., the city and its districts)`.

    It grows in a straight line with the mean of what softens, between the two ends of its range.
    """
    cells = [[model.cell(name, d) for d in range(len(model.districts))] for name in softening.of]
    local = city.values[..., cells].sum(axis=-2)
    everywhere = np.stack([model.mean_of(city.values, name) for name in softening.of], axis=-1).sum(axis=-1)
    return _share_spared(np.concatenate([everywhere[..., None], local], axis=-1), softening)


def spared(model: Model, city: CityState, softening: Softening) -> int:
    """Returns the share of a shock's harm that one city is spared as a whole, in thousandths of a %."""
    return spared_at([model.mean(city.values, name) for name in softening.of], softening)


def spared_at(levels: Sequence[int], softening: Softening) -> int:
    """Returns the share of a shock's harm that is spared where what softens it stands at these levels."""
    low, high = milli(softening.from_), milli(softening.to)
    reached = min(max(divided(sum(levels), len(levels)), low), high)
    return divided((reached - low) * milli(softening.most), high - low)


def _share_spared(together: IntArray, softening: Softening) -> IntArray:
    low, high = milli(softening.from_), milli(softening.to)
    reached = np.minimum(np.maximum(quotient(together, len(softening.of)), low), high)
    return quotient((reached - low) * milli(softening.most), high - low)
