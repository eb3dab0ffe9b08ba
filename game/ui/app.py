"""The window and its loop: no frame at all while nothing moves, sixty a second while something does."""

from typing import Final

import pygame

from game.errors import GameError
from game.ui.stage import Stage
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


class App:
    """A stage in a window."""

    def __init__(self, stage: Stage, title: str) -> None:
        self.stage = stage
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
        clock, moving = pygame.time.Clock(), True
        while not self.stage.over:
            events = pygame.event.get() if moving else self._wait()
            clock.tick(FRAMES if moving else 0)
            elapsed = clock.get_time() / 1000
            moving = self.step(events, min(elapsed, LONGEST_STEP) if moving else elapsed)

    def _wait(self) -> list[pygame.event.Event]:
        """Sleeps until something happens or the next delay ends."""
        patience = self.stage.patience()
        first = pygame.event.wait() if patience is None else pygame.event.wait(max(1, round(patience * 1000)))
        return [event for event in (first, *pygame.event.get()) if event.type != pygame.NOEVENT]

    def step(self, events: list[pygame.event.Event], dt: float) -> bool:
        """Takes events, moves on, shows what changed; returns whether something is still moving."""
        for event in events:
            if event.type in (pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE):
                self._resized()
            elif event.type == pygame.WINDOWEXPOSED:
                pygame.display.flip()
            else:
                self.stage.handle(event)
        moving = self.stage.tick(dt)
        if self.fullscreen != self.stage.frame.settings.fullscreen:
            self._open(self.stage.frame.settings.fullscreen)
        if not self.stage.over:
            rects = self.stage.paint(screen())
            if rects:
                pygame.display.update(rects)
        return moving

    def _resized(self) -> None:
        size = screen().get_size()
        if not self.fullscreen:
            self.windowed = size
        self.stage.resize(size)
