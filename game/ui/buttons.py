"""What is pressed: buttons, switches, choices among a few, and numbers with minus and plus."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final, Literal

from attrs import frozen

from game.ui import text
from game.ui.labels import Label
from game.ui.layout import Box, column, row
from game.ui.node import Node, Rect, Surface, wanted_width
from game.ui.theme import BODY, HAIRLINE, ROUND_M, SEMIBOLD, SMALL, XS, Theme
from game.ui.vector import icon, rounded, shadow, shadow_margin

Kind = Literal["primary", "secondary", "quiet", "header", "danger"]
TALL: Final = 60
MARK: Final = 26
COUNT: Final = 76
UNIT: Final = 112
"""Room for a number between minus and plus, and for what it counts under it."""
LEADING: Final = 1.2
"""Line step of a label that takes several lines."""


@frozen
class Paint:
    """What a button is painted with: fill ("" for none), edge ("" for none) and ink."""

    fill: str
    edge: str
    ink: str


def paint_of(kind: Kind, theme: Theme, hovered: bool, enabled: bool, on: bool = False) -> Paint:
    """Returns the colours of a button in its state."""
    if not enabled:
        boxed = kind not in ("header", "quiet")
        return Paint(theme.sunken if boxed else "", theme.line if boxed else "", theme.faint)
    match kind:
        case "primary":
            return Paint(theme.accent_hover if hovered else theme.accent, "", theme.on_accent)
        case "danger":
            return Paint(theme.danger_tint if hovered else theme.surface, theme.danger, theme.danger)
        case "header":
            return Paint(theme.header_raised if hovered or on else "", theme.header_soft if on else "", theme.on_header)
        case "quiet":
            return Paint(theme.accent_tint if hovered or on else "", "", theme.accent if on else theme.ink)
    return Paint(theme.accent_tint if hovered or on else theme.surface, theme.accent if on else theme.edge, theme.ink)


class Button(Node):
    """A button: an icon, a label or both. `hint` says why it is disabled, or what it will do.

    One that `breaks` takes several lines where its place is narrow, for long labels. Those of a list stand one under
    the other, their words at the `start`.
    """

    role = "button"
    solid = True
    round = ROUND_M
    margin = 48.0

    def __init__(
        self,
        label: str,
        icon: str = "",
        kind: Kind = "secondary",
        on_press: object = None,
        size: float = BODY,
        tall: float = TALL,
        on: bool = False,
        icon_end: str = "",
        hint: str = "",
        breaks: bool = False,
        align: Literal["start", "center"] = "center",
        **kwargs: Any,
    ) -> None:
        super().__init__(label=label, value=kwargs.pop("value", hint), on_press=on_press, **kwargs)
        self.breaks, self.align = breaks, align
        self.icon, self.icon_end, self.kind, self.size = icon, icon_end, kind, size
        self.tall, self.on, self.words = tall, on, label
        self.chosen = on

    def _marks(self) -> int:
        return bool(self.icon) + bool(self.icon_end)

    def natural_width(self, scale: float) -> int:
        gap = 12 if self.words else 0
        words = text.width(self.words, self.size * scale, SEMIBOLD) if self.words else 0
        around = self.margin if self.words else self.tall - MARK
        return math.ceil(words) + round(((MARK + gap) * self._marks() + around) * scale)

    def _around(self, scale: float) -> int:
        """Returns the least width of what is not words."""
        return round(((MARK + 12) * self._marks() + self.margin / 2) * scale)

    def least_width(self, scale: float) -> int:
        if self.breaks:
            return math.ceil(text.longest_word(self.words, self.size * scale, SEMIBOLD)) + self._around(scale)
        return self.natural_width(scale) - round(self.margin / 2 * scale if self.words else 0)

    def natural_height(self, width: int, scale: float) -> int:
        size, tall = self.size * scale, text.height(self.size * scale, SEMIBOLD)
        if self.breaks:
            tall = text.paragraph_height(self.words, size, SEMIBOLD, width - self._around(scale), LEADING)
        return max(round(self.tall * scale), tall + round(16 * scale))

    def draw(self, surface: Surface, theme: Theme) -> None:
        paint = paint_of(self.kind, theme, self.hovered, self.enabled and self.on_press is not None, self.on)
        rect = self.rect.move(0, self.px(1.5) if self.pressed else 0)
        if paint.fill or paint.edge:
            line = max(1.0, (2.5 if self.on else 1.2 * HAIRLINE) * self.scale)
            box = rounded(*rect.size, self.round * self.scale, paint.fill or "none", paint.edge, line)
            surface.blit(box, rect.topleft)
        self._write(surface, rect, paint.ink)

    def _write(self, surface: Surface, rect: Rect, ink: str) -> None:
        mark, gap = self.px(MARK), self.px(12)
        words = self._words(rect.w - self._around(self.scale), ink) if self.words else None
        wide = (words.get_width() if words else -gap) + (mark + gap) * self._marks()
        start = rect.w // 2 - wide // 2 if self.align == "center" else self.px(self.margin / 3)
        if self.icon:
            surface.blit(icon(self.icon, mark, ink, 2.2), (self.along(rect, start, mark), rect.centery - mark // 2))
            start += mark + gap
        if words:
            x = self.along(rect, start, words.get_width())
            surface.blit(words, (x, rect.centery - words.get_height() // 2))
            start += words.get_width() + gap
        if self.icon_end:
            surface.blit(icon(self.icon_end, mark, ink, 2.2), (self.along(rect, start, mark), rect.centery - mark // 2))


    def _words(self, room: int, ink: str) -> Surface:
        size = self.size * self.scale
        if self.breaks and text.width(self.words, size, SEMIBOLD) > room:
            return text.paragraph(self.words, size, SEMIBOLD, ink, room, LEADING)
        return text.text(self.words, size, SEMIBOLD, ink)


class IconButton(Button):
    """A button that shows an icon only; its label is for readers and must still be given."""

    def __init__(self, icon: str, label: str, kind: Kind = "quiet", **kwargs: Any) -> None:
        super().__init__(label, icon=icon, kind=kind, **kwargs)
        self.words = ""


class Toggle(Node):
    """A switch with its label at the start; fills its width so that several line up."""

    role = "switch"
    round = ROUND_M
    wide, tall = 58.0, 32.0

    def bleed(self) -> Rect:
        return self.rect.inflate(self.px(18), 0)

    def __init__(self, label: str, on: bool, size: float = BODY, **kwargs: Any) -> None:
        super().__init__(label=label, value="on" if on else "off", **kwargs)
        self.on, self.size = on, size

    def natural_width(self, scale: float) -> int:
        return math.ceil(text.width(self.label, self.size * scale, 500)) + round((self.wide + 40) * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return max(round(48 * scale), text.height(self.size * scale, 500))

    def draw(self, surface: Surface, theme: Theme) -> None:
        rect, over = self.rect, self.px(8)
        if self.hovered and self.focusable:
            lit = rect.inflate(2 * over, 0)
            surface.blit(rounded(*lit.size, self.px(self.round), theme.sunken), lit.topleft)
        ink = theme.ink if self.enabled else theme.faint
        words = text.text(self.label, self.size * self.scale, 500, ink)
        surface.blit(words, (self.along(rect, 0, words.get_width()), rect.centery - words.get_height() // 2))
        wide, high = self.px(self.wide), self.px(self.tall)
        box = Rect(self.along(rect, rect.w - wide, wide), rect.centery - high // 2, wide, high)
        fill, edge = (theme.accent, "") if self.on else (theme.track, theme.edge)
        surface.blit(rounded(wide, high, high / 2, fill, edge, max(1.0, 1.5 * self.scale)), box.topleft)
        knob = high - self.px(10)
        x = self.along(box, box.w - knob - self.px(5) if self.on else self.px(5), knob)
        disc = rounded(knob, knob, knob / 2, theme.on_accent if self.on else theme.edge)
        surface.blit(disc, (x, box.centery - knob // 2))


class Segment(Button):
    """One of a few choices standing side by side."""

    role = "radio"
    counted = True
    margin = 30.0

    def __init__(self, label: str, chosen: bool, **kwargs: Any) -> None:
        super().__init__(label, value="on" if chosen else "off", tall=TALL - 12, **kwargs)
        self.chosen = chosen

    def draw(self, surface: Surface, theme: Theme) -> None:
        ink = theme.ink if self.chosen else theme.soft
        if self.chosen:
            radius, blur = self.px(self.round), 3 * self.scale
            if theme.shadow_alpha:
                margin = shadow_margin(blur)
                soft = shadow(*self.rect.size, radius, blur, theme.shadow_alpha, theme.shadow)
                surface.blit(soft, (self.rect.x - margin, self.rect.y - margin + self.px(1.5)))
            fill = theme.accent if theme.dark else theme.surface
            ink = theme.on_accent if theme.dark else theme.accent
            surface.blit(rounded(*self.rect.size, radius, fill), self.rect.topleft)
        elif self.hovered and self.enabled:
            surface.blit(rounded(*self.rect.size, self.px(self.round), theme.line), self.rect.topleft)
        self._write(surface, self.rect, ink if self.enabled else theme.faint)


class Segments(Box):
    """A choice among a few: a sunken track with one segment for each."""

    role = "choice"

    def _shared(self, room: int, scale: float) -> list[int]:
        """Returns equal widths; where one is too wide for its share, the same air round each instead."""
        wanted = [wanted_width(child, scale) for child in self.children]
        free = room - self._gaps(scale)
        spare = free - sum(wanted)
        if spare < 0 or max(wanted, default=0) * len(wanted) <= free:
            return super()._shared(room, scale)
        ends = [round(spare * at / len(wanted)) for at in range(len(wanted) + 1)]
        return [wide + then - start for wide, (start, then) in zip(wanted, pairwise(ends), strict=True)]

    def draw(self, surface: Surface, theme: Theme) -> None:
        edge = theme.edge if theme.name == "contrast" else theme.line
        box = rounded(*self.rect.size, self.px(ROUND_M + XS), theme.track, edge, max(1.0, self.scale))
        surface.blit(box, self.rect.topleft)


@frozen
class Option:
    """One possible answer of a choice: what it says, what pressing it sends."""

    label: str
    on_press: object
    icon: str = ""
    enabled: bool = True


def choices(label: str, options: Sequence[Option], chosen: int, key: str = "", **kwargs: Any) -> Segments:
    """Returns a choice among a few, one of them chosen."""
    segments = [
        Segment(
            option.label, at == chosen, icon=option.icon, on_press=option.on_press, enabled=option.enabled,
            key=f"{key}:{at}" if key else "", grow=1,
        )
        for at, option in enumerate(options)
    ]  # fmt: skip
    return Segments(*segments, down=False, pad=XS + 1, gap=XS, label=label, key=key, **kwargs)


def stepper(
    label: str,
    amount: int,
    low: int,
    high: int,
    send: Callable[[int], object],
    less: str,
    more: str,
    key: str = "",
    unit: str = "",
    **kwargs: Any,
) -> Box:
    """Returns a whole number with minus and plus; `less` and `more` name the two buttons for a reader.

    `send(new)` makes the value that a press sends; `unit` says under the number what is counted. Held down, minus
    and plus go on.
    """
    name, shown = key or label, str(amount)
    number = Label(shown, 28, 700, align="center", role="spin", label=label, value=f"{shown} {unit}".strip())
    counted = (Label(unit, SMALL, colour="soft", align="center", label=""),) if unit else ()
    minus = IconButton("minus", less, "secondary", on_press=send(amount - 1), enabled=amount > low, key=f"{name}-")
    plus = IconButton("plus", more, "secondary", on_press=send(amount + 1), enabled=amount < high, key=f"{name}+")
    minus.repeats = plus.repeats = True
    between = column(number, *counted, width=UNIT if unit else COUNT)
    return row(minus, between, plus, gap=4, align="center", key=key, **kwargs)
