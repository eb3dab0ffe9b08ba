"""The city's map, shaded by what changed where, with the round each decision was taken for a district."""

from collections.abc import Sequence
from itertools import product

from attrs import frozen

from game.report.charts.axes import arrowed
from game.report.charts.fates import STRONGEST
from game.report.charts.labels import Box, meet
from game.report.drawing import BOLD, Circle, Drawing, Mark, Point, Polygon, Polyline, Text, text_width, wrapped
from game.report.figures import DistrictFate, Plan, TechLevel
from game.wording.words import Words


@frozen
class Pin:
    """A decision on the map."""

    district: str
    label: str
    tech: TechLevel
    tip: str


def places(
    plan: Plan,
    districts: Sequence[DistrictFate],
    column: int,
    pins: Sequence[Pin],
    words: Words,
    title: str,
    width: float = 760,
    text: float = 14,
) -> Drawing:
    """Returns the map; districts darken with the change of one headline, the `column` of their levels."""
    scale = width / plan.size[0]
    marks: list[Mark] = [Polygon(scaled(plan.sea, scale), "quality", 0.18)] if plan.sea else []
    drawn = [district for district in districts if district.outline]
    for district in drawn:
        marks += _shape(district, column, scale, words)
    if plan.river:
        thick = max(plan.river_width * scale, 3)
        marks += [Polyline(scaled(plan.river, scale), "surface", thick + 3)]
        marks += [Polyline(scaled(plan.river, scale), "quality_tint", thick)]
    taken: list[Box] = []
    for district in drawn:
        marks += _label(district, column, pins, scale, words, text, taken, plan.size[1] * scale)
    told = "; ".join(f"{one.name} {words.change(one.levels[column].change)}" for one in drawn)
    return Drawing(width, plan.size[1] * scale, title, told, tuple(marks))


def scaled(points: Sequence[Point], scale: float) -> tuple[Point, ...]:
    """Returns an outline in the units of a drawing."""
    return tuple((x * scale, y * scale) for x, y in points)


def _shape(district: DistrictFate, column: int, scale: float, words: Words) -> list[Mark]:
    change = district.levels[column].change
    outline = scaled(district.outline, scale)
    tip = f"{district.name} {words.change(change)}"
    shade = 0.06 + min(abs(change) / STRONGEST, 1) * 0.36
    return [
        Polygon(outline, "sunken", stroke="surface", width=3),
        Polygon(outline, "rise" if change >= 0 else "fall", shade, "edge", 1.2, tip=tip),
    ]


def _label(
    district: DistrictFate,
    column: int,
    pins: Sequence[Pin],
    scale: float,
    words: Words,
    text: float,
    taken: list[Box],
    high: float,
) -> list[Mark]:
    outline = scaled(district.outline, scale)
    lines = wrapped(district.name, (max(x for x, _ in outline) - min(x for x, _ in outline)) * 0.8, text, BOLD)
    own = [pin for pin in pins if pin.district == district.name]
    wide = max([text_width(line, text, BOLD) for line in lines] + [text * 1.9 * len(own), text * 4])
    tall = text * (1.2 * (len(lines) + 1) + (2.1 if own else 0))
    x, y = free_place(middle(outline), wide, tall, text, taken, high)
    marks: list[Mark] = [
        Text(x, y + text * (1.0 + 1.2 * k), line, text, "middle", BOLD) for k, line in enumerate(lines)
    ]
    y += text * (1.0 + 1.2 * len(lines))
    change = district.levels[column].change
    marks.append(Text(x, y, arrowed(change, words), text, "middle", fill="ink"))
    for k, pin in enumerate(own):
        at = x + text * 1.9 * (k - (len(own) - 1) / 2), y + text * 1.35
        marks.append(Circle(*at, text * 0.82, pin.tech, stroke="surface", width=1.5, tip=pin.tip))
        marks.append(Text(at[0], at[1] + text * 0.32, pin.label, text * 0.88, "middle", BOLD, "on_tech"))
    return marks


def middle(outline: Sequence[Point]) -> Point:
    """Returns the centre of gravity of a polygon (shoelace formula)."""
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    return cx / (3 * area), cy / (3 * area)


def free_place(around: Point, wide: float, tall: float, text: float, taken: list[Box], high: float) -> Point:
    """Returns where the label's top middle goes: at the district's middle, or as near as no other label stands.

    It never leaves a map that is `high`.
    """
    boxes = []
    for aside, step in product((0, -2, 2, -4, 4), (0, -1, 1, -2, 2, -3, 3, -4, 4)):
        left = max(0.0, around[0] + aside * text - wide / 2)
        top = max(0.0, min(high - tall, around[1] - tall / 2 + step * text * 0.9))
        boxes.append((left, top, left + wide, top + tall))
    free = (box for box in boxes if not any(meet(box, other) for other in taken))
    box = next(free, boxes[0])
    taken.append(box)
    return box[0] + wide / 2, box[1]
