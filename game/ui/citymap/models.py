"""What is decided and built, as it stands on the map: towers, a tram, a dome, a mast. Pure: SVG text only."""

from collections.abc import Callable
from typing import Final

from game.ui.citymap.details import figures, panel
from game.ui.citymap.openair import OPEN_AIR
from game.ui.citymap.works import box, dimmer, ellipse, path

SHADE: Final = 'fill="#26324A" fill-opacity=".16"'
LINE: Final = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'


def building_site(x: float, y: float, grain: float) -> list[str]:
    """Returns a building site: sand, a fence, a scaffold and its crane."""
    fence = "".join(f"M{x - 27 + at * 9:.1f} {y + 13:.1f}v-7" for at in range(7))
    storeys = "".join(f"M{x - 14:.1f} {y - level:.1f}h26" for level in (0, 9, 18))
    posts = "".join(f"M{x - 14 + at * 8.7:.1f} {y + 4:.1f}v-26" for at in range(4))
    mast = f"M{x + 18:.1f} {y + 6:.1f}v-58M{x - 16:.1f} {y - 46:.1f}h54M{x + 18:.1f} {y - 58:.1f}l-30 12M"
    return [
        ellipse(x, y + 3, 36, 17, 'fill="#E3CFA3"'),
        *box(x - 15, y + 5, 24, 13, 9 + 6 * grain, ("#CFC7BA", "#B5AC9E", "#E4DED4")),
        path(storeys + posts, f'{LINE} stroke="#A9793F" stroke-width="1.7"'),
        path(f"{mast}{x + 18:.1f} {y - 58:.1f}l18 12", f'{LINE} stroke="#E8A317" stroke-width="2.6"'),
        path(f"M{x - 8:.1f} {y - 46:.1f}v16", f'{LINE} stroke="#4A5768" stroke-width="1.2"'),
        *box(x - 12, y - 25, 8, 3, 5, ("#D9643A", "#B04E2B", "#E88A63")),
        path(f"M{x - 29:.1f} {y + 10:.1f}h58", f'{LINE} stroke="#FFFFFF" stroke-width="4.4"'),
        path(
            f"M{x - 29:.1f} {y + 10:.1f}h58", 'fill="none" stroke="#D9442E" stroke-width="4.4" stroke-dasharray="5 5"'
        ),
        path(fence, f'{LINE} stroke="#8A6B4E" stroke-width="1.6"'),
    ]


def tower(x: float, y: float, grain: float) -> list[str]:
    """Returns one glass tower, lit at its top."""
    wide, tall = 17 + 4 * grain, 66 + 34 * grain
    left = x - wide / 2
    floors = "".join(f"M{left + 2:.1f} {y - up:.1f}h{wide - 4:.1f}" for up in range(7, int(tall) - 4, 6))
    return [
        path(f"M{left:.1f} {y:.1f}l7 -7h{wide:.1f}l34 8l-{wide:.1f} 7z", SHADE),
        *box(left, y, wide, 12, tall, ("#5E7BC9", "#3F57A3", "#E9EEFB")),
        path(floors, 'stroke="#CFE0FF" stroke-width="2.6" stroke-dasharray="3.2 1.6" fill="none"'),
        path(f"M{left:.1f} {y - tall:.1f}h{wide:.1f}", 'stroke="#7DF3FF" stroke-width="2.6"'),
        path(f"M{x + 3:.1f} {y - tall - 6:.1f}v-15", 'stroke="#4A5768" stroke-width="1.6"'),
        ellipse(x + 3, y - tall - 21, 2.4, 2.4, 'fill="#FF4D6D"'),
    ]


def towers(x: float, y: float, grain: float) -> list[str]:
    """Returns a cluster of connected towers."""
    link = path(f"M{x - 16:.1f} {y - 46:.1f}h34", 'stroke="#E9EEFB" stroke-width="5"')
    return [
        ellipse(x + 4, y + 2, 40, 16, 'fill="#D5DCEF"'),
        *tower(x - 1, y - 9, 0.9),
        *tower(x - 21, y + 1, 0.45 + grain * 0.2),
        link,
        *tower(x + 19, y + 5, 0.25),
    ]


