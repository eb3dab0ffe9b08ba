"""The save file: append-only JSON lines, on disk before the next move is accepted. Save = replay = undo = branch.

The first line says what is played: scenario, hashes of its content, seats, seed, versions. Each further line is one
entry with its number and its CRC-32. Nothing here knows the rules: replaying is the session's business.

Where ballots are not open they are written sealed: nobody who opens the file in an editor reads who voted what. It is
a curtain, not a safe: this program reads them, so that a session cut short goes on with its vote.
"""

import json
import os
import re
from base64 import b85decode, b85encode
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from hashlib import shake_256
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from attrs import asdict, evolve, field, fields_dict, frozen

from game.content.cards import Manner, Paper, Secrecy, Sharing
from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.inventing import Idea, Retold, read_idea
from game.content.shapes import PAPER, ChallengeId, ProcedureId, ScenarioId, StakeholderId
from game.engine.decide.consent import Position
from game.engine.moves import Amendment, Ballot, Change, Move, Promise, PromiseKind, Stand
from game.engine.seating import Seat as Seat
from game.errors import JournalError
from game.paths import sessions_folder

FORMAT: Final = 1
"""The number of this format; a reader refuses any other."""
ADDED: Final = ("pack", "pack_file", "manner", "minutes", "agenda")
"""What journals of this format did not say at first."""
INSIDE: Final = (CausalMap, Arrow, Amendment, Promise, Idea, Retold, Manner)
"""Values that moves and headers hold."""
MOVES: Final = {kind.__name__: kind for kind in Move.__args__}
"""Moves by the name written in the file."""


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
    manner: Manner = field(factory=Manner)
    """How the table votes; older journals say nothing, and voted in secret."""
    minutes: int = 0
    """The minutes of play planned; 0 for what the rules say."""
    agenda: tuple[ChallengeId, ...] = ()
    """The challenges asked, in order, when they are not all those of the scenario."""
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
    """A seat passed to other people, or to a computer player; newer journals say so by moves."""

    seat: Seat


@frozen
class Branched:
    """The table goes on from an earlier moment, on a line of its own: the first `at` moves of the present line hold."""

    at: int
    name: str


@frozen
class WentTo:
    """The table goes on with another line of play; 0 is the trunk, others count in the order they were opened."""

    line: int


@frozen
class Paced:
    """The facilitator has planned so many minutes of play; 0 goes back to what the rules say."""

    minutes: int


@frozen
class Weighed:
    """The room has said, before it played, how much each thing counts for it: points by name, `-` before what less of
    is better; none takes the weights back."""

    points: tuple[tuple[str, int], ...]


@frozen
class Forgotten:
    """A seat's names and written words have been deleted from every line of the file: how many, and on which day."""

    player: StakeholderId
    names: int
    texts: int
    on: str
    """A date in ISO 8601, given by the caller."""


Entry = MoveMade | Undone | SeatChanged | Branched | WentTo | Paced | Weighed | Forgotten
"""What a line after the first may hold."""


@frozen
class Line:
    """A line of play: the trunk, or a branch that left line `parent` after its first `at` moves."""

    moves: tuple[MoveMade, ...] = ()
    """All the moves that lead here, those before the branching included."""
    name: str = ""
    parent: int | None = None
    at: int = 0


