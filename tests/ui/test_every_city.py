"""Every shipped city is played by mouse, from its briefing to its debrief, and nothing on the way is cut."""

from pathlib import Path
from typing import Final

import pytest

from game.content.load import load_rulebook, load_scenario
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.paths import data
from game.session import begin
from game.ui import widgets as w
from game.ui.citymap.view import MapView
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.tabletop.line import Line
from game.ui.theme import SEMIBOLD
from tests.ui.pointer import Pointer, go_on
from tests.ui.rooms import LANGUAGES, SIZES, play_until, stage

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


@pytest.mark.parametrize("full", [False, True], ids=["with computers", "full"])
@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citys_seats_are_named_in_full(tmp_path: Path, city: str, language: str, full: bool) -> None:
    """While people and computers bargain, or people at every seat, no name is shortened on an ordinary screen."""
    loaded, rules = load_scenario(data("scenarios", city)), load_rulebook()
    cards = loaded.scenario.stakeholders
    seats = [Seat(card.id, bot=None if full or card in cards[:2] else "persona") for card in cards]
    held = Room(tmp_path, pace=0.5)
    held.hold(begin(loaded, rules, seats, 7, None, "2026-01-01T10:00:00", ROUNDS))
    play_until(held.session, Phase.DELIBERATION)
    shown = stage(SCENES, held, (1280, 720), language)
    shown.open("table")
    root = shown.top.root
    assert root is not None
    list_of_seats = root.find("seats")
    assert list_of_seats is not None
    names = [node for node in list_of_seats.walk() if isinstance(node, Line) and node.weight == SEMIBOLD]

    assert [name.words for name in names if name.fitting() != name.words] == []
    held.close()


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("city", CITIES)
def test_no_name_of_a_district_lies_under_the_tools(tmp_path: Path, city: str, size: tuple[int, int]) -> None:
    """While answers are proposed all over the city, each name on its map can be read."""
    loaded, rules = load_scenario(data("scenarios", city)), load_rulebook()
    held = Room(tmp_path, pace=0.5)
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    held.hold(begin(loaded, rules, seats, 7, None, "2026-01-01T10:00:00", ROUNDS))
    play_until(held.session, Phase.DELIBERATION, 2)
    shown = stage(SCENES, held, size)
    shown.open("table")
    root = shown.top.root
    assert root is not None
    view = next(node for node in root.walk() if isinstance(node, MapView))
    assert view.tools is not None

    assert [plate.sign.name for plate in view.plates if plate.rect.colliderect(view.tools.rect)] == []
    held.close()
