"""What a rulebook must hold beyond its shape: names that resolve, weights that make 100, links that don't run away."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, get_args, get_type_hints

from attrs import fields, has

from game.content.cards import Where
from game.content.check_reveals import check_default_reveals
from game.content.check_rulers import check_rulers
from game.content.check_shocks import check_shocks
from game.content.check_watching import check_watching
from game.content.faults import Fault, Steps
from game.content.loops import STEADY, feedback, felt, loop_named, pulls_set, strongest_loop
from game.content.names import (
    HEADLINES,
    INDICATORS,
    READINGS,
    VARIABLES,
    Names,
    names_of,
    twice,
    unknown,
    unknown_icons,
)
from game.content.numbers import Coefficient, Curve
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId
from game.content.timing import PhaseRule

STRONGEST: Final = 40
"""Points that a practice or a pressure may push: as many as a card's effect."""


def check_rulebook(rules: Rulebook, icons: Collection[str] | None = None) -> list[Fault]:
    """Returns everything that is wrong with a rulebook of the right shape; `icons` are those there are, None: any."""
    names = names_of(rules)
    return [
        *_ids(rules),
        *_named(rules, names),
        *_weights(rules, names),
        *_couplings(rules, names),
        *_named_points(rules, names),
        *_visions(rules, names),
        *check_rulers(rules),
        *_phases(rules),
        *check_default_reveals(rules.reveals, names),
        *_shocks(rules, names),
        *check_watching(rules, names, icons),
        *_everything(rules, rules.sources, ()),
        *_unused_sources(rules),
        *unknown_icons(rules.headlines, ("headlines",), icons),
        *unknown_icons(rules.procedures, ("procedures",), icons),
        *unknown_icons(rules.shocks, ("shocks",), icons),
        *unknown_icons(rules.visions.prototypes, ("visions", "prototypes"), icons),
    ]


def _ids(rules: Rulebook) -> Iterator[Fault]:
    seen: set[str] = set()
    for key in ("headlines", "indicators", "city_variables", "readings", "groups"):
        yield from twice(getattr(rules, key), (key,), seen)
    for key in ("procedures", "pressures", "phases", "dimensions"):
        yield from twice(getattr(rules, key), (key,))
    yield from twice(rules.visions.prototypes, ("visions", "prototypes"))


def _named(rules: Rulebook, names: Names) -> Iterator[Fault]:
    """Yields a fault for what the equations read by name and don't find, and for what nobody can read."""
    wanted = {"headlines": HEADLINES, "indicators": INDICATORS, "city_variables": VARIABLES, "readings": READINGS}
    known = (names.headlines, names.indicators, names.variables, names.readings)
    for (key, needed), there in zip(wanted.items(), known, strict=True):
        missing = tuple(name for name in needed if name not in there)
        if missing:
            yield Fault((key,), "missing_names", {"missing": missing}, on_key=True)
    for position, reading in enumerate(rules.readings):
        yield from unknown("figure", reading.id, READINGS, ("readings", position, "id"))


def _weights(rules: Rulebook, names: Names) -> Iterator[Fault]:
    for position, headline in enumerate(rules.headlines):
        total = sum(each.weight for each in rules.indicators if each.headline == headline.id)
        if total != 100:
            yield Fault(("headlines", position, "id"), "gauge_sum", {"found": headline.id, "total": total})
    for position, indicator in enumerate(rules.indicators):
        yield from unknown("headline", indicator.headline, names.headlines, ("indicators", position, "headline"))
    for position, group in enumerate(rules.groups):
        yield from _weighted(group.weights, names.cells, ("groups", position, "weights"))
    for position, dimension in enumerate(rules.dimensions):
        yield from _weighted(dimension.weights, names.levels, ("dimensions", position, "weights"))


def _weighted(weights: Mapping[str, int], known: Collection[str], steps: Steps) -> Iterator[Fault]:
    for name in weights:
        yield from unknown("level", name.removeprefix("-"), known, (*steps, name), on_key=True)
    if sum(weights.values()) != 100:
        yield Fault(steps, "weight_sum", {"total": sum(weights.values())}, on_key=True)


def _couplings(rules: Rulebook, names: Names) -> Iterator[Fault]:
    seen = set()
    for position, link in enumerate(rules.couplings):
        steps: Steps = ("couplings", position)
        yield from unknown("cause", link.from_, names.causes, (*steps, "from"))
        yield from unknown("indicator", link.to, names.cells, (*steps, "to"))
        if link.damped_by is not None:
            yield from unknown("indicator", link.damped_by, names.cells, (*steps, "damped_by"))
        if not link.low <= link.per10 <= link.high:
            values = {"found": link.per10, "low": link.low, "high": link.high}
            yield Fault((*steps, "per10"), "out_of_range", values)
        if link.id in seen:
            yield Fault((*steps, "from"), "duplicate_link", {"cause": link.from_, "effect": link.to})
        seen.add(link.id)
    pulls = pulls_set(rules.couplings) + felt(rules.groups)
    radius = feedback(pulls)
    if radius >= STEADY:
        fed = {"found": round(radius, 2), "most": STEADY, "loop": loop_named(strongest_loop(pulls))}
        yield Fault(("couplings",), "runaway_links", fed, on_key=True)


