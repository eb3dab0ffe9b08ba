"""Addressed dice: a hash of (seed, round, purpose, who), so that a replay and a what-if meet the same luck."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Final

FINE: Final = 1_000_000
"""Sides of the dice that draw a number from 0 to 1."""


def roll(seed: int, round_: int, purpose: str, who: str, sides: int) -> int:
    """Returns a whole number from 0 to sides - 1, always the same for the same address.

    >>> roll(7, 1, "shock", "heatwave", 100) == roll(7, 1, "shock", "heatwave", 100)
    True
    """
    address = f"{seed}|{round_}|{purpose}|{who}".encode()
    return int.from_bytes(blake2b(address, digest_size=8).digest(), "big") % sides


def dice(seed: int) -> Callable[[int], Callable[[str], float]]:
    """Returns the dice of each numbered draw: an address gives a number from 0 to 1, the same one every time.

    >>> dice(1)(0)("link") == dice(1)(0)("link") != dice(1)(1)("link")
    True
    """
    return lambda number: lambda address: roll(seed, number, "claims", address, FINE) / FINE
