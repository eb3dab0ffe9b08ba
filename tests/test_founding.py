"""A new author's first quarter of an hour: a city that plays at once, checked again at each save."""

import re
import shlex
from pathlib import Path

import pytest

from game.cli import main
from game.content.load import icon_names, load_rulebook, load_scenario, scenario_warnings
from game.content.shapes import LANGUAGES
from game.engine.seating import Seat
from game.engine.state import PLAYABLE
from game.paths import data
from game.rechecking import watch
from game.session import begin
from game.wording.words import words_in

PAGES = {"en": "README.md", "fr": "LISEZMOI.md"}


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns the folder of a city that was just founded by its bare name."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["new", "Ma ville", "--language", "fr"])
    return tmp_path / "home" / "scenarios" / "ma-ville"


def test_a_new_city_is_sound_and_needs_no_second_look(town: Path) -> None:
    """It has every kind of card, in both languages, easy to read too, and not one warning."""
    loaded = load_scenario(town)
    scenario = loaded.scenario

    assert ("ma-ville", 3, 4) == (scenario.id, len(scenario.challenges), len(scenario.stakeholders))
    assert scenario_warnings(loaded, load_rulebook().rulebook) == ()


@pytest.mark.parametrize("way", PLAYABLE)
def test_a_new_city_plays_to_its_end_in_every_way(way: str, town: Path) -> None:
    """Computer players bring it to its last round under each way of deciding."""
    loaded = load_scenario(town)
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    session = begin(loaded, load_rulebook(), seats, 1, None, "2026-01-01T10:00:00", None, way)
    while not session.over:
        session.submit(session.next_unattended()[0])

    assert session.state.round == 3


def test_each_file_names_a_schema_that_stands_beside_it(town: Path) -> None:
    """An editor finds it wherever the folder is moved."""
    for path in town.glob("*.yaml"):
        first = path.read_text(encoding="utf-8").split("\n")[0]
        assert (town / first.removeprefix("# yaml-language-server: $schema=")).is_file()
    assert (town / "scenario.schema.json").read_text(encoding="utf-8") == data(
        "scenarios", "scenario.schema.json"
    ).read_text(encoding="utf-8")


def test_a_city_is_found_by_its_bare_name(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Installed scenarios need no path; what stands in the current folder comes first."""
    assert 0 == main(["check", "ma-ville", "--language", "en"])
    assert 0 == main(["check", "port-clair", "--language", "en"])
    Path("port-clair").mkdir()
    assert 1 == main(["check", "port-clair", "--language", "en"])


def test_a_city_that_is_there_is_left_alone(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written over."""
    before = {path.name: path.read_bytes() for path in town.iterdir()}

    assert 1 == main(["new", "Ma ville", "--language", "en"])
    assert "exists already" in capsys.readouterr().err
    assert before == {path.name: path.read_bytes() for path in town.iterdir()}


@pytest.mark.parametrize("name", ["", ".", ".."])
@pytest.mark.usefixtures("town")
def test_a_city_without_a_name_is_not_made(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder one is in is there already; none is made beside it under a name that nobody gave."""
    assert 1 == main(["new", name, "--language", "en"])
    assert "exists already" in capsys.readouterr().err


def test_what_is_printed_works_when_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is named as its id, and a path with a space stands in quotation marks."""
    assert 0 == main(["new", f"{tmp_path / 'my own' / 'Bourg-la-Reine 2'}", "--language", "en"])
    lines = [shlex.split(line) for line in capsys.readouterr().out.split("\n") if line.startswith("  whose-city")]

    assert ["check", "demo"] == [line[1] for line in lines]
    assert "bourg-la-reine-2" == load_scenario(Path(lines[0][3])).scenario.id


def test_a_path_says_where_the_city_is_made(town: Path) -> None:
    """A name with a slash is made there, and not among the user's scenarios."""
    assert 0 == main(["new", "./here", "--language", "en"])

    assert load_scenario(Path("here")).scenario.id == "here"


def test_a_check_is_made_again_at_each_save_until_ctrl_c(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Saving a fault tells it, mending it tells that; looking without a change tells nothing."""
    file, steps = town / "scenario.yaml", iter(["", "roundz: 3", "", "rounds: 3", "stop"])
    checked = []

    def sleep(_: float) -> None:
        step = next(steps)
        if step == "stop":
            raise KeyboardInterrupt
        if step:
            text = re.sub(r"^round[sz]: 3", step, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            file.write_text(text + "# saved\n", encoding="utf-8")

    watch(Path("ma-ville"), words_in("en"), lambda: checked.append(file.read_text(encoding="utf-8")), sleep)

    assert ["\nrounds: 3" in text for text in checked] == [True, False, True]
    assert capsys.readouterr().out.count("Watching for changes") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_variant_on_the_page_is_one_of_a_new_city(language: str, town: Path) -> None:
    """Typed as it stands there, it is sound, needs no second look and says what the page says of it."""
    page = data("scenarios", PAGES[language]).read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    name = re.search(r"^id: (\w+)", example, re.MULTILINE)
    assert name is not None
    (town / name[1]).mkdir()
    (town / name[1] / "variant.yaml").write_text(example, encoding="utf-8")

    loaded = load_scenario(town / name[1])

    assert scenario_warnings(loaded, load_rulebook().rulebook) == ()
    assert ("experts", 35, 60) == (
        loaded.scenario.procedure, loaded.scenario.city.start["trust"], loaded.scenario.shocks[0].chance
    )
    assert ["buses", "screens"] == [challenge.id for challenge in loaded.scenario.challenges]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_only_what_there_is(language: str) -> None:
    """Icons and files that the page for authors names exist; both pages name the same commands."""
    page = data("scenarios", PAGES[language]).read_text(encoding="utf-8")
    line = next(line for line in page.split("\n") if line.startswith("- `icon`"))
    named = set(re.findall(r"`([a-z0-9-]+)`", line)) - {"icon"}

    assert len(named) > 50
    assert named <= (icon_names() or frozenset())
    assert set(re.findall(r"whose-city (\w+)", page)) == {"new", "check", "demo", "pack", "add", "keep", "translate"}
