"""What the house promises about itself."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from game import paths
from game.errors import GameError

GAME = Path(paths.__file__).parent
HEAVY = ("numpy", "asyncio", "jsonschema", "jinja2", "babel", "hypothesis")
"""What starting the window must not load."""


def imported_by(module: Path, known: set[str]) -> set[str]:
    """Returns the modules of the game that one names in its imports, late ones and those for types included."""
    named = [each for each in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(each, ast.ImportFrom)]
    whole = {f"{each.module}.{alias.name}" for each in named for alias in each.names}
    return {name for name in (*whole, *(str(each.module) for each in named)) if name in known}


def loaded_after(code: str) -> set[str]:
    """Returns the modules a fresh interpreter holds after running code."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=GAME.parent)
    return set(done.stdout.split())


def test_no_two_modules_know_each_other() -> None:
    """Every module can be read after those that it names: no ring of imports, not even of names for types."""
    files = {".".join(path.relative_to(GAME.parent).with_suffix("").parts): path for path in GAME.rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in files.items()}
    imports = {name: imported_by(path, {*modules}) - {name} for name, path in modules.items()}

    try:
        order = [*TopologicalSorter(imports).static_order()]
    except CycleError as ring:
        pytest.fail(" → ".join(ring.args[1]))

    assert order.index("game.errors") < order.index("game.engine.step") < order.index("game.ui.app")


def test_the_window_starts_lean() -> None:
    """Importing everything the window's first screen needs loads no array, network or schema package."""
    modules = loaded_after("import game.ui.play, game.ui.scenes.title")

    assert sorted(modules.intersection(HEAVY)) == []


def test_the_command_line_starts_without_pygame_and_yaml() -> None:
    """`whose-city --version` reads neither pygame nor YAML."""
    modules = loaded_after("import game.cli\ntry: game.cli.main(['--version'])\nexcept SystemExit: pass")

    assert sorted(modules.intersection({"pygame", "yaml", *HEAVY})) == []


def test_data_folders_are_found_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder named by the user counts only when it holds assets, scenarios and rules."""
    monkeypatch.setenv("WHOSE_CITY_DATA", str(tmp_path))
    paths.data_root.cache_clear()
    try:
        with pytest.raises(GameError) as refused:
            paths.data_root()
    finally:
        monkeypatch.undo()
        paths.data_root.cache_clear()

    assert refused.value.values["tried"] == str(tmp_path)


def test_a_checkout_wins_over_a_stale_copy() -> None:
    """From a checkout, data come from the checkout itself."""
    if (GAME / "_data").exists():
        pytest.skip("runs from an installed copy")

    assert paths.data_root() == GAME.parent
