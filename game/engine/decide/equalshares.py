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
from math import lcm

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
class _Offer:
    """A project with the least rate there is, and what each of its supporters would pay."""

    option: InterventionId
    rate: Fraction
    payments: tuple[tuple[int, Fraction], ...]


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
    purse = Fraction(election.budget, election.voters)
    funded, steps = _counted(election, purse, tie, worth, purses)
    while completion is not None and _unspent(election, funded):
        larger = purse + completion
        if larger > election.budget + completion:
            break
        following, told = _counted(election, larger, tie, worth, purses)
        spent = sum(election.costs[option] for option in following)
        if spent > election.budget:
            ties = [step for step in told if step.kind is StepKind.TIE]
            steps = [*steps, *ties, Step(StepKind.PURSE_KEPT, figures={"purse": larger, "spent": spent})]
            break
        steps = [Step(StepKind.PURSE_RAISED, figures={"purse": larger, "spent": spent}), *told]
        purse, funded = larger, following
    return election.outcome(funded, (*election.unsupported(), *steps))


def _unspent(election: Election, funded: Sequence[InterventionId]) -> bool:
    """Tells whether a larger purse could fund more: something supported is left, and no rival of what is funded."""
    taken = {option for each in funded for option in (each, *election.rivals_of(each, election.options))}
    left = election.budget - sum(election.costs[option] for option in funded)
    waiting = [option for option in election.options if option not in taken and election.support(option)]
    return any(election.costs[option] <= left for option in waiting)


def _counted(
    election: Election, purse: Fraction, tie: TiePolicy, worth: Worth, purses: bool
) -> tuple[list[InterventionId], list[Step]]:
    """Counts with a given purse for each voter."""
    money = [purse] * len(election.ballots)
    waiting = {o: _supporters(election, o) for o in election.options if election.support(o)}
    funded: list[InterventionId] = []
    steps: list[Step] = []
    rates = dict.fromkeys(waiting, Fraction(0))
    while True:
        offers = _best_offers(election, money, waiting, rates, worth)
        if not offers:
            break
        best = _cheapest(election, offers, money, tie, steps)
        if best is None:
            for offer in offers:
                del waiting[offer.option]
            continue
        before = list(money)
        for voter, payment in best.payments:
            money[voter] -= payment
        del waiting[best.option]
        funded.append(best.option)
        steps.append(_funded_step(election, best, before, money, funded, purses))
        for rival in election.rivals_of(best.option, tuple(waiting)):
            del waiting[rival]
            steps.append(Step(StepKind.DISCARDED_RIVAL, rival, among=(best.option,)))
    for option, who in waiting.items():
        left = sum((money[v] * election.ballots[v].weight for v in who), Fraction(0))
        steps.append(Step(StepKind.DISCARDED_POOR, option, {"cost": election.costs[option], "money": left}))
    return funded, steps


