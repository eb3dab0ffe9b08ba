"""The greedy count, which most cities use: what gathered most comes first, until the money is spent.

A project that no longer fits is passed over, and the next one is tried (Talmon and Faliszewski 2019, "greedy by
votes"). By value, support for each euro comes first instead.
"""

from fractions import Fraction

from game.content.shapes import InterventionId
from game.engine.decide.decision import Decision, Step, StepKind, TiePolicy, before_others
from game.engine.decide.election import Election


def by_greedy(election: Election, tie: TiePolicy, by_value: bool = False, backing: bool = True) -> Decision:
    """Returns the projects that the greedy count funds, in the order it funds them.

    Among equals the tie policy says who comes first; under STATUS_QUO equals for which the money does not suffice
    together are all passed over. `backing` False leaves who supported what out of the steps (thousands of voters).
    """
    costs, left = election.costs, election.budget
    waiting = {o: _merit(election, o, by_value) for o in election.options if election.support(o)}
    steps, funded = list(election.unsupported()), []
    while waiting:
        best = max(waiting.values())
        equals = tuple(option for option, merit in waiting.items() if merit == best)
        option = equals[0] if len(equals) == 1 else _first(equals, election, left, tie, steps)
        if option is None:
            for each in equals:
                del waiting[each]
            continue
        del waiting[option]
        if costs[option] > left:
            steps.append(Step(StepKind.DISCARDED_DEAR, option, {"cost": costs[option], "left": left}))
            continue
        left -= costs[option]
        funded.append(option)
        backers = election.backing(option) if backing else ()
        figures = {"cost": costs[option], "left": left, "support": election.support(option)}
        steps.append(Step(StepKind.FUNDED, option, figures, backing=backers))
        for rival in election.rivals_of(option, tuple(waiting)):
            del waiting[rival]
            steps.append(Step(StepKind.DISCARDED_RIVAL, rival, among=(option,)))
    return election.outcome(funded, steps)


def _merit(election: Election, option: InterventionId, by_value: bool) -> Fraction:
    return Fraction(election.support(option), max(1, election.costs[option]) if by_value else 1)


def _first(
    equals: tuple[InterventionId, ...], election: Election, left: int, tie: TiePolicy, steps: list[Step]
) -> InterventionId | None:
    """Returns which of several equals is tried first; a step says so where the order can matter."""
    matters = sum(election.costs[o] for o in equals) > left or any(election.rivals_of(o, equals) for o in equals)
    if not matters:
        return equals[0]
    chosen = before_others(equals, election.costs, tie)
    steps.append(Step(StepKind.TIE, chosen, among=equals))
    return chosen
