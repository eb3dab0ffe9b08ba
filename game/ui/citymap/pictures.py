"""The pictures of a city, drawn once and kept: whole, set back under a tint, dimmed round a district in the light."""

from collections.abc import Sequence
from threading import Thread
from typing import Final

import pygame

from game.ui.citymap.art import city_svg, ground_svg, points
from game.ui.citymap.plan import MapPlan, Point
from game.ui.citymap.portrait import BARE, Portrait
from game.ui.node import Rect, Surface
from game.ui.theme import Theme, rgb
from game.ui.vector import SURFACES, for_screen, rasterise, rounded, svg

Size = tuple[int, int]

QUIET: Final = (118, 118, 118)
"""How much light is added to the greyed picture under a tint, so that the tint speaks first."""
DIM: Final = (92, 98, 116)
"""The light left round what is in the spotlight."""


class Drawing:
    """A city's picture being drawn in a thread of its own."""

    def __init__(self, plan: MapPlan, size: Size, portrait: Portrait = BARE) -> None:
        self.size, self.portrait = size, portrait
        self.surface: Surface | None = None
        self._thread = Thread(target=self._draw, args=(plan, size, portrait), daemon=True)
        self._thread.start()

    def _draw(self, plan: MapPlan, size: Size, portrait: Portrait) -> None:
        self.surface = rasterise(city_svg(plan, *size, portrait), *size)

    @property
    def done(self) -> bool:
        """Whether the picture is ready."""
        return not self._thread.is_alive()

    def finish(self) -> Surface:
        """Waits for the picture and returns it."""
        self._thread.join()
        if self.surface is None:
            raise RuntimeError("the map could not be drawn")
        return self.surface


def kept(plan: MapPlan, size: Size, portrait: Portrait) -> Surface | None:
    """Returns the city's picture at that size if it is kept."""
    return SURFACES.get(("city", plan, portrait, size))


def keep(plan: MapPlan, size: Size, portrait: Portrait, picture: Surface) -> Surface:
    """Keeps a city's picture and returns it."""
    return SURFACES.put(("city", plan, portrait, size), for_screen(picture))


def city_picture(plan: MapPlan, size: Size, portrait: Portrait = BARE) -> Surface:
    """Returns the city's picture at that size, drawn now if it is not kept yet."""
    found = kept(plan, size, portrait)
    return found or keep(plan, size, portrait, rasterise(city_svg(plan, *size, portrait), *size))


def ground(plan: MapPlan, size: Size) -> Surface:
    """Returns the city without what stands on it: quick, to show while the rest is drawn."""
    key = ("city, ground", plan, size)
    return SURFACES.get(key) or SURFACES.put(key, for_screen(rasterise(ground_svg(plan, *size), *size)))


def scaled(picture: Surface, size: Size) -> Surface:
    """Returns a picture of another size meanwhile."""
    key = ("city, meanwhile", id(picture), size)
    return SURFACES.get(key) or SURFACES.put(key, pygame.transform.smoothscale(picture, size))


def framed(picture: Surface, name: object, radius: float, theme: Theme, manner: str = "") -> Surface:
    """Returns a picture with round corners, in the light of the theme; `name` tells it from others in the cache.

    It is opaque, its corners filled with the page's colour: that blits in half the time. `manner` is "" for the
    picture as it is, `quiet` for one that a tint lies over, `dim` for what is out of the spotlight.
    """
    key = ("city, framed", name, picture.get_size(), radius, theme.map_shade, theme.page, manner)
    found = SURFACES.get(key)
    if found is not None:
        return found
    shaded = picture.copy()
    if manner == "quiet":
        shaded = pygame.transform.grayscale(shaded)
        shaded.fill(QUIET, special_flags=pygame.BLEND_RGB_ADD)
    if theme.map_shade != (255, 255, 255):
        shaded.fill(theme.map_shade, special_flags=pygame.BLEND_RGB_MULT)
    if manner == "dim":
        shaded.fill(DIM, special_flags=pygame.BLEND_RGB_MULT)
    if radius:
        shaded.blit(rounded(*picture.get_size(), radius, "#FFFFFF"), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    out = pygame.Surface(picture.get_size())
    out.fill(rgb(theme.page))
    out.blit(shaded, (0, 0))
    return SURFACES.put(key, out.convert() if pygame.display.get_surface() else out)


def cutout(picture: Surface, name: object, outline: Sequence[Point], place: Rect) -> Surface:
    """Returns the part of a framed picture inside an outline, as a surface to lay at `place`."""
    key = ("city, cutout", name, picture.get_size(), tuple(place))
    found = SURFACES.get(key)
    if found is not None:
        return found
    body = points([(x - place.x, y - place.y) for x, y in outline])
    mask = svg(*place.size, f'<polygon points="{body}" fill="#FFFFFF"/>')
    out = Surface(place.size, pygame.SRCALPHA)
    out.blit(picture, (0, 0), place)
    out.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return SURFACES.put(key, for_screen(out))
