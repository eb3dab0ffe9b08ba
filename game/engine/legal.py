"""Which moves are open: whom the table waits for, and what each seat may do."""

from functools import lru_cache
from itertools import chain
from typing import Final

from game.city.building import lacking, payable
from game.city.exact import milli
from game.content.shapes import ChallengeId, InterventionId, StakeholderId
from game.engine.amending import amendable, answering, time_to_amend
from game.engine.asking import askable
from game.engine.ballots import Hands, ballot_hands, ballot_kind, decidable, voters
from game.engine.bargaining import offers_to
from game.engine.decide.consent import Position
from game.engine.inventing import answers_to
from game.engine.moves import (
    Accept,
    Amendment,
    Answer,
    Ask,
    Decide,
    Join,
    Move,
    Pass,
    Proceed,
    Propose,
    Reply,
    Stand,
    Suggest,
    TakeStand,
)
from game.engine.phases import Phase
from game.engine.powers import opposing_cost, vanished
from game.engine.roster import taking_part
from game.engine.state import MANDATE, Game, Offer, State, Suggested

Floor = tuple[tuple[InterventionId, tuple[StakeholderId, ...], tuple[StakeholderId, ...], tuple[Amendment, ...]], ...]
"""The answers under deliberation: each with its proposers, with those who are not in it, and what may be amended."""
PROCEED: Final = Proceed()
STANDS: Final = tuple(Stand)


def legal_moves(game: Game, state: State) -> tuple[Move, ...]:
    """Returns the legal moves of every seat, in a fixed order.

    Deals, instructions, invented answers and what the facilitator alone does are legal too, and too many to list.
    """
    if state.phase is Phase.ENDED:
        return ()
    if state.phase is Phase.DELIBERATION:
        return _open_floor(game.players, _on_the_floor(game, state), state.suggested, may_oppose(game, state))
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
            return _speeches(game.players, _on_the_floor(game, state), state.suggested, may_oppose(game, state))
        case Phase.DECISION if ballot_kind(game, state) is None:
            return _choices(game.model.scenario.decider, choosable(game, state))
        case Phase.DECISION:
            return _opposed(game, state, ballot_hands(game, state))
    return {}


def _opposed(game: Game, state: State, hands: Hands) -> Hands:
    """Leaves out the objections for which there is no time, where objecting costs some."""
    if may_oppose(game, state):
        return hands
    return {
        player: tuple(m for m in hand if not (isinstance(m, Answer) and m.position is Position.OBJECT))
        for player, hand in hands.items()
    }


def may_oppose(game: Game, state: State) -> bool:
    """Tells whether there is time to oppose and still for the decision."""
    cost = opposing_cost(game, state.lost)
    return not cost or state.time >= cost + milli(game.model.procedures[state.procedure].time.value)


def choosable(game: Game, state: State) -> tuple[InterventionId | None, ...]:
    """Returns what the seat with the mandate may choose; under the algorithm, its pick or, for time, another."""
    if state.procedure == MANDATE:
        return (*decidable(state), None)
    picked = state.pick.winner if state.pick else None
    if not may_refuse_pick(game, state):
        return (picked,)
    refused = None if picked is not None else state.question
    return (picked,) if picked == refused else (picked, refused)


def may_refuse_pick(game: Game, state: State) -> bool:
    """Tells whether there is time to refuse the optimiser's pick and still for the decision."""
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
