"""The retained tree: what is on screen, where, what it is called for a reader, and what pressing it means."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import pygame

from game.ui.theme import RING, RING_GAP, Theme

Rect = pygame.Rect
Surface = pygame.Surface

NOTHING: Final = Rect(0, 0, 0, 0)


Measure = Callable[["Node", int, float], int]
"""Takes a measure of a node at a width in pixels and a scale."""
Marks = list[tuple[Any, ...]]
"""Pictures laid, as `Surface.blit` takes them, and rectangles filled, as `Surface.fill` does, in the order drawn."""


class Node:
    """One thing on screen. Drawing changes nothing; a change that shows calls `invalidate`.

    Lengths given to a node (`width`, `height`, `pad`…) are design units; `rect` is in pixels once it is arranged.
    `key` is the node's identity from one build to the next; `on_press` is the value its press sends to the scene.
    """

    role = ""
    clips = False
    modal = False
    chosen = False
    """Whether it is the one chosen, or is on: a reader says so."""
    counted = False
    """Whether a reader says which one it is among those of its kind beside it."""
    about: "Callable[[], Node] | None" = None
    """Makes what tells more of it elsewhere on screen: read out once it has the focus."""
    own_ring = False
    """Whether it shows the focus in a way of its own."""
    solid = False
    """Whether it hides what lies under it from the pointer."""
    repeats = False
    """Whether held down it is pressed again and again."""
    on_cancel: object = None
    """What Escape sends, on a modal node."""
    mirrored = False
    """Whether it starts at the right, as in a language read from right to left."""
    round = 12.0
    draws = draws_over = moves = False
    """Whether its kind draws beneath its children, over them, or moves by itself: most only hold others."""
    lively = False
    """Whether it may draw otherwise without saying so, so that what it drew must not be laid again."""
    trace: tuple[Marks, Marks] | None = None
    """What it drew beneath its children and over them, at the place `traced_at`."""
    traced_at: Rect | None = None
    roll: object = None
    """At the top of a tree: all that the tree paints."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.draws = cls.draw is not Node.draw
        cls.draws_over = cls.draw_over is not Node.draw_over
        cls.moves = cls.animate is not Node.animate

    def __init__(
        self,
        *children: "Node",
        key: str = "",
        label: str = "",
        value: str = "",
        on_press: object = None,
        enabled: bool = True,
        grow: float = 0,
        width: float | None = None,
        height: float | None = None,
        role: str = "",
    ) -> None:
        self.children = list(children)
        self.key, self.label, self.value = key, label, value
        self.on_press, self.enabled = on_press, enabled
        self.grow, self.width, self.height = grow, width, height
        self.role = role or self.role
        self.parent: Node | None = None
        for child in self.children:
            child.parent = self
        self.rect = Rect(NOTHING)
        self.scale = 1.0
        self.hovered = self.focused = self.pressed = False
        self.damage: list[Rect] = []
        self.measures: dict[tuple[Measure, float, int], int] = {}
        self._reach, self._reach_at = Rect(NOTHING), None  # type: Rect, Rect | None
        self._movers: list[Node] | None = None

    def measured(self, measure: Measure, scale: float, width: int = 0) -> int:
        """Returns a measure of the node, taken once: a tree is built for one size and doesn't change its words."""
        key = measure, scale, width
        if key not in self.measures:
            self.measures[key] = measure(self, width, scale)
        return self.measures[key]

    @property
    def focusable(self) -> bool:
        """Whether the keyboard stops here."""
        return self.on_press is not None and self.enabled

    def px(self, units: float) -> int:
        """Returns design units as whole pixels."""
        return round(units * self.scale)

    def along(self, room: Rect, start: float, wide: float) -> int:
        """Returns the x of something so wide that begins `start` pixels after the start of a room."""
        return round(room.right - start - wide if self.mirrored else room.x + start)

    def natural_width(self, scale: float) -> int:
        """Returns the pixels that the content would take with nothing broken or squeezed."""
        return max((wanted_width(child, scale) for child in self.children), default=0)

    def least_width(self, scale: float) -> int:
        """Returns the narrowest width at which nothing is cut."""
        if not self.children:
            return self.natural_width(scale)
        return max((needed_width(child, scale) for child in self.children), default=0)

    def natural_height(self, width: int, scale: float) -> int:
        """Returns the pixels of height that the content takes at that width."""
        return max((wanted_height(child, width, scale) for child in self.children), default=0)

    def least_height(self, width: int, scale: float) -> int:
        """Returns the lowest height at which nothing is cut: less than the natural one for what scrolls."""
        if not self.children:
            return self.natural_height(width, scale)
        return max((needed_height(child, width, scale) for child in self.children), default=0)

    def arrange(self, rect: Rect, scale: float) -> None:
        """Takes a place on screen and gives the children theirs: here, all of it."""
        self.rect, self.scale = Rect(rect), scale
        for child in self.children:
            child.arrange(rect, scale)

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draws this node alone, its children not included."""

    def draw_over(self, surface: Surface, theme: Theme) -> None:
        """Draws what lies over the children."""

    def clip(self) -> Rect:
        """Returns what a node that clips lets be seen of its children."""
        return self.rect

    def bleed(self) -> Rect:
        """Returns all that the node may paint: its place and whatever hangs over it."""
        return self.rect

    def reach(self) -> Rect:
        """Returns what holds all that the node and those below it may paint, reckoned once for each place it has."""
        if self._reach_at == self.rect:
            return self._reach
        self._reach_at, out = Rect(self.rect), self.bleed()
        for around in (self.clip(),) if self.clips else [child.reach() for child in self.children]:
            if around:
                out = out.union(around) if out else around
        self._reach = out
        return out

    def ring(self) -> Rect:
        """Returns the outline that the focus ring goes round."""
        return self.rect

    @property
    def ring_line(self) -> int:
        """The pixels of each of the two lines of the focus ring."""
        return max(2, self.px(RING))

    def animate(self, dt: float, theme: Theme) -> bool:
        """Moves on by `dt` seconds and says whether more is to come."""
        return False

    def adopt(self, previous: "Node") -> None:
        """Takes over what should outlive a rebuild, such as a scroll position, from the node of the same key."""

    def wheel(self, turn: float) -> bool:
        """Takes a turn of the wheel, or leaves it to the parent by returning False."""
        return False

    def grab(self, at: tuple[int, int]) -> bool:
        """Takes hold of the pointer at the press of a button, to be told of `drag`, when it returns True."""
        return False

    def drag(self, at: tuple[int, int]) -> None:
        """Follows the pointer held."""

    def hits(self, at: tuple[int, int]) -> bool:
        """Says whether a point is on the node."""
        return bool(self.rect.collidepoint(at))

    def steer(self, direction: str) -> bool:
        """Takes an arrow key (up, down, start, end) for itself, or leaves it to the focus by returning False."""
        return False

    def invalidate(self, part: Rect | None = None) -> None:
        """Marks what the node paints, or a part of it, as to be drawn again."""
        where = part or self.bleed().union(self.ring().inflate(*([2 * (self.px(RING_GAP) + 2 * self.ring_line)] * 2)))
        node: Node = self
        node._reach_at = node.trace = None
        while node.parent is not None:
            node = node.parent
            node._reach_at = None
            if node.clips:
                where = where.clip(node.clip())
        node.roll = None
        node.damage.append(where)

    def walk(self) -> Iterator["Node"]:
        """Yields the node and all below it, in reading order."""
        ahead = [self]  # a generator inside a generator for each level takes a fifth longer
        while ahead:
            node = ahead.pop()
            yield node
            ahead.extend(reversed(node.children))

    def hold(self, *children: "Node") -> None:
        """Takes other children in the place of those it has."""
        self.children = list(children)
        for child in children:
            child.parent = self
        node: Node | None = self
        while node is not None:
            node._movers = node.roll = None
            node = node.parent

    def movers(self) -> "list[Node]":
        """Returns what moves by itself at or below the top of a tree, looked for once."""
        if self._movers is None:
            self._movers = [node for node in self.walk() if node.moves]
        return self._movers

    def find(self, key: str) -> "Node | None":
        """Returns the first node of that key."""
        return next((node for node in self.walk() if node.key == key), None)


def wanted_width(node: Node, scale: float) -> int:
    """Returns the width a node asks for: the one it was given, or its natural one."""
    return round(node.width * scale) if node.width is not None else node.measured(_natural_width, scale)


def needed_width(node: Node, scale: float) -> int:
    """Returns the width below which something of the node would be cut."""
    return round(node.width * scale) if node.width is not None else node.measured(_least_width, scale)


def wanted_height(node: Node, width: int, scale: float) -> int:
    """Returns the height a node asks for at that width: the one it was given, or its natural one."""
    return round(node.height * scale) if node.height is not None else node.measured(_natural_height, scale, width)


def needed_height(node: Node, width: int, scale: float) -> int:
    """Returns the height below which something of the node would be cut."""
    return round(node.height * scale) if node.height is not None else node.measured(_least_height, scale, width)


def _natural_width(node: Node, _: int, scale: float) -> int:
    return node.natural_width(scale)


def _least_width(node: Node, _: int, scale: float) -> int:
    return node.least_width(scale)


def _natural_height(node: Node, width: int, scale: float) -> int:
    return node.natural_height(width, scale)


def _least_height(node: Node, width: int, scale: float) -> int:
    return node.least_height(width, scale)


def mirror(root: Node) -> None:
    """Makes a tree start at the right, before it is arranged."""
    for node in root.walk():
        node.mirrored = True


def scope(root: Node) -> Node:
    """Returns the part of the tree that takes input: the last modal node, or all."""
    return [node for node in root.walk() if node.modal or node is root][-1]


def focus_order(root: Node) -> list[Node]:
    """Returns what the Tab key stops at, in order."""
    return [node for node in scope(root).walk() if node.focusable]


def describe(root: Node) -> list[tuple[str, str, str]]:
    """Returns the screen as words, in focus order: (role, label, value) of every node that has something to say."""
    return [
        (node.role, node.label, node.value) for node in scope(root).walk() if node.role and (node.label or node.value)
    ]


def carry_over(old: Node | None, new: Node) -> None:
    """Hands what outlives a rebuild from each keyed node of the old tree to its successor."""
    if old is None:
        return
    known: dict[tuple[str, Any], Node] = {(node.key, type(node)): node for node in old.walk() if node.key}
    for node in new.walk():
        previous = known.get((node.key, type(node)))
        if previous is not None:
            node.adopt(previous)
