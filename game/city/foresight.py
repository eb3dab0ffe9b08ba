"""What a city would become with each of several options, some rounds on: N cities side by side, one an option."""

from collections.abc import Sequence

import numpy as np
from attrs import evolve, frozen

from game.city.arrays import IntArray, quotient
from game.city.building import adopted, secured
from game.city.dynamics import advanced
from game.city.model import Model
from game.city.plans import widened
from game.city.state import CityState
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ProcedureId


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

    What happens by chance is left out: nobody foresees it.
    """
    base = _gauges(model, _carried(model, city, rounds))
    moved: dict[int, dict[HeadlineId, int]] = {}
    for way in dict.fromkeys(future.procedure or city.procedure for future in futures):
        same = [n for n, future in enumerate(futures) if (future.procedure or city.procedure) == way]
        after = _gauges(model, _carried(model, _begun(model, city, [futures[n] for n in same], way), rounds))
        for number, gains in zip(same, (after - base).tolist(), strict=True):
            moved[number] = dict(zip(model.gauge_weights, gains, strict=True))
    return tuple(moved[number] for number in range(len(futures)))


def _begun(model: Model, city: CityState, futures: Sequence[Future], way: ProcedureId | None) -> CityState:
    """Returns a city for each future, all deciding in the same way: cities side by side have but one."""
    cities = evolve(widened(city, len(futures)), procedure=way)
    for number, future in enumerate(futures):
        where = np.arange(len(futures)) == number
        if future.builds is not None and way is not None:
            cities = adopted(model, cities, future.builds, way, future.district, where)
        if future.secures is not None:
            cities = secured(model, cities, future.secures, where)
    return cities


def _carried(model: Model, city: CityState, rounds: int) -> CityState:
    for _ in range(rounds):
        city = advanced(model, city)
    return city


def _gauges(model: Model, city: CityState) -> IntArray:
    return quotient(model.means(city.values) @ model.all_gauge_weights, 100)
