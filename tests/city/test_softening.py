"""What tempers a shock spares a city a share of its harm: exactly, where the harm lands."""

import pytest
from attrs import evolve

from game.city.building import struck
from game.city.compiling import compiled
from game.city.effects import shock_goals, spared, sparing
from game.city.exact import FULL
from game.city.model import Cause, CauseKind, Model
from game.city.state import CityState
from game.content.cards import Softening
from game.content.shapes import IndicatorId, ShockId
from tests.city import reference

HEAT = ShockId("heatwave")
DAILY_LIFE = IndicatorId("daily_life")
TRUST, PARTICIPATION = IndicatorId("trust"), IndicatorId("participation")


def start() -> CityState:
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


def pushed(model: Model, city: CityState) -> dict[int, int]:
    """Returns where the heatwave pushes each cell, in milli-points."""
    channels = model.channels.of(Cause(CauseKind.SHOCK, HEAT))
    first = min(channels.values()) - sum(len(each) for each in shock_channels(model, before=HEAT))
    goals = shock_goals(model, city)
    return {cell: int(goals[channel - first]) for cell, channel in channels.items()}


def shock_channels(model: Model, before: ShockId) -> list[dict[int, int]]:
    """Returns the channels of the shocks that stand before one."""
    names = list(model.shocks)
    return [model.channels.of(Cause(CauseKind.SHOCK, name)) for name in names[: names.index(before)]]


def test_each_district_is_spared_by_its_own_greenery() -> None:
    """What a district is pushed by is the effect less the share that its own biodiversity and resilience spare it."""
    model = reference.model()
    shock = model.shocks[HEAT]
    city = struck(model, start(), HEAT)
    harm = next(effect.points for effect in shock.effects if effect.indicator == "daily_life")
    assert shock.softened_by is not None

    shares = sparing(model, city, shock.softened_by)[1:].tolist()
    found = [pushed(model, city)[model.cell(DAILY_LIFE, place)] for place in range(len(model.districts))]

    assert all(abs(goal - harm * (FULL - share) / 100) <= 1 for goal, share in zip(found, shares, strict=True))
    assert len(set(shares)) > 1


def test_only_harm_is_softened() -> None:
    """Solidarity that a heatwave wakes is not lessened by the trees."""
    rules = reference.rules()
    heat = next(shock for shock in rules.shocks if shock.id == HEAT)
    assert heat.softened_by is not None
    green = evolve(heat, softened_by=evolve(heat.softened_by, from_=0, to=1, most=100))
    model = compiled(reference.scenario(), evolve(rules, shocks=(green,)))

    assert set(pushed(model, struck(model, start(), HEAT)).values()) == {0, 2000}
