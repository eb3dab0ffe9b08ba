"""What a room estimates of one figure, on a line: each voice a stroke, the spread a bar, the median a diamond."""

from collections.abc import Sequence
from typing import Any

from game.content.inventing import spread
from game.ui.node import Node, Surface
from game.ui.theme import Theme
from game.ui.vector import svg

HIGH = 40.0


class Strip(Node):
    """A line from the least to the most that may be estimated; the label and the value say the same in words."""

    role = "chart"

    def __init__(self, figures: Sequence[int], low: int, high: int, colour: str, **kwargs: Any) -> None:
        super().__init__(**{"height": HIGH} | kwargs)
        self.figures, self.low, self.high, self.colour = tuple(figures), low, high, colour

    def at(self, figure: int) -> float:
        """Returns how far along the line a figure stands, in pixels."""
        inset = self.px(12)
        along = inset + (self.rect.w - 2 * inset) * (figure - self.low) / max(1, self.high - self.low)
        return self.rect.w - along if self.mirrored else along

    def draw(self, surface: Surface, theme: Theme) -> None:
        (wide, high), unit = self.rect.size, self.scale
        middle = high / 2
        line = f'stroke="{theme.edge}" stroke-width="{1.5 * unit}"'
        body = f'<line x1="{self.at(self.low)}" y1="{middle}" x2="{self.at(self.high)}" y2="{middle}" {line}/>'
        if self.low <= 0 <= self.high:
            zero = self.at(0)
            body += f'<line x1="{zero}" y1="{6 * unit}" x2="{zero}" y2="{high - 6 * unit}" {line}/>'
        if self.figures:
            body += self._room(theme, middle)
        surface.blit(svg(wide, high, body), self.rect.topleft)

    def _room(self, theme: Theme, middle: float) -> str:
        """Returns the bar of the spread, a stroke for each voice, and the diamond of the median."""
        unit, colour, made = self.scale, theme.colour(self.colour), spread(self.figures)
        ends = sorted((self.at(made.low), self.at(made.high)))
        centre, size = self.at(made.middle), 9 * unit
        strokes = "".join(
            f'<line x1="{x}" y1="{middle - 13 * unit}" x2="{x}" y2="{middle + 13 * unit}" stroke="{colour}"'
            f' stroke-width="{2.5 * unit}"/>'
            for x in map(self.at, dict.fromkeys(self.figures))
        )
        return (
            f'<rect x="{ends[0]}" y="{middle - 6 * unit}" width="{max(ends[1] - ends[0], 0.01)}"'
            f' height="{12 * unit}" fill="{colour}" fill-opacity="0.25"/>{strokes}'
            f'<path d="M{centre - size} {middle} L{centre} {middle - size} L{centre + size} {middle}'
            f' L{centre} {middle + size} Z" fill="{colour}" stroke="{theme.surface}" stroke-width="{1.5 * unit}"/>'
        )
