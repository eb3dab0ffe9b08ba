"""Participatory budgets worked by hand: greedy, equal shares and Phragmén, with their literature."""

from fractions import Fraction

import pytest

from game.engine.decide.decision import Purse, Reason, StepKind, TiePolicy
from game.engine.decide.election import Election, Support, alike_together
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.phragmen import by_phragmen

FIRST, CHEAPEST, NONE = TiePolicy


def election(costs: dict[str, int], budget: int, *groups: tuple[int, str], rivals: dict[str, str] | None = None):
    """Returns an election in which so many voters each approve the projects named by letters."""
    ballots = tuple(Support(f"g{at}", dict.fromkeys(liked, 1), many) for at, (many, liked) in enumerate(groups))
    return Election(tuple(costs), costs, budget, ballots, rivals or {})


TOWN = election(dict.fromkeys("abcdef", 10), 30, (60, "abc"), (40, "def"))
"""Two quarters, one of them larger: 60 voters want a, b and c, 40 want d, e and f; three projects can be paid."""


def test_greedy_gives_everything_to_the_larger_quarter() -> None:
    """Greedy by votes (Talmon and Faliszewski 2019): 60 > 40 for each of a, b, c; the smaller quarter, with 40 % of
    the votes, gets nothing."""
    assert ("a", "b", "c") == by_greedy(TOWN, FIRST).chosen


def test_equal_shares_give_each_quarter_its_part() -> None:
    """Each of 100 voters has 30/100. a costs the 60 voters 10/60 each: 8 of 60 × 0.3 = 18 stay, so only one of
    theirs; 40 × 0.3 = 12 pay d. 30 − 20 = 10 stays unspent, and no group can spend it alone (8 and 2)."""
    decision = by_equal_shares(TOWN, FIRST)

    assert ("a", "d") == decision.chosen
    poor = {s.option: s.figures["money"] for s in decision.steps if s.kind is StepKind.DISCARDED_POOR}
    assert {"b": 8, "c": 8, "e": 2, "f": 2} == poor


def test_completion_spends_what_equal_shares_leave() -> None:
    """With 1 more in each purse the 60 have 78, the 40 have 52: everything, 60, overspends, so the count stands. With
    steps of 1/100, bought here by counting in hundredths, purses grow until the 60 can pay twice: a, b and d."""
    fine = election(dict.fromkeys("abcdef", 1000), 3000, (60, "abc"), (40, "def"))

    assert ("a", "d") == by_equal_shares(TOWN, FIRST, completion=1).chosen
    assert ("a", "b", "d") == tuple(sorted(by_equal_shares(fine, FIRST, completion=1).chosen))


def test_a_purse_that_would_overspend_is_told() -> None:
    """The step says how large the purse was and what it would have spent: six projects of 10."""
    last = by_equal_shares(TOWN, FIRST, completion=1).steps[-1]

    assert (StepKind.PURSE_KEPT, 60) == (last.kind, last.figures["spent"])


def test_equal_shares_with_voters_who_run_dry() -> None:
    """Peters, Pierczyński and Skowron 2021, the rate ρ: budget 12 for 3 voters, 4 each. x (cost 6) is wanted by v0 and
    v1: 3 each. y (cost 6) by v1 and v2: v1 has 1 left and v2 4, together 5 < 6: y is not affordable any more."""
    of = election({"x": 6, "y": 6}, 12, (1, "x"), (1, "xy"), (1, "y"))
    decision = by_equal_shares(of, FIRST)
    paid = next(step for step in decision.steps if step.kind is StepKind.FUNDED)

    assert ("x",) == decision.chosen
    assert (Purse("g0", Fraction(4), Fraction(1)), Purse("g1", Fraction(4), Fraction(1))) == paid.purses


def test_who_runs_dry_pays_all_and_the_others_the_rest() -> None:
    """Budget 12, 4 each. p (cost 4) is paid by v0 and v1, 2 each. q (cost 9) by all three: v0 and v1 have 2, v2 has 4:
    8 < 9, so not. With q at 8, v0 and v1 give their 2 and v2 its 4."""
    of = election({"p": 4, "q": 8}, 12, (1, "pq"), (1, "pq"), (1, "q"))
    decision = by_equal_shares(of, FIRST, Worth.COUNT)
    last = [step for step in decision.steps if step.kind is StepKind.FUNDED][-1]

    assert ("p", "q") == decision.chosen
    assert [2, 2, 4] == [purse.before - purse.after for purse in last.purses]


