"""Shapes: SVG strings rasterised once, rounded rectangles cut in nine, soft shadows, icons; one bounded cache."""

import io
import math
from collections import OrderedDict
from collections.abc import Hashable
from functools import cache
from typing import Final

import pygame

from game.errors import GameError
from game.paths import data

CACHE_LEAST: Final = 48 << 20
CACHE_PER_PIXEL: Final = 24
"""Bytes kept for each pixel of the screen: a full table holds about twelve, the rest is for the next screens."""


class SurfaceCache:
    """Surfaces by key, the least recently used dropped first when the bytes pass the bound."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable) -> pygame.Surface | None:
        """Returns the surface of that key, or None."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, surface: pygame.Surface) -> pygame.Surface:
        """Keeps a surface and returns it."""
        old = self._kept.pop(key, None)
        self.used += _bytes(surface) - (_bytes(old) if old else 0)
        self._kept[key] = surface
        while self.used > self.limit and len(self._kept) > 1:
            self.used -= _bytes(self._kept.popitem(last=False)[1])
        return surface

    def drop(self, key: Hashable) -> None:
        """Forgets the surface of that key, if there is one: it will not be shown again."""
        old = self._kept.pop(key, None)
        self.used -= _bytes(old) if old else 0

    def clear(self) -> None:
        """Forgets every surface."""
        self._kept.clear()
        self.used = 0

    def __len__(self) -> int:
        return len(self._kept)


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


SURFACES: Final = SurfaceCache(CACHE_LEAST)


def keep_for(width: int, height: int) -> None:
    """Sets how much is kept, for a screen of that size."""
    SURFACES.limit = max(CACHE_LEAST, width * height * CACHE_PER_PIXEL)


def rasterise(document: str, width: int, height: int) -> pygame.Surface:
    """Returns a whole SVG document drawn at that size, not cached. Safe in a thread."""
    return pygame.image.load_sized_svg(io.BytesIO(document.encode()), (width, height))


def for_screen(surface: pygame.Surface) -> pygame.Surface:
    """Returns the surface in the screen's own pixel format, which blits faster."""
    return surface.convert_alpha() if pygame.display.get_surface() else surface


def svg(width: float, height: float, body: str, key: Hashable = None) -> pygame.Surface:
    """Returns SVG elements drawn on a transparent surface of that size. `key` replaces `body` as the cache key."""
    wide, high = max(1, round(width)), max(1, round(height))
    place = ("svg", wide, high, key if key is not None else body)
    found = SURFACES.get(place)
    if found is not None:
        return found
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f"{body}</svg>"
    )
    return SURFACES.put(place, for_screen(rasterise(document, wide, high)))


def rounded(
    width: float, height: float, radius: float, fill: str, stroke: str = "", line: float = 1.5
) -> pygame.Surface:
    """Returns a rounded rectangle; `fill` may be "none". Large ones are stretched from a small tile."""
    wide, high = max(1, round(width)), max(1, round(height))
    radius = min(radius, wide / 2, high / 2)
    key = ("rounded", wide, high, radius, fill, stroke, line)
    found = SURFACES.get(key)
    if found is not None:
        return found
    corner = math.ceil(radius + line) + 1
    side = 2 * corner + 2
    if wide <= side or high <= side:
        return SURFACES.put(key, svg(wide, high, _rounded_svg(wide, high, radius, fill, stroke, line)))
    tile = svg(side, side, _rounded_svg(side, side, radius, fill, stroke, line))
    return SURFACES.put(key, grown(tile, spans(tile, corner, wide), spans(tile, corner, high)))


def _rounded_svg(width: int, height: int, radius: float, fill: str, stroke: str, line: float) -> str:
    inset = line / 2 if stroke else 0.0
    outline = f' stroke="{stroke}" stroke-width="{line}"' if stroke else ""
    return (
        f'<rect x="{inset}" y="{inset}" width="{width - 2 * inset}" height="{height - 2 * inset}" '
        f'rx="{max(0.0, radius - inset)}" fill="{fill}"{outline}/>'
    )


