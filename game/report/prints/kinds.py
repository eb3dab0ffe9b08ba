"""Every kind of sheet that can be printed, and the files they are written to."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from game.content.load_questions import load_questions
from game.content.workshop import Audience, WorkshopPlan
from game.errors import GameError
from game.planning.papers import papers
from game.report.prints.ballots import ballot_sheet
from game.report.prints.guide import guide_sheet
from game.report.prints.questionnaire import questionnaire_sheet
from game.report.prints.record import record_sheet
from game.report.prints.seats import role_sheet, tent_sheet
from game.report.prints.sheets import Sheets
from game.report.prints.shocks import shock_sheet
from game.report.prints.typesetting import typeset
from game.report.prints.wall import map_sheet, rules_sheet
from game.wording.words import Words

KINDS: Final = ("cards", "challenges", "shocks", "roles", "tents", "ballots", "map", "rules", "record", "guide")
"""What can be printed, in the order it is needed."""


def made(sheets: Sheets, minutes: int, rounds: int) -> Mapping[str, Callable[[], dict[str, Any]]]:
    """Returns what makes each kind of sheet; the guide has a run sheet for so many minutes, or that of the plan."""
    people = sheets.plan.people if sheets.plan else 1
    plan = sheets.lasting(minutes, rounds)
    return {
        "cards": sheets.cards,
        "challenges": sheets.challenges,
        "shocks": lambda: shock_sheet(sheets),
        "roles": lambda: role_sheet(sheets),
        "tents": lambda: tent_sheet(sheets),
        "ballots": lambda: ballot_sheet(sheets),
        "map": lambda: map_sheet(sheets),
        "rules": lambda: rules_sheet(sheets, plan),
        "record": lambda: record_sheet(sheets),
        "guide": lambda: guide_sheet(sheets, plan),
        "questionnaire": lambda: questionnaire_sheet(sheets, load_questions(), people),
    }


def print_plan(plan: WorkshopPlan, sheets: Sheets, folder: Path) -> tuple[Path, ...]:
    """Writes what a plan needs, and returns the files. Raises GameError where that can't be done."""
    makers = made(sheets, plan.minutes, plan.rounds)
    found = []
    for kind in papers(plan):
        path = folder / file_of(sheets, kind)
        write_pdf(path, typeset(kind, makers[kind]()))
        found.append(path)
    return tuple(found)


def file_of(sheets: Sheets, kind: str) -> str:
    """Returns the name of a sheet's file: the city, the kind, whether it is easy to read, the language."""
    return f"{sheets.scenario.stem}-{kind}{'-easy' if sheets.words.easy else ''}.{sheets.words.language}.pdf"


def words_for(plan: WorkshopPlan | None, words: Words) -> Words:
    """Returns the words that a plan's sheets are told in: easy ones where reading is work for those who come."""
    return evolve(words, easy=words.easy or (plan is not None and plan.audience is Audience.EASY))


def write_pdf(path: Path, content: bytes) -> None:
    """Writes a file, and the folders above it. Raises GameError where that can't be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise GameError("error.file_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
