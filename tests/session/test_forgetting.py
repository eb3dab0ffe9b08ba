"""A seat's people can be forgotten: the files no longer hold what they wrote, and the session still replays."""

from pathlib import Path

import pytest
from attrs import evolve

from game.content.shapes import StakeholderId
from game.engine.decide.consent import Position
from game.engine.legal import moves_of
from game.engine.moves import Answer, Bargain, Estimate, Proceed, Promise, PromiseKind
from game.engine.phases import Phase
from game.engine.seating import Gather
from game.errors import GameError
from game.forgetting import MARK, copies, forget, words_of
from game.journal import Forgotten, Journal, MoveMade, Seat, read_journal
from game.session import Session, begin, replayed
from tests.engine.inventions import VOICES, inventing
from tests.engine.table import loaded, rules
from tests.session.rooms import BEGAN, OPEN

ONE, OTHER = StakeholderId("residents"), StakeholderId("river")
NAMES, OBJECTION, PROMISED, COMMITTED = ("Zoé", "Ahmed"), "My mother lives there", "A seat for you", "I will ask"
ON = "2026-02-01"


@pytest.fixture
def table(tmp_path: Path) -> Session:
    """Returns a finished session under consent in which people gave names, promised, objected and committed."""
    seats = [
        Seat(card.id, NAMES if card.id == ONE else (), None if card.id in (ONE, OTHER) else "persona")
        for card in loaded().scenario.stakeholders
    ]
    held = begin(loaded(), rules(), seats, 7, tmp_path / "one.jsonl", BEGAN, 2, "consent")
    OPEN.append(held)
    held.submit(Bargain(ONE, OTHER, Promise(PromiseKind.WORD, words=PROMISED)))
    while not held.over:
        held.submit(_objecting(held) or held.next_unattended()[0])
    held.commit(ONE, COMMITTED)
    held.commit(OTHER, "I stay")
    return held


def _objecting(held: Session) -> Answer | None:
    """Returns the objection of one seat, once; None at every other moment."""
    said = any(isinstance(turn.move, Answer) and turn.move.player == ONE for turn in held.turns)
    answers = [move for move in moves_of(held.game, held.state, ONE) if isinstance(move, Answer)]
    if said or held.state.phase is not Phase.DECISION or not answers:
        return None
    return evolve(answers[0], position=Position.OBJECT, reason=OBJECTION)


def forgotten(held: Session, seat: StakeholderId = ONE) -> tuple[Path, Forgotten]:
    """Forgets a seat, and returns the journal and what was deleted."""
    assert held.journal is not None
    path = held.journal.path
    held.close()
    return path, forget(held, read_journal(path), path, seat, ON)


def test_nothing_a_seat_wrote_stays_in_its_files(table: Session) -> None:
    """Names, an objection's reason, a promise in words and the commitment are gone; another seat's words stay."""
    path, done = forgotten(table)

    held = "".join(file.read_text("utf-8") for file in path.parent.iterdir())
    told = read_journal(path)
    texts = [words for e in told.entries if isinstance(e, MoveMade) for words in words_of(e.move, ONE)]
    assert Forgotten(ONE, 2, 3, ON) == done
    assert [] == [words for words in (*NAMES, PROMISED, COMMITTED) if words in held]
    assert [] == texts
    assert {OTHER: "I stay"} == table.commitments


def test_the_session_still_replays_to_the_same_city(table: Session) -> None:
    """The journal is verified move by move after the deletion, and leads to the same city; it says what is gone."""
    before = table.cities[-1].values.tolist()
    path, done = forgotten(table)

    again = replayed(path, read_journal(path), loaded(), rules())

    assert before == again.cities[-1].values.tolist()
    assert (done,) == again.forgotten
    assert not any(again.seats[ONE].people), "as many people, without a name"
    assert {MARK} == {t.move.reason for t in again.turns if isinstance(t.move, Answer) and t.move.player == ONE}


def test_what_was_taken_back_is_forgotten_too(table: Session) -> None:
    """A move that was undone stays in the file, but not its words; branches stay as they were."""
    table.undo()
    table.branch(1, "Elsewhere")
    table.undo()
    path, _ = forgotten(table)

    again = replayed(path, read_journal(path), loaded(), rules())

    assert [len(track.turns) for track in table.tracks] == [len(track.turns) for track in again.tracks]
    assert OBJECTION not in path.read_text("utf-8")