def _named_points(rules: Rulebook, names: Names) -> Iterator[Fault]:
    for position, procedure in enumerate(rules.procedures):
        yield from _points(procedure.practice, names, ("procedures", position, "practice"))
    for watched in rules.deciding.watches:
        yield from unknown("headline", watched, names.headlines, ("deciding", "watches", watched), on_key=True)
    for position, pressure in enumerate(rules.pressures):
        yield from _points(pressure.per_round, names, ("pressures", position, "per_round"))


def _points(pushed: Mapping[IndicatorId, float], names: Names, steps: Steps) -> Iterator[Fault]:
    for name, points in pushed.items():
        yield from unknown("indicator", name, names.cells, (*steps, name), on_key=True)
        if abs(points) > STRONGEST:
            yield Fault((*steps, name), "out_of_range", {"found": points, "low": -STRONGEST, "high": STRONGEST})


def _visions(rules: Rulebook, names: Names) -> Iterator[Fault]:
    axes = tuple(axis.of for axis in rules.visions.axes)
    for position, axis in enumerate(rules.visions.axes):
        yield from unknown("level", axis.of, names.levels, ("visions", "axes", position, "of"))
        yield from _upward(axis.low, axis.high, ("visions", "axes", position, "low"))
        for key, end in (("low", axis.low), ("high", axis.high)):
            if not 0 <= end <= 100:
                values = {"found": end, "low": 0, "high": 100}
                yield Fault(("visions", "axes", position, key), "out_of_range", values)
    for position, vision in enumerate(rules.visions.prototypes):
        steps: Steps = ("visions", "prototypes", position)
        for name in vision.place:
            yield from unknown("axis", name, axes, (*steps, "place", name), on_key=True)
        missing = tuple(axis for axis in axes if axis not in vision.place)
        if missing:
            yield Fault((*steps, "place"), "missing_levels", {"missing": missing}, on_key=True)
        for place, gate in enumerate(vision.gates):
            yield from unknown("level", gate.of, names.levels, (*steps, "gates", place, "of"))
            yield from _upward(gate.low, gate.high, (*steps, "gates", place, "low"))


def _upward(low: float, high: float, steps: Steps) -> Iterator[Fault]:
    if low >= high:
        yield Fault(steps, "range_empty", {"low": low, "high": high})


def _phases(rules: Rulebook) -> Iterator[Fault]:
    there = {phase.id for phase in rules.phases}
    wanted = get_args(get_type_hints(PhaseRule)["id"])
    missing = tuple(each for each in wanted if each not in there)
    if missing:
        yield Fault(("phases",), "missing_phases", {"missing": missing}, on_key=True)


def _shocks(rules: Rulebook, names: Names) -> Iterator[Fault]:
    """Yields what is wrong with the general shocks: being of any city, they have no place of their own."""
    yield from check_shocks(rules.shocks, names)
    for position, shock in enumerate(rules.shocks):
        steps: Steps = ("shocks", position)
        if shock.district is not None:
            yield Fault((*steps, "district"), "general_district", on_key=True)
        for place, effect in enumerate(shock.effects):
            yield from unknown("indicator", effect.indicator, names.cells, (*steps, "effects", place, "indicator"))
            if effect.where is Where.SITE:
                yield Fault((*steps, "effects", place, "where"), "general_site")


def _everything(value: Any, sources: Collection[str], steps: Steps) -> Iterator[Fault]:
    """Yields the faults that any piece of the rules can have: a source nobody knows, a value out of its range."""
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _everything(item, sources, (*steps, position))
    if not has(type(value)):
        return
    if isinstance(value, Coefficient):
        yield from _coefficient(value, steps)
    if isinstance(value, Curve):
        yield from _curve(value, steps)
    for each in fields(type(value)):
        if each.name == "source":
            yield from unknown("source", value.source, sources, (*steps, "source"))
        else:
            yield from _everything(getattr(value, each.name), sources, (*steps, each.name))


def _coefficient(number: Coefficient, steps: Steps) -> Iterator[Fault]:
    if not number.low <= number.value <= number.high:
        values = {"found": number.value, "low": number.low, "high": number.high}
        yield Fault((*steps, "value"), "out_of_range", values)


def _curve(curve: Curve, steps: Steps) -> Iterator[Fault]:
    along = [x for x, _ in curve.points]
    for position, (before, here) in enumerate(pairwise(along), start=1):
        if here <= before:
            yield Fault((*steps, "points", position), "curve_back", {"found": here, "before": before})


def _unused_sources(rules: Rulebook) -> Iterator[Fault]:
    used = set(_used(rules))
    for source in rules.sources:
        if source not in used:
            yield Fault(("sources", source), "unused_source", {"found": source}, on_key=True)


def _used(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _used(item)
    elif has(type(value)):
        for each in fields(type(value)):
            yield from (value.source,) if each.name == "source" else _used(getattr(value, each.name))
