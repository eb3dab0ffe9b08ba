"""The whole of what is generated: the parts of rules/README.md by name and language, and the files of its figures."""

from collections.abc import Iterator
from typing import Final

from game.content.shapes import LANGUAGES
from game.report.odd import tables, trials
from game.report.odd.arguments import links
from game.report.odd.board import Board
from game.report.odd.marked import filled
from game.report.odd.measured import Measured
from game.report.odd.plates import figures, svg
from game.wording.words import Words, words_in

README: Final = ("rules", "README.md")
MEASURED: Final = ("rules", "figures", "measured.json")
FIGURES: Final = ("rules", "figures")


def described(text: str, board: Board, kept: Measured) -> str:
    """Returns the text with its generated parts written anew, in every language."""
    parts: dict[str, str] = {}
    for language in LANGUAGES:
        for name, part in _parts(board, kept, words_in(language)):
            parts[f"{name}.{language}"] = part
    return filled(text, parts)


def _parts(board: Board, kept: Measured, words: Words) -> Iterator[tuple[str, str]]:
    rules = board.rules
    yield "gauges", tables.gauges(rules, words)
    yield "wholes", tables.wholes(rules, words)
    yield "groups", tables.groups(rules, words)
    yield "procedures", tables.procedures(rules, words)
    yield "numbers", tables.folded(words.say("odd.all_numbers"), tables.coefficients(rules, words))
    yield "sources", tables.folded(words.say("odd.all_sources"), tables.sources(rules, words))
    yield "links", links(board, words)
    yield "journeys", trials.journeys(board, words)
    yield "claims", tables.folded(words.say("odd.all_claims"), trials.claims(board, words))
    yield "summary", trials.summary(board, kept, words)
    yield "nulls", trials.nulls(board, kept, words)
    for name, drawing in figures(board, words):
        image = f"![{drawing.title}. {drawing.description}](figures/{name}.{words.language}.svg)"
        yield f"figure-{name}", f"{image}\n\n*{drawing.title}.*"


def pictures(board: Board) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yields the place of each figure among the shipped data, and the text of its file."""
    for language in LANGUAGES:
        for name, drawing in figures(board, words_in(language)):
            yield (*FIGURES, f"{name}.{language}.svg"), svg(drawing, f"{name}-{language}")
