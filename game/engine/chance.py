"""Addressed dice: a hash of (seed, round, purpose, who), so that a replay and a what-if meet the same luck."""

from hashlib import blake2b


def roll(seed: int, round_: int, purpose: str, who: str, sides: int) -> int:
    """Returns a whole number from 0 to sides - 1, always the same for the same address.

    >>> roll(7, 1, "shock", "heatwave", 100) == roll(7, 1, "shock", "heatwave", 100)
    True
    """
    address = f"{seed}|{round_}|{purpose}|{who}".encode()
    return int.from_bytes(blake2b(address, digest_size=8).digest(), "big") % sides
