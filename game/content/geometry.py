"""Is an outline drawable: points that differ, lines that don't cross, all of it on the map?"""

from collections.abc import Iterator, Sequence

from game.content.faults import Fault, Steps
from game.content.ground import City, Point


def check_map(city: City) -> Iterator[Fault]:
    """Yields what is wrong with the outlines of a city's districts and sea, and of its river."""
    if min(city.size) <= 0:
        yield Fault(("city", "size"), "map_size", {"width": city.size[0], "height": city.size[1]})
        return
    for position, district in enumerate(city.districts):
        yield from _outline(district.polygon, ("city", "districts", position, "polygon"), city.size)
    if city.sea:
        yield from _outline(city.sea, ("city", "sea"), city.size)
    if city.river is not None:
        yield from _points(city.river.points, ("city", "river", "points"), city.size, city.river.width)


def _outline(polygon: Sequence[Point], steps: Steps, size: Point) -> Iterator[Fault]:
    yield from _points(polygon, steps, size)
    distinct = len(set(polygon))
    if distinct < 3:
        yield Fault(steps, "too_few_points", {"found": distinct})
        return
    crossing = crossed_sides(polygon)
    if crossing:
        first, second = crossing
        yield Fault((*steps, second), "crossed_outline", {"first": first + 1, "second": second + 1}, "points_in_order")


def _points(points: Sequence[Point], steps: Steps, size: Point, beyond: float = 0) -> Iterator[Fault]:
    """Yields a fault for each point off the map; a river may begin `beyond` its edge, so as to leave no gap there."""
    for position, (x, y) in enumerate(points):
        if not (-beyond <= x <= size[0] + beyond and -beyond <= y <= size[1] + beyond):
            values = {"x": x, "y": y, "width": size[0], "height": size[1]}
            yield Fault((*steps, position), "point_off_map", values)


def crossed_sides(polygon: Sequence[Point]) -> tuple[int, int] | None:
    """Returns the positions of the first two sides that cross or touch, side i going from point i to the next.

    >>> crossed_sides([(0, 0), (2, 2), (2, 0), (0, 2)])
    (0, 2)
    >>> crossed_sides([(0, 0), (2, 0), (2, 2), (0, 2)]) is None
    True
    """
    count = len(polygon)
    sides = [(polygon[i], polygon[(i + 1) % count]) for i in range(count)]
    for i in range(count):
        for j in range(i + 2, count):
            neighbours = i == 0 and j == count - 1
            if not neighbours and _cross(*sides[i], *sides[j]):
                return i, j
    return None


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    return any(
        turn == 0 and _between(start, end, point)
        for turn, start, end, point in zip(turns, (a, a, c, c), (b, b, d, d), (c, d, a, b), strict=True)
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(start: Point, end: Point, point: Point) -> bool:
    return all(min(start[k], end[k]) <= point[k] <= max(start[k], end[k]) for k in (0, 1))
