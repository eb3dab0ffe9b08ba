"""The map on screen: the city's picture, drawn aside while the rest goes on, with its districts, names and pins."""

import math
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from game.content.ground import City
from game.ui.citymap.life import marks_of
from game.ui.citymap.marks import PIN, District, Pin, PinMark, Plate, Sign
from game.ui.citymap.pictures import (
    DIM,
    Drawing,
    city_picture,
    corner,
    cutout,
    forget,
    ground,
    keep,
    kept,
    quiet,
    scaled,
    shade,
)
from game.ui.citymap.plan import WIDE, MapDistrict, MapPlan, Point, View, bounds, centre, from_edge, inside
from game.ui.citymap.portrait import BARE, Portrait
from game.ui.node import Node, Rect, Surface, wanted_height, wanted_width
from game.ui.theme import ROUND_L, SMALL, Theme

__all__ = ["MapView", "Pin", "Sign", "city_picture", "plan_of"]

STRIPS: Final = 16
"""Parts in which the map is painted when its light changes."""
PATIENCE: Final = 0.25
"""Seconds without a new size before the picture is drawn again."""
SMALLEST_PIN: Final = 0.76
"""Share of its size that a pin keeps on a small map."""
HEAD: Final = {"towers": 84.0, "dome": 42.0, "mast": 62.0, "watch": 62.0, "site": 44.0, "assembly": 12.0,
               "rain": 10.0, "wild": 16.0, "garden": 14.0, "panels": 18.0, "people": 12.0, "lanes": 16.0}  # fmt: skip
