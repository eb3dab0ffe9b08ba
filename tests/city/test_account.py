"""Lived quality, a group's satisfaction, departures and human decisions: each an exact sum of named causes."""

from itertools import pairwise

import numpy as np
import pytest
from attrs import evolve

from game.city.account import PLAIN, account, change
from game.city.dynamics import founded
from game.city.felt import felt_standing
from game.city.model import Cause, CauseKind
from game.city.people import best_fifth, inhabitants, leanings, leavers, mean, members, worst_fifth
from game.city.scoring import level_of
from game.city.state import CityState, adoptions
from tests.city.reference import TABLES, model, path, played

WAYS = list(TABLES["paths"])


def cities(way: str) -> tuple[CityState, ...]:
    """Returns a city at its start and after each round of a way."""
    return (founded(model(), TABLES["paths"][way]["procedure"]), *path(way))


def names() -> list[str]:
    """Returns everything that causes add up to."""
    rules = model().rules
    return [*model().first_cells, *(str(each.id) for each in (*rules.headlines, *rules.groups)), *PLAIN]


@pytest.mark.parametrize("way", WAYS)
def test_start_and_parts_sum_to_the_level(way: str) -> None:
    """In every round, everything with an account is its start plus named parts, to the last milli-point."""
    course = cities(way)
    for last in range(1, len(course)):
        for name in names():
            start, made = account(model(), course[: last + 1], name)
            assert (name, start + sum(made.values())) == (name, level_of(model(), course[last], name))


@pytest.mark.parametrize("way", WAYS)
def test_the_causes_of_a_round_sum_to_its_change(way: str) -> None:
    """For every round the difference of two accounts sums to what the level moved."""
    course = cities(way)
    for last, (before, after) in enumerate(pairwise(course), start=2):
        for name in names():
            moved = level_of(model(), after, name) - level_of(model(), before, name)
            assert (name, sum(change(model(), course[:last], name).values())) == (name, moved)


def test_an_account_starts_where_the_city_started() -> None:
    """The start told is the level of the founded city, whatever came after."""
    course = cities("business")

    for name in names():
        assert (name, account(model(), course, name)[0]) == (name, level_of(model(), course[0], name))


def test_a_restriction_is_named_as_the_reason_people_feel_worse() -> None:
    """Bins paid by the kilo lower satisfaction by a felt restriction that bears the intervention's name."""
    city = played({"waste": "high"}, "mayor", rounds=4)[-1]

    _, felt = felt_standing(model(), city, "workers")

    assert felt[Cause(CauseKind.RESTRICTION, "waste.high")] < 0


def test_where_satisfaction_reaches_zero_restrictions_took_what_there_was() -> None:
    """Restrictions heavier than all there is to lose leave zero, and the account still sums to it."""
    city = played({"waste": "high"}, "mayor", rounds=4)[-1]
    ruled = evolve(city, readings=evolve(city.readings, satisfaction=np.zeros_like(city.readings.satisfaction)))

    start, felt = felt_standing(model(), ruled, "workers")

    assert start + sum(felt.values()) == 0
    assert felt[Cause(CauseKind.RESTRICTION, "waste.high")] < -40_000


def test_departures_weigh_on_lived_quality_under_the_group_that_left() -> None:
    """Precarious people lived above the level at which the displaced count, so their leaving lowers lived quality."""
    _, made = account(model(), cities("business"), "lived")

    assert made[Cause(CauseKind.DEPARTURE, "precarious")] < 0
    assert Cause(CauseKind.DEPARTURE, "nomads") not in made


def test_departures_follow_what_made_life_dear() -> None:
    """Nobody is pushed out by what makes a district cheaper: every cause of departure counts upwards."""
    _, made = account(model(), cities("business"), "displaced")

    assert min(made.values()) > 0
    assert Cause(CauseKind.LINK, "prosperity>affordability") in made


def test_a_level_told_by_people_has_no_account_of_causes() -> None:
    """Equity, the worst off and coherence are made of people and projects."""
    for name in ("equity", "worst_fifth", "coherence"):
        with pytest.raises(KeyError):
            account(model(), cities("business"), name)


@pytest.mark.parametrize("way", WAYS)
def test_the_fifths_are_those_that_equity_is_read_from(way: str) -> None:
    """The mean of the people listed is the reading, in every round; nobody is in two places."""
    for city in cities(way):
        assert mean(worst_fifth(model(), city)) == city.readings.worst_fifth
        assert mean(best_fifth(model(), city)) == city.readings.best_fifth
        assert sum(each.people for each in members(model(), city)) == model().whole


def test_those_who_left_are_among_the_worst_off() -> None:
    """Pushing people out does not hide them: in the business city the displaced are in the worst-off fifth."""
    city = cities("business")[-1]

    assert any(each.left for each in worst_fifth(model(), city))
    assert sum(each.people for each in leavers(model(), city)) == city.gone.sum()


def test_projects_are_counted_by_the_vision_they_serve() -> None:
    """Coherence is the share of the commonest vision among the projects decided."""
    city = cities("business")[-1]
    groups = list(leanings(model(), city).values())

    assert sum(map(len, groups)) == len(adoptions(model(), city))
    assert round(100_000 * len(groups[0]) / len(adoptions(model(), city))) == city.readings.coherence


def test_a_city_that_counts_nobody_tells_no_numbers_of_people() -> None:
    """The reference city gives shares only."""
    assert inhabitants(model(), 1_000) is None
