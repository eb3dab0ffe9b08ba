"""The old front of the skyline: its houses, each with the roof of its country, the bell tower and the great hall.

Pure SVG text, on the sheet of `hours`.
"""

from random import Random
from typing import Final, NamedTuple

from game.ui.hours import QUAY, WIDE, Light, shaded
from game.ui.shores import Shore
from game.ui.strokes import disc, path, rect

BELL: Final = 430
DOME: Final = 760
"""Where the bell tower begins, and the middle of the great hall."""


class House(NamedTuple):
    """A house of the old front, and whether trees stand after it."""

    x: float
    top: float
    wide: float
    tall: float
    wall: str
    tile: str
    blind: str
    trees: bool


def houses(shore: Shore) -> list[House]:
    """Returns the old front: tall narrow houses, with gaps where trees stand."""
    rng, found, x = Random(f"{shore.seed} houses"), [], -20.0
    while x < WIDE:
        wide, tall, trees = rng.uniform(74, 116), rng.uniform(92, 150), rng.random() < 0.13
        paints = rng.choice(shore.facades), rng.choice(shore.tiles), rng.choice(shore.blinds)
        found.append(House(x, QUAY - tall, wide, tall, *paints, trees))
        x += wide + (96 if trees else 0)
    return found


def pitch(house: House, shore: Shore) -> float:
    """Returns how high the roof of a house is."""
    return {"tiled": 15.0, "steep": house.wide * 0.55, "flat": 7.0}[shore.roof]


def front(house: House, shore: Shore, light: Light) -> list[str]:
    """Draws a house, its roof, its shutters and the arches at its foot; and the trees after it."""
    x, top, wide, tall = house.x, house.top, house.wide, house.tall
    wall, tile, blind = (shaded(paint, light.shade) for paint in (house.wall, house.tile, house.blind))
    out = [rect(x, top, wide, tall, f'fill="{wall}"'), *_roof(house, shore, wall, tile)]
    panes = "".join(f"M{left:.1f} {up:.1f}h10v16h-10z" for left, up in openings(house))
    blinds = "".join(
        f"M{left - 5:.1f} {up:.1f}h4v16h-4zM{left + 11:.1f} {up:.1f}h4v16h-4z" for left, up in openings(house)
    )
    out += [path(panes, f'fill="{shaded(wall, 0.68)}"'), path(blinds, f'fill="{blind}"')]
    out += _arcade(house, wall, light)
    if house.trees:
        out += [
            disc(x + wide + 22 + dx, QUAY - 26 - dy, 25, f'fill="{shaded(green, light.shade)}"')
            for dx, dy, green in ((0, 0, "#6FA860"), (22, 14, "#5B9854"), (42, 0, "#7DB26C"))
        ]
    return out


def _roof(house: House, shore: Shore, wall: str, tile: str) -> list[str]:
    """Draws a roof of tiles, a gable, or a terrace with, on some, a tower that catches the wind."""
    x, top, wide, high = house.x, house.top, house.wide, pitch(house, shore)
    match shore.roof:
        case "tiled":
            return [path(f"M{x - 4:.1f} {top:.1f}l9 -{high:.0f}h{wide - 10:.1f}l9 {high:.0f}z", f'fill="{tile}"')]
        case "steep":
            slopes = f"M{x - 5:.1f} {top + 2:.1f}l{wide / 2 + 5:.1f} -{high:.1f}l{wide / 2 + 5:.1f} {high:.1f}"
            gable = path(f"{slopes}z", f'fill="{wall}"')
            return [gable, path(slopes, f'fill="none" stroke="{tile}" stroke-width="9" stroke-linejoin="round"')]
    edge = [rect(x - 1, top - high, wide + 2, high + 1, f'fill="{tile}"')]
    if round(house.tall) % 3:
        return edge
    slits = "".join(f"M{x + wide * 0.6 + at:.1f} {top - 36:.1f}v16" for at in (6, 12, 18))
    catcher = rect(x + wide * 0.6, top - 42, 24, 36, f'fill="{wall}"')
    return [*edge, catcher, path(slits, f'stroke="{shaded(wall, 0.6)}" stroke-width="3"')]


def openings(house: House) -> list[tuple[float, float]]:
    """Returns the upper left corners of a house's windows."""
    count = max(2, int(house.wide / 27))
    step = house.wide / count
    levels = range(int((house.tall - 44) / 27))
    return [(house.x + step * (at + 0.5) - 5, house.top + 12 + level * 27) for level in levels for at in range(count)]


def _arcade(house: House, wall: str, light: Light) -> list[str]:
    count = max(2, int(house.wide / 27))
    step = house.wide / count
    arches = "".join(f"M{house.x + step * (at + 0.5) - 8:.1f} {QUAY:.0f}v-15a8 9 0 0 1 16 0v15z" for at in range(count))
    tone, share = (light.lamp, 0.75) if light.lit else (shaded(wall, 0.72), 1)
    return [path(arches, f'fill="{tone}" fill-opacity="{share}"')]


def bell_tower(x: float, shore: Shore, light: Light) -> list[str]:
    """Draws the tower that everyone sets their watch by; where it is hot, one that catches the wind."""
    wall, tile = shaded(shore.stone, light.shade), shaded(shore.cap, light.shade)
    out = [
        rect(x, QUAY - 300, 46, 300, f'fill="{wall}"'),
        rect(x + 32, QUAY - 300, 14, 300, 'fill="#16202E" fill-opacity=".08"'),
        rect(x - 4, QUAY - 306, 54, 8, f'fill="{shaded(wall, 0.88)}"'),
    ]
    if not shore.spire:
        slits = "".join(f"M{x + at} {QUAY - 288}v52" for at in (10, 19, 28))
        return [*out, path(slits, f'stroke="{shaded(wall, 0.6)}" stroke-width="5"')]
    return [
        *out,
        path(f"M{x + 14} {QUAY - 250}v-26a9 10 0 0 1 18 0v26z", f'fill="{shaded(wall, 0.6)}"'),
        disc(x + 23, QUAY - 212, 12, f'fill="#FFFDF6" stroke="{shaded(wall, 0.7)}" stroke-width="2.5"'),
        path(f"M{x + 23} {QUAY - 212}v-8M{x + 23} {QUAY - 212}l6 3", 'stroke="#4A5768" stroke-width="2"'),
        path(f"M{x - 2} {QUAY - 306}l25 -{shore.spire}l25 {shore.spire}z", f'fill="{tile}"'),
    ]


def hall(x: float, shore: Shore, light: Light) -> list[str]:
    """Draws the great hall of the city under its dome; in the north, behind a stepped gable."""
    wall, dome = shaded(shore.stone, light.shade), shaded(shore.dome, light.shade)
    body = rect(x - 62, QUAY - 190, 124, 190, f'fill="{wall}"')
    if shore.roof == "steep":
        steps = "h15.5v-22" * 4 + "h15.5v22" * 4
        gable = path(f"M{x - 62} {QUAY - 190}{steps}z", f'fill="{wall}"')
        return [body, gable, disc(x, QUAY - 214, 13, f'fill="{shaded(wall, 0.6)}"')]
    return [
        body,
        path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 104 0z", f'fill="{dome}"'),
        path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 52 -60q-30 22 -28 60z", f'fill="{shaded(dome, 1.13)}"'),
        rect(x - 9, QUAY - 274, 18, 28, f'fill="{wall}"'),
        path(f"M{x - 11} {QUAY - 274}l11 -18l11 18z", f'fill="{dome}"'),
    ]
