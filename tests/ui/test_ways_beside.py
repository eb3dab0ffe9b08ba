"""The seven ways side by side on screen: one after another, so that the window keeps answering."""

from pathlib import Path

import pytest

from game.engine.state import PLAYABLE
from game.ui import widgets as w
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, room, stage


def opened(folder: Path, size: tuple[int, int] = (1920, 1080), language: str = "en", text: float = 1.0) -> Hands:
    """Returns hands on the sheet, just opened."""
    shown = stage(SCENES, room(folder, rounds=2), size, language, text=text)
    shown.open("ways")
    return Hands(shown)


def waited(hands: Hands) -> None:
    """Lets every way be played."""
    hands.scene.playing.finish()
    hands.stage.tick(0.1)


def test_the_ways_come_one_after_another(tmp_path: Path) -> None:
    """Each is shown as soon as it has been played, and in the end all seven are there."""
    hands = opened(tmp_path)
    at_once = hands.keys("way ")
    hands.wait("way mayor")
    some = hands.keys("way ")
    waited(hands)

    assert at_once == [] and some[0] == "way mayor"
    assert hands.keys("way ") == [f"way {way}" for way in PLAYABLE]


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut(tmp_path: Path, language: str, size: tuple[int, int], text: float) -> None:
    """In both languages, three sizes and with enlarged text, every line fits."""
    hands = opened(tmp_path, size, language, text)
    waited(hands)

    assert w.cut(hands.root) == []
