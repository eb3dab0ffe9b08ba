"""Rooms with the shipped scenario on the table, and stages to show them on, for tests of scenes."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pygame

from game.content.load import Loaded, LoadedRules, load_rulebook, load_scenario
from game.content.shapes import ProcedureId, StakeholderId
from game.engine.moves import Proceed
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.errors import GameError
from game.paths import data
from game.session import Session, begin
from game.ui.app import open_display
from game.ui.room import Room
from game.ui.scene import Settings
from game.ui.stage import Stage
from game.wording.words import words_in

SIZES: Final = ((1280, 720), (1920, 1080), (3840, 2160))
LANGUAGES: Final = ("fr", "en")


@cache
def shipped() -> tuple[Loaded, LoadedRules]:
    """Returns the shipped scenario and rulebook, read once."""
    return load_scenario(data("scenarios", "port-clair")), load_rulebook()


def session(
    people: Sequence[str] = (), procedure: str = "majority", rounds: int | None = None, seed: int = 7
) -> Session:
    """Returns a session in which the seats named are held by people and the others by computer players."""
    loaded, rules = shipped()
    cards = loaded.scenario.stakeholders
    seats = [Seat(card.id, bot=None if card.id in people else "persona") for card in cards]
    return begin(loaded, rules, seats, seed, None, "2026-01-01T10:00:00", rounds, ProcedureId(procedure))


def everyone() -> tuple[StakeholderId, ...]:
    """Returns every seat of the shipped scenario."""
    return tuple(card.id for card in shipped()[0].scenario.stakeholders)


def room(folder: Path, people: Sequence[str] = (), **kwargs: Any) -> Room:
    """Returns a room that holds a new session."""
    found = Room(folder, pace=0.5)
    found.hold(session(people, **kwargs))
    return found


def play_until(held: Session, phase: Phase, round_: int = 1) -> Session:
    """Plays a session on until a phase of a round: computer players move, people stay silent."""
    while not held.over and (held.state.phase is not phase or held.state.round < round_):
        chosen = held.bot_choice()
        held.submit(chosen[1].move if chosen else Proceed())
    return held


def stage(
    scenes: Mapping[str, Callable[..., Any]],
    held: Room,
    size: tuple[int, int] = (1920, 1080),
    language: str = "fr",
    **settings: Any,
) -> Stage:
    """Returns a stage that shows scenes of a room; a resolution is told step by step only when that is asked for."""
    open_display()
    pygame.display.set_mode(size)
    made = {name: _given(held, scene) for name, scene in scenes.items()}
    chosen = Settings(**({"language": language, "sequence": False} | settings))
    return Stage(made, words_in, size, chosen, held.handle)


def _given(held: Room, scene: Callable[..., Any]) -> Callable[..., Any]:
    return lambda **args: scene(held, **args)


def picture(shown: Stage, path: Path, seconds: float = 3.0) -> None:
    """Writes what a stage shows once everything has settled."""
    surface = pygame.Surface((shown.frame.width, shown.frame.height + shown.frame.kept))
    for _ in range(round(seconds * 20)):
        for layer in shown.visible():
            if layer.root is not None:
                for node in layer.root.walk():
                    node.animate(0.05, shown.frame.theme)
        pygame.time.wait(2)
    for layer in shown.visible():
        if layer.root is not None:
            layer.root.damage.append(surface.get_rect())
    shown.paint(surface)
    pygame.image.save(surface, path)


class Silent(GameError):
    """An error for tests of what a screen says when something is refused."""

    def __init__(self) -> None:
        super().__init__("refusal.stale")
