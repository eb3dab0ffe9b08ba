"""The seven pictures of the end: the same skyline in the light of each vision, with what the vision brings to it."""

from collections.abc import Callable
from typing import Final

from game.ui.endings import living as a
from game.ui.endings import pieces as p
from game.ui.hours import QUAY, WATER, WIDE, Light, dimmed
from game.ui.houses import BELL, houses
from game.ui.shores import SHORES, Shore
from game.ui.skylineart import towers
from game.ui.skylinelife import Scenery
from game.ui.strokes import path, rect

PATCHWORK: Final = "patchwork"
"""The picture of a city that no vision is near enough to, and of a vision that has no picture of its own."""
FOOT: Final = WATER - 9
"""Where people stand on the quay."""

LIGHTS: Final = {
    "digital_business": Light(
        ("#C7D6F7", "#DDE6FB", "#FBE3F0"), "#FFF1D6", 0.4, ("#BFC9E6", "#A9B8DC", "#97A9D2"),
        ("#7F95D6", "#6C84CC", "#93A5E0", "#5C76C4"), ("#9FB4EE", "#6076C4"), "#E4E6F0", 0.97, "#FFF6D8", False, True,
    ),
    "eco_techno": Light(
        ("#BDE6EA", "#DFF4F3", "#F4F8E6"), "#FFF3C4", 0.3, ("#B9DCD6", "#9CCDC0", "#83BDA8"),
        ("#B5D3D6", "#9FC6CA", "#C7DEDF", "#8DBABF"), ("#86D0D2", "#3F9FAE"), "#E6EFEA", 1.0, "#FFFFFF", False, False,
    ),
    "eco_life": Light(
        ("#CFEBD9", "#EAF5DA", "#FFF0C2"), "#FFE08A", 0.4, ("#BBDCAE", "#9CCB90", "#7DB873"),
        ("#C9D6C4", "#BCCDB8", "#D6DECF", "#B0C4AE"), ("#94D3C4", "#4FA394"), "#EADFC0", 1.0, "#FFFFFF", False, False,
    ),
    "ethic_human": Light(
        ("#F3D9E6", "#FBE6DC", "#FFDFA8"), "#FFD08A", 0.5, ("#E0C7CE", "#CDB4B9", "#B7A79B"),
        ("#CDBBD0", "#C0AEC6", "#D8C8D8", "#B5A3BE"), ("#E3C0B4", "#8E9EC6"), "#F1DDBE", 0.98, "#FFE9A8", False, True,
    ),
    "jail_city": Light(
        ("#AEB8C6", "#C2C9D3", "#D5D2D6"), "#F2F4F7", 0.2, ("#A3AFBE", "#8E9CAE", "#7A899C"),
        ("#7E8CA2", "#6F7E95", "#8E9AAE", "#616F87"), ("#8998AB", "#56657A"), "#B9BEC8", 0.72, "#F4F9FF", False, True,
    ),
    "symbiotic": Light(
        ("#C4ECEF", "#DDF5E6", "#FFF3CF"), "#FFEFAE", 0.45, ("#B4DFC4", "#8FCDA2", "#6BB884"),
        ("#BFDCD0", "#AFD2C4", "#CFE5DA", "#9EC8B8"), ("#7FD6CF", "#2E9AA0"), "#E9E6C6", 1.0, "#FFFFFF", False, False,
    ),
    PATCHWORK: Light(
        ("#D3DCEC", "#E8E6EA", "#F7E6D2"), "#FFE3B0", 0.35, ("#C6CEDA", "#B3C2BE", "#A5BA9F"),
        ("#BCC4D6", "#AEB8CC", "#CCD1DE", "#A2AEC6"), ("#9CC4D8", "#6C98BC"), "#EADCC6", 0.96, "#FFF0C4", False, True,
    ),
}  # fmt: skip
RISES: Final = {"digital_business": 1.7, "jail_city": 1.3, "eco_life": 0.6, "ethic_human": 0.75, "symbiotic": 0.7}
"""How high the towers stand, beside those of the city as it was."""
SHINING: Final = {"digital_business": 0.55, "ethic_human": 0.7, "jail_city": 1.0, PATCHWORK: 0.3}
"""Share of the windows that shine."""
PASSING: Final = {
    "digital_business": ("cloud", "tram"), "eco_techno": ("cloud", "tram"), "eco_life": ("cloud", "gull"),
    "ethic_human": ("cloud", "gull", "ferry"), "jail_city": (), "symbiotic": ("cloud", "gull", "ferry"),
    PATCHWORK: ("cloud", "gull"),
}  # fmt: skip
"""What goes by in front."""


