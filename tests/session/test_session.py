"""The table in the room: seats, computer players, undo."""

import pytest

from game.engine.moves import Pass, Proceed
from game.engine.phases import Phase
from game.engine.state import PLAYABLE
from tests.session.rooms import carry_on, session


def test_computer_players_play_a_whole_session() -> None:
    """With a computer player on each seat the session ends by itself, after its rounds."""
    table = session()
    carry_on(table)

    assert (table.over, table.state.round) == (True, 6)


def test_a_person_may_take_over_any_seat_at_any_moment() -> None:
    """A seat taken over is waited for; the computer players go on around it."""
    table = session()
    carry_on(table, 4)
    table.take_over("residents")
    while table.bot_choice():
        table.submit(table.bot_choice()[1].move)

    assert table.waits_for_people() == ("residents",)


def test_undo_gives_back_the_state_before() -> None:
    """Taking back a move leaves the table exactly as it was."""
    table = session(bot=None)
    table.submit(Proceed())
    before = table.state
    table.submit(Pass("residents"))
    table.undo()

    assert table.state == before


def test_at_the_start_there_is_nothing_to_take_back() -> None:
    """Undo at the first state changes nothing and says so."""
    assert session().undo() is False


def test_listeners_hear_each_accepted_move_once() -> None:
    """A listener is told of each move with its events, after it was accepted."""
    table, heard = session(bot=None), []
    table.listeners.append(lambda move, events: heard.append((move, len(events))))
    events = table.submit(Proceed())

    assert heard == [(Proceed(), len(events))]


def test_with_people_everywhere_no_computer_player_moves() -> None:
    """The table waits for every seat when people hold them all."""
    table = session(bot=None)
    table.submit(Proceed())

    assert table.state.phase is Phase.PROPOSAL
    assert table.bot_choice() is None
    assert table.waits_for_people() == table.game.players


@pytest.mark.parametrize("way", PLAYABLE)
def test_seats_that_stay_silent_never_stop_the_table(way: str) -> None:
    """With two seats of people who say nothing, computer players always find a legal move, and the session ends."""
    for seed in (7, 8):
        held = session(seed=seed, procedure=way)
        for silent in ("cityhall", "residents"):
            held.take_over(silent)
        carry_on(held)

        assert held.over
