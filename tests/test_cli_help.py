"""Help is read by people who do not program: whole in their language, each verb saying what it does."""

import re
from argparse import ArgumentParser
from collections.abc import Iterator

import pytest

from game.cli import _parser, main
from game.content.shapes import LANGUAGES
from game.wording.words import words_in

ARGPARSE = ("usage:", "positional", "show this", "show program", "JOURNAL", "FOLDER", "FILE", "SESSION.jsonl", "NUMBER")
"""What help has in English, by itself or by the names of what is given."""
INFINITIVE = r"\w+(er|ir|dre|ttre)\b"


def parsers(language: str) -> Iterator[ArgumentParser]:
    """Yields the parser of each verb, and of the ways of those that have several."""
    waiting = [_parser(words_in(language))]
    while waiting:
        parser = waiting.pop()
        yield parser
        chosen = [action.choices for action in parser._actions if action.nargs == "A..."]
        waiting.extend(child for choices in chosen for child in (choices or {}).values())


def test_french_help_has_no_english_in_it() -> None:
    """Neither the parser's own words nor the names of what is to be given."""
    helps = [parser.format_help() for parser in parsers("fr")]

    assert len(helps) > 20
    assert [] == [(word, told.split("\n")[0]) for told in helps for word in ARGPARSE if word in told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_says_what_it_does(language: str) -> None:
    """In the third person, as in "opens the window": never an order, never an infinitive."""
    told = [parser.description or "" for parser in parsers(language)][1:]
    third = {"en": lambda text: text.split()[0].endswith("s"), "fr": lambda text: not re.match(INFINITIVE, text)}

    assert [] == [text for text in told if not third[language](text)]


@pytest.mark.parametrize(("language", "other"), [("fr", "--language en"), ("en", "--language fr")])
def test_the_help_says_how_to_have_the_other_language(
    language: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said in that other language."""
    with pytest.raises(SystemExit):
        main(["--help", "--language", language])

    assert other in capsys.readouterr().out.splitlines()[-1]
