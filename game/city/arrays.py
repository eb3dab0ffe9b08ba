"""Whole-number arithmetic on arrays: the rules of `exact`, element by element, for one city or for N at once.

Only integer operations that every platform does alike: no float, no BLAS. The last axes are the city's own; any axes
before them are cities.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
SIGN: Final = 63
"""The place of the bit that says below zero."""


def whole(numbers: Any) -> IntArray:
    """Returns integers as an array that nobody can write to: 64 bits on every platform."""
    return read_only(np.array(numbers, dtype=np.int64))


def read_only(array: IntArray) -> IntArray:
    """Returns the array itself, closed to writing: what stands in a state stays as it is."""
    array.setflags(write=False)
    return array


class _Numbers:
    """An array compared and looked up by its shape and its numbers."""

    __slots__ = ("array",)

    def __init__(self, array: IntArray) -> None:
        self.array = np.asarray(array)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Numbers) and np.array_equal(self.array, other.array)

    def __hash__(self) -> int:
        return hash(self.array.tobytes())


def by_value(_: type, fields: list[Any]) -> list[Any]:
    """Makes a class of arrays a value: equal to another, and found under it, where all their numbers are the same."""
    return [each.evolve(eq_key=_Numbers) if each.type == IntArray else each for each in fields]


def quotient(dividend: IntArray, divisor: int | IntArray) -> IntArray:
    """Returns the nearest whole quotients, halves away from zero; divisors must be positive.

    >>> quotient(np.array([5, -5, 4]), np.array([2, 2, 3])).tolist()
    [3, -3, 1]
    """
    # Only even divisors have halves to send away from zero: below zero, one unit less does it. The sign bit says -1.
    rounded: IntArray = dividend + divisor // 2
    if not isinstance(divisor, int):
        rounded = rounded + ((dividend >> SIGN) & ((divisor & 1) - 1))
    elif not divisor % 2:
        rounded = rounded + (dividend >> SIGN)
    return rounded // divisor


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


@frozen(eq=False)
class Runs:
    """Some places of a last axis, gathered into runs that belong together: places of the same key, side by side."""

    places: IntArray
    run: IntArray
    """For each of the places, which run it is in."""
    starts: IntArray
    """Where each run begins."""
    keys: IntArray
    """What the places of each run have in common."""

    @classmethod
    def of(cls, places: IntArray, keys: IntArray) -> "Runs":
        """Returns the runs of places whose keys, in the same order, are sorted."""
        begins = np.ones(len(keys), dtype=np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=begins[1:])
        starts = np.flatnonzero(begins)
        return cls(places, begins.cumsum() - 1, starts, keys[starts])


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
