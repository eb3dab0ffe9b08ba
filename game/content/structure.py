"""Plain data -> the frozen classes, by walking their annotations; every fault is collected with its way.

A walker is compiled once for each annotation. It returns the value built, or INVALID when there is none; in both
cases it appends what it found wrong. Steps are appended leaf first and only for a fault: sound data pays nothing.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NewType,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from attrs import NOTHING, fields, has

from game.content.faults import Fault, closest
from game.content.shapes import LANGUAGES, SPOKEN, Between, Count, Longest, Text

ID_PATTERN: Final = "[a-z][a-z0-9_.-]*"
"""What ids look like: they are file names, journal words and chart keys all at once."""

T = TypeVar("T")


class _Invalid:
    """There is no value."""


INVALID: Final = _Invalid()


class Found:
    """A fault on its way up: its steps grow from the leaf."""

    __slots__ = ("hint", "on_key", "rule", "steps", "values")

    def __init__(self, rule: str, hint: str = "", on_key: bool = False, **values: object) -> None:
        self.steps: list[str | int] = []
        self.rule = rule
        self.hint = hint
        self.on_key = on_key
        self.values = values


Walker = Callable[[Any, list[Found]], Any]


def structure(cls: type[T], data: object) -> tuple[T | None, list[Fault]]:
    """Returns an instance of an attrs class made from plain data (None when impossible), and every fault."""
    found: list[Found] = []
    build: Any = walker
    built = build(cls)(data, found)
    faults = [Fault(tuple(reversed(f.steps)), f.rule, f.values, f.hint, f.on_key) for f in found]
    return (built if isinstance(built, cls) else None), faults


def yaml_key(name: str) -> str:
    """Returns the YAML key of an attribute: `from_` is written `from`."""
    return name.rstrip("_")


def unwrap(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """Returns an annotation without its Annotated wrapping, and what was wrapped with it."""
    return (get_args(kind)[0], kind.__metadata__) if get_origin(kind) is Annotated else (kind, ())


def limit(notes: tuple[Any, ...], cls: type[T]) -> T | None:
    """Returns the limit of one class among an annotation's notes; the last one wins."""
    return next((note for note in reversed(notes) if isinstance(note, cls)), None)


@cache
def walker(kind: Any) -> Walker:
    """Returns the walker of an annotation.

    Raises TypeError for an annotation that no card should use.
    """
    inner, notes = unwrap(kind)
    origin = get_origin(inner)
    if inner is Text:
        return _text(limit(notes, Longest))
    if inner in (int, float):
        return _number(inner, limit(notes, Between))
    if inner is bool:
        return _bool
    if inner is str:
        return _string
    if isinstance(inner, NewType):
        return _identifier
    if origin is Literal:
        return _choice({value: value for value in get_args(inner)})
    if origin in (Union, UnionType) and NoneType in get_args(inner):
        return _optional(next(walker(each) for each in get_args(inner) if each is not NoneType))
    if origin in (Union, UnionType):
        return _word_or(get_args(get_args(inner)[0]), *get_args(inner)[1:])
    if origin is tuple:
        return _list(get_args(inner), limit(notes, Count))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*map(walker, get_args(inner)))
    if isinstance(inner, type) and issubclass(inner, Enum):
        return _choice({member.value: member for member in inner})
    if isinstance(inner, type) and has(inner):
        return _object(inner)
    raise TypeError(f"no walker for {kind!r}")


def shown(value: object) -> object:
    """Returns what a message needs of a value: scalars as they are, containers emptied."""
    return type(value)() if isinstance(value, dict | list) else value


def _number(cls: type[int] | type[float], between: Between | None) -> Walker:
    low, high = (between.low, between.high) if between else (-1e15, 1e15)
    whole = cls is int
    rule = "not_whole" if whole else "not_number"

    def walk(value: Any, found: list[Found]) -> Any:
        kind = type(value)
        if kind is int or (kind is float and not whole and value - value == 0.0):
            if not low <= value <= high:
                found.append(Found("out_of_range", low=low, high=high, found=value))
            return value if whole else float(value)
        hint = "drop_decimals" if kind is float and value == value // 1 else ""
        if kind is str and re.fullmatch(r"[-+]?\d+([.,]\d+)?", value):
            hint = "unquote"
        found.append(Found(rule, hint, found=shown(value)))
        return INVALID

    return walk


def _bool(value: Any, found: list[Found]) -> Any:
    if value is True or value is False:
        return value
    found.append(Found("not_bool", found=shown(value)))
    return INVALID


def _string(value: Any, found: list[Found]) -> Any:
    if type(value) is str and value.strip():
        return value
    if value is None or type(value) is str:
        found.append(Found("empty_text"))
    else:
        found.append(_not_text(value))
    return INVALID


def _not_text(value: Any) -> Found:
    return Found("not_text", "" if isinstance(value, dict | list) else "quote_text", found=shown(value))


_is_identifier: Final = re.compile(ID_PATTERN).fullmatch


def _identifier(value: Any, found: list[Found]) -> Any:
    if type(value) is str and _is_identifier(value):
        return value
    found.append(Found("not_id", found=shown(value)))
    return INVALID


