"""The debrief on screen: a page at a time, secrets covered until lifted, and a page to take home."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.answersheets import AnswerSheet, When
from game.content.keptsheets import keep
from game.content.load_questions import load_questions
from game.content.shapes import StakeholderId
from game.content.tickets import tickets
from game.engine.phases import Phase
from game.engine.seating import Gather
from game.errors import GameError
from game.report.learnt import finding
from game.ui.debrief.pages import PAGES
from game.ui.learning.keeping import answers_file
from game.ui.room import Room
from game.ui.scene import Key
from game.ui.scenes import SCENES
from game.ui.scenes import debrief as screen
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, play_until, room, shipped, stage

Opened = Callable[..., Hands]


@pytest.fixture
def debrief(tmp_path: Path) -> Opened:
    """Returns a maker of the debrief of a session played to its end."""

    def made(
        size: tuple[int, int] = (1920, 1080), language: str = "fr", text: float = 1.0, folder: Path = tmp_path
    ) -> Hands:
        held = room(folder, rounds=2)
        play_until(held.session, Phase.ENDED, 2)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("debrief")
        return Hands(shown)

    return made


def test_it_opens_on_the_mixture_of_visions(debrief: Opened) -> None:
    """The first page says what city this has become, as a mixture and never as one verdict."""
    read = debrief().says()

    assert "Votre ville\u00a0: " in read
    assert read.count("\u00a0%") + read.count("\u202f%") >= 3


def test_every_page_is_reached_by_tab_and_by_number(debrief: Opened) -> None:
    """Tabs and the keys 1 to 9, then 0, turn to each page."""
    hands = debrief()

    by_tab, by_key = [], []
    for at in range(len(hands.scene.pages)):
        hands.press(f"page:{at}")
        by_tab.append(hands.scene.page)
    for at in range(len(hands.scene.pages)):
        hands.stage.tell(Key(str((at + 1) % 10)))
        by_key.append(hands.scene.page)

    assert (list(hands.scene.pages), list(hands.scene.pages)) == (by_tab, by_key)


def test_secret_aims_show_only_once_lifted(debrief: Opened) -> None:
    """No secret aim is on any page before the room lifts them, and all are after."""
    hands = debrief()
    secrets = [card.secret["fr"] for card in shipped()[0].scenario.stakeholders]

    read = ""
    for at in range(len(hands.scene.pages)):
        hands.press(f"page:{at}")
        read += hands.says()
    hands.press("page:8")
    hands.press("lift")

    assert [] == [secret for secret in secrets if secret in read]
    assert all(secret in hands.says() for secret in secrets)


def test_questions_are_turned_one_by_one(debrief: Opened) -> None:
    """Each question of the scenario has the screen to itself; after the last comes the first again."""
    hands = debrief()
    asked = [question["fr"] for question in shipped()[0].scenario.questions]

    hands.press("page:9")
    read = []
    for _ in asked:
        read.append(next(question for question in asked if question in hands.says()))
        hands.press("next")

    assert asked == read


def test_page_is_written_and_opened(debrief: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """The primary button writes the page in the language shown, then opens it in the reader's browser."""
    addresses: list[str] = []
    monkeypatch.setattr(screen, "opened", lambda address: not addresses.append(address))
    hands = debrief()

    hands.press("write")
    busy = hands.node("write").enabled
    hands.wait("open")
    written = hands.scene.room.page
    hands.press("open")

    assert not busy
    assert written is not None and written.is_file()
    assert [written.as_uri()] == addresses


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_the_same_is_written_to_print(debrief: Opened, monkeypatch: pytest.MonkeyPatch, text: float) -> None:
    """Beside the page stands a PDF of the same figures, which its own button opens; nothing is cut at any size."""
    addresses: list[str] = []
    monkeypatch.setattr(screen, "opened", lambda address: not addresses.append(address))
    hands = debrief((1280, 720), text=text)

    hands.press("write")
    hands.wait("pdf")
    hands.press("pdf")

    document = hands.scene.room.document
    assert document.read_bytes().startswith(b"%PDF-")
    assert [document.as_uri()] == addresses
    assert hands.cut() == []


