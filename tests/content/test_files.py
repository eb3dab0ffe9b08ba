"""Files that can't be cards: each gets one clear sentence, quickly, and never a traceback."""

import os
from pathlib import Path
from time import process_time

import pytest

from game.content.load import load_scenario
from game.content.reading import read_source
from tests.content.author import both, change, told


def test_a_scenario_that_is_not_there_is_told(tiny: Path) -> None:
    """A path where nothing stands is named."""
    assert both("nowhere") == [
        "nowhere: expected a folder or a file of a scenario, found nothing of that name",
        "nowhere: dossier ou fichier de scénario attendu, rien trouvé sous ce nom",
    ]


def test_an_empty_folder_is_told(tiny: Path) -> None:
    """A folder without a single file is no scenario."""
    Path("empty").mkdir()

    assert both("empty") == [
        "empty: expected a scenario, found an empty folder",
        "empty: scénario attendu, dossier vide trouvé",
    ]


def test_a_folder_without_its_first_file_is_told(tiny: Path) -> None:
    """A folder of scenarios, or one whose scenario.yaml is missing, is not a scenario."""
    assert both(".") == [
        ".: expected a file “scenario.yaml” in this folder, found none — name the folder of one scenario",
        ".: fichier « scenario.yaml » attendu dans ce dossier, aucun trouvé — nommez le dossier d’un scénario",
    ]


def test_a_folder_that_journals_would_take_for_the_rules_is_refused(tiny: Path) -> None:
    """What lies in it would have the names of the game's own rules, and their fingerprints its place."""
    Path("tiny/rules").mkdir()
    Path("tiny/rules/more.yaml").write_text("sources: {}\n", encoding="utf-8")

    assert both("tiny") == [
        f"{Path('tiny/rules')}: a folder “rules” can’t be in a scenario: journals name the rules of the game by it — "
        "give this folder another name",
        f"{Path('tiny/rules')}: un dossier «\N{NO-BREAK SPACE}rules\N{NO-BREAK SPACE}» ne peut pas être dans un "
        "scénario\N{NO-BREAK SPACE}: les journaux y nomment les règles du jeu — donnez un autre nom à ce dossier",
    ]


def test_an_empty_file_is_told(tiny: Path) -> None:
    """A file with nothing but a comment holds no card."""
    (tiny / "shocks.yaml").write_text("# later\n", encoding="utf-8")

    assert both() == [
        "tiny/shocks.yaml:1:1: expected keys and values, found an empty file",
        "tiny/shocks.yaml:1:1: des clés et leurs valeurs attendues, fichier vide trouvé",
    ]


def test_a_list_at_the_root_of_a_file_is_told(tiny: Path) -> None:
    """A file holds keys of the scenario, not a bare list."""
    (tiny / "shocks.yaml").write_text("- id: flood\n", encoding="utf-8")

    assert both() == [
        "tiny/shocks.yaml:1:1: expected keys at the left edge, as in “title:”, found something else",
        "tiny/shocks.yaml:1:1: des clés au bord gauche attendues, comme « title: », autre chose trouvé",
    ]


