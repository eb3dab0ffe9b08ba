"""Surfaces that hold things: panels, cards that can be pressed, bands, and dialogs that hold the input."""

from typing import Any

from game.ui.labels import heading
from game.ui.layout import Box, Pad, flow
from game.ui.node import Node, Rect, Surface, wanted_height
from game.ui.scroll import ScrollColumn
from game.ui.surfaces import Coat, Shade, lay
from game.ui.theme import HAIRLINE, LOW, ROUND_L, TITLE, XL, L, M, S, Theme, rgb
from game.ui.vector import SURFACES, svg


class Panel(Box):
    """A column on a surface of its own. `fill` and `stroke` are tokens ("" for none); `raised` casts a shadow."""

    solid = True

    def __init__(
        self,
        *children: Node,
        fill: str = "surface",
        stroke: str = "line",
        raised: bool = True,
        radius: float = ROUND_L,
        pad: Pad = L,
        gap: float = M,
        **kwargs: Any,
    ) -> None:
        super().__init__(*children, pad=pad, gap=gap, **kwargs)
        self.fill, self.stroke, self.raised, self.round = fill, stroke, raised, radius

    def _lift(self) -> float:
        return 1.0

    def _edge(self, theme: Theme) -> tuple[str, float]:
        return (theme.colour(self.stroke) if self.stroke else "", HAIRLINE)

    def bleed(self) -> Rect:
        around = self.px(40) if self.raised else 0
        return self.rect.inflate(around, around)

    def draw(self, surface: Surface, theme: Theme) -> None:
        colour, line = self._edge(theme)
        fill = theme.colour(self.fill) if self.fill else "none"
        if not self.round and not colour and fill != "none":
            surface.fill(rgb(fill), self.rect)
            return
        shade = Shade(7 * self._lift() * self.scale, theme.shadow_alpha, theme.shadow)
        casts = self.raised and self.fill and theme.shadow_alpha
        coat = Coat(self.round * self.scale, fill, colour, max(1.0, line * self.scale), shade if casts else None)
        lay(surface, self.rect, coat)


class Leaf(Panel):
    """A panel in whose margin the bars of its columns stand, so that text, cards and buttons end on one line."""

    def __init__(self, *children: Node, **kwargs: Any) -> None:
        super().__init__(*children, **kwargs)
        self.bars = [_ended_by(child) for child in children]
        for column in filter(None, self.bars):
            column.gives = False  # its bar takes nothing from what it holds

    def _shared(self, room: int, scale: float) -> list[int]:
        pairs = zip(super()._shared(room, scale), self.bars, strict=True)
        return [wide + (round(column.pad[1] * scale) if column else 0) for wide, column in pairs]


def _ended_by(node: Node) -> ScrollColumn | None:
    """Returns the column that a node is, or that ends its row."""
    if isinstance(node, Box) and not node.down and node.children:
        return _ended_by(node.children[-1])
    return node if isinstance(node, ScrollColumn) else None


class Card(Panel):
    """A panel that can be pressed and chosen: its edge answers the pointer."""

    role = "button"
    counted = True

    def __init__(self, *children: Node, chosen: bool = False, tone: str = "accent", **kwargs: Any) -> None:
        super().__init__(*children, **kwargs)
        self.chosen, self.tone = chosen, tone
        if chosen and not self.value:
            self.value = "on"

    def _lift(self) -> float:
        return 1.5 if self.hovered and self.focusable and not self.pressed else 1.0

    def _edge(self, theme: Theme) -> tuple[str, float]:
        if self.chosen:
            return theme.colour(self.tone), 4.0
        if self.hovered and self.focusable:
            return theme.colour(self.tone), 2.5
        return super()._edge(theme)

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(64), self.px(64))


class Band(Box):
    """The coloured top of a card, its upper corners rounded like the card's."""

    def __init__(
        self, *children: Node, colour: str, radius: float = ROUND_L, pad: Pad = (10, 16), **kwargs: Any
    ) -> None:
        settings: dict[str, Any] = {"down": False, "align": "center", "gap": S + 2}
        super().__init__(*children, pad=pad, **(settings | kwargs))
        self.colour, self.round = colour, radius

    def draw(self, surface: Surface, theme: Theme) -> None:
        (wide, high), turn = self.rect.size, self.round * self.scale
        arc = f"A{turn} {turn} 0 0 1"
        path = f"M0 {high} V{turn} {arc} {turn} 0 H{wide - turn} {arc} {wide} {turn} V{high} Z"
        surface.blit(svg(wide, high, f'<path d="{path}" fill="{theme.colour(self.colour)}"/>'), self.rect.topleft)


class Dialog(Node):
    """A panel over a veil that keeps all input until it is answered.

    `actions` stand in a row at the end, or in more; what does not fit scrolls. Escape sends `on_cancel`.
    """

    role = "dialog"
    modal = solid = True

    def __init__(
        self,
        title: str,
        *body: Node,
        actions: tuple[Node, ...] = (),
        across: float = 880,
        on_cancel: object = None,
        **kwargs: Any,
    ) -> None:
        self.panel = Leaf(
            *([heading(title, TITLE + 2)] if title else []),
            ScrollColumn(*body, gap=M, key=f"{title} scroll"),
            *([flow(*actions, gap=M, justify="end")] if actions else []),
            pad=XL, gap=L,
        )  # fmt: skip
        super().__init__(self.panel, label=title, **kwargs)
        self.across, self.on_cancel = across, on_cancel

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def least_width(self, scale: float) -> int:
        return 0

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        margin = round((XL if rect.h >= LOW * scale else S) * scale)
        wide = min(round(self.across * scale), rect.w - 2 * margin)
        high = min(wanted_height(self.panel, wide, scale), rect.h - 2 * margin)
        place = Rect(0, 0, wide, high)
        place.center = rect.center
        self.panel.arrange(place, scale)

    def draw(self, surface: Surface, theme: Theme) -> None:
        surface.blit(veil(self.rect.size, theme), self.rect.topleft)


def veil(size: tuple[int, int], theme: Theme) -> Surface:
    """Returns the translucent sheet that sets back what lies under a dialog."""
    key = ("veil", size, theme.veil, theme.veil_alpha)
    found = SURFACES.get(key)
    if found is not None:
        return found
    sheet = Surface(size)
    sheet.fill(rgb(theme.veil))
    sheet.set_alpha(round(255 * theme.veil_alpha))
    return SURFACES.put(key, sheet)
