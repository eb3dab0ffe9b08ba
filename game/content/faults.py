"""What is wrong with a piece of content, before anyone knows in which file it stands."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

Steps = tuple[str | int, ...]
"""The way to a value from the root of the content, as in ("challenges", 2, "title", "fr")."""

NEAR: Final = 0.7
"""How alike two names must be to suggest one for the other; at 0.6, `sensors` suggests `resources`."""


@frozen
class Fault:
    """One rule broken at one place of the content.

    `rule`, `values` and `hint` are those of a Problem; `on_key` points to the key rather than to its value.
    """

    steps: Steps
    rule: str
    values: Mapping[str, object] = field(factory=dict)
    hint: str = ""
    on_key: bool = False


def closest(word: str, known: Iterable[str]) -> str:
    """Returns the known word that was probably meant, or "" when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=NEAR)), "")
