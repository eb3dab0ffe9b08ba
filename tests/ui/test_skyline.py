"""The life of the skyline: the same time gives the same picture, slowly, and nothing moves where none is wanted."""

import time
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.ui.node import Rect
from game.ui.skyline import Skyline, hours
from game.ui.skylinelife import (
    GLINTS,
    MORNING,
    RESTING,
    SPRITES,
    STEPS,
    TURNING,
    evening,
    lit,
    pose,
    step_of,
    title_scenery,
)
from game.ui.theme import DARK, LIGHT, still
from tests.ui.rooms import open_display

SIZE = (640, 360)
DAYLIGHT = title_scenery(dark=False)


@pytest.fixture
def skyline() -> Skyline:
    """Returns a skyline whose picture is ready and has come up."""
    open_display()
    pygame.display.set_mode(SIZE)
    made = Skyline(title_scenery(dark=False))
    made.arrange(Rect(0, 0, *SIZE), 1 / 3)
    made.animate(0.0, LIGHT)
    hours(made.scenery, SIZE).finish()
    while made.animate(0.0, still(LIGHT)):
        time.sleep(0)
    made.damage.clear()
    return made


def seen(skyline: Skyline) -> bytes:
    """Returns the pixels a skyline paints."""
    surface = pygame.Surface(SIZE)
    skyline.draw(surface, LIGHT)
    return pygame.image.tobytes(surface, "RGB")


def test_evening_comes_and_goes_by_small_steps() -> None:
    """The light waits, turns, rests and turns back, and never jumps between two frames."""
    length = round((2 * (MORNING + TURNING) + RESTING) * 60)
    shares = [evening(frame / 60) for frame in range(length)]

    assert (shares[0], max(shares)) == (0.0, 1.0)
    assert max(abs(a - b) for a, b in pairwise(shares)) < 1 / STEPS
    assert shares[-1] == 0.0


def test_the_same_time_gives_the_same_picture(skyline: Skyline) -> None:
    """Two ways through the same seconds end on the same pixels."""
    for _ in range(40):
        skyline.animate(0.5, LIGHT)
    by_halves = seen(skyline)
    other = Skyline(title_scenery(dark=False))
    other.arrange(skyline.rect, skyline.scale)
    other.adopt(skyline)
    other.time = 0.0
    for _ in range(200):
        other.animate(0.1, LIGHT)
    other.time = skyline.time
    other.animate(0.0, LIGHT)

    assert by_halves == seen(other)


def test_the_city_comes_up_again_in_another_size(skyline: Skyline) -> None:
    """A window made larger shows the whole city, and not only what moves in it."""
    wider = Skyline(skyline.scenery)
    wider.adopt(skyline)
    wider.arrange(Rect(0, 0, 960, 540), 1 / 2)
    hours(wider.scenery, (960, 540)).finish()
    while wider.animate(0.0, still(LIGHT)):
        time.sleep(0)

    assert sum(each.w * each.h for each in wider.damage) >= 960 * 540


def test_nothing_moves_with_reduced_motion(skyline: Skyline) -> None:
    """Once the picture is there, a still theme asks for no frame at all."""
    before = seen(skyline)

    assert skyline.animate(5.0, still(LIGHT)) is False
    assert skyline.damage == []
    assert before == seen(skyline)


def test_what_moves_is_all_that_is_painted_again(skyline: Skyline) -> None:
    """A moment of the title damages a small part of the screen."""
    skyline.animate(1 / 60, LIGHT)

    assert 0 < sum(rect.w * rect.h for rect in skyline.damage) < 0.1 * SIZE[0] * SIZE[1]


def test_painting_only_the_damage_gives_the_whole_picture(skyline: Skyline) -> None:
    """Clouds, gulls, windows and lights leave nothing behind where they were."""
    surface = pygame.Surface(SIZE)
    skyline.draw(surface, LIGHT)
    for _ in range(300):
        skyline.damage.clear()
        skyline.animate(0.4, LIGHT)
        for rect in skyline.damage:
            surface.set_clip(rect)
            skyline.draw(surface, LIGHT)
        surface.set_clip(None)

    assert pygame.image.tobytes(surface, "RGB") == seen(skyline)


def test_windows_light_one_by_one_in_the_evening(skyline: Skyline) -> None:
    """No window shines by day; in the evening they all do, and some do already at dusk in a dark window."""
    times = sorted(window.after for _, window in skyline.windows)

    assert len([each for each in times if each <= lit(DAYLIGHT, 0.0)]) == 0
    assert len([each for each in times if each <= lit(DAYLIGHT, 1.0)]) == len(times) > 120
    assert 0 < len([each for each in times if each <= lit(title_scenery(True), 0.0)]) < len(times) / 2
    assert step_of(1.0) == STEPS


def test_gulls_beat_their_wings_and_the_rest_keeps_its_shape() -> None:
    """A gull has two shapes; a tram has one."""
    shapes = {each.name: {pose(each, tick / 20) for tick in range(400)} for each in SPRITES}

    assert shapes["gull"] == {0, 1}
    assert [name for name, poses in shapes.items() if len(poses) > 1] == ["gull"]
    assert len(GLINTS) > 10


def test_a_dark_window_shows_a_dark_city(tmp_path: Path) -> None:
    """The skyline of a dark theme is drawn at dusk."""
    made = Skyline(title_scenery(dark=True))
    made.arrange(Rect(0, 0, *SIZE), 1 / 3)
    surface = pygame.Surface(SIZE)
    made.draw(surface, DARK)

    assert sum(surface.get_at((320, 10))[:3]) < 200
