"""Reading the city: gauges, group averages, the six dimensions, and any name a card may watch."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

import numpy as np

from game.city.arrays import IntArray, quotient
from game.city.exact import FULL, divided
from game.city.groups import human_shares
from game.city.model import Model
from game.city.reception import contested, idle, unkept
from game.city.state import CityState
from game.content.shapes import GroupId, HeadlineId, IndicatorId

HUMAN_SHARE: Final = "human_share"
READ_OFF: Final = ("lived", "equity", "displaced", "coherence", "restriction", "worst_fifth")
"""Readings of a city that a card may name."""


def gauge_of(model: Model, values: IntArray, headline: HeadlineId) -> IntArray:
    """Returns one of the four gauges `(...)`: the weighted mean of its indicators' city-wide levels."""
    return quotient((model.means(values) * model.gauge_weights[headline]).sum(axis=-1), 100)


def gauge(model: Model, values: IntArray, headline: HeadlineId) -> int:
    """Returns one of the four gauges of one city, in milli-points."""
    return int(gauge_of(model, values, headline))


def district_gauge(model: Model, values: IntArray, headline: HeadlineId, district: int) -> int:
    """Returns a gauge read in one district, in milli-points."""
    parts = [(i.id, i.weight) for i in model.rules.indicators if i.headline == headline]
    return divided(sum(int(values[model.cell(name, district)]) * weight for name, weight in parts), 100)


def district_gauges(model: Model, values: IntArray) -> IntArray:
    """Returns every gauge read in every district, `(..., districts, gauges)`, in milli-points."""
    return quotient(model.local(values) @ model.all_gauge_weights, 100)


def gauges(model: Model, values: IntArray) -> dict[HeadlineId, int]:
    """Returns the four gauges."""
    levels = quotient(model.means(values) @ model.all_gauge_weights, 100).tolist()
    return dict(zip(model.gauge_weights, levels, strict=True))


def satisfaction_of(model: Model, city: CityState, group: GroupId) -> IntArray:
    """Returns a group's mean satisfaction `(...)` over its people at the start."""
    place = model.groups.ids.index(group)
    people = model.people[:, place]
    felt = (city.readings.satisfaction[..., place] * people).sum(axis=-1)
    return quotient(felt, max(1, int(people.sum())))


def group_satisfaction(model: Model, city: CityState, group: GroupId) -> int:
    """Returns a group's mean satisfaction in one city, in milli-points."""
    return int(satisfaction_of(model, city, group))


def group_displaced(model: Model, city: CityState, group: GroupId) -> int:
    """Returns the share of a group that had to leave, in thousandths of a %."""
    return int(displaced_of(model, city, group))


def displaced_of(model: Model, city: CityState, group: GroupId) -> IntArray:
    """Returns the shares of a group that had to leave `(...)`, in thousandths of a %."""
    place = model.groups.ids.index(group)
    return quotient(city.gone[..., place].sum(axis=-1) * FULL, max(1, int(model.people[:, place].sum())))


def _unkept(model: Model, city: CityState) -> int:
    return unkept(model, city, gauges(model, city.values), model.base_gauges)


RECEIVED: Final[Mapping[str, Callable[[Model, CityState], int]]] = {
    "unkept": _unkept,
    "idle": idle,
    "contested": contested,
}
"""The readings of how what was decided is received; worked out only when asked for."""


def levels_of(model: Model, city: CityState, name: str) -> IntArray:
    """Returns the city-wide levels `(...)` of an indicator, a variable, a gauge, a group, or a reading of people.

    Raises KeyError for any other name.
    """
    if name in model.first_cells:
        return model.mean_of(city.values, IndicatorId(name))
    if name in model.gauge_weights:
        return gauge_of(model, city.values, HeadlineId(name))
    if name in model.groups.ids:
        return satisfaction_of(model, city, GroupId(name))
    if name == HUMAN_SHARE:
        return human_shares(model, city)
    if name not in READ_OFF:
        raise KeyError(name)
    levels: IntArray = getattr(city.readings, name)
    return levels


def level_of(model: Model, city: CityState, name: str) -> int:
    """Returns the city-wide level in one city of anything a card may name, in milli-points.

    What `levels_of` reads, and how what was decided is received. Raises KeyError for any other name.
    """
    if name in RECEIVED:
        return RECEIVED[name](model, city)
    return int(levels_of(model, city, name))


def levels_at_once(model: Model, city: CityState, names: Collection[str]) -> dict[str, int]:
    """Returns the levels of several names in one city; the indicators and the gauges among them are read together."""
    known = dict(zip(_together(model), _levels_together(model, city.values).tolist(), strict=True))
    return {name: known[name] if name in known else level_of(model, city, name) for name in names}


def levels_beside(model: Model, cities: CityState, names: Sequence[str]) -> IntArray:
    """Returns what `levels_of` reads of several names, `(..., names)`; most of them are read together."""
    together, read = _together(model), _levels_together(model, cities.values)
    places = {name: place for place, name in enumerate(together)}
    levels = [read[..., places[of]] if of in places else levels_of(model, cities, of) for of in names]
    return np.stack(levels, axis=-1)


def _together(model: Model) -> list[str]:
    """Returns what is read together: the indicators and the gauges."""
    return [*model.indicators, *model.gauge_weights]


def _levels_together(model: Model, values: IntArray) -> IntArray:
    means = model.means(values)
    return np.concatenate([means, quotient(means @ model.all_gauge_weights, 100)], axis=-1)


def levels_of_each(
    model: Model, cities: Sequence[CityState], beside: CityState, names: Sequence[str]
) -> list[dict[str, int]]:
    """Returns the levels of several names in each of N cities; `beside` are the same cities as one state."""
    plain = [name for name in names if name not in RECEIVED]
    received = [name for name in names if name in RECEIVED]
    return [
        dict(zip(plain, levels, strict=True)) | {name: RECEIVED[name](model, city) for name in received}
        for city, levels in zip(cities, levels_beside(model, beside, plain).tolist(), strict=True)
    ]


def dimensions_of(model: Model, city: CityState) -> dict[str, IntArray]:
    """Returns the six dimensions of smart-city rankings, each `(...)`, in milli-points."""
    result = {}
    for dimension in model.rules.dimensions:
        parts = []
        for name, weight in dimension.weights.items():
            level = levels_of(model, city, name.removeprefix("-"))
            parts.append(weight * (FULL - level if name.startswith("-") else level))
        result[dimension.id] = quotient(np.stack(parts).sum(axis=0), 100)
    return result


def dimensions(model: Model, city: CityState) -> dict[str, int]:
    """Returns the six dimensions of rankings in one city, in milli-points."""
    return {name: int(level) for name, level in dimensions_of(model, city).items()}
