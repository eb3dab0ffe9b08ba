"""A whole session by mouse alone, from title to debrief: the pointer moves, presses and lets go, and no key goes down.

Its twins, by keyboard and by voice, are in `test_without_sight`.
"""

from pathlib import Path
from typing import Final

import pytest

from game.engine.moves import Answer, Propose, TakeStand, Vote
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.pointer import Pointer, go_on
from tests.ui.rooms import stage

ROUNDS: Final = 2
PEOPLE: Final = ("cityhall", "residents")
PATIENCE: Final = 400
"""Presses, after which a session that has not ended never will."""
WAYS: Final = (("majority", "fr"), ("consent", "en"))
VOTES: Final = {"majority": Vote, "consent": Answer}


@pytest.mark.parametrize(("way", "language"), WAYS)
def test_a_whole_session_by_mouse_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, language: str
) -> None:
    """Two seats of people come from the title to the debrief by pointing and pressing, two rounds later."""
    monkeypatch.setattr("game.ui.scenes.seats.secrets.randbelow", lambda most: 7)
    held = Room(tmp_path, pace=0.5)
    shown = stage(SCENES, held, language=language, sounds=0.0)
    shown.open("title")
    hand = Pointer(shown)

    _sit_down(hand, way)
    for _ in range(PATIENCE):
        if hand.scene == "DebriefScene":
            break
        go_on(hand)

    assert "DebriefScene" == hand.scene
    assert (way, ROUNDS) == (held.session.state.procedure, held.session.state.round)
    did = {type(turn.move) for turn in held.session.turns if getattr(turn.move, "player", None) in PEOPLE}
    assert did >= {Propose, TakeStand, VOTES[way]}
    held.close()


def _sit_down(hand: Pointer, way: str) -> None:
    """Sets up a session of two rounds in which two seats are held by people, and begins it."""
    hand.press("new")
    hand.press("all computer")
    for seat in PEOPLE:
        hand.press(f"who {seat}:0")
    hand.press(f"way {way}")
    while hand.sees("rounds-"):
        hand.press("rounds-")
    hand.press("begin")
