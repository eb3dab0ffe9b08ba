"""Who holds a seat changes nobody's role: people come, leave, hand over and change places, and the seat goes on."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.engine.coaching import Advice, Help, Reason, advised
from game.engine.legal import awaited
from game.engine.moves import Pass, Proceed, Propose, Vote
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.refusing import refusal
from game.engine.roster import MOST, as_in_the_room, holder, holders
from game.engine.seating import (
    Entrust,
    Entrusted,
    Gather,
    Gathered,
    Holder,
    LeaveEmpty,
    Seat,
    Swap,
    Swapped,
    SwappedBack,
)
from game.engine.setup import first_state
from game.engine.state import State
from game.engine.step import step
from game.errors import Refusal
from tests.engine.table import game, play, until

ONE, TWO, THREE = game().players[:3]
MOVES = st.one_of(
    st.builds(Gather, st.sampled_from(game().players), st.lists(st.sampled_from(("", "Ada")), max_size=3).map(tuple)),
    st.builds(Entrust, st.sampled_from(game().players)),
    st.builds(LeaveEmpty, st.sampled_from(game().players)),
    st.builds(Swap, st.sampled_from(game().players), st.sampled_from(game().players), st.integers(0, 2)),
    st.just(Proceed()),
)


def start(*moves: object) -> State:
    """Returns the state after moves from the first."""
    return play(game(), first_state(game()), *moves)


def deciding() -> State:
    """Returns a vote that is going on, with something to vote on."""
    state = until(game(), Phase.PROPOSAL)
    offer = state.offers[0]
    state = play(game(), state, Propose(ONE, *offer))
    return until(game(), Phase.DECISION, state)


def test_a_seat_is_held_as_it_was_given() -> None:
    """Nobody counted is one person; names and computer players are those of the session's beginning."""
    of = evolve(game(), seated=(Seat(ONE, ("Ada", "")), Seat(TWO, bot="persona")))

    assert holder(of, first_state(of), ONE) == Holder(ONE, ("Ada", ""))
    assert holder(of, first_state(of), TWO).heads == 0
    assert holder(of, first_state(of), THREE).heads == 1


def test_late_arrivals_join_a_seat_and_others_leave() -> None:
    """The head-count changes, and the event says from how many to how many."""
    state, came = step(game(), first_state(game()), Gather(ONE, ("", "", "Zoé")))
    after, left = step(game(), state, Gather(ONE, ("Zoé",)))

    assert (Gathered(1, ONE, 1, 3),) == came
    assert (Gathered(1, ONE, 3, 1),) == left
    assert ("Zoé",) == holder(game(), after, ONE).people


def test_a_computer_player_stands_in_and_gives_the_seat_back() -> None:
    """Who stepped aside is remembered, and counts as away."""
    state, gone = step(game(), start(Gather(ONE, ("Ada", "Zoé"))), Entrust(ONE))
    kept = holder(game(), state, ONE)
    after, back = step(game(), state, Gather(ONE, kept.people))

    assert (Entrusted(1, ONE, "persona"),) == gone
    assert (0, ("Ada", "Zoé")) == (kept.heads, kept.people)
    assert (Gathered(1, ONE, 0, 2, back=True),) == back
    assert Holder(ONE, ("Ada", "Zoé")) == holder(game(), after, ONE)


def test_a_seat_left_empty_is_not_awaited() -> None:
    """It abstains: the table proposes, debates and votes without it."""
    before = start(Gather(ONE, ()))
    state = play(game(), before, LeaveEmpty(ONE))

    assert ONE in awaited(game(), until(game(), Phase.PROPOSAL, before))
    assert ONE not in awaited(game(), until(game(), Phase.PROPOSAL, state))
    vote = play(game(), deciding(), Gather(ONE, ()), LeaveEmpty(ONE))
    assert ONE not in awaited(game(), vote)


def test_leaving_the_last_awaited_seat_empty_closes_the_phase() -> None:
    """What waited only for that seat goes on, as it does on a last word."""
    state = until(game(), Phase.PROPOSAL)
    others = [Pass(player) for player in game().players if player != ONE]
    waiting = play(game(), state, *others)

    after = play(game(), waiting, Gather(ONE, ()), LeaveEmpty(ONE))

    assert (ONE,) == awaited(game(), waiting)
    assert waiting.challenge != after.challenge


def test_where_one_seat_decides_the_table_waits_for_somebody() -> None:
    """An empty seat with the mandate can't abstain from the decision."""
    of = game("mayor")
    decider = of.model.scenario.decider
    state = play(of, first_state(of), Gather(decider, ()), LeaveEmpty(decider))
    proposing = until(of, Phase.PROPOSAL, state)
    proposer = next(seat for seat in of.players if seat != decider)
    vote = until(of, Phase.DECISION, play(of, proposing, Propose(proposer, *proposing.offers[0])))

    assert (decider,) == awaited(of, vote)


def test_people_walk_in_each_others_shoes_and_come_back() -> None:
    """For a round, the people of two seats hold each other's; when it is over they are back, and both are told."""
    state, events = step(game(), start(Gather(ONE, ("Ada",))), Swap(ONE, TWO, 1))
    later = until(game(), Phase.REFLECTION, state)
    back, told = step(game(), later, Proceed())

    assert (Swapped(1, ONE, TWO, 1),) == events
    assert Holder(ONE, ("Ada",)) == holder(game(), later, TWO)
    assert SwappedBack(2, ONE, TWO) in told
    assert holders(game(), start(Gather(ONE, ("Ada",)))) == holders(game(), back)


