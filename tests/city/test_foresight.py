"""What is foreseen of options side by side is what is foreseen of each alone."""

import pytest

from game.city.building import adopted, adopted_by_each
from game.city.dynamics import advanced, founded
from game.city.foresight import Future, forecasts
from game.city.plans import side_by_side, widened
from game.city.scoring import gauges
from tests.city.reference import model, path

CHOICES = [("care.low", None), (None, None), ("care.high", model().districts[0]), ("care.mid", model().districts[1])]


@pytest.mark.parametrize("procedure", ["mayor", "consent"])
def test_cities_that_each_decide_something_else(procedure: str) -> None:
    """Each of N cities has decided, paid and placed what it would have alone; one decides nothing."""
    city = founded(model(), procedure)

    together = adopted_by_each(model(), widened(city, len(CHOICES)), CHOICES, procedure)

    alone = [city if card is None else adopted(model(), city, card, procedure, there) for card, there in CHOICES]
    assert together == side_by_side(alone)


def test_each_future_is_told_beside_doing_nothing() -> None:
    """An answer, another way of deciding, and both together: each as if nothing else had been asked."""
    city = path("business")[4]
    futures = [Future(builds="care.low"), Future(procedure="consent"), Future(builds="care.low", procedure="consent")]

    found = forecasts(model(), city, futures, 2)

    assert found == tuple(forecasts(model(), city, [future], 2)[0] for future in futures)
    after = adopted(model(), city, "care.low", city.procedure, None)
    with_it, without = (gauges(model(), advanced(model(), advanced(model(), each)).values) for each in (after, city))
    assert found[0] == {gauge: with_it[gauge] - without[gauge] for gauge in with_it}
