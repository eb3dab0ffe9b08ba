"""`whose-city check SCENARIO --play`: sessions are told, kept beside the scenario, and known when they are stale."""

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.paths import data


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns a copy of a shipped scenario in the current folder."""
    monkeypatch.chdir(tmp_path)
    copy = Path(shutil.copytree(data("scenarios", "port-clair"), tmp_path / "port-clair"))
    (copy / "balance.md").unlink(missing_ok=True)
    return copy


def change(town: Path, old: str, new: str) -> None:
    """Replaces a passage of the scenario's first file."""
    path = town / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_page_is_kept_and_known_when_it_is_stale(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--record` writes the page; `--strict` finds it true, until the scenario gives something else."""
    main(["check", "port-clair", "--play", "7", "--record", "--language", "en"])
    page = (town / "balance.md").read_text(encoding="utf-8")
    capsys.readouterr()
    main(["check", "port-clair", "--strict", "--language", "en"])
    fresh = capsys.readouterr().out
    change(town, "rounds: 6", "rounds: 5")
    code = main(["check", "port-clair", "--strict", "--language", "en"])
    stale = capsys.readouterr().out

    assert "| A tram up to the hills | mid-tech |" in page and "| Un tram jusqu’aux collines | mid-tech |" in page
    assert "balance.md" not in fresh
    assert code == 1
    assert "balance.md:1:1: warning: expected what this scenario gives today, found a page of other sessions" in stale


@pytest.mark.usefixtures("town")
def test_recording_a_scenario_asks_for_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    """`--record` alone is for rules: a sentence says so."""
    code = main(["check", "port-clair", "--record", "--language", "en"])

    assert code == 1
    assert "--record" in capsys.readouterr().err
