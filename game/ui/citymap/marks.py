"""What is written on the map: districts that light up, name plates, pins."""

import math
from typing import Any, Final

from attrs import frozen

from game.ui import text
from game.ui.citymap.land import points
from game.ui.citymap.plan import MapPlan, Point, View, beyond, bounds, inside
from game.ui.citymap.tints import class_of, tinted
from game.ui.node import Node, Rect, Surface
from game.ui.surfaces import Coat, Shade, cast, lay
from game.ui.theme import SEMIBOLD, Theme
from game.ui.vector import icon, svg

PIN: Final = 54.0
FALL: Final = 64.0
"""How far above its place a pin begins to fall."""


@frozen
class Sign:
    """What a district says on the map: its name, a short note, a tint by some level (`strength` 0 to 1)."""

    id: str
    name: str
    note: str = ""
    tint: str = ""
    strength: float = 0.0
    value: str = ""
    """The note in words, for a reader."""
    on_press: object = None


@frozen
class Pin:
    """Something decided, standing in a district; not `ready` while it is being built. `tone` is a colour token."""

    district: str
    icon: str
    tone: str
    label: str
    ready: bool = True
    on_press: object = None
    key: str = ""
    of: str = ""
    """The project it marks: it stands where the map draws it."""


class District(Node):
    """A district on the map: pressed anywhere inside its outline."""

    role = "district"
    own_ring = counted = True

    def __init__(self, sign: Sign, plan: MapPlan, chosen: bool, **kwargs: Any) -> None:
        said = sign.value or sign.note
        super().__init__(label=sign.name, value=said, on_press=sign.on_press, key=f"district {sign.id}", **kwargs)
        self.sign, self.chosen = sign, chosen
        self.spotlit = False
        """Whether what happens now happens here."""
        self.polygon = next(each.polygon for each in plan.districts if each.id == sign.id)
        self.extended = beyond(self.polygon, plan.size, 60)
        self.outline: list[Point] = []
        self.lit_outline: list[Point] = []

    def seen(self, view: View, at: tuple[int, int]) -> None:
        """Takes its outline in pixels, the map's corner being at `at`."""
        self.outline = [(x + at[0], y + at[1]) for x, y in (view.pixel(*corner) for corner in self.polygon)]
        self.lit_outline = [(x + at[0], y + at[1]) for x, y in (view.pixel(*corner) for corner in self.extended)]
        left, top, right, bottom = bounds(self.lit_outline)
        self.rect = Rect(math.floor(left), math.floor(top), math.ceil(right - left), math.ceil(bottom - top))

    def hits(self, at: tuple[int, int]) -> bool:
        return inside(at, self.lit_outline)

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(12), self.px(12))

    def draw(self, surface: Surface, theme: Theme) -> None:
        pad = self.px(6)
        if self.sign.tint:
            surface.blit(self._tinted(theme), (self.rect.x - pad, self.rect.y - pad))
        if (self.hovered and self.focusable) or self.focused or self.chosen:
            surface.blit(self._outlined(), (self.rect.x - pad, self.rect.y - pad))

    def _corners(self) -> list[Point]:
        pad = self.px(6)
        return [(x - self.rect.x + pad, y - self.rect.y + pad) for x, y in self.lit_outline]

    def _tinted(self, theme: Theme) -> Surface:
        """Returns the district in the colour and the pattern of its level."""
        corners, tint = self._corners(), theme.colour(self.sign.tint)
        ink = "#FFFFFF" if theme.dark else theme.ink
        body = tinted(corners, class_of(self.sign.strength), tint, ink, self.scale)
        body += f'<polygon points="{points(corners)}" fill="none" stroke="#FFFFFF" stroke-width="{self.px(4)}"/>'
        return svg(self.rect.w + 2 * self.px(6), self.rect.h + 2 * self.px(6), body)

    def _outlined(self) -> Surface:
        """Returns the line round a district that is pointed at or chosen."""
        inner, line = points(self._corners()), 'stroke-linejoin="round" stroke-width'
        body = (
            f'<polygon points="{inner}" fill="#FFFFFF" fill-opacity=".14" stroke="#FFD84D" {line}="{self.px(6)}"/>'
            f'<polygon points="{inner}" fill="none" stroke="#16202E" {line}="{self.px(2)}"/>'
        )
        return svg(self.rect.w + 2 * self.px(6), self.rect.h + 2 * self.px(6), body)


