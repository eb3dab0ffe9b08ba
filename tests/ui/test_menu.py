"""The menu: on, back, settings, out; a session can't be lost through it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.phases import Phase
from game.ui.scene import Cancel, Push
from game.ui.scenes import SCENES
from game.ui.scroll import ScrollColumn
from tests.ui.hands import Hands
from tests.ui.rooms import play_until, room, stage

Opened = Callable[..., Hands]


@pytest.fixture
def menu(tmp_path: Path) -> Opened:
    """Returns a maker of the menu over a table in some phase."""

    def made(
        phase: Phase = Phase.RESOLUTION, round_: int = 2, size: tuple[int, int] = (1280, 720), language: str = "fr",
        text: float = 1.0,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path)
        play_until(held.session, phase, round_)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        shown.perform(Push("menu"))
        return Hands(shown)

    return made


def test_going_on_and_escape_lead_back_to_the_table(menu: Opened) -> None:
    """The first button and Escape close the menu."""
    hands, other = menu(), menu()

    hands.press("go on")
    other.stage.tell(Cancel())

    assert ["TableScene", "TableScene"] == [type(hands.scene).__name__, type(other.scene).__name__]


def test_last_move_is_taken_back(menu: Opened) -> None:
    """Taking back removes one move and shows the table."""
    hands = menu()
    moves = len(hands.scene.room.session.turns)

    hands.press("undo")

    assert moves - 1 == len(hands.scene.room.session.turns)
    assert "TableScene" == type(hands.scene).__name__


def test_nothing_to_take_back_at_the_start(menu: Opened) -> None:
    """Before the first move there is nothing to take back, and no debrief to make."""
    hands = menu(Phase.BRIEFING, 1)

    assert not hands.node("undo").enabled
    assert [] == hands.keys("debrief")


def test_title_replaces_the_table(menu: Opened) -> None:
    """Going to the title leaves neither menu nor table behind."""
    hands = menu()

    hands.press("title")

    assert ["TitleScene"] == [type(layer.scene).__name__ for layer in hands.stage.layers]


def test_session_can_stop_early_for_its_debrief(menu: Opened) -> None:
    """After a round the table may stop and look back, then come back to the table."""
    hands = menu()

    hands.press("debrief")
    name = type(hands.scene).__name__
    hands.press("back")

    assert ("DebriefScene", "TableScene") == (name, type(hands.scene).__name__)


def test_settings_change_at_once(menu: Opened) -> None:
    """Language, colours and motion change under the hand."""
    hands = menu()

    for key in ("app.language:1", "app.theme:2", "still"):
        hands.press(key)

    settings = hands.stage.frame.settings
    assert ("en", "contrast", True) == (settings.language, settings.theme, settings.reduced_motion)


def test_quitting_closes_the_window(menu: Opened) -> None:
    """Quitting ends the window and nothing else."""
    hands = menu()

    hands.press("quit")

    assert hands.stage.over


def test_everything_is_in_sight_at_once(menu: Opened) -> None:
    """At ordinary size nothing of the menu has to be scrolled to, neither its lists nor the settings."""
    hands = menu(size=(1920, 1080))

    assert [0, 0] == [column.room for column in hands.root.walk() if isinstance(column, ScrollColumn)]
