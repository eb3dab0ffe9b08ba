"""What an answer would do if it were decided now: the model's own forecast beside doing nothing, and why.

The forecast is run with the links as the room holds them, then with each as weak and as strong as its sources leave
open; what the three give is its span. What happens by chance is left out: nobody foresees it.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import numpy as np
from attrs import evolve, field, frozen

from game.city.account import difference
from game.city.arrays import IntArray
from game.city.building import ALONE, Together, adopted, fee, price
from game.city.dynamics import advanced
from game.city.exact import divided, milli, settled
from game.city.explain import Contribution, Parts, contributions, gauge_changes, ordered
from game.city.felt import felt_standing, summed
from game.city.model import QUALITY, Model
from game.city.scoring import district_gauge, group_satisfaction, level_of
from game.city.state import CityState, Row
from game.content.shapes import DistrictId, GroupId, IndicatorId, InterventionId, ProcedureId

PLACED: Final = QUALITY
"""The gauge that is foreseen district by district, and where each group lives."""
HOMES: Final = "where {group} live"
"""The name, among the reasons, of the gauge where a group lives."""


@frozen
class Option:
    """An answer as it could be decided: where, and what working on it together adds."""

    answer: InterventionId
    district: DistrictId | None = None
    together: Together = ALONE


@frozen
class Span:
    """What is foreseen in milli-points: with the links as they are held, and the least and most they leave open."""

    low: int
    middle: int
    high: int


@frozen
class Prospect:
    """What an answer costs now, how it would be received, and what it would move some rounds on."""

    answer: InterventionId
    district: DistrictId | None
    public: int
    private: int
    fee: int
    opens: int
    """The round in which it would open, counted from 1."""
    received: int
    """Acceptance on the day of the decision, in milli-points."""
    contested: bool
    moved: Mapping[str, Span] = field(factory=dict)
    """By gauge and by group of residents."""
    places: Mapping[DistrictId, Span] = field(factory=dict)
    """The gauge `PLACED`, by district."""
    homes: Mapping[GroupId, Span] = field(factory=dict)
    """The gauge `PLACED` where each group lives: the mean over its people."""
    through: Mapping[str, IndicatorId] = field(factory=dict)
    """The indicator through which each is moved most, by the same names as `why`."""
    why: Mapping[str, Parts] = field(factory=dict)
    """The causes of the middle of each span, gauges, groups, districts and homes: they sum to it exactly."""


def prospects(
    model: Model, city: CityState, options: Sequence[Option], procedure: ProcedureId, rounds: int
) -> tuple[Prospect, ...]:
    """Returns what each option would do, decided now in that way, after so many rounds."""
    held = [evolve(city, procedure=procedure, adjusted=links) for links in _doubted(model, city)]
    without = [_carried(model, each, rounds) for each in held]
    return tuple(_prospect(model, option, procedure, held, without, rounds) for option in options)


def _doubted(model: Model, city: CityState) -> list[Mapping[str, int]]:
    """Returns the links as the room holds them, at their weakest and at their strongest; what it moved stays so."""
    ends = [sorted((link.low, link.high), key=abs) for link in model.rules.couplings]
    names = [link.id for link in model.rules.couplings]
    weak, strong = ({name: milli(each[k]) for name, each in zip(names, ends, strict=True)} for k in (0, 1))
    return [city.adjusted, {**weak, **city.adjusted}, {**strong, **city.adjusted}]


def _prospect(
    model: Model, option: Option, procedure: ProcedureId, held: Sequence[CityState], without: Sequence[CityState],
    rounds: int,
) -> Prospect:  # fmt: skip
    begun = [adopted(model, each, option.answer, procedure, option.district, together=option.together) for each in held]
    after = [_carried(model, each, rounds) for each in begun]
    column = begun[0].works.table[:, model.cards.ids.index(option.answer)]
    received = int(column[Row.RECEIVED])
    public, private = price(model, held[0], option.answer, procedure)
    pairs = list(zip(without, after, strict=True))
    names = (*model.gauge_weights, *model.groups.ids)
    local = [[_there(model, *pair, name) for name in model.districts] for pair in pairs]
    return Prospect(
        option.answer, option.district, public, private, fee(model, procedure), int(column[Row.OPENS]) + 1, received,
        received < milli(model.rules.acceptance.contested_below.value),
        {name: _span([_moved(model, *pair, name) for pair in pairs]) for name in names},
        {name: _span([each[place] for each in local]) for place, name in enumerate(model.districts)},
        {name: _span([_at_home(model, each, name) for each in local]) for name in model.groups.ids},
        _through(model, without[0], after[0]),
        _reasons(model, without[0], after[0]),
    )  # fmt: skip


def _carried(model: Model, city: CityState, rounds: int) -> CityState:
    for _ in range(rounds):
        city = advanced(model, city)
    return city


def _span(moved: Sequence[int]) -> Span:
    return Span(min(moved), moved[0], max(moved))


def _moved(model: Model, without: CityState, after: CityState, name: str) -> int:
    return level_of(model, after, name) - level_of(model, without, name)


def _there(model: Model, without: CityState, after: CityState, district: DistrictId) -> int:
    level = partial(district_gauge, model, headline=PLACED, district=model.districts.index(district))
    return level(after.values) - level(without.values)


def _at_home(model: Model, local: Sequence[int], group: GroupId) -> int:
    """Returns the mean over a group's people of what is foreseen in each district."""
    people = model.people[:, model.groups.ids.index(group)].tolist()
    whole = sum(n * moved for n, moved in zip(people, local, strict=True))
    return divided(whole, max(1, sum(people)))