"""How high above its ground a project is drawn: its pin stands on top."""
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
        climate=city.climate,
    )


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
        portrait: Portrait = BARE,
        legend: Node | None = None,
        tools: Node | None = None,
        ahead: Sequence[Portrait] = (),
        stage: Collection[str] = (),
        **kwargs: Any,
    ) -> None:
        """`legend` lies at the lower start corner, `tools` at the upper end corner; names and pins keep clear.

        The portraits of `ahead` will be shown next, the districts of `stage` will then be in the light: they are
        drawn as soon as the present portrait is.
        """
        self.plan, self.drawn, self.round, self.portrait = plan, plan.drawn(), radius, portrait
        self.districts = [District(sign, self.drawn, sign.id == chosen) for sign in signs]
        self.plates = [Plate(sign, plate_size) for sign in signs]
        self.pins = [PinMark(pin) for pin in pins]
        self.legend, self.tools, self.ahead, self.polished = legend, tools, tuple(ahead), 0
        self.stage = frozenset(stage)
        corners = [each for each in (legend, tools) if each is not None]
        super().__init__(*self.districts, *self.plates, *self.pins, *corners, key=key, **kwargs)
        self.tinted = any(sign.tint for sign in signs)
        self.spotlight: frozenset[str] | None = None
        """The districts in the light, while a change is told; None when all of the city is."""
        self.swept = STRIPS
        """How many strips of the map show the present light: it sweeps over them, one a frame."""
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
            if previous.portrait != self.portrait:
                self.still_for = PATIENCE

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        view = View(max(1, rect.w), max(1, rect.h), self.drawn.size[1])
        for district in self.districts:
            district.scale = scale
            district.seen(view, rect.topleft)
        corners = self._place_corners(scale)
        taken = corners + self._place_pins(view, scale, corners)
        for plate, district in zip(self.plates, self.districts, strict=True):
            taken.append(self._place_plate(plate, district, taken, corners, scale))

    def _place_corners(self, scale: float) -> list[Rect]:
        """Gives the legend and the tools their corners."""
        pad = round(12 * scale)
        room = self.rect.inflate(-2 * pad, -2 * pad)
        taken = []
        for node, side in ((self.legend, "bottomleft"), (self.tools, "topright")):
            if node is not None:
                wide = min(room.w, wanted_width(node, scale))
                place = Rect(0, 0, wide, wanted_height(node, wide, scale))
                setattr(place, side, getattr(room, side))
                node.arrange(place, scale)
                taken.append(place)
        return taken

    def _place_pins(self, view: View, scale: float, kept_free: Sequence[Rect]) -> list[Rect]:
        """Gives each pin its place: over what it marks, else in its district, clear of the others."""
        small = min(1.0, max(SMALLEST_PIN, self.rect.w / (WIDE * scale)))
        wide, high = round(PIN * small * scale), round(PIN * 1.28 * small * scale)
        sites = self._sites(view)
        taken: list[Rect] = []
        for mark in self.pins:
            mark.width, mark.height = PIN * small, PIN * 1.28 * small
            outline = next((each.outline for each in self.districts if each.sign.id == mark.pin.district), None)
            feet = _spots(outline, wide * 0.55) if outline else [self.rect.center]
            feet = [*([sites[mark.pin.of]] if mark.pin.of in sites else []), *feet]
            places = [Rect(round(x - wide / 2), round(y - high), wide, high) for x, y in feet]
            room = self.rect.inflate(-8, -8)
            fitting = [each for each in places if room.contains(each)] or [places[0].clamp(room)]
            free = [*taken, *kept_free]
            place = min(fitting, key=lambda each: _overlap(each.inflate(wide // 4, 0), free))
            mark.arrange(place, scale)
            taken.append(place)
        return taken

    def _sites(self, view: View) -> dict[str, Point]:
        """Returns where the top of each project is seen, in pixels."""
        if not any(mark.pin.of for mark in self.pins):
            return {}
        found: dict[str, Point] = {}
        for each in marks_of(self.plan, self.portrait):
            if each.of and each.of not in found:
                x, y = view.pixel(each.x, each.y)
                lift = HEAD.get(each.kind, 34.0) * self.rect.w / view.box[2]
                found[each.of] = (x + self.rect.x, y + self.rect.y - lift)
        return found

    def light(self, districts: Iterable[str] | None, project: str = "") -> None:
        """Puts some districts, and the pin of a project, in the light; None gives the light back to the whole city."""
        self.spotlight = None if districts is None else frozenset(districts)
        for district in self.districts:
            district.spotlit = bool(self.spotlight) and district.sign.id in (self.spotlight or ())
        for mark in self.pins:
            mark.spotlight(bool(project) and mark.pin.of == project)
        self.swept = 0

    def show(self, portrait: Portrait) -> None:
        """Shows another moment of the same city."""
        if portrait != self.portrait:
            next_ = kept(self.plan, self.rect.size, portrait)
            if next_ is not None:
                forget(self.plan, self.rect.size, self.portrait)
                self.last = next_
            self.portrait, self.still_for, self.swept = portrait, PATIENCE, 0

    def _place_plate(
        self, plate: Plate, district: District, taken: Sequence[Rect], corners: Sequence[Rect], scale: float
    ) -> Rect:
        wide = plate.natural_width(scale)
        high = plate.natural_height(wide, scale)
        room = self.rect.inflate(-round(16 * scale), -round(16 * scale))
        x, y = centre(district.outline)
        best, least = Rect(0, 0, wide, high), math.inf
        for i, j in STEPS:  # under the legend or the tools a name can't be read, however little of it they cover
            left, top = round(x + (i * 0.2 - 0.5) * wide), round(y + (j * 0.55 - 0.5) * high)
            place = Rect(left, top, wide, high).clamp(room)
            away = 0.0 if inside(place.center, district.outline) else wide * high * 0.5
            around = place.inflate(round(8 * scale), round(6 * scale))
            hidden = _overlap(around, taken) + (2 * wide * high if around.collidelist(corners) >= 0 else 0)
            cost = hidden + away + (i * i + j * j) * 2 * scale
            if cost < least:
                best, least = place, cost
            if not hidden and not away:
                break  # the nearest free place: those after it only lie farther
        plate.arrange(best, scale)
        return best

    def animate(self, dt: float, theme: Theme) -> bool:
        """Draws the picture again, aside, once the size has settled; then those ahead."""
        sweeping, size = self._sweep(), self.rect.size
        missing = next((each for each in (self.portrait, *self.ahead) if kept(self.plan, size, each) is None), None)
        if not self.rect or missing is None:
            self.drawing = None
            return (bool(self.rect) and self._polish(theme)) or sweeping
        if self.drawing is None:
            self.still_for += dt
            if self.still_for >= PATIENCE:
                self.drawing = Drawing(self.plan, size, missing)
        elif self.drawing.done:
            keep(self.plan, self.drawing.size, self.drawing.portrait, self.drawing.finish())
            self.drawing = None
            self.invalidate()
        return True

    @property
    def sweeping(self) -> bool:
        """Whether the light is still on its way down the map."""
        return self.swept < STRIPS

    def _sweep(self) -> bool:
        """Lets the light reach the next strip: a map painted whole would cost a frame too much time."""
        if self.swept >= STRIPS:
            return False
        top, end = (self.rect.h * at // STRIPS for at in (self.swept, self.swept + 1))
        self.invalidate(Rect(self.rect.x, self.rect.y + top, self.rect.w, end - top))
        self.swept += 1
        return True

    def _polish(self, theme: Theme) -> bool:
        """Builds the lights that the portraits ahead will need, one a frame, and says whether more is to come."""
        lit = [district for district in self.districts if district.sign.id in self.stage]
        jobs = [(each, district) for each in self.ahead for district in lit]
        if self.polished >= len(jobs):
            return False
        each, district = jobs[self.polished]
        drawn = kept(self.plan, self.rect.size, each)
        if drawn is not None:
            self._cut(district, drawn, (self.plan, each), theme)
        self.polished += 1
        return True

    @property
    def ready(self) -> bool:
        """Whether the city is drawn at this size, as it stands and as it will stand next."""
        return all(kept(self.plan, self.rect.size, each) is not None for each in (self.portrait, *self.ahead))

    def draw(self, surface: Surface, theme: Theme) -> None:
        size = self.rect.size
        drawn = kept(self.plan, size, self.portrait)
        name: object = (self.plan, self.portrait)
        if drawn is not None:
            self.last = drawn
        elif self.last is not None:
            drawn, name = scaled(self.last, size), ("meanwhile", id(self.last))
        else:
            drawn, name = ground(self.plan, size), ("ground", self.plan)
        surface.blit(quiet(drawn, name, theme) if self.tinted else drawn, self.rect.topleft)
        if not self.tinted:
            shade(surface, self.rect, theme.map_shade)
        if self.spotlight:
            shade(surface, self.rect, DIM)
            self._cut_out(surface, drawn, name, theme)

    def draw_over(self, surface: Surface, theme: Theme) -> None:
        """Rounds the corners of the map and of all that lies on it."""
        r = self.px(self.round)
        for across in (0, 1) if r else ():
            for down in (0, 1):
                at = (self.rect.x + across * (self.rect.w - r), self.rect.y + down * (self.rect.h - r))
                surface.blit(corner(r, theme.page, across, down), at)

    def _cut_out(self, surface: Surface, bright: Surface, name: object, theme: Theme) -> None:
        """Draws the districts in the spotlight in full light."""
        for district in self.districts:
            if district.spotlit:
                surface.blit(self._cut(district, bright, name, theme), self._around(district).topleft)

    def _around(self, district: District) -> Rect:
        pad = self.px(6)
        return district.rect.inflate(2 * pad, 2 * pad).clip(self.rect)

    def _cut(self, district: District, bright: Surface, name: object, theme: Theme) -> Surface:
        place = self._around(district).move(-self.rect.x, -self.rect.y)
        outline = [(x - self.rect.x, y - self.rect.y) for x, y in district.lit_outline]
        return cutout(bright, (name, district.sign.id), outline, place, self.px(2), theme)


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
