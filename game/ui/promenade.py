"""What lies before the houses of the skyline: the quay, its palms and people, and the sea. Pure SVG text."""

from random import Random
from typing import Final, NamedTuple

from game.ui.hours import HIGH, QUAY, WATER, WIDE, Light, shaded
from game.ui.shores import Shore
from game.ui.strokes import disc, path, rect

FRONDS: Final = ((-46, 26, 16), (46, 26, 16), (-36, 36, -8), (36, 36, -8), (-26, 6, 30), (26, 6, 30), (4, 44, -30))
"""A palm's leaves: how far they reach, lift and drop."""
COATS: Final = ("#1F4FD8", "#A63A00", "#0C6C86", "#8B1E5B", "#3F6B12", "#A86400", "#5B3BB5")
SKINS: Final = ("#F0C9A4", "#C98F66", "#8A5A3C", "#E3B48C")


class Tree(NamedTuple):
    """A tree of the quay: the foot of its trunk and its height."""

    x: float
    y: float
    tall: float

    def crown(self) -> tuple[float, float, float, float]:
        """Returns the place that its leaves hide: left, top, width, height."""
        return self.x - 24, self.y - self.tall - 26, 60, 50


def promenade(shore: Shore, light: Light, rng: Random) -> list[str]:
    """Returns the quay with its trees, its lamps and the people on it."""
    stone = light.stone
    out = [
        rect(0, QUAY, WIDE, WATER - QUAY, f'fill="{stone}"'),
        rect(0, QUAY, WIDE, 7, f'fill="{shaded(stone, 0.9)}"'),
        rect(0, WATER - 12, WIDE, 14, f'fill="{shaded(stone, 0.8)}"'),
        path(f"M0 {QUAY + 11}h{WIDE}M0 {QUAY + 17}h{WIDE}", f'stroke="{shaded(stone, 0.72)}" stroke-width="1.6"'),
    ]
    plant = _palm if shore.tree == "palm" else _fir
    for tree in trees(shore):
        out += plant(tree, light)
    for at in range(15):
        x = 24 + at * 132
        out.append(path(f"M{x} {WATER - 10}v-46q0 -8 8 -8h8", 'fill="none" stroke="#5A6B7E" stroke-width="3"'))
        if light.lit:
            out.append(disc(x + 17, WATER - 60, 17, f'fill="{light.lamp}" fill-opacity=".22"'))
        out.append(disc(x + 17, WATER - 60, 5, f'fill="{light.lamp}" stroke="#5A6B7E" stroke-width="1.2"'))
    for at in range(16):
        out += _walker(rng.uniform(20, WIDE - 20), WATER - 9 + rng.uniform(-3, 3), light, rng, child=at % 5 == 0)
    return [*out, *_dog(532, WATER - 9, light), *_dog(1218, WATER - 8, light)]


def trees(shore: Shore) -> list[Tree]:
    """Returns the trees of the quay."""
    rng = Random(f"{shore.seed} palms")
    return [Tree(70 + at * 164 + rng.uniform(-14, 14), QUAY + 16, rng.uniform(84, 108)) for at in range(12)]


def _palm(tree: Tree, light: Light) -> list[str]:
    x, y, tall = tree
    top = y - tall
    fronds = "".join(
        f"M{x + 6:.1f} {top:.1f}q{reach * 0.5:.1f} {-lift:.1f} {reach:.1f} {drop:.1f}" for reach, lift, drop in FRONDS
    )
    green, bark = shaded("#4F9158", light.shade), shaded("#9A7B58", light.shade)
    return [
        path(f"M{x:.1f} {y:.1f}q7 {-tall * 0.5:.1f} 6 {-tall:.1f}", f'fill="none" stroke="{bark}" stroke-width="6"'),
        path(fronds, f'fill="none" stroke="{green}" stroke-width="6" stroke-linecap="round"'),
        disc(x + 6, top + 2, 6, f'fill="{shaded("#C98A4B", light.shade)}"'),
    ]


def _fir(tree: Tree, light: Light) -> list[str]:
    x, y, tall = tree
    tiers = "".join(
        f"M{x + 6 - reach:.1f} {y - tall * low:.1f}l{reach} {-tall * up:.1f}l{reach} {tall * up:.1f}z"
        for reach, low, up in ((27, 0.16, 0.46), (22, 0.42, 0.44), (16, 0.68, 0.48))
    )
    return [
        rect(x + 3, y - tall * 0.2, 6, tall * 0.2, f'fill="{shaded("#7A5C40", light.shade)}"'),
        path(tiers, f'fill="{shaded("#3E6F57", light.shade)}"'),
    ]


def _walker(x: float, y: float, light: Light, rng: Random, child: bool) -> list[str]:
    tall = 19.0 if child else 29.0
    dim = max(0.7, light.shade)
    coat, skin = shaded(rng.choice(COATS), dim), shaded(rng.choice(SKINS), dim)
    legs = f"M{x - 2.6:.1f} {y:.1f}v{-tall * 0.4:.1f}M{x + 2.6:.1f} {y:.1f}v{-tall * 0.4:.1f}"
    return [
        path(legs, 'stroke="#2A384C" stroke-width="3.2"'),
        path(f"M{x - 5:.1f} {y - tall * 0.36:.1f}q5 {-tall * 0.75:.1f} 10 0z", f'fill="{coat}"'),
        disc(x, y - tall * 0.85, tall * 0.16, f'fill="{skin}"'),
    ]


def _dog(x: float, y: float, light: Light) -> list[str]:
    coat = shaded("#8A5A3C", max(0.7, light.shade))
    body = f"M{x - 9:.1f} {y:.1f}v-8h-4l3 -4h17l4 -5l5 2v4h-4v11h-3v-7h-12v7z"
    return [path(body, f'fill="{coat}"')]


def sea(shore: Shore, light: Light, rng: Random) -> list[str]:
    """Returns the water and the light on it; two dolphins where it is the sea."""
    out = [rect(0, WATER, WIDE, HIGH - WATER, 'fill="url(#sea)"')]
    cap = 'stroke-linecap="round"'
    for _ in range(70):
        x, y = rng.uniform(0, WIDE), rng.uniform(WATER + 10, HIGH - 6)
        length, fade = rng.uniform(18, 70) * (0.5 + (y - WATER) / 140), 0.16 if light.stars else 0.34
        paint = f'stroke="#FFFFFF" stroke-opacity="{fade}" stroke-width="2.4" {cap}'
        out.append(path(f"M{x:.1f} {y:.1f}h{length:.1f}", paint))
    for at in range(9):  # the sun on the water
        y, half = WATER + 8 + at * 15, 46 - abs(at - 3) * 5
        paint = f'stroke="{light.sun}" stroke-opacity=".55" stroke-width="4" {cap}'
        out.append(path(f"M{1490 - half} {y:.0f}h{2 * half}", paint))
    for x, y in ((612, 1026), (680, 1040)) if shore.sea else ():  # two dolphins
        back = shaded("#6E93AD", max(0.7, light.shade))
        out.append(path(f"M{x} {y}q28 -40 62 -4l-9 -1q-24 -17 -53 5zM{x + 26} {y - 22}l12 -12l3 15z", f'fill="{back}"'))
        out.append(
            path(
                f"M{x - 12} {y + 2}h26M{x + 48} {y}h26", f'stroke="#FFFFFF" stroke-opacity=".7" stroke-width="3" {cap}'
            )
        )
    return out
