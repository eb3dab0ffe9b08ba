"""The same ballots under other rules: what each seat wanted, and what each rule makes of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.decide.decision import AS_IT_IS
from game.engine.events import Counted
from game.engine.moves import Grade, Pledge, Rank, Stand, Vote
from game.engine.recount import ONE_BY_ONE, TOGETHER, Opinion, Rule, opinions, recounted, whole_session
from game.engine.state import PLAYABLE, Game, Proposal, Stance
from tests.engine.table import game, random_game

ANSWERS = tuple(answer.id for answer in game().challenge(game().model.scenario.agenda[0]).answers)
A, B, C = ANSWERS


def closed(ballots, stances=(), shown: bool = True, envelope: int = 9_000) -> Counted:
    """Returns a vote on the three answers of the first challenge, each of which costs 4 M€."""
    of = game()
    return Counted(
        1, of.procedure, (of.model.scenario.agenda[0],), tuple(Proposal(each, None, ("greens",)) for each in ANSWERS),
        tuple(ballots), tuple(stances), dict.fromkeys(ANSWERS, 4_000), envelope, None, shown, of.start,
    )  # fmt: skip


def under(found, rule: Rule):
    """Returns the recount under a rule."""
    return next(each for each in found if each.rule is rule)


def votes(*approved: tuple[str, ...]) -> list[Vote]:
    """Returns the ballots of the first seats."""
    return [Vote(player, each) for player, each in zip(game().players, approved, strict=False)]


@pytest.mark.parametrize(
    ("ballot", "ranking"),
    [
        (Vote("greens", (A, C)), (frozenset({A, C}),)),
        (Vote("greens", ()), ()),
        (Rank("greens", (B, A, AS_IT_IS, C)), (frozenset({B}), frozenset({A}))),
        (Grade("greens", ((A, 5), (B, 3), (C, 2))), (frozenset({A}), frozenset({B}))),
        (Pledge("greens", ((A, 20), (B, 60), (C, 20))), (frozenset({B}), frozenset({A, C}))),
    ],
)
def test_every_kind_of_ballot_says_what_a_seat_wants(ballot, ranking) -> None:
    """What it prefers to leaving things as they are, the best first, equals together."""
    assert [each.ranking for each in opinions(closed([ballot]), 3)] == [ranking]


def test_the_last_word_stands_for_a_ballot_not_cast() -> None:
    """Where nobody voted, those who spoke for an answer want it, those who spoke against are against it."""
    said = [Stance("greens", A, Stand.FOR), Stance("river", A, Stand.AGAINST), Stance("river", B, Stand.FOR)]

    found = opinions(closed([], said), 3)

    assert found == (
        Opinion("greens", (frozenset({A}),)),
        Opinion("river", (frozenset({B}),), frozenset({A})),
    )


def test_a_majority_takes_all_and_others_get_nothing() -> None:
    """Five of eight want A, three want B: the majority takes A, and the three are named as getting nothing."""
    found = recounted(game(), closed(votes(*[(A,)] * 5, *[(B,)] * 3)))

    taken = under(found, Rule.MAJORITY)
    assert (taken.decision.chosen, taken.spent, taken.empty) == ((A,), 4_000, game().players[5:8])


def test_whose_money_paid_stays_secret_with_the_ballots() -> None:
    """After a secret vote the steps of equal shares name no purse; after an open one they do."""
    ballots = votes(*[(A,)] * 8)
    purses = [
        [step.purses for step in under(recounted(game(), closed(ballots, shown=shown)), Rule.SHARES_COMPLETED)
         .decision.steps if step.purses]
        for shown in (True, False)
    ]  # fmt: skip

    assert purses[0]
    assert purses[1] == []


def counted_in(of: Game, dice: int) -> list[Counted]:
    """Returns every vote on challenges in a random game."""
    every = (event for _, _, _, events in random_game(of, dice) for event in events)
    return [each for each in every if isinstance(each, Counted) and each.question is None]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(PLAYABLE))
def test_every_vote_of_every_way_can_be_recounted(dice: int, way: str) -> None:
    """Each rule chooses among what was on the table, one answer a challenge, and nobody both wins and gets nothing."""
    of = game(way, explained=False)
    for vote in counted_in(of, dice):
        wanted = {each.player: each.approved for each in opinions(vote, 3)}
        for found in recounted(of, vote):
            chosen = set(found.decision.chosen)
            assert chosen <= {each.intervention for each in vote.proposals}
            assert all(len(chosen & {a.id for a in of.challenge(c).answers}) <= 1 for c in vote.challenges)
            assert all(not wanted[seat] & chosen for seat in found.empty)
            if found.rule in TOGETHER:
                assert found.spent <= vote.envelope


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(PLAYABLE))
def test_the_whole_session_spends_no_more_than_it_did(dice: int, way: str) -> None:
    """All challenges together share the money that was spent on them, and no rule spends more."""
    of = game(way, explained=False)
    every = counted_in(of, dice)
    spent = sum(each.prices.get(option, 0) for each in every for option in each.decision.chosen)

    assert all(found.spent <= spent for found in whole_session(of, every))


def test_the_rules_are_told_apart() -> None:
    """No rule is both for one challenge and for money shared between projects."""
    assert not set(ONE_BY_ONE) & set(TOGETHER)
    assert {*ONE_BY_ONE, *TOGETHER} == set(Rule)
