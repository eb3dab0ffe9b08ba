"""The debrief as a PDF: the page's figures, tagged for screen readers, a page a role, and authors' texts as texts."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from game.cli import main
from game.content.load_questions import load_questions
from game.content.shapes import LANGUAGES
from game.learning.pairs import learnt
from game.report import figures
from game.report.document import setting
from game.report.document.setting import document, pdf, roles_pdf
from game.report.figures import Debrief
from game.report.learnt import finding, notes
from game.report.prints.letters import MISSING, letters, shown
from game.report.prints.typesetting import TEMPLATES, pictures
from game.wording.words import words_in
from tests.learning.rooms import answered
from tests.report import sample
from tests.report.everything import whole
from tests.report.test_page import names
from tests.report.test_prints import EVIL
from tests.report.test_summary import debrief
from tests.session.rooms import carry_on, session

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext (apt: poppler-utils)")


def texts(value: Any) -> Iterator[str]:
    """Yields every text of plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def read(found: bytes, folder: Path) -> str:
    """Returns the text of a PDF as a reader copies it, on one line."""
    (folder / "read.pdf").write_bytes(found)
    told = subprocess.run(["pdftotext", folder / "read.pdf", "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


def spoilt(of: Debrief, bad: str) -> Debrief:
    """Returns a debrief in which authors and people have written something everywhere."""
    return evolve(
        of,
        title=bad,
        summary=bad,
        questions=(bad,),
        incidents=(figures.Incident(1, bad, bad, bad, bad),),
        close=(figures.Close(bad, bad),),
        series=tuple(evolve(one, name=bad) for one in of.series),
        groups=tuple(evolve(one, name=bad) for one in of.groups),
        districts=tuple(evolve(one, name=bad) for one in of.districts),
        decisions=tuple(evolve(one, challenge=bad, steps=(bad,), why=bad) for one in of.decisions),
        seats=tuple(evolve(one, players=(bad,), computer=False) for one in of.seats),
        roles=tuple(evolve(one, people=(bad,), argument=bad) for one in of.roles),
        given_words=(figures.GivenWord(1, bad, "kept"),),
        sources=(bad,),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_holds_every_name_and_text_of_the_figures(language: str) -> None:
    """What the page tells the document tells: each name, aim, reason, source and question."""
    told = sample.debrief(language)
    said = " ".join(texts(document(told, words_in(language))))
    small = {cause.name for account in (*told.accounts, *told.turning_points) for cause in account.causes}

    assert set() == {name for name in names(told) - small if name not in said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_holds_every_number_of_the_main_tables(language: str) -> None:
    """Levels round by round, dimensions, money and what was delivered can be read as numbers."""
    told, words = sample.debrief(language), words_in(language)
    said = set(texts(document(told, words)))

    numbers = [words.points(value, 1) for one in told.series for value in one.values]
    numbers += [words.points(level, 1) for one in told.dimensions for level in (one.shift.before, one.shift.after)]
    numbers += [words.money(amount) for amount in (*told.budget.balance, told.budget.public, told.budget.private)]
    assert [] == [number for number in numbers if number not in said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [sample.debrief, debrief], ids=["sample", "played"])
def test_it_is_set_for_screen_readers(told: Any, language: str) -> None:
    """The exporter refuses a document with a picture without text, a heading left out, or no language."""
    words = words_in(language)

    for found in (pdf(told(language), words), roles_pdf(told(language), words)):
        assert found.startswith(b"%PDF-")
        assert b"pdfuaid" in found


def test_every_picture_has_a_text_that_stands_in_for_it() -> None:
    """Each chart says its finding and its content to who can't see it."""

    def alts(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if value.get("kind") == "picture":
                yield value["alt"]
            for each in value.values():
                yield from alts(each)
        elif isinstance(value, list | tuple):
            for each in value:
                yield from alts(each)

    found = list(alts(document(sample.debrief("en"), words_in("en"))))

    assert len(found) > 15
    assert [] == [alt for alt in found if len(alt) < 20]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_has_one_page(language: str) -> None:
    """The pages to hand out are as many as the roles, whatever each of them did."""
    told, words = debrief(language, "consent"), words_in(language)
    data = document(told, words) | {"cover": None, "chapters": []}

    assert len(pictures(setting.TEMPLATE, data, 10)) == len(told.roles)


def test_a_session_stopped_at_once_still_has_its_document() -> None:
    """A session with no round, no decision and no vote is set without a fault."""
    table = session(rounds=1)
    from game.report.summary import summarised
    from tests.report.test_summary import DAY

    assert pdf(summarised(table, words_in("fr"), DAY), words_in("fr")).startswith(b"%PDF-")


@needs_pdftotext
def test_what_authors_and_people_wrote_stays_text(tmp_path: Path) -> None:
    """Typst's syntax, HTML and a formula are set letter by letter, in titles, names, charts and role pages."""
    bad = f"{EVIL} =HYPERLINK(1)"
    told = spoilt(sample.debrief("en"), bad)

    whole = read(pdf(told, words_in("en")), tmp_path).replace("’", "'")

    for part in (
        '#read("/etc/passwd")',
        "$x$",
        '#import "@preview/cetz:0.3.0"',
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
    ):
        assert part.replace(" ", "") in whole.replace(" ", ""), part
    assert "root:" not in whole


@needs_pdftotext
@pytest.mark.parametrize(("title", "page"), [("Port-Clair", 1), ("A city and " * 12, 2)])
def test_the_questions_stand_on_the_cover_or_else_open_the_next_page(tmp_path: Path, title: str, page: int) -> None:
    """They are never squeezed below their own text: where the cover is full, they move on whole."""
    told = evolve(sample.debrief("en"), title=title)
    (tmp_path / "read.pdf").write_bytes(pdf(told, words_in("en")))
    only = ["pdftotext", "-f", str(page), "-l", str(page), tmp_path / "read.pdf", "-"]
    found = " ".join(subprocess.run(only, capture_output=True, text=True, check=True).stdout.split())

    assert words_in("en").say("report.lead.questions") in found
    assert all(question.split()[0] in found for question in told.questions)


def test_no_template_evaluates_a_text() -> None:
    """No template of a printed sheet calls what turns a text into markup or reads a file by a name from the data."""
    used = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.typ"))

    assert "eval(" not in used
    assert "read(" not in used


@pytest.mark.parametrize("name", ["Zoé 😀 日本", "a\u0000b\u202ec\u0007"])
def test_a_letter_that_no_font_has_does_not_stop_the_document(name: str) -> None:
    """An emoji in a name, or a script the fonts lack, is shown as an empty square; the rest is as it was."""
    told = sample.debrief("fr")
    named = evolve(told, seats=tuple(evolve(seat, players=(name,), computer=False) for seat in told.seats))

    assert pdf(named, words_in("fr")).startswith(b"%PDF-")


def test_the_typeface_has_every_letter_of_both_languages() -> None:
    """No sentence of the catalogues needs a square."""
    for language in LANGUAGES:
        words = words_in(language)
        said = "".join((*words.texts.values(), *(form for forms in words.plurals.values() for form in forms.values())))
        assert set(said) - letters() == set()
    assert shown({"a": ["é日", 1]}) == {"a": [f"é{MISSING}", 1]}


def test_the_same_debrief_gives_the_same_bytes() -> None:
    """No clock and no machine is in the file."""
    told = sample.debrief("en")

    assert pdf(told, words_in("en")) == pdf(told, words_in("en"))


def test_report_writes_page_document_and_role_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command writes them all from the same figures, and says where each is."""
    journal = tmp_path / "session.jsonl"
    table = session(journal, rounds=1)
    carry_on(table)
    table.close()

    status = main(["report", str(journal), "--pdf", "--role-pages", "--language", "en"])

    assert status == 0
    told = capsys.readouterr().out
    for name in ("session.en.html", "session.en.pdf", "session.en-roles.pdf"):
        assert (tmp_path / name).is_file()
        assert name in told


@pytest.mark.parametrize("people", [14, 3])
def test_what_a_room_learnt_is_told_on_paper_too(people: int) -> None:
    """The chapter holds the page's finding and notes; a room too small shows no figure there either."""
    words, asked = words_in("en"), load_questions()
    found = learnt(asked, answered(asked, people, 1))
    told = evolve(sample.debrief("en"), learnt=found)

    said = " ".join(texts(document(told, words)))

    assert finding(found, words) in said
    assert [] == [note for note in notes(found, words) if note not in said]
    assert found.shown == (words.say("learning.table.parts") in said)
    assert b"pdfuaid" in pdf(told, words)


def test_a_chapter_asks_the_room_what_it_makes_of_it() -> None:
    """Every chapter that people can argue about has its question for the room that its page has left; none two."""
    told = document(sample.debrief("en"), words_in("en"))
    asked = [chapter["asked"] for chapter in told["chapters"] if chapter["asked"]]

    assert len(asked) > 12
    assert len(asked) == len(set(asked)), "each is about its own chapter"


@needs_pdftotext
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [sample.debrief, debrief, whole], ids=["sample", "played", "whole"])
def test_no_page_is_left_half_empty(tmp_path: Path, told: Any, language: str) -> None:
    """What a page of the debrief has left under its last line is at most a quarter of its height."""
    (tmp_path / "read.pdf").write_bytes(pdf(told(language), words_in(language)))
    subprocess.run(["pdftoppm", "-r", "20", "-gray", tmp_path / "read.pdf", tmp_path / "page"], check=True)

    assert [] == [page.stem for page in sorted(tmp_path.glob("page*.pgm")) if _empty_below(page) > 0.25]


def _empty_below(page: Path) -> float:
    """Returns how much of a page's height has nothing on it, between its last line and its foot."""
    kind, width, height, _, rest = page.read_bytes().split(maxsplit=4)
    wide, high = int(width), int(height)
    rows = rest[-wide * high :]
    low = round(high * 0.945)  # the number of the page stands below
    inked = (y for y in range(low - 1, -1, -1) if min(rows[y * wide : (y + 1) * wide]) < 240)
    assert kind == b"P5"
    return (low - 1 - next(inked)) / high
