"""Why a number stands where it stands, and why it moved: named parts that sum to it, to the last milli-point.

Attribution is worked out only where somebody asks: the dynamics never need it.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from attrs import frozen

from game.city.arrays import IntArray, apportioned
from game.city.dynamics import both_ways, obtained
from game.city.exact import settled
from game.city.model import Cause, Model
from game.city.scoring import gauge, gauges
from game.city.state import CityState
from game.content.shapes import DistrictId, HeadlineId, IndicatorId

Parts = dict[Cause, int]


@frozen
class Contribution:
    """So many milli-points of an indicator's change, in a district (None: the city as a whole), by a cause."""

    cause: Cause
    indicator: IndicatorId
    district: DistrictId | None
    cell: int
    amount: int


def parts_of(model: Model, levels: IntArray) -> IntArray:
    """Returns what each channel makes of its cell, `(..., channels)`: base plus a cell's parts is its value, exactly.

    Saturation is shared out pro rata within the gains and within the losses (equation 4).
    """
    runs = model.channels.pushing(levels)
    ways = both_ways(levels[..., runs.places])
    gained, lost = apportioned(obtained(model, ways, runs), ways, runs.run, runs.starts)
    parts = np.zeros_like(levels)
    parts[..., runs.places] = gained - lost
    return parts


def parts(model: Model, city: CityState) -> dict[int, Parts]:
    """Returns, for each cell of one city that something pushes, what each cause makes of it; zeros are left out."""
    result: dict[int, Parts] = {}
    for channel, amount in _moved(parts_of(model, city.levels)):
        cell = int(model.channels.cell[channel])
        result.setdefault(cell, {})[model.channels.causes[model.channels.cause[channel]]] = amount
    return dict(sorted(result.items()))


def contributions(model: Model, before: CityState, after: CityState) -> tuple[Contribution, ...]:
    """Returns why the cells of one city moved between two states: for each cell they sum to its change exactly."""
    channels = model.channels
    changes = parts_of(model, after.levels) - parts_of(model, before.levels)
    found = []
    for channel, amount in _moved(changes):
        cell = int(channels.cell[channel])
        district, indicator = model.place(cell)
        found.append(Contribution(channels.causes[channels.cause[channel]], indicator, district, cell, amount))
    return tuple(found)


def _moved(amounts: IntArray) -> Iterable[tuple[int, int]]:
    places = np.flatnonzero(amounts)
    return zip(places.tolist(), amounts[places].tolist(), strict=True)


def gauge_change(
    model: Model, changes: Iterable[Contribution], before: CityState, after: CityState, headline: HeadlineId
) -> Parts:
    """Returns what each cause made of a gauge's change, largest first; the parts sum to the change exactly."""
    return gauge_changes(model, changes, before, after)[headline]


def gauge_changes(
    model: Model, changes: Iterable[Contribution], before: CityState, after: CityState
) -> dict[HeadlineId, Parts]:
    """Returns what each cause made of the change of each gauge, as `gauge_change` does of one."""
    weights = {indicator.id: (indicator.headline, indicator.weight) for indicator in model.rules.indicators}
    people = dict(zip(model.districts, model.weights.tolist(), strict=True))
    found: dict[HeadlineId, Parts] = {headline: {} for headline in model.gauge_weights}
    for change in changes:
        if change.district is not None:
            headline, weight = weights[change.indicator]
            amounts = found[headline]
            amounts[change.cause] = amounts.get(change.cause, 0) + change.amount * weight * people[change.district]
    first, last = gauges(model, before.values), gauges(model, after.values)
    return {
        headline: ordered(settled(last[headline] - first[headline], list(amounts.items()), 100 * model.whole))
        for headline, amounts in found.items()
    }


def by_indicator(
    model: Model, changes: Iterable[Contribution], headline: HeadlineId, cause: Cause
) -> dict[tuple[DistrictId, IndicatorId], int]:
    """Returns where one cause moved a gauge: milli-points of each indicator in each district, largest first."""
    names = {i.id for i in model.rules.indicators if i.headline == headline}
    found = {
        (change.district, change.indicator): change.amount
        for change in changes
        if change.cause == cause and change.district is not None and change.indicator in names
    }
    return dict(sorted(found.items(), key=lambda entry: -abs(entry[1])))


def ordered(amounts: Mapping[Cause, int]) -> Parts:
    """Returns the parts that are not zero, largest first."""
    kept = {cause: amount for cause, amount in amounts.items() if amount}
    return dict(sorted(kept.items(), key=lambda entry: -abs(entry[1])))


def standing(model: Model, city: CityState, name: str) -> tuple[int, Parts]:
    """Returns the starting level of an indicator, a variable or a gauge, and what each cause has made of it since.

    The start and the parts sum to the present level exactly. Raises KeyError for a name that is none of these.
    """
    weights = {i.id: i.weight for i in model.rules.indicators if i.headline == name} or {IndicatorId(name): 100}
    amounts: Parts = {}
    for cell, by_cause in parts(model, city).items():
        district, indicator = model.place(cell)
        if indicator in weights:
            people = model.whole if district is None else int(model.weights[model.districts.index(district)])
            for cause, amount in by_cause.items():
                amounts[cause] = amounts.get(cause, 0) + amount * weights[indicator] * people
    start, now = (_level(model, values, name, weights) for values in (model.base, city.values))
    return start, ordered(settled(now - start, list(amounts.items()), 100 * model.whole))


def _level(model: Model, values: IntArray, name: str, weights: Mapping[IndicatorId, int]) -> int:
    return gauge(model, values, HeadlineId(name)) if name not in weights else model.mean(values, IndicatorId(name))
