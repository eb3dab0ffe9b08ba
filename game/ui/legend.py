"""Marks that explain themselves: pointed at or reached by the keyboard, they open their legend above them."""

from collections.abc import Sequence
from typing import Any, Final

from game.ui import text
from game.ui.layout import Box
from game.ui.node import Rect, Surface
from game.ui.theme import HAIRLINE, MEDIUM, ROUND_M, SMALL, Theme
from game.ui.vector import rounded

PAD: Final = 14.0
AWAY: Final = 8.0
"""Between the legend and what it explains."""


class Legend(Box):
    """A column that can be pressed for more, and whose legend shows while it is pointed at or has the focus.

    The legend is as wide as the column, so that what stands beside it never covers it.
    """

    role = "button"
    solid = True
    round = ROUND_M

    def __init__(self, *children: Any, lines: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*children, **kwargs)
        self.lines = "\n".join(lines)

    def _bubble(self) -> Rect:
        pad = self.px(PAD)
        wide = self.rect.w + self.px(20)
        high = text.paragraph_height(self.lines, SMALL * self.scale, MEDIUM, wide - 2 * pad, 1.3, False) + 2 * pad
        top = self.rect.y - high - self.px(AWAY)
        return Rect(self.rect.centerx - wide // 2, max(0, top), wide, high)

    def bleed(self) -> Rect:
        return self.rect.union(self._bubble()) if self.rect else self.rect

    def draw_over(self, surface: Surface, theme: Theme) -> None:
        if not (self.hovered or self.focused):
            return
        around, box = self.rect.inflate(self.px(12), self.px(6)), self._bubble()
        line = max(1.0, 1.6 * HAIRLINE * self.scale)
        surface.blit(rounded(*around.size, self.px(ROUND_M), "none", theme.accent, line), around.topleft)
        surface.blit(rounded(*box.size, self.px(ROUND_M), theme.ink, theme.surface, line), box.topleft)
        size, wide = SMALL * self.scale, box.w - 2 * self.px(PAD)
        drawn = text.paragraph(self.lines, size, MEDIUM, theme.surface, wide, 1.3, False, "start")
        surface.blit(drawn, (box.x + self.px(PAD), box.y + self.px(PAD)))