def test_a_machine_that_cannot_print_still_has_the_page(debrief: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the PDF can't be set the page is there all the same, and the screen says why there is no PDF."""

    def refused(*_: object) -> Path:
        raise GameError("error.no_typst")

    monkeypatch.setattr("game.report.debrief.write_document", refused)
    hands = debrief()
    hands.press("write")
    hands.wait("open")

    assert hands.scene.room.page.is_file()
    assert hands.scene.room.document is None
    assert "typst" in hands.says()


def test_no_browser_names_the_file_to_open(debrief: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser answers, the screen says which file to open."""
    monkeypatch.setattr(screen, "opened", lambda _: False)
    hands = debrief()

    hands.press("write")
    hands.wait("open")
    hands.press("open")

    assert "Aucun navigateur n’a répondu." in hands.says()


def test_unwritable_page_gets_a_sentence(debrief: Opened, tmp_path: Path) -> None:
    """When the page can't be written, the screen stays and says why."""
    occupied = tmp_path / "occupied"
    occupied.write_text("a file where a folder should be", encoding="utf-8")
    hands = debrief(folder=occupied)

    hands.press("write")
    hands.wait("notice")

    assert hands.node("write").enabled
    assert hands.scene.room.page is None


def test_the_dimensions_stand_beside_what_the_paper_says_of_them(debrief: Opened) -> None:
    """Whoever looks at the radar of rankings reads the warning on the same page."""
    hands = debrief()
    hands.press("page:5")

    assert shipped()[1].rulebook.dimensions_warning["fr"] in hands.says()


def test_money_shocks_and_promises_have_their_page(debrief: Opened) -> None:
    """What was paid, what struck and what was announced can be read without the page to take home."""
    hands = debrief()
    hands.press("page:7")
    told = hands.scene.debrief(hands.stage.frame.words)

    assert all(each.title in hands.says() for each in told.incidents)
    assert all(each.intervention in hands.says() for each in told.announcements)


def test_the_accounts_show_who_paid_for_what(debrief: Opened) -> None:
    """Beside the city's money stands the picture of the page: the city, investors, and each project decided."""
    hands = debrief()
    hands.press("page:7")

    read = hands.says()

    assert "de ce qui a été décidé" in read
    assert hands.cut() == []


def test_a_page_is_there_only_if_there_is_something_to_tell(debrief: Opened, tmp_path: Path) -> None:
    """Who sat where has a page where that changed, and what was learnt where sheets were filled in."""
    plain = debrief()
    moved = Hands(stage(SCENES, _moved(tmp_path), language="fr"))
    moved.stage.open("debrief")

    assert [*[*PAGES][:9], "questions"] == list(plain.scene.pages)
    assert [*[*PAGES][:9], "room", "questions"] == list(moved.scene.pages)


def _moved(folder: Path) -> Room:
    held = room(folder, people=("residents",), rounds=2)
    held.session.submit(Gather(StakeholderId("residents"), ("Aïcha", "", "")))
    play_until(held.session, Phase.ENDED, 2)
    return held


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_sat_where_is_shown_round_by_round(tmp_path: Path, language: str, text: float) -> None:
    """Each seat says who held it at the start and after each round, and each change is told; nothing is cut."""
    hands = Hands(stage(SCENES, _moved(tmp_path), (1280, 720), language, text=text))
    hands.stage.open("debrief", page="room")
    debrief = hands.scene.debrief(hands.stage.frame.words)

    assert hands.cut() == []
    assert all(line in hands.says() for line in debrief.presence.told)
    assert all(row.name in hands.says() for row in debrief.presence.rows)


def test_what_was_learnt_is_shown_once_sheets_are_kept(debrief: Opened) -> None:
    """The page comes as soon as sheets lie beside the session, with its finding and every item."""
    hands = debrief()
    before = hands.scene.pages
    asked = load_questions()
    sheets = [
        AnswerSheet(ticket, when, {item.id: level for item in asked.items[4:]})
        for when, level in ((When.BEFORE, 1), (When.AFTER, 3))
        for ticket in tickets(12)
    ]
    keep(answers_file(hands.scene.room), sheets, asked)
    hands.stage.refresh()
    hands.press(f"page:{hands.scene.pages.index('learnt')}")

    words = hands.stage.frame.words
    assert "learnt" not in before
    assert finding(hands.scene.debrief(words).learnt, words) in hands.says()
    assert all(item.say["fr"] in hands.says() for item in asked.statements)
