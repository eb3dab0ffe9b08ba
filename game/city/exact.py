"""Integer arithmetic on single numbers that gives the same result everywhere: rounding and sharing out."""

from collections.abc import Hashable, Sequence
from typing import Final, TypeVar

POINT: Final = 1000
"""Milli-points in a point: fine enough that rounding never shows, coarse enough to stay small integers."""
FULL: Final = 100 * POINT
"""The top of every 0..100 scale, in milli-points."""

Part = TypeVar("Part", bound=Hashable)


def milli(number: float) -> int:
    """Returns a number of the rules in thousandths.

    >>> milli(-4.0), milli(0.35)
    (-4000, 350)
    """
    return round(number * POINT)


def divided(dividend: int, divisor: int) -> int:
    """Returns the nearest whole quotient, halves away from zero; `divisor` must be positive.

    >>> divided(5, 2), divided(-5, 2), divided(4, 3)
    (3, -3, 1)
    """
    if dividend >= 0:
        return (dividend + divisor // 2) // divisor
    return -((-dividend + divisor // 2) // divisor)


def shared(total: int, parts: Sequence[tuple[Part, int]]) -> dict[Part, int]:
    """Shares a non-negative total over non-negative parts pro rata, by largest remainder: the shares sum to the total.

    Ties go to the earlier part. All parts zero gives no shares.

    >>> shared(10, [("a", 1), ("b", 1), ("c", 1)])
    {'a': 4, 'b': 3, 'c': 3}
    """
    whole = sum(size for _, size in parts)
    if not whole:
        return {}
    shares: dict[Part, int] = {}
    remainders: list[tuple[int, int, Part]] = []
    for place, (part, size) in enumerate(parts):
        shares[part], remainder = divmod(total * size, whole)
        remainders.append((-remainder, place, part))
    left = total - sum(shares.values())
    for _, _, part in sorted(remainders, key=lambda entry: entry[:2])[:left]:
        shares[part] += 1
    return shares


def settled(total: int, parts: Sequence[tuple[Part, int]], unit: int) -> dict[Part, int]:
    """Returns whole shares of signed parts given in `1/unit`, so that they sum to `total` exactly.

    `total` must be the rounded sum of the parts: the leftover is spread over the largest remainders, one each.

    >>> settled(3, [("a", 14), ("b", 16)], 10)
    {'a': 1, 'b': 2}
    """
    shares = {part: size // unit for part, size in parts}
    order = sorted(range(len(parts)), key=lambda place: (-(parts[place][1] % unit), place))
    left = total - sum(shares.values())
    while left and order:
        for place in order if left > 0 else reversed(order):
            step = 1 if left > 0 else -1
            shares[parts[place][0]] += step
            left -= step
            if not left:
                break
    return shares
