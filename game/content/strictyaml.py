"""Strict YAML 1.2 core: text -> plain data with the line and column of every key and value.

The only file that knows yaml. It reads the parser's event stream: no nodes are built, so positions cost little, and
PyYAML's resolver, which turns `no` into false and `12:30` into 750, is never asked.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import yaml
from attrs import frozen

from game.content.reading import UNWELCOME, unwelcome
from game.content.syntax import complaint
from game.errors import Problem

DEEPEST: Final = 20
"""Levels a file may nest; the deepest card uses nine."""
LONGEST_NUMBER: Final = 15
"""Digits a number may have: beyond, a float no longer holds it exactly."""

Mark = tuple[int, int, int, int, Any]
"""Line and column of a value, those of its key, and the marks inside: {key: Mark}, [Mark] or None."""

_CONSTANTS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC: Final = frozenset("+-.0123456789")
_INT: Final = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_SPECIAL: Final = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_ODD: Final = re.compile(r"[-+]?0([0-9]+(\.[0-9]*)?|o[0-7]+|x[0-9a-fA-F]+)\Z")
"""Numbers that two readers would read differently: 010, 0o17, 0x1F."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOO_DEEP: Final = "maximum nesting depth"
"""What newer versions of libyaml say of a thousand open brackets before they hand us the first; PyYAML's own reader,
which is slower, tells them one by one."""


@frozen
class Document:
    """What a file says: plain data, where each piece stands, and what is wrong with the way it is written.

    `usable` is false when the file could not be read to its end.
    """

    file: str
    data: object
    mark: Mark
    problems: tuple[Problem, ...]
    usable: bool


class _Stop(Exception):
    """The rest of the file can't be trusted."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the cyclic garbage collector, which would search thousands of live objects again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parse(text: str, file: str) -> Document:
    """Returns the data of a YAML text; `file` is the name that its problems will show."""
    return _read(text, file, _LOADER)


def _read(text: str, file: str, loader: Any) -> Document:
    builder = _Builder(file)
    usable = False
    with uncollected():
        try:
            for event in yaml.parse(text, Loader=loader):
                builder.take(event)
            usable = builder.documents > 0
            if not usable:
                builder.fault(1, 1, "empty_file")
        except _Stop:
            pass
        except yaml.YAMLError as error:
            if loader is not yaml.SafeLoader and _TOO_DEEP in str(error):
                return _read(text, file, yaml.SafeLoader)
            builder.problems.append(complaint(error, text, file))
    return Document(file, builder.root, builder.root_mark, tuple(builder.problems), usable)


class _Open:
    """A mapping or list whose end has not come yet."""

    __slots__ = ("data", "dropping", "is_map", "key", "key_at", "marks")

    def __init__(self, is_map: bool) -> None:
        self.is_map = is_map
        self.data: Any = {} if is_map else []
        self.marks: Any = {} if is_map else []
        self.key: str | None = None
        self.key_at = (0, 0)
        self.dropping = False


class _Builder:
    """Puts the parser's events together again as plain data."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: object = None
        self.root_mark: Mark = (1, 1, 1, 1, None)
        self.documents = 0
        self.open: _Open | None = None
        self.around: list[_Open | None] = []

    def fault(self, line: int, column: int, rule: str, hint: str = "", **values: object) -> None:
        self.problems.append(Problem(self.file, line, column, rule, values, hint))

    def take(self, event: Any) -> None:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            self.start(event, True)
        elif kind is yaml.SequenceStartEvent:
            self.start(event, False)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open = self.around.pop()
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.document(event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fault(event.start_mark.line + 1, event.start_mark.column + 1, "several_documents")
            raise _Stop

    def alias(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.fault(line, column, "alias", "quote_star", name=event.anchor)
        self.put(None, line, column, None)

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        text = event.value
        if event.anchor is not None or event.tag is not None:
            self.adornment(event, line, column)
        if not event.style:
            value = self.plain(text, line, column)
        else:
            value = text
            if event.style == '"' and (found := UNWELCOME.search(text)):
                rule, values = unwelcome(found[0])
                self.fault(line, column, rule, "", **values)
        if (box := self.open) is not None and box.is_map and box.key is None:
            self.take_key(box, value, text, line, column)
        else:
            self.put(value, line, column, None)

    def plain(self, text: str, line: int, column: int) -> object:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text[0] not in _NUMERIC:
            return text
        if _ODD.match(text):
            self.fault(line, column, "odd_number", "quote_or_drop_zero", found=text)
            return text
        if _INT.match(text):
            if len(text) > LONGEST_NUMBER:
                self.fault(line, column, "long_number", "quote_text", most=LONGEST_NUMBER)
                return text
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        return float(text.replace(".", "")) if _SPECIAL.match(text) else text

    def take_key(self, box: _Open, value: object, text: str, line: int, column: int) -> None:
        if type(value) is not str:
            self.fault(line, column, "key_not_text", "quote_text", found=value)
        box.dropping = text in box.data
        if box.dropping:
            first = box.marks[text]
            self.fault(line, column, "duplicate_key", "", key=text, first=first[2])
        box.key, box.key_at = text, (line, column)

    def start(self, event: Any, is_map: bool) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self.adornment(event, line, column)
        if len(self.around) >= DEEPEST:
            self.fault(line, column, "too_deep", most=DEEPEST)
            raise _Stop
        box = _Open(is_map)
        if self.open is not None and self.open.is_map and self.open.key is None:
            self.fault(line, column, "key_not_text", found=box.data)
            self.open.key, self.open.dropping = "?", True
        else:
            self.put(box.data, line, column, box.marks)
        self.around.append(self.open)
        self.open = box

    def adornment(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self.fault(line, column, "anchor", "quote_star", name=event.anchor)
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fault(line, column, "tag", "quote_star", name=name)

    def put(self, value: object, line: int, column: int, inside: Any) -> None:
        box = self.open
        if box is None:
            self.root, self.root_mark = value, (line, column, line, column, inside)
        elif not box.is_map:
            box.data.append(value)
            box.marks.append((line, column, line, column, inside))
        else:
            if box.key is None:  # an alias used as a key, told already
                box.key, box.dropping = "?", True
                return
            if not box.dropping:
                box.data[box.key] = value
                box.marks[box.key] = (line, column, *box.key_at, inside)
            box.key = None
