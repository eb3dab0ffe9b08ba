"""The things that a vision adds to the skyline: masts, gardens, turbines, stalls. Pure SVG text, sheet units.

Each piece stands on the point given, its foot in the middle, unless it flies.
"""

from game.ui.hours import Light, shaded
from game.ui.strokes import disc, path, rect

STEEL = "#5A6B7E"


def mast(x: float, y: float, tall: float) -> str:
    """Returns a surveillance mast: two cameras and a red light."""
    top = y - tall
    cameras = f"M{x - 3:.0f} {top + 12:.0f}h-26v11h22zM{x + 3:.0f} {top + 30:.0f}h26v11h-22z"
    return (
        path(f"M{x:.0f} {y:.0f}V{top:.0f}", 'stroke="#2A384C" stroke-width="6"')
        + path(cameras, 'fill="#E7ECF3" stroke="#2A384C" stroke-width="2"')
        + disc(x - 26, top + 17.5, 4, 'fill="#10192A"')
        + disc(x + 26, top + 35.5, 4, 'fill="#10192A"')
        + disc(x, top - 2, 5, 'fill="#FF4D42"')
        + disc(x, top - 2, 12, 'fill="#FF4D42" fill-opacity=".25"')
    )


def floodlight(x: float, y: float, tall: float, lean: float) -> str:
    """Returns a floodlight and its cone of light on the ground."""
    top = y - tall
    cone = f"M{x - 6:.0f} {top:.0f}L{x + lean - 120:.0f} {y:.0f}H{x + lean + 120:.0f}L{x + 6:.0f} {top:.0f}Z"
    return (
        path(cone, 'fill="#F4F9FF" fill-opacity=".2"')
        + path(f"M{x:.0f} {y:.0f}V{top:.0f}", 'stroke="#2A384C" stroke-width="5"')
        + rect(x - 22, top - 14, 44, 16, 'rx="3" fill="#FFFFFF" stroke="#2A384C" stroke-width="2"')
    )


def fence(left: float, right: float, y: float, tall: float = 46) -> str:
    """Returns a fence of posts and wires."""
    posts = "".join(f"M{x} {y:.0f}v-{tall:.0f}l9 -11" for x in range(round(left), round(right), 44))
    wires = "".join(f"M{left:.0f} {y - part * tall:.0f}H{right:.0f}" for part in (0.3, 0.6, 0.9, 1.1))
    return path(posts, 'fill="none" stroke="#3C4A5E" stroke-width="4"') + path(
        wires, 'fill="none" stroke="#3C4A5E" stroke-width="1.6"'
    )


def drone(x: float, y: float, size: float = 1.0, beam: float = 0) -> str:
    """Returns a drone in the air; `beam` is how far down its light falls."""
    ray = f"M{x:.0f} {y:.0f}l{-beam * 0.3:.0f} {beam:.0f}h{beam * 0.6:.0f}z" if beam else ""
    out = path(ray, 'fill="#E8F4FF" fill-opacity=".22"') if ray else ""
    s = size
    arms = f"M{x - 24 * s:.1f} {y - 6 * s:.1f}h{48 * s:.1f}"
    rotors = f"M{x - 36 * s:.1f} {y - 10 * s:.1f}h{24 * s:.1f}M{x + 12 * s:.1f} {y - 10 * s:.1f}h{24 * s:.1f}"
    return (
        out
        + path(arms, f'stroke="#2A384C" stroke-width="{3 * s:.1f}"')
        + path(rotors, f'stroke="#7D8A9C" stroke-width="{2.4 * s:.1f}"')
        + rect(x - 11 * s, y - 8 * s, 22 * s, 13 * s, f'rx="{5 * s:.1f}" fill="#2A384C"')
        + disc(x, y + 3 * s, 3.4 * s, 'fill="#7FD7EE"')
    )


