"""What a claim may ask of a city: levels, tallies of its decisions, and two formulas; all in thousandths."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen

from game.city.exact import POINT, divided
from game.city.groups import welcome
from game.city.model import ECOLOGY, SURVEILLANCE, Model
from game.city.scoring import gauge, group_displaced, level_of
from game.city.state import CityState, adoptions
from game.content.shapes import GroupId, IndicatorId, InterventionId

_PARTS: Final = re.compile(r"(?:^| ([+-]) )(\S+)")
_DISPLACED: Final = "displaced."
_WELCOME: Final = "welcome."
_LEAST_WATCHED: Final = POINT // 2
"""Points of surveillance below which a gain of ecology counts as free of it; else the ratio would run away."""


@frozen
class Seen:
    """A city at the end of a round, beside the one where nothing is decided."""

    model: Model
    city: CityState
    untouched: CityState
    averages: Mapping[str, tuple[IndicatorId, ...]]


def reading(seen: Seen, expression: str) -> int:
    """Returns what an expectation reads: one name, or several joined by + and -."""
    return sum(
        -_named(seen, part[2]) if part[1] == "-" else _named(seen, part[2]) for part in _PARTS.finditer(expression)
    )


def _named(seen: Seen, name: str) -> int:
    if name in _READERS:
        return _READERS[name](seen)
    if name in seen.averages:
        members = seen.averages[name]
        return divided(sum(level_of(seen.model, seen.city, member) for member in members), len(members))
    if name.startswith(_DISPLACED):
        return group_displaced(seen.model, seen.city, GroupId(name.removeprefix(_DISPLACED)))
    if name.startswith(_WELCOME):
        return _welcome(seen, InterventionId(name.removeprefix(_WELCOME)))
    return level_of(seen.model, seen.city, name)


def _welcome(seen: Seen, intervention: InterventionId) -> int:
    """Returns how an intervention would be received if it were decided now, in the city's present way."""
    model, city = seen.model, seen.city
    assert city.procedure is not None
    way = model.procedures[city.procedure]
    received = welcome(model, city, round(way.legitimacy.value), round(way.softening.value))
    return int(received[model.cards.ids.index(intervention)])


def _acceptance(seen: Seen) -> int:
    """Returns the mean acceptance of the decisions, each on the day it was made."""
    return _mean([entry.acceptance for entry in adoptions(seen.model, seen.city)])


def _opening(seen: Seen) -> int:
    return max((entry.opens for entry in adoptions(seen.model, seen.city)), default=0) * POINT


def _spread(seen: Seen) -> int:
    """Returns how far apart the groups of one district feel, from the best to the worst off; mean of the districts."""
    felt, there = seen.city.readings.satisfaction, seen.model.people > 0
    by_district = [felt[place][there[place]] for place in range(len(felt)) if there[place].any()]
    return _mean([int(levels.max() - levels.min()) for levels in by_district])


def _ecology_per_surveillance(seen: Seen) -> int:
    """Returns the points of ecology gained for each point of surveillance, beside the city where nothing is decided."""
    ecology, watched = (
        gauge(seen.model, seen.city.values, k) - gauge(seen.model, seen.untouched.values, k)
        for k in (ECOLOGY, SURVEILLANCE)
    )
    return divided(ecology * POINT, max(_LEAST_WATCHED, watched))


def _mean(amounts: Sequence[int]) -> int:
    return divided(sum(amounts), max(1, len(amounts)))


_READERS: Final[Mapping[str, Callable[[Seen], int]]] = {
    "public": lambda seen: int(seen.city.treasury.public),
    "private": lambda seen: int(seen.city.treasury.private),
    "investment": lambda seen: int(seen.city.treasury.public + seen.city.treasury.private),
    "income": lambda seen: int(seen.city.treasury.income),
    "acceptance": _acceptance,
    "opening": _opening,
    "decisions": lambda seen: len(adoptions(seen.model, seen.city)) * POINT,
    "spread": _spread,
    "ecology_per_surveillance": _ecology_per_surveillance,
}
