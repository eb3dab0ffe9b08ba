"""The waterfall of a change, each of its bars to be pressed for more."""

from collections.abc import Sequence
from typing import Any

from game.report.charts.axes import NARROW
from game.report.drawing import Drawing
from game.report.drawing import Rect as Bar
from game.ui.charts import Chart
from game.ui.debrief.fit import TEXT
from game.ui.inquiry.question import Asked
from game.ui.node import Node, Rect, Surface
from game.ui.theme import HAIRLINE, ROUND_M, Theme
from game.ui.vector import rounded


class CauseRow(Node):
    """One bar of the chart with its name: answers the pointer by an outline, so that nothing is covered."""

    role = "button"
    solid = counted = True
    round = ROUND_M

    def __init__(self, name: str, value: str, chosen: bool) -> None:
        super().__init__(label=name, value=value, on_press=Asked(name), key=f"cause {name}")
        self.chosen = chosen

    def draw(self, surface: Surface, theme: Theme) -> None:
        if not self.chosen and not self.hovered:
            return
        line = (3.0 if self.chosen else 1.6 * HAIRLINE) * self.scale
        box = rounded(*self.rect.size, self.px(self.round), "none", theme.accent, max(1.0, line))
        surface.blit(box, self.rect.topleft)


class CauseChart(Chart):
    """A waterfall whose rows can be pressed; `rows` are the names of the causes and their changes, from the top."""

    def __init__(self, drawing: Drawing, rows: Sequence[tuple[str, str]], chosen: str, **kwargs: Any) -> None:
        super().__init__(drawing, **kwargs)
        self.children = [CauseRow(name, value, name == chosen) for name, value in rows]
        for child in self.children:
            child.parent = self

    def natural_width(self, scale: float) -> int:
        return round(self.drawing.width * scale)

    def least_width(self, scale: float) -> int:
        return 0

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        grain = min(rect.w / self.drawing.width, rect.h / self.drawing.height)
        left = rect.x + (rect.w - round(self.drawing.width * grain)) // 2
        top = rect.y + (rect.h - round(self.drawing.height * grain)) // 2
        for child, (y, high) in zip(self.children, self._rows(), strict=True):
            place = (left, top + round(y * grain), round(self.drawing.width * grain), round(high * grain))
            child.arrange(Rect(place), scale)

    def _rows(self) -> list[tuple[float, float]]:
        """Returns top and height of each row in the drawing's units: its bar, and its name beside or above it."""
        bars = [mark for mark in self.drawing.marks if isinstance(mark, Bar) and mark.tip]
        if not bars:
            return []
        pitch = bars[1].y - bars[0].y if len(bars) > 1 else bars[0].height * 1.5
        above = pitch - bars[0].height
        if self.drawing.width >= NARROW * TEXT:
            above /= 2
        else:
            above -= TEXT * 0.25
        return [(bar.y - above + 2, pitch - 4) for bar in bars]
