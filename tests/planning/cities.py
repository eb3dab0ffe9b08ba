"""The shipped cities and rules, read once for the tests of plans."""

from functools import cache

from game.content.cards import Scenario
from game.content.load import list_scenarios, load_rulebook, load_scenario
from game.content.rulebook import Rulebook
from game.paths import data


@cache
def rules() -> Rulebook:
    """Returns the shipped rules."""
    return load_rulebook().rulebook


@cache
def cities() -> tuple[Scenario, ...]:
    """Returns the shipped cities, in the order in which they are offered."""
    return tuple(load_scenario(each.folder).scenario for each in list_scenarios([data("scenarios")]))


def city(name: str) -> Scenario:
    """Returns one of them."""
    return next(each for each in cities() if each.id == name)
