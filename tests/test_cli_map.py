"""`whose-city map`: what a workshop's map says, beside the rules, another map and a session."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.load import load_rulebook
from game.content.mapfile import read_map

BEFORE = "from,to,strength\nprosperity,affordability,-3\nsensing,safety,3\nparticipation,trust,-2\n"
AFTER = "de;vers;force\nProspérité;Vie abordable;-2\nCapteurs;Confiance;-3\n"


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps each test's files in a folder of its own."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "before.csv").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "after.csv").write_text(AFTER, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> list[str]:
    """Returns what the command prints; it must succeed."""
    code = main(["map", *arguments, "--language", language])
    assert 0 == code
    return capsys.readouterr().out.splitlines()


def test_a_map_is_told_in_sentences_and_beside_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Each arrow is a sentence; the rules agree, oppose, or say nothing of it."""
    lines = told(capsys, "before.csv")

    assert "Map of causes by before: 3 arrows" == lines[0]
    assert "  −3  When “Prosperity” rises, “Affordable living” falls strongly." == lines[1]
    assert "  1 arrow that the rules have too" in lines
    assert "  1 arrow of the opposite sign" in lines
    assert "  1 arrow that only this map has" in lines
    assert "  38 links that only the rules have" in lines


def test_two_maps_show_what_was_learnt(capsys: pytest.CaptureFixture[str]) -> None:
    """After the game: what was added, dropped, made weaker, and the share that stayed."""
    lines = told(capsys, "before.csv", "--after", "after.csv")

    assert "From “before” to “after”:" in lines
    assert "  added: Sensors → Trust (−3)" in lines
    assert "  weaker: Prosperity → Affordable living (−3 → −2)" in lines
    assert "In common, with the same sign: 25% of all the arrows." in lines


@pytest.mark.parametrize(("merge", "strength"), [("median", -3), ("mean", -3)])
def test_several_maps_are_made_one_and_written(
    at_home: Path, capsys: pytest.CaptureFixture[str], merge: str, strength: int
) -> None:
    """The rule of merging is stated, and the map goes where it was asked for."""
    lines = told(capsys, "before.csv", "after.csv", "--merge", merge, "--output", "all.csv")

    whole = read_map(at_home / "all.csv", load_rulebook().rulebook)
    assert lines[0].startswith("One map for 2: the ")
    assert "a map that lacks it counts 0" in lines[0]
    assert strength == whole.strengths["prosperity>affordability"]
    assert 4 == len(whole.arrows)


def test_a_session_is_run_again_under_a_map(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside what was played: only the arrows, then the arrows over the rules, with the causes of each difference."""
    main(["demo", "--terminal", "--seed", "5", "--decide", "mayor", "--language", "en"])
    capsys.readouterr()
    journal = next((at_home / "sessions").glob("*.jsonl"))

    lines = told(capsys, "before.csv", "--beside", str(journal))

    assert "The same session, if only the arrows by before acted:" in lines
    assert "The same session, with the arrows by before over the rules’ links:" in lines
    assert 2 == sum(line.startswith("  Quality of life: ") for line in lines)
    assert 2 == sum(line.startswith("  Nearest to: ") for line in lines)
    assert any("our arrow: " in line for line in lines)
    assert any("without the rules’ link: " in line for line in lines)


@pytest.mark.parametrize(("language", "title"), [("fr", "Notre carte des causes"), ("en", "Our map of causes")])
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_sheet_to_draw_on_holds_every_measure(
    at_home: Path, capsys: pytest.CaptureFixture[str], language: str, title: str, paper: str
) -> None:
    """One page that fetches nothing, in the language and for the paper asked for."""
    (line,) = told(capsys, "--sheet", "--paper", paper, "--output", "sheet.html", language=language)

    page = (at_home / "sheet.html").read_text(encoding="utf-8")
    rules = load_rulebook().rulebook
    assert line.endswith("sheet.html")
    assert f"<h1>{title}</h1>" in page
    assert f"@page{{size:{paper} landscape" in page
    assert f'<html lang="{language}">' in page
    assert all(each.name[language] in page for each in (*rules.indicators, *rules.city_variables))
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_a_faulty_file_is_refused_with_all_its_faults(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a fault, and exit code 1; nothing is told of half a map."""
    (at_home / "bad.csv").write_text("from,to,strength\ntrust,nowhere,1\ntrust,image,9\n", encoding="utf-8")

    code = main(["map", "bad.csv", "--language", "en"])

    found = capsys.readouterr()
    assert 1 == code
    assert ["bad.csv:2:7", "bad.csv:3:13"] == [line.split(": ")[0] for line in found.out.splitlines()]
    assert "2 faults found" in found.err


def test_nothing_asked_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file or a sheet, one sentence says what was expected."""
    code = main(["map", "--language", "en"])

    assert (1, 1) == (code, capsys.readouterr().err.count("\n"))


def test_a_sheet_that_cannot_be_written_is_told(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in the way is refused in one sentence."""
    code = main(["map", "--sheet", "--output", str(at_home / "before.csv" / "sheet.html"), "--language", "en"])

    assert (1, 1) == (code, capsys.readouterr().err.count("\n"))


def test_a_map_that_was_merged_reads_as_any_other(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command writes, the command reads."""
    told(capsys, "before.csv", "after.csv", "--output", "all.csv")

    assert "Map of causes by all: 4 arrows" == told(capsys, "all.csv")[0]
