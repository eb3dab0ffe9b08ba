"""Counts by duels, one option against one, and by points for places: Condorcet, Schulze and Borda.

They are for comparison beside the instant run-off: the same ballots may elect four different options.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from game.content.shapes import InterventionId
from game.engine.decide.decision import AS_IT_IS, Decision, Reason, Step, StepKind, Tally, TiePolicy, before_others
from game.engine.decide.rankings import Duels, Ranking, duels, places


def by_condorcet(options: Sequence[InterventionId], ballots: Sequence[Ranking]) -> Decision:
    """Returns the option that beats every other one against one (Condorcet 1785); often there is none."""
    won = duels(ballots, options)
    steps = tuple(_duel(pair, won) for pair in won if _is_told(pair, won, options))
    tally = tuple(Tally(o, sum(won[o, other] > won[other, o] for other in options if other != o)) for o in options)
    winners = [t.intervention for t in tally if t.support == len(options) - 1 and ballots]
    return _decision(winners, Reason.CONDORCET, tally, ballots, steps)


def by_schulze(
    options: Sequence[InterventionId],
    ballots: Sequence[Ranking],
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None = None,
) -> Decision:
    """Returns the option that nothing beats by a stronger chain of duels (Schulze 2011, winning votes)."""
    paths = strongest_paths(options, duels(ballots, options))
    steps = tuple(
        Step(StepKind.PATH, one, {"there": paths[one, other], "back": paths[other, one]}, among=(other,))
        for one, other in paths
        if paths[one, other] > paths[other, one]
    )
    tally = tuple(Tally(o, sum(paths[o, other] > paths[other, o] for other in options if other != o)) for o in options)
    unbeaten = [o for o in options if all(paths[o, other] >= paths[other, o] for other in options if other != o)]
    return _among(unbeaten if ballots else [], Reason.STRONGEST_PATHS, tally, ballots, steps, tie, costs)


def strongest_paths(options: Sequence[InterventionId], won: Duels) -> Duels:
    """Returns the strength of the strongest chain of duels between each two options: that of its weakest duel."""
    paths = {pair: votes if votes > won[pair[::-1]] else 0 for pair, votes in won.items()}
    for through in options:
        for one in options:
            for other in options:
                if len({one, other, through}) == 3:
                    chain = min(paths[one, through], paths[through, other])
                    paths[one, other] = max(paths[one, other], chain)
    return paths


def by_borda(
    options: Sequence[InterventionId],
    ballots: Sequence[Ranking],
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None = None,
) -> Decision:
    """Returns the option with the most points: one for each option it stands before on a ballot (Borda 1781).

    Options that share a place share the points of the places they fill.
    """
    points = dict.fromkeys(options, Fraction(0))
    for ballot in ballots:
        at = places(ballot, options)
        for option in options:
            worse = sum(at[option] < at[other] for other in options)
            same = sum(at[option] == at[other] for other in options) - 1
            points[option] += worse + Fraction(same, 2)
    tally = tuple(Tally(option, found) for option, found in points.items())
    steps = tuple(Step(StepKind.POINTS, option, {"points": found}) for option, found in points.items())
    most = max(points.values(), default=Fraction(0))
    best = [option for option in options if points[option] == most]
    return _among(best if ballots else [], Reason.MOST_POINTS, tally, ballots, steps, tie, costs)


def _is_told(pair: tuple[InterventionId, InterventionId], won: Duels, options: Sequence[InterventionId]) -> bool:
    """Tells whether a duel is told from this side: the winner's, or that of the first proposed where nobody wins."""
    there, back = won[pair], won[pair[::-1]]
    return there > back or (there == back and options.index(pair[0]) < options.index(pair[1]))


def _duel(pair: tuple[InterventionId, InterventionId], won: Duels) -> Step:
    there, back = won[pair], won[pair[::-1]]
    kind = StepKind.BEATS if there > back else StepKind.TIES_WITH
    return Step(kind, pair[0], {"for_": there, "against": back}, among=(pair[1],))


def _among(
    winners: Sequence[InterventionId],
    reason: Reason,
    tally: tuple[Tally, ...],
    ballots: Sequence[Ranking],
    steps: tuple[Step, ...],
    tie: TiePolicy,
    costs: Mapping[InterventionId, int] | None,
) -> Decision:
    if len(winners) < 2:
        return _decision(winners, reason, tally, ballots, steps)
    chosen = before_others(tuple(winners), costs or {}, tie)
    steps = (*steps, Step(StepKind.TIE, chosen, among=tuple(winners)))
    if chosen is None:
        return Decision((), Reason.TIE_LEFT, tally, len(ballots), steps)
    return _decision([chosen], Reason.TIE_BROKEN, tally, ballots, steps)


def _decision(
    winners: Sequence[InterventionId],
    reason: Reason,
    tally: tuple[Tally, ...],
    ballots: Sequence[Ranking],
    steps: tuple[Step, ...],
) -> Decision:
    if not ballots:
        return Decision((), Reason.NO_BALLOT, tally)
    if not winners:
        return Decision((), Reason.NO_WINNER, tally, len(ballots), steps)
    if winners[0] == AS_IT_IS:
        return Decision((), Reason.PREFER_NONE, tally, len(ballots), steps)
    return Decision((winners[0],), reason, tally, len(ballots), steps)
