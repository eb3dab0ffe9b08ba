"""A session run again beside itself: the same moves and the same luck in a city that a workshop's map drives."""

from attrs import evolve, frozen

from game.city.beside import set_apart
from game.city.compiling import compiled
from game.city.dynamics import founded
from game.city.explain import Parts
from game.city.state import CityState
from game.content.causalmap import CausalMap
from game.content.maplinks import Laid, links_of
from game.engine.moves import Adjust, Draw, Move
from game.errors import IllegalMove
from game.session import Session


@frozen
class Beside:
    """A session as it would have gone under a map."""

    played: Session
    other: Session
    lost: int
    """Moves that no longer held: too dear, not yet possible."""
    percent: int
    """The share of their strength at which the arrows act; less than 100 keeps the city steady."""

    @property
    def city(self) -> CityState:
        """Returns the city as it would have become."""
        return self.other.cities[-1]

    def causes(self, name: str) -> Parts:
        """Returns which causes set a level apart from the one that was played, largest first; they sum to it."""
        played = self.played.cities[-1]
        return set_apart(self.played.game.model, played, self.other.game.model, self.city, name)


def beside(session: Session, drawn: CausalMap, laid: Laid) -> Beside:
    """Returns the session as it would have gone had the city run on a map of causes.

    Where the map speaks, what the room had moved among the rules' links no longer does: those moves are left out. A
    move that has become illegal is left out and counted. Maps drawn on the way change nothing and are left out too.
    """
    played = session.game.model
    links = links_of(drawn, played.rules, laid)
    model = compiled(played.scenario, evolve(played.rules, couplings=links.couplings))
    game = evolve(session.game, model=model, start=founded(model, session.game.procedure), explained=False)
    other, lost = Session(game, session.game.seated), 0
    for turn in session.turns:
        if _silenced(turn.move, drawn, laid):
            continue
        try:
            other.submit(turn.move)
        except IllegalMove:
            lost += 1
    return Beside(session, other, lost, links.percent)


def _silenced(move: Move, drawn: CausalMap, laid: Laid) -> bool:
    if isinstance(move, Draw):
        return True
    return isinstance(move, Adjust) and (laid is Laid.ALONE or move.link in drawn.strengths)
