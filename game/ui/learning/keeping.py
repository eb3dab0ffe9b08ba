"""Keeping the sheets of a questionnaire beside the session, and where that is."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from game.errors import GameError

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.content.answersheets import AnswerSheet
    from game.content.questions import Questionnaire
    from game.ui.room import Room


@frozen
class KeepAnswers:
    """Write the sheets of a questionnaire into a file: all of them, in the place of what it held."""

    file: Path
    sheets: "tuple[AnswerSheet, ...]"
    asked: "Questionnaire"

    def carry_out(self) -> None:
        """Writes them. Raises GameError where that can't be done; the file stays as it was."""
        from game.content.keptsheets import keep

        keep(self.file, self.sheets, self.asked)


def answers_file(room: "Room", fresh: bool = False) -> Path:
    """Returns where the sheets of a questionnaire are: beside the journal, or waiting for a `fresh` session."""
    from game.content.keptsheets import WAITING, beside

    journal = room.session.journal if room.playing and not fresh else None
    return beside(journal.path) if journal else room.folder / WAITING


def claimed(folder: Path, journal: Path) -> str | None:
    """Takes the sheets that wait to the session that has begun; returns the key of what to tell where they stay."""
    from game.content.keptsheets import claim

    try:
        claim(folder, journal)
    except GameError:
        return "learning.not_claimed"
    return None
