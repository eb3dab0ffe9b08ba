"""Which letters the printed typeface has: what people typed and it has not is shown as an empty square."""

import struct
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final
from unicodedata import category

from game.paths import data

FACE: Final = "Inter_400Regular.ttf"
MISSING: Final = "□"
STEERING: Final = {"Cc", "Cf", "Cs"}
"""Categories of what is no letter: control characters, marks of direction, halves of a pair."""
UNICODE: Final = {(0, 3), (0, 4), (3, 1), (3, 10)}
"""Platform and encoding of the tables of a font that go from Unicode to its glyphs."""


def shown(value: Any) -> Any:
    """Returns plain data with every letter of its texts that the typeface lacks replaced."""
    if isinstance(value, str):
        return "".join(letter if letter in letters() else MISSING for letter in value)
    if isinstance(value, Mapping):
        return {name: shown(each) for name, each in value.items()}
    return [shown(each) for each in value] if isinstance(value, list | tuple) else value


@cache
def letters() -> frozenset[str]:
    """Returns every letter that the typeface has, and the end of a line; no sign that steers a machine."""
    font = data("assets", "fonts", FACE).read_bytes()
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    found = {"\n"}
    for at in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * at)
        if (platform, encoding) in UNICODE:
            found.update(map(chr, _codes(font, start + offset)))
    return frozenset(letter for letter in found if letter == "\n" or category(letter) not in STEERING)


def _codes(font: bytes, start: int) -> Iterator[int]:
    """Yields the codes of a table of segments (format 4) or of groups (format 12)."""
    kind = struct.unpack_from(">H", font, start)[0]
    if kind == 12:
        for at in range(struct.unpack_from(">I", font, start + 12)[0]):
            first, last = struct.unpack_from(">II", font, start + 16 + 12 * at)
            yield from range(first, last + 1)
    if kind == 4:
        twice = struct.unpack_from(">H", font, start + 6)[0]
        ends = struct.unpack_from(f">{twice // 2}H", font, start + 14)
        firsts = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
        for first, last in zip(firsts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)
