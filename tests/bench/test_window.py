"""How long the window takes, by name: start to the first frame, frames at rest, moving and whole, and memory.

Run by name: `python -m pytest tests/bench/test_window.py -o addopts="" -s`. Times are CPU times of one thread, in
milliseconds, at 1920 × 1080; nothing is asserted about them. The goals stand beside each figure (`GOALS`).
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pygame
import pytest

from game.engine.phases import Phase
from game.ui.commands import Pause
from game.ui.labels import Bar
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.skyline import Skyline, hours
from game.ui.stage import Stage
from game.ui.sweeping import sweep, sweep_seldom
from tests.ui.rooms import everyone, picture, play_until, room, stage

ROOT = Path(__file__).parents[2]
SIZE = (1920, 1080)
STARTS: Final = 9
GOALS: Final = {
    "first frame": "≤ 1.5 times the empty window", "idle": "0 painted", "moving": "p99 ≤ 2 ms",
    "built": "p99 ≤ 50 ms", "whole": "p99 ≤ 6 ms", "first": "p99 ≤ 16 ms", "memory": "≤ 120 MB",
}  # fmt: skip
EMPTY = """
import os
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1632, 918)).fill((238, 241, 245))
pygame.display.flip()
os._exit(0)
"""
COMMAND = """
import os, sys
sys.argv = ["whose-city"]
if {first}:
    import pygame
    def flipped(flip=pygame.display.flip):
        flip()
        os._exit(0)
    pygame.display.flip = flipped
else:
    import pygame
    def shown(rects, update=pygame.display.update):
        update(rects)
        os._exit(0)
    pygame.display.update = shown
from game.__main__ import main
main()
"""
WITH_MAP = """
from pathlib import Path
import pygame
from game.engine.phases import Phase
from tests.ui.rooms import everyone, picture, play_until, room, stage
from game.ui.scenes import SCENES
held = room(Path("{folder}"), everyone()[:2])
play_until(held.session, Phase.PROPOSAL, 1)
shown = stage(SCENES, held, (1920, 1080))
shown.open("table")
picture(shown, Path("{folder}") / "table.png")
pages = int(Path("/proc/self/statm").read_text().split()[1])
print(pages * 4096 / 1e6)
"""


def told(capsys: pytest.CaptureFixture[str], goal: str, name: str, figure: str) -> None:
    """Prints one figure beside its goal, whatever pytest captures."""
    with capsys.disabled():
        print(f"\n{name}: {figure} (goal: {GOALS[goal]})")


def frames(count: int, frame: Callable[[], object]) -> str:
    """Returns p50 and p99 of the CPU time of a frame, in milliseconds."""
    taken = []
    for _ in range(count):
        begun = time.thread_time_ns()
        frame()
        taken.append((time.thread_time_ns() - begun) / 1e6)
    taken.sort()
    return f"p50 {taken[len(taken) // 2]:.2f} ms, p99 {taken[int(len(taken) * 0.99)]:.2f} ms"


def started(code: str, home: Path) -> float:
    """Returns the CPU milliseconds of a fresh interpreter that runs the code."""
    env = dict(os.environ, SDL_VIDEODRIVER="dummy", PYTHONPATH=str(ROOT), WHOSE_CITY_HOME=str(home))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def test_start_to_first_frame(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command `whose-city`, spawn to the first flip and to the whole title, beside an empty window in turn."""
    codes = {"empty": EMPTY, "first frame": COMMAND.format(first=True), "title": COMMAND.format(first=False)}
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(STARTS):
        for name, code in codes.items():
            taken[name].append(started(code, tmp_path))

    empty = statistics.median(taken["empty"])
    for name, each in taken.items():
        middle = statistics.median(each)
        told(capsys, "first frame", name, f"{middle:.0f} ms CPU, {middle / empty:.2f} times the empty window")


@pytest.fixture
def table(tmp_path: Path) -> tuple[Stage, pygame.Surface]:
    """Returns the table in a decision, painted once, everything settled."""
    held = room(tmp_path, everyone()[:2])
    play_until(held.session, Phase.PROPOSAL, 1)
    held.handle(Pause(True))
    shown = stage(SCENES, held, SIZE)
    shown.open("table")
    picture(shown, tmp_path / "table.png")
    sweep_seldom()
    sweep()
    return shown, pygame.Surface(SIZE)


