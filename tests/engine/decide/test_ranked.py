"""Ranked votes worked by hand: instant run-off, Condorcet, Schulze and Borda, with their literature."""

from fractions import Fraction

import pytest

from game.engine.decide.decision import AS_IT_IS, Reason, StepKind, TiePolicy
from game.engine.decide.duelling import by_borda, by_condorcet, by_schulze, strongest_paths
from game.engine.decide.rankings import duels
from game.engine.decide.runoff import by_runoff

FIRST, CHEAPEST, NONE = TiePolicy


def ballots(*groups: tuple[int, str]) -> list[tuple[str, ...]]:
    """Returns so many ballots of each order, given as letters."""
    return [tuple(order) for many, order in groups for _ in range(many)]


TENNESSEE = ballots((42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM"))
"""Where to put the capital of Tennessee: Memphis, Nashville, Chattanooga or Knoxville, each voter the nearest first;
the example of many textbooks on voting, with round percentages of the four cities' voters."""


def test_four_cities_and_three_winners() -> None:
    """Run-off: Chattanooga (15) falls, its ballots go to Knoxville (32), Nashville (26) falls: Knoxville 58 to 42.
    Nashville beats each other city one against one: 58-42 Memphis, 68-32 Chattanooga, 68-32 Knoxville; so it wins under
    Condorcet and Schulze. Borda: Nashville 42·2 + 26·3 + 32 = 194, Chattanooga 42 + 52 + 45 + 34 = 173, Memphis 126,
    Knoxville 0 + 26 + 30 + 51 = 107."""
    cities = "MNCK"
    points = {each.intervention: each.support for each in by_borda(cities, TENNESSEE, NONE).tally}

    assert "K" == by_runoff(cities, TENNESSEE, NONE).winner
    assert "N" == by_condorcet(cities, TENNESSEE).winner == by_schulze(cities, TENNESSEE, NONE).winner
    assert {"M": 126, "N": 194, "C": 173, "K": 107} == points


def test_the_run_off_tells_whom_it_strikes_off_and_when() -> None:
    """The steps name the cities in the order they fall, with their first places, and the winner's ballots."""
    steps = by_runoff("MNCK", TENNESSEE, NONE).steps
    struck = [(step.option, step.figures["support"]) for step in steps if step.kind is StepKind.ELIMINATED]

    assert [("C", 15), ("N", 26)] == struck
    assert (StepKind.ELECTED, "K", 58) == (steps[-1].kind, steps[-1].option, steps[-1].figures["support"])


SCHULZE = ballots((5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"),
                  (8, "EBADC"))  # fmt: skip
"""Schulze 2011, example 1: 45 voters, five candidates."""


def test_schulze_s_own_example() -> None:
    """Schulze 2011, section 3.1: E wins; its strongest paths are 25 to A, 28 to B, 28 to C, 31 to D; in return A 24,
    B 24... none is as strong. No candidate beats all others one against one."""
    paths = strongest_paths("ABCDE", duels(SCHULZE, "ABCDE"))

    assert "E" == by_schulze("ABCDE", SCHULZE, NONE).winner
    assert {"A": 25, "B": 28, "C": 28, "D": 31} == {other: paths["E", other] for other in "ABCD"}
    assert all(paths[other, "E"] < paths["E", other] for other in "ABCD")
    assert Reason.NO_WINNER is by_condorcet("ABCDE", SCHULZE).reason


def test_the_middle_is_squeezed_out_of_a_run_off() -> None:
    """The centre squeeze, as in Burlington 2009 (Lewis and others 2012), in small: 40 want left first, 35 right, 25 the
    centre, and everybody has the centre second. The run-off strikes the centre off first, which beats left 60-40 and
    right 65-35."""
    town = ballots((40, "LCR"), (35, "RCL"), (13, "CLR"), (12, "CRL"))

    assert "L" == by_runoff("LCR", town, NONE).winner
    assert "C" == by_condorcet("LCR", town).winner


def test_condorcet_s_circle_has_no_winner() -> None:
    """Condorcet 1785: a beats b, b beats c, c beats a, each 2 to 1; Schulze finds three equals."""
    circle = ballots((1, "abc"), (1, "bca"), (1, "cab"))

    assert Reason.NO_WINNER is by_condorcet("abc", circle).reason
    assert Reason.TIE_LEFT is by_schulze("abc", circle, NONE).reason
    assert ("a",) == by_schulze("abc", circle, FIRST).chosen


def test_options_that_share_a_place_share_its_points_and_its_ballot() -> None:
    """One ballot {a, b} > c: Borda gives a and b (2 + 1) / 2 each; the run-off splits the ballot in halves."""
    shared = [(frozenset("ab"), "c")]

    assert [Fraction(3, 2), Fraction(3, 2), 0] == [each.support for each in by_borda("abc", shared, NONE).tally]
    assert [Fraction(1, 2), Fraction(1, 2), 0] == [each.support for each in by_runoff("abc", shared, NONE).tally]


def test_a_ballot_that_names_nothing_left_counts_no_more() -> None:
    """Three bullet ballots for a, two for b, two c > b: c falls (the last proposed of the weakest), b has 4 of 7."""
    short = ballots((3, "a"), (2, "b"), (2, "cb"))

    assert "b" == by_runoff("abc", short, FIRST).winner


def test_leaving_things_as_they_are_can_win() -> None:
    """Ranked first by most, it takes none of the options."""
    orders = [(AS_IT_IS, "a"), (AS_IT_IS, "b"), ("a", AS_IT_IS)]
    for decision in (by_runoff("ab", orders, NONE), by_borda(("a", "b", AS_IT_IS), orders, NONE)):
        assert ((), Reason.PREFER_NONE) == (decision.chosen, decision.reason)


@pytest.mark.parametrize(("tie", "winner"), [(FIRST, "a"), (CHEAPEST, "b"), (NONE, None)])
@pytest.mark.parametrize("rule", [by_runoff, by_schulze, by_borda])
def test_each_tie_policy_is_followed_and_told(rule, tie, winner) -> None:
    """One ballot each way: the first proposed, the cheaper, or neither."""
    decision = rule("ab", ballots((1, "ab"), (1, "ba")), tie, {"a": 9, "b": 1})

    assert winner == decision.winner
    assert (Reason.TIE_BROKEN if winner else Reason.TIE_LEFT) is decision.reason
    if rule is not by_runoff or winner:
        assert [("a", "b")] == [step.among for step in decision.steps if step.kind is StepKind.TIE]


def test_no_ballots_and_too_few_are_said() -> None:
    """Without ballots nothing is elected; below the quorum neither."""
    assert Reason.NO_BALLOT is by_runoff("ab", [], FIRST).reason is by_borda("ab", [], FIRST).reason
    assert Reason.NO_BALLOT is by_condorcet("ab", []).reason is by_schulze("ab", [], FIRST).reason
    assert Reason.NO_QUORUM is by_runoff("ab", ballots((2, "ab")), FIRST, quorum=3).reason
