"""What tempers a shock spares a city a share of its harm: exactly, where the harm lands."""

import pytest
from attrs import evolve

from game.city.building import struck
from game.city.effects import spared, standing_pushes
from game.city.exact import FULL
from game.city.model import Cause, CauseKind
from game.content.cards import Softening
from game.content.shapes import IndicatorId, ShockId
from tests.city import reference

HEAT = ShockId("heatwave")
TRUST, PARTICIPATION = IndicatorId("trust"), IndicatorId("participation")


def start() -> reference.CityState:
    """Returns the reference city at its start: trust 50, participation 40."""
    return reference.city.founded(reference.model(), None)


@pytest.mark.parametrize(
    ("names", "low", "high", "share"),
    [((TRUST,), 40, 60, 40), ((TRUST,), 50, 60, 0), ((TRUST,), 20, 50, 80), ((TRUST, PARTICIPATION), 40, 60, 20)],
)
def test_the_share_spared_grows_in_a_straight_line(
    names: tuple[IndicatorId, ...], low: float, high: float, share: int
) -> None:
    """At most 80 %: halfway through the range half of it, at its low end none, at its high end all; the mean counts."""
    assert spared(reference.model(), start(), Softening(names, low, high, 80)) == share * 1000


def test_each_district_is_spared_by_its_own_greenery() -> None:
    """What a district is pushed by is the effect less the share that its own biodiversity and resilience spare it."""
    model = reference.model()
    shock = model.shocks[HEAT]
    city = struck(model, start(), HEAT)
    pushes = dict(standing_pushes(model, city)[Cause(CauseKind.SHOCK, HEAT)])
    harm = next(effect.points for effect in shock.effects if effect.indicator == "daily_life")
    assert shock.softened_by is not None

    for place in range(len(model.districts)):
        cell = model.cell(IndicatorId("daily_life"), place)
        share = spared(model, city, shock.softened_by, place)
        pushed = next(points for target, points in pushes.items() if target.cell == cell)
        assert abs(pushed - harm * (FULL - share) / 100) <= 1

    shares = [spared(model, city, shock.softened_by, place) for place in range(len(model.districts))]
    assert len(set(shares)) > 1


def test_only_harm_is_softened() -> None:
    """Solidarity that a heatwave wakes is not lessened by the trees."""
    model = reference.model()
    shock = model.shocks[HEAT]
    green = evolve(shock.softened_by, from_=0, to=1, most=100) if shock.softened_by else None
    model = evolve(model, shocks={HEAT: evolve(shock, softened_by=green)})
    pushes = standing_pushes(model, struck(model, start(), HEAT))[Cause(CauseKind.SHOCK, HEAT)]

    assert {points for _, points in pushes} == {0, 2000}
