"""Every way of deciding is played from the table, by pressing what the screen offers."""

from pathlib import Path

import pytest

from game.engine.decide.consent import Position
from game.engine.events import Amended, Asked, Instructed, Objected, WayChanged
from game.engine.moves import Answer, Grade, Pledge, Rank, Vote
from game.engine.phases import Phase
from game.engine.powers import rule_of
from game.engine.state import PLAYABLE
from game.ui.room import Room
from game.ui.scene import Press
from game.ui.scenes import SCENES
from game.ui.scenes.table import TableScene
from game.ui.tabletop.table import Hold
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, everyone, play_until, room, stage

KINDS = {"experts": Grade, "majority": Vote, "ranked": Rank, "budget": Pledge, "consent": Answer}
"""The ballot of each way in which seats vote."""
MOST = 400
"""Presses after which a round should long be over."""


def seated(folder: Path, way: str, people: tuple[str, ...] = ("cityhall", "residents"), language: str = "en") -> Hands:
    """Returns hands on a table that decides in that way, its computers answered for by the test."""
    held = room(folder, people, procedure=way)
    shown = stage({"table": TableScene}, held, language=language)
    shown.open("table")
    return Hands(shown)


def going_on(hands: Hands) -> str:
    """Returns what a person would press next to go on: a ballot to cast, a choice, the main step."""
    held: Room = hands.scene.room
    ungraded = [key for key in hands.keys("grade ") if key.endswith(":3") and hands.node(key).value == "off"]
    if ungraded:
        return ungraded[0]
    for start in ("cast", "decide ", "yes", "main step", "step x", "step check-check", "step minus", "step clock"):
        for key in hands.keys(start):
            node = hands.node(key)
            if node.focusable and node.enabled:
                return key
    raise AssertionError(f"nothing to press in {held.session.state.phase}: {hands.says()}")


def carried_on(hands: Hands, until: int) -> list[str]:
    """Goes on to that round, letting computers move; returns what was cut on the way."""
    held: Room = hands.scene.room
    cut: list[str] = []
    for _ in range(MOST):
        session = held.session
        if session.over or session.state.round >= until:
            return cut
        chosen = session.bot_choice()
        if chosen is not None:
            session.submit(chosen[1].move)
            hands.stage.refresh()
            continue
        cut += hands.cut()
        before = len(session.turns), hands.scene.hand
        hands.press(going_on(hands))
        assert (len(session.turns), hands.scene.hand) != before, going_on(hands)
    raise AssertionError("the round never ended")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", PLAYABLE)
def test_two_rounds_are_played_by_pressing_what_is_shown(tmp_path: Path, way: str, language: str) -> None:
    """Under each way, two people reach the third round with the buttons on screen, and no text is cut."""
    hands = seated(tmp_path, way, language=language)

    cut = carried_on(hands, 3)

    assert hands.scene.room.session.state.round == 3
    assert cut == []


@pytest.mark.parametrize("way", KINDS)
def test_each_way_of_voting_has_its_own_ballot(tmp_path: Path, way: str) -> None:
    """The ballot that opens is of the kind the way of deciding counts."""
    hands = at_the_vote(tmp_path, way)

    hands.press("main step")

    assert isinstance(hands.scene.hand.ballot, KINDS[way])
    assert hands.cut() == []


def at_the_vote(folder: Path, way: str) -> Hands:
    """Returns hands on the first decision of a session in which city hall is held by people."""
    hands = seated(folder, way, ("cityhall",))
    session = hands.scene.room.session
    play_until(session, Phase.DECISION)
    while session.bot_choice() is not None:
        session.submit(session.bot_choice()[1].move)
    hands.stage.refresh()
    return hands


def test_a_ranking_is_made_by_moving_options_up(tmp_path: Path) -> None:
    """Pressing up puts an option before the one above it."""
    hands = at_the_vote(tmp_path, "ranked")
    hands.press("main step")
    before = hands.scene.hand.ballot.order

    hands.press(f"up {before[1]}")

    assert hands.scene.hand.ballot.order[:2] == (before[1], before[0])


def test_a_committee_grades_every_answer_before_it_casts(tmp_path: Path) -> None:
    """The ballot is cast once the last answer has its grade."""
    hands = at_the_vote(tmp_path, "experts")
    hands.press("main step")
    rows = hands.keys("grade ")
    options = [key for key in rows if ":" not in key]

    able = [hands.node("cast").enabled]
    for option in options:
        hands.press(f"{option}:4")
        able.append(hands.node("cast").enabled)

    assert able == [False] * len(options) + [True]


def test_tokens_cannot_be_overspent(tmp_path: Path) -> None:
    """Once every token is on a project, more is no longer offered."""
    hands = at_the_vote(tmp_path, "budget")
    hands.press("main step")
    more = next(key for key in hands.keys("pledge ") if key.endswith("+"))

    while hands.node(more).enabled:
        hands.press(more)

    handed_out = hands.scene.room.session.game.model.rules.deciding.tokens.value
    assert sum(tokens for _, tokens in hands.scene.hand.ballot.tokens) == handed_out
    assert not any(hands.node(key).enabled for key in hands.keys("pledge ") if key.endswith("+"))


