"""The room's opinions on screen: typed in by pressing, kept, told, and found again in the debrief and its page."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main
from game.engine.moves import Poll
from game.engine.phases import Phase
from game.report.page import render
from game.report.summary import summarised
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.report.test_opinions import room as sheets_of
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, play_until, room, stage

Opened = Callable[..., Hands]


@pytest.fixture
def polled(tmp_path: Path) -> Opened:
    """Returns a maker of the screen, before or after so many people of two camps were asked."""

    def made(
        people: int = 0, size: tuple[int, int] = (1920, 1080), language: str = "en", text: float = 1.0,
        opened: str = "opinions", until: Phase = Phase.BRIEFING,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path)
        play_until(held.session, until)
        if people:
            held.session.submit(Poll(tuple(sheets_of(people, 2, 1)[0])))
        shown = stage(SCENES, held, size, language, text=text)
        shown.open(opened)
        return Hands(shown)

    return made


def test_sheets_are_typed_kept_and_told(polled: Opened) -> None:
    """A cell turns from empty to agree, disagree and pass; untouched sheets are not kept."""
    hands = polled()
    hands.press("more")
    hands.press("cell 0 0")
    for _ in range(2):
        hands.press("cell 0 1")
    hands.press("keep")

    assert ("ad------",) == hands.scene.room.session.state.sheets
    assert "1 of 1 people agree" in hands.says()


def test_groups_are_told_as_a_guess(polled: Opened) -> None:
    """With forty people of two camps the map is there, and the sentence says that it is a guess."""
    said = polled(40).says()

    assert "fell into 2 groups" in said
    assert "guess" in said


def test_a_small_room_is_told_why_there_are_no_groups(polled: Opened) -> None:
    """Eight people: bars only."""
    said = polled(8).says()

    assert "No groups are shown" in said
    assert "fell into" not in said


@pytest.mark.parametrize("opened", ["menu", "debrief"])
def test_it_is_reached_from_the_menu_and_from_the_debrief(polled: Opened, opened: str) -> None:
    """During play and after."""
    hands = polled(opened=opened, until=Phase.ENDED)

    hands.press("opinions")

    assert "The room’s opinions" in hands.says()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", [8, 40])
def test_the_page_tells_it_too(polled: Opened, language: str, people: int) -> None:
    """The debrief page has the bars, the table, and the map where there are groups."""
    session = polled(people).scene.room.session
    page = render(summarised(session, words_in(language), datetime.date(2026, 1, 1)), words_in(language))

    assert 'id="agreement-t"' in page
    assert (people == 40) is ('id="opinion-map-t"' in page)


def test_sheets_from_a_table_are_told_on_the_command_line(tmp_path: Path, capsys) -> None:
    """A line a person, semicolons or commas, capitals or not."""
    path = tmp_path / "sheets.csv"
    path.write_text("A;a;d;p;;;;\na;D;d;p;-;;;\n", encoding="utf-8")

    assert 0 == main(["opinions", str(path), "--language", "en"])
    assert "City Hall: 2 agree, 0 disagree, 0 pass" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [("a;d\n", ":1:1: expected 8 answers"), ("a,a,a,a,a,a,a,yes\n", ":1:8: expected a (agrees)"), ("\n", "found none")],
)
def test_a_wrong_table_is_told_with_its_place(tmp_path: Path, capsys, text: str, told: str) -> None:
    """Too few cells, an unknown answer, nothing at all."""
    path = tmp_path / "sheets.csv"
    path.write_text(text, encoding="utf-8")

    assert 0 != main(["opinions", str(path), "--language", "en"])
    assert told in capsys.readouterr().out
