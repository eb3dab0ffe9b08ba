"""Deals between seats: who may offer and answer, and what came of each promise by what was done in public."""

import pytest

from game.engine.bargaining import Fate, ledger
from game.engine.events import BargainAnswered, Counted
from game.engine.moves import (
    Bargain,
    Decide,
    Judge,
    Proceed,
    Promise,
    PromiseKind,
    Propose,
    Reply,
    Stand,
    TakeStand,
    Vote,
)
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.step import step
from game.errors import IllegalMove, Refusal
from tests.engine.table import game, until

ONE, OTHER = game().players[:2]


def told(of, *moves, state=None):
    """Returns the state after moves, and everything that happened."""
    state, events = state or first_state(of), []
    for move in moves:
        state, happened = step(of, state, move)
        events += happened
    return state, events


def word(text: str = "We publish the contract.") -> Promise:
    """Returns a promise in words."""
    return Promise(PromiseKind.WORD, words=text)


def fates(of, *moves, state=None) -> list[Fate]:
    """Returns what came of every promise after moves."""
    after, events = told(of, *moves, state=state)
    return [entry.fate for entry in ledger(of, after, events)]


@pytest.mark.parametrize(
    ("move", "why"),
    [
        (Bargain(ONE, ONE, word()), Refusal.NOT_A_PLAYER),
        (Bargain(ONE, "nobody", word()), Refusal.NOT_A_PLAYER),
        (Bargain(ONE, OTHER, word("  ")), Refusal.NOT_A_PROMISE),
        (Bargain(ONE, OTHER, Promise(PromiseKind.BACK, "no_such_answer")), Refusal.NOT_A_PROMISE),
        (Bargain(ONE, OTHER, word(), Promise(PromiseKind.BACK)), Refusal.NOT_A_PROMISE),
        (Reply(OTHER, 0, True), Refusal.NOT_A_DEAL),
        (Judge(0, True, True), Refusal.NOT_A_DEAL),
    ],
)
def test_a_deal_is_between_two_seats_about_something_said(move, why) -> None:
    """Nobody deals with itself or with nobody, an empty promise is none, and what was not offered has no answer."""
    with pytest.raises(IllegalMove) as caught:
        told(game(), move)

    assert caught.value.reason is why


def test_only_the_seat_that_was_asked_answers_and_only_once() -> None:
    """The one who offers can't agree for the other, and an answer stands."""
    offer = Bargain(ONE, OTHER, word())
    for moves, why in (
        ((offer, Reply(ONE, 0, True)), Refusal.NOT_A_DEAL),
        ((offer, Reply(OTHER, 0, False), Reply(OTHER, 0, True)), Refusal.ALREADY_DONE),
    ):
        with pytest.raises(IllegalMove) as caught:
            told(game(), *moves)
        assert caught.value.reason is why


def test_a_deal_turned_down_binds_nobody() -> None:
    """The ledger has promises of agreed deals only."""
    offer = Bargain(ONE, OTHER, word(), word("We wait."))

    assert [] == fates(game(), offer)
    assert [] == fates(game(), offer, Reply(OTHER, 0, False))
    assert [Fate.UNTESTED] * 2 == fates(game(), offer, Reply(OTHER, 0, True))


def test_the_room_judges_what_was_promised_in_words() -> None:
    """Each side's word apart, and the room may change its mind."""
    deal = (Bargain(ONE, OTHER, word(), word("We wait.")), Reply(OTHER, 0, True))

    found = fates(game(), *deal, Judge(0, True, True), Judge(0, False, True), Judge(0, False, False))

    assert [Fate.KEPT, Fate.BROKEN] == found


def deliberating(procedure: str = "majority"):
    """Returns a game in deliberation on one answer, the answer, and a deal in which ONE promises to back it."""
    of = game(procedure)
    state = until(of, Phase.PROPOSAL)
    answer = next(offer for offer in state.offers if not of.intervention(offer[0]).partners)
    state, _ = step(of, state, Propose(game().players[2], *answer))
    state, _ = step(of, state, Proceed())
    return of, state, answer[0]


@pytest.mark.parametrize(
    ("said", "fate"), [(Stand.FOR, Fate.KEPT), (Stand.AGAINST, Fate.BROKEN), (None, Fate.BROKEN)]
)
def test_backing_is_kept_by_the_last_public_word(said, fate) -> None:
    """Where ballots are shown, who neither spoke nor voted for an answer has not backed it."""
    of, state, answer = deliberating()
    deal = (Bargain(ONE, OTHER, Promise(PromiseKind.BACK, answer)), Reply(OTHER, 0, True))
    stands = (TakeStand(ONE, answer, said),) if said else ()
    after, events = told(of, *deal, *stands, Proceed(), Vote(OTHER, ()), Proceed(), state=state)
    shown = next(event for event in events if isinstance(event, Counted)).shown

    found = [entry.fate for entry in ledger(of, after, events)]

    assert [fate if shown or said else Fate.UNTESTED] == found


def test_a_ballot_that_is_shown_outweighs_what_was_said() -> None:
    """A seat that spoke for an answer and visibly voted against it has broken its word."""
    of, state, answer = deliberating()
    deal = (Bargain(ONE, OTHER, Promise(PromiseKind.BACK, answer)), Reply(OTHER, 0, True))
    after, events = told(of, *deal, TakeStand(ONE, answer, Stand.FOR), Proceed(), Vote(ONE, ()), Proceed(), state=state)
    count = next(event for event in events if isinstance(event, Counted))

    found = [entry.fate for entry in ledger(of, after, events)]

    assert [Fate.BROKEN if count.shown else Fate.KEPT] == found


def test_who_decides_alone_is_held_to_the_decision() -> None:
    """Under a mandate the decider keeps a promise to back an answer by choosing it, without another word."""
    of, state, answer = deliberating("mayor")
    decider = of.model.scenario.decider
    other = next(seat for seat in of.players if seat != decider)
    backs, opposes = (Promise(kind, answer) for kind in (PromiseKind.BACK, PromiseKind.OPPOSE))
    decided = (Proceed(), Decide(decider, answer))

    for promise, fate in ((backs, Fate.KEPT), (opposes, Fate.BROKEN)):
        deal = (Bargain(decider, other, promise), Reply(other, 0, True))
        assert [fate] == fates(of, *deal, *decided, state=state)


def test_a_decision_taken_before_the_deal_tests_nothing() -> None:
    """A promise is about what comes after it."""
    of, state, answer = deliberating("mayor")
    decider = of.model.scenario.decider
    other = next(seat for seat in of.players if seat != decider)
    after, _ = told(of, Proceed(), Decide(decider, answer), state=state)
    deal = (Bargain(decider, other, Promise(PromiseKind.BACK, answer)), Reply(other, 0, True))

    later, events = told(of, *deal, state=after)

    assert any(isinstance(event, BargainAnswered) for event in events)
    assert [Fate.UNTESTED] == [entry.fate for entry in ledger(of, later, events)]