def _best_offers(
    election: Election,
    money: Sequence[Fraction],
    waiting: Mapping[InterventionId, tuple[int, ...]],
    rates: dict[InterventionId, Fraction],
    worth: Worth,
) -> list[_Offer]:
    """Returns the affordable projects with the least rate, in the order they came to the table.

    `rates` keeps the last known rate of each project that may still be affordable. Purses only shrink, so that a rate
    never falls: a project whose last rate is above the best one found need not be looked at again.
    """
    whole = lcm(*(each.denominator for each in money))
    parts = [each.numerator * (whole // each.denominator) for each in money]
    found: dict[InterventionId, Fraction] = {}
    least: Fraction | None = None
    for option in sorted((o for o in rates if o in waiting), key=lambda o: rates[o]):
        if least is not None and rates[option] > least:
            break
        rate = _rate(election, parts, whole, option, waiting[option], worth)
        if rate is None:
            del rates[option]
            continue
        found[option] = rates[option] = rate
        least = rate if least is None else min(least, rate)
    best = [option for option in waiting if option in found and found[option] == least]
    return [_offer(election, money, option, waiting[option], found[option], worth) for option in best]


def _supporters(election: Election, option: InterventionId) -> tuple[int, ...]:
    return tuple(place for place, ballot in enumerate(election.ballots) if ballot.worth.get(option, 0) > 0)


def _rate(
    election: Election, parts: Sequence[int], whole: int, option: InterventionId, who: Sequence[int], worth: Worth
) -> Fraction | None:
    """Returns a project's least rate, or None when its supporters can't cover its cost.

    Those who would run dry first, by money for each unit of worth, pay all they have; the others share the rest. Money
    is counted in `parts`, of which a unit has `whole`: whole numbers, which cost a tenth of fractions.
    """
    ballots, left = election.ballots, election.costs[option] * whole
    if sum(parts[v] * ballots[v].weight for v in who) < left:
        return None
    if not left:
        return Fraction(0)
    value = _values(election, option, who, worth)
    units, scale = sum(value[voter] * ballots[voter].weight for voter in who), lcm(*value.values())
    for voter in sorted(who, key=lambda voter: parts[voter] * (scale // value[voter])):
        if parts[voter] * units >= left * value[voter]:
            break
        left -= parts[voter] * ballots[voter].weight
        units -= value[voter] * ballots[voter].weight
    return Fraction(left, units * whole)


def _offer(
    election: Election, money: Sequence[Fraction], option: InterventionId, who: Sequence[int], rate: Fraction,
    worth: Worth,
) -> _Offer:  # fmt: skip
    """Returns what a project's supporters pay at a rate: never more than they have left."""
    value = _values(election, option, who, worth) if rate else {}
    return _Offer(option, rate, tuple((voter, min(money[voter], rate * value[voter])) for voter in value))


def _values(election: Election, option: InterventionId, who: Sequence[int], worth: Worth) -> dict[int, int]:
    """Returns what a project is worth to each of its supporters."""
    unit = election.costs[option] if worth is Worth.COST else 1
    return {voter: election.ballots[voter].worth[option] * unit for voter in who}


def _cheapest(
    election: Election, offers: Sequence[_Offer], money: Sequence[Fraction], tie: TiePolicy, steps: list[Step]
) -> _Offer | None:
    """Returns which of several equals is funded first; a step says so where the order can matter."""
    options = tuple(offer.option for offer in offers)
    if len(offers) == 1 or _paid_together(election, offers, options, money):
        return offers[0]
    chosen = before_others(options, election.costs, tie)
    steps.append(Step(StepKind.TIE, chosen, among=options))
    return next((offer for offer in offers if offer.option == chosen), None)


def _paid_together(
    election: Election, offers: Sequence[_Offer], options: Sequence[InterventionId], money: Sequence[Fraction]
) -> bool:
    """Tells whether equals can all be paid as offered: no voter would run dry between them, and none are rivals."""
    due: Counter[int] = Counter()
    for offer in offers:
        due.update(dict(offer.payments))
    return all(due[voter] <= money[voter] for voter in due) and not any(election.rivals_of(o, options) for o in options)


def _funded_step(
    election: Election,
    best: _Offer,
    before: Sequence[Fraction],
    after: Sequence[Fraction],
    funded: Sequence[InterventionId],
    purses: bool,
) -> Step:
    payers = sum(election.ballots[voter].weight for voter, _ in best.payments)
    each = max((payment for _, payment in best.payments), default=Fraction(0))
    figures: dict[str, Amount] = {
        "cost": election.costs[best.option],
        "left": election.budget - sum(election.costs[option] for option in funded),
        "payers": payers,
        "each": each,
    }
    paid = tuple(Purse(election.ballots[v].voter, before[v], after[v]) for v, _ in best.payments) if purses else ()
    return Step(StepKind.FUNDED, best.option, figures, purses=paid)
