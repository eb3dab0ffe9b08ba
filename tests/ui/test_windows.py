"""Two windows, one room: each takes its own events, and closing the facilitator's never closes the game."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.app import App
from game.ui.facilitator.desk import Facilitate, RunClock
from game.ui.facilitator.window import fitting
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from game.ui.window import show
from tests.ui.rooms import room, stage
from tests.ui.screens import key


@pytest.fixture
def held(tmp_path: Path) -> Room:
    """Returns a room at its first briefing."""
    return room(tmp_path, ("cityhall",))


@pytest.fixture
def app(held: Room) -> Iterator[App]:
    """Returns the projected window of a room, and the way to its facilitator's."""
    shown = stage(SCENES, held, (960, 540), "en")

    def beside() -> tuple[Stage, str]:
        found = Stage(shown.scenes, shown.words_in, (1280, 800), shown.frame.settings, held.handle)
        found.open("facilitator")
        return found, "Facilitation"

    found = App(shown, "Whose City?", held.desk, beside)
    shown.open("table")
    found.step([], 0.01)
    yield found
    if found.beside:
        found.beside.close()


def beside(app: App) -> pygame.Window:
    """Opens the facilitator's window and returns it."""
    app.step([key(pygame.K_F8)], 0.01)
    assert app.beside is not None
    return app.beside.window


def test_f8_opens_the_second_window_and_closes_it(app: App) -> None:
    """The stages know each other while both are open."""
    beside(app)
    together = app.stage.peers
    app.step([key(pygame.K_F8)], 0.01)

    assert together != []
    assert (app.beside, app.stage.peers, app.stage.over) == (None, [], False)


def test_closing_the_second_window_never_closes_the_game(app: App, held: Room) -> None:
    """Its cross is a wish to be without it."""
    window = beside(app)
    app.step([pygame.event.Event(pygame.WINDOWCLOSE, window=window)], 0.01)

    assert (app.beside, app.stage.over, held.desk.facilitating) == (None, False, False)


def test_closing_the_projected_window_closes_the_game(app: App) -> None:
    """Even while the facilitator's is open, when no other sign of it comes."""
    beside(app)
    app.step([pygame.event.Event(pygame.WINDOWCLOSE, window=None)], 0.01)

    assert app.stage.over


def test_each_window_takes_its_own_events(app: App) -> None:
    """A figure struck in one turns its page; the other hears nothing."""
    window = beside(app)
    second = app.beside.stage.top
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_2, mod=0, unicode="2", window=window)], 0.01)

    assert second.scene.held.page == "seats"
    assert len(app.stage.layers) == 1


def test_the_last_words_of_a_closed_window_are_let_go(app: App) -> None:
    """An event of a window that is gone reaches nobody."""
    window = beside(app)
    app.step([key(pygame.K_F8)], 0.01)
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="\x1b", window=window)], 0.01)

    assert len(app.stage.layers) == 1


def test_a_clock_that_stands_wakes_nobody(app: App, held: Room) -> None:
    """With the clock running the loop sleeps a second at most; without, until something happens."""
    held.desk.pass_time(0.25)
    running = held.desk.patience()
    held.handle(RunClock(False))

    assert (running, held.desk.patience()) == (0.75, None)


def test_time_goes_on_under_every_screen(app: App, held: Room) -> None:
    """The loop lets time pass, whatever lies over the table."""
    app.stage.handle(key(pygame.K_ESCAPE))
    app.pass_time(30)

    assert held.desk.left() == 30


def test_where_no_second_window_can_open_the_wish_is_dropped(
    app: App, held: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The game goes on in one window."""

    def refused(*args: object, **kwargs: object) -> None:
        raise pygame.error("no more windows")

    monkeypatch.setattr(pygame, "Window", refused)
    held.desk.handle(Facilitate(True))
    app.step([], 0.01)

    assert (app.beside, held.desk.facilitating, app.stage.over) == (None, False, False)


@pytest.mark.parametrize("screen", [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160)])
def test_the_facilitators_window_fits_the_screen(screen: tuple[int, int]) -> None:
    """On a small laptop its title and its foot are both in sight."""
    wide, high = fitting(screen)

    assert wide <= screen[0] * 0.9
    assert high <= screen[1] * 0.9


class Full(pygame.Surface):
    """The surface of a window that fills the screen."""

    def get_flags(self) -> int:
        """Returns what tells so."""
        return pygame.FULLSCREEN


def test_a_window_that_leaves_the_full_screen_has_its_size_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some desktops leave it the size of the screen at first: it asks once more."""
    given = [pygame.Surface((1366, 768)), pygame.Surface((1160, 652))]
    monkeypatch.setattr(pygame.display, "get_surface", lambda: Full((1366, 768)))
    monkeypatch.setattr(pygame.display, "set_mode", lambda *_: given.pop(0))

    shown = show((1160, 652), False)

    assert ((1160, 652), []) == (shown.get_size(), given)
