"""Whether a seat whose name looks plural says if it is: sentences about it take their verb from that."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.content.cards import Scenario
from game.content.faults import Fault
from game.content.shapes import Text

SEVERAL: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(r"^(les|des|ceux|celles)\b|^[\w-]+[sx]\b| et ", re.IGNORECASE),
    "en": re.compile(r"^(those|people)\b|^[\w-]+s\b|s$| and ", re.IGNORECASE),
}
"""What several look like: an article, a first word (or, in English, a last one) with its mark, two things joined."""


def lint_names(scenario: Scenario) -> Iterator[Fault]:
    """Yields a warning for each seat whose name looks plural in both languages, and that doesn't say if it is."""
    for position, seat in enumerate(scenario.stakeholders):
        if seat.plural is None and looks_plural(seat.name):
            name = {language: seat.name[language] for language in SEVERAL}
            yield Fault(("stakeholders", position, "name"), "maybe_plural", name, "say_plural", on_key=True)


def looks_plural(name: Text) -> bool:
    """Tells whether a name looks as if it stood for several, whichever language it is read in.

    >>> looks_plural(Text({"fr": "Habitants", "en": "Residents"})), looks_plural(Text({"fr": "Union", "en": "Unions"}))
    (True, False)
    """
    return all(mark.search(name[language]) for language, mark in SEVERAL.items())
