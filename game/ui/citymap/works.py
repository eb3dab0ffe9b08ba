"""The single things of a city, drawn one by one: a church, a crane, a pool, a boat. Pure: SVG text only."""

import math
from collections.abc import Callable
from typing import Final

SHADE: Final = 'fill="#26324A" fill-opacity=".14"'


def ellipse(x: float, y: float, across: float, down: float, paint: str) -> str:
    """Returns an ellipse about a point."""
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{across:.1f}" ry="{down:.1f}" {paint}/>'


def path(steps: str, paint: str) -> str:
    """Returns a path of SVG steps."""
    return f'<path d="{steps}" {paint}/>'


def box(x: float, y: float, wide: float, deep: float, tall: float, colours: tuple[str, str, str]) -> list[str]:
    """Returns a box seen from the south-west: front, side, top."""
    front, side, top = colours
    lean = deep * 0.55
    return [
        path(f"M{x:.1f} {y:.1f}h{wide:.1f}v{-tall:.1f}h{-wide:.1f}z", f'fill="{front}"'),
        path(f"M{x + wide:.1f} {y:.1f}l{lean:.1f} {-lean:.1f}v{-tall:.1f}l{-lean:.1f} {lean:.1f}z", f'fill="{side}"'),
        path(f"M{x:.1f} {y - tall:.1f}l{lean:.1f} {-lean:.1f}h{wide:.1f}l{-lean:.1f} {lean:.1f}z", f'fill="{top}"'),
    ]


def _church(x: float, y: float, _grain: float) -> list[str]:
    tower = box(x - 20, y + 2, 10, 9, 46, ("#F4DFB9", "#D9BD92", "#E8CDA2"))
    nave = box(x - 9, y + 4, 28, 15, 17, ("#F0D4A6", "#D6B689", "#C9704C"))
    spire = path(f"M{x - 20.5:.1f} {y - 44:.1f}l7.7 -17l8 14.5l-5 5z", 'fill="#C9704C"')
    roof = path(f"M{x - 9:.1f} {y - 13:.1f}l4 -11h28l4 2.7l-8 8.3z", 'fill="#C9704C"')
    clock = ellipse(x - 15, y - 35, 2.6, 2.6, 'fill="#FFFFFF" stroke="#8A6B4E" stroke-width=".8"')
    square = ellipse(x + 2, y + 7, 36, 15, 'fill="#F7EFE0"')
    return [square, ellipse(x + 14, y + 7, 24, 8, SHADE), *nave, roof, *tower, spire, clock]


def _plaza(x: float, y: float, _grain: float) -> list[str]:
    return [
        ellipse(x, y, 38, 24, 'fill="#F6F1E6"'),
        ellipse(x, y, 26, 16, 'fill="none" stroke="#E2D9C6" stroke-width="2"'),
        ellipse(x, y, 12, 7, 'fill="#8CCBDD" stroke="#FFFFFF" stroke-width="2.4"'),
        ellipse(x, y - 2, 3.4, 2, 'fill="#FFFFFF"'),
        path(f"M{x:.1f} {y - 2:.1f}v-9", 'stroke="#FFFFFF" stroke-width="2.4" stroke-linecap="round"'),
    ]


def _square(x: float, y: float, _grain: float) -> list[str]:
    crowns = [
        ellipse(x + dx, y + dy - 5, 5.4, 5.4, f'fill="{green}"')
        for dx, dy, green in ((-13, -6, "#6FA860"), (12, -7, "#5B9854"), (-10, 8, "#82B86E"), (14, 7, "#6FA860"))
    ]
    return [ellipse(x, y, 25, 15, 'fill="#D3E7C0"'), path(f"M{x - 25:.1f} {y:.1f}h50M{x:.1f} {y - 15:.1f}v30",
            'stroke="#F7F2E7" stroke-width="3.4" fill="none"'), *crowns]  # fmt: skip


def _dome(x: float, y: float, _grain: float) -> list[str]:
    return [
        ellipse(x + 12, y + 3, 34, 13, SHADE),
        *box(x - 27, y + 5, 50, 16, 17, ("#DDE3EA", "#BCC6D2", "#EEF1F5")),
        path(
            "".join(f"M{x - 22 + step * 9:.1f} {y + 3:.1f}v-13" for step in range(6)),
            'stroke="#FFFFFF" stroke-width="2.6"',
        ),
        path(f"M{x - 14:.1f} {y - 15:.1f}a17 18 0 0 1 34 0z", 'fill="#7FA7C4"'),
        path(f"M{x - 14:.1f} {y - 15:.1f}a17 18 0 0 1 17 -18q-9 8 -9 18z", 'fill="#A4C4DA"'),
    ]


