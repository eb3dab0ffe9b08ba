"""The file of a journal, appended to while a session is played and read back whole."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.errors import JournalError
from game.journal.entries import Entry, Header, Told
from game.journal.lines import line_of, record_in
from game.journal.plain import as_plain, entry_of, header_of, record_of
from game.paths import sessions_folder


class Journal:
    """An open journal file. Each `append` is on disk when it returns, or raises and leaves the file as it was."""

    def __init__(self, path: Path, header: Header) -> None:
        """Starts a new file; raises JournalError when it can't be made or exists already."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb", buffering=0)
        except OSError as fault:
            raise _unwritable(path, fault) from fault
        self._size = self._number = 0
        self._header = header
        self._write({"header": as_plain(header)})

    @classmethod
    def reopen(cls, path: Path, told: Told) -> "Journal":
        """Goes on with a journal that has been read; a cut last line is overwritten."""
        journal = cls.__new__(cls)
        journal.path, journal._header = path, told.header
        try:
            journal._file = path.open("r+b", buffering=0)
            journal._file.truncate(told.sound_bytes)
            journal._file.seek(told.sound_bytes)
        except OSError as fault:
            raise _unwritable(path, fault) from fault
        journal._size, journal._number = told.sound_bytes, len(told.entries) + 1
        return journal

    def append(self, entry: Entry) -> None:
        """Writes one entry; raises JournalError (full disk, read-only folder) with nothing half-written."""
        self._write(record_of(entry, self._header, self._number))

    def close(self) -> None:
        """Closes the file; everything accepted is on disk already."""
        self._file.close()

    def _write(self, record: dict[str, Any]) -> None:
        line = line_of(self._number, record)
        try:
            if self._file.write(line) != len(line):
                raise OSError(28, os.strerror(28))
            os.fsync(self._file.fileno())
        except (OSError, ValueError) as fault:
            self._take_back()
            raise _unwritable(self.path, fault) from fault
        self._size += len(line)
        self._number += 1

    def _take_back(self) -> None:
        """Cuts off what a failed write left; a cut tail would be dropped on reading anyway."""
        try:
            self._file.truncate(self._size)
            self._file.seek(self._size)
        except (OSError, ValueError):
            return


def read_journal(path: Path) -> Told:
    """Returns what a journal tells.

    A last line without its end is dropped and `cut` says so; anything else wrong raises JournalError with its line.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError as fault:
        raise JournalError("error.no_journal", file=str(path), folder=str(sessions_folder())) from fault
    except OSError as fault:
        if path.is_dir():
            raise JournalError("error.journal_folder", file=str(path)) from fault
        raise JournalError("error.journal_unreadable", file=str(path), reason=fault.strerror or str(fault)) from fault
    whole = raw.rfind(b"\n") + 1
    records = list(_records(path, raw[:whole]))
    if not records or "header" not in records[0]:
        raise JournalError("error.journal_no_header", file=str(path))
    header = header_of(path, records[0]["header"])
    entries = tuple(entry_of(path, number, record, header) for number, record in enumerate(records[1:], 2))
    return Told(header, entries, whole < len(raw), whole)


def _records(path: Path, raw: bytes) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(raw.splitlines()):
        try:
            record, sound = record_in(number, line)
        except (ValueError, KeyError, AttributeError, TypeError) as fault:
            if not number and path.suffix != ".jsonl":
                raise JournalError("error.not_a_journal", file=str(path), folder=str(sessions_folder())) from fault
            raise JournalError("error.journal_line", file=str(path), line=number + 1) from fault
        if not sound:
            raise JournalError("error.journal_edited", file=str(path), line=number + 1)
        yield record


def _unwritable(path: Path, fault: Exception) -> JournalError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return JournalError("error.journal_unwritable", file=str(path), reason=reason)
