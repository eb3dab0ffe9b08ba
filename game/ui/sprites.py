"""The drawings of what goes by in front of the skyline: clouds, gulls, a ferry, a tram, lights."""

from typing import Final

from game.ui.node import Surface
from game.ui.skylinelife import Sprite
from game.ui.vector import svg

CLOUD: Final = "M20 76a20 20 0 0 1 6 -39a34 34 0 0 1 64 -8a26 26 0 0 1 42 12a18 18 0 0 1 6 35z"
WINGS: Final = ("M2 9q7 -9 15 2q8 -11 15 -2", "M2 3q8 2 15 8q7 -6 15 -8")
"""A gull gliding, and its wings up."""


def drawn(sprite: Sprite, size: tuple[int, int], pose: int, dark: bool) -> Surface:
    """Returns a sprite at a size in pixels."""
    match sprite.name:
        case "cloud":
            paint = 'fill="#FFFFFF" fill-opacity="' + (".10" if dark else ".72") + '"'
            return _scaled(size, (154, 78), f'<path d="{CLOUD}" {paint}/>')
        case "gull":
            tone = "#B9C4D3" if dark else "#5A6B7E"
            paint = f'stroke="{tone}" stroke-width="2.6" stroke-linecap="round" fill="none"'
            return _scaled(size, (34, 14), f'<path d="{WINGS[pose]}" {paint}/>')
        case "ferry":
            return _scaled(size, (190, 58), _ferry(dark))
    return _scaled(size, (214, 44), _tram(dark))


def lamp(size: tuple[int, int], colour: str) -> Surface:
    """Returns a window that shines."""
    return svg(*size, f'<rect width="{size[0]}" height="{size[1]}" fill="{colour}"/>')


def glint(size: tuple[int, int], dark: bool) -> Surface:
    """Returns a light on the water."""
    wide, high = size
    share = 0.3 if dark else 0.6
    body = f'<rect width="{wide}" height="{high}" rx="{high / 2}" fill="#FFFFFF" fill-opacity="{share}"/>'
    return svg(wide, high, body)


def _tram(dark: bool) -> str:
    glass, body = ("#FFD98A", "#8FA6C4") if dark else ("#CFE6F0", "#FFFFFF")
    panes = "".join(f'<rect x="{x}" y="11" width="24" height="14" rx="2" fill="{glass}"/>' for x in range(16, 190, 31))
    return (
        f'<path d="M4 40V14Q6 4 18 4H196Q208 4 210 14V40Z" fill="{body}" stroke="#5A6B7E" stroke-width="1.2"/>{panes}'
        '<path d="M4 29H210V40H4Z" fill="#1F4FD8"/><path d="M72 4V40M142 4V40" stroke="#5A6B7E" stroke-width="2"/>'
        '<path d="M98 4L107 -1L116 4" fill="none" stroke="#5A6B7E" stroke-width="1.6"/>'
        '<path d="M22 40h26M166 40h26M94 40h26" stroke="#2A384C" stroke-width="5"/>'
    )


def _ferry(dark: bool) -> str:
    hull, cabin, glass = ("#3C4C6E", "#8FA6C4", "#FFD98A") if dark else ("#27496B", "#FFFFFF", "#CFE6F0")
    panes = "".join(f'<rect x="{x}" y="25" width="11" height="8" rx="1.5" fill="{glass}"/>' for x in range(46, 150, 17))
    return (
        f'<path d="M36 38V22Q37 19 41 19H152Q157 19 158 24V38Z" fill="{cabin}"/>{panes}'
        f'<path d="M98 19V6H114V19Z" fill="#C9704C"/><path d="M70 19V12H90V19Z" fill="{cabin}"/>'
        f'<path d="M6 37H184Q178 55 160 55H30Q12 55 6 37Z" fill="{hull}"/>'
        '<path d="M8 41H182" stroke="#FFFFFF" stroke-opacity=".6" stroke-width="2"/>'
    )


def _scaled(size: tuple[int, int], sheet: tuple[float, float], body: str) -> Surface:
    wide, high = size[0] / sheet[0], size[1] / sheet[1]
    return svg(*size, f'<g transform="scale({wide:.4f} {high:.4f})">{body}</g>')
