"""Writing a session's debrief beside its journal: the page, and the same as a paper document."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from game.errors import GameError
from game.report.asked import learnt_beside
from game.report.figures import Debrief
from game.report.page import render
from game.report.summary import summarised
from game.session import Session
from game.wording.words import Words


def write_debrief(
    session: Session, words: Words, date: datetime.date, journal: Path, output: Path | None = None
) -> Path:
    """Writes the page in the language of the words and returns where; by default beside the journal.

    Raises GameError when the file can't be written, or what is kept beside the journal can't be read.
    """
    return write_page(figures_of(session, words, date, journal), words, output or beside(journal, words))


def figures_of(session: Session, words: Words, date: datetime.date, journal: Path) -> Debrief:
    """Returns the figures of a session and of the questionnaires kept beside its journal.

    Raises GameError when what is kept there can't be read.
    """
    return evolve(summarised(session, words, date, journal.name), learnt=learnt_beside(journal, words))


def write_with_document(session: Session, words: Words, date: datetime.date, journal: Path) -> Iterator[Path]:
    """Yields where it has written the page, beside the journal, and then where the same figures are as a PDF.

    Raises GameError when a file can't be written, or where Typst is missing: by then the page is there.
    """
    debrief = figures_of(session, words, date, journal)
    page = write_page(debrief, words, beside(journal, words))
    yield page
    yield write_document(debrief, words, page.with_suffix(".pdf"))


def beside(journal: Path, words: Words) -> Path:
    """Returns where the page of a journal is written when nobody says where."""
    return journal.with_suffix(f".{words.language}.html")


def write_page(debrief: Debrief, words: Words, path: Path) -> Path:
    """Writes the page and returns where. Raises GameError when it can't be written."""
    return _kept(path, render(debrief, words).encode())


def write_document(debrief: Debrief, words: Words, path: Path) -> Path:
    """Writes the paper document and returns where. Raises GameError when it can't be written, or set."""
    from game.report.document.setting import pdf

    return _kept(path, pdf(debrief, words))


def write_roles(debrief: Debrief, words: Words, path: Path) -> Path:
    """Writes the roles' pages alone, to print and hand out, and returns where. Raises GameError as the document."""
    from game.report.document.setting import roles_pdf

    return _kept(path, roles_pdf(debrief, words))


def _kept(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise GameError("error.page_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
    return path
