"""What lives in front of the skyline: what goes by, what glints on the water, and how far the evening has come.

Pure functions of the time gone by: the same time gives the same picture.
"""

import math
from typing import Final, NamedTuple

from game.ui.hours import QUAY, WATER, WIDE, Light, first_and_last
from game.ui.shores import SHORES, Shore

MORNING: Final = 6.0
"""Seconds of the first hour before the light turns."""
TURNING: Final = 90.0
"""Seconds from one hour to the other."""
RESTING: Final = 45.0
"""Seconds that the evening stays before the light turns back."""
STEPS: Final = 36
"""Steps of the light from one hour to the other: each too small to be seen."""
LIT_AT_DUSK: Final = 0.35
"""Share of the windows that shine already at the first hour of a dark window."""


class Scenery(NamedTuple):
    """A skyline to show: its light, the light it turns to, what it has beside the city itself, what goes by."""

    name: str
    dark: bool
    first: Light
    last: Light
    lit: tuple[float, float]
    """Shares of the windows that shine at the first and at the last hour."""
    rise: float = 1.0
    """How high the towers stand."""
    over: str = ""
    """SVG in sheet units, drawn over the city."""
    passing: tuple[str, ...] = ("cloud", "gull", "ferry", "tram")
    shore: Shore = SHORES["mild"]
    """What the city itself looks like."""


class Sprite(NamedTuple):
    """Something that crosses the picture: its shape, size and height in sheet units, its speed in units a second."""

    name: str
    size: tuple[float, float]
    top: float
    start: float
    speed: float


class Glint(NamedTuple):
    """A light on the water that comes and goes."""

    x: float
    y: float
    wide: float
    beat: float


SPRITES: Final = (
    Sprite("cloud", (170, 86), 110, 240, 7),
    Sprite("cloud", (240, 122), 196, 1040, 10),
    Sprite("cloud", (130, 66), 322, 1640, 5),
    Sprite("gull", (34, 14), 566, 900, 34),
    Sprite("gull", (26, 11), 596, 850, 34),
    Sprite("gull", (22, 9), 552, 830, 34),
    Sprite("gull", (30, 12), 640, 1700, 27),
    Sprite("ferry", (190, 58), WATER - 12, 1300, -15),
    Sprite("tram", (214, 44), QUAY - 27, 300, 58),
)
GLINTS: Final = tuple(
    Glint(60 + (at * 397) % 1800, WATER + 22 + (at * 53) % 110, 26 + (at * 17) % 40, 1.6 + (at % 5) * 0.45)
    for at in range(18)
)


def across(sprite: Sprite, time: float) -> float:
    """Returns the left edge of a sprite; what leaves on one side comes back on the other."""
    span = WIDE + sprite.size[0] + 120
    return (sprite.start + time * sprite.speed) % span - sprite.size[0] - 60


def pose(sprite: Sprite, time: float) -> int:
    """Returns which of its drawings a sprite shows: gulls beat their wings now and then, and glide between."""
    if sprite.name != "gull":
        return 0
    beat = (time * 0.9 + sprite.start * 0.013) % 3
    return int(beat * 6) % 2 if beat < 1 else 0


def shines(glint: Glint, time: float) -> bool:
    """Says whether a light on the water is to be seen."""
    return (time / glint.beat + glint.x * 0.01) % 2 < 1.2


def evening(time: float) -> float:
    """Returns how far the evening has come: 0 at the first hour, 1 at the last, and back again.

    >>> evening(0.0), evening(MORNING + TURNING / 2), evening(MORNING + TURNING)
    (0.0, 0.5, 1.0)
    """
    into = time % (2 * (MORNING + TURNING) + RESTING - MORNING)
    share = min((into - MORNING) / TURNING, (2 * TURNING + RESTING + MORNING - into) / TURNING, 1.0)
    return max(0.0, share)


def step_of(share: float) -> int:
    """Returns the step of the light, 0 to STEPS."""
    return math.floor(share * STEPS + 1e-9)


def title_scenery(dark: bool) -> Scenery:
    """Returns the skyline of the title in a window of that darkness."""
    first, last = first_and_last(dark)
    return Scenery("title", dark, first, last, (LIT_AT_DUSK if dark else 0.0, 1.0))


def lit(scenery: Scenery, share: float) -> float:
    """Returns the share of the windows that shine when the evening has come so far."""
    low, high = scenery.lit
    return low + (high - low) * share
