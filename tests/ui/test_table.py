"""The table: what is pressed becomes moves, each phase says what to do next, and what is secret stays secret."""

import re
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.city.state import adoptions
from game.engine.moves import Decide, Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.phases import Phase
from game.errors import IllegalMove, JournalError, Refusal
from game.ui import widgets as w
from game.ui.commands import Pause, TakeOver, Undo
from game.ui.node import Node, focus_order
from game.ui.room import Room
from game.ui.scene import Cancel, Change, Key, Press, Push, Refresh, Refused, Replace, Several, Submit
from game.ui.scenes.table import UNCOVERED, TableScene
from game.ui.stage import Stage
from game.ui.tabletop.table import Hold
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, everyone, play_until, room, stage

SITUATIONS: dict[str, tuple[Phase, int, tuple[str, ...], str]] = {
    "first briefing": (Phase.BRIEFING, 1, ("cityhall",), "majority"),
    "people propose": (Phase.PROPOSAL, 1, ("cityhall", "residents"), "majority"),
    "computers propose": (Phase.PROPOSAL, 3, (), "majority"),
    "people deliberate": (Phase.DELIBERATION, 2, ("residents", "river"), "majority"),
    "people vote": (Phase.DECISION, 2, ("residents", "river"), "majority"),
    "a mandate proposes": (Phase.PROPOSAL, 1, ("cityhall",), "mayor"),
    "people decide": (Phase.DECISION, 2, ("cityhall",), "mayor"),
    "computers decide": (Phase.DECISION, 3, (), "mayor"),
    "resolution": (Phase.RESOLUTION, 3, (), "majority"),
    "later briefing": (Phase.BRIEFING, 4, (), "mayor"),
    "reflection": (Phase.REFLECTION, 3, (), "majority"),
    "the end": (Phase.ENDED, 6, (), "majority"),
}


class Table:
    """A table in some situation, with hands on it."""

    def __init__(self, held: Room, shown: Stage) -> None:
        self.room, self.stage = held, shown

    @property
    def scene(self) -> TableScene:
        """The scene on top."""
        scene = self.stage.top.scene
        assert isinstance(scene, TableScene)
        return scene

    @property
    def root(self) -> Node:
        """The tree on screen."""
        root = self.stage.top.root
        assert root is not None
        return root

    def node(self, key: str) -> Node:
        """Returns the node of that key."""
        found = self.root.find(key)
        assert found is not None, key
        return found

    def press(self, key: str) -> None:
        """Presses what has that key."""
        node = self.node(key)
        assert node.focusable, key
        self.stage.tell(Press(key, node.on_press))

    def says(self) -> str:
        """Returns everything that can be read or heard."""
        return "\n".join(f"{label} {value}" for _, label, value in w.describe(self.root))


Situated = Callable[..., Table]


@pytest.fixture
def table(tmp_path: Path) -> Situated:
    """Returns a maker of tables in a named situation."""

    def made(situation: str, language: str = "fr", size: tuple[int, int] = (1920, 1080), text: float = 1.0) -> Table:
        phase, round_, people, procedure = SITUATIONS[situation]
        held = room(tmp_path, people, procedure=procedure)
        play_until(held.session, phase, round_)
        shown = stage({"table": TableScene}, held, size, language, text=text)
        shown.open("table")
        return Table(held, shown)

    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", ["answers", "map", "gauges", "seats", "log"])
def test_enlarged_text_shows_one_area_at_a_time(table: Situated, tab: str, language: str) -> None:
    """With text at 150 % each area has a tab, and nothing is cut."""
    shown = table("people deliberate", language, text=1.5)
    shown.stage.tell(Press("", Hold({"tab": tab})))

    assert [] == w.cut(shown.root)
    assert shown.node("main step").focusable


@pytest.mark.parametrize("situation", [name for name in SITUATIONS if name != "people decide"])
def test_one_primary_action(table: Situated, situation: str) -> None:
    """At every moment one button, and only one, is the main one."""
    shown = table(situation)

    primary = [node for node in shown.root.walk() if isinstance(node, w.Button) and node.kind == "primary"]

    assert ["main step"] == [node.key for node in primary]


