"""The questionnaire on screen: answered by keys and by mouse, typed in from paper, kept in a file, told, erased."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content.answersheets import AnswerSheet, When
from game.content.keptsheets import WAITING, beside, keep, kept
from game.content.load_questions import load_questions
from game.content.tickets import is_ticket
from game.paths import data
from game.ui.room import Room
from game.ui.scene import Push
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.learning.rooms import answered
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, room, stage

ASKED = load_questions()
RUN = "231345123451"
Opened = Callable[..., Hands]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Returns a maker of the screen over the table, after the sheets given were filled in."""

    def made(sheets: tuple[AnswerSheet, ...] = (), page: str = "before", language: str = "en") -> Hands:
        held = room(tmp_path)
        keep(tmp_path / WAITING, sheets, ASKED)
        shown = stage(SCENES, held, language=language)
        shown.open("table")
        shown.perform(Push("learning", {"page": page}))
        return Hands(shown)

    return made


def on_disk(hands: Hands) -> tuple[AnswerSheet, ...]:
    """Returns the sheets in the file."""
    return kept(hands.scene.file, ASKED)


def answer(hands: Hands, run: str) -> None:
    """Strikes a digit's key for each question."""
    for digit in run:
        hands.strike(getattr(pygame, f"K_{digit}"))
    hands.stage.tick(0.1)


def test_a_person_answers_by_number_keys_alone(opened: Opened) -> None:
    """Enter begins, digits answer, the sheet is on disk after the last of them; Enter lets the next one come."""
    hands = opened()
    hands.press("ask")
    hands.strike(pygame.K_RETURN)
    answer(hands, RUN)
    (sheet,) = on_disk(hands)

    assert is_ticket(sheet.ticket) and sheet.when is When.BEFORE
    assert "".join(str(sheet.answers[item.id]) for item in ASKED.items) == RUN
    assert "Thank you" in hands.says()

    hands.strike(pygame.K_RETURN)

    assert hands.scene.person.ticket not in (0, sheet.ticket)


def test_a_person_answers_by_mouse_skips_and_goes_back(opened: Opened) -> None:
    """What is skipped is left empty; a changed answer is the one that counts."""
    hands = opened()
    hands.click("ask")
    hands.click("go")
    hands.click("answer 1")
    hands.click("skip")
    hands.click("one back")
    hands.click("one back")
    hands.click("answer 2")
    for _ in ASKED.items[1:]:
        hands.click("skip")
    hands.stage.tick(0.1)

    assert on_disk(hands)[0].answers == {"crossing": 2}


def test_a_digit_that_answers_nothing_is_not_heard(opened: Opened) -> None:
    """The first question has three answers, and the one for who does not know."""
    hands = opened()
    hands.press("ask")
    hands.press("go")
    hands.strike(pygame.K_7)

    assert hands.scene.person.place == 0


def test_a_slip_in_a_number_is_refused_at_once(opened: Opened) -> None:
    """Written in the field; the person cannot begin with it."""
    hands = opened(answered(ASKED, 3)[:5], page="after")
    hands.press("ask")
    hands.click("number")
    hands.type("112")

    assert "There is no such number" in hands.says()
    assert not hands.node("go").enabled


@pytest.mark.parametrize(("number", "told"), [("101", "has answered already"), ("130", "No sheet of before")])
def test_a_number_is_told_what_comes_of_it(opened: Opened, number: str, told: str) -> None:
    """Before anyone answers twelve questions in vain."""
    hands = opened(answered(ASKED, 3)[:5], page="after")
    hands.press("ask")
    for digit in number:
        hands.strike(getattr(pygame, f"K_{digit}"))

    assert told in hands.says()


def test_the_same_number_joins_the_two_sheets(opened: Opened) -> None:
    """Written with the keys, begun with Enter."""
    hands = opened(answered(ASKED, 3)[:5], page="after")
    hands.press("ask")
    answer(hands, "125")
    hands.strike(pygame.K_RETURN)
    answer(hands, RUN)

    assert {sheet.when for sheet in on_disk(hands) if sheet.ticket == 125} == {When.BEFORE, When.AFTER}


def test_paper_is_typed_in_as_runs_of_digits(opened: Opened) -> None:
    """One types at once, a number and twelve digits a row; a fault says so, and nothing is kept until it is mended."""
    hands = opened()
    hands.press("type")
    hands.type("102")
    hands.click("run 0")
    hands.type(RUN[:-1] + "-")

    assert "There is no such number" in hands.says()
    assert not hands.node("keep").enabled

    hands.click("ticket 0")
    hands.strike(pygame.K_BACKSPACE)
    hands.type("1")
    hands.press("keep")
    hands.stage.tick(0.1)

    (sheet,) = on_disk(hands)
    assert (sheet.ticket, len(sheet.answers)) == (101, len(ASKED.items) - 1)


def test_what_was_typed_can_be_mended_later(opened: Opened) -> None:
    """The rows of before are there again, and sheets of after stay as they are."""
    hands = opened(answered(ASKED, 3))
    hands.press("type")
    hands.click("run 0")
    for _ in ASKED.items:
        hands.strike(pygame.K_BACKSPACE)
    hands.type(RUN)
    hands.press("keep")
    hands.stage.tick(0.1)

    assert len(on_disk(hands)) == 6
    assert on_disk(hands)[0].answers["crossing"] == 2


