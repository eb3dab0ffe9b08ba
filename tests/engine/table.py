"""A small table for the tests of the engine: the shipped scenario and rules, and drivers for whole games."""

from collections.abc import Iterator
from functools import cache

from game.content.load import Loaded, LoadedRules, load_rulebook, load_scenario
from game.engine.chance import roll
from game.engine.events import Event
from game.engine.legal import legal_moves
from game.engine.moves import Move, Proceed
from game.engine.phases import Phase
from game.engine.setup import first_state, new_game
from game.engine.state import MAJORITY, Game, State
from game.engine.step import step
from game.paths import data


@cache
def loaded() -> Loaded:
    """Returns the shipped scenario."""
    return load_scenario(data("scenarios", "port-clair"))


@cache
def rules() -> LoadedRules:
    """Returns the shipped rules."""
    return load_rulebook()


@cache
def game(procedure: str = MAJORITY, seed: int = 1, rounds: int = 6, explained: bool = True) -> Game:
    """Returns a game of the shipped scenario."""
    return new_game(loaded().scenario, rules().rulebook, seed, rounds, procedure, explained)


def play(of: Game, state: State, *moves: Move) -> State:
    """Returns the state after moves that must be legal."""
    for move in moves:
        state, _ = step(of, state, move)
    return state


def until(of: Game, phase: Phase, state: State | None = None) -> State:
    """Returns the first state in a phase, going on without a word."""
    state = state or first_state(of)
    while state.phase is not phase:
        state, _ = step(of, state, Proceed())
    return state


def random_game(of: Game, dice: int) -> Iterator[tuple[State, Move, State, tuple[Event, ...]]]:
    """Yields every step of a game of random legal moves; the same dice give the same game."""
    state, number = first_state(of), 0
    while state.phase is not Phase.ENDED:
        moves = legal_moves(of, state)
        move = moves[roll(dice, number, "playout", "table", len(moves))]
        after, events = step(of, state, move)
        yield state, move, after, events
        state, number = after, number + 1
