"""The assumptions: links to move, erase and try, and what they would have changed."""

from pathlib import Path

import pygame
import pytest

from game.engine.phases import Phase
from game.ui import widgets as w
from game.ui.room import Room
from game.ui.scene import Cancel, Pop
from game.ui.scenes.assumptions import AssumptionsScene
from game.ui.stage import Stage
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage
from tests.ui.screens import click, key, node_of

LINK = "prosperity>affordability"


def shown(tmp_path: Path, **kwargs) -> tuple[Stage, Room]:
    """Returns the screen over a session of four rounds by the mayor."""
    held = room(tmp_path, procedure="mayor")
    play_until(held.session, Phase.REFLECTION, 4)
    stage_ = stage({"assumptions": AssumptionsScene}, held, **kwargs)
    stage_.open("assumptions")
    return stage_, held


def first(stage_: Stage) -> str:
    """Returns the link at the top of the list."""
    return next(node.key for node in stage_.top.root.walk() if node.key.startswith("link ")).removeprefix("link ")


def test_every_link_of_the_rules_is_there(tmp_path: Path) -> None:
    """Each of the forty links has its row, those that weigh most first."""
    stage_, held = shown(tmp_path)

    rows = [node.key for node in stage_.top.root.walk() if node.key.startswith("link ")]

    assert sorted(rows) == sorted(f"link {link.id}" for link in held.session.game.model.rules.couplings)


def test_trying_a_link_changes_nothing_until_it_is_applied(tmp_path: Path) -> None:
    """Erasing a link shows what it would have changed; the table moves only when it is applied."""
    stage_, held = shown(tmp_path)
    link, moves = first(stage_), len(held.session.turns)

    click(stage_, node_of(stage_, f"erase {link}").rect.center)
    tried = len(held.session.turns)
    click(stage_, node_of(stage_, "apply").rect.center)

    assert (tried, len(held.session.turns)) == (moves, moves + 1)
    assert held.session.state.city.adjusted == {link: 0}


def test_what_was_tried_can_be_put_away(tmp_path: Path) -> None:
    """Leaving the rules as they were closes the comparison."""
    stage_, held = shown(tmp_path)
    click(stage_, node_of(stage_, f"erase {first(stage_)}").rect.center)

    click(stage_, node_of(stage_, "forget").rect.center)

    assert held.session.state.city.adjusted == {}
    assert not [node for node in stage_.top.root.walk() if node.key == "apply"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [1.0, 1.5])
def test_why_a_link_is_there_can_be_read(tmp_path: Path, size: tuple[int, int], language: str, text: float) -> None:
    """A press on its book shows a link's paragraph, uncut, beside what is being tried; a second press closes it."""
    stage_, held = shown(tmp_path, size=size, language=language, text=text)
    link = first(stage_)
    paragraph = next(each for each in held.session.game.model.rules.couplings if each.id == link).because[language]

    click(stage_, node_of(stage_, f"read {link}").rect.center)
    read, cut = texts(stage_), w.cut(stage_.top.root)
    click(stage_, node_of(stage_, f"read {link}").rect.center)

    assert (paragraph in read, cut, paragraph in texts(stage_)) == (True, [], False)


def texts(stage_: Stage) -> list[str]:
    """Returns the paragraphs on screen."""
    return [node.words for node in stage_.top.root.walk() if isinstance(node, w.Paragraph)]


def test_a_link_is_read_by_keyboard(tmp_path: Path) -> None:
    """The book of a link takes the focus and answers to Enter."""
    stage_, _ = shown(tmp_path)
    book = f"read {first(stage_)}"
    for _ in range(20):
        stage_.handle(key(pygame.K_TAB))
        if stage_.top.input.focus is not None and stage_.top.input.focus.key == book:
            break

    stage_.handle(key(pygame.K_RETURN))

    assert [node.key for node in stage_.top.root.walk() if node.key == "reading"] == ["reading"]


def test_escape_goes_back(tmp_path: Path) -> None:
    """Escape closes the screen."""
    assert AssumptionsScene(room(tmp_path)).on_input(Cancel()) == Pop()


def test_a_link_stays_within_its_range(tmp_path: Path) -> None:
    """At the end of its range a link offers no further step."""
    stage_, _ = shown(tmp_path)
    link = first(stage_)
    for _ in range(9):
        if node_of(stage_, f"more {link}").enabled:
            click(stage_, node_of(stage_, f"more {link}").rect.center)

    assert not node_of(stage_, f"more {link}").enabled
