"""The questionnaire and its sheets: every fault has its place and its sentence, in both languages."""

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.content.answersheets import AnswerSheet, When, as_csv, read_answers
from game.content.keptsheets import WAITING, beside, claim, keep, kept
from game.content.load_questions import load_questions, questions_file
from game.content.questions import Licence
from game.errors import ContentError
from game.paths import data
from tests.learning.rooms import answered

ASKED = load_questions()
SHIPPED = data("rules", "questions.yaml").read_text(encoding="utf-8")
HEAD = "ticket,moment,crossing,a_say\n"


def test_the_shipped_items_may_be_used() -> None:
    """Each has a source; each source a licence that allows it, and all but our own a place to read it."""
    assert {item.source for item in ASKED.items} == set(ASKED.sources)
    assert all(origin.link for origin in ASKED.sources.values() if origin.licence is not Licence.OWN)


def test_ones_own_questionnaire_takes_the_place_of_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A teacher's copy in the home folder is asked."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "questions.yaml").write_text(SHIPPED.replace("a_say", "my_say"), encoding="utf-8")

    assert questions_file().parent == tmp_path / "rules"
    assert "my_say" in {item.id for item in load_questions().items}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("right: 3", "right: 4", "expected the number of one of the 3 answers, found 4"),
        ("part: intent", "part: knowledge", "expected affect or intent"),
        ("licence: public-domain", "licence: all rights reserved", "expected one of own, public-domain"),
        ("source: ipip", "source: ippi", "expected a key of “sources”, found “ippi”"),
        ("id: a_say", "id: crossing", "crossing"),
        ("value: 95", "value: 101", "expected a number from 50 to 99.9, found 101"),
    ],
)
def test_a_fault_of_the_questionnaire_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    """At its line, by `whose-city check`."""
    path = tmp_path / "questions.yaml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")

    assert main(["check", str(path), "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert told in said
    assert f"{path}:" in said


def test_the_rules_are_checked_with_their_questionnaire(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever keeps a folder of rules keeps its questions sound, too."""
    folder = Path(shutil.copytree(data("rules"), tmp_path / "rules"))
    (folder / "questions.yaml").write_text(SHIPPED.replace("right: 3", "right: 4", 1), encoding="utf-8")

    assert main(["check", str(folder), "--language", "en"]) == 1
    assert "expected the number of one of the 3 answers" in capsys.readouterr().out


def test_a_sound_questionnaire_is_called_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """The one that is shipped."""
    assert main(["check", str(data("rules", "questions.yaml")), "--language", "en"]) == 0
    assert "questions.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "102,before,1,3\n", ":2:1: expected the number of the sheet, whose last digit checks the others"),
        (HEAD + "101,now,1,3\n", ":2:2: expected before or after, found “now”"),
        (HEAD + "101,before,4,3\n", ":2:3: crossing: expected a number from 0 to 3, or nothing, found “4”"),
        (HEAD + "101,before,1,0\n", ":2:4: a_say: expected a number from 1 to 5, or nothing, found “0”"),
        (HEAD + "101,before,1,3,5\n", ":2:5: expected at most 4 cells, as on the first line, found 5"),
        (HEAD + "101,before,1,3\n101,avant,1,3\n", ":3:1: expected one sheet for each number and moment; 101"),
        ("ticket,moment,crossng\n101,before,1\n", ":1:3: expected the name of an item of the questionnaire"),
        ("ticket,moment,a_say,a_say\n101,before,1,1\n", ":1:4: expected each item once"),
        ("name,moment,a_say\n101,before,1\n", ":1:1: expected a first line of ticket, moment"),
        (HEAD, "expected a line of answers for each person, found none"),
        ("", "expected a line of answers for each person, found none"),
    ],
)
def test_a_damaged_table_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    """One sentence a fault: what was expected, what was found, where."""
    path = tmp_path / "sheets.csv"
    path.write_text(text, encoding="utf-8")

    assert main(["learning", str(path), "--language", "en"]) == 1
    assert told in capsys.readouterr().out


def test_spreadsheets_may_write_it_their_way(tmp_path: Path) -> None:
    """Semicolons, capitals, French moments, items in another order and left out, blank lines."""
    path = tmp_path / "sheets.csv"
    path.write_text("\ufeffTicket;Moment;A_say;Crossing\n101;Avant;5;\n;;;\n101;après;4;0\n", encoding="utf-8")

    assert read_answers((path,), ASKED) == (
        AnswerSheet(101, When.BEFORE, {"a_say": 5}),
        AnswerSheet(101, When.AFTER, {"a_say": 4, "crossing": 0}),
    )


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    """By ticket, so that the order of answering leaves no trace; without sheets there is no file."""
    path, sheets = tmp_path / "s.learning.csv", answered(ASKED, 12)
    keep(path, reversed(sheets), ASKED)

    assert set(map(str, kept(path, ASKED))) == set(map(str, sheets))
    assert path.read_text(encoding="utf-8") == as_csv(sheets, ASKED)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]

    keep(path, (), ASKED)

    assert kept(path, ASKED) == () and not path.exists()


def test_sheets_that_wait_go_with_the_session_that_begins(tmp_path: Path) -> None:
    """They take its name; without any nothing happens."""
    journal = tmp_path / "one.jsonl"
    claim(tmp_path, journal)
    keep(tmp_path / WAITING, answered(ASKED, 2), ASKED)
    claim(tmp_path, journal)

    assert [file.name for file in tmp_path.iterdir()] == [beside(journal).name]


def test_a_table_to_fill_in_is_sound_once_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file, the command gives the columns and two lines a ticket."""
    assert main(["learning", "--people", "6", "--language", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    path = tmp_path / "sheets.csv"
    items = len(ASKED.items)
    filled = [line.removesuffix("," * items) + ",1" * items for line in lines[1:]]
    path.write_text("\n".join([lines[0], *filled]), encoding="utf-8")

    assert len(read_answers((path,), ASKED)) == 12


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Exception, match="answers_unwritable"):
        keep(tmp_path / "file" / "s.csv", answered(ASKED, 1), ASKED)


def test_every_fault_of_every_file_is_told(tmp_path: Path) -> None:
    """Two files together, a ticket twice across them."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(HEAD + "101,before,1,3\n117,before,9,9\n", encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_answers((tmp_path / "a.csv", tmp_path / "b.csv"), ASKED)

    assert [problem.rule for problem in caught.value.problems] == [
        "not_an_answer", "not_an_answer", "ticket_twice", "not_an_answer", "not_an_answer",
    ]  # fmt: skip
