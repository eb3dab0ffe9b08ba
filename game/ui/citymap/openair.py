"""What is decided and lived in the open, as it stands on the map: gardens, banks, a market, an assembly. Pure SVG."""

import math
from collections.abc import Callable
from typing import Final

from game.ui.citymap.details import figures, lamp, plot, stall
from game.ui.citymap.works import box, ellipse, path

SHADE: Final = 'fill="#26324A" fill-opacity=".16"'
LINE: Final = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'


def lanes(x: float, y: float, _grain: float) -> list[str]:
    """Returns a walking street with cycles and a minibus on call."""
    street = f"M{x - 48:.1f} {y + 14:.1f}Q{x:.1f} {y - 12:.1f} {x + 50:.1f} {y + 6:.1f}"
    return [
        path(street, f'{LINE} stroke="#F6EBD6" stroke-width="24"'),
        path(street, f'{LINE} stroke="#8CC46F" stroke-width="8"'),
        path(street, f'{LINE} stroke="#FFFFFF" stroke-width="1.4" stroke-dasharray="5 4"'),
        *_cycle(x - 22, y + 2, "#D9643A"),
        *_cycle(x + 4, y - 3, "#3D6C9C"),
        *box(x + 18, y + 14, 22, 8, 11, ("#F2C14E", "#CFA038", "#FFE3A0")),
        path(f"M{x + 20:.1f} {y + 7.5:.1f}h18", 'stroke="#5B7FA6" stroke-width="4" stroke-dasharray="5 1.2"'),
        *figures(x - 6, y + 17, 0.6),
        *figures(x - 38, y + 21, 0.1),
    ]


def _cycle(x: float, y: float, colour: str) -> list[str]:
    wheels = [ellipse(x + dx, y, 3.6, 3.6, f'fill="none" stroke="{colour}" stroke-width="1.5"') for dx in (-5, 5)]
    frame = f"M{x - 5:.1f} {y:.1f}l4 -6h6l-5 6zM{x + 5:.1f} {y:.1f}l-1 -8h3M{x - 1:.1f} {y - 6:.1f}v-2"
    rider = [
        path(f"M{x - 1:.1f} {y - 8:.1f}l3 -6", f'{LINE} stroke="#26324A" stroke-width="2.6"'),
        ellipse(x + 2.5, y - 16.5, 2.4, 2.4, 'fill="#E6B48C"'),
    ]
    return [*wheels, path(frame, f'{LINE} stroke="{colour}" stroke-width="1.4"'), *rider]


def table(x: float, y: float, _grain: float) -> list[str]:
    """Returns a long table under parasols where neighbours eat."""
    shades = [
        part
        for dx, tone in ((-20, "#D9643A"), (4, "#F2C14E"), (27, "#4F8A78"))
        for part in (
            path(f"M{x + dx:.1f} {y + 2:.1f}v-17", 'stroke="#8A6B4E" stroke-width="1.6"'),
            path(f"M{x + dx - 12:.1f} {y - 12:.1f}q12 -13 24 0z", f'fill="{tone}"'),
        )
    ]
    return [
        ellipse(x + 3, y + 4, 46, 19, 'fill="#F6EBD6"'),
        *figures(x - 22, y - 2, 0.2),
        *figures(x + 18, y - 3, 0.7),
        *box(x - 30, y + 10, 58, 6, 4, ("#C08A56", "#9C6C3F", "#E5C08E")),
        *shades,
        *figures(x - 12, y + 18, 0.9),
        *figures(x + 20, y + 18, 0.4),
    ]


def assembly(x: float, y: float, _grain: float) -> list[str]:
    """Returns people sitting in rings round an open floor."""
    rings = [
        ellipse(x, y, r, r * 0.5, f'fill="{tone}"')
        for r, tone in ((42, "#DCCBA7"), (34, "#EBDDBE"), (26, "#DCCBA7"), (17, "#F7EFDD"))
    ]
    seats = [
        (x + r * math.cos(a), y + r * 0.5 * math.sin(a), (r + a) % 1)
        for r, n in ((38, 11), (30, 9))
        for a in (math.pi * (0.06 + 1.3 * at / n) + 2.6 for at in range(n))
    ]
    people = [part for px, py, grain in sorted(seats, key=lambda seat: seat[1]) for part in figures(px, py, grain, 1)]
    return [*rings, *people, *figures(x - 2, y + 3, 0.45, 2)]


def rain(x: float, y: float, grain: float) -> list[str]:
    """Returns rain gardens: pools among reeds and flowers, with a footbridge."""
    pools = ((-22, 3, 19, 9), (12, -6, 22, 10), (24, 11, 14, 6))
    out = [ellipse(x, y + 1, 50, 25, 'fill="#B9DBA0"')]
    for dx, dy, across, down in pools:
        out.append(ellipse(x + dx, y + dy, across + 3, down + 2, 'fill="#8FBF78"'))
        out.append(ellipse(x + dx, y + dy, across, down, 'fill="#7CC3DE"'))
        out.append(
            path(
                f"M{x + dx - 8:.1f} {y + dy:.1f}q4 -3 8 0t8 0",
                f'{LINE} stroke="#FFFFFF" stroke-opacity=".75" stroke-width="1.4"',
            )
        )
    for at in range(16):
        a, r = at * 2.4 + grain, 18 + 26 * ((at * 0.37) % 1)
        px, py = x + r * math.cos(a), y + r * 0.48 * math.sin(a)
        bloom = ("#F2C14E", "#E88AB0", "#FFFFFF", "#B48AE0")[at % 4]
        out.append(
            path(
                f"M{px - 3:.1f} {py:.1f}l1 -9M{px:.1f} {py:.1f}v-11M{px + 3:.1f} {py:.1f}l-1 -8",
                f'{LINE} stroke="#4E8F4A" stroke-width="1.5"',
            )
        )
        out.append(ellipse(px, py - 11, 2.3, 2.3, f'fill="{bloom}"'))
    return [
        *out,
        path(
            f"M{x - 8:.1f} {y + 14:.1f}Q{x + 4:.1f} {y - 2:.1f} {x + 2:.1f} {y - 20:.1f}",
            f'{LINE} stroke="#C9A46F" stroke-width="4"',
        ),
    ]


