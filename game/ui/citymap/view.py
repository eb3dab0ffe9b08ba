"""The map on screen: the city's picture, drawn aside while the rest goes on, with its districts, names and pins."""

import math
from collections.abc import Sequence
from threading import Thread
from typing import Any, Final

import pygame

from game.content.ground import City
from game.ui.citymap.art import city_svg, ground_svg
from game.ui.citymap.marks import PIN, District, Pin, PinMark, Plate, Sign
from game.ui.citymap.plan import MapDistrict, MapPlan, Point, View, bounds, centre, from_edge, inside
from game.ui.node import Node, Rect, Surface
from game.ui.theme import ROUND_L, SMALL, Theme
from game.ui.vector import SURFACES, for_screen, rasterise, rounded

__all__ = ["MapView", "Pin", "Sign", "city_picture", "plan_of"]

PATIENCE: Final = 0.25
"""Seconds without a new size before the picture is drawn again."""
GOLDEN: Final = math.pi * (3 - math.sqrt(5))
STEPS: Final = sorted(((i, j) for i in range(-9, 10) for j in range(-8, 9)), key=lambda step: math.hypot(*step))
"""Places to try for a name plate, from the middle outwards."""


def plan_of(city: City) -> MapPlan:
    """Returns the plan of a scenario's city."""
    return MapPlan(
        size=city.size,
        seed=city.seed,
        districts=tuple(MapDistrict(str(each.id), each.polygon, each.kind, each.angle) for each in city.districts),
        river=(city.river.width, city.river.points) if city.river else None,
        sea=city.sea or None,
    )


class Drawing:
    """A city's picture being drawn in a thread of its own."""

    def __init__(self, plan: MapPlan, size: tuple[int, int]) -> None:
        self.size = size
        self.surface: Surface | None = None
        self._thread = Thread(target=self._draw, args=(plan, size), daemon=True)
        self._thread.start()

    def _draw(self, plan: MapPlan, size: tuple[int, int]) -> None:
        self.surface = rasterise(city_svg(plan, *size), *size)

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


def city_picture(plan: MapPlan, size: tuple[int, int]) -> Surface:
    """Returns the city's picture at that size, drawn now if it is not kept yet."""
    found = SURFACES.get(("city", plan, size))
    return found or SURFACES.put(("city", plan, size), for_screen(rasterise(city_svg(plan, *size), *size)))


