"""A tiny sound scenario, copied where each test may spoil it."""

from pathlib import Path
from shutil import copytree

import pytest

from game.content.load import load_rulebook
from game.content.rulebook import Rulebook

HERE = Path(__file__).parent


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns the folder of a tiny scenario that stands in the current folder."""
    monkeypatch.chdir(tmp_path)
    copytree(HERE / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """Returns the shipped rulebook."""
    return load_rulebook().rulebook
