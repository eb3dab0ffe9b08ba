"""What the optimiser would pick in a workshop that is played on paper, where no screen can tell it."""

from game.content.shapes import ChallengeId, InterventionId
from game.engine.events import LeftAsItIs
from game.engine.moves import Decide, Proceed
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import Game
from game.engine.step import step

Pick = tuple[ChallengeId, InterventionId | None]
"""A challenge, and what is picked for it; None where nothing is worth it, or nothing can be paid."""


def optimiser_picks(game: Game) -> tuple[Pick, ...]:
    """Returns what is picked for each challenge, in order, as long as nobody refuses it."""
    state, found = first_state(game), dict[ChallengeId, InterventionId | None]()
    while state.phase is not Phase.ENDED:
        if state.phase is Phase.DECISION and state.pick is not None and state.challenge is not None:
            pick = found[state.challenge] = state.pick.winner
            state, events = step(game, state, Decide(game.model.scenario.decider, pick))
        else:
            state, events = step(game, state, Proceed())
        found |= {each.challenge: None for each in events if isinstance(each, LeftAsItIs)}
    return tuple(found.items())
