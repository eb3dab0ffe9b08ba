"""City hall decides alone: the elected seat takes one of the proposals, or none."""

from game.content.shapes import InterventionId
from game.engine.decide.decision import Decision, Reason


def by_mandate(choice: InterventionId | None) -> Decision:
    """Returns the decision of the seat that holds the mandate."""
    return Decision((), Reason.NOBODY_CHOSE) if choice is None else Decision((choice,), Reason.MANDATE)
