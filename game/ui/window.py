"""The window itself: whether one can open, and how large.

Imports nothing slow: the first frame is drawn before the rest of the house is there.
"""

import os
import warnings
from typing import Final

import pygame

from game.paths import data

SMALLEST: Final = (960, 540)
SHARE: Final = 0.85
"""Part of the screen that a new window takes."""
SCREENLESS: Final = ("dummy", "offscreen", "evdev")
"""Drivers that SDL may fall back to when there is no screen; fine when asked for by name, as tests do."""


def start(accelerated: bool = False) -> str:
    """Starts SDL's screen and fonts, and nothing else; returns why no window can open, "" when one can.

    `accelerated` lets a graphics card show the frames: quicker on some machines, far slower without a card.
    """
    if accelerated:
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "1"
    try:
        pygame.display.init()
    except pygame.error as fault:
        return str(fault)
    if pygame.display.get_driver() in SCREENLESS and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        return "SDL found no screen"
    pygame.font.init()
    return ""


def first_size() -> tuple[int, int]:
    """Returns the size of a new window: 16:9, most of the screen."""
    wide, high = pygame.display.get_desktop_sizes()[0]
    across = min(wide * SHARE, high * SHARE * 16 / 9)
    return max(SMALLEST[0], int(across)), max(SMALLEST[1], int(across * 9 / 16))


def emblem() -> pygame.Surface:
    """Returns the sign of the game, by which its windows are told among others."""
    return pygame.image.load(data("assets", "pictures", "emblem.svg"))


def show(size: tuple[int, int], fullscreen: bool) -> pygame.Surface:
    """Opens the window, or changes the one that is open, and returns its surface. May raise pygame.error."""
    opened = pygame.display.get_surface()
    same = opened is not None and bool(opened.get_flags() & pygame.FULLSCREEN) == fullscreen
    if opened is not None and same and (fullscreen or opened.get_size() == size):
        return opened
    pygame.display.set_icon(emblem())
    if fullscreen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    with warnings.catch_warnings():  # some desktops leave the full screen's size to a window that has just left it
        warnings.simplefilter("ignore", RuntimeWarning)
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        if opened is not None and surface.get_size() != size:
            pygame.event.pump()
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    return surface
