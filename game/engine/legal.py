"""Which moves are open, and why the others are not. The answer is a reason from a closed list."""

from functools import lru_cache
from itertools import chain
from typing import Final

from game.city.building import affordable, lacking, payable
from game.city.exact import milli
from game.content.shapes import ChallengeId, DistrictId, InterventionId, StakeholderId
from game.engine.amending import (
    amendable,
    answering,
    refused_acceptance,
    refused_partner,
    refused_suggestion,
    time_to_amend,
)
from game.engine.asking import askable, refused_asking
from game.engine.ballots import Hands, ballot_hands, ballot_kind, decidable, refused_ballot, voters
from game.engine.bargaining import offers_to, refused_bargain, refused_judgement, refused_reply
from game.engine.decide.consent import Position
from game.engine.drawing import refused_drawing
from game.engine.inventing import answers_to, refused_admission, refused_estimate, refused_idea
from game.engine.moves import (
    Accept,
    Adjust,
    Admit,
    Amendment,
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
    Proceed,
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
from game.engine.powers import opposing_cost, vanished
from game.engine.reveal import revealable, shown_on_table
from game.engine.roster import refused_seating, taking_part
from game.engine.seating import SeatingMove
from game.engine.state import ALGORITHM, MANDATE, Game, Offer, State, Suggested
from game.engine.striking import refused_strike
from game.errors import Refusal

Floor = tuple[tuple[InterventionId, tuple[StakeholderId, ...], tuple[StakeholderId, ...], tuple[Amendment, ...]], ...]
"""The answers under deliberation: each with its proposers, with those who are not in it, and what may be amended."""
PROCEED: Final = Proceed()
STANDS: Final = tuple(Stand)
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


def legal_moves(game: Game, state: State) -> tuple[Move, ...]:
    """Returns the legal moves of every seat, in a fixed order.

    Deals, instructions, invented answers and what the facilitator alone does are legal too, and too many to list.
    """
    if state.phase is Phase.ENDED:
        return ()
    if state.phase is Phase.DELIBERATION:
        return _open_floor(game.players, _on_the_floor(game, state), state.suggested, _may_oppose(game, state))
    hands = _hands(game, state)
    return (PROCEED, *chain.from_iterable([hands[player] for player in _speaking(game, state)]))


def moves_of(game: Game, state: State, player: StakeholderId) -> tuple[Move, ...]:
    """Returns the legal moves of one seat."""
    hand = _hands(game, state).get(player, ()) if player in _speaking(game, state) else ()
    if not state.deals:
        return hand
    return (*hand, *(Reply(player, number, agrees) for number in offers_to(state, player) for agrees in (True, False)))


def offered(game: Game, state: State, challenge: ChallengeId) -> tuple[Offer, ...]:
    """Returns the answers to a challenge that the city could take as it stands, with each district they may go to."""
    able = payable(game.model, state.city, state.procedure).tolist()
    answers = answers_to(game, state, challenge)
    gone = vanished(game, state.lost, answers)
    return tuple(
        (answer.id, district)
        for answer in answers
        if able[game.model.cards.ids.index(answer.id)] and not lacking(game.model, state.city, answer.id)
        if answer.id not in gone
        for district in (game.model.districts if answer.placed else (None,))
    )


def awaited(game: Game, state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats the table is waiting for in the present phase, in order."""
    match state.phase:
        case Phase.PROPOSAL:
            heard = {*state.passed, *(player for proposal in state.proposals for player in proposal.proposers)}
            return tuple([player for player in taking_part(state, game.players) if player not in heard])
        case Phase.DELIBERATION:
            asked = answering(state)
            here = taking_part(state, game.players)
            return tuple([player for player in here if player not in state.heard or player in asked])
        case Phase.DECISION:
            voted = {ballot.player for ballot in state.ballots}
            called = voters(game, state.procedure)
            if ballot_kind(game, state) is not None:  # where one seat decides, the table waits for somebody to hold it
                called = tuple(taking_part(state, called))
            return tuple([player for player in called if player not in voted])
    return ()


def spoken(state: State, player: StakeholderId) -> bool:
    """Tells whether a seat has proposed or passed in this phase."""
    return player in state.passed or any(player in proposal.proposers for proposal in state.proposals)


def _speaking(game: Game, state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats that have moves in the present phase."""
    match state.phase:
        case Phase.DELIBERATION | Phase.BRIEFING:
            return game.players
        case Phase.PROPOSAL | Phase.DECISION:
            return awaited(game, state)
    return ()


def _hands(game: Game, state: State) -> Hands:
    match state.phase:
        case Phase.BRIEFING:
            return _questions(game.players, askable(game, state))
        case Phase.PROPOSAL:
            return _proposals(game.players, state.offers)
        case Phase.DELIBERATION:
            return _speeches(game.players, _on_the_floor(game, state), state.suggested, _may_oppose(game, state))
        case Phase.DECISION if ballot_kind(game, state) is None:
            return _choices(game.model.scenario.decider, _choosable(game, state))
        case Phase.DECISION:
            return _opposed(game, state, ballot_hands(game, state))
    return {}


def _opposed(game: Game, state: State, hands: Hands) -> Hands:
    """Leaves out the objections for which there is no time, where objecting costs some."""
    if _may_oppose(game, state):
        return hands
    return {
        player: tuple(m for m in hand if not (isinstance(m, Answer) and m.position is Position.OBJECT))
        for player, hand in hands.items()
    }


def _may_oppose(game: Game, state: State) -> bool:
    """Tells whether there is time to oppose and still for the decision."""
    cost = opposing_cost(game, state.lost)
    return not cost or state.time >= cost + milli(game.model.procedures[state.procedure].time.value)


def _choosable(game: Game, state: State) -> tuple[InterventionId | None, ...]:
    """Returns what the seat with the mandate may choose; under the algorithm, its pick or, for time, another."""
    if state.procedure == MANDATE:
        return (*decidable(state), None)
    picked = state.pick.winner if state.pick else None
    if not _may_refuse_pick(game, state):
        return (picked,)
    refused = None if picked is not None else state.question
    return (picked,) if picked == refused else (picked, refused)


def _may_refuse_pick(game: Game, state: State) -> bool:
    cost = veto_cost(game, state) + milli(game.model.procedures[state.procedure].time.value)
    return state.time >= cost


def veto_cost(game: Game, state: State) -> int:
    """Returns the time that refusing the optimiser's pick costs, in thousandths of a time point."""
    return milli(game.model.rules.deciding.veto.value) + opposing_cost(game, state.lost)


@lru_cache(maxsize=256)
def _questions(players: tuple[StakeholderId, ...], questions: tuple[InterventionId, ...]) -> Hands:
    return {player: tuple(Ask(player, question) for question in questions) for player in players}


@lru_cache(maxsize=1024)
def _proposals(players: tuple[StakeholderId, ...], offers: tuple[Offer, ...]) -> Hands:
    return {
        player: (*(Propose(player, answer, district) for answer, district in offers), Pass(player))
        for player in players
    }


def _on_the_floor(game: Game, state: State) -> Floor:
    able = time_to_amend(game, state)
    return tuple(
        [
            (each.intervention, each.proposers, each.partners, amendable(game, state, each) if able else ())
            for each in state.proposals
        ]
    )


@lru_cache(maxsize=1024)
def _open_floor(
    players: tuple[StakeholderId, ...], floor: Floor, suggested: tuple[Suggested, ...], opposing: bool
) -> tuple[Move, ...]:
    """Returns every move of a deliberation: everybody may speak, as often as they like."""
    return (PROCEED, *chain.from_iterable(_speeches(players, floor, suggested, opposing).values()))


@lru_cache(maxsize=1024)
def _speeches(
    players: tuple[StakeholderId, ...], floor: Floor, suggested: tuple[Suggested, ...], opposing: bool
) -> Hands:
    """Deals the stands on each proposal, the joining of it, and its amendments to suggest or to accept."""
    stands = STANDS if opposing else (Stand.FOR,)
    waiting = {(each.intervention, each.amendment) for each in suggested}
    return {
        player: (
            *(TakeStand(player, answer, stand) for answer, *_ in floor for stand in stands),
            *(Join(player, answer) for answer, proposers, partners, _ in floor if player not in proposers + partners),
            *(
                Suggest(player, answer, each)
                for answer, _, _, amendments in floor
                for each in amendments
                if (answer, each) not in waiting
            ),
            *(
                Accept(player, each.intervention, each.amendment, accepts)
                for each in suggested
                for answer, proposers, _, amendments in floor
                for accepts in (True, False)
                if answer == each.intervention and player in proposers and (not accepts or each.amendment in amendments)
            ),
        )
        for player in players
    }


@lru_cache(maxsize=1024)
def _choices(decider: StakeholderId, options: tuple[InterventionId | None, ...]) -> Hands:
    return {decider: tuple(Decide(decider, option) for option in options)}


def _refused_stand(game: Game, state: State, move: TakeStand) -> Refusal | None:
    if state.phase is not Phase.DELIBERATION:
        return Refusal.WRONG_PHASE
    if state.proposal(move.intervention) is None:
        return Refusal.NOT_ON_TABLE
    return Refusal.NO_TIME if move.stand is Stand.AGAINST and not _may_oppose(game, state) else None


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
    if move.intervention in _choosable(game, state):
        return None
    if state.procedure == ALGORITHM:
        refusing = move.intervention in (None, state.question)
        return Refusal.NO_TIME if refusing and not _may_refuse_pick(game, state) else Refusal.NOT_ON_TABLE
    assert move.intervention is not None
    return Refusal.NOT_ON_TABLE if state.proposal(move.intervention) is None else Refusal.PARTNER_MISSING


def _refused_vote(game: Game, state: State, move: Vote | Rank | Grade | Pledge | Answer) -> Refusal | None:
    if state.phase is not Phase.DECISION:
        return Refusal.WRONG_PHASE
    objecting = isinstance(move, Answer) and move.position is Position.OBJECT
    if objecting and not _may_oppose(game, state):
        return Refusal.NO_TIME
    return refused_ballot(game, state, move)
