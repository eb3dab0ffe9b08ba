"""A scenario goes to a translator and comes back: what is sound is read, what is not is told at its line."""

from pathlib import Path

import polib
import pytest

from game.cli import main
from game.content.load import load_rulebook, load_scenario, scenario_warnings
from game.content.texts import placed_texts
from game.errors import ContentError
from game.founding import template


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns a small scenario in the current folder, under the user's own home."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("town").mkdir()
    for name, text in template("town").items():
        Path("town", name).write_text(text, encoding="utf-8")
    return Path("town")


def sent(city: Path, output: str = "town.es.po") -> polib.POFile:
    """Returns the catalogue that a translator gets."""
    assert 0 == main(["translate", "export", str(city), "--to", "es", "--output", output, "--language", "fr"])
    return polib.pofile(output)


def returned(city: Path, catalogue: polib.POFile) -> list[tuple[str, int]]:
    """Brings a catalogue back and returns what is told of it: rules, and lines."""
    catalogue.save("town.es.po")
    assert 0 == main(["translate", "import", str(city), "town.es.po", "--language", "en"])
    return [(each.rule, each.line) for each in scenario_warnings(load_scenario(city), load_rulebook().rulebook)]


def translated(catalogue: polib.POFile) -> polib.POFile:
    """Returns a catalogue in which everything is translated."""
    for entry in catalogue:
        entry.msgstr = "ES " + entry.msgid[:40]
    return catalogue


def test_a_translator_gets_every_text_with_its_place_and_both_sources(city: Path) -> None:
    """Each entry has a stable address, the French text, the English beside it and the length it may have."""
    catalogue = sent(city)
    first = catalogue[0]

    assert len(catalogue) == len(list(placed_texts(load_scenario(city).scenario)))
    assert (first.msgctxt, first.msgid, first.comment) == ("title", "Ma ville", "en: My city\n<= 64")


def test_what_comes_back_is_read(city: Path) -> None:
    """Every text speaks Spanish, the language is declared, and nothing is left to say."""
    told = returned(city, translated(sent(city)))
    scenario = load_scenario(city).scenario

    assert (told, scenario.languages) == ([], ("fr", "en", "es"))
    assert scenario.title["es"] == "ES Ma ville"
    assert all("es" in each.text.words for each in placed_texts(scenario))


def test_journals_do_not_mind_a_translation(city: Path) -> None:
    """A session goes on when a language is added: the hashes of what is played stay the same."""
    before = load_scenario(city).hashes
    returned(city, translated(sent(city)))

    assert before == load_scenario(city).hashes


def test_holes_are_counted(city: Path) -> None:
    """One warning a language says how many texts are missing; they are read in French or English."""
    catalogue = translated(sent(city))
    catalogue[0].msgstr = catalogue[3].msgstr = ""

    assert returned(city, catalogue) == [("translation_holes", 0)]
    assert "es" not in load_scenario(city).scenario.title.words


def test_a_source_that_changed_is_told_and_comes_back_fuzzy(city: Path) -> None:
    """What was translated before the change is not shown; the next export marks it, with the old source beside it."""
    returned(city, translated(sent(city)))
    file = city / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('fr: "Ma ville"', 'fr: "Notre ville"'), encoding="utf-8")

    warned = scenario_warnings(load_scenario(city), load_rulebook().rulebook)
    told = [(each.rule, each.values["address"]) for each in warned if "address" in each.values]
    again = sent(city, "again.po")[0]

    assert told == [("translation_stale", "title")]
    assert (again.msgid, again.previous_msgid, again.fuzzy) == ("Notre ville", "Ma ville", True)


@pytest.mark.parametrize(
    ("told", "rule"),
    [("{hole} here", "translation_blanks"), ("x" * 65, "translation_long")],
)
def test_what_does_not_fit_is_told_at_its_line(city: Path, told: str, rule: str) -> None:
    """Blanks that differ and texts too long for their card are not shown, and named where they stand."""
    catalogue = translated(sent(city))
    catalogue[0].msgstr = told

    assert returned(city, catalogue) == [(rule, 9), ("translation_holes", 0)]


def test_a_text_that_no_longer_exists_is_told(city: Path) -> None:
    """An entry of a card that was taken away is named, and harms nothing."""
    catalogue = translated(sent(city))
    catalogue.append(polib.POEntry(msgctxt="challenges/gone/title", msgid="Parti", msgstr="Ido"))

    assert [rule for rule, _ in returned(city, catalogue)] == ["translation_unknown"]


@pytest.mark.parametrize(
    "content", [b"", b'msgid "a', b"\xff\xfe", b'msgid ""\nmsgstr "Language: fr\\n"\n', b"PK\x03\x04", b"no catalogue"]
)
def test_what_is_no_translation_is_refused(city: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no .po, or of no language beside the two, is told and changes nothing."""
    Path("bad.po").write_bytes(content)

    assert 1 == main(["translate", "import", str(city), "bad.po", "--language", "en"])
    assert capsys.readouterr().out.startswith("bad.po")
    assert list(city.glob("*.po")) == []


def test_a_damaged_translation_beside_a_scenario_is_a_fault(city: Path) -> None:
    """It is named with its place like any other file of the scenario."""
    (city / "es.po").write_text("no catalogue\n", encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_scenario(city)

    assert [(Path(each.file).name, each.rule) for each in refused.value.problems] == [("es.po", "po_unreadable")]


def test_one_more_key_a_text_is_a_language_too(city: Path) -> None:
    """Without a .po, texts written in a declared language are read, and the others counted."""
    file = city / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace('en: "My city"}', 'en: "My city", es: "Mi ciudad"}')
    file.write_text(text + "languages: [fr, en, es]\n", encoding="utf-8")
    loaded = load_scenario(city)

    assert loaded.scenario.title["es"] == "Mi ciudad"
    assert [each.rule for each in scenario_warnings(loaded, load_rulebook().rulebook)] == ["translation_holes"]
