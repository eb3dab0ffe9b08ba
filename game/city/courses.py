"""The courses of cities read at once: what moved each gauge from each state to the next, all rounds side by side."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np
from attrs import frozen

from game.city.arrays import IntArray, Runs, quotient, summed
from game.city.exact import settled
from game.city.explain import Parts, ordered, parts_of
from game.city.model import Cause, Model
from game.city.state import CityState
from game.content.shapes import HeadlineId


@frozen(eq=False)
class _Ledger:
    """The channels that a gauge counts, gathered by gauge and cause, and what a milli-point of each weighs in it."""

    runs: Runs
    weights: IntArray
    entries: tuple[tuple[HeadlineId, Cause], ...]
    """The gauge and the cause of each run."""


def gauge_courses(model: Model, courses: Sequence[Sequence[CityState]]) -> list[list[dict[HeadlineId, Parts]]]:
    """Returns, for each course of cities, what each cause made of the change of each gauge from each to the next.

    Largest first; it is what `gauge_changes` says of the contributions of each pair.
    """
    ledger, cities = _ledger(model), [city for course in courses for city in course]
    parts = parts_of(model, np.stack([city.levels for city in cities]))
    changes = (parts[1:] - parts[:-1])[:, ledger.runs.places]
    moved = summed((changes != 0).astype(np.int64), ledger.runs.starts)
    amounts = summed(changes * ledger.weights, ledger.runs.starts).tolist()
    levels = quotient(model.means(np.stack([city.values for city in cities])) @ model.all_gauge_weights, 100)
    totals = (levels[1:] - levels[:-1]).tolist()
    # From the last city of a course to the first of the next is no change of any city: it is left out.
    starts = accumulate((len(course) for course in courses), initial=0)
    return [
        [
            _settled(model, ledger, amounts[n], np.flatnonzero(moved[n]).tolist(), totals[n])
            for n in range(start, start + len(course) - 1)
        ]
        for start, course in zip(starts, courses, strict=False)
    ]


def _settled(
    model: Model, ledger: _Ledger, amounts: list[int], moved: list[int], totals: list[int]
) -> dict[HeadlineId, Parts]:
    """Returns the parts of one change of each gauge, of which `moved` are the runs where something moved."""
    found: dict[HeadlineId, list[tuple[Cause, int]]] = {headline: [] for headline in model.gauge_weights}
    for run in moved:
        headline, cause = ledger.entries[run]
        found[headline].append((cause, amounts[run]))
    pairs = zip(found.items(), totals, strict=True)
    return {headline: ordered(settled(total, causes, 100 * model.whole)) for (headline, causes), total in pairs}


@lru_cache(maxsize=16)
def _ledger(model: Model) -> _Ledger:
    channels, columns = model.channels, len(model.indicators)
    local = np.flatnonzero(channels.cell < len(model.districts) * columns)
    district, indicator = np.divmod(channels.cell[local], columns)
    gauge = model.all_gauge_weights.argmax(axis=-1)[indicator]
    keys = gauge * len(channels.causes) + channels.cause[local]
    order = np.argsort(keys, kind="stable")
    runs = Runs.of(local[order], keys[order])
    weights = model.all_gauge_weights[indicator, gauge] * model.weights[district]
    headlines, causes = tuple(model.gauge_weights), channels.causes
    pairs = (divmod(key, len(causes)) for key in runs.keys.tolist())
    return _Ledger(runs, weights[order], tuple((headlines[place], causes[cause]) for place, cause in pairs))
