"""Every kind of sheet that can be printed, and the files they are written to."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from game.content.load_questions import load_questions
from game.content.workshop import WorkshopPlan
from game.errors import GameError
from game.planning.papers import papers
from game.report.prints.questionnaire import questionnaire_sheet
from game.report.prints.record import record_sheet
from game.report.prints.sheets import Sheets
from game.report.prints.typesetting import typeset

KINDS: Final = ("cards", "challenges", "roles", "tents", "ballots", "map", "rules", "record", "guide")
"""What can be printed, in the order it is needed."""


def made(sheets: Sheets, minutes: int, rounds: int) -> Mapping[str, Callable[[], dict[str, Any]]]:
    """Returns what makes each kind of sheet; the guide has a run sheet for so many minutes, or that of the plan."""
    people = sheets.plan.people if sheets.plan else 1
    return {
        "cards": sheets.cards,
        "challenges": sheets.challenges,
        "roles": sheets.roles,
        "tents": sheets.tents,
        "ballots": sheets.ballots,
        "map": sheets.map,
        "rules": sheets.rules_poster,
        "record": lambda: record_sheet(sheets),
        "guide": lambda: sheets.guide(minutes, rounds),
        "questionnaire": lambda: questionnaire_sheet(sheets, load_questions(), people),
    }


def print_plan(plan: WorkshopPlan, sheets: Sheets, folder: Path) -> tuple[Path, ...]:
    """Writes what a plan needs, and returns the files. Raises GameError where that can't be done."""
    makers = made(sheets, plan.minutes, plan.rounds)
    found = []
    for each in papers(plan):
        path = folder / f"{sheets.scenario.id}-{each.kind}.{sheets.words.language}.pdf"
        write_pdf(path, typeset(each.kind, makers[each.kind]()))
        found.append(path)
    return tuple(found)


def write_pdf(path: Path, content: bytes) -> None:
    """Writes a file, and the folders above it. Raises GameError where that can't be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise GameError("error.page_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
