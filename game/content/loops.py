"""The loops that links make, people included: how much of a push they feed back, and which loop does most of it."""

from collections.abc import Sequence
from math import exp, inf, log
from typing import Final

from attrs import frozen

from game.content.rulebook import Coupling, Group
from game.content.shapes import IndicatorId

STEADY: Final = 0.85
"""The most that links may feed back: at 1 a push would come back whole, round after round."""
TURNS: Final = 256
"""Times a push is sent round the links to measure what comes back; enough for two decimals."""

LIVED: Final = IndicatorId("lived")


@frozen
class Pull:
    """How much a link passes on, whatever its direction: points of effect for a point of change."""

    cause: IndicatorId
    effect: IndicatorId
    weight: float


def pulls_set(couplings: Sequence[Coupling]) -> tuple[Pull, ...]:
    """Returns what the links pass on as they are set."""
    return tuple(Pull(link.from_, link.to, abs(link.per10) / 10) for link in couplings)


def pulls_at_most(couplings: Sequence[Coupling], damping: float) -> tuple[Pull, ...]:
    """Returns what the links could pass on, each at the strong end of its range.

    A damped link is amplified by `damping` where what damps it has collapsed.
    """
    return tuple(
        Pull(link.from_, link.to, max(abs(link.low), abs(link.high)) / 10 * (damping if link.damped_by else 1))
        for link in couplings
    )


def felt(groups: Sequence[Group]) -> tuple[Pull, ...]:
    """Returns what the levels pass on to lived quality: the mean weight that groups give them."""
    weights: dict[str, float] = {}
    for name, weight in (entry for group in groups for entry in group.weights.items()):
        plain = name.removeprefix("-")
        weights[plain] = weights.get(plain, 0.0) + weight / 100 / len(groups)
    return tuple(Pull(IndicatorId(name), LIVED, weight) for name, weight in weights.items())


def feedback(pulls: Sequence[Pull]) -> float:
    """Returns how much of a push comes back through the links (the spectral radius of their absolute weights).

    Gelfand's formula on a matrix without negative numbers: the growth of its powers applied to ones.
    """
    level = dict.fromkeys((name for pull in pulls for name in (pull.cause, pull.effect)), 1.0)
    grown = 0.0
    for _ in range(TURNS):
        following = dict.fromkeys(level, 0.0)
        for pull in pulls:
            following[pull.effect] += pull.weight * level[pull.cause]
        most = max(following.values(), default=0.0)
        if most == 0.0:
            return 0.0
        grown += log(most)
        level = {name: value / most for name, value in following.items()}
    return exp(grown / TURNS)


def strongest_loop(pulls: Sequence[Pull]) -> tuple[Pull, ...]:
    """Returns the loop that feeds back most for each of its links, or nothing where the links make no loop.

    Karp (1978), https://doi.org/10.1016/0012-365X(78)90011-0, on the logarithms of the weights.
    """
    live = [pull for pull in pulls if pull.weight]
    names = list(dict.fromkeys(name for pull in live for name in (pull.cause, pull.effect)))
    best = [dict.fromkeys(names, 0.0)]
    taken: list[dict[IndicatorId, Pull]] = []
    for _ in names:
        best.append(dict.fromkeys(names, -inf))
        taken.append({})
        for pull in live:
            gain = best[-2][pull.cause] + log(pull.weight)
            if gain > best[-1][pull.effect]:
                best[-1][pull.effect] = gain
                taken[-1][pull.effect] = pull
    ends = [name for name in names if best[-1][name] > -inf]
    if not ends:
        return ()
    end = max(ends, key=lambda name: _least_mean([step[name] for step in best]))
    return _loop_before(end, taken)


def _least_mean(gains: Sequence[float]) -> float:
    length = len(gains) - 1
    return min((gains[-1] - gain) / (length - steps) for steps, gain in enumerate(gains[:-1]) if gain > -inf)


def _loop_before(end: IndicatorId, taken: Sequence[dict[IndicatorId, Pull]]) -> tuple[Pull, ...]:
    """Returns the first loop met when walking back from where the best walk ends."""
    walk: list[Pull] = []
    seen = [end]
    for step in reversed(taken):
        walk.insert(0, step[seen[-1]])
        if walk[0].cause in seen:
            return tuple(walk[: len(seen) - seen.index(walk[0].cause)])
        seen.append(walk[0].cause)
    return ()


def loop_named(loop: Sequence[Pull]) -> tuple[str, ...]:
    """Returns the names of a loop's links, each as cause>effect."""
    return tuple(f"{pull.cause}>{pull.effect}" for pull in loop)