def test_the_open_session_forgets_with_its_files(table: Session) -> None:
    """What is on screen is read from the session: it no longer has the words either, and goes on being written."""
    path, _ = forgotten(table)
    table.journal = Journal.reopen(path, read_journal(path))
    table.commit(ONE, "Something new")

    assert not any(table.seats[ONE].people)
    assert OBJECTION not in repr(table.turns)
    assert {ONE: "Something new", OTHER: "I stay"} == replayed(path, read_journal(path), loaded(), rules()).commitments


def test_copies_made_before_are_named(table: Session) -> None:
    """A page written beside the journal is a copy; the journal and the commitments are not."""
    assert table.journal is not None
    page = table.journal.path.with_suffix(".fr.html")
    page.write_text("Zoé", "utf-8")

    assert (page,) == copies(table.journal.path)


def test_a_seat_there_is_not_is_refused(table: Session) -> None:
    """The error names the seats there are, and the file stays as it was."""
    assert table.journal is not None
    before = table.journal.path.read_bytes()

    with pytest.raises(GameError) as refused:
        forgotten(table, StakeholderId("nobody"))

    assert "residents" in str(refused.value.values["known"])
    assert before == table.journal.path.read_bytes()


def test_the_room_weighs_before_it_plays_and_not_after(tmp_path: Path) -> None:
    """Weights are in the journal and replayed; once the first challenge is open they no longer move."""
    seats = [Seat(card.id, bot="persona") for card in loaded().scenario.stakeholders]
    held = begin(loaded(), rules(), seats, 7, tmp_path / "two.jsonl", BEGAN, 2)
    OPEN.append(held)
    weights = (("ecology", 60), ("-surveillance", 40))
    held.weigh(weights)
    held.submit(Proceed())

    with pytest.raises(GameError, match="weighed_late"):
        held.weigh(())

    path = tmp_path / "two.jsonl"
    assert weights == held.weights == replayed(path, read_journal(path), loaded(), rules()).weights


def test_a_damaged_file_of_commitments_is_named(table: Session) -> None:
    """What is no object of sentences is refused with its file, and the journal stays readable."""
    assert table.journal is not None
    path = table.journal.path
    beside = path.with_name("one.commitments.json")
    beside.write_text("[1, 2]", "utf-8")

    with pytest.raises(GameError) as refused:
        replayed(path, read_journal(path), loaded(), rules())

    assert str(beside) == refused.value.values["file"]


def test_names_of_those_who_came_late_are_forgotten(table: Session) -> None:
    """A name given in mid-game goes, too; so many people still hold the seat, on every line of play."""
    table.branch(3, "later")
    table.submit(Gather(ONE, ("Aïcha", "", "")))
    path, done = forgotten(table)
    again = replayed(path, read_journal(path), loaded(), rules())

    assert "Aïcha" not in path.read_text(encoding="utf-8") and done.names
    assert [len(track.turns) for track in table.tracks] == [len(track.turns) for track in again.tracks]
    assert 3 == len(again.seats[ONE].people)


def test_a_name_that_estimated_an_answer_is_forgotten_with_it(tmp_path: Path) -> None:
    """The estimate stays, under no name; the card is the same, and the journal replays."""
    seats = [Seat(card.id, NAMES if card.id == ONE else (), None) for card in loaded().scenario.stakeholders]
    path = tmp_path / "two.jsonl"
    held = begin(loaded(), rules(), seats, 7, path, BEGAN, 2, "majority")
    while held.state.phase is not Phase.PROPOSAL:
        held.submit(Proceed())
    for move in inventing(held.game, held.state):
        held.submit(evolve(move, voice=NAMES[0]) if isinstance(move, Estimate) and move.voice == VOICES[0] else move)
    card = held.state.invented
    held.close()
    forget(held, read_journal(path), path, ONE, ON)

    again = replayed(path, read_journal(path), loaded(), rules())
    assert NAMES[0] not in path.read_text(encoding="utf-8")
    assert card == again.state.invented and f"{MARK} 1" == again.state.inventions[0].estimates[0][0]


def refused(*_: object) -> None:
    """Refuses, as a full or closed disk does."""
    raise OSError(13, "refused")


def test_a_file_that_cannot_be_replaced_stays_and_leaves_no_other(
    table: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the old journal won't go, it stands as it was, and nothing half-done lies beside it."""
    assert table.journal is not None
    path = table.journal.path
    table.close()
    before = path.read_bytes()
    monkeypatch.setattr(Path, "replace", refused)

    with pytest.raises(GameError):
        forget(table, read_journal(path), path, ONE, "2026-01-31")

    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.new"))
