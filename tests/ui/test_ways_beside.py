"""The seven ways side by side on screen: one after another, so that the window keeps answering."""

from itertools import pairwise
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


def waited(hands: Hands, ticks: int = 20) -> None:
    """Lets so many ticks pass."""
    for _ in range(ticks):
        hands.stage.tick(0.05)


def test_the_ways_come_one_after_another(tmp_path: Path) -> None:
    """A tick plays one session and no more; in the end all seven are there."""
    hands = opened(tmp_path)
    counts = []
    for _ in range(12):
        counts.append(len(hands.keys("way ")))
        hands.stage.tick(0.05)

    assert all(after - before <= 1 for before, after in pairwise(counts))
    assert hands.keys("way ") == [f"way {way}" for way in PLAYABLE]


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut(tmp_path: Path, language: str, size: tuple[int, int], text: float) -> None:
    """In both languages, three sizes and with enlarged text, every line fits."""
    hands = opened(tmp_path, size, language, text)
    waited(hands)

    assert w.cut(hands.root) == []
