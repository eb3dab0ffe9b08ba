"""The ring on screen: a drawing whose measures can be pressed, by mouse and by keyboard."""

from collections.abc import Mapping, Sequence
from typing import Any

from game.content.shapes import IndicatorId
from game.report.charts.ring import Station, places
from game.report.drawing import Drawing, text_width
from game.ui.causes.hand import Touch
from game.ui.charts import Chart
from game.ui.node import Node, Rect, Surface
from game.ui.theme import HAIRLINE, ROUND_S, Theme
from game.ui.vector import rounded


class Stop(Node):
    """A measure on the ring: its dot and its name, outlined under the pointer and when it is chosen."""

    role = "button"
    solid = counted = True
    round = ROUND_S

    def __init__(self, station: Station, chosen: bool, value: str) -> None:
        super().__init__(
            label=station.name, value=value, on_press=Touch(IndicatorId(station.id)), key=f"stop {station.id}"
        )
        self.chosen = chosen

    def draw(self, surface: Surface, theme: Theme) -> None:
        if self.chosen or self.hovered:
            line = (3.0 if self.chosen else 1.6 * HAIRLINE) * self.scale
            box = rounded(*self.rect.size, self.px(self.round), "none", theme.accent, max(1.0, line))
            surface.blit(box, self.rect.topleft)


class RingView(Chart):
    """A map of causes as a node; with `ends`, the measures can be pressed and it says which end each one is."""

    def __init__(
        self,
        drawing: Drawing,
        stations: Sequence[Station],
        text: float,
        ends: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(drawing, **kwargs)
        self.stations, self.text = stations, text
        if ends is not None:
            self.children = [Stop(each, each.id in ends, ends.get(each.id, "")) for each in stations]
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
        spots = places(self.stations, self.drawing.width, self.drawing.height, self.text)
        for child, station in zip(self.children, self.stations, strict=False):
            x, y = spots[station.id]
            wide, high = text_width(station.name, self.text) + self.text * 1.9, self.text * 1.6
            start = x - self.text * 0.75 if x > self.drawing.width / 2 else x + self.text * 0.75 - wide
            place = Rect(0, 0, round(wide * grain), round(high * grain))
            place.topleft = left + round(start * grain), top + round((y - high / 2) * grain)
            child.arrange(place.clamp(self.rect), scale)
