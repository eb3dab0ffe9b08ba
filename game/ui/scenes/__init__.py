"""The screens of the game, one a file, none knowing another. Each is made with the room and its own arguments."""

from typing import Any, Final

from game.ui.scenes.assumptions import AssumptionsScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.seats import SeatsScene
from game.ui.scenes.table import TableScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.why import WhyScene

SCENES: Final[dict[str, Any]] = {
    "title": TitleScene,
    "seats": SeatsScene,
    "table": TableScene,
    "why": WhyScene,
    "menu": MenuScene,
    "assumptions": AssumptionsScene,
    "debrief": DebriefScene,
}
"""Screens by the name that `Push` and `Replace` use."""
