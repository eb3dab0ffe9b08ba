"""Districts in the colour of a level: five classes, each with a shade and a pattern of its own, and their legend."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from game.ui import text
from game.ui.citymap.plan import Point
from game.ui.node import Node, Rect, Surface
from game.ui.surfaces import Coat, Shade, lay
from game.ui.theme import SEMIBOLD, SMALL, Theme
from game.ui.vector import svg

CLASSES: Final = 5
SHADES: Final = (0.10, 0.26, 0.42, 0.58, 0.76)
"""How strong the tint is in each class."""
GAPS: Final = (0.0, 26.0, 15.0, 17.0, 9.0)
"""Between the lines of each class's pattern, in design units; none in the lowest, crossed lines in the two highest."""
CROSSED: Final = 3
"""The first class whose lines cross."""
LEAST: Final = 0.5
"""Pixels under which a line would be a speck."""
CELL: Final = (46.0, 22.0)


def class_of(level: float) -> int:
    """Returns the class of a level between 0 and 1.

    >>> [class_of(level) for level in (0.0, 0.19, 0.2, 0.61, 1.0)]
    [0, 0, 1, 3, 4]
    """
    return min(CLASSES - 1, max(0, int(level * CLASSES + 1e-9)))


def hatching(polygon: Sequence[Point], gap: float, degrees: float) -> Iterator[tuple[Point, Point]]:
    """Yields the parts inside a polygon of parallel lines, `gap` apart and turned by so many degrees."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = [(x * c + y * s, y * c - x * s) for x, y in polygon]
    low, high = min(p[1] for p in turned), max(p[1] for p in turned)
    level = math.ceil(low / gap) * gap
    while level < high:
        ends = sorted(
            x1 + (level - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in pairwise([*turned, turned[0]])
            if (y1 <= level) != (y2 <= level)
        )
        for start, end in zip(ends[::2], ends[1::2], strict=False):
            if end - start < LEAST:
                continue
            yield (start * c - level * s, level * c + start * s), (end * c - level * s, level * c + end * s)
        level += gap


def tinted(polygon: Sequence[Point], of: int, colour: str, ink: str, scale: float) -> str:
    """Returns a polygon in the shade and the pattern of a class, as SVG elements."""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in polygon)
    out = f'<polygon points="{corners}" fill="{colour}" fill-opacity="{SHADES[of]}"/>'
    if not GAPS[of]:
        return out
    turns = (45, -45) if of >= CROSSED else (45,)
    lines = "".join(
        f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}"
        for degrees in turns
        for (ax, ay), (bx, by) in hatching(polygon, GAPS[of] * scale, degrees)
    )
    paint = f'stroke="{ink}" stroke-opacity=".5" stroke-width="{max(1.0, 1.6 * scale):.1f}" fill="none"'
    return f'{out}<path d="{lines}" {paint}/>'


class Legend(Node):
    """What the tint of the districts says: its measure, and the shade and pattern of each fifth of the scale."""

    role = "legend"

    def __init__(self, title: str, colour: str, marks: Sequence[str], value: str = "", **kwargs: Any) -> None:
        """`marks` are the numbers written under the edges of the classes, from the lowest to the highest."""
        super().__init__(label=title, value=value, **kwargs)
        self.title, self.colour, self.marks = title, colour, tuple(marks)

    def natural_width(self, scale: float) -> int:
        wide = max(CELL[0] * CLASSES * scale, text.width(self.title, SMALL * scale, SEMIBOLD))
        return math.ceil(wide + 44 * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return round((CELL[1] + 26) * scale) + 2 * text.height(SMALL * scale, SEMIBOLD)

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(20), self.px(20))

    def draw(self, surface: Surface, theme: Theme) -> None:
        rect, size = self.rect, SMALL * self.scale
        edge, line = theme.edge if theme.name == "contrast" else "", max(1.0, 1.5 * self.scale)
        lay(surface, rect, Coat(self.px(14), theme.surface, edge, line, Shade(4 * self.scale, 80, theme.shadow)))
        title = text.text(self.title, size, SEMIBOLD, theme.ink)
        left, top = rect.x + self.px(22), rect.y + self.px(8)
        surface.blit(title, (left, top))
        wide, high = self.px(CELL[0]), self.px(CELL[1])
        top += title.get_height() + self.px(4)
        for at in range(CLASSES):
            surface.blit(swatch((wide, high), at, self.colour, theme, self.scale), (left + at * wide, top))
        for at, mark in enumerate(self.marks):
            number = text.text(mark, size, SEMIBOLD, theme.soft)
            surface.blit(number, (left + at * wide - number.get_width() // 2, top + high + self.px(2)))


def swatch(size: tuple[int, int], of: int, colour: str, theme: Theme, scale: float) -> Surface:
    """Returns the shade and pattern of a class in a small rectangle."""
    wide, high = size
    corners = ((0.0, 0.0), (float(wide), 0.0), (float(wide), float(high)), (0.0, float(high)))
    back = f'<rect width="{wide}" height="{high}" fill="{theme.sunken}"/>'
    edge = f'<rect x=".5" y=".5" width="{wide - 1}" height="{high - 1}" fill="none" stroke="{theme.edge}"/>'
    return svg(*size, back + tinted(corners, of, theme.colour(colour), theme.ink, scale) + edge)