def test_the_phase_says_what_the_table_does(table: Situated) -> None:
    """The foot of the table tells the rulebook's sentence for the phase; how long it takes, where no clock tells it."""
    shown = table("people deliberate")
    rule = next(rule for rule in shown.room.session.game.model.rules.phases if rule.id == "deliberation")

    assert rule.say["fr"] == shown.node("say").label

    shown.room.desk.clock = False
    shown.stage.refresh()

    assert rule.say["fr"] in shown.node("say").label and "4" in shown.node("say").label


def test_only_the_present_phase_is_lit(table: Situated) -> None:
    """The ribbon names the six phases and lights the present one."""
    shown = table("people vote", "en")

    names = [node.label for node in shown.node("ribbon").walk() if node.label]

    assert 6 == len(names)
    assert "Decision" == shown.node("phase").label


def test_proposing_hands_in_a_move(table: Situated) -> None:
    """The seat that has the floor proposes an answer at the challenge's home, and it is on the table."""
    shown = table("people propose")
    shown.press("propose mobility.low")

    proposal = shown.room.session.state.proposals[0]

    assert ("mobility.low", "centre", ("cityhall",)) == (proposal.intervention, proposal.district, proposal.proposers)


def test_a_district_pressed_is_where_an_answer_goes(table: Situated) -> None:
    """Pressing a district changes the place of the next proposal, and pressing it again gives the home back."""
    shown = table("people propose")
    shown.press("district harbour")
    there = shown.node("propose mobility.low").on_press
    shown.press("district harbour")
    home = shown.node("propose mobility.low").on_press

    assert Propose("cityhall", "mobility.low", "harbour") == there  # type: ignore[arg-type]
    assert Propose("cityhall", "mobility.low", "centre") == home  # type: ignore[arg-type]


