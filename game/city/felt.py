"""Why people feel as they do: named parts that sum to a group's satisfaction, and to lived quality, exactly.

A satisfaction is what a group weighs of the city as it notices it, less the restrictions it feels (equations 6 and
7). Lived quality is the mean over all who lived there at the start; those who left stay in it, at a level of the
rules (equations 8 and 9).
"""

from collections.abc import Iterable, Mapping
from typing import Final

from game.city.exact import FULL, divided, milli, settled, shared
from game.city.explain import Parts, ordered, parts
from game.city.groups import restrictions, satisfactions, seen_values
from game.city.model import Cause, CauseKind, Model
from game.city.scoring import group_satisfaction
from game.city.state import CityState
from game.content.shapes import GroupId, InterventionId

Standing = tuple[int, Parts]
"""A level at the start of the session, and what each cause has made of it since, largest first."""
GRAIN: Final = 100 * FULL
"""Amounts are kept in this part of a milli-point: weights are in %, what is noticed of a change in parts of FULL."""


def felt_standing(model: Model, city: CityState, group: GroupId) -> Standing:
    """Returns a group's satisfaction at the start and what each cause has made of it, over its people at the start.

    The start and the parts sum to the present satisfaction exactly.
    """
    position, count = next(g for g, entry in enumerate(model.groups) if entry.id == group), len(model.groups)
    people = {place: model.people[place] for place in range(position, len(model.people), count)}
    whole, at_start = max(1, sum(people.values())), satisfactions(model, model.base, 0)
    start = divided(sum(at_start[place] * number for place, number in people.items()), whole)
    amounts = summed(_felt(model, city, people))
    return start, ordered(settled(group_satisfaction(model, city, group) - start, list(amounts.items()), GRAIN * whole))


def lived_standing(model: Model, city: CityState) -> Standing:
    """Returns lived quality at the start and what each cause has made of it, departures under the group that left.

    The start and the parts sum to the present lived quality exactly.
    """
    people = {place: number for place, number in enumerate(model.people) if number}
    amounts = summed([*_felt(model, city, people), *_left(model, city)])
    moved = city.readings.lived - city.lived_at_start
    return city.lived_at_start, ordered(settled(moved, list(amounts.items()), GRAIN * model.whole))


def _felt(model: Model, city: CityState, people: Mapping[int, int]) -> Iterable[tuple[Cause, int]]:
    """Yields what causes make of the satisfaction in each place, times its people."""
    made, seen = parts(model, city), seen_values(model, city.values)
    count, step = len(model.groups), len(model.indicators)
    for place, number in people.items():
        for position, in_city, inverted, weight in model.groups[place % count].weights:
            cell = position if in_city else place // count * step + position
            moved, noticed = city.values[cell] - model.base[cell], seen[cell] - model.base[cell]
            share = divided(noticed * FULL, moved) if moved > 0 else FULL
            scale = share * weight * number * (-1 if inverted else 1)
            yield from ((cause, amount * scale) for cause, amount in made.get(cell, {}).items())
    yield from _restricted(model, city, people)


def _restricted(model: Model, city: CityState, people: Mapping[int, int]) -> Iterable[tuple[Cause, int]]:
    """Yields what restrictions take in each place; where satisfaction has reached zero they took all there was."""
    read = tuple(entry for entry in city.adopted if entry.intervention in city.readings.acceptance)
    felt = list(restrictions(model, city.round, read, city.readings.acceptance).items())
    free = satisfactions(model, city.values, 0)
    for place, number in people.items():
        taken = shared(free[place] - city.readings.satisfaction[place], felt)
        yield from ((_restriction(card), -amount * number * GRAIN) for card, amount in taken.items())


def _restriction(card: InterventionId) -> Cause:
    return Cause(CauseKind.RESTRICTION, card)


def _left(model: Model, city: CityState) -> Iterable[tuple[Cause, int]]:
    """Yields what departures make of lived quality: those who left are counted at a level of the rules."""
    away = milli(model.rules.people.displaced_satisfaction.value)
    for place, gone in enumerate(city.gone):
        cause = Cause(CauseKind.DEPARTURE, model.groups[place % len(model.groups)].id)
        yield cause, gone * (away - city.readings.satisfaction[place]) * GRAIN


def summed(amounts: Iterable[tuple[Cause, int]]) -> Parts:
    """Returns the amounts of each cause added up."""
    sums: Parts = {}
    for cause, amount in amounts:
        sums[cause] = sums.get(cause, 0) + amount
    return sums
