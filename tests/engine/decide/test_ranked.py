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
"""Schulze's own example of his method (his page of examples; the method: Schulze 2011): 45 voters, five candidates."""


BURLINGTON = ballots((1332, "MKW"), (767, "MWK"), (455, "M"), (2043, "KMW"), (371, "KWM"), (568, "K"), (1513, "WMK"),
                     (495, "WKM"), (1289, "W"))  # fmt: skip


def test_schulze_s_own_example() -> None:
    """E beats D 31 to 14, D beats C 28, C beats B 29, B beats A 25: so E reaches D with 31, C and B with 28, A with 25.
    Only C beats E, 24 to 21, so every chain back to E has 24. E loses that duel and wins; nobody beats all others."""
    paths = strongest_paths("ABCDE", duels(SCHULZE, "ABCDE"))
    decision = by_schulze("ABCDE", SCHULZE, NONE)

    assert ("E", Reason.STRONGEST_PATHS) == (decision.winner, decision.reason)
    assert {"A": 25, "B": 28, "C": 28, "D": 31} == {other: paths["E", other] for other in "ABCD"}
    assert {24} == {paths[other, "E"] for other in "ABCD"}
    assert Reason.NO_WINNER is by_condorcet("ABCDE", SCHULZE).reason


def test_paths_are_told_where_one_is_stronger_than_the_way_back() -> None:
    """Each pair has one step, from the stronger side: E reaches A with 25 and A reaches E with 24. Of the ten pairs of
    five candidates none is equal here."""
    steps = by_schulze("ABCDE", SCHULZE, NONE).steps
    told = {(step.option, *step.among): (step.figures["there"], step.figures["back"]) for step in steps}

    assert {StepKind.PATH} == {step.kind for step in steps}
    assert (10, (25, 24)) == (len(told), told["E", "A"])


def test_the_middle_is_squeezed_out_of_a_run_off() -> None:
    """The centre squeeze in round numbers: 40 want left first, 35 right, 25 the centre, and everybody else has the
    centre second. The run-off strikes the centre off first, which beats left 60-40 and right 65-35."""
    town = ballots((40, "LCR"), (35, "RCL"), (13, "CLR"), (12, "CRL"))

    assert "L" == by_runoff("LCR", town, NONE).winner
    assert "C" == by_condorcet("LCR", town).winner


def test_burlington_s_mayor_was_not_the_one_who_beat_everyone() -> None:
    """Burlington, Vermont, 2009, its ballots among the last three: Kiss, Montroll and Wright (the city's ballot file,
    as electowiki counts it). First places: Wright 3297, Kiss 2982, Montroll 2554, who falls; 1332 of his ballots go to
    Kiss, 767 to Wright, 455 to nobody: Kiss 4314 to 4064 of 8378 still counted. Yet Montroll beats Kiss 4067 to 3477
    and Wright 4597 to 3668."""
    decision = by_runoff("KMW", BURLINGTON, NONE)
    last = decision.steps[-1].figures
    won = duels(BURLINGTON, "KMW")

    assert ("K", Reason.MOST_RANKED) == (decision.winner, decision.reason)
    assert {"support": 4314, "ballots": 8378} == last
    assert ((4067, 3477), (4597, 3668)) == ((won["M", "K"], won["K", "M"]), (won["M", "W"], won["W", "M"]))
    assert "M" == by_condorcet("KMW", BURLINGTON).winner == by_schulze("KMW", BURLINGTON, NONE).winner


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
    """Ranked first by most, it takes none of the options, whatever the rule."""
    orders, three = [(AS_IT_IS, "a"), (AS_IT_IS, "b"), ("a", AS_IT_IS)], ("a", "b", AS_IT_IS)
    for decision in (
        by_runoff("ab", orders, NONE),
        by_borda(three, orders, NONE),
        by_condorcet(three, orders),
        by_schulze(three, orders, NONE),
    ):
        assert ((), Reason.PREFER_NONE) == (decision.chosen, decision.reason)


