"""The claims that take thousands of runs: every plan of the reference city, and many cities drawn at random.

Run by name (`whose-city check rules --long`): under half a minute, where the other claims take a second.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, product
from math import isqrt
from typing import Final

import numpy as np
from attrs import evolve, frozen

from game.city.arrays import IntArray
from game.city.compiling import compiled
from game.city.doubt import HIGHEST, LOWEST, Roll, Rolls
from game.city.exact import divided
from game.city.model import Model
from game.city.plans import TECHS, Plans, ended
from game.city.reference import course, needs, scenario_of
from game.city.scoring import dimensions_of, level_of
from game.city.state import CityState
from game.content.claims import BareDistrict, Reference, TechName, Way
from game.content.measured import LAST
from game.content.rulebook import Rulebook
from game.content.shapes import ChallengeId, ProcedureId

SIDE_BY_SIDE: Final = 729
"""Cities moved at once: more than that leave a processor's cache and gain nothing."""
CITIES: Final = 300
"""Cities drawn at random; with the design's 60, what a participatory budget gives still depended on the draw."""
DISTRICT_SHIFT: Final = 15
CITY_SHIFT: Final = 10
"""Points that a drawn city's starting levels may stand off the reference city's, either way."""
OUTCOMES: Final = ("lived", "economy", "ecology", "surveillance")
"""What a plan is judged by when it is carried to other cities."""


@frozen
class Ranked:
    """Of all plans decided in one way: how livable the best-ranked one is, beside the most livable one."""

    procedure: ProcedureId
    plans: int
    best_lived: int
    lived_of_best_ranked: int

    @property
    def margin(self) -> int:
        """Returns what aiming at the ranking costs, in milli-points of lived quality."""
        return self.best_lived - self.lived_of_best_ranked


@frozen
class Carried:
    """How much the results of each tech level vary from city to city: the summed deviations, in milli-points."""

    procedure: ProcedureId
    cities: int
    spread: dict[TechName, int]

    @property
    def margin(self) -> int:
        """Returns how much less mid tech varies than high tech."""
        return self.spread["high"] - self.spread["mid"]


def every_plan(reference: Reference, rules: Rulebook, procedures: Sequence[ProcedureId]) -> Iterator[Ranked]:
    """Yields what every choice of tech levels gives by each way of deciding, after a whole session.

    The ranking is the mean of the six dimensions of smart-city rankings.
    """
    model, challenges = compiled(scenario_of(reference), rules), needs(reference)
    everything = np.array(list(product(range(len(TECHS)), repeat=len(challenges))), dtype=np.int64)
    for procedure in procedures:
        ranked, lived = [], []
        for order, techs in _by_order(model, reference, everything, challenges):
            for start in range(0, len(techs), SIDE_BY_SIDE):
                plans = Plans(challenges, techs[start : start + SIDE_BY_SIDE])
                city = ended(model, plans, procedure, order, LAST)
                ranked += np.stack(list(dimensions_of(model, city).values())).sum(axis=0).tolist()
                lived += city.readings.lived.tolist()
        yield Ranked(procedure, len(lived), max(lived), max(zip(ranked, lived, strict=True))[1])


def _by_order(
    model: Model, reference: Reference, plans: IntArray, challenges: tuple[ChallengeId, ...]
) -> Iterator[tuple[tuple[ChallengeId, ...], IntArray]]:
    """Yields plans that take the challenges in the same order: an answer that asks for something is decided last."""
    asks = np.array([[_asks(model, need, tech) for tech in TECHS] for need in challenges])
    late = asks[np.arange(len(challenges)), plans]
    for pattern in np.unique(late, axis=0):
        waiting = {need for need, waits in zip(challenges, pattern, strict=True) if waits}
        order = tuple(sorted(reference.order, key=lambda need: need in waiting))
        yield order, plans[(late == pattern).all(axis=1)]


def random_cities(
    reference: Reference, rules: Rulebook, procedures: Sequence[ProcedureId], rolls: Rolls
) -> Iterator[Carried]:
    """Yields how far the gains of each tech level vary over random cities, each beside the same city left alone."""
    models = [compiled(scenario_of(random_city(reference, rolls(number))), rules) for number in range(CITIES)]
    for procedure in procedures:
        left = [_outcomes(model, reference, {}, procedure) for model in models]
        spread = {}
        for tech in TECHS:
            plan = dict.fromkeys(needs(reference), tech)
            led = [_outcomes(model, reference, plan, procedure) for model in models]
            gains = [[now - was for now, was in zip(*pair, strict=True)] for pair in zip(led, left, strict=True)]
            spread[tech] = sum(_deviation(column) for column in zip(*gains, strict=True))
        yield Carried(procedure, len(models), spread)


def _outcomes(
    model: Model, reference: Reference, takes: dict[ChallengeId, TechName], procedure: ProcedureId
) -> tuple[int, ...]:
    city = _ended(model, reference, takes, procedure)
    return tuple(level_of(model, city, name) for name in OUTCOMES)


def _deviation(amounts: Sequence[int]) -> int:
    """Returns the standard deviation of whole numbers, rounded down."""
    mean = divided(sum(amounts), len(amounts))
    return isqrt(sum((amount - mean) ** 2 for amount in amounts) // len(amounts))


def _ended(
    model: Model, reference: Reference, takes: dict[ChallengeId, TechName], procedure: ProcedureId
) -> CityState:
    """Returns the city after a whole session; answers that ask for something first are decided last."""
    waiting = {need for need, tech in takes.items() if _asks(model, need, tech)}
    order = tuple(sorted(reference.order, key=lambda need: need in waiting))
    return next(islice(course(model, Way(procedure, takes, order), order), LAST, None))


def _asks(model: Model, need: ChallengeId, tech: TechName) -> bool:
    return any(name == f"{need}.{tech}" and card.requires for name, card in model.interventions.items())


def random_city(reference: Reference, roll: Roll) -> Reference:
    """Returns the reference city with its starting levels drawn anew around what they are."""

    def shifted(level: float, width: int, address: str) -> float:
        return min(HIGHEST, max(LOWEST, level + width * (2 * roll(address) - 1)))

    def drawn(name: str, district: BareDistrict) -> BareDistrict:
        base = {k: shifted(level, DISTRICT_SHIFT, f"base {name} {k}") for k, level in district.base.items()}
        return evolve(district, base=base)

    return evolve(
        reference,
        start={k: shifted(level, CITY_SHIFT, f"start {k}") for k, level in reference.start.items()},
        districts={name: drawn(name, district) for name, district in reference.districts.items()},
    )
