"""A variant is named like a scenario on the command line, and its sessions find it again."""

from pathlib import Path

import pytest

from game.cli import main
from game.journal.file import read_journal

NAME = "opsroom-1972/los-angeles"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Returns the journal of a short session of the variant."""
    told = ["--seed", "3", "--rounds", "2", "--terminal", "--sessions", str(tmp_path / "sessions"), "--language", "en"]
    assert 0 == main(["demo", "--scenario", NAME, *told])
    (path,) = (tmp_path / "sessions").glob("*.jsonl")
    return path


def test_a_session_of_a_variant_is_replayed_reported_and_collected(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first line of its journal names the variant; nothing else has to be said."""
    assert NAME == read_journal(journal).header.scenario
    assert "opsroom-1972-los-angeles-3" in journal.name
    for verb in (["replay", str(journal)], ["report", str(journal)], ["collect", str(journal.parent)]):
        assert 0 == main([*verb, "--language", "en"])

    pages = [path.read_text(encoding="utf-8") for path in journal.parent.glob("*.html")]
    assert [True] == ["Los Angeles, 1966" in page for page in pages]
    assert NAME in (journal.parent / "collected" / "sessions.csv").read_text(encoding="utf-8")


def test_a_journal_of_the_variant_is_not_one_of_its_scenario(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Replayed on the scenario, it is refused, and told which it wants."""
    assert 1 == main(["replay", str(journal), "--scenario", "opsroom-1972", "--language", "en"])
    assert NAME in capsys.readouterr().err


def test_a_variant_is_planned_and_printed_under_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plan keeps the name; printed sheets carry it in their file names, without a folder of their own."""
    plan = tmp_path / "plan.yaml"

    assert 0 == main(["plan", "--scenario", NAME, "--output", str(plan), "--language", "en"])
    assert f"scenario: {NAME}" in plan.read_text(encoding="utf-8").replace('"', "")
    assert 0 == main(["plan", str(plan), "--language", "en"])
    assert 0 == main(["print", "--scenario", NAME, "--only", "map", "--output", str(tmp_path), "--language", "en"])
    assert (tmp_path / "opsroom-1972-los-angeles-map.en.pdf").is_file()
