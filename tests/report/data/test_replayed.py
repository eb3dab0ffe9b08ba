"""Journals read for their tables, without the explanation of each move, tell what whole replays tell."""

from pathlib import Path

import pytest

from game.engine.state import PLAYABLE
from game.journal import read_journal
from game.replaying import Recording, replayed, replayed_together
from game.report.data.gathered import tables_of
from game.report.data.journals import read_part
from game.session import Session
from game.wording.words import words_in
from tests.engine.table import loaded, rules
from tests.session.rooms import BEGAN, carry_on, session


@pytest.mark.parametrize("way", PLAYABLE)
def test_tables_are_those_of_a_whole_replay(tmp_path: Path, way: str) -> None:
    """Whatever the way of deciding: every state, every table, every row."""
    path = tmp_path / "table.jsonl"
    held = session(path, procedure=way, rounds=3)
    carry_on(held)
    told = read_journal(path)

    whole = replayed(path, told, loaded(), rules())
    recording = Recording(path, told, loaded(), rules())
    lean, twin = replayed_together([recording, recording])

    for each in (lean, twin):
        assert isinstance(each, Session)
        assert [turn.state for turn in each.turns] == [turn.state for turn in whole.turns]
    (read,) = read_part([str(path)], "en", {})
    assert (read.fault, read.tables) == ("", tables_of(whole, words_in("en"), "table", BEGAN, told.header.version))


def test_a_lean_replay_still_verifies_every_move(tmp_path: Path) -> None:
    """A journal whose states were another session's is named at the move where the two part."""
    path, other = tmp_path / "table.jsonl", tmp_path / "other.jsonl"
    for where, seed in ((path, 1), (other, 2)):
        carry_on(session(where, seed=seed, procedure="algorithm", rounds=3))
    header, *_ = path.read_text(encoding="utf-8").splitlines(keepends=True)
    _, *moves = other.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(header + "".join(moves), encoding="utf-8")

    (read,) = read_part([str(path)], "en", {})
    assert read.fault
