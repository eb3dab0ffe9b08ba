"""A rule pack applied to the rules it departs from: the rules that come out, what differs, and where each came from."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve, fields, frozen, has

from game.content.departures import SECTIONS, Departure, LinkChange, NewLink, Pack, Removed
from game.content.faults import Steps
from game.content.numbers import ByData, ByTech, Coefficient, Curve
from game.content.rulebook import Coupling, Kind, Pressure, Rulebook
from game.content.shapes import SourceId, Text

K = TypeVar("K", bound=str)


@frozen
class Applied:
    """A pack, the rules it makes, and everything that differs."""

    pack: Pack
    rulebook: Rulebook
    departures: tuple[Departure, ...]


def applied(rules: Rulebook, pack: Pack) -> Applied:
    """Returns the rules as a pack has them; a change that names nothing the rules know is left out (see check_pack).

    Sources that nothing uses any more are dropped.
    """
    told: list[Departure] = []
    for act in (_without, _relinked, _renumbered, _reweighed, _repractised, _repressed, _replaced):
        rules, differing = act(rules, pack)
        told += differing
    return Applied(pack, evolve(rules, sources=_sources(rules, pack)), tuple(told))


Done = tuple[Rulebook, list[Departure]]


def _without(rules: Rulebook, pack: Pack) -> Done:
    told = []
    for entry in pack.removed:
        rules, departure = _taken_away(rules, entry)
        told += [departure] if departure else []
    return rules, told


def _taken_away(rules: Rulebook, entry: Removed) -> tuple[Rulebook, Departure | None]:
    """Returns the rules without one thing, or one kind of thing; None when there was nothing of that name."""
    reason: dict[str, Any] = {"because": entry.because, "source": entry.source}
    link = next((each for each in rules.couplings if each.id == entry.link), None)
    if link is not None:
        rules = evolve(rules, couplings=tuple(each for each in rules.couplings if each is not link))
        return rules, Departure(part="no_link", name=link.id, was=link.per10, **reason)
    if entry.all == "links":
        departure = Departure(part="no_links", was=len(rules.couplings), **reason)
        return evolve(rules, couplings=()), departure
    if entry.all == "practices":
        silent = tuple(evolve(each, practice={}) for each in rules.procedures)
        return evolve(rules, procedures=silent), Departure(part="no_practices", was=len(silent), **reason)
    if entry.all == "pressures":
        departure = Departure(part="no_pressures", was=len(rules.pressures), **reason)
        return evolve(rules, pressures=()), departure
    force = next((each for each in rules.pressures if each.id == entry.pressure), None)
    if force is None:
        return rules, None
    kept = tuple(each for each in rules.pressures if each is not force)
    return evolve(rules, pressures=kept), Departure(part="no_pressure", name=force.id, label=force.name, **reason)


def _relinked(rules: Rulebook, pack: Pack) -> Done:
    changes = {change.link: change for change in pack.links}
    told = [
        Departure(
            part="link", name=link.id, was=link.per10, now=changes[link.id].per10, because=changes[link.id].because,
            source=changes[link.id].source,
        )
        for link in rules.couplings
        if link.id in changes
    ]  # fmt: skip
    told += [
        Departure(part="new_link", name=each.id, now=each.per10, because=each.because, source=each.source)
        for each in pack.new_links
    ]
    couplings = tuple(_moved(link, changes[link.id]) if link.id in changes else link for link in rules.couplings)
    return evolve(rules, couplings=(*couplings, *map(_coupling, pack.new_links))), told


def _moved(link: Coupling, change: LinkChange) -> Coupling:
    named = ("per10", "low", "high", "settling", "when", "say", "source")
    values = {name: value for name in named if (value := getattr(change, name)) is not None}
    return evolve(link, kind=Kind.PACK, **values)


def _coupling(link: NewLink) -> Coupling:
    given = {each.name: getattr(link, each.name) for each in fields(NewLink)}
    return Coupling(kind=Kind.PACK, **given)


def _renumbered(rules: Rulebook, pack: Pack) -> Done:
    told = []
    places = number_places(rules)
    for change in pack.numbers:
        if change.number in places:
            steps = places[change.number]
            old = found_at(rules, steps)
            was = old.value if isinstance(old, Coefficient) else old
            named = {name: value for name in ("low", "high") if (value := getattr(change, name)) is not None}
            new: Any = change.value
            if isinstance(old, Coefficient):
                new = evolve(old, value=change.value, source=change.source, **named)
            rules = _put(rules, steps, new)
            told.append(Departure(part="number", name=change.number, label=change.say, was=was, now=change.value,
                                  because=change.because, source=change.source))  # fmt: skip
    curves = curve_places(rules)
    for drawn in pack.curves:
        if drawn.curve in curves:
            old = found_at(rules, curves[drawn.curve])
            rules = _put(rules, curves[drawn.curve], evolve(old, points=drawn.points, source=drawn.source))
            told.append(Departure(part="curve", name=drawn.curve, label=drawn.say, because=drawn.because,
                                  source=drawn.source))  # fmt: skip
    return rules, told


def _reweighed(rules: Rulebook, pack: Pack) -> Done:
    told: list[Departure] = []
    for change in pack.groups:
        for place, group in enumerate(rules.groups):
            if group.id == change.group:
                told += _differing("weight", group.id, group.weights, change.weights, change)
                weights = _merged(group.weights, change.weights)
                rules = _put(rules, ("groups", place), evolve(group, weights=weights, source=change.source))
    return rules, told


def _repractised(rules: Rulebook, pack: Pack) -> Done:
    told: list[Departure] = []
    for change in pack.procedures:
        for place, way in enumerate(rules.procedures):
            if way.id == change.procedure:
                told += _differing("practice", way.id, way.practice, change.practice, change)
                practice = _merged(way.practice, change.practice)
                rules = _put(rules, ("procedures", place), evolve(way, practice=practice, source=change.source))
    return rules, told


def _repressed(rules: Rulebook, pack: Pack) -> Done:
    told: list[Departure] = []
    for change in pack.pressures:
        for place, force in enumerate(rules.pressures):
            if force.id == change.pressure:
                told += _differing("pressure", force.id, force.per_round, change.per_round, change)
                pushed, rounds = _merged(force.per_round, change.per_round), change.rounds or force.rounds
                pressed = evolve(force, per_round=pushed, rounds=rounds, source=change.source)
                rules = _put(rules, ("pressures", place), pressed)
    for new in pack.new_pressures:
        given = {each.name: getattr(new, each.name) for each in fields(Pressure)}
        rules = evolve(rules, pressures=(*rules.pressures, Pressure(**given)))
        told.append(Departure(part="new_pressure", name=new.id, because=new.because, source=new.source))
    return rules, told


def _replaced(rules: Rulebook, pack: Pack) -> Done:
    told: list[Departure] = []
    for change in pack.visions:
        for place, vision in enumerate(rules.visions.prototypes):
            if vision.id == change.vision:
                told += _differing("place", vision.id, vision.place, change.place, change, vision.name)
                moved = evolve(vision, place={**vision.place, **change.place})
                rules = _put(rules, ("visions", "prototypes", place), moved)
    return rules, told


def _merged(old: Mapping[K, Any], new: Mapping[K, Any]) -> dict[K, Any]:
    """Returns two sets of points as one; those brought to 0 are gone."""
    return {name: points for name, points in {**old, **new}.items() if points}


def _differing(
    part: Any, name: str, old: Mapping[K, float], new: Mapping[K, float], why: Any, label: Text | None = None
) -> list[Departure]:
    reason = {"because": why.because, "source": why.source, "label": label}
    return [
        Departure(part=part, name=name, of=of, was=old.get(of, 0), now=points, **reason)
        for of, points in new.items()
        if points != old.get(of, 0)
    ]


def _put(rules: Rulebook, steps: Steps, value: Any) -> Rulebook:
    """Returns the rules with the piece at one place replaced."""
    changed: Rulebook = _with(rules, steps, value)
    return changed


def _with(whole: Any, steps: Steps, value: Any) -> Any:
    if not steps:
        return value
    first, rest = steps[0], steps[1:]
    if isinstance(whole, tuple) and isinstance(first, int):
        return (*whole[:first], _with(whole[first], rest, value), *whole[first + 1 :])
    return evolve(whole, **{str(first): _with(getattr(whole, str(first)), rest, value)})


def found_at(whole: Any, steps: Steps) -> Any:
    """Returns the piece of the rules at one place."""
    for step in steps:
        whole = whole[step] if isinstance(step, int) else getattr(whole, step)
    return whole


def number_places(rules: Rulebook) -> dict[str, Steps]:
    """Returns where each number that has a name of its own stands, by that name: finance.private.high."""
    found: dict[str, Steps] = {}
    for name, steps, value in _named(rules, "", ()):
        if isinstance(value, Coefficient):
            found[name] = steps
        elif isinstance(value, ByTech | ByData):
            parts = [each.name for each in fields(type(value)) if each.name not in ("unit", "source")]
            found.update({f"{name}.{part}": (*steps, part) for part in parts})
    return found


def curve_places(rules: Rulebook) -> dict[str, Steps]:
    """Returns where each table of the rules stands, by its name: acceptance.adoption."""
    return {name: steps for name, steps, value in _named(rules, "", ()) if isinstance(value, Curve)}


def _named(value: Any, name: str, steps: Steps) -> Iterator[tuple[str, Steps, Any]]:
    """Yields every piece of the rules with its name; an entry of a list is named by its id."""
    yield name, steps, value
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            if hasattr(each, "id") and not isinstance(each, Coupling):
                yield from _named(each, f"{name}.{each.id}", (*steps, place))
    elif has(type(value)):
        for each in fields(type(value)):
            inner = f"{name}.{each.name}" if name else each.name
            yield from _named(getattr(value, each.name), inner, (*steps, each.name))


def _sources(rules: Rulebook, pack: Pack) -> dict[SourceId, Any]:
    used = {value for name, _, value in _named(rules, "", ()) if name.endswith("source")}
    used |= {link.source for link in rules.couplings}
    used |= {effect.source for shock in rules.shocks for effect in shock.effects}
    used |= {change.source for section in SECTIONS for change in getattr(pack, section)}
    return {name: told for name, told in {**rules.sources, **pack.sources}.items() if name in used}
