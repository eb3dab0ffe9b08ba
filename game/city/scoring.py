"""Reading the city: gauges, group averages, the six dimensions, and any name a card may watch."""

from collections.abc import Callable, Mapping
from typing import Final

from game.city.exact import FULL, divided
from game.city.groups import human_share
from game.city.model import Model
from game.city.reception import contested, idle, unkept
from game.city.state import CityState
from game.content.shapes import GroupId, HeadlineId, IndicatorId


def gauge(model: Model, values: tuple[int, ...], headline: HeadlineId) -> int:
    """Returns one of the four gauges in milli-points: the weighted mean of its indicators' city-wide levels."""
    parts = [(i.id, i.weight) for i in model.rules.indicators if i.headline == headline]
    return divided(sum(model.mean(values, name) * weight for name, weight in parts), 100)


def district_gauge(model: Model, values: tuple[int, ...], headline: HeadlineId, district: int) -> int:
    """Returns a gauge read in one district, in milli-points."""
    parts = [(i.id, i.weight) for i in model.rules.indicators if i.headline == headline]
    return divided(sum(values[model.cell(name, district)] * weight for name, weight in parts), 100)


def gauges(model: Model, values: tuple[int, ...]) -> dict[HeadlineId, int]:
    """Returns the four gauges."""
    return {headline.id: gauge(model, values, headline.id) for headline in model.rules.headlines}


def group_satisfaction(model: Model, city: CityState, group: GroupId) -> int:
    """Returns a group's mean satisfaction over its people at the start, in milli-points."""
    place = next(g for g, entry in enumerate(model.groups) if entry.id == group)
    count = len(model.groups)
    people = model.people[place::count]
    return divided(
        sum(s * n for s, n in zip(city.readings.satisfaction[place::count], people, strict=True)), max(1, sum(people))
    )


def group_displaced(model: Model, city: CityState, group: GroupId) -> int:
    """Returns the share of a group that had to leave, in thousandths of a %."""
    place = next(g for g, entry in enumerate(model.groups) if entry.id == group)
    count = len(model.groups)
    return divided(sum(city.gone[place::count]) * FULL, max(1, sum(model.people[place::count])))


def _unkept(model: Model, city: CityState) -> int:
    return unkept(model, city, gauges(model, city.values), gauges(model, model.base))


RECEIVED: Final[Mapping[str, Callable[[Model, CityState], int]]] = {
    "unkept": _unkept,
    "idle": idle,
    "contested": contested,
}
"""The readings of how what was decided is received; worked out only when asked for."""


def level_of(model: Model, city: CityState, name: str) -> int:
    """Returns the city-wide level of anything a card may name, in milli-points.

    Indicators, variables, gauges, groups (their satisfaction), and the readings of the rules.
    """
    if name in model.first_cells:
        return model.mean(city.values, IndicatorId(name))
    if any(name == headline.id for headline in model.rules.headlines):
        return gauge(model, city.values, HeadlineId(name))
    if any(name == group.id for group in model.groups):
        return group_satisfaction(model, city, GroupId(name))
    if name in RECEIVED:
        return RECEIVED[name](model, city)
    readings = {
        "lived": city.readings.lived,
        "equity": city.readings.equity,
        "displaced": city.readings.displaced,
        "coherence": city.readings.coherence,
        "restriction": city.readings.restriction,
        "worst_fifth": city.readings.worst_fifth,
        "human_share": human_share(model, city),
    }
    return readings[name]


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
