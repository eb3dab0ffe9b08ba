"""Data sets crossed with one another: what comes of it while open projects collect them about people.

A combination pushes as hard as the best protected of its data lets it: a data set is as exposed as the least softened
open project that collects it as personal data. A data clause leaves only counts, which feed no combination.
"""

from collections.abc import Callable, Sequence

import numpy as np

from game.city.arrays import BoolArray, IntArray, quotient, whole
from game.city.exact import FULL, milli
from game.city.model import Crossings, Model
from game.city.state import NEVER, CityState
from game.content.cards import DataKind, Intervention
from game.content.rulebook import Rulebook
from game.content.shapes import CombinationId, DataSetId, IndicatorId, InterventionId
from game.content.watching import Combination


def possible(rules: Rulebook, cards: Sequence[Intervention]) -> tuple[Combination, ...]:
    """Returns the combinations whose data sets are all collected about people by some of the cards."""
    collected = {name for card in cards for name in _personal(card)}
    return tuple(each for each in rules.combinations if collected.issuperset(each.of))


def _personal(card: Intervention) -> tuple[DataSetId, ...]:
    return card.data.sets if card.data.kind is DataKind.PERSONAL else ()


def crossings(
    rules: Rulebook, cards: Sequence[Intervention], cells: Callable[[IndicatorId], list[int]]
) -> Crossings:
    """Returns the combinations in whole numbers; `cells` gives the cells of an indicator."""
    found, sets = possible(rules, cards), tuple(each.id for each in rules.data_sets)
    rows = [
        (place, milli(effect.points.value))
        for place, combination in enumerate(found)
        for effect in combination.effects
        for _ in cells(effect.indicator)
    ]
    owner, points = whole(rows).reshape(-1, 2).T
    return Crossings(
        ids=tuple(each.id for each in found),
        sets=sets,
        collected=whole([[int(name in _personal(card)) for name in sets] for card in cards]),
        needed=whole([[int(name in each.of) for name in sets] for each in found]),
        owner=owner,
        points=points,
    )


def crossing_goals(model: Model, city: CityState) -> IntArray:
    """Returns where crossed data push, `(..., channels of combinations)`, in milli-points."""
    crossings = model.crossings
    if not crossings.ids:
        return np.zeros((*city.values.shape[:-1], 0), dtype=np.int64)
    return quotient(crossings.points * shares(model, city)[..., crossings.owner], FULL)


def shares(model: Model, city: CityState) -> IntArray:
    """Returns how far each combination holds, `(..., combinations)`, in thousandths of a %."""
    crossings = model.crossings
    kept = FULL - city.works.softening * milli(model.rules.safeguards.surveillance.value)
    exposed = np.where(_open(city) & (city.works.clause == 0), kept, 0)
    by_set = (exposed[..., :, None] * crossings.collected).max(axis=-2)
    held: IntArray = np.where(crossings.needed == 1, by_set[..., None, :], FULL).min(axis=-1)
    return held


def _open(city: CityState) -> BoolArray:
    return np.asarray(city.works.opens <= city.round)


def held(model: Model, city: CityState) -> tuple[CombinationId, ...]:
    """Returns the combinations that hold in one city, in the order of the rules."""
    if not model.crossings.ids:
        return ()
    return tuple(name for name, share in zip(model.crossings.ids, shares(model, city).tolist(), strict=True) if share)


def completed(model: Model, city: CityState, intervention: InterventionId) -> tuple[CombinationId, ...]:
    """Returns the combinations that one more project would complete, beside those decided and without a clause."""
    there = (city.works.decided < NEVER) & (city.works.clause == 0)
    added = there.copy()
    added[model.cards.ids.index(intervention)] = True
    names = model.crossings.ids
    return tuple(name for name in names if _whole(model, name, added) and not _whole(model, name, there))


def _whole(model: Model, combination: CombinationId, among: BoolArray) -> bool:
    """Tells whether each data set of a combination is collected by some of these projects."""
    crossings = model.crossings
    wanted = crossings.needed[crossings.ids.index(combination)] == 1
    return bool(crossings.collected[among][:, wanted].any(axis=0).all())
