"""Tables written as files: CSV and JSON for machines, one workbook for people, one database for many workshops.

Whatever an author wrote stays text: a cell that begins like a formula is never one.
"""

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from game.errors import GameError
from game.report.data.codebook import codebook, told
from game.report.data.tables import COLUMNS, SESSION, Kind, Table, Value
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


def _cells(table: Table) -> Iterator[list[Value]]:
    """Yields the rows as the writer takes them: it knows numbers and empty cells by itself."""
    own = [place for place, column in enumerate(COLUMNS[table.name]) if column.kind in (Kind.TEXT, Kind.YES_NO)]
    for row in table.rows:
        cells = list(row)
        for place in own:
            cells[place] = cell(row[place])
        yield cells


def write_json(tables: Mapping[str, Table], path: Path) -> None:
    """Writes every table into one JSON file: a list of objects under each table's name, a line an object."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    parts = []
    for name, table in tables.items():
        names = [column.name for column in COLUMNS[name]]
        rows = ",\n".join(encode(dict(zip(names, row, strict=True))) for row in table.rows)
        parts.append(f"{encode(name)}:[\n{rows}\n]")
    path.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


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
    for place, column in enumerate(columns):
        longest = max((len(cell(row[place])) for row in table.rows), default=0)
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
