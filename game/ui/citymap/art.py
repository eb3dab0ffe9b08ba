"""The city as one SVG picture: ground, water, then everything that stands, from back to front. Pure: no pygame."""

import math
from collections.abc import Sequence
from typing import Final

from game.ui.citymap.details import DETAILS
from game.ui.citymap.life import enlivened, marks_of
from game.ui.citymap.lots import FABRICS, PLAIN, Building, Feature, Tree, furnish
from game.ui.citymap.models import MODELS
from game.ui.citymap.plan import (
    MapPlan,
    Point,
    View,
    beyond,
    bounds,
    from_edge,
    grown,
    hull,
    inside,
    rounded_corners,
    smooth,
)
from game.ui.citymap.portrait import BARE, Portrait
from game.ui.citymap.works import DRAWN

GREENS: Final = {
    "round": ("#6FA860", "#5B9854", "#82B86E"),
    "pine": ("#4F8A52", "#447C4A", "#5C9659"),
    "cypress": ("#3F7448", "#48804E", "#3A6B42"),
    "palm": ("#5E9E57", "#6BA95F", "#529150"),
    "olive": ("#94AE84", "#86A27A", "#A1B98F"),
}
SHADE: Final = "#26324A"
LUSH: Final = "#9FD07E"
DRY: Final = "#B08A55"
AWNINGS: Final = ("#D9442E", "#2E7FB8", "#3F8F5B", "#E29A1F")
FEATURES: Final = {**DRAWN, **MODELS, **DETAILS}
"""What draws each single thing, by its name."""
SEA: Final = ((0.0, "#A9DCE3"), (-12.0, "#8CCBDD"), (-34.0, "#73BAD5"), (-70.0, "#62ABCC"))
"""The sea in bands: how far from the shore each begins, and its colour."""


def city_svg(plan: MapPlan, width: int, height: int, portrait: Portrait = BARE) -> str:
    """Returns the picture of a city as an SVG document. The same plan, size and portrait give the same text."""
    marks = marks_of(plan, portrait)
    plan = plan.drawn()
    view = View(width, height, plan.size[1])
    furniture, lots = furnish(plan)
    things = enlivened(furniture, marks)
    out = [*_land(plan, view, portrait), *_river(plan, view, lots.river), *_sea(plan, view)]
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
    river = smooth(plan.river[1]) if plan.river else []
    left, top, wide, _ = view.box
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<g transform="scale({width / wide:.5f}) translate({-left:.2f} {-top:.2f})">'
        f"{''.join([*_land(plan, view, portrait), *_river(plan, view, river), *_sea(plan, view)])}</g></svg>"
    )


def points(corners: Sequence[Point]) -> str:
    """Returns corners as an SVG `points` attribute."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def shaded(colour: str, by: float) -> str:
    """Returns a colour made darker (below 1) or lighter (above 1)."""
    parts = (max(0, min(255, round(int(colour[i : i + 2], 16) * by))) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


def drawn_feature(thing: Feature, view: View) -> list[str]:
    """Returns the SVG elements of a feature."""
    x, y = view.ground(thing.x, thing.y)
    return FEATURES[thing.name](x, y, thing.grain)


def mixed(colour: str, other: str, share: float) -> str:
    """Returns a colour with a share of another in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _ground(kind: str, green: int) -> str:
    """Returns the ground of a district: greener where plants come back, browner where they give way."""
    colour = FABRICS.get(kind, PLAIN).ground
    return mixed(colour, LUSH, 0.13 * green) if green > 0 else mixed(colour, DRY, 0.15 * -green)


def _land(plan: MapPlan, view: View, portrait: Portrait) -> list[str]:
    wide, deep = plan.size
    (left, top), (right, bottom) = view.ground(-300, -300), view.ground(wide + 300, deep + 300)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    out = [f'<polygon points="{points(corners)}" fill="#DDE8C8"/>']
    if plan.sea:
        sand = [view.ground(*p) for p in rounded_corners(grown(beyond(plan.sea, plan.size), 13))]
        out.append(f'<polygon points="{points(sand)}" fill="#F3E6C4"/>')
    outlines = [(each, points([view.ground(*p) for p in beyond(each.polygon, plan.size)])) for each in plan.districts]
    join = 'stroke-linejoin="round"'
    out += [f'<polygon points="{line}" fill="none" stroke="#CFCBC2" stroke-width="17" {join}/>' for _, line in outlines]
    for district, line in outlines:
        ground = _ground(district.kind, portrait.of(district.id).green)
        out.append(f'<polygon points="{line}" fill="{ground}" stroke="#FBFAF7" stroke-width="13.5" {join}/>')
    out += [
        f'<polygon points="{line}" fill="none" stroke="#D8D3C8" stroke-width="1.2" stroke-dasharray="7 7" {join}/>'
        for _, line in outlines
    ]
    return out


def _curve(line: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line)


