"""Deals between seats: offered, agreed, and what came of each promise.

A promise about an answer is kept by what a seat does in public: deciding alone, voting where ballots are shown,
speaking for or against it, proposing or joining it. A secret ballot is never read.
"""

from collections.abc import Sequence
from enum import Enum

from attrs import evolve, frozen

from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import approved
from game.engine.events import BargainAnswered, BargainOffered, Counted, Event, PromiseJudged
from game.engine.moves import Answer, Bargain, Judge, Promise, PromiseKind, Reply, Stand
from game.engine.state import ALGORITHM, MANDATE, Deal, Game, State, changed
from game.errors import Refusal


class Fate(Enum):
    """What came of a promise."""

    KEPT = "kept"
    BROKEN = "broken"
    UNTESTED = "untested"
    """The occasion has not come, nobody could see it, or the room has not judged it."""


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


@frozen
class Entry:
    """A promise of the ledger: made in the deal of that number by the seat that offered it, or by the other."""

    number: int
    deal: Deal
    offered: bool
    promise: Promise
    fate: Fate

    @property
    def by(self) -> StakeholderId:
        """Returns who promised."""
        return self.deal.offer.player if self.offered else self.deal.offer.partner

    @property
    def to(self) -> StakeholderId:
        """Returns to whom."""
        return self.deal.offer.partner if self.offered else self.deal.offer.player


def ledger(game: Game, state: State, events: Sequence[Event]) -> tuple[Entry, ...]:
    """Returns every promise of the deals that were agreed, and what came of it, by all the events of the session."""
    found = []
    for number, deal in enumerate(state.deals):
        since = _counted_since(number, events) if deal.agreed else ()
        for offered in (True, False):
            promise = promised(deal, offered)
            if deal.agreed and promise is not None:
                found.append(Entry(number, deal, offered, promise, _fate(game, deal, offered, promise, since)))
    return tuple(found)


def _counted_since(number: int, events: Sequence[Event]) -> tuple[Counted, ...]:
    """Returns the decisions taken after a deal was agreed, in order."""
    taken = (at for at, event in enumerate(events) if isinstance(event, BargainAnswered) and event.number == number)
    return tuple(event for event in events[next(taken, len(events)) :] if isinstance(event, Counted))


def _fate(game: Game, deal: Deal, offered: bool, promise: Promise, counted: Sequence[Counted]) -> Fate:
    """Returns what came of a promise by the decisions taken since; where an answer came back, the last time counts."""
    if promise.kind is PromiseKind.WORD:
        kept = deal.kept[0] if offered else deal.kept[1]
        return Fate.UNTESTED if kept is None else (Fate.KEPT if kept else Fate.BROKEN)
    answer, player = promise.intervention, deal.offer.player if offered else deal.offer.partner
    assert answer is not None
    tested = [each for each in counted if each.has(answer)]
    if not tested:
        return Fate.UNTESTED
    word = _public_word(game, tested[-1], player, answer)
    if word is None and not tested[-1].shown:
        return Fate.UNTESTED
    wanted = Stand.FOR if promise.kind is PromiseKind.BACK else Stand.AGAINST
    return Fate.KEPT if word is wanted else Fate.BROKEN


def _public_word(game: Game, counted: Counted, player: StakeholderId, answer: InterventionId) -> Stand | None:
    """Returns where a seat stood on an answer in public: by its decision, its ballot, its last word, or its name."""
    decided_alone = not counted.ballots and player == game.model.scenario.decider
    if decided_alone and counted.procedure in (MANDATE, ALGORITHM) and counted.decision.chosen:
        return Stand.FOR if answer in counted.decision.chosen else Stand.AGAINST
    ballots = [ballot for ballot in counted.ballots if ballot.player == player and counted.shown]
    named = [ballot for ballot in ballots if not isinstance(ballot, Answer) or ballot.intervention == answer]
    if named:
        least = round(game.model.rules.deciding.pass_grade.value)
        return Stand.FOR if answer in approved(named[-1], least) else Stand.AGAINST
    said = [each.stand for each in counted.stances if (each.player, each.intervention) == (player, answer)]
    if said:
        return said[-1]
    stands_for = (proposal for proposal in counted.proposals if proposal.intervention == answer)
    return Stand.FOR if any(player in (*each.proposers, *each.partners) for each in stands_for) else None