def test_worth_by_count_favours_the_cheap() -> None:
    """One dear project (9) liked by all ten against two cheap ones (1) liked by five: for each unit of worth, dear is
    9/10 by count and 1/10 by cost; cheap is 1/5 either way. By count the cheap come first, by cost the dear."""
    of = election({"dear": 9, "c": 1, "d": 1}, 20, (5, ["dear", "c"]), (5, ["dear", "d"]))

    assert ("c", "d", "dear") == by_equal_shares(of, FIRST, Worth.COUNT).chosen
    assert "dear" == by_equal_shares(of, FIRST).chosen[0]


def test_tokens_weigh_what_a_project_is_worth() -> None:
    """Both want both, but v0 gives a 9 of 10 tokens: v0 pays 9 of a's 10; with approvals each would pay half."""
    ballots = (Support("v0", {"a": 9, "b": 1}), Support("v1", {"a": 1, "b": 9}))
    decision = by_equal_shares(Election(("a", "b"), {"a": 10, "b": 10}, 20, ballots), FIRST)
    first = next(step for step in decision.steps if step.kind is StepKind.FUNDED)

    assert [Fraction(9), Fraction(1)] == [purse.before - purse.after for purse in first.purses]


TWELVE = election(dict.fromkeys("abcdefgh", 1), 4, (3, "ab"), (3, "ac"), (2, "ad"), (1, "bcf"), (1, "e"), (1, "f"),
                  (1, "g"))  # fmt: skip
"""Lackner and Skowron 2023, Multi-Winner Voting with Approval Preferences, example 1: 12 voters, 8 candidates, 4 seats;
here projects of 1 and a budget of 4."""


def test_phragmen_s_textbook_example() -> None:
    """Lackner and Skowron 2023, example 9. a has 8 voters: at 1/8. Then b (3 of them and 1 more) at
    (1 + 3/8) / 4 = 11/32, as early as c, so the tie is broken; then c: its 3 voters of a stand at 1/8, the one of b at
    11/32: (1 + 3/8 + 11/32) / 4 = 55/128; then d: (1 + 2/8) / 2 = 5/8, before e and g at 1 and f at
    (1 + 55/128) / 2 = 183/256."""
    decision = by_phragmen(TWELVE, FIRST)
    times = [step.figures["each"] for step in decision.steps if step.kind is StepKind.FUNDED]

    assert (("a", "b", "c", "d"), Reason.FUNDED) == (decision.chosen, decision.reason)
    assert [Fraction(1, 8), Fraction(11, 32), Fraction(55, 128), Fraction(5, 8)] == times
    assert [("b", "c")] == [step.among for step in decision.steps if step.kind is StepKind.TIE]


def test_equal_shares_stop_just_short_in_the_textbook_example() -> None:
    """Lackner and Skowron 2023, example 11, the first phase of the rule of Peters and Skowron 2020: each has 4/12. a
    costs its 8 voters 1/8 each, 5/24 stay. b's voters now have 3 × 5/24 + 1/3 = 23/24 < 1, and so have c's; d's have
    2 × 5/24 = 5/12. One of four seats is filled."""
    decision = by_equal_shares(TWELVE, FIRST, Worth.COUNT)
    poor = {s.option: s.figures["money"] for s in decision.steps if s.kind is StepKind.DISCARDED_POOR}

    assert ("a",) == decision.chosen
    assert (Fraction(23, 24), Fraction(23, 24), Fraction(5, 12)) == (poor["b"], poor["c"], poor["d"])


def test_equal_shares_let_those_who_have_more_pay_more() -> None:
    """Lackner and Skowron 2023, example 12, first phase: 8 voters, each 3/8. c has 5 voters: 1/5 each, 7/40 stay. a:
    two of its four voters have 7/40 left and run dry, the other two pay (1 − 14/40) / 2 = 13/40 each. d:
    3 × 7/40 + 3/8 = 9/10 < 1; b: 2 × 1/20 + 3/8 < 1."""
    of = election(dict.fromkeys("abcd", 1), 3, (3, "cd"), (2, "ab"), (2, "ac"), (1, "bd"))
    decision = by_equal_shares(of, FIRST, Worth.COUNT)
    funded = [step for step in decision.steps if step.kind is StepKind.FUNDED]

    assert ("c", "a") == decision.chosen
    assert [Fraction(1, 5), Fraction(13, 40)] == [step.figures["each"] for step in funded]
    assert {"g1": Fraction(1, 20), "g2": Fraction(0)} == {purse.voter: purse.after for purse in funded[1].purses}


