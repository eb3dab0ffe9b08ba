"""Before play what counts, after it what if, and on Monday, and what is on file: by mouse, by keyboard, to the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pygame
import pytest

from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.shapes import ProcedureId
from game.engine.moves import Draw, Proceed
from game.engine.phases import Phase
from game.engine.seating import Gather, Seat
from game.forgetting.anew import Part, branch_names, notes_file
from game.forgetting.wordless import authors_of
from game.journal.entries import Forgotten
from game.journal.file import read_journal
from game.keeping import keep
from game.report.recorded import recorded
from game.session import begin
from game.ui.facilitator.desk import Write
from game.ui.room import Room
from game.ui.scene import Push, Submit
from game.ui.scenes import SCENES
from game.ui.setup.saved import saved_in
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.session.test_forgetting import invented
from tests.ui.hands import Hands
from tests.ui.rooms import play_until, room, shipped, stage

WRITTEN = "I ask where the images go"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Hands]:
    """Gives hands at the debrief of a session kept in a journal, with two people at one seat."""
    loaded, rules = shipped()
    seats = [
        Seat(card.id, ("Zoé", "Ahmed") if card.id == "residents" else (), None if card.id == "residents" else "persona")
        for card in loaded.scenario.stakeholders
    ]
    path = tmp_path / "one.jsonl"
    held = Room(tmp_path, pace=0.5)
    held.hold(begin(loaded, rules, seats, 7, path, "2026-01-01T10:00:00", 2, ProcedureId("majority")))
    play_until(held.session, Phase.ENDED, 2)
    shown = stage(SCENES, held, language="en")
    shown.open("debrief")
    yield Hands(shown)
    held.close()


def journal(hands: Hands) -> Path:
    """Returns the journal of the session on screen."""
    found = hands.scene.room.session.journal
    assert found is not None
    return found.path


def test_the_room_weighs_in_the_first_briefing(tmp_path: Path) -> None:
    """Points can't pass the whole; only a whole ruler is kept, which closes the sheet."""
    held = room(tmp_path, ("residents",))
    shown = stage(SCENES, held, language="en")
    shown.open("table")
    hands = Hands(shown)
    hands.press("step scale")
    hands.press("points economy-")
    can_keep_part = hands.node("keep").focusable
    hands.press("points ecology+")
    more = hands.node("points ecology+").focusable
    hands.press("keep")
    shown.tick(0.01)

    assert (False, False) == (can_keep_part, more)
    assert hands.root.find("step scale") is not None
    assert (("economy", 15), ("ecology", 25)) == held.session.weights[:2]
    assert 100 == sum(points for _, points in held.session.weights)


def test_play_goes_on_without_weights(tmp_path: Path) -> None:
    """Nothing has to be weighed; after the first challenge opens there is no step, and the sheet only reads."""
    held = room(tmp_path, ("residents",))
    shown = stage(SCENES, held, language="en")
    shown.open("table")
    hands = Hands(shown)
    hands.press("step scale")
    hands.press("none")
    held.session.submit(Proceed())
    shown.perform(Push("weights"))

    assert () == held.session.weights
    assert hands.root.find("keep") is None
    assert words_in("en").say("weights.never") in hands.says()


def test_the_debrief_leads_to_all_four(kept: Hands) -> None:
    """Each is one press away, on the page where it belongs, and Escape leads back."""
    for page, key, scene in (
        ("vision", "rulers", "RulersScene"), ("decisions", "whatif", "WhatIfScene"),
        ("seats", "commitments", "CommitmentsScene"), ("seats", "recorded", "RecordedScene"),
    ):  # fmt: skip
        kept.scene.page = page
        kept.stage.top.build(kept.stage.frame)
        kept.click(key)
        opened = type(kept.scene).__name__
        kept.strike(pygame.K_ESCAPE)
        assert (scene, "DebriefScene") == (opened, type(kept.scene).__name__)


def test_another_round_and_another_way_are_played_beside_the_frames(kept: Hands) -> None:
    """What is chosen is told at once and its city follows; computers may carry on, and the text says which."""
    kept.stage.perform(Push("whatif"))
    kept.press("round:0")
    kept.press(next(key for key in kept.keys("could way")))
    kept.wait("done")
    by_us = kept.says()
    kept.press("then:1")
    kept.wait("done")

    assert "recorded move" in by_us
    assert words_in("en").say("whatif.how.computers") in kept.says()


def test_a_commitment_is_typed_kept_and_deleted(kept: Hands) -> None:
    """Only its button keeps it, in the file beside the journal; its other button leaves nothing of it."""
    kept.stage.perform(Push("commitments"))
    beside = journal(kept).with_name("one.commitments.json")
    kept.click("commit residents")
    kept.type(WRITTEN)
    before = beside.exists()
    kept.strike(pygame.K_RETURN)
    written = beside.read_text("utf-8")
    kept.click("delete residents")

    assert (False, True, False) == (before, WRITTEN in written, beside.exists())
    assert "" == kept.node("commit residents").value


