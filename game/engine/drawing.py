"""Drawing a map of causes: a move that changes nothing in the city, so that it is open even after the last round."""

from game.content.causalmap import AUTHOR_LONGEST, is_sound
from game.engine.events import MapDrawn
from game.engine.moves import Draw
from game.engine.state import Drawn, Game, State, changed
from game.errors import Refusal


def refused_drawing(game: Game, move: Draw) -> Refusal | None:
    """Returns why a map is refused: its author has no name, or an arrow joins what can't be joined."""
    author = move.map.author
    if author != author.strip() or not 0 < len(author) <= AUTHOR_LONGEST or not is_sound(move.map, game.model.rules):
        return Refusal.NOT_A_MAP
    return None


def drawn(state: State, move: Draw) -> tuple[State, MapDrawn]:
    """Returns the state with the map on the wall, in the place of the one its author drew for that moment.

    A map without arrows takes that one off the wall.
    """
    kept = tuple(each for each in state.maps if (each.map.author, each.moment) != (move.map.author, move.moment))
    added = (Drawn(state.round, move.moment, move.map),) if move.map.arrows else ()
    event = MapDrawn(state.round, move.moment, move.map.author, len(move.map.arrows))
    return changed(state, maps=(*kept, *added)), event
