"""What a way of deciding returns, whichever it is."""

from enum import Enum

from attrs import frozen

from game.content.shapes import InterventionId


class Reason(Enum):
    """Why a decision came out as it did."""

    MANDATE = "mandate"
    """The seat with the mandate chose."""
    MOST_APPROVED = "most_approved"
    """More than half of the ballots approved it, and none was approved by more."""
    TIE_BROKEN = "tie_broken"
    """Several were equally approved by more than half; the tie policy chose among them."""
    NO_MAJORITY = "no_majority"
    """No proposal was approved by more than half of the ballots."""
    NO_BALLOT = "no_ballot"
    """Nobody voted."""
    NOBODY_CHOSE = "nobody_chose"
    """The seat with the mandate took none."""


class TiePolicy(Enum):
    """Who wins among equals."""

    FIRST_PROPOSED = "first_proposed"
    """The answer that came to the table first."""
    STATUS_QUO = "status_quo"
    """None of them: without a winner nothing changes."""


@frozen
class Tally:
    """How many ballots approved a proposal."""

    intervention: InterventionId
    approvals: int


@frozen
class Decision:
    """What was chosen (None: nothing), how the ballots fell, and why."""

    chosen: InterventionId | None
    reason: Reason
    tally: tuple[Tally, ...] = ()
    ballots: int = 0
