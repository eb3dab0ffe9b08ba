"""The rule pack on screen: chosen at the start, told on the table, explained in the assumptions and the debrief."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.content.load import load_rulebook
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.session import Session, begin
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, shipped, stage

TALL = (1280, 1200)
"""A window in which no choice is scrolled out of sight."""
Opened = Callable[..., Hands]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives the user a folder of their own, empty at first."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def session(pack: str | None) -> Session:
    """Returns a session of computer players under a pack."""
    loaded, _ = shipped()
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    return begin(loaded, load_rulebook(pack=pack), seats, 7, None, "2026-01-01T10:00:00")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Returns a maker of any screen over a session under a pack; what it began is closed in the end."""
    rooms: list[Room] = []

    def made(
        screen: str, pack: str | None = None, size: tuple[int, int] = TALL, language: str = "en", **settings: object
    ) -> Hands:
        held = Room(tmp_path / "sessions", pace=0.5)
        held.hold(play_until(session(pack), Phase.REFLECTION, 2))
        rooms.append(held)
        shown = stage(SCENES, held, size, language, **settings)
        shown.open(screen)
        return Hands(shown)

    yield made
    for held in rooms:
        held.close()


def focused(hands: Hands) -> Node | None:
    """Returns what the keyboard is on."""
    return hands.stage.top.input.focus


def test_a_pack_is_chosen_with_the_mouse(opened: Opened) -> None:
    """Clicking a pack shows what it holds and where it departs; the session begins with it."""
    hands = opened("seats")

    hands.click("rules techno-optimist")
    said = hands.says()
    hands.press("begin")

    assert "Departs from the paper on 3 ideas: C19, C27, C30." in said
    pack = hands.scene.room.session.pack
    assert pack is not None
    assert pack.applied.pack.id == "techno-optimist"


def test_a_pack_is_chosen_with_the_keyboard(opened: Opened) -> None:
    """Tab reaches each pack and Enter chooses it, in a small window too."""
    hands = opened("seats", size=(1280, 720))

    for _ in range(60):
        hands.strike(pygame.K_TAB)
        if (node := focused(hands)) is not None and node.key == "rules blank":
            break
    hands.strike(pygame.K_RETURN)

    assert hands.scene.plan.rules.pack == load_rulebook(pack="blank").pack.path


def test_the_papers_rules_come_first_and_can_be_taken_back(opened: Opened) -> None:
    """Without a choice the paper's rules are played; so are they after another pack was looked at."""
    hands = opened("seats")
    first = hands.scene.plan.rules.pack

    for key in ("rules blank", "rules paper", "begin"):
        hands.press(key)

    assert (first, hands.scene.room.session.pack) == (None, None)


def test_a_faulty_pack_lists_its_faults_and_cannot_begin(opened: Opened, home: Path) -> None:
    """A pack with faults is shown with them, and the button that begins is off."""
    folder = home / "rules" / "packs"
    folder.mkdir(parents=True)
    head = "id: ours\nname: {fr: Nous, en: Ours}\nabout: {fr: Rien., en: Nothing.}\nauthor: {fr: Nous., en: Us.}\n"
    (folder / "ours.yaml").write_text(head + "links: [{link: nowhere}]\n", encoding="utf-8")
    hands = opened("seats")

    hands.press("rules ours")

    assert not hands.node("begin").enabled
    assert "ours.yaml:5:" in hands.says()
    assert "expected a key “per10”, found none" in hands.says()


def test_the_table_says_whose_rules_are_played(opened: Opened) -> None:
    """A quiet line names the pack and counts the claims it departs from; pressing it shows the assumptions."""
    hands = opened("table", "techno-optimist")
    said = hands.says()

    hands.press("rules")

    assert "Rules: “Faith in technology”. They depart from the paper on 3 ideas." in said
    assert "AssumptionsScene" == type(hands.scene).__name__


def test_the_table_says_nothing_of_the_papers_own_rules(opened: Opened) -> None:
    """Under the paper's rules there is no such line."""
    hands = opened("table", "paper")

    assert hands.root.find("rules") is None


def test_the_assumptions_say_whose_number_each_is(opened: Opened) -> None:
    """A link that the pack moves shows the paper's number, the pack's reason and its source; numbers come after."""
    hands = opened("assumptions", "techno-optimist")
    said = hands.says()

    assert "Efficient services → Daily life · number of the rule pack · from +1.0 to +4.5" in said
    assert "Instead of +1: Journeys, energy, water, counters" in said
    assert "Harrison et al. (2010)" in said
    assert "A link this pack adds: Staff who have the right data" in said
    assert "Share of the economic gain lost when data are protected: 0.25 instead of 0.5" in said


def test_links_a_pack_adds_can_be_contested(opened: Opened) -> None:
    """They move and are erased like the others."""
    hands = opened("assumptions", "techno-optimist")

    hands.press("erase efficiency>trust")
    hands.press("apply")

    assert hands.scene.room.session.state.city.adjusted == {"efficiency>trust": 0}


def test_the_debrief_names_the_pack_and_its_departures(opened: Opened) -> None:
    """The first page names it; the page of decisions lists the claims and each change with its reason."""
    hands = opened("debrief", "techno-optimist")
    first = hands.says()
    hands.strike(pygame.K_7)
    said = hands.says()

    assert "Rules: “Faith in technology”. They depart from the paper on 3 ideas." in first
    assert "C27: " in said
    assert "Sensors → Profiling: +0.6 points per 10 instead of +3" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("screen", ["seats", "table", "assumptions", "debrief"])
def test_nothing_of_a_pack_is_cut(
    opened: Opened, screen: str, size: tuple[int, int], language: str, text: float
) -> None:
    """Everything fits at every size, in both languages, with enlarged text too."""
    hands = opened(screen, "techno-optimist", size, language, text=text)
    if screen == "seats":
        hands.press("rules techno-optimist")

    assert [] == hands.cut()
