"""Every shipped city is played by mouse, from its briefing to its debrief, and nothing on the way is cut."""

from pathlib import Path
from typing import Final

import pytest

from game.content.load import load_rulebook, load_scenario
from game.journal import Seat
from game.paths import data
from game.session import begin
from game.ui import widgets as w
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.pointer import Pointer, go_on
from tests.ui.rooms import stage

CITIES: Final = tuple(sorted(path.parent.name for path in data("scenarios").glob("*/scenario.yaml")))
ROUNDS: Final = 3
PATIENCE: Final = 200
"""Presses, after which a session that has not ended never will."""


@pytest.mark.parametrize(("city", "number"), [(city, number) for number, city in enumerate(CITIES)])
def test_a_city_is_played_by_hand_and_nothing_is_cut(tmp_path: Path, city: str, number: int) -> None:
    """Cities take turns: two seats held by people or all of them, in one language or the other, small text or large."""
    loaded, rules = load_scenario(data("scenarios", city)), load_rulebook()
    cards = loaded.scenario.stakeholders
    full, language, large = (bool(number >> bit & 1) for bit in range(3))
    seats = [Seat(card.id, bot=None if full or card in cards[:2] else "persona") for card in cards]
    held = Room(tmp_path, pace=0.01)
    held.hold(begin(loaded, rules, seats, 11, None, "2026-01-01T10:00:00", ROUNDS))
    shown = stage(SCENES, held, language=("fr", "en")[language], text=(1.0, 2.0)[large], sounds=0.0)
    shown.open("table")
    hand, cut = Pointer(shown), set()

    for _ in range(PATIENCE):
        cut.update(fault for layer in shown.visible() if layer.root for fault in w.cut(layer.root))
        if hand.scene == "DebriefScene":
            break
        go_on(hand)

    assert (hand.scene, held.session.state.round) == ("DebriefScene", ROUNDS)
    assert not cut
    held.close()
