"""The hours of the city: the light that a skyline is drawn in, and the bands of sky, stone and sea under it.

Values only, and cheap to read: the first frame of the window waits for them. Heights are those of a sheet of
1920 × 1080 units; a screen of another shape cuts the sheet at its sides or at its top.
"""

from typing import Final, NamedTuple

WIDE: Final = 1920
HIGH: Final = 1080
QUAY: Final = 880.0
WATER: Final = 936.0
LOWEST_SKY: Final = 800.0
"""Where the last colour of the sky is reached; the houses hide the rest."""


class Light(NamedTuple):
    """The hour: colours of the sky from top to horizon, of the sun, hills, sea and windows."""

    sky: tuple[str, str, str]
    sun: str
    halo: float
    hills: tuple[str, str, str]
    towers: tuple[str, ...]
    sea: tuple[str, str]
    stone: str
    shade: float
    """How bright walls and leaves are, 1 by day."""
    lamp: str
    stars: bool
    lit: bool
    """Whether lamps and windows shine."""


DAY: Final = Light(
    ("#BFE0F2", "#E3F1F5", "#FDEBD3"), "#FFE0A0", 0.35, ("#C3D7E0", "#AECBC4", "#9CC39B"),
    ("#C2CEDF", "#B3C3D8", "#CFD6E2", "#A9BBD3"), ("#8CCBDD", "#5FA9CB"), "#F3E6CA", 1.0, "#FFFFFF", False, False,
)  # fmt: skip
EVENING: Final = Light(
    ("#CBD4F0", "#F2DCE3", "#FFC48F"), "#FFB066", 0.5, ("#C6B4CE", "#A99CBC", "#7F8FA0"),
    ("#A59DC4", "#978FB8", "#B5A8C8", "#8C86AE"), ("#E0B7AE", "#7C8DBB"), "#DCC0AE", 0.8, "#FFE3A3", False, True,
)  # fmt: skip
DUSK: Final = Light(
    ("#14213F", "#33406E", "#8C5A6E"), "#FFC27A", 0.3, ("#35456F", "#2F4062", "#2B4656"),
    ("#33456F", "#2E3F66", "#3D4C77", "#2A3A5E"), ("#5A5578", "#1B3152"), "#655C6C", 0.58, "#FFD98A", False, True,
)  # fmt: skip
NIGHT: Final = Light(
    ("#0A1328", "#1A2A4D", "#4A3E63"), "#F2EBD6", 0.12, ("#22345A", "#1D3350", "#1C3A4A"),
    ("#22365C", "#1E3154", "#2A3F67", "#1B2C4C"), ("#1D3C5E", "#11243F"), "#4A4A5E", 0.46, "#FFD98A", True, True,
)  # fmt: skip


def dimmed(light: Light) -> Light:
    """Returns an hour as a dark window shows it: the same colours after sunset, with lamps and windows lit."""
    deep = [shaded(colour, share) for colour, share in zip(light.sky, (0.2, 0.32, 0.46), strict=True)]
    return Light(
        (deep[0], deep[1], deep[2]),
        shaded(light.sun, 0.8),
        light.halo * 0.5,
        (shaded(light.hills[0], 0.36), shaded(light.hills[1], 0.33), shaded(light.hills[2], 0.3)),
        tuple(shaded(tower, 0.4) for tower in light.towers),
        (shaded(light.sea[0], 0.42), shaded(light.sea[1], 0.32)),
        shaded(light.stone, 0.46),
        light.shade * 0.56,
        "#FFD98A",
        True,
        True,
    )


def first_and_last(dark: bool) -> tuple[Light, Light]:
    """Returns the hours between which a window of that darkness lives: words stay readable on both skies."""
    return (DUSK, NIGHT) if dark else (DAY, EVENING)


def grain(width: int, height: int) -> float:
    """Returns the pixels of a sheet unit: the sheet covers the place, standing on its lower edge."""
    return max(width / WIDE, height / HIGH)


def bands(light: Light, height: int, unit: float) -> list[tuple[int, int, int]]:
    """Returns the colour of each row of pixels of a picture with nothing built yet: sky, quay, sea."""
    top = height - HIGH * unit
    stops = (
        (0.0, light.sky[0]), (LOWEST_SKY / 2, light.sky[1]), (LOWEST_SKY, light.sky[2]), (QUAY, light.sky[2]),
        (QUAY, light.stone), (WATER, light.stone), (WATER, light.sea[0]), (float(HIGH), light.sea[1]),
    )  # fmt: skip
    rows, at = [], 0
    for row in range(height):
        y = min(max((row + 0.5 - top) / unit, 0.0), HIGH - 0.01)
        while y >= stops[at + 1][0]:
            at += 1
        (above, one), (below, other) = stops[at], stops[at + 1]
        rows.append(between(one, other, (y - above) / (below - above)))
    return rows


def between(one: str, other: str, share: float) -> tuple[int, int, int]:
    """Returns the colour that lies a share of the way from one to another.

    >>> between("#000000", "#FFFFFF", 0.5)
    (128, 128, 128)
    """
    red, green, blue = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share + 0.01) for at in (1, 3, 5)
    )
    return red, green, blue


def shaded(colour: str, by: float) -> str:
    """Returns a colour made darker (below 1) or lighter (above 1)."""
    parts = (max(0, min(255, round(int(colour[at : at + 2], 16) * by))) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)
