"""The save file loses nothing that was accepted, and says what is wrong with it."""

import errno
import json
from pathlib import Path

import pytest
from attrs import evolve

from game.content.fingerprints import PREPARING
from game.content.shapes import ChallengeId
from game.engine.moves import Pass, Proceed
from game.engine.seating import Gather, Seat
from game.errors import IllegalMove, JournalError, Refusal
from game.journal.entries import SeatChanged
from game.journal.file import Journal, read_journal
from game.replaying import replayed, resume, scenario_of
from game.session import begin
from tests.engine.table import loaded, rules
from tests.session.rooms import BEGAN, carry_on, session


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Returns the journal of a session of thirty moves."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 30)
    table.close()
    return path


def again(path: Path):
    """Returns the session of a journal, replayed and verified."""
    return replayed(path, read_journal(path), loaded(), rules())


def test_a_short_session_keeps_its_own_agenda(tmp_path: Path) -> None:
    """A session of fewer challenges is replayed with those, and tells them in its first line."""
    path, agenda = tmp_path / "session.jsonl", (ChallengeId("housing"), ChallengeId("mobility"))
    seats = [Seat(stakeholder.id, bot="persona") for stakeholder in loaded().scenario.stakeholders]
    table = begin(loaded(), rules(), seats, 1, path, BEGAN, 2, agenda=agenda)
    carry_on(table)
    table.close()

    assert (agenda, table.states) == (read_journal(path).header.agenda, again(path).states)


def test_a_replay_gives_the_same_state(tmp_path: Path) -> None:
    """A whole session, read back from its journal, ends in the same state, move by move."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table)

    assert again(path).states == table.states


def test_killed_at_any_byte_nothing_accepted_is_lost(saved: Path) -> None:
    """Cut anywhere, the journal gives every move whose line was whole, and says that a line was cut."""
    raw = saved.read_bytes()
    first = raw.index(b"\n") + 1
    for cut in range(first, len(raw), 97):
        saved.write_bytes(raw[:cut])
        told = read_journal(saved)
        assert len(told.moves()) == raw[:cut].count(b"\n") - 1
        assert told.cut == (raw[cut - 1 : cut] != b"\n")


def test_a_cut_journal_goes_on_where_it_was_whole(saved: Path) -> None:
    """Resuming drops the cut line and writes on; the file is sound again."""
    raw = saved.read_bytes()
    saved.write_bytes(raw[:-9])

    table, told = resume(saved, loaded(), rules())
    carry_on(table, 3)
    table.close()

    assert told.cut
    assert len(read_journal(saved).moves()) == 29 + 3


def test_a_move_taken_back_stays_in_the_file(tmp_path: Path) -> None:
    """Undo is an entry of its own: the replay stands where the table stood."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 12)
    table.undo()
    carry_on(table, 2)

    assert again(path).state == table.state
    assert len(read_journal(path).entries) == 15


def test_who_sits_where_is_kept(tmp_path: Path) -> None:
    """A seat taken over by people is theirs after a resume."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 3)
    table.submit(Gather("residents", ("Ada", "Brahim")))
    table.close()

    resumed, _ = resume(path, loaded(), rules())
    resumed.close()

    assert resumed.seats["residents"] == Seat("residents", ("Ada", "Brahim"))


def test_older_journals_say_who_sits_where_beside_the_moves(tmp_path: Path) -> None:
    """A seat that passed to people in a journal older than these moves is theirs after a resume."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 3)
    table.journal.append(SeatChanged(Seat("residents", ("Ada",))))
    table.close()

    resumed, _ = resume(path, loaded(), rules())
    resumed.close()

    assert Seat("residents", ("Ada",)) == resumed.seats["residents"]
    assert table.state == resumed.state


def test_an_edited_line_is_named(saved: Path) -> None:
    """A changed byte in the middle is refused with its line."""
    lines = saved.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[7] = lines[7].replace('"digest":"', '"digest":"0', 1)
    saved.write_text("".join(lines), encoding="utf-8")

    with pytest.raises(JournalError) as refused:
        read_journal(saved)

    assert (refused.value.key, refused.value.values["line"]) == ("error.journal_edited", 8)


def test_a_line_taken_out_is_named(saved: Path) -> None:
    """A missing line breaks the numbering and is refused where it is missing."""
    lines = saved.read_text(encoding="utf-8").splitlines(keepends=True)
    del lines[5]
    saved.write_text("".join(lines), encoding="utf-8")

    with pytest.raises(JournalError) as refused:
        read_journal(saved)

    assert (refused.value.key, refused.value.values["line"]) == ("error.journal_edited", 6)


@pytest.mark.parametrize("raw", [b"", b"not a journal\n", b"[1, 2]\n", b"\xff\xfe\n", b'{"n":0}\n'])
def test_what_is_no_journal_is_refused(tmp_path: Path, raw: bytes) -> None:
    """Empty files and other text are refused in one sentence, never with a traceback."""
    path = tmp_path / "other.jsonl"
    path.write_bytes(raw)

    with pytest.raises(JournalError):
        read_journal(path)


def test_a_missing_journal_is_refused(tmp_path: Path) -> None:
    """A wrong name is told as such."""
    with pytest.raises(JournalError) as refused:
        read_journal(tmp_path / "nowhere.jsonl")

    assert refused.value.key == "error.no_journal"


def rewritten(path: Path, **header: object) -> None:
    """Writes the journal again with another header, its checksums sound."""
    told = read_journal(path)
    path.unlink()
    journal = Journal(path, evolve(told.header, **header))
    for entry in told.entries:
        journal.append(entry)
    journal.close()


