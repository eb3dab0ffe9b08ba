"""Sheets of opinions from a table that anybody can fill in: a line a person, a cell a seat."""

import csv
import io
from pathlib import Path
from typing import Final

from game.content.reading import read_source
from game.errors import ContentError, Problem

LETTERS: Final = {"": "-", "-": "-", "a": "a", "d": "d", "p": "p"}


def read_sheets(path: Path, statements: int) -> tuple[str, ...]:
    """Returns the sheets of a file: a line a person, an answer a cell (a, d, p or nothing), one for each statement.

    Raises ContentError with every fault of it.
    """
    source = read_source(path, str(path))
    if source.text is None or source.problems:
        raise ContentError(source.problems)
    first = source.text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(source.text), delimiter=";" if ";" in first else ",")
    sheets, problems = [], []
    for line, row in enumerate(rows, 1):
        cells = [cell.strip().lower() for cell in row]
        if not any(cells):
            continue
        if len(cells) != statements:
            problems.append(Problem(str(path), line, 1, "sheet_cells", {"least": statements, "found": len(cells)}))
            continue
        wrong = [(at, cell) for at, cell in enumerate(cells, 1) if cell not in LETTERS]
        problems += [Problem(str(path), line, at, "sheet_answer", {"found": cell}) for at, cell in wrong]
        sheets.append("".join(LETTERS.get(cell, "-") for cell in cells))
    if not sheets and not problems:
        problems.append(Problem(str(path), 0, 0, "sheet_none"))
    if problems:
        raise ContentError(problems)
    return tuple(sheets)
