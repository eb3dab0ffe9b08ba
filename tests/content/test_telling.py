"""How a scenario is told: easily read, in the time there is, in its languages, with its words explained."""

from pathlib import Path

import pytest
from attrs import evolve

from game.cli import main
from game.content.cards import Length, Scenario
from game.content.glossary import Term
from game.content.lengths import USUAL, length_of, lengths_of
from game.content.lint_plain import cards_of, lint_plain, word_count
from game.content.load import load_scenario
from game.content.load_glossary import load_glossary, terms_of
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES, TermId, Text
from game.content.texts import placed_texts, retold, texts_of
from game.errors import ContentError
from game.paths import data
from game.wording.glossary import alphabetical
from game.wording.words import words_in

SHIPPED = sorted(path.parent.name for path in data("scenarios").glob("*/scenario.yaml"))


@pytest.fixture(scope="module")
def port_clair() -> Scenario:
    """Returns the scenario that has everything."""
    return load_scenario(data("scenarios", "port-clair")).scenario


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_card_is_easy_to_read_too(name: str) -> None:
    """Each card, and the briefing, has its easy words in both languages, no sentence too long."""
    scenario = load_scenario(data("scenarios", name)).scenario

    assert [steps for steps, card in cards_of(scenario) if card.plain is None] == []
    assert list(lint_plain(scenario)) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_fits_a_lesson_a_workshop_and_half_a_day(name: str) -> None:
    """Each says how it is played in 45, 90 and 180 minutes, one of them its own length."""
    scenario = load_scenario(data("scenarios", name)).scenario

    assert tuple(length.minutes for length in scenario.lengths) == USUAL
    assert (scenario.minutes, scenario.rounds) in [(length.minutes, length.rounds) for length in scenario.lengths]
    assert scenario.facts


def test_general_shocks_are_easy_to_read_too(rules: Rulebook) -> None:
    """What may happen to any city is told in easy words as well."""
    assert [shock.id for shock in rules.shocks if shock.plain is None] == []


def test_words_are_told_easily_only_when_asked_and_there(port_clair: Scenario) -> None:
    """Easy words replace a card's text when the setting is on; a card without them keeps its text."""
    card = port_clair.challenges[0]
    words = words_in("fr")
    easy = evolve(words, easy=True)

    assert [words.told(card.text, card.plain), easy.told(card.text, card.plain), easy.told(card.text, None)] == [
        card.text["fr"], card.plain and card.plain["fr"], card.text["fr"],
    ]  # fmt: skip


def test_cards_are_told_in_their_own_language_where_they_have_it() -> None:
    """A text in Spanish is read in Spanish when the cards are; one without it, in the language of the screen."""
    words = evolve(words_in("fr"), cards="es")

    told = [words.of(Text(each)) for each in ({"fr": "eau", "en": "water", "es": "agua"}, {"fr": "eau", "en": "water"})]

    assert told == ["agua", "eau"]


@pytest.mark.parametrize(
    ("sentence", "count"), [("L’eau monte.", 2), ("180 000 personnes : oui !", 3), ("It's 3.5 km away", 4), ("", 0)]
)
def test_words_are_counted_as_they_are_read(sentence: str, count: int) -> None:
    """An elided article counts with its noun, a number as one, punctuation not at all."""
    assert count == word_count(sentence.replace("180 000", "180\u202f000"))


def test_lengths_come_from_the_scenario_the_shortest_first(port_clair: Scenario, rules: Rulebook) -> None:
    """What the scenario says is offered; its own length is the one proposed."""
    turned = evolve(port_clair, lengths=port_clair.lengths[::-1])

    assert port_clair.lengths == lengths_of(turned, rules)
    assert length_of(port_clair, rules) == Length(90, 6)


def test_a_scenario_that_says_nothing_is_offered_the_usual_lengths(port_clair: Scenario, rules: Rulebook) -> None:
    """Rounds are worked out from how long a round takes; welcome, break and debrief keep their part of the time."""
    offered = lengths_of(evolve(port_clair, lengths=()), rules)

    assert offered == (Length(45, 3), Length(90, 6), Length(180, 11))


def test_the_glossary_explains_the_words_of_the_paper() -> None:
    """Every word is explained in both languages, easily too; the paper's own words are there."""
    terms = {str(term.id): term for term in load_glossary().terms}

    assert {"smart_city", "techno_solutionism", "co_creation", "gentrification", "symbiotic_economy", "panoptic",
            "mid_tech"} <= terms.keys()  # fmt: skip
    assert [name for name, term in terms.items() if term.plain is None] == []


def test_a_scenario_explains_a_word_in_its_own_way(port_clair: Scenario) -> None:
    """Its own meaning takes the place of the shared one; its other words are added."""
    text = Text({"fr": "x", "en": "x"})
    own = (Term(TermId("mid_tech"), text, text), Term(TermId("quay"), text, text))

    told = terms_of(evolve(port_clair, terms=own))

    assert told[:2] == own
    assert len(told) == len(load_glossary().terms) + 1
    assert sum(term.id == "mid_tech" for term in told) == 1


def test_a_faulty_glossary_is_told_with_its_place(tmp_path: Path) -> None:
    """It is checked as everything an author writes is."""
    path = tmp_path / "glossary.yaml"
    path.write_text("terms:\n  - id: a\n    word: {fr: x, en: x}\n", encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_glossary(path)

    assert [(each.line, each.rule) for each in refused.value.problems] == [(2, "missing_key")]


def test_a_glossary_is_checked_as_scenarios_are(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`check` takes the file, and warns of a sentence that is not easy to read."""
    path = tmp_path / "glossary.yaml"
    text = data("scenarios", "glossary.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace('fr: "On croit qu’une', 'fr: "On croit ' + "très " * 15 + 'qu’une'), encoding="utf-8")

    assert 0 == main(["check", str(data("scenarios", "glossary.yaml")), "--strict", "--language", "en"])
    assert 1 == main(["check", str(path), "--strict", "--language", "en"])
    assert "expected at most 15 words" in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_found_where_the_alphabet_has_them(language: str) -> None:
    """An accent or a capital does not send a word elsewhere."""
    found = [words_in(language).of(term.word) for term in alphabetical(load_glossary().terms, words_in(language))]

    letters = [word[0].replace("É", "E") for word in found]

    assert letters == sorted(letters)


def test_each_text_has_an_address_of_its_own(port_clair: Scenario) -> None:
    """Addresses name cards by their id, differ from one another, and stay when cards are moved."""
    addresses = [each.address for each in placed_texts(port_clair)]
    moved = evolve(port_clair, challenges=port_clair.challenges[::-1])

    assert "challenges/energy/answers/energy.high/title" in addresses
    assert len(addresses) == len({*addresses}) == len(list(texts_of(port_clair)))
    assert {*addresses} == {each.address for each in placed_texts(moved)}
    assert {each.longest for each in placed_texts(port_clair)} == {64, 180, 420, 700}


def test_a_scenario_retold_unchanged_is_the_same(port_clair: Scenario) -> None:
    """Nothing is made anew where no text changes."""
    assert retold(port_clair, lambda _, text: text) == port_clair
