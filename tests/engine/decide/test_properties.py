"""What holds in every shared budget and every majority vote, whatever the ballots."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.decide.decision import Decision, StepKind, TiePolicy
from game.engine.decide.election import Election, Support, alike_together
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.majority import by_majority
from game.engine.decide.phragmen import by_phragmen

FIRST, NONE = TiePolicy.FIRST_PROPOSED, TiePolicy.STATUS_QUO
Rule = Callable[..., Decision]
RULES: dict[str, Rule] = {
    "greedy": lambda of, tie=FIRST: by_greedy(of, tie),
    "greedy_value": lambda of, tie=FIRST: by_greedy(of, tie, by_value=True),
    "shares_cost": lambda of, tie=FIRST: by_equal_shares(of, tie),
    "shares_count": lambda of, tie=FIRST: by_equal_shares(of, tie, Worth.COUNT),
    "shares_completed": lambda of, tie=FIRST, step=1: by_equal_shares(of, tie, completion=step),
    "phragmen": lambda of, tie=FIRST: by_phragmen(of, tie),
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
often = settings(max_examples=50, deadline=None)
OPTIONS = "abcdef"


@st.composite
def elections(draw: st.DrawFn, rivals: bool = True) -> Election:
    """Draws a small election with approvals or tokens."""
    costs = {option: draw(st.integers(1, 30)) for option in OPTIONS}
    worth = st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 3), max_size=6)
    ballots = draw(st.lists(worth, min_size=1, max_size=12))
    groups = {option: draw(st.sampled_from("123456")) for option in OPTIONS} if rivals else {}
    cast = tuple(Support(f"v{at}", each) for at, each in enumerate(ballots))
    return Election(tuple(OPTIONS), costs, draw(st.integers(1, 90)), cast, groups)


@every_rule
@often
@given(of=elections())
def test_no_count_overspends_or_funds_what_nobody_wants(rule, of: Election) -> None:
    """What is funded fits the budget, has support, and answers each thing once."""
    chosen = rule(of).chosen
    groups = [of.rivals[option] for option in chosen]

    assert sum(of.costs[option] for option in chosen) <= of.budget
    assert all(of.support(option) for option in chosen)
    assert len(groups) == len(set(groups))


@every_rule
@often
@given(of=elections(), turn=st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_names_matter(rule, of: Election, turn) -> None:
    """Shuffled ballots of voters called otherwise fund the same, in the same order."""
    shuffled = list(of.ballots)
    turn.shuffle(shuffled)
    renamed = tuple(Support(f"w{at}", ballot.worth) for at, ballot in enumerate(shuffled))
    other = Election(of.options, of.costs, of.budget, renamed, of.rivals)

    assert rule(of).chosen == rule(other).chosen


@every_rule
@often
@given(of=elections())
def test_alike_ballots_counted_together_change_nothing(rule, of: Election) -> None:
    """A ballot of weight n is n ballots."""
    together = Election(of.options, of.costs, of.budget, alike_together(of.ballots), of.rivals)

    assert rule(of).chosen == rule(together).chosen


@pytest.mark.parametrize("name", RULES)
@often
@given(of=elections(), times=st.integers(2, 9))
def test_the_unit_of_money_does_not_matter(name: str, of: Election, times: int) -> None:
    """Costs and budget in another currency, the step of completion too, fund the same in the same order."""
    costs = {option: cost * times for option, cost in of.costs.items()}
    other = Election(of.options, costs, of.budget * times, of.ballots, of.rivals)
    step = {"step": times} if name == "shares_completed" else {}

    assert RULES[name](of).chosen == RULES[name](other, **step).chosen


@pytest.mark.parametrize("name", [name for name in RULES if name != "shares_completed"])
@often
@given(of=elections())
def test_without_a_step_of_a_tie_the_policy_changes_nothing(name: str, of: Election) -> None:
    """No hidden order: a count that told no tie comes out the same under every policy, step by step. (Completion
    counts many times, and tells only the ties of its last two counts.)"""
    first = RULES[name](of)
    if not any(step.kind is StepKind.TIE for step in first.steps):
        assert [first] * 3 == [RULES[name](of, tie) for tie in TiePolicy]


@every_rule
@often
@given(of=elections(), turn=st.randoms(use_true_random=False))
def test_under_the_status_quo_the_order_of_the_table_does_not_matter(rule: Rule, of: Election, turn) -> None:
    """Who proposed first counts only where the policy says so: otherwise any order of projects funds the same."""
    order = list(of.options)
    turn.shuffle(order)
    other = Election(tuple(order), of.costs, of.budget, of.ballots, of.rivals)

    assert set(rule(of, NONE).chosen) == set(rule(other, NONE).chosen)


@pytest.mark.parametrize("name", [name for name in RULES if name != "phragmen"])
@often
@given(of=elections(), tie=st.sampled_from(TiePolicy))
def test_every_project_is_accounted_for(name: str, of: Election, tie: TiePolicy) -> None:
    """Each has a step that says why it was funded or not (Phragmén's rule stops at the first that is too dear)."""
    decision = RULES[name](of, tie)
    told = {option for step in decision.steps for option in (step.option, *step.among)}

    assert set(of.options) <= told
    assert set(decision.chosen) == {step.option for step in decision.steps if step.kind is StepKind.FUNDED}


@often
@given(of=elections(), tie=st.sampled_from(TiePolicy), worth=st.sampled_from(Worth))
def test_who_is_said_to_be_too_poor_is(of: Election, tie: TiePolicy, worth: Worth) -> None:
    """A project set aside for want of money costs more than its supporters have left together, as the step says."""
    for step in by_equal_shares(of, tie, worth).steps:
        if step.kind is StepKind.DISCARDED_POOR:
            assert step.figures["money"] < step.figures["cost"] == of.costs[step.option]


@often
@given(of=elections(), tie=st.sampled_from(TiePolicy))
def test_time_never_runs_backwards(of: Election, tie: TiePolicy) -> None:
    """Phragmén's projects are bought one after another, at times that never fall."""
    times = [step.figures["each"] for step in by_phragmen(of, tie).steps if step.kind is StepKind.FUNDED]

    assert sorted(times) == times


@pytest.mark.parametrize("name", ["greedy", "shares_cost"])
@often
@given(of=elections(rivals=False), loved=st.sets(st.sampled_from(OPTIONS), min_size=1), more=st.integers(0, 30))
def test_what_everybody_approves_is_funded_where_the_budget_pays_for_all_of_it(
    name: str, of: Election, loved: set[str], more: int
) -> None:
    """By votes, and by shares of a cost, nothing can come before what all approve: with money for all of that, all of
    it is funded, whatever it costs and whatever else is asked for."""
    ballots = tuple(Support(b.voter, dict.fromkeys((*b.worth, *loved), 1)) for b in of.ballots)
    everybody_s = {option for option in OPTIONS if all(option in ballot.worth for ballot in ballots)}
    unanimous = Election(of.options, of.costs, sum(of.costs[option] for option in everybody_s) + more, ballots)

    assert everybody_s <= set(RULES[name](unanimous).chosen)


@often
@given(of=elections(rivals=False), seats=st.integers(1, 6), tie=st.sampled_from([FIRST, TiePolicy.CHEAPEST]))
def test_a_group_that_agrees_gets_its_part_of_equal_shares(of: Election, seats: int, tie: TiePolicy) -> None:
    """Extended justified representation (Peters and Skowron 2020), all costs alike: of n voters, l × n / seats who
    agree on l projects or more have somebody among them who gets l."""
    ballots = tuple(Support(b.voter, dict.fromkeys(b.worth, 1)) for b in of.ballots)
    alike = Election(of.options, dict.fromkeys(of.options, 10), 10 * seats, ballots)
    chosen = set(by_equal_shares(alike, tie).chosen)

    for size in range(1, seats + 1):
        for wanted in combinations(of.options, size):
            agreed = [set(b.worth) for b in ballots if set(wanted) <= set(b.worth)]
            if agreed and len(agreed) * seats >= size * len(ballots):
                assert max(len(chosen & liked) for liked in agreed) >= size


@every_rule
@often
@given(of=elections(rivals=False))
def test_what_all_approve_and_the_budget_pays_is_funded(rule, of: Election) -> None:
    """Wanted by all, no dearer than anything else and first among equals: no count passes it over."""
    loved = OPTIONS[0]
    costs = {**of.costs, loved: 1}
    ballots = tuple(Support(b.voter, {**dict.fromkeys(b.worth, 1), loved: 1}) for b in of.ballots)
    unanimous = Election(of.options, costs, max(of.budget, len(ballots)), ballots)

    assert loved in rule(unanimous).chosen


@pytest.mark.parametrize("worth", Worth)
@often
@given(of=elections())
def test_nobody_pays_more_than_an_equal_share(worth: Worth, of: Election) -> None:
    """Without completion each voter's payments stay within budget / voters, and pay each project exactly."""
    decision = by_equal_shares(of, FIRST, worth)
    paid: dict[str, object] = {}
    for step in decision.steps:
        if step.kind is StepKind.FUNDED and step.option is not None:
            assert of.costs[step.option] == sum(purse.before - purse.after for purse in step.purses)
            paid.update({purse.voter: purse.after for purse in step.purses})

    assert all(left >= 0 for left in paid.values())


@often
@given(of=elections())
def test_completion_never_spends_less(of: Election) -> None:
    """What is funded with larger purses costs at least as much, or the count before it stands."""
    plain, completed = (by_equal_shares(of, FIRST, completion=step).chosen for step in (None, 1))

    if sum(of.costs[o] for o in plain) > sum(of.costs[o] for o in completed):
        pytest.fail(f"{plain} without completion, {completed} with it")


@often
@given(ballots=st.lists(st.sets(st.sampled_from("abc")).map(tuple), max_size=15))
def test_a_majority_winner_is_approved_by_more_than_half(ballots) -> None:
    """And by no fewer than any other option."""
    decision = by_majority("abc", ballots, FIRST)
    support = {option: sum(option in ballot for ballot in ballots) for option in "abc"}

    if decision.winner:
        assert 2 * support[decision.winner] > len(ballots)
        assert support[decision.winner] == max(support.values())
    else:
        assert not ballots or 2 * max(support.values()) <= len(ballots)
