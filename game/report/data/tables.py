"""The tables that a session is told in, and their columns: one description for files, databases and the codebook.

A column's text for readers is `data.NAME.COLUMN` of the catalogues; ids are the content's own, names are in words.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from attrs import frozen

Value = str | int | float | bool | None
"""What a cell may hold; None where there is nothing to say."""
Row = tuple[Value, ...]


class Kind(Enum):
    """What a column holds, by the name that a table schema gives it."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    YES_NO = "boolean"


@frozen
class Column:
    """One column; `unit` is empty for what has none."""

    name: str
    kind: Kind = Kind.TEXT
    unit: str = ""


@frozen
class Table:
    """Rows under the columns of that name, in `COLUMNS`."""

    name: str
    rows: tuple[Row, ...]


SESSION: Final = Column("session")
ROUND: Final = Column("round", Kind.WHOLE)
NAME: Final = Column("name")


def _points(name: str) -> Column:
    return Column(name, Kind.NUMBER, "points")


def _money(name: str) -> Column:
    return Column(name, Kind.NUMBER, "M€")


def _count(name: str) -> Column:
    return Column(name, Kind.WHOLE)


def _flag(name: str) -> Column:
    return Column(name, Kind.YES_NO)


_LEARNT: Final = (
    Column("part"), NAME, _count("pairs"),
    *(Column(name, Kind.NUMBER) for name in (
        "before", "after", "change", "deviation", "change_low", "change_high", "effect", "effect_low", "effect_high",
    )),
)  # fmt: skip
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    "sessions": (
        SESSION, Column("scenario"), Column("rules"), Column("way"), _count("rounds"), _count("rounds_played"),
        _flag("ended"), _count("seats"), _count("seats_of_people"), _count("seed"), Column("began"),
        Column("version"), Column("vision"), Column("vision_name"),
    ),
    "levels": (SESSION, ROUND, Column("measure"), NAME, _points("value")),
    "districts": (SESSION, ROUND, Column("district"), NAME, Column("measure"), _points("value")),
    "groups": (
        SESSION, ROUND, Column("group"), NAME, _points("satisfaction"), Column("displaced", Kind.NUMBER, "%"),
    ),
    "causes": (SESSION, ROUND, Column("measure"), Column("kind"), Column("cause"), NAME, _points("change")),
    "decisions": (
        SESSION, ROUND, Column("challenge"), NAME, Column("way"), Column("answer"), Column("answer_name"),
        Column("tech"), Column("district"), _money("public"), _money("private"), _count("opens"), _flag("contested"),
        _count("proposers"), _count("partners"), _count("amendments"),
    ),
    "contributions": (
        SESSION, ROUND, Column("answer"), NAME, _money("cost"), Column("seat"), Column("seat_name"), Column("unit"),
        Column("amount", Kind.NUMBER),
    ),
    "seats": (SESSION, Column("seat"), NAME, _flag("computer"), _points("moved")),
    "presence": (
        SESSION, ROUND, Column("seat"), NAME, _count("people"), _flag("computer"), Column("from"),
    ),
    "promises": (SESSION, ROUND, Column("by"), Column("to"), Column("kind"), Column("fate")),
    "inventions": (
        SESSION, ROUND, Column("challenge"), Column("answer"), NAME, Column("language"), Column("tech"),
        Column("figure"), Column("low", Kind.NUMBER), Column("median", Kind.NUMBER), Column("high", Kind.NUMBER),
        _count("estimates"), _flag("admitted"), _flag("taken"),
    ),
    "events": (SESSION, ROUND, Column("kind"), Column("what"), NAME),
    "pooled": (
        Column("way"), Column("measure"), NAME, _count("sessions"), _points("start"), _points("end"),
        _points("change"), _points("deviation"), _points("lowest"), _points("highest"),
    ),
    "answers": (
        SESSION, _count("person"), Column("moment"), Column("part"), Column("item"), NAME, _count("answer"),
        Column("score", Kind.NUMBER),
    ),
    "changes": (
        SESSION, _count("person"), Column("part"), Column("before", Kind.NUMBER), Column("after", Kind.NUMBER),
    ),
    "learning": (SESSION, *_LEARNT, _count("only_before"), _count("only_after")),
    "learning_pooled": (*_LEARNT, _count("sessions"), Column("between", Kind.NUMBER)),
}  # fmt: skip
"""Every table and its columns, in the order they are written."""
POOLED: Final = "pooled"
LEARNT_POOLED: Final = "learning_pooled"
ACROSS: Final = (POOLED, LEARNT_POOLED)
"""The tables that tell many sessions together; the others have the session in their first column."""
ASKED: Final = ("answers", "changes", "learning")
"""The tables of the questionnaire, which are there only where it was filled in."""


def joined(parts: Iterable[Mapping[str, Table]]) -> dict[str, Table]:
    """Returns the tables of many sessions as one of each kind."""
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS if name not in ACROSS}
    for tables in parts:
        for name, table in tables.items():
            rows[name] += table.rows
    return {name: Table(name, tuple(found)) for name, found in rows.items() if found or name not in ASKED}
