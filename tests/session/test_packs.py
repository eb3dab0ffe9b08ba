"""A session remembers whose rules it was played with."""

import json
from pathlib import Path
from shutil import copyfile

import pytest

from game.content.fingerprints import changed_since
from game.content.load import load_rulebook
from game.engine.moves import Adjust
from game.engine.seating import Seat
from game.errors import GameError, JournalError
from game.journal.file import read_journal
from game.journal.lines import sum_of
from game.paths import data
from game.replaying import otherwise, replayed, rules_of
from game.session import Session, begin
from game.wording.errors import sentence
from game.wording.words import words_in
from tests.engine.table import loaded
from tests.session.rooms import BEGAN, OPEN, carry_on, session


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives the user a folder of their own, with one pack in it."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "rules" / "packs"
    folder.mkdir(parents=True)
    copied("mine", folder)
    return tmp_path / "home"


def copied(name: str, folder: Path) -> Path:
    """Returns a copy of the opposite thesis under another name."""
    path = folder / f"{name}.yaml"
    copyfile(data("rules", "packs", "techno-optimist.yaml"), path)
    path.write_text(path.read_text(encoding="utf-8").replace("id: techno-optimist", f"id: {name}"), encoding="utf-8")
    return path


def played(path: Path, pack: str | Path | None, moves: int = 30) -> Session:
    """Returns a session of some moves under a pack, its journal closed."""
    seats = [Seat(each.id, bot="persona") for each in loaded().scenario.stakeholders]
    table = begin(loaded(), load_rulebook(pack=pack), seats, 1, path, BEGAN)
    OPEN.append(table)
    carry_on(table, moves)
    return table


@pytest.mark.parametrize("pack", ["techno-optimist", "blank", "mine"])
def test_a_journal_names_its_pack_and_replays_with_it(tmp_path: Path, pack: str) -> None:
    """The header says which pack; replaying finds it, verifies its hash and gives the same states."""
    path = tmp_path / "session.jsonl"
    table = played(path, pack)

    told = read_journal(path)
    again = replayed(path, told, loaded(), rules_of(told))

    assert (told.header.pack, told.header.pack_file) == (pack, "")
    assert f"rules/packs/{pack}.yaml" in told.header.hashes
    assert again.states == table.states
    assert again.pack is not None
    assert again.pack.applied.pack.id == pack


def test_other_rules_make_another_session(tmp_path: Path) -> None:
    """The same seats and luck under the opposite thesis give another city."""
    paper, opposite = (played(tmp_path / f"{pack}.jsonl", pack, 120) for pack in ("paper", "techno-optimist"))

    assert paper.cities[-1].values.tolist() != opposite.cities[-1].values.tolist()


def test_a_journal_without_a_pack_was_played_with_the_papers_rules(tmp_path: Path) -> None:
    """Journals written before there were packs still open."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 10)
    lines = path.read_text(encoding="utf-8").split("\n")
    record = json.loads(lines[0])
    del record["crc"], record["header"]["pack"], record["header"]["pack_file"]
    record["crc"] = sum_of(record.pop("n"), record)
    path.write_text("\n".join([json.dumps({"n": 0, **record}), *lines[1:]]), encoding="utf-8")

    told = read_journal(path)

    assert told.header.pack == "paper"
    assert replayed(path, told, loaded(), rules_of(told)).states == table.states


def test_a_pack_changed_since_is_named(tmp_path: Path, home: Path) -> None:
    """An edited pack is no longer what was played, and the sentence says which file."""
    path = tmp_path / "session.jsonl"
    played(path, "mine")
    file = home / "rules" / "packs" / "mine.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("per10: -1.2", "per10: -1.3"), encoding="utf-8")
    told = read_journal(path)

    assert changed_since(told.header.hashes, loaded(), rules_of(told)) == ("rules/packs/mine.yaml",)


def test_a_pack_kept_elsewhere_is_found_where_it_was(tmp_path: Path) -> None:
    """A pack named by its file is remembered by its place."""
    path, file = tmp_path / "session.jsonl", copied("elsewhere", tmp_path)
    table = played(path, file)

    told = read_journal(path)

    assert told.header.pack_file == str(file.resolve())
    assert replayed(path, told, loaded(), rules_of(told)).states == table.states


def test_a_missing_pack_is_told_in_one_sentence_and_can_be_named(tmp_path: Path) -> None:
    """Where the pack is gone, the sentence says where it was looked for; naming its file mends it."""
    path, file = tmp_path / "session.jsonl", copied("elsewhere", tmp_path)
    table = played(path, file)
    kept = tmp_path / "kept"
    kept.mkdir()
    moved = file.rename(kept / file.name)
    told = read_journal(path)

    with pytest.raises(JournalError) as refused:
        rules_of(told)

    assert sentence(refused.value, words_in("en")) == (
        f"This journal was played with the rule pack “elsewhere”, which is not to be found ({file.resolve()})."
        " Put it back there, or name its file with --rules."
    )
    assert replayed(path, told, loaded(), rules_of(told, moved)).states == table.states


def test_a_journal_is_not_replayed_under_another_pack(tmp_path: Path) -> None:
    """Naming the wrong pack is refused: the files differ."""
    path = tmp_path / "session.jsonl"
    played(path, "mine")
    told = read_journal(path)

    with pytest.raises(GameError) as refused:
        replayed(path, told, loaded(), rules_of(told, "blank"))

    assert refused.value.values["changed"] == "rules/packs/blank.yaml, rules/packs/mine.yaml"


def test_contesting_a_link_keeps_the_pack(tmp_path: Path) -> None:
    """What would have been otherwise is tried under the same rules."""
    table = played(tmp_path / "session.jsonl", "techno-optimist")

    other, _ = otherwise(table, [Adjust("efficiency>trust", 0)])

    assert other.pack is table.pack