def test_results_tell_the_room_and_not_a_person(opened: Opened) -> None:
    """With twelve people the finding, each part and the warning; with four only that there are too few."""
    many = opened(answered(ASKED, 12), page="result").says()
    few = opened(answered(ASKED, 4), page="result").says()

    assert "What people know: up" in many and "Small group (12 people)" in many
    assert "Nothing is shown" in few and "%" not in few


def test_everything_can_be_erased_and_is_asked_once_more(opened: Opened) -> None:
    """The file goes with the last sheet."""
    hands = opened(answered(ASKED, 3))
    hands.press("erase")
    hands.press("keep all")
    hands.press("erase")
    hands.press("erase all")
    hands.stage.tick(0.1)

    assert not hands.scene.file.exists()


def test_a_sheet_that_cannot_be_kept_is_told_and_not_lost(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers stay on screen until they can be."""
    hands = opened()
    hands.press("ask")
    hands.press("go")
    answer(hands, RUN[:-1])
    monkeypatch.setattr(hands.scene, "file", hands.scene.file / "no" / "such")
    hands.scene.file.parent.parent.write_text("", encoding="utf-8")
    answer(hands, RUN[-1])

    assert "expected to be able to write" in hands.says()
    assert len(hands.scene.person.answers) == len(ASKED.items)


def test_a_damaged_file_is_told_with_its_place(opened: Opened, tmp_path: Path) -> None:
    """And nobody answers into it."""
    (tmp_path / WAITING).write_text("ticket,moment\n102,before\n", encoding="utf-8")
    held = room(tmp_path)
    shown = stage(SCENES, held, language="en")
    shown.open("learning")
    hands = Hands(shown)

    assert f"{WAITING}:2:1: expected the number of the sheet" in hands.says()
    assert hands.keys("ask") == []


@pytest.mark.parametrize("under", ["menu", "debrief", "seats"])
def test_it_is_reached_before_during_and_after(tmp_path: Path, under: str) -> None:
    """From the setting-up, the menu and the debrief; Escape leads back."""
    held = room(tmp_path)
    shown = stage(SCENES, held, language="en")
    shown.open(under)
    hands = Hands(shown)
    hands.press("learning")
    there = hands.says()
    hands.strike(pygame.K_ESCAPE)

    assert "What the room learns" in there
    assert "What the room learns" not in hands.says()


def test_sheets_filled_in_while_setting_up_go_with_the_session(tmp_path: Path) -> None:
    """They wait in a file of their own, and lie beside the journal once people play; computers alone take none."""
    folder = tmp_path / "sessions"
    keep(folder / WAITING, answered(ASKED, 2), ASKED)
    for computers in (True, False):
        held = Room(folder, pace=0.5)
        shown = stage(SCENES, held, language="en")
        shown.open("seats")
        hands = Hands(shown)
        hands.press("all computer" if computers else "all people")
        hands.press("begin")
        hands.stage.tick(0.1)
        journal = held.session.journal
        assert journal is not None
        assert beside(journal.path).exists() is not computers
        held.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_voice_says_the_number_and_each_question(opened: Opened, language: str) -> None:
    """Every step is a dialog of another name, which a reader hears first."""
    hands = opened(language=language)
    hands.press("ask")
    ticket, number = str(hands.scene.person.ticket), hands.root.label
    hands.press("go")
    first = hands.root
    hands.press("answer 1")

    assert ticket in number
    assert [root.label for root in (first, hands.root)] == [item.ask[language] for item in ASKED.questions[:2]]
    assert first.key != hands.root.key


def test_what_a_teacher_wrote_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Braces and mark-up in a question are shown as they are."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    (tmp_path / "rules").mkdir()
    shipped = data("rules", "questions.yaml").read_text(encoding="utf-8")
    odd = shipped.replace("en: I find political discussions interesting.", 'en: "{n} <b>odd</b> %s"')
    (tmp_path / "rules" / "questions.yaml").write_text(odd, encoding="utf-8")
    shown = stage(SCENES, room(tmp_path), language="en")
    shown.open("learning")
    hands = Hands(shown)
    hands.press("ask")
    hands.press("go")
    answer(hands, "1111")

    assert "{n} <b>odd</b> %s" in hands.says()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_of_paper_are_printed_from_their_page(
    opened: Opened, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button writes a sheet for each person at the table beside the answers; another one shows where they lie."""
    shown: list[str] = []
    monkeypatch.setattr("game.ui.scenes.learning.opened", lambda address: bool(shown.append(address)))
    hands = opened(language=language)
    hands.press("print")
    hands.scene.printing.finish()
    hands.stage.tick(0.1)

    paper = tmp_path / f"questionnaire.{language}.pdf"
    assert paper.read_bytes().startswith(b"%PDF")
    assert str(paper) in hands.node("printed").label
    hands.press("open prints")
    assert [tmp_path.as_uri()] == shown
    assert words_in(language).say("plan.prints_not_opened", folder=tmp_path) in hands.says()
