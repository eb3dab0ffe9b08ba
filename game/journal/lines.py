"""A line of a journal: its number, what it tells, and the sum of both."""

import json
import re
from typing import Any, Final
from zlib import crc32

_canonical: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
WRITTEN: Final = re.compile(rb'\{"n":(\d+),(.+),"crc":(\d+)\}')
"""A line as it is written: its number, what it tells with its keys in order, and the sum of both."""


def line_of(number: int, record: dict[str, Any]) -> bytes:
    """Returns the line that tells a record."""
    inside = _canonical(record)[1:-1]
    return f'{{"n":{number},{inside},"crc":{sum_of(number, record)}}}\n'.encode()


def sum_of(number: int, record: dict[str, Any]) -> int:
    """Returns the CRC-32 of a record and its number."""
    return crc32(_canonical([number, record]).encode())


def record_in(number: int, line: bytes) -> tuple[dict[str, Any], bool]:
    """Returns the record of a line, and whether its sum is right.

    Raises ValueError, KeyError, AttributeError or TypeError for a line that is none.
    """
    return _as_written(number, line) or _as_said(number, line)


def _as_written(number: int, line: bytes) -> tuple[dict[str, Any], bool] | None:
    """Returns the record of a line that stands as `line_of` writes it; None for any other, which may still be sound."""
    written = WRITTEN.fullmatch(line)
    if written is None or int(written[1]) != number or int(written[3]) != crc32(b"[%d,{%b}]" % (number, written[2])):
        return None
    record: dict[str, Any] = json.loads(b"{%b}" % written[2])
    return record, True


def _as_said(number: int, line: bytes) -> tuple[dict[str, Any], bool]:
    """Returns the record of a line in whatever order and with whatever spaces, and whether its sum is right."""
    record = json.loads(line.decode())
    crc, expected = record.pop("crc"), record.pop("n")
    return record, expected == number and crc == sum_of(expected, record)
