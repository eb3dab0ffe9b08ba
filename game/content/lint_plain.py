"""Whether the easy-to-read texts are easy to read, and whether every card has one once some have."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from game.content.cards import Scenario
from game.content.faults import Fault, Steps
from game.content.shapes import LANGUAGES, Text

WORDS: Final = 15
"""Words a sentence may have: the usual advice for plain language is fifteen to twenty, for FALC as short as can be."""
_END: Final = re.compile(r"(?<=[.!?…])[»”\"\u00a0\u202f]*\s+")
_WORD: Final = re.compile(r"[^\W_][\w’'.,\u202f\u00a0-]*")


class Card(Protocol):
    """A card that players read."""

    @property
    def plain(self) -> Text | None:
        """The same, easy to read."""


def lint_plain(scenario: Scenario) -> Iterator[Fault]:
    """Yields a warning for each long sentence; and for each card without plain text when others have one."""
    cards = list(cards_of(scenario))
    begun = any(card.plain for _, card in cards)
    for steps, card in cards:
        if card.plain is None and begun:
            yield Fault(steps, "no_plain", {}, "write_plain", on_key=True)
        elif card.plain is not None:
            yield from _long(card.plain, (*steps, "plain"))


def long_sentences(cards: Iterable[Card], steps: Steps) -> Iterator[Fault]:
    """Yields a warning for each long sentence of a list of cards that stand by themselves."""
    for place, card in _listed(cards, steps):
        if card.plain is not None:
            yield from _long(card.plain, (*place, "plain"))


def cards_of(scenario: Scenario) -> Iterator[tuple[Steps, Card]]:
    """Yields each card that has an easy-to-read layer, the briefing first, with the way to it."""
    yield (), scenario
    yield from _listed(scenario.stakeholders, ("stakeholders",))
    for position, challenge in enumerate(scenario.challenges):
        steps: Steps = ("challenges", position)
        yield steps, challenge
        yield from _listed(challenge.answers, (*steps, "answers"))
    yield from _listed(scenario.shocks, ("shocks",))


def _listed(cards: Iterable[Card], steps: Steps) -> Iterator[tuple[Steps, Card]]:
    yield from (((*steps, position), card) for position, card in enumerate(cards))


def _long(text: Text, steps: Steps) -> Iterator[Fault]:
    for language in LANGUAGES:
        for sentence in sentences(text[language]):
            words = word_count(sentence)
            if words > WORDS:
                values = {"words": words, "most": WORDS, "found": sentence}
                yield Fault((*steps, language), "long_sentence", values, "cut_sentence")


def sentences(text: str) -> list[str]:
    """Returns the sentences of a text.

    >>> sentences("La rivière monte. Que faire ? On attend.")
    ['La rivière monte.', 'Que faire ?', 'On attend.']
    """
    return [part.strip() for part in _END.split(text) if part.strip()]


def word_count(sentence: str) -> int:
    """Returns how many words a reader meets; an elided article counts with its noun, a number as one.

    >>> word_count("L’eau monte de 1,5 mètre.")
    5
    """
    return len(_WORD.findall(sentence))
