"""Every text inside a card, with the way to it: what must be translated, read aloud or counted."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields, has

from game.content.faults import Steps
from game.content.shapes import Text
from game.content.structure import yaml_key


def texts_of(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Text]]:
    """Yields the texts of a value and of all it holds, in the order they are declared."""
    if isinstance(value, Text):
        yield steps, value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from texts_of(inside, (*steps, key))
    elif isinstance(value, tuple):
        for position, inside in enumerate(value):
            yield from texts_of(inside, (*steps, position))
    elif has(type(value)):
        for each in fields(type(value)):
            yield from texts_of(getattr(value, each.name), (*steps, yaml_key(each.name)))
