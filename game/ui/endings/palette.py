"""The colours of each vision beside its picture: an accent for words and bars, a tint behind them, for each theme."""

from typing import Final

from attrs import frozen

from game.ui.endings.pictures import PATCHWORK
from game.ui.theme import Theme


@frozen
class Palette:
    """The accent of a vision and the tint that lies under its words."""

    accent: str
    tint: str


LIGHT: Final = {
    "digital_business": Palette("#3A4FC4", "#E6E9FB"),
    "eco_techno": Palette("#0B6B70", "#DDF1F1"),
    "eco_life": Palette("#3B6B14", "#E8F3DB"),
    "ethic_human": Palette("#A63D5E", "#FBE6EC"),
    "jail_city": Palette("#48536B", "#E6E9EF"),
    "symbiotic": Palette("#0B6E52", "#DCF3EA"),
    PATCHWORK: Palette("#8A5A12", "#F8EEDC"),
}
DARK: Final = {
    "digital_business": Palette("#A9B8FF", "#232B55"),
    "eco_techno": Palette("#62D6D0", "#11393B"),
    "eco_life": Palette("#A8DB7C", "#23391A"),
    "ethic_human": Palette("#FF9DB8", "#43202C"),
    "jail_city": Palette("#B9C4D8", "#2A3346"),
    "symbiotic": Palette("#5FE0B0", "#103A2C"),
    PATCHWORK: Palette("#F0C070", "#3A2C12"),
}
BLACK: Final = "#141414"
"""The one tint of the high-contrast theme."""


def palette(vision: str, theme: Theme) -> Palette:
    """Returns the colours of a vision in a theme; a vision without its own has the patchwork's."""
    known = DARK if theme.dark else LIGHT
    found = known.get(vision, known[PATCHWORK])
    return Palette(found.accent, BLACK) if theme.name == "contrast" else found
