"""The recount on screen: reached from the menu and the debrief, a rule a line, each count told step by step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.phases import Phase
from game.session import Session
from game.ui import widgets as w
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

Opened = Callable[..., Hands]


def counted(hands: Hands) -> Hands:
    """Lets the count, which goes on beside the frames, come to its end."""
    hands.scene.counting.finish()
    hands.stage.tick(0.1)
    return hands


@pytest.fixture
def recount(tmp_path: Path) -> Opened:
    """Returns a maker of the recount of a session at its end, or earlier."""

    def made(
        way: str = "majority", until: Phase = Phase.ENDED, size: tuple[int, int] = (1920, 1080), language: str = "en",
        text: float = 1.0, opened: str = "recount",
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, procedure=way)
        play_until(held.session, until, 6 if until is Phase.ENDED else 1)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open(opened)
        hands = Hands(shown)
        return counted(hands) if opened == "recount" else hands

    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["majority", "budget"])
def test_nothing_is_cut(recount: Opened, way: str, language: str, size: tuple[int, int]) -> None:
    """In both languages and three sizes everything fits, on a decision and on the whole session."""
    hands = recount(way, size=size, language=language)
    cut = w.cut(hands.root)
    hands.press("decision -1")
    counted(hands)

    assert cut + w.cut(hands.root) == []


@pytest.mark.parametrize("opened", ["menu", "debrief"])
def test_it_is_reached_from_the_menu_and_from_the_debrief(recount: Opened, opened: str) -> None:
    """A button of either opens it."""
    hands = recount(opened=opened)

    hands.press("recount")

    assert "Recount the room" in hands.says()


def test_each_count_is_told_step_by_step(recount: Opened) -> None:
    """Beside a rule, a button tells what it considered, chose and set aside; another closes it."""
    hands = recount()
    hands.press("how runoff")
    told = hands.says()
    hands.press("close steps")

    assert "1. " in told
    assert hands.root.find("steps") is None


def test_before_any_decision_there_is_nothing_to_count(recount: Opened) -> None:
    """In the first briefing the screen says that there are no ballots yet."""
    assert "no ballots to count" in recount(until=Phase.BRIEFING).says()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nobody_was_asked_nothing_is_recounted(recount: Opened, language: str) -> None:
    """An optimiser decides without wishes: no rule stands there choosing nothing, and the sheet says why."""
    hands = recount("algorithm", language=language)

    assert words_in(language).say("recount.unasked") == hands.node("nothing").label
    assert [] == [*hands.keys("rule "), *hands.keys("decision "), *w.cut(hands.root)]


def test_it_opens_on_a_decision_with_wishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a majority decided is recounted; what an optimiser decided after it is not there, which is said."""
    voted, unasked = (room(tmp_path, procedure=way, rounds=2).session for way in ("majority", "algorithm"))
    events = [*play_until(voted, Phase.ENDED).events, *play_until(unasked, Phase.ENDED).events]
    monkeypatch.setattr(Session, "events", property(lambda _: tuple(events)))
    shown = stage(SCENES, room(tmp_path), language="en")
    shown.open("recount")
    hands = counted(Hands(shown))
    seen = [each.key for each in hands.root.walk() if each.key.startswith("rule ")]

    assert ["decision 0", "decision 1", "decision -1"] == hands.keys("decision ")
    assert seen and "not here: nothing in" in hands.says()


def test_a_secret_vote_names_nobody_who_gets_nothing(recount: Opened) -> None:
    """Under secret ballots the number of seats is told, and no name."""
    hands = recount("majority")
    of = hands.scene.room.session.game
    names = [of.stakeholder(player).name.words["en"] for player in of.players]

    lines = [line for line in hands.says().splitlines() if "nothing" in line]

    assert lines
    assert not any(name in line for line in lines for name in names)
