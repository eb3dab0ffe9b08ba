"""A seat's people can be forgotten: the files no longer hold what they wrote, and the session still replays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from game.content.cards import Intervention
from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.shapes import LANGUAGES, StakeholderId
from game.engine.coaching import Advice, Reason
from game.engine.decide.consent import Position
from game.engine.events import Decided
from game.engine.legal import moves_of
from game.engine.moves import Answer, Bargain, Draw, Estimate, Proceed, Promise, PromiseKind, Propose, Vote
from game.engine.phases import Phase
from game.engine.seating import Gather, Seat, Swap
from game.errors import GameError
from game.forgetting.anew import Part, copies, forget, forget_room, notes_file
from game.forgetting.kept import kept_answers
from game.forgetting.whole import GOING, delete_session, files_of, finish_deleting
from game.forgetting.wordless import MARK, moves_in, words_of
from game.journal.entries import Forgotten, MoveMade
from game.journal.file import Journal, read_journal
from game.keeping import keep
from game.replaying import replayed
from game.report.recorded import recorded
from game.session import Session, begin
from game.wording.coaching import suggested
from game.wording.teller import Teller
from game.wording.words import words_in
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_told_at_the_seat_it_is_kept_with(tmp_path: Path, language: str) -> None:
    """Whoever walks in another's shoes, or has left, is told where their name would be deleted, and only there."""
    held = begin(loaded(), rules(), [Seat(ONE, ("Zoé",))], 7, tmp_path / "two.jsonl", BEGAN, 2, "majority")
    OPEN.append(held)
    for move in (Swap(ONE, OTHER, 1), Gather("cityhall", ("Sam", "")), Gather("cityhall", ("",))):
        held.submit(move)
    words = words_in(language)
    teller = Teller(held.game, words)
    told = {each.seat: each for each in recorded(held, teller, read_journal(tmp_path / "two.jsonl"))}

    assert words.say("recorded.lent", seat=teller.seat(ONE)) == told[OTHER].held
    assert [("Zoé",), ("Sam",), ()] == [told[seat].people for seat in (ONE, "cityhall", OTHER)]
    assert all(name in told[seat].held for seat, name in ((ONE, "Zoé"), ("cityhall", "Sam")))
    assert (True, False) == (told[ONE].personal, told[OTHER].personal)


def test_a_name_that_estimated_an_answer_is_forgotten_with_it(tmp_path: Path) -> None:
    """The estimate stays, under no name; the card is the same, and the journal replays."""
    seats = [Seat(card.id, NAMES if card.id == ONE else (), None) for card in loaded().scenario.stakeholders]
    path = tmp_path / "two.jsonl"
    held = begin(loaded(), rules(), seats, 7, path, BEGAN, 2, "majority")
    while held.state.phase is not Phase.PROPOSAL:
        held.submit(Proceed())
    for move in inventing(held.game, held.state, OTHER):
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


