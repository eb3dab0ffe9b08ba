"""The facilitator's side: the clock, the coach, the light, the freeze, the scores, the time line and the notes."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.engine.events import PowerLost
from game.engine.moves import HideScores, Proceed, ShowScores, Strike
from game.engine.phases import Phase
from game.errors import GameError
from game.ui.commands import Advance, Branch, GoTo, Pause, PlanFor, Undo
from game.ui.facilitator.clock import written
from game.ui.facilitator.desk import (
    Coach,
    Erase,
    Extend,
    Facilitate,
    Freeze,
    Restart,
    RunClock,
    ShowClock,
    Spotlight,
    Write,
)
from game.ui.facilitator.view import Take
from game.ui.room import Room
from game.ui.scene import CallBack, Cancel, Key, Pop, Press, Push, Refused, Several, Submit
from game.ui.scenes import SCENES
from game.ui.scenes.facilitator import FacilitatorScene
from game.wording.words import words_in
from tests.session.rooms import session as kept_session
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage

PEOPLE = ("cityhall", "residents", "river")


@pytest.fixture
def held(tmp_path: Path) -> Room:
    """Returns a room in the first debate, the computer players having spoken."""
    found = room(tmp_path, PEOPLE)
    play_until(found.session, Phase.DELIBERATION)
    while found.session.bot_choice():
        found.session.submit(found.session.bot_choice()[1].move)
    found.desk.follow()
    found.desk.start_over()
    return found


@pytest.fixture
def facing() -> Callable[..., Hands]:
    """Returns what shows a screen of a room to a pair of hands."""

    def shown(of: Room, scene: str, size: tuple[int, int] = (1920, 1080), language: str = "en", text: float = 1.0,
              **args: object) -> Hands:  # fmt: skip
        found = stage(SCENES, of, size, language, text=text)
        found.open(scene, **args)
        found.tick(0.05)
        return Hands(found)

    return shown


# The clock.


def test_the_clock_counts_down_and_then_over(held: Room) -> None:
    """A debate is planned for four minutes; time comes in by steps."""
    held.desk.pass_time(90.5)
    before = held.desk.left()
    held.desk.pass_time(180)

    assert (written(before), written(held.desk.left())) == ("2:30", "−0:30")


def test_a_new_phase_has_its_own_time(held: Room) -> None:
    """Going on gives the next phase all its minutes, and puts the light out."""
    held.desk.pass_time(100)
    held.handle(Spotlight("river"))
    held.handle(Proceed())

    assert (written(held.desk.left()), held.desk.spotlight) == ("2:00", None)


def test_the_clock_stops_is_extended_begins_again_and_is_put_away(held: Room) -> None:
    """Each key of the clock does what it says."""
    desk = held.desk
    held.handle(RunClock(False))
    desk.pass_time(60)
    stopped = desk.left()
    held.handle(RunClock(True))
    desk.pass_time(60)
    held.handle(Extend(5))
    extended = desk.left()
    held.handle(Restart())
    again = desk.left()
    held.handle(ShowClock(False))

    assert (stopped, extended, again) == (240, 480, 240)
    assert (desk.ticking, desk.patience(), desk.pace()) == (False, None, None)


def test_minutes_planned_scale_the_phases(held: Room) -> None:
    """Planning less time shortens the debate, its share of what is left; the journal keeps the plan."""
    before = held.desk.left()
    held.handle(PlanFor(45))

    assert held.session.minutes == 45
    assert before / 2 < held.desk.left() < before * 0.6


def test_a_second_costs_one_small_rectangle(held: Room, facing: Callable[..., Hands]) -> None:
    """Nothing but the clock is drawn again when a second has passed."""
    hands = facing(held, "table")
    surface = pygame.Surface((1920, 1080))
    while hands.stage.tick(0.05):
        pygame.time.wait(5)  # the map is drawn in a thread
    hands.stage.paint(surface)
    held.desk.pass_time(1.0)
    moving = hands.stage.tick(1.0)
    rects = hands.stage.paint(surface)

    assert not moving
    assert len(rects) == 1 and rects[0].w * rects[0].h < 1920 * 1080 / 100


def test_the_clock_opens_its_keys_on_the_table(held: Room, facing: Callable[..., Hands]) -> None:
    """Pressing the clock in the head shows what can be done with it; T starts and stops it."""
    hands = facing(held, "table")
    hands.click("clock")
    hands.press("clock more 5")
    longer = held.desk.left()
    hands.strike(pygame.K_ESCAPE)
    hands.strike(pygame.K_t)

    assert (longer, held.desk.running) == (540, False)


# The coach.


def test_the_coach_says_one_thing_and_does_it(held: Room, facing: Callable[..., Hands]) -> None:
    """Once half the debate is over, a seat not heard yet is offered the floor."""
    assert held.desk.pass_time(130)
    hands = facing(held, "table")
    told = hands.node("coach told").label
    hands.press("coach")

    assert told == "3 seats haven’t spoken."
    assert hands.scene.hand.speaker == "residents"


def test_the_coach_is_silenced_and_asked_back(held: Room, facing: Callable[..., Hands]) -> None:
    """Its cross silences it on the table; the facilitator's window lets it speak again."""
    held.desk.pass_time(130)
    hands = facing(held, "table")
    hands.press("coach off")
    silent = hands.root.find("coach told")
    beside = facing(held, "facilitator")
    beside.press("coach on")

    assert silent is None
    assert held.desk.advice() is not None