def _through(model: Model, without: CityState, after: CityState) -> dict[str, IndicatorId]:
    """Returns the indicator that moves each gauge, district, group and home most, the way it moves as a whole."""
    moved = model.local(after.values) - model.local(without.values)
    placed, people = moved * model.gauge_weights[PLACED], model.people
    weighed: dict[str, IntArray] = {
        gauge: (moved * model.weights[:, None]).sum(axis=0) * weights for gauge, weights in model.gauge_weights.items()
    }
    for place, district in enumerate(model.districts):
        weighed[district] = placed[place]
    for place, group in enumerate(model.groups.ids):
        lived = people[:, place, None]
        weighed[group] = (moved * lived).sum(axis=0) * model.groups.local[:, place]
        weighed[HOMES.format(group=group)] = (placed * lived).sum(axis=0)
    return {
        name: model.indicators[int(np.argmax(each * (1 if each.sum() >= 0 else -1)))] for name, each in weighed.items()
    }


def _reasons(model: Model, without: CityState, after: CityState) -> dict[str, Parts]:
    """Returns what parts the city with an answer from the city without it: the causes, for each thing foreseen."""
    changes = contributions(model, without, after)
    found: dict[str, Parts] = {}
    for gauge, causes in gauge_changes(model, changes, without, after).items():
        found[gauge] = causes
    for district in model.districts:
        found[district] = _locally(model, changes, without, after, district)
    local = [sum(found[district].values()) for district in model.districts]
    for group in model.groups.ids:
        found[group] = _felt(model, without, after, group)
        found[HOMES.format(group=group)] = _where_they_live(model, found, group, _at_home(model, local, group))
    return found


def _where_they_live(model: Model, found: Mapping[str, Parts], group: GroupId, moved: int) -> Parts:
    """Returns the causes of what is foreseen where a group lives, each district's counted by its people."""
    people = model.people[:, model.groups.ids.index(group)].tolist()
    amounts = summed(
        (cause, amount * n)
        for district, n in zip(model.districts, people, strict=True)
        for cause, amount in found[district].items()
    )
    return ordered(settled(moved, list(amounts.items()), max(1, sum(people))))


def _felt(model: Model, without: CityState, after: CityState, group: GroupId) -> Parts:
    """Returns the causes of a group's satisfaction; its own parts sum to it, so their difference does, too."""
    parts = difference(*(felt_standing(model, city, group)[1] for city in (without, after)))
    moved = group_satisfaction(model, after, group) - group_satisfaction(model, without, group)
    assert sum(parts.values()) == moved
    return parts


def _locally(
    model: Model, changes: Sequence[Contribution], without: CityState, after: CityState, district: DistrictId
) -> Parts:
    weights = {i.id: i.weight for i in model.rules.indicators if i.headline == PLACED}
    amounts: Parts = {}
    for change in changes:
        if change.district == district and change.indicator in weights:
            amounts[change.cause] = amounts.get(change.cause, 0) + change.amount * weights[change.indicator]
    return ordered(settled(_there(model, without, after, district), list(amounts.items()), 100))
