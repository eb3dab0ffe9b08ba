"""The same city, the same luck and the same computer players, under each way of deciding."""

from collections.abc import Iterator

from attrs import evolve, frozen

from game.bots.bot import Bot
from game.city.dynamics import founded
from game.city.state import CityState, adoptions
from game.content.shapes import ProcedureId
from game.engine.bargaining import offers_to
from game.engine.events import Decided, Event, PowerLost
from game.engine.legal import awaited
from game.engine.moves import Move, Proceed
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import PLAYABLE, Game, State
from game.engine.step import step


@frozen
class Played:
    """How a session ended under one way of deciding; `contested` and `lost` count decisions and powers."""

    way: ProcedureId
    city: CityState
    decided: int
    contested: int
    lost: int


def under(game: Game, way: ProcedureId) -> Game:
    """Returns the same game that opens in another way of deciding."""
    return evolve(game, start=founded(game.model, way), procedure=way, explained=False)


def played_out(game: Game, bot: Bot) -> Iterator[tuple[State, tuple[Event, ...]]]:
    """Yields every step of a whole session in which one kind of computer player holds every seat."""
    state = first_state(game)
    while state.phase is not Phase.ENDED:
        state, events = step(game, state, next_move(game, state, bot))
        yield state, events


def next_move(game: Game, state: State, bot: Bot) -> Move:
    """Returns what carries a session on: the move of a computer player that is awaited, or the table going on."""
    bargaining = [player for player in game.players if offers_to(state, player)]
    for player in (*bargaining, *awaited(game, state)):
        seen = observe(game, state, player)
        if seen.moves:
            return bot.choose(game, seen).move
    return Proceed()


def compared(game: Game, bot: Bot, ways: tuple[ProcedureId, ...] = PLAYABLE) -> Iterator[Played]:
    """Yields how the session ends under each way of deciding that the rules describe."""
    for way in ways:
        if way in game.model.procedures:
            yield ended(under(game, way), bot)


def ended(game: Game, bot: Bot) -> Played:
    """Returns how a session ends when computer players hold every seat."""
    contested = lost = 0
    state = first_state(game)
    for after, events in played_out(game, bot):
        state = after
        contested += sum(isinstance(event, Decided) and event.contested for event in events)
        lost += sum(isinstance(event, PowerLost) for event in events)
    return Played(game.procedure, state.city, len(adoptions(game.model, state.city)), contested, lost)
