"""The rules elect what established libraries elect, on elections drawn from a seed; each difference has its edge rule.

The answers in `oracle.json` come from `oracle.py`: pabutools for participatory budgets, pref_voting for ranked votes.
"""

import json
from collections import Counter
from collections.abc import Callable
from enum import Enum
from functools import cache

import pytest

from game.engine.decide.decision import Decision, Reason, StepKind, TiePolicy
from game.engine.decide.duelling import by_borda, by_condorcet, by_schulze
from game.engine.decide.election import Election
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.phragmen import by_phragmen
from game.engine.decide.runoff import by_runoff
from tests.engine.decide.drawn import COUNT, Ranked, budget, ranked
from tests.engine.decide.oracle import FILE

FIRST, NONE = TiePolicy.FIRST_PROPOSED, TiePolicy.STATUS_QUO


class Edge(Enum):
    """Where a rule of the game differs from the library on purpose."""

    UNAPPROVED = "a project that nobody approves is never funded, even when money is left"
    TIED_DEAR = "among equals the first proposed is tried alone; the library stops when any of them is too dear"


@cache
def answers() -> dict[str, list[str]]:
    """Returns what the libraries elected, by rule, one answer an election."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return {rule: [each.replace("-", "") for each in found.split(" ")] for rule, found in read.items()}


def elected(decision: Decision) -> str:
    """Returns what was chosen, as letters in order."""
    return "".join(sorted(decision.chosen))


SHARING: dict[str, Callable[[Election], Decision]] = {
    "greedy": lambda election: by_greedy(election, FIRST),
    "greedy_value": lambda election: by_greedy(election, FIRST, by_value=True),
    "shares_cost": lambda election: by_equal_shares(election, FIRST),
    "shares_count": lambda election: by_equal_shares(election, FIRST, Worth.COUNT),
    "shares_cost_completed": lambda election: by_equal_shares(election, FIRST, completion=1),
    "phragmen": lambda election: by_phragmen(election, FIRST),
}
EXPECTED = {
    "greedy": {Edge.UNAPPROVED: 20},
    "greedy_value": {Edge.UNAPPROVED: 23},
    "phragmen": {Edge.UNAPPROVED: 6, Edge.TIED_DEAR: 1},
}


def edge(election: Election, decision: Decision, oracle: str) -> Edge | None:
    """Returns the edge rule that explains a difference, or None."""
    if elected(decision) == "".join(option for option in oracle if election.support(option)):
        return Edge.UNAPPROVED
    ties = [step for step in decision.steps if step.kind is StepKind.TIE]
    if any(_too_dear(election, decision, step.among) for step in ties) and set(oracle) < set(decision.chosen):
        return Edge.TIED_DEAR
    return None


def _too_dear(election: Election, decision: Decision, among: tuple[str, ...]) -> bool:
    """Tells whether one of several equals did not fit any more when they were equal."""
    taken = [option for option in decision.chosen if option in among]
    before = decision.chosen[: decision.chosen.index(taken[0])] if taken else ()
    left = election.budget - sum(election.costs[option] for option in before)
    return any(election.costs[option] > left for option in among)


@pytest.mark.parametrize("rule", SHARING)
def test_shared_money_funds_what_the_library_funds(rule: str) -> None:
    """On every drawn budget; the differences are the edge rules, as often as they were when this was written."""
    found: Counter[Edge | None] = Counter()
    for number, oracle in enumerate(answers()[rule]):
        election = budget(number)
        decision = SHARING[rule](election)
        if elected(decision) != oracle:
            found[edge(election, decision, oracle)] += 1

    assert EXPECTED.get(rule, {}) == found
    assert COUNT == len(answers()[rule]) >= 300


ELECTING: dict[str, Callable[[Ranked], Decision]] = {
    "condorcet": lambda drawn: by_condorcet(drawn.options, drawn.ballots),
    "schulze": lambda drawn: by_schulze(drawn.options, drawn.ballots, NONE),
    "borda": lambda drawn: by_borda(drawn.options, drawn.ballots, NONE),
    "runoff_all": lambda drawn: by_runoff(drawn.options, drawn.ballots, NONE),
    "runoff_cut": lambda drawn: by_runoff(drawn.options, drawn.ballots, NONE),
}


@pytest.mark.parametrize("rule", ELECTING)
def test_ranked_ballots_elect_whom_the_library_elects(rule: str) -> None:
    """A single winner is the same; where the library has several or none, the game's rule leaves it open, too."""
    for number, oracle in enumerate(answers()[rule]):
        decision = ELECTING[rule](ranked(number, whole=rule != "runoff_cut"))

        assert (oracle if len(oracle) == 1 else "") == elected(decision), number
        assert decision.chosen or decision.reason in (Reason.NO_WINNER, Reason.TIE_LEFT), number
    assert COUNT == len(answers()[rule]) >= 300


@pytest.mark.parametrize(("rule", "count"), [("schulze", by_schulze), ("borda", by_borda)])
def test_equals_are_those_of_the_library(rule: str, count: Callable[..., Decision]) -> None:
    """Where several win, the step of the tie names exactly them."""
    for number, oracle in enumerate(answers()[rule]):
        drawn = ranked(number)
        ties = [step for step in count(drawn.options, drawn.ballots, NONE).steps if step.kind is StepKind.TIE]

        assert [tuple(oracle)] * (len(oracle) > 1) == [step.among for step in ties], number


@pytest.mark.parametrize("tie", [TiePolicy.FIRST_PROPOSED, TiePolicy.CHEAPEST])
def test_a_run_off_that_breaks_ties_elects_a_possible_winner(tie: TiePolicy) -> None:
    """Whom it elects wins in at least one of the orders in which equals may be struck off (parallel universes)."""
    for number, oracle in enumerate(answers()["runoff_any"]):
        drawn = ranked(number)
        costs = {option: 9 - at for at, option in enumerate(drawn.options)}

        assert elected(by_runoff(drawn.options, drawn.ballots, tie, costs)) in tuple(oracle), number
