"""How long a session may be, and what it is made of: as the scenario says, or worked out from the length of a round."""

from typing import Final

from attrs import frozen

from game.content.cards import Scenario
from game.content.played import Length
from game.content.rulebook import Rulebook
from game.content.timing import Workshop

USUAL: Final = (45, 90, 180)
"""Minutes of a lesson, of a workshop and of half a day."""
FEWEST, MOST = 2, 12


@frozen
class Parts:
    """What a session is made of, in whole minutes: the opening's halves, the rounds, a break or none, the debrief."""

    welcome: int
    roles: int
    play: int
    pause: int
    debrief: int
    asking: int = 0
    """Minutes of the questionnaire, once before roles are read and once after the debrief; 0 for none."""

    @property
    def opening(self) -> int:
        """Returns the minutes before the first round."""
        return self.welcome + self.asking + self.roles


def parts_of(minutes: int, rules: Workshop, debrief: int | None = None, questionnaire: bool = False) -> Parts:
    """Returns the parts of a session of so many minutes; the debrief is as long as the rules say unless given.

    A questionnaire takes its minutes from the rounds.
    """
    around = minutes * (1 - rules.play.value / 100)
    opening = round(min(rules.opening_longest.value, around * rules.opening.value / 100))
    if debrief is None:
        debrief = round(min(rules.debrief_most.value, max(rules.debrief_least.value, around - opening)))
    pause = round(rules.break_minutes.value) if minutes >= rules.break_from.value else 0
    welcome = round(opening * rules.welcome.value / 100)
    asking = round(rules.questionnaire.value) if questionnaire else 0
    play = minutes - opening - pause - debrief - 2 * asking
    return Parts(welcome, opening - welcome, play, pause, debrief, asking)


def lengths_of(scenario: Scenario, rules: Rulebook) -> tuple[Length, ...]:
    """Returns the lengths to choose from, the shortest first."""
    if scenario.lengths:
        return tuple(sorted(scenario.lengths, key=lambda length: length.minutes))
    round_ = sum(phase.minutes.value for phase in rules.phases)
    played = ((minutes, parts_of(minutes, rules.workshop).play) for minutes in USUAL)
    return tuple(Length(minutes, min(MOST, max(FEWEST, int(play / round_)))) for minutes, play in played)


def length_of(scenario: Scenario, rules: Rulebook) -> Length | None:
    """Returns the length a scenario is proposed with, None where it is none of those to choose from."""
    wanted = (scenario.minutes, scenario.rounds)
    return next((each for each in lengths_of(scenario, rules) if (each.minutes, each.rounds) == wanted), None)
