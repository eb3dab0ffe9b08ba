"""The save file: append-only JSON lines, on disk before the next move is accepted. Save = replay = undo = branch.

The first line says what is played: scenario, hashes of its content, seats, seed, versions. Each further line is one
entry with its number and its CRC-32. Nothing here knows the rules: replaying is the session's business.
"""

import json
import os
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from attrs import asdict, evolve, field, fields_dict, frozen

from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.shapes import PAPER, ProcedureId, ScenarioId, StakeholderId
from game.engine.moves import Move, Stand
from game.errors import JournalError

FORMAT: Final = 1
"""The number of this format; a reader refuses any other."""
ADDED: Final = ("pack", "pack_file")
"""What journals of this format did not say at first."""
MOVES: Final = {kind.__name__: kind for kind in Move.__args__}
"""Moves by the name written in the file."""


@frozen
class Seat:
    """Who sits at a seat: people (their names, if they gave any) or a computer player (its kind)."""

    player: StakeholderId
    people: tuple[str, ...] = ()
    bot: str | None = None


@frozen
class Header:
    """What is played, by whom, and on which content."""

    scenario: ScenarioId
    procedure: ProcedureId
    rounds: int
    seed: int
    seats: tuple[Seat, ...]
    hashes: Mapping[str, str]
    version: str
    began: str
    """Date and time in ISO 8601, given by the caller."""
    pack: str = PAPER
    """The rule pack it is played with; older journals name none, and were played with the paper's."""
    pack_file: str = ""
    """Where the pack was found, when it is not among those installed."""
    format: int = FORMAT


@frozen
class MoveMade:
    """A move that was accepted, and a digest of the state it led to."""

    move: Move
    digest: str


@frozen
class Undone:
    """The last move that still stood was taken back."""


@frozen
class SeatChanged:
    """A seat passed to other people, or to a computer player."""

    seat: Seat


Entry = MoveMade | Undone | SeatChanged
"""What a line after the first may hold."""


@frozen
class Told:
    """A journal as read: its header, its entries, and whether a cut last line was dropped."""

    header: Header
    entries: tuple[Entry, ...]
    cut: bool = False
    sound_bytes: int = field(default=0, repr=False)
    """How much of the file is whole lines; a writer goes on from there."""

    def moves(self) -> tuple[MoveMade, ...]:
        """Returns the moves that stand, undone ones left out."""
        standing: list[MoveMade] = []
        for entry in self.entries:
            match entry:
                case MoveMade():
                    standing.append(entry)
                case Undone() if standing:
                    standing.pop()
        return tuple(standing)

    def seats(self) -> tuple[Seat, ...]:
        """Returns who sits where at the end."""
        present = {seat.player: seat for seat in self.header.seats}
        present.update((e.seat.player, e.seat) for e in self.entries if isinstance(e, SeatChanged))
        return tuple(present.values())


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
        self._write({"header": _plain(header)})

    @classmethod
    def reopen(cls, path: Path, told: Told) -> "Journal":
        """Goes on with a journal that has been read; a cut last line is overwritten."""
        journal = cls.__new__(cls)
        journal.path = path
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
        self._write({type(entry).__name__: _plain(entry)})

    def close(self) -> None:
        """Closes the file; everything accepted is on disk already."""
        self._file.close()

    def _write(self, record: dict[str, Any]) -> None:
        line = _line(self._number, record)
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
    except OSError as fault:
        raise JournalError("error.journal_unreadable", file=str(path), reason=fault.strerror or str(fault)) from fault
    whole = raw.rfind(b"\n") + 1
    records = list(_records(path, raw[:whole]))
    if not records or "header" not in records[0]:
        raise JournalError("error.journal_no_header", file=str(path))
    header = _header(path, records[0]["header"])
    entries = tuple(_entry(path, number, record) for number, record in enumerate(records[1:], 2))
    return Told(header, entries, whole < len(raw), whole)


def _records(path: Path, raw: bytes) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(raw.splitlines()):
        try:
            record = json.loads(line)
            crc = record.pop("crc")
            expected = record.pop("n")
        except (ValueError, KeyError, AttributeError, TypeError) as fault:
            raise JournalError("error.journal_line", file=str(path), line=number + 1) from fault
        if expected != number or crc != _crc(expected, record):
            raise JournalError("error.journal_edited", file=str(path), line=number + 1)
        yield record


def _header(path: Path, plain: dict[str, Any]) -> Header:
    if plain.get("format") != FORMAT:
        raise JournalError("error.journal_format", file=str(path), found=plain.get("format"), expected=FORMAT)
    try:
        header = Header(**{name: plain[name] for name in fields_dict(Header) if name in plain or name not in ADDED})
        seats = tuple(_seat(seat) for seat in plain["seats"])
    except (KeyError, TypeError) as fault:
        raise JournalError("error.journal_line", file=str(path), line=1) from fault
    return evolve(header, seats=seats)


def _entry(path: Path, line: int, record: dict[str, Any]) -> Entry:
    try:
        (kind, plain), *_ = record.items()
        match kind:
            case "MoveMade":
                return MoveMade(_move(plain["move"]), plain["digest"])
            case "Undone":
                return Undone()
            case "SeatChanged":
                return SeatChanged(_seat(plain["seat"]))
    except (KeyError, TypeError, ValueError) as fault:
        raise JournalError("error.journal_line", file=str(path), line=line) from fault
    raise JournalError("error.journal_line", file=str(path), line=line)


def _seat(plain: dict[str, Any]) -> Seat:
    return Seat(plain["player"], tuple(plain["people"]), plain["bot"])


def _move(plain: dict[str, Any]) -> Move:
    named = dict(plain)
    kind = MOVES[named.pop("kind")]
    if "stand" in named:
        named["stand"] = Stand(named["stand"])
    if "approved" in named:
        named["approved"] = tuple(named["approved"])
    if "map" in named:
        arrows = tuple(Arrow(**arrow) for arrow in named["map"]["arrows"])
        named |= {"map": CausalMap(named["map"]["author"], arrows), "moment": Moment(named["moment"])}
    move: Move = kind(**named)
    return move


def _plain(value: Any) -> Any:
    """Returns attrs values as JSON has them; a move carries its kind."""
    plain = asdict(value, value_serializer=_serialized, recurse=False)
    return {"kind": type(value).__name__, **plain} if type(value) in MOVES.values() else plain


def _serialized(_: Any, __: Any, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_serialized(None, None, item) for item in value]
    if type(value) in MOVES.values() or isinstance(value, Seat | CausalMap | Arrow):
        return _plain(value)
    return value


def _line(number: int, record: dict[str, Any]) -> bytes:
    checked = {"n": number, **record, "crc": _crc(number, record)}
    return json.dumps(checked, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _crc(number: int, record: dict[str, Any]) -> int:
    canonical = json.dumps([number, record], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return crc32(canonical.encode())


def _unwritable(path: Path, fault: Exception) -> JournalError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return JournalError("error.journal_unwritable", file=str(path), reason=reason)