def _tank(x: float, y: float, _grain: float) -> list[str]:
    r, tall = 15.0, 19.0
    return [
        ellipse(x + 9, y + 2, r + 4, r * 0.5, SHADE),
        path(f"M{x - r:.1f} {y:.1f}v{-tall}h{2 * r}v{tall}a{r} {r * 0.5} 0 0 1 {-2 * r} 0z", 'fill="#C4CAD1"'),
        path(
            f"M{x:.1f} {y + r * 0.5:.1f}v{-tall}h{r}v{tall - r * 0.25}a{r} {r * 0.5} 0 0 1 {-r} {r * 0.3}z",
            'fill="#A6AEB8"',
        ),
        ellipse(x, y - tall, r, r * 0.5, 'fill="#ECEFF2"'),
    ]


def _chimney(x: float, y: float, _grain: float) -> list[str]:
    puffs = ((4, -60, 5), (11, -67, 7), (21, -72, 9))
    return [
        ellipse(x + 12, y + 1, 14, 4, SHADE),
        path(f"M{x - 5:.1f} {y:.1f}l2 -52h6l2 52a5 2.4 0 0 1 -10 0z", 'fill="#D9C9B8"'),
        path(f"M{x - 3.4:.1f} {y - 42:.1f}h6.8l.3 7h-7.4z", 'fill="#C9704C"'),
        *(ellipse(x + dx, y + dy, r, r * 0.8, 'fill="#FFFFFF" fill-opacity=".55"') for dx, dy, r in puffs),
    ]


def _crane(x: float, y: float, _grain: float) -> list[str]:
    paint = 'fill="none" stroke="#D9643A" stroke-width="3" stroke-linejoin="round"'
    thin = 'fill="none" stroke="#D9643A" stroke-width="1.4"'
    return [
        ellipse(x + 8, y + 1, 17, 5, SHADE),
        path(f"M{x - 9:.1f} {y:.1f}l4 -44h10l4 44M{x - 7:.1f} {y - 22:.1f}h14M{x - 18:.1f} {y - 44:.1f}h52", paint),
        path(f"M{x:.1f} {y - 44:.1f}v-13l30 13M{x:.1f} {y - 57:.1f}l-16 13M{x + 27:.1f} {y - 44:.1f}v18", thin),
        path(f"M{x + 22:.1f} {y - 26:.1f}h10v6h-10z", 'fill="#3D6C9C"'),
    ]


def _containers(x: float, y: float, grain: float) -> list[str]:
    sets = (("#D9643A", "#3D6C9C", "#E2B34A"), ("#3D6C9C", "#4F8A78", "#D9643A"), ("#E2B34A", "#D9643A", "#6B7F96"))
    picked = sets[int(grain * 3) % 3]
    out = [ellipse(x + 8, y + 4, 26, 9, SHADE)]
    for at, (dx, dy, up) in enumerate(((-20, -4, 0), (-18, 4, 0), (2, 4, 0), (-16, 4, 8))):
        tone = picked[at % 3]
        out += box(x + dx, y + dy - up, 19, 8, 8, (tone, dimmer(tone, 0.8), dimmer(tone, 1.18)))
    return out


def dimmer(colour: str, by: float) -> str:
    """Returns a colour made darker (below 1) or lighter (above 1)."""
    return "#" + "".join(f"{min(255, round(int(colour[i : i + 2], 16) * by)):02X}" for i in (1, 3, 5))


def _turbine(x: float, y: float, grain: float) -> list[str]:
    hub = y - 62
    blades = "".join(
        f"M{x:.1f} {hub:.1f}L{x + 25 * math.cos(a):.1f} {hub + 25 * math.sin(a):.1f}"
        for a in (grain * 2 + turn * 2 * math.pi / 3 for turn in range(3))
    )
    return [
        ellipse(x + 10, y + 1, 12, 3.4, SHADE),
        path(
            f"M{x - 2:.1f} {y:.1f}L{x - 1:.1f} {hub:.1f}h2L{x + 2:.1f} {y:.1f}z",
            'fill="#F7F9FB" stroke="#C8D0D9" stroke-width=".8"',
        ),
        path(blades, 'stroke="#FFFFFF" stroke-width="3.4" stroke-linecap="round"'),
        path(blades, 'stroke="#C8D0D9" stroke-width=".9" stroke-linecap="round"'),
        ellipse(x, hub, 2.8, 2.8, 'fill="#D9643A"'),
    ]


