"""The small things of a living city, drawn one by one: people, cameras, lamps, vans, haze. Pure: SVG text only."""

from collections.abc import Callable
from typing import Final

from game.ui.citymap.works import box, dimmer, ellipse, path

SHADE: Final = 'fill="#26324A" fill-opacity=".16"'
COATS: Final = ("#D9643A", "#3D6C9C", "#E2B34A", "#4F8A78", "#8B5FA8", "#C4455E", "#F4F1EA")
SKINS: Final = ("#E8B98F", "#8A5A3C", "#F2CDA8", "#B67B52")
WATCHED: Final = "#B0216F"


def figures(x: float, y: float, grain: float, count: int = 2) -> list[str]:
    """Returns people standing together."""
    out = []
    for at in range(count):
        turn = int(grain * 97) + at * 3
        px, py, coat, skin = x + at * 5.4, y + (at % 2) * 2.2, COATS[turn % len(COATS)], SKINS[turn % len(SKINS)]
        out += [
            ellipse(px + 1.6, py, 3.6, 1.4, SHADE),
            path(f"M{px - 2.4:.1f} {py:.1f}v-6q2.4 -4 4.8 0v6z", f'fill="{coat}"'),
            ellipse(px, py - 9.6, 2.3, 2.3, f'fill="{skin}"'),
        ]
    return out


def person(x: float, y: float, grain: float) -> list[str]:
    """Returns one or two people."""
    return figures(x, y, grain, 1 + (grain > 0.55))


def camera(x: float, y: float, grain: float) -> list[str]:
    """Returns a camera on its pole and the ground it sees."""
    way = 1 if grain < 0.5 else -1
    far = f"{x + way * 38:.1f} {y - 3:.1f}A19 8 0 0 {int(way > 0)} {x + way * 14:.1f} {y + 9:.1f}"
    seen = f"M{x + way * 5:.1f} {y - 23:.1f}L{far}z"
    return [
        path(seen, f'fill="{WATCHED}" fill-opacity=".3"'),
        path(f"M{x:.1f} {y:.1f}v-25", 'stroke="#3A4656" stroke-width="2.2"'),
        path(
            f"M{x - way * 4:.1f} {y - 29:.1f}l{way * 13} 4.4l{-way * 1.6:.1f} 6l{-way * 12} -4z",
            'fill="#FFFFFF" stroke="#3A4656" stroke-width="1.4"',
        ),
        ellipse(x + way * 8.4, y - 22.4, 2.5, 2.5, f'fill="{WATCHED}"'),
    ]


def sensor(x: float, y: float, _grain: float) -> list[str]:
    """Returns a sensor on a post, and what it sends."""
    return [
        path(f"M{x:.1f} {y:.1f}v-17", 'stroke="#3A4656" stroke-width="1.8"'),
        ellipse(x, y - 19, 3, 3, 'fill="#5B3BB5" stroke="#FFFFFF" stroke-width="1"'),
        path(
            f"M{x + 4:.1f} {y - 24:.1f}q3 5 0 10M{x - 4:.1f} {y - 24:.1f}q-3 5 0 10",
            'fill="none" stroke="#5B3BB5" stroke-width="1.5"',
        ),
    ]


def lamp(x: float, y: float, _grain: float) -> list[str]:
    """Returns a gentle street lamp and its pool of light."""
    return [
        ellipse(x, y, 13, 6, 'fill="#FFE08A" fill-opacity=".5"'),
        path(f"M{x:.1f} {y:.1f}v-22q0 -4 5 -4", 'fill="none" stroke="#3A4656" stroke-width="1.9"'),
        ellipse(x + 5, y - 25, 7, 6, 'fill="#FFD24D" fill-opacity=".45"'),
        ellipse(x + 5, y - 25, 3.2, 2.8, 'fill="#FFF3C4" stroke="#E2A41F" stroke-width="1"'),
    ]


def pylon(x: float, y: float, _grain: float) -> list[str]:
    """Returns a box of the smart grid."""
    return [
        *box(x - 6, y, 11, 6, 13, ("#5B3BB5", "#42298A", "#8B6FE0")),
        path(f"M{x:.1f} {y - 11:.1f}l-3 5h2.6l-1.4 4l4 -6h-2.4l2 -3z", 'fill="#FFE14D"'),
    ]


def panel(x: float, y: float, _grain: float) -> list[str]:
    """Returns a solar panel on its stand."""
    return [
        path(f"M{x - 8:.1f} {y + 1:.1f}l4 -10h17l-4 10z", 'fill="#2F4F86" stroke="#FFFFFF" stroke-width="1"'),
        path(
            f"M{x - 2.5:.1f} {y + 1:.1f}l4 -10M{x + 3:.1f} {y + 1:.1f}l4 -10M{x - 6:.1f} {y - 4:.1f}h17",
            'stroke="#A9C4F2" stroke-width=".9"',
        ),
    ]