def _choice(members: Mapping[Any, Any]) -> Walker:
    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is str and value in members:
            return members[value]
        close = closest(value, members) if type(value) is str else ""
        hint = "did_you_mean" if close else ""
        found.append(Found("not_choice", hint, found=shown(value), choices=tuple(members), close=close))
        return INVALID

    return walk


def _word_or(members: tuple[str, ...], kind: Any) -> Walker:
    """Returns the walker of a word of a few, or else of a value of another kind."""
    other = walker(kind)
    rule = "word_or_list" if get_origin(unwrap(kind)[0]) is tuple else "word_or_number"
    hint = "in_brackets" if rule == "word_or_list" else ""

    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is not str:
            return other(value, found)
        if value in members:
            return value
        found.append(Found(rule, hint, found=value, word=members[0], written=value))
        return INVALID

    return walk


def _text(longest: Longest | None) -> Walker:
    most = longest.characters if longest else 10_000
    known = frozenset(SPOKEN)

    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is not dict:
            found.append(Found("text_not_bilingual", "both_languages", found=shown(value)))
            return INVALID
        words = {}
        for language, half in value.items():
            before = len(found)
            if language not in known:
                found.append(_unknown(language, dict.fromkeys(LANGUAGES)))
            elif type(half) is str and 0 < len(half) <= most and (stripped := half.strip()):
                words[language] = stripped
            else:
                _half(half, most, language, found)
                words[language] = str(half)
            if len(found) != before:
                found[-1].steps.append(language)
        for language in LANGUAGES:
            if language not in words:
                found.append(Found("missing_language", on_key=True, language=language))
        return Text(words)

    return walk


def _half(half: Any, most: int, language: str, found: list[Found]) -> None:
    if half is None or (type(half) is str and not half.strip()):
        found.append(Found("missing_language", on_key=True, language=language))
    elif type(half) is not str:
        found.append(_not_text(half))
    elif len(half.strip()) > most:
        length = len(half.strip())
        found.append(Found("long_text", most=most, length=length, over=length - most))


def _optional(inside: Walker) -> Walker:
    def walk(value: Any, found: list[Found]) -> Any:
        return None if value is None else inside(value, found)

    return walk


def _list(kinds: tuple[Any, ...], count: Count | None) -> Walker:
    if kinds[-1] is Ellipsis:
        inside, fewest, most = walker(kinds[0]), count.fewest if count else 0, count.most if count else 10_000
    else:
        inside, fewest, most = walker(kinds[0]), len(kinds), len(kinds)

    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is not list:
            found.append(Found("not_list", "dashes", found=shown(value)))
            return INVALID
        seen = len(found)
        items = []
        for position, item in enumerate(value):
            items.append(inside(item, found))
            if len(found) != seen:
                seen = _climb(found, seen, position)
        if not fewest <= len(items) <= most:
            rule = "exact_count" if fewest == most else "wrong_count"
            found.append(Found(rule, on_key=True, fewest=fewest, most=most, found=len(items)))
            if kinds[-1] is not Ellipsis:
                return INVALID
        return INVALID if found and any(item is INVALID for item in items) else tuple(items)

    return walk


def _mapping(key: Walker, inside: Walker) -> Walker:
    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is not dict:
            found.append(Found("not_mapping", found=shown(value)))
            return INVALID
        seen = len(found)
        items = {}
        for name, item in value.items():
            wanted = name if (built := key(name, found)) is INVALID else built
            for fault in found[seen:]:
                fault.on_key = True
            items[wanted] = inside(item, found)
            if len(found) != seen:
                seen = _climb(found, seen, name)
        return INVALID if found and any(item is INVALID for item in items.values()) else items

    return walk


def _object(cls: type[Any]) -> Walker:
    kinds = get_type_hints(cls, include_extras=True)
    known = {yaml_key(a.name): (a.name, walker(kinds[a.name])) for a in fields(cls)}
    if kinds.get("id") is str:
        known["id"] = ("id", _identifier)
    required = {yaml_key(a.name): None for a in fields(cls) if a.default is NOTHING}

    def walk(value: Any, found: list[Found]) -> Any:
        if type(value) is not dict:
            found.append(Found("not_mapping", found=shown(value)))
            return INVALID
        seen = len(found)
        built: dict[str, Any] = {}
        sound = True
        for key, item in value.items():
            if (field := known.get(key)) is None:
                found.append(_unknown(key, known))
            elif (made := field[1](item, found)) is INVALID:
                sound = False
            else:
                built[field[0]] = made
            if len(found) != seen:
                seen = _climb(found, seen, key)
        if not value.keys() >= required.keys():
            found.extend(Found("missing_key", on_key=True, key=key) for key in required if key not in value)
            return INVALID
        return cls(**built) if sound else INVALID

    return walk


def _unknown(key: str, known: Mapping[str, object]) -> Found:
    close = closest(key, known)
    hint = "did_you_mean" if close else "known_names"
    return Found("unknown_key", hint, on_key=True, key=key, close=close, known=tuple(known))


def _climb(found: list[Found], seen: int, step: str | int) -> int:
    for fault in found[seen:]:
        fault.steps.append(step)
    return len(found)
