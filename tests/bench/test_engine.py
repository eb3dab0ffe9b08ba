"""How long the engine takes: a move, a resolution with and without its explanation, an observation, a playout.

Run by name: `python -m pytest tests/bench -o addopts=""`. Nothing is asserted about time.
"""

import pytest

from game.city.dynamics import advanced
from game.city.explain import contributions
from game.engine.legal import legal_moves
from game.engine.moves import Pass
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.step import step
from tests.city.reference import model, path
from tests.engine.table import game, random_game, until
from tests.session.rooms import carry_on, session

LATE = 11
"""A round late in the reference session: eight interventions stand, every link pushes."""


def test_one_move(benchmark) -> None:
    """A seat passes."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    after, _ = benchmark(step, of, state, Pass("residents"))

    assert after.passed == ("residents",)


def test_one_resolution_without_explanation(benchmark) -> None:
    """The reference city moves by a round."""
    city = path("business")[LATE]
    after = benchmark(advanced, model(), city)

    assert after.round == city.round + 1


def test_one_resolution_with_its_explanation(benchmark) -> None:
    """The reference city moves by a round and every cell says why."""
    city = path("business")[LATE]

    def resolved():
        after = advanced(model(), city)
        return contributions(model(), city, after)

    assert benchmark(resolved)


def test_one_observation(benchmark) -> None:
    """What a seat may know, its legal moves included."""
    of, state = game(), until(game(), Phase.PROPOSAL)

    assert benchmark(observe, of, state, "residents").moves


def test_listing_legal_moves(benchmark) -> None:
    """Every legal move of every seat in a proposal."""
    of, state = game(), until(game(), Phase.PROPOSAL)

    assert benchmark(legal_moves, of, state)


@pytest.mark.parametrize("explained", [False, True])
def test_a_random_playout(benchmark, explained: bool) -> None:
    """A whole game of random legal moves; the moves are counted in extra_info."""
    of = game(explained=explained)
    moves = benchmark(lambda: sum(1 for _ in random_game(of, 5)))
    benchmark.extra_info["moves"] = moves

    assert moves > 50


def test_replaying_a_thousand_moves(benchmark) -> None:
    """Moves of whole sessions, a thousand in all, through a new table each."""
    made = carry_on(session())
    times = -(-1000 // len(made))

    def replay() -> int:
        count = 0
        for _ in range(times):
            table = session()
            for move in made:
                table.submit(move)
                count += 1
        return count

    assert benchmark(replay) >= 1000
