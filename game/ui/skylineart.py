"""The city seen from the sea, behind the title: sky, hills, towers, the old front and its promenade. Pure SVG text.

Drawn on a sheet of 1920 × 1080 units; the upper two thirds stay quiet, for words.
"""

import math
from collections.abc import Sequence
from random import Random
from typing import Final

from attrs import frozen

from game.ui.citymap.art import shaded

WIDE: Final = 1920
HIGH: Final = 1080
QUAY: Final = 880.0
WATER: Final = 936.0


@frozen
class Light:
    """The hour: colours of the sky from top to horizon, of the sun, hills, sea and windows."""

    sky: tuple[str, str, str]
    sun: str
    halo: float
    hills: tuple[str, str, str]
    towers: tuple[str, ...]
    sea: tuple[str, str]
    stone: str
    shade: float
    lamp: str
    stars: bool


DAY: Final = Light(
    ("#BFE0F2", "#E3F1F5", "#FDEBD3"), "#FFE0A0", 0.35, ("#C3D7E0", "#AECBC4", "#9CC39B"),
    ("#C2CEDF", "#B3C3D8", "#CFD6E2", "#A9BBD3"), ("#8CCBDD", "#5FA9CB"), "#F3E6CA", 1.0, "#FFFFFF", False,
)  # fmt: skip
NIGHT: Final = Light(
    ("#0A1328", "#1A2A4D", "#4A3E63"), "#F2EBD6", 0.12, ("#22345A", "#1D3350", "#1C3A4A"),
    ("#22365C", "#1E3154", "#2A3F67", "#1B2C4C"), ("#1D3C5E", "#11243F"), "#4A4A5E", 0.46, "#FFD98A", True,
)  # fmt: skip
FACADES: Final = ("#F2CFA0", "#EBB893", "#F6E0BC", "#E8A88C", "#F4D7B4", "#EFC5A0", "#F7E9D2")
TILES: Final = ("#C9704C", "#D07F58", "#BF6445")
FRONDS: Final = ((-46, 26, 16), (46, 26, 16), (-36, 36, -8), (36, 36, -8), (-26, 6, 30), (26, 6, 30), (4, 44, -30))
"""A palm's leaves: how far they reach, lift and drop."""
COATS: Final = ("#1F4FD8", "#A63A00", "#0C6C86", "#8B1E5B", "#3F6B12", "#A86400", "#5B3BB5")
SKINS: Final = ("#F0C9A4", "#C98F66", "#8A5A3C", "#E3B48C")


def skyline_svg(width: int, height: int, seed: int, night: bool) -> str:
    """Returns the picture for a screen of that size; what does not fit is cut at the sides or at the top."""
    light = NIGHT if night else DAY
    rng = Random(f"{seed} skyline")
    body = [*_sky(light, rng), *_hills(light, rng), *_towers(light, rng), *_front(light, rng), *_promenade(light, rng)]
    body += _sea(light, rng)
    scale = max(width / WIDE, height / HIGH)
    left, top = (width - WIDE * scale) / 2, height - HIGH * scale
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<defs>{_gradient('sky', light.sky, 0, 800)}{_gradient('sea', light.sea, WATER, HIGH)}</defs>"
        f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.5f})">{"".join(body)}</g></svg>'
    )


def _gradient(name: str, colours: tuple[str, ...], top: float, bottom: float) -> str:
    """Returns a gradient in sheet units: SDL_image reads a gradient's own 0…1 box as pixels."""
    last = len(colours) - 1
    stops = "".join(f'<stop offset="{at / last:.2f}" stop-color="{colour}"/>' for at, colour in enumerate(colours))
    ends = f'gradientUnits="userSpaceOnUse" x1="0" y1="{top}" x2="0" y2="{bottom}"'
    return f'<linearGradient id="{name}" {ends}>{stops}</linearGradient>'


