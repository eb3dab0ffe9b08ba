"""Deleting a whole session: its journal with all its branches, and every file of its name beside it.

The journal goes first, by taking a name under which nobody finds a session; the other files follow, and it goes last.
What was interrupted is finished as soon as anybody asks for the sessions of the folder.
"""

from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import Final

from game.errors import JournalError

GOING: Final = ".going"
"""What the name of a journal ends with while its session is being deleted."""
JOURNALS: Final = (".jsonl", GOING)


def files_of(journal: Path) -> tuple[Path, ...]:
    """Returns every file that goes with a session, its journal first: pages, documents, notes, commitments, sheets."""
    stem = escape(journal.stem)
    found = sorted({*journal.parent.glob(f"{stem}.*"), *journal.parent.glob(f".{stem}.*")})
    others = tuple(f"{other.stem}." for other in found if other != journal and other.name.endswith(JOURNALS[0]))
    beside = (file for file in found if file.is_file() and not file.name.endswith(JOURNALS))
    return (journal, *(file for file in beside if not file.name.lstrip(".").startswith(others)))


def delete_session(journal: Path) -> tuple[Path, ...]:
    """Deletes a session and returns the files that went; any journal open on it must be closed.

    Raises JournalError when a file can't be deleted: where that is the journal, everything stands as it was.
    """
    files = files_of(journal)
    try:
        _delete(journal.replace(journal.with_name(journal.name + GOING)))
    except OSError as fault:
        raise JournalError(
            "error.not_deleted", file=str(fault.filename or journal), reason=fault.strerror or str(fault)
        ) from fault
    return files


def finish_deleting(folder: Path) -> None:
    """Finishes what was interrupted in a folder; what can't be deleted now stays for the next time."""
    for going in tuple(_going(folder)):
        try:
            _delete(going)
        except OSError:
            continue


def _going(folder: Path) -> Iterator[Path]:
    yield from folder.glob(f"*{GOING}")


def _delete(going: Path) -> None:
    """Deletes the files beside a journal that is going, and then itself."""
    journal = going.with_name(going.name.removesuffix(GOING))
    for file in files_of(journal)[1:]:
        file.unlink(missing_ok=True)
    going.unlink(missing_ok=True)
