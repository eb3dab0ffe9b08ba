"""What people commit themselves to at the end, kept in a small file of its own beside the journal.

It is no part of the journal, so that a sentence can be changed or deleted and nothing of it stays behind.
"""

import json
from pathlib import Path
from typing import Final

from game.content.shapes import StakeholderId
from game.errors import JournalError

Commitments = dict[StakeholderId, str]
"""One sentence a seat."""
TAIL: Final = ".commitments.json"
LONGEST: Final = 160
"""Characters of a commitment: one sentence that can be kept in mind."""


def commitments_file(journal: Path) -> Path:
    """Returns where the commitments of a journal's session are kept."""
    return journal.with_name(journal.stem + TAIL)


def commitments_beside(journal: Path) -> Commitments:
    """Returns the commitments kept beside a journal, none where there is no such file.

    Raises JournalError for a file that holds anything else.
    """
    file = commitments_file(journal)
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise JournalError("error.commitments", file=str(file)) from fault
    if not isinstance(found, dict) or not all(isinstance(said, str) for said in found.values()):
        raise JournalError("error.commitments", file=str(file))
    return {StakeholderId(seat): said for seat, said in found.items()}


def keep_commitments(journal: Path, kept: Commitments) -> None:
    """Writes the commitments beside a journal, or takes the file away when there are none.

    Raises JournalError when that can't be done; the old file then stands.
    """
    file, fresh = commitments_file(journal), commitments_file(journal).with_suffix(".new")
    try:
        if not kept:
            file.unlink(missing_ok=True)
            return
        fresh.write_bytes(written(kept))
        fresh.replace(file)
    except OSError as fault:
        fresh.unlink(missing_ok=True)
        reason = fault.strerror or str(fault)
        raise JournalError("error.journal_unwritable", file=str(file), reason=reason) from fault


def written(kept: Commitments) -> bytes:
    """Returns the commitments as their file holds them."""
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()
