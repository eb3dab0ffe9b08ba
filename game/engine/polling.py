"""A poll of the room: what each person thinks of what the seats argue. It changes nothing in the city."""

from typing import Final

from game.engine.events import Polled
from game.engine.moves import Poll
from game.engine.state import Game, State, changed
from game.errors import Refusal

ANSWERS: Final = "adp-"
"""Agrees, disagrees, passes, left empty."""
MOST: Final = 200
"""Sheets of a poll."""


def refused_poll(game: Game, move: Poll) -> Refusal | None:
    """Returns why a poll is refused: too many sheets, or one that does not have an answer for each seat."""
    sound = all(len(sheet) == len(game.players) and set(sheet) <= set(ANSWERS) for sheet in move.sheets)
    return None if sound and len(move.sheets) <= MOST else Refusal.NOT_A_POLL


def polled(state: State, move: Poll) -> tuple[State, Polled]:
    """Returns the state that knows what the room thinks."""
    return changed(state, sheets=move.sheets), Polled(state.round, len(move.sheets))
