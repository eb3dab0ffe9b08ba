"""A line of play that follows a recorded one as far as it can; computer players fill in where it can't."""

from typing import Final

from game.bots.persona import PersonaBot
from game.bots.ways import next_move
from game.content.shapes import StakeholderId
from game.engine.events import Event
from game.engine.legal import awaited
from game.engine.moves import Move, Proceed
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.state import Game, State
from game.engine.step import step
from game.errors import IllegalMove
from game.session import Session
from game.whatif.swapping import Swaps, moved

BOT: Final = PersonaBot()
PHASES: Final = tuple(Phase)
LAST: Final = 99
"""Stands after every challenge of a round."""
Place = tuple[int, int, int]
"""Where a table is: its round, the challenge it is at, its phase."""


def place_of(state: State) -> Place:
    """Returns where a table is; a question is decided within the briefing."""
    if state.phase in (Phase.RESOLUTION, Phase.REFLECTION, Phase.ENDED):
        return state.round, LAST, PHASES.index(state.phase)
    asked = state.question is not None
    return state.round, state.opened, 0 if asked else PHASES.index(state.phase)


class Following:
    """A line of play from a moment on."""

    def __init__(self, game: Game, state: State) -> None:
        self.game, self.state = game, state
        self.events: list[Event] = []
        self.replayed = self.lost = 0
        """Moves of seats that were played again, and that no longer held."""
        self._owed: set[StakeholderId] = set()

    def follow(self, session: Session, at: int, until: int, swaps: Swaps) -> None:
        """Plays the recorded turns again, each where the table stood when it was played."""
        for before, turn in zip(session.states[at:until], session.turns[at:until], strict=True):
            while place_of(self.state) < place_of(before):
                self._close(before)
            if place_of(self.state) == place_of(before):
                self._again(turn.move, before, swaps)
            else:
                self._lose(turn.move)

    def carry_on(self, end: Place, everyone: bool) -> None:
        """Plays until the table stands where the recorded one ended; computer players move where `everyone` says so."""
        while place_of(self.state) < end and self.state.phase is not Phase.ENDED:
            self.play(next_move(self.game, self.state, BOT) if everyone else Proceed())

    def play(self, move: Move) -> None:
        """Plays a move; raises IllegalMove where the table refuses it."""
        self.state, events = step(self.game, self.state, move)
        self.events.extend(events)

    def _again(self, move: Move, before: State, swaps: Swaps) -> None:
        if isinstance(move, Proceed):
            self._close(before)
            return
        again = moved(move, self.state, swaps)
        try:
            if again is None:
                self._lose(move)
            else:
                self.play(again)
                self.replayed += hasattr(move, "player")
        except IllegalMove:
            self._lose(move)

    def _lose(self, move: Move) -> None:
        """Counts a seat's move that does not hold; a computer player moves for the seat before the phase closes."""
        player = getattr(move, "player", None)
        if player is not None:
            self.lost += 1
            self._owed.add(player)

    def _close(self, before: State) -> None:
        """Lets computer players move for the seats that are owed a move, then closes the phase.

        Where the city decides in another way than the recorded one did, every seat is owed its ballot.
        """
        place = place_of(self.state)
        other = self.state.phase is Phase.DECISION and self.state.procedure != before.procedure
        while place_of(self.state) == place:
            waiting = [seat for seat in awaited(self.game, self.state) if other or seat in self._owed]
            seen = next((o for o in (observe(self.game, self.state, seat) for seat in waiting) if o.moves), None)
            if seen is None:
                break
            self.play(BOT.choose(self.game, seen).move)
            self._owed.discard(seen.player)
        if place_of(self.state) == place:
            self.play(Proceed())
        self._owed.clear()
