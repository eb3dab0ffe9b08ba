"""What stands on the page: rounded rectangles and the soft shadow under them, laid on the screen in few pixels.

Only the rim of a large one is kept and blended, in four bands: blending a whole panel and then its shadow costs more
than all that is written on it.
"""

import math
from functools import lru_cache
from typing import Final, NamedTuple

import pygame

from game.ui.theme import Colour, rgb
from game.ui.vector import SURFACES, for_screen, grown, rounded, shadow, shadow_margin, spans, within

Rect = pygame.Rect
GRAIN: Final = 16
"""Pixels of 64 bytes: SDL fills rows of whole grains up to seven times faster than others."""
RIMS: Final = 128
"""Rims kept: those of a full table, and of the same one larger; each takes a few hundredths of the screen."""


class Shade(NamedTuple):
    """The soft shadow that something opaque casts, a little below it."""

    blur: float
    alpha: int
    colour: Colour

    @property
    def margin(self) -> int:
        """How far it reaches beyond what casts it."""
        return shadow_margin(self.blur)

    @property
    def drop(self) -> int:
        """How far below it falls."""
        return round(self.blur * 0.45)


class Coat(NamedTuple):
    """How a rounded rectangle is painted; `fill` may be "none", `stroke` may be "". A tuple is found quickest."""

    radius: float
    fill: str
    stroke: str = ""
    line: float = 1.5
    shade: Shade | None = None

    @property
    def turn(self) -> int:
        """Pixels from its own edge inwards that are not all alike: a grain more than the turn needs."""
        return max(GRAIN, math.ceil(self.radius)) + math.ceil(self.line) + 2

    @property
    def corner(self) -> int:
        """Pixels from the outer edge of its shadow inwards, along a side, that are not all alike."""
        return self.turn + 2 * self.shade.margin if self.shade else self.turn

    @property
    def shows(self) -> bool:
        """Whether anything of it can be seen."""
        return self.fill != "none" or bool(self.stroke)


def lay(surface: pygame.Surface, rect: Rect, coat: Coat) -> None:
    """Draws a rounded rectangle, and its shadow round it."""
    if not coat.shows:
        return
    shade, corner = coat.shade, coat.corner
    flags = pygame.BLEND_PREMULTIPLIED if shade else 0
    place = rect.move(0, shade.drop).inflate(2 * shade.margin, 2 * shade.margin) if shade else rect
    if min(place.size) <= 2 * corner + 2:
        surface.blit(_whole(rect.size, coat), place.topleft, None, flags)
        return
    middle = rect.inflate(-2 * coat.turn, -2 * coat.turn)
    if coat.fill != "none":
        surface.fill(rgb(coat.fill), _grains(middle))
    top, bottom, left, right = _bands(rect.size, coat)
    surface.blit(top, place.topleft, None, flags)
    surface.blit(bottom, (place.x, middle.bottom), None, flags)
    surface.blit(left, (place.x, middle.y), None, flags)
    surface.blit(right, (middle.right, middle.y), None, flags)


def cast(surface: pygame.Surface, rect: Rect, radius: float, shade: Shade) -> None:
    """Draws the shadow alone, of something that is not a rectangle."""
    drawn = shadow(*rect.size, radius, shade.blur, shade.alpha, shade.colour)
    surface.blit(drawn, (rect.x - shade.margin, rect.y - shade.margin + shade.drop))


def _grains(middle: Rect) -> Rect:
    """Returns a middle widened to whole grains: what it gains lies under the bands, which are opaque there."""
    left, right = middle.left // GRAIN * GRAIN, -(-middle.right // GRAIN) * GRAIN
    return Rect(left, middle.y, right - left, middle.h)


def _whole(size: tuple[int, int], coat: Coat) -> pygame.Surface:
    """Returns a rectangle, with its shadow if it has one: then in premultiplied colours, else its edge would darken."""
    box, shade = (*size, coat.radius, coat.fill, coat.stroke, coat.line), coat.shade
    if shade is None:
        return rounded(*box)
    key = ("coat", size, coat)
    found = SURFACES.get(key)
    if found is not None:
        return found
    out = shadow(*size, coat.radius, shade.blur, shade.alpha, shade.colour).premul_alpha()
    at = (shade.margin, shade.margin - shade.drop)
    out.blit(rounded(*box).premul_alpha(), at, None, pygame.BLEND_PREMULTIPLIED)
    return SURFACES.put(key, for_screen(out))


@lru_cache(RIMS)
def _bands(size: tuple[int, int], coat: Coat) -> tuple[pygame.Surface, ...]:
    """Returns the rim of a large rectangle, shadow included: its top, its bottom, its two sides between them."""
    margin, drop = (coat.shade.margin, coat.shade.drop) if coat.shade else (0, 0)
    edge = 2 * (coat.corner - margin) + 2
    tile = _whole((edge, edge), coat)
    across, down = (spans(tile, coat.corner, length + 2 * margin) for length in size)
    top, low = (0, margin - drop + coat.turn), (tile.get_height() - margin - drop - coat.turn, tile.get_height())
    left, right = (0, margin + coat.turn), (tile.get_width() - margin - coat.turn, tile.get_width())
    between = within(down, top[1], low[0])
    rim = (within(down, *top), within(down, *low)), (within(across, *left), within(across, *right))
    return (*(grown(tile, across, each) for each in rim[0]), *(grown(tile, each, between) for each in rim[1]))
