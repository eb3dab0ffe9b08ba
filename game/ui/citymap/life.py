"""What a city's life puts on its map: building sites and what comes of them, open and shut shops, cameras, trees, haze.

Pure and seeded by (seed of the scenario, district, kind): the same portrait gives the same marks, so a replay looks
the same, and one district's marks do not move when another's change.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Final

from attrs import evolve, frozen

from game.ui.citymap.lots import Building, Feature, Lots, Thing, Tree, furnish
from game.ui.citymap.plan import WIDE, MapDistrict, MapPlan, Point, beyond, bounds, centre, from_edge, inside
from game.ui.citymap.portrait import Life, Portrait, Project

ROOM: Final = {"towers": 40.0, "dome": 46.0, "tram": 44.0, "wild": 48.0, "rain": 42.0, "assembly": 40.0, "garden": 42.0,
               "market": 42.0, "homes": 40.0, "panels": 40.0, "table": 38.0, "lanes": 40.0}  # fmt: skip
"""The clear ground that a project takes, as a radius in drawing units; `SMALLER` for the others."""
SMALLER: Final = 28.0
AROUND: Final = {
    "towers": ("tower", 3), "watch": ("camera", 6), "control": ("camera", 4), "grid": ("pylon", 5),
    "panels": ("panel", 7), "rain": ("swale", 6), "wild": ("sapling", 22), "lamps": ("lamp", 8),
    "people": ("person", 6), "bins": ("bin", 7), "market": ("stall", 3), "garden": ("plot", 5), "mast": ("sensor", 7),
    "assembly": ("person", 5), "table": ("person", 6), "lanes": ("sapling", 8), "dome": ("sensor", 3),
    "clinic": ("person", 3), "homes": ("sapling", 5), "tram": ("sapling", 6),
}  # fmt: skip
"""What an open project spreads over its district besides itself, and how many."""
BROAD: Final = {"tower": 17.0}
"""Details for which what stood there makes room; the others find a place between."""
MOST: Final = {"person": 14, "camera": 14, "sapling": 40, "van": 5, "haze": 9}
"""Details of each kind in a district that fares as far as a step can tell."""


@frozen
class Mark:
    """Something that life puts on the map, in drawing units; `room` is the radius that it clears of what stood there.

    A mark whose kind is `open`, `shut` or `empty` is a building's: it changes the house that stands at its place.
    """

    kind: str
    district: str
    x: float
    y: float
    grain: float = 0.0
    room: float = 0.0
    of: str = ""
    """The project that put it there."""


TRADES: Final = ("open", "shut", "empty")


@lru_cache(maxsize=16)
def marks_of(plan: MapPlan, portrait: Portrait) -> tuple[Mark, ...]:
    """Returns the marks of a portrait on a plan, in drawing units."""
    drawn = plan.drawn()
    things, lots = furnish(drawn)
    found: list[Mark] = []
    for district in drawn.districts:
        mine = [each for each in portrait.projects if each.district == district.id]
        standing = [thing for thing in things if inside((thing.x, thing.y), district.polygon)]
        projects = list(_projects(mine, district, drawn, lots, standing))
        found += [mark for project in projects for mark in project]
        taken = [mark for mark in found if mark.room and mark.district == district.id]
        found += _life(portrait.of(district.id), district, drawn, lots, _left_standing(standing, taken), taken)
    return tuple(found)


def enlivened(things: Iterable[Thing], marks: Sequence[Mark]) -> list[Thing]:
    """Returns all that stands once life has left its marks, from back to front."""
    trades = {(mark.x, mark.y): mark.kind for mark in marks if mark.kind in TRADES}
    taken = [mark for mark in marks if mark.room]
    kept = [
        evolve(thing, trade=trades[thing.x, thing.y])
        if isinstance(thing, Building) and (thing.x, thing.y) in trades
        else thing
        for thing in _left_standing(things, taken)
    ]
    added = [Feature(mark.x, mark.y, mark.kind, grain=mark.grain) for mark in marks if mark.kind not in TRADES]
    return sorted([*kept, *added], key=lambda thing: thing.y + (1000.0 if _floats(thing) else 0.0))


def _floats(thing: Thing) -> bool:
    """Says whether a thing hangs over all that stands."""
    return isinstance(thing, Feature) and thing.name == "haze"


def _left_standing(things: Iterable[Thing], taken: Sequence[Mark]) -> list[Thing]:
    """Returns what keeps clear of the ground that projects take; the city's own monuments always stay."""
    return [
        thing
        for thing in things
        if isinstance(thing, Feature) or all(math.hypot(thing.x - m.x, thing.y - m.y) > _reach(thing, m) for m in taken)
    ]


def _reach(thing: Building | Tree, mark: Mark) -> float:
    body = max(thing.wide, thing.deep) * 0.4 if isinstance(thing, Building) else thing.size * 0.4
    return mark.room + body


