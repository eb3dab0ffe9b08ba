"""Which visions the city came to resemble, and the way it went there."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from game.report.charts.axes import Scale
from game.report.charts.labels import Box, placed
from game.report.drawing import (
    BOLD,
    Circle,
    Drawing,
    Mark,
    Point,
    Polygon,
    Polyline,
    Rect,
    Text,
)
from game.report.figures import Compass, VisionShare
from game.wording.words import Words

STEPS: Final = 12
DIAMOND: Final = ((0, -1), (1, 0), (0, 1), (-1, 0))


def mixture(compass: Compass, words: Words, title: str, width: float = 460, text: float = 14) -> Drawing:
    """Returns one bar a vision, from zero, the largest share first."""
    pitch = text * 2.9
    across = Scale(0, 100_000, 0, width - text * 3.4, 25_000)
    marks, percents = list[Mark](), compass.percents
    for place, vision in enumerate(compass.visions):
        y = pitch * place
        first = place == 0
        marks.append(Text(0, y + text * 1.1, vision.name, text, weight=BOLD if first else 400))
        marks.append(Rect(0, y + text * 1.5, across.end, text * 0.7, "sunken", radius=3))
        marks.append(
            Rect(0, y + text * 1.5, max(across(vision.share), 2), text * 0.7, "accent", 1 if first else 0.55, radius=3)
        )
        share = words.percent(percents[vision.id])
        marks.append(Text(width, y + text * 2.15, share, text, "end", BOLD if first else 400))
    shares = "; ".join(f"{vision.name} {words.percent(percents[vision.id])}" for vision in compass.visions)
    return Drawing(width, pitch * len(compass.visions), title, shares, tuple(marks))


def path(compass: Compass, words: Words, title: str, width: float = 460, text: float = 14) -> Drawing:
    """Returns the city's way across two of the compass' axes, and where the visions stand."""
    across, up, marks = _ground(compass, width, text)
    way = tuple((across(x), up(y)) for x, y in compass.path)
    taken = [mark.extent for mark in marks if isinstance(mark, Text)]
    taken += [(x - 6, y - 6, x + 6, y + 6) for x, y in way[:-1]]
    taken.append(_box_around(way[-1], text * 0.6))
    for vision in compass.visions:
        taken.append(_box_around((across(vision.place[0]), up(vision.place[1])), text * 0.5))
    end = placed(words.say("report.your_city"), way[-1], text, BOLD, "accent", taken, (across.start, across.end))
    labels: list[Mark] = [*end]
    for vision in compass.visions:
        spot = (across(vision.place[0]), up(vision.place[1]))
        labels += placed(vision.name, spot, text * 0.92, 400, "ink", taken, (across.start, across.end))
    marks += [Polyline(way, "surface", 5.5), Polyline(way, "accent", 2.8)]
    for k, (x, y) in enumerate(way[:-1]):
        tip = words.say("report.after_round", n=words.whole(k)) if k else words.say("report.at_start")
        marks.append(Circle(x, y, 3.6, "accent" if k else "surface", stroke="accent", width=1.8, tip=tip))
    marks.append(Circle(*way[-1], text * 0.6, "accent", stroke="surface", width=2))
    marks += [_diamond(one, (across(one.place[0]), up(one.place[1])), text) for one in compass.visions]
    near = compass.visions[0].name
    return Drawing(
        width, up.start + text * 2.2, title, words.say("report.compass.path", vision=near), (*marks, *labels)
    )


def together(
    tables: Sequence[tuple[str, Compass]], words: Words, title: str, width: float = 760, text: float = 14
) -> Drawing:
    """Returns the ways of several tables' cities across one compass; they share their start and its visions."""
    first = tables[0][1]
    across, up, marks = _ground(first, width, text)
    ways = [(name, [(across(x), up(y)) for x, y in each.path]) for name, each in tables]
    taken = [mark.extent for mark in marks if isinstance(mark, Text)]
    taken += [(x - 8, y - 8, x + 8, y + 8) for _, way in ways for x, y in (way[0], way[-1])]
    taken += [(x - 3, y - 3, x + 3, y + 3) for _, way in ways for spot in pairwise(way) for x, y in _between(*spot)]
    spots = [(vision, (across(vision.place[0]), up(vision.place[1]))) for vision in first.visions]
    taken += [_box_around(spot, text * 0.5) for _, spot in spots]
    labels: list[Mark] = []
    for name, way in ways:
        labels += placed(name, way[-1], text, BOLD, "accent", taken, (across.start, across.end))
    for vision, spot in spots:
        labels += placed(vision.name, spot, text * 0.92, 400, "ink", taken, (across.start, across.end))
    for name, way in ways:
        marks += [Polyline(tuple(way), "surface", 5), Polyline(tuple(way), "accent", 2.2)]
        marks.append(Circle(*way[-1], text * 0.5, "accent", stroke="surface", width=2, tip=name))
    marks += [_diamond(vision, spot, text) for vision, spot in spots]
    marks.append(Circle(*ways[0][1][0], 5, "surface", stroke="accent", width=2, tip=words.say("report.at_start")))
    near = (words.say("merge.compass.told", table=name, vision=each.visions[0].name) for name, each in tables)
    return Drawing(width, up.start + text * 2.2, title, "; ".join(near), (*marks, *labels))


def _between(one: Point, other: Point) -> tuple[Point, ...]:
    """Returns points along a stretch of a way, close enough that no label fits between them."""
    return tuple(
        (one[0] + (other[0] - one[0]) * k / STEPS, one[1] + (other[1] - one[1]) * k / STEPS) for k in range(STEPS)
    )


def _ground(compass: Compass, width: float, text: float) -> tuple[Scale, Scale, list[Mark]]:
    """Returns the two axes of the compass, and its ground."""
    side = width - text * 2.4
    across, up = Scale(-8, 108, text * 1.2, text * 1.2 + side, 58), Scale(-8, 108, text * 2.4 + side, text * 2.4, 58)
    marks: list[Mark] = [Rect(across.start, up.end, side, side, "sunken", radius=6)]
    marks.append(Polyline(((across(50), up.start), (across(50), up.end)), "line", 1.2))
    marks.append(Polyline(((across.start, up(50)), (across.end, up(50))), "line", 1.2))
    marks.append(Text(across.start, up.end - text * 0.8, f"↑ {compass.upward.name}", text * 0.92, fill="soft"))
    marks.append(Text(across.end, up.start + text * 1.6, f"{compass.across.name} →", text * 0.92, "end", fill="soft"))
    return across, up, marks


def _box_around(spot: Point, reach: float) -> Box:
    return spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach


def _diamond(vision: VisionShare, spot: Point, text: float) -> Mark:
    corners = tuple((spot[0] + x * text * 0.45, spot[1] + y * text * 0.45) for x, y in DIAMOND)
    return Polygon(corners, "soft", stroke="surface", width=1.5, tip=vision.about)
