"""French and English are equal: every sentence in both, with the same blanks, and French typography."""

import re
from string import Formatter

import polib
import pytest

from game.content.shapes import LANGUAGES
from game.errors import Refusal
from game.paths import data
from game.wording.words import words_in

CATALOGUES = sorted({file.name for language in LANGUAGES for file in data("assets", "locale", language).glob("*.po")})
NARROW, WIDE = "\u202f", "\u00a0"


def entries(language: str, name: str) -> dict[str, polib.POEntry]:
    """Returns a catalogue's entries by key."""
    return {entry.msgid: entry for entry in polib.pofile(str(data("assets", "locale", language, name)))}


def texts(entry: polib.POEntry) -> list[str]:
    """Returns all the forms of an entry."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def blanks(text: str) -> set[str]:
    """Returns the placeholders of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", CATALOGUES)
def test_both_languages_say_the_same_things(name: str) -> None:
    """A catalogue has the same keys in French and English, none empty, none fuzzy."""
    french, english = entries("fr", name), entries("en", name)

    assert french.keys() == english.keys()
    assert [e.msgid for c in (french, english) for e in c.values() if e.fuzzy or not all(texts(e))] == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_both_languages_fill_the_same_blanks(name: str) -> None:
    """A sentence has the same placeholders in both languages."""
    french, english = entries("fr", name), entries("en", name)

    found = {key: [set().union(*map(blanks, texts(each[key]))) for each in (french, english)] for key in french}

    assert {key: pair for key, pair in found.items() if pair[0] != pair[1]} == {}


def test_no_key_stands_in_two_catalogues() -> None:
    """Catalogues are merged, so a key must have one home."""
    for language in LANGUAGES:
        keys = [key for name in CATALOGUES for key in entries(language, name)]
        assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_french_spacing_is_right(name: str) -> None:
    """A full space holds a colon and what is quoted, a narrow one ; ! and ?; apostrophes are typographic."""
    wrong = re.compile(r" [;:!?»]|« |\w'\w|\w[;!?»](?=\s|$)|\u202f[:»]|«\u202f|\w\u00a0[;?!]")
    urls = re.compile(r"https?://\S+|`[^`]*`|--\S+")
    faults = [e.msgid for e in entries("fr", name).values() for t in texts(e) if wrong.search(urls.sub("", t))]

    assert faults == []


def test_every_refusal_has_its_sentence() -> None:
    """Each reason of the closed list can be told in both languages."""
    for language in LANGUAGES:
        assert all(words_in(language).has(f"refusal.{refusal.value}") for refusal in Refusal)


@pytest.mark.parametrize(
    ("language", "change", "money", "percent"),
    [("fr", "−1,2", f"12,5{WIDE}M€", f"35{NARROW}%"), ("en", "−1.2", f"12.5{WIDE}M€", "35%")],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, change: str, money: str, percent: str) -> None:
    """Decimal mark, minus sign and spaces follow the language."""
    words = words_in(language)

    assert (words.change(-1234), words.money(12_500), words.percent(35)) == (change, money, percent)


def test_what_is_paid_each_round_is_told_to_its_last_hundredth() -> None:
    """On the table, in the comparison and on paper: a quarter of a million is no fifth and no third."""
    told = [words_in("en").exact_money(amount) for amount in (0, 250, 500)]

    assert told == [f"{number}{WIDE}M€" for number in ("0.0", "0.25", "0.5")]


def test_a_change_that_rounds_to_nothing_has_no_sign() -> None:
    """Neither +0 nor −0 is ever shown."""
    assert [words_in("en").change(amount) for amount in (-40, 0, 40)] == ["0.0", "0.0", "0.0"]


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [("fr", "0 coup rejoué", "2 coups rejoués"), ("en", "1 move replayed", "2 moves replayed")],
)
def test_plurals_follow_the_language(language: str, one: str, two: str) -> None:
    """French counts 0 with the singular, English only 1."""
    words = words_in(language)

    assert (words.count("cli.moves", 0 if language == "fr" else 1), words.count("cli.moves", 2)) == (one, two)