def invented(path: Path, card_wins: bool = True) -> Session:
    """Returns a finished session in which a seat of people invented an answer that was proposed and voted for."""
    seats = [Seat(card.id, (), None if card.id == ONE else "persona") for card in loaded().scenario.stakeholders]
    held = begin(loaded(), rules(), seats, 7, path, BEGAN, 2, "majority")
    OPEN.append(held)
    while held.state.phase is not Phase.PROPOSAL:
        held.submit(Proceed())
    for move in inventing(held.game, held.state, ONE, title="Le banc de Zoé", words="Rue des Lilas, chez Ahmed."):
        held.submit(move)
    card = held.state.invented[-1]
    held.submit(Propose(ONE, card, next(iter(held.game.model.scenario.city.districts)).id))
    held.undo()
    held.submit(Propose(ONE, card, next(iter(held.game.model.scenario.city.districts)).id))
    while not held.over:
        voted = [m for m in moves_of(held.game, held.state, ONE) if isinstance(m, Vote) and card in m.approved]
        held.submit(voted[0] if card_wins and voted else held.next_unattended()[0])
    held.branch(len(held.turns) // 2, "Chez Zoé")
    return held


def test_the_text_of_an_invented_answer_is_forgotten_and_its_figures_stay(tmp_path: Path) -> None:
    """Title, words and the id made of them are gone from the file; the answer keeps its figures, on every line."""
    held = invented(tmp_path / "three.jsonl")
    before, city = held.state.inventions[0].card, held.cities[-1].values.tolist()
    path, done = forgotten(held)
    text = path.read_text(encoding="utf-8")
    again = replayed(path, read_journal(path), loaded(), rules())
    after = again.state.inventions[0].card

    assert [] == [words for words in ("Zoé", "Ahmed", "Lilas", "banc-de") if words in text.replace("Chez Zoé", "")]
    assert (2, city) == (done.texts, again.cities[-1].values.tolist())
    assert before and after and before.id != after.id
    assert _figures(before) == _figures(after)
    assert "Zoé" not in repr(held.game.model.scenario), "nor does the session on screen hold them"
    assert [len(track.turns) for track in held.tracks] == [len(track.turns) for track in again.tracks]


def _figures(card: Intervention) -> list[object]:
    effects = [evolve(each, source="") for each in card.effects]
    return [card.cost, card.upkeep, card.build, card.tech, card.leaning, effects]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_names_a_forgotten_answer_in_the_language_of_the_screen(tmp_path: Path, language: str) -> None:
    """What stands in place of its title is known in each language; the coach says the one that the room reads."""
    held = invented(tmp_path / "seven.jsonl")
    forgotten(held)
    words, idea = words_in(language), held.state.inventions[0].idea

    told = suggested(Teller(held.game, words), Advice(Reason.IDEA_READY, idea=idea), Phase.PROPOSAL)

    assert words.say("forgotten.card.title", n="1") in told


def test_what_stands_in_its_place_says_so_in_both_languages(tmp_path: Path) -> None:
    """The card has a text of its own in each language, and is found nowhere to be deleted again."""
    held = invented(tmp_path / "four.jsonl")
    path, _ = forgotten(held)
    told = read_journal(path)
    card = replayed(path, told, loaded(), rules()).state.inventions[0].card

    assert card is not None
    for language in LANGUAGES:
        words = words_in(language)
        assert words.say("forgotten.card.title", n="1") == card.title[language]
        assert words.say("forgotten.card.words") == card.text[language]
    assert () == tuple(text for move in moves_in(told) for text in words_of(move, ONE))


@pytest.mark.parametrize("too", [False, True])
def test_an_answer_kept_for_others_stays_unless_it_is_to_go_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, too: bool
) -> None:
    """Its file lies outside the session's: it is known as long as the journal has its words, and goes when asked."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    held = invented(tmp_path / "six.jsonl")
    file = keep(held.game.model.scenario.id, held.state.inventions[0], date(2026, 2, 1)).path
    assert held.journal is not None
    path = held.journal.path
    held.close()

    found = [kept_answers(held, seat) for seat in (ONE, OTHER)]
    forget(held, read_journal(path), path, ONE, ON, found[0] if too else ())

    assert [(file,), ()] == found
    assert file.exists() is not too
    assert () == kept_answers(held, ONE)


def test_a_proposal_of_a_forgotten_answer_is_still_one(tmp_path: Path) -> None:
    """Votes and decisions speak of the answer by its new id: the same thing is decided as before."""
    held = invented(tmp_path / "five.jsonl")
    old, taken = held.state.invented[-1], [e.taken for e in held.events if isinstance(e, Decided)]
    path, _ = forgotten(held)
    again = replayed(path, read_journal(path), loaded(), rules())
    new = again.state.invented[-1]

    assert [new if each == old else each for each in taken] == [
        e.taken for e in again.events if isinstance(e, Decided)
    ]


@pytest.fixture
def walled(table: Session) -> Session:
    """Returns the session with two maps on the wall, a branch, and notes of the facilitator."""
    assert table.journal is not None
    for author, strength in (("Zoé", 2), ("Zoé", 3), ("Groupe 2", 1)):
        table.submit(Draw(CausalMap(author, (Arrow("prosperity", "affordability", strength),)), Moment.AFTER))
    table.branch(2, "Chez Ahmed")
    notes_file(table.journal.path).write_text("Zoé n’a rien dit.\nDemander à Ahmed.\n", encoding="utf-8")
    return table


@pytest.mark.parametrize(
    ("part", "gone", "kept"),
    [(Part.MAPS, ("Groupe 2",), "Chez Ahmed"), (Part.BRANCHES, ("Chez Ahmed",), "Groupe 2"), (Part.NOTES, (), "Zoé")],
)
def test_what_is_the_room_s_is_forgotten_part_by_part(
    walled: Session, part: Part, gone: tuple[str, ...], kept: str
) -> None:
    """Authors, branch names or notes go; the maps, the branches and the other parts stay, and the session replays."""
    assert walled.journal is not None
    path = walled.journal.path
    walled.close()
    done = forget_room(walled, read_journal(path), path, frozenset((part,)), ON)
    text = path.read_text(encoding="utf-8")
    again = replayed(path, read_journal(path), loaded(), rules())

    assert [] == [words for words in gone if words in text] and kept in text
    assert (part is not Part.NOTES) == notes_file(path).exists()
    assert [len(track.turns) for track in walled.tracks] == [len(track.turns) for track in again.tracks]
    assert [len(drawn.map.arrows) for drawn in walled.tracks[0].turns[-1].state.maps] == [
        len(drawn.map.arrows) for drawn in again.tracks[0].turns[-1].state.maps
    ]
    assert (done,) == again.forgotten and "" == done.player


def test_two_authors_stay_two_and_one_stays_one(walled: Session) -> None:
    """Who put two maps up still did: the later one has taken the earlier one down."""
    assert walled.journal is not None
    path = walled.journal.path
    walled.close()
    forget_room(walled, read_journal(path), path, frozenset((Part.MAPS,)), ON)

    assert [f"{MARK} 1", f"{MARK} 2"] == [drawn.map.author for drawn in walled.tracks[0].turns[-1].state.maps]


@pytest.mark.parametrize("at", [0, 1])
def test_what_fails_on_the_way_leaves_everything_as_it_was(
    walled: Session, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whether the files beside it or the journal can't be changed: nothing says that something was deleted."""
    assert walled.journal is not None
    path = walled.journal.path
    walled.close()
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    monkeypatch.setattr(Path, ("unlink", "replace")[at], _refusing(getattr(Path, ("unlink", "replace")[at]), at))

    with pytest.raises(GameError):
        forget_room(walled, read_journal(path), path, frozenset(Part), ON)

    monkeypatch.undo()
    path.with_suffix(".new").unlink(missing_ok=True)
    assert before == {file.name: file.read_bytes() for file in path.parent.iterdir()}


