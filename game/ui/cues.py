"""Which short sound goes with what has happened. Pure: events in, the name of a cue out; `game.ui.sound` plays it."""

from collections.abc import Sequence
from typing import Final

from game.city.state import adoptions
from game.engine.events import (
    Amended,
    AmendmentSuggested,
    Asked,
    BallotCast,
    BargainOffered,
    ConsentAsked,
    Decided,
    Event,
    Joined,
    LeftAsItIs,
    Passed,
    PhaseBegan,
    PowerLost,
    PowerRegained,
    Proposed,
    QuestionDecided,
    ShockStruck,
    WayChanged,
)
from game.engine.phases import Phase
from game.session import Session

CUES: Final[dict[type, str]] = {
    PowerLost: "power_lost",
    ShockStruck: "shock",
    Decided: "decision",
    QuestionDecided: "decision",
    WayChanged: "decision",
    LeftAsItIs: "decision",
    PowerRegained: "opening",
    PhaseBegan: "phase",
    ConsentAsked: "phase",
    Proposed: "proposal",
    Joined: "proposal",
    Amended: "proposal",
    AmendmentSuggested: "proposal",
    Asked: "proposal",
    BargainOffered: "proposal",
    Passed: "ballot",
    BallotCast: "ballot",
}
"""The cue of each kind of event; what is not here passes in silence."""
OPENING: Final = "opening"
"""Something decided has opened."""
FLOOR: Final = "floor"
"""People are awaited now, or others than before."""
RANKS: Final = ("power_lost", "shock", "decision", OPENING, "phase", FLOOR, "proposal", "ballot")
"""Of several cues at once only the first of these is heard."""
ALONE: Final = ("refusal", "timer_near", "timer_over")
"""Cues that no event brings: a move refused, a timer."""
NEAR: Final = 30
"""Seconds before the end of a phase at which its end is heard coming: time to finish a sentence."""


def cue_of(events: Sequence[Event], opened: bool = False, floor: bool = False) -> str:
    """Returns the cue of what a move brought about, an empty text for none.

    `opened` tells that something decided opened with it, `floor` that it is other people's turn now.

    >>> cue_of((), floor=True)
    'floor'
    """
    found = {CUES.get(type(event), "") for event in events}
    found |= {OPENING} if opened else set()
    found |= {FLOOR} if floor else set()
    return next((cue for cue in RANKS if cue in found), "")


def cue_of_clock(before: int | None, now: int | None) -> str:
    """Returns the cue of a clock that went from so many seconds left to so many; None is no clock.

    >>> cue_of_clock(31, 30), cue_of_clock(1, 0), cue_of_clock(0, 300)
    ('timer_near', 'timer_over', '')
    """
    if before is None or now is None:
        return ""
    if before > 0 >= now:
        return "timer_over"
    return "timer_near" if before > NEAR >= now > 0 else ""


def opened(session: Session, events: Sequence[Event]) -> bool:
    """Tells whether, with a round that begins, something decided earlier has opened."""
    if not any(isinstance(event, PhaseBegan) and event.phase is Phase.BRIEFING for event in events):
        return False
    city = session.state.city
    return any(each.opens == city.round for each in adoptions(session.game.model, city))
