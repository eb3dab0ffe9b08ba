"""The picture behind the title: a city seen from the sea, whose day slowly turns to evening."""

from threading import Thread
from typing import Any, Final

from game.ui.curtain import backdrop
from game.ui.hours import HIGH, WIDE, Light, grain
from game.ui.node import Node, Rect, Surface
from game.ui.shores import Shore
from game.ui.skylineart import Window, skyline_svg, windows
from game.ui.skylinelife import GLINTS, SPRITES, STEPS, Scenery, across, evening, lit, pose, shines, step_of
from game.ui.sprites import drawn, glint, lamp
from game.ui.theme import Theme
from game.ui.vector import SURFACES, rasterise

STRIPS: Final = 40
"""Parts in which the city comes into the picture, one a frame."""


class Hours:
    """The first and the last hour of a skyline, being drawn in a thread of their own."""

    def __init__(self, scenery: Scenery, size: tuple[int, int]) -> None:
        self.drawn: list[Surface] = []
        self._thread = Thread(target=self._draw, args=(scenery, size), daemon=True)
        self._thread.start()

    def _draw(self, scenery: Scenery, size: tuple[int, int]) -> None:
        for light in dict.fromkeys((scenery.first, scenery.last)):
            document = skyline_svg(*size, scenery.shore, light, scenery.rise, scenery.over)
            self.drawn.append(rasterise(document, *size).convert())

    def finish(self) -> list[Surface]:
        """Waits for the hours and returns them."""
        self._thread.join()
        return self.drawn


HOURS: Final[dict[tuple[str, bool, Shore, tuple[int, int]], Hours]] = {}
"""The last skyline drawn, so that coming back to it draws nothing again."""


def hours(scenery: Scenery, size: tuple[int, int]) -> Hours:
    """Returns the hours of a skyline, begun now unless they are the last ones drawn."""
    key = scenery.name, scenery.dark, scenery.shore, size
    if key not in HOURS:
        HOURS.clear()
        HOURS[key] = Hours(scenery, size)
    return HOURS[key]


