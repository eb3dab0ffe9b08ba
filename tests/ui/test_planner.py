"""Preparing a workshop in the window: proposed, changed, kept, taken up again, printed and started."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.content.load_workshop import kept_plans, load_plan
from game.engine.moves import Proceed
from game.errors import ContentError
from game.ui.planner.keeping import beginning
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.planning.cities import city
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, stage


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Hands]]:
    """Returns what opens the screen, all its cities read."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    rooms = []

    def planner(language: str = "en", text: float = 1.0) -> Hands:
        rooms.append(Room(tmp_path / "sessions"))
        shown = stage(SCENES, rooms[-1], (1280, 720), language, text=text)
        shown.open("planner")
        found = Hands(shown)
        found.scene.reading.finish()
        shown.tick(0.1)
        return found

    yield planner
    for room in rooms:
        room.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_length_is_another_proposal(opened: Callable[..., Hands], language: str) -> None:
    """Half a day has a break, a longer debrief and more rounds."""
    hands = opened(language)
    hands.press("length:2")
    hands.press("pages:1")

    assert ("10\u00a0min" in hands.says(), "2:35" in hands.says()) == (True, True)
    assert (hands.scene.draft.plan.minutes, hands.scene.draft.plan.debrief) == (180, 25)


def test_a_plan_is_changed_and_stays_so(opened: Callable[..., Hands]) -> None:
    """Rounds, debrief, seats and city, each by its keys; people follow the seats."""
    hands = opened()
    for key in ("rounds-", "debrief+", "pages:2", "seat river-", "seat cityhall+", "seat cityhall+"):
        hands.press(key)
    plan = hands.scene.draft.plan

    assert (plan.rounds, plan.debrief, plan.seats["river"], plan.seats["cityhall"]) == (5, 12, 0, 3)
    assert hands.scene.draft.wishes.people == plan.people == 9


def test_a_city_chosen_by_hand_stays_when_wishes_change(opened: Callable[..., Hands]) -> None:
    """Only its rounds and seats are proposed anew."""
    hands = opened()
    hands.press("city nordhamn")
    hands.press("people+")

    assert (hands.scene.draft.plan.scenario, hands.scene.draft.plan.people) == ("nordhamn", 9)


def test_a_plan_kept_is_taken_up_again(opened: Callable[..., Hands]) -> None:
    """The screen says where it lies, and another day offers it."""
    hands = opened()
    hands.press("city oasis")
    hands.press("keep")
    (path,) = kept_plans()
    again = opened("fr")
    again.press(f"kept {path.name}")

    assert str(path) in hands.says()
    assert load_plan(path).plan == hands.scene.draft.plan == again.scene.draft.plan


def test_a_plan_taken_up_is_kept_where_it_was(opened: Callable[..., Hands]) -> None:
    """Changed and kept again it is the same file; another length is another plan."""
    hands = opened()
    hands.press("keep")
    hands.press("debrief+")
    hands.press("keep")
    (path,) = kept_plans()
    hands.press("minutes+")
    hands.press("keep")

    assert load_plan(path).plan.debrief == 12
    assert sorted(load_plan(each).plan.minutes for each in kept_plans()) == [90, 95]
    assert "Port-Clair, 90 min" in hands.says()


def test_first_names_go_to_the_table_and_into_no_plan(opened: Callable[..., Hands]) -> None:
    """Written beside a seat, they stand there once the workshop has started."""
    hands = opened()
    hands.press("pages:2")
    hands.click("names cityhall")
    hands.type("Léa")
    hands.press("keep")
    (path,) = kept_plans()
    room = hands.scene.room
    hands.press("start")

    assert room.session.seats["cityhall"].people == ("Léa",)
    assert "Léa" not in path.read_text(encoding="utf-8")


def test_a_plan_with_a_fault_is_refused_with_its_place(opened: Callable[..., Hands], tmp_path: Path) -> None:
    """The screen names the line; what was on it stays."""
    hands = opened()
    hands.press("keep")
    (path,) = kept_plans()
    path.write_text(path.read_text(encoding="utf-8").replace("devices: screen", "devices: phones"), encoding="utf-8")
    hands.press(f"kept {path.name}")

    assert isinstance(hands.scene.fault, ContentError)
    assert f"{path.name}:7:10" in hands.says()
    assert hands.scene.draft.plan.devices.value == "screen"


def test_a_workshop_starts_with_its_clock_set_and_waiting(opened: Callable[..., Hands]) -> None:
    """Rounds, challenges, seats and minutes are the plan's; time counts once the first challenge opens."""
    hands = opened()
    plan = hands.scene.draft.plan
    room = hands.scene.room
    hands.press("start")
    before = room.desk.ticking
    room.handle(Proceed())

    assert (before, room.desk.ticking) == (False, True)
    assert (room.session.minutes, room.session.game.rounds) == (72, plan.rounds)
    assert room.session.game.model.scenario.agenda == plan.agenda


def test_easy_reading_tells_the_cards_easily(opened: Callable[..., Hands]) -> None:
    """Starting such a workshop sets the cards to everyday words."""
    hands = opened()
    hands.press("audience:2")
    hands.press("start")

    assert hands.stage.frame.settings.easy


def test_on_paper_nobody_plays_for_those_who_are_not_there(opened: Callable[..., Hands]) -> None:
    """Seats that nobody holds stay silent instead of going to computer players."""
    hands = opened()
    for key in ("devices:1", *("people-",) * 4):
        hands.press(key)
    plan = hands.scene.draft.plan
    begin = beginning(plan, hands.scene.draft.cities[plan.scenario].folder)

    assert len(plan.held) == 4
    assert [seat.bot for seat in begin.seats] == [None] * len(city("port-clair").stakeholders)


def test_a_questionnaire_that_is_planned_is_at_hand_when_the_workshop_starts(opened: Callable[..., Hands]) -> None:
    """The foot of the table leads to it before the first challenge, and no longer after; without it, never."""
    hands = opened()
    hands.press("questionnaire")
    hands.press("start")
    hands.stage.tick(0.1)
    hands.press("step graduation-cap")
    asked = type(hands.scene).__name__
    hands.strike(pygame.K_ESCAPE)
    hands.press("main step")

    assert "LearningScene" == asked
    assert not hands.keys("step graduation-cap")


def test_the_sheets_are_written_beside_the_frames(opened: Callable[..., Hands], tmp_path: Path) -> None:
    """The screen says how many and where."""
    hands = opened()
    hands.press("pages:3")
    hands.press("print")
    hands.scene.room.printing.finish()
    hands.stage.tick(0.3)

    assert len(list((tmp_path / "plans" / "port-clair-pdf").glob("*.pdf"))) == 5
    assert "5 files written" in hands.says()


def test_the_keyboard_alone_prepares_and_starts(opened: Callable[..., Hands]) -> None:
    """From the title, Tab and Enter lead to the table."""
    hands = opened(text=2.0)
    hands.stage.open("title")
    for wanted in ("plan", "start"):
        for _ in range(60):
            hands.strike(pygame.K_TAB)
            focus = hands.stage.top.input.focus
            if focus is not None and focus.key == wanted:
                break
        hands.strike(pygame.K_RETURN)
        hands.stage.tick(0.1)

    assert type(hands.scene).__name__ == "TableScene"
