"""What a rule pack must hold beyond its shape: what it changes exists, once each, and the rules it makes are sound."""

from collections.abc import Collection, Iterator, Mapping

from attrs import evolve

from game.content.check_rulebook import check_rulebook
from game.content.departures import SECTIONS, Pack
from game.content.faults import Fault, Steps
from game.content.names import names_of, unknown
from game.content.numbers import Coefficient
from game.content.packs import applied, curve_places, found_at, number_places
from game.content.rulebook import Rulebook
from game.content.shapes import PAPER

NAMED_BY: Mapping[str, tuple[str, str]] = {
    "links": ("link", "link"),
    "numbers": ("number", "number"),
    "curves": ("curve", "curve"),
    "groups": ("group", "group"),
    "procedures": ("procedure", "procedure"),
    "pressures": ("pressure", "pressure"),
    "visions": ("vision", "vision"),
}
"""For each section, the key that names what changes, and the kind of thing it is."""


def check_pack(rules: Rulebook, pack: Pack) -> list[Fault]:
    """Returns everything that is wrong with a pack of the right shape, itself and in the rules that it makes."""
    found = [*_reserved(pack), *_targets(rules, pack), *_removals(rules, pack), *_turned(rules, pack)]
    found += [*_numbers(rules, pack), *_sources(rules, pack)]
    made = applied(rules, pack).rulebook
    places = origins(made, pack)
    # what the pack alone is asked about: a source of its own that serves a vision or a removal is no fault
    judged = evolve(made, sources={**rules.sources, **pack.sources, **made.sources})
    faults = [_moved(fault, places) for fault in check_rulebook(judged) if fault.rule != "unused_source"]
    known = {fault.steps for fault in found}
    return [*found, *(fault for fault in faults if fault.steps not in known)]


def _reserved(pack: Pack) -> Iterator[Fault]:
    if pack.id == PAPER and pack.departs:
        yield Fault(("id",), "paper_departs", {"found": pack.id}, "other_id")


def _targets(rules: Rulebook, pack: Pack) -> Iterator[Fault]:
    """Yields a fault for each change of something the rules lack, and for each thing changed twice."""
    known: dict[str, Collection[str]] = {
        "links": [each.id for each in rules.couplings],
        "numbers": list(number_places(rules)),
        "curves": list(curve_places(rules)),
        "groups": names_of(rules).groups,
        "procedures": names_of(rules).procedures,
        "pressures": [each.id for each in rules.pressures],
        "visions": [each.id for each in rules.visions.prototypes],
    }
    for section, (key, kind) in NAMED_BY.items():
        seen: set[str] = set()
        for place, change in enumerate(getattr(pack, section)):
            name, steps = getattr(change, key), (section, place, key)
            yield from unknown(kind, name, known[section], steps)
            if name in seen:
                yield Fault(steps, "changed_twice", {"found": name})
            seen.add(name)


def _turned(rules: Rulebook, pack: Pack) -> Iterator[Fault]:
    """Yields a fault for each link whose sign turns while its sentence stays."""
    strengths = {each.id: each.per10 for each in rules.couplings}
    for place, change in enumerate(pack.links):
        if change.say is None and change.per10 * strengths.get(change.link, 0) < 0:
            yield Fault(("links", place, "per10"), "turned_link", {"found": change.per10}, "say_link")


def _removals(rules: Rulebook, pack: Pack) -> Iterator[Fault]:
    gone = set()
    for place, entry in enumerate(pack.removed):
        steps: Steps = ("removed", place)
        if len(entry.named) != 1:
            yield Fault(steps, "one_removal", {"found": entry.named})
            continue
        if entry.link is not None:
            yield from unknown("link", entry.link, [each.id for each in rules.couplings], (*steps, "link"))
        if entry.pressure is not None:
            yield from unknown("pressure", entry.pressure, [each.id for each in rules.pressures], (*steps, "pressure"))
        gone.add(entry.link or entry.pressure or entry.all)
    for section, key, everything in (("links", "link", "links"), ("pressures", "pressure", "pressures")):
        for place, change in enumerate(getattr(pack, section)):
            name = getattr(change, key)
            if name in gone or everything in gone:
                yield Fault((section, place, key), "changed_and_removed", {"found": name})


def _numbers(rules: Rulebook, pack: Pack) -> Iterator[Fault]:
    """Yields a fault for each range given to a number that has none."""
    places = number_places(rules)
    for place, change in enumerate(pack.numbers):
        if change.number in places and not isinstance(found_at(rules, places[change.number]), Coefficient):
            for end in ("low", "high"):
                if getattr(change, end) is not None:
                    yield Fault(("numbers", place, end), "no_range", {"found": change.number}, on_key=True)


def _sources(rules: Rulebook, pack: Pack) -> Iterator[Fault]:
    """Yields the faults of sources: taken by the rules, unknown, or used by no change."""
    used = set()
    known = {**rules.sources, **pack.sources}
    for section in SECTIONS:
        for place, change in enumerate(getattr(pack, section)):
            if change.source is not None:
                used.add(change.source)
                yield from unknown("source", change.source, known, (section, place, "source"))
    for source in pack.sources:
        if source in rules.sources:
            yield Fault(("sources", source), "source_taken", {"found": source}, on_key=True)
        elif source not in used:
            yield Fault(("sources", source), "unused_source", {"found": source}, on_key=True)


def origins(made: Rulebook, pack: Pack) -> dict[Steps, Steps]:
    """Returns which piece of a pack each piece of the rules it makes came from; the nearest piece around counts."""
    links = {link.id: place for place, link in enumerate(made.couplings)}
    numbers, curves = number_places(made), curve_places(made)
    found: dict[Steps, Steps] = {("couplings",): ("new_links",) if pack.new_links else ("links",)}
    for section in ("links", "new_links"):
        for place, change in enumerate(getattr(pack, section)):
            name = change.link if section == "links" else change.id
            if name in links:
                found["couplings", links[name]] = (section, place)
    for place, number in enumerate(pack.numbers):
        if number.number in numbers:
            found[numbers[number.number]] = ("numbers", place)
    for place, curve in enumerate(pack.curves):
        if curve.curve in curves:
            found[curves[curve.curve]] = ("curves", place)
    found.update(_by_id(made.groups, pack, "groups", "group", ("groups",)))
    found.update(_by_id(made.procedures, pack, "procedures", "procedure", ("procedures",)))
    found.update(_by_id(made.pressures, pack, "pressures", "pressure", ("pressures",)))
    found.update(_by_id(made.pressures, pack, "new_pressures", "id", ("pressures",)))
    found.update(_by_id(made.visions.prototypes, pack, "visions", "vision", ("visions", "prototypes")))
    return found


def _by_id(made: Collection[object], pack: Pack, section: str, key: str, steps: Steps) -> Iterator[tuple[Steps, Steps]]:
    places = {getattr(each, "id", ""): place for place, each in enumerate(made)}
    for place, change in enumerate(getattr(pack, section)):
        if getattr(change, key) in places:
            yield (*steps, places[getattr(change, key)]), (section, place)


def _moved(fault: Fault, places: Mapping[Steps, Steps]) -> Fault:
    """Returns a fault of the rules made as one of the pack: at the nearest change around it, or at the pack's head."""
    for length in range(len(fault.steps), 0, -1):
        origin = places.get(fault.steps[:length])
        if origin is not None:
            return evolve(fault, steps=(*origin, *fault.steps[length:]))
    return evolve(fault, steps=("id",))