def _rect(x: float, y: float, wide: float, high: float, paint: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" {paint}/>'


def _disc(x: float, y: float, radius: float, paint: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {paint}/>'


def _path(steps: str, paint: str) -> str:
    return f'<path d="{steps}" {paint}/>'


def _sky(light: Light, rng: Random) -> list[str]:
    out = [_rect(0, 0, WIDE, QUAY, 'fill="url(#sky)"')]
    if light.stars:
        out += [
            _disc(rng.uniform(0, WIDE), rng.uniform(0, 520), rng.uniform(0.8, 2.0), 'fill="#FFFFFF" fill-opacity=".7"')
            for _ in range(90)
        ]
    for radius, share in ((210, 0.3), (150, 0.55), (100, 0.9)):
        out.append(_disc(1490, 470, radius, f'fill="{light.sun}" fill-opacity="{light.halo * share:.2f}"'))
    return [*out, _disc(1490, 470, 66, f'fill="{light.sun}"')]


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
        out.append(_path(f"M{line}L{WIDE + 80} {QUAY}L-40 {QUAY}Z", f'fill="{light.hills[depth]}"'))
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
                out.append(_rect(at, down, 17, 10, f'fill="{wall}"'))
                out.append(_path(f"M{at - 2:.1f} {down:.1f}l10.5 -8l10.5 8z", f'fill="{tile}"'))
            else:
                cypress = f"M{at:.1f} {down + 9:.1f}q-6 -16 0 -30q6 14 0 30z"
                out.append(_path(cypress, f'fill="{shaded("#4C8259", light.shade)}"'))
    return out


def _towers(light: Light, rng: Random) -> list[str]:
    out, x = [], -30.0
    while x < WIDE:
        wide = rng.uniform(52, 96)
        rise = math.exp(-(((x - 1180) / 330) ** 2)) * 230 + math.exp(-(((x - 1720) / 120) ** 2)) * 90
        tall = 96 + rise * rng.uniform(0.55, 1.0) + rng.uniform(0, 46)
        tone, top = rng.choice(light.towers), QUAY - tall
        out.append(_rect(x, top, wide, tall, f'fill="{tone}"'))
        out.append(_rect(x + wide * 0.72, top, wide * 0.28, tall, 'fill="#16202E" fill-opacity=".07"'))
        out += _crown(x, top, wide, tone, rng)
        out += _panes(x, top, wide, tall, tone, light, rng)
        x += wide + (rng.uniform(4, 26) if rng.random() < 0.6 else -8)
    return out


def _crown(x: float, top: float, wide: float, tone: str, rng: Random) -> list[str]:
    """Draws what tops a tower: a mast, a set-back floor, a garden or nothing."""
    kind = rng.random()
    if kind < 0.2:
        return [_rect(x + wide * 0.48, top - 34, 3, 34, f'fill="{shaded(tone, 0.9)}"')]
    if kind < 0.5:
        return [_rect(x + wide * 0.2, top - 14, wide * 0.6, 14, f'fill="{shaded(tone, 0.95)}"')]
    if kind < 0.7:
        garden = "".join(f"M{x + 6 + step * 9:.1f} {top:.1f}a5 6 0 0 1 10 0z" for step in range(int((wide - 10) / 9)))
        return [_path(garden, f'fill="{shaded("#8DBB7C", 0.62 if int(tone[1:3], 16) < 90 else 1)}"')]
    return []


def _panes(x: float, top: float, wide: float, tall: float, tone: str, light: Light, rng: Random) -> list[str]:
    glass = shaded(tone, 1.09 if not light.stars else 1.25)
    rows = [top + 14 + step * 17 for step in range(int((tall - 60) / 17))]
    dim = "".join(f"M{x + 8:.1f} {y:.1f}h{wide - 16:.1f}" for y in rows)
    out = [_path(dim, f'stroke="{glass}" stroke-width="7" stroke-dasharray="7 5"')] if dim else []
    if light.stars:
        lit = "".join(f"M{x + 8 + 12 * rng.randrange(max(1, int((wide - 16) / 12))):.1f} {y:.1f}h7" for y in rows)
        out.append(_path(lit, f'stroke="{light.lamp}" stroke-width="7"'))
    return out


def _front(light: Light, rng: Random) -> list[str]:
    """Draws the old front: tall narrow houses, shutters, arcades, a bell tower and a dome."""
    out: list[str] = _bell_tower(430, light) + _cathedral(760, light)
    x = -20.0
    while x < WIDE:
        wide, tall = rng.uniform(74, 116), rng.uniform(92, 150)
        wall, tile = shaded(rng.choice(FACADES), light.shade), shaded(rng.choice(TILES), light.shade)
        top = QUAY - tall
        out.append(_rect(x, top, wide, tall, f'fill="{wall}"'))
        out.append(_path(f"M{x - 4:.1f} {top:.1f}l9 -15h{wide - 10:.1f}l9 15z", f'fill="{tile}"'))
        out += _shutters(x, top, wide, tall, wall, light, rng)
        x += wide
        if rng.random() < 0.13:
            out += [_disc(x + 22 + dx, QUAY - 26 - dy, 25, f'fill="{shaded(green, light.shade)}"')
                    for dx, dy, green in ((0, 0, "#6FA860"), (22, 14, "#5B9854"), (42, 0, "#7DB26C"))]  # fmt: skip
            x += 96
    return out


def _shutters(x: float, top: float, wide: float, tall: float, wall: str, light: Light, rng: Random) -> list[str]:
    out: list[str] = []
    count = max(2, int(wide / 27))
    step, blind = wide / count, shaded(rng.choice(("#5F8C86", "#6F93A8", "#7E9A6C", "#8A7F9C")), light.shade)
    for level in range(int((tall - 44) / 27)):
        for at in range(count):
            left, up = x + step * (at + 0.5) - 5, top + 12 + level * 27
            lit = light.stars and rng.random() < 0.42
            out.append(_rect(left, up, 10, 16, f'fill="{light.lamp if lit else shaded(wall, 0.68)}"'))
            out.append(_path(f"M{left - 5:.1f} {up:.1f}h4v16h-4zM{left + 11:.1f} {up:.1f}h4v16h-4z", f'fill="{blind}"'))
    arches = "".join(f"M{x + step * (at + 0.5) - 8:.1f} {QUAY:.0f}v-15a8 9 0 0 1 16 0v15z" for at in range(count))
    tone = light.lamp if light.stars else shaded(wall, 0.72)
    return [*out, _path(arches, f'fill="{tone}" fill-opacity="{0.75 if light.stars else 1}"')]


def _bell_tower(x: float, light: Light) -> list[str]:
    wall, tile = shaded("#F4DFB9", light.shade), shaded("#C9704C", light.shade)
    return [
        _rect(x, QUAY - 300, 46, 300, f'fill="{wall}"'),
        _rect(x + 32, QUAY - 300, 14, 300, 'fill="#16202E" fill-opacity=".08"'),
        _rect(x - 4, QUAY - 306, 54, 8, f'fill="{shaded(wall, 0.88)}"'),
        _path(f"M{x + 14} {QUAY - 250}v-26a9 10 0 0 1 18 0v26z", f'fill="{shaded(wall, 0.6)}"'),
        _disc(x + 23, QUAY - 212, 12, f'fill="#FFFDF6" stroke="{shaded(wall, 0.7)}" stroke-width="2.5"'),
        _path(f"M{x + 23} {QUAY - 212}v-8M{x + 23} {QUAY - 212}l6 3", 'stroke="#4A5768" stroke-width="2"'),
        _path(f"M{x - 2} {QUAY - 306}l25 -52l25 52z", f'fill="{tile}"'),
    ]


def _cathedral(x: float, light: Light) -> list[str]:
    wall, dome = shaded("#F6E7CC", light.shade), shaded("#7FA7A4", light.shade)
    return [
        _rect(x - 62, QUAY - 190, 124, 190, f'fill="{wall}"'),
        _path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 104 0z", f'fill="{dome}"'),
        _path(f"M{x - 52} {QUAY - 190}a52 60 0 0 1 52 -60q-30 22 -28 60z", f'fill="{shaded(dome, 1.13)}"'),
        _rect(x - 9, QUAY - 274, 18, 28, f'fill="{wall}"'),
        _path(f"M{x - 11} {QUAY - 274}l11 -18l11 18z", f'fill="{dome}"'),
    ]


def _promenade(light: Light, rng: Random) -> list[str]:
    stone = light.stone
    out = [
        _rect(0, QUAY, WIDE, WATER - QUAY, f'fill="{stone}"'),
        _rect(0, QUAY, WIDE, 7, f'fill="{shaded(stone, 0.9)}"'),
        _rect(0, WATER - 12, WIDE, 14, f'fill="{shaded(stone, 0.8)}"'),
        _path(f"M0 {QUAY + 11}h{WIDE}M0 {QUAY + 17}h{WIDE}", f'stroke="{shaded(stone, 0.72)}" stroke-width="1.6"'),
    ]
    for at in range(12):
        out += _palm(70 + at * 164 + rng.uniform(-14, 14), QUAY + 16, rng.uniform(84, 108), light)
    for at in range(15):
        x = 24 + at * 132
        out.append(_path(f"M{x} {WATER - 10}v-46q0 -8 8 -8h8", 'fill="none" stroke="#5A6B7E" stroke-width="3"'))
        if light.stars:
            out.append(_disc(x + 17, WATER - 60, 17, f'fill="{light.lamp}" fill-opacity=".22"'))
        out.append(_disc(x + 17, WATER - 60, 5, f'fill="{light.lamp}" stroke="#5A6B7E" stroke-width="1.2"'))
    for at in range(16):
        out += _walker(rng.uniform(20, WIDE - 20), WATER - 9 + rng.uniform(-3, 3), light, rng, child=at % 5 == 0)
    return [*out, *_dog(532, WATER - 9, light), *_dog(1218, WATER - 8, light)]


def _palm(x: float, y: float, tall: float, light: Light) -> list[str]:
    top = y - tall
    fronds = "".join(
        f"M{x + 6:.1f} {top:.1f}q{reach * 0.5:.1f} {-lift:.1f} {reach:.1f} {drop:.1f}" for reach, lift, drop in FRONDS
    )
    green, bark = shaded("#4F9158", light.shade), shaded("#9A7B58", light.shade)
    return [
        _path(f"M{x:.1f} {y:.1f}q7 {-tall * 0.5:.1f} 6 {-tall:.1f}", f'fill="none" stroke="{bark}" stroke-width="6"'),
        _path(fronds, f'fill="none" stroke="{green}" stroke-width="6" stroke-linecap="round"'),
        _disc(x + 6, top + 2, 6, f'fill="{shaded("#C98A4B", light.shade)}"'),
    ]


def _walker(x: float, y: float, light: Light, rng: Random, child: bool) -> list[str]:
    tall = 19.0 if child else 29.0
    dim = max(0.7, light.shade)
    coat, skin = shaded(rng.choice(COATS), dim), shaded(rng.choice(SKINS), dim)
    legs = f"M{x - 2.6:.1f} {y:.1f}v{-tall * 0.4:.1f}M{x + 2.6:.1f} {y:.1f}v{-tall * 0.4:.1f}"
    return [
        _path(legs, 'stroke="#2A384C" stroke-width="3.2"'),
        _path(f"M{x - 5:.1f} {y - tall * 0.36:.1f}q5 {-tall * 0.75:.1f} 10 0z", f'fill="{coat}"'),
        _disc(x, y - tall * 0.85, tall * 0.16, f'fill="{skin}"'),
    ]


def _dog(x: float, y: float, light: Light) -> list[str]:
    coat = shaded("#8A5A3C", max(0.7, light.shade))
    body = f"M{x - 9:.1f} {y:.1f}v-8h-4l3 -4h17l4 -5l5 2v4h-4v11h-3v-7h-12v7z"
    return [_path(body, f'fill="{coat}"')]


def _sea(light: Light, rng: Random) -> list[str]:
    out = [_rect(0, WATER, WIDE, HIGH - WATER, 'fill="url(#sea)"')]
    cap = 'stroke-linecap="round"'
    for _ in range(70):
        x, y = rng.uniform(0, WIDE), rng.uniform(WATER + 10, HIGH - 6)
        length, fade = rng.uniform(18, 70) * (0.5 + (y - WATER) / 140), 0.16 if light.stars else 0.34
        paint = f'stroke="#FFFFFF" stroke-opacity="{fade}" stroke-width="2.4" {cap}'
        out.append(_path(f"M{x:.1f} {y:.1f}h{length:.1f}", paint))
    for at in range(9):  # the sun on the water
        y, half = WATER + 8 + at * 15, 46 - abs(at - 3) * 5
        paint = f'stroke="{light.sun}" stroke-opacity=".55" stroke-width="4" {cap}'
        out.append(_path(f"M{1490 - half} {y:.0f}h{2 * half}", paint))
    for x, y in ((612, 1026), (680, 1040)):  # two dolphins
        back = shaded("#6E93AD", max(0.7, light.shade))
        out.append(
            _path(f"M{x} {y}q28 -40 62 -4l-9 -1q-24 -17 -53 5zM{x + 26} {y - 22}l12 -12l3 15z", f'fill="{back}"')
        )
        out.append(
            _path(
                f"M{x - 12} {y + 2}h26M{x + 48} {y}h26", f'stroke="#FFFFFF" stroke-opacity=".7" stroke-width="3" {cap}'
            )
        )
    return out
