"""Reading the city: gauges, group averages, the six dimensions, and any name a card may watch."""

from collections.abc import Callable, Mapping
from typing import Final

from game.city.arrays import IntArray, quotient
from game.city.exact import FULL, divided
from game.city.groups import human_share
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


def gauges(model: Model, values: IntArray) -> dict[HeadlineId, int]:
    """Returns the four gauges."""
    levels = quotient(model.means(values) @ model.all_gauge_weights, 100).tolist()
    return dict(zip(model.gauge_weights, levels, strict=True))


def group_satisfaction(model: Model, city: CityState, group: GroupId) -> int:
    """Returns a group's mean satisfaction over its people at the start, in milli-points."""
    place = model.groups.ids.index(group)
    people = model.people[:, place]
    felt = city.readings.satisfaction[:, place]
    return divided(int((felt * people).sum()), max(1, int(people.sum())))


def group_displaced(model: Model, city: CityState, group: GroupId) -> int:
    """Returns the share of a group that had to leave, in thousandths of a %."""
    place = model.groups.ids.index(group)
    return divided(int(city.gone[:, place].sum()) * FULL, max(1, int(model.people[:, place].sum())))


def _unkept(model: Model, city: CityState) -> int:
    return unkept(model, city, gauges(model, city.values), model.base_gauges)


RECEIVED: Final[Mapping[str, Callable[[Model, CityState], int]]] = {
    "unkept": _unkept,
    "idle": idle,
    "contested": contested,
}
"""The readings of how what was decided is received; worked out only when asked for."""


def level_of(model: Model, city: CityState, name: str) -> int:
    """Returns the city-wide level of anything a card may name, in milli-points.

    Indicators, variables, gauges, groups (their satisfaction), and the readings of the rules. Raises KeyError for any
    other name.
    """
    if name in model.first_cells:
        return model.mean(city.values, IndicatorId(name))
    if any(name == headline.id for headline in model.rules.headlines):
        return gauge(model, city.values, HeadlineId(name))
    if name in model.groups.ids:
        return group_satisfaction(model, city, GroupId(name))
    if name in RECEIVED:
        return RECEIVED[name](model, city)
    if name == HUMAN_SHARE:
        return human_share(model, city)
    if name not in READ_OFF:
        raise KeyError(name)
    return int(getattr(city.readings, name))


def dimensions(model: Model, city: CityState) -> dict[str, int]:
    """Returns the six dimensions of smart-city rankings, in milli-points."""
    result = {}
    for dimension in model.rules.dimensions:
        total = 0
        for name, weight in dimension.weights.items():
            level = level_of(model, city, name.removeprefix("-"))
            total += weight * (FULL - level if name.startswith("-") else level)
        result[dimension.id] = divided(total, 100)
    return result
