"""How long the engine takes: a move, a resolution with and without its explanation, an observation, a playout.

Run by name: `python -m pytest tests/bench -o addopts=""`. Nothing is asserted about time.
"""

from random import Random
from statistics import median
from time import process_time

import pytest

from game.city.dynamics import advanced
from game.city.explain import contributions
from game.city.explored import every_plan
from game.engine.legal import legal_moves
from game.engine.moves import Pass
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.engine.step import step
from game.session import Session
from tests.city.reference import held_to, model, path, rules
from tests.city.test_batch import beside
from tests.engine.table import game, until
from tests.session.rooms import carry_on, session

LATE = 11
"""A round late in the reference session: eight interventions stand, every link pushes."""
TURNS = 3
"""Times that each engine has its turn: machines are noisy, the ratio is their median."""


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
def test_random_playouts_beside_python_chess(benchmark, explained: bool) -> None:
    """Random legal moves through the whole engine, and through python-chess, in turns in one run.

    The ratio of their moves per CPU second is in `extra_info`: at least 2 without explanations is the aim, and with
    them 0.42, which is boardgame.io's tic-tac-toe.
    """
    chess = pytest.importorskip("chess")
    of, dice = game(explained=explained), Random(1)

    ratios = []
    for _ in range(TURNS):
        ours = pace(lambda: played_at_random(of, dice))
        theirs = pace(lambda: chess_at_random(chess, dice))
        ratios.append(ours / theirs)
    benchmark.extra_info |= {"moves a second": round(ours), "beside python-chess": round(median(ratios), 2)}

    assert benchmark(played_at_random, of, dice) > 50


def pace(game_of) -> float:
    """Returns moves per CPU second, over at least a second of whole games."""
    began, moves = process_time(), 0
    while process_time() - began < 1:
        moves += game_of()
    return moves / (process_time() - began)


def played_at_random(of, dice: Random) -> int:
    """Plays a whole session of random legal moves, kept in memory, and returns their number."""
    table = Session(of, [Seat(player) for player in of.players])
    while not table.over:
        moves = legal_moves(of, table.state)
        table.submit(moves[int(dice.random() * len(moves))])
    return len(table.turns)


def chess_at_random(chess, dice: Random) -> int:
    """Plays a whole game of random legal chess moves and returns their number."""
    board = chess.Board()
    while not board.is_game_over():
        moves = list(board.legal_moves)
        board.push(moves[int(dice.random() * len(moves))])
    return board.ply()


def test_a_thousand_cities_at_once(benchmark) -> None:
    """A round of a thousand reference cities side by side."""
    city = path("business")[LATE]
    thousand = beside([city] * 1000)

    assert benchmark(advanced, model(), thousand).round == city.round + 1


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


def test_every_plan_of_one_procedure(benchmark) -> None:
    """All 6,561 choices of tech levels by the mayor, twelve rounds each, side by side."""
    (ranked,) = benchmark.pedantic(lambda: tuple(every_plan(held_to().reference, rules(), ("mayor",))), rounds=1)

    assert ranked.plans == 3**8