def screen(x: float, y: float, wide: float, high: float, shows: str, glow: str) -> str:
    """Returns a large screen hung on a tower: it shows a rising curve or an eye."""
    middle, centre = y + high / 2, x + wide / 2
    out = rect(x, y, wide, high, f'rx="4" fill="#10192A" stroke="{glow}" stroke-width="3"')
    if shows == "eye":
        lids = f"M{x + 10:.0f} {middle:.0f}Q{centre:.0f} {y - 4:.0f} {x + wide - 10:.0f} {middle:.0f}"
        lids += f"Q{centre:.0f} {y + high + 4:.0f} {x + 10:.0f} {middle:.0f}Z"
        return (
            out
            + path(lids, f'fill="none" stroke="{glow}" stroke-width="4"')
            + disc(centre, middle, high * 0.17, f'fill="{glow}"')
        )
    points = ((0.1, 0.8), (0.3, 0.6), (0.45, 0.68), (0.65, 0.35), (0.78, 0.44), (0.9, 0.18))
    curve = "L".join(f"{x + across * wide:.1f} {y + down * high:.1f}" for across, down in points)
    return out + path(f"M{curve}", f'fill="none" stroke="{glow}" stroke-width="4"')


def turbine(x: float, y: float, tall: float, turn: int = 0) -> str:
    """Returns a wind turbine."""
    top, length = y - tall, tall * 0.42
    blades = "".join(
        f'<path d="M-2.5 0L0 -{length:.0f}L2.5 0Z" transform="translate({x:.0f} {top:.0f}) rotate({turn + third})" '
        'fill="#FFFFFF" stroke="#8FA3B0" stroke-width=".8"/>'
        for third in (0, 120, 240)
    )
    return (
        path(
            f"M{x - 3:.0f} {y:.0f}L{x - 1.5:.1f} {top:.0f}h3L{x + 3:.0f} {y:.0f}Z",
            'fill="#F3F7FA" stroke="#8FA3B0" stroke-width=".8"',
        )
        + blades
    )


def panels(x: float, y: float, count: int) -> str:
    """Returns solar panels on a roof."""
    return "".join(
        path(f"M{x + at * 19:.0f} {y:.0f}l5 -13h13l-5 13z", 'fill="#2D4E86" stroke="#A9C4EA" stroke-width="1.2"')
        for at in range(count)
    )


def pod(x: float, y: float, colour: str) -> str:
    """Returns a car that drives itself."""
    return (
        path(f"M{x - 34:.0f} {y - 8:.0f}q2 -27 26 -27h20q20 2 23 27z", f'fill="{colour}"')
        + path(f"M{x - 24:.0f} {y - 14:.0f}q3 -14 16 -14h16q13 2 15 14z", 'fill="#BFE3F2"')
        + disc(x - 18, y - 7, 7, 'fill="#16202E"')
        + disc(x + 19, y - 7, 7, 'fill="#16202E"')
    )


def sensor(x: float, y: float) -> str:
    """Returns a pole that measures, and its waves."""
    top = y - 70
    waves = "".join(
        f"M{x - r:.0f} {top - r * 0.6:.0f}a{r * 1.2:.0f} {r * 1.2:.0f} 0 0 1 {2 * r:.0f} 0" for r in (8, 15, 22)
    )
    return (
        path(f"M{x:.0f} {y:.0f}V{top:.0f}", 'stroke="#3C5A6E" stroke-width="4"')
        + rect(x - 7, top - 4, 14, 20, 'rx="3" fill="#FFFFFF" stroke="#3C5A6E" stroke-width="2"')
        + path(waves, 'fill="none" stroke="#0C6C86" stroke-width="2.6" stroke-linecap="round"')
    )


def tree(x: float, y: float, size: float, light: Light, tone: str = "#5B9854") -> str:
    """Returns a round tree."""
    bark, leaf, lighter = (shaded(paint, light.shade) for paint in ("#8A6B4A", tone, "#82B86E"))
    return (
        path(f"M{x:.0f} {y:.0f}v-{size:.0f}", f'stroke="{bark}" stroke-width="{size * 0.16:.1f}"')
        + disc(x, y - size * 1.25, size * 0.62, f'fill="{leaf}"')
        + disc(x - size * 0.42, y - size * 0.98, size * 0.42, f'fill="{leaf}"')
        + disc(x + size * 0.4, y - size * 1.02, size * 0.44, f'fill="{lighter}"')
    )


