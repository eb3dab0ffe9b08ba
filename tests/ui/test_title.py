"""The title: new session, a session that plays itself, saved sessions, settings."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.engine.phases import Phase
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import play_until, stage

Opened = Callable[..., Hands]


@pytest.fixture
def title(tmp_path: Path) -> Iterator[Opened]:
    """Returns a maker of titles over the same folder; their sessions are closed in the end."""
    rooms: list[Room] = []

    def made(
        size: tuple[int, int] = (1280, 720), language: str = "fr", folder: Path = tmp_path, **settings: object
    ) -> Hands:
        rooms.append(Room(folder, pace=0.5))
        shown = stage(SCENES, rooms[-1], size, language, **settings)
        shown.open("title")
        return Hands(shown)

    yield made
    for held in rooms:
        held.close()


def test_new_session_leads_to_the_seats(title: Opened) -> None:
    """The first button leads to where a session is set up."""
    hands = title()

    hands.press("new")

    assert "SeatsScene" == type(hands.scene).__name__


def test_watching_begins_with_computer_players_only(title: Opened) -> None:
    """A session to watch begins at once, every seat held by a computer player."""
    hands = title()

    hands.press("watch")

    assert "TableScene" == type(hands.scene).__name__
    assert all(seat.bot for seat in hands.scene.room.session.seats.values())
    assert hands.scene.room.unattended


def test_without_saved_sessions_nothing_is_offered_to_resume(title: Opened) -> None:
    """With no journal at hand the title has no button to resume."""
    assert [] == title().keys("resume")


def test_saved_session_says_where_it_stands_and_is_resumed(title: Opened) -> None:
    """A session in progress shows its round and goes on at the table where it was."""
    before = title()
    before.press("watch")
    held = before.scene.room
    for _ in range(60):
        held.session.submit(held.session.next_unattended()[0])
    held.close()
    hands = title()

    hands.press("resume")
    told = hands.says()
    hands.press(hands.keys("kept")[0])

    assert f"tour {held.session.state.round} sur 6" in told
    assert "TableScene" == type(hands.scene).__name__
    assert 60 == len(hands.scene.room.session.turns)


def test_finished_session_opens_its_debrief(title: Opened) -> None:
    """A session that is over is looked back on."""
    hands = title()
    hands.press("watch")
    held = hands.scene.room
    play_until(held.session, Phase.ENDED)
    held.close()
    again = title()

    again.press("resume")
    again.press(again.keys("kept")[0])

    assert "DebriefScene" == type(again.scene).__name__


def test_damaged_session_is_named_with_its_reason(title: Opened, tmp_path: Path) -> None:
    """A journal that can't be read is listed with its fault, and can't be pressed."""
    (tmp_path / "2020-broken.jsonl").write_text("{no", encoding="utf-8")
    hands = title()

    hands.press("resume")

    assert "2020-broken.jsonl" in hands.says()
    assert [] == hands.keys("kept")


def test_folder_that_cannot_be_written_gets_a_sentence(title: Opened, tmp_path: Path) -> None:
    """When no journal can be made, the title stays and says why; the sentence can be put away."""
    occupied = tmp_path / "sessions"
    occupied.write_text("a file where a folder should be", encoding="utf-8")
    hands = title(folder=occupied)

    hands.press("watch")
    told = hands.says()
    hands.press("notice close")

    assert "TitleScene" == type(hands.scene).__name__
    assert "Impossible d’écrire" in told
    assert hands.root.find("notice") is None


def test_language_changes_at_once(title: Opened) -> None:
    """The other language is one press away, and the name of the game follows."""
    hands = title()

    hands.press("language")

    assert "Whose City?" in hands.says()


def test_the_scenarios_are_read_beside_the_title(tmp_path: Path) -> None:
    """A second after the title stands they are being read; the setup finds them there, and reads none again."""
    held = Room(tmp_path)
    shown = stage(SCENES, held)
    shown.open("title")

    shown.tick(1.1)

    ahead = held.reading
    assert ahead._work is not None
    first = held.scenarios()
    assert first and first == held.scenarios()


def test_a_scenario_saved_since_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read ahead is good only as long as no file has changed."""
    held = Room(tmp_path)
    before = held.scenarios()
    monkeypatch.setattr("game.content.saved.saved", lambda _: {"elsewhere": (1, 1)})

    after = held.scenarios()

    assert before == after and before is not after
