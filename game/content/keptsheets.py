"""Where filled-in questionnaires are kept: a plain file beside the session's journal, which anyone may read or delete.

They are no part of the journal: replaying, sharing or erasing a session touches no answer of a person, and erasing the
answers touches no session. Before a session has begun they wait under a name of their own.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.content.answersheets import AnswerSheet, as_csv, read_answers
from game.content.questions import Questionnaire
from game.errors import GameError

ENDING: Final = ".learning.csv"
"""How the file's name ends, which is else the journal's."""
WAITING: Final = f"waiting{ENDING}"
"""The file of sheets filled in before any session has begun."""


def beside(journal: Path) -> Path:
    """Returns the file of sheets of a journal.

    >>> beside(Path("2026-01-01-port-clair-7.jsonl")).name
    '2026-01-01-port-clair-7.learning.csv'
    """
    return journal.with_suffix(ENDING)


def kept(path: Path, asked: Questionnaire) -> tuple[AnswerSheet, ...]:
    """Returns the sheets of a file, none where there is no file. Raises ContentError with every fault of it."""
    return read_answers((path,), asked) if path.exists() else ()


def keep(path: Path, sheets: Iterable[AnswerSheet], asked: Questionnaire) -> None:
    """Writes the sheets, whole or not at all; without any the file goes. Raises GameError where that can't be done."""
    held = tuple(sheets)
    try:
        if held:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f".{path.name}.new")
            fresh.write_text(as_csv(held, asked), encoding="utf-8")
            fresh.replace(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise GameError("error.answers_unwritable", file=str(path), reason=reason) from fault


def claim(folder: Path, journal: Path) -> None:
    """Takes the sheets that wait to the session that begins. Raises GameError where that can't be done."""
    waiting = folder / WAITING
    try:
        if waiting.exists():
            waiting.replace(beside(journal))
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise GameError("error.answers_unwritable", file=str(beside(journal)), reason=reason) from fault
