"""Reading and setting the numbers of a city by name, in milli-points: the one place that knows how they are kept."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import evolve

from game.city.building import adopted
from game.city.compiling import compiled
from game.city.dynamics import advanced, founded, settled_values
from game.city.explain import parts
from game.city.groups import departures, read, satisfactions
from game.city.model import Cause, CauseKind, Model
from game.city.state import CityState, pushed_by
from game.content.cards import Confidence, Effect, Intervention
from game.content.rulebook import Rulebook
from game.content.shapes import DistrictId, IndicatorId, InterventionId, ProcedureId, SourceId
from tests.city.reference import intervention, rules, scenario


def points(number: float) -> int:
    """Returns points as milli-points."""
    return round(number * 1000)


def linked(*links: str) -> Rulebook:
    """Returns the shipped rules with these links alone and no pressure."""
    kept = tuple(coupling for coupling in rules().couplings if coupling.id in links)
    assert len(kept) == len(links)
    return evolve(rules(), couplings=kept, pressures=())


def still(*cards: Intervention, under: Rulebook | None = None) -> Model:
    """Returns the reference city with these cards added, where no link and no pressure acts unless `under` says so."""
    city = scenario()
    if cards:
        challenge = evolve(city.challenges[0], answers=cards)
        city = evolve(city, challenges=(*city.challenges, challenge))
    return compiled(city, under or linked())


def card(effects: Mapping[str, float], **changes: Any) -> Intervention:
    """Returns a card that opens at once, settles in a round and needs nobody to adopt it, unless changed."""
    made = tuple(
        Effect(IndicatorId(name), amount, SourceId("source"), Confidence.PAPER) for name, amount in effects.items()
    )
    plain = {"id": InterventionId("card"), "adoption": 0.0, "settling": 1, "build": 0}
    return evolve(intervention("safety.low"), effects=made, **{**plain, **changes})


def opened(
    effects: dict[str, float], procedure: str = "mayor", rounds: int = 1, focus: str | None = None, **changes: object
) -> tuple[Model, CityState]:
    """Returns the city some rounds after a card was decided, nothing else acting but the way of deciding."""
    made = card(effects, **changes)
    of = still(made)
    city = adopted(of, founded(of, None), made.id, ProcedureId(procedure), DistrictId(focus) if focus else None)
    for _ in range(rounds):
        city = advanced(of, city)
    return of, city


def place(model: Model, indicator: str, district: str | None = None) -> int:
    """Returns where an indicator of a district, or a variable of the city, is kept."""
    return model.cell(IndicatorId(indicator), model.districts.index(district) if district else 0)


def places(model: Model, indicator: str) -> list[int]:
    """Returns where an indicator is kept in each district; a variable has one place."""
    if indicator in model.variables:
        return [place(model, indicator)]
    return [place(model, indicator, district) for district in model.districts]


def level(model: Model, city: CityState, indicator: str, district: str | None = None) -> int:
    """Returns a level of a district, or of the whole city for a variable."""
    return int(city.values[place(model, indicator, district)])


def base(model: Model, indicator: str, district: str | None = None) -> int:
    """Returns the level that an indicator or a variable starts from."""
    return int(model.base[place(model, indicator, district)])


def every_level(city: CityState) -> list[int]:
    """Returns all the levels of a city."""
    return city.values.tolist()


def every_base(model: Model) -> list[int]:
    """Returns all the levels that a city starts from."""
    return model.base.tolist()


def source_level(city: CityState, model: Model, kind: CauseKind, name: str, *of: str) -> int:
    """Returns how far a source pushes an indicator (of a district) at present, before saturation."""
    return pushed_by(model, city, Cause(kind, name)).get(place(model, *of), 0)


def made_by(city: CityState, model: Model, kind: CauseKind, name: str, *of: str) -> int:
    """Returns what a source makes of an indicator (of a district), after saturation."""
    return parts(model, city).get(place(model, *of), {}).get(Cause(kind, name), 0)


def explained(model: Model, city: CityState) -> list[int]:
    """Returns base plus named parts for every level of a city."""
    found = parts(model, city)
    return [start + sum(found.get(cell, {}).values()) for cell, start in enumerate(every_base(model))]


def with_levels(model: Model, city: CityState, levels: Mapping[str, float], district: str | None = None) -> CityState:
    """Returns the city with some levels, in points, set everywhere or in one district; no source explains them."""
    values = city.values.copy()
    for name, amount in levels.items():
        for cell in [place(model, name, district)] if district else places(model, name):
            values[cell] = points(amount)
    return evolve(city, values=values)


def raised(model: Model, city: CityState, indicator: str, amount: float, district: str | None = None) -> CityState:
    """Returns the city with an indicator so many points off its start, everywhere or in one district."""
    values = city.values.copy()
    for cell in [place(model, indicator, district)] if district else places(model, indicator):
        values[cell] = model.base[cell] + points(amount)
    return evolve(city, values=values)


def with_sources(
    model: Model, city: CityState, sources: Mapping[str | int, float], indicator: str, district: str | None = None
) -> CityState:
    """Returns the city where links of these names, or any causes by number, push an indicator, as if settled."""
    cell = place(model, indicator, district)
    anything = np.flatnonzero(model.channels.cell == cell)
    levels = np.zeros_like(city.levels)
    for name, amount in sources.items():
        by_number = isinstance(name, int)
        channel = anything[name] if by_number else model.channels.of(Cause(CauseKind.LINK, name))[cell]
        levels[channel] = points(amount)
    runs = model.channels.pushing(levels)
    return evolve(city, levels=levels, values=settled_values(model, levels[..., runs.places], runs))


def satisfaction(model: Model, city: CityState, group: str, district: str, restriction: float = 0) -> int:
    """Returns how satisfied a group of a district is with the levels there are, under a felt restriction in points."""
    found = satisfactions(model, city.values, np.asarray(points(restriction)))
    return int(found[model.districts.index(district), group_place(model, group)])


def group_place(model: Model, group: str) -> int:
    """Returns which of the groups one is."""
    return model.groups.ids.index(group)


def gone(model: Model, city: CityState, group: str, district: str) -> int:
    """Returns how many of a group of a district had to leave, in thousandths of a % of the city's people."""
    return int(city.gone[model.districts.index(district), group_place(model, group)])


def after_departures(model: Model, city: CityState) -> CityState:
    """Returns the city once those who must leave this round have left; its levels stay."""
    return evolve(city, gone=departures(model, city.values, city.gone))


def with_gone(model: Model, city: CityState, group: str, district: str, percent: float) -> CityState:
    """Returns the city, read again, once a share of its people more, all of one group and district, have left."""
    left = city.gone.copy()
    left[model.districts.index(district), group_place(model, group)] += points(percent)
    return evolve(city, gone=left, readings=read(model, city.round, city.values, left, city.works))


def staying(model: Model, city: CityState, group: str, district: str) -> int:
    """Returns how many of a group of a district are still there, in thousandths of a % of the city's people."""
    cell = model.districts.index(district), group_place(model, group)
    return int(model.people[cell] - city.gone[cell])
