"""The facilitator's guide: what to prepare, what to say and do in each step, how votes are counted, two debriefs."""

from typing import Any, Final

from game.content.cards import Challenge, Intervention, Paper, Sharing
from game.content.workshop import WorkshopPlan
from game.engine.ballots import BEST
from game.engine.deciding import quorum
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import ALGORITHM, BUDGET, EXPERTS, MAJORITY, RANKED
from game.planning.foreseeing import optimiser_picks
from game.report.prints.sheets import Sheets
from game.report.prints.wall import minutes_of
from game.wording.planning import PlanTeller

LABELS: Final = (
    "title", "lead", "before", "sheet", "at", "what", "say", "objections", "short", "long", "questions", "seats",
    "real", "seat", "held", "learning", "notes", "round", "count", "paper", "aloud", "print", "use", "picks",
)  # fmt: skip
COUNTED: Final = (MAJORITY, RANKED, BUDGET, EXPERTS)
"""The ways with a quorum and a rule for ties."""


def guide_sheet(sheets: Sheets, minutes: int, rounds: int) -> dict[str, Any]:
    """Returns the guide, with a run sheet for so many minutes and rounds, or that of the plan."""
    words, scenario, plan = sheets.words, sheets.scenario, sheets.plan
    teller = PlanTeller(sheets.lasting(minutes, rounds), scenario, sheets.rules, words)
    names = ("before", "learning", "say", "objection", "short", "long")
    listed = {name: _listed(sheets, f"guide.{name}") for name in names}
    answers = _listed(sheets, "guide.answer")
    return sheets.common(sheets.say("guide")) | listed | {
        "labels": {name: words.say(_key(sheets, f"guide.{name}")) for name in LABELS},
        "objections": [{"said": s, "answer": a} for s, a in zip(listed["objection"], answers, strict=True)],
        "learning": listed["learning"] if plan and plan.questionnaire else [],
        "sheet": [{"at": row.at, "what": row.what, "steps": row.steps} for row in teller.rows()],
        "plan": {"head": teller.head(), "length": teller.length(), "advice": teller.advice(),
                 "seats": [{"name": name, "who": who} for name, who in teller.seats()] if plan else [],
                 "label": teller.say("seats")},
        "print": [{"what": what, "use": use} for what, use in teller.papers()] if plan else [],
        "game": words.say(f"guide.game{'.algorithm' if sheets.game.procedure == ALGORITHM else ''}"),
        "round": _round(sheets),
        "count": _count(sheets),
        "paper": _paper(sheets) if sheets.on_paper else [],
        "picks": _picks(sheets, sheets.lasting(minutes, rounds)) if sheets.on_paper else [],
        "briefing": words.told(scenario.briefing, scenario.plain),
        "questions": [words.of(question) for question in scenario.questions],
        "seats": [{"name": words.of(s.name), "aim": words.of(s.aim), "argument": words.of(s.argument)}
                  for s in scenario.stakeholders],
        "real": words.of(scenario.real_and_invented),
    }  # fmt: skip


def _key(sheets: Sheets, key: str) -> str:
    """Returns a key, or what is said in its place where there is nothing but paper."""
    paper = f"{key}.paper"
    return paper if sheets.on_paper and sheets.words.has(paper) else key


def _listed(sheets: Sheets, key: str) -> list[str]:
    """Returns the sentences `key.1`, `key.2`… of the catalogue."""
    found: list[str] = []
    while sheets.words.has(f"{key}.{len(found) + 1}"):
        found.append(sheets.words.say(_key(sheets, f"{key}.{len(found) + 1}")))
    return found


def _round(sheets: Sheets) -> list[dict[str, Any]]:
    """Returns the steps of a round: how long, what to do, what to say."""
    words, minutes = sheets.words, minutes_of(sheets)
    return [
        {
            "name": words.of(each.name),
            "minutes": words.count("print.minutes", max(1, round(minutes[Phase(each.id)]))),
            "do": words.say(_key(sheets, f"guide.do.{each.id}")),
            "say": [words.say(f"facilitator.say.{each.id}.{n}") for n in (1, 2)],
        }
        for each in sheets.rules.phases
        if Phase(each.id) in minutes
    ]


def _count(sheets: Sheets) -> dict[str, Any]:
    """Returns the way of deciding of the place, and how it is counted by hand."""
    words, game, deciding = sheets.words, sheets.game, sheets.rules.deciding
    way = next(each for each in sheets.rules.procedures if each.id == game.procedure)
    committee = ", ".join(sheets.names[seat] for seat in game.committee)
    told = words.say(
        _key(sheets, f"guide.count.{_counting(sheets)}"),
        who=sheets.names[sheets.scenario.decider], committee=committee, best=words.whole(BEST),
        grade=words.decimal(deciding.pass_grade.value, 0), every=words.decimal(deciding.every.value, 0),
        again=words.decimal(deciding.ask_again.value, 0), veto=words.decimal(deciding.veto.value, 0),
    )  # fmt: skip
    lines = [told]
    if game.procedure in COUNTED:
        seats = words.whole(quorum(game, first_state(game)))
        lines.append(words.say(f"guide.tie.{deciding.tie}", seats=seats))
    return {"name": words.of(way.name), "how": lines}


def _counting(sheets: Sheets) -> str:
    """Returns the name of a count: that of the way, and for a participatory budget also what is written and counted."""
    if sheets.game.procedure != BUDGET:
        return str(sheets.game.procedure)
    if sheets.game.manner.count is Sharing.GREEDY:
        return "budget.greedy"
    return f"budget.{'tokens' if sheets.game.manner.paper is Paper.TOKENS else 'approvals'}"


def _paper(sheets: Sheets) -> list[str]:
    """Returns what a table does by hand that the screen does otherwise."""
    words, finance = sheets.words, sheets.rules.finance
    amounts = {
        "start": words.money(round(finance.start.value * 1000)),
        "income": words.money(round(finance.income.value * 1000)),
        "floor": words.money(round(finance.debt_floor.value * 1000)),
    }
    hand = [words.say(f"guide.hand.{name}", **amounts) for name in ("gauges", "money", "shocks", "empty", "way")]
    needs = [_needs(sheets, each) for asked in sheets.agenda for each in asked.answers if each.requires]
    return hand[:2] + needs + hand[2:]


def _needs(sheets: Sheets, answer: Intervention) -> str:
    """Returns which level an answer asks for, and which answers on the agenda lead there."""
    words = sheets.words
    of, level = next(iter(answer.requires.items()))
    leads = [f"{words.of(each.title)} ({words.signed(points, 0)})" for each, points in _leading(sheets.agenda, of)]
    return words.say(
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
    return sorted((pair for pair in found if pair[1] > 0), key=lambda pair: -pair[1])[:4]


def _picks(sheets: Sheets, plan: WorkshopPlan) -> list[dict[str, str]]:
    """Returns what the optimiser would pick, challenge by challenge, as long as nobody refuses it."""
    if plan.procedure != ALGORITHM:
        return []
    words = sheets.words
    asked = {each.id: words.of(each.title) for each in sheets.agenda}
    answers = {answer.id: words.of(answer.title) for each in sheets.agenda for answer in each.answers}
    none = words.say("guide.pick_none")
    return [
        {"challenge": asked[challenge], "answer": answers[pick] if pick else none}
        for challenge, pick in optimiser_picks(sheets.game)
    ]
