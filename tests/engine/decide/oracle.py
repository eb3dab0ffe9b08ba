"""Asks established libraries who wins the drawn elections, and writes their answers in one file for the tests.

Run by name, with the extra `oracle` installed: `python -m tests.engine.decide.oracle`. Neither players nor the tests
need those libraries. Pabutools 1.2 gives the participatory budgets, pref_voting 1.x the ranked votes.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from tests.engine.decide.drawn import COUNT, NAMES, Ranked, budget, ranked

FILE: Final = Path(__file__).with_name("oracle.json")


def funded(number: int) -> dict[str, str]:
    """Returns what pabutools funds in a budget election, by rule."""
    from pabutools.election import ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project
    from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen
    from pabutools.tiebreaking import lexico_tie_breaking

    election = budget(number)
    projects = {o: Project(o, election.costs[o]) for o in election.options}
    instance = Instance(projects.values(), budget_limit=election.budget)
    profile = ApprovalProfile([ApprovalBallot([projects[o] for o in b.worth]) for b in election.ballots])
    shared: dict[str, Any] = {"tie_breaking": lexico_tie_breaking}

    def by(rule: Any, **more: Any) -> str:
        return "".join(sorted(p.name for p in rule(instance, profile, **shared, **more)))

    return {
        "greedy": by(greedy_utilitarian_welfare, sat_class=Cost_Sat),
        "greedy_value": by(greedy_utilitarian_welfare, sat_class=Cardinality_Sat),
        "shares_cost": by(method_of_equal_shares, sat_class=Cost_Sat),
        "shares_count": by(method_of_equal_shares, sat_class=Cardinality_Sat),
        "shares_cost_completed": by(method_of_equal_shares, sat_class=Cost_Sat, voter_budget_increment=1),
        "phragmen": by(sequential_phragmen),
    }


def winners(number: int) -> dict[str, str]:
    """Returns who wins a ranked election by pref_voting, by rule: every co-winner."""
    from pref_voting.iterative_methods import instant_runoff, instant_runoff_put
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles import Profile
    from pref_voting.scoring_methods import borda

    drawn = ranked(number)
    profile = Profile([[NAMES.index(o) for o in ballot] for ballot in drawn.ballots])
    condorcet = profile.condorcet_winner()
    return {
        "condorcet": named([] if condorcet is None else [condorcet]),
        "schulze": named(beat_path(profile)),
        "borda": named(borda(profile)),
        "runoff_all": named(instant_runoff(profile)),
        "runoff_any": named(instant_runoff_put(profile)),
    }


def cut_short(number: int) -> dict[str, str]:
    """Returns who wins a ranked election whose ballots leave options out."""
    from pref_voting.iterative_methods import instant_runoff_for_truncated_linear_orders
    from pref_voting.profiles_with_ties import ProfileWithTies

    drawn: Ranked = ranked(number, whole=False)
    ranks = [{NAMES.index(o): place for place, o in enumerate(ballot, 1)} for ballot in drawn.ballots]
    profile = ProfileWithTies(ranks, candidates=[NAMES.index(o) for o in drawn.options])
    return {"runoff_cut": named(instant_runoff_for_truncated_linear_orders(profile))}


def named(found: Iterable[int]) -> str:
    """Returns options by their letters."""
    return "".join(sorted(NAMES[at] for at in found))


def main() -> None:
    """Writes the file: for each rule, one answer an election."""
    answers: dict[str, list[str]] = {}
    for number in range(COUNT):
        for rule, found in {**funded(number), **winners(number), **cut_short(number)}.items():
            answers.setdefault(rule, []).append(found)
    lines = {rule: " ".join(each or "-" for each in found) for rule, found in answers.items()}
    FILE.write_text(json.dumps(lines, indent=0) + "\n", encoding="utf-8")
    print(FILE, FILE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
