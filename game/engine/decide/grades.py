"""An expert committee: each member grades every option, and the best median grade wins if it passes.

Majority judgement (Balinski and Laraki 2007): of an even number of grades the lower middle one counts; options with the
same median are told apart by the larger of the two sides, more grades better than it or more worse; then by the tie
policy.
"""

from collections.abc import Mapping, Sequence

from game.content.shapes import InterventionId
from game.engine.decide.decision import Decision, Reason, Step, StepKind, Tally, TiePolicy, before_others

Gauge = tuple[int, int]
"""A median grade, then how many more grades are better than it, or (negative) how many are worse."""


def by_grades(
    options: Sequence[InterventionId],
    ballots: Sequence[Mapping[InterventionId, int]],
    least: int,
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None = None,
    quorum: int = 0,
) -> Decision:
    """Returns the option with the best median grade, if it is at least `least`; every ballot grades every option.

    >>> by_grades(["a", "b"], [{"a": 5, "b": 3}, {"a": 1, "b": 3}, {"a": 2, "b": 4}], 3, TiePolicy.STATUS_QUO).winner
    'b'
    """
    if len(ballots) < max(1, quorum):
        reason = Reason.NO_QUORUM if ballots else Reason.NO_BALLOT
        return Decision((), reason, (), len(ballots))
    graded = {option: sorted(ballot[option] for ballot in ballots) for option in options}
    gauges = {option: _gauge(grades) for option, grades in graded.items()}
    tally = tuple(Tally(option, gauge[0]) for option, gauge in gauges.items())
    steps = tuple(_told(option, grades) for option, grades in graded.items())
    passing = {option: gauge for option, gauge in gauges.items() if gauge[0] >= least}
    if not passing:
        return Decision((), Reason.NONE_PASSES, tally, len(ballots), steps)
    best = max(passing.values())
    equals = tuple(option for option, gauge in passing.items() if gauge == best)
    if len(equals) == 1:
        return Decision(equals, Reason.BEST_GRADED, tally, len(ballots), steps)
    chosen = before_others(equals, costs or {}, tie)
    steps = (*steps, Step(StepKind.TIE, chosen, among=equals))
    if chosen is None:
        return Decision((), Reason.TIE_LEFT, tally, len(ballots), steps)
    return Decision((chosen,), Reason.TIE_BROKEN, tally, len(ballots), steps)


def _sides(grades: Sequence[int]) -> tuple[int, int, int]:
    """Returns the lower median of sorted grades, and how many are better and worse than it."""
    median = grades[(len(grades) - 1) // 2]
    return median, sum(grade > median for grade in grades), sum(grade < median for grade in grades)


def _gauge(grades: Sequence[int]) -> Gauge:
    median, better, worse = _sides(grades)
    return median, better if better > worse else -worse


def _told(option: InterventionId, grades: Sequence[int]) -> Step:
    median, better, worse = _sides(grades)
    figures = {"median": median, "better": better, "worse": worse, "grades": len(grades)}
    return Step(StepKind.GRADED, option, figures)