def test_a_swap_made_again_ends_it() -> None:
    """The same two seats go back before their time; a third can't cut in."""
    state = start(Swap(ONE, TWO, 3))

    assert Refusal.SEAT_LENT is refusal(game(), state, Swap(TWO, THREE))
    after, events = step(game(), state, Swap(TWO, ONE))
    assert (SwappedBack(1, ONE, TWO),) == events
    assert () == after.lent


@pytest.mark.parametrize(
    ("moves", "last", "reason"),
    [
        ((), Gather("nobody", ("",)), Refusal.NOT_A_PLAYER),
        ((), Gather(ONE, ("",)), Refusal.SAME_HOLDER),
        ((), Gather(ONE, ("",) * (MOST + 1)), Refusal.TOO_MANY_PEOPLE),
        ((), Entrust(ONE, "oracle"), Refusal.NOT_A_COMPUTER),
        ((Entrust(ONE),), Entrust(ONE), Refusal.SAME_HOLDER),
        ((), LeaveEmpty(ONE), Refusal.SEAT_HELD),
        ((Entrust(ONE),), LeaveEmpty(ONE), Refusal.SEAT_HELD),
        ((), Swap(ONE, ONE), Refusal.NOBODY_TO_SWAP),
        ((), Swap(ONE, "nobody"), Refusal.NOT_A_PLAYER),
        ((Entrust(ONE), Entrust(TWO)), Swap(ONE, TWO), Refusal.NOBODY_TO_SWAP),
    ],
)
def test_what_changes_nothing_or_nobody_is_refused(moves: tuple, last: object, reason: Refusal) -> None:
    """Each refusal says why."""
    assert reason is refusal(game(), start(*moves), last)


@pytest.mark.parametrize("handing", [Entrust(TWO), Swap(ONE, TWO), Swap(TWO, THREE, 1)])
def test_a_ballot_cast_before_a_handover_counts_and_is_not_shown(handing: object) -> None:
    """It stays that seat's; who holds the seat now does not see what it says."""
    vote = Vote(TWO, ())
    before = play(game(), deciding(), vote)
    state = play(game(), before, handing)

    assert vote in state.ballots
    assert TWO not in awaited(game(), state)
    assert vote == observe(game(), before, TWO).ballot
    assert observe(game(), state, TWO).ballot is None
    assert TWO in observe(game(), state, TWO).voted


def test_a_ballot_cast_by_the_new_holders_is_theirs_to_see() -> None:
    """The curtain over the former people's ballot lasts for that vote only."""
    state = play(game(), deciding(), Vote(TWO, ()), Entrust(TWO))
    after = play(game(), until(game(), Phase.REFLECTION, state), Proceed())
    later = until(game(), Phase.PROPOSAL, after)
    again = until(game(), Phase.DECISION, play(game(), later, Propose(ONE, *later.offers[0])))
    voted = play(game(), again, Vote(TWO, ()))

    assert Vote(TWO, ()) == observe(game(), voted, TWO).ballot


def test_who_sits_where_changes_nothing_of_the_game() -> None:
    """The city, the proposals and the stances of a game are the same, whoever holds the seats."""
    plain = until(game(), Phase.RESOLUTION)
    moved = until(game(), Phase.RESOLUTION, start(Swap(ONE, TWO), Entrust(THREE), Gather(ONE, ("", ""))))

    assert evolve(moved, roster=(), lent=(), closed=()) == plain


def test_the_coach_asks_what_becomes_of_a_seat_nobody_is_left_at() -> None:
    """It offers the computer, until the seat is held or left empty."""
    left = start(Gather(TWO, ()))
    people = frozenset(game().players)

    assert Advice(Reason.SEAT_EMPTY, Help.ENTRUST, (TWO,)) == advised(game(), left, people, None)
    for settled in (Entrust(TWO), LeaveEmpty(TWO)):
        assert advised(game(), play(game(), left, settled), people, None) is None


def test_the_room_does_not_go_back_in_time() -> None:
    """At an earlier moment people sit where they sat, as many as are in the room now."""
    then = first_state(game())
    now = start(Gather(ONE, ("", "")), Entrust(TWO), Gather(THREE, ()), LeaveEmpty(THREE))

    seated = play(game(), then, *as_in_the_room(game(), then, holders(game(), now)))

    assert holders(game(), now) == holders(game(), seated)


@given(st.lists(MOVES, max_size=14))
def test_nobody_gets_lost_by_changing_places(moves: list) -> None:
    """Whatever changes, each seat has one holder, and going back is always possible."""
    state = first_state(game())
    for move in moves:
        if refusal(game(), state, move) is None:
            people = sum(len(each.people) for each in holders(game(), state).values())
            state, _ = step(game(), state, move)
            if isinstance(move, Swap | Entrust | Proceed):
                assert people == sum(len(each.people) for each in holders(game(), state).values())
    seated = play(game(), first_state(game()), *as_in_the_room(game(), first_state(game()), holders(game(), state)))
    assert set(game().players) == set(holders(game(), seated))
