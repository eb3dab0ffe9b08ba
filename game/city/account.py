"""An exact account of any level that has causes: its start, and what each cause has made of it since."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from game.city.exact import FULL, settled, shared
from game.city.explain import Parts, ordered, parts, standing
from game.city.felt import Standing, felt_restrictions, felt_standing, lived_standing, summed
from game.city.groups import human_shares
from game.city.model import AFFORDABILITY, CONTROL, DEPENDENCY, Cause, Model
from game.city.state import CityState
from game.content.shapes import GroupId

PLAIN: Final = ("lived", "human_share", "displaced", "restriction")
"""The readings that causes add up to; equity, the worst off and coherence are told by who and what they are made of."""
GRAIN: Final = 1000
"""Parts in which the people of one departure are shared out among its causes."""


def account(model: Model, cities: Sequence[CityState], name: str) -> Standing:
    """Returns a level at the start and what each cause has made of it by the last of the cities.

    `cities` run from the start, one a round. The start and the parts sum to the level exactly. Raises KeyError for a
    name that has no such account.
    """
    city = cities[-1]
    match name:
        case "lived":
            return lived_standing(model, city)
        case "human_share":
            return _decided_by_people(model, cities[0], city)
        case "displaced":
            return 0, _departed(model, cities)
        case "restriction":
            return 0, ordered(felt_restrictions(model, city))
    if name in model.groups.ids:
        return felt_standing(model, city, GroupId(name))
    return standing(model, city, name)


def change(model: Model, cities: Sequence[CityState], name: str) -> Parts:
    """Returns what each cause made of a level in the last round: the difference of two accounts, largest first."""
    _, before = account(model, cities[:-1], name)
    _, after = account(model, cities, name)
    return difference(before, after)


def difference(before: Parts, after: Parts) -> Parts:
    """Returns the parts that lead from one account to another, largest first."""
    return ordered(summed([*after.items(), *((cause, -amount) for cause, amount in before.items())]))


def _decided_by_people(model: Model, start: CityState, city: CityState) -> Standing:
    """Returns the account of the human share of decisions: what dependency and control leave of it (equation 11)."""
    taken = (standing(model, city, name)[1] for name in (DEPENDENCY, CONTROL))
    amounts = summed((cause, -amount) for made in taken for cause, amount in made.items())
    before, now = (int(human_shares(model, each)) for each in (start, city))
    return before, ordered(settled(now - before, list(amounts.items()), 2))


def _departed(model: Model, cities: Sequence[CityState]) -> Parts:
    """Returns which causes the departures followed: each round's, shared out over what made its district dear."""
    left = (each for before, after in pairwise(cities) for each in gone_amounts(model, before, after))
    amounts = summed((cause, amount) for _, _, cause, amount in left)
    scaled = [(cause, amount * FULL) for cause, amount in amounts.items()]
    return ordered(settled(int(cities[-1].readings.displaced), scaled, GRAIN * model.whole))


def gone_amounts(model: Model, before: CityState, after: CityState) -> Iterable[tuple[int, int, Cause, int]]:
    """Yields the people who left in a round: place of district and group, what stood against affordability, how many.

    They are counted in parts of `GRAIN`.
    """
    made, left = parts(model, after), after.gone - before.gone
    for district, group in zip(*np.nonzero(left), strict=True):
        causes = made[model.cell(AFFORDABILITY, int(district))]
        against = [(cause, -amount) for cause, amount in causes.items() if amount < 0]
        for cause, amount in shared(int(left[district, group]) * GRAIN, against).items():
            yield int(district), int(group), cause, amount