def test_an_answer_too_dear_says_so(table: Situated, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that the city can't pay has no button and tells why."""
    monkeypatch.setattr("game.ui.tabletop.answers.affordable", lambda *_: False)

    shown = table("people propose", "en")

    assert shown.root.find("propose mobility.low") is None
    assert "Too dear: the city would pass its debt limit" in shown.says()


def test_an_answer_that_lacks_something_says_what(table: Situated) -> None:
    """An answer whose requirement isn't met tells what is missing, how much there is and how much is needed."""
    shown = table("a mandate proposes", "en")
    held = shown.room.session
    while held.state.challenge != "governance":
        chosen = held.bot_choice()
        held.submit(chosen[1].move if chosen else Proceed())
    shown.stage.refresh()

    assert shown.root.find("propose governance.high") is None
    assert "Not possible yet: " in shown.says()


def test_passing_gives_the_floor_to_the_next_seat(table: Situated) -> None:
    """A seat that proposes nothing hands the floor on."""
    shown = table("people propose")
    pressed = shown.node("step minus").on_press
    shown.press("step minus")

    assert Pass("cityhall") == pressed  # type: ignore[arg-type]
    assert shown.node("turn").label.startswith("Habitants")


def test_any_awaited_seat_can_be_given_the_floor(table: Situated) -> None:
    """The microphone beside a seat gives it the floor."""
    shown = table("people propose")
    shown.press("floor residents")

    assert Propose("residents", "mobility.low", "centre") == shown.node("propose mobility.low").on_press  # type: ignore[arg-type]


def test_a_speaker_keeps_the_floor_to_speak_of_several_answers(table: Situated) -> None:
    """After a first word in deliberation the same seat can speak of another answer, or change its mind."""
    shown = table("people deliberate")
    shown.press("for safety.low")
    shown.press("against safety.high")
    shown.press("against safety.low")

    said = {s.intervention: s.stand for s in shown.room.session.state.stances if s.player == "residents"}

    assert {"safety.low": Stand.AGAINST, "safety.high": Stand.AGAINST} == said


def test_a_partner_asked_for_can_join(table: Situated) -> None:
    """A proposal that asks for the speaker as partner offers to join, once."""
    shown = table("people deliberate")
    held = shown.room.session
    while not (held.state.phase is Phase.DELIBERATION and held.state.challenge == "energy"):
        chosen = held.bot_choice()
        propose = Propose("residents", "energy.low", "pines")  # type: ignore[arg-type]
        first = held.state.phase is Phase.PROPOSAL and held.state.challenge == "energy" and not held.state.proposals
        held.submit(propose if first else chosen[1].move if chosen else Proceed())
    held.take_over("shopkeepers")  # type: ignore[arg-type]
    shown.stage.refresh()
    shown.stage.tell(Press("", Hold({"speaker": "shopkeepers"})))
    shown.press("join energy.low")

    proposal = held.state.proposal("energy.low")  # type: ignore[arg-type]

    assert proposal is not None and "shopkeepers" in proposal.partners
    assert shown.root.find("join energy.low") is None


def test_the_mayor_decides_on_a_card(table: Situated) -> None:
    """Under a mandate each answer that can be decided has its button, and none can be chosen too."""
    shown = table("people decide")
    offered = [p.intervention for p in shown.room.session.state.proposals]
    choices = [node.on_press for node in shown.root.walk() if isinstance(node, w.Button) and node.kind == "primary"]
    none = shown.node("step x").on_press

    assert choices and all(isinstance(move, Decide) and move.intervention in offered for move in choices)
    assert Decide("cityhall", None) == none  # type: ignore[arg-type]


def test_a_ballot_is_cast_from_its_paper(table: Situated) -> None:
    """The ballot opens on demand, is filled by switches, and casting it hands in the vote."""
    shown = table("people vote")
    shown.press("main step")
    shown.press("approve safety.low")
    pressed = shown.node("cast").on_press
    shown.press("cast")

    assert Vote("residents", ("safety.low",)) == pressed  # type: ignore[arg-type]
    assert shown.root.find("cast") is None
    assert "ont voté" in shown.node("seat residents").value


def test_closing_a_vote_says_how_many_ballots_it_takes(tmp_path: Path) -> None:
    """While too few seats have voted to decide anything, the button that closes the vote warns of it."""
    held = room(tmp_path, everyone())
    held.session.submit(Proceed())
    held.session.submit(Propose("cityhall", "mobility.mid", "centre"))
    play_until(held.session, Phase.DECISION)
    shown = stage({"table": TableScene}, held, language="en")
    shown.open("table")
    said = []
    for seat in everyone()[:5]:
        said.append(shown.top.root.find("step check-check").label)  # type: ignore[union-attr]
        held.handle(Vote(seat, ()))
        shown.refresh()

    assert "Close the vote (0 of 8, 4 needed)" == said[0]
    assert "Close the vote (4 of 8)" == said[4]


def test_answers_without_their_partners_are_no_vote(tmp_path: Path) -> None:
    """The debate says that partners are missing; the decision asks nobody to fill in an empty ballot."""
    held = room(tmp_path, everyone())
    held.session.submit(Proceed())
    held.session.submit(Propose("cityhall", "mobility.low", "centre"))
    play_until(held.session, Phase.DELIBERATION)
    shown = stage({"table": TableScene}, held, language="en")
    shown.open("table")
    hands = Hands(shown)
    debated = hands.says()
    hands.press("main step")

    assert "No answer can be decided yet" in debated
    assert "Nothing can be decided" in hands.says()
    assert "Go on without a vote" == hands.node("main step").label
    assert not hands.keys("step clipboard")


def test_nobody_outside_a_committee_is_said_to_have_voted(tmp_path: Path) -> None:
    """Those who have no ballot do not vote, and those who have one are waited for until it is handed in."""
    held = room(tmp_path, ("cityhall",), procedure="experts")
    play_until(held.session, Phase.DECISION, 1)
    shown = stage({"table": TableScene}, held)
    shown.open("table")
    table = Table(held, shown)

    said = {seat: table.node(f"seat {seat}").value for seat in everyone()}
    silent = {seat for seat in said if re.search("ne (vote|votent) pas", said[seat])}

    assert silent == {*everyone()} - {*held.session.game.committee}
    assert not any("voté" in each for each in said.values())


def test_letters_do_nothing_over_a_ballot(table: Situated) -> None:
    """Whoever types a reason beside its field undoes nothing and opens no other screen."""
    shown = table("people vote")
    shown.press("main step")

    assert [None] * 6 == [shown.scene.on_input(Key(letter)) for letter in "udocp1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_voted_never_shows(table: Situated, language: str) -> None:
    """Two opposite ballots leave the very same screen."""
    screens = []
    for approved in ((), ("safety.low", "safety.high")):
        shown = table("people vote", language)
        shown.stage.tell(Press("", Vote("residents", approved)))  # type: ignore[arg-type]
        screens.append(shown.says())

    assert screens[0] == screens[1]


def test_a_secret_aim_shows_only_when_asked_and_covers_itself(table: Situated) -> None:
    """The hidden aim is nowhere on the table, shows on demand in the role card, and is covered again after a while."""
    shown = table("people deliberate")
    secret = shown.room.session.game.stakeholder("greens").secret["fr"]  # type: ignore[arg-type]
    shown.press("seat greens")
    covered = secret in shown.says()
    shown.press("reveal")
    uncovered = secret in shown.says()
    shown.stage.tick(UNCOVERED + 0.1)

    assert (False, True, False) == (covered, uncovered, secret in shown.says())


@pytest.mark.parametrize("player", everyone())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_card_fits(table: Situated, language: str, player: str) -> None:
    """Each role card holds its texts at the smallest size, its secret included."""
    shown = table("people deliberate", language, (1280, 720))
    shown.stage.tell(Press("", Hold({"card": player, "revealed": True})))

    assert [] == w.cut(shown.root)


def test_people_take_a_seat_and_give_it_back(table: Situated) -> None:
    """The role card hands a seat from the computer to people and back."""
    shown = table("people propose")
    shown.press("seat greens")
    shown.press("take over")
    by_people = shown.room.session.seats["greens"].bot  # type: ignore[index]
    shown.press("hand over")

    assert by_people is None
    assert shown.room.session.seats["greens"].bot is not None  # type: ignore[index]


def test_computer_players_move_at_the_room_s_pace(table: Situated) -> None:
    """Without anybody pressing anything, one computer player moves each time the pace has passed."""
    shown = table("computers propose")
    before = len(shown.room.session.turns)
    shown.stage.tick(0.01)
    counts = []
    for _ in range(4):
        shown.stage.tick(0.3)
        shown.stage.tick(0.0)
        counts.append(len(shown.room.session.turns) - before)

    assert [0, 1, 1, 2] == counts


def test_a_pause_holds_the_computer_players(table: Situated) -> None:
    """While paused nothing goes on by itself, and the main step is to resume."""
    shown = table("computers propose")
    shown.press("pause")
    before = len(shown.room.session.turns)
    for _ in range(6):
        shown.stage.tick(0.5)

    assert before == len(shown.room.session.turns)
    assert Pause(False) == shown.node("main step").on_press


@pytest.mark.parametrize(("people", "paused"), [(everyone(), False), (("cityhall",), True)])
def test_taking_back_pauses_only_what_would_go_on_by_itself(
    tmp_path: Path, people: tuple[str, ...], paused: bool
) -> None:
    """Where people hold every seat there is nothing to pause: the key stays dark, and P does nothing."""
    held = room(tmp_path, people)
    shown = stage({"table": TableScene}, held)
    shown.open("table")
    hands = Hands(shown)
    hands.press("main step")
    hands.press("undo")
    key, after = hands.node("pause"), held.paused
    hands.strike(pygame.K_p)

    assert (paused, paused) == (after, key.on)
    assert (paused, not paused) == (key.focusable, held.paused is after)


def test_nothing_goes_on_while_people_are_awaited(table: Situated) -> None:
    """A table that waits for people asks for no delay and no frame once all has settled."""
    shown = table("the end")
    for _ in range(400):
        moving = shown.stage.tick(0.05)
        if not moving:
            break
        pygame.time.wait(5)

    assert not moving
    assert shown.stage.patience() is None


def test_keys_undo_pause_and_ask_why(table: Situated) -> None:
    """Letters and figures do what the small buttons do; Escape opens the menu."""
    scene = table("people deliberate").scene

    def first(heard: Key) -> object:
        intent = scene.on_input(heard)
        assert isinstance(intent, Several)
        return intent.intents[0]

    assert Submit(Undo()) == first(Key("u"))
    assert Submit(Pause(True)) == first(Key("p"))
    assert Push("why", {"headline": "surveillance"}) == scene.on_input(Key("3"))
    assert Push("menu") == scene.on_input(Cancel())
    assert scene.on_input(Key("q")) is None


def test_a_refusal_is_told_calmly_and_can_be_put_away(table: Situated) -> None:
    """What is refused shows as one sentence at the foot, until somebody puts it away; nothing in hand is lost."""
    shown = table("people propose")
    shown.press("district harbour")
    shown.stage.tell(Press("", Vote("cityhall", ())))  # type: ignore[arg-type]
    said = shown.node("notice").label
    kept = shown.scene.hand.district
    shown.press("put away")

    assert shown.stage.frame.words.say("refusal.wrong_phase") == said
    assert "harbour" == kept
    assert shown.root.find("notice") is None


def test_a_cut_journal_is_told_once(table: Situated) -> None:
    """What resuming had to say stands at the foot of the table until it is put away."""
    shown = table("people propose")
    shown.room.notice = "journal.cut"
    shown.stage.refresh()
    said = shown.node("notice").label
    shown.press("put away")

    assert shown.stage.frame.words.say("journal.cut") == said
    assert shown.root.find("notice") is None


def test_a_disk_that_refuses_stops_the_computer_players(table: Situated) -> None:
    """When a move can't be written the table pauses instead of trying for ever."""
    scene = table("computers propose").scene
    full = scene.on_input(Refused(JournalError("error.journal_unwritable", file="x", reason="full")))
    rules = scene.on_input(Refused(IllegalMove(Refusal.STALE)))

    assert Several((Submit(Pause(True)), Refresh())) == full
    assert Refresh() == rules


def test_a_gauge_leads_to_its_causes(table: Situated) -> None:
    """Pressing a gauge opens "why did it change?" for it."""
    shown = table("resolution")

    assert Push("why", {"headline": "ecology"}) == shown.node("gauge ecology").on_press
    assert Push("why", {"headline": "ecology"}) == shown.node("why ecology").on_press


def test_the_causes_shown_add_up(table: Situated) -> None:
    """Under each gauge the causes shown, the others included, add up to the change written above them."""
    shown = table("resolution", "en")

    for name in ("economy", "ecology", "surveillance", "quality"):
        numbers = [
            float(node.label.replace("\u2212", "-").split(" ")[-1])
            for node in shown.node(f"account {name}").walk()
            if isinstance(node, w.Label) and any(mark.isdigit() for mark in node.label)
        ]
        assert numbers[0] == pytest.approx(sum(numbers[1:]), abs=0.001)


def test_the_end_opens_the_debrief(table: Situated) -> None:
    """Once the session is over the main step is the debrief."""
    assert Replace("ending") == table("the end").node("main step").on_press


def test_the_district_pointed_at_tells_its_story(table: Situated) -> None:
    """Pointing at a district shows its story beside the map; leaving it gives the challenge back."""
    shown = table("people deliberate")
    outline = shown.node("district oldtown").outline  # type: ignore[attr-defined]
    at = round(sum(x for x, _ in outline) / len(outline)), round(sum(y for _, y in outline) / len(outline))
    shown.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    shown.stage.tick(0.01)
    story = shown.says()
    shown.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
    shown.stage.tick(0.01)

    assert "Ruelles, marché" in story
    assert "Ruelles, marché" not in shown.says()


def test_the_log_gives_reasons_newest_first(table: Situated) -> None:
    """The log shows the last move on top, with the reason that its computer player gave."""
    shown = table("computers propose", "en")
    shown.stage.tick(0.01)
    shown.stage.tick(0.6)
    newest = shown.room.lines(shown.stage.frame.words)[-1]  # type: ignore[arg-type]

    said = [node.label for node in shown.node("log").walk() if isinstance(node, w.Paragraph)]

    assert [newest.text, newest.reason] == said[:2]


def test_the_keyboard_alone_reaches_everything(table: Situated) -> None:
    """Every button, gauge, district and seat is in the order of the Tab key, and Enter presses it."""
    shown = table("people propose")
    keys = [node.key for node in focus_order(shown.root)]
    wanted = {"undo", "menu", "gauge quality", "district centre", "propose mobility.mid", "seat river", "step minus"}
    shown.stage.top.input.focus = shown.node("propose mobility.mid")
    shown.stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))

    assert wanted <= set(keys)
    assert "mobility.mid" == shown.room.session.state.proposals[0].intervention


