"""What can be read in one district, and why it moved there: parts that sum to the change, to the last milli-point."""

from collections.abc import Iterable

from game.city.exact import FULL, divided, settled
from game.city.explain import Contribution, Parts, ordered
from game.city.model import Model
from game.city.scoring import district_gauge
from game.city.state import CityState
from game.content.shapes import DistrictId, GroupId, HeadlineId, IndicatorId


def district_levels(model: Model) -> tuple[str, ...]:
    """Returns everything that has a level in each district: the gauges, their sub-indicators, the groups."""
    return (*model.gauge_weights, *model.indicators, *model.groups.ids)


def district_level(model: Model, city: CityState, name: str, district: DistrictId) -> int:
    """Returns a level in a district, in milli-points; a group's is that of its people there, as they would feel it.

    Raises KeyError for a name that has no level in a district.
    """
    place = model.districts.index(district)
    if name in model.gauge_weights:
        return district_gauge(model, city.values, HeadlineId(name), place)
    if name in model.groups.ids:
        return int(city.readings.satisfaction[place, model.groups.ids.index(GroupId(name))])
    if name not in model.indicators:
        raise KeyError(name)
    return int(city.values[model.cell(IndicatorId(name), place)])


def dwellers(model: Model, city: CityState, group: GroupId, district: DistrictId) -> int:
    """Returns how many of a group still live in a district, in thousandths of a % of the city's people."""
    place, column = model.districts.index(district), model.groups.ids.index(group)
    return int(model.people[place, column] - city.gone[place, column])


def departed(model: Model, city: CityState, district: DistrictId) -> int:
    """Returns the share of a district's first residents who had to leave it, in thousandths of a %."""
    place = model.districts.index(district)
    return divided(int(city.gone[place].sum()) * FULL, max(1, int(model.weights[place])))


def district_change(
    model: Model,
    changes: Iterable[Contribution],
    before: CityState,
    after: CityState,
    headline: HeadlineId,
    district: DistrictId,
) -> Parts:
    """Returns what each cause made of a gauge's change in a district, largest first; they sum to it exactly."""
    weights = {i.id: i.weight for i in model.rules.indicators if i.headline == headline}
    place = model.districts.index(district)
    amounts: Parts = {}
    for change in changes:
        if change.district == district and change.indicator in weights:
            amounts[change.cause] = amounts.get(change.cause, 0) + change.amount * weights[change.indicator]
    then, now = (district_gauge(model, city.values, headline, place) for city in (before, after))
    return ordered(settled(now - then, list(amounts.items()), 100))
