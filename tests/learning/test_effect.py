"""The size of a change is what SciPy gives, to the ninth decimal, and behaves as a size should."""

import json
from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.learning.effect import change
from tests.learning.oracle import CONFIDENCE, FILE, SIZES

ROOMS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
SCORES = some.integers(4, 20).map(lambda quarter: quarter / 4)
PAIRS = some.lists(some.tuples(SCORES, SCORES), min_size=2, max_size=40)


def test_every_size_and_confidence_was_asked() -> None:
    """The oracle's file is whole."""
    assert len(ROOMS) == len(SIZES) * len(CONFIDENCE)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{len(room['pairs'])} at {room['confidence']}")
def test_intervals_are_those_of_scipy(room: dict[str, Any]) -> None:
    """The mean's by Student's t, the effect's by the noncentral t, from two people to a hundred and twenty."""
    found = change([tuple(pair) for pair in room["pairs"]], room["confidence"])

    assert found.interval is not None and found.effect_interval is not None
    told = (*found.interval, found.effect, *found.effect_interval)
    asked = (*room["interval"], room["effect"], *room["effect_interval"])
    assert [pair for pair in zip(told, asked, strict=True) if not isclose(*pair, rel_tol=1e-9, abs_tol=1e-9)] == []


@given(PAIRS)
def test_turning_time_round_turns_the_effect_round(pairs: list[tuple[float, float]]) -> None:
    """Before and after changed over, the same size with the other sign, its interval mirrored."""
    there, back = change(pairs), change([(last, first) for first, last in pairs])

    assert isclose(there.mean, -back.mean, abs_tol=1e-12)
    if there.effect is not None and back.effect is not None and there.effect_interval and back.effect_interval:
        assert isclose(there.effect, -back.effect, abs_tol=1e-9)
        assert isclose(there.effect_interval[0], -back.effect_interval[1], abs_tol=1e-7)


@given(PAIRS)
def test_the_interval_holds_the_effect(pairs: list[tuple[float, float]]) -> None:
    """And that of the mean holds the mean."""
    found = change(pairs)

    if found.effect is not None and found.effect_interval and found.interval:
        assert found.effect_interval[0] - 1e-9 <= found.effect <= found.effect_interval[1] + 1e-9
        assert found.interval[0] <= found.mean <= found.interval[1]


@given(PAIRS, some.integers(2, 9))
def test_a_size_has_no_unit(pairs: list[tuple[float, float]], scale: int) -> None:
    """Scores counted in other units move as far."""
    small, large = change(pairs), change([(first * scale, last * scale) for first, last in pairs])

    assert (small.effect is None) == (large.effect is None)
    if small.effect is not None and large.effect is not None:
        assert isclose(small.effect, large.effect, rel_tol=1e-9, abs_tol=1e-9)


def test_where_all_move_alike_there_is_no_size() -> None:
    """Without spread in the changes nothing can be said of chance; the mean is still told."""
    found = change([(1, 2), (2, 3), (3, 4)])

    assert (found.mean, found.deviation, found.effect, found.interval) == (1.0, 0.0, None, None)


def test_one_person_is_no_room() -> None:
    """A single pair has a mean and nothing else."""
    found = change([(1, 4)])

    assert (found.pairs, found.mean, found.deviation, found.effect) == (1, 3.0, None, None)
