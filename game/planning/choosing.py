"""Which city suits a workshop, and why."""

from collections.abc import Sequence
from enum import Enum
from math import log
from typing import Final

from attrs import frozen

from game.content.cards import Scenario
from game.content.rulebook import Rulebook
from game.content.shapes import ProcedureId
from game.content.workshop import Audience, Devices
from game.engine.state import ALGORITHM, BUDGET
from game.planning.fitting import fitted
from game.planning.wishes import Wishes

EASE: Final = {"easy": 1, "middle": 2, "hard": 3}
UNKNOWN: Final = 2
"""How much a city asks that does not say so."""
BY_MACHINE: Final[tuple[ProcedureId, ...]] = (ALGORITHM, BUDGET)
"""Ways of deciding that nobody counts by hand."""


class Because(Enum):
    """Why a city is proposed."""

    FIRST_TIME = "first_time"
    """It is the easiest, and this is a first time."""
    BY_HAND = "by_hand"
    """Its votes are counted by hand."""
    READERS = "readers"
    """It asks little of those who read with effort, or are young."""
    HALF_DAY = "half_day"
    """It asks much, and there is time for it."""
    FITS = "fits"
    """Its rounds fit the minutes there are."""


@frozen
class Choice:
    """A city for a workshop, and the reasons for it."""

    scenario: Scenario
    because: tuple[Because, ...]


def chosen(scenarios: Sequence[Scenario], rules: Rulebook, wishes: Wishes) -> Choice:
    """Returns the city that suits best; among equals, the one listed first."""
    nearest = min(_distance(each, rules, wishes) for each in scenarios)
    suited = [each for each in scenarios if _distance(each, rules, wishes) == nearest]
    best = min(suited, key=lambda each: _strain(each, rules, wishes)) if len(suited) > 1 else suited[0]
    return Choice(best, because(best, rules, wishes))


def because(scenario: Scenario, rules: Rulebook, wishes: Wishes) -> tuple[Because, ...]:
    """Returns what speaks for a city; nothing where it was chosen against all advice."""
    asks, found = ease(scenario), []
    if wishes.first_time and asks == EASE["easy"]:
        found.append(Because.FIRST_TIME)
    elif wishes.audience is not Audience.ADULTS and asks < EASE["hard"]:
        found.append(Because.READERS)
    if wishes.devices is Devices.PAPER and scenario.procedure not in BY_MACHINE:
        found.append(Because.BY_HAND)
    if asks == EASE["hard"] and wanted_ease(rules, wishes) == asks:
        found.append(Because.HALF_DAY)
    if not found and asks <= wanted_ease(rules, wishes):
        found.append(Because.FITS)
    return tuple(found)


def ease(scenario: Scenario) -> int:
    """Returns how much a city asks of those who play, from 1 to 3."""
    return EASE[scenario.suits.ease] if scenario.suits else UNKNOWN


def wanted_ease(rules: Rulebook, wishes: Wishes) -> int:
    """Returns how much may be asked of those who come."""
    if wishes.first_time:
        return EASE["easy"]
    long_enough = wishes.minutes >= rules.workshop.break_from.value
    return EASE["hard"] if long_enough and wishes.audience is Audience.ADULTS else EASE["middle"]


def _distance(scenario: Scenario, rules: Rulebook, wishes: Wishes) -> tuple[bool, int]:
    by_machine = wishes.devices is Devices.PAPER and scenario.procedure in BY_MACHINE
    return by_machine, abs(ease(scenario) - wanted_ease(rules, wishes))


def _strain(scenario: Scenario, rules: Rulebook, wishes: Wishes) -> float:
    """Returns how far the phases of a city would be squeezed or stretched."""
    return round(abs(log(fitted(scenario, rules, wishes).width)), 1)
