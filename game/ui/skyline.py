"""The picture behind the title: a city seen from the sea, with clouds, gulls and a tram that go by."""

from typing import Any, Final

from attrs import frozen

from game.ui.node import Node, Rect, Surface
from game.ui.skylineart import HIGH, QUAY, WIDE, skyline_svg
from game.ui.theme import Theme
from game.ui.vector import SURFACES, for_screen, rasterise, svg


@frozen
class Sprite:
    """Something that crosses the picture: its shape, size and height in sheet units, its speed in units a second."""

    name: str
    size: tuple[float, float]
    top: float
    start: float
    speed: float


CLOUD: Final = "M20 76a20 20 0 0 1 6 -39a34 34 0 0 1 64 -8a26 26 0 0 1 42 12a18 18 0 0 1 6 35z"
SPRITES: Final = (
    Sprite("cloud", (170, 86), 110, 240, 7),
    Sprite("cloud", (240, 122), 196, 1040, 10),
    Sprite("cloud", (130, 66), 322, 1640, 5),
    Sprite("gull", (34, 14), 566, 900, 34),
    Sprite("gull", (26, 11), 596, 850, 34),
    Sprite("gull", (22, 9), 552, 830, 34),
    Sprite("tram", (214, 44), QUAY - 27, 300, 58),
)


class Skyline(Node):
    """Fills its place with the skyline; put words on its upper part. Still when the theme has no motion."""

    role = "image"

    def __init__(self, seed: int = 4, key: str = "skyline", **kwargs: Any) -> None:
        super().__init__(key=key, **kwargs)
        self.seed, self.time = seed, 0.0
        self._places: list[Rect] = []

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, Skyline):
            self.time = previous.time

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def _grain(self) -> float:
        """Returns the pixels of a sheet unit: the sheet covers the place, standing on its lower edge."""
        return max(self.rect.w / WIDE, self.rect.h / HIGH)

    def _place(self, sprite: Sprite) -> Rect:
        grain = self._grain()
        wide, high = sprite.size
        span = WIDE + wide + 120
        across = (sprite.start + self.time * sprite.speed) % span - wide - 60
        left = self.rect.centerx + (across - WIDE / 2) * grain
        top = self.rect.bottom - (HIGH - sprite.top) * grain
        return Rect(round(left), round(top), max(1, round(wide * grain)), max(1, round(high * grain)))

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        self._places = [self._place(sprite) for sprite in SPRITES]

    def animate(self, dt: float, theme: Theme) -> bool:
        """Moves what goes by; only a sprite that reaches another pixel is painted again."""
        if not theme.motion.calm:
            return False
        self.time += dt
        places = [self._place(sprite) for sprite in SPRITES]
        for before, after in zip(self._places, places, strict=True):
            if before != after:
                self._damaged(before.union(after) if before.colliderect(after) else after)
                if not before.colliderect(after):
                    self._damaged(before)
        self._places = places
        return True

    def _damaged(self, where: Rect) -> None:
        node: Node = self
        while node.parent is not None:
            node = node.parent
        node.damage.append(where.clip(self.rect))

    def draw(self, surface: Surface, theme: Theme) -> None:
        size = self.rect.size
        key = ("skyline", self.seed, size, theme.dark)
        picture = SURFACES.get(key)
        if picture is None:
            picture = for_screen(rasterise(skyline_svg(*size, self.seed, theme.dark), *size))
            SURFACES.put(key, picture)
        surface.blit(picture, self.rect.topleft)
        for sprite, place in zip(SPRITES, self._places, strict=True):
            if place.colliderect(surface.get_clip()):
                surface.blit(_drawn(sprite, place, theme.dark), place.topleft)


def _drawn(sprite: Sprite, place: Rect, night: bool) -> Surface:
    match sprite.name:
        case "cloud":
            paint = 'fill="#FFFFFF" fill-opacity="' + (".10" if night else ".72") + '"'
            return _scaled(place, (154, 78), f'<path d="{CLOUD}" {paint}/>')
        case "gull":
            wings = (
                f'stroke="{"#B9C4D3" if night else "#5A6B7E"}" stroke-width="2.6" stroke-linecap="round" fill="none"'
            )
            return _scaled(place, (34, 14), f'<path d="M2 9q7 -9 15 2q8 -11 15 -2" {wings}/>')
        case _:
            return _scaled(place, (214, 44), _tram(night))


def _tram(night: bool) -> str:
    glass, body = ("#FFD98A", "#8FA6C4") if night else ("#CFE6F0", "#FFFFFF")
    panes = "".join(f'<rect x="{x}" y="11" width="24" height="14" rx="2" fill="{glass}"/>' for x in range(16, 190, 31))
    return (
        f'<path d="M4 40V14Q6 4 18 4H196Q208 4 210 14V40Z" fill="{body}" stroke="#5A6B7E" stroke-width="1.2"/>{panes}'
        '<path d="M4 29H210V40H4Z" fill="#1F4FD8"/><path d="M72 4V40M142 4V40" stroke="#5A6B7E" stroke-width="2"/>'
        '<path d="M98 4L107 -1L116 4" fill="none" stroke="#5A6B7E" stroke-width="1.6"/>'
        '<path d="M22 40h26M166 40h26M94 40h26" stroke="#2A384C" stroke-width="5"/>'
    )


def _scaled(place: Rect, sheet: tuple[float, float], body: str) -> Surface:
    across, down = place.w / sheet[0], place.h / sheet[1]
    return svg(*place.size, f'<g transform="scale({across:.4f} {down:.4f})">{body}</g>')
