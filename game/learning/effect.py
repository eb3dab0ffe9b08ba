"""How far the same people moved between two moments: the mean change, and its size beside how much people differ.

The size is Hedges' g_av, the mean change over the average of the two standard deviations, freed of its bias in small
groups. It is chosen over d_z, the change over its own standard deviation, which grows the more alike the two answers of
a person are and so can't be compared between questionnaires. Its interval rests on the noncentral t distribution: no
chance is in it, and it holds for the small groups of a workshop as well as normal answers let it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from math import erfc, exp, fsum, lgamma, log, sqrt
from typing import Final

from attrs import frozen

FADED: Final = -45.0
"""Logarithm of the weight under which the distribution's tail is left out: e to that power is 3e-20."""
FINE: Final = 0.2
"""Step of the integral, in widths of what it goes over; halving it changes nothing before the twelfth decimal."""
HALVINGS: Final = 56
"""Halvings of a search: to the last bit of a number of ordinary size."""
ROOT: Final = sqrt(2)


@frozen
class Change:
    """The move of several people between two moments, with the intervals at the confidence asked for.

    `effect` is Hedges' g_av; it and the intervals are None where all moved alike or there are too few people.
    """

    pairs: int
    before: float
    after: float
    mean: float
    deviation: float | None
    """Standard deviation of the changes (n - 1 below the line)."""
    interval: tuple[float, float] | None
    effect: float | None
    effect_interval: tuple[float, float] | None


def change(pairs: Sequence[tuple[float, float]], confidence: float = 0.95) -> Change:
    """Returns how far people moved; `pairs` has the two scores of each person, and at least one person.

    With M the mean change, S its standard deviation, S1 and S2 those of before and after, n people and t = M√n / S:

    g_av = J · M / √((S1² + S2²) / 2), J(n−1) after Hedges (1981, Journal of Educational Statistics 6, 107–128); named
    and recommended for paired data by Lakens (2013, Frontiers in Psychology 4:863, p. 4–6) after Cumming (2012).

    Its limits are J · λ · √(2S² / (n(S1² + S2²))), where λ are the noncentralities under which t is as extreme as the
    confidence allows (Algina & Keselman 2003, Educational and Psychological Measurement 63, 537–553).

    >>> moved = change([(2, 3), (3, 3), (1, 4), (2, 4)])
    >>> moved.mean, round(moved.effect or 0, 3)
    (1.5, 1.535)
    """
    people = len(pairs)
    firsts, lasts = [first for first, _ in pairs], [last for _, last in pairs]
    moves = [last - first for first, last in pairs]
    mean = _mean(moves)
    told = people, _mean(firsts), _mean(lasts), mean
    if people < 2:
        return Change(*told, None, None, None, None)
    spread, own = sqrt(_variance(moves)), sqrt((_variance(firsts) + _variance(lasts)) / 2)
    if spread < 1e-9 or own < 1e-9:
        return Change(*told, spread, None, None, None)
    free, error = people - 1, spread / sqrt(people)
    half = error * quantile(0.5 + confidence / 2, free)
    unbiased = correction(free)
    low, high = noncentralities(mean / error, free, confidence)
    limits = unbiased * low * error / own, unbiased * high * error / own
    return Change(*told, spread, (mean - half, mean + half), unbiased * mean / own, limits)


def correction(free: int) -> float:
    """Returns Hedges' factor J for so many degrees of freedom, which takes off what small groups overstate.

    J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)), Hedges (1981), equation 6e; its limit for m = 1 is 0.

    >>> round(correction(10), 4), round(correction(1), 4)
    (0.9227, 0.0)
    """
    return 0.0 if free < 2 else exp(lgamma(free / 2) - lgamma((free - 1) / 2)) / sqrt(free / 2)


@cache
def quantile(share: float, free: int) -> float:
    """Returns the value under which that share (over a half) of Student's t distribution lies.

    >>> round(quantile(0.975, 10), 4)
    2.2281
    """
    return _searched(lambda at: cumulated(at, free, 0.0) - share, 0.0)


def noncentralities(seen: float, free: int, confidence: float) -> tuple[float, float]:
    """Returns the noncentralities between which the one behind a t that was seen lies, at that confidence."""
    tail, nodes = (1 - confidence) / 2, _nodes(seen, free)
    low = _searched(lambda at: _under(nodes, -at) - 1 + tail, -seen)
    high = _searched(lambda at: tail - _under(nodes, at), seen)
    return -low, high


def cumulated(at: float, free: int, centre: float) -> float:
    """Returns the share of the noncentral t distribution that lies under `at`.

    >>> round(cumulated(2.0, 10, 1.0), 6)
    0.807612
    """
    return _under(_nodes(at, free), centre)


Nodes = list[tuple[float, float]]
"""Weights, and the normal value that each is the weight of."""


def _under(nodes: Nodes, centre: float) -> float:
    return sum(weight * erfc((centre - reach) / ROOT) for weight, reach in nodes)


def _nodes(at: float, free: int) -> Nodes:
    """Returns the points and weights of the integral that gives the noncentral t distribution under `at`.

    It is the mean, over s, of the normal share under s·at − centre, where s² is chi-square over its degrees of freedom
    (Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 31). Over log s the trapezoid
    rule converges faster than any power of its step.
    """
    step = FINE / max(1.0, sqrt(2 * free), abs(at))
    constant = 0.5 * free * log(free / 2) - lgamma(free / 2) + log(step)
    nodes = []
    for direction, first in ((1, 0), (-1, 1)):
        for place in count(first):
            along = direction * place * step
            weight = constant + free * along - 0.5 * free * exp(2 * along)
            if weight < FADED:
                break
            nodes.append((exp(weight), at * exp(along)))
    return nodes


def _searched(rising: Callable[[float], float], low: float) -> float:
    """Returns where a function that rises and is negative at `low` crosses zero."""
    step = 1.0
    while rising(low + step) < 0:
        low, step = low + step, step * 2
    high = low + step
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return high


def _mean(numbers: Sequence[float]) -> float:
    return fsum(numbers) / len(numbers)


def _variance(numbers: Sequence[float]) -> float:
    """Returns the variance with n - 1 below the line."""
    middle = _mean(numbers)
    return fsum((each - middle) ** 2 for each in numbers) / (len(numbers) - 1)