def scenery(vision: str, dark: bool, shore: Shore = SHORES["mild"]) -> Scenery:
    """Returns a vision's picture of a city, dimmed for a dark window; a vision without one gets the patchwork's."""
    name = vision if vision in LIGHTS else PATCHWORK
    light = dimmed(LIGHTS[name]) if dark else LIGHTS[name]
    shining = max(SHINING.get(name, 0.0), 0.45) if dark else SHINING.get(name, 0.0)
    passing = tuple(each for each in PASSING[name] if shore.sea or each != "ferry")
    brought = BROUGHT[name](light, shore)
    return Scenery(name, dark, light, light, (shining, shining), RISES.get(name, 1.0), brought, passing, shore)


def _business(_: Light, shore: Shore) -> str:
    glow = "#7FE3FF"
    tall = sorted(towers(shore, RISES["digital_business"]), key=lambda each: each.top)[:6]
    hung = "".join(p.screen(each.x + 8, each.top + 26, each.wide - 16, 50, "curve", glow) for each in tall[:4])
    tops = "L".join(f"{each.x + each.wide / 2:.0f} {each.top - 4:.0f}" for each in sorted(tall))
    web = path(f"M{tops}", f'fill="none" stroke="{glow}" stroke-opacity=".8" stroke-width="2.4" stroke-dasharray="3 9"')
    air = p.drone(860, 560, 1.1) + p.drone(700, 610, 0.8) + p.drone(1530, 590, 1) + p.helicopter(300, 590)
    street = "".join(p.pod(x, FOOT, colour) for x, colour in ((250, "#FFFFFF"), (620, "#1F4FD8"), (1480, "#FFFFFF")))
    people = "".join(a.person(x, FOOT, "#33456F", 34) for x in (380, 402, 910, 932, 954, 1190, 1640))
    afloat = p.yacht(1050, 1044) + p.yacht(1440, 1010) if shore.sea else ""
    return p.crane(1660, 640, 120) + web + hung + air + street + people + afloat


def _techno(_: Light, shore: Shore) -> str:
    wind = "".join(
        p.turbine(x, foot, tall, turn)
        for x, foot, tall, turn in ((60, 706, 120, 15), (170, 724, 140, 50), (290, 716, 116, 85), (600, 726, 130, 30),
                                    (1360, 650, 96, 70), (1500, 664, 108, 5), (1790, 660, 118, 40))
    )  # fmt: skip
    roofs = "".join(p.panels(each.x + 10, each.top - 2, int((each.wide - 20) / 19)) for each in houses(shore)[::2])
    poles = "".join(p.sensor(x, FOOT) for x in range(110, WIDE, 260))
    street = "".join(p.pod(x, FOOT, "#DFF4F3") for x in (330, 880, 1420))
    return wind + roofs + poles + street + p.drone(980, 590, 0.9) + p.drone(1500, 620, 0.8)


def _life(light: Light, _: Shore) -> str:
    wood = "".join(p.tree(30 + at * 151, QUAY + 14, 46 + at % 3 * 12, light) for at in range(13))
    plots = p.beds(60, FOOT, 4, light) + p.beds(1010, FOOT, 5, light) + p.beds(1600, FOOT, 4, light)
    market = p.stall(440, FOOT, "#C9402F") + p.stall(560, FOOT, "#3B9E8F") + p.stall(1440, FOOT, "#F2B33D")
    folk = "".join(
        a.person(x, FOOT, coat)
        for x, coat in ((390, "#A63A00"), (505, "#3F6B12"), (612, "#8B1E5B"), (1090, "#1F4FD8"), (1500, "#A86400"))
    )
    beasts = a.hive(920, FOOT) + a.hive(965, FOOT) + "".join(a.hen(x, FOOT) for x in (730, 762, 1365))
    rides = a.cyclist(690, FOOT, "#1F4FD8") + a.cyclist(860, FOOT, "#A63A00")
    water = a.rowing(900, 1010, "#8B1E5B") + a.rowing(1180, 1036, "#3F6B12") + a.heron(1720, 1000, light)
    return wood + plots + market + folk + beasts + rides + water + a.flock(1180, 560, 7, "#5A6B7E")


def _human(light: Light, _: Shore) -> str:
    flags = "".join(p.bunting(40 + at * 264, 304 + at * 264, 806 + at % 2 * 10) for at in range(7))
    talk = a.assembly(420, FOOT) + a.assembly(1130, FOOT)
    folk = "".join(
        a.person(x, FOOT, coat, tall)
        for x, coat, tall in (
            (120, "#8B1E5B", 34), (144, "#FFC94D", 22), (660, "#3F6B12", 34), (686, "#1F4FD8", 33),
            (900, "#A63A00", 34), (1500, "#0C6C86", 34), (1524, "#E8608A", 23),
            (1548, "#5B3BB5", 34), (1800, "#A86400", 32),
        )
    )  # fmt: skip
    wheels = a.wheelchair(716, FOOT) + a.cyclist(1330, FOOT, "#3F6B12") + a.wheelchair(1598, FOOT)
    play = a.kite(820, 600, 780, FOOT) + a.kite(1700, 570, 1660, FOOT)
    return flags + p.stall(250, FOOT, "#E8608A") + talk + folk + wheels + play + p.tree(960, QUAY + 14, 60, light)


