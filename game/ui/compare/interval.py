"""A forecast as a mark on a line that all the answers share: where it points, how far, and how sure that is."""

from typing import Any

from game.city.prospect import Span
from game.ui.node import Node, Surface
from game.ui.theme import Theme
from game.ui.vector import svg

HIGH = 34.0


class Interval(Node):
    """A line with zero in the middle, the span that doubt leaves as a bar, and its middle as a diamond.

    `extent` is the milli-points at both ends; the label and the value say the same in words.
    """

    role = "chart"

    def __init__(self, span: Span, extent: int, colour: str, **kwargs: Any) -> None:
        super().__init__(**{"height": HIGH} | kwargs)
        self.span, self.extent, self.colour = span, extent, colour

    def at(self, amount: int) -> float:
        """Returns how far along the line an amount stands, in pixels."""
        share = max(-1.0, min(1.0, amount / self.extent))
        inset = self.px(14)
        return inset + (self.rect.w - 2 * inset) * (1 + share) / 2

    def draw(self, surface: Surface, theme: Theme) -> None:
        (wide, high), colour = self.rect.size, theme.colour(self.colour)
        middle, unit = high / 2, self.scale
        low, centre, top = (self.at(each) for each in (self.span.low, self.span.middle, self.span.high))
        zero, size = self.at(0), 9 * unit
        body = (
            f'<line x1="{self.at(-self.extent)}" y1="{middle}" x2="{self.at(self.extent)}" y2="{middle}"'
            f' stroke="{theme.edge}" stroke-width="{1.5 * unit}"/>'
            f'<line x1="{zero}" y1="{2 * unit}" x2="{zero}" y2="{high - 2 * unit}" stroke="{theme.ink}"'
            f' stroke-width="{2.5 * unit}"/>'
            f'<line x1="{zero}" y1="{middle}" x2="{centre}" y2="{middle}" stroke="{colour}"'
            f' stroke-width="{5 * unit}"/>'
            f'<rect x="{low - 3 * unit}" y="{middle - 7 * unit}" width="{top - low + 6 * unit}" height="{14 * unit}"'
            f' rx="{7 * unit}" fill="{theme.surface}" stroke="{colour}" stroke-width="{2.5 * unit}"/>'
            f'<path d="M{centre - size} {middle} L{centre} {middle - size} L{centre + size} {middle}'
            f' L{centre} {middle + size} Z" fill="{colour}"/>'
        )
        surface.blit(svg(wide, high, body), self.rect.topleft)
