"""Whole-number arithmetic on arrays: the rules of `exact`, element by element, for one city or for N at once.

Only integer operations that every platform does alike: no float, no BLAS. The last axes are the city's own; any axes
before them are cities.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import cmp_using, frozen
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


def whole(numbers: Any) -> IntArray:
    """Returns integers as an array that nobody can write to: 64 bits on every platform."""
    return read_only(np.array(numbers, dtype=np.int64))


def read_only(array: IntArray) -> IntArray:
    """Returns the array itself, closed to writing: what stands in a state stays as it is."""
    array.setflags(write=False)
    return array


def by_value(_: type, fields: list[Any]) -> list[Any]:
    """Makes a class of arrays comparable: equal where every array has the same shape and the same numbers."""
    same = cmp_using(eq=np.array_equal)
    return [each.evolve(eq_key=same) if each.type == IntArray else each for each in fields]


def quotient(dividend: IntArray, divisor: int | IntArray) -> IntArray:
    """Returns the nearest whole quotients, halves away from zero; divisors must be positive.

    >>> quotient(np.array([5, -5, 4]), np.array([2, 2, 3])).tolist()
    [3, -3, 1]
    """
    # Only even divisors have halves to send away from zero: below zero, one unit less does it.
    below = dividend < 0
    if not isinstance(divisor, int):
        below = below & (divisor % 2 == 0)
    elif divisor % 2:
        return (dividend + divisor // 2) // divisor
    return (dividend + (divisor // 2 - below)) // divisor


@frozen(eq=False)
class Table:
    """A table function at every whole place between its first and its last point; flat beyond them."""

    first: int
    heights: IntArray

    @classmethod
    @lru_cache(maxsize=64)
    def through(cls, points: tuple[tuple[int, int], ...]) -> "Table":
        """Returns the straight lines through points in rising order of x."""
        pieces = [
            y0 + quotient((y1 - y0) * np.arange(x1 - x0, dtype=np.int64), x1 - x0)
            for (x0, y0), (x1, y1) in pairwise(points)
        ]
        return cls(points[0][0], read_only(np.concatenate([*pieces, np.array([points[-1][1]], dtype=np.int64)])))

    def at(self, where: IntArray) -> IntArray:
        """Returns the heights of the table.

        >>> Table.through(((0, 0), (10, 100))).at(np.array([-1, 5, 99])).tolist()
        [0, 50, 100]
        """
        return self.heights[np.minimum(np.maximum(where - self.first, 0), len(self.heights) - 1)]


def summed(amounts: IntArray, starts: IntArray) -> IntArray:
    """Returns the sums of the runs of the last axis that begin at `starts`."""
    sums: IntArray = np.add.reduceat(amounts, starts, axis=-1)
    return sums


def apportioned(totals: IntArray, sizes: IntArray, run: IntArray, starts: IntArray) -> IntArray:
    """Shares each run's non-negative total over its non-negative sizes pro rata, by largest remainder.

    `run` gives the run of each place of the last axis, `starts` where each run begins. The shares of a run sum to its
    total; ties go to the earlier place; a run of zeros shares nothing.
    """
    whole_sizes = summed(sizes, starts)[..., run]
    divisor = np.maximum(whole_sizes, 1)
    asked = np.where(whole_sizes > 0, totals[..., run], 0) * sizes
    shares = asked // divisor
    remainders = asked - shares * divisor
    left = np.where(whole_sizes > 0, totals[..., run], 0) - summed(shares, starts)[..., run]
    order = np.argsort((run << 42) - remainders, axis=-1, kind="stable")
    turn = np.empty_like(order)
    np.put_along_axis(turn, order, np.broadcast_to(np.arange(sizes.shape[-1]) - starts[run], order.shape), axis=-1)
    return shares + (turn < left)