def test_sentences_are_typed_one_after_another(kept: Hands) -> None:
    """The hand is on the first empty line, and on the next once Enter has kept a sentence."""
    kept.stage.perform(Push("commitments"))
    seats = list(kept.scene.room.session.seats)
    empty = [seat for seat in seats if kept.stage.top.root.find(f"commit {seat}")]
    for seat in empty[:2]:
        kept.type(f"As {seat}")
        kept.strike(pygame.K_RETURN)

    assert {seat: f"As {seat}" for seat in empty[:2]} == dict(kept.scene.room.session.commitments)


def test_a_seat_is_forgotten_after_one_question(kept: Hands) -> None:
    """Asked once, a no changes nothing; a yes deletes from the files, says what, and the session goes on."""
    session = kept.scene.room.session
    session.commit("residents", WRITTEN)
    kept.stage.perform(Push("recorded"))
    kept.press("seat residents")
    kept.press("forget")
    kept.press("keep all")
    after_no = journal(kept).read_text("utf-8")
    kept.click("forget")
    kept.click("delete all")

    path = journal(kept)
    held = "".join(file.read_text("utf-8") for file in path.parent.iterdir() if file.is_file())
    assert "Zoé" in after_no
    assert not any(words in held for words in ("Zoé", "Ahmed", WRITTEN))
    assert isinstance(read_journal(path).entries[-1], Forgotten)
    assert "2 names, 1 text" in kept.says()
    session.commit("residents", "Later")
    assert "Later" in path.with_name("one.commitments.json").read_text("utf-8")


@pytest.mark.parametrize(("size", "text"), [((1920, 1080), 1.0), ((1280, 720), 2.0)])
def test_an_answer_kept_beside_the_scenario_goes_on_a_button_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text: float
) -> None:
    """The page and the question name its file; the question offers to delete it, too, and then says that it has."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    held = Room(tmp_path, pace=0.5)
    held.hold(invented(tmp_path / "one.jsonl"))
    file = keep(held.session.game.model.scenario.id, held.session.state.inventions[0], date(2026, 1, 1)).path
    hands = Hands(stage(SCENES, held, size, "en", text=text))
    hands.stage.perform(Push("recorded", {"seat": "residents"}))
    told = hands.says()
    hands.click("forget")
    asked, cut = hands.says(), hands.cut()
    hands.click("delete kept")

    assert str(file) in told and "no longer opens" in asked and cut == []
    assert not file.exists() and f"Deleted beside the scenario: {file}." in hands.says()
    held.close()


def test_the_room_s_words_are_deleted_part_by_part(kept: Hands) -> None:
    """A map's author, a branch's name and the notes each have a button, which asks; then the page says what went."""
    session, path = kept.scene.room.session, journal(kept)
    drawn = CausalMap("Zoé", (Arrow("prosperity", "affordability", 2),))
    session.submit(Draw(drawn, Moment.AFTER))
    session.branch(2, "Chez Ahmed")
    kept.stage.perform(Submit(Write("Ask them again")))
    kept.stage.perform(Push("recorded"))
    kept.press("seat room")
    for part in Part:
        kept.click(f"forget {part.value}")
        kept.click("delete all")

    told = read_journal(path)
    assert ((), ()) == (authors_of(told), branch_names(told))
    assert not notes_file(path).exists() and [] == kept.scene.room.desk.notes
    assert 3 == len(session.forgotten) and "1 text" in kept.says()


def test_a_whole_session_is_deleted_after_one_question(kept: Hands) -> None:
    """The question names every file; after a yes none is left, and the sheet says that only this window has it."""
    path = journal(kept)
    page = path.with_suffix(".en.html")
    page.write_text("", encoding="utf-8")
    kept.stage.perform(Push("recorded"))
    kept.press("seat room")
    kept.click("delete session")
    asked = kept.says()
    kept.click("keep all")
    stayed = path.exists()
    kept.click("delete session")
    kept.click("delete all")

    assert page.name in asked and path.name in asked and stayed
    assert not path.exists() and not page.exists()
    assert "this window alone" in kept.says() and kept.cut() == []
    assert () == saved_in(kept.scene.room.folder)


def test_a_session_without_a_journal_has_nothing_to_delete(tmp_path: Path) -> None:
    """The sheet says that everything goes with the window, and no button is there to press."""
    held = room(tmp_path, ("residents",), rounds=2)
    held.session.submit(Gather("residents", ("Zoé",)))
    play_until(held.session, Phase.ENDED, 2)
    shown = stage(SCENES, held, language="en")
    shown.open("debrief")
    shown.perform(Push("recorded"))
    hands = Hands(shown)

    assert not hands.node("forget").focusable
    assert words_in("en").say("recorded.unsaved") in hands.says()
    assert any(each.personal for each in recorded(held.session, Teller(held.session.game, words_in("en"))))
