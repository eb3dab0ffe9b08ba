"""Colours, type scale, spacing, radii and motion of the window. Values only: nothing here draws.

Lengths are design units: pixels of a 1920 × 1080 screen. A screen multiplies them by `scale_of` its own size.
"""

from typing import Final

from attrs import evolve, frozen

Colour = tuple[int, int, int]

SMALL: Final = 20
"""The smallest text of a projected scene: readable at five metres on a 1080p projector."""
BODY: Final = 22
STRONG: Final = 24
TITLE: Final = 30
HEADING: Final = 40
NUMBER: Final = 44
DISPLAY: Final = 72

REGULAR: Final = 400
MEDIUM: Final = 500
SEMIBOLD: Final = 600
BOLD: Final = 700

XS: Final = 4
S: Final = 8
M: Final = 16
L: Final = 24
XL: Final = 32
XXL: Final = 48

ROUND_S: Final = 8
ROUND_M: Final = 12
ROUND_L: Final = 18

LOW: Final = 700
"""Design units of height under which text is so enlarged that heads, feet and margins give way to what is read."""

HAIRLINE: Final = 1.25
RING: Final = 3.5
RING_GAP: Final = 5


@frozen
class Motion:
    """Durations in seconds; zero means that a change shows at once."""

    quick: float = 0.12
    calm: float = 0.35
    slow: float = 0.9


STILL: Final = Motion(0.0, 0.0, 0.0)


@frozen
class Theme:
    """One set of colours, named by what they are for. Colours are `#RRGGBB`."""

    name: str
    dark: bool
    page: str
    surface: str
    sunken: str
    track: str
    line: str
    edge: str
    faint: str
    """What can't be pressed at present."""
    ink: str
    soft: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_tint: str
    focus: str
    header: str
    header_raised: str
    on_header: str
    header_soft: str
    header_warm: str
    economy: str
    ecology: str
    surveillance: str
    quality: str
    economy_tint: str
    ecology_tint: str
    surveillance_tint: str
    quality_tint: str
    rise: str
    fall: str
    high: str
    mid: str
    low: str
    on_tech: str
    danger: str
    danger_tint: str
    good: str
    good_tint: str
    veil: str
    veil_alpha: float
    shadow: Colour
    shadow_alpha: int
    map_shade: Colour
    motion: Motion = Motion()

    def colour(self, name: str) -> str:
        """Returns the colour of that token, or `name` itself when it is already a colour."""
        if name.startswith("#"):
            return name
        found = getattr(self, name)
        if not isinstance(found, str):
            raise TypeError(f"a colour token was expected, {name!r} found")
        return found


LIGHT: Final = Theme(
    name="light", dark=False,
    page="#EDF0F5", surface="#FFFFFF", sunken="#F3F6FA", track="#E1E7EF", line="#D5DBE4", edge="#7D8A9C",
    faint="#748194",
    ink="#16202E", soft="#4A5768",
    accent="#1F4FD8", accent_hover="#173FB2", on_accent="#FFFFFF", accent_tint="#E3EAFC", focus="#16202E",
    header="#16202E", header_raised="#2A384C", on_header="#FFFFFF", header_soft="#B9C4D3", header_warm="#FFD27A",
    economy="#A86400", ecology="#0A5C36", surveillance="#8B1E5B", quality="#3B6FE0",
    economy_tint="#FBF0DE", ecology_tint="#DFF1E7", surveillance_tint="#F7E3EE", quality_tint="#E4ECFD",
    rise="#0B5CAD", fall="#A63A00", high="#5B3BB5", mid="#0C6C86", low="#3F6B12", on_tech="#FFFFFF",
    danger="#B3261E", danger_tint="#FBE9E7", good="#0A5C36", good_tint="#DFF1E7",
    veil="#0E1726", veil_alpha=0.55, shadow=(18, 30, 54), shadow_alpha=38, map_shade=(255, 255, 255),
)  # fmt: skip

DARK: Final = Theme(
    name="dark", dark=True,
    page="#0B1220", surface="#141E30", sunken="#1B2840", track="#27364F", line="#2C3B55", edge="#7F91AD",
    faint="#7F91AD",
    ink="#F3F6FB", soft="#B7C3D6",
    accent="#8FB4FF", accent_hover="#B0CAFF", on_accent="#0B1220", accent_tint="#1D2F55", focus="#FFD84D",
    header="#060B15", header_raised="#1B2840", on_header="#FFFFFF", header_soft="#B9C4D3", header_warm="#FFD27A",
    economy="#F5B83D", ecology="#3FD6A0", surveillance="#FF8AC4", quality="#7DB7FF",
    economy_tint="#3A2E12", ecology_tint="#123629", surveillance_tint="#3B1B30", quality_tint="#16294A",
    rise="#7DB7FF", fall="#FFB07A", high="#B79CFF", mid="#7FD7EE", low="#B5DE7A", on_tech="#0B1220",
    danger="#FF9C93", danger_tint="#43201E", good="#3FD6A0", good_tint="#123629",
    veil="#000000", veil_alpha=0.6, shadow=(0, 0, 0), shadow_alpha=120, map_shade=(176, 186, 212),
)  # fmt: skip

CONTRAST: Final = evolve(
    DARK, name="contrast",
    page="#000000", surface="#000000", sunken="#141414", track="#3A3A3A", line="#8C8C8C", edge="#FFFFFF",
    faint="#9A9A9A",
    ink="#FFFFFF", soft="#F0F0F0", accent="#FFE14D", accent_hover="#FFF09A", on_accent="#000000",
    accent_tint="#2E2900", focus="#00E5FF", header="#000000", header_raised="#1F1F1F", header_soft="#F0F0F0",
    header_warm="#FFE14D", economy_tint="#241B00", ecology_tint="#00241A", surveillance_tint="#2B0A1E",
    quality_tint="#0A1B33", rise="#8FC3FF", fall="#FFB98A", on_tech="#000000", danger="#FFB3AC",
    danger_tint="#2E0F0D", veil_alpha=0.8, shadow_alpha=0, map_shade=(200, 205, 215),
)  # fmt: skip

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def rgb(colour: str) -> Colour:
    """Returns the three channels of a `#RRGGBB` colour.

    >>> rgb("#1F4FD8")
    (31, 79, 216)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def scale_of(width: int, height: int, text: float = 1.0) -> float:
    """Returns the pixels of one design unit on a screen of that size, `text` being the reader's enlargement.

    >>> scale_of(3840, 2160)
    2.0
    """
    return min(width / 1920, height / 1080) * text


def still(theme: Theme) -> Theme:
    """Returns the theme without motion, for people whom movement troubles."""
    return evolve(theme, motion=STILL)
