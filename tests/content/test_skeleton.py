"""Real elections as scenarios: what is written loads, plays in every way, and says what is missing."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.load import load_rulebook, load_scenario, scenario_warnings
from game.content.pabulib import read_pabulib
from game.content.skeleton import skeleton
from game.engine.decide.decision import StepKind
from game.engine.events import Counted
from game.engine.recount import real_voters
from game.engine.seating import Seat
from game.engine.state import PLAYABLE
from game.session import begin

PROJECTS = {
    "1": ("Bancs", 3000), "2": ("Arbres {à} « l’école » : 100 %", 5000), "3": ("Capteurs", 20_000),
    "4": ("Fresque", 1000), "5": ("Pistes \\ cyclables", 40_000), "6": ("Serre", 8000), "7": ("Fontaine", 9000),
    "8": ("Personne n’en veut", 50),
}  # fmt: skip
VOTES = ["1,2", "1,2", "2,1", "3", "4,5,6", "7", "5", "6", "5"]


def election(folder: Path, projects: dict[str, tuple[str, int]] | None = None) -> Path:
    """Returns a small election of our own in the Pabulib format."""
    projects = PROJECTS if projects is None else projects
    votes = [vote for vote in VOTES if set(vote.split(",")) <= projects.keys()]
    lines = [
        "META", "key;value", "description;Essai", "country;Nulle part", "unit;Essaiville", "instance;2020",
        f"num_projects;{len(projects)}", f"num_votes;{len(votes)}", "budget;50000", "vote_type;approval",
        "rule;greedy", "PROJECTS", "project_id;cost;name",
        *(f'{name};{cost};"{title}"' for name, (title, cost) in projects.items()),
        "VOTES", "voter_id;vote", *(f'{at};"{vote}"' for at, vote in enumerate(votes)),
    ]  # fmt: skip
    path = folder / "essai.pb"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Returns the folder that the command makes of the small election."""
    folder = tmp_path / "Ma Ville"
    assert 0 == main(["new", str(folder), "--from-pabulib", str(election(tmp_path)), "--language", "en"])
    return tmp_path / "ma-ville"


def test_projects_become_answers_whose_missing_effects_are_named(made: Path, capsys) -> None:
    """Six of seven supported projects make two challenges; each of their effects is a warning with its place."""
    loaded = load_scenario(made)
    warnings = scenario_warnings(loaded, load_rulebook().rulebook)
    told = capsys.readouterr()

    assert "ma-ville" == loaded.scenario.id
    assert 6 == len(warnings) == sum(w.rule == "to_fill_in" and w.line > 0 for w in warnings)
    assert "6 answers are still to be filled in" in told.out
    assert all(f"  {c}.{level}: " in told.out for c in ("c01", "c02") for level in ("low", "mid", "high"))
    assert "8 Personne n’en veut" in told.err


def test_costs_keep_their_proportions(made: Path) -> None:
    """The dearest costs 12 M€ (40,000 in the file), a bench at 3,000 costs 0.9."""
    cards = {a.title["fr"]: a for c in load_scenario(made).scenario.challenges for a in c.answers}

    assert (12, 0.9) == (cards["Pistes \\ cyclables"].cost, cards["Bancs"].cost)
    assert ("high", "low") == (cards["Pistes \\ cyclables"].tech.value, cards["Bancs"].tech.value)
    assert "Arbres {à} « l’école » : 100 %" in cards


def test_ballots_become_preferences_alike_ones_together(made: Path) -> None:
    """Three voters want the same two projects, whatever the order they wrote them in."""
    scenario = load_scenario(made).scenario
    ids = {a.title["fr"]: a.id for c in scenario.challenges for a in c.answers}
    most = scenario.preferences[0]

    assert ({ids["Bancs"], ids["Arbres {à} « l’école » : 100 %"]}, 3) == (set(most.wants), most.voters)
    assert scenario.wanted[ids["Bancs"]] == 3 * 100_000 // sum(each.voters for each in scenario.preferences)


@pytest.mark.parametrize("way", PLAYABLE)
def test_it_plays_at_once_under_every_way(made: Path, way) -> None:
    """Computer players play it to the end, and the real voters' ballots are recounted beside theirs."""
    loaded = load_scenario(made)
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    session = begin(loaded, load_rulebook(), seats, 1, None, "2026-01-01T10:00:00", 2, way)
    while not session.over:
        session.submit(session.next_unattended()[0])
    counted = [event for event in session.events if isinstance(event, Counted) and event.question is None]
    found = tuple(real_voters(session.game, counted))

    spent = sum(each.prices.get(o, 0) for each in counted for o in each.decision.chosen)
    assert found
    assert all(each.spent <= spent for each in found)
    assert all(not step.purses for each in found for step in each.decision.steps)


def test_a_folder_that_exists_is_left_alone(made: Path, tmp_path: Path, capsys) -> None:
    """Nothing is written over, and one sentence says so."""
    before = {path.name: path.read_bytes() for path in made.iterdir()}

    assert 0 != main(["new", str(made), "--from-pabulib", str(tmp_path / "essai.pb"), "--language", "en"])
    assert "exists already" in capsys.readouterr().err
    assert before == {path.name: path.read_bytes() for path in made.iterdir()}


def test_too_few_projects_are_told(tmp_path: Path, capsys) -> None:
    """Five supported projects are not two challenges; no folder is made."""
    small = election(tmp_path, {name: PROJECTS[name] for name in "12345"})
    folder = tmp_path / "new"

    assert 0 != main(["new", str(folder), "--from-pabulib", str(small), "--language", "en"])
    assert "fewer than 6" in capsys.readouterr().err
    assert not folder.exists()


def test_faults_of_the_file_are_told_and_no_folder_is_made(tmp_path: Path, capsys) -> None:
    """A malformed file is refused as `recount` refuses it."""
    bad = tmp_path / "bad.pb"
    bad.write_text("META\nkey;value\nbudget;much\n", encoding="utf-8")

    assert 0 != main(["new", str(tmp_path / "new"), "--from-pabulib", str(bad), "--language", "en"])
    assert "bad.pb: expected a section PROJECTS" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("rule", ["greedy", "greedy_value", "shares", "shares_completed", "shares_count", "phragmen"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_count_is_explained_step_by_step(tmp_path: Path, capsys, rule: str, language: str) -> None:
    """One numbered line a step, in the money of the file."""
    path = election(tmp_path)

    assert 0 == main(["recount", str(path), "--explain", rule, "--language", language])
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:1].isdigit()]
    assert [str(n) for n in range(1, len(lines) + 1)] == [line.partition(".")[0] for line in lines]
    assert any("Bancs" in line and ("3,000" in line or "3\u202f000" in line or "3\u00a0000" in line) for line in lines)


def test_a_rule_that_is_not_there_is_told(tmp_path: Path, capsys) -> None:
    """With the names that exist."""
    assert 0 != main(["recount", str(election(tmp_path)), "--explain", "dictator", "--language", "en"])
    assert "phragmen" in capsys.readouterr().err


def test_a_skeleton_needs_no_disk(tmp_path: Path) -> None:
    """The text is a pure function of the election."""
    of = read_pabulib(election(tmp_path))
    one, other = (skeleton(of, "x", ["centre"], {}) for _ in range(2))

    assert one == other is not None
    assert StepKind.FUNDED.value not in one.files["preferences.yaml"]
