"""checks.yaml and reference.yaml are read as strictly as every other file."""

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.content.claims import Claims, Reference
from game.content.load import ASIDE, load_rulebook
from game.content.load_claims import load_claims
from game.content.measured import Measured
from game.content.schema import FILES
from game.paths import data
from tests.content.test_schema import complaints, plain


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns a copy of the shipped rules to change."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(data("rules"), tmp_path / "pack")
    return Path("pack")


def change(path: Path, old: str, new: str) -> None:
    """Replaces a piece of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], language: str = "en") -> list[str]:
    """Returns what checking the pack prints."""
    main(["check", "pack", "--language", language])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("root", "name"), [(Reference, ASIDE[0]), (Claims, ASIDE[1]), (Measured, ASIDE[2])])
def test_the_shipped_file_keeps_to_its_schema_and_names_it(root: type, name: str) -> None:
    """An author's editor finds the schema and underlines nothing."""
    path = data("rules", name)

    assert path.read_text(encoding="utf-8").split("\n")[0].endswith(f"$schema={FILES[root][1]}")
    assert complaints(root, plain(path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("checks.yaml", "path: symbiotic", "path: symbiotyc", "a path of the reference city, found “symbiotyc”"),
        ("checks.yaml", "sensing: {gt: 10}", "sensors: {gt: 10}", "a known measure, gauge, tally or average, found"),
        ("checks.yaml", "sensing: {gt: 10}", "sensing: {}", "“gt” or “lt”, found neither"),
        ("checks.yaml", "add: [energy.mid]", "add: [energy.med]", "an answer of the reference city, found"),
        ("checks.yaml", "people.ecology_seen: 100", "people.ecology: 100", "a number of the rules, as in finance."),
        ("checks.yaml", "erase: [lived>prosperity", "erase: [lives>prosperity", "found “lives”"),
        ("checks.yaml", "focus: newquarter", "focus: newtown", "found “newtown”"),
        ("checks.yaml", "procedure: budget", "procedure: pbudget", "found “pbudget”"),
        ("checks.yaml", "said_by: [writers]", "said_by: [authors]", "found “authors”"),
        ("reference.yaml", "trust: 50, ", "", "expected a level for each measure, found none for trust"),
        ("reference.yaml", "energy: mid, safety: high", "energy: med, safety: high", "found “med”"),
        ("reference.yaml", "precarious: 2", "precarious: 3", "found 101"),
        ("reference.yaml", "  care.low:", "  care.soft:", "expected a name made of challenge.level, as in care.low"),
        ("reference.yaml", "  nothing:", "  stillness:", "expected a path “nothing”, found none"),
    ],
)
def test_a_slip_is_told_with_its_place(
    pack: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, problem: str
) -> None:
    """Every name must resolve; the fault says file, line and column, and what was expected."""
    change(pack / file, old, new)

    lines = told(capsys)

    assert "pack: no fault found." not in lines
    assert any(line.startswith(f"pack/{file}:") and problem in line for line in lines), lines


def test_the_place_is_that_of_the_word(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence points to the very word, in both languages, and suggests the right one."""
    change(pack / "checks.yaml", "run: {path: symbiotic}", "run: {path: symbiotyc}")
    text = (pack / "checks.yaml").read_text(encoding="utf-8")
    line = text[: text.index("symbiotyc")].count("\n") + 1

    assert told(capsys)[-1] == (
        f"pack/checks.yaml:{line}:17: expected a path of the reference city, found “symbiotyc”"
        " — did you mean “symbiotic”?"
    )
    assert told(capsys, "fr")[-1] == (
        f"pack/checks.yaml:{line}:17: chemin de la ville de référence attendu\u202f; trouvé\u00a0: "
        "«\u00a0symbiotyc\u00a0» — vouliez-vous dire «\u00a0symbiotic\u00a0»\u202f?"
    )


def test_rules_without_claims_of_their_own_are_held_to_the_shipped_ones(pack: Path) -> None:
    """A pack that only changes numbers need not repeat the paper's claims."""
    for name in ASIDE:
        (pack / name).unlink()
    rules = load_rulebook(pack).rulebook

    assert load_claims(rules) == load_claims(rules, pack)


def test_rules_that_depart_are_named_and_not_refused(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that fails is labelled; the check still ends well."""
    change(pack / "checks.yaml", "expect: {lived: {gt: 5}, daily_life", "expect: {lived: {gt: 50}, daily_life")

    code = main(["check", "pack", "--language", "en"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "45 of 46 ideas hold." in lines
    assert "These rules depart from the paper on C41." in lines


def test_drawing_is_repeated_by_its_seed(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--robust` and `--null` print their tables on stdout and their progress elsewhere."""
    monkeypatch.setattr("game.checking.SHUFFLES", 2)
    code = main(["check", "pack", "--robust", "2", "--null", "--seed", "3", "--language", "en"])

    shown = capsys.readouterr()
    assert code == 0
    assert "2 draws of all the numbers, within 40% either way (seed 3)" in shown.out
    assert "No links between measures: 82.6% of the ideas hold." in shown.out
    assert shown.err.splitlines() == ["draw 1 of 2", "draw 2 of 2"]


def test_a_scenario_has_no_claims_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    """`--robust` asked of a scenario is refused in one sentence."""
    code = main(["check", str(data("scenarios", "port-clair")), "--robust", "5", "--language", "en"])

    assert (code, capsys.readouterr().err.count("\n")) == (1, 1)
