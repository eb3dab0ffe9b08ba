"""Causes down, effects across: every link of the rules in one table of coloured cells."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.report.drawing import BOLD, Drawing, Mark, Polyline, Rect, Text, text_width, wrapped

PITCH: Final = 30.0
"""Height of a row."""
HEADS: Final = 2
"""Levels that the names of the effects stand on in turn, so that each has the room of two columns."""
STRONGEST: Final = 6.0
"""Points per 10 of the darkest cell."""


@frozen
class Entry:
    """A name beside the table, and the colour of what it belongs to."""

    id: str
    name: str
    colour: str


@frozen
class Cell:
    """A link: where it stands, how strong it is as written, and whether it is one of the few to show first."""

    cause: str
    effect: str
    strength: float
    written: str
    first: bool


def cross(
    causes: Sequence[Entry], effects: Sequence[Entry], cells: Sequence[Cell], title: str, width: float, text: float
) -> Drawing:
    """Returns the table; rising effects are blue with +, falling ones orange with −, those to show first framed."""
    left = max(text_width(cause.name, text, BOLD) for cause in causes) + text * 2.2
    column = (width - left - text * 2.2) / len(effects)
    heads = [wrapped(effect.name, column * HEADS - 6, text * 0.95, BOLD) for effect in effects]
    tall = max(len(lines) for lines in heads) * text * 1.15 + text * 0.5
    top = tall * HEADS + text * 1.2
    foot = top + PITCH * len(causes)
    marks: list[Mark] = []
    for place, (effect, lines) in enumerate(zip(effects, heads, strict=True)):
        middle = left + column * (place + 0.5)
        base = text * 0.6 + tall * (place % HEADS + 1)
        marks.append(Polyline(((middle, base - text * 0.3), (middle, foot)), "line"))
        marks += _head(effect, lines, middle, base, text)
    for row, cause in enumerate(causes):
        middle = top + PITCH * (row + 0.5)
        marks.append(Polyline(((left - text * 0.5, middle), (left + column * len(effects), middle)), "line"))
        marks.append(Rect(0, middle - PITCH * 0.36, 5, PITCH * 0.72, cause.colour, radius=2))
        marks.append(Text(text, middle + text * 0.34, cause.name, text, weight=BOLD))
    rows, columns = {c.id: k for k, c in enumerate(causes)}, {e.id: k for k, e in enumerate(effects)}
    for cell in cells:
        x, y = left + column * columns[cell.effect], top + PITCH * rows[cell.cause]
        marks += _cell(cell, x, y, column, text)
    told = "; ".join(f"{cell.cause}>{cell.effect} {cell.written}" for cell in cells)
    return Drawing(width, foot + text, title, told, tuple(marks))


def _head(effect: Entry, lines: Sequence[str], middle: float, base: float, text: float) -> list[Mark]:
    size, step = text * 0.95, text * 1.15
    wide = max(text_width(line, size, BOLD) for line in lines)
    first = base - text * 0.6 - step * (len(lines) - 1)
    marks: list[Mark] = [Rect(middle - wide / 2 - 2, first - size, wide + 4, step * len(lines) + 4, "surface")]
    marks += [Text(middle, first + step * k, line, size, "middle", BOLD) for k, line in enumerate(lines)]
    return [*marks, Rect(middle - 13, base - text * 0.3, 26, 4, effect.colour, radius=2)]


def _cell(cell: Cell, x: float, y: float, column: float, text: float) -> list[Mark]:
    colour = "rise" if cell.strength > 0 else "fall"
    shade = 0.10 + 0.30 * min(1.0, abs(cell.strength) / STRONGEST)
    frame = (colour, 2.6) if cell.first else ("", 1.0)
    return [
        Rect(x + 3, y + 3, column - 6, PITCH - 6, "surface", radius=4),
        Rect(x + 3, y + 3, column - 6, PITCH - 6, colour, shade, *frame, radius=4),
        Text(x + column / 2, y + PITCH / 2 + text * 0.34, cell.written, text * 0.95, "middle", BOLD, "ink"),
    ]
