"""How long the window takes: start to the first frame, and a frame of the table at rest, animated and whole.

Run by name: `python -m pytest tests/bench -o addopts=""`. Nothing is asserted about time; compare within one run.
"""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.engine.phases import Phase
from game.ui.labels import Bar
from game.ui.stage import Stage
from tests.ui.rooms import everyone, picture, play_until, room, stage

ROOT = Path(__file__).parents[2]
SIZE = (1920, 1080)
EMPTY = """
import os
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1632, 918)).fill((238, 241, 245))
pygame.display.flip()
"""
TITLE = """
from pathlib import Path
from game.ui.app import App, first_size, open_display
from game.ui.play import _given
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from game.ui.scene import Settings
from game.wording.words import words_in
open_display()
room = Room(Path("sessions"))
stage = Stage({name: _given(room, scene) for name, scene in SCENES.items()}, words_in, (1632, 918), Settings())
app = App(stage, "title")
stage.open("title")
app.step([], 0.0)
"""


@pytest.mark.parametrize(("name", "code"), [("empty window", EMPTY), ("title", TITLE)])
def test_start_to_first_frame(benchmark, name: str, code: str) -> None:
    """A fresh interpreter to the first flip, beside an empty pygame-ce window in the same run."""
    home = dict(os.environ, SDL_VIDEODRIVER="dummy", PYTHONPATH=str(ROOT))
    run = [sys.executable, "-c", code]
    benchmark.name = f"first frame: {name}"

    done = benchmark.pedantic(
        lambda: subprocess.run(run, env=home, capture_output=True, check=False), rounds=9, warmup_rounds=1
    )

    assert done.returncode == 0


@pytest.fixture
def table(tmp_path: Path) -> tuple[Stage, pygame.Surface]:
    """Returns the table in a decision, painted once, everything settled."""
    from game.ui.scenes.table import TableScene

    held = room(tmp_path, everyone()[:2])
    play_until(held.session, Phase.PROPOSAL, 1)
    shown = stage({"table": TableScene}, held, SIZE)
    shown.open("table")
    picture(shown, tmp_path / "table.png")
    return shown, pygame.Surface(SIZE)


def test_a_table_frame_at_rest(benchmark, table: tuple[Stage, pygame.Surface]) -> None:
    """Nothing has changed: nothing is painted."""
    shown, surface = table

    assert benchmark(shown.paint, surface) == []


def test_a_table_frame_with_four_gauges_moving(benchmark, table: tuple[Stage, pygame.Surface]) -> None:
    """Four bars glide: only they are painted again."""
    shown, surface = table
    bars = [node for node in shown.top.root.walk() if isinstance(node, Bar)][:4]

    def frame() -> int:
        for bar in bars:
            bar.invalidate()
        return len(shown.paint(surface))

    assert benchmark(frame) > 0


def test_a_whole_table_frame(benchmark, table: tuple[Stage, pygame.Surface]) -> None:
    """Everything is painted again, as after a resize."""
    shown, surface = table

    def frame() -> int:
        shown.top.root.damage.append(surface.get_rect())
        return len(shown.paint(surface))

    assert benchmark(frame) == 1
