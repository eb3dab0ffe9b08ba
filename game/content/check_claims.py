"""What the claims and their reference city must hold beyond their shape: every name resolves."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from attrs import fields, has

from game.content.claims import (
    EVERYWHERE,
    FORMULAS,
    NOTHING,
    TALLIES,
    CardChecks,
    Claims,
    Comparison,
    Reference,
    Run,
    Way,
)
from game.content.faults import Fault, Steps
from game.content.names import Names, names_of, unknown
from game.content.numbers import Coefficient
from game.content.rulebook import Rulebook

JOINED: Final = re.compile(r" [+-] ")
"""Between the readings of one expectation, as in `image + trust`."""


def check_reference(reference: Reference, rules: Rulebook) -> list[Fault]:
    """Returns everything that is wrong with a reference city of the right shape."""
    names = names_of(rules)
    return [*_city(reference, names), *_cards(reference, names), *_paths(reference, names)]


def _city(reference: Reference, names: Names) -> Iterator[Fault]:
    yield from _complete(reference.start, names.variables, "variable", ("start",))
    for name, district in reference.districts.items():
        steps: Steps = ("districts", name)
        yield from _complete(district.base, names.indicators, "indicator", (*steps, "base"))
        for group in district.population:
            yield from unknown("group", group, names.groups, (*steps, "population", group), on_key=True)
    total = sum(sum(district.population.values()) for district in reference.districts.values())
    if abs(total - 100) > 1e-6:
        yield Fault(("districts",), "population_sum", {"total": round(total, 3)}, on_key=True)


def _complete(levels: Collection[str], wanted: Collection[str], kind: str, steps: Steps) -> Iterator[Fault]:
    for name in levels:
        yield from unknown(kind, name, wanted, (*steps, name), on_key=True)
    missing = tuple(name for name in wanted if name not in levels)
    if missing:
        yield Fault(steps, "missing_levels", {"missing": missing}, on_key=True)


def _cards(reference: Reference, names: Names) -> Iterator[Fault]:
    missing = tuple(tech for tech in ("low", "mid", "high") if tech not in reference.upkeep)
    if missing:
        yield Fault(("upkeep",), "missing_levels", {"missing": missing}, on_key=True)
    for name, card in reference.cards.items():
        steps: Steps = ("cards", name)
        if name.partition(".")[2] not in ("low", "mid", "high"):
            yield Fault(steps, "bare_card_name", {"found": name}, on_key=True)
        for key, named in (("effects", card.effects), ("requires", card.requires)):
            for indicator in named:
                yield from unknown("indicator", indicator, names.cells, (*steps, key, indicator), on_key=True)


def _paths(reference: Reference, names: Names) -> Iterator[Fault]:
    yield from _needs(reference.order, reference, ("order",))
    if NOTHING not in reference.paths:
        yield Fault(("paths",), "missing_path", {"missing": NOTHING}, on_key=True)
    for name, way in reference.paths.items():
        steps: Steps = ("paths", name)
        yield from unknown("procedure", way.procedure, names.procedures, (*steps, "procedure"))
        yield from _needs(way.order, reference, (*steps, "order"))
        if way.focus is not None:
            yield from unknown("district", way.focus, reference.districts, (*steps, "focus"))
        for need, tech in way.takes.items():
            yield from unknown("bare_card", f"{need}.{tech}", reference.cards, (*steps, "takes", need), on_key=True)
        for need, procedure in way.procedures.items():
            yield from unknown("procedure", procedure, names.procedures, (*steps, "procedures", need))
        yield from _unordered(way, reference, steps)


def _unordered(way: Way, reference: Reference, steps: Steps) -> Iterator[Fault]:
    order = way.order or reference.order
    left_out = tuple(need for need in way.takes if need not in order)
    if left_out:
        yield Fault((*steps, "takes"), "agenda_missing", {"found": left_out}, on_key=True)


def _needs(order: tuple[str, ...], reference: Reference, steps: Steps) -> Iterator[Fault]:
    known = dict.fromkeys(name.partition(".")[0] for name in reference.cards)
    for position, need in enumerate(order):
        yield from unknown("challenge", need, known, (*steps, position))


def check_claims(claims: Claims, reference: Reference, rules: Rulebook) -> list[Fault]:
    """Returns everything that is wrong with claims of the right shape."""
    names = names_of(rules)
    readings = (*names.levels, *TALLIES, *FORMULAS, *claims.averages)
    readings += tuple(f"displaced.{group}" for group in names.groups)
    readings += tuple(f"welcome.{card}" for card in reference.cards)
    found: list[Fault] = []
    for position, check in enumerate(claims.checks):
        found += _comparison(check, reference, rules, readings, ("checks", position))
        for place, more in enumerate(check.also):
            found += _comparison(more, reference, rules, readings, ("checks", position, "also", place))
    for name, members in claims.averages.items():
        for place, member in enumerate(members):
            found += unknown("level", member, names.levels, ("averages", name, place))
    for position, told in enumerate(claims.explored):
        for place, procedure in enumerate(told.procedures):
            found += unknown("procedure", procedure, names.procedures, ("explored", position, "procedures", place))
    if claims.links is not None:
        for link in claims.links.moves:
            found += _link(link, names, ("links", "moves", link), on_key=True)
    if claims.cards is not None:
        found += _exceptions(claims.cards, reference, names)
    return found


def _comparison(
    comparison: Comparison, reference: Reference, rules: Rulebook, readings: Collection[str], steps: Steps
) -> Iterator[Fault]:
    yield from _run(comparison.run, reference, rules, (*steps, "run"))
    if comparison.against is not None:
        yield from _run(comparison.against, reference, rules, (*steps, "against"))
    for name, bound in comparison.expect.items():
        for part in JOINED.split(name):
            yield from unknown("reading", part, readings, (*steps, "expect", name), on_key=True)
        if bound.gt is None and bound.lt is None:
            yield Fault((*steps, "expect", name), "bound_open", on_key=True)


def _run(run: Run, reference: Reference, rules: Rulebook, steps: Steps) -> Iterator[Fault]:
    names = names_of(rules)
    if not run.paths:
        yield from unknown("path", run.path, reference.paths, (*steps, "path"))
    for position, path in enumerate(run.paths):
        yield from unknown("path", path, reference.paths, (*steps, "paths", position))
    for position, card in enumerate(run.add):
        yield from unknown("bare_card", card, reference.cards, (*steps, "add", position))
    for changed in run.change:
        yield from unknown("bare_card", changed, reference.cards, (*steps, "change", changed), on_key=True)
    yield from _needs(run.drop, reference, (*steps, "drop"))
    yield from _needs(run.order, reference, (*steps, "order"))
    if run.procedure is not None:
        yield from unknown("procedure", run.procedure, names.procedures, (*steps, "procedure"))
    if run.focus is not None:
        yield from unknown("district", run.focus, (*reference.districts, EVERYWHERE), (*steps, "focus"))
    for position, link in enumerate(run.erase):
        yield from _link(link, names, (*steps, "erase", position))
    for number in run.set:
        yield from unknown("number", number, tuple(numbers(rules)), (*steps, "set", number), on_key=True)


def _link(link: str, names: Names, steps: Steps, on_key: bool = False) -> Iterator[Fault]:
    """Yields a fault for a link that could not be; one that these rules merely lack is no fault."""
    cause, _, effect = link.partition(">")
    yield from unknown("level", cause, names.cells + names.readings, steps, on_key)
    yield from unknown("indicator", effect, names.cells, steps, on_key)


def _exceptions(cards: CardChecks, reference: Reference, names: Names) -> Iterator[Fault]:
    for position, procedure in enumerate(cards.procedures):
        yield from unknown("procedure", procedure, names.procedures, ("cards", "procedures", position))
    for position, each in enumerate(cards.exceptions):
        steps: Steps = ("cards", "exceptions", position)
        yield from unknown("bare_card", each.card, reference.cards, (*steps, "card"))
        yield from unknown("procedure", each.procedure, names.procedures, (*steps, "procedure"))
        yield from unknown("indicator", each.indicator, names.cells, (*steps, "indicator"))


def numbers(rules: Rulebook) -> dict[str, Coefficient]:
    """Returns the numbers of the rules that have a place of their own, as in finance.image_per10."""
    return {
        f"{part.name}.{number.name}": value
        for part in fields(Rulebook)
        if has(type(whole := getattr(rules, part.name)))
        for number in fields(type(whole))
        if isinstance(value := getattr(whole, number.name), Coefficient)
    }
