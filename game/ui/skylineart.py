"""The city seen from the sea, behind the title: sky, hills, towers, the old front and its promenade. Pure SVG text.

Drawn on the sheet of `hours`; the upper two thirds stay quiet, for words.
"""

import math
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from game.ui.hours import HIGH, LOWEST_SKY, QUAY, WATER, WIDE, Light, grain, shaded
from game.ui.promenade import palms, promenade, sea
from game.ui.strokes import disc, gradient, path, rect

Place = tuple[float, float, float, float]
"""Left, top, width and height on the sheet."""

BELL: Final = 430
DOME: Final = 760
FACADES: Final = ("#F2CFA0", "#EBB893", "#F6E0BC", "#E8A88C", "#F4D7B4", "#EFC5A0", "#F7E9D2")
BLINDS: Final = ("#5F8C86", "#6F93A8", "#7E9A6C", "#8A7F9C")
TILES: Final = ("#C9704C", "#D07F58", "#BF6445")


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


def skyline_svg(width: int, height: int, seed: int, light: Light, rise: float = 1.0, over: str = "") -> str:
    """Returns the picture for a screen of that size; what does not fit is cut at the sides or at the top.

    `rise` is how high the towers stand; `over` is SVG in sheet units drawn on top. No window shines yet.
    """
    unit = grain(width, height)
    left, top = (width - WIDE * unit) / 2, height - HIGH * unit
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<defs>{gradient('sky', light.sky, 0, LOWEST_SKY)}{gradient('sea', light.sea, WATER, HIGH)}</defs>"
        f'<g transform="translate({left:.2f} {top:.2f}) scale({unit:.5f})">{city(seed, light, rise)}{over}</g></svg>'
    )


def city(seed: int, light: Light, rise: float = 1.0) -> str:
    """Returns everything of the picture, from the sky to the sea, in sheet units."""
    rng = Random(f"{seed} skyline")
    body = [*_sky(light, rng), *_hills(light, rng)]
    for tower in towers(seed, rise):
        body += _tower(tower, light)
    body += _bell_tower(BELL, light) + _cathedral(DOME, light)
    for house in houses(seed):
        body += _house(house, light)
    return "".join([*body, *promenade(seed, light, rng), *sea(light, rng)])


def towers(seed: int, rise: float = 1.0) -> list[Tower]:
    """Returns the towers, higher where the business quarter and the new harbour stand."""
    rng, found, x = Random(f"{seed} towers"), [], -30.0
    while x < WIDE:
        wide = rng.uniform(52, 96)
        hill = math.exp(-(((x - 1180) / 330) ** 2)) * 230 + math.exp(-(((x - 1720) / 120) ** 2)) * 90
        tall = 96 + hill * rise * rng.uniform(0.55, 1.0) + rng.uniform(0, 46)
        found.append(Tower(x, QUAY - tall, wide, tall, rng.randrange(4), rng.random()))
        x += wide + (rng.uniform(4, 26) if rng.random() < 0.6 else -8)
    return found


def houses(seed: int) -> list[House]:
    """Returns the old front: tall narrow houses, with gaps where trees stand."""
    rng, found, x = Random(f"{seed} houses"), [], -20.0
    while x < WIDE:
        wide, tall, trees = rng.uniform(74, 116), rng.uniform(92, 150), rng.random() < 0.13
        paints = rng.choice(FACADES), rng.choice(TILES), rng.choice(BLINDS)
        found.append(House(x, QUAY - tall, wide, tall, *paints, trees))
        x += wide + (96 if trees else 0)
    return found


def windows(seed: int, rise: float = 1.0) -> list[Window]:
    """Returns the windows that light up as the evening comes, in no order, but for those that something hides."""
    rng = Random(f"{seed} windows")
    found = []
    fronts, crowns = _fronts(seed), [palm.crown() for palm in palms(seed)]
    for tower in towers(seed, rise):
        for y in _floors(tower):
            for _ in range(rng.choice((1, 2, 2, 3))):
                x = tower.x + 8 + 12 * rng.randrange(max(1, int((tower.wide - 16) / 12)))
                found.append(Window(x, y - 3.5, 7, 7, rng.uniform(0.1, 0.95)))
    found = [each for each in found if not any(_meet(each, front) for front in fronts)]
    for house in houses(seed):
        found += [Window(x, y, 10, 16, rng.uniform(0.15, 1)) for x, y in _openings(house) if rng.random() < 0.6]
    return [each for each in found if not any(_meet(each, crown) for crown in crowns)]


def _fronts(seed: int) -> list[Place]:
    """Returns what stands before the towers: houses with their roofs and trees, the bell tower, the cathedral."""
    rows = [(each.x - 4, each.top - 17, each.wide + (96 if each.trees else 8), HIGH) for each in houses(seed)]
    return [*rows, (BELL - 4, QUAY - 360, 54, HIGH), (DOME - 62, QUAY - 292, 124, HIGH)]


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


