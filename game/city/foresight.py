"""What a city would become with each of several options, some rounds on: N cities side by side, one an option."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from attrs import evolve, frozen

from game.city.arrays import IntArray, quotient
from game.city.building import adopted_by_each, secured
from game.city.dynamics import advanced
from game.city.model import Model
from game.city.plans import widened
from game.city.state import CityState
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ProcedureId

KEPT: Final = 256
"""Answers kept, each with its city of some 20 kB: a session under the algorithm asks for a few dozen."""


@frozen
class Future:
    """One thing a city may do: build an intervention, put a data clause on one, or decide in another way."""

    builds: InterventionId | None = None
    district: DistrictId | None = None
    secures: InterventionId | None = None
    procedure: ProcedureId | None = None


def forecasts(
    model: Model, city: CityState, futures: Sequence[Future], rounds: int
) -> tuple[dict[HeadlineId, int], ...]:
    """Returns what each future moves on each gauge after so many rounds, beside doing nothing; in milli-points.

    What happens by chance is left out: nobody foresees it. Sessions that go the same way ask the same again: the last
    answers are kept.
    """
    return _forecasts(model, city, tuple(futures), rounds)


@lru_cache(maxsize=KEPT)
def _forecasts(
    model: Model, city: CityState, futures: tuple[Future, ...], rounds: int
) -> tuple[dict[HeadlineId, int], ...]:
    each = (*futures, Future())
    levels: dict[int, IntArray] = {}
    for way in dict.fromkeys(future.procedure or city.procedure for future in each):
        same = [n for n, future in enumerate(each) if (future.procedure or city.procedure) == way]
        after = _carried(model, _begun(model, city, [each[n] for n in same], way), rounds)
        levels |= zip(same, _gauges(model, after), strict=True)
    nothing = levels.pop(len(futures))
    gains = ((levels[number] - nothing).tolist() for number in range(len(futures)))
    return tuple(dict(zip(model.gauge_weights, moved, strict=True)) for moved in gains)


def _begun(model: Model, city: CityState, futures: Sequence[Future], way: ProcedureId | None) -> CityState:
    """Returns a city for each future, all deciding in the same way: cities side by side have but one."""
    cities = evolve(widened(city, len(futures)), procedure=way)
    if way is not None:
        cities = adopted_by_each(model, cities, [(future.builds, future.district) for future in futures], way)
    for number, future in enumerate(futures):
        if future.secures is not None:
            cities = secured(model, cities, future.secures, np.arange(len(futures)) == number)
    return cities


def _carried(model: Model, city: CityState, rounds: int) -> CityState:
    for _ in range(rounds):
        city = advanced(model, city)
    return city


def _gauges(model: Model, city: CityState) -> IntArray:
    return quotient(model.means(city.values) @ model.all_gauge_weights, 100)
