"""The reference city of the model's design, as a scenario: bare cards, real numbers."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve

from game.city.building import adopted, affordable, lacking
from game.city.dynamics import advanced, founded
from game.city.exact import milli
from game.city.model import Model, compiled
from game.city.state import CityState
from game.content import cards
from game.content.load import load_rulebook
from game.content.shapes import DistrictId, InterventionId, Text

HERE = Path(__file__).parent
TABLES: dict[str, Any] = yaml.safe_load((HERE / "reference.yaml").read_text(encoding="utf-8"))
NEEDS = ("governance", "mobility", "energy", "safety", "housing", "care", "waste", "nature")
UPKEEP = {"high": 5, "mid": 3, "low": 3}
WORD = Text({"fr": "mot", "en": "word"})


def intervention(name: str) -> cards.Intervention:
    """Returns a bare card with the design's numbers."""
    table = TABLES["cards"][name]
    effects = table["effects"] | table.get("city", {})
    tech = name.split(".")[1]
    return cards.Intervention(
        id=name,
        title=WORD,
        text=WORD,
        icon="map",
        tech=cards.Tech(tech),
        leaning=cards.Leaning(table["vision"]),
        cost=table["cost"],
        upkeep=table["cost"] * UPKEEP[tech] / 100,
        build=table["delay"],
        settling=table["tau"],
        adoption=table["alpha"],
        restriction=table["restriction"],
        data=cards.DataCollected(cards.DataKind(table["data"]), WORD),
        reversibility=cards.Reversibility.EASY,
        effects=tuple(cards.Effect(k, points, "source", cards.Confidence.PAPER) for k, points in effects.items()),
        requires=table.get("requires", {}),
    )


def scenario(names: tuple[str, ...] = tuple(TABLES["cards"])) -> cards.Scenario:
    """Returns the reference scenario with the cards named."""
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    districts = tuple(
        cards.District(name, WORD, WORD, "old", 0, square, table["groups"], table["base"])
        for name, table in TABLES["districts"].items()
    )
    needs = dict.fromkeys(name.split(".")[0] for name in names)
    challenges = tuple(
        cards.Challenge(
            need, WORD, WORD, "map", "centre", tuple(intervention(n) for n in names if n.split(".")[0] == need)
        )
        for need in needs
    )
    watch = cards.Watch("quality", "up", 1)
    seat = cards.Stakeholder("cityhall", WORD, "map", WORD, WORD, WORD, WORD, (watch,), watch)
    return cards.Scenario(
        id="reference",
        title=WORD,
        summary=WORD,
        inspired_by=WORD,
        real_and_invented=WORD,
        briefing=WORD,
        rounds=6,
        minutes=90,
        procedure="mayor",
        decider="cityhall",
        agenda=tuple(needs),
        questions=(WORD,),
        sources={"source": WORD},
        city=cards.City(WORD, (1.0, 1.0), 1, TABLES["city"], districts),
        stakeholders=(seat, evolve(seat, id="residents")),
        challenges=challenges,
    )


@cache
def model() -> Model:
    """Returns the compiled reference city under the shipped rules."""
    return compiled(scenario(), load_rulebook().rulebook)


@cache
def path(name: str, rounds: int = 12) -> tuple[CityState, ...]:
    """Returns the city after each round of one of the design's ways through the cards."""
    table = TABLES["paths"][name]
    return played(
        table["levels"],
        table["procedure"],
        rounds,
        tuple(table.get("order", NEEDS)),
        table.get("focus"),
        table.get("procs", {}),
    )


def played(
    levels: dict[str, str],
    procedure: str,
    rounds: int = 12,
    order: tuple[str, ...] = NEEDS,
    focus: str | None = None,
    by_need: dict[str, str] | None = None,
) -> tuple[CityState, ...]:
    """Returns the city after each round when cards are taken in order, as fast as money and time allow."""
    city_model, city = model(), founded(model(), procedure)
    finance, queue, time, history = city_model.rules.finance, list(order), 0, []
    for _ in range(rounds):
        time = min(time + milli(finance.time_per_round.value), milli(finance.time_most.value))
        taken = 0
        for need in [n for n in queue if n in levels]:
            way, card = (by_need or {}).get(need, procedure), InterventionId(f"{need}.{levels[need]}")
            cost = milli(city_model.procedures[way].time.value)
            possible = affordable(city_model, city, card, way) and not lacking(city_model, city, card)
            if taken < finance.challenges_per_round.value and possible and time >= cost:
                city = adopted(city_model, city, card, way, DistrictId(focus) if focus else None)
                time, taken = time - cost, taken + 1
                queue.remove(need)
        city = advanced(city_model, city)
        history.append(city)
    return tuple(history)
