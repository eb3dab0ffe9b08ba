"""What holds in every ranked vote and every committee, whatever the ballots."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.decide.decision import Decision, Reason, StepKind, TiePolicy
from game.engine.decide.duelling import by_borda, by_condorcet, by_schulze
from game.engine.decide.grades import by_grades
from game.engine.decide.rankings import duels
from game.engine.decide.runoff import by_runoff

FIRST, NONE = TiePolicy.FIRST_PROPOSED, TiePolicy.STATUS_QUO
COSTS = {"a": 3, "b": 1, "c": 2, "d": 1}
often = settings(max_examples=60, deadline=None)
Rule = Callable[..., Decision]


def condorcet(options: str, ballots: list, tie: TiePolicy, costs: object = None) -> Decision:
    """Counts by duels; the rule knows no ties."""
    return by_condorcet(options, ballots)


RULES: dict[str, Rule] = {"runoff": by_runoff, "condorcet": condorcet, "schulze": by_schulze, "borda": by_borda}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
policies = st.sampled_from(TiePolicy)


orders = st.lists(st.permutations("abcd"), min_size=1, max_size=15)
cut_orders = st.lists(st.lists(st.sampled_from("abcd"), unique=True), min_size=1, max_size=15)


@often
@given(ballots=orders)
def test_who_beats_everyone_wins_by_duels_and_by_paths(ballots) -> None:
    """A Condorcet winner is Schulze's, too."""
    winner = by_condorcet("abcd", ballots).winner

    assert winner is None or winner == by_schulze("abcd", ballots, NONE).winner


@often
@given(ballots=orders)
def test_first_on_most_ballots_wins_every_ranked_rule_but_points(ballots) -> None:
    """Majority criterion: run-off, Condorcet and Schulze elect whoever more than half rank first; Borda need not."""
    firsts = [ballot[0] for ballot in ballots]
    top = next((option for option in "abcd" if 2 * firsts.count(option) > len(firsts)), None)
    if top is not None:
        assert {top} == {
            by_runoff("abcd", ballots, NONE).winner,
            by_condorcet("abcd", ballots).winner,
            by_schulze("abcd", ballots, NONE).winner,
        }


@every_rule
@often
@given(ballots=cut_orders, turn=st.randoms(use_true_random=False))
def test_the_order_of_ranked_ballots_does_not_matter(rule: Rule, ballots, turn) -> None:
    """Shuffled ballots, cut short or not, give the same decision step by step."""
    shuffled = list(ballots)
    turn.shuffle(shuffled)

    assert rule("abcd", ballots, FIRST) == rule("abcd", shuffled, FIRST)


@every_rule
@often
@given(ballots=cut_orders)
def test_without_a_step_of_a_tie_the_policy_changes_nothing(rule: Rule, ballots) -> None:
    """No hidden order: a count that told no tie comes out the same under every policy, step by step."""
    first = rule("abcd", ballots, FIRST, COSTS)
    if not any(step.kind is StepKind.TIE for step in first.steps):
        assert [first] * 3 == [rule("abcd", ballots, tie, COSTS) for tie in TiePolicy]


@every_rule
@often
@given(ballots=cut_orders, order=st.permutations("abcd"))
def test_under_the_status_quo_the_order_of_the_table_does_not_matter(rule: Rule, ballots, order) -> None:
    """Who proposed first counts only where the policy says so."""
    assert rule("abcd", ballots, NONE).chosen == rule(order, ballots, NONE).chosen


@every_rule
@often
@given(ballots=cut_orders, tie=policies)
def test_a_reason_says_whether_somebody_won(rule: Rule, ballots, tie: TiePolicy) -> None:
    """Without a winner it is a tie left or that the rule names none; a tie broken or left has told its step."""
    decision = rule("abcd", ballots, tie, COSTS)
    told = any(step.kind is StepKind.TIE for step in decision.steps)

    assert (decision.winner is None) == (decision.reason in (Reason.TIE_LEFT, Reason.NO_WINNER))
    assert told or decision.reason not in (Reason.TIE_LEFT, Reason.TIE_BROKEN)


@every_rule
@often
@given(ballots=orders, tie=policies)
def test_first_on_every_ballot_wins_every_ranked_rule(rule: Rule, ballots, tie: TiePolicy) -> None:
    """Unanimity, under each tie policy."""
    unanimous = [("e", *ballot) for ballot in ballots]

    assert "e" == rule("abcde", unanimous, tie).winner


@every_rule
@often
@given(ballots=orders, tie=policies)
def test_behind_another_on_every_ballot_never_wins(rule: Rule, ballots, tie: TiePolicy) -> None:
    """Pareto: e stands right behind a on each ballot, and is not elected even where it came to the table first."""
    beaten = ["".join(ballot).replace("a", "ae") for ballot in ballots]

    assert "e" != rule("eabcd", beaten, tie).winner


@pytest.mark.parametrize("name", ["condorcet", "schulze", "borda", "runoff"])
@often
@given(ballots=orders)
def test_who_loses_to_everyone_is_never_elected(name: str, ballots) -> None:
    """A Condorcet loser loses under each ranked rule; in a run-off that strikes off one at a time, at
    the latest in its last round."""
    won = duels(ballots, "abcd")
    losers = [o for o in "abcd" if all(won[o, other] < won[other, o] for other in "abcd" if other != o)]

    assert RULES[name]("abcd", ballots, FIRST).winner not in losers


@pytest.mark.parametrize("rule", [by_schulze, by_borda])
@often
@given(ballots=orders)
def test_turning_every_ballot_round_deposes_the_winner(rule: Rule, ballots) -> None:
    """Reversal symmetry (Schulze 2011, section 4.4): a single winner is not that of the reversed ballots, too."""
    winner = rule("abcd", ballots, NONE).winner

    assert winner is None or winner != rule("abcd", [ballot[::-1] for ballot in ballots], NONE).winner


@often
@given(ballots=orders, better=st.integers(0, 14))
def test_moving_a_schulze_winner_up_never_harms_it(ballots, better: int) -> None:
    """Monotonicity (Schulze 2011, section 4.5): the single winner put first on one more ballot still wins."""
    winner = by_schulze("abcd", ballots, NONE).winner
    raised = list(ballots)
    at = better % len(ballots)
    if winner is not None:
        raised[at] = (winner, *(option for option in ballots[at] if option != winner))

    assert winner is None or winner == by_schulze("abcd", raised, NONE).winner


@often
@given(ballots=st.lists(st.tuples(*[st.integers(0, 5)] * 3), min_size=1, max_size=9), tie=policies)
def test_a_committee_takes_a_passing_option_with_the_best_median(ballots, tie: TiePolicy) -> None:
    """At least half of the grades of what it takes are its median or more, and no option has a better median."""
    graded = [dict(zip("abc", grades, strict=True)) for grades in ballots]
    decision = by_grades("abc", graded, 3, tie, COSTS)
    medians = {each.intervention: each.support for each in decision.tally}
    winner = decision.winner

    if winner is None:
        assert max(medians.values()) < 3 or decision.reason is Reason.TIE_LEFT
    else:
        assert medians[winner] == max(medians.values()) >= 3
        assert 2 * sum(ballot[winner] >= medians[winner] for ballot in graded) >= len(graded)
