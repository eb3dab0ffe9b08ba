"""The facilitator's guide: what to prepare, what to say and do in each step, how votes are counted, two debriefs."""

from typing import Any, Final

from game.content.workshop import WorkshopPlan
from game.engine.phases import Phase
from game.engine.state import ALGORITHM
from game.planning.foreseeing import optimiser_picks
from game.report.prints.byhand import by_hand, count
from game.report.prints.sheets import Sheets
from game.report.prints.wall import minutes_of
from game.wording.planning import PlanTeller

LABELS: Final = (
    "title", "lead", "before", "sheet", "at", "what", "say", "objections", "short", "long", "questions", "seats",
    "real", "seat", "held", "learning", "notes", "round", "count", "paper", "aloud", "print", "use", "picks",
)  # fmt: skip


def guide_sheet(sheets: Sheets, plan: WorkshopPlan) -> dict[str, Any]:
    """Returns the guide, with the run sheet of a plan."""
    words, scenario = sheets.words, sheets.scenario
    teller = PlanTeller(plan, scenario, sheets.rules, words)
    names = ("before", "learning", "say", "objection", "short", "long")
    listed = {name: _listed(sheets, f"guide.{name}") for name in names}
    answers = _listed(sheets, "guide.answer")
    own = sheets.plan is not None
    unheld = ", ".join(sheets.names[seat] for seat in sheets.names if seat not in plan.held)
    return sheets.common(sheets.say("guide")) | listed | {
        "labels": {name: words.say(sheets.key(f"guide.{name}")) for name in LABELS},
        "name": words.of(scenario.title),
        "objections": [{"said": s, "answer": a} for s, a in zip(listed["objection"], answers, strict=True)],
        "learning": listed["learning"] if plan.questionnaire else [],
        "sheet": [{"at": row.at, "what": row.what, "steps": row.steps} for row in teller.rows()],
        "plan": {"head": teller.head(), "length": teller.length(), "advice": teller.advice(),
                 "seats": [{"name": sheets.names[seat], "who": teller.holder(plan.seats[seat])}
                           for seat in plan.held] if own else [],
                 "unheld": [words.say(sheets.key("guide.unheld"), seats=unheld)] if own and unheld else [],
                 "label": teller.say("seats")},
        "print": [{"what": what, "use": use} for what, use in teller.papers()] if own else [],
        "game": words.say(f"guide.game{'.algorithm' if sheets.game.procedure == ALGORITHM else ''}"),
        "round": _round(sheets, plan),
        "count": count(sheets),
        "paper": by_hand(sheets, plan) if sheets.on_paper else [],
        "picks": _picks(sheets, plan) if sheets.on_paper else [],
        "between": words.say("guide.between", long=words.decimal(sheets.rules.workshop.debrief_long.value, 0)),
        "briefing": words.told(scenario.briefing, scenario.plain),
        "questions": [words.of(question) for question in scenario.questions],
        "seats": [{"name": words.of(s.name), "aim": words.of(s.aim), "argument": words.of(s.argument)}
                  for s in scenario.stakeholders],
        "real": words.of(scenario.real_and_invented),
    }  # fmt: skip


def _listed(sheets: Sheets, key: str) -> list[str]:
    """Returns the sentences `key.1`, `key.2`… of the catalogue."""
    return [sheets.words.say(sheets.key(each)) for each in sheets.numbered(key)]


def _round(sheets: Sheets, plan: WorkshopPlan) -> list[dict[str, Any]]:
    """Returns the steps of a round: how long, what to do, what to say."""
    words, minutes = sheets.words, minutes_of(sheets, plan)
    unsaid = (Phase.DECISION.value, 1) if sheets.game.procedure == ALGORITHM else None
    return [
        {
            "name": words.of(each.name),
            "minutes": minutes[Phase(each.id)],
            "do": words.say(sheets.key(f"guide.do.{each.id}")),
            "say": [words.say(f"facilitator.say.{each.id}.{n}") for n in (1, 2) if (each.id, n) != unsaid],
        }
        for each in sheets.rules.phases
        if Phase(each.id) in minutes
    ]


def _picks(sheets: Sheets, plan: WorkshopPlan) -> list[dict[str, str]]:
    """Returns what the optimiser would pick and where, challenge by challenge, as long as nobody refuses it."""
    if plan.procedure != ALGORITHM:
        return []
    words = sheets.words
    asked = {each.id: words.of(each.title) for each in sheets.agenda}
    answers = {answer.id: words.of(answer.title) for each in sheets.agenda for answer in each.answers}
    none, everywhere = words.say("guide.pick_none"), sheets.say("shock.everywhere")
    return [
        {"challenge": asked[each.challenge], "answer": answers[each.answer] if each.answer else none,
         "place": sheets.place(each.district) if each.district else everywhere if each.answer else ""}
        for each in optimiser_picks(sheets.game)
    ]  # fmt: skip
