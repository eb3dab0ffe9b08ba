"""Setting a session up: what is chosen is what begins."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.engine.seating import COMPUTER, Seat
from game.founding import template
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, stage


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives the user a folder of their own, empty at first."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


Opened = Callable[..., Hands]


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[Opened]:
    """Returns a maker of the screen; what it began is closed in the end."""
    held = Room(tmp_path / "sessions", pace=0.5)

    def made(size: tuple[int, int] = (1280, 720), language: str = "fr", **settings: object) -> Hands:
        shown = stage(SCENES, held, size, language, **settings)
        shown.open("seats")
        return Hands(shown)

    yield made
    held.close()


def test_scenarios_own_length_and_way_come_first(seats: Opened) -> None:
    """A scenario is proposed with its own number of rounds and way of deciding, people in every seat."""
    plan = seats().scene.plan

    assert (6, "majority", 8, 0) == (plan.rounds, plan.procedure, plan.people, plan.computers)


def test_only_the_chosen_city_is_told_at_length(seats: Opened) -> None:
    """Where there are many cities the length shows below them; each tells what it is about once it is chosen."""
    hands = seats()
    other = next(key for key in hands.keys("scenario ") if key.endswith("nordhamn"))
    about = hands.node(other).value

    assert hands.node("length").rect.bottom < hands.node("session").rect.bottom
    assert about and about not in [node.label for node in hands.node(other).walk()]
    hands.press(other)
    assert about in [node.label for node in hands.node(other).walk()]


def test_a_variant_is_chosen_below_its_city_and_is_what_begins(seats: Opened) -> None:
    """It says whose variant it is; its own seats, length and way of deciding are set up, and its name is recorded."""
    hands = seats(language="en")
    keys = hands.keys("scenario ")
    variant = next(key for key in keys if key.endswith("los-angeles"))

    assert keys[keys.index(variant) - 1].endswith("opsroom-1972")
    assert hands.node(variant).value.startswith("A variant of “Opsroom 1972")
    hands.press(variant)
    assert ("experts", 7) == (hands.scene.plan.procedure, hands.scene.plan.people)
    hands.press("begin")
    held = hands.scene.room.session
    assert "opsroom-1972/los-angeles" == held.game.model.scenario.id
    assert "opsroom-1972-los-angeles" in held.journal.path.name


def test_what_is_chosen_is_what_begins(seats: Opened) -> None:
    """Rounds, way of deciding and seats of the session are those on the screen."""
    hands = seats()

    for key in ("rounds+", "rounds+", "way mayor", "all computer", "who residents:0", "count residents+", "begin"):
        hands.press(key)

    game, held = hands.scene.room.session.game, hands.scene.room.session.seats
    assert (8, "mayor") == (game.rounds, game.procedure)
    assert {Seat(seat, bot=COMPUTER) for seat in everyone() if seat != "residents"} < set(held.values())
    assert ("", "") == held["residents"].people


def test_a_length_is_chosen_before_rounds(seats: Opened) -> None:
    """45 minutes of Port-Clair are three rounds and three challenges; the session that begins is that one."""
    hands = seats()

    hands.press("length:0")
    hands.press("begin")

    session = hands.scene.room.session
    assert (3, ("mobility", "safety", "housing")) == (session.game.rounds, session.state.queue)


def test_what_an_author_saves_is_read_again(seats: Opened, home: Path) -> None:
    """A scenario saved while the screen is open appears, tells its faults with their place, and loses them again."""
    hands = seats(language="en")
    made = home / "scenarios" / "town"
    made.mkdir(parents=True)
    for name, text in template("town").items():
        (made / name).write_text(text, encoding="utf-8")
    hands.stage.tick(1.1)
    hands.press(f"scenario {made}")
    hands.press("rounds+")
    file = made / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes: 45\n", "minutess: 45\n"), encoding="utf-8")
    hands.stage.tick(1.1)
    faulty = hands.says()
    file.write_text(file.read_text(encoding="utf-8").replace("minutess: 45\n", "minutes: 45\n"), encoding="utf-8")
    hands.stage.tick(1.1)

    assert f"{file}:34:1" in faulty
    assert hands.node("begin").enabled
    assert hands.scene.plan.scenario.id == "town"


def test_names_written_are_kept_when_the_seat_changes(seats: Opened) -> None:
    """Names typed between two presses belong to the seat that begins; nobody is given a name they did not give."""
    hands = seats()

    hands.click("names river")
    hands.type("Zoé, Aïcha")
    for key in ("count river+", "begin"):
        hands.press(key)

    assert ("Zoé", "Aïcha", "") == hands.scene.room.session.seats["river"].people


def test_two_names_are_two_people(seats: Opened) -> None:
    """Writing a second name seats a second person at once, and the writing goes on."""
    hands = seats()

    hands.click("names river")
    hands.type("Zoé, Aïcha")

    assert 2 == hands.scene.plan.places["river"].count
    assert "Zoé, Aïcha" == hands.node("names river").value
    assert 9 == hands.scene.plan.people


def test_length_stays_between_two_and_twelve(seats: Opened) -> None:
    """At two rounds there is no less, at twelve no more."""
    hands = seats()

    for _ in range(4):
        hands.press("rounds-")

    assert not hands.node("rounds-").enabled
    assert "24\u00a0minutes" in hands.says()


def test_seed_can_be_chosen(seats: Opened) -> None:
    """Under the advanced options, the seed is written in figures and used."""
    hands = seats((1280, 1900))

    hands.press("advanced")
    hands.click("seed")
    field = hands.node("seed")
    for _ in range(len(field.value)):
        hands.strike(8)
    hands.type("4x2")
    hands.press("begin")

    assert 42 == hands.scene.room.session.game.seed


def test_faulty_scenario_lists_its_faults_and_cannot_begin(seats: Opened, home: Path) -> None:
    """A scenario with faults is shown with them, and the button that begins is off."""
    folder = home / "scenarios" / "works"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text("id: works\ntitle: {fr: 'En travaux'}\n", encoding="utf-8")
    hands = seats()

    hands.press(f"scenario {folder}")

    assert not hands.node("begin").enabled
    assert "scenario.yaml:" in hands.says()


def test_refused_beginning_stays_here_and_says_why(seats: Opened, tmp_path: Path) -> None:
    """When no journal can be made, nothing begins and the screen says what to do."""
    (tmp_path / "sessions").write_text("a file where a folder should be", encoding="utf-8")
    hands = seats()

    hands.press("begin")

    assert "SeatsScene" == type(hands.scene).__name__
    assert "Impossible d’écrire" in hands.says()


def test_how_the_table_votes_can_be_chosen(seats: Opened) -> None:
    """Who sees ballots is asked for every way of deciding; a budget's paper and count where a budget decides."""
    hands = seats((1280, 2400))
    before = [name for name in ("ballots", "paper", "count") if hands.keys(f"{name}:")]
    hands.press("way budget")
    for name in ("ballots:2", "paper:1", "count:1"):
        hands.press(name)
    hands.press("begin")

    manner = hands.scene.room.session.game.manner
    assert ["ballots"] == before
    assert ("open", "approvals", "greedy") == (manner.ballots.value, manner.paper.value, manner.count.value)
