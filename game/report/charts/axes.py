"""Straight axes: scales with round ticks, grids, the rounds played, changes written with their arrow."""

from collections.abc import Sequence
from typing import Final, Literal

from attrs import frozen

from game.report.drawing import Mark, Polyline, Text, text_width, wrapped
from game.report.figures import Unit
from game.wording.words import Words

HARDLY: Final = 50
"""Half a tenth of a point, in milli-points."""
NARROW: Final = 36.0
"""Below this many text sizes of width, a chart lays its labels out for a telephone."""


@frozen
class Scale:
    """A straight scale from values to coordinates, with its ticks."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def __call__(self, value: float) -> float:
        """Returns the coordinate of a value.

        >>> Scale(0, 100, 200, 0, 20)(25)
        150.0
        """
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> list[float]:
        """Returns the round values from low to high."""
        return [self.low + k * self.step for k in range(round((self.high - self.low) / self.step) + 1)]


def scale_of(values: Sequence[float], start: float, end: float, steps: Sequence[float]) -> Scale:
    """Returns the scale whose ticks hold every value, with the smallest of the steps that gives at most six of them."""
    low, high = min(values), max(values)
    for step in steps:
        bottom, top = low // step * step, -(-high // step) * step
        if (top - bottom) / step <= 6:
            break
    return Scale(bottom, max(top, bottom + step), start, end, step)


def grid(up: Scale, left: float, right: float, words: Words, text: float) -> list[Mark]:
    """Returns a horizontal line and a number for each tick."""
    marks: list[Mark] = []
    for value in up.ticks:
        marks.append(Polyline(((left, up(value)), (right, up(value))), "line"))
        marks.append(
            Text(left - text * 0.4, up(value) + text * 0.3, words.decimal(value, 0), text * 0.9, "end", fill="soft")
        )
    return marks


def rounds(across: Scale, bottom: float, words: Words, text: float) -> list[Mark]:
    """Returns the numbers of the rounds under a time axis, the start named."""
    marks: list[Mark] = [
        Text(across(tick), bottom + text * 1.5, words.whole(round(tick)), text * 0.9, "middle", fill="soft")
        for tick in across.ticks[1:]
    ]
    marks.append(
        Text(across(0), bottom + text * 1.5, words.say("report.axis.start"), text * 0.9, "middle", fill="soft")
    )
    end = across(across.high)
    marks.append(Text(end, bottom + text * 2.9, words.say("report.axis.rounds"), text * 0.9, "end", fill="soft"))
    return marks


def counted(up: Scale, left: float, right: float, bottom: float, words: Words, text: float) -> list[Text]:
    """Returns what an axis of points counts, under that of the rounds, and where it starts when not at zero."""
    note, size = words.say("report.axis.points"), text * 0.9
    if up.low > 0:
        note += " " + words.say("report.axis.from", low=words.decimal(up.low, 0))
    beside = right - left - text_width(words.say("report.axis.rounds"), size) - text
    lines, first = [note], bottom + text * 2.9
    if text_width(note, size) > beside:
        lines, first = wrapped(note, right - left, size), bottom + text * 4.2
    return [Text(left, first + text * 1.2 * at, line, size, fill="soft") for at, line in enumerate(lines)]


def level_told(level: int, unit: Unit, words: Words) -> str:
    """Returns a level to a tenth of what it is counted in."""
    return words.money(level) if unit == "money" else words.points(level, 1)


def change_told(change: int, unit: Unit, words: Words, digits: int = 1) -> str:
    """Returns a change, with its sign, in what it is counted in."""
    return words.money(change, signed=True) if unit == "money" else words.change(change, digits)


def toned(change: int) -> Literal["rise", "fall", "soft"]:
    """Returns the colour of a change as it is told, to a tenth: one that rounds to nothing has no direction."""
    return "soft" if abs(change) < HARDLY else "rise" if change > 0 else "fall"


def arrowed(change: int, words: Words, digits: int = 1, unit: Unit = "points") -> str:
    """Returns a change with the arrow of its direction, so that colour is never alone; no change has no arrow."""
    number = change_told(change, unit, words, digits)
    if unit == "money":
        return f"{'▲' if change > 0 else '▼'} {number}" if change else number
    return f"{'▲' if change > 0 else '▼'} {number}" if number.strip("0.,") else number
