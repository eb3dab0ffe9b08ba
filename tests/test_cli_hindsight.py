"""What if, and forget, on the command line and in both languages."""

from pathlib import Path

import pytest

from game.cli import main
from game.journal import Forgotten, Seat, read_journal
from game.session import begin
from tests.engine.table import loaded, rules
from tests.session.rooms import BEGAN, carry_on


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns the journal of a short session with a name in it."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    path = tmp_path / "sessions" / "one.jsonl"
    cards = loaded().scenario.stakeholders
    seats = [Seat(card.id, ("Zoé",) if card.id == "residents" else (), "persona") for card in cards]
    table = begin(loaded(), rules(), seats, 5, path, BEGAN, 2)
    carry_on(table)
    table.close()
    return path


@pytest.mark.parametrize(("language", "said"), [("fr", "Et si, au tour 1"), ("en", "What if, in round 1")])
def test_what_could_have_been_different_is_listed(
    journal: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    """Each line gives the options that play it; those of the first one do."""
    assert main(["whatif", str(journal), "--language", language]) == 0
    listed = capsys.readouterr().out.splitlines()
    options = next(line for line in listed if line.startswith("  --round")).split()

    assert main(["whatif", str(journal), *options, "--language", language]) == 0
    assert said in capsys.readouterr().out.splitlines()[0]


def test_what_could_not_be_different_is_refused(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says what there is to choose from."""
    assert main(["whatif", str(journal), "--round", "1", "--way", "dice", "--language", "en"]) == 1

    assert "--way mayor" in capsys.readouterr().err


def test_forget_shows_first_and_deletes_only_after_a_yes(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a seat everything is shown; anything but yes deletes nothing; `--yes` does not ask."""
    before = journal.read_bytes()
    main(["forget", str(journal), "--language", "en"])
    shown = capsys.readouterr().out
    monkeypatch.setattr("builtins.input", lambda _: "perhaps")
    main(["forget", str(journal), "--seat", "Residents", "--language", "en"])
    refused = journal.read_bytes()
    main(["forget", str(journal), "--seat", "residents", "--yes", "--language", "en"])

    assert "--seat" in shown
    assert before == refused
    assert "Zoé" not in journal.read_text("utf-8")
    assert isinstance(read_journal(journal).entries[-1], Forgotten)
    assert main(["replay", str(journal)]) == 0
