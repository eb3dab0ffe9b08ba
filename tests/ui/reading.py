"""What a person reads on a screen: every text drawn, where, and how large, without a pixel of shape being made.

Nodes draw as they always do; a sheet of notes stands in for the surface, and texts of the right size for letters.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Final

import pygame
import pytest
from attrs import frozen

from game.ui import text
from game.ui.charts import Chart
from game.ui.citymap.view import MapView
from game.ui.field import TextField
from game.ui.layout import Box, cut
from game.ui.node import Node, Rect, focus_order, scope
from game.ui.panels import Leaf
from game.ui.scroll import ScrollColumn
from game.ui.stage import Layer
from game.ui.tabletop.cityview import Inspector
from game.ui.tabletop.line import Line
from game.ui.theme import LIGHT, SMALL, Theme, still
from tests.ui.afresh import paint_afresh

CAPITALS: Final = 0.73
"""Height of a capital, in sizes of the type."""
SLACK: Final = 2
"""Pixels that rounding may take."""


@frozen
class Read:
    """One line of text on screen: where its letters stand, what shows of them, their size in design units."""

    words: str
    place: Rect
    shown: Rect
    size: float
    node: Node

    def __str__(self) -> str:
        return f"{type(self.node).__name__} {self.node.key} {self.words[:48]!r}"


class Blank(pygame.Surface):
    """Stands in for anything drawn: it has a size and no pixels."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__((1, 1))
        self.extent = max(1, round(width)), max(1, round(height))

    def get_size(self) -> tuple[int, int]:
        return self.extent

    def get_width(self) -> int:
        return self.extent[0]

    def get_height(self) -> int:
        return self.extent[1]

    def get_rect(self, **places: Any) -> Rect:
        found = Rect((0, 0), self.extent)
        for name, value in places.items():
            setattr(found, name, value)
        return found

    def copy(self) -> "Blank":
        return Blank(*self.extent)


class Written(Blank):
    """Stands in for text drawn; `lines` are its words, start, top and width."""

    def __init__(self, lines: list[tuple[str, float, float, float]], size: float, width: float, height: float) -> None:
        super().__init__(width, height)
        self.lines, self.pixels = lines, size


class Notes:
    """Stands in for the screen: keeps each text put on it, and by which node."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.clip = self.whole = Rect((0, 0), size)
        self.node = Node()
        self.read: list[Read] = []

    def get_rect(self) -> Rect:
        return Rect(self.whole)

    def get_clip(self) -> Rect:
        return Rect(self.clip)

    def set_clip(self, clip: Rect) -> None:
        self.clip = Rect(clip)

    def fill(self, *args: object) -> None:
        """Paints nothing."""

    def blit(self, source: pygame.Surface, dest: Any, area: Any = None) -> None:
        """Notes the lines of a text; shapes leave no trace."""
        if isinstance(source, Written):
            for words, start, top, wide in source.lines:
                y = dest[1] + top + text.ascent(source.pixels) - CAPITALS * source.pixels
                room = min(wide, area[2]) if area else wide
                place = Rect(round(dest[0] + start), round(y), round(room), round(CAPITALS * source.pixels))
                shown, size = place.clip(self.clip), source.pixels / self.node.scale
                self.read.append(Read(words, place, shown, size, self.node))


class Forgetful:
    """Stands in for the cache of surfaces: keeps nothing."""

    def get(self, key: object) -> None:
        return None

    def put(self, key: object, surface: Any) -> Any:
        return surface


def _text(words: str, size: float, weight: int, colour: str, tabular: bool = False) -> Written:
    wide = text.width(words, size, weight, tabular)
    return Written([(words, 0, 0, wide)], size, wide, text.height(size, weight))


def _paragraph(
    words: str, size: float, weight: int, colour: str, room: int, leading: float = text.LEADING,
    balanced: bool = False, align: str = "start",
) -> Written:  # fmt: skip
    lines = []
    for at, line in enumerate(text.lines(words, size, weight, room, balanced)):
        wide = text.width(line, size, weight)
        lines.append((line, (room - wide) * {"start": 0, "center": 0.5, "end": 1}[align], at * size * leading, wide))
    return Written(lines, size, room, text.paragraph_height(words, size, weight, room, leading, balanced))


STANDINS: Final[dict[str, Any]] = {
    "rounded": lambda width, height, *_: Blank(width, height),
    "svg": lambda width, height, *_, **__: Blank(width, height),
    "icon": lambda name, size, *_: Blank(size, size),
    "lay": lambda *_: None,
    "shadow": lambda width, height, *_: Blank(width, height),
    "rasterise": lambda document, width, height: Blank(width, height),
    "for_screen": lambda surface: surface,
    "to_svg": lambda *_: "",
    "ground_svg": lambda *_: "",
    "skyline_svg": lambda *_: "",
    "SURFACES": Forgetful(),
}


@contextmanager
def without_shapes() -> Iterator[None]:
    """Lets nodes draw without making a pixel."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "text", _text)
        patch.setattr(text, "paragraph", _paragraph)
        for name, module in list(sys.modules.items()):
            if name.startswith("game.ui"):
                for each in STANDINS.keys() & vars(module).keys():
                    patch.setattr(module, each, STANDINS[each])
        yield


