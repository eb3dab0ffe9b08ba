"""Paints a tree with nothing remembered, each node drawing on the screen itself: memory must look the same."""

from typing import Any

import pygame

from game.ui.node import Node, Rect
from game.ui.painting import paint_ring
from game.ui.stage import Stage
from game.ui.theme import Theme, rgb


def paint_afresh(node: Node, surface: Any, theme: Theme, clip: Rect) -> None:
    """Paints the node and all below it inside a clip."""
    if not node.reach().colliderect(clip):
        return
    surface.set_clip(clip)
    node.draw(surface, theme)
    inner = clip.clip(node.clip()) if node.clips else clip
    for child in node.children if inner else ():
        paint_afresh(child, surface, theme, inner)
    surface.set_clip(clip)
    node.draw_over(surface, theme)


def afresh(stage: Stage) -> pygame.Surface:
    """Returns the whole window painted anew."""
    surface = pygame.Surface((stage.frame.width, stage.frame.height + stage.frame.kept))
    whole, theme, hands = surface.get_rect(), stage.frame.theme, stage.top.input
    surface.fill(rgb(theme.page))
    for layer in stage.visible():
        assert layer.root is not None
        paint_afresh(layer.root, surface, theme, whole)
    if hands.focus is not None and hands.by_keyboard:
        paint_ring(hands.focus, surface, theme, whole)
    if stage.strip is not None:
        paint_afresh(stage.strip, surface, theme, whole)
    return surface
