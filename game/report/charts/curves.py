"""What happened over the rounds: the five headlines, and the city's money."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.report.charts.axes import NARROW, Scale, counted, grid, rounds, scale_of
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
    spread,
    text_width,
    wrapped,
)
from game.report.figures import Budget, HeadlineId, Series
from game.wording.words import Words

STYLES: Final[dict[HeadlineId, tuple[str, float, tuple[float, ...]]]] = {
    "economy": ("economy", 2.4, ()),
    "ecology": ("ecology", 2.4, (10, 5)),
    "surveillance": ("surveillance", 2.4, (2, 5)),
    "quality": ("quality", 2.4, (11, 4, 2, 4)),
    "lived": ("quality", 4.0, ()),
}
"""Colour, thickness and dashes of each headline: told apart without colour too."""


DEBT: Final = 0.07
"""How dark the ground is where the city is in debt."""


@frozen
class Flag:
    """A numbered mark on the curves' time axis."""

    round: int
    label: str
    tip: str


def curves(
    series: Sequence[Series], flags: Sequence[Flag], words: Words, title: str, width: float = 760, text: float = 14
) -> Drawing:
    """Returns the headlines over the rounds, each labelled at its end, the gap between measured and lived shaded."""
    ends = [f"{words.points(one.values[-1])} ({words.change(one.shift.change)})" for one in series]
    room = width * 0.3
    names = [_end_label(one.name, end, room, text) for one, end in zip(series, ends, strict=True)]
    label = max(text_width(line, text, BOLD) for lines in names for line in lines)
    left, right, top = text * 2.1, width - label - text * 1.4, text * (2.6 if flags else 1.0)
    bottom = top + (right - left) * (0.5 if width >= NARROW * text else 1.05)
    last = len(series[0].values) - 1
    across = Scale(0, max(last, 1), left + text * 0.6, right, 1)
    up = scale_of([value / 1000 for one in series for value in one.values], bottom, top, (5, 10, 20))
    marks = grid(up, left, right, words, text) + rounds(across, bottom, words, text) + _blind_spot(series, across, up)
    notes = counted(up, left, right, bottom, words, text)
    marks += notes
    for flag in flags:
        marks += _flag(flag, across(flag.round), top, bottom, text)
    tall = max(len(lines) for lines in names) * text * 1.18 + text * 0.25
    places = spread([up(one.values[-1] / 1000) for one in series], tall, top, bottom)
    for one, lines, place in zip(series, names, places, strict=True):
        marks += _curve(one, across, up)
        marks += _label(lines, STYLES[one.id][0], (across(last), up(one.values[-1] / 1000)), place, text)
    told_ends = "; ".join(f"{one.name}: {end}" for one, end in zip(series, ends, strict=True))
    return Drawing(width, notes[-1].y + text * 0.5, title, told_ends, tuple(marks))


def _end_label(name: str, end: str, room: float, text: float) -> list[str]:
    whole = f"{name} {end}"
    return [whole] if text_width(whole, text, BOLD) <= room else [*wrapped(name, room, text, BOLD), end]


def _blind_spot(series: Sequence[Series], across: Scale, up: Scale) -> list[Mark]:
    by_id = {one.id: one for one in series}
    if not {"quality", "lived"} <= by_id.keys():
        return []
    there = [(across(k), up(value / 1000)) for k, value in enumerate(by_id["quality"].values)]
    back = [(across(k), up(value / 1000)) for k, value in enumerate(by_id["lived"].values)]
    return [Polygon((*there, *reversed(back)), "quality_tint")]


def _flag(flag: Flag, x: float, top: float, bottom: float, text: float) -> list[Mark]:
    y = top - text * 1.3
    return [
        Polyline(((x, y), (x, bottom)), "edge", 1, (3, 4)),
        Circle(x, y, text * 0.85, "ink", tip=flag.tip),
        Text(x, y + text * 0.33, flag.label, text * 0.9, "middle", BOLD, "surface"),
    ]