def _jail(_: Light, shore: Shore) -> str:
    tall = sorted(towers(shore, RISES["jail_city"]), key=lambda each: each.top)
    eye = "".join(p.screen(each.x + 6, each.top + 22, each.wide - 12, 54, "eye", "#FF8A7A") for each in tall[:3])
    lamps = "".join(p.floodlight(x, FOOT, 210, lean) for x, lean in ((90, 60), (690, -40), (1050, 70), (1830, -60)))
    masts = "".join(p.mast(x, FOOT, 150) for x in (240, 560, 880, 1240, 1560))
    air = p.drone(360, 580, 1.3, 250) + p.drone(760, 640, 1, 190) + p.drone(1640, 600, 1.2, 230)
    queue = "".join(a.person(320 + at * 30, FOOT, "#46536A", 33) for at in range(7))
    queue += "".join(a.person(1300 + at * 34, FOOT, "#46536A", 33) for at in range(6))
    gate = rect(536, FOOT - 62, 10, 62, 'fill="#2A384C"') + rect(584, FOOT - 62, 10, 62, 'fill="#2A384C"')
    gate += path(f"M546 {FOOT - 40:.0f}h38", 'stroke="#FF4D42" stroke-width="4"')
    crown = p.mast(BELL + 23, QUAY - 298 - shore.spire, 60)
    return eye + crown + air + lamps + masts + queue + gate + p.fence(0, WIDE, WATER + 4)


def _symbiotic(light: Light, shore: Shore) -> str:
    tops = "".join(
        p.tree(
            each.x + 14 + step * 26, each.top + 4, 17 + step % 2 * 5, light, ("#5B9854", "#4F8A52", "#82B86E")[step % 3]
        )
        for each in towers(shore, RISES["symbiotic"])
        for step in range(int((each.wide - 10) / 26))
    )
    roofs = "".join(
        p.tree(each.x + 18 + step * 30, each.top - 10, 15 + step % 2 * 4, light, "#6FA860")
        for each in houses(shore)[1::2]
        for step in range(int((each.wide - 16) / 30))
    )
    wood = "".join(p.tree(70 + at * 238, QUAY + 14, 52 + at % 3 * 14, light, "#4F9158") for at in range(8))
    wild = (
        a.deer(300, FOOT, light) + a.deer(356, FOOT, light) + a.hive(1010, FOOT) + a.hen(1180, FOOT) + a.hen(1214, FOOT)
    )
    folk = p.beds(560, FOOT, 4, light) + p.beds(1480, FOOT, 5, light) + a.assembly(1330, FOOT)
    folk += a.person(470, FOOT, "#A63A00") + a.person(494, FOOT, "#FFC94D", 22) + a.wheelchair(860, FOOT)
    folk += a.cyclist(930, FOOT, "#8B1E5B") + a.kite(1120, 610, 1090, FOOT)
    water = a.heron(1600, 1004, light) + a.heron(1664, 1022, light) + a.rowing(1180, 1020, "#1F4FD8")
    return tops + roofs + wood + wild + folk + water + a.flock(600, 570, 9, "#3F6B5E") + p.turbine(1880, 640, 150, 20)


def _patchwork(light: Light, _: Shore) -> str:
    """Returns a city sewn from pieces of the others, the seams showing."""
    tints = ("#7FE3FF", "#6FA860", "#E8608A", "#5A6B7E", "#F2B33D")
    share = WIDE / len(tints)
    cloth = "".join(
        rect(at * share, 0, share, WATER, f'fill="{tint}" fill-opacity=".10"') for at, tint in enumerate(tints)
    )
    seams = "".join(
        path(f"M{at * share:.0f} 0V{WATER:.0f}", 'stroke="#FFFFFF" stroke-width="4" stroke-dasharray="18 14"')
        for at in range(1, len(tints))
    )
    business = p.drone(210, 590, 1.1) + p.pod(150, FOOT, "#1F4FD8") + p.crane(60, 660, 110)
    garden = p.beds(440, FOOT, 3, light) + p.tree(700, QUAY + 14, 58, light) + a.hive(660, FOOT)
    street = p.bunting(780, 960, 806) + p.bunting(960, 1140, 806) + a.assembly(960, FOOT)
    watched = p.mast(1220, FOOT, 140) + p.floodlight(1440, FOOT, 190, -50) + p.drone(1330, 600, 1.1, 210)
    market = p.stall(1640, FOOT, "#C9402F") + a.cyclist(1790, FOOT, "#3F6B12") + p.turbine(1840, 640, 140, 40)
    return cloth + business + garden + street + watched + market + seams


BROUGHT: Final[dict[str, Callable[[Light, Shore], str]]] = {
    "digital_business": _business,
    "eco_techno": _techno,
    "eco_life": _life,
    "ethic_human": _human,
    "jail_city": _jail,
    "symbiotic": _symbiotic,
    PATCHWORK: _patchwork,
}
"""What each vision brings to the skyline."""
