"""The report's drawings on screen: shapes as SVG, words by our own text, in the colours of the theme."""

from typing import Any, Final

from attrs import evolve

from game.report.drawing import Drawing, Text, to_svg
from game.ui import text
from game.ui.node import Node, Rect, Surface
from game.ui.theme import Theme
from game.ui.vector import SURFACES, for_screen, rasterise

ANCHORS: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Palette(dict[str, str]):
    """A theme's colours by token, as a drawing asks for them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def __missing__(self, name: str) -> str:
        return self.theme.colour(name)


def draw_display_list(drawing: Drawing, surface: Surface, rect: Rect, theme: Theme) -> None:
    """Draws a drawing in a rectangle, as large as fits, centred."""
    scale = min(rect.w / drawing.width, rect.h / drawing.height)
    wide, high = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    left, top = rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2
    surface.blit(_shapes(drawing, (wide, high), theme), (left, top))
    for mark in drawing.marks:
        if isinstance(mark, Text) and mark.text:
            size, weight = mark.size * scale, _weight(mark.weight)
            line = text.text(mark.text, size, weight, theme.colour(mark.fill))
            x = left + mark.x * scale - ANCHORS[mark.anchor] * line.get_width()
            surface.blit(line, (round(x), round(top + mark.y * scale - text.ascent(size, weight))))


def _weight(weight: int) -> int:
    return min(text.FACES, key=lambda face: abs(face - weight))


def _shapes(drawing: Drawing, size: tuple[int, int], theme: Theme) -> Surface:
    key = ("drawing", drawing, size, theme.name)
    found = SURFACES.get(key)
    if found is not None:
        return found
    bare = evolve(drawing, marks=tuple(mark for mark in drawing.marks if not isinstance(mark, Text)))
    return SURFACES.put(key, for_screen(rasterise(to_svg(bare, Palette(theme), "chart"), *size)))


class Chart(Node):
    """A drawing of the report as a node; it reads as its title and description."""

    role = "chart"

    def __init__(self, drawing: Drawing, **kwargs: Any) -> None:
        super().__init__(label=drawing.title, value=drawing.description, **kwargs)
        self.drawing = drawing

    def natural_width(self, scale: float) -> int:
        return round(self.drawing.width * scale)

    def least_width(self, scale: float) -> int:
        return 0

    def natural_height(self, width: int, scale: float) -> int:
        return round(width * self.drawing.height / self.drawing.width)

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def draw(self, surface: Surface, theme: Theme) -> None:
        draw_display_list(self.drawing, surface, self.rect, theme)
