"""Every text inside a card, with the way to it: what must be translated, read aloud or counted."""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from attrs import evolve, fields, frozen, has

from game.content.faults import Steps
from game.content.shapes import Longest, Text
from game.content.structure import yaml_key

T = TypeVar("T")


@frozen
class Placed:
    """A text of a card: its way from the root, its address for translators, the characters it may have (0: any).

    An address names entries of a list by their id, so that it stays the same when cards are moved.
    """

    steps: Steps
    address: str
    text: Text
    longest: int = 0


def texts_of(value: Any) -> Iterator[tuple[Steps, Text]]:
    """Yields the texts of a value and of all it holds, in the order they are declared."""
    yield from ((each.steps, each.text) for each in placed_texts(value))


def placed_texts(value: Any, kind: Any = None, steps: Steps = (), address: str = "") -> Iterator[Placed]:
    """Yields the same with their address and the length they may have."""
    if isinstance(value, Text):
        yield Placed(steps, address, value, _longest(kind))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from placed_texts(inside, _inner(kind), (*steps, key), _joined(address, key))
    elif isinstance(value, tuple):
        for position, inside in enumerate(value):
            name = getattr(inside, "id", position)
            yield from placed_texts(inside, _inner(kind), (*steps, position), _joined(address, name))
    elif has(type(value)):
        kinds = get_type_hints(type(value), include_extras=True)
        for each in fields(type(value)):
            key = yaml_key(each.name)
            yield from placed_texts(getattr(value, each.name), kinds[each.name], (*steps, key), _joined(address, key))


def retold(value: T, change: Callable[[str, Text], Text], address: str = "") -> T:
    """Returns a value with each of its texts as `change` returns it, given its address; what stays the same is kept."""
    return cast(T, _retold(value, change, address))


def _retold(value: Any, change: Callable[[str, Text], Text], address: str) -> Any:
    if isinstance(value, Text):
        return change(address, value)
    if isinstance(value, Mapping):
        return {key: _retold(inside, change, _joined(address, key)) for key, inside in value.items()}
    if isinstance(value, tuple):
        names = [getattr(inside, "id", position) for position, inside in enumerate(value)]
        return tuple(_retold(each, change, _joined(address, name)) for each, name in zip(value, names, strict=True))
    if not has(type(value)):
        return value
    old = {each.name: getattr(value, each.name) for each in fields(type(value))}
    new = {name: _retold(inside, change, _joined(address, yaml_key(name))) for name, inside in old.items()}
    return evolve(value, **{name: inside for name, inside in new.items() if inside is not old[name]})


def _joined(address: str, part: object) -> str:
    return f"{address}/{part}" if address else str(part)


def _inner(kind: Any) -> Any:
    """Returns the annotation of what a list or a mapping holds."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    inside = [each for each in get_args(kind) if each is not Ellipsis]
    return inside[-1] if inside else None


def _longest(kind: Any) -> int:
    """Returns the characters an annotation allows a text, 0 for any number."""
    notes = getattr(kind, "__metadata__", ())
    found = next((note.characters for note in reversed(notes) if isinstance(note, Longest)), 0)
    return found or max((_longest(each) for each in get_args(kind) if each is not Ellipsis), default=0)
