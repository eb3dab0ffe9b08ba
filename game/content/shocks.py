"""Which shocks a city may meet: the general ones of the rules, those it tells in its own words, and its own."""

from collections.abc import Mapping

from game.content.cards import Scenario, Shock
from game.content.rulebook import Rulebook
from game.content.shapes import Line, SourceId


def shocks_of(scenario: Scenario, rules: Rulebook) -> tuple[Shock, ...]:
    """Returns the shocks of a city in the order they are drawn: the scenario's, then the general ones it leaves as is.

    A shock of the scenario with the id of a general one takes its place.
    """
    own = {shock.id for shock in scenario.shocks}
    return (*scenario.shocks, *(shock for shock in rules.shocks if shock.id not in own))


def sources_of(shock: Shock, scenario: Scenario, rules: Rulebook) -> Mapping[SourceId, Line]:
    """Returns the sources that a shock's keys name: the scenario's for its own shocks, else those of the rules."""
    return scenario.sources if shock in scenario.shocks else rules.sources
