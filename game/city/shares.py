"""Where and among whom a change lies: each district's or group's part of it, made of causes, in sums that hold exactly.

A gauge is a mean over people: a group's part of it is what moved where its people live, weighed by their number. Lived
quality and departures are divided by the people themselves.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import numpy as np
from attrs import frozen

from game.city import account, felt
from game.city.arrays import IntArray
from game.city.exact import FULL, settled
from game.city.explain import Contribution, Parts, gauge_change, ordered
from game.city.model import Cause, Model
from game.city.scoring import level_of
from game.city.state import CityState
from game.content.shapes import HeadlineId, IndicatorId

Among = Literal["district", "group"]
Shares = dict[str, Parts]
"""The causes of each district's or group's part, by id."""


@frozen
class Stretch:
    """A part of a session: the city from the start to its end, a state a round, and what moved the cells within it."""

    cities: tuple[CityState, ...]
    since: int
    """The place of its first state among `cities`."""
    changes: tuple[Contribution, ...]

    @property
    def before(self) -> CityState:
        """The city at its beginning."""
        return self.cities[self.since]

    @property
    def after(self) -> CityState:
        """The city at its end."""
        return self.cities[-1]

    @property
    def until(self) -> int:
        """The round whose end is its end."""
        return len(self.cities) - 1


def divisible(model: Model, name: str) -> tuple[Among, ...]:
    """Returns what a level's change can be divided among, besides its causes."""
    if name in model.gauge_weights or name in model.indicators or name in ("lived", "displaced"):
        return ("district", "group")
    return ("district",) if name in model.groups.ids else ()


def causes_of(model: Model, stretch: Stretch, name: str) -> Parts:
    """Returns what each cause made of a level's change, largest first: parts that sum to it exactly.

    Raises KeyError for a name that has no account.
    """
    if name in model.gauge_weights:
        return gauge_change(model, stretch.changes, stretch.before, stretch.after, HeadlineId(name))
    _, before = account.account(model, stretch.cities[: stretch.since + 1], name)
    _, after = account.account(model, stretch.cities, name)
    return account.difference(before, after)


def shares_of(model: Model, stretch: Stretch, name: str, among: Among) -> Shares:
    """Returns each district's or group's part of a level's change, largest first, by cause.

    All parts sum to the change exactly. Raises KeyError for what can't be divided so.
    """
    if among not in divisible(model, name):
        raise KeyError(name)
    amounts, unit = _amounts(model, stretch, name, among)
    moved = level_of(model, stretch.after, name) - level_of(model, stretch.before, name)
    sums = settled(moved, [(key, sum(parts.values())) for key, parts in amounts.items()], unit)
    shares = {key: ordered(settled(sums[key], list(parts.items()), unit)) for key, parts in amounts.items()}
    return dict(sorted(shares.items(), key=lambda entry: -abs(sum(entry[1].values()))))


def _amounts(model: Model, stretch: Stretch, name: str, among: Among) -> tuple[Shares, int]:
    """Returns what each cause made of each part, and the unit it is given in: so many of it make a milli-point."""
    if name == "displaced":
        return _summed(_departures(model, stretch, among)), account.GRAIN * model.whole
    if name == "lived":
        return _of_people(model, stretch, among, model.people), felt.GRAIN * model.whole
    if name in model.groups.ids:
        own = np.zeros_like(model.people)
        place = model.groups.ids.index(name)
        own[:, place] = model.people[:, place]
        return _of_people(model, stretch, among, own, left=False), felt.GRAIN * max(1, int(own.sum()))
    return _summed(_weighed(model, stretch, name, among)), 100 * model.whole


def _weighed(model: Model, stretch: Stretch, name: str, among: Among) -> Iterator[tuple[str, Cause, int]]:
    """Yields what moved a gauge or an indicator where people live, weighed by their number."""
    weights = {i.id: i.weight for i in model.rules.indicators if i.headline == name} or {IndicatorId(name): 100}
    heads = _heads(model, among)
    for change in stretch.changes:
        if change.district is not None and change.indicator in weights:
            weight = change.amount * weights[change.indicator]
            yield from ((key, change.cause, weight * people) for key, people in heads[change.district])


def _heads(model: Model, among: Among) -> dict[str, list[tuple[str, int]]]:
    """Returns, for each district, how many people of it count for each part."""
    if among == "district":
        return {d: [(d, people)] for d, people in zip(model.districts, model.weights.tolist(), strict=True)}
    return {
        district: [(group, people) for group, people in zip(model.groups.ids, row, strict=True) if people]
        for district, row in zip(model.districts, model.people.tolist(), strict=True)
    }


def _of_people(model: Model, stretch: Stretch, among: Among, people: IntArray, left: bool = True) -> Shares:
    """Returns what each cause made of how each part of some people live; departures count where `left`."""
    amounts: Shares = {}
    for key, own in _parts_of(model, among):
        made: list[tuple[Cause, int]] = []
        for sign, city in ((1, stretch.after), (-1, stretch.before)):
            told = [*felt.felt_amounts(model, city, people * own)]
            told += felt.left_amounts(model, city, city.gone * own) if left else []
            made += [(cause, sign * amount) for cause, amount in told]
        parts = felt.summed(made)
        if any(parts.values()):
            amounts[key] = parts
    return amounts


def _parts_of(model: Model, among: Among) -> Iterator[tuple[str, IntArray]]:
    """Yields each district or group, and 1 for its own people, 0 for the others'."""
    names = model.districts if among == "district" else model.groups.ids
    for place, name in enumerate(names):
        own = np.zeros_like(model.people)
        own[(place, slice(None)) if among == "district" else (slice(None), place)] = 1
        yield name, own


def _departures(model: Model, stretch: Stretch, among: Among) -> Iterator[tuple[str, Cause, int]]:
    """Yields those who left, under what made their district dear."""
    for before, after in pairwise(stretch.cities[stretch.since :]):
        for district, group, cause, people in account.gone_amounts(model, before, after):
            key = model.districts[district] if among == "district" else model.groups.ids[group]
            yield key, cause, people * FULL


def _summed(amounts: Iterable[tuple[str, Cause, int]]) -> Shares:
    """Returns the amounts of each part and cause added up."""
    sums: Shares = {}
    for key, cause, amount in amounts:
        parts = sums.setdefault(key, {})
        parts[cause] = parts.get(cause, 0) + amount
    return sums
