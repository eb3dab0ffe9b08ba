"""What could happen: reachable from the table by mouse and keyboard, told in order, never a die."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.engine.odds import odds
from game.engine.phases import Phase
from game.ui import widgets as w
from game.ui.scene import Cancel, Push
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

Looking = Callable[..., Hands]


@pytest.fixture
def table(tmp_path: Path) -> Looking:
    """Returns a maker of a table decided by the mayor, played until a phase of a round."""

    def made(
        phase: Phase = Phase.BRIEFING, round_: int = 5, size: tuple[int, int] = (1920, 1080), language: str = "fr",
        text: float = 1.0, seed: int = 4,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, procedure="mayor", seed=seed)
        play_until(held.session, phase, round_)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        return Hands(shown)

    return made


def test_the_briefing_leads_to_it_by_mouse(table: Looking) -> None:
    """A click on the briefing opens what could happen, and another closes it."""
    hands = table()

    hands.click("odds")
    opened = type(hands.scene).__name__
    hands.click("close")

    assert [opened, type(hands.scene).__name__] == ["OutlookScene", "TableScene"]


def test_the_letter_o_opens_it_and_escape_closes_it(table: Looking) -> None:
    """Anywhere on the table, O opens what could happen; Escape leads back."""
    hands = table(Phase.PROPOSAL, 2)

    hands.strike(pygame.K_o)
    opened = type(hands.scene).__name__
    hands.strike(pygame.K_ESCAPE)

    assert [opened, type(hands.scene).__name__] == ["OutlookScene", "TableScene"]


def test_the_menu_leads_to_it(table: Looking) -> None:
    """The menu offers it in every phase, and Escape from it comes back to the menu."""
    hands = table(Phase.DECISION, 2)
    hands.stage.perform(Push("menu"))

    hands.press("odds")
    opened = type(hands.scene).__name__
    hands.stage.tell(Cancel())

    assert [opened, type(hands.scene).__name__] == ["OutlookScene", "MenuScene"]


def test_every_shock_is_there_the_likeliest_first(table: Looking) -> None:
    """The cards stand in the order of the odds: under way, likely, impossible."""
    hands = table()
    hands.stage.perform(Push("outlook"))
    session = hands.scene.room.session

    assert hands.keys("shock ") == [f"shock {each.shock.id}" for each in odds(session.game, session.state)]


def test_each_threshold_is_told_with_the_present_level(table: Looking) -> None:
    """What the heatwave's neighbour, the flood, waits for stands there with where the city is."""
    hands = table(round_=1)
    hands.stage.perform(Push("outlook"))

    assert "Résilience\u00a0: 42,8, il faut moins de 50" in hands.says()


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_last_round_nothing_is_left(table: Looking, language: str) -> None:
    """Once the last round is resolved the sheet says that nothing more can happen."""
    hands = table(Phase.ENDED, 6, language=language)
    hands.stage.perform(Push("outlook"))

    assert words_in(language).say("odds.none_left") in hands.says()
    assert hands.keys("shock ") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.5])
def test_nothing_is_cut_or_squeezed(
    table: Looking, language: str, size: tuple[int, int], text: float
) -> None:
    """At each size, in each language, also with large text, every word has its place."""
    hands = table(size=size, language=language, text=text)
    hands.stage.perform(Push("outlook"))

    assert w.cut(hands.root) == []


def test_the_story_says_why_a_shock_came_and_when_it_will_end(table: Looking) -> None:
    """The round in which a drift began names the threshold passed and the one that ends it."""
    hands = table(Phase.RESOLUTION, round_=6, seed=2)

    said = hands.says().splitlines()

    assert any("Pourquoi\u00a0: " in line and "Cela prendra fin quand" in line for line in said)