def dome(x: float, y: float, _grain: float) -> list[str]:
    """Returns a glass dome over an indoor farm."""
    ribs = "".join(
        f"M{x + at:.1f} {y:.1f}Q{x + at * 0.55:.1f} {y - 40:.1f} {x:.1f} {y - 44:.1f}" for at in range(-36, 37, 12)
    )
    rows = "".join(
        f"M{x - 28 + lean:.1f} {y - 3 - up:.1f}h{56 - 2 * lean:.1f}" for up, lean in ((0, 0), (5, 3), (10, 7))
    )
    shell = f"M{x - 41:.1f} {y:.1f}c0 -58 82 -58 82 0a41 12 0 0 1 -82 0z"
    hoops = f"M{x - 38:.1f} {y - 17:.1f}q38 8 76 0M{x - 27:.1f} {y - 33:.1f}q27 6 54 0"
    return [
        ellipse(x + 16, y + 4, 48, 15, SHADE),
        ellipse(x, y, 44, 14, 'fill="#E4EAF0"'),
        path(shell, 'fill="#BFE6EE"'),
        path(rows, f'{LINE} stroke="#4E9B57" stroke-width="3.6" stroke-dasharray="4 2.4"'),
        path(shell, 'fill="#7CC7DA" fill-opacity=".42"'),
        path(ribs + hoops, f'{LINE} stroke="#FFFFFF" stroke-opacity=".85" stroke-width="1.5"'),
        path(
            f"M{x - 29:.1f} {y - 17:.1f}Q{x - 25:.1f} {y - 36:.1f} {x - 8:.1f} {y - 40:.1f}",
            f'{LINE} stroke="#FFFFFF" stroke-width="4" stroke-opacity=".8"',
        ),
        ellipse(x, y - 44, 3, 2, 'fill="#FFFFFF"'),
    ]


def tram(x: float, y: float, _grain: float) -> list[str]:
    """Returns a tram at its stop, on a lawn between rails."""
    rails = f"M{x - 62:.1f} {y + 14:.1f}L{x + 62:.1f} {y - 2:.1f}M{x - 60:.1f} {y + 20:.1f}L{x + 64:.1f} {y + 4:.1f}"
    body = f"M{x - 40:.1f} {y + 11:.1f}l76 -9.6v-17l-72 9.2q-5 .8 -5 6z"
    glass = f"M{x - 37:.1f} {y + 1:.1f}l72 -9.2"
    posts = f"M{x - 56:.1f} {y + 6:.1f}v-34M{x + 56:.1f} {y - 8:.1f}v-32"
    wires = f"{posts}M{x - 56:.1f} {y - 26:.1f}l112 -12"
    return [
        path(
            f"M{x - 66:.1f} {y + 17:.1f}L{x + 66:.1f} {y + 1:.1f}",
            'stroke="#A9CF8E" stroke-width="15" stroke-linecap="round"',
        ),
        path(rails, f'{LINE} stroke="#5E6B7C" stroke-width="1.8"'),
        path(wires, f'{LINE} stroke="#6B7787" stroke-width="1.3"'),
        path(f"M{x - 36:.1f} {y + 17:.1f}l74 -9.4", f'{LINE} stroke="#26324A" stroke-opacity=".3" stroke-width="4"'),
        path(body, 'fill="#0C6C86" stroke="#FFFFFF" stroke-width="1.4" stroke-linejoin="round"'),
        path(glass, 'stroke="#D9F4FA" stroke-width="6.4" stroke-dasharray="9 2.4"'),
        path(f"M{x - 38:.1f} {y + 8:.1f}l73 -9.2", 'stroke="#FFFFFF" stroke-width="1.6"'),
        path(f"M{x + 2:.1f} {y - 12:.1f}l5 -7l6 5", f'{LINE} stroke="#4A5768" stroke-width="1.4"'),
        *box(x - 18, y + 31, 30, 7, 2, ("#D5DBE4", "#B9C1CC", "#EEF1F5")),
        path(
            f"M{x - 14:.1f} {y + 28:.1f}v-12M{x + 12:.1f} {y + 28:.1f}v-12M{x - 19:.1f} {y + 16:.1f}h37",
            f'{LINE} stroke="#0C6C86" stroke-width="2.6"',
        ),
        *figures(x + 26, y + 28, 0.3),
    ]


def watch(x: float, y: float, _grain: float) -> list[str]:
    """Returns a mast of cameras that looks all round."""
    rings = [
        ellipse(x, y, r, r * 0.5, f'fill="none" stroke="#8B1E5B" stroke-opacity="{o}" stroke-width="2"')
        for r, o in ((24, 0.75), (36, 0.5), (48, 0.28))
    ]
    heads = [
        path(f"M{x:.1f} {y - up:.1f}l{way * 12} 3v6l{-way * 12} -2z", f'fill="{tone}"')
        for up, way, tone in ((52, 1, "#3B1B30"), (52, -1, "#5A2A47"), (40, 1, "#5A2A47"))
    ]
    return [
        ellipse(x, y, 48, 24, 'fill="#8B1E5B" fill-opacity=".13"'),
        *rings,
        path(f"M{x - 3:.1f} {y:.1f}L{x - 1.6:.1f} {y - 62:.1f}h3.2L{x + 3:.1f} {y:.1f}z", 'fill="#4A5768"'),
        *heads,
        ellipse(x, y - 62, 6, 6, 'fill="#26324A"'),
        ellipse(x, y - 62, 2.8, 2.8, 'fill="#FF4D9A"'),
    ]


