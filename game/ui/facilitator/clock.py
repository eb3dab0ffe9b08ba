"""The clock of the phase: what is left of it, in figures that stand still, and what can be done with it."""

import math
from typing import Any, Final

from game.ui import text
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.facilitator.desk import Desk, Extend, Restart, RunClock, ShowClock
from game.ui.node import Node, Surface
from game.ui.scene import Frame
from game.ui.theme import Theme
from game.ui.vector import icon, rounded

WIDEST: Final = "00:00"
"""What the figures are given room for; a minus fits into the margin."""
MINUS: Final = "−"


def written(seconds: int) -> str:
    """Returns minutes and seconds, with a minus once the time is over.

    >>> written(150), written(-5)
    ('2:30', '−0:05')
    """
    minutes, rest = divmod(abs(seconds), 60)
    return f"{MINUS if seconds < 0 else ''}{minutes}:{rest:02}"


class Clock(Node):
    """The time left, read off the desk; it redraws itself alone, once a second."""

    role = "timer"
    solid = True

    def __init__(
        self, desk: Desk, label: str, size: float = t.BODY, ink: str = "on_header", over: str = "header_warm",
        tint: str = "header_raised", **kwargs: Any,
    ) -> None:  # fmt: skip
        self.desk, self.size, self.ink, self.over, self.tint = desk, size, ink, over, tint
        self.shown = self._read()
        super().__init__(label=label, value=self.shown[0], **kwargs)

    def _read(self) -> tuple[str, bool, bool]:
        left = self.desk.left()
        return written(left), left < 0, self.desk.ticking

    def natural_width(self, scale: float) -> int:
        wide = text.width(WIDEST, self.size * scale, t.BOLD, True)
        return math.ceil(wide + (self.size * 1.1 + 6 + self.size) * scale)

    def natural_height(self, width: int, scale: float) -> int:
        return text.height(self.size * scale, t.BOLD) + round(16 * scale)

    def animate(self, dt: float, theme: Theme) -> bool:
        now = self._read()
        if now != self.shown:
            self.shown, self.value = now, now[0]
            self.invalidate()
        return False

    def draw(self, surface: Surface, theme: Theme) -> None:
        figures, over, ticking = self.shown
        rect, ink = self.rect, theme.colour(self.over if over else self.ink)
        edge = theme.colour(self.ink) if self.hovered and self.focusable else "none"
        surface.blit(rounded(*rect.size, self.px(t.ROUND_M), theme.colour(self.tint), edge, 2.0), rect.topleft)
        mark = icon("timer" if ticking else "pause", self.size * 1.1 * self.scale, ink, 2.2)
        drawn = text.text(figures, self.size * self.scale, t.BOLD, ink, True)
        pad = self.px(self.size * 0.5)
        for part, start in ((mark, pad), (drawn, rect.w - pad - drawn.get_width())):
            at = self.along(rect, start, part.get_width())
            surface.blit(part, (at, rect.centery - part.get_height() // 2))


def clock_keys(desk: Desk, frame: Frame, short: bool = False) -> tuple[Node, ...]:
    """Returns what can be done with the clock: start or stop it, give more time, begin again, put it away.

    `short` shows signs where others read words.
    """
    say = frame.say
    if not desk.clock:
        return (w.Button(say("facilitator.clock.show"), "timer", on_press=ShowClock(True), tall=52, key="clock show"),)
    going = desk.running
    told = say("facilitator.clock.stop" if going else "facilitator.clock.start")
    run = _key(told, "pause" if going else "play", RunClock(not going), "run", short)
    more = [
        w.Button(say("facilitator.clock.more", n=n), hint=say("facilitator.clock.more_hint", n=n), on_press=Extend(n),
                 tall=52, key=f"clock more {n}")
        for n in (1, 5)
    ]  # fmt: skip
    again = _key(say("facilitator.clock.again"), "rotate-ccw", Restart(), "again", short)
    off = _key(say("facilitator.clock.off"), "eye-off", ShowClock(False), "off", short)
    return run, *more, again, off


def _key(told: str, icon: str, press: object, name: str, short: bool) -> Node:
    if short:
        return w.IconButton(icon, told, "secondary", on_press=press, tall=52, key=f"clock {name}")
    return w.Button(told, icon, on_press=press, tall=52, key=f"clock {name}")
