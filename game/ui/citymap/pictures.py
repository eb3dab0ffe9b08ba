"""The pictures of a city, drawn once and kept: whole, set back under a tint, dimmed round a district in the light."""

import ctypes
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from threading import Thread
from typing import Final

import pygame

from game.ui.citymap.art import city_svg, ground_svg
from game.ui.citymap.land import points
from game.ui.citymap.plan import MapPlan, Point
from game.ui.citymap.portrait import BARE, Portrait
from game.ui.node import Rect, Surface
from game.ui.theme import Colour, Theme
from game.ui.vector import SURFACES, for_screen, rasterise, svg

Size = tuple[int, int]

QUIET: Final = (96, 150)
"""What is kept of the greyed picture's light under a tint, of 255, and what is added: the tint speaks first."""
QUIET_DARK: Final = (92, 8)
LIGHT_EDGE: Final = "#FFD84D"
INK: Final = "#16202E"
DIM: Final = (104, 110, 130)
"""The light left round what is in the spotlight."""


MAPPED: Final = 1 << 19
"""Bytes from which a block of memory goes back to the system as soon as it is free."""
MMAP_THRESHOLD: Final = -3
"""The number of that setting in glibc's `mallopt`."""


@cache
def _give_back() -> None:
    """Has glibc give back the memory of pictures let go of: it keeps it once it has seen a few; others never do."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, MAPPED)


class Drawing:
    """A city's picture being drawn in a thread of its own."""

    def __init__(self, plan: MapPlan, size: Size, portrait: Portrait = BARE) -> None:
        self.size, self.portrait = size, portrait
        self.surface: Surface | None = None
        _give_back()
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
    """Keeps a city's picture, which has no holes, and returns it; its bare ground is no longer needed."""
    SURFACES.drop(("city, ground", plan, size))
    return SURFACES.put(("city", plan, portrait, size), opaque(picture))


def opaque(picture: Surface) -> Surface:
    """Returns a picture without holes in the screen's own format: it blits in half the time."""
    return picture.convert() if pygame.display.get_surface() else picture


def city_picture(plan: MapPlan, size: Size, portrait: Portrait = BARE) -> Surface:
    """Returns the city's picture at that size, drawn now if it is not kept yet."""
    found = kept(plan, size, portrait)
    return found or keep(plan, size, portrait, rasterise(city_svg(plan, *size, portrait), *size))


def ground(plan: MapPlan, size: Size) -> Surface:
    """Returns the city without what stands on it: quick, to show while the rest is drawn."""
    key = ("city, ground", plan, size)
    return SURFACES.get(key) or SURFACES.put(key, opaque(rasterise(ground_svg(plan, *size), *size)))


def scaled(picture: Surface, size: Size) -> Surface:
    """Returns a picture of another size meanwhile."""
    key = ("city, meanwhile", id(picture), size)
    return SURFACES.get(key) or SURFACES.put(key, pygame.transform.smoothscale(picture, size))


def forget(plan: MapPlan, size: Size, portrait: Portrait) -> None:
    """Lets go of a picture that will not be shown again: each takes as much as the map's part of the screen."""
    SURFACES.drop(("city", plan, portrait, size))


def quiet(picture: Surface, name: object, theme: Theme) -> Surface:
    """Returns a picture set back, for a tint to lie over; `name` tells it from others in the cache."""
    key = ("city, quiet", name, picture.get_size(), theme.dark)
    found = SURFACES.get(key)
    if found is not None:
        return found
    share, added = QUIET_DARK if theme.dark else QUIET
    grey = pygame.transform.grayscale(picture)
    grey.fill((share, share, share), special_flags=pygame.BLEND_RGB_MULT)
    grey.fill((added, added, added), special_flags=pygame.BLEND_RGB_ADD)
    return SURFACES.put(key, grey)


def shade(surface: Surface, rect: Rect, *lights: Colour) -> None:
    """Dims a part of the screen: quick, and no second picture is kept for each theme and each light."""
    for light in lights:
        if light != (255, 255, 255):
            surface.fill(light, rect, special_flags=pygame.BLEND_RGB_MULT)


def corner(radius: int, page: str, across: int, down: int) -> Surface:
    """Returns what lies outside a round corner, in the page's colour; `across` and `down` are 0 or 1 for the side."""
    r = max(1, radius)
    x, y, sweep = r * across, r * down, int(across == down)
    path = f"M{x} {y}V{r - y}A{r} {r} 0 0 {sweep} {r - x} {y}Z"
    return svg(r, r, f'<path d="{path}" fill="{page}"/>')


def cutout(
    picture: Surface, name: object, outline: Sequence[Point], place: Rect, line: float, theme: Theme
) -> Surface:
    """Returns the part of a picture inside an outline, with a line of that width round it, to lay at `place`."""
    key = ("city, cutout", name, picture.get_size(), tuple(place), theme.map_shade)
    found = SURFACES.get(key)
    if found is not None:
        return found
    body = points([(x - place.x, y - place.y) for x, y in outline])
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" width="{place.w}" height="{place.h}">'
    mask = rasterise(f'{opened}<polygon points="{body}" fill="#FFFFFF"/></svg>', *place.size)
    out = Surface(place.size, pygame.SRCALPHA)
    out.blit(picture, (0, 0), place)
    shade(out, out.get_rect(), theme.map_shade)
    out.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    edge = f'points="{body}" fill="none" stroke-linejoin="round"'
    lines = "".join(
        f'<polygon {edge} stroke="{c}" stroke-width="{w}"/>' for c, w in ((LIGHT_EDGE, line * 3), (INK, line))
    )
    out.blit(rasterise(f"{opened}{lines}</svg>", *place.size), (0, 0))
    return SURFACES.put(key, for_screen(out))
