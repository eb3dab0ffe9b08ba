"""How much sessions differ: the mean change of each level, and from the least to the most that any session saw."""

from collections.abc import Sequence

from attrs import frozen

from game.report.charts.axes import Scale, arrowed, scale_of, toned
from game.report.drawing import BOLD, Circle, Drawing, Mark, Polyline, Text, text_width
from game.wording.words import Words


@frozen
class Spread:
    """A level's change over several sessions, in milli-points; `deviation` is None for a single one."""

    name: str
    mean: int
    least: int
    most: int
    deviation: int | None


def ranges(rows: Sequence[Spread], words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns a row a level: a thin line over all sessions, a thick one around the mean, a disc at the mean."""
    left = max(text_width(row.name, text, BOLD) for row in rows) + text * 1.2
    right, pitch = width - text * 5.2, text * 2.2
    levels = [level / 1000 for row in rows for level in (row.least, row.most, 0)]
    across = scale_of(levels, left, right, (1, 2, 5, 10, 20))
    foot = text * 0.4 + pitch * len(rows)
    marks: list[Mark] = []
    for tick in across.ticks:
        ink = "edge" if tick == 0 else "line"
        marks.append(Polyline(((across(tick), 0), (across(tick), foot)), ink))
        marks.append(Text(across(tick), foot + text * 1.2, words.signed(tick, 0), text * 0.85, "middle", fill="soft"))
    for place, row in enumerate(rows):
        marks += _row(row, text * 0.4 + pitch * (place + 0.5), across, width, words, text)
    told = "; ".join(
        f"{row.name} {words.change(row.mean)} ({words.change(row.least)}, {words.change(row.most)})" for row in rows
    )
    return Drawing(width, foot + text * 1.8, title, told, tuple(marks))


def _row(row: Spread, y: float, across: Scale, width: float, words: Words, text: float) -> list[Mark]:
    colour = toned(row.mean)
    marks: list[Mark] = [
        Text(across.start - text, y + text * 0.34, row.name, text, "end", BOLD),
        Polyline(((across(row.least / 1000), y), (across(row.most / 1000), y)), "edge", 1.6),
    ]
    if row.deviation is not None:
        near = tuple(max(row.least, min(row.most, row.mean + side * row.deviation)) for side in (-1, 1))
        marks.append(Polyline(((across(near[0] / 1000), y), (across(near[1] / 1000), y)), colour, 6))
    marks.append(Circle(across(row.mean / 1000), y, text * 0.45, colour, stroke="surface", width=1.6))
    return [*marks, Text(width, y + text * 0.34, arrowed(row.mean, words), text, "end", BOLD, colour)]
