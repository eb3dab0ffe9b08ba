"""What the map costs: a frame of the table while a round's change is told, a step of it, and the memory of it all.

Run by name: `python -m pytest tests/bench/test_cityview.py -o addopts=""`. Nothing is asserted about time.
"""

import resource
import time
from pathlib import Path

import pygame
import pytest

from game.engine.phases import Phase
from game.ui.scenes.table import TableScene
from game.ui.stage import Stage
from tests.ui.rooms import play_until, room, stage

SIZE = (1920, 1080)
FRAME = 1 / 60


def opened(tmp_path: Path) -> tuple[Stage, pygame.Surface]:
    """Returns a table whose sequence is at its opening, everything drawn that it draws ahead."""
    held = room(tmp_path, procedure="mayor")
    play_until(held.session, Phase.RESOLUTION, 4)
    shown = stage({"table": TableScene}, held, SIZE, sequence=True)
    shown.open("table")
    surface = pygame.Surface(SIZE).convert()
    for _ in range(4):
        shown.tick(0.001)
    root = shown.top.root
    assert root is not None
    moving = True
    while moving:
        moving = bool([node for node in root.walk() if node.animate(FRAME, shown.frame.theme)])
        pygame.time.wait(4)
    shown.paint(surface)
    return shown, surface


def test_frames_of_a_sequence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CPU time of each frame of a whole sequence at 60 Hz: the median, the 99th percentile, the worst."""
    shown, surface = opened(tmp_path)
    scene = shown.top.scene
    assert isinstance(scene, TableScene)
    spent = []
    while scene.showing.now is not None:
        began = time.thread_time()
        shown.tick(FRAME)
        shown.paint(surface)
        spent.append((time.thread_time() - began) * 1000)
    spent.pop()  # the last lays the table out again
    spent.sort()

    with capsys.disabled():
        kept = (
            f"p50 {spent[len(spent) // 2]:.2f} ms, p99 {spent[len(spent) * 99 // 100]:.2f} ms, worst {spent[-1]:.2f} ms"
        )
        print(f"\n  {len(spent)} frames of a sequence: {kept}")
        print(f"  memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (tests included)")


def test_a_portrait_s_picture(benchmark, tmp_path: Path) -> None:
    """The picture of a changed city as SVG: what the thread beside does once a round."""
    from game.engine.reveal import shown_on_table
    from game.ui.citymap.art import city_svg
    from game.ui.citymap.portrait import portrait
    from game.ui.citymap.view import plan_of

    session = play_until(room(tmp_path, procedure="mayor").session, Phase.RESOLUTION, 4)
    seen = portrait(session.game, session.state.city, shown_on_table(session.game, session.state))
    plan = plan_of(session.game.model.scenario.city)

    assert benchmark(lambda: city_svg(plan, 1500, 760, seen))
