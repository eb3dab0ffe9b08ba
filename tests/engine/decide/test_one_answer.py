"""Mandate, optimiser, committee, majority and consent, worked by hand, with their literature."""

from fractions import Fraction

import pytest

from game.engine.decide.algorithm import by_forecast
from game.engine.decide.consent import Position, by_consent
from game.engine.decide.decision import Reason, StepKind, TiePolicy
from game.engine.decide.grades import by_grades
from game.engine.decide.majority import by_majority
from game.engine.decide.mandate import by_mandate

FIRST, CHEAPEST, NONE = TiePolicy


def test_a_mandate_chooses_or_takes_none() -> None:
    """City hall alone: no count, no ballots."""
    assert (("a",), Reason.MANDATE) == (by_mandate("a").chosen, by_mandate("a").reason)
    assert ((), Reason.NOBODY_CHOSE) == (by_mandate(None).chosen, by_mandate(None).reason)


def test_the_optimiser_takes_most_for_each_euro_of_what_it_watches() -> None:
    """a: 2 points of economy for 4 M€, b: 1.5 for 1 M€; watching ecology, which only a serves, it is a instead."""
    gains = {"a": {"economy": 2000, "ecology": 900}, "b": {"economy": 1500, "ecology": 0}}
    prices = {"a": 4000, "b": 1000}

    first = by_forecast(gains, {"economy": 1}, prices)
    assert ("b", Reason.FORECAST) == (first.winner, first.reason)
    assert {"economy": 1500, "price": 1000, "score": Fraction(3, 2)} == first.steps[1].figures
    assert "a" == by_forecast(gains, {"ecology": 1}, prices).winner
    assert Reason.NOTHING_BETTER is by_forecast(gains, {"economy": -1}, prices).reason


def test_the_optimiser_weighs_what_costs_nearly_nothing_as_if_it_cost_a_little() -> None:
    """1 point for nothing is 1000/100 a thousandth, not infinitely much: 40 points for 2 M€ beat it."""
    gains = {"free": {"economy": 1000}, "dear": {"economy": 40_000}}
    decision = by_forecast(gains, {"economy": 1}, {"free": 0, "dear": 2000})

    assert "dear" == decision.winner
    assert [Fraction(10), Fraction(20)] == [each.support for each in decision.tally]


@pytest.mark.parametrize(
    ("tie", "winner", "reason"),
    [(FIRST, "a", Reason.TIE_BROKEN), (CHEAPEST, "b", Reason.TIE_BROKEN), (NONE, None, Reason.TIE_LEFT)],
)
def test_equal_forecasts_are_settled_by_the_tie_policy(tie, winner, reason) -> None:
    """4 points for 4 M€ and 1 for 1 M€ are equally good value: a step names both and whom the policy takes."""
    gains = {"a": {"economy": 4000}, "b": {"economy": 1000}, "c": {"economy": 500}}
    decision = by_forecast(gains, {"economy": 1}, {"a": 4000, "b": 1000, "c": 1000}, tie)
    last = decision.steps[-1]

    assert (winner, reason) == (decision.winner, decision.reason)
    assert (StepKind.TIE, winner, ("a", "b")) == (last.kind, last.option, last.among)


def test_two_approvals_do_not_split_a_majority() -> None:
    """Approval with a threshold (Brams and Fishburn 1978): of 5, 3 approve both a and b, 2 only c; under one vote each
    a and b might have shared the 3 and lost to c. a and b are equal: the first proposed wins."""
    votes = ["ab", "ab", "ab", "c", "c"]

    first = by_majority("abc", votes, FIRST)
    assert ("a", Reason.TIE_BROKEN) == (first.winner, first.reason)
    assert "b" == by_majority("abc", votes, CHEAPEST, {"a": 5, "b": 4, "c": 1}).winner
    assert Reason.TIE_LEFT is by_majority("abc", votes, NONE).reason
    for tie, taken in ((FIRST, "a"), (CHEAPEST, "a"), (NONE, None)):
        last = by_majority("abc", votes, tie).steps[-1]
        assert (StepKind.TIE, taken, ("a", "b")) == (last.kind, last.option, last.among)


def test_each_option_s_approvals_are_told() -> None:
    """Of 3 ballots 2 approve a and 1 b: a step each, with the ballots cast, and no step of a tie."""
    steps = by_majority("ab", ["a", "ab", ""], NONE).steps

    assert [(StepKind.COUNTED, "a", 2, 3), (StepKind.COUNTED, "b", 1, 3)] == [
        (step.kind, step.option, step.figures["support"], step.figures["ballots"]) for step in steps
    ]


@pytest.mark.parametrize(
    ("votes", "quorum", "reason"),
    [
        ([], 0, Reason.NO_BALLOT),
        (["a"], 2, Reason.NO_QUORUM),
        (["a", "a"], 2, Reason.MOST_APPROVED),
        (["a", "a", "", ""], 0, Reason.NO_MAJORITY),
        (["a", "a", "a", "", ""], 0, Reason.MOST_APPROVED),
    ],
)
def test_more_than_half_of_the_ballots_must_approve(votes, quorum, reason) -> None:
    """Blank ballots count, exactly half is not enough, and a quorum may be asked for."""
    assert reason is by_majority("ab", votes, NONE, quorum=quorum).reason