def test_another_format_is_refused(saved: Path) -> None:
    """A journal of a later format names both numbers."""
    rewritten(saved, format=99)

    with pytest.raises(JournalError) as refused:
        read_journal(saved)

    assert refused.value.values["found"] == 99


def test_a_changed_scenario_is_named_not_replayed(saved: Path) -> None:
    """A file whose hash differs stops the replay and is named."""
    hashes = dict(read_journal(saved).header.hashes)
    name = next(file for file in hashes if file.endswith("city.yaml"))
    rewritten(saved, hashes=hashes | {name: "0" * 64})

    with pytest.raises(JournalError) as refused:
        again(saved)

    assert refused.value.values["changed"] == name


@pytest.mark.parametrize("name", ["shocks.yaml", "reveals.yaml"])
def test_a_scenario_and_its_rules_may_have_files_of_one_name(saved: Path, name: str) -> None:
    """Each has its own hash in the journal, and the one that has changed is the one named."""
    hashes = dict(read_journal(saved).header.hashes)
    changed = []
    for each in (name, f"rules/{name}"):
        rewritten(saved, hashes=hashes | {each: "0" * 64})
        with pytest.raises(JournalError) as refused:
            again(saved)
        changed.append(refused.value.values["changed"])

    assert changed == [name, f"rules/{name}"]


def test_a_journal_of_before_names_had_two_folders_still_opens(saved: Path) -> None:
    """Older journals knew the files of the rules by their bare names; a change in one is named so."""
    told = read_journal(saved)
    before = {**loaded().hashes, **rules().hashes}
    rewritten(saved, hashes=before | {"workshop.yaml": "0" * 64})
    opened = again(saved)
    rewritten(saved, hashes=before | {"couplings.yaml": "0" * 64})
    with pytest.raises(JournalError) as refused:
        again(saved)

    assert opened.state == replayed(saved, told, loaded(), rules()).state
    assert refused.value.values["changed"] == "couplings.yaml"


def test_numbers_for_preparing_a_workshop_may_change_afterwards(saved: Path) -> None:
    """Whoever gives the welcome another minute can still open the sessions of last week."""
    told = read_journal(saved)
    assert PREPARING in told.header.hashes
    rewritten(saved, hashes={**told.header.hashes, PREPARING: "0" * 64})

    assert again(saved).state == replayed(saved, told, loaded(), rules()).state


def test_another_scenario_is_refused(saved: Path) -> None:
    """A journal of another city says which one it was played in, and that it is not installed."""
    rewritten(saved, scenario="atlantis")

    with pytest.raises(JournalError) as refused:
        again(saved)
    with pytest.raises(JournalError) as missing:
        scenario_of(read_journal(saved))

    assert refused.value.values["expected"] == "atlantis"
    assert missing.value.key == "error.journal_no_scenario"


def test_a_state_that_differs_is_refused(saved: Path) -> None:
    """Under another way of deciding the city goes elsewhere: the first move whose state differs is named."""
    rewritten(saved, procedure="mayor")

    with pytest.raises(JournalError) as refused:
        again(saved)

    assert refused.value.key in {"error.journal_differs", "error.journal_illegal"}


class FullDisk:
    """A file on a disk that is full after so many bytes."""

    def __init__(self, file, room: int) -> None:
        self.file, self.room = file, room

    def write(self, data: bytes) -> int:
        if len(data) > self.room:
            self.file.write(data[: self.room])
            raise OSError(errno.ENOSPC, "No space left on device")
        self.room -= len(data)
        return self.file.write(data)

    def __getattr__(self, name: str):
        return getattr(self.file, name)


def test_a_full_disk_refuses_the_move_and_keeps_the_file(tmp_path: Path) -> None:
    """When a line can't be written the move is not played, the state stands, and the file is what it was."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 5)
    before, raw = table.state, path.read_bytes()
    table.journal._file = FullDisk(table.journal._file, 20)

    with pytest.raises(JournalError) as refused:
        table.submit(Proceed())

    assert "No space left" in str(refused.value.values["reason"])
    assert (table.state, path.read_bytes()) == (before, raw)


def test_after_the_disk_has_room_again_the_game_goes_on(tmp_path: Path) -> None:
    """The same table plays on once there is room, and the journal is whole."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 5)
    real = table.journal._file
    table.journal._file = FullDisk(real, 20)
    with pytest.raises(JournalError):
        table.submit(Proceed())

    table.journal._file = real
    carry_on(table, 3)

    assert again(path).state == table.state


def test_a_folder_that_cannot_be_made_is_told_before_the_first_move(tmp_path: Path) -> None:
    """A sessions folder in the way of a file is refused when the session begins."""
    (tmp_path / "sessions").write_text("in the way", encoding="utf-8")

    with pytest.raises(JournalError) as refused:
        session(tmp_path / "sessions" / "session.jsonl")

    assert refused.value.key == "error.journal_unwritable"


def test_each_line_is_on_disk_when_the_move_is_accepted(tmp_path: Path) -> None:
    """After each move a second reader finds it in the file."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    for count in range(1, 6):
        carry_on(table, 1)
        assert len(read_journal(path).moves()) == count


def test_a_line_is_plain_json(saved: Path) -> None:
    """Each line can be read with any JSON reader: number, entry, checksum."""
    records = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]

    assert [record["n"] for record in records] == list(range(31))
    assert records[1]["MoveMade"]["move"] == {"kind": "Proceed"}


def test_a_move_made_for_an_older_table_is_refused(tmp_path: Path) -> None:
    """A move that knew of fewer moves than were made is stale."""
    table = session(None, bot=None)
    table.submit(Proceed(), at=0)

    with pytest.raises(IllegalMove) as refused:
        table.submit(Pass("residents"), at=0)

    assert refused.value.reason is Refusal.STALE
