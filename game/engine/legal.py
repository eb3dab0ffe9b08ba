"""Which moves are open, and why the others are not. The answer is a reason from a closed list."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, combinations
from typing import Final

from game.city.building import affordable, lacking, payable
from game.city.exact import milli
from game.content.shapes import ChallengeId, DistrictId, InterventionId, StakeholderId
from game.engine.drawing import refused_drawing
from game.engine.moves import (
    Adjust,
    Cover,
    Decide,
    Draw,
    Join,
    Move,
    Pass,
    Proceed,
    Propose,
    Reveal,
    Stand,
    TakeStand,
    Vote,
)
from game.engine.phases import Phase
from game.engine.reveal import revealable, shown_on_table
from game.engine.state import MANDATE, Game, Offer, State
from game.errors import Refusal

Hands = Mapping[StakeholderId, tuple[Move, ...]]
"""What each seat may do. The same few hands are dealt over and over in a session: they are made once and kept."""
Floor = tuple[tuple[InterventionId, tuple[StakeholderId, ...]], ...]
"""The answers under deliberation, each with the partners it still lacks."""
SeatMove = Propose | Pass | TakeStand | Join | Decide | Vote
"""The moves that a seat makes; the others are the facilitator's."""
PROCEED: Final = Proceed()
STANDS: Final = tuple(Stand)


def refusal(game: Game, state: State, move: Move) -> Refusal | None:
    """Returns why a move is refused, or None when it is legal."""
    if isinstance(move, Draw):
        return refused_drawing(game, move)
    if state.phase is Phase.ENDED:
        return Refusal.GAME_OVER
    match move:
        case Proceed():
            return None
        case Adjust():
            return _refused_adjustment(game, move)
        case Reveal() | Cover():
            return _refused_showing(game, state, move)
    return _refused_seat(game, state, move) if move.player in game.players else Refusal.NOT_A_PLAYER


def _refused_seat(game: Game, state: State, move: SeatMove) -> Refusal | None:
    match move:
        case TakeStand():
            return None if _deliberated(state, move.intervention) else _missed(state, Phase.DELIBERATION)
        case Propose():
            return _refused_proposal(game, state, move)
        case Pass():
            return _silent_only(state, move.player)
        case Join():
            return _refused_partner(game, state, move)
        case Decide():
            return _refused_choice(game, state, move)
        case Vote():
            return _refused_ballot(state, move)


def legal_moves(game: Game, state: State) -> tuple[Move, ...]:
    """Returns every legal move of every seat, in a fixed order."""
    if state.phase is Phase.ENDED:
        return ()
    if state.phase is Phase.DELIBERATION:
        return _open_floor(game.players, _on_the_floor(state))
    hands = _hands(game, state)
    return (PROCEED, *chain.from_iterable([hands[player] for player in _speaking(game, state)]))


def moves_of(game: Game, state: State, player: StakeholderId) -> tuple[Move, ...]:
    """Returns the legal moves of one seat."""
    return _hands(game, state)[player] if player in _speaking(game, state) else ()


def offered(game: Game, state: State, challenge: ChallengeId) -> tuple[Offer, ...]:
    """Returns the answers to a challenge that the city could take as it stands, with each district they may go to."""
    able = payable(game.model, state.city, state.procedure).tolist()
    return tuple(
        (answer.id, district)
        for answer in game.challenge(challenge).answers
        if able[game.model.cards.ids.index(answer.id)] and not lacking(game.model, state.city, answer.id)
        for district in (game.model.districts if answer.placed else (None,))
    )


