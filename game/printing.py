"""`whose-city print`: everything a workshop puts on the table, as PDF files, in one language."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.errors import GameError
from game.paths import SHIPPED, data
from game.wording.words import Words

if TYPE_CHECKING:
    from game.report.prints.sheets import Sheets

KINDS: Final = ("cards", "challenges", "roles", "tents", "ballots", "map", "rules", "guide")
"""What is printed, in the order it is needed."""
ASKED: Final = ("questionnaire",)
"""What is printed only when it is named: not every workshop wants it."""


def print_sheets(asked: Namespace, words: Words) -> int:
    """Writes the PDF files asked for; returns how many cards have a text that does not fit.

    Raises GameError for a kind that there is not, or nowhere to write; ContentError with every fault of the scenario.
    """
    from game.content.load import load_rulebook, load_scenario
    from game.report.prints.sheets import Sheets
    from game.report.prints.typesetting import overflowing, typeset

    rules = load_rulebook(pack=asked.rules).rulebook
    scenario = load_scenario(asked.scenario or data("scenarios", SHIPPED), rules).scenario
    told = Sheets(scenario, rules, words)
    sheets: dict[str, Callable[[], dict[str, Any]]] = {
        **made(told, asked.minutes or scenario.minutes, asked.rounds or scenario.rounds),
        "questionnaire": lambda: _questionnaire(told, asked),
    }
    spilled = 0
    for kind in chosen(asked.only):
        sheet = sheets[kind]()
        for card in overflowing(kind, sheet):
            print(words.say("print.overflow", sheet=words.say(f"print.{kind}"), card=card))
            spilled += 1
        path = asked.output / f"{scenario.id}-{kind}.{words.language}.pdf"
        _write(path, typeset(kind, sheet))
        print(words.say("print.written", file=path))
    return spilled


def made(sheets: "Sheets", minutes: int, rounds: int) -> Mapping[str, Callable[[], dict[str, Any]]]:
    """Returns what makes each kind of sheet."""
    return {
        "cards": sheets.cards,
        "challenges": sheets.challenges,
        "roles": sheets.roles,
        "tents": sheets.tents,
        "ballots": sheets.ballots,
        "map": sheets.map,
        "rules": sheets.rules_poster,
        "guide": lambda: sheets.guide(minutes, rounds),
    }


def _questionnaire(sheets: "Sheets", asked: Namespace) -> dict[str, Any]:
    from game.content.load_questions import load_questions
    from game.report.prints.questionnaire import questionnaire_sheet

    return questionnaire_sheet(sheets, load_questions(asked.questions), asked.people)


def chosen(only: str | None) -> tuple[str, ...]:
    """Returns the kinds named, separated by commas, or what every workshop needs. Raises GameError for an unknown."""
    if not only:
        return KINDS
    names = tuple(name.strip() for name in only.split(","))
    for name in names:
        if name not in (*KINDS, *ASKED):
            raise GameError("error.no_such_sheet", found=name, known=", ".join((*KINDS, *ASKED)))
    return names


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise GameError("error.page_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
