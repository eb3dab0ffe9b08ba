"""Table functions drawn: how much comes of what is asked."""

from collections.abc import Sequence

from attrs import frozen

from game.report.charts.axes import Scale
from game.report.drawing import BOLD, Anchor, Circle, Drawing, Mark, Point, Polyline, Text
from game.wording.words import Words


@frozen
class Table:
    """A table function: its corners, what is asked and what comes of it, joined by straight lines."""

    name: str
    across: str
    up: str
    corners: tuple[Point, ...]
    colour: str


def tables(drawn: Sequence[Table], words: Words, title: str, width: float, text: float) -> Drawing:
    """Returns table functions side by side, every corner with its two numbers."""
    wide = width / len(drawn)
    high = wide * 0.74
    marks: list[Mark] = []
    for place, table in enumerate(drawn):
        marks += _table(table, (place * wide, 0.0), (wide, high), words, text)
    told = "; ".join(f"{table.name} " + ", ".join(_corner(at, words) for at in table.corners) for table in drawn)
    return Drawing(width, high, title, told, tuple(marks))


def _corner(at: Point, words: Words) -> str:
    return f"{words.decimal(at[0], 0)} → {words.decimal(at[1], 0)}"


def _table(table: Table, corner: Point, size: Point, words: Words, text: float) -> list[Mark]:
    left, right = corner[0] + text * 3, corner[0] + size[0] - text * 1.6
    top, bottom = corner[1] + text * 4.4, corner[1] + size[1] - text * 3.2
    most = max(100, *(x for x, _ in table.corners))
    across = Scale(0, most, left, right, most / 4)
    up = Scale(0, 100, bottom, top, 25)
    marks: list[Mark] = [
        Text(left, corner[1] + text * 1.6, table.name, text, weight=BOLD),
        Text(left, corner[1] + text * 3.1, table.up, text * 0.9, fill="soft"),
        Text(right, bottom + text * 2.6, table.across, text * 0.9, "end", fill="soft"),
    ]
    for tick in up.ticks:
        marks.append(Polyline(((left, up(tick)), (right, up(tick))), "line"))
        marks.append(Text(left - 5, up(tick) + text * 0.3, words.decimal(tick, 0), text * 0.85, "end", fill="soft"))
    for tick in across.ticks:
        number = words.decimal(tick, 0)
        marks.append(Text(across(tick), bottom + text * 1.2, number, text * 0.85, "middle", fill="soft"))
    points = tuple((across(x), up(y)) for x, y in table.corners)
    marks.append(Polyline(points, table.colour, 3))
    for at, point in zip(table.corners[1:], points[1:], strict=True):
        marks.append(Circle(*point, 4.5, table.colour, stroke="surface", width=1.5))
        high, low = point[1] < top + text, point[1] > bottom - text * 2
        x = point[0] + (0 if high else text * 0.5)
        y = point[1] + (-text * 0.8 if high or low else text * 1.3)
        anchor: Anchor = "end" if high or low else "start"
        marks.append(Text(x, y, _corner(at, words), text * 0.9, anchor, BOLD, table.colour))
    return marks
