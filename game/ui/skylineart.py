"""The city seen from the sea, behind the title: sky, hills, towers, the old front and its promenade. Pure SVG text.

Drawn on the sheet of `hours`; the upper two thirds stay quiet, for words.
"""

import math
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from game.ui.hours import HIGH, LOWEST_SKY, QUAY, WATER, WIDE, Light, grain, shaded
from game.ui.houses import BELL, DOME, bell_tower, front, hall, houses, openings, pitch
from game.ui.promenade import promenade, sea, trees
from game.ui.shores import Shore, leaning
from game.ui.strokes import disc, gradient, path, rect

Place = tuple[float, float, float, float]
"""Left, top, width and height on the sheet."""


class Window(NamedTuple):
    """A window that lights up: its place on the sheet, and how far the evening must be, 0 to 1."""

    x: float
    y: float
    wide: float
    high: float
    after: float


class Tower(NamedTuple):
    """A tower of the business quarter: its place, its tone among those of the hour, what tops it (0 to 1)."""

    x: float
    top: float
    wide: float
    tall: float
    tone: int
    crown: float


def skyline_svg(width: int, height: int, shore: Shore, light: Light, rise: float = 1.0, over: str = "") -> str:
    """Returns the picture for a screen of that size; what does not fit is cut at the sides or at the top.

    `rise` is how high the towers stand; `over` is SVG in sheet units drawn on top. No window shines yet.
    """
    unit = grain(width, height)
    left, top = (width - WIDE * unit) / 2, height - HIGH * unit
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<defs>{gradient('sky', light.sky, 0, LOWEST_SKY)}{gradient('sea', light.sea, WATER, HIGH)}</defs>"
        f'<g transform="translate({left:.2f} {top:.2f}) scale({unit:.5f})">{city(shore, light, rise)}{over}</g></svg>'
    )


def city(shore: Shore, light: Light, rise: float = 1.0) -> str:
    """Returns everything of the picture, from the sky to the water, in sheet units."""
    rng = Random(f"{shore.seed} skyline")
    body = [*_sky(light, rng), *_hills(shore, light, rng)]
    for tower in towers(shore, rise):
        body += _tower(tower, light)
    body += bell_tower(BELL, shore, light) + hall(DOME, shore, light)
    for house in houses(shore):
        body += front(house, shore, light)
    return "".join([*body, *promenade(shore, light, rng), *sea(shore, light, rng)])


def towers(shore: Shore, rise: float = 1.0) -> list[Tower]:
    """Returns the towers, higher where the business quarter and the new harbour stand."""
    rng, found, x = Random(f"{shore.seed} towers"), [], -30.0
    while x < WIDE:
        wide = rng.uniform(52, 96)
        hill = math.exp(-(((x - 1180) / 330) ** 2)) * 230 + math.exp(-(((x - 1720) / 120) ** 2)) * 90
        tall = 96 + hill * rise * rng.uniform(0.55, 1.0) + rng.uniform(0, 46)
        found.append(Tower(x, QUAY - tall, wide, tall, rng.randrange(4), rng.random()))
        x += wide + (rng.uniform(4, 26) if rng.random() < 0.6 else -8)
    return found


def windows(shore: Shore, rise: float = 1.0) -> list[Window]:
    """Returns the windows that light up as the evening comes, in no order, but for those that something hides."""
    rng = Random(f"{shore.seed} windows")
    found = []
    fronts, crowns = _fronts(shore), [tree.crown() for tree in trees(shore)]
    for tower in towers(shore, rise):
        for y in _floors(tower):
            for _ in range(rng.choice((1, 2, 2, 3))):
                x = tower.x + 8 + 12 * rng.randrange(max(1, int((tower.wide - 16) / 12)))
                found.append(Window(x, y - 3.5, 7, 7, rng.uniform(0.1, 0.95)))
    found = [each for each in found if not any(_meet(each, front) for front in fronts)]
    for house in houses(shore):
        found += [Window(x, y, 10, 16, rng.uniform(0.15, 1)) for x, y in openings(house) if rng.random() < 0.6]
    return [each for each in found if not any(_meet(each, crown) for crown in crowns)]


def _fronts(shore: Shore) -> list[Place]:
    """Returns what stands before the towers: houses with their roofs and trees, the bell tower, the great hall."""
    rows = [
        (each.x - 4, each.top - pitch(each, shore) - 2, each.wide + (96 if each.trees else 8), HIGH)
        for each in houses(shore)
    ]
    return [*rows, (BELL - 4, QUAY - 308 - shore.spire, 54, HIGH), (DOME - 62, QUAY - 292, 124, HIGH)]


def _meet(window: Window, place: Place) -> bool:
    x, y, wide, high = place
    return window.x < x + wide and x < window.x + window.wide and window.y < y + high and y < window.y + window.high