def beds(x: float, y: float, count: int, light: Light) -> str:
    """Returns vegetable beds seen from the side, flowers among them."""
    out = ""
    for at in range(count):
        left = x + at * 62
        out += rect(left, y - 12, 54, 12, f'rx="2" fill="{shaded("#8A6B4A", light.shade)}"')
        for stem in range(5):
            tone = ("#6FA860", "#82B86E", "#4F8A52")[(at + stem) % 3]
            out += disc(left + 7 + stem * 10, y - 15, 6, f'fill="{shaded(tone, light.shade)}"')
        bloom = ("#E8608A", "#FFD24D", "#FFFFFF", "#F08A4B")[at % 4]
        out += disc(left + 17, y - 21, 3.4, f'fill="{bloom}"') + disc(left + 38, y - 20, 3.4, f'fill="{bloom}"')
    return out


def stall(x: float, y: float, colour: str) -> str:
    """Returns a market stall under a striped awning."""
    stripes = "".join(
        path(f"M{x - 48 + at * 16:.0f} {y - 62:.0f}h16v14a8 8 0 0 1 -16 0z", f'fill="{(colour, "#FFFFFF")[at % 2]}"')
        for at in range(6)
    )
    fruit = "".join(
        disc(x - 36 + at * 12, y - 27, 5.5, f'fill="{("#F08A4B", "#C9402F", "#8DBB4C")[at % 3]}"') for at in range(7)
    )
    return (
        path(f"M{x - 44:.0f} {y:.0f}v-60M{x + 44:.0f} {y:.0f}v-60", 'stroke="#8A6B4A" stroke-width="4"')
        + fruit + rect(x - 46, y - 24, 92, 24, 'fill="#B98A58"') + stripes
    )  # fmt: skip


def bunting(left: float, right: float, y: float) -> str:
    """Returns a garland of small flags."""
    middle = (left + right) / 2
    line = path(f"M{left:.0f} {y:.0f}Q{middle:.0f} {y + 46:.0f} {right:.0f} {y:.0f}", f'fill="none" stroke="{STEEL}"')
    flags = ""
    for at in range(1, 9):
        share = at / 9
        x, down = left + (right - left) * share, y + 92 * share * (1 - share)
        colour = ("#E8608A", "#FFC94D", "#3B9E8F", "#5B7FE0")[at % 4]
        flags += path(f"M{x - 8:.0f} {down:.0f}h16l-8 17z", f'fill="{colour}"')
    return line + flags


def crane(x: float, y: float, tall: float) -> str:
    """Returns a building crane."""
    top = y - tall
    arm = f"M{x - 60:.0f} {top + 16:.0f}H{x + 150:.0f}M{x:.0f} {y:.0f}V{top:.0f}L{x + 120:.0f} {top + 16:.0f}"
    arm += f"M{x:.0f} {top:.0f}L{x - 50:.0f} {top + 16:.0f}M{x + 126:.0f} {top + 16:.0f}v46"
    block = rect(x - 62, top + 16, 22, 20, 'fill="#7D8A9C"')
    return path(arm, 'fill="none" stroke="#D9882B" stroke-width="4"') + block


def helicopter(x: float, y: float) -> str:
    """Returns a helicopter."""
    body = f"M{x - 40:.0f} {y:.0f}q2 -22 34 -22q22 0 26 20q-2 14 -26 14q-32 0 -34 -12z"
    tail = f"M{x + 14:.0f} {y - 10:.0f}l66 -8v8l-62 12z"
    return (
        path(tail, 'fill="#33456F"') + path(body, 'fill="#33456F"')
        + path(f"M{x - 36:.0f} {y - 4:.0f}q4 -14 22 -14v14z", 'fill="#BFE3F2"')
        + path(f"M{x - 66:.0f} {y - 27:.0f}h124M{x - 5:.0f} {y - 27:.0f}v6M{x + 78:.0f} {y - 30:.0f}v22",
               'stroke="#16202E" stroke-width="2.6"')
    )  # fmt: skip


def yacht(x: float, y: float) -> str:
    """Returns a large yacht."""
    hull = f"M{x - 130:.0f} {y - 26:.0f}h250l30 -6q-10 34 -40 40h-210q-24 -6 -30 -34z"
    decks = f"M{x - 80:.0f} {y - 26:.0f}l12 -22h120l30 22zM{x - 50:.0f} {y - 48:.0f}l10 -16h66l22 16z"
    panes = f"M{x - 60:.0f} {y - 34:.0f}h116"
    return (
        path(hull, 'fill="#FFFFFF"')
        + path(decks, 'fill="#EAF0F6"')
        + path(panes, 'stroke="#33456F" stroke-width="6" stroke-dasharray="16 6"')
    )
