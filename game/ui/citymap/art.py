"""The city as one SVG picture: ground, water, then everything that stands, from back to front. Pure: no pygame."""

import math
from collections.abc import Sequence
from typing import Final

from game.ui.citymap.details import DETAILS
from game.ui.citymap.fabrics import mixed
from game.ui.citymap.land import SHADE, land, points, river, sea
from game.ui.citymap.life import enlivened, marks_of
from game.ui.citymap.lots import Building, Feature, Tree, furnish
from game.ui.citymap.models import MODELS
from game.ui.citymap.plan import (
    MapPlan,
    Point,
    View,
    hull,
    smooth,
)
from game.ui.citymap.portrait import BARE, Portrait
from game.ui.citymap.works import DRAWN

GREENS: Final = {
    "round": ("#6FA860", "#5B9854", "#82B86E"),
    "pine": ("#4F8A52", "#447C4A", "#5C9659"),
    "cypress": ("#3F7448", "#48804E", "#3A6B42"),
    "palm": ("#5E9E57", "#6BA95F", "#529150"),
    "fir": ("#3F6F55", "#356349", "#4B7B5E"),
    "olive": ("#94AE84", "#86A27A", "#A1B98F"),
}
AWNINGS: Final = ("#D9442E", "#2E7FB8", "#3F8F5B", "#E29A1F")
FEATURES: Final = {**DRAWN, **MODELS, **DETAILS}
"""What draws each single thing, by its name."""


def city_svg(plan: MapPlan, width: int, height: int, portrait: Portrait = BARE) -> str:
    """Returns the picture of a city as an SVG document. The same plan, size and portrait give the same text."""
    marks = marks_of(plan, portrait)
    plan = plan.drawn()
    view = View(width, height, plan.size[1])
    furniture, lots = furnish(plan)
    things = enlivened(furniture, marks)
    out = [*land(plan, view, portrait), *river(plan, view, lots.river), *sea(plan, view)]
    out += [_shadow(thing, view) for thing in things if isinstance(thing, Building)]
    for thing in things:
        match thing:
            case Building():
                out += _building(thing, view)
            case Tree():
                out.append(_tree(thing, view))
            case Feature():
                out += drawn_feature(thing, view)
    left, top, wide, _ = view.box
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<g transform="scale({width / wide:.5f}) translate({-left:.2f} {-top:.2f})">{"".join(out)}</g></svg>'
    )


def ground_svg(plan: MapPlan, width: int, height: int, portrait: Portrait = BARE) -> str:
    """Returns the same city without what stands on it: quick, to show while the rest is drawn."""
    plan = plan.drawn()
    view = View(width, height, plan.size[1])
    course = smooth(plan.river[1]) if plan.river else []
    left, top, wide, _ = view.box
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<g transform="scale({width / wide:.5f}) translate({-left:.2f} {-top:.2f})">'
        f"{''.join([*land(plan, view, portrait), *river(plan, view, course), *sea(plan, view)])}</g></svg>"
    )


