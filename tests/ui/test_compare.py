"""The answers side by side: rows that align, words before numbers, forecasts of the model, and nothing covered told."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.city.prospect import Span
from game.engine.moves import Reveal
from game.engine.phases import Phase
from game.ui.compare.facts import Asked, Cell, Fact
from game.ui.compare.interval import Interval
from game.ui.labels import Label, Paragraph
from game.ui.scene import Push
from game.ui.scenes import SCENES
from game.ui.scenes.compare import PAGES
from game.wording.sizes import move_told, span_told
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

Comparing = Callable[..., Hands]


@pytest.fixture
def comparing(tmp_path: Path) -> Comparing:
    """Returns a maker of the comparison, over a table played until a phase of a round."""

    def made(
        phase: Phase = Phase.DELIBERATION, round_: int = 2, size: tuple[int, int] = (1920, 1080), language: str = "fr",
        text: float = 1.0, theme: str = "light", lifted: tuple[str, ...] = (), **args: str,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path)
        play_until(held.session, phase, round_)
        for of in lifted:
            held.session.submit(Reveal(of))
        shown = stage(SCENES, held, size, language, text=text, theme=theme)
        shown.open("table")
        shown.perform(Push("compare", dict(args)))
        return Hands(shown)

    return made


@pytest.mark.parametrize("phase", [Phase.PROPOSAL, Phase.DELIBERATION, Phase.DECISION])
def test_the_key_c_compares_what_is_on_the_table(comparing: Comparing, phase: Phase) -> None:
    """While a challenge is on the table, C lays its three answers side by side, and C again puts them away."""
    hands = comparing(phase)
    hands.strike(pygame.K_ESCAPE)
    present = hands.scene.room.session.state.challenge

    hands.strike(pygame.K_c)
    opened = hands.scene.challenge
    hands.strike(pygame.K_c)

    assert (present, "TableScene") == (opened, type(hands.scene).__name__)


def test_rows_align_across_the_answers(comparing: Comparing) -> None:
    """Whatever each answer says, the cells of a row begin at the same height and stand under their own answer."""
    hands = comparing()
    sight = hands.scene.sight(words_in("fr"))

    for page in PAGES:
        hands.press(f"page:{list(PAGES).index(page)}")
        for fact in PAGES[page][1](sight):
            cells = [hands.root.find(f"cell {fact.key} {answer.id}") for answer in sight.answers]
            places = [cell.rect for cell in cells if cell is not None]
            assert len({place.y for place in places}) <= 1
            assert fact.alike or [place.x for place in places] == sorted({place.x for place in places})


def test_what_all_answers_say_is_said_once() -> None:
    """A row in which there is nothing to choose by is told as such."""
    same = Fact("back", "Retour", "undo-2", (Cell("facile"), Cell("facile"), Cell("facile")))
    other = Fact("back", "Retour", "undo-2", (Cell("facile"), Cell("facile"), Cell("dur")))

    assert (True, False) == (same.alike, other.alike)


@pytest.mark.parametrize(
    ("moved", "told"),
    [(400, "= presque rien"), (1_000, "▲ un peu"), (-2_400, "▼ nettement"), (5_000, "▲ fortement"),
     (-12_000, "▼ massivement")],
)  # fmt: skip
def test_sizes_are_told_in_words(moved: int, told: str) -> None:
    """One point is a touch, two to four clearly, five to nine strongly, ten or more massively."""
    assert told == move_told(moved, words_in("fr"))


def test_forecasts_have_no_decimals() -> None:
    """A forecast is told in whole points, and its range only where it makes a point of difference."""
    words = words_in("en")

    assert "+3" == span_told(Span(2_600, 3_000, 3_400), words)
    assert "+3 (+2 to +5)" == span_told(Span(2_100, 3_000, 4_800), words)


def test_a_forecast_says_that_it_is_one(comparing: Comparing) -> None:
    """The page of effects names the model, the way of deciding and how far ahead it looks."""
    hands = comparing(page="does", language="en")

    assert "The model’s forecast 4 rounds ahead, by “Majority vote”" in hands.says()


def test_each_cell_of_a_forecast_says_why(comparing: Comparing) -> None:
    """A press on a cell leads to the causes in whole points, and to the card's own effects with their sources."""
    hands = comparing(page="does")
    cell = next(key for key in hands.keys("cell quality") if "low" in key)

    hands.press(cell)

    assert isinstance(hands.scene.asked, Asked)
    assert "Ce que la carte fait d’abord" in hands.says()
    assert "L’article" in hands.says()


