"""Deals between seats: offered, agreed, and what came of each promise.

A promise about an answer is kept by what a seat does in public: proposing it, joining it, speaking for or against it,
and voting where ballots are shown. A secret ballot is never read.
"""

from collections.abc import Sequence
from enum import Enum

from attrs import evolve

from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import approved
from game.engine.events import BargainAnswered, BargainOffered, Counted, Event, PromiseJudged
from game.engine.moves import Answer, Bargain, Judge, Promise, PromiseKind, Reply, Stand
from game.engine.state import Deal, Game, State, changed
from game.errors import Refusal


class Fate(Enum):
    """What came of a promise."""

    KEPT = "kept"
    BROKEN = "broken"
    UNTESTED = "untested"
    """The occasion has not come, or the room has not judged it."""


def refused_bargain(game: Game, move: Bargain) -> Refusal | None:
    """Returns why a deal may not be offered, or None."""
    if move.partner not in game.players or move.partner == move.player:
        return Refusal.NOT_A_PLAYER
    promises = [move.gives] if move.takes is None else [move.gives, move.takes]
    return None if all(_meaningful(game, promise) for promise in promises) else Refusal.NOT_A_PROMISE


def _meaningful(game: Game, promise: Promise) -> bool:
    if promise.kind is PromiseKind.WORD:
        return bool(promise.words.strip()) and promise.intervention is None
    return promise.intervention in game.model.interventions


def refused_reply(state: State, move: Reply) -> Refusal | None:
    """Returns why a seat may not answer a deal, or None."""
    if not 0 <= move.number < len(state.deals) or state.deals[move.number].offer.partner != move.player:
        return Refusal.NOT_A_DEAL
    return None if state.deals[move.number].agreed is None else Refusal.ALREADY_DONE


def refused_judgement(state: State, move: Judge) -> Refusal | None:
    """Returns why the room may not judge a promise, or None."""
    if not 0 <= move.number < len(state.deals) or not state.deals[move.number].agreed:
        return Refusal.NOT_A_DEAL
    promise = promised(state.deals[move.number], move.offered)
    return None if promise and promise.kind is PromiseKind.WORD else Refusal.NOT_A_PROMISE


def promised(deal: Deal, offered: bool) -> Promise | None:
    """Returns what the one who offered a deal promised, or the other in return."""
    return deal.offer.gives if offered else deal.offer.takes


def offers_to(state: State, player: StakeholderId) -> tuple[int, ...]:
    """Returns the numbers of the deals that wait for a seat's answer."""
    waiting = enumerate(state.deals)
    return tuple([n for n, deal in waiting if deal.agreed is None and deal.offer.partner == player])


def bargained(state: State, move: Bargain) -> tuple[State, Event]:
    """Returns the state with a deal on offer."""
    after = changed(state, deals=(*state.deals, Deal(move, state.round)))
    return after, BargainOffered(state.round, len(state.deals), move)


def replied(state: State, move: Reply) -> tuple[State, Event]:
    """Returns the state in which a deal holds, or is turned down."""
    deal = state.deals[move.number]
    event = BargainAnswered(state.round, move.number, deal.offer, move.agrees)
    return _with(state, move.number, evolve(deal, agreed=move.agrees)), event


def judged(state: State, move: Judge) -> tuple[State, Event]:
    """Returns the state in which the room has judged a promise made in words."""
    deal = state.deals[move.number]
    kept = (move.kept, deal.kept[1]) if move.offered else (deal.kept[0], move.kept)
    event = PromiseJudged(state.round, deal.offer, move.offered, move.kept)
    return _with(state, move.number, evolve(deal, kept=kept)), event


def _with(state: State, number: int, deal: Deal) -> State:
    return changed(state, deals=(*state.deals[:number], deal, *state.deals[number + 1 :]))


def fate(deal: Deal, offered: bool, counted: Sequence[Counted], least: int) -> Fate:
    """Returns what came of one promise of a deal, by the decisions taken since, in order.

    Where an answer came to the table several times, the last time counts. `least` is the grade that approves.
    """
    promise = promised(deal, offered)
    assert promise is not None
    if promise.kind is PromiseKind.WORD:
        kept = deal.kept[0] if offered else deal.kept[1]
        return Fate.UNTESTED if kept is None else (Fate.KEPT if kept else Fate.BROKEN)
    answer, player = promise.intervention, deal.offer.player if offered else deal.offer.partner
    assert answer is not None
    tested = [each for each in counted if each.round >= deal.round and each.has(answer)]
    if not tested:
        return Fate.UNTESTED
    wanted = Stand.FOR if promise.kind is PromiseKind.BACK else Stand.AGAINST
    return Fate.KEPT if _public_word(tested[-1], player, answer, least) is wanted else Fate.BROKEN


def _public_word(counted: Counted, player: StakeholderId, answer: InterventionId, least: int) -> Stand | None:
    """Returns where a seat stood on an answer in public: its ballot where ballots are shown, else its last word."""
    ballots = [ballot for ballot in counted.ballots if ballot.player == player and counted.shown]
    named = [ballot for ballot in ballots if not isinstance(ballot, Answer) or ballot.intervention == answer]
    if named:
        return Stand.FOR if answer in approved(named[-1], least) else Stand.AGAINST
    said = [each.stand for each in counted.stances if (each.player, each.intervention) == (player, answer)]
    return said[-1] if said else None