def _sky(light: Light, rng: Random) -> list[str]:
    out = [rect(0, 0, WIDE, QUAY, 'fill="url(#sky)"')]
    if light.stars:
        out += [
            disc(rng.uniform(0, WIDE), rng.uniform(0, 520), rng.uniform(0.8, 2.0), 'fill="#FFFFFF" fill-opacity=".7"')
            for _ in range(90)
        ]
    for radius, share in ((210, 0.3), (150, 0.55), (100, 0.9)):
        out.append(disc(1490, 470, radius, f'fill="{light.sun}" fill-opacity="{light.halo * share:.2f}"'))
    return [*out, disc(1490, 470, 66, f'fill="{light.sun}"')]


def _hills(shore: Shore, light: Light, rng: Random) -> list[str]:
    """Draws three ridges, each nearer, lower and more of its ground than the one behind."""
    out = []
    for depth, (base, swing) in enumerate(((610, 92), (690, 66), (760, 44))):
        turn = rng.uniform(0, 6)
        ridge = [
            (x, base - swing * (0.6 * math.sin(x * 0.0031 + turn) + 0.4 * math.sin(x * 0.0083 + turn * 2)) - x * 0.02)
            for x in range(-40, WIDE + 80, 40)
        ]
        line = "L".join(f"{x:.0f} {y:.1f}" for x, y in ridge)
        ground = leaning(light.hills[depth], shore.ground)
        out.append(path(f"M{line}L{WIDE + 80} {QUAY}L-40 {QUAY}Z", f'fill="{ground}"'))
        if depth == 2:
            out += _villas(ridge, shore, light, rng)
    return out


def _villas(ridge: Sequence[tuple[float, float]], shore: Shore, light: Light, rng: Random) -> list[str]:
    """Draws the houses on the hillside, and what grows between them: cypresses, firs, or low bushes."""
    out = []
    grows = {"tiled": "q-6 -16 0 -30q6 14 0 30z", "steep": "h-8l8 -30l8 30z", "flat": "h-9a9 9 0 0 1 18 0z"}[shore.roof]
    for x, y in ridge[1:-1]:
        for _ in range(2):
            at, down = x + rng.uniform(-18, 18), y + rng.uniform(16, 60)
            wall, tile = shaded("#F8EFE0", light.shade), shaded(rng.choice(shore.tiles), light.shade)
            if rng.random() < 0.5:
                out.append(rect(at, down, 17, 10, f'fill="{wall}"'))
                roof = f"M{at - 2:.1f} {down:.1f}l10.5 -8l10.5 8z" if shore.roof != "flat" else ""
                out.append(path(roof or f"M{at:.1f} {down:.1f}h17v2.4h-17z", f'fill="{tile}"'))
            else:
                bush = f"M{at:.1f} {down + 9:.1f}{grows}"
                out.append(path(bush, f'fill="{shaded(shore.shrub, light.shade)}"'))
    return out


def _tower(tower: Tower, light: Light) -> list[str]:
    x, top, wide, tall, tone, _ = tower
    paint = light.towers[tone % len(light.towers)]
    out = [rect(x, top, wide, tall, f'fill="{paint}"')]
    out.append(rect(x + wide * 0.72, top, wide * 0.28, tall, 'fill="#16202E" fill-opacity=".07"'))
    out += _crown(tower, paint, light)
    panes = "".join(f"M{x + 8:.1f} {y:.1f}h{wide - 16:.1f}" for y in _floors(tower))
    glass = shaded(paint, 1.25 if light.stars else 1.09)
    return [*out, path(panes, f'stroke="{glass}" stroke-width="7" stroke-dasharray="7 5"')] if panes else out


def _floors(tower: Tower) -> list[float]:
    return [tower.top + 14 + step * 17 for step in range(int((tower.tall - 60) / 17))]


def _crown(tower: Tower, paint: str, light: Light) -> list[str]:
    """Draws what tops a tower: a mast, a set-back floor, a garden or nothing."""
    x, top, wide, kind = tower.x, tower.top, tower.wide, tower.crown
    if kind < 0.2:
        return [rect(x + wide * 0.48, top - 34, 3, 34, f'fill="{shaded(paint, 0.9)}"')]
    if kind < 0.5:
        return [rect(x + wide * 0.2, top - 14, wide * 0.6, 14, f'fill="{shaded(paint, 0.95)}"')]
    if kind < 0.7:
        garden = "".join(f"M{x + 6 + step * 9:.1f} {top:.1f}a5 6 0 0 1 10 0z" for step in range(int((wide - 10) / 9)))
        return [path(garden, f'fill="{shaded("#8DBB7C", light.shade)}"')]
    return []
