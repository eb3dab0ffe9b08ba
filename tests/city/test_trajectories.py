"""The city moves as the design's model does, to the milli-point."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.city.scoring import level_of
from tests.city.reference import model, path

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent / "trajectories.json").read_text(encoding="utf-8"))
WAYS = [name for name in GOLDEN["paths"] if not name.endswith("/budget")]
OURS = {"human_decision": "human_share"}


@pytest.mark.parametrize("way", WAYS)
def test_each_reading_of_each_round_equals_the_designs_prototype(way: str) -> None:
    """Gauges, readings, indicators and variables reproduce the prototype's twelve rounds exactly."""
    history = path(way)

    found = [[level_of(model(), city, OURS.get(name, name)) for name in GOLDEN["keys"]] for city in history]

    assert found == GOLDEN["paths"][way]


@pytest.mark.parametrize("way", WAYS)
def test_the_budget_of_each_round_equals_the_designs_prototype(way: str) -> None:
    """Income, upkeep, public and private money reproduce the prototype's twelve rounds exactly."""
    history = path(way)

    assert [city.treasury.budget for city in history] == GOLDEN["paths"][f"{way}/budget"]