def test_text_that_is_not_utf8_is_told_with_its_place(tiny: Path) -> None:
    """A file saved by an old editor gives the first byte that can't be read."""
    (tiny / "shocks.yaml").write_bytes("shocks: []\n# é été".encode("latin-1"))

    assert both() == [
        "tiny/shocks.yaml:2:3: expected text in UTF-8, found byte E9 at position 13"
        " — save the file as “UTF-8” in your editor",
        "tiny/shocks.yaml:2:3: texte en UTF-8 attendu, octet E9 trouvé à la position 13"
        " — enregistrez le fichier en « UTF-8 » dans votre éditeur",
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_welcome(tiny: Path) -> None:
    """A file saved by a Windows editor is as good as another, and has the same hash."""
    before = load_scenario(tiny).hashes
    path = tiny / "city.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert before == load_scenario(tiny).hashes


def test_ten_megabytes_are_refused_unread(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file too large is refused by its size; not a byte of it is read."""
    with (tiny / "big.yaml").open("wb") as big:
        big.truncate(10_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))

    source = read_source(tiny / "big.yaml", "big.yaml")

    assert [problem.rule for problem in source.problems] == ["too_large"]


def test_ten_megabytes_are_told(tiny: Path) -> None:
    """The sentence says how large, and how large is too large."""
    (tiny / "big.yaml").write_bytes(b"#" * 10_000_000)

    assert both() == [
        "tiny/big.yaml: expected at most 1000000 bytes, found 10000000; the file was not read",
        "tiny/big.yaml: 1000000 octets au plus attendus ; trouvé : 10000000 ; le fichier n’a pas été lu",
    ]


def test_an_alias_bomb_is_told_and_stays_small(tiny: Path) -> None:
    """Nine lists that each name the one before nine times would be a billion words; each alias is refused."""
    lines = ["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    (tiny / "bomb.yaml").write_text("\n".join(lines), encoding="utf-8")
    began = process_time()

    sentences = told("en")

    assert process_time() - began < 2
    assert 10 + 9 * 9 <= len(sentences) < 200
    assert sentences[1:3] == [
        "tiny/bomb.yaml:1:5: expected a plain value, found the anchor “&a0”"
        ' — write the value out; a text that begins with “*”, “&” or “!” needs quotation marks "…"',
        "tiny/bomb.yaml:2:1: expected a known key, found “a1” — known here: " + sentences[2].split("known here: ")[1],
    ]


def test_deep_nesting_is_told_and_stopped(tiny: Path) -> None:
    """Ten thousand brackets stop at the twenty-first."""
    (tiny / "deep.yaml").write_text("shocks: " + "[" * 10_000, encoding="utf-8")

    assert both() == [
        "tiny/deep.yaml:1:28: expected at most 20 levels, found one more; the rest was not read",
        "tiny/deep.yaml:1:28: 20 niveaux au plus attendus, un de plus trouvé ; la suite n’a pas été lue",
    ]


def test_a_link_out_of_the_folder_is_told(tiny: Path) -> None:
    """A scenario is what stands in its folder; a link would read what the author never meant to share."""
    Path("secret.yaml").write_text("shocks: []\n", encoding="utf-8")
    (tiny / "link.yaml").symlink_to("../secret.yaml")

    assert both() == [
        "tiny/link.yaml: expected the file or folder itself, found a link to “../secret.yaml”",
        "tiny/link.yaml: fichier ou dossier lui-même attendu, lien vers « ../secret.yaml » trouvé",
    ]


def test_a_pipe_is_told_and_never_waited_for(tiny: Path) -> None:
    """Something that is no ordinary file is not opened."""
    os.mkfifo(tiny / "pipe.yaml")

    assert both() == [
        "tiny/pipe.yaml: expected an ordinary file, found something else",
        "tiny/pipe.yaml: fichier ordinaire attendu, autre chose trouvé",
    ]


def test_a_file_that_cannot_be_opened_is_told(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason is passed on."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    source = read_source(tiny / "city.yaml", "city.yaml")

    assert [(each.rule, each.values) for each in source.problems] == [("unreadable", {"reason": "Permission denied"})]


def test_two_hundred_and_one_files_are_too_many(tiny: Path) -> None:
    """Somebody who names the wrong folder is told, not kept waiting."""
    for number in range(200):
        (tiny / f"more{number}.yaml").touch()

    assert told("en") == ["tiny: expected at most 200 YAML files in a scenario, found more; none was read"]


@pytest.mark.parametrize("where", ["tiny", "tiny/scenario.yaml", "tiny/city.yaml", "tiny/sub", "tiny/sub/shocks.yaml"])
def test_any_file_of_a_scenario_names_it(tiny: Path, where: str) -> None:
    """The folder, its first file, another file, or one in a folder inside: the scenario is the same."""
    (tiny / "sub").mkdir()
    (tiny / "sub" / "shocks.yaml").write_text("shocks: []\n", encoding="utf-8")

    loaded = load_scenario(where)

    assert ("tiny", Path("tiny")) == (loaded.scenario.id, loaded.folder)


def test_faults_of_several_files_come_in_order(tiny: Path) -> None:
    """Everything is told at once: the first file first, then the others by name, each from top to bottom."""
    change("challenges.yaml", "cost: 9", "cost: 90")
    change("city.yaml", "seed: 1", "seed: -1")
    change("city.yaml", "angle: 15", "angle: 150")
    change("scenario.yaml", "minutes: 20", "minutes: 2")

    assert [sentence.split(": ")[0] for sentence in told("en")] == [
        "tiny/scenario.yaml:8:10",
        "tiny/challenges.yaml:49:15",
        "tiny/city.yaml:4:9",
        "tiny/city.yaml:21:14",
    ]


def test_a_missing_part_is_told_at_the_head_of_the_first_file(tiny: Path) -> None:
    """A scenario without its city has no place to point at but its beginning."""
    (tiny / "city.yaml").unlink()

    assert told("en") == ["tiny/scenario.yaml:1:1: expected a key “city”, found none"]