def test_phragmen_shares_the_burden() -> None:
    """With costs of 1, 3 voters want a, b, c and 1 wants d; time buys in this order: a at 1/3, b at 2/3, then c and d
    at 1 together: money is left for one of them, the first proposed is tried first."""
    of = election(dict.fromkeys("abcd", 1), 3, (3, "abc"), (1, "d"))
    decision = by_phragmen(of, FIRST)
    times = [step.figures["each"] for step in decision.steps if step.kind is StepKind.FUNDED]

    assert ("a", "b", "c") == decision.chosen
    assert [Fraction(1, 3), Fraction(2, 3), 1] == times
    assert ("c", "d") == [step.among for step in decision.steps if step.kind is StepKind.TIE][-1]


def test_phragmen_waits_longer_for_what_is_dearer() -> None:
    """Two voters earn 1 each a unit of time: x (cost 2) of one of them comes at 2, y (cost 5) of both then at
    (5 + 2) / 2 = 3.5, which the budget of 7 just pays."""
    of = election({"x": 2, "y": 5}, 7, (1, "xy"), (1, "y"))
    decision = by_phragmen(of, FIRST)

    assert ("x", "y") == decision.chosen
    assert [2, Fraction(7, 2)] == [s.figures["each"] for s in decision.steps if s.kind is StepKind.FUNDED]


def test_phragmen_leaves_out_what_no_budget_could_pay_and_stops_at_the_first_too_dear() -> None:
    """z costs more than there is: it is left out first. y would overspend when its turn comes: the count ends there,
    although x2 would still fit."""
    of = election({"z": 99, "x1": 4, "y": 7, "x2": 5}, 10, (3, ["z", "x1", "y"]), (1, ["x2"]))
    decision = by_phragmen(of, FIRST)
    dear = [step.option for step in decision.steps if step.kind is StepKind.DISCARDED_DEAR]

    assert (("x1",), ["z", "y"]) == (decision.chosen, dear)


def test_greedy_passes_over_what_no_longer_fits() -> None:
    """Talmon and Faliszewski 2019: after a (6 of 10) b (5) does not fit, c (4), with fewer votes, does."""
    of = election({"a": 6, "b": 5, "c": 4}, 10, (3, "a"), (2, "b"), (1, "c"))

    assert ("a", "c") == by_greedy(of, FIRST).chosen


def test_greedy_by_value_counts_votes_for_each_euro() -> None:
    """a: 4 votes for 8; b: 3 for 2. By votes a comes first and leaves 2 for b; with a budget of 8, by value only b."""
    of = election({"a": 8, "b": 2}, 8, (4, "a"), (3, "b"))

    assert (("a",), ("b",)) == (by_greedy(of, FIRST).chosen, by_greedy(of, FIRST, by_value=True).chosen)


@pytest.mark.parametrize(("tie", "chosen"), [(FIRST, ("a",)), (CHEAPEST, ("b",)), (NONE, ())])
@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_each_tie_policy_is_followed_and_told(rule, tie, chosen) -> None:
    """Two projects of equal rank of which one can be paid: the first, the cheaper, or neither, and a step says so."""
    costs = {by_greedy: {"a": 9, "b": 8}}.get(rule, {"a": 6, "b": 6})
    of = election(costs, 10, (2, "a"), (2, "b"))
    if rule is by_equal_shares:
        of = election({"a": 6, "b": 6}, 10, (2, "ab"))
    decision = rule(of, tie)
    expected = ("a",) if tie is CHEAPEST and rule is not by_greedy else chosen

    assert expected == decision.chosen
    assert [("a", "b")] == [step.among for step in decision.steps if step.kind is StepKind.TIE]


APART = election({"a": 2, "b": 2, "c": 1}, 100, (2, "a"), (2, "b"), (1, "c"))
"""Three equals with voters of their own and money for all of them."""


