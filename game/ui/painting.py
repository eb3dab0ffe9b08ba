"""Paints a tree: what each node draws is kept as marks on tracing paper, and laid on the screen without asking again.

A node is asked anew once it has said that it shows otherwise (`Node.invalidate`), or has moved.
"""

from collections.abc import Callable
from typing import Any, Final

from game.ui.node import NOTHING, Marks, Node, Rect, Surface
from game.ui.theme import RING, RING_GAP, Theme
from game.ui.vector import rounded

MOST_RECTS: Final = 10
"""Beyond so many damaged rectangles, one that holds them all is quicker."""

NONE: Final[tuple[Marks, Marks]] = ([], [])
PICTURE: Final = 4
"""Parts of the mark of a picture laid: what, where, which part of it, how. A rectangle filled has one fewer."""


class Tracing(Surface):
    """Paper that shows nothing and remembers what was laid on it."""

    def __init__(self) -> None:
        super().__init__((1, 1))
        self.marks: Marks = []

    def blit(self, source: Surface, dest: Any = (0, 0), area: Any = None, special_flags: int = 0) -> Rect:
        """Remembers a picture and its place."""
        self.marks.append((source, dest if type(dest) is tuple else (dest[0], dest[1]), area, special_flags))
        return NOTHING

    def fill(self, color: Any, rect: Any = None, special_flags: int = 0) -> Rect:
        """Remembers a rectangle and its colour."""
        self.marks.append((color, Rect(rect), special_flags))
        return NOTHING


PAPER: Final = Tracing()


class Roll:
    """All that a tree paints, in order, in as few strokes as it can be laid in."""

    def __init__(self, root: Node, theme: Theme, whole: Rect) -> None:
        self.whole = whole
        self._strokes: list[tuple[Rect, int | None, list[Any]]] = []
        """What lies inside a clip: plain pictures in one stroke with its flags, any other mark or a node by itself."""
        self._take(root, theme, whole)

    def lay(self, surface: Surface, theme: Theme) -> None:
        """Lays everything on a surface."""
        for clip, flags, marks in self._strokes:
            surface.set_clip(clip)
            if flags is not None:
                surface.fblits(marks, flags)
            elif isinstance(marks[0], Node):
                marks[0].draw(surface, theme)
            else:
                _lay(surface, marks)

    def _take(self, node: Node, theme: Theme, clip: Rect) -> None:
        if not node.reach().colliderect(clip):
            return
        beneath, over = traced(node, theme) if node.draws or node.draws_over else NONE
        if node.lively:
            self._strokes.append((clip, None, [node]))
        if beneath:
            self._add(beneath, clip)
        inner = clip.clip(node.clip()) if node.clips else clip
        if inner:
            for child in node.children:
                self._take(child, theme, inner)
        if over:
            self._add(over, clip)

    def _add(self, marks: Marks, clip: Rect) -> None:
        inside, how, stroke = self._strokes[-1] if self._strokes else (None, None, [])
        for mark in marks:
            plain = len(mark) == PICTURE and mark[2] is None
            flags = mark[3] if plain else None
            if not plain or inside is not clip or how != flags:
                inside, how, stroke = clip, flags, []
                self._strokes.append((clip, flags, stroke))
            stroke.append(mark[:2] if plain else mark)


def traced(node: Node, theme: Theme) -> tuple[Marks, Marks]:
    """Returns what a node draws beneath its children, and over them."""
    if node.trace is None or node.traced_at != node.rect:
        beneath = _drawn(node.draw, theme) if node.draws and not node.lively else []
        node.trace = beneath, _drawn(node.draw_over, theme) if node.draws_over else []
        node.traced_at = Rect(node.rect)
    return node.trace


def _drawn(draw: Callable[[Surface, Theme], None], theme: Theme) -> Marks:
    PAPER.marks = []
    draw(PAPER, theme)
    return PAPER.marks


def _lay(surface: Surface, marks: Marks) -> None:
    for mark in marks:
        if len(mark) == PICTURE:
            surface.blit(*mark)
        else:
            surface.fill(*mark)


def paint_whole(root: Node, surface: Surface, theme: Theme) -> None:
    """Paints a whole tree on a whole surface, from the roll made of it while nothing has changed."""
    roll, whole = root.roll, surface.get_rect()
    if not isinstance(roll, Roll) or roll.whole != whole:
        roll = root.roll = Roll(root, theme, whole)
    roll.lay(surface, theme)


def paint(node: Node, surface: Surface, theme: Theme, *clips: Rect) -> None:
    """Paints the node and all below it inside each of `clips`, none of which touches another: one walk for all."""
    touched = node.reach().collidelistall(clips)
    if len(touched) < len(clips):
        if not touched:
            return
        clips = tuple(clips[at] for at in touched)
    beneath, over = traced(node, theme) if node.draws or node.draws_over else NONE
    for clip in clips if beneath or node.lively else ():
        surface.set_clip(clip)
        if node.lively:
            node.draw(surface, theme)
        _lay(surface, beneath)
    inner = tuple(shown for clip in clips if (shown := clip.clip(node.clip()))) if node.clips else clips
    if inner:
        for child in node.children:
            paint(child, surface, theme, *inner)
    for clip in clips if over else ():
        surface.set_clip(clip)
        _lay(surface, over)


def paint_ring(node: Node, surface: Surface, theme: Theme, clip: Rect) -> None:
    """Draws the focus ring round a node, above everything and inside whatever clips it.

    A ring of the surface's colour goes round it: one of the two stands out, on a light page and on a dark header.
    """
    if node.own_ring:
        return
    above = node.parent
    while above is not None:
        if above.clips:
            clip = clip.clip(above.clip())
        above = above.parent
    gap = node.px(RING_GAP) + node.px(RING)
    around = node.ring().inflate(2 * gap, 2 * gap)
    line, corner = node.ring_line, node.px(node.round) + gap
    outside = around.inflate(2 * line, 2 * line)
    if clip and outside.colliderect(clip):
        surface.set_clip(clip)
        surface.blit(rounded(*outside.size, corner + line, "none", theme.surface, line), outside.topleft)
        surface.blit(rounded(*around.size, corner, "none", theme.focus, line), around.topleft)


def merged(damage: list[Rect], whole: Rect) -> list[Rect]:
    """Returns rectangles that hold all the damage, clipped to the screen, none touching another."""
    rects: list[Rect] = []
    for each in damage:
        grown = each.clip(whole)
        if not grown:
            continue
        at = grown.collidelist(rects)
        while at >= 0:
            grown = grown.union(rects.pop(at))
            at = grown.collidelist(rects)
        rects.append(grown)
    return [rects[0].unionall(rects[1:])] if len(rects) > MOST_RECTS else rects
