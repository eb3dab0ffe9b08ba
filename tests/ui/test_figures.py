"""From every figure one step leads to why: books of money and time, parts of districts and groups, what composes it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.content.cards import Tech
from game.engine.moves import Reveal
from game.engine.phases import Phase
from game.report.causes import told
from game.ui.inquiry.account import EVERY_PART, inquired
from game.ui.inquiry.books import opened
from game.ui.inquiry.question import Question, Turn
from game.ui.legend import Legend
from game.ui.node import focus_order
from game.ui.scene import Push
from game.ui.scenes import SCENES
from game.ui.scenes.ledger import EVERY_POST
from game.ui.techmark import mark
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

Looking = Callable[..., Hands]
HEADLINES = ("economy", "ecology", "surveillance", "quality")


@pytest.fixture
def looking(tmp_path: Path) -> Looking:
    """Returns a maker of a table played until a phase of a round, with a screen over it when one is named."""

    def made(
        scene: str = "", phase: Phase = Phase.RESOLUTION, round_: int = 3, size: tuple[int, int] = (1920, 1080),
        language: str = "fr", text: float = 1.0, lifted: tuple[str, ...] = (), people: tuple[str, ...] = (),
        **args: Any,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, people)
        play_until(held.session, phase, round_)
        for of in lifted:
            held.session.submit(Reveal(of))
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        if scene:
            shown.perform(Push(scene, args))
        return Hands(shown)

    return made


@pytest.mark.parametrize(("key", "scene"), [("budget", "LedgerScene"), ("time", "LedgerScene")])
def test_money_and_time_lead_to_their_books(looking: Looking, key: str, scene: str) -> None:
    """The two figures of the head are pressed by the mouse and reached by the keyboard."""
    hands = looking()
    reached = hands.node(key) in focus_order(hands.root)

    hands.click(key)

    assert (True, scene) == (reached, type(hands.scene).__name__)


def test_every_mark_of_an_answer_leads_to_the_comparison(looking: Looking) -> None:
    """What an answer takes and what it does first are pressed to see the answers side by side, on that page."""
    hands = looking(phase=Phase.DELIBERATION, round_=2)

    for page in ("takes", "does"):
        assert len(hands.keys(f"{page} ")) == 3
    hands.press(hands.keys("does ")[1])

    assert ("CompareScene", "does") == (type(hands.scene).__name__, hands.scene.page)


@pytest.mark.parametrize("of", ["money", "time"])
@pytest.mark.parametrize("scope", ["round", "session"])
def test_bars_of_a_book_add_up_to_what_is_left(looking: Looking, of: str, scope: str) -> None:
    """The bars shown lead from what there was to what is left, and each panel's lines to its bar."""
    hands = looking("ledger", round_=4, of=of, scope=scope)

    book = opened(hands.scene.room.session, words_in("fr"), of, scope)  # type: ignore[arg-type]
    telling = told(book.account, book.words, EVERY_POST)
    assert telling.after - telling.before == sum(line.amount for line in telling.lines)
    assert [f"cause {line.name}" for line in telling.lines] == hands.keys("cause ")
    for key in hands.keys("cause "):
        hands.press(key)
        assert "En tout" in hands.says()


def test_private_money_stands_beside_the_book(looking: Looking) -> None:
    """What investors paid is told by name and is in no bar."""
    hands = looking("ledger", round_=4)

    assert "Argent privé" in hands.says()
    assert "ne passe pas par la caisse de la ville" in hands.says()


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("by", ["district", "group"])
@pytest.mark.parametrize("scope", ["round", "session"])
def test_bars_of_districts_and_groups_add_up(looking: Looking, headline: str, by: str, scope: str) -> None:
    """The parts on screen take the first level shown to the last one, and each part's causes to its bar."""
    hands = looking("why", round_=4, headline=headline, by=by, scope=scope)
    inquiry = inquired(hands.scene.room.session, words_in("fr"), headline, hands.scene.question)
    assert inquiry is not None

    telling = told(inquiry.account, inquiry.words, EVERY_PART)
    assert telling.after - telling.before == sum(line.amount for line in telling.lines)
    assert [f"cause {line.name}" for line in telling.lines] == hands.keys("cause ")
    for line in telling.lines:
        made, hidden = inquiry.within(inquiry.part(line.name) or "", line.amount)
        assert line.amount == sum(amount for _, amount in made) + hidden


def test_keys_and_clicks_turn_the_question(looking: Looking) -> None:
    """R turns between the round and the session, B goes from causes to districts to groups; the mouse does the same."""
    hands = looking("why", round_=4)

    hands.strike(pygame.K_r)
    hands.strike(pygame.K_b)
    by_key = hands.scene.question
    hands.click("scope:0")
    hands.click("by:2")

    assert [Question("session", "district"), Question("round", "group")] == [by_key, hands.scene.question]


def test_a_cause_of_a_part_leads_to_all_that_is_known_of_it(looking: Looking) -> None:
    """From a district's part, a press on one of its causes turns to that cause, with its source."""
    hands = looking("why", round_=4, headline="quality", by="district", scope="session")

    hands.press(hands.keys("part ")[0])

    assert "cause" == hands.scene.question.by and hands.scene.question.chosen
    assert "Sur quoi cela repose" in hands.says()


