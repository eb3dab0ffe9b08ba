"""A figure that leads to its account when it is pressed."""

from game.ui.labels import Chip
from game.ui.node import Surface
from game.ui.theme import HAIRLINE, Theme
from game.ui.vector import rounded


class Figure(Chip):
    """A chip that answers the pointer by an outline; its label says what it is, its value what its account tells."""

    role = "button"
    solid = True

    def draw(self, surface: Surface, theme: Theme) -> None:
        super().draw(surface, theme)
        if self.hovered and self.focusable:
            line = max(1.0, 1.6 * HAIRLINE * self.scale)
            edge = rounded(*self.rect.size, self.rect.h / 2, "none", theme.colour(self.colour), line)
            surface.blit(edge, self.rect.topleft)
