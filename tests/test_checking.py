"""`whose-city check` on rules: warnings, the record, other rules, visions reached, the long claims."""

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.paths import data


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns a copy of the shipped rules to change, in the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return Path(shutil.copytree(data("rules"), tmp_path / "pack"))


def change(pack: Path, file: str, old: str, new: str) -> None:
    """Replaces a passage of a file of the pack that must be there."""
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], *more: str, language: str = "en") -> tuple[int, list[str], str]:
    """Returns the exit code, the lines printed and what was said aside."""
    code = main(["check", "pack", "--language", language, *more])
    shown = capsys.readouterr()
    return code, shown.out.splitlines(), shown.err


@pytest.mark.usefixtures("pack")
def test_the_shipped_record_is_compared_with(capsys: pytest.CaptureFixture[str]) -> None:
    """Unchanged rules give what their record says, under `--strict` too."""
    code, lines, said = checked(capsys, "--strict")

    assert (code, said) == (0, "")
    assert lines[-1] == "Compared with pack/measured.yaml, nothing has moved."


def test_a_record_that_is_no_longer_true_is_a_warning(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After a change on purpose the record points at the first number that moved; `--strict` refuses it."""
    change(pack, "groups.yaml", "leave: {value: 1.2,", "leave: {value: 1.3,")

    code, lines, said = checked(capsys, "--strict")

    assert code == 1
    assert said == "1 warning, refused because of --strict.\n"
    assert lines[-1].startswith("pack/measured.yaml:")
    assert lines[-1].endswith(
        "warning: expected a record of what these rules give today, found other numbers"
        " — if you meant the change, run check again with --record"
    )
    assert checked(capsys)[0] == 0


def test_what_moved_is_told_claims_first(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that changed side is told first, in its words, then the margins, then where the paths end."""
    change(pack, "checks.yaml", "expect: {lived: {gt: 5}, daily_life", "expect: {lived: {gt: 50}, daily_life")

    _, lines, _ = checked(capsys)

    start = lines.index("Compared with pack/measured.yaml:")
    assert lines[start + 1] == (
        "  C41 no longer holds (+9.63 → −26.50)."
        " Life is better in the ethical and human city than in the business city."
    )


def test_paths_are_told_in_words(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each path names the levels that moved most, in the reader's language, and counts the others."""
    change(pack, "reference.yaml", "effects: {solidarity: 10, daily_life: 6, safety: 3}", "effects: {solidarity: 10}")

    _, lines, _ = checked(capsys, language="fr")

    assert any(line.startswith("  Où mène le chemin human\u00a0: Vie quotidienne ") for line in lines)
    assert any(line.endswith("écarts plus petits.") for line in lines)
    assert any(line.startswith("  Marges qui ont bougé\u00a0: ") for line in lines)


def test_recording_makes_the_record_true(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--record` writes what the rules give; the next check finds nothing moved."""
    change(pack, "groups.yaml", "leave: {value: 1.2,", "leave: {value: 1.3,")

    code, lines, _ = checked(capsys, "--record", "--strict")
    again = checked(capsys, "--strict")

    assert (code, lines[-1]) == (0, "Recorded in pack/measured.yaml.")
    assert (again[0], again[1][-1]) == (0, "Compared with pack/measured.yaml, nothing has moved.")


def test_a_broken_record_is_refused_with_its_place_and_can_be_written_again(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record spoilt by hand is a fault like any other; `--record` mends it."""
    sound = (pack / "measured.yaml").read_text(encoding="utf-8")
    change(pack, "measured.yaml", "  C1: ", "  C1: much # ")

    code, lines, _ = checked(capsys)
    mended = checked(capsys, "--record")

    assert code == 1
    assert lines[-1] == "pack/measured.yaml:7:7: “C1”: expected a whole number, found “much”"
    assert mended[0] == 0
    assert (pack / "measured.yaml").read_text(encoding="utf-8") == sound


def test_rules_without_a_record_are_compared_with_the_shipped_ones(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pack of one's own needs no record; beside the shipped one it departs, and is not stale."""
    (pack / "measured.yaml").unlink()
    change(pack, "groups.yaml", "leave: {value: 1.2,", "leave: {value: 1.3,")

    code, lines, _ = checked(capsys, "--strict")

    assert code == 0
    assert f"Compared with {data('rules', 'measured.yaml')}:" in lines


def test_two_folders_of_rules_are_compared(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--against` says what differs from the rules of another folder, whatever was recorded."""
    change(pack, "couplings.yaml", "    per10: -4\n    low: -6\n    high: -2\n    settling: 2\n", "    per10: -2\n"
           "    low: -6\n    high: -2\n    settling: 2\n")

    code, lines, _ = checked(capsys, "--against", str(data("rules")), "--strict")

    assert code == 0
    assert f"Compared with {data('rules')}:" in lines
    assert any(line.startswith("  Where the path business ends: Affordable living ") for line in lines)


def test_visions_that_games_come_to_are_counted(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--reach` plays games at random; a vision that nothing comes to is a warning at its place."""
    change(pack, "visions.yaml", "- {of: biodiversity, low: 42}", "- {of: biodiversity, low: 48}")

    code, lines, said = checked(capsys, "--reach", "5", "--language", "en")

    assert code == 0
    assert any(line.startswith("5 games drawn at random (seed 1) end at: ") for line in lines)
    assert lines[-1] == (
        "pack/visions.yaml:96:11: warning: expected a vision that some city comes to, found none in the reference"
        " paths and 5 random games that came to “symbiotic”"
    )
    assert said.splitlines()[-1].startswith("1 warning")


def test_the_long_claims_are_tried_when_asked(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--long` plays the claims that take thousands of games, here on one city and one way of deciding."""
    monkeypatch.setattr("game.city.explored.CITIES", 3)
    change(pack, "checks.yaml", "    by: every_plan\n", "")
    change(pack, "checks.yaml", "    procedures: [mayor, budget]\n", "    procedures: [mayor]\n")

    code, lines, said = checked(capsys, "--long")

    assert code == 0
    assert "trying C48; this takes a while" in said
    assert lines[-1].startswith("    The mayor decides: over 3 random cities, results vary by ")


@pytest.mark.parametrize("asked", ["--record", "--long", "--reach=3", "--against=rules"])
def test_what_only_rules_have_is_refused_of_a_scenario(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    """A scenario has no claims, no record and no visions of its own."""
    code = main(["check", str(data("scenarios", "port-clair")), "--language", "en", asked])

    assert (code, capsys.readouterr().err.count("\n")) == (1, 1)
