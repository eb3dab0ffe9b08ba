"""Tables as files: formulas stay text, the codebook tells every column, many journals become one database."""

import csv
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from game.cli import main
from game.report.data import files, journals
from game.report.data.consent import consent_sheet
from game.report.data.files import write_csv, write_database, write_json, write_workbook
from game.report.data.tables import COLUMNS, Table
from game.wording.words import words_in

EVIL = '=HYPERLINK("http://x.example";"y")'
SEATS = {"seats": Table("seats", (("s", "mayor", EVIL, False, -1.5), ("s", "river", "−2 é", True, 0.25)))}


def test_a_formula_is_text_in_every_file(tmp_path: Path) -> None:
    """In CSV an apostrophe goes before it; in the workbook it is a string, and no cell is a formula or a link."""
    write_csv(SEATS, tmp_path, words_in("en"), "1")
    write_workbook(SEATS, tmp_path / "t.xlsx", words_in("en"))
    with (tmp_path / "seats.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file))[1]
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
        strings = book.read("xl/sharedStrings.xml").decode()

    assert cells == ["s", "mayor", f"'{EVIL}", "false", "-1.5"]
    assert "HYPERLINK" in strings
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_codebook_tells_every_column(tmp_path: Path, language: str) -> None:
    """Each resource names its file, and its fields are the file's columns, each with a description."""
    write_csv({name: Table(name, ()) for name in COLUMNS}, tmp_path, words_in(language), "1")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))

    for resource in package["resources"]:
        with (tmp_path / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert len(package["resources"]) == len(COLUMNS)


def test_json_and_the_database_hold_the_same(tmp_path: Path) -> None:
    """Numbers stay numbers, and what an author wrote stays as written."""
    write_json(SEATS, tmp_path / "t.json")
    write_database(SEATS, tmp_path / "t.sqlite")
    write_database(SEATS, tmp_path / "t.sqlite")
    read = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["seats"]
    base = sqlite3.connect(tmp_path / "t.sqlite")
    rows = base.execute("SELECT name, computer, moved FROM seats").fetchall()
    base.close()

    assert [(row["name"], row["computer"], row["moved"]) for row in read] == [tuple(r) for r in rows]
    assert rows[0] == (EVIL, 0, -1.5)


def test_json_is_written_as_the_library_writes_it(tmp_path: Path) -> None:
    """Column by column, byte for byte: 0 and no, 1 and yes, nothing, accents and quotes are told apart."""
    rows = (("s", 1, "mayor", 'Zoé "x"\n', 0, True, None), ("s", 0, "river", EVIL, 1, False, "mayor"))
    write_json({"presence": Table("presence", rows)}, tmp_path / "t.json")

    names = [column.name for column in COLUMNS["presence"]]
    told = [json.dumps(dict(zip(names, r, strict=True)), ensure_ascii=False, separators=(",", ":")) for r in rows]
    assert (tmp_path / "t.json").read_text(encoding="utf-8") == '{"presence":[\n' + ",\n".join(told) + "\n]}\n"


def test_journals_read_by_several_processes_come_in_their_order(workshops: Path, monkeypatch) -> None:
    """Each once, the damaged one with its reason, whoever read it."""
    sound, *_ = [path for path in sorted(workshops.glob("*.jsonl")) if path.stem != "damaged"]
    names = [sound, workshops / "damaged.jsonl", sound, sound, sound, sound, sound, sound, sound]
    monkeypatch.setattr(journals, "FEW", 4)
    monkeypatch.setattr(journals, "PART", 2)
    monkeypatch.setattr(journals.os, "cpu_count", lambda: 2)

    with journals.processes(len(names)) as pool:
        assert pool is not None
        found = dict(journals.each_read(names, "en", {}, pool))

    assert found == dict(journals.each_read(names, "en", {}, None))
    assert [bool(found[place].fault) for place in range(len(names))] == [path.stem == "damaged" for path in names]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sheet_of_consent_asks_nothing_of_the_internet(language: str) -> None:
    """It is whole in one file."""
    page = consent_sheet(words_in(language))

    assert "http://" not in page and "https://" not in page and "<script" not in page


@pytest.fixture(scope="module")
def workshops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder of three journals, one of them damaged."""
    folder = tmp_path_factory.mktemp("workshops")
    for way in ("mayor", "consent"):
        main(["demo", "--terminal", "--rounds", "2", "--seed", "4", "--decide", way, "--sessions", str(folder)])
    first = sorted(folder.glob("*.jsonl"))[0]
    shutil.copy(first, folder / "damaged.jsonl")
    text = (folder / "damaged.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "damaged.jsonl").write_text("".join([text[0], text[1].replace('"n":1', '"n":7'), *text[2:]]))
    return folder


def test_workshops_are_collected_and_a_damaged_one_is_named(
    workshops: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sound ones are in the database and in the report; the damaged one is named with its reason; the exit is 1."""
    code = main(["collect", str(workshops), "--language", "en"])
    said = capsys.readouterr()
    out = workshops / "collected"
    base = sqlite3.connect(out / "workshops.sqlite")
    ways = {row[0] for row in base.execute("SELECT way FROM sessions")}
    base.close()
    page = (out / "report.en.html").read_text(encoding="utf-8")

    assert (code, ways) == (1, {"mayor", "consent"})
    assert said.out.startswith("2 sessions collected")
    assert "Left out: damaged.jsonl" in said.err and "damaged.jsonl" in page
    assert "Only 2 sessions" in page
    assert {each.name for each in out.iterdir()} >= {"tables.xlsx", "tables.json", "datapackage.json", "pooled.csv"}


def test_a_session_is_counted_once_whatever_its_copies(
    workshops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy in a folder of its own, of the same name, is named by its folder; it is no fault."""
    journal = next(path for path in sorted(workshops.glob("*.jsonl")) if path.stem != "damaged")
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        shutil.copy(journal, tmp_path / place / "one.jsonl")
    code = main(["collect", str(tmp_path), "--language", "en"])
    said = capsys.readouterr()

    assert 0 == code
    assert said.out.startswith("1 session collected")
    told = f"{Path('b/one.jsonl')} is a copy of {Path('a/one.jsonl')}: the session counts once."
    assert [told] == said.err.splitlines()
    assert told in (tmp_path / "collected" / "report.en.html").read_text(encoding="utf-8")


def test_a_copy_beside_its_original_is_the_one_left_out(
    workshops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though `one-copy.jsonl` comes before `one.jsonl` by its letters."""
    journal = next(path for path in sorted(workshops.glob("*.jsonl")) if path.stem != "damaged")
    for name in ("one.jsonl", "one-copy.jsonl"):
        shutil.copy(journal, tmp_path / name)

    assert 0 == main(["collect", str(tmp_path), "--language", "en"])
    told = "one-copy.jsonl is a copy of one.jsonl: the session counts once."
    assert [told] == capsys.readouterr().err.splitlines()


def test_a_city_that_is_not_installed_is_collected_from_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its folder the journal is named and left out, and the sentence says what to give."""
    folder, sessions = tmp_path / "elsewhere", tmp_path / "sessions"
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    main(["new", str(folder)])
    main(["demo", "--terminal", "--scenario", str(folder), "--rounds", "2", "--sessions", str(sessions)])
    capsys.readouterr()

    assert main(["collect", str(sessions), "--language", "en"]) == 1
    assert "--scenario" in capsys.readouterr().err
    assert main(["collect", str(sessions), "--scenario", str(folder), "--language", "en"]) == 0


def test_a_long_table_is_left_to_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook has no sheet of it; its first sheet says where the rows are."""
    monkeypatch.setattr(files, "LONGEST", 1)
    write_workbook(SEATS, tmp_path / "t.xlsx", words_in("en"))
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
        strings = book.read("xl/sharedStrings.xml").decode()

    assert len(sheets) == 1
    assert "seats.csv" in strings and "2 rows" in strings


def test_one_session_is_exported_beside_its_page(workshops: Path, tmp_path: Path) -> None:
    """`report --data` writes its tables, without a database."""
    journal = next(path for path in sorted(workshops.glob("*.jsonl")) if path.stem != "damaged")
    code = main(["report", str(journal), "--data", str(tmp_path / "data"), "--language", "fr"])

    assert code == 0
    assert (tmp_path / "data" / "levels.csv").is_file() and (tmp_path / "data" / "consent.fr.html").is_file()
    assert not (tmp_path / "data" / "workshops.sqlite").exists()


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says what was expected and where."""
    code = main(["collect", str(tmp_path), "--language", "en"])

    assert code == 1
    assert "There is no session’s journal" in capsys.readouterr().err
