"""Promises not kept, idle money and rejected projects, worked by hand on the reference city."""

from typing import Any

from attrs import evolve

from game.city.building import adopted
from game.city.exact import FULL, milli
from game.city.model import Model
from game.city.reception import contested, idle, unkept
from game.city.scoring import gauges, level_of
from game.city.state import CityState, Row
from game.content.shapes import HeadlineId, InterventionId, ProcedureId
from tests.city import reference

MAYOR = ProcedureId("mayor")
ECOLOGY = HeadlineId("ecology")


def promised(points: float) -> Model:
    """Returns the reference model in which the high-tech energy card announces so many points of ecology."""
    model = reference.model()
    card = evolve(model.interventions[InterventionId("energy.high")], announces={ECOLOGY: points})
    return evolve(model, interventions={**model.interventions, card.id: card})


def decided(model: Model, *cards: str) -> CityState:
    """Returns the reference city at its start that has decided cards the round before, opened at once."""
    city = reference.city.founded(model, MAYOR)
    for card in cards:
        city = adopted(model, city, InterventionId(card), MAYOR, None)
    for card in cards:
        works = city.works.with_(model.cards.ids.index(InterventionId(card)), {Row.OPENS: 0, Row.DECIDED: -1})
        city = evolve(city, works=works)
    return city


def received(city: CityState, **levels: int) -> CityState:
    """Returns the city whose cards are accepted so; `energy_high=20` is 20 points for energy.high."""
    accepted = city.readings.acceptance.copy()
    for name, level in levels.items():
        accepted[reference.model().cards.ids.index(InterventionId(name.replace("_", ".")))] = milli(level)
    return evolve(city, readings=evolve(city.readings, acceptance=accepted))


def missing(model: Model, city: CityState, moved: int) -> int:
    """Returns the unkept promises of a city whose ecology has moved by so many milli-points."""
    start = gauges(model, model.base)
    return unkept(model, city, {**start, ECOLOGY: start[ECOLOGY] + moved}, start)


def test_a_promise_counts_once_it_is_due() -> None:
    """12 points promised, 4 delivered: 8 are missing, but only two rounds after the opening."""
    model = promised(12)
    city = decided(model, "energy.high")

    assert [missing(model, evolve(city, round=round_), 4000) for round_ in (0, 1, 2, 3)] == [0, 0, 8000, 8000]


def test_promises_on_a_gauge_add_up_and_delivery_counts_whoever_brought_it() -> None:
    """What is delivered beyond the promise leaves nothing missing, and makes up for nothing else."""
    model = promised(12)
    city = evolve(decided(model, "energy.high"), round=2)

    assert [missing(model, city, moved) for moved in (-2000, 0, 12_000, 20_000)] == [14_000, 12_000, 0, 0]


def test_less_of_something_can_be_promised() -> None:
    """−12 points promised and −4 delivered leave 8 missing."""
    model = promised(-12)
    city = evolve(decided(model, "energy.high"), round=2)

    assert missing(model, city, -4000) == 8000


def test_idle_money_is_the_share_spent_on_what_hardly_anyone_uses() -> None:
    """An open project adopted by under 8 % counts for its whole cost: acceptance 30 is 5 %, 70 is 80 %."""
    model: Any = reference.model()
    city = received(decided(model, "energy.high", "nature.low"), energy_high=30, nature_low=70)
    high, low = (model.interventions[InterventionId(name)].cost for name in ("energy.high", "nature.low"))

    assert idle(model, city) == round(FULL * high / (high + low))
    later = city.works.with_(model.cards.ids.index(InterventionId("energy.high")), {Row.OPENS: 1})
    assert idle(model, evolve(city, works=later)) == 0


def test_a_project_is_rejected_below_the_contested_threshold() -> None:
    """Of two projects accepted at 34 and 36 points, one is rejected: half of them."""
    city = received(decided(reference.model(), "energy.high", "nature.low"), energy_high=34, nature_low=36)

    assert contested(reference.model(), city) == FULL // 2


def test_nothing_decided_leaves_nothing_to_reject() -> None:
    """Before the first decision all three read 0, under the names that shocks use."""
    model = reference.model()
    city = reference.city.founded(model, MAYOR)

    assert [level_of(model, city, name) for name in ("unkept", "idle", "contested")] == [0, 0, 0]
