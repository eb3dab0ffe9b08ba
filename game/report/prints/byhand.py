"""What is done by hand where nothing but paper is on the table: how a vote is counted, what moves, what is paid."""

from collections.abc import Iterator
from math import ceil
from typing import Any, Final

from game.city.building import fee, price
from game.content.cards import Challenge, Intervention, Paper, Sharing
from game.content.workshop import WorkshopPlan
from game.engine.ballots import BEST, voters
from game.engine.deciding import quorum
from game.engine.setup import first_state
from game.engine.state import ALGORITHM, BUDGET, CONSENT, EXPERTS, MAJORITY, MANDATE, RANKED
from game.planning.runsheet import Kind, run_sheet
from game.report.prints.sheets import Sheets

BY_BALLOT: Final = (MAJORITY, RANKED, BUDGET, EXPERTS, CONSENT)
"""The ways that ask for a ballot, and for so many of them."""
LEAD_THERE: Final = 4
"""Answers named that lead to a level."""


def count(sheets: Sheets) -> dict[str, Any]:
    """Returns the way of deciding of the place, and how it is counted by hand."""
    way = next(each for each in sheets.rules.procedures if each.id == sheets.game.procedure)
    return {"name": sheets.words.of(way.name), "how": list(_counted(sheets))}


def _counted(sheets: Sheets) -> Iterator[str]:
    words, game, deciding = sheets.words, sheets.game, sheets.rules.deciding
    yield words.say(
        sheets.key(f"guide.count.{_counting(sheets)}"),
        who=sheets.names[sheets.scenario.decider],
        committee=", ".join(sheets.names[seat] for seat in game.committee),
        best=words.whole(BEST), grade=words.decimal(deciding.pass_grade.value, 0),
        every=words.decimal(deciding.every.value, 0), again=words.decimal(deciding.ask_again.value, 0),
        veto=words.decimal(deciding.veto.value, 0), debt=_millions(sheets, -sheets.rules.finance.debt_floor.value),
    )  # fmt: skip
    if _counting(sheets) == "budget.approvals":
        yield words.say("guide.count.example", **_example(sheets))
    if game.procedure not in BY_BALLOT:
        return
    if sheets.on_paper:
        own = f"guide.count.proposed.{game.procedure}"
        yield words.say(own if words.has(own) else "guide.count.proposed")
    least = words.say("guide.quorum", seats=words.whole(quorum(game, first_state(game))))
    if game.procedure == CONSENT:
        yield least
        return
    tie = f"guide.tie.{game.procedure}.{deciding.tie}"
    yield f"{least} {words.say(tie if words.has(tie) else f'guide.tie.{deciding.tie}')}"


def _counting(sheets: Sheets) -> str:
    """Returns the name of a count: that of the way, and for a participatory budget also what is written and counted."""
    if sheets.game.procedure != BUDGET:
        return str(sheets.game.procedure)
    if sheets.game.manner.count is Sharing.GREEDY:
        return "budget.greedy"
    return f"budget.{'tokens' if sheets.game.manner.paper is Paper.TOKENS else 'approvals'}"


def _example(sheets: Sheets) -> dict[str, str]:
    """Returns the first vote of a participatory budget in numbers: the purses, and what one answer takes from them."""
    game, finance = sheets.game, sheets.rules.finance
    seats = len([seat for seat in voters(game, game.procedure) if seat in sheets.played.held])
    rounds = min(round(sheets.rules.deciding.every.value), sheets.played.rounds)
    money = finance.start.value + finance.income.value * (rounds - 1) - finance.debt_floor.value
    asked = sheets.agenda[0].answers[0]
    cost = price(game.model, game.start, asked.id, game.procedure)[0] / 1000
    payers = min(seats, ceil(cost * seats / money) + 1)
    return {
        "money": _millions(sheets, money), "seats": sheets.words.whole(seats),
        "purse": _millions(sheets, money / seats),
        "answer": sheets.words.of(asked.title), "cost": _millions(sheets, cost), "payers": sheets.words.whole(payers),
        "each": _millions(sheets, cost / payers),
    }  # fmt: skip


