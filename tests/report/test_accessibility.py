"""Every page the game writes, seen by a browser: axe-core finds no violation in it, and it asks for nothing."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.content.load import load_rulebook
from game.content.shapes import LANGUAGES
from game.report.data.consent import consent_sheet
from game.report.data.overview import overview
from game.report.data.pooled import pooled
from game.report.data.tables import joined
from game.report.gathering import write_together
from game.report.mapsheet import sheet
from game.report.page import render
from game.wording.words import words_in
from tests.report import sample
from tests.report.browser import asked_for, needs_axe, needs_chromium, violations
from tests.report.data.test_tables import tables
from tests.report.test_summary import debrief
from tests.report.test_together import journals as journals

FAULT = "2026-01-31-090000-port-clair-1.jsonl"


def played(language: str) -> str:
    """Returns the debrief of a whole session."""
    return render(debrief(language), words_in(language))


def invented(language: str) -> str:
    """Returns the debrief of the sample, which has what a session of computer players has not."""
    return render(sample.debrief(language), words_in(language))


def gathered(language: str) -> str:
    """Returns the pooled report of two workshops, with a journal left out."""
    found = joined([tables(7, language), tables(8, language)])
    found["pooled"] = pooled(found)
    words = words_in(language)
    ways = {str(each.id): words.of(each.name) for each in load_rulebook().rulebook.procedures}
    return overview(found, [words.say("data.left_out", journal=FAULT, why="–")], ways, words)


def mapped(language: str) -> str:
    """Returns the sheet to draw a map of causes on."""
    return sheet(load_rulebook().rulebook, words_in(language), "a4")


def consented(language: str) -> str:
    """Returns the sheet of consent."""
    return consent_sheet(words_in(language))


PAGES: dict[str, Callable[[str], str]] = {
    "debrief": cache(played),
    "sample": cache(invented),
    "pooled": cache(gathered),
    "map sheet": cache(mapped),
    "consent": cache(consented),
}
"""Every kind of HTML page the game writes."""


@needs_chromium
@needs_axe
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(name: str, language: str, tmp_path: Path) -> None:
    """No rule of axe-core is broken: contrast, names, landmarks, headings, tables, language."""
    assert violations(PAGES[name](language), tmp_path) == []


@needs_chromium
@needs_axe
@pytest.mark.parametrize("name", ["debrief", "pooled"])
def test_axe_finds_no_violation_on_a_telephone(name: str, tmp_path: Path) -> None:
    """The narrow page has other charts and scrolls its tables: it breaks no rule either."""
    assert violations(PAGES[name]("en"), tmp_path, 500) == []


@needs_chromium
@pytest.mark.parametrize("name", PAGES)
def test_the_browser_asks_for_nothing(name: str, tmp_path: Path) -> None:
    """Shown as it is, the page makes no request: everything is in the one file."""
    assert asked_for(PAGES[name]("fr"), tmp_path) == []


@needs_chromium
def test_a_page_that_asks_for_something_is_found_out(tmp_path: Path) -> None:
    """What looks for requests sees one."""
    assert asked_for('<!doctype html><img src="https://example.org/dot.png">', tmp_path) == [
        "https://example.org/dot.png"
    ]


@needs_chromium
@needs_axe
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_side_by_side_break_no_rule(language: str, tmp_path: Path, journals: list[Path]) -> None:
    """The page of several tables together is held to the same."""
    page = write_together(journals, words_in(language), tmp_path / "tables.html")

    assert violations(page.read_text(encoding="utf-8"), tmp_path) == []
