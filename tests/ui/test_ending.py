"""The end screens: a picture, a text and colours of its own for each vision, and never a verdict alone."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.city.visions import Compass, compass
from game.content.load import load_scenario
from game.content.shapes import LANGUAGES
from game.engine.phases import Phase
from game.paths import data
from game.ui.endings.palette import DARK, LIGHT, palette
from game.ui.endings.pictures import LIGHTS, PATCHWORK, scenery
from game.ui.labels import Bar
from game.ui.node import describe
from game.ui.room import Room
from game.ui.scenes import SCENES, ending
from game.ui.shores import shore_of
from game.ui.skyline import Skyline, hours
from game.ui.skylineart import skyline_svg
from game.ui.theme import THEMES, still
from game.ui.vector import rasterise
from game.wording.words import words_in
from tests.ui.colours import contrast
from tests.ui.hands import Hands
from tests.ui.rooms import SIZES, everyone, play_until, room, shipped, stage

CITIES = tuple(sorted(path.parent.name for path in data("scenarios").glob("*/scenario.yaml")))
VISIONS = (*(each.id for each in shipped()[1].rulebook.visions.prototypes), PATCHWORK)
PARTS = ("title", "life", "absent", "question")
Ended = Callable[..., Hands]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Returns a room whose session is over."""
    found = room(tmp_path_factory.mktemp("ended"), rounds=2)
    play_until(found.session, Phase.ENDED)
    return found


