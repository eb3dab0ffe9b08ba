"""An answer that the room invents in a session: in its journal, on its branches, taken back, and beside computers."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.inventing import answers_to
from game.engine.moves import Admit, Estimate, Invent, Propose
from game.engine.phases import Phase
from game.journal.file import read_journal
from game.replaying import replayed, resume
from game.session import Session
from game.ui.commands import Advance
from game.ui.room import Room
from game.wording.words import words_in
from tests.engine.inventions import GIVEN, VOICES, idea_for, inventing
from tests.engine.table import loaded, rules
from tests.session.rooms import carry_on, session


def opened(table: Session) -> Session:
    """Plays on until a challenge may be answered."""
    while table.state.phase is not Phase.PROPOSAL:
        carry_on(table, 1)
    return table


def invent(table: Session, **other: object) -> str:
    """Invents an answer to the challenge on the table, and returns its id."""
    for move in inventing(table.game, table.state, **other):
        table.submit(move)
    return table.state.invented[-1]


def back_from(path: Path) -> Session:
    """Returns a session replayed from its journal, every state of it verified."""
    return replayed(path, read_journal(path), loaded(), rules())


def test_the_journal_alone_brings_the_answer_back(tmp_path: Path) -> None:
    """Replayed, the game has the same card, the same states and the same end."""
    path = tmp_path / "session.jsonl"
    table = opened(session(path, seed=3))
    card = invent(table)
    carry_on(table)

    again = back_from(path)

    assert table.game.intervention(card) == again.game.intervention(card)
    assert [state.city.values.tolist() for state in table.states] == [s.city.values.tolist() for s in again.states]
    assert table.state.inventions == again.state.inventions


def test_cut_after_any_move_it_goes_on_where_it_was(tmp_path: Path) -> None:
    """Written, estimated by some, admitted: whatever stands in the journal is what the table resumes with."""
    path = tmp_path / "session.jsonl"
    table = opened(session(path, seed=3))
    for move in inventing(table.game, table.state):
        table.submit(move)
        assert back_from(path).state.inventions == table.state.inventions
    table.close()

    resumed, _ = resume(path, loaded(), rules())
    carry_on(resumed)
    resumed.close()

    assert back_from(path).over


def test_every_city_of_a_session_fits_its_game(tmp_path: Path) -> None:
    """Cities from before the invention have the channels and the cards of the game after it."""
    table = session(seed=2)
    carry_on(table, 60)
    opened(table)
    invent(table)
    carry_on(table)
    model = table.game.model

    for city in (*table.cities, *(state.city for state in table.states)):
        assert city.levels.shape == model.channels.cell.shape
        assert city.works.decided.shape == (len(model.cards.ids),)


def test_an_answer_taken_back_is_gone(tmp_path: Path) -> None:
    """Undone, the admission leaves no answer to propose, and the journal comes back so; it may be admitted again."""
    path = tmp_path / "session.jsonl"
    table = opened(session(path))
    card = invent(table)
    table.undo()
    state = table.state

    assert (state.invented, len(answers_to(table.game, state, state.challenge))) == ((), 3)
    assert card not in [answer for answer, _ in state.offers]
    assert back_from(path).state.inventions == state.inventions

    table.submit(Admit(0, True))
    carry_on(table)
    assert back_from(path).state.invented == (card,)


def test_branches_have_each_their_own_answers(tmp_path: Path) -> None:
    """What one line invents the other does not know; both come back from the journal, and go on."""
    path = tmp_path / "session.jsonl"
    table = opened(session(path))
    at = len(table.turns)
    first = invent(table)
    carry_on(table, 12)
    table.branch(at, "autrement")
    second = invent(table, title="Une autre idée")
    carry_on(table)
    table.go_to(0)
    carry_on(table)

    again = back_from(path)

    assert (first,) == table.state.invented and (second,) == table.tracks[1].turns[-1].state.invented
    assert {first, second} == {*again.game.invented}
    for one, other in zip(table.tracks, again.tracks, strict=True):
        assert [t.state.city.values.tolist() for t in one.turns] == [t.state.city.values.tolist() for t in other.turns]


@pytest.mark.parametrize("way", ["majority", "budget", "consent", "ranked", "experts", "mayor"])
def test_computer_players_live_with_it_under_every_way_of_deciding(way: str, tmp_path: Path) -> None:
    """They propose it, vote on it and play on to the end; the journal replays."""
    path = tmp_path / "session.jsonl"
    table = opened(session(path, procedure=way, seed=5))
    card = invent(table)
    player = next(seat for seat in table.game.players if seat not in table.state.passed)
    table.submit(Propose(player, card, table.game.challenge(table.state.challenge).district))
    carry_on(table)

    assert table.over and back_from(path).over


@settings(max_examples=8, deadline=None)
@given(st.permutations(list(zip(VOICES, GIVEN, strict=True))))
def test_whoever_speaks_first_the_card_does_the_same(order: list[tuple[str, object]]) -> None:
    """The order of the voices changes no figure of the card."""
    table = opened(session())
    table.submit(Invent("residents", idea_for(table.state)))
    for voice, figures in order:
        table.submit(Estimate(0, voice, figures))
    table.submit(Admit(0, True))
    card = table.state.inventions[0].card

    assert (card.cost, [effect.points for effect in card.effects]) == (3.0, [3.0, 2.0])


def test_reasons_of_computer_players_stay_when_the_game_grows(tmp_path: Path) -> None:
    """The log still says why a computer player did what it did before the invention."""
    room = Room(tmp_path, pace=0.0)
    room.hold(opened(session(seed=4)))
    room.handle(Advance())
    before = [line.reason for line in room.lines(words_in("fr"))]
    for move in inventing(room.session.game, room.session.state, player="river"):
        room.handle(move)

    assert any(before)
    assert before == [line.reason for line in room.lines(words_in("fr"))][: len(before)]
