"""What a shock must mean: thresholds that can be passed, an end on the calm side of its start, odds that are used."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from game.content.cards import Condition, Shock, ShockKind, When
from game.content.faults import Fault, Steps
from game.content.names import Names, twice, unknown

BOTTOM: Final = 0.0
TOP: Final = 100.0
"""The ends of every level: a threshold on one of them can never be passed."""


def check_shocks(shocks: Sequence[Shock], names: Names) -> Iterator[Fault]:
    """Yields what is wrong with shocks, whether the rules or a scenario tell them; their effects are checked there."""
    yield from twice(shocks, ("shocks",))
    for position, shock in enumerate(shocks):
        steps: Steps = ("shocks", position)
        for key, conditions in (("starts", shock.starts), ("stops", shock.stops)):
            for place, condition in enumerate(conditions):
                yield from _condition(condition, names, (*steps, key, place))
        for place, effect in enumerate(shock.effects):
            if effect.when is not When.ONCE or effect.delay:
                key = "delay" if effect.delay else "when"
                yield Fault((*steps, "effects", place, key), "shock_at_once", on_key=True)
        yield from _against_each_other(shock, steps)
        yield from _drift(shock, names, steps) if shock.kind is ShockKind.DRIFT else _accident(shock, steps)
        yield from _softening(shock, names, steps)


def _condition(condition: Condition, names: Names, steps: Steps) -> Iterator[Fault]:
    yield from unknown("level", condition.of, names.levels, (*steps, "of"))
    above, below = condition.above, condition.below
    if above is None and below is None:
        yield Fault(steps, "condition_open")
        return
    if above is not None and below is not None:
        yield Fault((*steps, "below"), "condition_both", on_key=True)
        return
    side = "above" if above is not None else "below"
    if condition.threshold == (TOP if above is not None else BOTTOM):
        yield Fault((*steps, side), "never_passed", {"found": _plain(condition.threshold)})
    low = BOTTOM if condition.low is None else condition.low
    high = TOP if condition.high is None else condition.high
    if not low <= condition.threshold <= high:
        values = {"found": _plain(condition.threshold), "low": low, "high": high}
        yield Fault((*steps, side), "out_of_range", values)


def _against_each_other(shock: Shock, steps: Steps) -> Iterator[Fault]:
    """Yields the starts that no city can meet at once."""
    placed = list(enumerate(shock.starts))
    for (_, one), (place, other) in combinations(placed, 2):
        if one.of != other.of:
            continue
        above = max((c.above for c in (one, other) if c.above is not None), default=BOTTOM)
        below = min((c.below for c in (one, other) if c.below is not None), default=TOP)
        if above >= below:
            values = {"above": _plain(above), "below": _plain(below), "found": one.of}
            yield Fault((*steps, "starts", place), "never_starts", values)


def _drift(shock: Shock, names: Names, steps: Steps) -> Iterator[Fault]:
    for key in ("chance", "lasts", "low", "high"):
        if getattr(shock, key) is not None:
            yield Fault((*steps, key), "only_accidents", on_key=True)
    if shock.chance_per10:
        yield Fault((*steps, "chance_per10"), "only_accidents", on_key=True)
    for key, conditions in (("starts", shock.starts), ("stops", shock.stops)):
        if not conditions:
            yield Fault((*steps, key), "drift_needs", {"found": shock.id})
    for place, stop in enumerate(shock.stops):
        if stop.threshold_given and stop.of in names.levels:
            yield from _calmer(shock, stop, (*steps, "stops", place))


def _calmer(shock: Shock, stop: Condition, steps: Steps) -> Iterator[Fault]:
    """Yields a stop that is no way back from a start, or that lies on the stormy side of it."""
    starts = [start for start in shock.starts if start.of == stop.of and start.threshold_given]
    if not starts:
        known = tuple(dict.fromkeys(start.of for start in shock.starts))
        yield Fault((*steps, "of"), "stop_elsewhere", {"found": stop.of, "known": known}, "known_names")
        return
    side = "above" if stop.above is not None else "below"
    across = [start for start in starts if (start.above is None) != (stop.above is None)]
    if not across:
        yield Fault((*steps, side), "stop_same_side", {"wanted": "above" if side == "below" else "below"}, on_key=True)
    for start in across:
        calm = stop.threshold < start.threshold if side == "below" else stop.threshold > start.threshold
        if not calm:
            rule = "stop_too_high" if side == "below" else "stop_too_low"
            values = {"found": _plain(stop.threshold), "start": _plain(start.threshold)}
            yield Fault((*steps, side), rule, values)


def _accident(shock: Shock, steps: Steps) -> Iterator[Fault]:
    for key in ("chance", "lasts"):
        if getattr(shock, key) is None:
            yield Fault((*steps, key), "accident_needs", {"found": shock.id})
    if shock.stops:
        yield Fault((*steps, "stops"), "only_drifts", on_key=True)
    if shock.chance_per10 and not shock.starts:
        yield Fault((*steps, "chance_per10"), "grows_from_nothing", on_key=True)
    low = BOTTOM if shock.low is None else shock.low
    high = TOP if shock.high is None else shock.high
    if shock.chance is not None and not low <= shock.chance <= high:
        yield Fault((*steps, "chance"), "out_of_range", {"found": shock.chance, "low": low, "high": high})


def _softening(shock: Shock, names: Names, steps: Steps) -> Iterator[Fault]:
    softening = shock.softened_by
    if softening is None:
        return
    place = (*steps, "softened_by")
    for position, name in enumerate(softening.of):
        yield from unknown("indicator", name, names.cells, (*place, "of", position))
    if softening.from_ >= softening.to:
        yield Fault((*place, "from"), "softens_backwards", {"low": softening.from_, "high": softening.to})


def _plain(number: float) -> float:
    """Returns a number as authors write it: 40, not 40.0."""
    return int(number) if number == int(number) else number
