"""Why did it change: causes that add up, each followed to its places, its people and its source."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.moves import Adjust
from game.engine.phases import Phase
from game.report.causes import told
from game.ui.inquiry.account import inquired
from game.ui.scene import Cancel, Key, Push, Submit
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

Asking = Callable[..., Hands]
HEADLINES = ("economy", "ecology", "surveillance", "quality")


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Returns a maker of the question, over a table played until a phase of a round."""

    def made(
        phase: Phase = Phase.RESOLUTION, round_: int = 3, size: tuple[int, int] = (1920, 1080), language: str = "fr",
        headline: str = "quality", scope: str = "round", text: float = 1.0,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path)
        play_until(held.session, phase, round_)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        shown.perform(Push("why", {"headline": headline, "scope": scope}))
        return Hands(shown)

    return made


def test_before_the_first_resolution_nothing_has_moved(asking: Asking) -> None:
    """Before any round is resolved the sheet says so, and offers no cause."""
    hands = asking(Phase.PROPOSAL, 1)

    assert "Rien n’a encore bougé." in hands.says()
    assert [] == hands.keys("cause ")


@pytest.mark.parametrize("round_", [1, 2, 3])
@pytest.mark.parametrize("headline", HEADLINES)
def test_the_change_asked_about_is_the_one_on_the_table(asking: Asking, headline: str, round_: int) -> None:
    """Table, log and sheet tell one change: the difference of the two levels as they are read."""
    hands = asking(round_=round_, headline=headline)
    scene, words = hands.scene, words_in("fr")
    inquiry = inquired(scene.room.session, words, scene.headline, scene.question)
    assert inquiry is not None
    change = words.change(inquiry.account.shift.change)
    hands.press("close")

    assert change in hands.node(f"gauge {headline}").value or change == "0,0"
    assert any(f"{inquiry.account.name} {change}" in line.text for line in scene.room.lines(words))


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("scope", ["round", "session"])
def test_bars_shown_add_up_to_the_change_shown(asking: Asking, headline: str, scope: str) -> None:
    """The bars on screen take the first level shown to the last one exactly, small causes summed as others."""
    hands = asking(round_=4, headline=headline, scope=scope)

    inquiry = inquired(hands.scene.room.session, words_in("fr"), hands.scene.headline, hands.scene.question)
    assert inquiry is not None
    telling = told(inquiry.account, inquiry.words)
    assert telling.after - telling.before == sum(line.amount for line in telling.lines)
    assert [f"cause {line.name}" for line in telling.lines] == hands.keys("cause ")


def test_largest_cause_is_followed_first(asking: Asking) -> None:
    """The sheet opens on the largest cause: where, who felt it, what it rests on."""
    hands = asking(round_=4, scope="session")

    first = hands.keys("cause ")[0].removeprefix("cause ")
    read = hands.says()

    assert f"{first} \n" in read
    assert "Sur quoi cela repose" in read
    assert "Où, en points de chaque indicateur" in read


def test_pressing_a_bar_follows_its_cause(asking: Asking) -> None:
    """A press on another bar shows that cause."""
    hands = asking(round_=4, scope="session")
    second = hands.keys("cause ")[1]

    hands.press(second)

    assert hands.scene.question.chosen == second.removeprefix("cause ")


def test_numbers_turn_to_another_gauge(asking: Asking) -> None:
    """The keys 1 to 4 turn to a gauge, and the tabs do too."""
    hands = asking()

    hands.stage.tell(Key("1"))
    by_key = hands.scene.headline
    hands.press("gauge:2")

    assert ("economy", "surveillance") == (by_key, hands.scene.headline)


def test_escape_leads_back_to_the_table(asking: Asking) -> None:
    """Escape closes the sheet."""
    hands = asking()

    hands.stage.tell(Cancel())

    assert "TableScene" == type(hands.scene).__name__


def test_link_can_be_contested(asking: Asking) -> None:
    """The room erases a link it does not believe; the sheet then shows it at zero and offers the rules' own again."""
    hands = asking(round_=4, scope="session")
    link = next(key for key in hands.keys("cause ") if "→" in key)
    hands.press(link)

    asked = hands.node("contest erase").on_press
    hands.press("contest erase")

    assert isinstance(asked, Submit) and isinstance(asked.move, Adjust) and asked.move.per10 == 0
    assert not hands.node("contest erase").enabled
    assert hands.node("contest as_written").enabled


def test_contesting_after_the_end_is_not_offered(asking: Asking) -> None:
    """Once the session is over no link can be contested."""
    hands = asking(Phase.ENDED, 6, scope="session")

    for key in hands.keys("cause "):
        hands.press(key)
        assert [] == hands.keys("contest")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.25, 1.5])
def test_nothing_of_the_answer_is_cut(asking: Asking, size: tuple[int, int], language: str, text: float) -> None:
    """Every gauge and period fits every size, in both languages, with enlarged text too."""
    hands = asking(round_=4, size=size, language=language, text=text)

    faults = []
    for gauge in range(4):
        for scope in range(2):
            hands.press(f"gauge:{gauge}")
            hands.press(f"scope:{scope}")
            faults += hands.cut()

    assert [] == faults