def _hills(light: Light, rng: Random) -> list[str]:
    """Draws three ridges, each nearer, lower and greener than the one behind."""
    out = []
    for depth, (base, swing) in enumerate(((610, 92), (690, 66), (760, 44))):
        turn = rng.uniform(0, 6)
        ridge = [
            (x, base - swing * (0.6 * math.sin(x * 0.0031 + turn) + 0.4 * math.sin(x * 0.0083 + turn * 2)) - x * 0.02)
            for x in range(-40, WIDE + 80, 40)
        ]
        line = "L".join(f"{x:.0f} {y:.1f}" for x, y in ridge)
        out.append(path(f"M{line}L{WIDE + 80} {QUAY}L-40 {QUAY}Z", f'fill="{light.hills[depth]}"'))
        if depth == 2:
            out += _villas(ridge, light, rng)
    return out


def _villas(ridge: Sequence[tuple[float, float]], light: Light, rng: Random) -> list[str]:
    out = []
    for x, y in ridge[1:-1]:
        for _ in range(2):
            at, down = x + rng.uniform(-18, 18), y + rng.uniform(16, 60)
            wall, tile = shaded("#F8EFE0", light.shade), shaded(rng.choice(TILES), light.shade)
            if rng.random() < 0.5:
                out.append(rect(at, down, 17, 10, f'fill="{wall}"'))
                out.append(path(f"M{at - 2:.1f} {down:.1f}l10.5 -8l10.5 8z", f'fill="{tile}"'))
            else:
                cypress = f"M{at:.1f} {down + 9:.1f}q-6 -16 0 -30q6 14 0 30z"
                out.append(path(cypress, f'fill="{shaded("#4C8259", light.shade)}"'))
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


def _house(house: House, light: Light) -> list[str]:
    x, top, wide, tall = house.x, house.top, house.wide, house.tall
    wall, tile, blind = (shaded(paint, light.shade) for paint in (house.wall, house.tile, house.blind))
    out = [rect(x, top, wide, tall, f'fill="{wall}"')]
    out.append(path(f"M{x - 4:.1f} {top:.1f}l9 -15h{wide - 10:.1f}l9 15z", f'fill="{tile}"'))
    panes = "".join(f"M{left:.1f} {up:.1f}h10v16h-10z" for left, up in _openings(house))
    blinds = "".join(
        f"M{left - 5:.1f} {up:.1f}h4v16h-4zM{left + 11:.1f} {up:.1f}h4v16h-4z" for left, up in _openings(house)
    )
    out += [path(panes, f'fill="{shaded(wall, 0.68)}"'), path(blinds, f'fill="{blind}"')]
    out += _arcade(house, wall, light)
    if house.trees:
        out += [
            disc(x + wide + 22 + dx, QUAY - 26 - dy, 25, f'fill="{shaded(green, light.shade)}"')
            for dx, dy, green in ((0, 0, "#6FA860"), (22, 14, "#5B9854"), (42, 0, "#7DB26C"))
        ]
    return out


def _openings(house: House) -> list[tuple[float, float]]:
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


def _bell_tower(x: float, light: Light) -> list[str]:
    wall, tile = shaded("#F4DFB9", light.shade), shaded("#C9704C", light.shade)
    return [
        rect(x, QUAY - 300, 46, 300, f'fill="{wall}"'),
        rect(x + 32, QUAY - 300, 14, 300, 'fill="#16202E" fill-opacity=".08"'),
        rect(x - 4, QUAY - 306, 54, 8, f'fill="{shaded(wall, 0.88)}"'),
        path(f"M{x + 14} {QUAY - 250}v-26a9 10 0 0 1 18 0v26z", f'fill="{shaded(wall, 0.6)}"'),
        disc(x + 23, QUAY - 212, 12, f'fill="#FFFDF6" stroke="{shaded(wall, 0.7)}" stroke-width="2.5"'),
        path(f"M{x + 23} {QUAY - 212}v-8M{x + 23} {QUAY - 212}l6 3", 'stroke="#4A5768" stroke-width="2"'),
        path(f"M{x - 2} {QUAY - 306}l25 -52l25 52z", f'fill="{tile}"'),
    ]


def _cathedral(x: float, light: Light) -> list[str]:
    wall, dome = shaded("#F6E7CC", light.shade), shaded("#7FA7A4", light.shade)
    return [
        rect(x - 62, QUAY - 190, 124, 190, f'fill="{wall}"'),
        path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 104 0z", f'fill="{dome}"'),
        path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 52 -60q-30 22 -28 60z", f'fill="{shaded(dome, 1.13)}"'),
        rect(x - 9, QUAY - 274, 18, 28, f'fill="{wall}"'),
        path(f"M{x - 11} {QUAY - 274}l11 -18l11 18z", f'fill="{dome}"'),
    ]
