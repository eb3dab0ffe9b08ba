"""The first frame: what may be read before it, and that the title takes over without a jump."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.paths import data
from game.ui import curtain
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.theme import THEMES, rgb
from game.wording.catalogue import read_catalogue
from tests.ui.rooms import LANGUAGES, stage

ROOT = Path(curtain.__file__).parents[2]
SLOW = (
    "attr", "attrs", "yaml", "polib", "babel", "numpy", "jinja2", "argparse", "importlib.metadata",
    "game.cli", "game.errors", "game.content", "game.city", "game.engine", "game.bots", "game.session", "game.journal",
    "game.report", "game.ui.node", "game.ui.stage", "game.ui.skylineart", "game.wording.words",
)  # fmt: skip
"""What must not be read before the first frame."""
FLIPPED = """
import os, sys
import pygame
def flipped():
    print("\\n".join(sys.modules), flush=True)
    os._exit(0)
pygame.display.flip = flipped
sys.argv = ["whose-city"]
from game.__main__ import main
main()
"""


def started(tmp_path: Path) -> dict[str, str]:
    """Returns the surroundings of a game started with nothing kept."""
    return dict(os.environ, SDL_VIDEODRIVER="dummy", WHOSE_CITY_HOME=str(tmp_path), PYTHONPATH=str(ROOT))


def test_the_first_frame_waits_for_nothing_slow(tmp_path: Path) -> None:
    """The command shows its first frame before values, texts, rules or the tree of a screen are read."""
    run = [sys.executable, "-c", FLIPPED]
    done = subprocess.run(run, env=started(tmp_path), capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())

    assert "game.ui.curtain" in loaded
    assert sorted(loaded.intersection(SLOW)) == []


def test_the_title_reads_no_rules() -> None:
    """The title is complete, its buttons answering, before any card, rule or city is read."""
    code = "import sys, game.ui.play, game.ui.scenes.title; print('\\n'.join(sys.modules))"
    env = dict(os.environ, SDL_VIDEODRIVER="dummy", PYTHONPATH=str(ROOT))
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())

    assert "game.ui.scenes.title" in loaded
    assert sorted(loaded.intersection({"yaml", "polib", "game.content", "game.city", "game.engine"})) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 720), (1632, 918), (1920, 1080)])
def test_the_name_does_not_jump(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    """The title sets the name exactly where the first frame has it."""
    shown = stage(SCENES, Room(tmp_path), size, language)
    shown.open("title")
    name = read_catalogue(data("assets", "locale", language, "app.po")).texts["app.title"]
    first, after = pygame.Surface(size), pygame.Surface(size)

    curtain.paint_curtain(first, name)
    shown.paint(after)
    place = next(node.rect for node in shown.top.root.walk() if node.label == name)

    assert pygame.image.tobytes(first.subsurface(place), "RGB") == pygame.image.tobytes(after.subsurface(place), "RGB")


def test_the_first_frame_writes_in_the_ink_of_each_theme() -> None:
    """The inks that the first frame knows by heart are those of the themes."""
    assert curtain.INKS == {name: rgb(theme.ink) for name, theme in THEMES.items()}


def test_no_screen_is_left_to_what_comes_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no window can open, the first frame is skipped without a word: the command itself says why."""
    monkeypatch.setattr(curtain, "start", lambda accelerated: "no screen")

    assert curtain.raise_curtain("fr") is False


@pytest.mark.parametrize(("language", "told"), [("fr", "Pour réparer"), ("en", "To mend it")])
def test_an_older_pygame_in_the_way_is_told_with_its_cure(tmp_path: Path, language: str, told: str) -> None:
    """Where another package has overwritten pygame-ce, one sentence says how to mend it, and no trace is shown."""
    (tmp_path / "pygame").mkdir()
    (tmp_path / "pygame" / "__init__.py").write_text("", encoding="utf-8")
    env = started(tmp_path) | {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    run = [sys.executable, "-m", "game", "--language", language]

    done = subprocess.run(run, env=env, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False)

    assert 1 == done.returncode
    assert "pip uninstall -y pygame pygame-ce && pip install pygame-ce" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("accelerated", "hint"), [(False, "0"), (True, "1")])
def test_a_graphics_card_is_used_only_when_asked_for(tmp_path: Path, accelerated: bool, hint: str) -> None:
    """Frames are shown without a graphics card unless the settings kept say so."""
    (tmp_path / "settings.json").write_text(json.dumps({"accelerated": accelerated}), encoding="utf-8")
    code = (
        "import os; from game.ui.curtain import raise_curtain; raise_curtain('fr');"
        "print(os.environ['SDL_FRAMEBUFFER_ACCELERATION'])"
    )
    env = started(tmp_path)
    env.pop("SDL_FRAMEBUFFER_ACCELERATION", None)

    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    assert hint == done.stdout.split()[-1]
