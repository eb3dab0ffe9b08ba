"""The reference city of the model's design, under the shipped rules: its model, its paths, and ways of one's own."""

from functools import cache
from typing import Any

import yaml
from attrs import evolve

from game.city import reference as city
from game.city.compiling import compiled
from game.city.model import Model
from game.city.state import CityState
from game.content import cards
from game.content.claims import Way
from game.content.load import load_rulebook
from game.content.load_claims import LoadedClaims, load_claims
from game.content.rulebook import Rulebook
from game.content.shapes import InterventionId
from game.paths import data

TABLES: dict[str, Any] = yaml.safe_load(data("rules", "reference.yaml").read_text(encoding="utf-8"))
NEEDS: tuple[str, ...] = tuple(TABLES["order"])


@cache
def rules() -> Rulebook:
    """Returns the shipped rules."""
    return load_rulebook().rulebook


@cache
def held_to() -> LoadedClaims:
    """Returns the shipped claims and their reference city."""
    return load_claims(rules())


def intervention(name: str) -> cards.Intervention:
    """Returns a bare card with the design's numbers."""
    reference = held_to().reference
    return city.intervention(reference, InterventionId(name), reference.cards[InterventionId(name)])


def scenario(names: tuple[str, ...] = tuple(TABLES["cards"])) -> cards.Scenario:
    """Returns the reference scenario with the cards named."""
    reference = held_to().reference
    return city.scenario_of(evolve(reference, cards={name: reference.cards[name] for name in names}))


@cache
def model() -> Model:
    """Returns the compiled reference city under the shipped rules."""
    return compiled(scenario(), rules())


@cache
def path(name: str, rounds: int = 12) -> tuple[CityState, ...]:
    """Returns the city after each round of one of the design's ways through the cards."""
    return city.travelled(model(), held_to().reference.paths[name], NEEDS, rounds)[1:]


def played(
    levels: dict[str, str],
    procedure: str,
    rounds: int = 12,
    order: tuple[str, ...] = NEEDS,
    focus: str | None = None,
    by_need: dict[str, str] | None = None,
) -> tuple[CityState, ...]:
    """Returns the city after each round when cards are taken in order, as fast as money and time allow."""
    way = Way(procedure, levels, order, focus, by_need or {})
    return city.travelled(model(), way, NEEDS, rounds)[1:]