# What lies over the table.


def test_a_seat_in_the_light_shows_no_secret(held: Room, facing: Callable[..., Hands]) -> None:
    """Name, argument and proposals are read from the back row; Escape puts the light out."""
    held.handle(Spotlight("platform"))
    hands = facing(held, "table")
    said, card = hands.says(), held.session.game.stakeholder("platform")
    hands.strike(pygame.K_ESCAPE)

    assert card.argument["en"] in said
    assert card.secret["en"] not in said
    assert held.desk.spotlight is None


def test_frozen_nothing_moves_on(held: Room, facing: Callable[..., Hands]) -> None:
    """The sentence fills the screen, the clock stands, moves are refused, and only going on goes on."""
    held.handle(Freeze("Look up"))
    hands = facing(held, "table")
    before = held.session.state
    hands.strike(pygame.K_u)
    hands.strike(pygame.K_ESCAPE)
    with pytest.raises(GameError) as refused:
        held.handle(Proceed())

    assert refused.value.key == "error.frozen"
    assert (held.session.state, held.goes_on_in(), held.desk.ticking) == (before, None, False)
    assert hands.node("frozen").label == "Look up"
    hands.press("go on")
    assert held.desk.frozen is None


def test_the_debrief_freezes_too(held: Room, facing: Callable[..., Hands]) -> None:
    """The sentence lies over the page, Escape leaves it there, and going on shows the page again."""
    play_until(held.session, Phase.ENDED, 9)
    held.handle(Freeze("Look up"))
    hands = facing(held, "debrief")
    hands.strike(pygame.K_ESCAPE)
    assert hands.node("frozen").label == "Look up"

    hands.press("go on")
    assert held.desk.frozen is None and hands.root.find("frozen") is None


def test_a_refusal_while_frozen_does_not_go_round_in_circles(held: Room, facing: Callable[..., Hands]) -> None:
    """A table that hears a refusal while frozen only says so."""
    hands = facing(held, "table")
    held.handle(Freeze("Look up"))
    hands.stage.perform(Submit(Proceed()))

    assert hands.scene.hand.notice is not None


@pytest.mark.parametrize("phase", [Phase.PROPOSAL, Phase.DELIBERATION, Phase.RESOLUTION, Phase.BRIEFING])
def test_without_scores_the_table_shows_no_figure_of_the_city(
    tmp_path: Path, facing: Callable[..., Hands], phase: Phase
) -> None:
    """Neither gauges nor changes nor effect signs are on screen or in what is read aloud."""
    found = room(tmp_path, PEOPLE)
    play_until(found.session, phase, 3)
    found.handle(HideScores())
    hands = facing(found, "table")
    kinds = {type(node).__name__ for node in hands.root.walk()}

    assert not {"Number", "Bar"} & kinds
    assert hands.root.find("account economy") is None
    assert not any(sign in hands.says() for sign in ("▲", "▼", "++"))


