"""What if, and forget, on the command line and in both languages."""

from pathlib import Path

import pytest

from game import LANGUAGES
from game.cli import main
from game.engine.seating import Seat
from game.journal.entries import Forgotten
from game.journal.file import read_journal
from game.session import begin
from game.wording.words import words_in
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_the_room_s_is_shown_and_deleted(
    journal: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Notes are listed with the seats; once deleted there is nothing left of the room, and the session replays."""
    notes = journal.with_suffix(".notes.txt")
    notes.write_text("Ask Zoé again", encoding="utf-8")
    main(["forget", str(journal), "--language", language])
    shown = capsys.readouterr().out
    main(["forget", str(journal), "--room", "all", "--yes", "--language", language])
    main(["forget", str(journal), "--room", "notes", "--yes", "--language", language])

    assert "Ask Zoé again" in shown and "--room" in shown
    assert not notes.exists()
    assert words_in(language).say("forgetting.nothing") in capsys.readouterr().out
    assert main(["replay", str(journal)]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_session_is_listed_and_deleted_after_a_yes(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Each file is named; anything but yes deletes nothing; a journal that can't be read any more can still go."""
    page = journal.with_suffix(".fr.html")
    page.write_text("", encoding="utf-8")
    journal.write_bytes(journal.read_bytes()[:50])
    monkeypatch.setattr("builtins.input", lambda _: "perhaps")
    main(["forget", str(journal), "--session", "--language", language])
    asked, kept = capsys.readouterr().out, journal.exists() and page.exists()
    monkeypatch.setattr("builtins.input", lambda _: words_in(language).say("cli.forget_answer"))
    main(["forget", str(journal), "--session", "--language", language])

    assert str(journal) in asked and str(page) in asked and kept
    assert [] == list(journal.parent.iterdir())
    assert main(["forget", str(journal), "--session", "--language", language]) == 1
    assert str(journal) in capsys.readouterr().err