def shaded(colour: str, by: float) -> str:
    """Returns a colour made darker (below 1) or lighter (above 1)."""
    parts = (max(0, min(255, round(int(colour[i : i + 2], 16) * by))) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


def drawn_feature(thing: Feature, view: View) -> list[str]:
    """Returns the SVG elements of a feature."""
    x, y = view.ground(thing.x, thing.y)
    return FEATURES[thing.name](x, y, thing.grain)


def _shadow(house: Building, view: View) -> str:
    far = house.height * 0.42
    corners = [view.ground(*p) for p in house.footprint()]
    cast = [(x + far, y + far * 0.28) for x, y in corners]
    return f'<polygon points="{points(hull(corners + cast))}" fill="{SHADE}" fill-opacity=".13"/>'


def _tree(tree: Tree, view: View) -> str:
    x, y = view.ground(tree.x, tree.y)
    r, green = tree.size, GREENS[tree.sort][int(tree.grain * 3) % 3]
    dark = f'fill="{SHADE}" fill-opacity=".15"'
    shade = f'<ellipse cx="{x + r * 0.5:.1f}" cy="{y + 1:.1f}" rx="{r:.1f}" ry="{r * 0.5:.1f}" {dark}/>'
    match tree.sort:
        case "cypress":
            tall = r * 3.1
            return (
                f'<ellipse cx="{x + 3:.1f}" cy="{y:.1f}" rx="{r * 0.8:.1f}" ry="{r * 0.35:.1f}" {dark}/>'
                f'<path d="M{x:.1f} {y - tall:.1f}q{r * 0.75:.1f} {tall * 0.6:.1f} {r * 0.3:.1f} {tall:.1f}'
                f'h{-r * 0.6:.1f}q{-r * 0.45:.1f} {-tall * 0.4:.1f} {r * 0.3:.1f} {-tall:.1f}z" fill="{green}"/>'
            )
        case "fir":
            tiers = "".join(
                f"M{x - r * wide:.1f} {y - r * low:.1f}l{r * wide:.1f} {-r * tall:.1f}l{r * wide:.1f} {r * tall:.1f}z"
                for wide, low, tall in ((0.95, 0.2, 1.5), (0.75, 1.0, 1.3), (0.5, 1.8, 1.1))
            )
            return shade + f'<path d="{tiers}" fill="{green}"/>'
        case "pine":  # the stone pine: a parasol on a bare trunk
            top = y - r * 1.9
            return shade + (
                f'<path d="M{x:.1f} {y:.1f}V{top:.1f}" stroke="#8A6B4E" stroke-width="{max(1.2, r * 0.24):.1f}"/>'
                f'<ellipse cx="{x:.1f}" cy="{top:.1f}" rx="{r * 1.15:.1f}" ry="{r * 0.62:.1f}" fill="{green}"/>'
                f'<ellipse cx="{x - r * 0.2:.1f}" cy="{top - r * 0.16:.1f}" rx="{r * 0.75:.1f}" ry="{r * 0.32:.1f}" '
                'fill="#FFFFFF" fill-opacity=".14"/>'
            )
        case "palm":
            top = y - r * 2.4
            leaves = "".join(
                f"M{x:.1f} {top:.1f}q{across * r * 0.6:.1f} {-r * lift:.1f} {across * r * 1.35:.1f} {r * 0.5:.1f}"
                for across, lift in ((-1.0, 0.7), (1.0, 0.7), (-0.6, 1.1), (0.6, 1.1), (0.1, 1.2))
            )
            return shade + (
                f'<path d="M{x:.1f} {y:.1f}V{top:.1f}" stroke="#9A7B58" stroke-width="1.5"/>'
                f'<path d="{leaves}" fill="none" stroke="{green}" stroke-width="2" stroke-linecap="round"/>'
            )
    return shade + (
        f'<circle cx="{x:.1f}" cy="{y - r * 0.9:.1f}" r="{r:.1f}" fill="{green}"/>'
        f'<circle cx="{x - r * 0.28:.1f}" cy="{y - r * 1.2:.1f}" r="{r * 0.55:.1f}" fill="#FFFFFF" fill-opacity=".17"/>'
    )


def _building(house: Building, view: View) -> list[str]:
    corners = house.footprint()
    out = []
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        normal = (end[1] - start[1], start[0] - end[0])
        if normal[1] <= 0:
            continue  # a wall that faces away
        light = (normal[0] * -0.75 + normal[1] * 0.45) / math.hypot(*normal)
        out += _wall(house, start, end, shaded(house.wall, 0.82 + 0.2 * light), view)
    roofs = {"gable": _gable, "saw": _saw}
    return out + roofs.get(house.shape, _flat)(house, corners, view) + _trade(house, corners, view)


def _trade(house: Building, corners: Sequence[Point], view: View) -> list[str]:
    """Draws what the ground floor shows on the wall that faces the viewer."""
    if not house.trade:
        return []
    start, end = corners[2], corners[3]
    (ax, ay), (bx, by) = (view.ground(*_mix(start, end, share)) for share in (0.1, 0.9))
    wall = f"M{ax:.1f} {ay - 3.6:.1f}L{bx:.1f} {by - 3.6:.1f}"
    if house.trade == "open":
        tone = AWNINGS[int(house.grain * len(AWNINGS)) % len(AWNINGS)]
        hood = f"M{ax:.1f} {ay - 8:.1f}L{bx:.1f} {by - 8:.1f}l-1.5 5.4L{ax + 1.5:.1f} {ay - 2.6:.1f}z"
        middle = f"M{ax:.1f} {ay - 5.4:.1f}L{bx:.1f} {by - 5.4:.1f}"
        stripes = f'<path d="{middle}" stroke="#FFFFFF" stroke-width="5" stroke-dasharray="2.4 3.4"/>'
        return [f'<path d="{hood}" fill="{tone}"/>', stripes]
    if house.trade == "shut":
        bars = f'<path d="{wall}" stroke="#4B5563" stroke-width="7.4"/>'
        slats = f'<path d="{wall}" stroke="#9CA3AF" stroke-width="7.4" stroke-dasharray="1 2"/>'
        middle_x, middle_y = (ax + bx) / 2, (ay + by) / 2 - 4
        cross = f"M{middle_x - 4:.1f} {middle_y - 4:.1f}l8 8m0 -8l-8 8"
        return [bars, slats, f'<path d="{cross}" stroke="#E0442E" stroke-width="2.2"/>']
    top_x, top_y = (ax + bx) / 2, (ay + by) / 2
    sign = f"M{top_x - 5:.1f} {top_y - 12:.1f}h10v7h-10z"
    return [f'<path d="M{top_x:.1f} {top_y:.1f}v-6" stroke="#6B4E33" stroke-width="1.5"/>',
            f'<path d="{sign}" fill="#F2C14E" stroke="#6B4E33" stroke-width="1"/>']  # fmt: skip


def _wall(house: Building, start: Point, end: Point, colour: str, view: View) -> list[str]:
    tall = house.height
    if house.trade == "empty":
        colour = mixed(colour, "#7D8590", 0.5)
    quad = [view.ground(*start), view.ground(*end), view.ground(*end, tall), view.ground(*start, tall)]
    out = [f'<polygon points="{points(quad)}" fill="{colour}"/>']
    glass = shaded(colour, 0.76 if house.shape == "gable" else 0.86 if int(colour[1:3], 16) > 168 else 1.24)
    floor = 8.5 if tall > 30 else 7.5
    dash = "2.2 3.4" if house.shape == "gable" else "4.2 2"
    if house.shape == "saw" or tall < 13 or abs(quad[0][0] - quad[1][0]) < 8:
        return out
    path = ""
    for level in range(1, int(tall // floor)):
        (ax, ay), (bx, by) = (view.ground(*_mix(start, end, share), level * floor) for share in (0.12, 0.9))
        path += f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}"
    if path:
        paint = f'stroke="{glass}" stroke-width="{3.1 if tall > 30 else 2.6}" stroke-dasharray="{dash}"'
        out.append(f'<path d="{path}" {paint}/>')
    return out


def _gable(house: Building, corners: Sequence[Point], view: View) -> list[str]:
    tall, rise = house.height, min(9.0, house.deep * 0.34)
    top = [view.ground(*p, tall) for p in corners]
    west, east = (
        view.ground((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, tall + rise)
        for a, b in ((corners[3], corners[0]), (corners[1], corners[2]))
    )
    roof = shaded(house.roof, 0.94 + 0.14 * house.grain)
    ends = [f'<polygon points="{points([top[1], top[2], east])}" fill="{shaded(house.wall, 0.86)}"/>']
    if top[3][1] > top[1][1]:
        ends.append(f'<polygon points="{points([top[0], top[3], west])}" fill="{shaded(house.wall, 0.98)}"/>')
    out = [
        f'<polygon points="{points([top[0], top[1], east, west])}" fill="{shaded(roof, 1.12)}"/>',
        f'<polygon points="{points([top[3], top[2], east, west])}" fill="{roof}"/>',
        *ends,
    ]
    if house.grain > 0.6:  # a chimney
        x, y = view.ground(house.x + house.wide * 0.22, house.y - house.deep * 0.12, tall + rise * 0.6)
        out.append(f'<path d="M{x:.1f} {y:.1f}v-6h3.4v6z" fill="{shaded(house.wall, 0.9)}"/>')
    return out


def _saw(house: Building, corners: Sequence[Point], view: View) -> list[str]:
    """Draws a workshop's roof: a slope and a lit edge, repeated along the building."""
    top = [view.ground(*p, house.height) for p in corners]
    out = [f'<polygon points="{points(top)}" fill="{house.roof}"/>']
    count = 3
    for at in range(count):
        near, far = at / count, (at + 0.55) / count
        back, front = (top[0], top[1]), (top[3], top[2])
        strip = [_mix(*back, near), _mix(*back, far), _mix(*front, far), _mix(*front, near)]
        out.append(f'<polygon points="{points(strip)}" fill="{shaded(house.roof, 1.14)}"/>')
    return out


def _mix(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _flat(house: Building, corners: Sequence[Point], view: View) -> list[str]:
    top = [view.ground(*p, house.height) for p in corners]
    edge = f'stroke="{shaded(house.roof, 0.93)}" stroke-width=".8"'
    out = [f'<polygon points="{points(top)}" fill="{house.roof}" {edge}/>']
    middle = (sum(p[0] for p in top) / 4, sum(p[1] for p in top) / 4)
    if house.grain > 0.72 and house.kind in ("downtown", "new", "campus"):
        garden = [_mix(middle, p, 0.66) for p in top]
        out.append(f'<polygon points="{points(garden)}" fill="{"#A7CB8B" if house.roof[1] in "EF" else "#EEF1F3"}"/>')
    elif house.grain > 0.42:
        solar = house.kind in ("new", "campus")
        panel = [_mix(middle, p, 0.5 if solar else 0.4) for p in top]
        out.append(f'<polygon points="{points(panel)}" fill="{"#4A6B94" if solar else shaded(house.roof, 0.9)}"/>')
    return out
