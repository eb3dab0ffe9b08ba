"""Every page the game writes, seen by a browser: axe-core finds no violation in it, and it asks for nothing."""

from pathlib import Path

import pytest

from game.content.shapes import LANGUAGES
from tests.report.browser import asked_for, needs_axe, needs_chromium, violations
from tests.report.everything import PAGES


@needs_chromium
@needs_axe
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(name: str, language: str, tmp_path: Path) -> None:
    """No rule of axe-core is broken: contrast, names, landmarks, headings, tables, language."""
    assert violations(PAGES[name](language), tmp_path) == []


@needs_chromium
@needs_axe
@pytest.mark.parametrize("name", ["every chapter", "pooled", "tables"])
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
