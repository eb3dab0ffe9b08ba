"""What colour each text and icon has on screen, and what it stands on: nodes draw for real, on a surface that looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any, Final

import pygame
import pytest
from attrs import frozen

from game.ui import text, vector
from game.ui.node import Node, Rect, scope
from game.ui.theme import Theme, rgb
from tests.ui.afresh import paint_afresh
from tests.ui.colours import contrast

LARGE: Final = 32.0
"""Design units from which text is large: WCAG's 18 points, as 24 px of a page read close by; here, a third more."""
BOLD: Final = 25.0
"""The same for bold text."""


@frozen
class Mark:
    """Something drawn in one colour: words or an icon, its size in pixels, whether it is bold."""

    words: str
    colour: str
    size: float = 0.0
    bold: bool = False


@frozen
class Inked:
    """A mark on screen, what it stands on, and the node it belongs to."""

    mark: Mark
    ground: str
    node: Node

    @property
    def least(self) -> float:
        """Returns the contrast it needs: 4.5 for text, 3 for large text, icons and what can't be pressed at present."""
        size = self.mark.size / self.node.scale
        large = not self.mark.size or size >= (BOLD if self.mark.bold else LARGE)
        return 3.0 if large or not self.node.enabled else 4.5

    @property
    def ratio(self) -> float:
        """Returns the contrast it has."""
        return contrast(self.mark.colour, self.ground)

    def __str__(self) -> str:
        name = f"{type(self.node).__name__} {self.mark.words[:30]!r}"
        return f"{name}: {self.ratio:.1f} ({self.mark.colour} on {self.ground}), {self.least} needed"


class Ground(pygame.Surface):
    """A surface that looks at what a mark is about to be put on."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.marks: dict[int, Mark] = {}
        self.seen: list[Inked] = []
        self.node: Node | None = None

    def blit(self, source: pygame.Surface, dest: Any, *args: Any, **kwargs: Any) -> Rect:
        mark = self.marks.get(id(source))
        if mark is not None and self.node is not None:
            place = source.get_rect(topleft=dest[:2]).clip(self.get_clip())
            if place:
                self.seen.append(Inked(mark, self._under(place, mark.colour), self.node))
        return super().blit(source, dest, *args, **kwargs)

    def _under(self, place: Rect, colour: str) -> str:
        """Returns the colour under a place that is nearest to the one put on it."""
        inner = place.inflate(-place.w // 4, -place.h // 2)
        across, down = (max(1, inner.w // 6), max(1, inner.h // 3))
        spots = product(range(inner.left, inner.right + 1, across), range(inner.top, inner.bottom + 1, down))
        found = {tuple(self.get_at(spot))[:3] for spot in spots if self.get_rect().collidepoint(spot)}
        grounds = [f"#{r:02X}{g:02X}{b:02X}" for r, g, b in found]
        return min(grounds, key=lambda each: contrast(colour, each), default=colour)


@contextmanager
def looking(ground: Ground) -> Iterator[None]:
    """Tells the surface of each text and icon that is made."""
    kept: list[pygame.Surface] = []

    def noted(make: Callable[..., pygame.Surface], mark: Callable[..., Mark]) -> Callable[..., pygame.Surface]:
        def made(*args: Any, **kwargs: Any) -> pygame.Surface:
            drawn = make(*args, **kwargs)
            kept.append(drawn)
            ground.marks[id(drawn)] = mark(*args)
            return drawn

        return made

    def written(words: str, size: float, weight: int, colour: str, *_: object) -> Mark:
        return Mark(words, colour, size, weight >= 600)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "text", noted(text.text, written))
        patch.setattr(text, "paragraph", noted(text.paragraph, written))
        icon = noted(vector.icon, lambda name, size, colour, *_: Mark(name, colour))
        for name, module in list(sys.modules.items()):
            if name.startswith("game.ui") and vars(module).get("icon") is vector.icon:
                patch.setattr(module, "icon", icon)
        yield


def inked(root: Node, size: tuple[int, int], theme: Theme) -> list[Inked]:
    """Returns every text and icon that shows of the part of a tree that takes input."""
    ground, whole = Ground(size), Rect((0, 0), size)
    ground.fill(rgb(theme.page))
    for node in scope(root).walk():
        node.draw = _told(ground, node, type(node).draw)  # type: ignore[method-assign]
    with looking(ground):
        paint_afresh(root, ground, theme, whole)
    return ground.seen


def _told(ground: Ground, node: Node, draw: Callable[..., None]) -> Callable[..., None]:
    def told(*args: Any) -> None:
        ground.node = node
        draw(node, *args)
        ground.node = None

    return told


def faint(root: Node, size: tuple[int, int], theme: Theme) -> list[str]:
    """Returns what can hardly be told from its ground."""
    return sorted({f"{theme.name} {each}" for each in inked(root, size, theme) if each.ratio < each.least})
