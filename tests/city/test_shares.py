"""Where and among whom a change lies: parts of districts and groups, each made of causes, that sum to it exactly."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from game.city.dynamics import founded
from game.city.explain import contributions
from game.city.model import CauseKind
from game.city.scoring import district_gauge, group_displaced, level_of
from game.city.shares import Stretch, causes_of, divisible, shares_of
from game.city.state import CityState
from game.content.shapes import HeadlineId
from tests.city.reference import TABLES, model, path

WAYS = ["business", "human"]


def stretches(way: str) -> Iterator[Stretch]:
    """Yields some rounds and the whole of a way, with the contributions that its events would tell."""
    cities: tuple[CityState, ...] = (founded(model(), TABLES["paths"][way]["procedure"]), *path(way))
    told = [contributions(model(), before, after) for before, after in pairwise(cities)]
    for since, until in ((0, 1), (3, 4), (0, len(cities) - 1)):
        changes = tuple(each for round_ in told[since:until] for each in round_)
        yield Stretch(cities[: until + 1], since, changes)


def names() -> list[str]:
    """Returns everything whose change can be divided among districts or groups."""
    rules = model().rules
    everything = (*rules.headlines, *rules.indicators, *rules.groups)
    return [*(str(each.id) for each in everything), "lived", "displaced"]


def moved(stretch: Stretch, name: str) -> int:
    """Returns how far a level moved."""
    return level_of(model(), stretch.after, name) - level_of(model(), stretch.before, name)


@pytest.mark.parametrize("way", WAYS)
def test_parts_of_districts_and_groups_sum_to_the_change(way: str) -> None:
    """Over a round or a whole session, the causes of every part together are the change, to the last milli-point."""
    for stretch in stretches(way):
        for name in names():
            for among in divisible(model(), name):
                shares = shares_of(model(), stretch, name, among)

                assert (name, among, moved(stretch, name)) == (
                    name, among, sum(sum(parts.values()) for parts in shares.values()),
                )  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_causes_of_a_stretch_sum_to_the_change(way: str) -> None:
    """Contributions of several rounds add up to those of the whole: no state is read again for a gauge."""
    for stretch in stretches(way):
        for name in (*names(), "human_share", "restriction", "dependency"):
            assert (name, moved(stretch, name)) == (name, sum(causes_of(model(), stretch, name).values()))


def test_a_district_s_part_is_its_own_change_weighed_by_its_people() -> None:
    """What a district gives to a gauge is how far the gauge moved there, times its share of the people."""
    stretch = list(stretches("business"))[-1]
    shares = shares_of(model(), stretch, "quality", "district")

    for place, district in enumerate(model().districts):
        there = [
            district_gauge(model(), city.values, HeadlineId("quality"), place)
            for city in (stretch.before, stretch.after)
        ]
        own = (there[1] - there[0]) * int(model().weights[place]) / model().whole
        assert abs(own - sum(shares.get(district, {}).values())) <= 3


def test_those_who_left_are_counted_in_their_own_group() -> None:
    """A group's part of the displaced is the share of the city that left it."""
    stretch = list(stretches("business"))[-1]
    shares = shares_of(model(), stretch, "displaced", "group")

    for place, group in enumerate(model().groups.ids):
        people = int(model().people[:, place].sum())
        left = group_displaced(model(), stretch.after, group) * people / model().whole
        assert abs(left - sum(shares.get(group, {}).values())) <= 3


def test_departures_weigh_on_lived_quality_where_people_left() -> None:
    """Divided among groups, lived quality names each departure under the group that left, and no other."""
    stretch = list(stretches("business"))[-1]

    for group, parts in shares_of(model(), stretch, "lived", "group").items():
        assert {cause.id for cause in parts if cause.kind is CauseKind.DEPARTURE} <= {group}


def test_what_has_no_people_behind_it_is_not_divided() -> None:
    """A variable of the whole city has causes, and neither districts nor groups."""
    stretch = next(stretches("business"))

    assert () == divisible(model(), "dependency")
    with pytest.raises(KeyError):
        shares_of(model(), stretch, "dependency", "district")
