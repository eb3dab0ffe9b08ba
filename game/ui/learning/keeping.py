"""Where the sheets of a questionnaire are kept."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.ui.room import Room


def answers_file(room: "Room", fresh: bool = False) -> Path:
    """Returns where the sheets of a questionnaire are: beside the journal, or waiting for a `fresh` session."""
    from game.content.keptsheets import WAITING, beside

    journal = room.session.journal if room.playing and not fresh else None
    return beside(journal.path) if journal else room.folder / WAITING
