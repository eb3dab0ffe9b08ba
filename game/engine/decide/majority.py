"""A majority vote on several answers: each ballot approves as many as it likes, and more than half must approve.

Approval voting (Brams and Fishburn 1978) with a majority threshold: two close answers don't split a majority.
"""

from collections.abc import Sequence

from game.content.shapes import InterventionId
from game.engine.decide.decision import Decision, Reason, Tally, TiePolicy


def by_majority(
    options: Sequence[InterventionId], ballots: Sequence[Sequence[InterventionId]], tie: TiePolicy
) -> Decision:
    """Returns the most approved option among those that more than half of the ballots approve.

    `options` stand in the order they came to the table, which is what FIRST_PROPOSED reads. An empty ballot counts:
    it approves of nothing.

    >>> by_majority(["a", "b"], [["a"], ["a", "b"], []], TiePolicy.STATUS_QUO).chosen
    'a'
    """
    tally = tuple(Tally(option, sum(option in ballot for ballot in ballots)) for option in options)
    if not ballots:
        return Decision(None, Reason.NO_BALLOT, tally)
    passing = [entry for entry in tally if 2 * entry.approvals > len(ballots)]
    if not passing:
        return Decision(None, Reason.NO_MAJORITY, tally, len(ballots))
    most = max(entry.approvals for entry in passing)
    winners = [entry.intervention for entry in passing if entry.approvals == most]
    if len(winners) == 1:
        return Decision(winners[0], Reason.MOST_APPROVED, tally, len(ballots))
    chosen = winners[0] if tie is TiePolicy.FIRST_PROPOSED else None
    return Decision(chosen, Reason.TIE_BROKEN, tally, len(ballots))
