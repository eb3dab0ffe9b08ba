"""Does a map lie on itself? Districts that overlap, and districts in the water: drawn all the same, and told.

Each side of an outline is cut where it meets the other outline; a piece whose middle lies well inside the other shows
that the two overlap. A sliver as thin as a pen's stroke is forgiven.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist
from typing import Final

from attrs import frozen

from game.content.faults import Fault
from game.content.ground import City, Point

STROKE: Final = 0.005
"""How deep outlines may overlap, as a share of the map's longer side: what nobody sees on a projected map."""


@frozen
class Deepest:
    """The point of one outline that lies deepest inside another, and after which of its points it comes."""

    after: int
    at: Point
    depth: float


def lint_map(city: City) -> Iterator[Fault]:
    """Yields a warning for each two districts that overlap, and for each district that lies in the sea or the river."""
    stroke = max(city.size) * STROKE
    for position, district in enumerate(city.districts):
        place = ("city", "districts", position, "polygon")
        for other in city.districts[:position]:
            found = overlap(district.polygon, other.polygon)
            if found and found.depth > stroke:
                values = {"name": district.id, "other": other.id, **_told(found)}
                yield Fault((*place, found.after), "districts_overlap", values, "pull_apart")
        found = overlap(district.polygon, city.sea) if city.sea else None
        if found and found.depth > stroke:
            yield Fault((*place, found.after), "district_in_sea", {"name": district.id, **_told(found)}, "pull_back")
        found = deepest(city.river.points, district.polygon) if city.river else None
        if found and found.depth > stroke:
            yield Fault(place, "district_in_river", {"name": district.id, **_told(found)}, "pull_back")


def _told(found: Deepest) -> dict[str, object]:
    return {"x": round(found.at[0]), "y": round(found.at[1])}


def overlap(one: Sequence[Point], other: Sequence[Point]) -> Deepest | None:
    """Returns where an outline lies inside another, or holds it; None where they are apart or only touch.

    >>> overlap([(0, 0), (4, 0), (4, 4), (0, 4)], [(2, 1), (9, 1), (9, 3), (2, 3)]).at
    (2.0, 2.0)
    >>> overlap([(0, 0), (4, 0), (4, 4), (0, 4)], [(4, 0), (9, 0), (9, 4), (4, 4)]) is None
    True
    """
    if _apart(one, other):
        return None
    mine = deepest((*one, one[0]), other)
    theirs = deepest((*other, other[0]), one)
    if theirs and (mine is None or theirs.depth > mine.depth):
        nearest = min(range(len(one)), key=lambda place: dist(one[place], theirs.at))
        return Deepest(nearest, theirs.at, theirs.depth)
    return mine or _same(one, other)


def _apart(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Tells whether a line, upright or level, could be drawn between two outlines: most districts are told so."""
    return any(
        max(point[k] for point in first) <= min(point[k] for point in second)
        for k in (0, 1)
        for first, second in ((one, other), (other, one))
    )


def _same(one: Sequence[Point], other: Sequence[Point]) -> Deepest | None:
    """Returns a point of an outline drawn twice: then no side of either lies inside the other."""
    if {*one} != {*other}:
        return None
    middle = (sum(x for x, _ in one) / len(one), sum(y for _, y in one) / len(one))
    return Deepest(0, middle, max(dist(middle, point) for point in one))


def deepest(line: Sequence[Point], outline: Sequence[Point]) -> Deepest | None:
    """Returns the middle of a piece of a line that lies deepest inside an outline; None when none lies in it."""
    sides = [*pairwise(outline), (outline[-1], outline[0])]
    found = None
    for after, (start, end) in enumerate(pairwise(line)):
        for at in _middles(start, end, sides):
            depth = min(_distance(at, *side) for side in sides) if _inside(at, sides) else 0.0
            if depth and (found is None or depth > found.depth):
                found = Deepest(after, at, depth)
    return found


def _middles(start: Point, end: Point, sides: Sequence[tuple[Point, Point]]) -> list[Point]:
    """Returns the middle of each piece of a side, cut where other sides meet it."""
    cuts = sorted({0.0, 1.0, *(share for side in sides if (share := _meeting(start, end, *side)) is not None)})
    return [_along(start, end, (before + after) / 2) for before, after in pairwise(cuts)]


def _along(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _meeting(a: Point, b: Point, c: Point, d: Point) -> float | None:
    """Returns how far along a side another meets it, from 0 to 1; None where they don't, or run beside each other."""
    along, across = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    turn = along[0] * across[1] - along[1] * across[0]
    if not turn:
        return None
    away = (c[0] - a[0], c[1] - a[1])
    mine = (away[0] * across[1] - away[1] * across[0]) / turn
    theirs = (away[0] * along[1] - away[1] * along[0]) / turn
    return mine if 0 <= mine <= 1 and 0 <= theirs <= 1 else None


def _inside(point: Point, sides: Sequence[tuple[Point, Point]]) -> bool:
    """Tells whether a ray to the right crosses an odd number of sides."""
    x, y = point
    crossed = 0
    for (ax, ay), (bx, by) in sides:
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed += 1
    return crossed % 2 == 1


def _distance(point: Point, start: Point, end: Point) -> float:
    long = dist(start, end) ** 2
    if not long:
        return dist(point, start)
    share = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / long
    return dist(point, _along(start, end, min(1.0, max(0.0, share))))
