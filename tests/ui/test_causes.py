"""Our map of causes: drawn by mouse and by keyboard, kept, saved, loaded, compared, run beside the session."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.mapfile import read_map, write_map
from game.engine.moves import Draw
from game.engine.phases import Phase
from game.errors import JournalError
from game.ui.causes.hand import Hand, OpenMap
from game.ui.causes.sketches import keep_all, rules_of, unkept
from game.ui.commands import Undo
from game.ui.room import Room
from game.ui.scene import Press, Push
from game.ui.scenes import SCENES
from tests.ui.hands import Hands
from tests.ui.rooms import play_until, room, stage

Opened = Callable[..., Hands]
MAP = CausalMap("the room", (Arrow("prosperity", "affordability", -3), Arrow("sensing", "safety", 3)))
LATER = CausalMap("the room", (Arrow("prosperity", "affordability", -2), Arrow("sensing", "trust", -2)))


@pytest.fixture
def causes(tmp_path: Path) -> Opened:
    """Returns a maker of the screen over a table that has played some rounds."""

    def made(
        *maps: tuple[CausalMap, Moment], phase: Phase = Phase.BRIEFING, round_: int = 1, playing: bool = True,
        size: tuple[int, int] = (1920, 1080), language: str = "en", text: float = 1.0,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, procedure="mayor") if playing else Room(tmp_path)
        if playing:
            play_until(held.session, phase, round_)
            for drawn, moment in maps:
                held.session.submit(Draw(drawn, moment))
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table" if playing else "title")
        shown.perform(Push("causes"))
        return Hands(shown)

    return made


def wall(hands: Hands) -> list[tuple[Moment, CausalMap]]:
    """Returns the maps the session keeps."""
    return [(drawn.moment, drawn.map) for drawn in hands.scene.room.session.state.maps]


def draw(hands: Hands, cause: str, effect: str, strength: str) -> None:
    """Draws an arrow on the ring by mouse; `strength` is the key of its segment."""
    for key in (f"stop {cause}", f"stop {effect}", f"strength:{strength}", "put"):
        hands.click(key)


def test_an_arrow_is_drawn_on_the_ring_by_mouse(causes: Opened) -> None:
    """A cause, an effect, a strength, and the arrow is on the map."""
    hands = causes()

    draw(hands, "prosperity", "affordability", "0")
    hands.click("keep")

    assert [(Moment.BEFORE, CausalMap("the room", MAP.arrows[:1]))] == wall(hands)


def test_an_arrow_is_drawn_by_keyboard_alone(causes: Opened) -> None:
    """Tab leads to the ends, lists open under Enter, the arrow goes on the map, and it is kept."""
    hands = causes()

    def go(key: str) -> None:
        for _ in range(80):
            hands.strike(pygame.K_TAB)
            focus = hands.stage.top.input.focus
            if focus is not None and focus.key == key:
                hands.strike(pygame.K_RETURN)
                hands.stage.tick(0.01)
                return
        raise AssertionError(f"{key} is out of reach")

    for key in ("cause", "measure sensing", "effect", "measure safety", "strength:5", "put", "keep"):
        go(key)

    assert [(Moment.BEFORE, CausalMap("the room", MAP.arrows[1:]))] == wall(hands)


def test_the_ring_itself_is_drawn_on_by_keyboard(causes: Opened) -> None:
    """Its measures take the focus and answer to Enter."""
    hands = causes()

    for name in ("stop sensing", "stop safety"):
        node = hands.node(name)
        hands.stage.top.input._set_focus(node)
        hands.strike(pygame.K_RETURN)

    assert ("sensing", "safety") == (hands.scene.hand.cause, hands.scene.hand.effect)


@pytest.mark.parametrize(
    ("pressed", "cause", "effect"),
    [
        (["trust"], "trust", None),
        (["trust", "trust"], None, None),
        (["trust", "image"], "trust", "image"),
        (["trust", "lived"], "lived", None),
        (["lived", "image"], "lived", "image"),
        (["trust", "image", "safety"], "safety", None),
    ],
)
def test_pressing_the_ring_goes_from_cause_to_effect(
    causes: Opened, pressed: list[str], cause: str | None, effect: str | None
) -> None:
    """First the cause, then the effect, then a new arrow; what is only read never becomes an effect."""
    hands = causes()

    for name in pressed:
        hands.click(f"stop {name}")

    assert (cause, effect) == (hands.scene.hand.cause, hands.scene.hand.effect)


def test_an_end_chosen_twice_frees_the_other(causes: Opened) -> None:
    """No arrow comes back to where it starts."""
    assert Hand(None, "trust") == Hand("trust", None).with_end("effect", "trust")


def test_an_arrow_in_the_making_says_what_it_means(causes: Opened) -> None:
    """Before it is put on the map, the sentence can be read aloud."""
    hands = causes()

    for key in ("stop prosperity", "stop affordability", "strength:0"):
        hands.click(key)

    assert "When “Prosperity” rises, “Affordable living” falls strongly." in hands.says()


def test_readings_are_offered_as_causes_only(causes: Opened) -> None:
    """The list of effects lacks what can't be pushed."""
    hands = causes()
    hands.click("cause")
    as_cause = hands.keys("measure ")
    hands.click("close")
    hands.click("effect")

    assert {"measure lived", "measure displaced", "measure coherence", "measure restriction"} == set(as_cause) - set(
        hands.keys("measure ")
    )


