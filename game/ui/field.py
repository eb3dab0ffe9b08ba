"""A line that people write in. Letters come as text, never as keys: an accent may arrive without any key at all."""

from collections.abc import Callable
from typing import Any, Final

import pygame

from game.ui import text
from game.ui.node import Node, Surface
from game.ui.theme import BODY, HAIRLINE, ROUND_M, Theme, rgb
from game.ui.vector import rounded

TALL: Final = 52
PAD: Final = 14
LEFT_ALONE: Final = frozenset(
    {pygame.K_TAB, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN}
)
"""Keys that lead out of the field, whatever is written in it."""


class TextField(Node):
    """One line of writing; `send(text)` makes the value that each change sends. Give it a key."""

    role = "field"
    solid = True
    round = ROUND_M

    def __init__(
        self,
        label: str,
        written: str,
        send: Callable[[str], object],
        hint: str = "",
        longest: int = 120,
        accepts: Callable[[str], bool] = str.isprintable,
        size: float = BODY,
        entered: object = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label=label, value=written, on_press=send(written), **kwargs)
        self.send, self.hint, self.longest, self.accepts, self.size = send, hint, longest, accepts, size
        self.caret = len(written)
        self.entered = entered
        """What the Enter key sends; None lets it lead on to what follows."""

    @property
    def written(self) -> str:
        """Returns what stands in the field."""
        return self.value

    def natural_width(self, scale: float) -> int:
        return round(260 * scale)

    def least_width(self, scale: float) -> int:
        return round(120 * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return max(round(TALL * scale), text.height(self.size * scale) + round(12 * scale))

    def adopt(self, previous: Node) -> None:
        if isinstance(previous, TextField) and previous.value == self.value:
            self.caret = previous.caret  # what something else has written is gone on with at its end

    def write(self, typed: str) -> bool:
        """Puts text at the caret and says whether the field took it."""
        kept = "".join(letter for letter in typed if self.accepts(letter))
        if not kept or len(self.value) + len(kept) > self.longest:
            return False
        self._change(self.value[: self.caret] + kept + self.value[self.caret :], self.caret + len(kept))
        return True

    def edit(self, key: int) -> bool:
        """Takes a key and says whether what is written changed."""
        at, before = self.caret, self.value
        match key:
            case pygame.K_BACKSPACE if at:
                self._change(before[: at - 1] + before[at:], at - 1)
            case pygame.K_DELETE:
                self._change(before[:at] + before[at + 1 :], at)
            case pygame.K_LEFT:
                self._change(before, max(0, at - 1))
            case pygame.K_RIGHT:
                self._change(before, min(len(before), at + 1))
            case pygame.K_HOME:
                self._change(before, 0)
            case pygame.K_END:
                self._change(before, len(before))
        return self.value != before

    def _change(self, written: str, caret: int) -> None:
        self.value, self.caret, self.on_press = written, caret, self.send(written)
        self.invalidate()

    def draw(self, surface: Surface, theme: Theme) -> None:
        edge = theme.accent if self.focused or self.hovered else theme.edge
        line = max(1.0, (2.5 if self.focused else 1.2 * HAIRLINE) * self.scale)
        surface.blit(rounded(*self.rect.size, self.px(self.round), theme.surface, edge, line), self.rect.topleft)
        size, room = self.size * self.scale, self.rect.w - 2 * self.px(PAD)
        middle, x = self.rect.centery, self.rect.x + self.px(PAD)
        before = text.width(self.value[: self.caret], size)
        slid = max(0, round(before) - room + self.px(2)) if self.focused else 0
        shown = self.value or ("" if self.focused else self.hint)
        if shown:
            drawn = text.text(shown, size, 400, theme.ink if self.value else theme.soft)
            surface.blit(drawn, (x, middle - drawn.get_height() // 2), (slid, 0, room, drawn.get_height()))
        if self.focused:
            high = round(size * 1.3)
            place = (x + round(before) - slid, middle - high // 2, max(2, self.px(2)), high)
            surface.fill(rgb(theme.accent), place)
