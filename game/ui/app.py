"""The windows and their loop: no frame at all while nothing moves, sixty a second while something does.

The projected window always stands; the facilitator's comes and goes beside it. One stage each, one room for both.
"""

from collections.abc import Callable
from typing import Final, Protocol

import pygame

from game.errors import GameError
from game.ui.facilitator.desk import Facilitate
from game.ui.facilitator.window import Beside
from game.ui.stage import Stage
from game.ui.sweeping import sweep, sweep_seldom
from game.ui.vector import keep_for
from game.ui.window import first_size, show, start

__all__ = ["App", "NoScreen", "first_size", "open_display", "screen"]

FRAMES: Final = 60
LONGEST_STEP: Final = 0.1
"""Seconds: after a stall, things go on from where they were instead of jumping."""


class NoScreen(GameError):
    """There is no screen to open a window on."""

    def __init__(self, reason: str) -> None:
        super().__init__("error.no_screen", reason=reason)


def open_display(accelerated: bool = False) -> None:
    """Starts SDL's screen and fonts, and nothing else: no sound card is asked for.

    Raises NoScreen where no window can open.
    """
    reason = start(accelerated)
    if reason:
        raise NoScreen(reason)


def screen() -> pygame.Surface:
    """Returns the window's surface."""
    surface = pygame.display.get_surface()
    if surface is None:
        raise NoScreen("the window is closed")
    return surface


class Desk(Protocol):
    """What the loop asks of the facilitator's desk."""

    facilitating: bool

    def handle(self, asked: Facilitate) -> None:
        """Opens the facilitator's window, or closes it."""

    def pass_time(self, seconds: float) -> bool:
        """Lets time pass, and tells whether the screens have something else to say."""

    def patience(self) -> float | None:
        """Returns the seconds until the clock shows another figure, None while it stands still."""


class App:
    """A stage in a window, and the facilitator's beside it when it is asked for.

    `desk` lets time pass; `facilitators` makes the stage of the second window and gives its title.
    """

    def __init__(
        self,
        stage: Stage,
        title: str,
        desk: Desk | None = None,
        facilitators: Callable[[], tuple[Stage, str]] | None = None,
    ) -> None:
        self.stage, self.desk, self.facilitators = stage, desk, facilitators
        self.beside: Beside | None = None
        self.fullscreen = False
        self.windowed = (stage.frame.width, stage.frame.height)
        pygame.display.set_caption(title)
        self._open(stage.frame.settings.fullscreen)

    def _open(self, fullscreen: bool) -> None:
        self.fullscreen = fullscreen
        try:
            show(self.windowed, fullscreen)
        except pygame.error as fault:
            raise NoScreen(str(fault)) from fault
        self.stage.resize(screen().get_size())

    def run(self) -> None:
        """Shows the stage until it is over."""
        sweep_seldom()
        clock, moving = pygame.time.Clock(), True
        while not self.stage.over:
            events = pygame.event.get() if moving else self._wait()
            clock.tick(FRAMES if moving else 0)
            elapsed = clock.get_time() / 1000
            self.pass_time(elapsed)
            moving = self.step(events, min(elapsed, LONGEST_STEP) if moving else elapsed)

    def _wait(self) -> list[pygame.event.Event]:
        """Sleeps until something happens or the next delay ends; first sweeps up, unless a hand is at work."""
        if not pygame.event.peek():
            sweep()
        waits = [stage.patience() for stage in self._stages()] + [self.desk.patience() if self.desk else None]
        patience = min((wait for wait in waits if wait is not None), default=None)
        first = pygame.event.wait() if patience is None else pygame.event.wait(max(1, round(patience * 1000)))
        return [event for event in (first, *pygame.event.get()) if event.type != pygame.NOEVENT]

    def step(self, events: list[pygame.event.Event], dt: float) -> bool:
        """Takes events, moves on, shows what changed; returns whether something is still moving."""
        for event in events:
            self._take(event)
        moving = sum(stage.tick(dt) for stage in self._stages()) > 0
        self._open_beside()
        if self.fullscreen != self.stage.frame.settings.fullscreen:
            self._open(self.stage.frame.settings.fullscreen)
        if not self.stage.over:
            rects = self.stage.paint(screen())
            if rects:
                pygame.display.update(rects)
            if self.beside:
                keep_for(self.stage.frame.width, self.stage.frame.height + self.beside.stage.frame.height)
                self.beside.show()
        return moving

    def pass_time(self, seconds: float) -> None:
        """Lets the facilitator's clock go on; screens are built again when there is something else to suggest."""
        if self.desk and self.desk.pass_time(seconds):
            for stage in self._stages():
                stage.refresh()

    def _stages(self) -> tuple[Stage, ...]:
        return (self.stage, self.beside.stage) if self.beside else (self.stage,)

    def _take(self, event: pygame.event.Event) -> None:
        if self.desk and event.type == pygame.KEYDOWN and event.key == pygame.K_F8:
            self.desk.handle(Facilitate(not self.desk.facilitating))
        elif self.beside and self.beside.owns(event):
            if not self.beside.take(event) and self.desk:
                self.desk.handle(Facilitate(False))
        elif getattr(event, "window", None) is not None:
            return  # the last words of a window that has closed
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE):
            self._resized()
        elif event.type == pygame.WINDOWEXPOSED:
            pygame.display.flip()
        elif event.type == pygame.WINDOWCLOSE:
            self.stage.over = True
        else:
            self.stage.handle(event)

    def _open_beside(self) -> None:
        """Opens the facilitator's window or closes it, as the desk has it; where none can open, the desk hears so."""
        if self.desk is None or self.facilitators is None or self.desk.facilitating == (self.beside is not None):
            return
        if self.beside:
            self.beside.close()
            self.beside, self.stage.peers = None, []
            return
        stage, title = self.facilitators()
        try:
            self.beside = Beside(stage, title)
        except pygame.error:
            self.desk.handle(Facilitate(False))
            return
        self.stage.peers, stage.peers = [stage], [self.stage]

    def _resized(self) -> None:
        size = screen().get_size()
        if not self.fullscreen:
            self.windowed = size
        self.stage.resize(size)
