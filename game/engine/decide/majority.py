"""A majority vote on several answers: each ballot approves as many as it likes, and more than half must approve.

Approval voting (Brams and Fishburn 1978) with a majority threshold: two close answers don't split a majority.
"""

from collections.abc import Mapping, Sequence

from game.content.shapes import InterventionId
from game.engine.decide.decision import (
    Decision,
    Reason,
    Step,
    StepKind,
    Tally,
    TiePolicy,
    before_others,
)


def by_majority(
    options: Sequence[InterventionId],
    ballots: Sequence[Sequence[InterventionId]],
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None = None,
    quorum: int = 0,
) -> Decision:
    """Returns the most approved option among those that more than half of the ballots approve.

    `options` stand in the order they came to the table, which is what FIRST_PROPOSED reads; `costs` (in k€) is what
    CHEAPEST reads; fewer ballots than `quorum` decide nothing. An empty ballot counts: it approves of nothing.

    >>> by_majority(["a", "b"], [["a"], ["a", "b"], []], TiePolicy.STATUS_QUO).winner
    'a'
    """
    tally = tuple(Tally(option, sum(option in ballot for ballot in ballots)) for option in options)
    if not ballots:
        return Decision((), Reason.NO_BALLOT, tally)
    cast = len(ballots)
    if cast < quorum:
        return Decision((), Reason.NO_QUORUM, tally, cast)
    steps = tuple(Step(StepKind.COUNTED, t.intervention, {"support": t.support, "ballots": cast}) for t in tally)
    passing = [entry for entry in tally if 2 * entry.support > cast]
    if not passing:
        return Decision((), Reason.NO_MAJORITY, tally, cast, steps)
    most = max(entry.support for entry in passing)
    winners = tuple(entry.intervention for entry in passing if entry.support == most)
    if len(winners) == 1:
        return Decision(winners, Reason.MOST_APPROVED, tally, cast, steps)
    chosen = before_others(winners, costs or {}, tie)
    steps = (*steps, Step(StepKind.TIE, chosen, among=winners))
    if chosen is None:
        return Decision((), Reason.TIE_LEFT, tally, cast, steps)
    return Decision((chosen,), Reason.TIE_BROKEN, tally, cast, steps)