Spans = tuple[tuple[int, int, int], ...]
"""Parts of a tile along one side: where each begins, how many pixels it has, how many it takes once grown."""


def spans(tile: pygame.Surface, corner: int, length: int) -> Spans:
    """Returns the parts of a tile grown to a length: its corners as they are, what lies between them stretched."""
    far = tile.get_width() - corner
    return (0, corner, corner), (corner, far - corner, length - 2 * corner), (far, corner, corner)


def within(parts: Spans, start: int, end: int) -> Spans:
    """Returns what lies between two places of a tile, neither of which is in the part that is stretched."""
    out = []
    for at, size, wide in parts:
        low, high = max(at, start), min(at + size, end)
        if low < high:
            out.append((low, high - low, wide if high - low == size else high - low))
    return tuple(out)


def grown(tile: pygame.Surface, across: Spans, down: Spans) -> pygame.Surface:
    """Returns parts of a tile grown to their size."""
    out = pygame.Surface((sum(span[2] for span in across), sum(span[2] for span in down)), pygame.SRCALPHA)
    left = 0
    for x, wide, wider in across:
        top = 0
        for y, high, higher in down:
            part = tile.subsurface((x, y, wide, high))
            if (wider, higher) != (wide, high):
                part = pygame.transform.scale(part, (wider, higher))
            out.blit(part, (left, top), special_flags=pygame.BLEND_RGBA_ADD)
            top += higher
        left += wider
    return for_screen(out)


def shadow(
    width: int, height: int, radius: float, blur: float, alpha: int, colour: tuple[int, int, int]
) -> pygame.Surface:
    """Returns the soft shadow of a rounded rectangle, larger than it by `shadow_margin(blur)` on every side."""
    soft, turn = max(1, round(blur)), round(radius)
    key = ("shadow", width, height, turn, soft, alpha, colour)
    found = SURFACES.get(key)
    if found is not None:
        return found
    margin = shadow_margin(blur)
    corner = margin * 2 + turn + 2
    tile = _shadow_tile(corner, turn, soft, alpha, colour)
    size = (width + 2 * margin, height + 2 * margin)
    if size[0] <= tile.get_width() or size[1] <= tile.get_height():
        return SURFACES.put(key, pygame.transform.smoothscale(tile, size))
    return SURFACES.put(key, grown(tile, spans(tile, corner, size[0]), spans(tile, corner, size[1])))


def shadow_margin(blur: float) -> int:
    """Returns how far a shadow of that blur reaches beyond its shape."""
    return 2 * max(1, round(blur))


def _shadow_tile(corner: int, radius: int, blur: int, alpha: int, colour: tuple[int, int, int]) -> pygame.Surface:
    key = ("shadow tile", radius, blur, alpha, colour)
    found = SURFACES.get(key)
    if found is not None:
        return found
    side, margin = 2 * corner + 2, 2 * blur
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    tile.fill((*colour, 0))
    inner = side - 2 * margin
    pygame.draw.rect(tile, (*colour, alpha), (margin, margin, inner, inner), border_radius=radius)
    for _ in range(3):  # three box blurs are near a gaussian, seven times faster
        tile = pygame.transform.box_blur(tile, max(1, blur * 2 // 3))
    return SURFACES.put(key, for_screen(tile))


@cache
def _icon_source(name: str) -> str:
    path = data("assets", "icons", f"{name}.svg")
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise GameError("error.no_icon", file=str(path)) from fault


def icon(name: str, size: float, colour: str, weight: float = 2.0) -> pygame.Surface:
    """Returns an icon of `assets/icons` in one colour; `weight` is its stroke on a 24-unit grid."""
    side = max(1, round(size))
    key = ("icon", name, side, colour, weight)
    found = SURFACES.get(key)
    if found is not None:
        return found
    source = _icon_source(name).replace("currentColor", colour)
    source = source.replace('stroke-width="2"', f'stroke-width="{weight}"')
    try:
        drawn = rasterise(source, side, side)
    except pygame.error as fault:
        raise GameError("error.bad_icon", file=str(data("assets", "icons", f"{name}.svg"))) from fault
    return SURFACES.put(key, for_screen(drawn))
