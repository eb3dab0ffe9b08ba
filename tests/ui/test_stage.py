"""What is pressed is heard, what is asked for is done, and only what changed is painted."""

import pygame
import pytest

from game.errors import GameError
from game.ui import widgets as w
from game.ui.node import Node, describe
from game.ui.painting import merged
from game.ui.scene import (
    After,
    Change,
    Frame,
    Heard,
    Intent,
    Pop,
    Press,
    Push,
    Refresh,
    Refused,
    Shown,
    Submit,
    Woken,
)
from tests.ui.screens import Buttons, click, key, node_of, stage_of

Rect = pygame.Rect


def test_click_sends_the_buttons_value() -> None:
    """A click on a button is heard as a press of its key with its value."""
    scene = Buttons()
    stage = stage_of(scene)

    click(stage, node_of(stage, "three").rect.center)

    assert Press("three", "three") in scene.heard


def test_disabled_button_sends_nothing() -> None:
    """A disabled button does not answer a click and is no stop of the keyboard."""
    scene = Buttons()
    stage = stage_of(scene)

    click(stage, node_of(stage, "two").rect.center)

    assert not [heard for heard in scene.heard if isinstance(heard, Press)]
    assert not node_of(stage, "two").focusable


def test_release_elsewhere_cancels_a_press() -> None:
    """A press that slides off its button before the release is not a press."""
    scene = Buttons()
    stage = stage_of(scene)

    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=node_of(stage, "one").rect.center, button=1))
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(1200, 700), button=1))

    assert [Shown()] == scene.heard


class Counting:
    """A number with minus and plus, as a scene."""

    overlay = False

    def __init__(self) -> None:
        self.count = 8

    def build(self, frame: Frame) -> Node:
        """Returns the number."""
        return w.column(w.stepper("People", self.count, 4, 12, lambda n: n, "fewer", "more", "people"), pad=20)

    def on_input(self, heard: Heard) -> Intent | None:
        """Takes the number that was pressed."""
        if isinstance(heard, Press):
            self.count = int(str(heard.value))
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves."""
        return False


def test_plus_held_down_counts_on_and_stops_with_the_hand() -> None:
    """After a moment it is pressed again and again, as far as it goes; letting go then presses no more."""
    scene = Counting()
    stage = stage_of(scene)
    at = node_of(stage, "people+").rect.center

    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    assert stage.tick(0.3)
    early = scene.count
    for _ in range(3):
        stage.tick(0.16)
    later = scene.count
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    stage.tick(1.0)

    assert (8, 11, 11) == (early, later, scene.count)
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    for _ in range(20):
        stage.tick(0.5)
    assert 12 == scene.count


def test_keys_go_on_only_where_one_counts_or_writes() -> None:
    """Enter held down on a button never presses it twice."""
    stage = stage_of(Counting())
    stage.handle(key(pygame.K_TAB))
    counting = pygame.key.get_repeat()
    other = stage_of(Buttons())
    other.handle(key(pygame.K_TAB))

    assert ((400, 40), (0, 0)) == (counting, pygame.key.get_repeat())


def test_tab_walks_in_reading_order_and_wraps() -> None:
    """Tab stops at each enabled button in order, then starts again; Shift+Tab goes back."""
    stage = stage_of(Buttons())

    walked = []
    for _ in range(4):
        stage.handle(key(pygame.K_TAB))
        walked.append(stage.top.input.focus.key if stage.top.input.focus else "")
    stage.handle(key(pygame.K_TAB, pygame.KMOD_SHIFT))

    assert ["one", "three", "four", "one"] == walked
    assert stage.top.input.focus is node_of(stage, "four")


@pytest.mark.parametrize("name", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press_the_focus(name: int) -> None:
    """Enter and Space press what has the focus."""
    scene = Buttons()
    stage = stage_of(scene)

    stage.handle(key(pygame.K_DOWN))
    stage.handle(key(pygame.K_DOWN))
    stage.handle(key(name))

    assert Press("three", "three") == scene.heard[-1]


def test_dialog_keeps_the_input() -> None:
    """Under a dialog nothing is pressed, focused or described; Escape sends the dialog's cancel."""
    scene = Buttons(modal=True)
    stage = stage_of(scene)

    click(stage, node_of(stage, "one").rect.center)
    stage.handle(key(pygame.K_TAB))
    stage.handle(key(pygame.K_ESCAPE))

    assert [Press("", "no")] == [heard for heard in scene.heard if isinstance(heard, Press)]
    assert stage.top.input.focus is node_of(stage, "yes")
    assert stage.top.root
    assert [("dialog", "Sûr ?", ""), ("heading", "Sûr ?", ""), ("button", "Oui", "")] == describe(stage.top.root)


def test_focus_outlives_a_rebuild() -> None:
    """After a new build the focus is on the node of the same key."""
    stage = stage_of(Buttons())
    stage.handle(key(pygame.K_TAB))
    stage.handle(key(pygame.K_TAB))

    stage.refresh()

    assert stage.top.input.focus is node_of(stage, "three")
    assert node_of(stage, "three").focused