def test_each_rule_says_why_its_winner_won() -> None:
    """A single ballot a > b: more than half, every duel, the strongest chain, the most points."""
    one = ballots((1, "ab"))
    duelled = (by_condorcet("ab", one), by_schulze("ab", one, NONE))
    found = (by_runoff("ab", one, NONE), *duelled, by_borda("ab", one, NONE))

    assert {"a"} == {decision.winner for decision in found}
    assert [Reason.MOST_RANKED, Reason.CONDORCET, Reason.STRONGEST_PATHS, Reason.MOST_POINTS] == [
        decision.reason for decision in found
    ]


def test_duels_that_nobody_wins_are_told_once() -> None:
    """a > b and b > a, c behind both: a and b are as strong, 1 to 1; each beats c 2 to 0; so nobody beats everyone."""
    steps = by_condorcet("abc", ballots((1, "abc"), (1, "bac"))).steps
    told = [(step.kind, step.option, step.among, step.figures["for_"]) for step in steps]

    assert [
        (StepKind.TIES_WITH, "a", ("b",), 1),
        (StepKind.BEATS, "a", ("c",), 2),
        (StepKind.BEATS, "b", ("c",), 2),
    ] == told


@pytest.mark.parametrize(("tie", "winner"), [(FIRST, "a"), (CHEAPEST, "b"), (NONE, None)])
@pytest.mark.parametrize("rule", [by_runoff, by_schulze, by_borda])
def test_each_tie_policy_is_followed_and_told(rule, tie, winner) -> None:
    """One ballot each way: the first proposed, the cheaper, or neither."""
    decision = rule("ab", ballots((1, "ab"), (1, "ba")), tie, {"a": 9, "b": 1})

    ties = [(step.option, step.among) for step in decision.steps if step.kind is StepKind.TIE]

    assert winner == decision.winner
    assert (Reason.TIE_BROKEN if winner else Reason.TIE_LEFT) is decision.reason
    assert [(winner, ("a", "b"))] == ties


def test_under_the_status_quo_the_weakest_fall_together_and_somebody_may_still_win() -> None:
    """a has 3 of 7, b and c 2 each: equals, they are both struck off, which a step tells; a is left with 3 of 3. No
    policy picked it among equals, so its reason is its ballots."""
    decision = by_runoff("abc", ballots((3, "a"), (2, "bc"), (2, "cb")), NONE)

    assert ("a", Reason.MOST_RANKED) == (decision.winner, decision.reason)
    assert [(None, ("b", "c"))] == [(step.option, step.among) for step in decision.steps if step.kind is StepKind.TIE]


def test_those_without_a_first_place_fall_together_without_a_tie() -> None:
    """b and c are nobody's first: no policy is asked which of them falls. a and d have 2 each: the first proposed, a,
    is put first and d falls."""
    steps = by_runoff("abcd", ballots((2, "abcd"), (2, "dcba")), FIRST).steps
    told = [(step.kind, step.option) for step in steps if step.kind in (StepKind.TIE, StepKind.ELIMINATED)]

    assert [
        (StepKind.ELIMINATED, "b"),
        (StepKind.ELIMINATED, "c"),
        (StepKind.TIE, "a"),
        (StepKind.ELIMINATED, "d"),
    ] == told


@pytest.mark.parametrize("tie", TiePolicy)
def test_blank_rankings_elect_nobody_and_are_no_tie(tie) -> None:
    """Ballots were cast and name nothing: the run-off has no winner, whatever the tie policy."""
    decision = by_runoff("ab", ballots((2, "")), tie)

    assert (None, Reason.NO_WINNER, 2) == (decision.winner, decision.reason, decision.ballots)


def test_no_ballots_and_too_few_are_said() -> None:
    """Without ballots nothing is elected; below the quorum neither."""
    assert Reason.NO_BALLOT is by_runoff("ab", [], FIRST).reason is by_borda("ab", [], FIRST).reason
    assert Reason.NO_BALLOT is by_condorcet("ab", []).reason is by_schulze("ab", [], FIRST).reason
    assert Reason.NO_QUORUM is by_runoff("ab", ballots((2, "ab")), FIRST, quorum=3).reason
