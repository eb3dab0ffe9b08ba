"""What the table may compare: each answer to a challenge, foreseen by the model under the present way of deciding."""

from game.city.building import ALONE
from game.city.prospect import Option, Prospect, prospects
from game.content.cards import Challenge, Intervention
from game.engine.deciding import together
from game.engine.inventing import answers_to
from game.engine.state import Game, State


def foreseen(game: Game, state: State, challenge: Challenge) -> tuple[Prospect, ...]:
    """Returns what each answer would do, decided in this state: as it is proposed, else where it is felt most."""
    options = [_option(game, state, challenge, answer) for answer in answers_to(game, state, challenge.id)]
    return prospects(game.model, state.city, options, state.procedure, ahead(game))


def ahead(game: Game) -> int:
    """Returns how many rounds the forecast looks ahead: as many as the optimiser."""
    return round(game.model.rules.deciding.foresight.value)


def _option(game: Game, state: State, challenge: Challenge, answer: Intervention) -> Option:
    proposal = state.proposal(answer.id)
    if proposal is None:
        return Option(answer.id, challenge.district if answer.placed else None, ALONE)
    return Option(answer.id, proposal.district, together(game, proposal))
