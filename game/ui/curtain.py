"""The first frame of the title: the hour's sky over the sea and the name of the game, before anything else is read.

Imports nothing slow (`tests/ui/test_curtain.py` holds the list): a person who starts the game sees it open at once,
and the title, its buttons and the city come up behind the same words a moment later.
"""

from typing import Final

import pygame

from game.paths import data, kept_settings
from game.ui.hours import Light, bands, first_and_last, grain
from game.ui.window import first_size, show, start
from game.wording.catalogue import read_catalogue

NAME_SIZE: Final = 104
"""Design units of the game's name, as the title sets it."""
NAME_TOP: Final = 88
"""Design units from the top of the window to the name."""
EDGE: Final = 32
"""Design units of the title's margin, and of the gap between its parts: both lie above the name."""
FACE: Final = "Inter_700Bold.ttf"
INKS: Final = {"light": (22, 32, 46), "dark": (243, 246, 251), "contrast": (255, 255, 255)}
"""The ink of each theme, which the theme itself is too slow to tell."""


def raise_curtain(language: str) -> bool:
    """Opens the window on the first frame; False when none can open, and what runs next says why."""
    kept = kept_settings()
    if start(kept.get("accelerated") is True):
        return False
    name = read_catalogue(data("assets", "locale", language, "app.po")).texts["app.title"]
    pygame.display.set_caption(name)
    try:
        surface = show(first_size(), kept.get("fullscreen") is True)
        paint_curtain(surface, name, str(kept.get("theme")), kept.get("text", 1.0) == 1.0)
    except (pygame.error, OSError):
        return False
    pygame.display.flip()
    return True


def paint_curtain(surface: pygame.Surface, name: str, theme: str = "light", named: bool = True) -> None:
    """Paints the sky of a theme and the name where the title will set it; enlarged text is left to the title."""
    wide, high = surface.get_size()
    light, _ = first_and_last(theme in ("dark", "contrast"))
    surface.blit(backdrop(wide, high, light), (0, 0))
    if named:
        scale = min(wide / 1920, high / 1080)
        written = pygame.font.Font(str(data("assets", "fonts", FACE)), round(NAME_SIZE * scale))
        drawn = written.render(name, True, INKS.get(theme, INKS["light"]))
        top = 2 * round(EDGE * scale) + round((NAME_TOP - 2 * EDGE) * scale)
        surface.blit(drawn, (_centred(wide, drawn.get_width(), round(1.5 * EDGE * scale)), top))


def _centred(wide: int, across: int, margin: int) -> int:
    return margin + round((wide - 2 * margin - across) / 2)


def backdrop(width: int, height: int, light: Light) -> pygame.Surface:
    """Returns the picture behind the title with nothing built yet."""
    column = pygame.Surface((1, height))
    for row, colour in enumerate(bands(light, height, grain(width, height))):
        column.set_at((0, row), colour)
    return pygame.transform.scale(column, (width, height))
