"""A picture as a list of marks: one list, drawn as SVG by a document and as pixels by the window.

Coordinates grow rightwards and downwards, in the drawing's own units. Colours are names of tokens (`ink`, `economy`,
`rise`…) that each medium resolves with its own palette; "" means none. A later mark lies over an earlier one.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, Literal
from unicodedata import normalize

from attrs import frozen

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

REGULAR: Final = 400
BOLD: Final = 700

_ADVANCES: Final = (
    (0.26, "ijlI'’\u202f"), (0.31, "!,.:;`·  \u00a0"), (0.37, "tfr()/[\\]|"), (0.46, "1{}-_^\""), (0.55, "skxz*?"),
    (0.60, "avyeFhnu57JLcEo"), (0.64, "2bdgpq3689#0Z$&PRSBT4«»"), (0.68, "+<=>~KXYAV−"), (0.75, "DCHUGN"),
    (0.80, "OQw"), (0.92, "mM●○"), (1.00, "@%Wœæ—→←"), (1.04, "▲▼"),
)  # fmt: skip
"""Widths of Inter's letters in ems, rounded up to a few classes: enough to keep labels apart without a font."""
_ADVANCE: Final = {letter: width for width, letters in _ADVANCES for letter in letters}
_BOLDER: Final = 1.05
"""How much wider a line is in Inter bold than in regular."""
_NARROWER: Final = 10
"""Steps in which lines are tried narrower, down to half their width."""


@frozen
class Polyline:
    """Straight segments through the points; two points make a line."""

    points: tuple[Point, ...]
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    """Lengths drawn and skipped, in turn; empty for an unbroken line."""
    tip: str = ""
    """A few words shown when the mark is pointed at."""


@frozen
class Polygon:
    """A closed shape."""

    points: tuple[Point, ...]
    fill: str = ""
    opacity: float = 1.0
    """Of the filling; the outline is opaque."""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    tip: str = ""


@frozen
class Rect:
    """An upright rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    thickness: float = 1.0
    radius: float = 0.0
    tip: str = ""


@frozen
class Circle:
    """A disc or a ring."""

    x: float
    y: float
    radius: float
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    width: float = 1.0
    tip: str = ""


@frozen
class Text:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = "start"
    weight: int = REGULAR
    fill: str = "ink"

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Returns left, top, right and bottom of the line's box."""
        wide = text_width(self.text, self.size, self.weight)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - 0.76 * self.size, left + wide, self.y + 0.24 * self.size


Mark = Polyline | Polygon | Rect | Circle | Text


@frozen
class Drawing:
    """A picture with a title that says what it shows and a description that stands in for it."""

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]


def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Returns the width of a line of Inter, a few % on the large side."""
    plain = normalize("NFD", text)
    ems = sum(_ADVANCE.get(letter, 0.0 if "\u0300" <= letter <= "\u036f" else 0.66) for letter in plain)
    return size * ems * (_BOLDER if weight >= 600 else 1.0)


def wrapped(text: str, width: float, size: float, weight: int = REGULAR) -> list[str]:
    """Returns the text cut into lines that fit the width where its words allow it; no-break spaces are kept.

    The lines are as even as they can be without another one, so that no word stands alone at the end.
    """
    lines = _filled(text, width, size, weight)
    for step in range(1, _NARROWER + 1 if len(lines) > 1 else 1):
        even = _filled(text, width * (1 - step / (2 * _NARROWER)), size, weight)
        if len(even) > len(lines):
            break
        lines = even
    return lines


def _filled(text: str, width: float, size: float, weight: int) -> list[str]:
    """Returns the text cut into lines, each as full as it can be."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Returns the places moved apart so that neighbours keep the gap, as close to the old ones as low and high allow.

    >>> spread([10, 12, 40], 10, 0, 100)
    [6.0, 16.0, 40.0]
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    blocks: list[list[float]] = []  # [centre, count]: labels that touch move as one block
    for i in order:
        blocks.append([float(places[i]), 1])
        _kept(blocks[-1], gap, low, high)
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], gap):
            below, above = blocks.pop(), blocks.pop()
            count = above[1] + below[1]
            blocks.append([(above[0] * above[1] + below[0] * below[1]) / count, count])
            _kept(blocks[-1], gap, low, high)
    moved = [0.0] * len(places)
    slots = iter(order)
    for centre, count in blocks:
        for step in range(int(count)):
            moved[next(slots)] = centre + gap * (step - (count - 1) / 2)
    return moved


def _touch(above: list[float], below: list[float], gap: float) -> bool:
    return below[0] - above[0] < gap * (above[1] + below[1]) / 2


def _kept(block: list[float], gap: float, low: float, high: float) -> None:
    half = gap * (block[1] - 1) / 2
    block[0] = max(low + half, min(high - half, block[0]))


def to_svg(drawing: Drawing, palette: Mapping[str, str], uid: str) -> str:
    """Returns the drawing as an SVG element with its title and description; `uid` must be unique in the document."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" role="img"'
        f' aria-labelledby="{uid}-t {uid}-d"><title id="{uid}-t">{escape(drawing.title)}</title>'
        f'<desc id="{uid}-d">{escape(drawing.description)}</desc>'
    )
    return head + "".join(_element(mark, palette) for mark in drawing.marks) + "</svg>"


def _element(mark: Mark, palette: Mapping[str, str]) -> str:
    match mark:
        case Polyline():
            body = f'polyline points="{_points(mark.points)}" fill="none"' + _stroke(mark.stroke, mark.width, palette)
            return _tipped(body + _dash(mark.dash) + ' stroke-linejoin="round" stroke-linecap="round"', mark.tip)
        case Polygon():
            body = f'polygon points="{_points(mark.points)}"' + _fill(mark.fill, mark.opacity, palette)
            body += _stroke(mark.stroke, mark.width, palette) + _dash(mark.dash) + ' stroke-linejoin="round"'
            return _tipped(body, mark.tip)
        case Rect():
            body = f'rect x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
            body += f' rx="{_n(mark.radius)}"' if mark.radius else ""
            body += _fill(mark.fill, mark.opacity, palette) + _stroke(mark.stroke, mark.thickness, palette)
            return _tipped(body, mark.tip)
        case Circle():
            body = f'circle cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"'
            body += _fill(mark.fill, mark.opacity, palette) + _stroke(mark.stroke, mark.width, palette)
            return _tipped(body, mark.tip)
        case Text():
            body = f'text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" fill="{palette[mark.fill]}"'
            body += f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            body += f' font-weight="{mark.weight}"' if mark.weight != REGULAR else ""
            return f"<{body}>{escape(mark.text)}</text>"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _fill(fill: str, opacity: float, palette: Mapping[str, str]) -> str:
    shade = f' fill-opacity="{opacity:.2f}"' if fill and opacity < 1 else ""
    return f' fill="{palette[fill] if fill else "none"}"' + shade


def _stroke(stroke: str, width: float, palette: Mapping[str, str]) -> str:
    return f' stroke="{palette[stroke]}" stroke-width="{_n(width)}"' if stroke else ""


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""


def _tipped(body: str, tip: str) -> str:
    if not tip:
        return f"<{body}/>"
    return f"<{body}><title>{escape(tip)}</title></{body.split(' ', 1)[0]}>"
