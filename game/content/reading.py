"""From a file's bytes to text that is safe to parse: size, encoding and characters are judged here."""

import re
import stat
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import frozen

from game.errors import Problem

LARGEST: Final = 1_000_000
"""Bytes a file may have: fifty times the longest file shipped, and still read in the blink of an eye."""

UNWELCOME: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
"""Characters that do not show, and can break a line or turn its reading order round."""


@frozen
class Source:
    """What a file holds: its text (None when it can't be used), the hash of its content, and its faults so far."""

    file: str
    text: str | None
    hash: str
    problems: tuple[Problem, ...]


def read_source(path: Path, file: str) -> Source:
    """Returns the text of a file; `file` is the name that its problems will show.

    The hash is taken with Unix line ends, so that a checkout on Windows has the same one.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return _unusable(file, "folder_for_file" if stat.S_ISDIR(about.st_mode) else "not_a_file")
        if about.st_size > LARGEST:
            return _unusable(file, "too_large", size=about.st_size, most=LARGEST)
        raw = path.read_bytes()
    except FileNotFoundError:
        return _unusable(file, "missing_file")
    except OSError as error:
        return _unusable(file, "unreadable", reason=error.strerror or type(error).__name__)
    return _decoded(raw, file)


def _unusable(file: str, rule: str, **values: object) -> Source:
    return Source(file, None, "", (Problem(file, 0, 0, rule, values),))


def _decoded(raw: bytes, file: str) -> Source:
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    digest = sha256(raw).hexdigest()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = _position(before, len(before))
        values: dict[str, object] = {"byte": f"{raw[error.start]:02X}", "offset": error.start}
        return Source(file, None, digest, (Problem(file, line, column, "not_utf8", values, "save_utf8"),))
    problems = tuple(_unwelcome(file, text, found) for found in UNWELCOME.finditer(text))
    return Source(file, UNWELCOME.sub("\ufffd", text) if problems else text, digest, problems)


def _unwelcome(file: str, text: str, found: re.Match[str]) -> Problem:
    line, column = _position(text, found.start())
    return Problem(file, line, column, *unwelcome(found[0]), "retype_line")


def unwelcome(character: str) -> tuple[str, dict[str, object]]:
    """Returns the rule that an unwelcome character breaks, and its code point."""
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return "bidi_character" if turns else "control_character", {"code": f"U+{ord(character):04X}"}


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
