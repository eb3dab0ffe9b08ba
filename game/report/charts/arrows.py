"""Boxes joined by arrows: what pushes what, and which way."""

from collections.abc import Mapping, Sequence
from math import hypot
from typing import Final, Literal

from attrs import frozen

from game.report.drawing import BOLD, Mark, Point, Polygon, Polyline, Rect, Text, wrapped

Way = Literal["up", "down", "maybe up", "maybe down"]
"""The effect follows its cause or goes against it; maybe: only if people at the table decide so."""
STYLES: Final[dict[Way, tuple[str, tuple[float, ...]]]] = {
    "up": ("rise", ()),
    "down": ("fall", (7, 4)),
    "maybe up": ("rise", (1.5, 4.5)),
    "maybe down": ("fall", (1.5, 4.5)),
}
"""Colour and dashes of each way; those that share their dashes need a label, so that colour is never alone."""
STEPS: Final = 14
"""Segments that a bent arrow is drawn with."""
HEAD: Final = 10.0
CLEAR: Final = 3.0
"""Space left between an arrow and the boxes it joins."""


@frozen
class Box:
    """A thing that is pushed or pushes, its middle at a place."""

    name: str
    at: Point
    colour: str
    width: float = 150.0
    height: float = 44.0


@frozen
class Arrow:
    """A push from one box to another, by the keys they are given under; `bend` is the bow's height over its length."""

    start: str
    end: str
    way: Way
    label: str = ""
    bend: float = 0.0


def joined(boxes: Mapping[str, Box], arrows: Sequence[Arrow], text: float) -> list[Mark]:
    """Returns the arrows under the boxes, each label beside its arrow's middle."""
    marks: list[Mark] = []
    labels: list[Mark] = []
    for arrow in arrows:
        curve = bow(boxes[arrow.start], boxes[arrow.end], arrow.bend)
        colour, dash = STYLES[arrow.way]
        marks += [Polyline(curve[:-1], colour, 2.2, dash), _head(curve[-3], curve[-1], colour)]
        labels += _label(arrow, curve, colour, text)
    return marks + labels + [mark for box in boxes.values() for mark in _box(box, text)]


def bow(start: Box, end: Box, bend: float) -> tuple[Point, ...]:
    """Returns the points of an arrow from border to border, bowed to its left when the bend is positive."""
    (x0, y0), (x1, y1) = start.at, end.at
    turn = (x0 + x1) / 2 + bend * (y1 - y0), (y0 + y1) / 2 - bend * (x1 - x0)
    a, b = _border(start, turn), _border(end, turn)
    if not bend:
        turn = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return tuple(_between(a, turn, b, k / STEPS) for k in range(STEPS + 1))


def _between(a: Point, turn: Point, b: Point, t: float) -> Point:
    """Returns a point of the quadratic curve from a to b that leans towards `turn`."""
    x, y = (a[k] * (1 - t) ** 2 + 2 * turn[k] * t * (1 - t) + b[k] * t**2 for k in (0, 1))
    return x, y


def _border(box: Box, towards: Point) -> Point:
    """Returns where the way from a box's middle to a point leaves the box."""
    dx, dy = towards[0] - box.at[0], towards[1] - box.at[1]
    wide, high = box.width / 2 + CLEAR, box.height / 2 + CLEAR
    out = min(wide / abs(dx) if dx else float("inf"), high / abs(dy) if dy else float("inf"))
    return box.at[0] + dx * out, box.at[1] + dy * out


def _head(before: Point, tip: Point, colour: str) -> Mark:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    long = hypot(dx, dy)
    ux, uy = dx / long * HEAD, dy / long * HEAD
    left, right = (tip[0] - ux - uy / 2, tip[1] - uy + ux / 2), (tip[0] - ux + uy / 2, tip[1] - uy - ux / 2)
    return Polygon((tip, left, right), colour, stroke=colour)


def _label(arrow: Arrow, curve: Sequence[Point], colour: str, text: float) -> list[Mark]:
    """Returns a label outside a bow, above a straight arrow that lies, to the right of one that stands."""
    if not arrow.label:
        return []
    (x0, y0), (x, y), (x1, y1) = curve[0], curve[len(curve) // 2], curve[-1]
    if arrow.bend:
        away = text * 1.4 / hypot(x1 - x0, y1 - y0) * (1 if arrow.bend > 0 else -1)
        x, y = x + (y1 - y0) * away, y - (x1 - x0) * away
        return [Text(x, y + text * 0.35, arrow.label, text, "middle", BOLD, colour)]
    if abs(x1 - x0) > abs(y1 - y0):
        return [Text(x, y - text * 0.6, arrow.label, text, "middle", BOLD, colour)]
    return [Text(x + text * 0.7, y + text * 0.35, arrow.label, text, "start", BOLD, colour)]


def _box(box: Box, text: float) -> list[Mark]:
    left, top = box.at[0] - box.width / 2, box.at[1] - box.height / 2
    lines = wrapped(box.name, box.width - 16, text, BOLD)
    first = box.at[1] + text * 0.35 - text * 1.15 * (len(lines) - 1) / 2
    return [
        Rect(left, top, box.width, box.height, "sunken", stroke=box.colour, thickness=1.8, radius=8),
        *(Text(box.at[0], first + text * 1.15 * k, line, text, "middle", BOLD) for k, line in enumerate(lines)),
    ]
