"""Filled-in questionnaires as CSV: a line a sheet, a column an item, read with every fault at its place.

    ticket,moment,crossing,counting,…
    117,before,2,0,…

Answers are the numbers printed on the sheet; a cell left empty is an answer not given. No name stands in the file.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Final

from attrs import frozen

from game.content.faults import closest
from game.content.questions import Questionnaire, numbers_of
from game.content.reading import read_source
from game.content.tickets import is_ticket
from game.errors import ContentError, Problem

HEADER: Final = ("ticket", "moment")
"""The columns that stand before those of the items."""
SEPARATORS: Final = ",;\t"
LONGEST: Final = 9
"""Digits a ticket may have; more is no ticket but a slip."""


class When(Enum):
    """When a sheet was filled in, seen from the game."""

    BEFORE = "before"
    AFTER = "after"


SPOKEN: Final = {"before": When.BEFORE, "avant": When.BEFORE, "after": When.AFTER, "après": When.AFTER,
                 "apres": When.AFTER}  # fmt: skip
"""The words that a table may use for a moment."""


@frozen
class AnswerSheet:
    """What one person answered at one moment: numbers by item; what was left empty is not there."""

    ticket: int
    when: When
    answers: Mapping[str, int]


def read_answers(paths: Iterable[Path], asked: Questionnaire) -> tuple[AnswerSheet, ...]:
    """Returns the sheets of all files together. Raises ContentError with every fault of every file."""
    reader = _Reader(asked)
    for path in paths:
        reader.read(path)
    if reader.problems:
        raise ContentError(reader.problems)
    return tuple(reader.sheets)


def as_csv(sheets: Iterable[AnswerSheet], asked: Questionnaire) -> str:
    """Returns the text of a file of sheets, by ticket, so that the order of answering leaves no trace."""
    items = [item.id for item in asked.items]
    lines = [",".join((*HEADER, *items))]
    for sheet in sorted(sheets, key=lambda each: (each.when is When.AFTER, each.ticket)):
        cells = [str(sheet.answers.get(item, "")) for item in items]
        lines.append(",".join((str(sheet.ticket), sheet.when.value, *cells)))
    return "\n".join(lines) + "\n"


class _Reader:
    """Reads files of sheets, and remembers where each ticket was met."""

    def __init__(self, asked: Questionnaire) -> None:
        self.numbers = {str(item.id): numbers_of(item) for item in asked.items}
        self.sheets: list[AnswerSheet] = []
        self.problems: list[Problem] = []
        self.met: dict[tuple[int, When], tuple[str, int]] = {}

    def read(self, path: Path) -> None:
        source = read_source(path, str(path))
        self.problems += source.problems
        if source.text is None:
            return
        separator = max(SEPARATORS, key=source.text.split("\n", 1)[0].count)
        reader = csv.reader(io.StringIO(source.text), delimiter=separator)
        try:
            lines = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
        except csv.Error:
            self.problems.append(Problem(str(path), reader.line_num, 1, "sheets_unreadable"))
            return
        filled = [(number, cells) for number, cells in lines if any(cells)]
        if len(filled) < 2:
            self.problems.append(Problem(str(path), 0, 0, "sheet_none"))
        elif self._header(str(path), *filled[0]):
            columns = [cell.lower() for cell in filled[0][1]]
            for number, cells in filled[1:]:
                self._line(str(path), number, columns, cells)

    def _header(self, file: str, number: int, cells: Sequence[str]) -> bool:
        names, before = [cell.lower() for cell in cells], len(self.problems)
        if tuple(names[:2]) != HEADER:
            self.problems.append(Problem(file, number, 1, "sheets_header", {"found": ", ".join(cells[:2])}))
        for place, name in enumerate(names[2:], 3):
            if name not in self.numbers:
                self.problems.append(self._unknown(file, number, place, name))
            elif name in names[: place - 1]:
                self.problems.append(Problem(file, number, place, "item_twice", {"found": name}))
        return len(self.problems) == before

    def _unknown(self, file: str, number: int, place: int, name: str) -> Problem:
        close = closest(name, self.numbers)
        values: dict[str, object] = {"found": name, "close": close, "known": ", ".join(self.numbers)}
        return Problem(file, number, place, "unknown_item", values, "did_you_mean" if close else "known_names")

    def _line(self, file: str, number: int, columns: Sequence[str], cells: Sequence[str]) -> None:
        before = len(self.problems)
        if len(cells) > len(columns):
            values: dict[str, object] = {"most": len(columns), "found": len(cells)}
            self.problems.append(Problem(file, number, len(columns) + 1, "sheets_cells", values))
        ticket = int(cells[0]) if cells[0].isdecimal() and len(cells[0]) <= LONGEST else 0
        if not is_ticket(ticket):
            self.problems.append(Problem(file, number, 1, "not_a_ticket", {"found": cells[0]}))
        when = SPOKEN.get(cells[1].lower() if len(cells) > 1 else "")
        if when is None:
            self.problems.append(Problem(file, number, 2, "not_a_moment", {"found": "".join(cells[1:2])}))
        answers = self._answers(file, number, columns, cells)
        if when is not None and len(self.problems) == before:
            self._keep(file, number, AnswerSheet(ticket, when, answers))

    def _answers(self, file: str, number: int, columns: Sequence[str], cells: Sequence[str]) -> dict[str, int]:
        found = {}
        for place, (item, cell) in enumerate(zip(columns[2:], cells[2:], strict=False), 3):
            known = self.numbers[item]
            if cell.isdecimal() and len(cell) == 1 and int(cell) in known:
                found[item] = int(cell)
            elif cell:
                values = {"found": cell, "item": item, "low": known[0], "high": known[-1]}
                self.problems.append(Problem(file, number, place, "not_an_answer", values))
        return found

    def _keep(self, file: str, number: int, sheet: AnswerSheet) -> None:
        key = sheet.ticket, sheet.when
        if key in self.met:
            first, line = self.met[key]
            values = {"ticket": sheet.ticket, "file": first, "first": line}
            self.problems.append(Problem(file, number, 1, "ticket_twice", values))
        self.met.setdefault(key, (file, number))
        self.sheets.append(sheet)