class Skyline(Node):
    """Fills its place with the skyline; put words on its upper part. Still when the theme has no motion."""

    role = "image"
    lively = True

    def __init__(self, scenery: Scenery, key: str = "skyline", **kwargs: Any) -> None:
        super().__init__(key=key, **kwargs)
        self.scenery, self.time = scenery, 0.0
        self.sprites = [each for each in SPRITES if each.name in scenery.passing]
        self.picture: Surface | None = None
        self.begun = False
        self.step = self.shown = 0
        self.windows: list[tuple[Rect, Window]] = []
        self._seen: list[tuple[Rect, int]] = []
        self._glints: list[tuple[Rect, bool]] = []

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, Skyline):
            self.time = previous.time
            if previous.scenery == self.scenery and previous.picture is not None:
                self.picture, self.step, self.shown = previous.picture, previous.step, previous.shown

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        if self.picture is not None and self.picture.get_size() != rect.size:
            self.picture, self.shown = None, 0
        self.windows = [(self._place(*each[:4]), each) for each in windows(self.scenery.shore, self.scenery.rise)]
        self._seen, self._glints = self._passing(), self._shining()

    def _place(self, x: float, y: float, wide: float, high: float) -> Rect:
        """Returns the pixels of a place on the sheet."""
        unit = grain(*self.rect.size)
        left, top = self.rect.centerx + (x - WIDE / 2) * unit, self.rect.bottom - (HIGH - y) * unit
        return Rect(round(left), round(top), max(1, round(wide * unit)), max(1, round(high * unit)))

    def _passing(self) -> list[tuple[Rect, int]]:
        return [
            (self._place(across(each, self.time), each.top, *each.size), pose(each, self.time)) for each in self.sprites
        ]

    def _shining(self) -> list[tuple[Rect, bool]]:
        return [(self._place(each.x, each.y, each.wide, 3), shines(each, self.time)) for each in GLINTS]

    def animate(self, dt: float, theme: Theme) -> bool:
        """Lets the city come up once it is drawn, then moves what lives; only what has changed is painted again."""
        waiting = self._come_up(theme)
        if not theme.motion.calm:
            return waiting
        before = lit(self.scenery, evening(self.time))
        self.time += dt
        self._turn(before)
        seen, glints = self._passing(), self._shining()
        for old, new in zip([*self._seen, *self._glints], [*seen, *glints], strict=True):
            if old != new:
                self._damaged(old[0])
                self._damaged(new[0])
        self._seen, self._glints = seen, glints
        return True

    def _come_up(self, theme: Theme) -> bool:
        """Takes the picture when it is ready and shows a part more of it; returns whether more is to come."""
        if self.picture is None:
            if not self.begun:  # the words of the title are shown first
                self.begun = True
                return True
            ready = hours(self.scenery, self.rect.size).drawn
            if not ready:
                return True
            self.picture, self.step = ready[0].copy(), 0
        if self.shown < STRIPS:
            first, self.shown = self.shown, self.shown + 1 if theme.motion.calm else STRIPS
            self._damaged(self._strip(first).union(self._strip(self.shown - 1)))
        return self.shown < STRIPS

    def _strip(self, at: int) -> Rect:
        """Returns one of the parts in which the city comes in, from the sea side inwards."""
        left, right = self.rect.w * at // STRIPS, self.rect.w * (at + 1) // STRIPS
        return Rect(self.rect.x + left, self.rect.y, right - left, self.rect.h)

    def _turn(self, before: float) -> None:
        """Turns the light by a step when its time has come, and lights or darkens windows one by one."""
        share = evening(self.time)
        now, ready = lit(self.scenery, share), hours(self.scenery, self.rect.size).drawn
        if self.picture is not None and len(ready) > 1 and self.step != step_of(share):
            self.step = step_of(share)
            self.picture.blit(ready[0], (0, 0))
            later = ready[1]
            later.set_alpha(round(255 * self.step / STEPS))
            self.picture.blit(later, (0, 0))
            self._damaged(self.rect)
        low, high = sorted((before, now))
        for place, window in self.windows:
            if low < window.after <= high:
                self._damaged(place)

    def _damaged(self, where: Rect) -> None:
        node: Node = self
        while node.parent is not None:
            node = node.parent
        node.damage.append(where.clip(self.rect))

    def draw(self, surface: Surface, theme: Theme) -> None:
        if self.shown < STRIPS or self.picture is None:
            surface.blit(_empty(self.rect.size, self.scenery.first), self.rect.topleft)
        if self.picture is None:
            return
        come = Rect(0, 0, self.rect.w * self.shown // STRIPS, self.rect.h)
        surface.blit(self.picture, self.rect.topleft, come)
        around = surface.get_clip()
        clip = around.clip(come.move(self.rect.topleft))  # what has not come up is not repainted, and shows no life
        surface.set_clip(clip)
        self._draw_life(surface, clip)
        surface.set_clip(around)

    def _draw_life(self, surface: Surface, clip: Rect) -> None:
        """Draws lit windows, lights on the water and what goes by."""
        share = lit(self.scenery, evening(self.time))
        for place, window in self.windows:
            if window.after <= share and place.colliderect(clip):
                surface.blit(lamp(place.size, self.scenery.last.lamp), place.topleft)
        for place, on in self._glints:
            if on and place.colliderect(clip):
                surface.blit(glint(place.size, self.scenery.dark), place.topleft)
        for sprite, (place, shape) in zip(self.sprites, self._seen, strict=True):
            if place.colliderect(clip):
                surface.blit(drawn(sprite, place.size, shape, self.scenery.dark), place.topleft)


def _empty(size: tuple[int, int], light: Light) -> Surface:
    key = ("backdrop", size, light)
    return SURFACES.get(key) or SURFACES.put(key, backdrop(*size, light))
