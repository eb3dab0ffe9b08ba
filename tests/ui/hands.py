"""Hands on a stage for tests of scenes: presses by key, clicks, letters, and what is read on screen."""

import time
from typing import Any

import pygame

from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Press
from game.ui.scroll import ScrollColumn
from game.ui.stage import Stage
from tests.ui.screens import click, key


class Hands:
    """What a person at the keyboard does."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @property
    def scene(self) -> Any:
        """The screen on top."""
        return self.stage.top.scene

    @property
    def root(self) -> Node:
        """The tree of the screen on top."""
        root = self.stage.top.root
        assert root is not None
        return root

    def node(self, name: str) -> Node:
        """Returns the node of that key."""
        found = self.root.find(name)
        assert found is not None, name
        return found

    def keys(self, start: str) -> list[str]:
        """Returns the keys that begin so, in reading order."""
        return [node.key for node in self.root.walk() if node.key.startswith(start)]

    def press(self, name: str) -> None:
        """Presses what has that key, and lets what it asked for come about."""
        node = self.node(name)
        assert node.focusable, name
        self.stage.tell(Press(name, node.on_press))
        self.stage.tick(0.01)

    def wait(self, key: str, seconds: float = 60.0) -> None:
        """Lets time pass until the screen has something of that key: what is done beside the frames takes a while."""
        for _ in range(round(seconds / 0.02)):
            if self.root.find(key) is not None:
                return
            time.sleep(0.02)
            self.stage.tick(0.1)
        raise AssertionError(f"{key!r} has not come in {seconds} seconds")

    def click(self, name: str) -> None:
        """Clicks in the middle of what has that key, which is scrolled to first, as a person would."""
        node, above = self.node(name), self.node(name).parent
        while above is not None:
            if isinstance(above, ScrollColumn):
                above.reveal(node.rect)
            above = above.parent
        click(self.stage, node.rect.center)

    def type(self, words: str) -> None:
        """Writes, letter by letter, as text: no key goes down."""
        for letter in words:
            self.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))

    def strike(self, name: int, mod: int = 0) -> None:
        """Strikes a key."""
        self.stage.handle(key(name, mod))

    def says(self) -> str:
        """Returns everything that can be read or heard."""
        return "\n".join(f"{label} {value}" for _, label, value in w.describe(self.root))

    def cut(self) -> list[str]:
        """Returns what would be cut on the screens that show."""
        return [fault for layer in self.stage.visible() if layer.root for fault in w.cut(layer.root)]