def _curve(one: Series, across: Scale, up: Scale) -> list[Mark]:
    colour, thickness, dash = STYLES[one.id]
    points = tuple((across(k), up(value / 1000)) for k, value in enumerate(one.values))
    return [
        Polyline(points, "surface", thickness + 2.5),  # a white edge keeps crossing curves apart in grey print
        Polyline(points, colour, thickness, dash, one.name),
        Circle(*points[-1], thickness + 1.6, colour, stroke="surface", width=1.5),
    ]


def _label(lines: Sequence[str], colour: str, end: Point, place: float, text: float) -> list[Mark]:
    x = end[0] + text * 1.2
    first = place + text * 0.35 - text * 1.18 * (len(lines) - 1) / 2
    marks: list[Mark] = [
        Text(x, first + text * 1.18 * k, line, text, weight=BOLD, fill=colour) for k, line in enumerate(lines)
    ]
    if abs(place - end[1]) > text * 0.5:
        marks.append(Polyline((_beside(end, text * 0.5), (x - text * 0.25, place)), colour, 1))
    return marks


def _beside(point: Point, step: float) -> Point:
    return point[0] + step, point[1]


def _limit(limit: str, line: float, right: float, up: Scale, text: float) -> list[Mark]:
    """Returns what the limit of the debt is called, above its line or else below; no line of the grid crosses it."""
    crossed = any(line - text * 1.3 < up(tick) < line for tick in up.ticks)  # then it stands below the limit
    told = Text(right, line + text * (1.1 if crossed else -0.4), limit, text * 0.9, "end")
    x0, y0, x1, y1 = told.extent
    if not any(y0 < up(tick) < y1 for tick in up.ticks):
        return [told]
    ground = (x0 - text * 0.2, y0, x1 - x0 + text * 0.2, y1 - y0)
    return [Rect(*ground, "surface"), Rect(*ground, "fall", DEBT), told]


def purse(budget: Budget, words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns the city's money after each round, the debt below zero shaded, with the limit it may not pass."""
    end = words.money(budget.balance[-1])
    left, right, top = text * 3.4, width - text_width(end, text, BOLD) - text, text * 1.2
    bottom = top + (right - left) * (0.34 if width >= NARROW * text else 0.75)
    across = Scale(0, max(len(budget.balance) - 1, 1), left + text * 0.6, right, 1)
    up = scale_of(
        [0, budget.floor / 1000, *(amount / 1000 for amount in budget.balance)], bottom, top, (2, 5, 10, 20, 50)
    )
    marks = grid(up, left, right, words, text) + rounds(across, bottom, words, text)
    marks.append(Rect(left, up(0), right - left, up(up.low) - up(0), "fall", DEBT))
    marks.append(Polyline(((left, up(budget.floor / 1000)), (right, up(budget.floor / 1000))), "fall", 1.5, (6, 4)))
    limit = words.say("report.budget.floor", amount=words.money(budget.floor))
    line = up(budget.floor / 1000)
    marks += _limit(limit, line, right, up, text)
    marks.append(Polyline(((left, up(0)), (right, up(0))), "ink", 1.2))
    points = tuple((across(k), up(amount / 1000)) for k, amount in enumerate(budget.balance))
    marks.append(Polyline(points, "accent", 2.8))
    for point, amount in zip(points, budget.balance, strict=True):
        marks.append(Circle(*point, 4.2, "accent", stroke="surface", width=1.5, tip=words.money(amount)))
    marks.append(
        Text(
            points[-1][0] + text * 0.7,
            points[-1][1] + text * 0.34,
            end,
            text,
            weight=BOLD,
            fill="accent",
        )
    )
    path = ", ".join(words.money(amount) for amount in budget.balance)
    return Drawing(width, bottom + text * 3.4, title, path, tuple(marks))