def _projects(
    projects: Sequence[Project], district: MapDistrict, plan: MapPlan, lots: Lots, standing: Sequence[Thing]
) -> Iterator[list[Mark]]:
    """Yields the marks of each project of a district, in the order they were decided."""
    taken = [(thing.x, thing.y, 30.0) for thing in standing if isinstance(thing, Feature)]
    for project in projects:
        rng = Random(f"{plan.seed} {district.id} {project.kind} {project.id}")
        room = ROOM.get(project.kind, SMALLER)
        x, y = _clearing(district, plan, lots, room, taken, rng)
        taken.append((x, y, room))
        kind = project.kind if project.open else "site"
        marks = [Mark(kind, district.id, x, y, rng.random(), room, project.id)]
        if project.open and project.kind in AROUND:
            name, count = AROUND[project.kind]
            spots = _spots(district, lots, count, rng, [*taken, *_built(standing, name)])
            marks += [Mark(name, district.id, *at, rng.random(), BROAD.get(name, 0.0), project.id) for at in spots]
            taken += [(mark.x, mark.y, mark.room) for mark in marks if mark.room]
        yield marks


def _built(standing: Sequence[Thing], name: str) -> list[tuple[float, float, float]]:
    """Returns where houses stand, for details that keep clear of them."""
    if name in BROAD:
        return []
    return [(each.x, each.y, max(each.wide, each.deep) * 0.5) for each in standing if isinstance(each, Building)]


Taken = Sequence[tuple[float, float, float]]


def _clearing(district: MapDistrict, plan: MapPlan, lots: Lots, room: float, taken: Taken, rng: Random) -> Point:
    """Returns the place for a project: dry, inside, in sight, as clear of the others as can be."""
    x0, y0 = centre(district.polygon)
    left, top, right, bottom = bounds(district.polygon)
    outline = beyond(district.polygon, plan.size, 60)
    best, least = (x0, y0), math.inf
    for _ in range(90):
        at = (rng.uniform(left, right), rng.uniform(top, bottom))
        dry = inside(at, district.polygon) and not lots.wet(at, room * 0.7)
        seen = 50 < at[0] < WIDE - 50 and 70 < at[1] < plan.size[1] - 40
        if not dry or not seen:
            continue
        edge = max(0.0, room * 0.8 + 6 - from_edge(at, outline)) * 4
        crowd = sum(max(0.0, room + far + 24 - math.hypot(at[0] - x, at[1] - y)) for x, y, far in taken) * 6
        cost = edge + crowd + abs(math.hypot(at[0] - x0, at[1] - y0) - 62) * 0.25
        if cost < least:
            best, least = at, cost
    return best


def _spots(
    district: MapDistrict, lots: Lots, count: int, rng: Random, taken: Taken, margin: float = 9.0
) -> list[Point]:
    """Returns up to `count` places strewn over a district, dry, off its streets, clear of what is taken."""
    left, top, right, bottom = bounds(district.polygon)
    found: list[Point] = []
    for _ in range(count * 14):
        if len(found) == count:
            break
        at = (rng.uniform(left, right), rng.uniform(top, bottom))
        if not inside(at, district.polygon) or from_edge(at, district.polygon) < margin or lots.wet(at, 10):
            continue
        apart = all(math.hypot(at[0] - x, at[1] - y) > 15 for x, y in found)
        if apart and all(math.hypot(at[0] - x, at[1] - y) > far for x, y, far in taken):
            found.append(at)
    return found


def _life(
    life: Life, district: MapDistrict, plan: MapPlan, lots: Lots, standing: Sequence[Thing], taken: Sequence[Mark]
) -> Iterator[Mark]:
    """Yields how a district fares: its shops, those who left, its cameras, its people, its plants, its haze."""
    yield from _trades(life, district, plan, standing)
    full = [*((mark.x, mark.y, mark.room) for mark in taken), *_built(standing, "")]
    counts = {"camera": life.cameras, "person": life.people, "sapling": life.green * 2, "van": life.left}
    scales = {"camera": 16, "person": 10, "sapling": 10, "van": 8}
    for kind, count in counts.items():
        wanted = min(MOST[kind], round(MOST[kind] * max(0, count) / scales[kind]))
        rng = Random(f"{plan.seed} {district.id} {kind}")
        for at in _spots(district, lots, MOST[kind], rng, full)[:wanted]:
            yield Mark(kind, district.id, *at, rng.random())
    yield from _hazy(life, district, plan, lots)


def _hazy(life: Life, district: MapDistrict, plan: MapPlan, lots: Lots) -> Iterator[Mark]:
    rng = Random(f"{plan.seed} {district.id} haze")
    spots = _spots(district, lots, MOST["haze"], rng, (), 24)
    for at in spots[: round(MOST["haze"] * life.haze / 5)]:
        yield Mark("haze", district.id, *at, rng.random())


def _trades(life: Life, district: MapDistrict, plan: MapPlan, standing: Sequence[Thing]) -> Iterator[Mark]:
    """Yields what ground floors show; the first to have a shop are the last to lose it."""
    houses = [thing for thing in standing if isinstance(thing, Building) and thing.shape != "saw"]
    ranks = Random(f"{plan.seed} {district.id} trade")
    houses = sorted(houses, key=lambda _: ranks.random())
    many = len(houses)
    open_, shut, empty = (round(many * share) for share in (life.shops * 0.05, life.shut * 0.055, life.left * 0.05))
    kinds = ["open"] * open_ + ["shut"] * shut + ["empty"] * empty
    for house, kind in zip(houses, kinds, strict=False):
        yield Mark(kind, district.id, house.x, house.y)
