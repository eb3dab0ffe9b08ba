"""A variant of a scenario: files that say only what differs, laid over those of the scenario.

What a variant says takes the place of what the scenario says: mappings key by key, lists of cards by their `id`,
everything else, texts included, whole. What it does not want is named in `leaves_out`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final

from attrs import define, evolve, field, frozen

from game.content.faults import Fault, Steps, closest
from game.content.folder import Merged
from game.content.shapes import SPOKEN, About, Count, VariantId
from game.content.structure import structure
from game.errors import Problem

OWN: Final = ("title", "summary", "briefing", "real_and_invented")
"""What every variant tells in its own words: what it is, and what of it is real."""
PLAIN: Final = "plain"
HEAD: Final = ("id", "leaves_out")
"""Keys that no scenario has, or that say something else there."""


@frozen
class Variant:
    """One file of a variant: what differs from its scenario, and what it leaves out of it."""

    id: Annotated[VariantId, About("the name of its folder")]
    leaves_out: Annotated[
        tuple[str, ...], Count(0, 200), About("what is not taken over, as `city`, `shocks/strike` or `sources`")
    ] = ()


@define
class Overlaid(Merged):
    """The files of a variant over those of its scenario, and the way back to either."""

    base: Merged = field(kw_only=True)
    own: Merged = field(kw_only=True)

    def problem(self, fault: Fault) -> Problem:
        """Returns a fault as a problem of the file it stands in; what is inherited says so."""
        told = Merged.problem(self, fault)
        inherited = any(told.file == document.file for parts in self.base.origins.values() for document, _ in parts)
        return evolve(told, hint="inherited") if inherited and not told.hint else told

    def place(self, steps: Steps, on_key: bool = False) -> tuple[str, int, int]:
        """Returns where a value is written: in the variant where that says it, else in the scenario."""
        whole, mine, theirs = self.data, self.own.data, self.base.data
        here: Steps = ()
        there: Steps = ()
        for done, step in enumerate(steps, 1):
            here, there = (*here, _step(whole, step, mine)), (*there, _step(whole, step, theirs))
            whole, mine, theirs = _inside(whole, step), _inside(mine, here[-1]), _inside(theirs, there[-1])
            if whole is mine or theirs is _ABSENT or whole is _ABSENT:
                return self.own.place((*here, *steps[done:]), on_key)
            if mine is _ABSENT:
                return self.base.place((*there, *steps[done:]), on_key)
        return self.own.place(here, on_key)


class _Absent:
    """Nothing is written there."""


_ABSENT: Final[Any] = _Absent()


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step, _ABSENT)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else _ABSENT


def _step(whole: Any, step: str | int, part: Any) -> str | int:
    """Returns the step that leads, in one of the two, to what a step of the whole leads to."""
    name = _id(_inside(whole, step))
    if isinstance(step, str) or name is None or not isinstance(part, list):
        return step
    return next((place for place, each in enumerate(part) if _id(each) == name), len(part))


def overlaid(base: Merged, own: Merged, folder: str) -> tuple[Overlaid, list[Fault]]:
    """Returns a variant over its scenario, and what is wrong with what only a variant says.

    `folder` is the name of the variant's folder, which is its id.
    """
    head, faults = structure(Variant, {key: own.data[key] for key in HEAD if key in own.data})
    left = head.leaves_out if head is not None else ()
    faults += _unknown(left, base.data)
    faults += _unsaid(base.data, own.data)
    if head is not None and head.id != folder:
        faults.append(Fault(("id",), "folder_name", {"found": head.id, "folder": folder}, "same_name"))
    said = {key: value for key, value in own.data.items() if key not in HEAD}
    data = _laid(_without(base.data, [tuple(each.split("/")) for each in left]), said)
    whole = Overlaid(
        own.first, data, {}, {**base.hashes, **{f"{folder}/{name}": told for name, told in own.hashes.items()}},
        [*base.problems, *own.problems], base.broken | own.broken, base=base, own=own,
    )  # fmt: skip
    return whole, faults


def told_by(faults: Sequence[Fault], merged: Merged) -> list[Fault]:
    """Returns the faults that are a variant's own: a source of the scenario's that it no longer uses is none."""
    if not isinstance(merged, Overlaid):
        return list(faults)
    own = merged.own.data.get("sources")
    written = own if isinstance(own, dict) else {}
    return [each for each in faults if each.rule != "unused_source" or each.values["found"] in written]


def _unsaid(base: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[Fault]:
    wanted = (*OWN, PLAIN) if PLAIN in base else OWN
    missing = tuple(key for key in wanted if key not in own)
    if missing:
        yield Fault(("id",), "variant_unsaid", {"missing": missing}, on_key=True)


def _unknown(left: Sequence[str], data: Any) -> Iterator[Fault]:
    for position, address in enumerate(left):
        value = data
        for part in address.split("/"):
            known = _named(value)
            if part not in known:
                close = closest(part, known)
                values = {"found": address, "close": address.replace(part, close) if close else ""}
                yield Fault(("leaves_out", position), "leaves_nothing", values, "did_you_mean" if close else "")
                break
            value = known[part]


def _named(value: Any) -> dict[str, Any]:
    """Returns what can be named inside a value: its keys, or its cards by their id."""
    if isinstance(value, dict):
        return value
    return {each["id"]: each for each in value} if _cards(value) else {}


def _without(value: Any, ways: Sequence[tuple[str, ...]]) -> Any:
    """Returns a value without what some ways lead to; what none leads into stays the same object."""
    if not ways:
        return value
    gone = {way[0] for way in ways if len(way) == 1}
    deeper = {name: [way[1:] for way in ways if way[0] == name and len(way) > 1] for name in (way[0] for way in ways)}
    if isinstance(value, dict):
        return {key: _without(each, deeper.get(key, ())) for key, each in value.items() if key not in gone}
    if _cards(value):
        return [_without(each, deeper.get(each["id"], ())) for each in value if each["id"] not in gone]
    return value


def _laid(under: Any, over: Any) -> Any:
    """Returns one value laid over another: the very object of either where only that one speaks."""
    if isinstance(under, dict) and isinstance(over, dict) and not _text(over):
        return {**under, **{key: _laid(under[key], each) if key in under else each for key, each in over.items()}}
    if not (_cards(under) and _cards(over)):
        return over
    mine = {each["id"]: each for each in over}
    kept = [_laid(each, mine.pop(each["id"])) if each["id"] in mine else each for each in under]
    return [*kept, *mine.values()]


def _cards(value: Any) -> bool:
    """Tells whether a value is a list of cards, each under an id of its own."""
    if not isinstance(value, list) or not value:
        return False
    ids = [_id(each) for each in value]
    return None not in ids and len(set(ids)) == len(ids)


def _id(value: Any) -> str | None:
    told = value.get("id") if isinstance(value, dict) else None
    return told if isinstance(told, str) else None


def _text(value: Mapping[str, Any]) -> bool:
    return bool(value) and all(key in SPOKEN for key in value)
