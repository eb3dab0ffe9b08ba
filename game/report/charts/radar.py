"""The six dimensions of smart-city rankings, before and after."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from attrs import frozen

from game.report.drawing import (
    BOLD,
    Anchor,
    Circle,
    Drawing,
    Mark,
    Point,
    Polygon,
    Polyline,
    Text,
    text_width,
    wrapped,
)
from game.report.figures import Reading
from game.wording.words import Words

RINGS: Final = (25, 50, 75, 100)


@frozen
class _Web:
    """Where the axes of one radar stand."""

    centre: Point
    radius: float
    count: int

    def at(self, axis: int, level: float) -> Point:
        """Returns the place of a level, 0..100, on an axis; the first axis points up, the next follow clockwise."""
        turn, reach = 2 * pi * axis / self.count, self.radius * level / 100
        return self.centre[0] + reach * sin(turn), self.centre[1] - reach * cos(turn)

    def ring(self, levels: Sequence[float]) -> tuple[Point, ...]:
        """Returns the corners of a shape with one level an axis."""
        return tuple(self.at(axis, level) for axis, level in enumerate(levels))


def radar(readings: Sequence[Reading], words: Words, title: str, width: float = 460, text: float = 14) -> Drawing:
    """Returns levels before (dashed) and after (filled), each axis with its name and its two numbers."""
    names = [wrapped(reading.name, width * 0.28, text, BOLD) for reading in readings]
    beside = max(text_width(line, text, BOLD) for lines in names for line in lines)
    radius = min((width / 2 - beside - text * 0.7) / 0.87, width * 0.3)
    web = _Web((width / 2, radius + text * 3.4), radius, len(readings))
    after = web.ring([reading.shift.after / 1000 for reading in readings])
    marks: list[Mark] = [Polygon(web.ring([ring] * web.count), stroke="line") for ring in RINGS]
    marks += [Polyline((web.centre, web.at(axis, 100)), "line") for axis in range(web.count)]
    marks.append(Polygon(after, "accent", 0.16, "accent", 2.5))
    before = web.ring([reading.shift.before / 1000 for reading in readings])
    marks.append(Polygon(before, stroke="ink", width=1.6, dash=(5, 4)))
    marks += [Circle(x, y, 3.4, "accent", stroke="surface", width=1) for x, y in after]
    for axis, (reading, lines) in enumerate(zip(readings, names, strict=True)):
        marks += _label(reading, lines, web.at(axis, 100), web.centre, words, text)
    foot = web.centre[1] + radius + text * 4.6
    marks += before_after(width, foot, words, text)
    levels = "; ".join(f"{r.name} {words.points(r.shift.before)} → {words.points(r.shift.after)}" for r in readings)
    return Drawing(width, foot + text, title, levels, tuple(marks))


def _label(reading: Reading, lines: Sequence[str], tip: Point, centre: Point, words: Words, text: float) -> list[Mark]:
    numbers = f"{words.points(reading.shift.before)} → {words.points(reading.shift.after)}"
    tall = text * 1.15 * (len(lines) + 1)
    side = tip[0] - centre[0]
    anchor: Anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
    x = tip[0] + {"middle": 0.0, "start": text * 0.6, "end": -text * 0.6}[anchor]
    first = tip[1] + text * 0.9 - tall / 2
    if anchor == "middle":
        first = tip[1] + (text * 1.5 if tip[1] > centre[1] else text * 0.55 - tall)
    marks: list[Mark] = [Text(x, first + text * 1.15 * k, line, text, anchor, BOLD) for k, line in enumerate(lines)]
    return [*marks, Text(x, first + text * 1.15 * len(lines), numbers, text, anchor, fill="soft")]


def before_after(width: float, y: float, words: Words, text: float) -> list[Mark]:
    """Returns the key of a chart that shows two states: dashes for before, a full line for after, centred."""
    before, after = words.say("report.before"), words.say("report.after")
    first = text_width(before, text)
    x = (width - text * 6.9 - first - text_width(after, text)) / 2
    second = x + text * 4.4 + first
    return [
        Polyline(((x, y - text * 0.32), (x + text * 2, y - text * 0.32)), "ink", 1.6, (5, 4)),
        Text(x + text * 2.5, y, before, text),
        Polyline(((second, y - text * 0.32), (second + text * 2, y - text * 0.32)), "accent", 2.5),
        Text(second + text * 2.5, y, after, text),
    ]
