"""Consent: a proposal passes when nobody has a reasoned objection left, which is less than everybody liking it.

As in sociocracy (Endenburg 1998): one may consent, stand aside, or object; an objection must say what harm it fears, so
that the proposal can be amended. One that gives no reason does not count.
"""

from collections.abc import Mapping
from enum import Enum

from game.content.shapes import InterventionId
from game.engine.decide.decision import Decision, Reason, Step, StepKind, Tally


class Position(Enum):
    """What a seat says of a proposal under consent."""

    CONSENT = "consent"
    ASIDE = "aside"
    """It would choose otherwise, and lets it pass."""
    OBJECT = "object"
    """It sees harm that should stop the proposal as it is."""


def by_consent(
    option: InterventionId, answers: Mapping[str, tuple[Position, str]], seats: int, quorum: int = 0
) -> Decision:
    """Returns whether an option passes: each seat's position and its reason in words; silent seats have no answer.

    >>> by_consent("a", {"river": (Position.OBJECT, " ")}, 8).winner
    'a'
    """
    positions = [position for position, _ in answers.values()]
    objections = [reason for position, reason in answers.values() if position is Position.OBJECT and reason.strip()]
    figures = {
        "consents": positions.count(Position.CONSENT),
        "asides": positions.count(Position.ASIDE),
        "objections": len(objections),
        "unreasoned": positions.count(Position.OBJECT) - len(objections),
        "silent": seats - len(answers),
    }
    steps = (Step(StepKind.CONSENT, option, figures),)
    tally = (Tally(option, positions.count(Position.CONSENT)),)
    if len(answers) < quorum:
        reason = Reason.NO_QUORUM if answers else Reason.NO_BALLOT
        return Decision((), reason, tally, len(answers), steps)
    if objections:
        return Decision((), Reason.OBJECTED, tally, len(answers), steps)
    return Decision((option,), Reason.CONSENTED, tally, len(answers), steps)
