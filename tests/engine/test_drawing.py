"""A map of causes goes on the wall by a move of its own, at any time, and changes nothing in the city."""

import pytest
from attrs import evolve

from game.content.causalmap import Arrow, CausalMap, Moment
from game.engine.events import MapDrawn
from game.engine.legal import legal_moves
from game.engine.moves import Draw, Proceed
from game.engine.phases import Phase
from game.engine.refusing import refusal
from game.engine.setup import first_state
from game.engine.state import Drawn
from game.engine.step import step
from game.errors import IllegalMove, Refusal
from tests.engine.table import game, play, until

MAP = CausalMap("the room", (Arrow("prosperity", "affordability", -2), Arrow("lived", "trust", 1)))


def test_a_map_goes_on_the_wall_with_its_round_and_its_moment() -> None:
    """The state keeps it, and the event names who drew it, when, and how many arrows it has."""
    state, events = step(game(), first_state(game()), Draw(MAP, Moment.BEFORE))

    assert (Drawn(1, Moment.BEFORE, MAP),) == state.maps
    assert (MapDrawn(1, Moment.BEFORE, "the room", 2),) == events


@pytest.mark.parametrize("phase", Phase)
def test_a_map_may_be_drawn_in_every_phase_the_end_included(phase: Phase) -> None:
    """What people believe after the game is drawn after the game."""
    state = until(game(), phase) if phase not in (Phase.DELIBERATION, Phase.DECISION) else first_state(game())
    state = evolve(state, phase=phase)

    after = play(game(), state, Draw(MAP, Moment.AFTER))

    assert evolve(state, maps=after.maps) == after
    assert state.city is after.city


def test_after_the_end_nothing_else_is_open() -> None:
    """A map does not open the session again."""
    over = until(game(), Phase.ENDED)

    assert Refusal.GAME_OVER is refusal(game(), over, Proceed())
    assert () == legal_moves(game(), play(game(), over, Draw(MAP, Moment.AFTER)))


def test_the_same_author_redraws_the_map_of_a_moment() -> None:
    """The new one takes the place of the old one; other moments and other authors keep theirs."""
    redrawn = CausalMap("the room", MAP.arrows[:1])
    others = CausalMap("the neighbours", MAP.arrows)

    state = play(
        game(), first_state(game()), Draw(MAP, Moment.BEFORE), Draw(others, Moment.BEFORE), Draw(MAP, Moment.DURING),
        Draw(redrawn, Moment.BEFORE),
    )  # fmt: skip

    assert [others, MAP, redrawn] == [drawn.map for drawn in state.maps]


def test_a_map_without_arrows_takes_the_old_one_down() -> None:
    """Erasing the last arrow leaves the wall empty, and says so."""
    empty = Draw(CausalMap("the room", ()), Moment.BEFORE)

    state, events = step(game(), play(game(), first_state(game()), Draw(MAP, Moment.BEFORE)), empty)

    assert () == state.maps
    assert (MapDrawn(1, Moment.BEFORE, "the room", 0),) == events


@pytest.mark.parametrize(
    "unsound",
    [
        CausalMap("", MAP.arrows),
        CausalMap("   ", MAP.arrows),
        CausalMap("x" * 41, MAP.arrows),
        CausalMap("the room", (Arrow("rain", "umbrellas", 1),)),
        CausalMap("the room", (Arrow("trust", "lived", 1),)),
        CausalMap("the room", (Arrow("trust", "image", 0),)),
        CausalMap("the room", (MAP.arrows[0], MAP.arrows[0])),
    ],
)
def test_a_map_that_means_nothing_is_refused(unsound: CausalMap) -> None:
    """Nobody's map, or one with an arrow that joins nothing: the wall stays as it was."""
    with pytest.raises(IllegalMove) as refused:
        step(game(), first_state(game()), Draw(unsound, Moment.BEFORE))

    assert Refusal.NOT_A_MAP is refused.value.reason
