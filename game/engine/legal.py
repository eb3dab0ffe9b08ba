"""Which moves are open, and why the others are not. The answer is a reason from a closed list."""

from collections.abc import Sequence
from itertools import combinations

from game.city.building import affordable, lacking
from game.city.exact import milli
from game.content.shapes import DistrictId, InterventionId, StakeholderId
from game.engine.drawing import refused_drawing
from game.engine.moves import Adjust, Decide, Draw, Join, Move, Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.phases import Phase
from game.engine.state import MANDATE, Game, Proposal, State
from game.errors import Refusal

Offer = tuple[InterventionId, DistrictId | None]
"""An answer and the district it would go to."""


def refusal(game: Game, state: State, move: Move) -> Refusal | None:
    """Returns why a move is refused, or None when it is legal."""
    if isinstance(move, Draw):
        return refused_drawing(game, move)
    if state.phase is Phase.ENDED:
        return Refusal.GAME_OVER
    if isinstance(move, Adjust):
        return _refused_adjustment(game, move)
    if not isinstance(move, Proceed) and move.player not in game.players:
        return Refusal.NOT_A_PLAYER
    match move:
        case Proceed():
            return None
        case Propose():
            return _refused_proposal(game, state, move)
        case Pass():
            return _silent_only(state, move.player)
        case TakeStand():
            return None if _deliberated(state, move.intervention) else _missed(state, Phase.DELIBERATION)
        case Join():
            return _refused_partner(game, state, move)
        case Decide():
            return _refused_choice(game, state, move)
        case Vote():
            return _refused_ballot(game, state, move)


def legal_moves(game: Game, state: State) -> tuple[Move, ...]:
    """Returns every legal move of every seat, in a fixed order."""
    if state.phase is Phase.ENDED:
        return ()
    offers = offered(game, state)
    return (Proceed(), *(move for player in game.players for move in _of_seat(game, state, player, offers)))


def moves_of(game: Game, state: State, player: StakeholderId) -> tuple[Move, ...]:
    """Returns the legal moves of one seat."""
    return tuple(_of_seat(game, state, player, offered(game, state)))


def offered(game: Game, state: State) -> tuple[Offer, ...]:
    """Returns the answers that any seat may propose now, with each district they may go to."""
    if state.phase is not Phase.PROPOSAL or state.challenge is None:
        return ()
    return tuple(
        (answer.id, district)
        for answer in game.challenge(state.challenge).answers
        if _unavailable(game, state, answer.id) is None
        for district in (game.model.districts if answer.placed else (None,))
    )


