"""People and animals that a vision brings to the skyline. Pure SVG text, in sheet units.

Each stands on the point given, its feet in the middle, unless it flies.
"""

from game.ui.endings.pieces import STEEL
from game.ui.hours import Light, shaded
from game.ui.strokes import disc, path, rect

SKIN = "#C98F66"


def person(x: float, y: float, coat: str, tall: float = 34, skin: str = SKIN) -> str:
    """Returns someone standing."""
    legs = f"M{x - 3:.1f} {y:.0f}v-{tall * 0.4:.1f}M{x + 3:.1f} {y:.0f}v-{tall * 0.4:.1f}"
    return (
        path(legs, 'stroke="#2A384C" stroke-width="3.6"')
        + path(f"M{x - 6:.1f} {y - tall * 0.36:.1f}q6 -{tall * 0.75:.1f} 12 0z", f'fill="{coat}"')
        + disc(x, y - tall * 0.85, tall * 0.16, f'fill="{skin}"')
    )


def cyclist(x: float, y: float, coat: str) -> str:
    """Returns someone on a bicycle."""
    frame = f"M{x - 16:.0f} {y - 11:.0f}l12 -16h16l4 16M{x - 4:.0f} {y - 27:.0f}l8 16"
    wheels = "".join(disc(x + at, y - 11, 11, f'fill="none" stroke="{STEEL}" stroke-width="2.6"') for at in (-16, 16))
    rider = path(f"M{x - 3:.0f} {y - 30:.0f}q2 -18 10 -16l4 12", f'fill="none" stroke="{coat}" stroke-width="7"')
    return (
        wheels
        + path(frame, 'fill="none" stroke="#1F4FD8" stroke-width="2.8"')
        + rider
        + disc(x + 8, y - 52, 6, f'fill="{SKIN}"')
    )


def assembly(x: float, y: float) -> str:
    """Returns people sitting round a table, talking."""
    coats = ("#A63A00", "#1F4FD8", "#3F6B12", "#8B1E5B", "#0C6C86", "#A86400", "#5B3BB5")
    back = "".join(person(x - 66 + at * 44, y - 14, coats[at], 34, ("#F0C9A4", "#8A5A3C")[at % 2]) for at in range(4))
    table = (
        f'<ellipse cx="{x:.0f}" cy="{y - 16:.0f}" rx="92" ry="13" fill="#B98A58" stroke="#8A6B4A" stroke-width="2"/>'
    )
    front = "".join(person(x - 88 + at * 88, y + 6, coats[4 + at], 34) for at in range(3))
    bubbles = "".join(speech(x + each, y - 84) for each in (-64, 22))
    return back + table + front + bubbles


def speech(x: float, y: float) -> str:
    """Returns an empty speech bubble: what is said is the room's affair."""
    around = f"M{x:.0f} {y:.0f}h26a6 6 0 0 1 6 6v10a6 6 0 0 1 -6 6h-14l-8 8v-8h-4a6 6 0 0 1 -6 -6v-10a6 6 0 0 1 6 -6z"
    return path(around, 'fill="#FFFFFF" stroke="#5A6B7E" stroke-width="1.6"')


def wheelchair(x: float, y: float) -> str:
    """Returns someone in a wheelchair."""
    return (
        disc(x, y - 12, 12, f'fill="none" stroke="{STEEL}" stroke-width="3"')
        + path(f"M{x - 2:.0f} {y - 16:.0f}v-18h4M{x - 2:.0f} {y - 16:.0f}h14l3 13h6",
               'fill="none" stroke="#5B3BB5" stroke-width="6"')
        + disc(x + 1, y - 42, 6, 'fill="#8A5A3C"')
    )  # fmt: skip


def kite(x: float, y: float, child: float, ground: float) -> str:
    """Returns a kite and the child who holds it."""
    string = path(f"M{x:.0f} {y + 20:.0f}Q{x:.0f} {(y + ground) / 2:.0f} {child:.0f} {ground - 18:.0f}",
                  'fill="none" stroke="#FFFFFF" stroke-width="1.4"')  # fmt: skip
    sail = path(f"M{x:.0f} {y - 26:.0f}l18 22l-18 28l-18 -28z", 'fill="#E8608A"')
    return (
        string + sail + path(f"M{x - 18:.0f} {y - 4:.0f}h36", 'stroke="#FFFFFF"') + person(child, ground, "#FFC94D", 23)
    )


def rowing(x: float, y: float, coat: str) -> str:
    """Returns a rowing boat and its rower."""
    hull = path(f"M{x - 44:.0f} {y - 12:.0f}h88q-8 16 -24 16h-40q-18 0 -24 -16z", 'fill="#A65A33"')
    oar = path(f"M{x - 4:.0f} {y - 22:.0f}l38 26", 'stroke="#8A6B4A" stroke-width="3"')
    return person(x, y - 8, coat, 30) + hull + oar


def hive(x: float, y: float) -> str:
    """Returns a beehive and its bees."""
    body = "".join(
        rect(x - w / 2, y - 12 - at * 10, w, 9, 'rx="4" fill="#E2B04A"') for at, w in enumerate((30, 34, 28))
    )
    bees = "".join(disc(x + dx, y - dy, 2.4, 'fill="#16202E"') for dx, dy in ((-30, 40), (-18, 58), (20, 50), (34, 34)))
    return body + rect(x - 18, y - 3, 36, 4, 'fill="#8A6B4A"') + bees


def heron(x: float, y: float, light: Light) -> str:
    """Returns a heron standing in the water."""
    grey = shaded("#8FA3B5", light.shade)
    body = f"M{x - 20:.0f} {y - 34:.0f}q16 -16 32 -4q-2 -18 6 -30l14 -3l-10 7q-8 14 -4 34q-16 12 -38 -4z"
    return path(
        f"M{x - 4:.0f} {y - 28:.0f}V{y:.0f}M{x + 5:.0f} {y - 28:.0f}V{y:.0f}", 'stroke="#6B5A3C" stroke-width="2"'
    ) + path(body, f'fill="{grey}"')


def deer(x: float, y: float, light: Light) -> str:
    """Returns a roe deer."""
    coat = shaded("#A8744A", light.shade)
    body = f"M{x - 24:.0f} {y:.0f}v-22q-4 -14 10 -15h22l10 -18l9 4l8 8l-10 3l-6 14q-2 8 -8 10v16h-4v-15h-22v15z"
    horns = f"M{x + 24:.0f} {y - 54:.0f}l-3 -13m6 13l5 -12"
    return path(body, f'fill="{coat}"') + path(horns, f'fill="none" stroke="{coat}" stroke-width="2.4"')


def hen(x: float, y: float) -> str:
    """Returns a hen."""
    body = f"M{x - 13:.0f} {y - 20:.0f}q4 16 14 14q10 0 12 -22q-6 -8 -8 4q-10 8 -18 4z"
    return (
        path(body, 'fill="#FFF7E8"')
        + path(f"M{x - 1:.0f} {y - 6:.0f}v6m5 -6v6", 'stroke="#D9882B" stroke-width="1.8"')
        + disc(x + 11, y - 29, 2.6, 'fill="#C9402F"')
    )


def flock(x: float, y: float, count: int, tone: str) -> str:
    """Returns birds in flight."""
    wings = "".join(
        f"M{x + at * 34 - abs(at - count // 2) * 4:.0f} {y + abs(at - count // 2) * 17:.0f}q7 -8 13 2q7 -10 13 -2"
        for at in range(count)
    )
    return path(wings, f'fill="none" stroke="{tone}" stroke-width="2.6" stroke-linecap="round"')
