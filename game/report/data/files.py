"""Tables written as files: CSV and JSON for machines, one workbook for people, one database for many workshops.

Whatever an author wrote stays text: a cell that begins like a formula is never one.
"""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from game.errors import GameError
from game.report.data.codebook import codebook, told
from game.report.data.tables import COLUMNS, SESSION, Column, Kind, Table, Value
from game.wording.words import Words

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet takes for the beginning of a formula."""
TYPES: Final = {Kind.TEXT: "TEXT", Kind.WHOLE: "INTEGER", Kind.NUMBER: "REAL", Kind.YES_NO: "INTEGER"}
WIDEST: Final = 48
"""Characters of the widest column of a workbook; what is longer is wrapped."""
LONGEST: Final = 20_000
"""Rows of the longest table in a workbook: more than people read, and old machines open slowly."""


def cell(value: Value) -> str:
    """Returns a value as a CSV file holds it.

    >>> cell("=1+1"), cell(True), cell(None), cell(-2.5)
    ("'=1+1", 'true', '', '-2.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULAS):
        return f"'{value}"
    return str(value)


def write_csv(tables: Mapping[str, Table], folder: Path, words: Words, version: str) -> None:
    """Writes one CSV file a table and the codebook `datapackage.json` into a folder.

    RFC 4180 with decimal points; UTF-8 with a mark at its start, without which spreadsheets misread accents.
    """
    for name, table in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in COLUMNS[name]])
            writer.writerows(_cells(table))
    package = codebook(words, "whose-city", tables, version)
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


class _Once(dict[Value, str]):
    """What each cell of a column is written as: a column says the same few things thousands of times."""

    def __init__(self, write: Callable[[Value], str]) -> None:
        super().__init__()
        self.write = write

    def __missing__(self, value: Value) -> str:
        written = self[value] = self.write(value)
        return written


def _columns(table: Table) -> Iterator[tuple[Column, tuple[Value, ...]]]:
    """Yields each column of a table and its cells, from the first row to the last."""
    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(COLUMNS[table.name])
    return zip(COLUMNS[table.name], cells, strict=True)


def _cells(table: Table) -> Iterator[tuple[Value, ...]]:
    """Yields the rows as the writer takes them: it knows numbers and empty cells by itself."""
    own = (Kind.TEXT, Kind.YES_NO)
    written = [map(_Once(cell).__getitem__, cells) if of.kind in own else cells for of, cells in _columns(table)]
    return zip(*written, strict=True)


def write_json(tables: Mapping[str, Table], path: Path) -> None:
    """Writes every table into one JSON file: a list of objects under each table's name, a line an object."""
    parts = [f"{_encoded(name)}:[\n{_objects(table)}\n]" for name, table in tables.items()]
    path.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


_encoded: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _objects(table: Table) -> str:
    """Returns the rows of a table as JSON objects, a line each: column by column, for each is of one kind."""
    pattern = "{" + ",".join(f"{_encoded(column.name)}:%s" for column in COLUMNS[table.name]) + "}"
    written = [
        map(_number if column.kind is Kind.NUMBER else _Once(_encoded).__getitem__, cells)
        for column, cells in _columns(table)
    ]
    return ",\n".join(map(pattern.__mod__, zip(*written, strict=True)))


def _number(value: Value) -> str:
    return "null" if value is None else repr(value)


def write_workbook(tables: Mapping[str, Table], path: Path, words: Words) -> None:
    """Writes one workbook: a sheet a table with filters, after a first sheet that says what each column is.

    A table of more than LONGEST rows is left to its CSV file, which the first sheet names.
    """
    import xlsxwriter

    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), safe) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        about = book.add_worksheet(words.say("data.sheet.about"))
        lines = [(words.say("data.col.table"), words.say("data.col.column"), words.say("data.col.about"))]
        lines += [
            (words.say(f"data.sheet.{name}"), column.name, told(words, name, column))
            for name, table in tables.items() if len(table.rows) <= LONGEST for column in COLUMNS[name]
        ]  # fmt: skip
        lines += [
            (words.say(f"data.sheet.{name}"), "", words.say("data.too_long", rows=len(table.rows), file=f"{name}.csv"))
            for name, table in tables.items() if len(table.rows) > LONGEST
        ]  # fmt: skip
        for number, line in enumerate(lines):
            about.write_row(number, 0, line, bold if number == 0 else wrap)
        about.set_column(0, 1, 20)
        about.set_column(2, 2, 90)
        about.freeze_panes(1, 0)
        for name, table in tables.items():
            if len(table.rows) <= LONGEST:
                _sheet(book.add_worksheet(words.say(f"data.sheet.{name}")), table, bold)


def _sheet(sheet, table: Table, bold) -> None:  # type: ignore[no-untyped-def]  # xlsxwriter has no types
    columns = COLUMNS[table.name]
    sheet.write_row(0, 0, [column.name for column in columns], bold)
    for number, row in enumerate(table.rows, 1):
        sheet.write_row(number, 0, row)
    for place, (column, cells) in enumerate(_columns(table)):
        longest = max((len(cell(value)) for value in set(cells)), default=0)
        sheet.set_column(place, place, min(WIDEST, max(longest, len(column.name)) + 2))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(columns) - 1)


def write_database(tables: Mapping[str, Table], path: Path) -> None:
    """Writes one SQLite database, a table each and an index on the session; an older one of that name is replaced."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    with base:
        for name, table in tables.items():
            columns = ", ".join(f'"{column.name}" {TYPES[column.kind]}' for column in COLUMNS[name])
            base.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" * len(COLUMNS[name]))
            base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', table.rows)
            if COLUMNS[name][0] is SESSION:
                base.execute(f'CREATE INDEX "{name}_session" ON "{name}" (session)')
    base.close()


def write_parquet(names: Iterable[str], folder: Path) -> None:
    """Writes a Parquet file beside each CSV file. Raises GameError where the extra that does so is missing."""
    try:
        import duckdb
    except ImportError as fault:
        raise GameError("error.no_parquet") from fault
    for name in names:
        source, target = folder / f"{name}.csv", folder / f"{name}.parquet"
        duckdb.read_csv(str(source), header=True).write_parquet(str(target))
