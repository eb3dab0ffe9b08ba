"""A hand on a mouse, for tests that play: it points, presses, turns the wheel, and takes a session further."""

from collections.abc import Iterator
from typing import Final

import pygame

from game.ui.node import Node, focus_order
from game.ui.scroll import ScrollColumn
from game.ui.stage import Stage
from tests.ui.screens import click, node_of

ONWARDS: Final = ("put away", "join ", "decide ", "main step", "step x", "debrief")
"""What takes a session further, the first that can be pressed first."""
NOTCHES: Final = 60
"""Turns of the wheel, after which something is never coming into sight."""
MIDDLING: Final = ":3"
"""How the key of a middling grade ends."""


class Pointer:
    """A hand on a mouse: it sees what can be pressed, and presses it in the middle."""

    def __init__(self, shown: Stage) -> None:
        self.stage = shown
        self.said = False
        """Whether it has spoken since the floor was last given."""

    @property
    def scene(self) -> str:
        """The name of the screen on top."""
        return type(self.stage.top.scene).__name__

    @property
    def keys(self) -> list[str]:
        """The keys of everything that can be pressed, in reading order."""
        assert self.stage.top.root is not None
        return [node.key for node in focus_order(self.stage.top.root)]

    def sees(self, *starts: str) -> str:
        """Returns the first thing that can be pressed whose key begins so, "" where there is none."""
        return next((key for start in starts for key in self.keys if key.startswith(start)), "")

    def press(self, key: str) -> None:
        """Brings it into sight with the wheel, presses it in its middle, and lets what it asked for come about."""
        self._bring(key)
        click(self.stage, node_of(self.stage, key).rect.center)
        self.stage.tick(0.6)

    def _bring(self, key: str) -> None:
        """Turns the wheel over the column that holds it until its middle shows."""
        column = next((above for above in _above(node_of(self.stage, key)) if isinstance(above, ScrollColumn)), None)
        if column is None:
            return
        self.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=column.rect.center, rel=(0, 0), buttons=(0, 0, 0)))
        for _ in range(NOTCHES):
            away = node_of(self.stage, key).rect.centery - column.rect.centery
            if abs(away) < column.rect.h / 3:
                return
            turn = -1 if away > 0 else 1
            self.stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turn, precise_y=float(turn)))


def _above(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def go_on(hand: Pointer) -> None:
    """Fills in the ballot that is open, proposes, speaks once a floor, and otherwise presses what goes on."""
    if approve := hand.sees("approve "):
        hand.press(approve)
    if not hand.sees("cast"):
        for grade in [key for key in hand.keys if key.startswith("grade ") and key.endswith(MIDDLING)]:
            hand.press(grade)
    speaks = hand.sees("for ")
    goal = hand.sees("cast") or _simplest(hand) or ("" if hand.said else speaks) or hand.sees(*ONWARDS)
    hand.said = bool(speaks)
    if goal:
        hand.press(goal)
    else:
        hand.stage.tick(0.6)


def _simplest(hand: Pointer) -> str:
    """Returns proposing the last answer, which these two seats can build with one another."""
    keys = [key for key in hand.keys if key.startswith("propose ")]
    return keys[-1] if keys else ""