def awaited(game: Game, state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats the table is waiting for in the present phase, in order."""
    match state.phase:
        case Phase.PROPOSAL:
            return tuple(p for p in game.players if not spoken(state, p))
        case Phase.DELIBERATION:
            return tuple(p for p in game.players if p not in state.heard)
        case Phase.DECISION if state.procedure == MANDATE:
            return (game.model.scenario.decider,)
        case Phase.DECISION:
            voted = {ballot.player for ballot in state.ballots}
            return tuple(p for p in game.players if p not in voted)
    return ()


def spoken(state: State, player: StakeholderId) -> bool:
    """Tells whether a seat has proposed or passed in this phase."""
    return player in state.passed or any(player in proposal.proposers for proposal in state.proposals)


def missing_partners(game: Game, proposal: Proposal) -> tuple[StakeholderId, ...]:
    """Returns the partners a proposal still lacks; its proposers count as partners."""
    behind = {*proposal.partners, *proposal.proposers}
    return tuple(p for p in game.intervention(proposal.intervention).partners if p not in behind)


def decidable(game: Game, state: State) -> tuple[InterventionId, ...]:
    """Returns the proposals that can be decided: all partners joined. In the order they came to the table."""
    return tuple(p.intervention for p in state.proposals if not missing_partners(game, p))


def _of_seat(game: Game, state: State, player: StakeholderId, offers: Sequence[Offer]) -> list[Move]:
    match state.phase:
        case Phase.PROPOSAL if not spoken(state, player):
            return [*(Propose(player, answer, district) for answer, district in offers), Pass(player)]
        case Phase.DELIBERATION:
            proposed = [proposal.intervention for proposal in state.proposals]
            stands: list[Move] = [TakeStand(player, p, stand) for p in proposed for stand in Stand]
            asked = [p.intervention for p in state.proposals if player in missing_partners(game, p)]
            return [*stands, *(Join(player, p) for p in asked)]
        case Phase.DECISION if state.procedure == MANDATE:
            if player != game.model.scenario.decider:
                return []
            return [*(Decide(player, p) for p in decidable(game, state)), Decide(player, None)]
        case Phase.DECISION if all(ballot.player != player for ballot in state.ballots):
            options = decidable(game, state)
            sizes = range(len(options) + 1)
            return [Vote(player, chosen) for size in sizes for chosen in combinations(options, size)]
    return []


def _missed(state: State, phase: Phase) -> Refusal:
    return Refusal.NOT_ON_TABLE if state.phase is phase else Refusal.WRONG_PHASE


def _silent_only(state: State, player: StakeholderId) -> Refusal | None:
    if state.phase is not Phase.PROPOSAL:
        return Refusal.WRONG_PHASE
    return Refusal.ALREADY_DONE if spoken(state, player) else None


def _refused_proposal(game: Game, state: State, move: Propose) -> Refusal | None:
    silent = _silent_only(state, move.player)
    if silent or state.challenge is None:
        return silent or Refusal.NOT_ON_TABLE
    answers = {answer.id: answer for answer in game.challenge(state.challenge).answers}
    if move.intervention not in answers:
        return Refusal.NOT_ON_TABLE
    if not _fits_place(game, answers[move.intervention].placed, move.district):
        return Refusal.NOT_A_DISTRICT
    return _unavailable(game, state, move.intervention)


def _refused_adjustment(game: Game, move: Adjust) -> Refusal | None:
    link = next((link for link in game.model.rules.couplings if link.id == move.link), None)
    if link is None:
        return Refusal.NOT_A_LINK
    if move.per10 in (None, 0) or milli(link.low) <= move.per10 <= milli(link.high):
        return None
    return Refusal.OUT_OF_RANGE


def _unavailable(game: Game, state: State, intervention: InterventionId) -> Refusal | None:
    if lacking(game.model, state.city, intervention):
        return Refusal.NOT_YET_POSSIBLE
    if not affordable(game.model, state.city, intervention, state.procedure):
        return Refusal.TOO_DEAR
    return None


def _fits_place(game: Game, placed: bool, district: DistrictId | None) -> bool:
    return district in game.model.districts if placed else district is None


def _deliberated(state: State, intervention: InterventionId) -> bool:
    return state.phase is Phase.DELIBERATION and state.proposal(intervention) is not None


def _refused_partner(game: Game, state: State, move: Join) -> Refusal | None:
    if not _deliberated(state, move.intervention):
        return _missed(state, Phase.DELIBERATION)
    proposal = state.proposal(move.intervention)
    assert proposal is not None
    if move.player not in game.intervention(move.intervention).partners:
        return Refusal.NOT_A_PARTNER
    return None if move.player in missing_partners(game, proposal) else Refusal.ALREADY_DONE


def _refused_choice(game: Game, state: State, move: Decide) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    if state.procedure != MANDATE or move.player != game.model.scenario.decider:
        return Refusal.NOT_YOUR_CALL
    return None if move.intervention is None else _undecidable(game, state, move.intervention)


def _refused_ballot(game: Game, state: State, move: Vote) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    if state.procedure == MANDATE:
        return Refusal.NOT_YOUR_CALL
    if any(ballot.player == move.player for ballot in state.ballots):
        return Refusal.ALREADY_DONE
    if len(set(move.approved)) != len(move.approved):
        return Refusal.NOT_ON_TABLE
    found = (_undecidable(game, state, intervention) for intervention in move.approved)
    return next((reason for reason in found if reason), None)


def _undecidable(game: Game, state: State, intervention: InterventionId) -> Refusal | None:
    proposal = state.proposal(intervention)
    if proposal is None:
        return Refusal.NOT_ON_TABLE
    return Refusal.PARTNER_MISSING if missing_partners(game, proposal) else None