def test_the_best_median_grade_wins() -> None:
    """Balinski and Laraki 2007: grades sorted, the middle one counts, of an even number the lower. a: 0 3 5 5 → 3; b: 4
    4 4 5 → 4 although a has more fives; c: 2 2 2 2."""
    grades = {"a": (5, 5, 3, 0), "b": (4, 4, 4, 5), "c": (2, 2, 2, 2)}
    decision = by_grades("abc", committee(grades), 3, NONE)

    assert ("b", Reason.BEST_GRADED) == (decision.winner, decision.reason)
    assert [3, 4, 2] == [each.support for each in decision.tally]


def test_equal_medians_are_told_apart_by_their_sides() -> None:
    """The majority gauge (Balinski and Laraki 2011): a has median 3 with 2 better and 1 worse: 3+2; b 3 with 1 better
    and 2 worse: 3−2; c 3 with as many on either side counts as worse: 3−1."""
    grades = {"a": (5, 4, 3, 3, 1), "b": (5, 3, 3, 1, 1), "c": (4, 3, 3, 3, 2)}

    assert "a" == by_grades("abc", committee(grades), 3, NONE).winner
    assert "c" == by_grades("bc", committee({name: grades[name] for name in "bc"}), 3, NONE).winner


def test_the_lower_middle_grade_of_an_even_committee_counts() -> None:
    """Balinski and Laraki 2007: of an even number the lower of the two middle grades. Of 1 3 4 5 it is 3; the step
    tells 2 better and 1 worse of 4."""
    step = by_grades("a", committee({"a": (5, 1, 4, 3)}), 3, NONE).steps[0]

    assert StepKind.GRADED is step.kind
    assert {"median": 3, "better": 2, "worse": 1, "grades": 4} == step.figures


@pytest.mark.parametrize(("tie", "winner"), [(FIRST, "a"), (CHEAPEST, "b"), (NONE, None)])
def test_equally_graded_options_are_settled_by_the_tie_policy(tie, winner) -> None:
    """a and b have the same grades, c passes with a lower median: the first proposed, the cheaper, or neither."""
    grades = committee({"a": (5, 4), "b": (4, 5), "c": (3, 3)})
    decision = by_grades("abc", grades, 3, tie, {"a": 9, "b": 8, "c": 1})
    last = decision.steps[-1]

    assert winner == decision.winner
    assert (StepKind.TIE, winner, ("a", "b")) == (last.kind, last.option, last.among)


def committee(grades: dict[str, tuple[int, ...]]) -> list[dict[str, int]]:
    """Returns the ballot of each member."""
    members = len(next(iter(grades.values())))
    return [{option: given[at] for option, given in grades.items()} for at in range(members)]


@pytest.mark.parametrize(
    ("grades", "least", "quorum", "tie", "reason"),
    [
        ({"a": ()}, 3, 0, FIRST, Reason.NO_BALLOT),
        ({"a": (2, 2, 5)}, 3, 0, FIRST, Reason.NONE_PASSES),
        ({"a": (4, 4), "b": (4, 4)}, 3, 0, FIRST, Reason.TIE_BROKEN),
        ({"a": (4, 4), "b": (4, 4)}, 3, 0, NONE, Reason.TIE_LEFT),
        ({"a": (4, 4)}, 3, 3, FIRST, Reason.NO_QUORUM),
    ],
)
def test_a_committee_may_decide_nothing(grades, least, quorum, tie, reason) -> None:
    """No median passes, equals that the policy leaves, too few members."""
    assert reason is by_grades(tuple(grades), committee(grades), least, tie, quorum=quorum).reason


def test_consent_is_the_absence_of_reasoned_objections() -> None:
    """Endenburg 1998: standing aside lets pass, an objection without a reason is noted and does not count, one with a
    reason stops."""
    aside = {"x": (Position.CONSENT, ""), "y": (Position.ASIDE, "dear")}
    grumble = {**aside, "z": (Position.OBJECT, "  ")}
    harm = {**aside, "z": (Position.OBJECT, "It floods the quay.")}

    assert Reason.CONSENTED is by_consent("a", aside, 3).reason is by_consent("a", grumble, 3).reason
    assert Reason.OBJECTED is by_consent("a", harm, 3).reason
    counted = by_consent("a", grumble, 8).steps[0]
    assert (StepKind.CONSENT, 1, 5) == (counted.kind, counted.figures["unreasoned"], counted.figures["silent"])


def test_consent_asks_for_answers_where_a_quorum_is_set() -> None:
    """Silence is not consent then."""
    answers = {"x": (Position.CONSENT, "")}

    assert Reason.NO_QUORUM is by_consent("a", answers, 8, quorum=2).reason
    assert Reason.NO_BALLOT is by_consent("a", {}, 8, quorum=2).reason
