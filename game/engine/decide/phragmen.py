"""Phragmen's sequential rule with costs: voters earn money at the same pace, and buy what they support together.

Whenever the supporters of a project have earned its cost together, it is funded and they start again from nothing
(Brill and others 2017; with costs, Los, Christoff and Grossi 2022). It stops at the first project that would overspend.
Edge rules: projects dearer than the whole budget are left out before the count. Among equals the tie policy says who
comes first; under STATUS_QUO equals are passed over that share supporters, that the money can't pay all together,
or of which some are rivals.
"""

from fractions import Fraction

from game.content.shapes import InterventionId
from game.engine.decide.decision import Amount, Decision, Step, StepKind, TiePolicy, before_others
from game.engine.decide.election import Election


def by_phragmen(election: Election, tie: TiePolicy) -> Decision:
    """Returns the projects that Phragmen's rule funds, in order. Tokens count as approvals."""
    steps = list(election.unsupported())
    waiting = {o: [n for n, b in enumerate(election.ballots) if b.worth.get(o, 0) > 0] for o in election.options}
    for option in election.options:
        if waiting[option] and election.costs[option] > election.budget:
            dear = {"cost": election.costs[option], "left": election.budget}
            steps.append(Step(StepKind.DISCARDED_DEAR, option, dear))
    waiting = {o: who for o, who in waiting.items() if who and election.costs[o] <= election.budget}
    loads, left, funded = [Fraction(0)] * len(election.ballots), election.budget, []
    while waiting:
        times = {option: _time(election, option, who, loads) for option, who in waiting.items()}
        least = min(times.values())
        equals = {o: who for o, who in waiting.items() if times[o] == least}
        soonest = _soonest(election, equals, left, tie, steps)
        if soonest is None:
            waiting = {o: who for o, who in waiting.items() if o not in equals}
            continue
        option = soonest
        if election.costs[option] > left:
            steps.append(Step(StepKind.DISCARDED_DEAR, option, {"cost": election.costs[option], "left": left}))
            break
        backers = waiting.pop(option)
        for voter in backers:
            loads[voter] = times[option]
        left -= election.costs[option]
        funded.append(option)
        payers = sum(election.ballots[voter].weight for voter in backers)
        paid: dict[str, Amount] = {"cost": election.costs[option], "left": left}
        paid |= {"payers": payers, "each": times[option]}
        steps.append(Step(StepKind.FUNDED, option, paid))
        for rival in election.rivals_of(option, tuple(waiting)):
            del waiting[rival]
            steps.append(Step(StepKind.DISCARDED_RIVAL, rival, among=(option,)))
    return election.outcome(funded, steps)


def _time(election: Election, option: InterventionId, who: list[int], loads: list[Fraction]) -> Fraction:
    """Returns when its supporters will have earned a project's cost, what they spent before included."""
    spent = sum((loads[voter] * election.ballots[voter].weight for voter in who), Fraction(0))
    return (election.costs[option] + spent) / sum(election.ballots[voter].weight for voter in who)


def _soonest(
    election: Election, among: dict[InterventionId, list[int]], left: int, tie: TiePolicy, steps: list[Step]
) -> InterventionId | None:
    """Returns which of several equals comes first, by their supporters; a step says so where the order can matter."""
    equals, backers = tuple(among), [voter for who in among.values() for voter in who]
    apart = len(backers) == len(set(backers)) and not any(election.rivals_of(option, equals) for option in equals)
    if len(equals) == 1 or (apart and sum(election.costs[option] for option in equals) <= left):
        return equals[0]
    chosen = before_others(equals, election.costs, tie)
    steps.append(Step(StepKind.TIE, chosen, among=equals))
    return chosen
