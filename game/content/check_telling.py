"""What a scenario must hold to be told in the time and in the languages it announces."""

from collections.abc import Iterator

from game.content.cards import Scenario
from game.content.faults import Fault, Steps
from game.content.glossary import Glossary
from game.content.names import twice, unknown
from game.content.played import Length
from game.content.shapes import LANGUAGES
from game.content.texts import texts_of


def check_telling(scenario: Scenario) -> Iterator[Fault]:
    """Yields what is wrong with the lengths, the languages and the words explained."""
    yield from _languages(scenario)
    yield from twice(scenario.terms, ("terms",))
    known: dict[int, int] = {}
    for position, length in enumerate(scenario.lengths):
        steps: Steps = ("lengths", position)
        if length.minutes in known:
            yield Fault((*steps, "minutes"), "length_twice", {"found": length.minutes})
        known[length.minutes] = position
        yield from _agenda(scenario, length, steps)


def check_glossary(glossary: Glossary) -> Iterator[Fault]:
    """Yields what is wrong with the words that all scenarios share."""
    yield from twice(glossary.terms, ("terms",))


def _agenda(scenario: Scenario, length: Length, steps: Steps) -> Iterator[Fault]:
    asked = [challenge.id for challenge in scenario.challenges]
    for place, name in enumerate(length.agenda):
        at = (*steps, "agenda", place)
        yield from unknown("challenge", name, asked, at)
        if name in length.agenda[:place]:
            yield Fault(at, "agenda_twice", {"found": name})


def _languages(scenario: Scenario) -> Iterator[Fault]:
    """Yields a fault for each language needed and not declared, and for each text that speaks an undeclared one.

    A text that lacks a language which is declared is a hole, told as a warning: translations come bit by bit.
    """
    declared = scenario.languages
    for needed in LANGUAGES:
        if needed not in declared:
            yield Fault(("languages",), "language_needed", {"language": needed})
    for place, language in enumerate(declared):
        if language in declared[:place]:
            yield Fault(("languages", place), "language_twice", {"found": language})
    for steps, text in texts_of(scenario):
        for code in text.words:
            if code not in declared and code not in LANGUAGES:
                yield Fault((*steps, code), "undeclared_language", {"code": code}, "declare_language", True)
