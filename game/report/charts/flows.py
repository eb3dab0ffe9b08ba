"""Who paid for what: money from those who pay to what was built, each band as wide as its amount."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from attrs import frozen

from game.report.charts.axes import NARROW
from game.report.drawing import BOLD, REGULAR, Drawing, Mark, Point, Polygon, Rect, Text, text_width, wrapped
from game.wording.words import Words

SHADES: Final = (0.5, 0.28)
"""How dark each payer's bands are: apart in grey print too."""
STEPS: Final = 12
"""Straight pieces of each edge of a band."""
THICK: Final = 9.0
"""Width of the bars that bands leave from and come to."""


@frozen
class Payer:
    """Somebody who pays, and the colour token of the money."""

    name: str
    colour: str


@frozen
class Bought:
    """Something paid for: one amount a payer, in thousandths of M€."""

    name: str
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Returns what it cost."""
        return sum(self.amounts)


@frozen
class _Frame:
    """Where payers and what they paid for stand."""

    left: float
    right: float
    scale: float
    text: float


def flows(
    payers: Sequence[Payer], bought: Sequence[Bought], words: Words, title: str, width: float = 760, text: float = 14
) -> Drawing:
    """Returns a bar for each payer, a bar for each thing bought, and the bands between them."""
    narrow = width < NARROW * text
    sums = [sum(each.amounts[at] for each in bought) for at in range(len(payers))]
    room = width * (0.48 if narrow else 0.4)
    left = 0.0 if narrow else max(_wide(payer, total, words, text) for payer, total in zip(payers, sums, strict=True))
    lines = [wrapped(f"{each.name} {words.money(each.total)}", room, text) for each in bought]
    tall = max(text * 17, text * 2.4 * len(bought))
    frame = _Frame(left, width - room - text * 1.2, tall * 0.62 / max(sum(sums), 1), text)
    head = text * 2.6 * len(payers) if narrow else text * 0.5
    heights = [max(each.total * frame.scale, text * 1.18 * len(told)) for each, told in zip(bought, lines, strict=True)]
    tops = list(accumulate((height + text * 0.7 for height in heights), initial=head))
    starts = _starts([total * frame.scale for total in sums], head, tops[-1] - text * 0.7, text)
    marks = _bands(payers, bought, starts, tops, heights, frame)
    for at, (payer, total) in enumerate(zip(payers, sums, strict=True)):
        marks += _payer(payer, at, total, starts[at], words, frame, narrow)
    for each, told, top, height in zip(bought, lines, tops, heights, strict=False):
        marks += _named(each, told, top, height, frame)
    said = "; ".join(_told(each, payers, words) for each in bought)
    lowest = max(mark.y for mark in marks if isinstance(mark, Text))  # a payer of little is named below its band
    return Drawing(width, max(tops[-1], lowest + text * 0.5), title, said, tuple(marks))


def _wide(payer: Payer, total: int, words: Words, text: float) -> float:
    return max(text_width(payer.name, text, BOLD), text_width(words.money(total), text)) + text * 0.8


def _told(each: Bought, payers: Sequence[Payer], words: Words) -> str:
    parts = zip(payers, each.amounts, strict=True)
    return f"{each.name}: " + ", ".join(f"{payer.name} {words.money(amount)}" for payer, amount in parts if amount)


def _starts(heights: Sequence[float], top: float, foot: float, text: float) -> list[float]:
    """Returns where each payer's bar begins: together they stand in the middle of the height."""
    gap = text * 1.6
    whole = sum(heights) + gap * (len(heights) - 1)
    first = top + max(0.0, (foot - top - whole) / 2)
    return list(accumulate((height + gap for height in heights[:-1]), initial=first))


def _bands(
    payers: Sequence[Payer], bought: Sequence[Bought], starts: Sequence[float], tops: Sequence[float],
    heights: Sequence[float], frame: _Frame,
) -> list[Mark]:  # fmt: skip
    marks: list[Mark] = []
    left = list(starts)
    for each, top, height in zip(bought, tops, heights, strict=False):
        right = top + (height - each.total * frame.scale) / 2
        for at, amount in enumerate(each.amounts):
            thick = amount * frame.scale
            if thick:
                outline = _band((frame.left + THICK, left[at]), (frame.right - THICK, right), thick)
                marks.append(Polygon(outline, payers[at].colour, SHADES[at % len(SHADES)], tip=each.name))
            left[at] += thick
            right += thick
    return marks


def _band(start: Point, end: Point, thick: float) -> tuple[Point, ...]:
    """Returns the outline of a band that leaves and arrives level (smoothstep between its ends)."""
    upper = []
    for step in range(STEPS + 1):
        part = step / STEPS
        smooth = part * part * (3 - 2 * part)
        upper.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * smooth))
    return (*upper, *((x, y + thick) for x, y in reversed(upper)))


def _payer(payer: Payer, at: int, total: int, top: float, words: Words, frame: _Frame, narrow: bool) -> list[Mark]:
    text, height = frame.text, total * frame.scale
    marks: list[Mark] = []
    if height:
        marks.append(Rect(frame.left, top, THICK, height, payer.colour, radius=1.5))
    if narrow:  # above the picture, with the square of its colour
        y = text * (1.1 + 2.6 * at)
        square = Rect(0, y - text * 0.75, text * 0.8, text * 0.8, payer.colour, SHADES[at % len(SHADES)] + 0.2)
        return [*marks, square, Text(text * 1.3, y, f"{payer.name} {words.money(total)}", text, weight=BOLD)]
    x, middle = frame.left - text * 0.6, top + height / 2
    marks.append(Text(x, middle - text * 0.1, payer.name, text, "end", BOLD))
    return [*marks, Text(x, middle + text * 1.1, words.money(total), text, "end", REGULAR)]


def _named(each: Bought, lines: Sequence[str], top: float, height: float, frame: _Frame) -> list[Mark]:
    text, own = frame.text, each.total * frame.scale
    x, middle = frame.right + text * 0.6, top + height / 2
    marks: list[Mark] = []
    if own:
        marks.append(Rect(frame.right - THICK, middle - own / 2, THICK, own, "ink", radius=1.5))
    first = middle + text * 0.34 - text * 1.18 * (len(lines) - 1) / 2
    return [*marks, *(Text(x, first + text * 1.18 * k, line, text) for k, line in enumerate(lines))]