def wild(x: float, y: float, grain: float) -> list[str]:
    """Returns banks given back: a winding water, tall grass, young trees, herons."""
    water = f"M{x - 52:.1f} {y + 10:.1f}C{x - 22:.1f} {y - 22:.1f} {x + 8:.1f} {y + 26:.1f} {x + 52:.1f} {y - 10:.1f}"
    grass = "".join(
        f"M{x + 46 * math.cos(at * 2.4):.1f} {y + 21 * math.sin(at * 2.4 + grain):.1f}l-2 -8m4 8l1 -9"
        for at in range(20)
    )
    trees = [
        part
        for dx, dy, r in ((-34, -8, 9), (-18, -14, 7), (30, -16, 10), (38, 10, 8), (-40, 14, 7), (4, 18, 7))
        for part in (
            ellipse(x + dx + 3, y + dy + 1, r, r * 0.45, SHADE),
            path(f"M{x + dx:.1f} {y + dy:.1f}v-{r:.1f}", 'stroke="#7A5C40" stroke-width="1.8"'),
            ellipse(x + dx, y + dy - r * 1.2, r, r * 1.05, 'fill="#5FA052"'),
            ellipse(x + dx - r * 0.3, y + dy - r * 1.5, r * 0.5, r * 0.5, 'fill="#A5D489" fill-opacity=".75"'),
        )
    ]
    birds = "".join(f"M{x + dx:.1f} {y + dy:.1f}q4 -5 7 0q3 -5 7 0" for dx, dy in ((-8, -34), (14, -42), (20, -30)))
    return [
        ellipse(x, y + 1, 56, 27, 'fill="#B3D795"'),
        path(water, f'{LINE} stroke="#DDEFC9" stroke-width="17"'),
        path(water, f'{LINE} stroke="#6FBBDA" stroke-width="11"'),
        path(grass, f'{LINE} stroke="#4E8F4A" stroke-width="1.4"'),
        *trees,
        path(birds, f'{LINE} stroke="#33405A" stroke-width="1.7"'),
    ]


def lamps(x: float, y: float, _grain: float) -> list[str]:
    """Returns a lit walk with a call point."""
    lights = [part for dx, dy in ((-30, 6), (-10, -2), (12, -6), (32, -4)) for part in lamp(x + dx, y + dy, 0.5)]
    return [
        path(
            f"M{x - 44:.1f} {y + 12:.1f}Q{x:.1f} {y - 6:.1f} {x + 46:.1f} {y + 2:.1f}",
            f'{LINE} stroke="#F7EBCB" stroke-width="11"',
        ),
        *lights,
        *box(x - 2, y + 12, 7, 4, 15, ("#0C6C86", "#094F63", "#5FB3C8")),
        *figures(x - 18, y + 14, 0.3),
    ]


def people(x: float, y: float, _grain: float) -> list[str]:
    """Returns people who stand in the street and talk, in the vests of mediators."""
    crowd = [
        part
        for dx, dy, g in ((-20, 0, 0.1), (-4, -6, 0.5), (14, -2, 0.8), (-12, 9, 0.35), (8, 10, 0.65))
        for part in figures(x + dx, y + dy, g)
    ]
    return [ellipse(x, y + 2, 34, 15, 'fill="#F6EBD6"'), *crowd]


def market(x: float, y: float, _grain: float) -> list[str]:
    """Returns workshops and stalls where things are mended, sorted and swapped."""
    return [
        ellipse(x + 4, y + 6, 50, 20, 'fill="#F1E2C2"'),
        *box(x - 34, y - 2, 34, 14, 16, ("#C99A62", "#A97C48", "#8FBF78")),
        path(f"M{x - 28:.1f} {y - 2:.1f}v-10h9v10M{x - 14:.1f} {y - 2:.1f}v-10h9v10", 'fill="#6B4E33"'),
        *stall(x + 22, y - 2, 0.1),
        *stall(x - 20, y + 17, 0.5),
        *stall(x + 10, y + 20, 0.8),
        *figures(x + 36, y + 16, 0.3),
        *figures(x - 2, y + 10, 0.8),
    ]


def garden(x: float, y: float, grain: float) -> list[str]:
    """Returns shared gardens: beds in rows, a shed, those who dig."""
    beds = [
        part
        for dx, dy, g in ((-26, -6, grain), (8, -10, 0.4), (-14, 10, 0.7), (22, 7, 0.1))
        for part in plot(x + dx, y + dy, g)
    ]
    shed = box(x + 32, y + 2, 14, 9, 11, ("#C99A62", "#A97C48", "#D98F68"))
    return [ellipse(x + 2, y + 1, 52, 24, 'fill="#C7E0AC"'), *beds, *shed, *figures(x - 2, y + 4, 0.5)]


OPEN_AIR: Final[dict[str, Callable[[float, float, float], list[str]]]] = {
    "lanes": lanes, "table": table, "assembly": assembly, "rain": rain, "wild": wild, "lamps": lamps,
    "people": people, "market": market, "garden": garden,
}  # fmt: skip
"""What draws each project in the open, by its kind."""
