"""What is read in a district adds up: causes to its change, its people to the city's."""

import pytest

from game.city.districts import departed, district_change, district_level, district_levels, dwellers
from game.city.scoring import district_gauge
from game.content.shapes import DistrictId
from game.engine.phases import Phase
from tests.ui.rooms import play_until, session


@pytest.mark.parametrize("procedure", ["mayor", "consent"])
def test_causes_sum_to_the_change_of_a_district(procedure: str) -> None:
    """For every gauge and district, what each cause made of it sums to its change in the round, to the milli-point."""
    held = play_until(session(procedure=procedure), Phase.RESOLUTION, 3)
    model, moved = held.game.model, held.last_moved
    assert moved is not None

    for rule in model.rules.headlines:
        for place, district in enumerate(model.districts):
            made = district_change(model, moved.contributions, moved.before, moved.after, rule.id, district)
            then, now = (district_gauge(model, city.values, rule.id, place) for city in (moved.before, moved.after))
            assert now - then == sum(made.values())


def test_every_level_of_a_district_can_be_read() -> None:
    """Gauges, sub-indicators and groups all have a level between 0 and 100 in each district; other names have none."""
    game = session().game

    for name in district_levels(game.model):
        for district in game.model.districts:
            assert 0 <= district_level(game.model, game.start, name, district) <= 100_000
    with pytest.raises(KeyError):
        district_level(game.model, game.start, "trust", DistrictId("centre"))


def test_those_who_live_there_and_those_who_left_make_the_first_residents() -> None:
    """People who still live in a district, and the share of its first residents who left, add up to them."""
    held = play_until(session(procedure="algorithm"), Phase.RESOLUTION, 6)
    model, city = held.game.model, held.state.city

    for place, district in enumerate(model.districts):
        staying = sum(dwellers(model, city, group, district) for group in model.groups.ids)
        gone = departed(model, city, district) / 100_000 * int(model.weights[place])
        assert staying + gone == pytest.approx(int(model.weights[place]), abs=1)