def test_push_and_pop_show_and_hide_a_screen() -> None:
    """A pushed screen takes the input; popped, the one below hears that it shows again."""
    scene = Buttons({"one": Push("other")})
    stage = stage_of(scene)

    click(stage, node_of(stage, "one").rect.center)
    opened = len(stage.layers)
    stage.perform(Pop())

    assert 2 == opened
    assert [Shown(), Shown()] == [heard for heard in scene.heard if isinstance(heard, Shown)]


def test_refused_move_is_told_to_the_screen() -> None:
    """What the session refuses comes back to the screen, which stays as it was."""
    error = GameError("refusal.too_dear")

    def refuse(move: object) -> None:
        raise error

    scene = Buttons({"one": Submit("move")})
    stage = stage_of(scene, submit=refuse)
    click(stage, node_of(stage, "one").rect.center)

    assert Refused(error) == scene.heard[-1]
    assert 1 == scene.built


def test_change_of_language_rebuilds_with_its_words() -> None:
    """A change of language builds every screen again with the other catalogue."""
    stage = stage_of(Buttons({"one": Change({"language": "en"})}))

    click(stage, node_of(stage, "one").rect.center)

    assert "en" == stage.frame.words.language
    assert "en" == node_of(stage, "four").label


def test_delay_ends_after_its_time_and_only_on_top() -> None:
    """A delay counts only while its screen is on top, and comes back with its value."""
    scene = Buttons()
    stage = stage_of(scene)
    stage.perform(After(1.0, "bots"))

    stage.tick(0.6)
    stage.perform(Push("other"))
    stage.tick(5.0)
    stage.perform(Pop())
    waited = stage.patience()
    stage.tick(0.5)

    assert waited == pytest.approx(0.4)
    assert Woken("bots") == scene.heard[-1]


def test_idle_stage_paints_nothing() -> None:
    """With nothing heard and nothing moving, no rectangle is painted and nothing asks for another frame."""
    stage = stage_of(Buttons())

    moving = stage.tick(0.016)

    assert not moving
    assert [] == stage.paint(pygame.Surface((1280, 720)))


def test_hover_repaints_its_button_only() -> None:
    """The pointer coming over a button repaints a small part of the screen."""
    stage = stage_of(Buttons())
    button = node_of(stage, "one").rect

    stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=button.center, rel=(0, 0), buttons=(0, 0, 0)))
    rects = stage.paint(pygame.Surface((1280, 720)))

    assert 1 == len(rects)
    assert rects[0].contains(button)
    assert rects[0].w * rects[0].h < 1280 * 720 / 10


def test_partial_repaint_equals_a_full_one() -> None:
    """Painting the damage only gives the same pixels as painting everything."""
    stage = stage_of(Buttons())
    partly, whole = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    stage.refresh()
    stage.paint(partly)
    stage.handle(key(pygame.K_TAB))
    stage.handle(key(pygame.K_TAB))
    stage.paint(partly)

    assert stage.top.root
    stage.top.root.damage.append(whole.get_rect())
    stage.paint(whole)

    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(partly, "RGB")


def test_touching_damage_is_merged() -> None:
    """Rectangles that touch become one; far ones stay apart; those off the screen vanish."""
    damage = [Rect(0, 0, 50, 50), Rect(40, 40, 50, 50), Rect(500, 500, 10, 10), Rect(2000, 0, 5, 5)]

    rects = merged(damage, Rect(0, 0, 800, 600))

    assert [Rect(0, 0, 90, 90), Rect(500, 500, 10, 10)] == rects


class Long:
    """A long text in a scrolling column."""

    overlay = False

    def build(self, frame: Frame) -> Node:
        """Returns the column."""
        return w.ScrollColumn(*(w.Button(f"{n}", on_press=n, key=f"{n}") for n in range(40)), key="column", gap=8)

    def on_input(self, heard: object) -> None:
        """Asks for nothing."""

    def tick(self, dt: float) -> bool:
        """Nothing moves."""
        return False


def test_focus_scrolls_into_view() -> None:
    """What the keyboard reaches is scrolled into view, and the position outlives a rebuild."""
    stage = stage_of(Long())
    stage.handle(key(pygame.K_TAB, pygame.KMOD_SHIFT))
    shown = node_of(stage, "39").rect

    stage.refresh()

    assert Rect(0, 0, 1280, 720).contains(shown)
    assert shown == node_of(stage, "39").rect


def test_wheel_scrolls_what_is_under_the_pointer() -> None:
    """The wheel moves the column under the pointer, and stops at its ends."""
    stage = stage_of(Long())
    before = node_of(stage, "0").rect.y

    stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(300, 300), rel=(0, 0), buttons=(0, 0, 0)))
    stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, precise_y=-2.0))
    moved = node_of(stage, "0").rect.y
    stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=50, precise_y=50.0))

    assert moved < before
    assert before == node_of(stage, "0").rect.y


def test_the_focus_stays_where_a_press_has_used_a_button_up() -> None:
    """When the button pressed can't be pressed any more, the focus goes to what can be reached next to it."""
    scene = Buttons({"one": Refresh()})
    stage = stage_of(scene)
    stage.handle(key(pygame.K_TAB))
    scene.used.add("one")

    stage.handle(key(pygame.K_RETURN))

    assert stage.top.input.focus is node_of(stage, "three")