def awaited(game: Game, state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats the table is waiting for in the present phase, in order."""
    match state.phase:
        case Phase.PROPOSAL:
            heard = {*state.passed, *(player for proposal in state.proposals for player in proposal.proposers)}
            return tuple([player for player in game.players if player not in heard])
        case Phase.DELIBERATION:
            return tuple([player for player in game.players if player not in state.heard])
        case Phase.DECISION if state.procedure == MANDATE:
            return (game.model.scenario.decider,)
        case Phase.DECISION:
            voted = {ballot.player for ballot in state.ballots}
            return tuple([player for player in game.players if player not in voted])
    return ()


def spoken(state: State, player: StakeholderId) -> bool:
    """Tells whether a seat has proposed or passed in this phase."""
    return player in state.passed or any(player in proposal.proposers for proposal in state.proposals)


def decidable(state: State) -> tuple[InterventionId, ...]:
    """Returns the proposals that can be decided: all partners joined. In the order they came to the table."""
    return tuple([proposal.intervention for proposal in state.proposals if not proposal.missing])


def _speaking(game: Game, state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats that have moves in the present phase."""
    match state.phase:
        case Phase.DELIBERATION:
            return game.players
        case Phase.PROPOSAL | Phase.DECISION:
            return awaited(game, state)
    return ()


def _hands(game: Game, state: State) -> Hands:
    match state.phase:
        case Phase.PROPOSAL:
            return _proposals(game.players, state.offers)
        case Phase.DELIBERATION:
            return _speeches(game.players, _on_the_floor(state))
        case Phase.DECISION if state.procedure == MANDATE:
            return _choices(game.model.scenario.decider, decidable(state))
        case Phase.DECISION:
            return _ballots(game.players, decidable(state))
    return {}


@lru_cache(maxsize=1024)
def _proposals(players: tuple[StakeholderId, ...], offers: tuple[Offer, ...]) -> Hands:
    return {
        player: (*(Propose(player, answer, district) for answer, district in offers), Pass(player))
        for player in players
    }


def _on_the_floor(state: State) -> Floor:
    return tuple([(proposal.intervention, proposal.missing) for proposal in state.proposals])


@lru_cache(maxsize=1024)
def _open_floor(players: tuple[StakeholderId, ...], proposed: Floor) -> tuple[Move, ...]:
    """Returns every move of a deliberation: everybody may speak, as often as they like."""
    return (PROCEED, *chain.from_iterable(_speeches(players, proposed).values()))


@lru_cache(maxsize=1024)
def _speeches(players: tuple[StakeholderId, ...], proposed: Floor) -> Hands:
    """Deals the stands on each proposal, and the joining of those whom it still lacks."""
    return {
        player: (
            *(TakeStand(player, answer, stand) for answer, _ in proposed for stand in STANDS),
            *(Join(player, answer) for answer, missing in proposed if player in missing),
        )
        for player in players
    }


@lru_cache(maxsize=1024)
def _choices(decider: StakeholderId, options: tuple[InterventionId, ...]) -> Hands:
    return {decider: (*(Decide(decider, option) for option in options), Decide(decider, None))}


@lru_cache(maxsize=1024)
def _ballots(players: tuple[StakeholderId, ...], options: tuple[InterventionId, ...]) -> Hands:
    sizes = range(len(options) + 1)
    approved = tuple(chosen for size in sizes for chosen in combinations(options, size))
    return {player: tuple(Vote(player, chosen) for chosen in approved) for player in players}


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
    if (move.intervention, move.district) in state.offers:
        return None
    return _unavailable(game, state, move.intervention)


def _refused_adjustment(game: Game, move: Adjust) -> Refusal | None:
    link = next((link for link in game.model.rules.couplings if link.id == move.link), None)
    if link is None:
        return Refusal.NOT_A_LINK
    if move.per10 in (None, 0) or milli(link.low) <= move.per10 <= milli(link.high):
        return None
    return Refusal.OUT_OF_RANGE


def _refused_showing(game: Game, state: State, move: Reveal | Cover) -> Refusal | None:
    if move.of not in revealable(game):
        return Refusal.NOT_A_LEVEL
    if isinstance(move, Cover):
        return None if move.of in state.lifted else Refusal.NOT_LIFTED
    return Refusal.SHOWN_ALREADY if move.of in shown_on_table(game, state) else None


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
    return None if move.player in proposal.missing else Refusal.ALREADY_DONE


def _refused_choice(game: Game, state: State, move: Decide) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    if state.procedure != MANDATE or move.player != game.model.scenario.decider:
        return Refusal.NOT_YOUR_CALL
    return None if move.intervention is None else _undecidable(state, move.intervention)


def _refused_ballot(state: State, move: Vote) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    if state.procedure == MANDATE:
        return Refusal.NOT_YOUR_CALL
    if any(ballot.player == move.player for ballot in state.ballots):
        return Refusal.ALREADY_DONE
    if len(set(move.approved)) != len(move.approved):
        return Refusal.NOT_ON_TABLE
    found = (_undecidable(state, intervention) for intervention in move.approved)
    return next((reason for reason in found if reason), None)


def _undecidable(state: State, intervention: InterventionId) -> Refusal | None:
    proposal = state.proposal(intervention)
    if proposal is None:
        return Refusal.NOT_ON_TABLE
    return Refusal.PARTNER_MISSING if proposal.missing else None
