"""A line that gives way: a name or a short fact that ends in an ellipsis where its place is too narrow."""

from game.ui import text
from game.ui.labels import Label
from game.ui.node import Surface
from game.ui.text import SHARES
from game.ui.theme import Theme

ELLIPSIS = "…"


class Line(Label):
    """A label that may be narrower than its words; a reader still hears all of them."""

    def least_width(self, scale: float) -> int:
        return min(self.natural_width(scale), round(60 * scale))

    def fitting(self) -> str:
        """Returns as much of the words as the place has room for."""
        size, room = self.size * self.scale, self.rect.w
        if text.width(self.words, size, self.weight) <= room:
            return self.words
        count = len(self.words) - 1
        while count > 1 and text.width(self.words[:count].rstrip() + ELLIPSIS, size, self.weight) > room:
            count -= 1
        return self.words[:count].rstrip() + ELLIPSIS

    def draw(self, surface: Surface, theme: Theme) -> None:
        if not self.words:
            return
        drawn = text.text(self.fitting(), self.size * self.scale, self.weight, theme.colour(self.colour))
        wide = drawn.get_width()
        x = self.along(self.rect, round((self.rect.w - wide) * SHARES[self.align]), wide)
        surface.blit(drawn, (x, self.rect.y + (self.rect.h - drawn.get_height()) // 2))
