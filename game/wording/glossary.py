"""Words explained, in the order in which a reader of the language looks them up."""

import unicodedata
from collections.abc import Iterable

from game.content.glossary import Term
from game.wording.words import Words


def alphabetical(terms: Iterable[Term], words: Words) -> list[Term]:
    """Returns terms by their word in this language; an accent does not send a word to the end."""
    return sorted(terms, key=lambda term: _plain(words.of(term.word)))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
