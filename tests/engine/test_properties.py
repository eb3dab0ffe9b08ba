"""What holds in every game, whatever is played."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from game.city.scoring import gauges
from game.city.state import adoptions
from game.engine.decide.decision import Reason, TiePolicy
from game.engine.decide.majority import by_majority
from game.engine.events import CityMoved
from game.engine.legal import legal_moves
from game.engine.moves import Vote
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.refusing import refusal
from game.engine.state import PLAYABLE, Proposal
from game.engine.step import step
from game.errors import Refusal
from tests.engine.table import game, random_game, until

DICE = st.integers(0, 10**6)
WAYS = st.sampled_from(PLAYABLE)


@settings(max_examples=12, deadline=None)
@given(DICE, WAYS)
def test_every_listed_move_is_accepted(dice: int, way: str) -> None:
    """Whatever `legal_moves` lists, `step` plays."""
    of = game(way, explained=False)
    for number, (state, _, _, _) in enumerate(random_game(of, dice)):
        if number % 7 == dice % 7:
            for move in legal_moves(of, state):
                step(of, state, move)


@settings(max_examples=12, deadline=None)
@given(DICE, WAYS)
def test_the_debt_never_passes_its_limit_by_a_decision(dice: int, way: str) -> None:
    """No decision leaves the city below its debt floor."""
    of = game(way)
    floor = of.model.rules.finance.debt_floor.value * 1000
    for before, _, after, events in random_game(of, dice):
        if len(adoptions(of.model, after.city)) > len(adoptions(of.model, before.city)):
            moved = [event for event in events if isinstance(event, CityMoved)]
            paid = moved[0].before.treasury if moved else after.city.treasury
            assert paid.budget >= floor


@settings(max_examples=12, deadline=None)
@given(DICE, WAYS)
def test_the_contributions_of_each_round_sum_to_the_change(dice: int, way: str) -> None:
    """For every cell of every round of a random game, the contributions sum to the change exactly."""
    for _, _, _, events in random_game(game(way), dice):
        for event in events:
            if isinstance(event, CityMoved):
                totals = [0] * len(event.before.values)
                for change in event.contributions:
                    totals[change.cell] += change.amount
                assert totals == (event.after.values - event.before.values).tolist()


@settings(max_examples=8, deadline=None)
@given(DICE, WAYS)
def test_the_same_moves_give_the_same_state(dice: int, way: str) -> None:
    """Replaying a game's moves from the first state gives the last state again."""
    of = game(way, explained=False)
    steps = list(random_game(of, dice))
    state = steps[0][0]
    for _, move, _, _ in steps:
        state, _ = step(of, state, move)

    assert state == steps[-1][2]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.booleans(), min_size=4, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_ballot_never_changes_what_another_seat_sees(one: list[bool], other: list[bool]) -> None:
    """Two states that differ only in what four seats voted look the same to every other seat."""
    of = game()
    state = until(of, Phase.PROPOSAL)
    answers = [a.id for a in of.challenge(state.challenge).answers]
    voters = of.players[:4]
    voting = evolve(state, phase=Phase.DECISION)
    secret, changed = (
        evolve(voting, ballots=tuple(Vote(p, (answers[0],) * yes) for p, yes in zip(voters, ballots, strict=True)))
        for ballots in (one, other)
    )

    for player in of.players[4:]:
        assert observe(of, secret, player) == observe(of, changed, player)


@settings(max_examples=6, deadline=None)
@given(DICE)
def test_gauges_stay_on_their_scale(dice: int) -> None:
    """In any game, each gauge stays within 0..100."""
    of = game(explained=False)
    for _, _, after, _ in random_game(of, dice):
        assert all(0 <= level <= 100_000 for level in gauges(of.model, after.city.values).values())


OPTIONS = ["a", "b", "c"]
BALLOTS = st.lists(st.lists(st.sampled_from(OPTIONS), unique=True), max_size=9)


@given(BALLOTS, st.randoms())
def test_the_order_of_ballots_does_not_matter(ballots: list[list[str]], random) -> None:
    """Shuffled ballots give the same decision."""
    shuffled = list(ballots)
    random.shuffle(shuffled)

    assert by_majority(OPTIONS, ballots, TiePolicy.STATUS_QUO) == by_majority(OPTIONS, shuffled, TiePolicy.STATUS_QUO)


@given(BALLOTS)
def test_what_wins_has_more_than_half_and_nothing_has_more(ballots: list[list[str]]) -> None:
    """A winner is approved by more than half of the ballots, and no other option by more of them."""
    found = by_majority(OPTIONS, ballots, TiePolicy.FIRST_PROPOSED)
    approvals = {option: sum(option in ballot for ballot in ballots) for option in OPTIONS}

    if found.winner is None:
        assert all(2 * count <= len(ballots) for count in approvals.values())
    else:
        assert 2 * approvals[found.winner] > len(ballots)
        assert approvals[found.winner] == max(approvals.values())


@pytest.mark.parametrize(("tie", "chosen"), [(TiePolicy.FIRST_PROPOSED, "b"), (TiePolicy.STATUS_QUO, None)])
def test_ties_follow_the_policy_given(tie: TiePolicy, chosen: str | None) -> None:
    """Two options approved by all: the policy says whether the first proposed wins or none."""
    found = by_majority(["b", "a"], [["a", "b"], ["a", "b"]], tie)

    assert (found.winner, found.reason) == (chosen, Reason.TIE_BROKEN if chosen else Reason.TIE_LEFT)


def test_a_ballot_may_approve_of_nothing() -> None:
    """An empty ballot is a vote: it counts in the half that must be passed."""
    found = by_majority(["a"], [["a"], [], []], TiePolicy.FIRST_PROPOSED)

    assert found.reason is Reason.NO_MAJORITY


def test_a_ballot_names_an_answer_once() -> None:
    """A ballot that names an answer twice is refused: it isn't filled in as it should be."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    answer = of.challenge(state.challenge).answers[0].id
    voting = evolve(state, phase=Phase.DECISION, proposals=(Proposal(answer, None, of.players),))

    assert refusal(of, voting, Vote(of.players[0], (answer, answer))) is Refusal.NOT_A_BALLOT
    assert refusal(of, voting, Vote(of.players[0], (answer,))) is None
