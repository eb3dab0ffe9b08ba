"""What stands where in a city: houses on turned lots, trees, and the few things that make each district itself.

Pure and seeded: the same plan gives the same city, whatever its other districts do.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from attrs import Factory, field, frozen

from game.ui.citymap.fabrics import CLIMATES, Fabric, fabric_of
from game.ui.citymap.plan import (
    MapDistrict,
    MapPlan,
    Point,
    beyond,
    bounds,
    centre,
    from_edge,
    inside,
    nearer,
    smooth,
)


@frozen
class Building:
    """A house on its lot: footprint, turn in radians, height, colours."""

    x: float
    y: float
    wide: float
    deep: float
    turn: float
    height: float
    wall: str
    roof: str
    shape: str
    kind: str
    grain: float
    trade: str = ""
    """What its ground floor shows: an `open` shop, one that is `shut`, or a house that stands `empty`."""

    def footprint(self) -> list[Point]:
        """Returns the four corners, clockwise from the north-west before turning."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        half, back = self.wide / 2, self.deep / 2
        corners = ((-half, -back), (half, -back), (half, back), (-half, back))
        return [(self.x + u * c - v * s, self.y + u * s + v * c) for u, v in corners]


@frozen
class Tree:
    """A tree: its place, size, sort and a grain of chance for its green."""

    x: float
    y: float
    size: float
    sort: str
    grain: float


@frozen
class Feature:
    """Something single: a church, a crane, a pool, a turbine…"""

    x: float
    y: float
    name: str
    size: float = 1.0
    turn: float = 0.0
    grain: float = 0.0


Thing = Building | Tree | Feature


