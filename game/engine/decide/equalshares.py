"""The Method of Equal Shares: each voter has the same part of the money, and pays for what he or she supports.

A project is affordable at rate r when its supporters, each paying at most r for each unit of what it is worth to them
and never more than they have left, cover its cost. The one with the least rate is funded, its supporters pay, and the
count goes on (Peters and Skowron 2020; with tokens, Peters, Pierczynski and Skowron 2021). What no group can pay for
any more stays unspent; completion gives everyone a larger purse, a little at a time, as long as what is funded stays
within the budget, so that more of it is spent. Everything is exact: whole numbers and fractions.

Edge rule: among equals the tie policy says who comes first; under STATUS_QUO equals are passed over whose supporters
can't pay all of them, or of which some are rivals.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from math import gcd, lcm
from operator import mul

from attrs import frozen

from game.content.shapes import InterventionId
from game.engine.decide.decision import Amount, Decision, Purse, Step, StepKind, TiePolicy, before_others
from game.engine.decide.election import Election


class Worth(Enum):
    """What a project that is funded is worth to a voter who supports it."""

    COST = "cost"
    """As much as it costs: a euro spent on what one supports counts as a euro."""
    COUNT = "count"
    """One, whatever it costs."""


@frozen
class _Project:
    """A project that somebody supports: by the places of their ballots, who does, and what it is worth to each."""

    option: InterventionId
    cost: int
    who: tuple[int, ...]
    value: tuple[int, ...]
    weight: tuple[int, ...]
    units: int
    """What it is worth to all of them together."""
    turns: tuple[int, ...]
    """What makes their money comparable: those run dry first who have least for each unit of worth."""

    @classmethod
    def of(cls, election: Election, option: InterventionId, worth: Worth) -> "_Project":
        """Returns a project with those who support it."""
        ballots, cost = election.ballots, election.costs[option]
        who = tuple(place for place, ballot in enumerate(ballots) if ballot.worth.get(option, 0) > 0)
        value = tuple(ballots[voter].worth[option] * (cost if worth is Worth.COST else 1) for voter in who)
        weight, scale = tuple(ballots[voter].weight for voter in who), lcm(*value)
        units = sum(each * count for each, count in zip(value, weight, strict=True))
        return cls(option, cost, who, value, weight, units, tuple(scale // each if each else 0 for each in value))


@frozen
class _Money:
    """What each voter has left, in parts of which a unit of money has `whole`: quicker to count than fractions."""

    parts: tuple[int, ...]
    whole: int

    def left(self, voter: int) -> Fraction:
        """Returns what one voter has left."""
        return Fraction(self.parts[voter], self.whole)

    def after(self, project: _Project, rate: Fraction) -> "_Money":
        """Returns what is left once a project's supporters have paid at a rate, and never more than they had."""
        whole = lcm(self.whole, rate.denominator)
        parts = [each * (whole // self.whole) for each in self.parts]
        unit = rate.numerator * (whole // rate.denominator)
        for voter, value in zip(project.who, project.value, strict=True):
            parts[voter] -= min(parts[voter], unit * value)
        shared = gcd(whole, *parts)
        return _Money(tuple([each // shared for each in parts]), whole // shared)


def by_equal_shares(
    election: Election,
    tie: TiePolicy,
    worth: Worth = Worth.COST,
    completion: int | None = None,
    purses: bool = True,
) -> Decision:
    """Returns the projects that equal shares fund, in order; tokens multiply what a project is worth.

    `completion` is what is added to each purse at a time to spend what is left over, in units of money; None leaves it
    unspent. The steps are those of the count that stands, and the ties of the one that would have overspent. `purses`
    False leaves the voters' money out of the steps (thousands of voters).
    """
    if not election.voters:
        return election.outcome((), ())
    projects = {o: _Project.of(election, o, worth) for o in election.options if election.support(o)}
    first = purse = Fraction(election.budget, election.voters)
    funded, late = _counted(election, projects, purse, tie), list[Step]()
    while completion is not None and _unspent(election, funded):
        larger = purse + completion
        if larger > election.budget + completion:
            break
        following = _counted(election, projects, larger, tie)
        spent = _spent(election, following)
        if spent > election.budget:
            told = _told(election, projects, larger, tie, purses)
            ties = [step for step in told if step.kind is StepKind.TIE]
            late = [*ties, Step(StepKind.PURSE_KEPT, figures={"purse": larger, "spent": spent})]
            break
        purse, funded = larger, following
    figures: dict[str, Amount] = {"purse": purse, "spent": _spent(election, funded)}
    raised = [Step(StepKind.PURSE_RAISED, figures=figures)] if purse != first else []
    steps = [*raised, *_told(election, projects, purse, tie, purses), *late]
    return election.outcome(funded, (*election.unsupported(), *steps))


def _spent(election: Election, funded: Sequence[InterventionId]) -> int:
    return sum(election.costs[option] for option in funded)


def _unspent(election: Election, funded: Sequence[InterventionId]) -> bool:
    """Tells whether a larger purse could fund more: something supported is left, and no rival of what is funded."""
    taken = {option for each in funded for option in (each, *election.rivals_of(each, election.options))}
    left = election.budget - _spent(election, funded)
    waiting = [option for option in election.options if option not in taken and election.support(option)]
    return any(election.costs[option] <= left for option in waiting)


def _told(
    election: Election, projects: Mapping[InterventionId, _Project], purse: Fraction, tie: TiePolicy, purses: bool
) -> list[Step]:
    """Returns the steps of a count, with the voters' money in them or without."""
    steps: list[Step] = []
    _counted(election, projects, purse, tie, steps, purses)
    return steps


def _counted(
    election: Election,
    projects: Mapping[InterventionId, _Project],
    purse: Fraction,
    tie: TiePolicy,
    steps: list[Step] | None = None,
    purses: bool = False,
) -> list[InterventionId]:
    """Counts with a given purse for each voter; what it did is added to `steps`, for those who ask."""
    money = _Money((purse.numerator,) * len(election.ballots), purse.denominator)
    waiting = dict(projects)
    funded: list[InterventionId] = []
    rates = dict.fromkeys(waiting, Fraction(0))
    while offers := _best_offers(money, waiting, rates):
        best = _cheapest(election, offers, money, tie, steps)
        if best is None:
            for project, _ in offers:
                del waiting[project.option]
            continue
        project, rate = best
        before, money = money, money.after(project, rate)
        del waiting[project.option]
        funded.append(project.option)
        rivals = election.rivals_of(project.option, tuple(waiting))
        for rival in rivals:
            del waiting[rival]
        if steps is not None:
            steps.append(_funded_step(election, project, rate, before, money, funded, purses))
            steps += [Step(StepKind.DISCARDED_RIVAL, rival, among=(project.option,)) for rival in rivals]
    if steps is not None:
        steps += [_too_poor(project, money) for project in waiting.values()]
    return funded


def _too_poor(project: _Project, money: _Money) -> Step:
    parts = sum(money.parts[v] * weight for v, weight in zip(project.who, project.weight, strict=True))
    figures: dict[str, Amount] = {"cost": project.cost, "money": Fraction(parts, money.whole)}
    return Step(StepKind.DISCARDED_POOR, project.option, figures)


_Offer = tuple[_Project, Fraction]
"""A project with the least rate there is."""


def _best_offers(
    money: _Money, waiting: Mapping[InterventionId, _Project], rates: dict[InterventionId, Fraction]
) -> list[_Offer]:
    """Returns the affordable projects with the least rate, in the order they came to the table.

    `rates` keeps the last known rate of each project that may still be affordable. Purses only shrink, so that a rate
    never falls: a project whose last rate is above the best one found need not be looked at again.
    """
    found: dict[InterventionId, Fraction] = {}
    least: Fraction | None = None
    for option in sorted((o for o in rates if o in waiting), key=lambda o: rates[o]):
        if least is not None and rates[option] > least:
            break
        rate = _rate(waiting[option], money)
        if rate is None:
            del rates[option]
            continue
        found[option] = rates[option] = rate
        least = rate if least is None else min(least, rate)
    return [(waiting[option], found[option]) for option in waiting if option in found and found[option] == least]


def _rate(project: _Project, money: _Money) -> Fraction | None:
    """Returns a project's least rate, or None when its supporters can't cover its cost.

    Those who would run dry first, by money for each unit of worth, pay all they have; the others share the rest.
    """
    left, units, parts = project.cost * money.whole, project.units, [money.parts[voter] for voter in project.who]
    if sum(map(mul, parts, project.weight)) < left:
        return None
    if not left:
        return Fraction(0)
    rows = zip(map(mul, parts, project.turns), parts, project.value, project.weight, strict=True)
    for _, part, value, weight in sorted(rows):
        if part * units >= left * value:
            break
        left -= part * weight
        units -= value * weight
    return Fraction(left, units * money.whole)


def _cheapest(
    election: Election, offers: Sequence[_Offer], money: _Money, tie: TiePolicy, steps: list[Step] | None
) -> _Offer | None:
    """Returns which of several equals is funded first; a step says so where the order can matter."""
    options = tuple(project.option for project, _ in offers)
    if len(offers) == 1 or _paid_together(election, offers, options, money):
        return offers[0]
    chosen = before_others(options, election.costs, tie)
    if steps is not None:
        steps.append(Step(StepKind.TIE, chosen, among=options))
    return next((offer for offer in offers if offer[0].option == chosen), None)


def _paid_together(
    election: Election, offers: Sequence[_Offer], options: Sequence[InterventionId], money: _Money
) -> bool:
    """Tells whether equals can all be paid as offered: no voter would run dry between them, and none are rivals."""
    due: Counter[int] = Counter()
    for project, rate in offers:
        for voter, value in zip(project.who, project.value, strict=True):
            # A rate is so much money for a unit of worth: in parts times its denominator all stays whole.
            due[voter] += min(money.parts[voter] * rate.denominator, rate.numerator * value * money.whole)
    same = offers[0][1].denominator
    enough = all(asked <= money.parts[voter] * same for voter, asked in due.items())
    return enough and not any(election.rivals_of(option, options) for option in options)


def _funded_step(
    election: Election,
    project: _Project,
    rate: Fraction,
    before: _Money,
    after: _Money,
    funded: Sequence[InterventionId],
    purses: bool,
) -> Step:
    payers = project.who if rate else ()  # what costs nothing is paid by nobody
    paid = [Purse(election.ballots[voter].voter, before.left(voter), after.left(voter)) for voter in payers]
    figures: dict[str, Amount] = {
        "cost": project.cost,
        "left": election.budget - _spent(election, funded),
        "payers": sum(election.ballots[voter].weight for voter in payers),
        "each": max((purse.before - purse.after for purse in paid), default=Fraction(0)),
    }
    return Step(StepKind.FUNDED, project.option, figures, purses=tuple(paid) if purses else ())