@pytest.mark.parametrize("tie", TiePolicy)
@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_equals_that_can_all_be_paid_need_no_policy(rule, tie) -> None:
    """Where the order of equals can't matter nothing is told of a tie, and all of them are funded under each policy."""
    decision = rule(APART, tie)

    assert {"a", "b", "c"} == set(decision.chosen)
    assert {StepKind.FUNDED} == {step.kind for step in decision.steps}


@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_equals_that_the_policy_leaves_are_passed_over_and_the_count_goes_on(rule) -> None:
    """Of a and b, equal and liked by the same two, the money pays one: under the status quo neither, and then c."""
    of = election({"a": 6, "b": 6, "c": 1}, 10, (2, "ab"), (1, "c"))
    decision = rule(of, NONE)
    told = {step.kind: step.option for step in decision.steps}

    assert ("c",) == decision.chosen
    assert {StepKind.TIE: None, StepKind.FUNDED: "c"} == told


@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_rivals_that_are_equals_need_the_policy(rule) -> None:
    """a and b answer the same challenge: only one can be taken, however much money there is."""
    of = election({"a": 2, "b": 2}, 100, (1, "a"), (1, "b"), rivals={"a": "one", "b": "one"})

    assert ((), ("a",)) == (rule(of, NONE).chosen, rule(of, FIRST).chosen)
    assert [("a", "b")] == [step.among for step in rule(of, FIRST).steps if step.kind is StepKind.TIE]


def test_a_tie_in_the_count_that_overspends_is_told_too() -> None:
    """1 to spend, half each: nothing. With a purse of 1.5, v0 pays a and v1 c, for a, taken first, shuts out its rival
    b: 2 is too much. That the policy took a is told, although the count with the smaller purse stands."""
    of = election(dict.fromkeys("abc", 1), 1, (1, "a"), (1, "bc"), rivals={"a": "one", "b": "one", "c": "two"})
    tie, kept = by_equal_shares(of, FIRST, completion=1).steps[-2:]

    assert (StepKind.TIE, "a", ("a", "b", "c")) == (tie.kind, tie.option, tie.among)
    assert (StepKind.PURSE_KEPT, 2) == (kept.kind, kept.figures["spent"])


def test_completion_ends_where_a_purse_could_pay_for_everything() -> None:
    """a and b answer the same challenge, both voters want both, and the policy takes none: the purse grows from 5 to
    the whole budget of 10 and no further; no step claims that too much would have been spent."""
    of = election({"a": 6, "b": 6}, 10, (2, "ab"), rivals={"a": "one", "b": "one"})
    decision = by_equal_shares(of, NONE, completion=1)

    assert ((), Reason.NOTHING_FUNDED) == (decision.chosen, decision.reason)
    assert StepKind.PURSE_KEPT not in {step.kind for step in decision.steps}


@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_only_one_rival_is_funded(rule) -> None:
    """Answers to the same challenge: once one is paid for, the others drop out, and a step names which took it."""
    of = election({"a": 2, "b": 2, "c": 2}, 6, (5, "ab"), (1, "c"), rivals={"a": "one", "b": "one", "c": "two"})
    decision = rule(of, FIRST)
    dropped = [(step.option, step.among) for step in decision.steps if step.kind is StepKind.DISCARDED_RIVAL]

    assert ("a", "c") == decision.chosen if rule is not by_equal_shares else decision.chosen[0] == "a"
    assert [("b", ("a",))] == dropped


@pytest.mark.parametrize("rule", [by_greedy, by_equal_shares, by_phragmen])
def test_without_ballots_or_support_nothing_is_funded(rule) -> None:
    """No ballots at all and ballots that approve nothing are two reasons; what nobody wants is named in a step."""
    costs = {"a": 1}

    assert Reason.NO_BALLOT is rule(election(costs, 5), FIRST).reason
    blank = rule(election(costs, 5, (3, "")), FIRST)
    assert (Reason.NOTHING_FUNDED, ()) == (blank.reason, blank.chosen)
    assert StepKind.DISCARDED_UNSUPPORTED is blank.steps[0].kind


def test_alike_ballots_are_merged_into_one_with_their_weight() -> None:
    """Three ballots, two of them the same whatever their order: two, one of weight 2."""
    ballots = (Support("x", {"a": 1, "b": 1}), Support("y", {"b": 1, "a": 1}), Support("z", {"a": 1}))

    assert [("x", 2), ("z", 1)] == [(each.voter, each.weight) for each in alike_together(ballots)]