def control(x: float, y: float, _grain: float) -> list[str]:
    """Returns a control room: dark glass, screens that glow, dishes on its roof."""
    screens = "".join(f"M{x - 27 + at * 11:.1f} {y - 15:.1f}h8v8h-8z" for at in range(5))
    dishes = [
        part
        for dx, dy in ((-16, -38), (10, -42))
        for part in (
            path(f"M{x + dx:.1f} {y + dy + 9:.1f}v-7", 'stroke="#4A5768" stroke-width="1.8"'),
            path(f"M{x + dx - 9:.1f} {y + dy - 6:.1f}q2 12 14 9z", 'fill="#EEF1F5" stroke="#8C97A5" stroke-width=".9"'),
        )
    ]
    return [
        ellipse(x + 14, y + 7, 44, 12, SHADE),
        *box(x - 30, y + 6, 56, 20, 28, ("#33405A", "#222C41", "#5B6984")),
        path(screens, 'fill="#53E0FF"'),
        path(f"M{x - 28:.1f} {y - 2:.1f}h52", 'stroke="#FF4D9A" stroke-width="1.8" stroke-dasharray="7 3"'),
        *dishes,
    ]


def clinic(x: float, y: float, _grain: float) -> list[str]:
    """Returns a public house open to all: pale walls, a porch, a cross of teal."""
    return [
        ellipse(x + 12, y + 7, 42, 12, SHADE),
        *box(x - 29, y + 6, 46, 20, 20, ("#FBFAF5", "#DCE3E6", "#CDE7EC")),
        path(f"M{x - 25:.1f} {y - 6:.1f}h38", 'stroke="#7FB7C6" stroke-width="5" stroke-dasharray="6 3"'),
        path(f"M{x - 10:.1f} {y + 6:.1f}v-8h9v8z", 'fill="#0C6C86"'),
        path(
            f"M{x - 8:.1f} {y - 31:.1f}h6v-6h6v6h6v6h-6v6h-6v-6h-6z",
            'fill="#0C6C86" stroke="#FFFFFF" stroke-width="1.4"',
        ),
        *figures(x + 20, y + 14, 0.5),
    ]


def grid(x: float, y: float, _grain: float) -> list[str]:
    """Returns the node of a smart grid: a humming box and its pylons."""
    wires = f"M{x - 40:.1f} {y - 34:.1f}Q{x - 10:.1f} {y - 22:.1f} {x + 22:.1f} {y - 42:.1f}"
    bolt = f"M{x - 3:.1f} {y - 17:.1f}l-5 9h4l-2 7l7 -10h-4l3 -6z"
    return [
        ellipse(x + 8, y + 6, 30, 9, SHADE),
        *_pylon(x - 40, y + 3, 38),
        *_pylon(x + 22, y - 4, 40),
        path(wires, f'{LINE} stroke="#4A5768" stroke-width="1.2"'),
        *box(x - 15, y + 7, 24, 13, 22, ("#5B3BB5", "#42298A", "#8B6FE0")),
        path(bolt, 'fill="#FFE14D"'),
    ]


def _pylon(x: float, y: float, tall: float) -> list[str]:
    cross = f"M{x - 10:.1f} {y - tall + 5:.1f}h20M{x - 8:.1f} {y - tall + 12:.1f}h16"
    legs = f"M{x - 7:.1f} {y:.1f}L{x:.1f} {y - tall:.1f}L{x + 7:.1f} {y:.1f}"
    frame = f"{legs}M{x - 5:.1f} {y - 12:.1f}l8 -9M{x + 5:.1f} {y - 12:.1f}l-8 -9"
    return [path(frame + cross, f'{LINE} stroke="#6B7787" stroke-width="1.6"')]


def panels(x: float, y: float, _grain: float) -> list[str]:
    """Returns a field of panels, and meters that neighbours read together."""
    rows = [part for j in range(3) for i in range(3) for part in panel(x - 26 + i * 24 + j * 4, y - 12 + j * 12, 0.5)]
    return [ellipse(x + 2, y, 48, 24, 'fill="#D7E8C2"'), *rows, *figures(x + 40, y + 14, 0.4)]


