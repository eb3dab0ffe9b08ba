"""The words explained, and cards told in easy words: reachable from the menu, readable at any size."""

from pathlib import Path

import pytest

from game.content.load_glossary import load_glossary
from game.engine.phases import Phase
from game.ui.scene import Cancel, Push
from game.ui.scenes import SCENES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, everyone, play_until, room, stage


def table(folder: Path, size: tuple[int, int] = (1920, 1080), language: str = "fr", **settings: object) -> Hands:
    """Returns the table at its first proposals."""
    held = room(folder, everyone())
    play_until(held.session, Phase.PROPOSAL)
    shown = stage(SCENES, held, size, language, **settings)
    shown.open("table")
    return Hands(shown)


def test_the_menu_leads_to_the_words_and_escape_back(tmp_path: Path) -> None:
    """A press opens them, Escape closes them."""
    hands = table(tmp_path)

    hands.stage.perform(Push("menu"))
    hands.press("glossary")
    opened = type(hands.scene).__name__
    hands.stage.tell(Cancel())

    assert [opened, type(hands.scene).__name__] == ["GlossaryScene", "MenuScene"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_word_is_there_with_what_it_means(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    """Each word of the shared glossary, its meaning and where that comes from are said."""
    hands = table(tmp_path, size, language)
    hands.stage.perform(Push("glossary"))
    words, said = words_in(language), hands.says()

    assert [term.id for term in load_glossary().terms if words.of(term.means) not in said] == []


def test_the_setting_tells_cards_in_easy_words_at_once(tmp_path: Path) -> None:
    """The toggle of the menu changes challenge and answers; another press changes them back."""
    hands = table(tmp_path, language="en")
    card = hands.scene.room.session.game.challenge(hands.scene.room.session.state.challenge)
    before = hands.says()
    hands.stage.perform(Push("menu"))
    hands.press("easy")
    hands.stage.tell(Cancel())
    after = hands.says()

    for each in (card, *card.answers):
        assert each.text["en"] in before
        assert each.plain["en"] in after
        assert each.text["en"] not in after
