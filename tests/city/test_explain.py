"""Every number says why: named parts that sum to it."""

from itertools import pairwise

import pytest
from attrs import evolve

from game.city.compiling import compiled
from game.city.dynamics import advanced, founded
from game.city.explain import contributions, gauge_change, parts, standing
from game.city.scoring import gauges, level_of
from game.city.state import CityState
from tests.city.reference import TABLES, model, path, rules, scenario

WAYS = list(TABLES["paths"])


def pairs_of(way: str) -> list[tuple[CityState, CityState]]:
    """Returns the pairs of cities before and after each round of a way."""
    start = founded(model(), TABLES["paths"][way]["procedure"])
    return list(pairwise((start, *path(way))))


@pytest.mark.parametrize("way", WAYS)
def test_base_plus_the_parts_is_the_value(way: str) -> None:
    """For every cell of every round, the base and the named parts sum to the value with no residual."""
    for _, city in pairs_of(way):
        explained = parts(model(), city)
        found = [base + sum(explained.get(cell, {}).values()) for cell, base in enumerate(model().base)]
        assert found == city.values.tolist()


@pytest.mark.parametrize("way", WAYS)
def test_start_and_parts_sum_to_any_level(way: str) -> None:
    """Every indicator, variable and gauge of the city is its start plus named parts, to the last milli-point."""
    city = path(way)[-1]
    names = [*model().first_cells, *(headline.id for headline in model().rules.headlines)]
    for name in names:
        start, made = standing(model(), city, name)
        assert start + sum(made.values()) == level_of(model(), city, name)


@pytest.mark.parametrize("way", WAYS)
def test_the_contributions_of_a_cell_sum_to_its_change(way: str) -> None:
    """For every cell and every round, the contributions sum to the change exactly."""
    for before, after in pairs_of(way):
        totals = [0] * len(model().base)
        for change in contributions(model(), before, after):
            totals[change.cell] += change.amount
        assert totals == (after.values - before.values).tolist()


@pytest.mark.parametrize("way", WAYS)
def test_the_causes_of_a_gauge_sum_to_its_change(way: str) -> None:
    """For every gauge, over a round and over the whole session, the causes sum to the change exactly."""
    pairs = pairs_of(way)
    for before, after in [*pairs, (pairs[0][0], pairs[-1][1])]:
        changes = contributions(model(), before, after)
        was, now = gauges(model(), before.values), gauges(model(), after.values)
        found = {k: sum(gauge_change(model(), changes, before, after, k).values()) for k in now}
        assert found == {k: now[k] - was[k] for k in now}


def test_a_city_left_alone_without_pressure_stays_at_its_base_for_ever() -> None:
    """No intervention, no pressure and no procedure leave every number where it started, for sixty rounds."""
    calm = compiled(scenario(), evolve(rules(), pressures=()))
    city = founded(calm, None)
    for _ in range(60):
        city = advanced(calm, city)

    assert city.values.tolist() == calm.base.tolist()
