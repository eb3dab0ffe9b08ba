"""How far two levels lie apart for somebody who reads both: what is told of a change is what the two levels show."""

from typing import Final

from game.city.exact import divided

TENTH: Final = 100
"""Levels are read to a tenth of a point."""


def apart(before: int, after: int) -> int:
    """Returns the change between two levels, each rounded to a tenth: the sum that a reader checks comes out right.

    >>> apart(49_240, 52_060)
    2900
    """
    return (divided(after, TENTH) - divided(before, TENTH)) * TENTH
