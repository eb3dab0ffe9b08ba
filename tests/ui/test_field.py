"""A line of writing takes text as text, keeps its caret, and leaves the keys that lead out of it alone."""

import pygame
import pytest

from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.scene import Frame, Heard, Intent, Press
from tests.ui.hands import Hands
from tests.ui.screens import stage_of


class Form:
    """A field and a button."""

    overlay = False

    def __init__(self) -> None:
        self.heard: list[object] = []

    def build(self, frame: Frame) -> Node:
        """Returns the form."""
        field = TextField("Nom", "", lambda text: ("name", text), key="name", longest=12)
        return w.column(field, w.Button("Suite", on_press="on", key="on"), pad=20, gap=20)

    def on_input(self, heard: Heard) -> Intent | None:
        """Keeps the values it hears."""
        self.heard.append(heard.value if isinstance(heard, Press) else heard)
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves."""
        return False


@pytest.fixture
def hands() -> Hands:
    """Returns hands on the form, the field in focus."""
    found = Hands(stage_of(Form()))
    found.click("name")
    return found


def test_accents_arrive_without_keys(hands: Hands) -> None:
    """What is typed is heard letter by letter, accents and spaces included."""
    hands.type("Zoé B")

    assert ("name", "Zoé B") == hands.scene.heard[-1]


def test_backspace_takes_the_letter_before_the_caret(hands: Hands) -> None:
    """Backspace removes before the caret, Delete after it."""
    hands.type("abcd")
    for key in (pygame.K_LEFT, pygame.K_BACKSPACE, pygame.K_HOME, pygame.K_DELETE):
        hands.strike(key)

    assert ("name", "bd") == hands.scene.heard[-1]


def test_letters_are_no_shortcuts_while_writing(hands: Hands) -> None:
    """A letter or a space struck in a field is heard as nothing but text."""
    heard = len(hands.scene.heard)

    hands.strike(pygame.K_u)
    hands.strike(pygame.K_SPACE)

    assert heard == len(hands.scene.heard)


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_TAB, pygame.K_DOWN])
def test_enter_tab_and_down_lead_out(hands: Hands, key: int) -> None:
    """Enter and Tab end the writing; so does the arrow down."""
    hands.strike(key)

    assert hands.stage.top.input.focus is hands.node("on")


def test_too_long_a_text_is_not_taken(hands: Hands) -> None:
    """A field keeps what fits its length and refuses the rest."""
    hands.type("abcdefghijklmnop")

    assert "abcdefghijkl" == hands.node("name").value