def swale(x: float, y: float, grain: float) -> list[str]:
    """Returns a small rain garden at a corner."""
    bloom = ("#F2C14E", "#E88AB0", "#FFFFFF")[int(grain * 3) % 3]
    return [
        ellipse(x, y, 14, 7, 'fill="#9CCB82"'),
        ellipse(x + 1, y, 9, 4, 'fill="#7CC3DE"'),
        path(
            f"M{x - 10:.1f} {y:.1f}v-8M{x - 6:.1f} {y + 3:.1f}v-9M{x + 10:.1f} {y + 2:.1f}v-8",
            'stroke="#4E8F4A" stroke-width="1.6"',
        ),
        *(ellipse(x + dx, y + dy, 2, 2, f'fill="{bloom}"') for dx, dy in ((-10, -9), (-6, -7), (10, -7))),
    ]


def smart_bin(x: float, y: float, grain: float) -> list[str]:
    """Returns a bin that weighs and bills."""
    tone = ("#5B3BB5", "#5B6984")[grain > 0.5]
    return [
        *box(x - 5, y, 9, 5, 12, (tone, dimmer(tone, 0.75), dimmer(tone, 1.3))),
        ellipse(x - 0.5, y - 8, 1.8, 1.8, 'fill="#7DF3FF"'),
    ]


def stall(x: float, y: float, grain: float) -> list[str]:
    """Returns a market stall under a striped awning."""
    tone = ("#D9643A", "#4F8A78", "#3D6C9C")[int(grain * 3) % 3]
    stripes = "".join(f"M{x - 9 + at * 7:.1f} {y - 13:.1f}l-2 7" for at in range(3))
    return [
        *box(x - 11, y + 2, 20, 7, 6, ("#E5C08E", "#C08A56", "#F4E3C2")),
        path(f"M{x - 12:.1f} {y + 2:.1f}v-11M{x + 10:.1f} {y + 2:.1f}v-11", 'stroke="#8A6B4E" stroke-width="1.4"'),
        path(f"M{x - 11:.1f} {y - 14:.1f}h22l3 8h-28z", f'fill="{tone}"'),
        path(stripes, 'stroke="#FFFFFF" stroke-width="3.2"'),
    ]


def plot(x: float, y: float, grain: float) -> list[str]:
    """Returns a bed of vegetables."""
    leaf = ("#5FA052", "#8CC46F", "#C75B4A")[int(grain * 3) % 3]
    rows = "".join(f"M{x - 11 + lean:.1f} {y + dy:.1f}h20" for dy, lean in ((-4, 2), (0, 0), (4, -2)))
    return [
        path(f"M{x - 15:.1f} {y + 7:.1f}l5 -14h24l-5 14z", 'fill="#9C7650"'),
        path(rows, f'stroke="{leaf}" stroke-width="3" stroke-dasharray="3 1.6" stroke-linecap="round"'),
    ]


def sapling(x: float, y: float, grain: float) -> list[str]:
    """Returns a young tree, lighter than those that stood."""
    r = 5.4 + 2.6 * grain
    return [
        ellipse(x + r * 0.5, y + 1, r, r * 0.45, SHADE),
        path(f"M{x:.1f} {y:.1f}v{-r:.1f}", 'stroke="#7A5C40" stroke-width="1.6"'),
        ellipse(x, y - r * 1.3, r, r, 'fill="#5DB04F"'),
        ellipse(x - r * 0.3, y - r * 1.6, r * 0.5, r * 0.5, 'fill="#B4E394" fill-opacity=".8"'),
    ]


def van(x: float, y: float, grain: float) -> list[str]:
    """Returns a removal van, its doors open on furniture."""
    way = 1 if grain < 0.5 else -1
    load = box(x - way * 24 - 4, y + 6, 8, 5, 6, ("#C08A56", "#9C6C3F", "#E5C08E"))
    chair = path(f"M{x - way * 16:.1f} {y + 8:.1f}v-9m0 4h5v5", 'fill="none" stroke="#8A6B4E" stroke-width="1.8"')
    cab = path(f"M{x + way * 15:.1f} {y + 5:.1f}v-11h{way * 5}l{way * 4} 5v6z", 'fill="#E0744F"')
    return [
        ellipse(x + 3, y + 6, 26, 5, SHADE),
        *box(x - 15, y + 5, 28, 9, 17, ("#F7F2E6", "#D6CDBB", "#FFFFFF")),
        path(f"M{x - 11:.1f} {y - 3:.1f}h20", 'stroke="#E0744F" stroke-width="3.4"'),
        cab,
        *(ellipse(x + dx, y + 6, 3.2, 3.2, 'fill="#26324A"') for dx in (-9, 8)),
        *load,
        chair,
    ]


def haze(x: float, y: float, grain: float) -> list[str]:
    """Returns a bank of brown haze, thin enough to see through."""
    wide = 58 + 30 * grain
    return [
        ellipse(x + dx, y - 16 + dy, wide * k, 17 * k, 'fill="#7A6142" fill-opacity=".13"')
        for dx, dy, k in ((0, 0, 1.0), (-14, -4, 0.72), (18, 3, 0.66), (4, -8, 0.45))
    ]


DETAILS: Final[dict[str, Callable[[float, float, float], list[str]]]] = {
    "person": person, "camera": camera, "sensor": sensor, "lamp": lamp, "pylon": pylon, "panel": panel,
    "swale": swale, "bin": smart_bin, "stall": stall, "plot": plot, "sapling": sapling, "van": van, "haze": haze,
}  # fmt: skip
