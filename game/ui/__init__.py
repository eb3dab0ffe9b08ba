"""The projected window: themes, drawing, layout, nodes, input, scenes and the loop. The only room that knows pygame."""

import os
from typing import Final

DEFAULTS: Final = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "SDL_FRAMEBUFFER_ACCELERATION": "0",  # without a graphics card, showing a frame takes 0.3 ms instead of 10
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
}
for _name, _setting in DEFAULTS.items():
    os.environ.setdefault(_name, _setting)

import pygame  # noqa: E402 — SDL reads its settings when pygame is imported

if not getattr(pygame, "IS_CE", False):  # another package may have overwritten pygame-ce, and pip says nothing
    from game.errors import GameError

    raise GameError("error.other_pygame", fix="pip uninstall -y pygame pygame-ce && pip install pygame-ce")