@pytest.mark.parametrize(
    "scene", ["why", "account", "lives", "outlook", "assumptions", "recount", "ways", "compare", "made"]
)
def test_without_scores_screens_of_figures_stay_shut(
    held: Room, facing: Callable[..., Hands], scene: str
) -> None:
    """Another screen stands in for each, and says when the figures come back."""
    held.handle(HideScores())
    hands = facing(held, "table")
    hands.stage.perform(Push(scene, {"headline": "economy"} if scene == "why" else {}))

    assert type(hands.scene).__name__ == "HiddenScene"


# The facilitator's own screen.


def test_without_scores_no_sequence_tells_the_round(tmp_path: Path, facing: Callable[..., Hands]) -> None:
    """The effects are not told step by step, neither by themselves nor when asked for."""
    found = room(tmp_path, PEOPLE)
    play_until(found.session, Phase.RESOLUTION)
    found.handle(HideScores())
    hands = facing(found, "table")
    hands.strike(pygame.K_r)

    assert hands.scene.showing.now is None
    assert hands.root.find("scores hidden") is not None


def test_a_freeze_breaks_a_sequence_off(tmp_path: Path, facing: Callable[..., Hands]) -> None:
    """The sentence shows at once, whatever was being told."""
    found = room(tmp_path, PEOPLE)
    play_until(found.session, Phase.RESOLUTION)
    hands = facing(found, "table")
    hands.strike(pygame.K_r)
    running = hands.scene.showing.now
    hands.stage.perform(Submit(Freeze("Look up")))

    assert running is not None
    assert hands.node("frozen").label == "Look up"


def test_secrets_and_notes_show_in_private_only(held: Room, facing: Callable[..., Hands]) -> None:
    """Over the projected table the same controls stand, without a secret, a prompt or a note."""
    held.handle(Write("They never looked at each other."))
    secret = held.session.game.stakeholder("cityhall").secret["en"]
    own, projected = facing(held, "facilitator"), facing(held, "table")
    projected.strike(pygame.K_F9)
    own.stage.tell(Press("", Take({"page": "seats"})))
    projected.stage.tell(Press("", Take({"page": "notes"})))

    assert secret in own.says()
    assert secret not in projected.says()
    assert "They never looked" not in projected.says()
    assert isinstance(projected.scene, FacilitatorScene)


def test_the_time_line_over_the_table_tells_no_level_while_scores_are_hidden(
    tmp_path: Path, facing: Callable[..., Hands]
) -> None:
    """A power lost is told with its level in private only."""
    found = room(tmp_path, (), procedure="algorithm", seed=1)
    play_until(found.session, Phase.ENDED)
    while found.session.over:
        found.session.undo()
    found.handle(HideScores())
    own, projected = facing(found, "facilitator"), facing(found, "table")
    projected.stage.perform(Push("facilitator", {"private": False}))
    for hands in (own, projected):
        hands.stage.tell(Press("", Take({"page": "time"})))

    assert any(isinstance(event, PowerLost) for event in found.session.events)
    assert "Surveillance stands at" in own.says()
    assert "Surveillance stands at" not in projected.says()


@pytest.mark.parametrize(
    "value", [Spotlight("river"), Freeze("x"), HideScores(), ShowScores(), Branch(1, "b"), GoTo(0), Strike("protest")]
)
def test_what_the_room_must_see_clears_its_screen_first(held: Room, value: object) -> None:
    """From the second window the projected one goes back to the table; over the table the sheet closes."""
    assert FacilitatorScene(held).on_input(Press("", value)) == Several((CallBack(), Submit(value)))
    assert FacilitatorScene(held, private=False).on_input(Press("", value)) == Several((Pop(), Submit(value)))


@pytest.mark.parametrize(
    "value", [RunClock(False), Extend(1), Coach(False), PlanFor(60), Undo(), Pause(True), Proceed()]
)
def test_everything_else_is_handed_on(held: Room, value: object) -> None:
    """The clock, the coach, the plan and the way on leave the projected screen as it is."""
    assert FacilitatorScene(held).on_input(Press("", value)) == Submit(value)


def test_escape_closes_the_sheet_and_never_the_window(held: Room) -> None:
    """In a window of its own there is nothing to go back to."""
    assert FacilitatorScene(held).on_input(Cancel()) is None
    assert FacilitatorScene(held, private=False).on_input(Cancel()) == Pop()


