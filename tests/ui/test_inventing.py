"""An answer of the room's own on screen: written, estimated voice by voice, admitted or refused, and kept."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.engine.moves import Propose
from game.engine.phases import Phase
from game.engine.seating import Gather
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage

Opened = Callable[..., Hands]
PEOPLE = ("residents", "river")
FIGURES = {"cost": "2,5", "upkeep": "0.2", "build": "1", "safety": "3", "literacy": "-1"}


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Returns a maker of tables in the first proposals, two seats held by people."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))

    def made(language: str = "en", people: tuple[str, ...] = PEOPLE, until: Phase = Phase.PROPOSAL) -> Hands:
        held = room(tmp_path, people=people)
        play_until(held.session, until)
        shown = stage(SCENES, held, (1920, 1080), language)
        shown.open("table")
        return Hands(shown)

    return made


def write(hands: Hands) -> None:
    """Writes an answer and puts it to the room."""
    hands.click("write title")
    hands.type("The neighbours’ bench")
    hands.click("write words")
    hands.type("One hour a week every courtyard opens.")
    for key in ("tech low", "leaning human", "touch safety", "touch literacy", "put"):
        hands.press(key)


def estimate(hands: Hands, **other: str) -> None:
    """Fills in the lines of the voice that speaks and gives its estimate."""
    for name, typed in {**FIGURES, **other}.items():
        hands.click(f"type {name}")
        hands.type(typed)
    hands.press("give")


def estimated(hands: Hands) -> None:
    """Writes an answer that three voices estimate."""
    write(hands)
    estimate(hands)
    hands.press("next")
    estimate(hands, cost="4", safety="6")
    hands.press("next")
    estimate(hands, cost="3", safety="-2")


def test_an_answer_is_written_estimated_and_admitted(table: Opened) -> None:
    """From the table and back: the card stands beside the others, with the median of what was typed."""
    hands = table()
    hands.press("step lightbulb")
    estimated(hands)
    hands.press("next")
    hands.press("admit")
    hands.press("close")
    session = hands.scene.room.session
    card = session.game.intervention(session.state.invented[0])

    assert (3.0, 0.2, [3.0, -1.0]) == (card.cost, card.upkeep, [effect.points for effect in card.effects])
    assert hands.node(f"answer {card.id}").label == "The neighbours’ bench"
    hands.press(f"propose {card.id}")
    assert session.turns[-1].move == Propose("residents", card.id, session.game.home(card.id))


def test_the_key_i_opens_the_sheet_and_escape_puts_it_away(table: Opened) -> None:
    """The sheet is reached without a mouse."""
    hands = table()
    hands.strike(pygame.K_i)
    assert "Write our own answer" in hands.says()
    hands.strike(pygame.K_ESCAPE)

    assert hands.node("step lightbulb").focusable


def test_the_line_to_be_written_in_has_the_hand(table: Opened) -> None:
    """Who begins to type writes the title, then the first figure of each voice: no letter is a shortcut."""
    hands = table()
    hands.strike(pygame.K_i)
    hands.type("Vans")
    title = hands.node("write title").value
    for key in ("tech low", "leaning human", "touch safety", "touch literacy"):
        hands.press(key)
    hands.click("write words")
    hands.type("Vans for all.")
    hands.press("put")
    hands.type("4")
    first = hands.node("type cost").value
    estimate(hands, cost="")
    hands.press("next")
    hands.type("7")

    assert ("Vans", "4", "7") == (title, first, hands.node("type cost").value)


def test_the_key_that_opens_a_line_is_not_written_in_it(table: Opened) -> None:
    """A keyboard says twice that a letter was struck, as a key and as text; the next time it is a letter."""
    hands = table()
    for _ in range(2):
        hands.stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_i, mod=0, unicode="i"))
        hands.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text="i"))
        hands.stage.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_i, mod=0, unicode="i"))

    assert "i" == hands.node("write title").value


def test_a_figure_out_of_reach_says_how_far_it_goes(table: Opened) -> None:
    """What may be given stands under its name, and in the ink of faults while it is passed."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    before = hands.node("between cost").colour
    hands.type("40")

    assert ("soft", "fall") == (before, hands.node("between cost").colour)


