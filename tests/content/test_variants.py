"""A variant says only what differs from its scenario, and is a scenario of its own wherever one is asked for."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.bundle import add, bundle
from game.content.finding import named_scenario
from game.content.load import list_scenarios, load_scenario
from game.content.translation import catalogue_of, translations
from game.errors import ContentError
from game.wording.problems import sentence
from game.wording.words import words_in
from tests.content.author import PLAYABLE, change

VARIANT = """id: later
title: {fr: "Plus tard", en: "Later"}
summary: {fr: "Dix ans après.", en: "Ten years on."}
briefing: {fr: "Rejouez.", en: "Play again."}
real_and_invented: {fr: "Tout est inventé.", en: "All is invented."}
"""


@pytest.fixture
def later(tiny: Path) -> Path:
    """Returns the folder of a variant of the tiny scenario that changes nothing but its texts."""
    return written(VARIANT)


def written(text: str) -> Path:
    """Writes the file of the variant and returns its folder."""
    folder = Path("tiny", "later")
    folder.mkdir(exist_ok=True)
    (folder / "variant.yaml").write_text(text, encoding="utf-8")
    return folder


def told(language: str = "en") -> list[str]:
    """Returns every sentence that the check of the variant prints."""
    with pytest.raises(ContentError) as refused:
        load_scenario(Path("tiny", "later"), playable=PLAYABLE)
    return [sentence(problem, words_in(language)) for problem in refused.value.problems]


def test_a_variant_has_what_its_scenario_has_and_its_own_texts(later: Path) -> None:
    """What it does not say stays as the scenario has it; its name is that of both."""
    base, found = load_scenario(Path("tiny")).scenario, load_scenario(later).scenario

    assert ("tiny/later", "tiny-later", "Later") == (found.id, found.stem, found.title["en"])
    assert (base.challenges, base.city, base.shocks) == (found.challenges, found.city, found.shocks)


@pytest.mark.usefixtures("tiny")
def test_mappings_are_joined_by_key_cards_by_id_and_the_rest_is_replaced() -> None:
    """One level, one chance and one answer's cost are changed; a text and a list of numbers are replaced whole."""
    written(
        VARIANT
        + "city: {start: {trust: 20}, districts: [{id: south, base: {safety: 12}, polygon: [[0, 160], [9, 160], "
        "[9, 300]]}]}\n"
        + "challenges: [{id: energy, answers: [{id: energy.low, cost: 1}]}]\nagenda: [energy, mobility]\n"
    )

    base, found = load_scenario(Path("tiny")).scenario, load_scenario(Path("tiny", "later")).scenario

    assert (20, 40) == (found.city.start["trust"], found.city.start["participation"])
    assert (12, 50) == (found.city.districts[1].base["safety"], found.city.districts[1].base["heritage"])
    assert 3 == len(found.city.districts[1].polygon)
    assert (1, base.challenges[1].answers[0].title) == (
        found.challenges[1].answers[0].cost, found.challenges[1].answers[0].title
    )
    assert ("energy", "mobility") == found.agenda


@pytest.mark.usefixtures("tiny")
def test_what_a_variant_leaves_out_is_not_taken_over() -> None:
    """A card, or a whole list of them; a source that only they used is no fault of the variant's."""
    change("scenario.yaml", "sources:\n", 'sources:\n  shaky: {fr: "Avis.", en: "View."}\n')
    change("city.yaml", "source: guess", "source: shaky")
    shocks = load_scenario(Path("tiny")).scenario.shocks
    written(VARIANT + f"leaves_out: [shocks/{shocks[0].id}]\n")

    assert shocks[1:] == load_scenario(Path("tiny", "later")).scenario.shocks
    written(VARIANT + "leaves_out: [shocks]\n")
    assert () == load_scenario(Path("tiny", "later")).scenario.shocks


@pytest.mark.parametrize(
    ("more", "place", "told_so"),
    [
        ("rounds: 60\n", "later/variant.yaml:6:9", "from 2 to 12"),
        ("leaves_out: [shokcs]\n", "later/variant.yaml:6:14", "did you mean “shocks”?"),
        ("roundz: 3\n", "later/variant.yaml:6:1", "did you mean “rounds”?"),
        ("city: {start: {truth: 3}}\n", "later/variant.yaml:6:16", "did you mean “trust”?"),
        ("agenda: [mobility, enrgy]\n", "later/variant.yaml:6:20", "did you mean “energy”?"),
        ("challenges: [{id: energy, answers: [{id: energy.low, cost: 90}]}]\n", "later/variant.yaml:6:60", "found 90"),
        ("leaves_out: [sources/guess]\n", "tiny/challenges.yaml", "name it in `leaves_out`"),
    ],
)
@pytest.mark.usefixtures("tiny")
def test_each_fault_is_told_where_it_is_written(more: str, place: str, told_so: str) -> None:
    """In the variant's file where that says it; where it is inherited, in the scenario's, with what to do about it."""
    written(VARIANT + more)

    assert [line for line in told() if place in line and told_so in line]
    assert len(told()) == len(told("fr"))