@frozen
class Lots:
    """Tells where one may build: on land, off the river and the streets, clear of what already stands."""

    plan: MapPlan
    river: Sequence[Point]
    shore: Sequence[Point]
    """The sea's outline, its borders pushed out of sight; empty inland."""
    taken: dict[tuple[int, int], list[tuple[float, float, float]]] = field(default=Factory(dict))

    def wet(self, at: Point, margin: float) -> bool:
        """Says whether a point is in the water or within `margin` of it."""
        if self.plan.river and nearer(at, self.river, self.plan.river[0] / 2 + margin):
            return True
        return bool(self.shore) and (nearer(at, [*self.shore, self.shore[0]], margin) or inside(at, self.shore))

    def take(self, at: Point, radius: float) -> None:
        """Marks a place as built upon."""
        self.taken.setdefault((int(at[0] // 60), int(at[1] // 60)), []).append((*at, radius))

    def free(self, at: Point, margin: float = 0.0) -> bool:
        """Says whether nothing stands there."""
        column, line = int(at[0] // 60), int(at[1] // 60)
        for i in (column - 1, column, column + 1):
            for j in (line - 1, line, line + 1):
                for x, y, radius in self.taken.get((i, j), ()):
                    if math.hypot(at[0] - x, at[1] - y) < radius + margin:
                        return False
        return True


@lru_cache(maxsize=2)
def furnish(plan: MapPlan) -> tuple[tuple[Thing, ...], Lots]:
    """Returns all that stands in a drawn plan, from back to front, and where one may build.

    Kept, for a city is drawn again each time it changes.
    """
    shore = beyond(plan.sea, plan.size) if plan.sea else ()
    lots = Lots(plan, smooth(plan.river[1]) if plan.river else (), shore)
    things: list[Thing] = []
    for district in plan.districts:
        rng = Random(f"{plan.seed} {district.id}")
        things += _features(district, lots, rng)
        things += _houses(district, plan, lots, rng)
    things += _woods(plan, lots, Random(f"{plan.seed} woods"))
    things += _avenues(plan, lots, Random(f"{plan.seed} avenues"))
    return tuple(sorted(things, key=lambda thing: thing.y)), lots


def _features(district: MapDistrict, lots: Lots, rng: Random) -> Iterator[Thing]:
    """Yields the things that make a district itself, and keeps their place free."""
    wanted = {
        "old": (("church", 1, 30),),
        "downtown": (("plaza", 1, 36),),
        "campus": (("dome", 1, 34),),
        "industry": (("tank", 4, 19), ("chimney", 2, 12)),
        "port": (("crane", 3, 20), ("containers", 4, 24)),
        "new": (("turbine", 1, 12), ("square", 1, 30)),
        "park": (("pond", 1, 46), ("kiosk", 1, 16)),
        "residential": (("square", 1, 24),),
        "hillside": (("terrace", 5, 40),),
    }
    x, y = centre(district.polygon)
    left, top, right, bottom = bounds(district.polygon)
    for name, count, radius in wanted.get(district.kind, ()):
        for at in range(count):
            spread = 0.1 if count == 1 and name in ("church", "plaza", "dome", "pond") else 0.42
            for _ in range(30):
                across, down = rng.uniform(-spread, spread), rng.uniform(-spread, spread)
                place = (x + (right - left) * across, y + (bottom - top) * down)
                clear = inside(place, district.polygon) and from_edge(place, district.polygon) > radius + 9
                if clear and not lots.wet(place, radius + 4) and lots.free(place, radius):
                    lots.take(place, radius)
                    yield Feature(*place, name, 1.0, math.radians(district.angle), (at + rng.random()) / count)
                    break


def _houses(district: MapDistrict, plan: MapPlan, lots: Lots, rng: Random) -> Iterator[Thing]:
    fabric = fabric_of(district.kind, plan.climate)
    turn = math.radians(district.angle)
    (x0, y0), (wide, deep) = centre(district.polygon), fabric.lot
    outline = beyond(district.polygon, plan.size, 60)
    reach = max(math.hypot(x - x0, y - y0) for x, y in outline)
    c, s, half = math.cos(turn), math.sin(turn), max(wide, deep) * 0.52
    for i in range(-int(reach / wide) - 1, int(reach / wide) + 2):
        for j in range(-int(reach / deep) - 1, int(reach / deep) + 2):
            u, v = i * wide + (i // 3) * 9, j * deep + (j // 2) * 9
            at = (x0 + u * c - v * s, y0 + u * s + v * c)
            if not inside(at, outline) or from_edge(at, outline) < half + 6 or lots.wet(at, half + 6):
                continue
            if rng.random() < fabric.cover and lots.free(at, 5):
                house = _house(at, district, fabric, turn, math.hypot(at[0] - x0, at[1] - y0), rng)
                lots.take(at, max(house.wide, house.deep) * 0.6)
                yield house


def _house(at: Point, district: MapDistrict, fabric: Fabric, turn: float, out: float, rng: Random) -> Building:
    low, high = fabric.heights
    middle = max(0.0, 1 - out / 200) * fabric.core
    chance = rng.random() ** 2 * (0.75 - fabric.core * 0.4) + rng.random() * 0.15
    height = low + (high - low) * min(1.0, chance + middle)
    wide = fabric.lot[0] * fabric.fill * rng.uniform(0.88, 1.1)
    deep = fabric.lot[1] * fabric.fill * rng.uniform(0.86, 1.08)
    if height > 58:
        wide, deep = wide * 0.8, deep * 0.8
    wall, roof, shape = rng.choice(fabric.walls), rng.choice(fabric.roofs), fabric.shape
    if district.kind == "hillside" and rng.random() < 0.3:  # a slab of flats among the small houses
        wide, deep, height, shape, roof = wide * 1.35, deep * 0.95, rng.uniform(24, 34), "flat", "#EEF0F5"
    return Building(*at, wide, deep, turn, height, wall, roof, shape, district.kind, rng.random())


def _woods(plan: MapPlan, lots: Lots, rng: Random) -> Iterator[Thing]:
    """Yields trees in what is left, in clumps."""
    wide, deep = plan.size
    wild = fabric_of("park", plan.climate)
    homes = [(fabric_of(each.kind, plan.climate), beyond(each.polygon, plan.size, 60)) for each in plan.districts]
    for column in range(-1, int(wide // 13) + 2):
        for line in range(-2, int(deep // 13) + 3):
            at = (column * 13 + rng.uniform(-5, 5), line * 13 + rng.uniform(-5, 5))
            chance, size, sort, grain = rng.random(), rng.uniform(4.2, 8.2), rng.random(), rng.random()
            fabric, outline = next((home for home in homes if inside(at, home[1])), (wild, ()))
            clump = 0.85 + 0.5 * math.sin(at[0] * 0.021 + 1.3) * math.cos(at[1] * 0.027)
            if chance > fabric.trees * clump or lots.wet(at, 12) or not lots.free(at, size * 0.4):
                continue
            if not outline or from_edge(at, outline) > 14:
                yield Tree(*at, size, fabric.sorts[int(sort * len(fabric.sorts))], grain)


def _avenues(plan: MapPlan, lots: Lots, rng: Random) -> Iterator[Thing]:
    """Yields the trees along the streets between districts, palms where the sea is near."""
    for district in plan.districts:
        x0, y0 = centre(district.polygon)
        ring = zip(district.polygon, [*district.polygon[1:], district.polygon[0]], strict=True)
        for (x1, y1), (x2, y2) in ring:
            count = int(math.hypot(x2 - x1, y2 - y1) // 18)
            for step in range(1, count):
                x, y = x1 + (x2 - x1) * step / count, y1 + (y2 - y1) * step / count
                away = math.hypot(x0 - x, y0 - y) or 1.0
                at = (x + (x0 - x) / away * 13, y + (y0 - y) / away * 13)
                if rng.random() < 0.72 * CLIMATES[plan.climate].trees and not lots.wet(at, 5) and lots.free(at, 2):
                    sort = "palm" if lots.shore and from_edge(at, lots.shore) < 70 else "round"
                    yield Tree(*at, rng.uniform(3.6, 4.8), CLIMATES[plan.climate].sort(sort), rng.random())