class MapView(Node):
    """The map: fills what it is given; its districts and pins can be pressed."""

    role = "map"
    clips = True

    def __init__(
        self,
        plan: MapPlan,
        signs: Sequence[Sign],
        pins: Sequence[Pin] = (),
        chosen: str = "",
        plate_size: float = SMALL,
        radius: float = ROUND_L,
        key: str = "map",
        **kwargs: Any,
    ) -> None:
        self.plan, self.drawn, self.round = plan, plan.drawn(), radius
        self.districts = [District(sign, self.drawn, sign.id == chosen) for sign in signs]
        self.plates = [Plate(sign, plate_size) for sign in signs]
        self.pins = [PinMark(pin) for pin in pins]
        super().__init__(*self.districts, *self.plates, *self.pins, key=key, **kwargs)
        self.last: Surface | None = None
        self.drawing: Drawing | None = None
        self.still_for = PATIENCE

    def least_width(self, scale: float) -> int:
        return 0

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def natural_width(self, scale: float) -> int:
        return 0

    def natural_height(self, width: int, scale: float) -> int:
        return 0

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, MapView) and previous.plan == self.plan:
            self.last, self.drawing, self.still_for = previous.last, previous.drawing, 0.0

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        view = View(max(1, rect.w), max(1, rect.h), self.drawn.size[1])
        for district in self.districts:
            district.scale = scale
            district.seen(view, rect.topleft)
        taken = self._place_pins(scale)
        for plate, district in zip(self.plates, self.districts, strict=True):
            taken.append(self._place_plate(plate, district, taken, scale))

    def _place_pins(self, scale: float) -> list[Rect]:
        wide, high = round(PIN * scale), round(PIN * 1.28 * scale)
        taken: list[Rect] = []
        for mark in self.pins:
            outline = next((each.outline for each in self.districts if each.sign.id == mark.pin.district), None)
            feet = _spots(outline, wide * 0.55) if outline else [self.rect.center]
            places = [Rect(round(x - wide / 2), round(y - high), wide, high) for x, y in feet]
            room = self.rect.inflate(-8, -8)
            fitting = [each for each in places if room.contains(each)] or [places[0].clamp(room)]
            place = min(fitting, key=lambda each: _overlap(each.inflate(wide // 4, 0), taken))
            mark.arrange(place, scale)
            taken.append(place)
        return taken

    def _place_plate(self, plate: Plate, district: District, taken: Sequence[Rect], scale: float) -> Rect:
        wide = plate.natural_width(scale)
        high = plate.natural_height(wide, scale)
        room = self.rect.inflate(-round(16 * scale), -round(16 * scale))
        x, y = centre(district.outline)
        best, least = Rect(0, 0, wide, high), math.inf
        for i, j in STEPS:
            left, top = round(x + (i * 0.2 - 0.5) * wide), round(y + (j * 0.55 - 0.5) * high)
            place = Rect(left, top, wide, high).clamp(room)
            away = 0.0 if inside(place.center, district.outline) else wide * high * 0.5
            hidden = _overlap(place.inflate(round(8 * scale), round(6 * scale)), taken)
            cost = hidden + away + (i * i + j * j) * 2 * scale
            if cost < least:
                best, least = place, cost
            if not hidden and not away:
                break  # the nearest free place: those after it only lie farther
        plate.arrange(best, scale)
        return best

    def animate(self, dt: float, theme: Theme) -> bool:
        """Draws the picture again, aside, once the size has settled."""
        size = self.rect.size
        if not self.rect or SURFACES.get(("city", self.plan, size)) is not None:
            self.drawing = None
            return False
        if self.drawing is None:
            self.still_for += dt
            if self.still_for >= PATIENCE:
                self.drawing = Drawing(self.plan, size)
        elif self.drawing.done:
            SURFACES.put(("city", self.plan, self.drawing.size), for_screen(self.drawing.finish()))
            self.drawing = None
            self.invalidate()
        return True

    def draw(self, surface: Surface, theme: Theme) -> None:
        drawn, state = SURFACES.get(("city", self.plan, self.rect.size)), "whole"
        if drawn is not None:
            self.last = drawn
        elif self.last is not None:
            drawn, state = self._scaled(self.last), "meanwhile"
        else:
            drawn, state = self._ground(), "ground"
        surface.blit(self._framed(drawn, state, theme), self.rect.topleft)

    def _scaled(self, picture: Surface) -> Surface:
        key = ("city, meanwhile", self.plan, self.rect.size)
        return SURFACES.get(key) or SURFACES.put(key, pygame.transform.smoothscale(picture, self.rect.size))

    def _ground(self) -> Surface:
        key = ("city, ground", self.plan, self.rect.size)
        size = self.rect.size
        return SURFACES.get(key) or SURFACES.put(key, for_screen(rasterise(ground_svg(self.plan, *size), *size)))

    def _framed(self, picture: Surface, state: str, theme: Theme) -> Surface:
        """Returns the picture with round corners, in the light of the theme."""
        radius = self.round * self.scale
        key = ("city, framed", state, self.plan, self.rect.size, radius, theme.map_shade)
        found = SURFACES.get(key)
        if found is not None:
            return found
        framed = picture.copy()
        if theme.map_shade != (255, 255, 255):
            framed.fill(theme.map_shade, special_flags=pygame.BLEND_RGB_MULT)
        if radius:
            mask = rounded(*framed.get_size(), radius, "#FFFFFF")
            framed.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return SURFACES.put(key, framed)


def _spots(outline: Sequence[Point], margin: float) -> list[Point]:
    """Returns places for pins in a district, from its middle outwards, clear of its edge where they can be."""
    x, y = centre(outline)
    left, top, right, bottom = bounds(outline)
    reach = max(right - left, bottom - top) / 2
    found = []
    for at in range(60):
        far = reach * math.sqrt((at + 0.6) / 60)
        spot = (x + far * math.cos(at * GOLDEN), y + far * math.sin(at * GOLDEN) + margin * 0.6)
        if inside(spot, outline) and from_edge(spot, outline) > margin * 0.8:
            found.append(spot)
    return found or [(x, y)]


def _overlap(place: Rect, taken: Sequence[Rect]) -> float:
    return float(sum(common.w * common.h for common in (place.clip(each) for each in taken)))