def _refusing(real: Callable[..., object], everything: int) -> Callable[..., object]:
    """Returns what refuses for the notes, or for everything."""

    def refuse(self: Path, *of: object, **how: object) -> object:
        if everything or self.name.endswith(".notes.txt"):
            raise OSError(13, "refused")
        return real(self, *of, **how)

    return refuse


def _all_kinds(path: Path) -> set[str]:
    """Writes one file of each kind beside a journal, one of another session and one of nobody; returns its own."""
    for name in ("one.fr.html", "one.fr.pdf", "one.notes.txt", "one.learning.csv", ".one.learning.csv.new"):
        (path.parent / name).write_text("Zoé", encoding="utf-8")
    for name in ("one-2.jsonl", "one-2.fr.html", "two.notes.txt", "one.more.jsonl", "one.more.fr.html"):
        (path.parent / name).write_text("", encoding="utf-8")
    return {file.name for file in path.parent.iterdir()}


OTHERS = {"one-2.jsonl", "one-2.fr.html", "two.notes.txt", "one.more.jsonl", "one.more.fr.html"}


def test_a_whole_session_goes_with_every_file_of_its_name(table: Session) -> None:
    """Those listed are those that go; other sessions keep theirs, even where their name begins alike."""
    assert table.journal is not None
    path = table.journal.path
    table.close()
    every = _all_kinds(path)
    listed = {file.name for file in files_of(path)}

    assert listed == every - OTHERS
    assert listed == {file.name for file in delete_session(path)}
    assert {file.name for file in path.parent.iterdir()} == OTHERS


@pytest.mark.parametrize("after", range(4))
def test_an_interrupted_deletion_is_finished_later(table: Session, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Wherever it stops the session is no longer found, and the rest goes when the sessions are next asked for."""
    assert table.journal is not None
    path, real, left = table.journal.path, Path.unlink, [after]
    table.close()
    _all_kinds(path)

    def stopping(self: Path, missing_ok: bool = False) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", stopping)
    with pytest.raises(KeyboardInterrupt):
        delete_session(path)
    monkeypatch.undo()
    stopped = not path.exists() and path.with_name(path.name + GOING).exists()
    finish_deleting(path.parent)

    assert stopped
    assert {file.name for file in path.parent.iterdir()} == OTHERS


def test_a_journal_that_cannot_be_deleted_stays_with_all_its_files(
    table: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names it and says what to do."""
    assert table.journal is not None
    path = table.journal.path
    table.close()
    every = _all_kinds(path)
    monkeypatch.setattr(Path, "replace", refused)

    with pytest.raises(GameError, match="not_deleted"):
        delete_session(path)

    assert every == {file.name for file in path.parent.iterdir()}