def test_figures_lead_to_the_pages(held: Room) -> None:
    """1 to 5 open the pages of the window."""
    scene = FacilitatorScene(held)
    scene.on_input(Key("3"))

    assert scene.held.page == "shocks"


def test_a_shock_is_previewed_then_struck_and_told_as_chosen(held: Room, facing: Callable[..., Hands]) -> None:
    """The preview says what it would do; the log says whose hand it was."""
    hands = facing(held, "facilitator")
    hands.stage.tell(Press("", Take({"page": "shocks"})))
    shock = next(iter(held.session.game.model.shocks))
    hands.press(f"shock {shock}")
    assert "What it touches first" in hands.says()
    hands.press("strike")

    assert "by the facilitator’s hand" in held.lines(hands.stage.frame.words)[-1].text
    assert not hands.node("strike").enabled


def test_a_branch_is_opened_named_and_left(held: Room, facing: Callable[..., Hands]) -> None:
    """From a moment of the time line, under a name, and back to the trunk where it stood."""
    before = held.session.state
    hands = facing(held, "facilitator")
    hands.stage.tell(Press("", Take({"page": "time"})))
    hands.click("branch name")
    hands.type("What if?")
    hands.press("moment 0")
    assert (held.session.state.round, held.session.track.name, held.paused) == (1, "What if?", True)
    hands.press("track 0")

    assert held.session.state == before
    assert [track.name for track in held.session.tracks] == ["", "What if?"]


def test_a_branch_begins_on_schedule(held: Room) -> None:
    """Going back in time is not being late."""
    held.desk.pass_time(1200)
    held.handle(Branch(0, "again"))

    assert held.desk.pace().behind == 0


@pytest.mark.parametrize("opened", ["key", "tab"])
def test_a_note_is_written_as_soon_as_its_page_opens(
    held: Room, facing: Callable[..., Hands], opened: str
) -> None:
    """The line has the hand: neither the figures nor the letters of a note are shortcuts."""
    hands = facing(held, "facilitator")
    if opened == "key":
        hands.strike(pygame.K_5)
    else:
        hands.press("pages:4")
    hands.type("2 vans")

    assert ("notes", "2 vans") == (hands.scene.held.page, hands.scene.held.note)


def test_notes_are_kept_beside_the_journal(tmp_path: Path, facing: Callable[..., Hands]) -> None:
    """A note is on disk when it shows, is there after a resume, and can be struck out."""
    found = Room(tmp_path)
    table = kept_session(tmp_path / "session.jsonl", bot=None)
    found.hold(table)
    hands = facing(found, "facilitator")
    hands.strike(pygame.K_5)
    hands.click("note")
    hands.type("A long silence")
    hands.strike(pygame.K_RETURN)
    file = tmp_path / "session.notes.txt"
    again = Room(tmp_path)
    again.hold(table)

    assert file.read_text(encoding="utf-8") == "Round 1 of 6, Briefing — A long silence\n"
    assert again.desk.notes == ["Round 1 of 6, Briefing — A long silence"]
    again.handle(Erase(0))
    assert (file.read_text(encoding="utf-8"), again.desk.notes) == ("", [])


def test_notes_that_cannot_be_written_are_told(tmp_path: Path, facing: Callable[..., Hands]) -> None:
    """The window says why, and the note is not shown as kept."""
    found = Room(tmp_path)
    found.hold(kept_session(tmp_path / "session.jsonl", bot=None))
    (tmp_path / "session.notes.txt").mkdir()
    hands = facing(found, "facilitator")
    hands.stage.perform(Submit(Write("lost")))

    assert isinstance(hands.scene.fault, GameError)
    assert (found.desk.notes, hands.scene.held.note) == ([], "")


def test_before_a_session_the_window_waits(tmp_path: Path, facing: Callable[..., Hands]) -> None:
    """Opened over the title it says that nothing is played."""
    hands = facing(Room(tmp_path), "facilitator")

    assert "No session is open" in hands.says()


def test_the_menu_opens_both(held: Room, facing: Callable[..., Hands]) -> None:
    """The second window and the controls on this screen are a press away."""
    hands = facing(held, "table")
    hands.stage.perform(Push("menu"))
    hands.press("facilitate")
    assert held.desk.facilitating
    hands.stage.perform(Push("menu"))
    hands.press("controls")

    assert isinstance(hands.scene, FacilitatorScene)


# Two stages on one room.