def read(root: Node, size: tuple[int, int], theme: Theme) -> list[Read]:
    """Returns every line of text that the part of a tree that takes input draws."""
    notes, top = Notes(size), scope(root)
    for node in top.walk():
        node.draw = _told(notes, node, node.draw)  # type: ignore[method-assign]
    with without_shapes():
        paint_afresh(top, notes, theme, notes.whole)
    return notes.read


def _told(notes: Notes, node: Node, draw: Callable[..., None]) -> Callable[..., None]:
    def told(*args: Any) -> None:
        notes.node = node
        draw(*args)

    return told


def unreadable(layer: Layer, size: tuple[int, int], theme: Theme) -> list[str]:
    """Returns what is cut, written too small, or written over something else on a screen."""
    root = layer.root
    assert root is not None
    lines = read(root, size, theme)
    boxes = [*cut(scope(root)), *_across(root), *_pinned(root), *_shortened(root), *_ragged(root)]
    return [*boxes, *_small(lines), *_outside(lines), *_over(lines)]


def _shortened(root: Node) -> list[str]:
    lines = (node for node in scope(root).walk() if isinstance(node, Line))
    return [f"shortened: {node.words!r} to {node.fitting()!r}" for node in lines if node.fitting() != node.words]


def _small(lines: list[Read]) -> list[str]:
    return [f"{line}: {line.size:.1f} units high" for line in lines if line.words and line.size < SMALL - 0.02]


def _outside(lines: list[Read]) -> list[str]:
    """Returns the texts that leave the screen or their node; what a column can scroll to is not lost."""
    faults = []
    for line in lines:
        edge = 2 * (SLACK + line.node.px(5))
        around = line.node.rect.inflate(edge, edge)
        hidden = line.place.w - line.shown.w if line.shown else 0
        if not around.contains(line.place) and not isinstance(line.node, TextField):
            faults.append(f"{line}: {tuple(line.place)} leaves its node {tuple(line.node.rect)}")
        elif hidden > SLACK or (line.place.h - line.shown.h > SLACK and not _scrolls(line.node)):
            faults.append(f"{line}: {tuple(line.place)}, only {tuple(line.shown)} shows")
    return faults


def _scrolls(node: Node) -> bool:
    return isinstance(node, ScrollColumn) or (node.parent is not None and _scrolls(node.parent))


def _over(lines: list[Read]) -> list[str]:
    """Returns the texts that are written over one another."""
    shown = [line for line in lines if line.shown.w > SLACK and line.shown.h > SLACK and line.words.strip()]
    places = [line.shown.inflate(-SLACK, -SLACK) for line in shown]
    faults = []
    for at, line in enumerate(shown):
        under = places[at].collidelist(places[:at])
        if under >= 0:
            faults.append(f"{line} over {shown[under]} at {tuple(line.shown)}")
    return faults


def _pinned(root: Node) -> list[str]:
    """Returns the names of districts that lie under a pin."""
    views = (node for node in scope(root).walk() if isinstance(node, MapView))
    pairs = ((plate, pin) for view in views for plate in view.plates for pin in view.pins)
    return [f"{plate.key} under {_named(pin)}" for plate, pin in pairs if plate.rect.colliderect(pin.rect)]


def _across(root: Node) -> list[str]:
    """Returns the neighbours in a box that lie over one another."""
    faults = []
    for box in scope(root).walk():
        if isinstance(box, Box):
            for at, child in enumerate(box.children[1:], 1):
                under = child.rect.collidelist([each.rect for each in box.children[:at]])
                if under >= 0 and child.rect:
                    faults.append(f"{type(child).__name__} {child.key or child.label!r} over its neighbour")
    return faults