@pytest.mark.usefixtures("tiny")
def test_a_variant_tells_what_it_is_in_its_own_words() -> None:
    """Title, summary, briefing and what is real in it can't be those of the scenario; its id is its folder's name."""
    written("id: sooner\n")

    assert [
        "tiny/later/variant.yaml:1:1: expected what every variant says in its own words, found nothing for title, "
        "summary, briefing, real_and_invented",
        "tiny/later/variant.yaml:1:5: expected the name of the folder, “later”, found “sooner” — write “later”, or "
        "rename the folder",
    ] == told()


def test_a_variant_needs_its_scenario_around_it(later: Path) -> None:
    """Moved elsewhere, it says so instead of being taken for a scenario without its files."""
    later.rename("alone")

    with pytest.raises(ContentError) as refused:
        load_scenario(Path("alone"))

    assert ["variant_alone"] == [each.rule for each in refused.value.problems]


def test_the_files_of_a_scenario_are_not_touched_by_its_variants(tiny: Path) -> None:
    """Its hashes stay those of its own files, so that old journals replay; the variant has both."""
    before = load_scenario(tiny).hashes
    written(VARIANT + "rounds: 3\n")

    assert before == load_scenario(tiny).hashes
    assert {**before}.keys() | {"later/variant.yaml"} == load_scenario(tiny / "later").hashes.keys()


def test_a_variant_is_found_by_its_name_and_listed_after_its_scenario(
    later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`tiny/later` among the user's scenarios; the picker shows whose variant it is."""
    home = later.parent.parent / "home"
    (home / "scenarios").mkdir(parents=True)
    later.parent.rename(home / "scenarios" / "tiny")
    monkeypatch.setenv("WHOSE_CITY_HOME", str(home.resolve()))

    listed = list_scenarios([home / "scenarios"])

    assert home.resolve() / "scenarios" / "tiny" / "later" == named_scenario(Path("tiny", "later"))
    assert ["tiny", "later"] == [each.id for each in listed]
    assert [None, "Tiny town"] == [each.variant_of and each.variant_of["en"] for each in listed]


def test_a_check_of_a_scenario_checks_its_variants(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each as its own full scenario; one with faults refuses the whole."""
    change("scenario.yaml", "procedure: mayor", "procedure: majority")
    assert 0 == main(["check", "tiny", "--language", "en"])
    assert "tiny/later: no fault found." in capsys.readouterr().out

    written(VARIANT + "rounds: 60\n")
    assert 1 == main(["check", "tiny", "--language", "en"])
    assert "tiny/later/variant.yaml:6:9" in capsys.readouterr().out


def test_a_pack_carries_the_variants_and_is_refused_for_their_faults(later: Path, tmp_path: Path) -> None:
    """Both ways: a variant that can't be played is neither sent nor taken in."""
    packed, _ = bundle(later, tmp_path / "tiny.zip")
    added = add(packed, tmp_path / "home")
    assert "tiny/later" == load_scenario(added.folder / "later").scenario.id

    written(VARIANT + "rounds: 60\n")
    with pytest.raises(ContentError):
        bundle(Path("tiny"), tmp_path / "spoilt.zip")


def test_a_variant_is_translated_over_what_its_scenario_has(later: Path) -> None:
    """Its catalogue holds every text of the session; what the scenario's own translation says is taken over."""
    catalogue = catalogue_of(load_scenario(Path("tiny")).scenario, "es", "en")
    for entry in catalogue:
        entry.msgstr = "ES"
    Path("tiny", "es.po").write_text(str(catalogue), encoding="utf-8")

    found = load_scenario(later).scenario

    assert ("es" in found.languages, "ES") == (True, found.city.name.words["es"])
    assert "es" not in found.title.words
    assert () == translations(later)



def test_no_variant_bears_the_name_of_the_rules(later: Path) -> None:
    """Journals would take its files for the game's own; its scenario stays what it was."""
    rules = later.rename(later.with_name("rules"))
    (rules / "variant.yaml").write_text(VARIANT.replace("id: later", "id: rules"), encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_scenario(rules)
    assert ["rules_folder"] == [each.rule for each in refused.value.problems]
    assert load_scenario(Path("tiny")).scenario.id == "tiny"
