"""Journals read for their tables, without the explanation of each move, tell what whole replays tell."""

from pathlib import Path

import pytest
from attrs import evolve

from game.commitments import commitments_file
from game.engine.state import PLAYABLE
from game.errors import GameError
from game.journal.file import read_journal
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


def test_what_is_wrong_beside_a_journal_leaves_the_others_alone(tmp_path: Path) -> None:
    """One that has commitments nobody can read, one of an unknown way of deciding: each is named, the third is told."""
    paths = [tmp_path / f"{name}.jsonl" for name in ("unread", "unknown", "sound")]
    for path in paths:
        carry_on(session(path, rounds=2))
    commitments_file(paths[0]).write_text("nothing", encoding="utf-8")
    recordings = [Recording(path, read_journal(path), loaded(), rules()) for path in paths]
    told = recordings[1].told
    recordings[1] = evolve(recordings[1], told=evolve(told, header=evolve(told.header, procedure="dice")))

    unread, unknown, sound = replayed_together(recordings)

    assert isinstance(unread, GameError) and unread.key == "error.commitments"
    assert isinstance(unknown, GameError) and unknown.key == "error.procedure"
    assert isinstance(sound, Session) and sound.over
    assert [bool(each.fault) for each in read_part([str(path) for path in paths], "en", {})] == [True, False, False]
