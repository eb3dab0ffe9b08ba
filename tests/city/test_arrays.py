"""Arithmetic on arrays does, element by element, what it does on single numbers."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from game.city.arrays import apportioned, quotient, summed, whole
from game.city.exact import divided


@given(st.lists(st.tuples(st.integers(0, 10**5), st.lists(st.integers(0, 10**6), min_size=1, max_size=6)), min_size=1))
def test_shares_sum_to_their_totals(runs: list[tuple[int, list[int]]]) -> None:
    """Sharing out loses nothing and gains nothing, and no share is a whole unit off its exact size."""
    totals, sizes = [total for total, _ in runs], [size for _, sizes in runs for size in sizes]
    run = [place for place, (_, sizes) in enumerate(runs) for _ in sizes]
    starts = [run.index(place) for place in range(len(runs))]

    found = apportioned(whole(totals), whole(sizes), whole(run), whole(starts))

    assert summed(found, whole(starts)).tolist() == [total if any(sizes) else 0 for total, sizes in runs]
    exact = [Fraction(totals[r] * size, max(1, sum(runs[r][1]))) for r, size in zip(run, sizes, strict=True)]
    assert all(abs(share - size) < 1 for share, size in zip(found.tolist(), exact, strict=True))


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1), st.integers(1, 10**6))
def test_arrays_round_as_single_numbers_do(dividends: list[int], divisor: int) -> None:
    """The nearest whole quotient, halves away from zero, is the same element by element."""
    expected = [divided(dividend, divisor) for dividend in dividends]

    assert quotient(whole(dividends), divisor).tolist() == expected
    assert quotient(whole(dividends), whole([divisor] * len(dividends))).tolist() == expected
