"""The colours of a printed or shared page: white paper, the gauges' measured hues, the same names as the window's."""

from collections.abc import Mapping
from typing import Final

PAPER: Final[Mapping[str, str]] = {
    "surface": "#FFFFFF", "sunken": "#F3F6FA", "line": "#D5DBE4", "edge": "#7D8A9C", "ink": "#16202E",
    "soft": "#4A5768", "accent": "#1F4FD8", "accent_tint": "#E3EAFC",
    "economy": "#A86400", "ecology": "#0A5C36", "surveillance": "#8B1E5B", "quality": "#3B6FE0",
    "quality_tint": "#E4ECFD", "rise": "#0B5CAD", "fall": "#A63A00", "high": "#5B3BB5", "mid": "#0C6C86",
    "low": "#3F6B12", "on_tech": "#FFFFFF",
}  # fmt: skip
"""Text colours keep 4.5:1 on white; the four gauges stay apart under simulated colour blindness."""
