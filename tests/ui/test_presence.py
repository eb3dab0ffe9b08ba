"""Who is in the room: seen on the facilitator's page, changed there, and told at the table."""

from pathlib import Path

import pygame
import pytest

from game.engine.moves import Proceed
from game.engine.phases import Phase
from game.engine.seating import Entrust, Gather, Holder, LeaveEmpty
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage

PEOPLE = ("cityhall", "residents", "river")


@pytest.fixture
def held(tmp_path: Path) -> Room:
    """Returns a room in its first debate."""
    found = room(tmp_path, PEOPLE)
    play_until(found.session, Phase.DELIBERATION)
    return found


def page(held: Room) -> Hands:
    """Returns hands on the page, opened by its key."""
    shown = stage(SCENES, held)
    shown.open("facilitator")
    hands = Hands(shown)
    hands.press("pages:5")
    return hands


def test_people_join_and_leave_by_plus_and_minus(held: Room) -> None:
    """Each press is one person, and the room's total follows."""
    hands = page(held)
    hands.press("people residents+")
    hands.press("people residents+")
    hands.press("people residents-")

    assert held.session.holders["residents"].heads == 2
    assert hands.node("in the room").label == "4 personnes dans la salle"


def test_a_person_with_a_name_leaves_by_name(held: Room) -> None:
    """Striking out a name takes that person away, and no other."""
    held.handle(Gather("residents", ("Aïcha", "", "Bo")))
    page(held).press("leaves residents 0")

    assert ("", "Bo") == held.session.holders["residents"].people


def test_a_latecomer_is_written_down_beside_the_others(held: Room) -> None:
    """The names of a seat stand in one line, which has the hand at once; one name more is one person more."""
    held.handle(Gather("residents", ("Aïcha", "")))
    hands = page(held)
    hands.press("name residents")
    hands.type(", Zoé, Bo")
    hands.strike(pygame.K_RETURN)
    hands.stage.tick(0.01)

    assert ("Aïcha", "Zoé", "Bo") == held.session.holders["residents"].people
    assert hands.root.find("names residents") is None


def test_who_gives_no_name_stays_counted(held: Room) -> None:
    """Fewer names than people are some of them; leaving the line changes nothing."""
    held.handle(Gather("residents", ("", "", "")))
    hands = page(held)
    hands.press("name residents")
    hands.type("Zoé")
    hands.press("keep names residents")
    named = held.session.holders["residents"].people
    hands.press("name residents")
    hands.type("x")
    hands.press("leave names residents")

    assert ("Zoé", "", "") == named == held.session.holders["residents"].people


def test_a_seat_goes_to_the_computer_and_back(held: Room) -> None:
    """The computer plays it at once, and its people come back with the same head-count."""
    held.handle(Gather("residents", ("", "")))
    hands = page(held)
    hands.press("entrust residents")
    spoke = held.session.bot_choice()
    hands.press("take residents")

    assert spoke is not None
    assert held.session.holders["residents"].heads == 2
    assert not any(chosen == "residents" for chosen, _ in [held.session.bot_choice() or ("", None)])


def test_two_seats_change_places_for_as_long_as_chosen(held: Room) -> None:
    """First the seat, then for how long, then with whom; the same page sends them back."""
    held.handle(Gather("residents", ("Aïcha",)))
    hands = page(held)
    for key in ("swap residents", "length:1", "with river"):
        hands.press(key)
    there = held.session.holders["river"]
    hands.press("swap river")

    assert Holder("residents", ("Aïcha",)) == there
    assert held.session.holders["river"].home == "river"
    assert hands.scene.held.swap is None


def test_the_coach_offers_the_computer_for_a_seat_nobody_is_left_at(held: Room) -> None:
    """One press hands it over, another leaves it empty."""
    for key in ("coach do", "coach empty"):
        found = Room(held.folder)
        found.hold(held.session.as_it_stands())
        found.handle(Gather("residents", ()))
        page(found).press(key)
        after = found.session.holders["residents"]
        assert after.bot == "persona" if key == "coach do" else after.abstains


def test_a_seat_that_decides_alone_and_is_empty_is_handed_over(tmp_path: Path) -> None:
    """The table's one step is the computer, since nobody can decide for it."""
    found = room(tmp_path, PEOPLE, procedure="mayor")
    play_until(found.session, Phase.DECISION)
    found.handle(Gather("cityhall", ()))
    shown = stage(SCENES, found)
    shown.open("table")
    Hands(shown).press("main step")

    assert found.session.holders["cityhall"].bot == "persona"


def test_the_room_looks_on_when_the_computer_plays_every_seat(held: Room) -> None:
    """The table goes on by itself to the next phase, until somebody takes a seat back."""
    for seat in PEOPLE:
        held.handle(Entrust(seat))
    play_until(held.session, Phase.RESOLUTION)
    alone = held.goes_on_in()
    held.handle(Gather("river", ("",)))

    assert alone is not None
    assert held.goes_on_in() is None


def test_the_room_does_not_go_back_with_the_table(held: Room) -> None:
    """A branch from an earlier moment seats those who are here now; going back to the trunk, too."""
    held.handle(Gather("residents", ("", "", "")))
    held.session.branch(0, "elsewhere")
    here = held.session.holders["residents"].heads
    held.handle(Entrust("river"))
    held.session.go_to(0)

    assert here == 3
    assert held.session.holders["river"].bot == "persona"
    assert set(everyone()) == set(held.session.holders)


def test_an_empty_seat_has_no_floor(held: Room) -> None:
    """Neither the mark of a speaker nor the microphone goes to a seat that nobody is at."""
    held.handle(Gather("residents", ()))
    held.handle(LeaveEmpty("residents"))
    shown = stage(SCENES, held)
    shown.open("table")
    hands = Hands(shown)

    assert "floor residents" not in hands.keys("floor")
    held.handle(Proceed())