def test_what_is_in_hand_outlives_a_change_of_language(table: Situated) -> None:
    """Changing the language keeps the ballot open as it was filled."""
    shown = table("people vote")
    shown.press("main step")
    shown.press("approve safety.mid")
    shown.stage.perform(Change({"language": "en"}))

    assert Vote("residents", ("safety.mid",)) == shown.scene.hand.ballot
    assert "Secret ballot: Residents" in shown.says()


def test_moves_of_the_other_seats_are_not_offered(table: Situated) -> None:
    """Stands are taken for the seat that has the floor and no other."""
    shown = table("people deliberate")

    moves = [node.on_press for node in shown.root.walk() if isinstance(node.on_press, TakeStand)]

    assert {"residents"} == {move.player for move in moves}
    assert TakeOver("residents") not in [node.on_press for node in shown.root.walk()]  # type: ignore[arg-type]


@pytest.mark.parametrize("procedure", ["majority", "mayor"])
def test_people_play_a_session_to_its_end_by_pressing(tmp_path: Path, procedure: str) -> None:
    """With every seat held by people, pressing what is offered leads from the first briefing to the debrief."""
    held = room(tmp_path, everyone(), procedure=procedure, rounds=2)
    shown = Table(held, stage({"table": TableScene}, held, (1280, 720)))
    shown.stage.open("table")
    for _ in range(200):
        if held.session.over:
            break
        assert [] == w.cut(shown.root)
        pressed = next(key for key in _wished(shown, procedure) if (node := shown.root.find(key)) and node.focusable)
        shown.press(pressed)

    assert held.session.over
    assert adoptions(held.session.game.model, held.session.state.city)


def _wished(shown: Table, procedure: str) -> list[str]:
    """Returns the keys to press, the most wanted first."""
    challenge = shown.room.session.state.challenge
    answers = [f"{challenge}.{tech}" for tech in ("mid", "low", "high")]
    if shown.room.session.state.phase is Phase.PROPOSAL:
        return [f"propose {answer}" for answer in answers]
    if shown.root.find("cast"):
        ballot = shown.scene.hand.ballot.approved
        offered = [p.intervention for p in shown.room.session.state.proposals]
        return ["cast"] if ballot else [f"approve {answer}" for answer in offered] + ["cast"]
    return [*(f"decide {answer}" for answer in answers), "main step", "step x"]


def test_computers_play_a_session_to_its_end_alone(tmp_path: Path) -> None:
    """An unattended table reaches the end with nobody pressing anything, and then rests."""
    held = room(tmp_path, rounds=2)
    held.pace, held.unattended = 0.01, True
    shown = Table(held, stage({"table": TableScene}, held, (1280, 720), "en"))
    shown.stage.open("table")
    for _ in range(900):
        if held.session.over:
            break
        shown.stage.tick(0.05)

    assert held.session.over
    assert Replace("ending") == shown.node("main step").on_press
