"""Writing a session's debrief page beside its journal."""

import datetime
from pathlib import Path

from attrs import evolve

from game.errors import GameError
from game.report.asked import learnt_beside
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
    page = output or journal.with_suffix(f".{words.language}.html")
    debrief = summarised(session, words, date, journal.name)
    text = render(evolve(debrief, learnt=learnt_beside(journal, words)), words)
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise GameError("error.page_unwritable", file=str(page), reason=fault.strerror or str(fault)) from fault
    return page
