"""What is said of each moment of a sequence, one at a time, all arranged ahead; and how far the sequence is."""

from collections.abc import Sequence
from typing import Any, Final

from game.ui.node import Node, Rect, Surface, needed_height, wanted_height
from game.ui.theme import Theme
from game.ui.vector import svg

SIDE: Final = 16.0


class Slides(Node):
    """Shows one of several nodes, in the same place; the others are ready."""

    clips = True

    def __init__(self, slides: Sequence[Node], at: int = 0, **kwargs: Any) -> None:
        self.slides, self.at, self.drawn = list(slides), at, 0
        super().__init__(self.slides[at], **kwargs)

    def natural_height(self, width: int, scale: float) -> int:
        return max(wanted_height(slide, width, scale) for slide in self.slides)

    def least_height(self, width: int, scale: float) -> int:
        return max(needed_height(slide, width, scale) for slide in self.slides)

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        for slide in self.slides:
            slide.parent = self
            slide.arrange(rect, scale)

    def turn_to(self, at: int) -> None:
        """Shows another of them."""
        if at != self.at:
            self.at = at
            self.hold(self.slides[at])
            self.invalidate()

    def animate(self, dt: float, theme: Theme) -> bool:
        """Draws the slides to come aside, one a frame, so that turning to them costs nothing."""
        if self.drawn < len(self.slides) and self.rect:
            aside = Surface(self.rect.size)
            slide = self.slides[self.drawn]
            for node in slide.walk():
                node.draw(aside, theme)
            self.drawn += 1
            return True
        return False


class Progress(Node):
    """The moments of a sequence in a row: those that have landed are full, the present one is drawn larger."""

    role = "progress"

    def __init__(self, count: int, at: int, value: str = "", **kwargs: Any) -> None:
        super().__init__(value=value, **{"height": SIDE * 1.5} | kwargs)
        self.count, self.at = count, at

    def natural_width(self, scale: float) -> int:
        return round(SIDE * 1.75 * scale * max(1, self.count))

    def least_width(self, scale: float) -> int:
        return round(SIDE * scale * max(1, self.count))

    def turn_to(self, at: int) -> None:
        """Marks another moment."""
        if at != self.at:
            self.at = at
            self.invalidate()

    def draw(self, surface: Surface, theme: Theme) -> None:
        step, middle, body = self.rect.w / max(1, self.count), self.rect.h / 2, ""
        for at in range(self.count):
            radius = min(step * 0.4, self.px(SIDE * (0.62 if at == self.at else 0.4)) / 1.0)
            fill = theme.accent if at <= self.at else "none"
            edge = f'stroke="{theme.accent if at <= self.at else theme.edge}" stroke-width="{max(1, self.px(2))}"'
            body += f'<circle cx="{step * (at + 0.5):.1f}" cy="{middle:.1f}" r="{radius:.1f}" fill="{fill}" {edge}/>'
        surface.blit(svg(*self.rect.size, body), self.rect.topleft)
