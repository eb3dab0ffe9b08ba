"""The sequence on the table: it begins by itself, can be steered, skipped and turned off, and rests on the result."""

from pathlib import Path

import pygame
import pytest

from game.city.scoring import gauges as gauges_of
from game.engine.events import Decided
from game.engine.moves import Proceed
from game.engine.phases import Phase
from game.ui import widgets as w
from game.ui.citymap.view import MapView
from game.ui.resolving.playback import BEFORE
from game.ui.room import Room
from game.ui.scenes.table import TableScene
from game.ui.scenes.why import WhyScene
from game.ui.stage import Stage
from game.ui.tabletop.moving import Gauge
from game.ui.tabletop.sequence import Sequence
from game.ui.tabletop.table import Hold
from game.wording import deciding
from game.wording.deciding import quoted
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage

SCENES = {"table": TableScene, "why": WhyScene}


def opened(tmp_path: Path, size: tuple[int, int] = (640, 360), **settings: object) -> Hands:
    """Returns hands on a table that has just been resolved."""
    held = room(tmp_path, everyone()[:1], procedure="mayor")
    play_until(held.session, Phase.RESOLUTION, 3)
    shown = stage(SCENES, held, size, **({"language": "en", "sequence": True} | settings))  # type: ignore[arg-type]
    shown.open("table")
    return Hands(shown)


def run(hands: Hands, seconds: float, dt: float = 0.05) -> None:
    """Lets time pass, and threads draw."""
    for _ in range(round(seconds / dt)):
        hands.stage.tick(dt)
        pygame.time.wait(1)


def drawn(hands: Hands) -> Hands:
    """Waits until the map is drawn as it will be shown."""
    for _ in range(3):
        hands.stage.tick(0.01)
    city = next(node for node in hands.root.walk() if isinstance(node, MapView))
    for _ in range(2000):
        if city.ready:
            break
        city.animate(0.1, hands.stage.frame.theme)
        pygame.time.wait(5)
    return hands


def showing(hands: Hands) -> bool:
    """Says whether a sequence runs."""
    return any(isinstance(node, Sequence) for node in hands.root.walk())


def test_a_resolution_is_told_by_itself_once(tmp_path: Path) -> None:
    """The sequence begins when the table has been resolved, rests on the result, then the table shows its page."""
    hands = drawn(opened(tmp_path))

    assert showing(hands)
    run(hands, 30)

    assert not showing(hands)
    assert hands.keys("account ")
    run(hands, 2)
    assert not showing(hands)


def test_a_hand_on_its_way_to_a_sequence_that_ends_presses_nothing_else(tmp_path: Path) -> None:
    """Escape and the blue button, meant to skip it, neither open the menu nor leave the result a moment too late."""
    hands = drawn(opened(tmp_path))
    while showing(hands):
        run(hands, 0.1)
    hands.strike(pygame.K_ESCAPE)
    hands.press("main step")
    late = hands.scene.room.session.state.phase
    run(hands, 1.0)
    hands.press("main step")

    assert (Phase.RESOLUTION, Phase.REFLECTION) == (late, hands.scene.room.session.state.phase)


def test_it_can_be_turned_off(tmp_path: Path) -> None:
    """With the setting off, the table shows its page at once; the sequence can still be asked for."""
    hands = opened(tmp_path, sequence=False)
    run(hands, 0.5)

    assert not showing(hands)
    hands.press("step rotate-ccw")
    assert showing(hands)


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_SPACE])
def test_one_key_skips_it(tmp_path: Path, key: int) -> None:
    """Escape or Space shows the result at once."""
    hands = opened(tmp_path)
    run(hands, 0.1)
    hands.strike(key)

    assert not showing(hands)


def test_the_table_can_be_played_by_key_and_mouse(tmp_path: Path) -> None:
    """Every control has a key to focus and a place to click; pausing holds the moment."""
    hands = drawn(opened(tmp_path))
    hands.press("play hold")
    at = hands.scene.showing.now.at
    run(hands, 6)

    assert at == hands.scene.showing.now.at
    hands.click("play on")
    hands.click("play on")
    assert hands.scene.showing.now.at == at + 2
    hands.strike(pygame.K_TAB)
    assert hands.stage.top.input.focus is not None
    hands.press("play back")
    assert hands.scene.showing.now.at == at + 1
    hands.press("play last")
    assert hands.scene.showing.now.alone
    hands.press("play slow")
    assert hands.scene.showing.now.slow
    hands.press("play skip")
    assert not showing(hands)


def test_gauges_end_where_the_city_stands(tmp_path: Path) -> None:
    """Step by step the gauges move from the level before the round to the present one."""
    hands = drawn(opened(tmp_path, reduced_motion=True))
    hands.press("play hold")
    gauges = [node for node in hands.root.walk() if isinstance(node, Gauge)]
    before = [gauge.number.amount for gauge in gauges]
    for _ in range(len(hands.scene.showing.now.steps) + 1):
        hands.press("play on")
    after = [node.number.amount for node in hands.root.walk() if isinstance(node, Gauge)]
    session = hands.scene.room.session

    assert BEFORE < hands.scene.showing.now.at
    assert before == [gauge.before for gauge in gauges]
    assert after == [gauges_of(session.game.model, session.state.city.values)[gauge.rule.id] for gauge in gauges]


