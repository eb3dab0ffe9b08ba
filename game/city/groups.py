"""How people take up interventions, feel the city, and leave it (model.md, equations 5 to 10)."""

from typing import Final

import numpy as np

from game.city.arrays import IntArray, quotient
from game.city.exact import FULL, POINT, milli
from game.city.model import AFFORDABILITY, CONTROL, DEPENDENCY, PARTICIPATION, Model
from game.city.state import NEVER, CityState, Readings, Works

PEOPLE_BITS: Final = FULL.bit_length()
"""Enough for the whole of a city's people, in thousandths of a %."""


def acceptances(
    model: Model,
    values: IntArray,
    decided: IntArray,
    works: Works,
    legitimacy: int | IntArray,
    softening: int | IntArray,
) -> IntArray:
    """Returns how far people accept each intervention, `(..., cards)`: 5..100 points in milli-points (equation 5).

    `legitimacy` (points) and `softening` (0..100) are those of the procedure that decided it in round `decided`.
    """
    rules, cards = model.uptake, model.cards
    feelings = quotient((values[..., rules.cells] - rules.neutral) * rules.rates, POINT)
    level = rules.base + legitimacy * POINT + feelings[..., :1] + cards.digital * feelings[..., 1:]
    level = level + quotient(rules.fit * softening - cards.worry * (100 - softening), 100)
    level = level + cards.novel * rules.novelty[np.minimum(decided, len(rules.novelty) - 1)]
    level = level - _civic_overload(model, values, works)
    accepted: IntArray = np.minimum(np.maximum(level, rules.least), FULL)
    return accepted


def _civic_overload(model: Model, values: IntArray, works: Works) -> IntArray:
    """Returns the acceptance lost because residents' time is overdrawn, for cards that ask some of it."""
    rules, load = model.uptake, model.cards.load
    own = load * (works.decided < NEVER)
    asked = own.sum(axis=-1)[..., None] + (load - own)
    capacity = quotient(values[..., model.cell(PARTICIPATION), None] * POINT, rules.civic_capacity)
    lost = quotient(np.maximum(0, asked - capacity) * rules.civic_penalty, POINT)
    return lost * (load > 0)


def welcome(model: Model, city: CityState, legitimacy: int, softening: int) -> IntArray:
    """Returns how each intervention would be received if it were decided now, `(..., cards)`."""
    return acceptances(model, city.values, np.asarray(city.round), city.works, legitimacy, softening)


def read(model: Model, round_: int, values: IntArray, gone: IntArray, works: Works) -> Readings:
    """Returns what the people make of the city at the start of round `round_`."""
    accepted = np.where(
        works.decided < NEVER,
        acceptances(model, values, works.decided, works, works.legitimacy, works.softening),
        model.uptake.base,
    )
    felt = restrictions(model, round_, works, accepted).sum(axis=-1)
    satisfaction = satisfactions(model, values, felt)
    lived, worst, best = _lived(model, satisfaction, gone)
    return Readings(
        satisfaction=satisfaction,
        acceptance=accepted,
        restriction=felt,
        lived=lived,
        worst_fifth=worst,
        best_fifth=best,
        displaced=quotient(gone.sum(axis=(-2, -1)) * FULL, model.whole),
        displaced_by_district=quotient(gone.sum(axis=-1) * FULL, np.maximum(model.weights, 1)),
        coherence=_coherence(model, works),
    )


def restrictions(model: Model, round_: int, works: Works, accepted: IntArray) -> IntArray:
    """Returns the restriction felt from each open intervention, `(..., cards)`, in milli-points (equation 6)."""
    unit = milli(model.rules.people.restriction_unit.value)
    unease = (100 - works.softening) * (FULL - accepted)
    felt = quotient(model.cards.restriction * unit * unease, 100 * FULL)
    return np.where(works.opens <= round_, felt, 0)


def satisfactions(model: Model, values: IntArray, restriction: IntArray) -> IntArray:
    """Returns each group's satisfaction in each district, `(..., districts, groups)` (equation 7)."""
    groups, seen = model.groups, seen_values(model, values)
    city = seen[..., len(model.districts) * len(model.indicators) :]
    weighed = model.local(seen) @ groups.local + (city @ groups.city)[..., None, :] + groups.inverted * FULL
    weight = quotient(restriction[..., None] * groups.restriction, POINT)
    felt: IntArray = np.maximum(0, quotient(weighed, 100) - weight[..., None, :])
    return felt


def seen_values(model: Model, values: IntArray) -> IntArray:
    """Returns the cells as residents notice them: only a part of ecological gains, all of the losses (C37)."""
    percent = round(model.rules.people.ecology_seen.value)
    cells = model.ecological
    gain = values[..., cells] - model.base[cells]
    seen = values.copy()
    seen[..., cells] = model.base[cells] + np.where(gain > 0, quotient(gain * percent, 100), gain)
    return seen


def departures(model: Model, values: IntArray, gone: IntArray) -> IntArray:
    """Returns the displaced after a round in which rents stood above the start (equation 8)."""
    column = model.indicators.index(AFFORDABILITY)
    lost = np.maximum(0, model.local(model.base)[:, column] - model.local(values)[..., column])
    leaving = (model.people - gone) * model.groups.leave * lost[..., None]
    return gone + quotient(leaving, FULL * 10 * POINT)


def _lived(model: Model, satisfaction: IntArray, gone: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Returns mean satisfaction over the people of the start, and that of their worst and best fifth (equation 9).

    Those who left stay in the accounts at a level of the rules, or at their old neighbours' where that is lower still:
    pushing people out must never raise the mean.
    """
    away = milli(model.rules.people.displaced_satisfaction.value)
    cities = gone.shape[:-2]
    left = gone.reshape(*cities, -1)
    numbers = np.concatenate([model.people.reshape(-1) - left, left], axis=-1)
    felt = satisfaction.reshape(*cities, -1)
    levels = np.concatenate([felt, np.minimum(felt, away)], axis=-1)
    # One sort of both: a number of people fits below the level it goes with.
    ordered = np.sort((levels << PEOPLE_BITS) + numbers, axis=-1)
    levels, numbers = ordered >> PEOPLE_BITS, ordered & (1 << PEOPLE_BITS) - 1
    fifth, until = model.whole // 5, numbers.cumsum(axis=-1)
    worst = np.minimum(np.maximum(fifth - (until - numbers), 0), numbers)
    best = np.minimum(np.maximum(fifth - (model.whole - until), 0), numbers)
    return (
        quotient((levels * numbers).sum(axis=-1), model.whole),
        quotient((levels * worst).sum(axis=-1), fifth),
        quotient((levels * best).sum(axis=-1), fifth),
    )


def _coherence(model: Model, works: Works) -> IntArray:
    """Returns the share of the commonest leaning among decided interventions, once there are enough (equation 11)."""
    dynamics = model.rules.dynamics
    leanings = (works.decided < NEVER).astype(np.int64) @ model.cards.leaning
    count = leanings.sum(axis=-1)
    share = quotient(leanings.max(axis=-1) * FULL, np.maximum(count, 1))
    return np.where(count < round(dynamics.coherence_least.value), milli(dynamics.coherence_unknown.value), share)


def human_shares(model: Model, city: CityState) -> IntArray:
    """Returns the share of decisions left to people `(...)`, in milli-points (equation 11)."""
    dependency = city.values[..., model.cell(DEPENDENCY)]
    return FULL - quotient(dependency + model.mean_of(city.values, CONTROL), 2)