@frozen
class Told:
    """A journal as read: its header, its entries, and whether a cut last line was dropped."""

    header: Header
    entries: tuple[Entry, ...]
    cut: bool = False
    sound_bytes: int = field(default=0, repr=False)
    """How much of the file is whole lines; a writer goes on from there."""

    def moves(self) -> tuple[MoveMade, ...]:
        """Returns the moves that stand on the present line, undone ones left out."""
        lines, present = self._followed
        return lines[present].moves

    def present(self) -> int:
        """Returns the line that the table was on at the end."""
        return self._followed[1]

    def lines(self) -> tuple[Line, ...]:
        """Returns the trunk, then the branches in the order they were opened, each with the moves that stand."""
        return self._followed[0]

    @cached_property
    def _followed(self) -> tuple[tuple[Line, ...], int]:
        return _follow(self.entries)

    def minutes(self) -> int:
        """Returns the minutes of play that were planned; 0 for what the rules say."""
        planned = (entry.minutes for entry in reversed(self.entries) if isinstance(entry, Paced))
        return next(planned, self.header.minutes)

    def weights(self) -> tuple[tuple[str, int], ...]:
        """Returns how much each thing counts for the room; nothing where it did not say."""
        weighed = (entry.points for entry in reversed(self.entries) if isinstance(entry, Weighed))
        return next(weighed, ())

    def forgotten(self) -> tuple[Forgotten, ...]:
        """Returns what was deleted from the file, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Forgotten))

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
        self._header = header
        self._write({"header": _plain(header)})

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
        plain = _plain(entry)
        if isinstance(entry, MoveMade) and isinstance(entry.move, Ballot) and _sealing(self._header):
            plain["move"] = _sealed(plain["move"], self._header, self._number)
        self._write({type(entry).__name__: plain})

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
    header = _header(path, records[0]["header"])
    entries = tuple(_entry(path, number, record, header) for number, record in enumerate(records[1:], 2))
    return Told(header, entries, whole < len(raw), whole)


def _records(path: Path, raw: bytes) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(raw.splitlines()):
        try:
            record, sound = _as_written(number, line) or _as_said(number, line)
        except (ValueError, KeyError, AttributeError, TypeError) as fault:
            if not number and path.suffix != ".jsonl":
                raise JournalError("error.not_a_journal", file=str(path), folder=str(sessions_folder())) from fault
            raise JournalError("error.journal_line", file=str(path), line=number + 1) from fault
        if not sound:
            raise JournalError("error.journal_edited", file=str(path), line=number + 1)
        yield record


def _as_written(number: int, line: bytes) -> tuple[dict[str, Any], bool] | None:
    """Returns the record of a line that stands as `_line` writes it; None for any other, which may still be sound."""
    written = WRITTEN.fullmatch(line)
    if written is None or int(written[1]) != number or int(written[3]) != crc32(b"[%d,{%b}]" % (number, written[2])):
        return None
    record: dict[str, Any] = json.loads(b"{%b}" % written[2])
    return record, True


def _as_said(number: int, line: bytes) -> tuple[dict[str, Any], bool]:
    """Returns the record of a line in whatever order and with whatever spaces, and whether its sum is right."""
    record = json.loads(line.decode())
    crc, expected = record.pop("crc"), record.pop("n")
    return record, expected == number and crc == _crc(expected, record)


def _follow(entries: tuple[Entry, ...]) -> tuple[tuple[Line, ...], int]:
    """Returns the lines of play that entries tell, and which one the table was on at the end."""
    lines, moves, present = [Line()], [list[MoveMade]()], 0
    for entry in entries:
        made = moves[present]
        match entry:
            case MoveMade():
                made.append(entry)
            case Undone() if len(made) > lines[present].at:
                made.pop()
            case Branched(at, name):
                lines.append(Line((), name, present, at))
                moves.append(made[:at])
                present = len(lines) - 1
            case WentTo(number) if number < len(lines):
                present = number
    return tuple(evolve(line, moves=tuple(made)) for line, made in zip(lines, moves, strict=True)), present


def _header(path: Path, plain: dict[str, Any]) -> Header:
    if plain.get("format") != FORMAT:
        raise JournalError("error.journal_format", file=str(path), found=plain.get("format"), expected=FORMAT)
    try:
        header = Header(**{name: plain[name] for name in fields_dict(Header) if name in plain or name not in ADDED})
        seats = tuple(_seat(seat) for seat in plain["seats"])
        manner = _manner(plain["manner"]) if "manner" in plain else Manner()
    except (KeyError, TypeError, ValueError) as fault:
        raise JournalError("error.journal_line", file=str(path), line=1) from fault
    return evolve(header, seats=seats, manner=manner, agenda=tuple(header.agenda))


def _entry(path: Path, line: int, record: dict[str, Any], header: Header) -> Entry:
    try:
        (kind, plain), *_ = record.items()
        match kind:
            case "MoveMade":
                move = plain["move"]
                return MoveMade(_move(_opened(move, header, line - 1) if "sealed" in move else move), plain["digest"])
            case "Undone":
                return Undone()
            case "SeatChanged":
                return SeatChanged(_seat(plain["seat"]))
            case "Branched":
                return Branched(**plain)
            case "WentTo":
                return WentTo(**plain)
            case "Paced":
                return Paced(**plain)
            case "Weighed":
                return Weighed(tuple((name, points) for name, points in plain["points"]))
            case "Forgotten":
                return Forgotten(**plain)
    except (KeyError, TypeError, ValueError) as fault:
        raise JournalError("error.journal_line", file=str(path), line=line) from fault
    raise JournalError("error.journal_line", file=str(path), line=line)


def _seat(plain: dict[str, Any]) -> Seat:
    return Seat(plain["player"], tuple(plain["people"]), plain["bot"])


def _manner(plain: dict[str, Any]) -> Manner:
    return Manner(Secrecy(plain["ballots"]), Paper(plain["paper"]), Sharing(plain["count"]))


def _sealing(header: Header) -> bool:
    """Tells whether ballots are written so that nobody reads them in the file."""
    return header.manner.ballots is not Secrecy.OPEN


def _sealed(move: dict[str, Any], header: Header, number: int) -> dict[str, Any]:
    """Returns a ballot that keeps to itself what it says; its kind and its seat stay to be read."""
    told = {name: value for name, value in move.items() if name not in ("kind", "player")}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    hidden = _curtain(text, header, number)
    return {"kind": move["kind"], "player": move["player"], "sealed": b85encode(hidden).decode()}


def _opened(move: dict[str, Any], header: Header, number: int) -> dict[str, Any]:
    told = json.loads(_curtain(b85decode(move["sealed"]), header, number))
    return {"kind": move["kind"], "player": move["player"], **told}


def _curtain(text: bytes, header: Header, number: int) -> bytes:
    """Returns a text put behind its curtain, or taken out from behind it: each line of a journal has its own."""
    mask = shake_256(f"{header.began}|{header.seed}|{number}".encode()).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, mask, strict=True))


def _amendment(plain: dict[str, Any] | None) -> Amendment | None:
    return None if plain is None else Amendment(Change(plain["change"]), plain["to"])


def _promise(plain: dict[str, Any] | None) -> Promise | None:
    return None if plain is None else Promise(PromiseKind(plain["kind"]), plain["intervention"], plain["words"])


READ: Final[Mapping[str, Callable[[Any], object]]] = {
    "stand": Stand,
    "position": Position,
    "approved": tuple,
    "order": tuple,
    "sheets": tuple,
    "people": tuple,
    "grades": lambda pairs: tuple((option, grade) for option, grade in pairs),
    "tokens": lambda pairs: tuple((option, tokens) for option, tokens in pairs),
    "watches": lambda pairs: tuple((gauge, counts) for gauge, counts in pairs),
    "amendment": _amendment,
    "remedy": _amendment,
    "gives": _promise,
    "takes": _promise,
    "idea": read_idea,
    "figures": lambda pairs: tuple((name, figure) for name, figure in pairs),
}
"""How a move's fields are read back, where JSON has no type of theirs."""


def _move(plain: dict[str, Any]) -> Move:
    named = dict(plain)
    kind = MOVES[named.pop("kind")]
    for name in named.keys() & READ.keys():
        named[name] = READ[name](named[name])
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
    if type(value) in MOVES.values() or isinstance(value, (Seat, *INSIDE)):
        return _plain(value)
    return value


def _line(number: int, record: dict[str, Any]) -> bytes:
    inside = _canonical(record)[1:-1]
    return f'{{"n":{number},{inside},"crc":{_crc(number, record)}}}\n'.encode()


def _crc(number: int, record: dict[str, Any]) -> int:
    return crc32(_canonical([number, record]).encode())


_canonical: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
WRITTEN: Final = re.compile(rb'\{"n":(\d+),(.+),"crc":(\d+)\}')
"""A line as it is written: its number, what it tells with its keys in order, and the sum of both."""


def _unwritable(path: Path, fault: Exception) -> JournalError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return JournalError("error.journal_unwritable", file=str(path), reason=reason)
