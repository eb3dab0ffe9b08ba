"""Journals found on disk, to go on with."""

from pathlib import Path
from typing import Final

from attrs import frozen

from game.errors import GameError, JournalError
from game.forgetting.whole import finish_deleting
from game.journal.entries import Told
from game.journal.file import read_journal

OFFERED: Final = 12
"""Journals offered for resuming, the newest first."""


@frozen
class Saved:
    """A journal found on disk: what it tells, or why it can't be read."""

    journal: Path
    told: Told | None
    fault: GameError | None

    @property
    def moves(self) -> int:
        """Returns how many moves stand."""
        return len(self.told.moves()) if self.told else 0


def saved_in(folder: Path) -> tuple[Saved, ...]:
    """Returns the newest journals of a folder; damaged ones are named, not hidden."""
    finish_deleting(folder)
    return tuple(_glanced(journal) for journal in sorted(folder.glob("*.jsonl"), reverse=True)[:OFFERED])


def _glanced(journal: Path) -> Saved:
    try:
        return Saved(journal, read_journal(journal), None)
    except JournalError as fault:
        return Saved(journal, None, fault)
