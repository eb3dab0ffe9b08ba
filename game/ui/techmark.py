"""How much technology an answer leans on, told by shape: a mark, and the edge of a card's band, beside its colour."""

from functools import lru_cache
from typing import Any, Final

from game.content.cards import Tech
from game.ui.node import Node, Surface
from game.ui.panels import Band
from game.ui.theme import Theme
from game.ui.vector import svg

EDGE: Final = 8.0
"""Height of the edge, in design units."""
PERIOD: Final = 30.0
"""From one wave or tooth to the next."""
PIPS: Final = {Tech.LOW: 1, Tech.MID: 2, Tech.HIGH: 3}


class TechMark(Node):
    """A disc, a square or a triangle with one, two or three pips. It says its level when it is given a label."""

    role = "image"

    def __init__(self, tech: Tech, size: float = 34, colour: str = "on_tech", pips: str = "", **kwargs: Any) -> None:
        super().__init__(**{"width": size, "height": size} | kwargs)
        self.tech, self.size, self.colour = tech, size, colour
        self.pips = pips or tech.value

    def draw(self, surface: Surface, theme: Theme) -> None:
        side = min(self.rect.size)
        body = mark(self.tech, side, theme.colour(self.colour), theme.colour(self.pips))
        drawn = svg(side, side, body)
        surface.blit(drawn, drawn.get_rect(center=self.rect.center))


@lru_cache(256)
def mark(tech: Tech, side: float, colour: str, pips: str) -> str:
    """Returns the mark of a level as SVG shapes."""
    middle = side / 2
    if tech is Tech.LOW:
        shape = f'<circle cx="{middle}" cy="{middle}" r="{side * 0.46}" fill="{colour}"/>'
    elif tech is Tech.MID:
        inset, wide = side * 0.08, side * 0.84
        shape = f'<rect x="{inset}" y="{inset}" width="{wide}" height="{wide}" rx="{side * 0.1}" fill="{colour}"/>'
    else:
        points = f"M{middle} {side * 0.02} L{side * 0.99} {side * 0.94} L{side * 0.01} {side * 0.94} Z"
        shape = f'<path d="{points}" fill="{colour}" stroke="{colour}" stroke-linejoin="round"/>'
    return shape + "".join(
        f'<circle cx="{x * side:.2f}" cy="{y * side:.2f}" r="{side * 0.09:.2f}" fill="{pips}"/>'
        for x, y in _places(tech)
    )


def _places(tech: Tech) -> tuple[tuple[float, float], ...]:
    """Returns where the pips stand in a mark of side 1."""
    return {
        Tech.LOW: ((0.5, 0.5),),
        Tech.MID: ((0.34, 0.5), (0.66, 0.5)),
        Tech.HIGH: ((0.5, 0.44), (0.3, 0.76), (0.7, 0.76)),
    }[tech]


class TechBand(Band):
    """The top of an answer's card: its lower edge waves for simple means, is ruled for proven ones, toothed for new."""

    def __init__(self, *children: Node, tech: Tech, pad: tuple[float, float] = (7, 18), **kwargs: Any) -> None:
        block, inline = pad
        super().__init__(*children, colour=tech.value, pad=(block, inline, block + EDGE, inline), **kwargs)
        self.tech = tech

    def draw(self, surface: Surface, theme: Theme) -> None:
        edge, turn = EDGE * self.scale, self.round * self.scale
        body = _banner(self.tech, *self.rect.size, turn, edge, PERIOD * self.scale, theme.colour(self.colour))
        surface.blit(svg(*self.rect.size, body), self.rect.topleft)


@lru_cache(64)
def _banner(tech: Tech, wide: int, high: int, turn: float, edge: float, period: float, colour: str) -> str:
    """Returns a band with its edge as SVG shapes."""
    arc, low = f"A{turn} {turn} 0 0 1", high - edge
    top = f"M0 {low} V{turn} {arc} {turn} 0 H{wide - turn} {arc} {wide} {turn} V{low}"
    body = f'<path d="{top} {_edge(tech, wide, low, edge, period)} Z" fill="{colour}"/>'
    if tech is not Tech.MID:
        return body
    return f'{body}<rect x="0" y="{high - edge * 0.4}" width="{wide}" height="{edge * 0.4}" fill="{colour}"/>'


def _edge(tech: Tech, wide: float, low: float, edge: float, period: float) -> str:
    """Returns the lower edge as a path from end to start."""
    if tech is Tech.MID:
        return f"L0 {low}"
    x, parts = float(wide), []
    while x > 0:
        after, half = max(0.0, x - period), max(0.0, x - period / 2)
        if tech is Tech.LOW:
            parts.append(f"Q{(x + after) / 2} {low + edge * 2} {after} {low}")
        else:
            parts.append(f"L{x} {low + edge} L{half} {low + edge} L{half} {low} L{after} {low}")
        x = after
    return " ".join(parts)
