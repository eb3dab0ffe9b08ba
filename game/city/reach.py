"""Which visions a city comes to: along the reference paths, and in games drawn at random."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from game.city.compiling import compiled
from game.city.doubt import Roll, Rolls
from game.city.model import Model
from game.city.reference import course, needs, scenario_of
from game.city.visions import compass
from game.content.claims import Reference, TechName, Way
from game.content.measured import LAST
from game.content.rulebook import Rulebook

TECHS: Final[tuple[TechName, ...]] = ("low", "mid", "high")
FAITHFUL: Final = 0.6
"""The share of its answers that a table with a leaning takes from its favourite tech level, as in the design."""


def visions_of_paths(reference: Reference, rules: Rulebook) -> tuple[str, ...]:
    """Returns the vision that each reference path ends at."""
    model = compiled(scenario_of(reference), rules)
    return tuple(_vision(model, way, reference) for way in reference.paths.values())


def visions_drawn(reference: Reference, rules: Rulebook, games: int, rolls: Rolls) -> Mapping[str, int]:
    """Returns how many of so many random games end at each vision, the commonest first."""
    return dict(Counter(_drawn_visions(reference, rules, games, rolls)).most_common())


def _drawn_visions(reference: Reference, rules: Rulebook, games: int, rolls: Rolls) -> Iterator[str]:
    model = compiled(scenario_of(reference), rules)
    for number in range(games):
        yield _vision(model, random_way(reference, rules, rolls(number)), reference)


def _vision(model: Model, way: Way, reference: Reference) -> str:
    return compass(model, next(islice(course(model, way, reference.order), LAST, None))).nearest


def random_way(reference: Reference, rules: Rulebook, roll: Roll) -> Way:
    """Returns a way through the cards as a table might take it: three tables in four lean to one tech level."""
    leaning = int(4 * roll("leaning"))
    takes = {}
    for need in needs(reference):
        faithful = leaning < len(TECHS) and roll(f"faithful {need}") < FAITHFUL
        takes[need] = TECHS[leaning] if faithful else TECHS[int(len(TECHS) * roll(f"tech {need}"))]
    procedure = rules.procedures[int(len(rules.procedures) * roll("procedure"))].id
    order = tuple(sorted(takes, key=lambda need: roll(f"order {need}")))
    return Way(procedure, takes, order)
