"""How long it takes to collect journals: one read for its tables, and the tables of fifty written.

Run by name: `python -m pytest tests/bench -o addopts=""`. Nothing is asserted about time.
"""

from pathlib import Path

import pytest

from game.engine.state import PLAYABLE
from game.report.data.files import write_csv, write_database, write_json, write_workbook
from game.report.data.journals import read_part
from game.report.data.tables import Table, joined
from game.wording.words import words_in
from tests.session.rooms import carry_on, session


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Returns a journal of six rounds by each way of deciding."""
    folder = tmp_path_factory.mktemp("journals")
    made = {way: folder / f"{way}.jsonl" for way in PLAYABLE}
    for way, path in made.items():
        carry_on(session(path, procedure=way))
    return made


@pytest.mark.parametrize("way", PLAYABLE)
def test_one_journal_to_its_tables(benchmark, journals: dict[str, Path], way: str) -> None:
    """Read, played again move by move, and told in tables."""
    assert benchmark(read_part, [str(journals[way])], "en", {})[0].tables


@pytest.fixture(scope="module")
def fifty(journals: dict[str, Path]) -> dict[str, Table]:
    """Returns the tables of fifty sessions, the same seven many times."""
    read = [each.tables or {} for each in read_part([str(path) for path in journals.values()], "en", {})]
    return joined((read * 8)[:50])


def test_fifty_sessions_as_csv(benchmark, fifty: dict[str, Table], tmp_path: Path) -> None:
    """One file a table."""
    benchmark(write_csv, fifty, tmp_path, words_in("en"), "1")


def test_fifty_sessions_as_json(benchmark, fifty: dict[str, Table], tmp_path: Path) -> None:
    """One file."""
    benchmark(write_json, fifty, tmp_path / "t.json")


def test_fifty_sessions_as_a_workbook(benchmark, fifty: dict[str, Table], tmp_path: Path) -> None:
    """A sheet a table."""
    benchmark(write_workbook, fifty, tmp_path / "t.xlsx", words_in("en"))


def test_fifty_sessions_as_a_database(benchmark, fifty: dict[str, Table], tmp_path: Path) -> None:
    """A table each."""
    benchmark(write_database, fifty, tmp_path / "t.sqlite")