def test_each_moment_is_told_in_words(tmp_path: Path) -> None:
    """What the screen shows can be heard: the cause, where, and what it makes of each gauge."""
    hands = drawn(opened(tmp_path))
    hands.press("play on")
    hands.press("play on")

    told = next(node.label for node in hands.root.walk() if node.role == "status")
    assert any(gauge in told for gauge in ("Economy", "Ecology", "Surveillance", "Quality"))
    assert told in hands.says()


def test_the_light_turns_to_the_district(tmp_path: Path) -> None:
    """A project that opens is lit where it stands, and its pin lands; with reduced motion nothing falls."""
    hands = drawn(opened(tmp_path, reduced_motion=True))
    hands.press("play on")
    city = next(node for node in hands.root.walk() if isinstance(node, MapView))
    step = hands.scene.showing.now.step

    assert set(step.districts) == {each.sign.id for each in city.districts if each.spotlit}
    assert not any(pin.animate(0.1, hands.stage.frame.theme) for pin in city.pins)


def test_an_unattended_table_goes_on(tmp_path: Path) -> None:
    """A demonstration tells each round and goes on by itself."""
    held: Room = room(tmp_path, rounds=2)
    held.pace, held.unattended = 0.01, True
    shown: Stage = stage(SCENES, held, (640, 360), "en", sequence=True)
    shown.open("table")
    told = 0
    for _ in range(4000):
        if held.session.over:
            break
        shown.tick(0.1)
        told += any(isinstance(node, Sequence) for node in shown.top.root.walk())  # type: ignore[union-attr]
        pygame.time.wait(1)

    assert told
    assert held.session.over


def test_undo_ends_it(tmp_path: Path) -> None:
    """When the move that resolved the round is taken back, nothing is left to show."""
    hands = drawn(opened(tmp_path))
    hands.stage.submit(Proceed())
    hands.stage.refresh()

    assert showing(hands)
    hands.scene.room.session.undo()
    hands.scene.room.session.undo()
    hands.stage.refresh()
    assert not showing(hands)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(("language", "text"), [("fr", 1.0), ("en", 1.0), ("fr", 1.5)])
def test_nothing_is_cut(tmp_path: Path, size: tuple[int, int], language: str, text: float) -> None:
    """Every moment fits, in both languages and with larger text."""
    hands = opened(tmp_path, size=size, language=language, text=text)
    run(hands, 0.1)
    hands.press("play hold")

    for slide in hands.root.find("caption").slides:  # type: ignore[union-attr]
        assert [] == w.cut(slide)
    assert [] == hands.cut()


def test_a_covered_level_colours_nothing(tmp_path: Path) -> None:
    """A group's well-being that not everyone may see can't be chosen, and colours nothing when it was held."""
    hands = opened(tmp_path, sequence=False)
    hands.stage.tell(hands_press({"tint": "precarious"}))
    assert not any(district.sign.tint for district in city_of(hands).districts)

    hands.stage.tell(hands_press({"tinting": True}))
    assert not hands.node("tint precarious").focusable
    hands.press("tint ecology")
    assert all(district.sign.tint == "ecology" for district in city_of(hands).districts)
    assert hands.root.find("legend") is not None


def hands_press(values: dict[str, object]) -> object:
    """Returns the press that changes what is in hand."""
    from game.ui.scene import Press

    return Press("hand", Hold(values))


def city_of(hands: Hands) -> MapView:
    """Returns the map on screen."""
    return next(node for node in hands.root.walk() if isinstance(node, MapView))


def test_a_district_leads_to_the_account(tmp_path: Path) -> None:
    """Pressing a district keeps its story on screen, and one press there opens why its gauge moved."""
    hands = opened(tmp_path, size=(1920, 1080), sequence=False)
    hands.stage.tell(hands_press({"district": "centre"}))
    hands.press("why centre")

    assert isinstance(hands.scene, WhyScene)


def test_the_map_can_have_all_the_room(tmp_path: Path) -> None:
    """Enlarged, the map takes the room of the page below; one press gives it back."""
    hands = opened(tmp_path, size=(1920, 1080), sequence=False)
    small = city_of(hands).rect.h
    hands.press("map size")
    large = city_of(hands).rect.h
    hands.press("map size")

    assert large > small * 1.3
    assert small == city_of(hands).rect.h
    assert [] == hands.cut()


@pytest.mark.parametrize("round_", [1, 3])
def test_it_opens_on_what_has_just_been_decided(tmp_path: Path, round_: int) -> None:
    """A room that has voted waits to hear what won, or that nothing did; the effects of older choices come after."""
    held = room(tmp_path, everyone()[:1])
    play_until(held.session, Phase.RESOLUTION, round_)
    shown = stage(SCENES, held, (640, 360), language="en", sequence=True)
    shown.open("table")
    hands = Hands(shown)
    table = hands.scene.table

    made = [event for event in held.since_last_round() if isinstance(event, Decided)]
    taken = ", ".join(quoted(table.teller, event.taken) for event in made if event.taken)
    told = drawn(hands).node("caption").label
    assert told.startswith(f"The city decides: {taken}. " if taken else "This time, nothing is decided. ")
    assert all(deciding.decision(table.teller, event.decision) in told for event in made)
