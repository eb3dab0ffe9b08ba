"""Branches: the table goes back, plays on, comes back, and nothing is lost."""

import json
from pathlib import Path

import pytest

from game.cli import main
from game.engine.moves import HideScores, Proceed, Strike
from game.engine.phases import Phase
from game.errors import GameError
from game.journal.entries import Branched, Paced, Undone, WentTo
from game.journal.file import read_journal
from game.journal.lines import line_of
from game.replaying import replayed, resume
from game.turns import moments
from tests.engine.table import loaded, rules
from tests.session.rooms import carry_on, session


def again(path: Path):
    """Returns the session of a journal, replayed and verified."""
    return replayed(path, read_journal(path), loaded(), rules())


def test_a_branch_leaves_the_line_it_left_as_it_was(tmp_path: Path) -> None:
    """Moves made on a branch are the branch's own; the trunk waits where it stood."""
    table = session(tmp_path / "session.jsonl")
    carry_on(table, 30)
    trunk = list(table.turns)
    table.branch(10, "What if?")
    table.submit(Proceed())
    table.go_to(0)

    assert table.turns == trunk
    assert [len(track.turns) for track in table.tracks] == [30, 11]


def test_a_replay_finds_every_line(tmp_path: Path) -> None:
    """Branches of branches, undone moves and ways back come out of the journal as they went in."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 20)
    table.branch(8, "one")
    carry_on(table, 15)
    table.branch(12, "two")
    table.undo()  # a branch has nothing of its own yet: this takes nothing back
    table.submit(Strike("protest"))
    table.submit(HideScores())
    table.undo()
    table.go_to(1)
    carry_on(table, 2)
    table.go_to(0)
    table.undo()

    found = again(path)

    assert [(track.name, track.parent, track.at, track.turns) for track in found.tracks] == [
        (track.name, track.parent, track.at, track.turns) for track in table.tracks
    ]
    assert (found.present, found.state) == (0, table.state)


def test_a_resumed_session_goes_on_with_its_branch(tmp_path: Path) -> None:
    """The table stands on the line it was left on, and the next moves belong there."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 12)
    table.branch(4, "again")
    carry_on(table, 3)
    table.close()

    resumed, _ = resume(path, loaded(), rules())
    carry_on(resumed, 2)
    resumed.close()

    assert [len(line.moves) for line in read_journal(path).lines()] == [12, 9]


def test_the_same_luck_meets_every_branch() -> None:
    """Played alike, a branch ends as its trunk did: only choices make a difference."""
    table = session()
    carry_on(table)
    trunk = table.state
    table.branch(17, "alike")
    carry_on(table)

    assert table.state == trunk


def test_undo_stops_where_a_branch_left() -> None:
    """What was played before belongs to the line it left."""
    table = session()
    carry_on(table, 6)
    table.branch(6, "here")

    assert (table.undoable, table.undo()) == (False, False)
    assert len(table.turns) == 6


def test_a_parent_taken_back_leaves_its_branches_whole(tmp_path: Path) -> None:
    """Undoing the trunk past the fork takes nothing from a branch, then or after a replay."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 10)
    table.branch(8, "kept")
    carry_on(table, 1)
    kept = list(table.turns)
    table.go_to(0)
    for _ in range(5):
        table.undo()

    assert table.tracks[1].turns == kept
    assert again(path).tracks[1].turns == kept


@pytest.mark.parametrize("at", [-1, 7])
def test_there_is_no_branch_from_a_moment_that_has_not_been(tmp_path: Path, at: int) -> None:
    """It is refused before anything is written."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 6)

    with pytest.raises(GameError) as refused:
        table.branch(at, "nowhere")

    assert refused.value.key == "error.no_moment"
    assert len(read_journal(path).entries) == 6


def test_there_is_no_going_to_a_line_that_nobody_opened() -> None:
    """Only the trunk and what left it can be gone to."""
    with pytest.raises(GameError) as refused:
        session().go_to(1)

    assert refused.value.key == "error.no_branch"


def test_an_older_journal_is_one_trunk(tmp_path: Path) -> None:
    """A journal without branches and without minutes opens as before."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 9)
    table.close()
    first, *others = path.read_bytes().splitlines(keepends=True)
    header = json.loads(first)["header"]
    del header["minutes"]
    path.write_bytes(line_of(0, {"header": header}) + b"".join(others))
    told = read_journal(path)

    assert again(path).state == table.state
    assert (len(told.lines()), told.present(), told.minutes()) == (1, 0, 0)


def test_the_minutes_planned_are_kept(tmp_path: Path) -> None:
    """The last plan counts, from the header or from an entry."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    table.pace(60)
    table.pace(45)

    assert again(path).minutes == 45
    assert read_journal(path).entries[-1] == Paced(45)


def test_branching_and_going_back_are_entries_of_their_own(tmp_path: Path) -> None:
    """The file is only ever added to."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 3)
    table.branch(1, "Et si…")
    table.go_to(0)
    table.undo()

    assert read_journal(path).entries[3:] == (Branched(1, "Et si…"), WentTo(0), Undone())


def test_a_moment_is_the_opening_of_a_phase() -> None:
    """The time line begins with the session, and each moment gives the state it opened on."""
    table = session()
    carry_on(table)
    found = moments(table.game, table.turns)

    assert (found[0].at, found[0].state.phase) == (0, Phase.BRIEFING)
    assert all(table.states[each.at] == each.state for each in found)
    assert found[-1].state.phase is Phase.ENDED


def test_the_command_line_tells_the_line_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`replay --branch` lists the lines with their numbers and marks the one told; one that is not there is refused."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 6)
    table.branch(2, "What if?")
    table.go_to(0)
    table.close()

    done = main(["replay", str(path), "--branch", "1", "--language", "en"])
    told = capsys.readouterr().out
    refused = main(["replay", str(path), "--branch", "2", "--language", "en"])

    assert (done, refused) == (0, 1)
    assert "  0 The trunk (round 1, " in told
    assert "> 1 What if? (leaves “The trunk” at round 1, " in told
