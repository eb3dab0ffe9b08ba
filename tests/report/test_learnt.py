"""What the room learnt, on the page, in tables and on paper: the same figures, and authors' text as text."""

import csv
from pathlib import Path

import pytest
from attrs import evolve

from game.cli import main
from game.content.answersheets import When
from game.content.keptsheets import beside, keep
from game.content.load import load_rulebook, load_scenario
from game.content.load_questions import load_questions
from game.content.shapes import Text
from game.learning.pairs import learnt
from game.paths import data
from game.printing import ASKED as ON_DEMAND
from game.printing import chosen
from game.report import charts
from game.report.asked import learnt_beside
from game.report.data.codebook import codebook
from game.report.data.learnt import pooled_learning, tables_of_sheets
from game.report.data.tables import ASKED as TABLES
from game.report.data.tables import COLUMNS
from game.report.learnt import finding, notes
from game.report.page import render
from game.report.prints.kinds import KINDS
from game.report.prints.questionnaire import questionnaire_sheet
from game.report.prints.sheets import Sheets
from game.report.prints.typesetting import overflowing, pictures, typeset
from game.wording.words import words_in
from tests.learning.rooms import answered
from tests.report.sample import debrief
from tests.ui.rooms import LANGUAGES

QUESTIONS = load_questions()
EVIL = '<script>alert(1)</script> =1+1 #read("/etc/passwd") $x$ *b*'
TOLD = Text({"fr": EVIL, "en": EVIL})
ODD = evolve(
    QUESTIONS,
    questions=tuple(evolve(item, ask=TOLD, because=TOLD) for item in QUESTIONS.questions),
    statements=tuple(evolve(item, say=TOLD) for item in QUESTIONS.statements),
)


