"""The next step suggested to a table, in words: why, and what pressing it does."""

from typing import Final

from game.engine.coaching import Advice, Help, Reason
from game.engine.phases import Phase
from game.wording.teller import Teller

FEW: Final = 2
"""Seats that are named one by one; more are counted."""
PUT_OFF: Final = (Reason.BEHIND, Reason.NOBODY_PROPOSES, Reason.NOTHING_TO_PROPOSE)
"""Why a challenge that nobody has answered is better left for later."""


def suggested(teller: Teller, advice: Advice, phase: Phase) -> str:
    """Returns the suggestion as one line."""
    words, reason = teller.words, advice.reason
    match reason:
        case Reason.SEATS_QUIET | Reason.BALLOTS_MISSING if len(advice.seats) > FEW:
            return words.count(f"coach.{reason.value}.many", len(advice.seats))
        case Reason.SEATS_QUIET | Reason.BALLOTS_MISSING | Reason.AMENDMENT_WAITS | Reason.SEAT_EMPTY:
            return teller.does(f"coach.{reason.value}", *advice.seats)
        case Reason.IDEA_WAITS | Reason.IDEA_READY if advice.idea:
            return words.say(f"coach.{reason.value}", what=advice.idea.told(words.language).title)
        case Reason.NOBODY_PROPOSES:
            return words.count("coach.nobody_proposes", advice.minutes)
        case Reason.BEHIND:
            return words.count(f"coach.behind.{phase.value}", advice.minutes)
        case Reason.TIME_UP if advice.minutes:
            return words.count("coach.over", advice.minutes)
    return words.say(f"coach.{reason.value}")


def helping(teller: Teller, advice: Advice, phase: Phase) -> str:
    """Returns what pressing the suggestion does, for its button."""
    if advice.does is Help.FLOOR:
        return teller.words.say("coach.do.floor", who=teller.seat(advice.seats[0]))
    if advice.does is Help.ENTRUST:
        return teller.words.say("coach.do.entrust")
    if advice.does is Help.INVENT:
        return teller.words.say("coach.do.idea")
    if phase is Phase.PROPOSAL and advice.reason in PUT_OFF:
        return teller.words.say("coach.do.leave")
    return teller.words.say(f"coach.do.{phase.value}")