def _pond(x: float, y: float, _grain: float) -> list[str]:
    water = f"M{x - 44:.1f} {y:.1f}c4 -22 36 -30 52 -18c14 -8 38 2 34 20c-3 15 -30 20 -44 12c-18 10 -44 4 -42 -14z"
    ducks = [ellipse(x + dx, y + dy, 2.6, 1.6, 'fill="#FFFFFF"') for dx, dy in ((-8, 2), (-2, 6), (16, -4))]
    return [
        path(water, 'fill="#F3EAD6" stroke="#F3EAD6" stroke-width="8" stroke-linejoin="round"'),
        path(water, 'fill="#9AD3DF"'),
        path(f"M{x - 20:.1f} {y - 6:.1f}q5 -4 10 0t10 0M{x + 4:.1f} {y + 10:.1f}q5 -4 10 0t10 0",
              'fill="none" stroke="#FFFFFF" stroke-opacity=".7" stroke-width="1.6"'),
        *ducks,
    ]  # fmt: skip


def _kiosk(x: float, y: float, _grain: float) -> list[str]:
    return [
        ellipse(x + 5, y + 2, 15, 6, SHADE),
        path("".join(f"M{x + dx:.1f} {y + dy:.1f}v-14" for dx, dy in ((-10, 0), (-4, 3), (4, 3), (10, 0))),
              'stroke="#FFFFFF" stroke-width="1.8"'),
        path(f"M{x - 14:.1f} {y - 12:.1f}q14 8 28 0l-14 -13z", 'fill="#4F8A78"'),
        path(f"M{x - 14:.1f} {y - 12:.1f}q7 5 14 4l0 -17z", 'fill="#6FA893"'),
    ]  # fmt: skip


def _terrace(x: float, y: float, grain: float) -> list[str]:
    lean = 6 - grain * 12
    walls = "".join(f"M{x - 36:.1f} {y + dy:.1f}q36 {lean - 9:.1f} 72 {lean:.1f}" for dy in (-20, -7, 6, 19))
    olives = [
        ellipse(x + dx, y + dy, 4.6, 4.2, f'fill="{green}"')
        for dx, dy, green in (
            (-24, -16, "#94AE84"), (-6, -18, "#86A27A"), (14, -15, "#94AE84"), (-16, -4, "#A1B98F"), (8, -5, "#86A27A"),
            (26, -2, "#94AE84"), (-26, 9, "#86A27A"), (-2, 8, "#94AE84"), (20, 11, "#A1B98F"),
        )
    ]  # fmt: skip
    return [
        ellipse(x, y, 40, 25, 'fill="#E6E5BE"'),
        path(walls, 'fill="none" stroke="#C6B893" stroke-width="2.6" stroke-linecap="round"'),
        *olives,
    ]


def _sail(x: float, y: float, grain: float) -> list[str]:
    way = 1 if grain < 0.6 else -1
    return [
        path(f"M{x - 20 * way:.1f} {y + 3:.1f}h{34 * way}", 'stroke="#FFFFFF" stroke-opacity=".7" stroke-width="1.8"'),
        path(f"M{x - 11:.1f} {y - 2:.1f}h22l-4.5 6h-13z", 'fill="#3D5A80"'),
        path(f"M{x:.1f} {y - 4:.1f}v-25l{13 * way} 25z", 'fill="#FFFFFF"'),
        path(f"M{x - 2 * way:.1f} {y - 4:.1f}v-20l{-9 * way} 20z", 'fill="#F3C9A5"'),
    ]


def _ferry(x: float, y: float, _grain: float) -> list[str]:
    return [
        path(f"M{x - 58:.1f} {y + 5:.1f}h92", 'stroke="#FFFFFF" stroke-opacity=".7" stroke-width="2.4"'),
        path(f"M{x - 38:.1f} {y - 8:.1f}h82l-10 14h-66z", 'fill="#F7F9FB"'),
        path(f"M{x - 36:.1f} {y:.1f}h74l-4 6h-66z", 'fill="#C4553A"'),
        path(
            f"M{x - 30:.1f} {y - 8:.1f}v-9h56l6 9zM{x - 20:.1f} {y - 17:.1f}v-7h32l5 7z",
            'fill="#FFFFFF" stroke="#D3DAE3"',
        ),
        path(f"M{x - 26:.1f} {y - 12.5:.1f}h50", 'stroke="#7FA7C4" stroke-width="3" stroke-dasharray="4 2.6"'),
        path(f"M{x - 12:.1f} {y - 24:.1f}l1.6 -10h9l1.4 10z", 'fill="#C4553A"'),
    ]


DRAWN: Final[dict[str, Callable[[float, float, float], list[str]]]] = {
    "church": _church, "plaza": _plaza, "square": _square, "dome": _dome, "tank": _tank, "chimney": _chimney,
    "crane": _crane, "containers": _containers, "turbine": _turbine, "pond": _pond, "kiosk": _kiosk,
    "terrace": _terrace, "sail": _sail, "ferry": _ferry,
}  # fmt: skip
