"""The facilitator's own window: a second one, with a stage of its own. Closing it never closes the game."""

from typing import Final

import pygame

from game.ui.stage import Stage

SIZE: Final = (1280, 800)
SMALLEST: Final = (800, 600)


class Beside:
    """A stage in a window beside the projected one."""

    def __init__(self, stage: Stage, title: str) -> None:
        """Opens the window. Raises pygame.error where no second one can open."""
        self.stage = stage
        self.window = pygame.Window(title, SIZE, resizable=True)
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