def _river(plan: MapPlan, view: View, river: Sequence[Point]) -> list[str]:
    if not plan.river or not river:
        return []
    wide = plan.river[0] * (1 + view.tilt) / 2
    seen = [view.ground(*p) for p in river]
    last = river[-1]
    ends_in_sea = bool(plan.sea) and (inside(last, plan.sea or ()) or from_edge(last, plan.sea or ()) < 40)
    bank = seen[: max(2, len(seen) - (6 if ends_in_sea else 0))]
    paint = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'
    out = [
        f'<path d="{_curve(bank)}" {paint} stroke="#CFCBC2" stroke-width="{wide + 25:.1f}"/>',
        f'<path d="{_curve(bank)}" {paint} stroke="#F3EAD6" stroke-width="{wide + 20:.1f}"/>',
        f'<path d="{_curve(seen)}" {paint} stroke="#8CCBDD" stroke-width="{wide:.1f}"/>',
        f'<path d="{_curve(seen)}" {paint} stroke="#A9DCE3" stroke-width="{wide * 0.55:.1f}"/>',
    ]
    return out + [part for share in (0.3, 0.62) for part in _bridge(river, share, plan.river[0], view)]


def _bridge(river: Sequence[Point], share: float, wide: float, view: View) -> list[str]:
    at = min(len(river) - 2, max(1, int(len(river) * share)))
    (x0, y0), (x, y), (x1, y1) = river[at - 1], river[at], river[at + 1]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    across, down = -(y1 - y0) / length * (wide / 2 + 17), (x1 - x0) / length * (wide / 2 + 17)
    (ax, ay), (bx, by) = view.ground(x - across, y - down), view.ground(x + across, y + down)

    def deck(right: float, down: float, paint: str) -> str:
        way = f"M{ax + right:.1f} {ay + down:.1f}L{bx + right:.1f} {by + down:.1f}"
        return f'<path d="{way}" {paint}/>'

    return [
        deck(4, 6, f'stroke="{SHADE}" stroke-opacity=".2" stroke-width="15"'),
        deck(0, 0, 'stroke="#B9B4AA" stroke-width="16"'),
        deck(0, -2, 'stroke="#FBFAF7" stroke-width="12"'),
        deck(0, -2, 'stroke="#D8D3C8" stroke-width="1.2" stroke-dasharray="6 6"'),
    ]


def _sea(plan: MapPlan, view: View) -> list[str]:
    if not plan.sea:
        return []
    shore = beyond(plan.sea, plan.size)
    out = []
    for far, colour in SEA:
        moved = zip(shore, grown(shore, far), strict=True)
        clear = [to for at, to in moved if _out_of_sight(at, plan) or not far or _clear(to, shore, -far)]
        band = [view.ground(*p) for p in rounded_corners(clear)] if len(clear) > 2 else []
        foam = ' stroke="#FFFFFF" stroke-opacity=".75" stroke-width="2.6"' if not far else ""
        out.append(f'<polygon points="{points(band)}" fill="{colour}"{foam}/>')
    return out + _waves(plan, view) + _boats(plan, view)


def _out_of_sight(at: Point, plan: MapPlan) -> bool:
    return not (0 <= at[0] <= plan.size[0] and 0 <= at[1] <= plan.size[1])


def _clear(at: Point, shore: Sequence[Point], far: float) -> bool:
    """Says whether a corner of a band is as far out at sea as it should be: in a narrow bay there is no room for it."""
    return inside(at, shore) and from_edge(at, shore) > 0.68 * far


def _waves(plan: MapPlan, view: View) -> list[str]:
    """Draws short crests on a loose grid."""
    out = []
    left, top, right, bottom = bounds(plan.sea or ())
    for i in range(int((right - left) / 74) + 1):
        for j in range(int((bottom - top) / 40) + 1):
            at = (left + i * 74 + (j % 2) * 37 + 11 * math.sin(j * 2.1), top + j * 40 + 9 * math.sin(i * 1.7))
            if inside(at, plan.sea or ()) and from_edge(at, plan.sea or ()) > 34:
                x, y = view.ground(*at)
                out.append(
                    f'<path d="M{x - 9:.1f} {y:.1f}q4.5 -4 9 0t9 0" fill="none" stroke="#FFFFFF" stroke-opacity=".45" '
                    'stroke-width="1.6" stroke-linecap="round"/>'
                )
    return out


def _boats(plan: MapPlan, view: View) -> list[str]:
    out: list[str] = []
    left, top, right, bottom = bounds(plan.sea or ())
    wanted = ((0.2, 0.55, "sail"), (0.5, 0.7, "ferry"), (0.75, 0.5, "sail"), (0.35, 0.85, "sail"), (0.9, 0.75, "sail"))
    for share, depth, name in wanted:
        at = (left + (right - left) * share, top + (bottom - top) * depth)
        if inside(at, plan.sea or ()) and from_edge(at, plan.sea or ()) > 44 and at[1] < plan.size[1] - 12:
            out += drawn_feature(Feature(*at, name, grain=share), view)
    return out


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
        stripes = f'stroke="#FFFFFF" stroke-width="5" stroke-dasharray="2.4 3.4" d="M{ax:.1f} {ay - 5.4:.1f}L{bx:.1f} {by - 5.4:.1f}"'
        return [f'<path d="{hood}" fill="{tone}"/>', f"<path {stripes}/>"]
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