def test_nobody_sees_what_others_said_before_speaking(table: Opened) -> None:
    """The first voice's figures show to the second only once it has given its own."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    estimate(hands, cost="7.5")
    assert "7.5" in hands.says()
    hands.press("next")
    assert "7.5" not in hands.says()
    estimate(hands)

    assert "from 2.5 to 7.5" in hands.says()


def test_a_figure_is_nudged_within_its_bounds(table: Opened) -> None:
    """From an empty line, and never past what the rules allow."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    hands.press("more safety")
    hands.press("more safety")
    hands.press("less build")
    assert ("+2", "1") == (hands.node("type safety").value, hands.node("type build").value)
    hands.click("type safety")
    for _ in range(2):
        hands.strike(pygame.K_BACKSPACE)
    hands.type("12")

    assert not hands.node("more safety").focusable
    assert not hands.node("give").focusable


def test_what_is_no_number_is_not_given(table: Opened) -> None:
    """Letters, or a figure past its bounds, leave the estimate waiting."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    for name, typed in {**FIGURES, "cost": "two"}.items():
        hands.click(f"type {name}")
        hands.type(typed)
    assert not hands.node("give").focusable
    hands.click("type cost")
    for _ in range(3):
        hands.strike(pygame.K_BACKSPACE)
    hands.type("90")

    assert not hands.node("give").focusable


def test_an_answer_is_refused_with_a_reason(table: Opened) -> None:
    """The button waits for words; the table then hears them."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    hands.press("step:2")
    assert not hands.node("refuse").focusable and not hands.node("admit").focusable
    hands.click("reason")
    hands.type("Too vague")
    hands.press("refuse")

    assert "Refused: Too vague" in hands.says()
    assert hands.scene.room.session.state.invented == ()


def test_the_coach_leads_to_the_answer_that_waits(table: Opened) -> None:
    """Back at the table, the coach says that it waits, and its button opens it."""
    hands = table()
    hands.press("step lightbulb")
    write(hands)
    hands.press("close")
    assert "waits for the room to estimate it" in hands.says()
    hands.press("coach")

    assert hands.node("step:1").chosen


@pytest.mark.parametrize(("language", "told"), [("en", "in French too"), ("fr", "en anglais")])
def test_it_is_kept_from_the_sheet(table: Opened, tmp_path: Path, language: str, told: str) -> None:
    """One press writes it beside a copy of the scenario, and says which language is missing."""
    hands = table(language)
    hands.press("step lightbulb")
    estimated(hands)
    hands.press("next")
    hands.press("admit")
    hands.press("keep")
    said = hands.says()

    files = list((tmp_path / "home" / "scenarios" / "port-clair-ours" / "invented").glob("*.yaml"))
    assert 1 == len(files) and files[0].name in said
    assert (told if language == "fr" else "French") in said


def test_computers_alone_write_nothing(table: Opened) -> None:
    """Without people at the table the sheet says how to get there."""
    hands = table(people=())
    hands.strike(pygame.K_i)

    assert "The computer holds every seat" in hands.says()
    assert hands.root.find("put") is None


def test_everybody_in_the_room_has_a_voice_of_their_own(table: Opened) -> None:
    """People without a name speak as their seat, numbered; two of one name are told apart by their seats."""
    hands = table()
    for seat, people in zip(PEOPLE, (("Ana", "", ""), ("Ana", "")), strict=True):
        hands.scene.room.handle(Gather(seat, people))
    hands.stage.refresh()
    hands.press("step lightbulb")
    write(hands)

    desk = hands.scene._desk(words_in("en"))
    one, other = (desk.teller.seat(seat) for seat in sorted(PEOPLE, key=everyone().index))
    assert (f"Ana ({one})", f"{one} 2", f"{one} 3", f"Ana ({other})", f"{other} 2") == desk.voices[:5]