def _ragged(root: Node) -> list[str]:
    """Returns what starts or ends beside the line on which all that a sheet or a dialog holds should."""
    faults = []
    for leaf in scope(root).walk():
        if isinstance(leaf, Leaf):
            within = leaf.inner(leaf.rect, leaf.scale)
            for child in leaf.children:
                ends = (-1, 0) if _mirrored(child) else (0, -1)
                start, end = _held(child, ends[0]).left, _held(child, ends[1]).right
                if abs(start - within.left) > SLACK or abs(end - within.right) > SLACK:
                    faults.append(f"{_named(child)}: from {start} to {end}, not {within.left} to {within.right}")
    return faults


def _mirrored(node: Node) -> bool:
    """Tells whether a row runs from right to left."""
    row = isinstance(node, Box) and not node.down and len(node.children) > 1
    return row and node.children[0].rect.left > node.children[-1].rect.left


def _held(node: Node, end: int) -> Rect:
    """Returns the place of what a node holds at an end of its line: in a column, without the room of its bar."""
    if isinstance(node, Box) and not node.down and node.children and isinstance(node.children[end], ScrollColumn):
        node = node.children[end]
    return node.inner(node.rect, node.scale) if isinstance(node, ScrollColumn) else node.rect


def unreachable(layer: Layer) -> list[str]:
    """Returns what the Tab key doesn't lead to, or not in sight. What a stop shows beside it may be a stop in turn."""
    root = layer.root or Node()
    stops, beside = focus_order(root), [node for node in root.walk() if isinstance(node, Inspector)]
    faults = [f"{_named(node)} has no name for a reader" for node in stops if not (node.role and node.label)]
    layer.input.focus, reached = None, []
    for _ in range(2 * len(stops)):
        layer.input.step(1)
        node = layer.input.focus
        if node is None or node in reached:
            break
        reached.append(node)
        for each in beside:
            each.animate(0.0, still(LIGHT))
        faults += _out_of_sight(node)
    return faults + [f"{_named(node)} is out of reach" for node in stops if node not in reached]


def _out_of_sight(node: Node) -> list[str]:
    seen = in_sight(node)
    if isinstance(node.parent, MapView):  # a district goes on beyond the edge of the map
        shown = node.parent.rect.collidepoint(seen.center)
    else:
        shown = seen.w >= node.rect.w - SLACK and seen.h >= min(node.rect.h, _most(node)) - SLACK
    return [] if shown else [f"{_named(node)}: {tuple(node.rect)}, in sight {tuple(seen)}"]


def _named(node: Node | None) -> str:
    return f"{type(node).__name__} {node.key or node.label!r}" if node else "nothing"


def in_sight(node: Node) -> Rect:
    """Returns the part of a node that nothing clips away."""
    seen, above = Rect(node.rect), node.parent
    while above is not None:
        seen = seen.clip(above.clip()) if above.clips or above.parent is None else seen
        above = above.parent
    return seen


def _most(node: Node) -> int:
    """Returns how much of a tall node can show at once."""
    most, above = node.rect.h, node.parent
    while above is not None:
        most = min(most, round(above.rect.h * 0.8)) if above.clips else most
        above = above.parent
    return most


def out_of_order(root: Node) -> list[str]:
    """Returns the stops of the Tab key that stand before the one that the key leads from, as one reads."""
    stops, faults = focus_order(root), []
    for first, then in pairwise(stops):
        if isinstance(first.parent, PICTURES) and first.parent is then.parent:
            continue
        one, other = _branches(first, then)
        above = other.rect.bottom <= one.rect.top + SLACK
        before = other.rect.right <= one.rect.left + SLACK and other.rect.top < one.rect.bottom - SLACK
        if above or before:
            faults.append(f"{_named(then)} after {_named(first)}")
    return faults


PICTURES: Final = (Chart, MapView)
"""What is in a picture is walked in the order that it declares: round a ring, district by district."""


def _branches(one: Node, other: Node) -> tuple[Node, Node]:
    """Returns the neighbours that two nodes belong to."""
    line, node = [one], one
    while node.parent is not None:
        node = node.parent
        line.append(node)
    at, node = other, other
    while node.parent is not None and node.parent not in line:
        node = node.parent
    at = node
    if node.parent is None or node in line:
        return one, other
    return line[line.index(node.parent) - 1], at
