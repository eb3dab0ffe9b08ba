"""Whole sessions of N cities side by side: each with a plan of its own, decided by the same procedure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final

import numpy as np
from attrs import asdict, evolve, fields, frozen

from game.city.arrays import BoolArray, IntArray, read_only
from game.city.building import adopted, payable
from game.city.dynamics import advanced, founded
from game.city.exact import milli
from game.city.model import Model
from game.city.state import CityState, Readings, Treasury, Works
from game.content.claims import TechName
from game.content.shapes import ChallengeId, InterventionId, ProcedureId

TECHS: Final[tuple[TechName, ...]] = ("high", "mid", "low")


@frozen(eq=False)
class Plans:
    """What N cities decide: for each city and challenge, the place of a tech level in `TECHS`."""

    challenges: tuple[ChallengeId, ...]
    techs: IntArray

    def answers(self, challenge: ChallengeId) -> IntArray:
        """Returns the tech level that each city chose for a challenge."""
        return self.techs[:, self.challenges.index(challenge)]


def widened(city: CityState, count: int) -> CityState:
    """Returns one city as N that are alike."""

    def wide(part: Any) -> Any:
        if isinstance(part, np.ndarray | np.generic):
            return read_only(np.broadcast_to(part, (count, *np.shape(part))).copy())
        if isinstance(part, Works | Treasury | Readings):
            return widest(part)
        return part

    def widest(parts: Any) -> Any:
        return evolve(parts, **{name: wide(part) for name, part in asdict(parts, recurse=False).items()})

    wider: CityState = widest(city)
    return wider


def side_by_side(cities: Sequence[CityState]) -> CityState:
    """Returns cities as one state of N, under the round and the way of deciding of the first.

    Cities that move on together must have these in common; those that are only read need not.
    """

    def stacked(parts: Sequence[Any]) -> Any:
        held = {each.name: [getattr(part, each.name) for part in parts] for each in fields(type(parts[0]))}
        return evolve(parts[0], **{name: beside(each) for name, each in held.items() if _arrays(each[0])})

    def beside(parts: Sequence[Any]) -> Any:
        inside = isinstance(parts[0], Works | Treasury | Readings)
        return stacked(parts) if inside else read_only(np.stack(parts))

    together: CityState = stacked(cities)
    return together


def with_shocks(together: CityState, cities: Sequence[CityState]) -> CityState:
    """Returns cities side by side with the shocks of each as they are now; nothing else of them has changed."""
    began, ended = (read_only(np.stack(rounds)) for rounds in zip(*((c.began, c.ended) for c in cities), strict=True))
    return evolve(together, began=began, ended=ended)


def one_by_one(cities: CityState) -> list[CityState]:
    """Returns each of N cities by itself: what `side_by_side` put together."""
    return [CityState(**parts) for parts in _apart(cities, len(cities.values))]


def _apart(together: Any, count: int) -> Iterator[dict[str, Any]]:
    """Yields what each of N has of the parts of a state that holds them all."""
    names = [each.name for each in fields(type(together))]
    columns = [_column(getattr(together, name), count) for name in names]
    return (dict(zip(names, parts, strict=True)) for parts in zip(*columns, strict=True))


def _column(part: Any, count: int) -> Iterable[Any]:
    if isinstance(part, Works | Treasury | Readings):
        return [type(part)(**parts) for parts in _apart(part, count)]
    return part if isinstance(part, np.ndarray) else repeat(part, count)


def _arrays(part: object) -> bool:
    return isinstance(part, np.ndarray | np.generic | Works | Treasury | Readings)


def ended(
    model: Model, plans: Plans, procedure: ProcedureId, order: Sequence[ChallengeId], rounds: int
) -> CityState:
    """Returns N cities after so many rounds, each having decided what it planned as soon as it could.

    Challenges come in the order given; money, time and what an answer requires are asked as in a session.
    """
    finance, count = model.rules.finance, len(plans.techs)
    city, time = widened(founded(model, procedure), count), np.zeros(count, dtype=np.int64)
    waiting = {challenge: np.ones(count, dtype=np.bool_) for challenge in order}
    for _ in range(rounds):
        time = np.minimum(time + milli(finance.time_per_round.value), milli(finance.time_most.value))
        taken = np.zeros(count, dtype=np.int64)
        for challenge in order:
            for place, tech in enumerate(TECHS):
                card = InterventionId(f"{challenge}.{tech}")
                asking = waiting[challenge] & (plans.answers(challenge) == place)
                asking &= taken < finance.challenges_per_round.value
                city, able = _decided(model, city, card, procedure, asking, time)
                time = time - able * milli(model.procedures[procedure].time.value)
                taken = taken + able
                waiting[challenge] = waiting[challenge] & ~able
        city = advanced(model, city)
    return city


def _decided(
    model: Model, city: CityState, card: InterventionId, procedure: ProcedureId, asking: BoolArray, time: IntArray
) -> tuple[CityState, BoolArray]:
    """Returns the cities once those that ask and can have decided a card, and which did."""
    able = asking & (time >= milli(model.procedures[procedure].time.value))
    if not able.any():
        return city, able
    for name, level in model.interventions[card].requires.items():
        able = able & (model.mean_of(city.values, name) >= milli(level))
    able = able & payable(model, city, procedure)[:, model.cards.ids.index(card)]
    return (adopted(model, city, card, procedure, None, able) if able.any() else city), able
