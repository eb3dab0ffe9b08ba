"""A scenario travels in one file; a file that means harm is refused in one sentence and leaves nothing behind."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.bundle import add, bundle
from game.content.load import load_scenario
from game.content.membernames import BundleError
from game.content.shapes import LANGUAGES
from game.errors import ContentError, GameError
from game.founding import template
from game.paths import data
from game.wording.errors import sentence
from game.wording.words import words_in
from tests.content.hostile import hostile

HOSTILE = list(hostile())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives the user a folder of their own for scenarios, inside one where nothing else may appear."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home" / "scenarios"


def city(folder: Path, id_: str = "my-city") -> Path:
    """Returns the folder of a sound scenario."""
    folder.mkdir()
    for name, text in template(id_).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def everything(folder: Path) -> set[str]:
    """Returns every file and folder under one."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_there_are_a_hundred_hostile_files() -> None:
    """The corpus is as large as promised, and no two are the same."""
    assert len({content for _, content, _ in HOSTILE}) >= 100


@pytest.mark.parametrize(("name", "content", "reason"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_hostile_file_leaves_nothing_behind(name: str, content: bytes, reason: str, home: Path) -> None:
    """It is refused for its reason, told in both languages, and no file appears anywhere; a harmless flip may pass."""
    received = home.parent.parent / "received.zip"
    received.write_bytes(content)
    try:
        added = add(received)
    except GameError as refused:
        key = "content" if isinstance(refused, ContentError) else refused.key.removeprefix("bundle.")

        assert reason in ("", key)
        assert everything(home.parent.parent) <= {"received.zip", "home", "home/scenarios"}
        assert all("\n" not in sentence(refused, words_in(language)) for language in LANGUAGES)
    else:
        assert reason == ""
        assert everything(home) == {"my-city", *(f"my-city/{path.name}" for path in added.folder.iterdir())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_tells_a_refusal_in_one_line(language: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, one sentence on stderr, no traceback."""
    received = home.parent.parent / "received.zip"
    received.write_bytes(next(content for name, content, _ in HOSTILE if name == "climbs 0"))

    ended, told = main(["add", str(received), "--language", language]), capsys.readouterr()

    assert (1, "", 1) == (ended, told.out, told.err.count("\n"))
    assert "../out.yaml" in told.err


def test_what_is_packed_is_what_is_added(home: Path, tmp_path: Path) -> None:
    """A scenario sent and received has the same files, found by the window under its own name."""
    made, left = bundle(city(tmp_path / "made"))
    sent = load_scenario(tmp_path / "made").hashes

    added = add(made)

    assert (sent, home / "my-city", ()) == (added.hashes, added.folder, left)
    assert sent == load_scenario("my-city").hashes


def test_port_clair_can_be_packed(tmp_path: Path) -> None:
    """The shipped scenario fits in one file; here it can't be added, for it is there already."""
    made, _ = bundle(data("scenarios", "port-clair"), tmp_path / "pc.zip")

    with pytest.raises(BundleError) as refused:
        add(made, tmp_path / "scenarios")

    assert (refused.value.key, refused.value.values["id"]) == ("bundle.taken", "port-clair")


def test_the_same_scenario_makes_the_same_file(tmp_path: Path) -> None:
    """Neither the day nor the order of the disk shows in it."""
    folder = city(tmp_path / "city")

    one, other = (bundle(folder, tmp_path / name)[0].read_bytes() for name in ("one.zip", "other.zip"))

    assert one == other


def test_what_is_no_part_of_a_scenario_stays_at_home(tmp_path: Path) -> None:
    """Programs, pictures and hidden files are left out and named; links are not followed."""
    folder = city(tmp_path / "city")
    (folder / "run.py").write_text("print()", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("x", encoding="utf-8")
    (folder / "secret.md").symlink_to("/etc/hostname")

    _, left = bundle(folder, tmp_path / "city.zip")

    assert left == (".git/config.txt", "run.py")


def test_faults_of_a_bundle_are_told_as_standing_in_it(home: Path) -> None:
    """The place begins with the name of the file received, never with that of a folder that is gone."""
    received = home.parent.parent / "received.zip"
    received.write_bytes(next(content for name, content, _ in HOSTILE if name == "a fault"))

    with pytest.raises(ContentError) as refused:
        add(received)

    assert {each.file for each in refused.value.problems} == {"received.zip/scenario.yaml"}


def test_nothing_is_written_over(home: Path, tmp_path: Path) -> None:
    """Neither an installed scenario nor a file already made is touched."""
    made, _ = bundle(city(tmp_path / "made"))
    add(made)
    before = {path: path.read_bytes() for path in (home / "my-city").iterdir()}

    for act in (lambda: add(made), lambda: bundle(tmp_path / "made")):
        with pytest.raises(BundleError):
            act()

    assert before == {path: path.read_bytes() for path in (home / "my-city").iterdir()}