def test_a_question_forgets_its_bar_when_it_turns() -> None:
    """A bar followed among causes means nothing among districts."""
    turned = Question("round", "cause", "Un tram", True).heard(Turn({"by": "group"}))

    assert Question("round", "group") == turned


def test_groups_still_covered_are_one_nameless_part_of_lived_quality(looking: Looking) -> None:
    """Lived quality shown alone does not tell how any group lives: their parts are counted together."""
    hands = looking("account", round_=4, lifted=("lived",), of="lived", by="group")

    assert ["cause Ce qui n’est pas encore montré"] == hands.keys("cause ")


def test_what_composes_a_dimension_adds_up_and_leads_on(looking: Looking) -> None:
    """A dimension is its weighted levels; each leads to its own account."""
    hands = looking("made", round_=4, kind="dimension", of="environment")
    first = hands.keys("cause ")[0]

    hands.press(first)
    hands.press(hands.keys("why ")[0])

    assert type(hands.scene).__name__ in ("WhyScene", "AccountScene")


def test_a_vision_tells_no_axis_that_is_covered(looking: Looking) -> None:
    """Lived quality and dependency stay covered among the axes of a vision, as everywhere else."""
    hands = looking("made", round_=4, kind="vision", of="ethic_human")

    assert hands.keys("gap ")
    for of in ("lived", "dependency"):
        assert [] == hands.keys(f"why {of}")


def test_a_secret_is_no_bar_before_it_is_lifted(looking: Looking) -> None:
    """At the debrief a seat's outcome names what it kept quiet only once the room has lifted the secrets."""
    hands = looking("made", Phase.ENDED, 6, kind="payoff", of="platform")
    covered = hands.keys("cause ")
    hands.stage.perform(Push("made", {"kind": "payoff", "of": "platform", "lifted": True}))

    assert "cause Ce qui n’est pas encore montré" in covered
    assert "cause Ce qui n’est pas encore montré" not in hands.keys("cause ")


@pytest.mark.parametrize("page", ["short", "whom", "vision", "six", "money", "seats", "decisions"])
def test_each_page_of_the_debrief_leads_to_why(looking: Looking, page: str) -> None:
    """Figures of the debrief are pressed for their account, or have it named under their chart."""
    hands = looking("debrief", Phase.ENDED, 6, page=page)

    keys = [*hands.keys("level "), *hands.keys("ask "), *hands.keys("compare")]
    assert keys and all(hands.node(key).focusable for key in keys)
    hands.press(keys[0])
    assert hands.cut() == []


def test_thresholds_of_what_could_happen_lead_to_why(looking: Looking) -> None:
    """Each level that a shock waits for, and that shows, has its account one press away."""
    hands = looking("outlook", round_=4)

    hands.press(hands.keys("why ")[0])

    assert type(hands.scene).__name__ in ("WhyScene", "AccountScene")


def test_levels_of_another_way_of_deciding_say_why(looking: Looking) -> None:
    """A figure of a session that computers played under another way leads to the causes of that session."""
    hands = looking("ways", round_=2)
    hands.wait("level mayor economy")
    hands.press("level mayor economy")

    assert "AccountScene" == type(hands.scene).__name__
    assert hands.keys("cause ") and [] == hands.keys("contest")


def test_tech_levels_are_told_apart_without_colour() -> None:
    """In one single colour the three marks are three different shapes."""
    drawn = {mark(tech, 40, "#000000", "#FFFFFF") for tech in Tech}

    assert 3 == len(drawn)


def test_a_legend_opens_for_the_pointer_and_for_the_keyboard(looking: Looking) -> None:
    """What the marks mean is painted above them when they are pointed at or focused, and always read aloud."""
    hands = looking(phase=Phase.DELIBERATION, round_=2)
    node = hands.node(hands.keys("does ")[0])
    assert isinstance(node, Legend)
    before = pygame.Surface((1920, 1080))
    node.draw_over(before, hands.stage.frame.theme)

    node.focused = True
    after = pygame.Surface((1920, 1080))
    node.draw_over(after, hands.stage.frame.theme)

    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(after, "RGB")
    assert "avant toute suite" in node.value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_nothing_of_an_account_is_cut(looking: Looking, size: tuple[int, int], language: str, text: float) -> None:
    """Books, parts and composed figures fit, in both languages, with enlarged text too."""
    hands = looking("ledger", round_=4, size=size, language=language, text=text)
    faults = hands.cut()
    for scene, args in (
        ("ledger", {"of": "time"}), ("why", {"by": "group", "scope": "session"}),
        ("account", {"of": "trust", "by": "cause"}), ("made", {"kind": "vision", "of": "ethic_human"}),
        ("made", {"kind": "dimension", "of": "environment"}),
    ):  # fmt: skip
        hands.stage.perform(Push(scene, args))
        faults += hands.cut()
        for key in hands.keys("cause ")[:1]:
            hands.press(key)
            faults += hands.cut()

    assert [] == faults
