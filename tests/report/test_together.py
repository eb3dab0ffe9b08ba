"""Tables of one scenario stand side by side, and what can't be compared is refused in one sentence."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve

from game.cli import main
from game.cli.codes import DONE, FAULTS
from game.engine.seating import Gather
from game.errors import GameError
from game.journal.entries import Told
from game.journal.file import read_journal
from game.report import gathering
from game.report.gathering import gathered, write_together
from game.report.together import put_together
from game.wording.errors import sentence
from game.wording.words import words_in
from tests.session.rooms import carry_on, session


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Returns the journals of three tables, one of them cut short."""
    folder = tmp_path_factory.mktemp("tables")
    paths = [folder / f"table-{seed}.jsonl" for seed in (1, 2, 3)]
    for seed, (path, way) in enumerate(zip(paths, ("majority", "mayor", "consent"), strict=True), 1):
        table = session(path, seed, procedure=way, rounds=2)
        table.submit(Gather("residents", ("Zoé",)))
        carry_on(table, 8 if seed == 3 else None)
        table.close()
    return paths


def test_each_table_is_told_as_it_ended(journals: list[Path]) -> None:
    """The order given numbers them; gauges, choices and groups are those of their own sessions."""
    sessions = gathered(journals)
    told = put_together(sessions, words_in("en"))

    assert [(1, "table-1"), (2, "table-2"), (3, "table-3")] == [(each.number, each.journal) for each in told.tables]
    assert [True, True, False] == [each.over for each in told.tables]
    for (_, held), table in zip(sessions, told.tables, strict=True):
        assert len(held.cities) == len(table.series[0].values)
        assert len(told.challenges) == len(table.choices)
    low, high = told.spread(0)
    assert low <= min(each.series[0].values[-1] for each in told.tables) <= high


def test_tables_agree_where_all_took_the_same(journals: list[Path]) -> None:
    """A table compared with a copy of itself agrees on all that it decided."""
    told = put_together([gathered(journals)[0]] * 2, words_in("en"))

    assert told.agreed == sum(choice is not None for choice in told.tables[0].choices)
    assert told.same_luck


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_asks_for_nothing_from_outside(journals: list[Path], tmp_path: Path, language: str) -> None:
    """One file, its style let through by its digest, no script and no address."""
    page = write_together(journals, words_in(language), tmp_path / "tables.html").read_text(encoding="utf-8")

    assert "style-src 'sha256-" in page
    assert not any(outside in page for outside in ("<script", "src=", "@import", 'href="http'))
    assert page.count("<svg") == 1


def test_names_of_people_stay_in_their_journals(tmp_path: Path, journals: list[Path]) -> None:
    """Tables are numbered; who sat at them is counted."""
    page = write_together(journals, words_in("en"), tmp_path / "tables.html").read_text(encoding="utf-8")

    assert "Table 3" in page
    assert "Zoé" not in page


def test_too_few_and_the_same_twice_are_refused(journals: list[Path], tmp_path: Path) -> None:
    """Two different sessions at least; a copy under another name is the same one."""
    copy = Path(shutil.copy(journals[0], tmp_path / "copy.jsonl"))
    alone = ([journals[0]] * 2, "error.merge_named"), ([journals[0], copy], "error.merge_twice")
    for asked, key in ((journals[:1], "error.merge_few"), *alone):
        with pytest.raises(GameError) as refused:
            gathered(asked)
        assert key == refused.value.key
        assert all(sentence(refused.value, words_in(each)) for each in ("fr", "en"))


def test_a_table_told_twice_is_there_once(
    journals: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy is named on the page and at the end of the command, which ends well."""
    copy, page = Path(shutil.copy(journals[0], tmp_path / "copy.jsonl")), tmp_path / "tables.html"
    code = main(["merge", *map(str, [*journals[:2], copy]), "--output", str(page), "--language", "en"])
    told, line = page.read_text(encoding="utf-8"), "copy.jsonl is a copy of table-1.jsonl: the session counts once."

    assert (DONE, line) == (code, capsys.readouterr().err.strip())
    assert line in told and "Table 2" in told and "Table 3" not in told


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("error.merge_scenario", {"scenario": "quai-neuf"}),
        ("error.merge_rules", {"pack": "other"}),
        ("error.merge_version", {"hashes": {"city.yaml": "0"}}),
    ],
)
def test_another_scenario_rules_or_version_is_one_sentence(
    journals: list[Path], monkeypatch: pytest.MonkeyPatch, key: str, change: dict
) -> None:
    """The file, the first table's, and what differs are named."""

    def read(path: Path) -> Told:
        told = read_journal(path)
        return evolve(told, header=evolve(told.header, **change)) if path == journals[1] else told

    monkeypatch.setattr(gathering, "read_journal", read)
    with pytest.raises(GameError) as refused:
        gathered(journals)

    assert key == refused.value.key
    told = sentence(refused.value, words_in("en"))
    assert "table-2" in told
    assert "table-1" in told


def test_the_verb_writes_beside_the_first_journal(journals: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """It says where, and ends well; a single journal ends with a fault and one sentence."""
    assert DONE == main(["merge", *map(str, journals), "--language", "en"])
    assert str(journals[0].with_name("tables.en.html")) in capsys.readouterr().out
    assert FAULTS == main(["merge", str(journals[0]), "--language", "en"])
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