def test_an_arrow_taken_in_hand_changes_its_strength(causes: Opened) -> None:
    """Pressing it in the list, then another strength."""
    hands = causes((MAP, Moment.BEFORE))

    for key in ("arrow sensing>safety", "strength:3", "put", "keep"):
        hands.click(key)

    assert 1 == wall(hands)[0][1].strengths["sensing>safety"]


def test_an_arrow_is_erased(causes: Opened) -> None:
    """The bin beside it takes it off the map."""
    hands = causes((MAP, Moment.BEFORE))

    hands.click("erase sensing>safety")
    hands.click("keep")

    assert [(Moment.BEFORE, CausalMap("the room", MAP.arrows[:1]))] == wall(hands)


def test_leaving_keeps_what_was_drawn(causes: Opened) -> None:
    """Nobody has to think of saving: going back puts the map on the wall."""
    hands = causes()
    table = hands.scene.room.session
    draw(hands, "sensing", "safety", "5")

    hands.press("back")

    assert "TableScene" == type(hands.scene).__name__
    assert ["sensing>safety"] == [arrow.id for drawn in table.state.maps for arrow in drawn.map.arrows]


def test_leaving_without_drawing_adds_no_move(causes: Opened) -> None:
    """A look at the map is no move."""
    hands = causes((MAP, Moment.BEFORE))
    session = hands.scene.room.session
    moves = len(session.turns)

    hands.strike(pygame.K_ESCAPE)
    hands.stage.tick(0.01)

    assert ("TableScene", moves) == (type(hands.scene).__name__, len(session.turns))


