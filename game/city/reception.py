"""How what was decided is received: promises not kept, money standing in what hardly anyone uses, projects rejected."""

from collections.abc import Iterator, Mapping

from game.city.exact import FULL, divided, milli, read_curve
from game.city.model import Model
from game.city.state import Adopted, CityState
from game.content.shapes import HeadlineId


def unkept(model: Model, city: CityState, gauges: Mapping[HeadlineId, int], start: Mapping[HeadlineId, int]) -> int:
    """Returns the points promised and not delivered, all gauges together, in milli-points up to 100 points.

    Promises count from some rounds after a project's opening; delivered is how far the gauge has moved since the
    start, towards what was promised, whoever moved it.
    """
    due = round(model.rules.reception.promises_due.value)
    promised: dict[HeadlineId, int] = {}
    for entry in city.adopted:
        if city.round >= entry.opens + due:
            for headline, points in model.interventions[entry.intervention].announces.items():
                promised[headline] = promised.get(headline, 0) + milli(points)
    missing = 0
    for headline, points in promised.items():
        moved = gauges[headline] - start[headline]
        missing += max(0, points - moved if points > 0 else moved - points)
    return min(FULL, missing)


def idle(model: Model, city: CityState) -> int:
    """Returns the share of the money spent that stands in open projects hardly anyone uses, in thousandths of a %."""
    least = milli(model.rules.reception.used_from.value)
    spent = sum(milli(model.interventions[entry.intervention].cost) for entry in city.adopted)
    unused = sum(
        milli(model.interventions[entry.intervention].cost)
        for entry, accepted in _received(city)
        if city.round >= entry.opens and read_curve(model.adoption, accepted) < least
    )
    return divided(unused * FULL, spent) if spent else 0


def contested(model: Model, city: CityState) -> int:
    """Returns the share of the projects decided that residents reject at present, in thousandths of a %."""
    least = milli(model.rules.acceptance.contested_below.value)
    rejected = sum(accepted < least for _, accepted in _received(city))
    return divided(rejected * FULL, len(city.adopted)) if city.adopted else 0


def _received(city: CityState) -> Iterator[tuple[Adopted, int]]:
    """Yields each project decided with its present acceptance; one decided since the last reading keeps its first."""
    for entry in city.adopted:
        yield entry, city.readings.acceptance.get(entry.intervention, entry.acceptance)
