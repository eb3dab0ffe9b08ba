"""A slip on the command line: one sentence in the person's language, what was probably meant, where to look."""

from pathlib import Path

import pytest

from game.cli import main

SLIPS = (
    (["reprot", "a.jsonl"], "“reprot” is no command of the game. Did you mean report? whose-city --help"),
    (["report"], "This command also needs SESSION.jsonl. whose-city report --help"),
    (["report", "a.jsonl", "--langage", "fr"], "“--langage” is no option of this command. Did you mean --language?"),
    (["plan", "--people", "many"], "--people must be a number; found “many”. whose-city plan --help"),
    (["plan", "--audience", "teens"], "--audience must be one of adults, teenagers, easy; found “teens”."),
    (["plan", "--people"], "--people needs a value after it."),
    (["play", "--language", "de"], "The game speaks French (fr) and English (en); “de” is neither. whose-city play"),
    (["play", "--lang", "fr"], "“--lang” is no option of this command. Did you mean --language?"),
    (["forget", "a", "--session", "--seat", "b"], "--seat does not go with --session: one or the other."),
    (["demo", "--rounds", "99"], "--rounds must be a number from 2 to 12; found “99”."),
    (["demo", "--pace", "-3"], "--pace must be a number from 0 to 1440; found “-3”."),
    (["demo", "--pace", "nan"], "--pace must be a number from 0 to 1440; found “nan”."),
    (["plan", "--debrief", "-3"], "--debrief must be a number from 1 to 1440; found “-3”."),
    (["learning", "--people", "0"], "--people must be a number from 1 to 200; found “0”."),
    (["learning", "--people", "x"], "--people must be a number; found “x”."),
    (["check", "rules", "--reach", "-3"], "--reach must be a number from 1 to 1000000; found “-3”."),
    (["whatif", "a", "--answer", "none", "--way", "mayor"], "--way does not go with --answer: one or the other."),
    (["print", "port-clair"], "This command does not expect “port-clair”."),
)


@pytest.mark.parametrize(("arguments", "sentence"), SLIPS)
def test_a_slip_is_told_in_one_line(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No list of everything that exists is thrown at somebody who mistyped a word."""
    with pytest.raises(SystemExit) as end:
        main([*arguments, "--language", "en"] if "--people" not in arguments[-1:] else ["--language", "en", *arguments])

    told = capsys.readouterr().err
    assert told.startswith(sentence)
    assert (2, 1) == (end.value.code, len(told.splitlines()))


@pytest.mark.parametrize(("arguments", "_"), SLIPS)
def test_a_slip_is_told_in_french_to_who_speaks_it(
    arguments: list[str], _: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the parser's own English is left in it."""
    with pytest.raises(SystemExit):
        main(["--language", "fr", *arguments])

    told = capsys.readouterr().err
    assert told.rstrip().endswith("--help dit tout ce qui peut se demander.")
    assert not [word for word in ("invalid", "unrecognized", "required", "expected", "usage") if word in told]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_for_a_folder_and_a_folder_for_a_file_lead_to_the_other_command(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who names the one for the other is told how to do what they meant."""
    file = tmp_path / "one.jsonl"
    file.write_text("{}\n", encoding="utf-8")

    for arguments, meant in ((["report", str(tmp_path)], "collect"), (["collect", str(file)], "report")):
        assert 1 == main([*arguments, "--language", language])
        assert f"whose-city {meant} {arguments[1]}" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_looked_for_where_sessions_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name comes with the folder of the right ones."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))

    assert 1 == main(["report", "nowhere.jsonl", "--language", "en"])
    assert f"There is no file nowhere.jsonl. Sessions lie in {tmp_path / 'sessions'}.\n" == capsys.readouterr().err
    assert 1 == main(["collect", "nowhere", "--language", "en"])
    assert "There is no folder nowhere. Check its name.\n" == capsys.readouterr().err


@pytest.mark.parametrize("verb", ["recount", "opinions", "learning", "map", "plan"])
def test_a_folder_for_a_file_is_told_as_one(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was expected, and what stands there."""
    assert 1 == main([verb, str(tmp_path), "--language", "en"])
    assert f"{tmp_path}: expected a file, found a folder" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_of_another_kind_is_told_by_its_name(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page for a session, a session for a plan: what was expected, and where those lie; no line and column."""
    page, session = tmp_path / "debrief.pdf", tmp_path / "session.jsonl"
    page.write_bytes(b"%PDF-1.7\n\xff\n")
    session.write_text("{}\n", encoding="utf-8")

    for arguments, ending in ((["report", str(page)], ".jsonl"), (["plan", str(session)], ".yaml")):
        assert 1 == main([*arguments, "--language", language])
        told = capsys.readouterr().err
        assert told.startswith(arguments[1])
        assert ending in told
        assert ":1:1" not in told