def read(path: Path) -> list[dict[str, str]]:
    """Returns the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def workshops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder of three sessions: two asked twice, of which one with a damaged file, and one that was not."""
    folder = tmp_path_factory.mktemp("workshops")
    for seed, name in (("4", "first"), ("5", "second"), ("6", "third")):
        main(["demo", "--terminal", "--rounds", "2", "--seed", seed, "--sessions", str(folder / "new")])
        next((folder / "new").glob("*.jsonl")).rename(folder / f"{name}.jsonl")
    first = folder / "first.jsonl"
    keep(beside(first), answered(QUESTIONS, 14, 1), QUESTIONS)
    keep(beside(folder / "second.jsonl"), answered(QUESTIONS, 9, 2), QUESTIONS)
    beside(folder / "third.jsonl").write_text("ticket,moment,crossing\n102,before,1\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_it(language: str) -> None:
    """Finding, chart, both tables, the right answers, and what must be said beside them."""
    words, found = words_in(language), learnt(QUESTIONS, answered(QUESTIONS, 14))
    assert found is not None

    page = render(evolve(debrief(language), learnt=found), words)

    assert 'id="learning-t"' in page and 'id="learning-n-t"' in page
    assert words.say("learning.part.knowledge") in page
    assert all(words.of(item.because) in page for item in QUESTIONS.questions)
    assert "learning-title" not in render(debrief(language), words)


def test_what_a_teacher_wrote_stays_text_on_the_page() -> None:
    """Mark-up in a question is shown letter by letter."""
    words, found = words_in("en"), learnt(ODD, answered(ODD, 14))

    page = render(evolve(debrief("en"), learnt=found), words)

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_room_shows_no_figure(language: str) -> None:
    """Four pairs: how many there are, and nothing that could point at somebody."""
    words, found = words_in(language), learnt(QUESTIONS, answered(QUESTIONS, 4))
    assert found is not None

    told = " ".join([finding(found, words), *notes(found, words)])

    assert "4" in told and "%" not in told


@pytest.mark.parametrize("width", [350, 1000])
def test_the_marks_of_a_chart_stay_inside_it(width: float) -> None:
    """On a page and on a telephone."""
    found = learnt(QUESTIONS, answered(QUESTIONS, 14))
    assert found is not None

    drawing = charts.learnt(found, words_in("fr"), "t", width)

    boxes = [mark.extent for mark in drawing.marks if isinstance(mark, charts.Text)]
    assert all(0 <= left and right <= width and 0 <= top and low <= drawing.height for left, top, right, low in boxes)


def test_tables_are_of_the_columns_they_say() -> None:
    """Every row has a cell for each column; numbers of people are not those of their tickets."""
    sheets = answered(QUESTIONS, 14)
    tables = tables_of_sheets(sheets, QUESTIONS, words_in("en"), "s")

    assert set(tables) == set(TABLES)
    assert all(len(row) == len(COLUMNS[name]) for name, table in tables.items() for row in table.rows)
    assert {row[1] for row in tables["answers"].rows} == set(range(1, 15))
    assert codebook(words_in("en"), "x", tables, "1")["resources"]


def test_pooled_figures_come_from_all_rooms() -> None:
    """Fourteen and nine people make twenty-three pairs of two rooms."""
    words = words_in("en")
    parts = [tables_of_sheets(answered(QUESTIONS, n, n), QUESTIONS, words, str(n)) for n in (14, 9)]
    changes = evolve(parts[0]["changes"], rows=parts[0]["changes"].rows + parts[1]["changes"].rows)

    (table,) = pooled_learning({"changes": changes}, words, 0.95, 5).values()

    place = [column.name for column in COLUMNS[table.name]].index
    assert [(row[place("pairs")], row[place("sessions")]) for row in table.rows] == [(23, 2)] * 3
    assert all(len(row) == len(COLUMNS[table.name]) for row in table.rows)


def test_many_workshops_are_collected_and_a_damaged_file_is_named(
    workshops: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The session of the damaged file stays in; its place and fault are told."""
    code = main(["collect", str(workshops), "--output", str(workshops / "out"), "--language", "en"])
    told = capsys.readouterr()

    assert code == 1
    assert "3 sessions" in told.out
    assert "third.jsonl: its questionnaires are left out" in told.err and ":2:1: expected the number" in told.err
    assert [row["pairs"] for row in read(workshops / "out" / "learning_pooled.csv")] == ["23"] * 3
    assert "What all rooms learnt" in (workshops / "out" / "report.en.html").read_text(encoding="utf-8")


def test_a_report_has_the_section_and_the_tables(workshops: Path, tmp_path: Path) -> None:
    """`whose-city report --data` finds the sheets beside the journal."""
    journal, page = str(workshops / "second.jsonl"), str(tmp_path / "p.html")

    code = main(["report", journal, "--output", page, "--data", str(tmp_path), "--language", "en"])

    assert code == 0
    assert 'id="learning-title"' in (tmp_path / "p.html").read_text(encoding="utf-8")
    assert [row["pairs"] for row in read(tmp_path / "learning.csv")] == ["9"] * 3


def test_a_report_beside_a_damaged_file_says_where(workshops: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence with the file, the line and what to do; no traceback."""
    code = main(["report", str(workshops / "third.jsonl"), "--language", "en"])

    assert code == 1
    assert "third.learning.csv:2:1: expected the number of the sheet" in capsys.readouterr().err


def test_nothing_beside_a_journal_is_nothing_learnt(tmp_path: Path) -> None:
    """Most workshops ask nobody."""
    assert learnt_beside(tmp_path / "s.jsonl", words_in("en")) is None


def sheets(language: str) -> Sheets:
    """Returns what prints the sheets of the scenario that teaches the game."""
    scenario = load_scenario(data("scenarios", "port-clair")).scenario
    return Sheets(scenario, load_rulebook().rulebook, words_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_sheets_are_set_for_screen_readers(language: str) -> None:
    """A page a person, all of it fits, and the exporter finds title, language and reading order."""
    told = questionnaire_sheet(sheets(language), QUESTIONS, 3)

    assert b"pdfuaid" in typeset("questionnaire", told)
    assert overflowing("questionnaire", told) == ()
    assert len(pictures("questionnaire", told, 20)) == 3


def test_what_a_teacher_wrote_stays_text_on_paper() -> None:
    """Typst's own syntax is set letter by letter; a questionnaire too long is told."""
    assert b"pdfuaid" in typeset("questionnaire", questionnaire_sheet(sheets("en"), ODD, 1))
    long = evolve(QUESTIONS, questions=tuple(evolve(QUESTIONS.questions[0], id=f"q{n}") for n in range(20)))
    assert overflowing("questionnaire", questionnaire_sheet(sheets("en"), long, 1)) == ("questionnaire",)


def test_the_questionnaire_is_printed_only_when_it_is_named() -> None:
    """Not every workshop wants one."""
    assert chosen(None) == KINDS
    assert chosen("questionnaire") == ON_DEMAND


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_nothing_is_shown_is_what_is_lacking(language: str) -> None:
    """Nobody has answered again, too few have, or what they answered is too little: each is said as it is."""
    words, sheets = words_in(language), answered(QUESTIONS, 8)
    first = [each for each in sheets if each.when is When.BEFORE]
    empty = [evolve(each, answers={}) for each in sheets]
    told = [learnt(QUESTIONS, each) for each in (first, answered(QUESTIONS, 3), empty)]

    assert [finding(each, words) for each in told if each] == [
        words.say("learning.find.nobody", fewest="5"),
        words.count("learning.find.too_few", 3, fewest="5"),
        words.say("learning.find.unfinished"),
    ]
    assert told[0] and len(notes(told[0], words)) == 1
