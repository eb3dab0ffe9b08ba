"""The verbs of the command line, as a user meets them."""

from pathlib import Path

import pytest

from game import VERSION
from game.cli import main
from game.paths import data


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps each test's sessions in a folder of its own."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def journal(at_home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Returns the journal of a short demonstration."""
    assert main(["demo", "--terminal", "--seed", "5", "--rounds", "2", "--language", "en"]) == 0
    capsys.readouterr()
    return next((at_home / "sessions").glob("*.jsonl"))


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints the version and nothing else."""
    with pytest.raises(SystemExit) as end:
        main(["--version"])

    assert (end.value.code, capsys.readouterr().out) == (0, f"whose-city {VERSION}\n")


@pytest.mark.parametrize(("language", "word"), [("fr", "Débriefing"), ("en", "Debrief")])
def test_a_demonstration_ends_with_its_journal_and_its_debrief(
    at_home: Path, capsys: pytest.CaptureFixture[str], language: str, word: str
) -> None:
    """The demonstration plays to the end and prints the paths of the two files it wrote."""
    code = main(["demo", "--terminal", "--seed", "5", "--rounds", "2", "--language", language])

    last = capsys.readouterr().out.splitlines()[-2:]
    written = sorted(path.name for path in (at_home / "sessions").iterdir())
    assert code == 0
    assert word in last[1]
    assert [Path(line.split(": ", 1)[-1].split("\u00a0: ")[-1]).name for line in last] == sorted(written, reverse=True)


def test_the_same_seed_plays_the_same_session(capsys: pytest.CaptureFixture[str]) -> None:
    """Two demonstrations with one seed tell the same story; another seed tells another."""
    told = []
    for seed in ("5", "5", "6"):
        main(["demo", "--terminal", "--seed", seed, "--rounds", "2", "--language", "en"])
        told.append(capsys.readouterr().out.splitlines()[:-2])

    assert told[0] == told[1] != told[2]


def test_a_journal_is_replayed_and_verified(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`replay` says how many moves gave the same city."""
    code = main(["replay", str(journal), "--language", "en"])

    assert code == 0
    assert "the same city at each step" in capsys.readouterr().out


