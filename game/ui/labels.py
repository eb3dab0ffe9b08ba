"""What is read: lines, paragraphs, icons, chips, dividers, bars and numbers that move."""

import math
from collections.abc import Callable
from typing import Any, Final

from game.ui import text
from game.ui.node import Node, Rect, Surface
from game.ui.text import SHARES
from game.ui.theme import BODY, MEDIUM, NUMBER, REGULAR, ROUND_M, SEMIBOLD, SMALL, Theme, rgb
from game.ui.vector import icon, rounded, svg

OPPOSITE: Final = {"start": "end", "center": "center", "end": "start"}


class Label(Node):
    """One line of text. `colour` is a token of the theme; `tabular` keeps running digits still."""

    role = "text"

    def __init__(
        self,
        words: str,
        size: float = BODY,
        weight: int = REGULAR,
        colour: str = "ink",
        align: str = "start",
        tabular: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("label", words)
        super().__init__(**kwargs)
        self.words, self.size, self.weight, self.colour = words, size, weight, colour
        self.align, self.tabular = align, tabular

    def natural_width(self, scale: float) -> int:
        return math.ceil(text.width(self.words, self.size * scale, self.weight, self.tabular))

    def natural_height(self, width: int, scale: float) -> int:
        return text.height(self.size * scale, self.weight)

    def draw(self, surface: Surface, theme: Theme) -> None:
        if not self.words:
            return
        drawn = text.text(
            self.words, self.size * self.scale, self.weight, theme.colour(self.colour), self.tabular
        )
        wide = drawn.get_width()
        x = self.along(self.rect, round((self.rect.w - wide) * SHARES[self.align]), wide)
        surface.blit(drawn, (x, self.rect.y + (self.rect.h - drawn.get_height()) // 2))


class Paragraph(Node):
    """Text broken to its width. `balanced` evens the lines of a title."""

    role = "text"

    def __init__(
        self,
        words: str,
        size: float = BODY,
        weight: int = REGULAR,
        colour: str = "ink",
        align: str = "start",
        leading: float = text.LEADING,
        balanced: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("label", words)
        super().__init__(**kwargs)
        self.words, self.size, self.weight, self.colour = words, size, weight, colour
        self.align, self.leading, self.balanced = align, leading, balanced

    def natural_width(self, scale: float) -> int:
        return math.ceil(max(text.width(line, self.size * scale, self.weight) for line in self.words.split("\n")))

    def least_width(self, scale: float) -> int:
        return math.ceil(text.longest_word(self.words, self.size * scale, self.weight))

    def natural_height(self, width: int, scale: float) -> int:
        if not self.words:
            return 0
        size = self.size * scale
        return text.paragraph_height(self.words, size, self.weight, width, self.leading, self.balanced)

    def draw(self, surface: Surface, theme: Theme) -> None:
        if not self.words:
            return
        size, colour = self.size * self.scale, theme.colour(self.colour)
        align = OPPOSITE[self.align] if self.mirrored else self.align
        drawn = text.paragraph(self.words, size, self.weight, colour, self.rect.w, self.leading, self.balanced, align)
        surface.blit(drawn, (self.rect.x + round((self.rect.w - drawn.get_width()) * SHARES[align]), self.rect.y))


class Icon(Node):
    """An icon of `assets/icons`; silent unless it is given a label."""

    role = "image"

    def __init__(self, name: str, size: float = 26, colour: str = "ink", weight: float = 2.0, **kwargs: Any) -> None:
        super().__init__(**{"width": size, "height": size} | kwargs)
        self.name, self.size, self.colour, self.weight = name, size, colour, weight

    def draw(self, surface: Surface, theme: Theme) -> None:
        drawn = icon(self.name, self.size * self.scale, theme.colour(self.colour), self.weight)
        surface.blit(drawn, drawn.get_rect(center=self.rect.center))


class Tile(Icon):
    """An icon in a tinted square, or in a disc when `disc`."""

    def __init__(self, name: str, colour: str, tint: str, size: float = 48, disc: bool = False, **kwargs: Any) -> None:
        super().__init__(name, size * 0.58, colour, 2.2, width=size, height=size, **kwargs)
        self.tint, self.disc = tint, disc

    def draw(self, surface: Surface, theme: Theme) -> None:
        side = min(self.rect.size)
        radius = side / 2 if self.disc else self.px(ROUND_M)
        box = rounded(side, side, radius, theme.colour(self.tint))
        surface.blit(box, box.get_rect(center=self.rect.center))
        super().draw(surface, theme)


class Chip(Node):
    """A short fact in a pill: an icon, a few words."""

    role = "text"
    tall = 38.0

    def __init__(
        self,
        words: str,
        icon: str = "",
        colour: str = "ink",
        tint: str = "sunken",
        size: float = SMALL,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("label", words)
        super().__init__(**kwargs)
        self.words, self.icon, self.colour, self.tint, self.size = words, icon, colour, tint, size

    def natural_width(self, scale: float) -> int:
        mark = (self.size * 1.1 + 8 if self.icon else 0) * scale
        return math.ceil(text.width(self.words, self.size * scale, SEMIBOLD) + mark) + round(28 * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return max(round(self.tall * scale), text.height(self.size * scale, SEMIBOLD) + round(8 * scale))

    def draw(self, surface: Surface, theme: Theme) -> None:
        rect, colour = self.rect, theme.colour(self.colour)
        surface.blit(rounded(*rect.size, rect.h / 2, theme.colour(self.tint)), rect.topleft)
        words = text.text(self.words, self.size * self.scale, SEMIBOLD, colour)
        mark = icon(self.icon, self.size * 1.1 * self.scale, colour, 2.2) if self.icon else None
        wide = words.get_width() + (mark.get_width() + self.px(8) if mark else 0)
        start = (rect.w - wide) // 2
        if mark:
            x = self.along(rect, start, mark.get_width())
            surface.blit(mark, (x, rect.centery - mark.get_height() // 2))
            start += mark.get_width() + self.px(8)
        x = self.along(rect, start, words.get_width())
        surface.blit(words, (x, rect.centery - words.get_height() // 2))


class Divider(Node):
    """A hairline between two things, lying in a column, standing in a row (`upright`)."""

    def __init__(self, colour: str = "line", upright: bool = False, **kwargs: Any) -> None:
        super().__init__(**({"width": 1.5} if upright else {"height": 1.5}) | kwargs)
        self.colour = colour

    def draw(self, surface: Surface, theme: Theme) -> None:
        surface.fill(rgb(theme.colour(self.colour)), self.rect)


class Bar(Node):
    """A level between 0 and 1 that glides to its new value; `mark` shows where it stood."""

    role = "progress"

    def __init__(
        self, level: float, colour: str = "accent", mark: float | None = None, height: float = 14, **kwargs: Any
    ) -> None:
        super().__init__(height=height, **kwargs)
        self.level, self.colour, self.mark = level, colour, mark
        self.shown = level

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, Bar):
            self.shown = previous.shown

    def animate(self, dt: float, theme: Theme) -> bool:
        return glide(self, self.level, dt, theme.motion.slow)

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(4), self.px(10))

    def draw(self, surface: Surface, theme: Theme) -> None:
        rect, end = self.rect, self.rect.h / 2
        surface.blit(rounded(*rect.size, end, theme.track), rect.topleft)
        filled = round(rect.w * min(1.0, max(0.0, self.shown)))
        if filled > 0:  # one full bar, clipped: a bar per width would fill the cache while it glides
            full = rounded(*rect.size, end, theme.colour(self.colour))
            wide, cap = max(filled, rect.h), math.ceil(end)
            left = self.along(rect, 0, wide)
            surface.blit(full, (left, rect.y), (0, 0, wide - cap, rect.h))
            surface.blit(full, (left + wide - cap, rect.y), (rect.w - cap, 0, cap, rect.h))
        if self.mark is not None:
            x = self.along(rect, round(rect.w * min(1.0, max(0.0, self.mark))), 0)
            tick = Rect(x - self.px(1), rect.y - self.px(3), max(2, self.px(2.5)), rect.h + self.px(6))
            surface.fill(rgb(theme.ink), tick)


class Number(Label):
    """A number that counts up or down to its new value; `written` makes its text."""

    def __init__(
        self,
        amount: float,
        written: Callable[[float], str],
        size: float = NUMBER,
        weight: int = 700,
        **kwargs: Any,
    ) -> None:
        settings: dict[str, Any] = {"tabular": True, "align": "end"}
        super().__init__(written(amount), size, weight, **(settings | kwargs))
        self.amount, self.written, self.shown = amount, written, amount

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(self.size), 0)

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, Number):
            self.shown = previous.shown
            self.words = self.written(self.shown)

    def animate(self, dt: float, theme: Theme) -> bool:
        moving = glide(self, self.amount, dt, theme.motion.slow)
        self.words = self.written(self.shown)
        return moving


def glide(node: "Bar | Number", goal: float, dt: float, duration: float) -> bool:
    """Moves a node's `shown` towards `goal`, fast then slow, and says whether it is still on its way."""
    if node.shown == goal:
        return False
    rest = (goal - node.shown) * math.exp(-5 * dt / duration) if duration else 0.0
    near = abs(rest) < (0.002 if isinstance(node, Bar) else 0.2)
    node.shown = goal if near else goal - rest
    node.invalidate()
    return node.shown != goal


class Dots(Node):
    """A small count as dots, full and empty: a cost, a rank."""

    role = "text"

    def __init__(self, count: int, out_of: int = 0, colour: str = "ink", size: float = 12, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.count, self.out_of, self.colour, self.size = count, max(out_of, count), colour, size

    def natural_width(self, scale: float) -> int:
        return round(self.size * 1.4 * scale * self.out_of)

    def natural_height(self, width: int, scale: float) -> int:
        return round(self.size * 1.2 * scale)

    def draw(self, surface: Surface, theme: Theme) -> None:
        colour, step, radius = theme.colour(self.colour), self.size * 1.4 * self.scale, self.size * self.scale / 2
        parts = []
        for at in range(self.out_of):
            hollow = f'fill="none" stroke="{colour}" stroke-width="{radius * 0.3}"'
            paint = f'fill="{colour}"' if at < self.count else hollow
            size = radius if at < self.count else radius * 0.85
            x = step * (at + 0.5)
            x = self.rect.w - x if self.mirrored else x
            parts.append(f'<circle cx="{x:.1f}" cy="{self.rect.h / 2:.1f}" r="{size:.1f}" {paint}/>')
        surface.blit(svg(*self.rect.size, "".join(parts)), self.rect.topleft)


def heading(words: str, size: float = 30, **kwargs: Any) -> Paragraph:
    """Returns a title: bold, its lines even, announced as a heading."""
    settings: dict[str, Any] = {"weight": 700, "leading": 1.2, "balanced": True, "role": "heading"}
    return Paragraph(words, size, **(settings | kwargs))


def caption(words: str, **kwargs: Any) -> Label:
    """Returns a short secondary line."""
    settings: dict[str, Any] = {"size": SMALL, "weight": MEDIUM, "colour": "soft"}
    return Label(words, **(settings | kwargs))
