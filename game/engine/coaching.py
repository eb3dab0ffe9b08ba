"""What a facilitator might do next: one suggestion, from where the table stands and how it keeps to its plan."""

from enum import Enum
from typing import Final

from attrs import frozen

from game.content.inventing import Idea
from game.content.shapes import StakeholderId
from game.engine.amending import answering
from game.engine.ballots import ballot_kind
from game.engine.inventing import voices_needed
from game.engine.legal import awaited
from game.engine.pacing import MINUTE, Pace
from game.engine.phases import Phase
from game.engine.roster import vacant
from game.engine.state import Game, State

HALF: Final = 0.5
"""The part of a debate that a table behind plan is left before it is called to decide."""


class Reason(Enum):
    """Why something is suggested."""

    EVERYONE_HEARD = "everyone_heard"
    """Every seat has spoken, and nothing waits for an answer."""
    SEATS_QUIET = "seats_quiet"
    """Some seats have not spoken, and much of the debate is over."""
    AMENDMENT_WAITS = "amendment_waits"
    """An amendment waits for its proposer's answer, and all others have spoken."""
    NOBODY_PROPOSES = "nobody_proposes"
    """Nobody has put an answer on the table for so many minutes."""
    NOTHING_TO_PROPOSE = "nothing_to_propose"
    """The city can take no answer to this challenge now: its money, its powers or its works forbid each."""
    IDEA_WAITS = "idea_waits"
    """An answer that the room has written waits to be estimated."""
    IDEA_READY = "idea_ready"
    """An answer that the room has estimated waits for the facilitator's word."""
    BALLOTS_MISSING = "ballots_missing"
    """The time to vote is up, and some ballots are missing."""
    BEHIND = "behind"
    """The table is so many minutes behind plan, and can shorten what it is doing."""
    SEAT_EMPTY = "seat_empty"
    """Nobody is left at a seat, and the table waits for it."""
    TIME_UP = "time_up"
    """The time planned for the phase is up."""


class Help(Enum):
    """What pressing a suggestion does."""

    PROCEED = "proceed"
    """The table closes the phase and goes on."""
    FLOOR = "floor"
    """The first seat named is given the floor."""
    ENTRUST = "entrust"
    """The seat is handed to a computer player; else it may stay empty."""
    INVENT = "invent"
    """The answer that the room has written is looked at."""


@frozen
class Advice:
    """A suggestion: why, about which seats or how many minutes, and what pressing it does."""

    reason: Reason
    does: Help = Help.PROCEED
    seats: tuple[StakeholderId, ...] = ()
    minutes: int = 0
    idea: Idea | None = None
    """The answer it is about."""


def advised(game: Game, state: State, people: frozenset[StakeholderId], pace: Pace | None) -> Advice | None:
    """Returns the one thing worth suggesting now, None when the table does well without.

    `people` are the seats that people hold; without a `pace` nothing is said of time. A table of computer players
    needs no coach.
    """
    if not people:
        return None
    left = vacant(state)
    if left and state.phase is not Phase.ENDED:
        return Advice(Reason.SEAT_EMPTY, Help.ENTRUST, left[:1])
    match state.phase:
        case Phase.PROPOSAL:
            return _proposing(game, state, people, pace)
        case Phase.DELIBERATION:
            return _debating(game, state, people, pace)
        case Phase.DECISION:
            return _voting(game, state, people, pace)
        case Phase.BRIEFING | Phase.RESOLUTION | Phase.REFLECTION:
            return _looking(game, state, pace)
    return None


def _proposing(game: Game, state: State, people: frozenset[StakeholderId], pace: Pace | None) -> Advice | None:
    waiting = next((each for each in state.inventions if each.admitted is None), None)
    if waiting is not None:
        ready = len(waiting.estimates) >= voices_needed(game)
        reason = Reason.IDEA_READY if ready else Reason.IDEA_WAITS
        return Advice(reason, Help.INVENT, idea=waiting.idea)
    if not state.offers and not state.proposals:
        return Advice(Reason.NOTHING_TO_PROPOSE)
    if pace is None or not people.issuperset(awaited(game, state)):
        return None
    if state.proposals:
        return _time_up(pace)
    if _late(game, pace) and state.opened > 1:
        return Advice(Reason.BEHIND, minutes=_whole(pace.behind))
    if pace.spent >= game.model.rules.coach.patience.value * MINUTE:
        return Advice(Reason.NOBODY_PROPOSES, minutes=_whole(pace.spent))
    return None


def _debating(game: Game, state: State, people: frozenset[StakeholderId], pace: Pace | None) -> Advice | None:
    waited, quiet = awaited(game, state), tuple(seat for seat in game.players if seat not in state.heard)
    if not waited:
        return Advice(Reason.EVERYONE_HEARD)
    asked = tuple(seat for seat in answering(state) if seat in people)
    if asked and not quiet:
        return Advice(Reason.AMENDMENT_WAITS, Help.FLOOR, asked)
    silent = tuple(seat for seat in quiet if seat in people)
    if pace is None or len(silent) < len(quiet):
        return None
    if _late(game, pace) and pace.spent >= pace.planned * HALF:
        return Advice(Reason.BEHIND, minutes=_whole(pace.behind))
    if silent and pace.spent >= pace.planned * game.model.rules.coach.quiet.value / 100:
        return Advice(Reason.SEATS_QUIET, Help.FLOOR, silent)
    return _time_up(pace)


def _voting(game: Game, state: State, people: frozenset[StakeholderId], pace: Pace | None) -> Advice | None:
    missing = awaited(game, state)
    if pace is None or not pace.over or ballot_kind(game, state) is None or not people.issuperset(missing):
        return None
    return Advice(Reason.BALLOTS_MISSING, seats=missing)


def _looking(game: Game, state: State, pace: Pace | None) -> Advice | None:
    if pace is None:
        return None
    last = state.phase is Phase.REFLECTION and state.round >= game.rounds
    if _late(game, pace) and state.phase is not Phase.BRIEFING and not last:
        return Advice(Reason.BEHIND, minutes=_whole(pace.behind))
    return _time_up(pace)


def _time_up(pace: Pace) -> Advice | None:
    return Advice(Reason.TIME_UP, minutes=_whole(pace.spent - pace.planned)) if pace.over else None


def _late(game: Game, pace: Pace) -> bool:
    return pace.behind >= game.model.rules.coach.behind.value * MINUTE


def _whole(seconds: float) -> int:
    return int(seconds // MINUTE)
