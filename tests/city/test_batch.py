"""The same lines move one city or N."""

from itertools import islice

import numpy as np
import pytest
from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

from game.city.building import adopted
from game.city.dynamics import advanced, founded
from game.city.explain import parts_of
from game.city.plans import TECHS, Plans, ended, widened
from game.city.plans import side_by_side as beside
from game.city.reference import course, needs
from game.city.state import CityState
from game.content.claims import Way
from game.content.shapes import InterventionId
from tests.city.reference import held_to, model

CARDS = [None, *model().cards.ids]


def arrays_of(city: CityState) -> dict[str, list]:
    """Returns every number of a city, or of N."""
    found = asdict(city)
    flat = {name: value for name, value in found.items() if isinstance(value, np.ndarray | np.generic)}
    for part in ("works", "treasury", "readings"):
        flat |= found[part]
    return {name: np.asarray(value).tolist() for name, value in flat.items()}


def decided(city: CityState, card: str | None, procedure: str) -> CityState:
    """Returns the city that has decided a card, or none."""
    return city if card is None else adopted(model(), city, InterventionId(card), procedure, None)


@pytest.mark.parametrize("procedure", ["mayor", "budget"])
@given(st.lists(st.lists(st.sampled_from(CARDS), min_size=4, max_size=4), min_size=2, max_size=3))
def test_n_cities_side_by_side_move_as_each_would_alone(procedure: str, plans: list[list[str | None]]) -> None:
    """Whatever each city decides, a round of all of them at once gives each its own numbers, explanations included."""
    cities = [founded(model(), procedure)] * len(plans)
    for round_ in range(len(plans[0])):
        cities = [decided(city, plan[round_], procedure) for city, plan in zip(cities, plans, strict=True)]
        together = advanced(model(), beside(cities))
        cities = [advanced(model(), city) for city in cities]

        assert arrays_of(together) == arrays_of(beside(cities))
    assert parts_of(model(), together.levels).tolist() == [parts_of(model(), c.levels).tolist() for c in cities]


def test_among_n_cities_only_those_named_decide() -> None:
    """A decision with a place for each city is taken, and paid, only where it is said to be."""
    both = widened(founded(model(), "mayor"), 2)

    after = adopted(model(), both, InterventionId("care.low"), "mayor", None, np.array([True, False]))

    place = model().cards.ids.index("care.low")
    assert (after.works.decided[:, place] == 0).tolist() == [True, False]
    assert (after.treasury.public > 0).tolist() == [True, False]


def test_a_city_widened_is_n_times_itself() -> None:
    """Every number of each of the N is that of the one."""
    city = decided(founded(model(), "mayor"), "care.low", "mayor")

    assert arrays_of(widened(city, 3)) == arrays_of(beside([city] * 3))


@pytest.mark.parametrize("procedure", ["mayor", "consent"])
@given(st.lists(st.lists(st.integers(0, 2), min_size=8, max_size=8), min_size=1, max_size=3))
def test_n_plans_side_by_side_end_as_each_would_alone(procedure: str, plans: list[list[int]]) -> None:
    """Money, time and what answers require are asked of each city: all decide and end as in sessions of their own."""
    reference = held_to().reference
    challenges = needs(reference)

    together = ended(model(), Plans(challenges, np.array(plans)), procedure, challenges, 6)

    ways = [Way(procedure, {n: TECHS[t] for n, t in zip(challenges, plan, strict=True)}, challenges) for plan in plans]
    alone = [next(islice(course(model(), way, reference.order), 6, None)) for way in ways]
    assert arrays_of(together) == arrays_of(beside(alone))
