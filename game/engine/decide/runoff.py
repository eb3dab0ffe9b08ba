"""The instant run-off: the option with the fewest first places is struck off, until one has more than half.

A ballot counts for the best option on it that is still in; when its best ones share a place it is split between them,
so that a weak order can be counted too. An option that shares the fewest first places with others falls by the tie
policy read from its end: what comes last among equals is struck off first; under STATUS_QUO they all are. The step of
the tie names whom the policy puts first, the step after it who falls. Those without any first place fall together.
Leaving things as they are stands among the options, and may win.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from game.content.shapes import InterventionId
from game.engine.decide.decision import AS_IT_IS, Decision, Reason, Step, StepKind, Tally, TiePolicy, before_others
from game.engine.decide.rankings import Ranking, places


def by_runoff(
    options: Sequence[InterventionId],
    ballots: Sequence[Ranking],
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None = None,
    quorum: int = 0,
) -> Decision:
    """Returns the option that the instant run-off elects; the tally gives first places at the start.

    `AS_IT_IS` is added to the options when a ballot names it. A ballot that names nothing still in no longer counts.
    """
    every = _with_status_quo(options, ballots)
    tally = tuple(Tally(option, support) for option, support in _first_places(every, ballots).items())
    if not ballots:
        return Decision((), Reason.NO_BALLOT, tally)
    if len(ballots) < quorum:
        return Decision((), Reason.NO_QUORUM, tally, len(ballots))
    left, steps, tied = list(every), [], False
    while left:
        counts = _first_places(left, ballots)
        total = sum(counts.values())
        steps += [Step(StepKind.COUNTED, o, {"support": n, "ballots": total}) for o, n in counts.items()]
        leader = max(left, key=lambda option: counts[option])
        if 2 * counts[leader] > total or (len(left) == 1 and total):
            steps.append(Step(StepKind.ELECTED, leader, {"support": counts[leader], "ballots": total}))
            return _elected(leader, tied, tally, len(ballots), steps)
        fewest = min(counts.values())
        weakest = tuple(option for option in left if counts[option] == fewest)
        struck = _struck(weakest, fewest, costs or {}, tie, steps)
        tied = tied or len(struck) < len(weakest)
        for out in struck:
            left.remove(out)
            steps.append(Step(StepKind.ELIMINATED, out, {"support": fewest, "ballots": total}))
    equals = any(step.kind is StepKind.TIE for step in steps)
    return Decision((), Reason.TIE_LEFT if equals else Reason.NO_WINNER, tally, len(ballots), tuple(steps))


def _with_status_quo(options: Sequence[InterventionId], ballots: Sequence[Ranking]) -> tuple[InterventionId, ...]:
    entries = (entry for ballot in ballots for entry in ballot)
    named = any(AS_IT_IS in entry if isinstance(entry, frozenset) else entry == AS_IT_IS for entry in entries)
    return (*options, AS_IT_IS) if named and AS_IT_IS not in options else tuple(options)


def _first_places(
    left: Sequence[InterventionId], ballots: Sequence[Ranking]
) -> dict[InterventionId, Fraction]:
    """Returns the ballots that count for each option still in."""
    counts = dict.fromkeys(left, Fraction(0))
    for ballot in ballots:
        at = places(ballot, left)
        best = min(at.values(), default=0)
        first = [option for option in left if at[option] == best]
        if best < len(ballot):
            for option in first:
                counts[option] += Fraction(1, len(first))
    return counts


def _struck(
    weakest: tuple[InterventionId, ...],
    fewest: Fraction,
    costs: Mapping[InterventionId, int],
    tie: TiePolicy,
    steps: list[Step],
) -> tuple[InterventionId, ...]:
    """Returns which of the weakest are struck off: all that have no first place, else one by the tie policy."""
    if len(weakest) == 1 or not fewest:
        return weakest
    steps.append(Step(StepKind.TIE, before_others(weakest, costs, tie), among=weakest))
    kept = weakest
    while len(kept) > 1 and (better := before_others(kept, costs, tie)) is not None:
        kept = tuple(option for option in kept if option != better)
    return kept


def _elected(
    leader: InterventionId, tied: bool, tally: tuple[Tally, ...], ballots: int, steps: list[Step]
) -> Decision:
    if leader == AS_IT_IS:
        return Decision((), Reason.PREFER_NONE, tally, ballots, tuple(steps))
    return Decision((leader,), Reason.TIE_BROKEN if tied else Reason.MOST_RANKED, tally, ballots, tuple(steps))
