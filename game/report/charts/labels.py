"""Labels that keep out of each other's way."""

from game.report.drawing import Anchor, Mark, Point, Text, text_width

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def placed(
    label: str,
    spot: Point,
    size: float,
    weight: int,
    fill: str,
    taken: list[Box],
    room: tuple[float, float],
) -> list[Mark]:
    """Writes a label beside its spot, on the first side where it meets no other; `taken` gains its box.

    Where every side is taken it goes where it covers least, and never out of its room if it fits there.
    """
    wide = text_width(label, size, weight)
    away = size * 0.95
    sides: list[tuple[float, float, Anchor]] = [
        (away, size * 0.34, "start"), (-away, size * 0.34, "end"),
        (0, -away, "middle"), (0, away * 1.7, "middle"),
        (away, -size * 0.8, "start"), (away, size * 1.5, "start"),
        (-away, -size * 0.8, "end"), (-away, size * 1.5, "end"),
        (0, -away * 2.2, "middle"), (0, away * 2.9, "middle"),
        (away, -size * 2, "start"), (away, size * 2.7, "start"),
        (-away, -size * 2, "end"), (-away, size * 2.7, "end"),
        (0, -away * 3.4, "middle"), (0, away * 4.1, "middle"),
    ]  # fmt: skip
    tries: list[Text] = []
    for dx, dy, anchor in sides:
        x = spot[0] + dx
        if anchor == "middle":
            x = max(room[0] + wide / 2 + 4, min(room[1] - wide / 2 - 4, x))
        tries.append(Text(x, spot[1] + dy, label, size, anchor, weight, fill))
    inside = [one for one in tries if room[0] <= one.extent[0] and one.extent[2] <= room[1]] or tries
    chosen = min(inside, key=lambda one: sum(covered(one.extent, box) for box in taken))
    taken.append(chosen.extent)
    return [chosen]


def covered(one: Box, other: Box) -> float:
    """Returns the area that two boxes share."""
    across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def meet(one: Box, other: Box) -> bool:
    """Tells whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
