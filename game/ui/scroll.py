"""A column taller than its place: wheel, keys and a bar that can be dragged."""

from typing import Any, Final

from game.ui.layout import Box
from game.ui.node import Node, Rect, Surface, wanted_height
from game.ui.theme import Theme
from game.ui.vector import rounded, svg

GUTTER: Final = 22
"""Room that the bar takes from the content where there is more than fits."""
NOTCH: Final = 90
"""Design units scrolled by one notch of the wheel or one arrow key."""
LEAST: Final = 130
RING_ROOM: Final = 9
"""Room at the sides for the focus ring of what fills the width."""


class ScrollColumn(Box):
    """A column that shows part of its content; give it a key so that its position outlives a rebuild.

    `fade` is the colour of what lies under it ("" for none): what goes on beyond an edge fades into it. A `steady` one
    keeps the room of its bar, so that its columns stand under those above it.
    """

    role = "scroll"
    clips = True
    round = 8.0

    def __init__(
        self, *children: Node, at_end: bool = False, fade: str = "surface", steady: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*children, **{"pad": (8, GUTTER, 8, 0)} | kwargs)
        self.gives, self.barred = self.pad[1] == GUTTER and not steady, True
        """Whether the content has the bar's room where none is needed; whether the bar takes it now."""
        self.fade = fade
        self.offset = 0.0
        self.content = 0
        self.at_end = at_end
        self._held: int | None = None

    @property
    def focusable(self) -> bool:
        """Whether the keyboard stops here: only when there is more to read and nothing inside to stop at."""
        inside = (node for child in self.children for node in child.walk())
        return self.room > 0 and not any(node.focusable for node in inside)

    @property
    def room(self) -> int:
        """Returns the pixels hidden above and below together."""
        return max(0, self.content - self.rect.h)

    def natural_width(self, scale: float) -> int:
        return super().natural_width(scale) + self._spared(scale)

    def least_width(self, scale: float) -> int:
        return super().least_width(scale) + self._spared(scale)

    def _spared(self, scale: float) -> int:
        """Returns the pixels that a bar would take and does not."""
        return round(GUTTER * scale) - round(self.pad[3] * scale) if self.gives and not self.barred else 0

    def natural_height(self, width: int, scale: float) -> int:
        """Returns the height of what it holds where no bar stands beside it."""
        taken = round(GUTTER * scale) - round(self.pad[3] * scale) if self.gives and self.barred else 0
        return super().natural_height(width + taken, scale)

    def least_height(self, width: int, scale: float) -> int:
        return min(self.natural_height(width, scale), round(LEAST * scale))

    def arrange(self, rect: Rect, scale: float) -> None:
        self._arrange(rect, scale)
        if not self.label and self.focusable:
            words = (node.label for child in self.children for node in child.walk() if node.label)
            self.label = next(words, "")  # a stop of the keyboard has a name: what it begins with

    def _arrange(self, rect: Rect, scale: float) -> None:
        if self.scale != scale:
            self.offset *= scale / self.scale
        self.rect, self.scale = Rect(rect), scale
        self._measure(scale)
        if self.at_end:
            self.offset, self.at_end = float(self.room), False
        self.offset = min(max(0.0, self.offset), float(self.room))
        self._arrange_content()

    def _measure(self, scale: float) -> None:
        """Measures the content at the whole width, then beside a bar when it is taller than its place."""
        self._bar(False)
        self.content = self.natural_height(self.rect.w, scale)
        if self.gives and self.content > self.rect.h:
            self._bar(True)
            self.content = super().natural_height(self.rect.w, scale)

    def _bar(self, barred: bool) -> None:
        if self.gives:
            top, _, bottom, start = self.pad
            self.barred, self.pad = barred, (top, GUTTER if barred else start, bottom, start)

    def _arrange_content(self) -> None:
        place = Rect(self.rect.x, self.rect.y - round(self.offset), self.rect.w, max(self.content, self.rect.h))
        inner = self.inner(place, self.scale)
        widths = self._widths(inner.w, self.scale)
        heights = [wanted_height(child, wide, self.scale) for child, wide in zip(self.children, widths, strict=True)]
        self._place(inner, widths, heights, self.scale)

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, ScrollColumn) and not self.at_end:
            self.offset, self.scale = previous.offset, previous.scale

    def scroll(self, pixels: float) -> bool:
        """Moves by that many pixels and says whether it could."""
        goal = min(max(0.0, self.offset + pixels), float(self.room))
        if goal == self.offset:
            return False
        self.offset = goal
        self._arrange_content()
        self.invalidate()
        return True

    def page(self, name: str) -> bool:
        """Answers the keys page up, page down, home and end."""
        step = self.rect.h * 0.85
        moves = {"page up": -step, "page down": step, "home": -self.offset, "end": float(self.room)}
        return self.scroll(moves[name])

    def reveal(self, rect: Rect) -> None:
        """Scrolls so that a rectangle of the content shows, with a margin."""
        margin = self.px(24)
        if rect.top - margin < self.rect.top:
            self.scroll(rect.top - margin - self.rect.top)
        elif rect.bottom + margin > self.rect.bottom:
            self.scroll(min(rect.bottom + margin - self.rect.bottom, rect.top - margin - self.rect.top))

    def wheel(self, turn: float) -> bool:
        return self.scroll(-turn * self.px(NOTCH))

    def steer(self, direction: str) -> bool:
        return direction in ("up", "down") and self.scroll(self.px(NOTCH) * (1 if direction == "down" else -1))

    def thumb(self) -> Rect:
        """Returns the handle of the bar; empty when all shows."""
        if not self.room:
            return Rect(0, 0, 0, 0)
        track = self.rect.inflate(0, -self.px(12))
        high = max(self.px(48), round(track.h * self.rect.h / self.content))
        y = track.y + round((track.h - high) * self.offset / self.room)
        return Rect(self.along(self.rect, self.rect.w - self.px(14), self.px(9)), y, self.px(9), high)

    def grab(self, at: tuple[int, int]) -> bool:
        gutter = self.px(GUTTER)
        left = self.along(self.rect, self.rect.w - gutter, gutter)
        if not self.room or not left <= at[0] < left + gutter:
            return False
        thumb = self.thumb()
        self._held = at[1] - thumb.y if thumb.top <= at[1] <= thumb.bottom else thumb.h // 2
        self.drag(at)
        return True

    def drag(self, at: tuple[int, int]) -> None:
        track = self.rect.inflate(0, -self.px(12))
        free = track.h - self.thumb().h
        if self._held is not None and free > 0:
            self.scroll((at[1] - self._held - track.y) / free * self.room - self.offset)

    def clip(self) -> Rect:
        return self.rect.inflate(2 * self.px(RING_ROOM), 0)

    def draw_over(self, surface: Surface, theme: Theme) -> None:
        high = self.px(30)
        if not self.room or not self.fade:
            return
        colour, wide = theme.colour(self.fade), self.rect.w - self.px(GUTTER)
        left = self.along(self.rect, 0, wide)
        if self.offset > 0:
            surface.blit(_fading(wide, high, colour, 1, 0), (left, self.rect.top))
        if self.offset < self.room:
            surface.blit(_fading(wide, high, colour, 0, 1), (left, self.rect.bottom - high))

    def draw(self, surface: Surface, theme: Theme) -> None:
        thumb = self.thumb()
        if thumb.h:
            track = Rect(thumb.x, self.rect.y + self.px(6), thumb.w, self.rect.h - self.px(12))
            surface.blit(rounded(*track.size, track.w / 2, theme.track), track.topleft)
            surface.blit(rounded(*thumb.size, thumb.w / 2, theme.edge), thumb.topleft)


def _fading(width: int, height: int, colour: str, above: float, below: float) -> Surface:
    """Returns a strip that goes from one opacity to another."""
    ends = ((0, above), (1, below))
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{share}"/>' for at, share in ends)
    # in user space: SDL_image reads a gradient's own 0…1 box as pixels
    line = f'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="{height}"'
    shade = f'<linearGradient id="f" {line}>{stops}</linearGradient>'
    return svg(width, height, f'<defs>{shade}</defs><rect width="{width}" height="{height}" fill="url(#f)"/>')
