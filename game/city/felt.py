"""Why people feel as they do: named parts that sum to a group's satisfaction, and to lived quality, exactly.

A satisfaction is what a group weighs of the city as it notices it, less the restrictions it feels (equations 6 and
7). Lived quality is the mean over all who lived there at the start; those who left stay in it, at a level of the
rules (equations 8 and 9).
"""

from collections.abc import Iterable
from typing import Final

import numpy as np

from game.city.arrays import IntArray, quotient
from game.city.exact import FULL, divided, milli, settled, shared
from game.city.explain import Parts, ordered, parts
from game.city.groups import restrictions, satisfactions, seen_values
from game.city.model import Cause, CauseKind, Model
from game.city.scoring import group_satisfaction
from game.city.state import CityState
from game.content.shapes import GroupId

Standing = tuple[int, Parts]
"""A level at the start of the session, and what each cause has made of it since, largest first."""
GRAIN: Final = 100 * FULL
"""Amounts are kept in this part of a milli-point: weights are in %, what is noticed of a change in parts of FULL."""


def felt_standing(model: Model, city: CityState, group: GroupId) -> Standing:
    """Returns a group's satisfaction at the start and what each cause has made of it, over its people at the start.

    The start and the parts sum to the present satisfaction exactly.
    """
    place = model.groups.ids.index(group)
    people = np.zeros_like(model.people)
    people[:, place] = model.people[:, place]
    whole, at_start = max(1, int(people.sum())), satisfactions(model, model.base, np.asarray(0))
    start = divided(int((at_start * people).sum()), whole)
    amounts = summed(felt_amounts(model, city, people))
    return start, ordered(settled(group_satisfaction(model, city, group) - start, list(amounts.items()), GRAIN * whole))


def lived_standing(model: Model, city: CityState) -> Standing:
    """Returns lived quality at the start and what each cause has made of it, departures under the group that left.

    The start and the parts sum to the present lived quality exactly.
    """
    start = int(city.lived_at_start)
    amounts = summed([*felt_amounts(model, city, model.people), *left_amounts(model, city, city.gone)])
    return start, ordered(settled(int(city.readings.lived) - start, list(amounts.items()), GRAIN * model.whole))


def felt_amounts(model: Model, city: CityState, people: IntArray) -> Iterable[tuple[Cause, int]]:
    """Yields what causes make of the satisfaction of people, given by district and group, in parts of `GRAIN`."""
    moved = city.values - model.base
    noticed = seen_values(model, city.values) - model.base
    share = np.where(moved > 0, quotient(noticed * FULL, np.maximum(moved, 1)), FULL)
    local = (people @ model.groups.local.T).reshape(-1)
    weighed = (np.concatenate([local, model.groups.city @ people.sum(axis=0)]) * share).tolist()
    for cell, made in parts(model, city).items():
        yield from ((cause, amount * weighed[cell]) for cause, amount in made.items())
    yield from _restricted(model, city, people)


def _restricted(model: Model, city: CityState, people: IntArray) -> Iterable[tuple[Cause, int]]:
    """Yields what restrictions take in each place; where satisfaction has reached zero they took all there was."""
    felt = list(felt_restrictions(model, city).items())
    taken = satisfactions(model, city.values, np.asarray(0)) - city.readings.satisfaction
    for place in zip(*np.nonzero(people), strict=True):
        of_all = shared(int(taken[place]), felt)
        yield from ((cause, -amount * int(people[place]) * GRAIN) for cause, amount in of_all.items())


def felt_restrictions(model: Model, city: CityState) -> Parts:
    """Returns the restriction felt from each open intervention that has been received, in milli-points."""
    felt = restrictions(model, city.round, city.works, city.readings.acceptance) * (city.works.decided < city.round)
    return {
        Cause(CauseKind.RESTRICTION, model.cards.ids[card]): int(felt[card]) for card in np.flatnonzero(felt).tolist()
    }


def left_amounts(model: Model, city: CityState, gone: IntArray) -> Iterable[tuple[Cause, int]]:
    """Yields what departures, given by district and group, make of lived quality: who left has a level of the rules."""
    away = milli(model.rules.people.displaced_satisfaction.value)
    lost = (gone * np.minimum(away - city.readings.satisfaction, 0)).sum(axis=0)
    for group, amount in zip(model.groups.ids, lost.tolist(), strict=True):
        yield Cause(CauseKind.DEPARTURE, group), amount * GRAIN


def summed(amounts: Iterable[tuple[Cause, int]]) -> Parts:
    """Returns the amounts of each cause added up."""
    sums: Parts = {}
    for cause, amount in amounts:
        sums[cause] = sums.get(cause, 0) + amount
    return sums
