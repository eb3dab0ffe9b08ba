"""What is painted from memory is what would be painted afresh: in every situation, whatever hands and time do to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pygame
import pytest

from game.ui import widgets as w
from game.ui.node import Node, Surface, focus_order
from game.ui.painting import traced
from game.ui.scroll import ScrollColumn
from game.ui.skyline import Skyline, hours
from game.ui.stage import Stage
from game.ui.theme import LIGHT, Theme
from tests.ui.afresh import afresh
from tests.ui.hands import Hands
from tests.ui.rooms import SIZES
from tests.ui.screens import Buttons, key, stage_of
from tests.ui.situations import REGISTRY, Situation

SMALL: Final = SIZES[0]
A_WHILE: Final = 12
"""Tenths of a second that pass at the end."""
ALIKE: Final = 3
"""Levels of 255 that a channel may differ by: SDL rounds otherwise at the edge of what is repainted. No eye sees it."""


def alike(one: Surface, other: Surface) -> bool:
    """Tells whether two pictures are the same, or differ by less than can be seen."""
    if one.get_buffer().raw == other.get_buffer().raw:
        return True
    for more, less in ((one, other), (other, one)):
        rest = more.copy()
        rest.blit(less, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
        rest.fill((ALIKE,) * 3, special_flags=pygame.BLEND_RGB_SUB)
        rest.set_colorkey((0, 0, 0))
        if rest.get_bounding_rect():
            return False
    return True


def skylines(stage: Stage) -> list[Skyline]:
    """Returns the skylines that can be seen, those under a sheet included."""
    nodes = [node for layer in stage.visible() if layer.root is not None for node in layer.root.walk()]
    return [node for node in nodes if isinstance(node, Skyline)]


def moments(hands: Hands) -> Iterator[str]:
    """Has hands and time at a screen: the pointer, the keyboard, the wheel, a press held, a while gone by."""
    stage = hands.stage
    yield "opened"
    stops = focus_order(hands.root)
    for node in stops[:: max(1, len(stops) // 2)][:2]:
        at = node.rect.center
        stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        yield f"the pointer on {node.key}"
    for _ in range(2):
        stage.handle(key(pygame.K_TAB))
        yield "the next stop"
    for column in [node for node in hands.root.walk() if isinstance(node, ScrollColumn) and node.room][:1]:
        column.wheel(-1.5)
        yield f"{column.key} moved by the wheel"
    for node in stops[:1]:
        stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=node.rect.center, button=1))
        yield f"{node.key} held"
    for _ in range(A_WHILE):
        stage.tick(0.1)
    yield "a while later"


@pytest.mark.parametrize("situation", REGISTRY, ids=lambda each: f"{each.scene}: {each.name}")
def test_a_remembered_screen_is_the_one_painted_afresh(
    situation: Situation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Painting what has changed, and painting all from memory, look as if every node had been asked anew."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    (tmp_path / "sessions").mkdir()
    hands = situation.open(tmp_path / "sessions")
    stage = hands.stage
    stage.resize(SMALL)
    screen = pygame.Surface(SMALL)
    for sky in skylines(stage):
        stage.tick(0.1)
        hours(sky.scenery, sky.rect.size).finish()  # the city comes up while hands and time are at the screen
    for moment in moments(hands):
        stage.paint(screen)
        partly, anew = screen.copy(), afresh(stage)
        hands.root.damage.append(screen.get_rect())
        stage.paint(screen)

        assert (moment, True, True) == (moment, alike(partly, anew), alike(screen, anew))


class Counted(w.Label):
    """A label that counts how often it is asked to draw."""

    asked = 0

    def draw(self, surface: Surface, theme: Theme) -> None:
        Counted.asked += 1
        super().draw(surface, theme)


def test_a_node_is_asked_once_until_it_says_that_it_has_changed() -> None:
    """A whole frame asks nobody whose drawing is remembered; a change asks the one that has changed."""
    scene = Buttons()
    words = Counted("Mot")
    scene.build = lambda frame: w.column(words, Counted("Autre"))  # type: ignore[method-assign]
    Counted.asked = 0
    stage = stage_of(scene)
    surface = pygame.Surface((1280, 720))

    for _ in range(3):
        _root(stage.top.root).damage.append(surface.get_rect())
        stage.paint(surface)
    words.words = "Mots"
    words.invalidate()
    stage.paint(surface)

    assert 3 == Counted.asked


def test_a_node_that_has_moved_is_asked_again() -> None:
    """What was drawn at another place is not laid at the old one."""
    label = w.Label("Mot")
    label.arrange(pygame.Rect(0, 0, 100, 40), 1.0)

    before = traced(label, LIGHT)
    label.arrange(pygame.Rect(30, 0, 100, 40), 1.0)

    assert before[0][0][1] != traced(label, LIGHT)[0][0][1]


def _root(root: Node | None) -> Node:
    assert root is not None
    return root