@pytest.mark.parametrize("page", list(PAGES))
def test_nothing_covered_is_told(comparing: Comparing, page: str) -> None:
    """While how groups live and what ties the city are covered, no page, cell or reason tells them."""
    hands = comparing(page=page)
    said = hands.says()
    for key in hands.keys("cell "):
        if hands.node(key).focusable:
            hands.press(key)
            said += hands.says()
            hands.press("put dialog away")

    assert "Qualité vécue →" not in said and "Dépendance technique :" not in said
    assert page != "takes" or "pas encore montré à tous" in said
    assert page != "whom" or "Chaque groupe est mesuré là où il vit" in said


def test_a_group_is_told_as_it_lives_once_that_shows(comparing: Comparing) -> None:
    """What the facilitator lifts is told by the group's own satisfaction, no longer by where it lives."""
    hands = comparing(page="whom", lifted=("students",))

    assert "Étudiants (mesuré où ils vivent)" not in hands.says()
    assert "Retraités (mesuré où ils vivent)" in hands.says()
    assert any(key.startswith("cell group students") for key in hands.keys("cell"))


def test_a_challenge_can_be_compared_long_after(comparing: Comparing) -> None:
    """After its decision a challenge shows as it stood on the table, with the answer that was taken named."""
    hands = comparing(Phase.REFLECTION, 4)
    first = next(iter(hands.scene._seen()))
    while hands.scene.challenge != first:
        hands.press("challenge before")

    sight = hands.scene.sight(words_in("fr"))
    assert sight.state.round < hands.scene.room.session.state.round
    assert sight.decided is None or "décidée" in hands.says()


def test_an_interval_shows_the_span_at_its_place() -> None:
    """Zero is in the middle, gains towards the end, and what is beyond the line stays on it."""
    node = Interval(Span(-1_000, 2_000, 9_000), 5_000, "quality")
    node.arrange(pygame.Rect(0, 0, 400, 34), 1.0)

    assert 200 == node.at(0)
    assert node.at(-1_000) < 200 < node.at(2_000) < node.at(9_000) == node.at(5_000)


def test_text_is_never_under_twenty_four(comparing: Comparing) -> None:
    """A comparison is read from the back of the room: no line of a row is smaller than 24 design units."""
    for page in PAGES:
        hands = comparing(page=page)
        rows = [node for key in hands.keys("row ") for node in hands.node(key).walk()]
        assert all(node.size >= 24 for node in rows if isinstance(node, Label | Paragraph))


def test_large_text_shows_one_answer_at_a_time(comparing: Comparing) -> None:
    """At 200 % a switch goes from answer to answer; the others are out of the way."""
    hands = comparing(page="takes", text=2.0)
    hands.press("answer:1")

    answers = hands.scene.sight(words_in("fr")).answers
    assert [] == [key for key in hands.keys("cell ") if not key.endswith(answers[1].id)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_nothing_of_a_comparison_is_cut(
    comparing: Comparing, size: tuple[int, int], language: str, text: float
) -> None:
    """Every page and the reasons of a cell fit, in both languages, with enlarged text too."""
    hands = comparing(size=size, language=language, text=text)

    faults = []
    for page in range(len(PAGES)):
        hands.press(f"page:{page}")
        faults += hands.cut()
        pressed = [key for key in hands.keys("cell ") if hands.node(key).focusable][:1]
        for key in pressed:
            hands.press(key)
            faults += hands.cut()
            hands.press("put dialog away")

    assert [] == faults
