"""What the city is turning into: a mixture of visions, never a verdict alone (model.md, A2.4)."""

from collections.abc import Mapping

from attrs import frozen

from game.city.exact import FULL, divided, milli, settled
from game.city.model import Model
from game.city.scoring import levels_at_once
from game.city.state import CityState
from game.content.rulebook import Vision


@frozen
class Compass:
    """Where a city stands among the visions: shares sum to 100 000 (thousandths of a %).

    `place` gives the city on each axis, scaled 0..100 in milli-points; `nearest` is "patchwork" when nothing fits.
    """

    place: dict[str, int]
    shares: dict[str, int]
    distances: dict[str, int]
    nearest: str


def compass(model: Model, city: CityState) -> Compass:
    """Returns the mixture: share ∝ 1 / (1 + distance)², the distance being the mean gap over the axes."""
    visions = model.rules.visions
    gates = [gate.of for vision in visions.prototypes for gate in vision.gates]
    levels = levels_at_once(model, city, {*gates, *(axis.of for axis in visions.axes)})
    place = {axis.of: _scaled(levels[axis.of], axis.low, axis.high) for axis in visions.axes}
    distances = {v.id: _distance(place, v) for v in visions.prototypes if _open(v, levels)}
    pulls = {name: 10**15 // (1000 + distance) ** 2 for name, distance in distances.items()}
    whole = sum(pulls.values())
    shares = {name: divided(pull * FULL, whole) for name, pull in pulls.items()}
    if shares:
        strongest = max(shares, key=lambda name: shares[name])
        shares[strongest] += FULL - sum(shares.values())
    nearest = min(distances, key=lambda name: distances[name])
    if distances[nearest] > milli(visions.patchwork_over.value):
        nearest = visions.patchwork.id
    return Compass(place, dict(sorted(shares.items(), key=lambda entry: -entry[1])), distances, nearest)


def percents(shares: Mapping[str, int]) -> dict[str, int]:
    """Returns the shares of a mixture in whole percents that sum to 100, as they are shown.

    >>> percents({"human": 33_400, "ecolife": 33_300, "ecotechno": 33_300})
    {'human': 34, 'ecolife': 33, 'ecotechno': 33}
    """
    return settled(100, list(shares.items()), FULL // 100)


def _scaled(level: int, low: float, high: float) -> int:
    return min(FULL, max(0, divided((level - milli(low)) * FULL, milli(high) - milli(low))))


def _distance(place: dict[str, int], vision: Vision) -> int:
    gaps = [abs(place[axis] - milli(target)) for axis, target in vision.place.items()]
    return divided(sum(gaps), len(gaps))


def _open(vision: Vision, levels: Mapping[str, int]) -> bool:
    return all(milli(gate.low) <= levels[gate.of] <= milli(gate.high) for gate in vision.gates)
