"""A plan's file: written and read again the same, every fault at its place, told and printed on the command line."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.load_workshop import load_plan, write_plan
from game.content.workshop import Audience, Devices
from game.errors import ContentError, GameError
from game.planning.proposing import planned
from game.planning.wishes import Wishes
from game.wording.planning import PlanTeller, written
from game.wording.problems import sentence
from game.wording.words import words_in
from tests.planning.cities import city, rules
from tests.ui.rooms import LANGUAGES

PLAN = planned(city("oasis"), rules(), Wishes(120, 14, Audience.TEENAGERS, Devices.PAPER, False))


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what a test writes in a folder of its own."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_read_as_it_was_written(tmp_path: Path, language: str) -> None:
    """Its comments are in the facilitator's language and change nothing."""
    path = tmp_path / "plan.yaml"
    write_plan(written(PLAN, words_in(language)), path)

    assert load_plan(path).plan == PLAN


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("scenario: oasis", "scenario: atlantis", ":3:11: expected a city that is installed, found “atlantis”"),
        ("rounds: ", "rounds: 1", ":10:9: “rounds”: expected a number from 2 to 12"),
        ("rounds: ", "tours: ", ":10:1: "),
        ("seats:", "seats:\n  mayor: 2", ":16:3: expected a name of this city or these rules, found “mayor”"),
        ("devices: paper", "devices: phones", ":7:10: "),
        ("minutes: 120", "minutes: 500", ":4:10: "),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, before: str, after: str, told: str) -> None:
    """One sentence: file, line and column, what was expected and what was found."""
    path, text = tmp_path / "plan.yaml", written(PLAN, words_in("en")).replace('"oasis"', "oasis")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_plan(path)

    assert any(sentence(each, words_in("en")).startswith(f"{path}{told}") for each in refused.value.problems), [
        sentence(each, words_in("en")) for each in refused.value.problems
    ]


def test_a_plan_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way of a folder."""
    (tmp_path / "wall").write_text("", encoding="utf-8")

    with pytest.raises(GameError) as refused:
        write_plan("", tmp_path / "wall" / "plan.yaml")

    assert refused.value.key == "error.plan_unwritable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_proposes_keeps_and_tells_again(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was kept is told in the same words; the last lines say how to go on."""
    path = tmp_path / "plan.yaml"
    assert main(["plan", "--people", "12", "--output", str(path), "--language", language]) == 0
    first = capsys.readouterr().out.splitlines()
    assert main(["plan", str(path), "--language", language]) == 0
    second = capsys.readouterr().out.splitlines()

    assert [line for line in first if line not in second] == [first[-3]]
    assert f'whose-city play --plan "{path}"' in second[-1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--minutes", "10"], "planned for 30 to 240 minutes, found 10"),
        (["--people", "99"], "planned for 4 to 40 people, found 99"),
        (["--minutes", "45", "--rounds", "12"], "do not fit into 45 minutes"),
    ],
)
def test_what_cannot_be_planned_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence on what was asked, never a plan bent in silence."""
    assert main(["plan", *arguments, "--language", "en"]) == 1
    assert told in capsys.readouterr().err


def test_the_guide_carries_the_run_sheet_of_its_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`print --plan` takes city, length and kinds of sheets from the plan."""
    path = tmp_path / "plan.yaml"
    write_plan(written(PLAN, words_in("en")), path)

    code = main(["print", "--plan", str(path), "--only", "guide", "--output", str(tmp_path), "--language", "en"])

    assert code == 0
    assert (tmp_path / "oasis-guide.en.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_can_be_told(language: str) -> None:
    """Paper, a crowd, a city that ends early: each is told, with what deserves a word."""
    words = words_in(language)
    for name, wishes in {
        "oasis": Wishes(90, 40, devices=Devices.PAPER), "quai-neuf": Wishes(240, 8), "nordhamn": Wishes(45, 5),
    }.items():  # fmt: skip
        teller = PlanTeller(planned(city(name), rules(), wishes), city(name), rules(), words)

        assert all([teller.head(), teller.why(), teller.length(), teller.rows(), teller.papers(), teller.seats()])
        assert len(teller.advice()) == {"oasis": 2, "quai-neuf": 1, "nordhamn": 0}[name]