@pytest.fixture
def ended(held: Room, monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Returns a maker of end screens, for a city nearest to the vision asked for."""

    def made(vision: str = "", size: tuple[int, int] = (1920, 1080), language: str = "fr", **settings: object) -> Hands:
        def nearest(*of: object) -> Compass:
            found = compass(*of)  # type: ignore[arg-type]
            return evolve(found, nearest=vision or found.nearest)

        monkeypatch.setattr(ending, "compass", nearest)
        shown = stage(SCENES, held, size, language, **settings)
        shown.open("ending")
        return Hands(shown)

    return made


def test_the_shipped_visions_are_all_drawn() -> None:
    """Each vision of the rules has a picture and colours of its own, and so has the patchwork."""
    assert set(VISIONS) == set(LIGHTS) == set(LIGHT) == set(DARK)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_vision_has_its_own_words(vision: str, language: str) -> None:
    """A title, the life one leads there, who is absent, and a question, told of no other vision."""
    words = words_in(language)
    others = [each for each in VISIONS if each != vision]

    told = [words.say(f"ending.{vision}.{part}") for part in PARTS]

    assert told[3].endswith("?")
    assert not {words.say(f"ending.{other}.{part}") for other in others for part in PARTS}.intersection(told)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("dark", [False, True])
def test_gallery_of_pictures(vision: str, dark: bool, tmp_path: Path) -> None:
    """Every picture can be drawn, differs from the title's and from the others', and is dark in a dark window."""
    size = (640, 360)
    drawn = {}
    for name in (vision, next(each for each in VISIONS if each != vision)):
        seen = scenery(name, dark)
        drawn[name] = rasterise(skyline_svg(*size, seen.shore, seen.first, seen.rise, seen.over), *size)
    pygame.image.save(drawn[vision], tmp_path / f"{vision}.png")
    one, other = (pygame.image.tobytes(each, "RGB") for each in drawn.values())
    light = sum(drawn[vision].get_at((320, 20))[:3]) / 3

    assert one != other
    assert (light < 90) is dark


@pytest.mark.parametrize("vision", VISIONS)
def test_gallery_of_cities(vision: str, tmp_path: Path) -> None:
    """One vision is another picture in each shipped city; towers, roofs and trees are those of its climate."""
    drawn = {}
    for city in CITIES:
        seen = scenery(vision, False, shore_of(load_scenario(data("scenarios", city)).scenario.city))
        drawn[city] = rasterise(skyline_svg(640, 360, seen.shore, seen.first, seen.rise, seen.over), 640, 360)
        pygame.image.save(drawn[city], tmp_path / f"{city}.png")

    assert len({pygame.image.tobytes(each, "RGB") for each in drawn.values()}) == len(CITIES)


def test_no_ship_sails_where_there_is_no_sea() -> None:
    """A city inland has its river before it: neither ferry nor dolphin is seen there."""
    inland = shore_of(load_scenario(data("scenarios", "oasis")).scenario.city)

    assert not inland.sea
    assert "ferry" in scenery("ethic_human", False).passing
    assert "ferry" not in scenery("ethic_human", False, inland).passing


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", THEMES)
def test_colours_of_a_vision_can_be_read(vision: str, name: str) -> None:
    """Accents stand out from panels and tints, ink from tints, in every theme."""
    theme = THEMES[name]
    colours = palette(vision, theme)

    assert contrast(colours.accent, theme.surface) >= 4.5
    assert contrast(colours.accent, colours.tint) >= 4.5
    assert contrast(theme.ink, colours.tint) >= 7
    assert contrast(colours.accent, theme.track) >= 3


@pytest.mark.parametrize("vision", VISIONS)
def test_never_a_verdict_alone(ended: Ended, vision: str) -> None:
    """Beside the vision the city is nearest to stand the shares of the others."""
    hands = ended(vision)

    shares = [node for node in hands.root.walk() if isinstance(node, Bar)]

    assert len(shares) >= 3
    assert all(node.label and node.value for node in shares)
    assert words_in("fr").say(f"ending.{vision}.question") in hands.says()


def test_a_vision_of_a_pack_borrows_the_patchwork(ended: Ended) -> None:
    """A vision that the shipped game does not know is shown all the same."""
    hands = ended("harbour_republic")

    assert words_in("fr").say("ending.patchwork.title") in hands.says()


def test_shares_count_up_once_and_not_where_nothing_moves(ended: Ended) -> None:
    """The bars grow from nothing the first time; with reduced motion they stand at once."""
    moving, calm = ended("eco_life"), ended("eco_life", reduced_motion=True)
    bars = [[node for node in each.root.walk() if isinstance(node, Bar)] for each in (moving, calm)]

    first = [bar.shown for bar in bars[0]]
    calm.stage.tick(0.02)

    assert first == [0.0] * len(first)
    assert [bar.shown for bar in bars[1]] == [bar.level for bar in bars[1]]


def test_the_way_on_leads_to_the_debrief(ended: Ended) -> None:
    """From the end screen one goes on to the debrief."""
    hands = ended()

    hands.press("debrief")

    assert "DebriefScene" == type(hands.scene).__name__


def test_the_way_back_leads_to_the_table(ended: Ended) -> None:
    """The table can be looked at again."""
    hands = ended()

    hands.press("back")

    assert "TableScene" == type(hands.scene).__name__


def test_the_picture_says_what_it_shows(ended: Ended) -> None:
    """A reader is told which vision is drawn."""
    picture = next(node for node in ended("symbiotic").root.walk() if isinstance(node, Skyline))

    assert (picture.role, picture.label) == ("image", "Ville symbiotique")


def test_an_end_screen_rests_when_nothing_may_move(ended: Ended) -> None:
    """Once the picture is there, reduced motion asks for no frame."""
    hands = ended("jail_city", (640, 360), reduced_motion=True)
    picture = next(node for node in hands.root.walk() if isinstance(node, Skyline))
    hands.stage.tick(0.02)
    hours(picture.scenery, picture.rect.size).finish()
    hands.stage.tick(0.02)

    assert hands.stage.tick(0.02) is False
    assert picture.animate(1.0, still(THEMES["light"])) is False


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.25, 1.5, 2.0])
def test_nothing_of_an_end_is_cut(ended: Ended, size: tuple[int, int], language: str, text: float) -> None:
    """Every end fits every size in both languages, with enlarged text too."""
    faults = [fault for vision in VISIONS for fault in ended(vision, size, language, text=text).cut()]

    assert [] == faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_room_that_decided_nothing_is_told_so(tmp_path: Path, language: str) -> None:
    """The nearest vision is not the room's doing: the screen says so, and asks what kept the room."""
    held = room(tmp_path, everyone(), rounds=2)
    play_until(held.session, Phase.ENDED)
    shown = stage(SCENES, held, language=language)

    shown.open("ending")

    words = words_in(language)
    assert shown.top.root is not None
    told = [label for _, label, _ in describe(shown.top.root)]
    assert {words.say(f"ending.slight.{part}") for part in ("near", "title", "question")} <= set(told)
    assert any(label.startswith(words.count("ending.slight.taken", 0)) for label in told)
