"""Who gained and who lost: groups, stakeholders and districts, before and after."""

from collections.abc import Sequence
from typing import Final, Literal, Protocol

from attrs import frozen

from game.report.charts.axes import NARROW, Scale, arrowed, scale_of, toned
from game.report.drawing import (
    BOLD,
    REGULAR,
    Circle,
    Drawing,
    Mark,
    Polyline,
    Rect,
    Text,
    spread,
    text_width,
    wrapped,
)
from game.report.figures import Shift
from game.wording.words import Words

STRONGEST: Final = 12_000
"""The change, in milli-points, from which a cell is as dark as it gets: "massively", in the model's words."""


WIDEST: Final = 0.36
"""The part of a heat map's width that the names of its rows may take before they are broken."""


@frozen
class Row:
    """Something that stood at one level and now stands at another."""

    name: str
    shift: Shift


def slopes(rows: Sequence[Row], words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns one line a row from its level before to its level after, named at both ends."""
    narrow = width < NARROW * text
    room = width * (0.3 if narrow else 0.34)
    befores = [[*_named(row, room, text), words.points(row.shift.before, 1)] for row in rows]
    afters = [[*_named(row, room, text), _after(row, words)] for row in rows]
    gap = text * (1.2 * max(len(lines) for lines in (*befores, *afters)) + 0.5)
    left, ends_wide = (max(_wide(lines, text) for lines in ends) + text * 0.9 for ends in (befores, afters))
    right = width - ends_wide
    top = text * 2.4 + gap / 2
    low = top + max(gap * (len(rows) - 1), (right - left) * (0.75 if narrow else 0.95))
    up = scale_of(
        [level / 1000 for row in rows for level in (row.shift.before, row.shift.after)], low, top, (2, 5, 10, 20)
    )
    marks: list[Mark] = [
        Text(left, text * 1.2, words.say("report.before"), text, "end", BOLD, "soft"),
        Text(right, text * 1.2, words.say("report.after"), text, "start", BOLD, "soft"),
        Polyline(((left, text * 1.8), (left, low + text * 0.6)), "line", 1.2),
        Polyline(((right, text * 1.8), (right, low + text * 0.6)), "line", 1.2),
    ]
    starts = spread([up(row.shift.before / 1000) for row in rows], gap, top, low)
    ends = spread([up(row.shift.after / 1000) for row in rows], gap, top, low)
    for row, before, after, start, end in zip(rows, befores, afters, starts, ends, strict=True):
        marks += _slope(row, (left, right), up)
        marks += _end(before, left, up(row.shift.before / 1000), start, text, "end", "ink")
        marks += _end(after, right, up(row.shift.after / 1000), end, text, "start", toned(row.shift.change))
    told = "; ".join(f"{row.name} {words.points(row.shift.before)} → {words.points(row.shift.after)}" for row in rows)
    return Drawing(width, low + max(gap / 2, text) + text * 0.6, title, told, tuple(marks))


def _named(row: Row, room: float, text: float) -> list[str]:
    return wrapped(row.name, room, text)


def _after(row: Row, words: Words) -> str:
    """Returns where a row stands now, and how far it moved."""
    change = row.shift.change
    moved = arrowed(change, words) if toned(change) != "soft" else "="
    return f"{words.points(row.shift.after, 1)}\u00a0{moved}"


def _wide(lines: Sequence[str], text: float) -> float:
    return max(*(text_width(line, text) for line in lines[:-1]), text_width(lines[-1], text, BOLD))


def _slope(row: Row, across: tuple[float, float], up: Scale) -> list[Mark]:
    change, (x0, x1) = row.shift.change, across
    colour, y0, y1 = toned(change), up(row.shift.before / 1000), up(row.shift.after / 1000)
    line = Polyline(((x0, y0), (x1, y1)), colour, 2.4, () if change >= 0 else (7, 4), row.name)
    return [line, Circle(x0, y0, 3.6, colour), Circle(x1, y1, 3.6, colour)]


def _end(
    lines: Sequence[str], x: float, y: float, place: float, text: float, anchor: Literal["start", "end"], colour: str
) -> list[Mark]:
    """Returns what an end of a line is called and, in bold, where it stands; with a thread to it where it is apart."""
    out = 1 if anchor == "start" else -1
    thread = Polyline(((x, y), (x + out * text * 0.6, place)), "edge")
    marks: list[Mark] = [thread] if abs(place - y) > text * 0.4 else []
    first = place + text * (0.34 - 0.6 * (len(lines) - 1))
    for k, line in enumerate(lines):
        level = k == len(lines) - 1
        spot = (x + out * text * 0.8, first + text * 1.2 * k)
        marks.append(Text(*spot, line, text, anchor, BOLD if level else REGULAR, colour if level else "ink"))
    return marks


def scores(rows: Sequence[Row], words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns one line a row with its place before (ring) and after (disc) on a scale from 0 to 100."""
    narrow = width < NARROW * text
    left = text * 0.5 if narrow else max(text_width(row.name, text) for row in rows) + text * 1.2
    pitch = text * (3.0 if narrow else 2.2)
    across = Scale(0, 100, left, width - text * 5.0, 25)
    foot = text * 0.4 + pitch * len(rows)
    marks: list[Mark] = []
    for tick in across.ticks:
        marks.append(Polyline(((across(tick), 0), (across(tick), foot)), "line"))
        marks.append(Text(across(tick), foot + text * 1.2, words.decimal(tick, 0), text * 0.85, "middle", fill="soft"))
    for place, row in enumerate(rows):
        y = text * 0.4 + pitch * place + (text * 2.0 if narrow else pitch / 2)
        x0, x1 = across(row.shift.before / 1000), across(row.shift.after / 1000)
        colour = toned(row.shift.change)
        name_y = y - text * 0.95 if narrow else y + text * 0.34
        marks.append(Text(left - (0 if narrow else text), name_y, row.name, text, "start" if narrow else "end"))
        marks.append(Polyline(((x0, y), (x1, y)), colour, 3))
        marks.append(Circle(x0, y, text * 0.34, "surface", stroke="ink", width=1.8))
        marks.append(Circle(x1, y, text * 0.42, colour))
        change = arrowed(row.shift.change, words)
        marks.append(Text(width, y + text * 0.34, change, text, "end", BOLD, colour))
    told = "; ".join(f"{row.name} {words.points(row.shift.before)} → {words.points(row.shift.after)}" for row in rows)
    return Drawing(width, foot + text * 1.8, title, told, tuple(marks))


class Levels(Protocol):
    """Something of which several levels are known, each before and after."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def levels(self) -> tuple[Shift, ...]:
        """Its levels, in the order of the columns."""


@frozen
class Line:
    """A row of a heat map that is no district."""

    name: str
    levels: tuple[Shift, ...]


def heat(
    districts: Sequence[Levels],
    names: Sequence[str],
    words: Words,
    title: str,
    width: float = 760,
    text: float = 14,
) -> Drawing:
    """Returns a table of districts, or other rows, by headlines: the larger the change, the darker the cell."""
    if width < NARROW * text:
        return _heat_list(districts, names, words, title, width, text)
    named = [wrapped(district.name, width * WIDEST, text, BOLD) for district in districts]
    left = max(text_width(line, text, BOLD) for lines in named for line in lines) + text
    columns = min(len(names), *(len(district.levels) for district in districts))
    wide, tall = (width - left) / columns, text * max(2.3, 0.7 + 1.2 * max(map(len, named)))
    heads = [wrapped(name, wide - text * 0.6, text * 0.92, BOLD) for name in names[:columns]]
    top = text * 1.2 * max(len(lines) for lines in heads) + text * 0.4
    marks: list[Mark] = []
    for column, lines in enumerate(heads):
        for k, line in enumerate(lines):
            y = top - text * 0.6 - text * 1.15 * (len(lines) - 1 - k)
            marks.append(Text(left + wide * (column + 0.5), y, line, text * 0.92, "middle", BOLD))
    for place, (district, lines) in enumerate(zip(districts, named, strict=True)):
        y = top + tall * place
        first = y + tall / 2 + text * (0.34 - 0.6 * (len(lines) - 1))
        marks += [Text(0, first + text * 1.2 * k, line, text, weight=BOLD) for k, line in enumerate(lines)]
        for column, shift in enumerate(district.levels[:columns]):
            marks += _cell(shift.change, left + wide * column, y, wide, tall, words, text)
    return Drawing(width, top + tall * len(districts), title, _told_heat(districts, names, words), tuple(marks))


def _cell(change: int, x: float, y: float, wide: float, tall: float, words: Words, text: float) -> list[Mark]:
    shade = min(abs(change) / STRONGEST, 1) * 0.42
    marks: list[Mark] = [Rect(x + 1.5, y + 1.5, wide - 3, tall - 3, "sunken", radius=3)]
    if shade > 0.02:
        colour = "rise" if change > 0 else "fall"
        marks.append(Rect(x + 1.5, y + 1.5, wide - 3, tall - 3, colour, shade, radius=3))
    return [*marks, Text(x + wide / 2, y + tall / 2 + text * 0.34, arrowed(change, words), text * 0.92, "middle")]


def _heat_list(
    districts: Sequence[Levels], names: Sequence[str], words: Words, title: str, width: float, text: float
) -> Drawing:
    marks: list[Mark] = []
    y, tall, cell = 0.0, text * 1.75, text * 6.0
    for district in districts:
        marks.append(Text(0, y + text * 1.6, district.name, text * 1.05, weight=BOLD))
        y += text * 2.2
        for name, shift in zip(names, district.levels, strict=False):
            marks.append(Text(0, y + tall / 2 + text * 0.34, name, text))
            marks += _cell(shift.change, width - cell, y, cell, tall, words, text)
            y += tall
        y += text * 0.6
    return Drawing(width, y, title, _told_heat(districts, names, words), tuple(marks))


def _told_heat(districts: Sequence[Levels], names: Sequence[str], words: Words) -> str:
    def row(district: Levels) -> str:
        levels = zip(names, district.levels, strict=False)
        return ", ".join(f"{name} {words.change(shift.change)}" for name, shift in levels)

    return "; ".join(f"{district.name}: {row(district)}" for district in districts)