def homes(x: float, y: float, grain: float) -> list[str]:
    """Returns homes made good: fresh walls, blue shutters, green roofs, a ladder still there."""
    out = [ellipse(x + 8, y + 7, 48, 14, SHADE)]
    for at, (dx, dy, wall) in enumerate(((-34, -5, "#FBE3C2"), (-11, 1, "#DDEBD2"), (12, 7, "#F7D5C4"))):
        left, base, tall = x + dx, y + dy, 25 + 5 * ((at + int(grain * 3)) % 2)
        out += box(left, base, 21, 12, tall, (wall, dimmer(wall, 0.85), "#93C47D"))
        shutters = "".join(f"M{left + 3 + i * 8:.1f} {base - up:.1f}v-5" for i in range(3) for up in (6, 16))
        out.append(path(shutters, 'stroke="#2F7FB8" stroke-width="3.6"'))
        out.append(
            path(
                f"M{left + 4:.1f} {base - tall - 2:.1f}h17", 'stroke="#6FA860" stroke-width="3" stroke-dasharray="3 2"'
            )
        )
    return [*out, path(f"M{x + 36:.1f} {y + 12:.1f}l-8 -30m4 31l-8 -30", f'{LINE} stroke="#A9793F" stroke-width="1.5"')]


def board(x: float, y: float, _grain: float) -> list[str]:
    """Returns a house of open books: doors wide open, notices outside, flags."""
    flags = [
        path(f"M{x + dx:.1f} {y - 22:.1f}v-18h11l-3 4l3 4h-11", f'fill="{tone}" stroke="#6B7787" stroke-width=".8"')
        for dx, tone in ((-18, "#F2C14E"), (8, "#0C6C86"))
    ]
    notices = "".join(f"M{x - 34 + at * 9:.1f} {y + 12:.1f}h6v-8h-6z" for at in range(3))
    return [
        ellipse(x + 10, y + 6, 36, 11, SHADE),
        *box(x - 24, y + 5, 40, 16, 19, ("#F4E7CE", "#DDC9A3", "#E0744F")),
        path(f"M{x - 12:.1f} {y + 5:.1f}v-11h16v11z", 'fill="#5B4A3A"'),
        path(f"M{x - 12:.1f} {y + 5:.1f}v-11l-6 4v10zM{x + 4:.1f} {y + 5:.1f}v-11l6 4v10z", 'fill="#C08A56"'),
        *flags,
        path(f"M{x - 36:.1f} {y + 15:.1f}h30", 'stroke="#8A6B4E" stroke-width="2.4"'),
        path(notices, 'fill="#FFFFFF" stroke="#8C97A5" stroke-width=".7"'),
        *figures(x + 20, y + 15, 0.2),
    ]


def bins(x: float, y: float, _grain: float) -> list[str]:
    """Returns a row of bins that weigh and bill, each with its light."""
    row = []
    for at, tone in enumerate(("#5B3BB5", "#0C6C86", "#5B6984", "#5B3BB5")):
        left = x - 28 + at * 14
        row += box(left, y + 5, 10, 6, 14, (tone, dimmer(tone, 0.75), dimmer(tone, 1.3)))
        row.append(ellipse(left + 5, y - 5, 1.9, 1.9, 'fill="#7DF3FF"'))
    waves = "".join(f"M{x + 32 - r:.1f} {y - 18:.1f}a{r} {r} 0 0 1 {r} {-r}" for r in (5, 10, 15))
    return [ellipse(x + 4, y + 6, 36, 8, SHADE), *row, path(waves, f'{LINE} stroke="#5B3BB5" stroke-width="2"')]


def mast(x: float, y: float, _grain: float) -> list[str]:
    """Returns an antenna that gathers what sensors send."""
    waves = "".join(
        f"M{x + way * r:.1f} {y - 66 - r * 0.7:.1f}q{way * r * 0.8:.1f} {r * 0.7:.1f} 0 {r * 1.4:.1f}"
        for r in (9, 16, 23)
        for way in (-1, 1)
    )
    bars = "".join(f"M{x - 6 + up * 0.08:.1f} {y - up:.1f}l{12 - up * 0.16:.1f} -9" for up in (4, 18, 32, 46))
    return [
        ellipse(x + 8, y + 1, 17, 5, SHADE),
        path(
            f"M{x - 7:.1f} {y:.1f}L{x:.1f} {y - 66:.1f}L{x + 7:.1f} {y:.1f}{bars}",
            f'{LINE} stroke="#5B3BB5" stroke-width="2"',
        ),
        path(waves, f'{LINE} stroke="#5B3BB5" stroke-width="2.4"'),
        ellipse(x, y - 66, 4, 4, 'fill="#FF4D9A"'),
        *box(x - 17, y + 7, 12, 6, 9, ("#5B6984", "#42506A", "#8A97AE")),
    ]


MODELS: Final[dict[str, Callable[[float, float, float], list[str]]]] = {
    "site": building_site, "towers": towers, "tower": tower, "dome": dome, "tram": tram, "watch": watch,
    "control": control, "clinic": clinic, "grid": grid, "panels": panels, "homes": homes, "board": board,
    "bins": bins, "mast": mast, **OPEN_AIR,
}  # fmt: skip
"""What draws each project, by its kind."""
