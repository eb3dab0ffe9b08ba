"""The plan of a city as plain data, the geometry of its polygons, and how the plan is seen from above at an angle.

Pure: no pygame. Plan coordinates grow eastwards and southwards; drawing works on a plan 1100 units wide.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

Point = tuple[float, float]

WIDE: Final = 1100.0
SKY: Final = 34.0
"""Room above the plan for what stands tall at its northern edge."""
FLATTEST: Final = 0.6
STEEPEST: Final = 0.95
OUTSIDE: Final = 220.0


@frozen
class MapDistrict:
    """A district: its outline, what it is built of, how its streets are turned (degrees)."""

    id: str
    polygon: tuple[Point, ...]
    kind: str = "residential"
    angle: float = 0.0


@frozen(cache_hash=True)
class MapPlan:
    """A city to draw: the size of its coordinates, its seed, river, sea and districts."""

    size: tuple[float, float]
    seed: int
    districts: tuple[MapDistrict, ...]
    river: tuple[float, tuple[Point, ...]] | None = None
    sea: tuple[Point, ...] | None = None
    climate: str = "mild"

    def drawn(self) -> "MapPlan":
        """Returns the plan in drawing units, 1100 wide."""
        k = WIDE / self.size[0]

        def moved(points: Iterable[Point]) -> tuple[Point, ...]:
            return tuple((x * k, y * k) for x, y in points)

        return evolve(
            self,
            size=(WIDE, self.size[1] * k),
            districts=tuple(evolve(each, polygon=moved(each.polygon)) for each in self.districts),
            river=(self.river[0] * k, self._run(moved(self.river[1]))) if self.river else None,
            sea=moved(self.sea) if self.sea else None,
        )

    def _run(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Returns the river's line, its ends on the border led out of sight."""
        ends = beyond(points, (WIDE, self.size[1] * WIDE / self.size[0]), 60)
        return (ends[0], *points[1:-1], ends[-1])


@frozen
class View:
    """A drawn plan seen in a picture of `width` × `height` pixels: tilted so that all of it fits where it can."""

    width: int
    height: int
    deep: float

    @property
    def tilt(self) -> float:
        """How much of a north-south length is seen."""
        wanted = (WIDE * self.height / self.width - SKY) / self.deep
        return min(STEEPEST, max(FLATTEST, wanted))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The part of the drawing that the picture shows: x, y, width, height, in drawing units."""
        high = self.deep * self.tilt + SKY
        scale = max(self.width / WIDE, self.height / high)
        wide, tall = self.width / scale, self.height / scale
        return (WIDE - wide) / 2, (high - tall) / 2, wide, tall

    def ground(self, x: float, y: float, z: float = 0.0) -> Point:
        """Returns where a point of the drawn plan, `z` above ground, lies in the drawing."""
        return x, y * self.tilt + SKY - z

    def pixel(self, x: float, y: float) -> Point:
        """Returns where a point of the drawn plan lies in the picture."""
        left, top, wide, _ = self.box
        across, down = self.ground(x, y)
        scale = self.width / wide
        return (across - left) * scale, (down - top) * scale


def inside(at: Point, polygon: Sequence[Point]) -> bool:
    """Says whether a point lies in a polygon."""
    x, y = at
    within = False
    before = polygon[-1]
    for corner in polygon:
        (x1, y1), (x2, y2) = corner, before
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
        before = corner
    return within


def from_segment(at: Point, start: Point, end: Point) -> float:
    """Returns the distance of a point from a segment."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down or 1.0
    share = max(0.0, min(1.0, ((at[0] - start[0]) * across + (at[1] - start[1]) * down) / length))
    return math.hypot(at[0] - start[0] - share * across, at[1] - start[1] - share * down)


def from_line(at: Point, points: Sequence[Point]) -> float:
    """Returns the distance of a point from a broken line."""
    return min((from_segment(at, a, b) for a, b in pairwise(points)), default=math.inf)


def nearer(at: Point, points: Sequence[Point], far: float) -> bool:
    """Says whether a point is nearer than `far` to a broken line: quick, for most of a line is plainly farther."""
    x, y = at
    for (x1, y1), (x2, y2) in pairwise(points):
        aside = (x < x1 - far and x < x2 - far) or (x > x1 + far and x > x2 + far)
        if aside or (y < y1 - far and y < y2 - far) or (y > y1 + far and y > y2 + far):
            continue
        if from_segment(at, (x1, y1), (x2, y2)) < far:
            return True
    return False


def from_edge(at: Point, polygon: Sequence[Point]) -> float:
    """Returns the distance of a point from a polygon's outline."""
    return from_line(at, [*polygon, polygon[0]])


def centre(polygon: Sequence[Point]) -> Point:
    """Returns the centroid of a polygon's area; of its corners when it has no area."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if abs(area) < 1e-9:
        return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)
    return x / (3 * area), y / (3 * area)


def bounds(polygon: Sequence[Point]) -> tuple[float, float, float, float]:
    """Returns the least and greatest x and y: left, top, right, bottom."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def rounded_corners(polygon: Sequence[Point], times: int = 2) -> list[Point]:
    """Returns the polygon with its corners cut, twice and again, until they look round (Chaikin)."""
    points = list(polygon)
    for _ in range(times):
        cut: list[Point] = []
        for a, b in zip(points, [*points[1:], points[0]], strict=True):
            cut += [
                (a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25),
                (a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75),
            ]
        points = cut
    return points


def beyond(polygon: Sequence[Point], size: tuple[float, float], by: float = OUTSIDE) -> list[Point]:
    """Returns the polygon with the corners on the plan's border pushed out of sight."""
    wide, deep = size

    def pushed(value: float, end: float) -> float:
        return value - by if value <= 1 else value + by if value >= end - 1 else value

    return [(pushed(x, wide), pushed(y, deep)) for x, y in polygon]


def grown(polygon: Sequence[Point], by: float) -> list[Point]:
    """Returns the polygon with its outline moved outwards (inwards when negative), for gentle shapes."""
    clockwise = 1.0 if _signed_area(polygon) > 0 else -1.0
    out = []
    for before, here, after in zip([polygon[-1], *polygon[:-1]], polygon, [*polygon[1:], polygon[0]], strict=True):
        (x1, y1), (x2, y2) = _unit(before, here), _unit(here, after)
        x, y = _unit((0.0, 0.0), (x1 + x2, y1 + y2))
        out.append((here[0] + by * clockwise * y, here[1] - by * clockwise * x))
    return out


def _unit(start: Point, end: Point) -> Point:
    length = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _signed_area(polygon: Sequence[Point]) -> float:
    pairs = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def smooth(points: Sequence[Point], steps: int = 14) -> list[Point]:
    """Returns a smooth line through the points (Catmull-Rom)."""
    out: list[Point] = []
    for at in range(len(points) - 1):
        a, b, c, d = (points[max(0, min(len(points) - 1, at + k))] for k in (-1, 0, 1, 2))
        out += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return [*out, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def along(i: int) -> float:
        return 0.5 * (
            2 * b[i]
            + (c[i] - a[i]) * t
            + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
            + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
        )

    return along(0), along(1)


def hull(points: Iterable[Point]) -> list[Point]:
    """Returns the convex outline of points."""
    ordered = sorted(set(points))

    def half(run: Iterable[Point]) -> list[Point]:
        out: list[Point] = []
        for p in run:
            while len(out) > 1 and _turn(out[-2], out[-1], p) <= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(reversed(ordered))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
