"""The tests of the window have a screen that nobody sees, and fonts, whichever of them runs first."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pytest

from game.ui.app import open_display


@pytest.fixture(scope="session", autouse=True)
def display() -> None:
    """Opens SDL's screen and fonts once."""
    open_display()
