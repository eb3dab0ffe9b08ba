"""A panel over most of the screen, for what asks to be read at leisure; the screen below stays in sight at its edge."""

from typing import Any

from game.ui.node import Node, Rect, Surface, wanted_height
from game.ui.panels import Leaf, veil
from game.ui.theme import LOW, XL, L, M, Theme


class Sheet(Node):
    """A panel with a margin round it, that keeps all input until it is closed. Escape sends `on_cancel`.

    `snug` makes it no taller than what it holds.
    """

    role = "dialog"
    modal = solid = True

    def __init__(
        self, title: str, *body: Node, on_cancel: object, margin: float = L, snug: bool = False, **kwargs: Any
    ) -> None:
        self.panel = Leaf(*body, pad=(L, XL, M, XL), gap=M)
        super().__init__(self.panel, label=title, **kwargs)
        self.on_cancel, self.margin, self.snug = on_cancel, margin, snug

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        margin = self.margin if rect.h >= LOW * scale else self.margin / 2
        around = 2 * round(margin * scale)
        place = rect.inflate(-around, -around)
        if self.snug:
            place.h = min(place.h, wanted_height(self.panel, place.w, scale))
            place.centery = rect.centery
        self.panel.arrange(place, scale)

    def draw(self, surface: Surface, theme: Theme) -> None:
        surface.blit(veil(self.rect.size, theme), self.rect.topleft)
