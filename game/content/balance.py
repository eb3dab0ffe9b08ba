"""What many sessions of computer players came to, and what they must not show: somebody who wins by construction.

`balance.md` beside a scenario holds a report of it; `whose-city check SCENARIO --play N --record` writes it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from game.content.cards import Scenario, Tech
from game.content.faults import Fault, Steps
from game.content.shapes import InterventionId, StakeholderId

BALANCE_FILE: Final = "balance.md"

MOST_OF_ONE_VISION: Final = 0.7
"""Beyond this share of sessions a city ends the same whatever is played."""
LEAST_OF_A_LEVEL: Final = 0.1
"""Below this share of the answers taken, a tech level is there for the look of it."""
MOST_OF_A_LEVEL: Final = 0.6
MOST_AHEAD: Final = 0.6
"""Beyond this share of sessions one seat comes closest to its aim whatever the others do."""


@frozen
class Balance:
    """What so many sessions came to, in numbers of sessions, but for `levels`: answers taken, by tech level."""

    sessions: int
    proposed: Mapping[InterventionId, int]
    taken: Mapping[InterventionId, int]
    levels: Mapping[Tech, int]
    visions: Mapping[str, int]
    closer: Mapping[StakeholderId, int]
    """Sessions in which a seat came closer to what it follows than at the start."""
    ahead: Mapping[StakeholderId, int]
    """Sessions in which a seat came closest of all."""


def lint_balance(scenario: Scenario, found: Balance) -> Iterator[Fault]:
    """Yields a warning for each card never taken, and for each vision, tech level or seat that wins by construction."""
    sessions = found.sessions
    yield from _never_taken(scenario, found)
    for vision, count in found.visions.items():
        if count > MOST_OF_ONE_VISION * sessions:
            values = {"name": vision, "share": _percent(count, sessions)}
            yield Fault(("agenda",), "one_vision", values, "other_ends", on_key=True)
    whole = sum(found.levels.values())
    for level, count in found.levels.items():
        if whole and not LEAST_OF_A_LEVEL * whole <= count <= MOST_OF_A_LEVEL * whole:
            hint = "level_less" if count > MOST_OF_A_LEVEL * whole else "level_more"
            told = {"name": level.value, "share": _percent(count, whole)}
            yield Fault(("agenda",), "one_level", told, hint, on_key=True)
    for position, seat in enumerate(scenario.stakeholders):
        steps: Steps = ("stakeholders", position, "id")
        if not found.closer[seat.id]:
            yield Fault(steps, "aim_never", {"name": seat.id, "sessions": sessions}, "within_reach")
        if found.ahead[seat.id] > MOST_AHEAD * sessions:
            share = _percent(found.ahead[seat.id], sessions)
            yield Fault(steps, "seat_wins", {"name": seat.id, "share": share}, "harder_aim")


def _never_taken(scenario: Scenario, found: Balance) -> Iterator[Fault]:
    for position, challenge in enumerate(scenario.challenges):
        for place, answer in enumerate(challenge.answers):
            if not found.taken[answer.id]:
                steps: Steps = ("challenges", position, "answers", place, "id")
                yield Fault(steps, "never_taken", {"name": answer.id, "sessions": found.sessions}, "worth_taking")


def _percent(count: int, whole: int) -> int:
    return round(100 * count / whole)
