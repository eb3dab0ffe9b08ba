"""Deals on screen: reached from the table, the menu and a role card; offered, answered and judged by pressing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.bargaining import Fate, ledger
from game.engine.phases import Phase
from game.ui import widgets as w
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage

Opened = Callable[..., Hands]
ONE, OTHER, THIRD = everyone()[:3]
COMPUTER = everyone()[4]


@pytest.fixture
def deals(tmp_path: Path) -> Opened:
    """Returns a maker of the deals, with three seats of people in deliberation, or later."""

    def made(
        until: Phase = Phase.DELIBERATION, size: tuple[int, int] = (1920, 1080), language: str = "en",
        text: float = 1.0, opened: str = "deals", people: tuple[str, ...] = (ONE, OTHER, THIRD),
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, people=people)
        play_until(held.session, until)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        hands = Hands(shown)
        if opened == "deals":
            hands.press("step handshake")
        return hands

    return made


def offer_in_words(hands: Hands, to: str, words: str) -> None:
    """Offers a deal in words, typed letter by letter."""
    hands.press(f"to {to}")
    hands.press("gives word")
    hands.click("gives words")
    hands.type(words)
    hands.press("offer")


def test_a_deal_is_offered_taken_and_judged(deals: Opened) -> None:
    """What is typed is what is promised; the other seat takes it; the room says that it was kept."""
    hands = deals()
    session = hands.scene.room.session
    offer_in_words(hands, OTHER, "We open the data")
    hands.press("take 0")
    hands.press("kept 0 by")

    found = ledger(session.game, session.state, session.events)

    assert [(ONE, OTHER, "We open the data", Fate.KEPT)] == [(e.by, e.to, e.promise.words, e.fate) for e in found]


def test_what_is_to_be_filled_in_has_the_hand(deals: Opened) -> None:
    """Choosing words, one writes at once; what opens at the foot of a low form comes into sight."""
    hands = deals(size=(1280, 720))
    hands.press("gives word")
    hands.type("We open the data")
    hands.press("takes back")

    asked = hands.node("takes answer")
    column = hands.node("deal form")
    assert "We open the data" == hands.scene.draft.gives.words
    assert column.rect.contains(asked.rect)


def test_a_computer_player_answers_at_once(deals: Opened) -> None:
    """Who offers a computer player a deal sees its answer without leaving the screen."""
    hands = deals()
    offer_in_words(hands, COMPUTER, "We come to your meeting")
    hands.stage.tick(0.05)

    assert hands.scene.room.session.state.deals[0].agreed is not None


def test_an_unfinished_deal_can_not_be_offered(deals: Opened) -> None:
    """Without a partner, or without the words of a promise, the button waits, and what is missing is said above it."""
    hands = deals()
    ready, told = [hands.node("offer").enabled], [hands.node("told").label]
    hands.press(f"to {OTHER}")
    hands.press("gives word")
    ready.append(hands.node("offer").enabled)
    told.append(hands.node("told").label)
    hands.click("gives words")
    hands.type("x")
    ready.append(hands.node("offer").enabled)
    hands.press("takes back")
    ready.append(hands.node("offer").enabled)
    told.append(hands.node("told").label)

    assert [False, False, True, False] == ready
    missing = ("Choose whom", "Say what is promised", "Say what is asked")
    assert all(said.startswith(start) for said, start in zip(told, missing, strict=True))


def test_the_table_says_that_a_deal_waits(deals: Opened) -> None:
    """In any phase, the seat that was asked finds its way to the deal."""
    hands = deals()
    offer_in_words(hands, OTHER, "We open the data")
    hands.press("close")

    assert "Answer a deal" in hands.says()


@pytest.mark.parametrize("way", ["menu", "card"])
def test_it_is_reached_from_the_menu_and_from_a_role_card(deals: Opened, way: str) -> None:
    """Both have a button that opens it."""
    hands = deals(opened="table")
    hands.press("menu" if way == "menu" else f"seat {OTHER}")
    hands.press("deals" if way == "menu" else "deal")

    assert "The ledger" in hands.says()


def test_without_people_nothing_can_be_offered(tmp_path: Path) -> None:
    """The form says why it is not there."""
    held = room(tmp_path)
    shown = stage(SCENES, held, language="en")
    shown.open("deals")
    hands = Hands(shown)

    assert "Computer players hold every seat" in hands.says()
    assert hands.root.find("offer") is None
    assert w.cut(hands.root) == []


def test_the_debrief_tells_what_came_of_each_promise(deals: Opened) -> None:
    """The page of the seats lists them, kept or broken."""
    hands = deals()
    offer_in_words(hands, OTHER, "We open the data")
    hands.press("take 0")
    hands.press("broken 0 by")
    session = hands.scene.room.session
    play_until(session, Phase.ENDED)
    shown = stage(SCENES, hands.scene.room, language="en")
    shown.open("debrief", page="seats")
    told = Hands(shown).says()

    assert "We open the data" in told
    assert "broken" in told
