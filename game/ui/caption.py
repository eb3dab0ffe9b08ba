"""The captions under the screen: what is being said, a line or two at a time."""

from typing import Final

from game.ui import text
from game.ui.node import Node, Rect, Surface
from game.ui.theme import MEDIUM, L, Theme, rgb, scale_of

SIZE: Final = 26
LEADING: Final = 1.3
PAD: Final = 6
READ: Final = 15.0
"""Letters read in a second, by a room that looks up."""
LEAST: Final = 1.5
"""Seconds that a line stays at the least."""


class Caption(Node):
    """A band under the screens; what is longer than its lines goes on by itself."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said
        self.page = 0
        self.shown_for = 0.0
        self.rows = 1
        """Lines at a time: one beside the whole table, two where text is enlarged."""

    def tell(self, said: str) -> None:
        """Takes new words in the place of the old."""
        if said != self.said:
            self.said, self.page, self.shown_for = said, 0, 0.0
            self.invalidate()

    def arranged(self, size: tuple[int, int], enlarged: float) -> int:
        """Takes its place at the foot of a window and returns its height in pixels."""
        self.scale = scale_of(*size, enlarged)
        self.rows = 1 if enlarged <= 1 else 2
        high = round(self.rows * SIZE * LEADING * self.scale) + 2 * self.px(PAD)
        self.rect = Rect(0, size[1] - high, size[0], high)
        self.invalidate()
        return high

    def pages(self) -> list[tuple[str, ...]]:
        """Returns the words broken into lines, so many at a time."""
        room = self.rect.w - 2 * self.px(L)
        found = text.lines(self.said, SIZE * self.scale, MEDIUM, room)
        return [found[at : at + self.rows] for at in range(0, len(found), self.rows)] or [()]

    def animate(self, dt: float, theme: Theme) -> bool:
        """Turns to the next lines once these can have been read."""
        pages = self.pages()
        if self.page >= len(pages) - 1:
            return False
        self.shown_for += dt
        if self.shown_for >= max(LEAST, sum(map(len, pages[self.page])) / READ):
            self.page, self.shown_for = self.page + 1, 0.0
            self.invalidate()
        return True

    def draw(self, surface: Surface, theme: Theme) -> None:
        surface.fill(rgb(theme.header), self.rect)
        pages = self.pages()
        size, step = SIZE * self.scale, round(SIZE * LEADING * self.scale)
        shown = pages[min(self.page, len(pages) - 1)]
        y = self.rect.centery - step * len(shown) // 2
        for line in shown:
            drawn = text.text(line.rstrip(), size, MEDIUM, theme.on_header)
            surface.blit(drawn, (self.rect.centerx - drawn.get_width() // 2, y + (step - drawn.get_height()) // 2))
            y += step
