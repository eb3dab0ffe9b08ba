"""An answer is dominated when another is nowhere worse and somewhere better; any merit at all saves it."""

from typing import Any

import pytest
from attrs import evolve

from game.content.cards import DataCollected, DataKind, Effect, Intervention, Reversibility, When, Where
from game.content.check import dominates
from game.content.load import load_scenario
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId, InterventionId, StakeholderId
from game.paths import data

GOOD_UP = {"resilience": True, "resources": True, "lowcarbon": True, "sensing": False}

WORSE: dict[str, dict[str, Any]] = {
    "dearer": {"cost": 12.0},
    "dearer to keep": {"upkeep": 2.0},
    "later": {"build": 4},
    "slower": {"settling": 7},
    "less surely adopted": {"adoption": 99.0},
    "harder on people": {"restriction": 3},
    "more intimate": {"data": DataCollected(DataKind.PERSONAL, "what")},
    "harder to undo": {"reversibility": Reversibility.HARD},
    "in need of a partner": {"partners": (StakeholderId("residents"), StakeholderId("platform"))},
    "in need of sensors": {"requires": {IndicatorId("sensing"): 40.0}},
}


@pytest.fixture
def answer(rules: Rulebook) -> Intervention:
    """Returns a plain answer: it helps at once, a little more on its site."""
    shipped = load_scenario(data("scenarios", "port-clair"), rules).scenario.challenges[0].answers[2]
    plain = Effect(IndicatorId("resilience"), 6.0, shipped.effects[0].source, shipped.effects[0].confidence)
    return evolve(
        shipped,
        cost=4.0,
        upkeep=0.1,
        build=1,
        settling=2,
        adoption=20.0,
        restriction=0,
        data=DataCollected(DataKind.NONE, shipped.title),
        reversibility=Reversibility.EASY,
        partners=(),
        requires={},
        effects=(plain, evolve(plain, points=2.0, where=Where.SITE)),
    )


@pytest.mark.parametrize("how", WORSE)
def test_an_answer_worse_in_one_thing_is_dominated(answer: Intervention, how: str) -> None:
    """The same answer at a higher price of any kind has no merit left."""
    worse = evolve(answer, id=InterventionId("worse"), **WORSE[how])

    assert (dominates(answer, worse, GOOD_UP), dominates(worse, answer, GOOD_UP)) == (True, False)


@pytest.mark.parametrize("merit", WORSE)
def test_one_merit_is_enough(answer: Intervention, merit: str) -> None:
    """An answer worse in all but one thing is not dominated."""
    changes = {name: value for how, change in WORSE.items() if how != merit for name, value in change.items()}
    dear = evolve(answer, **WORSE[merit])
    worse = evolve(answer, id=InterventionId("worse"), **changes)

    assert not dominates(dear, worse, GOOD_UP)


@pytest.mark.parametrize(
    "change",
    [
        {"points": 5.0},
        {"delay": 1},
        {"where": Where.SITE},
        {"points": 3.0, "when": When.PER_ROUND, "rounds": 2},
    ],
)
def test_weaker_later_or_narrower_effects_are_worse(answer: Intervention, change: dict[str, Any]) -> None:
    """What matters is what an answer does in each round, on its site and elsewhere."""
    effects = (evolve(answer.effects[0], **change), answer.effects[1])
    worse = evolve(answer, id=InterventionId("worse"), effects=effects)

    assert (dominates(answer, worse, GOOD_UP), dominates(worse, answer, GOOD_UP)) == (True, False)


def test_stronger_in_the_end_is_a_merit(answer: Intervention) -> None:
    """An answer that starts weaker and ends stronger is neither better nor worse."""
    growing = evolve(answer.effects[0], points=3.0, when=When.PER_ROUND, rounds=4)
    patient = evolve(answer, id=InterventionId("patient"), effects=(growing, answer.effects[1]))

    assert not dominates(answer, patient, GOOD_UP)
    assert not dominates(patient, answer, GOOD_UP)


def test_a_harm_is_worse_where_less_is_better(answer: Intervention) -> None:
    """Five points more of sensors are five points of harm."""
    watched = evolve(answer.effects[0], indicator=IndicatorId("sensing"), points=5.0)
    worse = evolve(answer, id=InterventionId("worse"), effects=(*answer.effects, watched))

    assert (dominates(answer, worse, GOOD_UP), dominates(worse, answer, GOOD_UP)) == (True, False)
