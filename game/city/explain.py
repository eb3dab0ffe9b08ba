"""Why a number stands where it stands, and why it moved: named parts that sum to it, to the last milli-point."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from game.city.dynamics import saturated
from game.city.exact import FULL, settled, shared
from game.city.model import Cause, Model
from game.city.scoring import gauge
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


def parts(model: Model, city: CityState) -> dict[int, Parts]:
    """Returns, for each cell that stands off its base, what each source makes of it.

    Base plus the parts is the value, exactly: saturation is shared out pro rata within the gains and the losses.
    """
    gains: dict[int, list[tuple[Cause, int]]] = {}
    losses: dict[int, list[tuple[Cause, int]]] = {}
    for cause, levels in city.levels.items():
        for cell, level in levels.items():
            (gains if level > 0 else losses).setdefault(cell, []).append((cause, abs(level)))
    result: dict[int, Parts] = {}
    for cell in sorted(gains.keys() | losses.keys()):
        base = model.base[cell]
        up, down = gains.get(cell, ()), losses.get(cell, ())
        raised = saturated(model, sum(size for _, size in up), FULL - base)
        lowered = saturated(model, sum(size for _, size in down), base)
        result[cell] = shared(raised, up)
        for cause, share in shared(lowered, down).items():
            result[cell][cause] = result[cell].get(cause, 0) - share
    return result


def contributions(model: Model, before: CityState, after: CityState) -> tuple[Contribution, ...]:
    """Returns why the cells moved between two states: for each cell they sum to its change exactly."""
    old, new = parts(model, before), parts(model, after)
    result = []
    for cell in sorted(old.keys() | new.keys()):
        district, indicator = model.place(cell)
        was, now = old.get(cell, {}), new.get(cell, {})
        for cause in [*now, *(cause for cause in was if cause not in now)]:
            amount = now.get(cause, 0) - was.get(cause, 0)
            if amount:
                result.append(Contribution(cause, indicator, district, cell, amount))
    return tuple(result)


def gauge_change(
    model: Model, changes: Iterable[Contribution], before: CityState, after: CityState, headline: HeadlineId
) -> Parts:
    """Returns what each cause made of a gauge's change, largest first; the parts sum to the change exactly."""
    weights = {i.id: i.weight for i in model.rules.indicators if i.headline == headline}
    amounts: Parts = {}
    for change in changes:
        if change.indicator in weights and change.district is not None:
            people = model.weights[model.districts.index(change.district)]
            amount = change.amount * weights[change.indicator] * people
            amounts[change.cause] = amounts.get(change.cause, 0) + amount
    moved = gauge(model, after.values, headline) - gauge(model, before.values, headline)
    return ordered(settled(moved, list(amounts.items()), 100 * model.whole))


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
            people = model.whole if district is None else model.weights[model.districts.index(district)]
            for cause, amount in by_cause.items():
                amounts[cause] = amounts.get(cause, 0) + amount * weights[indicator] * people
    start, now = (_level(model, values, name, weights) for values in (model.base, city.values))
    return start, ordered(settled(now - start, list(amounts.items()), 100 * model.whole))


def _level(model: Model, values: tuple[int, ...], name: str, weights: Mapping[IndicatorId, int]) -> int:
    return gauge(model, values, HeadlineId(name)) if name not in weights else model.mean(values, IndicatorId(name))