def test_a_map_that_cannot_be_kept_stays_in_hand(causes: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told in one sentence, and the screen stays with the map."""
    hands = causes()
    draw(hands, "sensing", "safety", "5")

    def full(*_: object, **__: object) -> None:
        raise JournalError("error.journal_unwritable", file="x", reason="No space left")

    monkeypatch.setattr(hands.scene.room.session, "submit", full)
    hands.press("back")

    assert "CausesScene" == type(hands.scene).__name__
    assert "No space left" in hands.says()
    assert hands.keys("arrow ")


def test_a_map_taken_back_does_not_go_up_again(causes: Opened) -> None:
    """Undo at the table takes the map down for good."""
    hands = causes()
    held = hands.scene.room
    draw(hands, "sensing", "safety", "5")
    hands.press("back")

    held.handle(Undo())
    hands.stage.perform(Push("causes"))
    hands.press("back")

    assert () == held.session.state.maps


def test_the_window_that_closes_keeps_the_map(causes: Opened) -> None:
    """What is in hand when the window is shut goes to the journal."""
    hands = causes()
    held = hands.scene.room
    draw(hands, "sensing", "safety", "5")

    keep_all(held, "the room")

    assert ["the room"] == [drawn.map.author for drawn in held.session.state.maps]


def test_a_name_is_written_on_the_map(causes: Opened) -> None:
    """Who drew it is typed, accents included."""
    hands = causes()
    draw(hands, "sensing", "safety", "5")
    hands.click("author")
    for _ in range(8):
        hands.strike(pygame.K_BACKSPACE)
    hands.type("Amélie")

    hands.click("keep")

    assert ["Amélie"] == [drawn.author for _, drawn in wall(hands)]


def test_a_map_without_a_name_is_the_rooms(causes: Opened) -> None:
    """An empty field keeps nobody from keeping the map."""
    hands = causes()
    draw(hands, "sensing", "safety", "5")
    hands.click("author")
    for _ in range(8):
        hands.strike(pygame.K_BACKSPACE)

    hands.click("keep")

    assert ["the room"] == [drawn.author for _, drawn in wall(hands)]


def test_several_groups_draw_and_one_map_is_made_of_all(causes: Opened) -> None:
    """A second group starts its own map; the third is what both say, and none is lost."""
    hands = causes((MAP, Moment.BEFORE))

    hands.press("new map")
    draw(hands, "sensing", "safety", "3")
    hands.press("keep")
    hands.press("merge")
    hands.press("keep")

    maps = {drawn.author: drawn.strengths for _, drawn in wall(hands)}
    assert ["the room", "Group 2", "all together"] == list(maps)
    assert {"prosperity>affordability": -2, "sensing>safety": 2} == maps["all together"]


def test_another_groups_map_is_taken_in_hand_without_losing_this_one(causes: Opened) -> None:
    """What was drawn and not kept yet is kept first."""
    hands = causes((CausalMap("the neighbours", MAP.arrows), Moment.BEFORE))
    hands.press("new map")
    draw(hands, "trust", "image", "5")

    hands.press("map of the neighbours")

    assert {"the neighbours", "Group 2"} == {drawn.author for _, drawn in wall(hands)}
    assert "the neighbours" == hands.scene.drawn.author


def test_a_map_is_saved_beside_the_journal_and_loaded_again(causes: Opened, tmp_path: Path) -> None:
    """The file's name says moment and author; loading it for another moment brings the same arrows."""
    hands = causes((MAP, Moment.BEFORE))
    hands.press("save")
    (file,) = tmp_path.glob("*.csv")

    hands.press("view:2")
    hands.press("load")
    hands.press(f"file {file.name}")
    hands.press("keep")

    assert "map-before-the-room.csv" == file.name
    assert MAP.arrows == read_map(file, rules_of(hands.scene.room)).arrows
    assert [(Moment.BEFORE, MAP), (Moment.AFTER, MAP)] == wall(hands)


def test_a_faulty_file_shows_all_its_faults(causes: Opened, tmp_path: Path) -> None:
    """Each with its place; the map in hand stays as it was."""
    (tmp_path / "bad.csv").write_text("from,to,strength\ntrust,nowhere,1\ntrust,image,9\n", encoding="utf-8")
    hands = causes((MAP, Moment.BEFORE))

    hands.press("load")
    hands.press("file bad.csv")

    assert "2 faults to mend in this file" in hands.says()
    assert "bad.csv:3:13" in hands.says()
    hands.press("close")
    assert MAP == hands.scene.drawn


def test_a_folder_without_files_says_what_to_put_there(causes: Opened) -> None:
    """Nothing to load is no dead end."""
    hands = causes()

    hands.press("load")

    assert "No CSV file in" in hands.says()


def test_a_file_that_cannot_be_written_is_told(causes: Opened, tmp_path: Path) -> None:
    """Saving where something stands in the way is refused in one sentence."""
    (tmp_path / "map-before-the-room.csv").mkdir()
    hands = causes((MAP, Moment.BEFORE))

    hands.press("save")

    assert "expected to be able to write the map" in hands.says()


@pytest.mark.parametrize(
    ("phase", "round_", "view"),
    [(Phase.BRIEFING, 1, "before"), (Phase.RESOLUTION, 3, "during"), (Phase.ENDED, 9, "after")],
)
def test_the_screen_opens_on_the_moment_of_the_game(causes: Opened, phase: Phase, round_: int, view: str) -> None:
    """Before, during or after: nobody has to choose."""
    assert view == causes(phase=phase, round_=round_).scene.view


def test_before_any_session_a_map_can_be_drawn_and_waits_for_it(causes: Opened, tmp_path: Path) -> None:
    """From the title, without a session: the map is in hand when one begins."""
    hands = causes(playing=False)
    held = hands.scene.room
    draw(hands, "sensing", "safety", "5")
    assert ["view:0", "view:1"] == hands.keys("view:")
    hands.press("back")

    held.hold(room(tmp_path).session)

    assert "TitleScene" == type(hands.scene).__name__
    assert unkept(held, Moment.BEFORE, "the room")


def test_the_rules_page_tells_where_the_map_agrees(causes: Opened) -> None:
    """What both have, what only this map has."""
    hands = causes((MAP, Moment.BEFORE))

    hands.click("view:3")

    assert "1 arrow that the rules have too" in hands.says()
    assert "Sensors → Safety (+3)" in hands.says()


def test_what_changed_needs_two_maps_and_tells_them(causes: Opened) -> None:
    """With one map it says what is missing; with two, what became of each arrow."""
    one, two = causes((MAP, Moment.BEFORE)), causes((MAP, Moment.BEFORE), (LATER, Moment.AFTER))
    for hands in (one, two):
        hands.press("view:4")

    assert "Draw one map before the game and one after it" in one.says()
    assert "weaker: Prosperity → Affordable living (−3 → −2)" in two.says()
    assert "added: Sensors → Trust (−2)" in two.says()


def test_what_if_needs_a_round_played(causes: Opened) -> None:
    """Before the first round is over there is nothing to run again."""
    hands = causes((MAP, Moment.BEFORE))

    hands.press("view:5")

    assert "play one round" in hands.says()


def test_what_if_tells_which_arrows_did_it(causes: Opened) -> None:
    """Levels as played and as they would have been, and the causes of the gauge asked about."""
    hands = causes((MAP, Moment.BEFORE), phase=Phase.ENDED, round_=9)
    hands.press("view:5")
    over = hands.says()

    hands.click("laid:0")
    hands.click("level surveillance")

    assert "our arrow: Sensors → Safety" in over
    assert "Which arrows did it: Surveillance" in hands.says()
    assert "without the rules’ link" in hands.says()


def test_what_if_can_weigh_another_moments_map(causes: Opened) -> None:
    """The map drawn after the game is run as the one before it."""
    hands = causes((MAP, Moment.BEFORE), (LATER, Moment.AFTER), phase=Phase.ENDED, round_=9)
    hands.press("view:5")

    hands.click("weigh:0")
    before = hands.says()
    hands.click("weigh:1")

    assert before != hands.says()


@pytest.mark.parametrize("way", ["menu", "debrief", "title"])
def test_the_map_is_reached_from_menu_debrief_and_title(tmp_path: Path, way: str) -> None:
    """Wherever the talk turns to causes, the map is one press away."""
    held = room(tmp_path)
    play_until(held.session, Phase.ENDED, 9)
    shown = stage(SCENES, held, language="en")
    shown.open("table" if way == "menu" else way)
    hands = Hands(shown)
    if way == "menu":
        shown.perform(Push("menu"))

    hands.click("causes")

    assert "CausesScene" == type(hands.scene).__name__


def test_from_the_debrief_two_maps_open_on_what_changed(tmp_path: Path) -> None:
    """After the game, what was learnt comes first."""
    held = room(tmp_path)
    play_until(held.session, Phase.ENDED, 9)
    held.session.submit(Draw(MAP, Moment.BEFORE))
    held.session.submit(Draw(LATER, Moment.AFTER))
    hands = Hands(stage(SCENES, held, language="en"))
    hands.stage.open("debrief")

    hands.press("causes")

    assert "changes" == hands.scene.view


def test_loading_a_map_keeps_the_one_in_hand_first(causes: Opened, tmp_path: Path) -> None:
    """A file taken in hand never wipes out what was drawn."""
    write_map(CausalMap("x", MAP.arrows), tmp_path / "neighbours.csv")
    hands = causes()
    draw(hands, "trust", "image", "5")

    hands.press("load")
    hands.press("file neighbours.csv")

    assert ["the room"] == [drawn.author for _, drawn in wall(hands)]
    assert CausalMap("neighbours", MAP.arrows) == hands.scene.drawn


def test_a_map_opened_twice_is_the_same_map(causes: Opened) -> None:
    """Taking the map in hand that is in hand already changes nothing."""
    hands = causes((MAP, Moment.BEFORE))
    moves = len(hands.scene.room.session.turns)

    hands.stage.tell(Press("again", OpenMap(MAP)))
    hands.stage.tick(0.01)

    assert (MAP, moves) == (hands.scene.drawn, len(hands.scene.room.session.turns))