def opened(tmp_path: Path, name: str, **settings: object) -> Stage:
    """Returns the title, or an end screen, its skyline drawn and come up."""
    held = Room(tmp_path)
    if name == "ending":
        held = room(tmp_path)
        play_until(held.session, Phase.ENDED)
    shown = stage(SCENES, held, SIZE, **settings)
    shown.open(name)
    skyline = next(node for node in shown.top.root.walk() if isinstance(node, Skyline))
    shown.tick(0.01)
    hours(skyline.scenery, skyline.rect.size).finish()
    for _ in range(100):
        shown.tick(1 / 60)
    shown.paint(pygame.display.get_surface())
    return shown


@pytest.mark.parametrize("name", ["title", "ending"])
def test_a_skyline_at_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """With reduced motion the picture stands still: nothing is painted, and the loop sleeps."""
    shown = opened(tmp_path, name, reduced_motion=True)
    surface, before = pygame.display.get_surface(), shown.painted
    moving = [shown.tick(1 / 60) for _ in range(600)]
    figure = frames(600, lambda: shown.paint(surface))

    told(capsys, "idle", f"{name} at rest", f"{shown.painted - before} painted of 600, {figure}")
    assert not any(moving)


def test_a_living_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two minutes of the title: the evening comes, windows light, tram, ferry and gulls go by."""
    shown = opened(tmp_path, "title")
    surface = pygame.display.get_surface()

    def frame() -> None:
        shown.tick(1 / 60)
        pygame.display.update(shown.paint(surface))

    told(capsys, "moving", "title alive", frames(7200, frame))


def test_a_table_at_rest(capsys: pytest.CaptureFixture[str], table: tuple[Stage, pygame.Surface]) -> None:
    """Nothing has changed: nothing is painted."""
    shown, surface = table
    before = shown.painted

    figure = frames(600, lambda: shown.paint(surface))

    told(capsys, "idle", "table at rest", f"{shown.painted - before} painted of 600, {figure}")
    assert shown.painted == before


def test_a_table_with_four_gauges_moving(
    capsys: pytest.CaptureFixture[str], table: tuple[Stage, pygame.Surface]
) -> None:
    """Four bars glide: only they are painted again."""
    shown, surface = table
    bars = [node for node in shown.top.root.walk() if isinstance(node, Bar)][:4]

    def frame() -> None:
        for bar in bars:
            bar.invalidate()
        shown.tick(1 / 60)
        shown.paint(surface)

    told(capsys, "moving", "table, four gauges moving", frames(1200, frame))


def test_a_table_built_again(capsys: pytest.CaptureFixture[str], table: tuple[Stage, pygame.Surface]) -> None:
    """A move has been made: the tree is built, laid out and painted anew."""
    shown, surface = table

    def frame() -> None:
        shown.refresh()
        shown.paint(surface)

    told(capsys, "built", "table, after a move", frames(100, frame))


@pytest.mark.parametrize("name", ["title", "table", "ending"])
def test_a_whole_frame(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: tuple[Stage, pygame.Surface], name: str
) -> None:
    """Everything is painted again, as after a resize."""
    shown, surface = table if name == "table" else (opened(tmp_path, name), pygame.Surface(SIZE))

    def frame() -> None:
        shown.top.root.damage.append(surface.get_rect())
        shown.paint(surface)

    told(capsys, "whole", f"{name}, whole", frames(300, frame))


def test_a_whole_frame_never_painted_before(
    capsys: pytest.CaptureFixture[str], table: tuple[Stage, pygame.Surface]
) -> None:
    """The same of a tree just built: every node draws for the first time."""
    shown, surface = table

    def frame() -> float:
        shown.refresh()
        begun = time.thread_time_ns()
        shown.paint(surface)
        return (time.thread_time_ns() - begun) / 1e6

    taken = sorted(frame() for _ in range(100))
    told(capsys, "first", "table, whole for the first time", f"p50 {taken[50]:.2f} ms, p99 {taken[98]:.2f} ms")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read as Linux tells it")
def test_memory_with_the_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A process that shows the table with its map at 1920 × 1080."""
    env = dict(os.environ, SDL_VIDEODRIVER="dummy", PYTHONPATH=str(ROOT))
    run = [sys.executable, "-c", WITH_MAP.format(folder=tmp_path)]
    done = subprocess.run(run, env=env, capture_output=True, text=True, check=True)

    told(capsys, "memory", "memory with the map", f"{float(done.stdout.split()[-1]):.0f} MB")
