"""Small scenes and hands for the tests of the window: what is pressed, typed and pointed at, without a window."""

import os
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.ui import widgets as w
from game.ui.app import open_display
from game.ui.node import Node
from game.ui.scene import Frame, Heard, Intent, Press, Quit, Settings
from game.ui.stage import Stage


class Plain:
    """Words that are their own keys."""

    def __init__(self, language: str = "fr") -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Returns the key itself."""
        return key.format(**values)


class Buttons:
    """Three buttons in a column, the second disabled; it keeps what it hears and answers as it is told."""

    overlay = False

    def __init__(self, answers: dict[object, Intent] | None = None, modal: bool = False) -> None:
        self.heard: list[Heard] = []
        self.answers = answers or {}
        self.built = 0
        self.used: set[str] = set()
        """Keys of the buttons that can't be pressed any more."""
        self.modal = modal

    def build(self, frame: Frame) -> Node:
        """Returns the column."""
        self.built += 1
        page = w.column(
            w.Button("Un", on_press="one", key="one", enabled="one" not in self.used),
            w.Button("Deux", on_press="two", key="two", enabled=False),
            w.Button("Trois", on_press="three", key="three"),
            w.Button(frame.settings.language, on_press="four", key="four"),
            gap=20,
            pad=20,
            align="start",
        )
        if not self.modal:
            return page
        return w.stack(page, w.Dialog("Sûr ?", actions=(w.Button("Oui", on_press="yes", key="yes"),), on_cancel="no"))

    def on_input(self, heard: Heard) -> Intent | None:
        """Keeps what it hears."""
        self.heard.append(heard)
        return self.answers.get(heard.value) if isinstance(heard, Press) else None

    def tick(self, dt: float) -> bool:
        """Nothing moves."""
        return False


def stage_of(scene: Any, size: tuple[int, int] = (1280, 720), **kwargs: Any) -> Stage:
    """Returns a stage with that scene open."""
    open_display()
    pygame.display.set_mode(size)
    more = {"other": lambda: Buttons({"one": Quit()})}
    stage = Stage({"scene": lambda: scene, **more}, Plain, size, Settings(), **kwargs)
    stage.open("scene")
    stage.paint(pygame.Surface(size))
    return stage


def key(name: int, mod: int = 0) -> pygame.event.Event:
    """Returns the event of a key going down."""
    return pygame.event.Event(pygame.KEYDOWN, key=name, mod=mod, unicode="")


def click(stage: Stage, at: tuple[int, int]) -> None:
    """Presses and lets go the first button of the mouse at a point."""
    stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def node_of(stage: Stage, name: str) -> Node:
    """Returns the node of that key on the top screen."""
    found = stage.top.root.find(name) if stage.top.root else None
    if found is None:
        raise KeyError(name)
    return found