class Plate(Node):
    """A district's name on the map."""

    def __init__(self, sign: Sign, size: float) -> None:
        super().__init__(key=f"plate {sign.id}")
        self.sign, self.size = sign, size

    def natural_width(self, scale: float) -> int:
        size = self.size * scale
        note = text.width(self.sign.note, size, 700) + 10 * scale if self.sign.note else 0
        return math.ceil(text.width(self.sign.name, size, SEMIBOLD) + note + 28 * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return text.height(self.size * scale, SEMIBOLD) + round(12 * scale)

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(20), self.px(20))

    def draw(self, surface: Surface, theme: Theme) -> None:
        rect, size = self.rect, self.size * self.scale
        edge, line = theme.edge if theme.name == "contrast" else "", max(1.0, 1.5 * self.scale)
        lay(surface, rect, Coat(rect.h / 2, theme.surface, edge, line, Shade(4 * self.scale, 80, theme.shadow)))
        name = text.text(self.sign.name, size, SEMIBOLD, theme.ink)
        x, y = rect.x + self.px(14), rect.centery - name.get_height() // 2
        surface.blit(name, (x, y))
        if self.sign.note:
            note = text.text(self.sign.note, size, 700, theme.ink if self.sign.tint else theme.soft)
            surface.blit(note, (x + name.get_width() + self.px(10), y))


class PinMark(Node):
    """A pin: a drop with an icon, its point on the ground."""

    role = "pin"
    round = 27.0

    def __init__(self, pin: Pin) -> None:
        super().__init__(label=pin.label, on_press=pin.on_press, key=pin.key, width=PIN, height=PIN * 1.28)
        self.pin = pin
        self.spotlit = False
        self.since = 0.0
        """Seconds since it was put in the light: it lands, then rests."""

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(28), self.px(28)).union(self.rect.move(0, -self.px(FALL)))

    def animate(self, dt: float, theme: Theme) -> bool:
        """Lets the pin fall into its place when the light turns to it."""
        lasts = theme.motion.slow
        if not self.spotlit or self.since >= lasts:
            return False
        self.since = min(lasts, self.since + dt)
        self.invalidate()
        return self.since < lasts

    def spotlight(self, on: bool) -> None:
        """Puts the pin in the light, or takes it out."""
        if on != self.spotlit:
            self.spotlit, self.since = on, 0.0
            self.invalidate()

    def _lift(self, theme: Theme) -> int:
        """Returns how high the pin still hangs, in pixels: it falls, bounces once, and stands."""
        lasts = theme.motion.slow
        if not self.spotlit or not lasts or self.since >= lasts:
            return 0
        share = self.since / lasts
        high = 1 - (share / 0.55) ** 2 if share < 0.55 else 0.28 * math.sin((share - 0.55) / 0.45 * math.pi)
        return round(high * self.px(FALL))

    def draw(self, surface: Surface, theme: Theme) -> None:
        d, tone = float(self.rect.w), theme.colour(self.pin.tone)
        disc = Rect(self.rect.x, self.rect.y - self._lift(theme), self.rect.w, self.rect.w)
        cast(surface, disc, d / 2, Shade(4 * self.scale, 60, theme.shadow))
        fill, ink = (tone, theme.on_tech) if self.pin.ready else (theme.surface, tone)
        line = 3.4 if (self.hovered and self.focusable) or self.spotlit else 2.4
        edge = "#FFD84D" if self.spotlit else theme.surface if self.pin.ready else tone
        drop = (
            f"M{d / 2} {d * 1.25:.1f} L{d * 0.24:.1f} {d * 0.86:.1f} A{d * 0.47:.1f} {d * 0.47:.1f} 0 1 1 "
            f"{d * 0.76:.1f} {d * 0.86:.1f} Z"
        )
        paint = f'fill="{fill}" stroke="{edge}" stroke-width="{line * self.scale:.1f}" stroke-linejoin="round"'
        surface.blit(svg(d, d * 1.28, f'<path d="{drop}" {paint}/>'), disc.topleft)
        mark = icon(self.pin.icon, d * 0.54, ink, 2.2)
        surface.blit(mark, mark.get_rect(center=(disc.centerx, disc.centery + self.px(1))))
