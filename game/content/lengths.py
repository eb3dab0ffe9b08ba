"""How long a session may be: as the scenario says, or worked out from how long a round takes."""

from typing import Final

from game.content.cards import Length, Scenario
from game.content.rulebook import Rulebook

USUAL: Final = (45, 90, 180)
"""Minutes of a lesson, of a workshop and of half a day."""
TALKING: Final = 0.8
"""Part of a session played in rounds; the rest is welcome and debrief."""
FEWEST, MOST = 2, 12


def lengths_of(scenario: Scenario, rules: Rulebook) -> tuple[Length, ...]:
    """Returns the lengths to choose from, the shortest first."""
    if scenario.lengths:
        return tuple(sorted(scenario.lengths, key=lambda length: length.minutes))
    round_ = sum(phase.minutes.value for phase in rules.phases)
    return tuple(Length(minutes, min(MOST, max(FEWEST, int(minutes * TALKING / round_)))) for minutes in USUAL)


def length_of(scenario: Scenario, rules: Rulebook) -> Length | None:
    """Returns the length a scenario is proposed with, None where it is none of those to choose from."""
    wanted = (scenario.minutes, scenario.rounds)
    return next((each for each in lengths_of(scenario, rules) if (each.minutes, each.rounds) == wanted), None)
