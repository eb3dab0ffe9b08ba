"""The rounds of a city told at once say what each says alone."""

from itertools import pairwise

import pytest

from game.city.courses import gauge_courses
from game.city.dynamics import founded
from game.city.explain import contributions, gauge_changes
from game.city.plans import side_by_side
from game.city.scoring import (
    displaced_of,
    district_gauge,
    district_gauges,
    group_displaced,
    group_satisfaction,
    satisfaction_of,
)
from game.city.state import CityState
from tests.city.reference import TABLES, model, path


def course(way: str) -> tuple[CityState, ...]:
    """Returns the city at the start and after each round of a way."""
    return (founded(model(), TABLES["paths"][way]["procedure"]), *path(way))


@pytest.mark.parametrize("way", list(TABLES["paths"]))
def test_the_causes_of_all_rounds_are_those_of_each(way: str) -> None:
    """The same causes in the same order, with the same parts, for every gauge and every round."""
    cities = course(way)

    each = [gauge_changes(model(), contributions(model(), *pair), *pair) for pair in pairwise(cities)]

    others = [course(other) for other in TABLES["paths"]]
    alone, *_, beside = gauge_courses(model(), [cities, *others, cities])
    told = [[list(parts.items()) for parts in gauges.values()] for gauges in alone]
    assert told == [[list(parts.items()) for parts in gauges.values()] for gauges in each]
    assert alone == beside


@pytest.mark.parametrize("way", ["business", "human"])
def test_people_and_districts_of_all_rounds_are_those_of_each(way: str) -> None:
    """Satisfaction and departures by group, and every gauge in every district."""
    cities, of = course(way), model()
    together = side_by_side(cities)

    for group in of.groups.ids:
        assert satisfaction_of(of, together, group).tolist() == [group_satisfaction(of, c, group) for c in cities]
        assert displaced_of(of, together, group).tolist() == [group_displaced(of, c, group) for c in cities]
    for place in range(len(of.districts)):
        each = [[district_gauge(of, city.values, gauge, place) for gauge in of.gauge_weights] for city in cities]
        assert district_gauges(of, together.values)[:, place].tolist() == each


def test_a_city_is_found_again_by_its_numbers() -> None:
    """Two cities of the same numbers are one key; a round later it is another."""
    first, again = course("business"), course("business")

    assert hash(first[3]) == hash(again[3]) and {first[3]: "here"}[again[3]] == "here"
    assert first[3] != first[4]