def test_a_damaged_journal_is_refused_in_one_sentence(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An edited journal exits with 1 and one line on stderr that names file, line and column."""
    raw = journal.read_bytes()
    journal.write_bytes(raw.replace(b'"n":3', b'"n":8', 1))

    code = main(["replay", str(journal), "--language", "en"])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (1, 1)
    assert told.startswith(f"{journal}:4:1:")


def test_a_page_is_written_in_the_other_language(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`report` writes a journal's page in the language asked for, whatever the session was played in."""
    code = main(["report", str(journal), "--language", "fr"])

    page = journal.with_suffix(".fr.html")
    assert code == 0
    assert '<html lang="fr"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["quality", "safety", "lived", "precarious", "human_share", "restriction"])
def test_why_gives_an_account_that_adds_up(journal: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The start and the causes of a level sum to the level, as printed, to the last milli-point."""
    code = main(["why", str(journal), name, "--language", "en"])

    title, start, *causes = capsys.readouterr().out.splitlines()
    amounts = [float(line.split()[0].replace("\u2212", "-")) for line in causes]
    level = float(title.rsplit(" ", 1)[1])
    assert code == 0
    assert round(float(start.split()[-1]) + sum(amounts), 3) == level


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("equity", "one resident in five"),
        ("worst_fifth", "People in hardship"),
        ("coherence", "projects decided"),
        ("displaced", "had to leave"),
    ],
)
def test_why_tells_who_a_level_is_made_of(
    journal: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    """What is made of people or of projects is told by naming them."""
    code = main(["why", str(journal), name, "--round", "2", "--language", "en"])

    assert code == 0
    assert told in capsys.readouterr().out


def test_why_shows_what_an_erased_link_would_have_changed(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without growth's pull on rents the same session is told gauge by gauge, beside what happened."""
    code = main(["why", str(journal), "--erase", "prosperity>affordability", "--language", "en"])

    assert code == 0
    assert len(capsys.readouterr().out.splitlines()) == 7


@pytest.mark.parametrize(("language", "words"), [("fr", "Les auteurs relient"), ("en", "The writers tie")])
def test_why_tells_a_link_whole(
    journal: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    """A link is told with its paragraph, its range, its claims and what it weighs in this session."""
    code = main(["why", str(journal), "prosperity>affordability", "--language", language])

    told = " ".join(capsys.readouterr().out.split("\n"))
    assert code == 0
    assert all(word in told for word in (words, "C18, C30, C50", "\u22126", "\u22122"))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["fog"], "Known levels"),
        (["quality", "--round", "9"], "from 0 to 2"),
        (["--erase", "rain>umbrellas"], "no link"),
        (["--set", "prosperity>affordability"], "a link and a number"),
        (["--set", "prosperity>affordability=7"], "outside the range"),
        (["--set", "prosperity>affordability=inf"], "Expected a link and a number"),
    ],
)
def test_why_says_what_it_cannot_answer(
    journal: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    """A name, a round or a link that does not exist is refused in one sentence."""
    code = main(["why", str(journal), *arguments, "--language", "en"])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (1, 1)
    assert word in told


@pytest.mark.parametrize("what", ["scenarios/port-clair", "scenarios/port-clair/challenges/energy.yaml", "rules"])
def test_what_is_shipped_is_sound(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The shipped scenario and rules pass their own check, by folder or by any file."""
    assert main(["check", str(data(*what.split("/"))), "--language", "en"]) == 0
    assert "no fault found" in capsys.readouterr().out


def test_a_missing_scenario_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong folder exits with 1 and says what was expected."""
    assert main(["check", str(tmp_path / "nowhere"), "--language", "en"]) == 1
    assert "nowhere" in capsys.readouterr().out


def test_without_a_screen_the_window_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No screen: exit code 2 and one sentence that names the command to run instead."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)

    code = main(["--language", "en"])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (2, 1)
    assert "whose-city demo" in told


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_speaks_the_users_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of every verb is written in the language asked for."""
    with pytest.raises(SystemExit):
        main(["--language", language, "--help"])

    told = capsys.readouterr().out
    assert ("joue une partie" in told, "plays a whole session" in told) == (language == "fr", language == "en")


def test_a_demo_is_played_with_a_rule_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pack is told first, named by the journal, followed by replay, why and report."""
    common = ["--language", "en"]
    main(["demo", "--terminal", "--seed", "5", "--rounds", "2", "--rules", "techno-optimist", "--sessions",
          str(tmp_path), *common])  # fmt: skip
    told = capsys.readouterr().out.splitlines()
    (journal,) = tmp_path.glob("*.jsonl")
    codes = [main([verb, str(journal), *common]) for verb in ("replay", "why", "report")]
    later = capsys.readouterr().out
    (page,) = tmp_path.glob("*.html")

    assert told[0] == "Rules: “Faith in technology”. They depart from the paper on 3 ideas."
    assert codes == [0, 0, 0]
    assert "These rules depart from the paper on C19, C27, C30." in later
    assert "Sensors → Profiling: +0.6 points per 10 instead of +3" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "asked", [["rules/packs/techno-optimist.yaml"], ["rules", "--rules", "techno-optimist"]], ids=["file", "name"]
)
def test_a_rule_pack_is_checked(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Its file, or its name beside the rules: what departs is named, and the check ends well."""
    code = main(["check", str(data(*asked[0].split("/"))), *asked[1:], "--language", "en"])

    assert code == 0
    assert "These rules depart from the paper on C19, C27, C30." in capsys.readouterr().out


def test_an_unknown_rule_pack_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the name gets one sentence with the nearest name."""
    code = main(["demo", "--terminal", "--rules", "tecno-optimist", "--language", "en"])

    assert code == 1
    assert capsys.readouterr().err == (
        "Expected a rule pack, by its name or its file; found “tecno-optimist”. Did you mean “techno-optimist”?\n"
    )


def test_odds_tell_what_a_round_could_have_brought(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`odds --round` lists each shock with its odds in that round and what it waited for."""
    code = main(["odds", str(journal), "--round", "2", "--language", "en"])

    told = capsys.readouterr().out
    assert code == 0
    assert told.startswith("What could happen in round 2\nAt most 2 of these begin in a round")
    assert "Eleven days at forty degrees: 16% this round" in told
    assert "· Affordable living: 48." in told


def test_odds_of_a_session_that_is_over_are_none(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a round, `odds` looks ahead; once the session is over nothing is ahead."""
    code = main(["odds", str(journal), "--language", "en"])

    assert (code, capsys.readouterr().out) == (
        0,
        "The last round is over: nothing more can happen to this city.\n",
    )


def test_odds_refuse_a_round_that_was_never_drawn(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A round beyond the session is refused in one sentence that says how far it goes."""
    code = main(["odds", str(journal), "--round", "3", "--language", "en"])

    assert (code, capsys.readouterr().err) == (
        1,
        "Expected a round from 1 to 2, found 3. Nothing was drawn in that one.\n",
    )
