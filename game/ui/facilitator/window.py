"""The facilitator's own window: a second one, with a stage of its own. Closing it never closes the game."""

from typing import Final

import pygame

from game.ui.stage import Stage
from game.ui.window import emblem

SIZE: Final = (1280, 800)
SMALLEST: Final = (800, 600)
SHARE: Final = 0.9
"""Part of a small screen that the window takes: its title and the computer's own bar stay in sight."""


def fitting(screen: tuple[int, int]) -> tuple[int, int]:
    """Returns the size of the window on a screen.

    >>> fitting((1920, 1080)), fitting((1366, 768))
    ((1280, 800), (1105, 691))
    """
    share = min(1.0, screen[0] * SHARE / SIZE[0], screen[1] * SHARE / SIZE[1])
    return int(SIZE[0] * share), int(SIZE[1] * share)


class Beside:
    """A stage in a window beside the projected one."""

    def __init__(self, stage: Stage, title: str) -> None:
        """Opens the window. Raises pygame.error where no second one can open."""
        self.stage = stage
        self.window = pygame.Window(title, fitting(pygame.display.get_desktop_sizes()[0]), resizable=True)
        self.window.set_icon(emblem())
        self.window.minimum_size = SMALLEST
        self.surface = self.window.get_surface()
        self.stage.resize(self.surface.get_size())

    def owns(self, event: pygame.event.Event) -> bool:
        """Tells whether an event is of this window."""
        return getattr(event, "window", None) is self.window

    def take(self, event: pygame.event.Event) -> bool:
        """Takes an event of this window and tells whether the window is to stay open."""
        match event.type:
            case pygame.WINDOWCLOSE:
                return False
            case pygame.WINDOWSIZECHANGED:
                self.surface = self.window.get_surface()
                self.stage.resize(self.surface.get_size())
            case pygame.WINDOWEXPOSED:
                self.window.flip()
            case _:
                self.stage.handle(event)
        return not self.stage.over

    def show(self) -> None:
        """Shows what has changed."""
        if self.stage.paint(self.surface):
            self.window.flip()

    def close(self) -> None:
        """Closes the window, whose voice falls silent."""
        self.stage.attendant.close()
        self.window.destroy()
