"""Maps of causes as CSV: what a spreadsheet or a hand writes, read with every fault at its place, and written back.

Three columns, `from,to,strength`, with a header; separated by commas, semicolons or tabs. Names are ids, or French or
English names, whatever their case and accents.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from unicodedata import normalize

from attrs import frozen

from game.content.causalmap import READ, STRONGEST, Arrow, CausalMap, causes_of, effects_of, names_on_maps
from game.content.faults import closest
from game.content.reading import read_source
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId
from game.errors import ContentError, GameError, Problem

HEADER: Final = ("from", "to", "strength")
KNOWN_HEADERS: Final = {
    "from": 0, "cause": 0, "de": 0, "to": 1, "effect": 1, "vers": 1, "effet": 1, "strength": 2, "force": 2,
}  # fmt: skip
"""Column titles as people write them, and which column they stand over."""
SEPARATORS: Final = ",;\t"
SIGNS: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2012": "-"})
"""Dashes that people and spreadsheets write for a minus."""
UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
"""How the “Unicode text” of spreadsheets begins."""


@frozen
class Cell:
    """One cell of a line: what is written, and its column, counted from 1."""

    text: str
    column: int


def read_map(path: Path, rules: Rulebook, author: str = "") -> CausalMap:
    """Returns the map of a CSV file; its author is the file's name unless given.

    Raises ContentError with every fault of the file.
    """
    text, problems = _text(path)
    arrows, faults = parsed(text, rules, str(path)) if text is not None else ((), ())
    if problems or faults:
        raise ContentError((*problems, *faults))
    return CausalMap(author or path.stem, arrows)


def write_map(drawn: CausalMap, path: Path) -> None:
    """Writes a map as CSV, with the signature that makes spreadsheets read accents right.

    Raises GameError when the file can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_csv(drawn), encoding="utf-8-sig", newline="")
    except OSError as fault:
        raise GameError("error.map_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault


def as_csv(drawn: CausalMap) -> str:
    """Returns the text of a map's file; names are ids, which every language reads."""
    lines = [",".join(HEADER), *(f"{arrow.from_},{arrow.to},{arrow.strength}" for arrow in drawn.arrows)]
    return "\n".join(lines) + "\n"


def _text(path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """Returns what a file holds; besides UTF-8, spreadsheets write UTF-16 and the Western code page."""
    source = read_source(path, str(path))
    if [problem.rule for problem in source.problems] != ["not_utf8"]:
        return source.text, source.problems
    raw = path.read_bytes()
    encoding = "utf-16" if raw.startswith(UTF16) else "cp1252"
    return raw.decode(encoding, errors="replace").replace("\r\n", "\n"), ()


def parsed(text: str, rules: Rulebook, file: str) -> tuple[tuple[Arrow, ...], tuple[Problem, ...]]:
    """Returns the arrows of a CSV text, and everything that is wrong with it, in order; `file` names it."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return (), (Problem(file, 1, 1, "map_empty", {}, "map_header"),)
    separator = max(SEPARATORS, key=lines[first].count)
    cells, _ = _cells(lines[first], separator)
    columns = [KNOWN_HEADERS.get(_plain(cell.text)) for cell in cells]
    if sorted(column for column in columns if column is not None) != [0, 1, 2] or len(columns) != len(HEADER):
        return (), (Problem(file, first + 1, 1, "map_no_header", {"found": lines[first]}, "map_header"),)
    order = [columns.index(place) for place in range(len(HEADER))]
    reader = _Reader(rules, file, separator, order)
    return reader.read(list(enumerate(lines, 1))[first + 1 :])


class _Reader:
    """Reads the lines under the header."""

    def __init__(self, rules: Rulebook, file: str, separator: str, order: Sequence[int]) -> None:
        self.file, self.separator, self.order = file, separator, order
        self.causes, self.effects = _named(rules, causes_of(rules)), _named(rules, effects_of(rules))
        self.arrows: list[Arrow] = []
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}
        """Where each arrow stands."""

    def read(self, lines: Sequence[tuple[int, str]]) -> tuple[tuple[Arrow, ...], tuple[Problem, ...]]:
        for number, line in lines:
            self._line(number, line)
        if not self.arrows and not self.problems:
            self.problems.append(Problem(self.file, 1, 1, "map_empty", {}, "map_header"))
        return tuple(self.arrows), tuple(self.problems)

    def _line(self, number: int, line: str) -> None:
        cells, closed = _cells(line, self.separator)
        if not any(cell.text for cell in cells):
            return
        if not closed:
            self._fault(number, cells[-1], "map_open_quote", {}, "close_quote")
        elif len(cells) != len(HEADER):
            last = cells[min(len(cells) - 1, len(HEADER))]
            self._fault(number, last, "map_columns", {"found": len(cells), "expected": len(HEADER)}, "map_three")
        else:
            self._arrow(number, *(cells[place] for place in self.order))

    def _arrow(self, number: int, start: Cell, end: Cell, amount: Cell) -> None:
        cause = self._measure(number, start, self.causes)
        effect = self._measure(number, end, self.effects)
        strength = self._strength(number, amount)
        if cause is None or effect is None or strength is None:
            return
        if cause == effect:
            self._fault(number, end, "map_self", {"found": end.text}, "map_delete")
            return
        arrow = Arrow(cause, effect, strength)
        if arrow.id in self.lines:
            values = {"cause": start.text, "effect": end.text, "first": self.lines[arrow.id]}
            self._fault(number, start, "map_twice", values, "map_delete")
            return
        self.lines[arrow.id] = number
        self.arrows.append(arrow)

    def _measure(self, number: int, cell: Cell, known: Mapping[str, IndicatorId]) -> IndicatorId | None:
        found = known.get(_plain(cell.text))
        if found is not None:
            return found
        if known is self.effects and self.causes.get(_plain(cell.text)) in READ:
            self._fault(number, cell, "map_only_read", {"found": cell.text}, "map_choose_other")
            return None
        close = closest(_plain(cell.text), known)
        hint = "did_you_mean" if close else "map_names"
        self._fault(number, cell, "map_unknown", {"found": cell.text, "close": close}, hint)
        return None

    def _strength(self, number: int, cell: Cell) -> int | None:
        try:
            strength = int(cell.text.translate(SIGNS).replace(" ", ""))
        except ValueError:
            self._fault(number, cell, "map_strength", {"found": cell.text}, "map_scale")
            return None
        if not strength or abs(strength) > STRONGEST:
            rule = "map_too_strong" if strength else "map_no_strength"
            self._fault(number, cell, rule, {"found": cell.text}, "map_scale" if strength else "map_delete")
            return None
        return strength

    def _fault(self, number: int, cell: Cell, rule: str, values: Mapping[str, object], hint: str) -> None:
        self.problems.append(Problem(self.file, number, cell.column, rule, dict(values), hint))


def _named(rules: Rulebook, known: Sequence[IndicatorId]) -> dict[str, IndicatorId]:
    """Returns measures by every way of writing them; ids win over names."""
    names = names_on_maps(rules)
    spoken = {_plain(word): name for name in known for word in names[name].words.values()}
    return spoken | {_plain(name): name for name in known}


def _plain(name: str) -> str:
    """Returns a name without case, accents, and the spaces and marks that people leave out."""
    letters = normalize("NFKD", name.casefold())
    return " ".join("".join(mark if mark.isalnum() else " " for mark in letters if mark.isascii()).split())


def _cells(line: str, separator: str) -> tuple[list[Cell], bool]:
    """Returns the cells of a line with their columns, and whether every quote is closed."""
    cells: list[Cell] = []
    at, closed = 0, True
    while at <= len(line):
        text, end, closed = _cell(line, at, separator)
        lead = len(line[at:end]) - len(line[at:end].lstrip())
        cells.append(Cell(text.strip(), at + (lead if lead < end - at else 0) + 1))
        at = end + 1
    return cells, closed


def _cell(line: str, at: int, separator: str) -> tuple[str, int, bool]:
    """Returns the text of the cell that starts at a place, where it ends, and whether its quotes are closed."""
    text, quoted = "", False
    for place, mark in _marks(line, at):
        if mark == separator and not quoted:
            return text, place, True
        if mark == '"':
            quoted = not quoted
        else:
            text += '"' if mark == '""' else mark
    return text, len(line), not quoted


def _marks(line: str, at: int) -> Iterator[tuple[int, str]]:
    """Yields letters with their places; a doubled quote inside a quoted cell is one letter."""
    inside = False
    while at < len(line):
        doubled = inside and line.startswith('""', at)
        mark = '""' if doubled else line[at]
        inside = inside != (mark == '"')
        yield at, mark
        at += len(mark)
