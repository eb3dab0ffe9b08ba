"""Why a move is refused. The answer is a reason from a closed list."""

from typing import Final

from game.city.building import affordable, lacking
from game.city.exact import milli
from game.content.shapes import DistrictId, InterventionId, StakeholderId
from game.engine.amending import refused_acceptance, refused_partner, refused_suggestion
from game.engine.asking import refused_asking
from game.engine.ballots import ballot_kind, refused_ballot
from game.engine.bargaining import refused_bargain, refused_judgement, refused_reply
from game.engine.decide.consent import Position
from game.engine.drawing import refused_drawing
from game.engine.inventing import answers_to, refused_admission, refused_estimate, refused_idea
from game.engine.legal import choosable, may_oppose, may_refuse_pick, spoken
from game.engine.moves import (
    Accept,
    Adjust,
    Admit,
    Answer,
    Ask,
    Bargain,
    Cover,
    Decide,
    Draw,
    Estimate,
    Grade,
    HideScores,
    Instruct,
    Invent,
    Join,
    Judge,
    Move,
    Pass,
    Pledge,
    Poll,
    Propose,
    Rank,
    Reply,
    Reveal,
    RoomMove,
    SeatMove,
    ShowScores,
    Stand,
    Strike,
    Suggest,
    TakeStand,
    Vote,
)
from game.engine.phases import Phase
from game.engine.polling import refused_poll
from game.engine.reveal import revealable, shown_on_table
from game.engine.roster import refused_seating
from game.engine.seating import SeatingMove
from game.engine.state import ALGORITHM, Game, State
from game.engine.striking import refused_strike
from game.errors import Refusal

MOST: Final = 10
"""The most that a gauge may count for the optimiser, for or against."""


def refusal(game: Game, state: State, move: Move) -> Refusal | None:
    """Returns why a move is refused, or None when it is legal."""
    if isinstance(move, Draw):
        return refused_drawing(game, move)
    if isinstance(move, Poll):
        return refused_poll(game, move)
    if isinstance(move, Judge):
        return refused_judgement(state, move)
    if state.phase is Phase.ENDED:
        return Refusal.GAME_OVER
    if isinstance(move, SeatingMove):
        return refused_seating(game, state, move)
    if isinstance(move, RoomMove):
        return _refused_room(game, state, move)
    return _refused_seat(game, state, move) if move.player in game.players else Refusal.NOT_A_PLAYER


def _refused_room(game: Game, state: State, move: RoomMove) -> Refusal | None:
    match move:
        case Adjust():
            return _refused_adjustment(game, move)
        case Reveal() | Cover():
            return _refused_showing(game, state, move)
        case HideScores():
            return Refusal.SCORES_HIDDEN if state.scoreless else None
        case ShowScores():
            return None if state.scoreless else Refusal.SCORES_SHOWN
        case Strike():
            return refused_strike(game, state, move)
        case Estimate():
            return refused_estimate(game, state, move)
        case Admit():
            return refused_admission(game, state, move)
    return None


def _refused_seat(game: Game, state: State, move: SeatMove) -> Refusal | None:
    match move:
        case TakeStand():
            return _refused_stand(game, state, move)
        case Propose():
            return _refused_proposal(game, state, move)
        case Pass():
            return _silent_only(state, move.player)
        case Join():
            return refused_partner(state, move)
        case Suggest():
            return refused_suggestion(game, state, move)
        case Accept():
            return refused_acceptance(game, state, move)
        case Invent():
            return refused_idea(game, state, move)
        case Ask():
            return refused_asking(game, state, move)
        case Bargain():
            return refused_bargain(game, move)
        case Reply():
            return refused_reply(state, move)
        case Instruct():
            return _refused_instruction(game, state, move)
        case Decide():
            return _refused_choice(game, state, move)
        case Vote() | Rank() | Grade() | Pledge() | Answer():
            return _refused_vote(game, state, move)


def _refused_stand(game: Game, state: State, move: TakeStand) -> Refusal | None:
    if state.phase is not Phase.DELIBERATION:
        return Refusal.WRONG_PHASE
    if state.proposal(move.intervention) is None:
        return Refusal.NOT_ON_TABLE
    return Refusal.NO_TIME if move.stand is Stand.AGAINST and not may_oppose(game, state) else None


def _silent_only(state: State, player: StakeholderId) -> Refusal | None:
    if state.phase is not Phase.PROPOSAL:
        return Refusal.WRONG_PHASE
    return Refusal.ALREADY_DONE if spoken(state, player) else None


def _refused_proposal(game: Game, state: State, move: Propose) -> Refusal | None:
    silent = _silent_only(state, move.player)
    if silent or state.challenge is None:
        return silent or Refusal.NOT_ON_TABLE
    answers = {answer.id: answer for answer in answers_to(game, state, state.challenge)}
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


def _refused_instruction(game: Game, state: State, move: Instruct) -> Refusal | None:
    if move.player != game.model.scenario.decider or state.procedure != ALGORITHM:
        return Refusal.NOT_YOUR_CALL
    if state.phase is Phase.DECISION:
        return Refusal.WRONG_PHASE
    gauges = [headline for headline, _ in move.watches]
    known = set(game.model.gauge_weights).issuperset(gauges) and len(set(gauges)) == len(gauges)
    meant = any(counts for _, counts in move.watches) and all(abs(counts) <= MOST for _, counts in move.watches)
    return None if known and meant else Refusal.NOT_A_WATCH


def _refused_choice(game: Game, state: State, move: Decide) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    if ballot_kind(game, state) is not None or move.player != game.model.scenario.decider:
        return Refusal.NOT_YOUR_CALL
    if move.intervention in choosable(game, state):
        return None
    if state.procedure == ALGORITHM:
        refusing = move.intervention in (None, state.question)
        return Refusal.NO_TIME if refusing and not may_refuse_pick(game, state) else Refusal.NOT_ON_TABLE
    assert move.intervention is not None
    return Refusal.NOT_ON_TABLE if state.proposal(move.intervention) is None else Refusal.PARTNER_MISSING


def _refused_vote(game: Game, state: State, move: Vote | Rank | Grade | Pledge | Answer) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    objecting = isinstance(move, Answer) and move.position is Position.OBJECT
    if objecting and not may_oppose(game, state):
        return Refusal.NO_TIME
    return refused_ballot(game, state, move)
