"""What a claim may ask of a city: levels, tallies of its decisions, and two formulas; all in thousandths."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen

from game.city.exact import POINT, divided
from game.city.groups import acceptance
from game.city.model import ECOLOGY, SURVEILLANCE, Model
from game.city.scoring import gauge, group_displaced, level_of
from game.city.state import CityState
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
    card = model.interventions[intervention]
    return acceptance(
        model, city.values, card, city.adopted, round(way.legitimacy.value), round(way.softening.value), city.round
    )


def _acceptance(seen: Seen) -> int:
    """Returns the mean acceptance of the decisions, each on the day it was made."""
    return _mean([entry.acceptance for entry in seen.city.adopted])


def _opening(seen: Seen) -> int:
    return max((entry.opens for entry in seen.city.adopted), default=0) * POINT


def _spread(seen: Seen) -> int:
    """Returns how far apart the groups of one district feel, from the best to the worst off; mean of the districts."""
    model, count = seen.model, len(seen.model.groups)
    gaps = []
    for start in range(0, len(model.people), count):
        felt = [seen.city.readings.satisfaction[place] for place in range(start, start + count) if model.people[place]]
        if felt:
            gaps.append(max(felt) - min(felt))
    return _mean(gaps)


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
    "public": lambda seen: seen.city.treasury.public,
    "private": lambda seen: seen.city.treasury.private,
    "investment": lambda seen: seen.city.treasury.public + seen.city.treasury.private,
    "income": lambda seen: seen.city.treasury.income,
    "acceptance": _acceptance,
    "opening": _opening,
    "decisions": lambda seen: len(seen.city.adopted) * POINT,
    "spread": _spread,
    "ecology_per_surveillance": _ecology_per_surveillance,
}
