"""Who casts which ballot under each way of deciding, what makes one valid, and what one approves of."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final

from game.content.cards import Paper, Secrecy
from game.content.shapes import InterventionId, ProcedureId, StakeholderId
from game.content.watching import OPEN_BALLOTS
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS
from game.engine.moves import Answer, Ballot, Grade, Move, Pledge, Rank, Vote
from game.engine.state import ALGORITHM, BUDGET, CONSENT, EXPERTS, MANDATE, RANKED, Game, State
from game.errors import Refusal

BEST: Final = 5
"""The best grade; the worst is 0."""
FEW: Final = 5
"""Up to so many options every ballot is dealt out; beyond, those that approve of one, of all or of none."""
KINDS: Final[Mapping[ProcedureId, type[Ballot] | None]] = {
    MANDATE: None,
    ALGORITHM: None,
    EXPERTS: Grade,
    RANKED: Rank,
    CONSENT: Answer,
}
"""The ballots that are not approvals, by way of deciding."""
Options = tuple[InterventionId, ...]
Hands = Mapping[StakeholderId, tuple[Move, ...]]
"""What each seat may do. The same few hands are dealt over and over in a session: they are made once and kept."""


def ballot_kind(game: Game, state: State) -> type[Ballot] | None:
    """Returns the kind of ballot that is cast at present; None where one seat decides."""
    return ballot_kind_of(game, state.procedure, state.question)


def ballot_kind_of(game: Game, procedure: ProcedureId, question: InterventionId | None) -> type[Ballot] | None:
    """Returns the kind of ballot that a way of deciding asks for; None where one seat decides."""
    if procedure == BUDGET and question is None and game.manner.paper is Paper.TOKENS:
        return Pledge
    return KINDS.get(procedure, Vote)


def voters(game: Game, procedure: ProcedureId) -> tuple[StakeholderId, ...]:
    """Returns the seats that cast a ballot under a way of deciding, or that decide alone."""
    if procedure in (MANDATE, ALGORITHM):
        return (game.model.scenario.decider,)
    return game.committee if procedure == EXPERTS else game.players


def secrecy(game: Game, state: State) -> Secrecy:
    """Returns who may see ballots at present: everyone, once surveillance has opened them."""
    return Secrecy.OPEN if OPEN_BALLOTS in state.lost else game.manner.ballots


def decidable(state: State) -> Options:
    """Returns what can be decided: the question, or the proposals all of whose partners have joined, in order."""
    if state.question is not None:
        return (state.question,)
    return tuple([proposal.intervention for proposal in state.proposals if not proposal.missing])


def refused_ballot(game: Game, state: State, move: Ballot) -> Refusal | None:
    """Returns why a ballot is refused in the phase of decision, or None."""
    kind = ballot_kind(game, state)
    if kind is None or move.player not in voters(game, state.procedure):
        return Refusal.NOT_YOUR_CALL
    if any(ballot.player == move.player for ballot in state.ballots):
        return Refusal.ALREADY_DONE
    if type(move) is not kind:
        return Refusal.NOT_A_BALLOT
    options = _named(move)
    if len(set(options)) != len(options):
        return Refusal.NOT_A_BALLOT
    missing = {each.intervention for each in state.proposals if each.missing}
    if missing.intersection(options):
        return Refusal.PARTNER_MISSING
    known = {*decidable(state), AS_IT_IS} if kind is Rank else set(decidable(state))
    if not known.issuperset(options):
        return Refusal.NOT_ON_TABLE
    return None if _filled_in(game, state, move) else Refusal.NOT_A_BALLOT


def _named(move: Ballot) -> Options:
    """Returns the options that a ballot names."""
    match move:
        case Vote():
            return move.approved
        case Rank():
            return move.order
        case Grade():
            return tuple(option for option, _ in move.grades)
        case Pledge():
            return tuple(option for option, _ in move.tokens)
        case Answer():
            return (move.intervention,)


def _filled_in(game: Game, state: State, move: Ballot) -> bool:
    match move:
        case Grade():
            whole = len(move.grades) == len(decidable(state))
            return whole and all(0 <= grade <= BEST for _, grade in move.grades)
        case Pledge():
            given = [tokens for _, tokens in move.tokens]
            return all(tokens > 0 for tokens in given) and sum(given) <= tokens_each(game)
        case Answer():
            return move.intervention == state.considered
    return True


def tokens_each(game: Game) -> int:
    """Returns the tokens that a seat has to share out."""
    return round(game.model.rules.deciding.tokens.value)


def ballot_hands(game: Game, state: State) -> Hands:
    """Deals the ballots that each seat may cast.

    Not every way to share out tokens: those that put all on one project, or the same on each of several. Not every
    reason for an objection: the bare one, which does not count.
    """
    options, seats = decidable(state), voters(game, state.procedure)
    kind = ballot_kind(game, state)
    if kind is Vote:
        return _votes(seats, options)
    if kind is Rank:
        return _rankings(seats, options)
    if kind is Grade:
        return _gradings(seats, options)
    if kind is Pledge:
        return _pledges(seats, options, tokens_each(game))
    considered = () if state.considered is None else (state.considered,)
    return _answers(seats, considered)


def _subsets(options: Options) -> tuple[Options, ...]:
    if len(options) > FEW:
        return ((), *((option,) for option in options), options)
    return tuple(chosen for size in range(len(options) + 1) for chosen in combinations(options, size))


@lru_cache(maxsize=1024)
def _votes(seats: tuple[StakeholderId, ...], options: Options) -> Hands:
    return {player: tuple(Vote(player, chosen) for chosen in _subsets(options)) for player in seats}


@lru_cache(maxsize=1024)
def _rankings(seats: tuple[StakeholderId, ...], options: Options) -> Hands:
    ranked = (*options, AS_IT_IS)
    orders = tuple(permutations(ranked)) if len(options) < FEW else tuple((first, AS_IT_IS) for first in options)
    return {player: tuple(Rank(player, order) for order in orders) for player in seats}


@lru_cache(maxsize=1024)
def _gradings(seats: tuple[StakeholderId, ...], options: Options) -> Hands:
    grades = [tuple((option, BEST * (option in chosen)) for option in options) for chosen in _subsets(options)]
    return {player: tuple(Grade(player, each) for each in grades) for player in seats}


@lru_cache(maxsize=1024)
def _pledges(seats: tuple[StakeholderId, ...], options: Options, tokens: int) -> Hands:
    even = [
        tuple((option, tokens // len(chosen)) for option in chosen)
        for chosen in _subsets(options)
        if len(chosen) <= tokens
    ]
    return {player: tuple(Pledge(player, each) for each in even) for player in seats}


@lru_cache(maxsize=1024)
def _answers(seats: tuple[StakeholderId, ...], options: Options) -> Hands:
    return {
        player: tuple(Answer(player, option, position) for option in options for position in Position)
        for player in seats
    }


def approved(ballot: Ballot, least: int) -> frozenset[InterventionId]:
    """Returns what a ballot approves of.

    What is ranked above leaving things as they are, graded `least` or better, given tokens, or not objected to.
    """
    match ballot:
        case Vote():
            return frozenset(ballot.approved)
        case Rank():
            worse = ballot.order.index(AS_IT_IS) if AS_IT_IS in ballot.order else len(ballot.order)
            return frozenset(ballot.order[:worse])
        case Grade():
            return frozenset(option for option, grade in ballot.grades if grade >= least)
        case Pledge():
            return frozenset(option for option, _ in ballot.tokens)
        case Answer():
            return frozenset(() if ballot.position is Position.OBJECT else (ballot.intervention,))
