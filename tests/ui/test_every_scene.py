"""Every screen can be read and reached: in both languages, at three sizes of screen and of text, in three themes.

The first situation of each scene is laid out in every combination; the others in four of them, each language, size of
screen and size of text taking its turn. Nothing of the layout depends on the theme: colours are looked at apart.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

import pytest
from attrs import evolve

from game.ui.scene import Settings
from game.ui.scenes import SCENES
from game.ui.theme import THEMES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.inking import faint
from tests.ui.reading import out_of_order, unreachable, unreadable
from tests.ui.rooms import LANGUAGES, SIZES
from tests.ui.situations import REGISTRY, Situation

TEXTS: Final = (1.0, 1.5, 2.0)
SMALL, PLAIN, FINE = SIZES
Cast = tuple[str, tuple[int, int], float]
EVERY: Final[tuple[Cast, ...]] = tuple(product(LANGUAGES, SIZES, TEXTS))
TURNS: Final[tuple[Cast, ...]] = (
    ("fr", PLAIN, 1.0), ("fr", SMALL, 2.0), ("en", PLAIN, 1.5), ("en", FINE, 2.0),
)  # fmt: skip
FIRST: Final = {situation.scene: situation for situation in reversed(REGISTRY)}


def called(situation: Situation) -> str:
    """Returns what a situation is called in a report."""
    return f"{situation.scene}: {situation.name}"


@pytest.fixture(scope="module", params=REGISTRY, ids=called)
def situation(request: pytest.FixtureRequest) -> Situation:
    """Returns each situation in turn."""
    found: Situation = request.param
    return found


@pytest.fixture(scope="module")
def hands(situation: Situation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """Returns hands on the screen of a situation, opened once for all that is asked of it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOSE_CITY_HOME", str(home))
        sessions = home / "sessions"
        sessions.mkdir()
        yield situation.open(sessions)


def lay_out(hands: Hands, language: str, size: tuple[int, int], text: float, theme: str = "light") -> None:
    """Builds the screen again for another size, language, size of text and theme."""
    settings = Settings(language=language, text=text, theme=theme)
    stage, words = hands.stage, words_in(language)
    stage.frame = evolve(stage.frame, width=size[0], height=size[1], settings=settings, words=words)
    stage.top.build(stage.frame)


def test_every_scene_is_looked_at() -> None:
    """A screen that `SCENES` names stands in the registry, or nobody looks at it."""
    assert sorted(SCENES) == sorted({situation.scene for situation in REGISTRY})


def test_everything_can_be_read(situation: Situation, hands: Hands) -> None:
    """No text is cut, shortened, smaller than 20 units or written over another, and no box leaves its place."""
    faults = []
    for language, size, text in EVERY if situation is FIRST[situation.scene] else TURNS:
        lay_out(hands, language, size, text)
        found = unreadable(hands.stage.top, size, hands.stage.frame.theme)
        faults += [f"{language} {size[0]} {text:.0%}: {fault}" for fault in found]

    assert [] == faults


def test_everything_can_be_reached(hands: Hands) -> None:
    """Tab leads to every control, in reading order, named and in sight, the longer language enlarged and the other."""
    faults = []
    for language, size, text in (("fr", SMALL, 2.0), ("en", PLAIN, 1.0)):
        lay_out(hands, language, size, text)
        found = [*unreachable(hands.stage.top), *out_of_order(hands.root)]
        faults += [f"{language} {size[0]} {text:.0%}: {fault}" for fault in found]

    assert [] == faults


def test_everything_stands_out(hands: Hands) -> None:
    """Text has 4.5:1 on what it is drawn on, large text, icons and what can't be pressed 3:1, in each theme."""
    faults = []
    for name, theme in THEMES.items():
        lay_out(hands, "fr", SMALL, 1.0, name)
        faults += faint(hands.root, SMALL, theme)

    assert [] == faults
