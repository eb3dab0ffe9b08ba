"""The land and the water under a city: grounds, streets, river, bridges, sea. Pure: SVG text only."""

import math
from collections.abc import Sequence
from typing import Final

from game.ui.citymap.fabrics import CLIMATES, fabric_of, mixed
from game.ui.citymap.plan import MapPlan, Point, View, beyond, bounds, from_edge, grown, inside, rounded_corners
from game.ui.citymap.portrait import Portrait
from game.ui.citymap.works import DRAWN

SHADE: Final = "#26324A"
LUSH: Final = "#9FD07E"
DRY: Final = "#B08A55"
SEA: Final = ((0.0, "#A9DCE3"), (-12.0, "#8CCBDD"), (-34.0, "#73BAD5"), (-70.0, "#62ABCC"))
"""The sea in bands: how far from the shore each begins, and its colour."""


def points(corners: Sequence[Point]) -> str:
    """Returns corners as an SVG `points` attribute."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def _ground(kind: str, climate: str, green: int) -> str:
    """Returns the ground of a district: greener where plants come back, browner where they give way."""
    colour = fabric_of(kind, climate).ground
    return mixed(colour, LUSH, 0.13 * green) if green > 0 else mixed(colour, DRY, 0.15 * -green)


def land(plan: MapPlan, view: View, portrait: Portrait) -> list[str]:
    """Returns the ground of each district, the beach and the streets between, as SVG elements."""
    wide, deep = plan.size
    (left, top), (right, bottom) = view.ground(-300, -300), view.ground(wide + 300, deep + 300)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    out = [f'<polygon points="{points(corners)}" fill="{CLIMATES[plan.climate].beyond}"/>']
    if plan.sea:
        sand = [view.ground(*p) for p in rounded_corners(grown(beyond(plan.sea, plan.size), 13))]
        out.append(f'<polygon points="{points(sand)}" fill="#F3E6C4"/>')
    outlines = [(each, points([view.ground(*p) for p in beyond(each.polygon, plan.size)])) for each in plan.districts]
    join = 'stroke-linejoin="round"'
    out += [f'<polygon points="{line}" fill="none" stroke="#CFCBC2" stroke-width="17" {join}/>' for _, line in outlines]
    for district, line in outlines:
        ground = _ground(district.kind, plan.climate, portrait.of(district.id).green)
        out.append(f'<polygon points="{line}" fill="{ground}" stroke="#FBFAF7" stroke-width="13.5" {join}/>')
    out += [
        f'<polygon points="{line}" fill="none" stroke="#D8D3C8" stroke-width="1.2" stroke-dasharray="7 7" {join}/>'
        for _, line in outlines
    ]
    return out


def _curve(line: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line)


def river(plan: MapPlan, view: View, course: Sequence[Point]) -> list[str]:
    """Returns the river, its banks and its bridges."""
    if not plan.river or not course:
        return []
    wide = plan.river[0] * (1 + view.tilt) / 2
    seen = [view.ground(*p) for p in course]
    last = course[-1]
    ends_in_sea = bool(plan.sea) and (inside(last, plan.sea or ()) or from_edge(last, plan.sea or ()) < 40)
    bank = seen[: max(2, len(seen) - (6 if ends_in_sea else 0))]
    paint = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'
    out = [
        f'<path d="{_curve(bank)}" {paint} stroke="#CFCBC2" stroke-width="{wide + 25:.1f}"/>',
        f'<path d="{_curve(bank)}" {paint} stroke="#F3EAD6" stroke-width="{wide + 20:.1f}"/>',
        f'<path d="{_curve(seen)}" {paint} stroke="#8CCBDD" stroke-width="{wide:.1f}"/>',
        f'<path d="{_curve(seen)}" {paint} stroke="#A9DCE3" stroke-width="{wide * 0.55:.1f}"/>',
    ]
    return out + [part for share in (0.3, 0.62) for part in _bridge(course, share, plan.river[0], view)]


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


def sea(plan: MapPlan, view: View) -> list[str]:
    """Returns the sea in bands, its waves and its boats."""
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
            out += DRAWN[name](*view.ground(*at), share)
    return out