def test_an_objection_needs_a_reason(tmp_path: Path) -> None:
    """An objection can be cast once a reason is written, and the table then reads it."""
    hands = at_the_vote(tmp_path, "consent")
    hands.press("main step")
    hands.press("position:2")
    able = hands.node("cast").enabled

    hands.click("reason")
    hands.type("The street floods")
    hands.press("cast")

    assert not able
    raised = next(e for e in reversed(hands.scene.room.session.events) if isinstance(e, Objected))
    mine = next(objection for objection in raised.objections if objection.player == "cityhall")
    assert (mine.position, mine.reason) == (Position.OBJECT, "The street floods")


def test_a_question_is_put_in_the_briefing(tmp_path: Path) -> None:
    """City hall asks to decide by consent; under the mandate it says yes itself, and the city changes its way."""
    hands = seated(tmp_path, "mayor", ("cityhall",))
    hands.press("step circle-help")
    hands.press("ask way:consent")
    asked = [event for event in hands.scene.room.session.events if isinstance(event, Asked)]

    hands.press("yes")

    assert [event.question for event in asked] == ["way:consent"]
    assert hands.scene.room.session.state.procedure == "consent"
    assert any(isinstance(event, WayChanged) for event in hands.scene.room.session.events)


def test_a_question_that_costs_the_round_warns_of_it(tmp_path: Path) -> None:
    """Consent takes all of the first round's time: a question would leave none for a challenge, and says so."""
    dear, cheap = (seated(tmp_path / way, way, ("cityhall",)) for way in ("consent", "mayor"))
    for hands in (dear, cheap):
        hands.press("step circle-help")

    assert "2.5" in dear.node("dear").label and "3.5" in dear.node("dear").label
    assert cheap.root.find("dear") is None
    assert "The screen proposes" in dear.node("ask way:algorithm").value


def test_the_optimiser_is_told_what_to_watch(tmp_path: Path) -> None:
    """Under the algorithm the seat with the mandate changes what each gauge counts."""
    hands = seated(tmp_path, "algorithm", ("cityhall",))
    hands.press("step bot")
    hands.press("watch ecology+")
    hands.press("instruct")

    told = next(e for e in reversed(hands.scene.room.session.events) if isinstance(e, Instructed))
    assert dict(told.watches) == dict(hands.scene.room.session.state.watches)


def test_a_proposal_is_amended_from_its_card(tmp_path: Path) -> None:
    """A proposer moves their own proposal to another district: the amendment is made at once."""
    hands = seated(tmp_path, "majority", everyone())
    hands.press("main step")
    hands.press(hands.keys("propose ")[0])
    hands.press("main step")
    hands.press(hands.keys("amend ")[0])
    hands.press(hands.keys("suggest site ")[0])

    assert any(isinstance(event, Amended) for event in hands.scene.room.session.events)


def test_a_count_is_told_step_by_step(tmp_path: Path) -> None:
    """Beside what was decided, a button tells how it was counted."""
    hands = seated(tmp_path, "ranked", ("cityhall",))
    play_until(hands.scene.room.session, Phase.RESOLUTION)
    hands.stage.refresh()

    hands.press(hands.keys("count ")[0])

    assert "How this was decided" in hands.says()
    assert "1. " in hands.says()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("way", PLAYABLE)
def test_the_table_tells_its_way_of_deciding(tmp_path: Path, way: str, language: str, size: tuple[int, int]) -> None:
    """Pressing the way in the head opens one plain sentence and what it costs; closing leads back."""
    held = room(tmp_path, procedure=way)
    shown = stage(SCENES, held, size, language)
    shown.open("table")
    hands = Hands(shown)
    hands.press("way")
    rule = held.session.game.model.procedures[way]
    told = hands.says()
    cut = hands.cut()
    hands.press("put dialog away")

    assert rule.say[language] in told
    assert cut == []
    assert hands.root.find("way dialog") is None


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_lost_powers_stay_in_sight_with_the_way_back(tmp_path: Path, language: str, text: float) -> None:
    """As long as they are gone the table names them, and each says what it takes to win it back."""
    held = room(tmp_path, procedure="algorithm")
    play_until(held.session, Phase.ENDED, 6)
    shown = stage(SCENES, held, (1280, 720), language, text=text)
    shown.open("table")
    shown.tell(Press("", Hold({"tab": "seats"})))
    hands = Hands(shown)
    lost = held.session.state.lost
    for loss in lost:
        hands.press(f"lost {loss}")
        below = round(rule_of(held.session.game.model, loss).below.value)
        assert str(below) in hands.node("power").label + hands.says()
        assert hands.cut() == []
        hands.press("put dialog away")

    assert len(lost) >= 3