def by_hand(sheets: Sheets, plan: WorkshopPlan) -> list[str]:
    """Returns what a table does by hand that the screen does otherwise."""
    return [*_always(sheets), *_needs(sheets), *_sometimes(sheets, plan), sheets.words.say("guide.hand.way")]


def _always(sheets: Sheets) -> Iterator[str]:
    """Yields what every workshop on paper does: tokens, money."""
    words, finance, game = sheets.words, sheets.rules.finance, sheets.game
    yield words.say("guide.hand.gauges")
    money = words.say(
        "guide.hand.money",
        start=_millions(sheets, finance.start.value), income=_millions(sheets, finance.income.value),
        fee=words.say("guide.hand.fee", fee=fee_of(sheets)) if fee_of(sheets) else "",
    )  # fmt: skip
    floor = _millions(sheets, finance.debt_floor.value)
    limit = "guide.hand.debt.algorithm" if game.procedure == ALGORITHM else "guide.hand.debt"
    yield f"{money} {words.say(limit, floor=floor)}"
    if delay := round(game.model.procedures[game.procedure].delay.value):
        yield words.count("guide.hand.delay", delay)


def _sometimes(sheets: Sheets, plan: WorkshopPlan) -> Iterator[str]:
    """Yields what only some plans meet: two challenges in a round or none, a seat that is empty or shared."""
    words = sheets.words
    asked = [
        {step.challenge for step in moment.steps if step.challenge}
        for moment in run_sheet(plan, sheets.game)
        if moment.kind is Kind.ROUND
    ]
    if any(len(each) > 1 for each in asked):
        yield words.say("guide.hand.two")
    if sheets.game.procedure == BUDGET or not all(asked):
        yield words.say("guide.hand.none")
    yield words.say("guide.hand.shocks")
    if any(people == 0 for people in plan.seats.values()):
        yield words.say("guide.hand.empty")
    if sheets.game.procedure not in (MANDATE, ALGORITHM) and any(people > 1 for people in plan.seats.values()):
        yield words.say("guide.hand.shared")


def _needs(sheets: Sheets) -> Iterator[str]:
    """Yields which level an answer asks for, and which answers lead there; an optimiser has seen to it already."""
    if sheets.game.procedure == ALGORITHM:
        return
    words = sheets.words
    for answer in (each for asked in sheets.agenda for each in asked.answers if each.requires):
        of, level = next(iter(answer.requires.items()))
        leads = [f"{words.of(each.title)} ({words.signed(points, 0)})" for each, points in _leading(sheets.agenda, of)]
        yield words.say(
            "guide.hand.level" if leads else "guide.hand.level_never", answer=words.of(answer.title),
            measure=sheets.measures[of], level=words.decimal(level, 0), start=words.whole(sheets.at_start(of)),
            leads=", ".join(leads),
        )  # fmt: skip


def _leading(agenda: tuple[Challenge, ...], of: str) -> list[tuple[Intervention, float]]:
    """Returns the answers that raise an indicator most, and by how many points."""
    found = [
        (each, sum(e.points * max(1, e.rounds) for e in each.effects if e.indicator == of))
        for asked in agenda for each in asked.answers if of not in each.requires
    ]  # fmt: skip
    return sorted((pair for pair in found if pair[1] > 0), key=lambda pair: -pair[1])[:LEAD_THERE]


def fee_of(sheets: Sheets) -> str:
    """Returns what each decision costs in itself, to the hundredth where it has one; "" where it costs nothing."""
    paid = fee(sheets.game.model, sheets.game.procedure)
    return sheets.words.exact_money(paid) if paid else ""


def _millions(sheets: Sheets, amount: float) -> str:
    """Returns an amount in M€, in tenths as cards tell it."""
    return sheets.words.money(round(amount * 1000))
