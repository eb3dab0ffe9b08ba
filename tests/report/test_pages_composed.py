"""How the pages of the paper debrief are broken, numbered and titled: rules for every page, in both languages."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.content.shapes import LANGUAGES
from game.report.document.setting import document, pdf
from game.report.figures import Debrief
from game.wording.words import words_in
from tests.report.everything import whole
from tests.report.test_summary import debrief

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext (apt: poppler-utils)")
everywhere = pytest.mark.parametrize(("told", "language"), [(t, x) for t in ("played", "whole") for x in LANGUAGES])


@cache
def figures_of(told: str, language: str) -> Debrief:
    """Returns a session played by computers, or the sample with every chapter."""
    return debrief(language) if told == "played" else whole(language)


@cache
def lines_of(told: str, language: str, folder: Path) -> tuple[str, ...]:
    """Returns the lines of the document as they are laid out."""
    (folder / "read.pdf").write_bytes(pdf(figures_of(told, language), words_in(language)))
    read = ["pdftotext", "-layout", folder / "read.pdf", "-"]
    return tuple(subprocess.run(read, capture_output=True, text=True, check=True).stdout.splitlines())


def headings(value: Any) -> Iterator[dict[str, Any]]:
    """Yields the titles among the blocks of a document."""
    if isinstance(value, dict):
        if value.get("kind") == "heading":
            yield value
        for each in value.values():
            yield from headings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from headings(each)


@everywhere
def test_a_title_says_something_and_ends_without_a_stop(told: str, language: str) -> None:
    """A title is no sentence among others: it has words, and no full stop."""
    data = document(figures_of(told, language), words_in(language))

    assert [] == [each["text"] for each in headings(data) if not each["text"].strip() or each["text"].endswith(".")]


@everywhere
def test_every_chapter_is_named_in_the_contents(told: str, language: str) -> None:
    """What stands above a chapter's title is its name: one a chapter, and none twice."""
    data = document(figures_of(told, language), words_in(language))
    parts = data["cover"]["parts"]

    assert len(data["chapters"]) + 1 == len(parts) == len(set(parts))
    assert all(parts)


@needs_pdftotext
@everywhere
def test_no_line_begins_with_what_joins(told: str, language: str, tmp_path: Path) -> None:
    """A dot between two pieces ends a line and never begins one, and no double sign leaves its word."""
    starts = [line.strip() for line in lines_of(told, language, tmp_path)]

    assert [] == [line for line in starts if re.match(r"[·»:;?!]", line)]


@needs_pdftotext
@everywhere
def test_every_page_bears_its_own_number(told: str, language: str, tmp_path: Path) -> None:
    """What fills a page depends on where things stand, and moves none of them: the layout settles."""
    whole_document = lines_of(told, language, tmp_path)
    feet = [found.groups() for line in whole_document if (found := re.fullmatch(r"\s*(\d+) / (\d+)", line))]

    assert [(str(number), str(len(feet))) for number in range(1, len(feet) + 1)] == feet