def test_what_one_window_does_the_other_shows(held: Room, facing: Callable[..., Hands]) -> None:
    """A move of the second window is on the projected table at once, and a sheet there closes for the light."""
    projected, own = facing(held, "table"), facing(held, "facilitator")
    projected.stage.peers, own.stage.peers = [own.stage], [projected.stage]
    projected.stage.perform(Push("menu"))
    own.stage.perform(Submit(Pause(True)))
    still_open = type(projected.scene).__name__
    own.stage.tell(Press("", Spotlight("river")))

    assert (still_open, type(projected.scene).__name__) == ("MenuScene", "TableScene")
    assert projected.root.find("light argument") is not None


@pytest.mark.parametrize(("scene", "named"), [("debrief", "DebriefScene"), ("ending", "EndingScene")])
def test_a_branch_from_the_end_leads_back_to_the_table(
    tmp_path: Path, facing: Callable[..., Hands], scene: str, named: str
) -> None:
    """Extending the clock leaves the screen open; going back to an earlier moment closes it."""
    found = room(tmp_path, (), rounds=1)
    play_until(found.session, Phase.ENDED)
    projected, own = facing(found, scene), facing(found, "facilitator")
    own.stage.peers = [projected.stage]
    own.stage.perform(Submit(Extend(1)))
    before = type(projected.scene).__name__
    own.stage.tell(Press("", Branch(0, "again")))

    assert (before, type(projected.scene).__name__) == (named, "TableScene")


def test_without_scores_computer_players_keep_their_reasons(held: Room) -> None:
    """A reason names what an answer would move."""
    while not any(line.reason for line in held.lines(words_in("en"))):
        held.handle(Advance())
    held.handle(HideScores())

    assert not any(line.reason for line in held.lines(words_in("en")))


def test_a_refusal_is_told_in_the_window_that_asked(held: Room, facing: Callable[..., Hands]) -> None:
    """The other window hears nothing of it."""
    projected, own = facing(held, "table"), facing(held, "facilitator")
    own.stage.peers = [projected.stage]
    own.stage.perform(Submit(GoTo(9)))

    assert isinstance(own.scene.fault, GameError)
    assert projected.scene.hand.notice is None


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [*SIZES[:2], (1280, 800)])
@pytest.mark.parametrize("private", [True, False])
def test_no_page_is_cut(
    held: Room, facing: Callable[..., Hands], size: tuple[int, int], language: str, text: float, private: bool
) -> None:
    """Every page fits, in both languages, on every size and enlargement."""
    held.session.branch(3, "Et si l’on attendait un peu avant de choisir ?")
    held.session.go_to(0)
    held.desk.pass_time(130)
    held.handle(Write("Une note"))
    hands = facing(held, "facilitator" if private else "table", size, language, text)
    if not private:
        hands.stage.perform(Push("facilitator", {"private": False}))
    for page in hands.scene.names:
        hands.stage.tell(Press("", Take({"page": page, "shock": next(iter(held.session.game.model.shocks))})))
        hands.stage.tick(0.01)
        assert hands.cut() == [], page


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("asked", [Spotlight("margins"), Freeze("Pause : regardez la salle"), HideScores()])
def test_nothing_over_the_table_is_cut(
    held: Room, facing: Callable[..., Hands], size: tuple[int, int], language: str, text: float, asked: object
) -> None:
    """The light, the freeze and the table without scores fit everywhere."""
    held.desk.pass_time(300)
    held.handle(asked)

    assert facing(held, "table", size, language, text).cut() == []


def test_a_refused_press_is_shown(held: Room) -> None:
    """What can't be done is said on the facilitator's screen."""
    scene = FacilitatorScene(held)
    scene.on_input(Refused(GameError("error.frozen")))

    assert scene.fault is not None


def test_facilitating_is_only_a_wish(held: Room) -> None:
    """The desk holds whether the window is wanted; the loop opens it."""
    held.handle(Facilitate(True))

    assert held.desk.facilitating


def test_those_who_listen_hear_the_end_of_a_phase_coming(held: Room) -> None:
    """The clock is heard while it runs, and not while it stands."""
    held.desk.pass_time(215)
    running = held.desk.heard()
    held.handle(Freeze("Look up"))

    assert (running, held.desk.heard()) == (25, None)
