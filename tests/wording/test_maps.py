"""Maps of causes in words, in both languages."""

import pytest

from game.content.causalmap import Arrow, CausalMap, Change, Moment, compared
from game.content.shapes import LANGUAGES
from game.engine.moves import Draw
from game.engine.setup import first_state
from game.engine.step import step
from game.wording.maps import MapTeller
from game.wording.sentences import event_told
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.engine.table import game, rules

FALLS = Arrow("prosperity", "affordability", -2)
RISES = Arrow("sensing", "safety", 3)
WIDE, NARROW = "\u00a0", "\u202f"


def teller(language: str) -> MapTeller:
    """Returns who tells maps of the shipped rules."""
    return MapTeller(rules().rulebook, words_in(language))


@pytest.mark.parametrize(
    ("language", "arrow", "told"),
    [
        ("en", FALLS, "When “Prosperity” rises, “Affordable living” clearly falls."),
        ("en", RISES, "When “Sensors” rises, “Safety” rises strongly."),
        ("fr", FALLS, f"Quand «{WIDE}Prospérité{WIDE}» monte, «{WIDE}Vie abordable{WIDE}» baisse nettement."),
        ("fr", RISES, f"Quand «{WIDE}Capteurs{WIDE}» monte, «{WIDE}Sécurité{WIDE}» monte fortement."),
    ],
)
def test_an_arrow_is_one_plain_sentence(language: str, arrow: Arrow, told: str) -> None:
    """Its sign is a verb, its strength an adverb."""
    assert told == teller(language).arrow(arrow)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_strength_has_its_own_words(language: str) -> None:
    """Six strengths, six sentences."""
    arrows = [Arrow("trust", "image", strength) for strength in (-3, -2, -1, 1, 2, 3)]

    assert 6 == len({teller(language).arrow(arrow) for arrow in arrows})


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (0, 2, "added: Trust → City image (+2)"),
        (2, 0, "dropped: Trust → City image (+2)"),
        (1, -1, "turned round: Trust → City image (+1 → −1)"),
        (-1, -3, "stronger: Trust → City image (−1 → −3)"),
        (3, 1, "weaker: Trust → City image (+3 → +1)"),
        (1, 1, "as it was: Trust → City image (+1)"),
    ],
)
def test_what_became_of_an_arrow_is_told_with_its_strengths(before: int, after: int, told: str) -> None:
    """One line each, before and after."""
    assert told == teller("en").change(Change("trust", "image", before, after))


def test_changes_come_before_what_stayed() -> None:
    """What turned round is told first, what stayed is only counted."""
    before = CausalMap("a", (FALLS, Arrow("trust", "image", 1), Arrow("image", "trust", 1)))
    after = CausalMap("b", (FALLS, Arrow("trust", "image", -1), RISES))

    lines = teller("en").changed(compared(before, after))

    assert ["turned round", "added", "dropped", "1 arrow as it was"] == [line.split(":")[0] for line in lines]


def test_an_arrow_against_the_rules_is_told_beside_their_sentence() -> None:
    """Whoever disagrees reads what they disagree with."""
    told = teller("en").opposed(Arrow("prosperity", "affordability", 1))

    assert told.startswith("Prosperity → Affordable living (+1), where the rules say: Growth pushes rents up")


@pytest.mark.parametrize(
    ("language", "arrows", "told"),
    [
        ("en", (FALLS,), "Map of causes by Ada, before the game: 1 arrow."),
        ("en", (), "The map of causes by Ada, before the game, is taken down."),
        ("fr", (FALLS, RISES), f"Carte des causes par Ada, avant la partie{WIDE}: 2 flèches."),
    ],
)
def test_the_log_names_who_drew_a_map_and_when(language: str, arrows: tuple[Arrow, ...], told: str) -> None:
    """The event is one sentence."""
    _, events = step(game(), first_state(game()), Draw(CausalMap("Ada", arrows), Moment.BEFORE))

    assert [told] == [event_told(Teller(game(), words_in(language)), event) for event in events]
