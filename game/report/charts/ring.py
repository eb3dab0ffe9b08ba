"""A map of causes: every measure at its place round a ring, and signed arrows between them.

Measures keep their places from one map to another, so that two maps can be laid side by side. A sign is never told by
colour alone: what raises is an unbroken line, what lowers a dashed one, and each arrow bears its number where they fit.
"""

from collections.abc import Mapping, Sequence
from math import hypot, sqrt
from typing import Final

from attrs import frozen

from game.report.drawing import BOLD, REGULAR, Circle, Drawing, Mark, Point, Polygon, Polyline, Text, text_width

READ: Final = "soft"
"""The colour of what may start an arrow but not end one."""
WAY: Final = 72
"""Straight pieces that a bent arrow is drawn with."""
BADGES: Final = 20
"""Arrows that bear their number; with more, only those of the measure chosen do."""

SHARES: Final = (0.42, 0.56, 0.3, 0.68, 0.2, 0.8)
"""Where along an arrow its number may stand, the best place first."""


@frozen
class Station:
    """A measure on the ring: its id, its name and the colour of its family."""

    id: str
    name: str
    colour: str


@frozen
class Shaft:
    """An arrow of strength −3..3 from one measure to another; a faint one stays in the background."""

    from_: str
    to: str
    strength: int
    faint: bool = False
    tip: str = ""


def places(stations: Sequence[Station], width: float, high: float, text: float) -> dict[str, Point]:
    """Returns where each measure stands: down the end side, then up the start side, evenly, along an ellipse."""
    half = len(stations) // 2
    aside = max((text_width(each.name, text) for each in stations), default=0.0) + text * 1.1
    across = max(text, width / 2 - aside)
    found = {}
    for at, each in enumerate(stations):
        ending = at < half
        count = half if ending else len(stations) - half
        share = ((at if ending else len(stations) - 1 - at) + 0.5) / count
        bow = sqrt(1 - (1.86 * share - 0.93) ** 2)
        x = width / 2 + across * (0.45 + 0.55 * bow) * (1 if ending else -1)
        found[each.id] = (x, share * high)
    return found


def ring(
    stations: Sequence[Station],
    shafts: Sequence[Shaft],
    title: str,
    told: str,
    width: float = 1000,
    high: float = 640,
    text: float = 14,
    chosen: Sequence[str] = (),
) -> Drawing:
    """Returns the map; when some arrows touch a measure chosen, the others give way to them."""
    spots = places(stations, width, high, text)
    touched = [shaft for shaft in shafts if shaft.from_ in chosen or shaft.to in chosen] or list(shafts)
    behind = [shaft for shaft in shafts if shaft not in touched or shaft.faint]
    front = [shaft for shaft in touched if not shaft.faint]
    marks: list[Mark] = []
    for shaft in behind:
        marks += _arrow(shaft, spots, (width / 2, high / 2), text, "edge")
    for shaft in front:
        marks += _arrow(shaft, spots, (width / 2, high / 2), text, "rise" if shaft.strength > 0 else "fall")
    if len(front) <= BADGES or len(front) < len(shafts):
        marks += _badges(front, spots, (width / 2, high / 2), text)
    for each in stations:
        marks += _station(each, spots[each.id], width / 2, text, each.id in chosen)
    return Drawing(width, high, title, told, tuple(marks))


def _station(station: Station, spot: Point, middle: float, text: float, chosen: bool) -> list[Mark]:
    x, y = spot
    ending = x > middle
    name = Text(
        x + text * (0.95 if ending else -0.95), y + text * 0.34, station.name, text, "start" if ending else "end",
        BOLD if chosen else REGULAR, "accent" if chosen else "soft" if station.colour == READ else "ink",
    )  # fmt: skip
    fill = station.colour if chosen or station.colour != READ else "surface"
    return [Circle(x, y, text * 0.42, fill, stroke=station.colour, width=text * 0.14), name]


def _bent(shaft: Shaft, spots: Mapping[str, Point], centre: Point, text: float) -> list[Point]:
    """Returns the way of an arrow, bent towards the middle; there and back again keep apart."""
    (x0, y0), (x1, y1) = spots[shaft.from_], spots[shaft.to]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    aside = text * 0.9
    bend_x = (x0 + x1) / 2 * 0.45 + centre[0] * 0.55 - (y1 - y0) / length * aside
    bend_y = (y0 + y1) / 2 * 0.8 + centre[1] * 0.2 + (x1 - x0) / length * aside
    way = []
    for at in range(WAY + 1):
        k = at / WAY
        a, b, c = (1 - k) ** 2, 2 * k * (1 - k), k**2
        way.append((a * x0 + b * bend_x + c * x1, a * y0 + b * bend_y + c * y1))
    return _cut(way, text * 0.6, text * 1.25)


def _cut(way: list[Point], start: float, end: float) -> list[Point]:
    """Returns a way without its first and last stretch, where the measures and the arrowhead are."""
    first, last = way[0], way[-1]
    kept = [
        point
        for point in way
        if hypot(point[0] - first[0], point[1] - first[1]) > start
        and hypot(point[0] - last[0], point[1] - last[1]) > end
    ]
    return [*kept, last] if kept else way


def _arrow(shaft: Shaft, spots: Mapping[str, Point], centre: Point, text: float, colour: str) -> list[Mark]:
    *way, (x1, y1) = _bent(shaft, spots, centre, text)
    strength = abs(shaft.strength)
    thick = text * (0.02 + 0.085 * strength) if colour != "edge" else text * 0.07
    x0, y0 = way[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    ahead_x, ahead_y = (x1 - x0) / length, (y1 - y0) / length
    reach, spread = max(0.0, length - text * 0.5), text * (0.22 + 0.09 * strength)
    tip = (x0 + ahead_x * reach, y0 + ahead_y * reach)
    head = (tip, (x0 - ahead_y * spread, y0 + ahead_x * spread), (x0 + ahead_y * spread, y0 - ahead_x * spread))
    dash = () if shaft.strength > 0 else (text * 0.5, text * 0.38)
    return [Polyline(tuple(way), colour, thick, dash, shaft.tip), Polygon(head, colour)]


def _badges(shafts: Sequence[Shaft], spots: Mapping[str, Point], centre: Point, text: float) -> list[Mark]:
    """Returns the numbers of arrows, each where it lies over no other if there is such a place."""
    taken: list[Point] = []
    marks: list[Mark] = []
    for shaft in shafts:
        way = _bent(shaft, spots, centre, text)
        tried = [way[int(len(way) * share)] for share in SHARES]
        clear = (spot for spot in tried if all(hypot(spot[0] - x, spot[1] - y) > text * 1.6 for x, y in taken))
        taken.append(next(clear, tried[0]))
        marks += _badge(shaft.strength, taken[-1], text)
    return marks


def _badge(strength: int, spot: Point, text: float) -> list[Mark]:
    x, y = spot
    colour = "rise" if strength > 0 else "fall"
    told = f"{'+' if strength > 0 else '−'}{abs(strength)}"
    size = text * 0.95
    return [
        Circle(x, y, text * 0.8, "surface", stroke=colour, width=text * 0.08),
        Text(x, y + size * 0.36, told, size, "middle", BOLD, colour),
    ]
