"""A session told by two journals is one session: the longer one counts, and what parts ways is two."""

import shutil
from pathlib import Path

import pytest

from game.engine.seating import Gather
from game.forgetting.anew import forget
from game.journal.file import read_journal
from game.replaying import resume
from game.twice import Twice, told_twice
from game.wording.twice import twice_lines
from game.wording.words import words_in
from tests.engine.table import loaded, rules
from tests.session.rooms import carry_on, session


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Returns the journal of a session of which a name was given, interrupted after a few moves."""
    table = session(tmp_path / "one.jsonl", rounds=2)
    table.submit(Gather("residents", ("Zoé",)))
    carry_on(table, 6)
    table.close()
    return tmp_path / "one.jsonl"


def _copy(journal: Path, name: str) -> Path:
    return Path(shutil.copy(journal, journal.with_name(name)))


def _gone_on(journal: Path, way: str = "") -> None:
    table, _ = resume(journal, loaded(), rules())
    if way:
        table.submit(Gather("river", (way,)))
    carry_on(table, 4)
    table.close()


def test_a_copy_under_another_name_counts_once(journal: Path) -> None:
    """The first of two that tell the same counts; a path given twice is such a copy."""
    other = _copy(journal, "other.jsonl")

    assert told_twice([journal, other, journal]) == (Twice(1, 0, False), Twice(2, 0, False))


def test_the_longer_of_two_counts_wherever_it_stands(journal: Path) -> None:
    """A copy kept before the end is its beginning."""
    early = _copy(journal, "early.jsonl")
    _gone_on(journal)

    assert told_twice([early, journal]) == (Twice(0, 1, True),)


def test_journals_that_part_ways_are_two_sessions(journal: Path) -> None:
    """Each was played; their common beginning, kept apart, is told by both and counts in neither's place."""
    early, other = _copy(journal, "early.jsonl"), _copy(journal, "other.jsonl")
    _gone_on(journal)
    _gone_on(other, "Inès")

    assert told_twice([journal, other]) == ()
    assert [each.place for each in told_twice([journal, other, early])] == [2]


def test_a_copy_that_still_has_deleted_names_is_left_out(journal: Path) -> None:
    """Deleting changes the fingerprints, not the session: the copy without the names counts."""
    copy = _copy(journal, "aaa.jsonl")
    table, told = resume(journal, loaded(), rules())
    table.close()
    forget(table, told, journal, "residents", "2026-02-01")

    assert read_journal(copy).entries != read_journal(journal).entries
    assert told_twice([copy, journal]) == (Twice(0, 1, False),)


def test_sessions_begun_otherwise_or_damaged_are_none(journal: Path, tmp_path: Path) -> None:
    """Another seed is another session; a journal that can't be read is no copy of anything."""
    table = session(tmp_path / "seed.jsonl", seed=2, rounds=2)
    table.close()
    damaged = _copy(journal, "damaged.jsonl")
    damaged.write_bytes(damaged.read_bytes().replace(b'"n":2', b'"n":9'))

    assert told_twice([journal, tmp_path / "seed.jsonl", damaged, tmp_path / "missing.jsonl"]) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_copy_is_named_with_the_one_that_counts(language: str) -> None:
    """By their names, or with their folders where the names are the same."""
    journals = [Path("a/one.jsonl"), Path("b/one.jsonl"), Path("a/two.jsonl"), Path("a/one.jsonl")]
    found = [Twice(1, 0, False), Twice(2, 0, True), Twice(3, 0, False)]
    lines = twice_lines(found, journals, words_in(language))

    assert all(path in lines[0] for path in ("a/one.jsonl", "b/one.jsonl"))
    assert "two.jsonl" in lines[1] and "a/" not in lines[1]
    assert lines[2].count("one.jsonl") == 1
