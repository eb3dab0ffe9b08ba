"""The same few curves for several cities side by side, and how measured and lived quality part in each."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.report.charts.axes import Scale, scale_of
from game.report.charts.curves import STYLES
from game.report.drawing import BOLD, Circle, Drawing, Mark, Point, Polyline, Rect, Text, wrapped
from game.report.figures import Series
from game.wording.words import Words

COLUMNS: Final = 4
"""Panels in a row; the key takes the place after the last."""


@frozen
class Course:
    """A city over the rounds: a name and its headlines, all of the same length."""

    name: str
    series: tuple[Series, ...]


def panels(
    courses: Sequence[Course], words: Words, note: str, title: str, width: float, text: float
) -> Drawing:
    """Returns one small chart a city, all on the same scales, and the key to their curves with a note."""
    values = [value / 1000 for course in courses for one in course.series for value in one.values]
    wide = width / COLUMNS
    high = wide * 0.98
    marks: list[Mark] = []
    for place, course in enumerate(courses):
        row, column = divmod(place, COLUMNS)
        corner = column * wide, row * high
        marks += _panel(course, corner, (wide, high), values, words, text)
    row, column = divmod(len(courses), COLUMNS)
    marks += _key(courses[0].series, note, (column * wide, row * high), wide, text)
    ends = "; ".join(_ends(course, words) for course in courses)
    return Drawing(width, (row + 1) * high, title, ends, tuple(marks))


def _ends(course: Course, words: Words) -> str:
    pairs = ((one.name, words.points(one.values[0]), words.points(one.values[-1])) for one in course.series)
    return f"{course.name} — " + ", ".join(f"{name} {start} → {end}" for name, start, end in pairs)


def _panel(
    course: Course, corner: Point, size: Point, values: Sequence[float], words: Words, text: float
) -> list[Mark]:
    left, right = corner[0] + text * 2.2, corner[0] + size[0] - text * 0.9
    top, bottom = corner[1] + text * 2.6, corner[1] + size[1] - text * 2.4
    last = len(course.series[0].values) - 1
    across, up = Scale(0, last, left, right, last / 4), scale_of(values, bottom, top, (10, 20))
    marks: list[Mark] = [Text(left, corner[1] + text * 1.6, course.name, text, weight=BOLD)]
    for tick in up.ticks:
        marks.append(Polyline(((left, up(tick)), (right, up(tick))), "line"))
        marks.append(Text(left - 4, up(tick) + text * 0.3, words.decimal(tick, 0), text * 0.82, "end", fill="soft"))
    for tick in across.ticks:
        number = words.decimal(tick, 0)
        marks.append(Text(across(tick), bottom + text * 1.15, number, text * 0.82, "middle", fill="soft"))
    for one in course.series:
        colour, thick, dash = STYLES[one.id]
        points = tuple((across(k), up(value / 1000)) for k, value in enumerate(one.values))
        marks += [Polyline(points, "surface", thick + 2), Polyline(points, colour, thick, dash, one.name)]
        marks.append(Circle(*points[-1], thick * 0.5 + 1.6, colour))
    return marks


def _key(series: Sequence[Series], note: str, corner: Point, wide: float, text: float) -> list[Mark]:
    marks: list[Mark] = []
    y = corner[1] + text * 3.2
    for one in series:
        colour, thick, dash = STYLES[one.id]
        marks.append(Polyline(((corner[0] + text, y), (corner[0] + text * 4.4, y)), colour, thick, dash))
        lines = wrapped(one.name, wide - text * 6, text, BOLD)
        for k, line in enumerate(lines):
            place = y + text * (0.35 + 1.15 * k)
            marks.append(Text(corner[0] + text * 5.2, place, line, text, weight=BOLD, fill=colour))
        y += text * (1.15 * len(lines) + 0.7)
    for k, line in enumerate(wrapped(note, wide - text * 2, text * 0.9)):
        marks.append(Text(corner[0] + text, y + text * (0.6 + 1.2 * k), line, text * 0.9, fill="soft"))
    return marks


@frozen
class Gap:
    """Two readings of the same city."""

    name: str
    measured: int
    lived: int


def gaps(
    rows: Sequence[Gap], heads: tuple[str, str, str], words: Words, title: str, width: float, text: float
) -> Drawing:
    """Returns a square for what is measured and a disc for what is lived, one row a city, and the gap between.

    `heads` are the words for the three.
    """
    left, right, top = width * 0.24, width - text * 5.5, text * 4.2
    pitch = text * 2.7
    foot = top + pitch * len(rows)
    levels = [level / 1000 for row in rows for level in (row.measured, row.lived)]
    across = scale_of(levels, left, right, (5, 10, 20))
    marks: list[Mark] = []
    for tick in across.ticks:
        marks.append(Polyline(((across(tick), top - text * 0.4), (across(tick), foot)), "line"))
        marks.append(Text(across(tick), foot + text * 1.2, words.decimal(tick, 0), text * 0.9, "middle", fill="soft"))
    marks += [_square((left, text * 1.4), text), Text(left + text, text * 1.75, heads[0], text, weight=BOLD)]
    disc = left + (right - left) / 2
    marks += [_disc((disc, text * 1.4), text), Text(disc + text, text * 1.75, heads[1], text, weight=BOLD)]
    marks.append(Text(right + text * 5.2, text * 1.75, heads[2], text, "end", BOLD, "soft"))
    for place, row in enumerate(rows):
        marks += _gap(row, top + pitch * (place + 0.5), across, right, left, words, text)
    told = "; ".join(f"{row.name} {words.points(row.measured)} / {words.points(row.lived)}" for row in rows)
    return Drawing(width, foot + text * 2, title, told, tuple(marks))


def _gap(
    row: Gap, y: float, across: Scale, right: float, left: float, words: Words, text: float
) -> list[Mark]:
    there, here = across(row.measured / 1000), across(row.lived / 1000)
    apart = row.lived - row.measured
    tone = "rise" if apart > 0 else "fall"
    return [
        Text(left - text, y + text * 0.35, row.name, text, "end", BOLD),
        Polyline(((there, y), (here, y)), "edge", 3),
        _square((there, y), text),
        _disc((here, y), text),
        Text(right + text * 5.2, y + text * 0.35, words.change(apart), text, "end", BOLD, tone),
    ]


def _square(at: Point, text: float) -> Mark:
    side = text * 0.9
    return Rect(at[0] - side / 2, at[1] - side / 2, side, side, "surface", stroke="ink", thickness=2.2)


def _disc(at: Point, text: float) -> Mark:
    return Circle(*at, text * 0.5, "quality", stroke="surface", width=1)
