"""How what was decided is received: promises not kept, money standing in what hardly anyone uses, projects rejected."""

from collections.abc import Mapping

import numpy as np

from game.city.arrays import IntArray
from game.city.exact import FULL, divided, milli
from game.city.model import Model
from game.city.state import NEVER, CityState
from game.content.shapes import HeadlineId


def unkept(model: Model, city: CityState, gauges: Mapping[HeadlineId, int], start: Mapping[HeadlineId, int]) -> int:
    """Returns the points promised and not delivered, all gauges together, in milli-points up to 100 points.

    Promises count from some rounds after a project's opening; delivered is how far the gauge has moved since the
    start, towards what was promised, whoever moved it.
    """
    due = round(model.rules.reception.promises_due.value)
    promised: dict[HeadlineId, int] = {}
    for card, opens in zip(model.interventions.values(), city.works.opens.tolist(), strict=True):
        if card.announces and city.round >= opens + due:
            for headline, points in card.announces.items():
                promised[headline] = promised.get(headline, 0) + milli(points)
    missing = 0
    for headline, points in promised.items():
        moved = gauges[headline] - start[headline]
        missing += max(0, points - moved if points > 0 else moved - points)
    return min(FULL, missing)


def idle(model: Model, city: CityState) -> int:
    """Returns the share of the money spent that stands in open projects hardly anyone uses, in thousandths of a %."""
    least = milli(model.rules.reception.used_from.value)
    works = city.works
    spent = int(model.cards.cost[works.decided < NEVER].sum())
    unused = (works.opens <= city.round) & (model.adoption.at(_received(city)) < least)
    return divided(int(model.cards.cost[unused].sum()) * FULL, spent) if spent else 0


def contested(model: Model, city: CityState) -> int:
    """Returns the share of the projects decided that residents reject at present, in thousandths of a %."""
    least = milli(model.rules.acceptance.contested_below.value)
    decided = city.works.decided < NEVER
    rejected = decided & (_received(city) < least)
    return divided(int(rejected.sum()) * FULL, int(decided.sum())) if decided.any() else 0


def _received(city: CityState) -> IntArray:
    """Returns the present acceptance of each project; one decided since the last reading keeps its first."""
    works = city.works
    return np.where(works.decided < city.round, city.readings.acceptance, works.received)
