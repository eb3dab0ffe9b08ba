"""What holds in every election, whatever the ballots."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.decide.decision import Decision, StepKind, TiePolicy
from game.engine.decide.duelling import by_borda, by_condorcet, by_schulze
from game.engine.decide.election import Election, Support, alike_together
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.majority import by_majority
from game.engine.decide.phragmen import by_phragmen
from game.engine.decide.runoff import by_runoff

FIRST, NONE = TiePolicy.FIRST_PROPOSED, TiePolicy.STATUS_QUO
RULES: dict[str, Callable[[Election], Decision]] = {
    "greedy": lambda election: by_greedy(election, FIRST),
    "greedy_value": lambda election: by_greedy(election, FIRST, by_value=True),
    "shares_cost": lambda election: by_equal_shares(election, FIRST),
    "shares_count": lambda election: by_equal_shares(election, FIRST, Worth.COUNT),
    "shares_completed": lambda election: by_equal_shares(election, FIRST, completion=1),
    "phragmen": lambda election: by_phragmen(election, FIRST),
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
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
@given(of=elections())
def test_no_count_overspends_or_funds_what_nobody_wants(rule, of: Election) -> None:
    """What is funded fits the budget, has support, and answers each thing once."""
    chosen = rule(of).chosen
    groups = [of.rivals[option] for option in chosen]

    assert sum(of.costs[option] for option in chosen) <= of.budget
    assert all(of.support(option) for option in chosen)
    assert len(groups) == len(set(groups))


@every_rule
@given(of=elections(), turn=st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_names_matter(rule, of: Election, turn) -> None:
    """Shuffled ballots of voters called otherwise fund the same, in the same order."""
    shuffled = list(of.ballots)
    turn.shuffle(shuffled)
    renamed = tuple(Support(f"w{at}", ballot.worth) for at, ballot in enumerate(shuffled))
    other = Election(of.options, of.costs, of.budget, renamed, of.rivals)

    assert rule(of).chosen == rule(other).chosen


@every_rule
@given(of=elections())
def test_alike_ballots_counted_together_change_nothing(rule, of: Election) -> None:
    """A ballot of weight n is n ballots."""
    together = Election(of.options, of.costs, of.budget, alike_together(of.ballots), of.rivals)

    assert rule(of).chosen == rule(together).chosen


@pytest.mark.parametrize("rule", [RULES["greedy"], RULES["shares_cost"], RULES["phragmen"]])
@given(of=elections(), times=st.integers(2, 9))
def test_the_unit_of_money_does_not_matter(rule, of: Election, times: int) -> None:
    """Costs and budget in another currency fund the same."""
    costs = {option: cost * times for option, cost in of.costs.items()}
    other = Election(of.options, costs, of.budget * times, of.ballots, of.rivals)

    assert rule(of).chosen == rule(other).chosen


@every_rule
@given(of=elections(rivals=False))
def test_what_all_approve_and_the_budget_pays_is_funded(rule, of: Election) -> None:
    """Wanted by all, no dearer than anything else and first among equals: no count passes it over."""
    loved = OPTIONS[0]
    costs = {**of.costs, loved: 1}
    ballots = tuple(Support(b.voter, {**dict.fromkeys(b.worth, 1), loved: 1}) for b in of.ballots)
    unanimous = Election(of.options, costs, max(of.budget, len(ballots)), ballots)

    assert loved in rule(unanimous).chosen


@pytest.mark.parametrize("worth", Worth)
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


@given(of=elections())
def test_completion_never_spends_less(of: Election) -> None:
    """What is funded with larger purses costs at least as much, or the count before it stands."""
    plain, completed = (by_equal_shares(of, FIRST, completion=step).chosen for step in (None, 1))

    if sum(of.costs[o] for o in plain) > sum(of.costs[o] for o in completed):
        pytest.fail(f"{plain} without completion, {completed} with it")


orders = st.lists(st.permutations("abcd"), min_size=1, max_size=15)


@given(ballots=orders)
def test_who_beats_everyone_wins_by_duels_and_by_paths(ballots) -> None:
    """A Condorcet winner is Schulze's, too."""
    winner = by_condorcet("abcd", ballots).winner

    assert winner is None or winner == by_schulze("abcd", ballots, NONE).winner


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


@pytest.mark.parametrize("rule", [by_runoff, by_schulze, by_borda])
@given(ballots=orders, turn=st.randoms(use_true_random=False))
def test_the_order_of_ranked_ballots_does_not_matter(rule, ballots, turn) -> None:
    """Shuffled ballots elect the same."""
    shuffled = list(ballots)
    turn.shuffle(shuffled)

    assert rule("abcd", ballots, FIRST).chosen == rule("abcd", shuffled, FIRST).chosen


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
