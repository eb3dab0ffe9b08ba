"""How long the rules of election take: a workshop's budget, and a city's. Run by name; compare within one run only."""

import pytest

from game.engine.chance import roll
from game.engine.decide.decision import TiePolicy
from game.engine.decide.duelling import by_borda, by_schulze
from game.engine.decide.election import Election, Support, alike_together
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.phragmen import by_phragmen
from game.engine.decide.runoff import by_runoff

FIRST = TiePolicy.FIRST_PROPOSED
RULES = {
    "greedy": lambda election: by_greedy(election, FIRST),
    "greedy_value": lambda election: by_greedy(election, FIRST, by_value=True),
    "shares_cost": lambda election: by_equal_shares(election, FIRST, purses=False),
    "shares_count": lambda election: by_equal_shares(election, FIRST, Worth.COUNT, purses=False),
    "phragmen": lambda election: by_phragmen(election, FIRST),
}


def drawn(projects: int, voters: int) -> Election:
    """Returns an election in which each voter approves about one project in eight."""
    options = tuple(f"p{at:03}" for at in range(projects))
    costs = {option: 10 + roll(1, 0, "cost", option, 90) for option in options}
    ballots = (
        Support(f"v{voter}", {o: 1 for o in options if roll(1, voter, "likes", o, 8) == 0}) for voter in range(voters)
    )
    return Election(options, costs, sum(costs.values()) // 4, alike_together(ballots))


@pytest.mark.parametrize("rule", RULES)
def test_a_workshop_s_budget(benchmark, rule: str) -> None:
    """60 projects and 40 voters."""
    election = drawn(60, 40)

    assert benchmark(RULES[rule], election).chosen


@pytest.mark.parametrize("rule", RULES)
def test_a_city_s_budget(benchmark, rule: str) -> None:
    """100 projects and 3,000 voters with different ballots."""
    election = drawn(100, 3000)

    assert benchmark.pedantic(RULES[rule], (election,), rounds=1).chosen


@pytest.mark.parametrize("rule", [by_runoff, by_schulze, by_borda])
def test_a_workshop_s_ranking(benchmark, rule) -> None:
    """6 options and 40 orders."""
    options = "abcdef"
    ballots = [tuple(sorted(options, key=lambda o: roll(1, voter, "rank", o, 1000))) for voter in range(40)]

    assert benchmark(rule, options, ballots, FIRST).tally
