"""Headers and entries as JSON has them, and back.

Where ballots are not open they are written sealed: nobody who opens the file in an editor reads who voted what. It is
a curtain, not a safe: this program reads them, so that a session cut short goes on with its vote.
"""

import json
from base64 import b85decode, b85encode
from collections.abc import Callable, Mapping
from enum import Enum
from hashlib import shake_256
from pathlib import Path
from typing import Any, Final

from attrs import asdict, evolve, fields_dict

from game.content.cards import Manner, Paper, Secrecy, Sharing
from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.inventing import Idea, Retold, read_idea
from game.engine.decide.consent import Position
from game.engine.moves import Amendment, Ballot, Change, Move, Promise, PromiseKind, Stand
from game.engine.seating import Seat
from game.errors import JournalError
from game.journal.entries import (
    FORMAT,
    Branched,
    Entry,
    Forgotten,
    Header,
    MoveMade,
    Paced,
    SeatChanged,
    Undone,
    Weighed,
    WentTo,
)

ADDED: Final = ("pack", "pack_file", "manner", "minutes", "agenda")
"""What journals of this format did not say at first."""
INSIDE: Final = (CausalMap, Arrow, Amendment, Promise, Idea, Retold, Manner)
"""Values that moves and headers hold."""
MOVES: Final = {kind.__name__: kind for kind in Move.__args__}
"""Moves by the name written in the file."""


def header_of(path: Path, plain: dict[str, Any]) -> Header:
    """Returns the header that a first line holds; raises JournalError for another format, or a damaged one."""
    if plain.get("format") != FORMAT:
        raise JournalError("error.journal_format", file=str(path), found=plain.get("format"), expected=FORMAT)
    try:
        header = Header(**{name: plain[name] for name in fields_dict(Header) if name in plain or name not in ADDED})
        seats = tuple(_seat(seat) for seat in plain["seats"])
        manner = _manner(plain["manner"]) if "manner" in plain else Manner()
    except (KeyError, TypeError, ValueError) as fault:
        raise JournalError("error.journal_line", file=str(path), line=1) from fault
    return evolve(header, seats=seats, manner=manner, agenda=tuple(header.agenda))


def entry_of(path: Path, line: int, record: dict[str, Any], header: Header) -> Entry:
    """Returns the entry that a later line holds; raises JournalError for what is none."""
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


def record_of(entry: Entry, header: Header, number: int) -> dict[str, Any]:
    """Returns an entry as its line holds it: a ballot sealed, unless ballots are open."""
    record = as_plain(entry)
    if isinstance(entry, MoveMade) and isinstance(entry.move, Ballot) and _sealing(header):
        record["move"] = _sealed(record["move"], header, number)
    return {type(entry).__name__: record}


def as_plain(value: Any) -> Any:
    """Returns attrs values as JSON has them; a move carries its kind."""
    told = asdict(value, value_serializer=_serialized, recurse=False)
    return {"kind": type(value).__name__, **told} if type(value) in MOVES.values() else told


def _serialized(_: Any, __: Any, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_serialized(None, None, item) for item in value]
    if type(value) in MOVES.values() or isinstance(value, (Seat, *INSIDE)):
        return as_plain(value)
    return value
