"""What the optimiser would pick in a workshop that is played on paper, where no screen can tell it."""

from attrs import frozen

from game.content.shapes import ChallengeId, DistrictId, InterventionId
from game.engine.events import LeftAsItIs
from game.engine.moves import Decide, Proceed
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import Game
from game.engine.step import step


@frozen
class Pick:
    """A challenge, and what is picked for it and where; None where nothing is worth it, or nothing can be paid."""

    challenge: ChallengeId
    answer: InterventionId | None = None
    district: DistrictId | None = None


def optimiser_picks(game: Game) -> tuple[Pick, ...]:
    """Returns what is picked for each challenge, in order, as long as nobody refuses it."""
    state, found = first_state(game), dict[ChallengeId, Pick]()
    while state.phase is not Phase.ENDED:
        if state.phase is Phase.DECISION and state.pick is not None and state.challenge is not None:
            answer = state.pick.winner
            proposal = state.proposal(answer) if answer else None
            found[state.challenge] = Pick(state.challenge, answer, proposal.district if proposal else None)
            state, events = step(game, state, Decide(game.model.scenario.decider, answer))
        else:
            state, events = step(game, state, Proceed())
        found |= {each.challenge: Pick(each.challenge) for each in events if isinstance(each, LeftAsItIs)}
    return tuple(found.values())
