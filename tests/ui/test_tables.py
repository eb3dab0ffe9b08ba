"""Tables are put together from the window: ticked in their order, and compared on a page."""

import shutil
import time
from pathlib import Path

import pytest

from game.ui.room import Room
from game.ui.scene import Woken
from game.ui.scenes import SCENES
from tests.session.rooms import carry_on, session
from tests.ui.hands import Hands
from tests.ui.rooms import stage


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """Returns hands on the screen over the journals of two tables."""
    for seed in (1, 2):
        table = session(tmp_path / f"2026-0{seed}.jsonl", seed, rounds=1)
        carry_on(table)
        table.close()
    shown = stage(SCENES, Room(tmp_path))
    shown.open("tables")
    return Hands(shown)


def test_tables_are_numbered_as_they_are_ticked(hands: Hands) -> None:
    """The first ticked is table 1; unticking it moves the others up."""
    for key in ("tick 2026-01.jsonl", "tick 2026-02.jsonl"):
        hands.press(key)
    before = hands.node("tick 2026-02.jsonl").value
    hands.press("tick 2026-01.jsonl")

    assert before == "Table 2"
    assert hands.node("tick 2026-02.jsonl").value == "Table 1"
    assert not hands.node("write").focusable


def test_the_page_is_written_beside_the_first_table(hands: Hands) -> None:
    """Once it is there, the screen says where and offers to open it."""
    for key in ("tick 2026-01.jsonl", "tick 2026-02.jsonl", "write"):
        hands.press(key)
    room = hands.scene.room
    while room.writing is not None and not room.writing.over:
        time.sleep(0.01)
    hands.stage.tell(Woken("look"))

    assert hands.scene.fault is None
    assert hands.scene.page == room.folder / "tables.fr.html"
    assert hands.node("open").focusable


def test_a_copy_ticked_beside_its_session_is_named(hands: Hands) -> None:
    """The page has the session once, and the line that says where it is says so."""
    folder = hands.scene.room.folder
    shutil.copy(folder / "2026-01.jsonl", folder / "2026-03.jsonl")
    hands.stage.open("tables")
    for key in ("tick 2026-01.jsonl", "tick 2026-02.jsonl", "tick 2026-03.jsonl", "write"):
        hands.press(key)
    while hands.scene.room.writing is not None and not hands.scene.room.writing.over:
        time.sleep(0.01)
    hands.stage.tell(Woken("look"))

    told = hands.node("told").label
    assert "2026-03.jsonl" in told and "2026-01.jsonl" in told
