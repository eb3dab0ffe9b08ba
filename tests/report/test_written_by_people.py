"""What authors and people wrote is text everywhere: on every page, in the document, on the page of several tables."""

import re
from typing import Any, Final, TypeVar

import pytest
from attrs import evolve, fields, has

from game.content.shapes import LANGUAGES
from game.learning.pairs import Learnt
from game.report.document.setting import document, pdf
from game.report.gathering import gathered
from game.report.page import render
from game.report.together import put_together
from game.report.togetherpage import render_together
from game.wording.words import words_in
from tests.report.everything import whole
from tests.report.test_document import texts
from tests.report.test_page import CODED, read
from tests.report.test_together import journals as journals

T = TypeVar("T")
BAD: Final = '<script>alert(1)</script> =HYPERLINK("x") #read("/etc/passwd") $x$ *b* @y {n} "'
CODES: Final = {*CODED, "family", "from_id", "to_id", "seat", "version", "after", "before", "journal"}
"""Fields of the figures that hold a code, or what no person wrote."""


def written(value: T, bad: str = BAD) -> T:
    """Returns figures in which every text is a bad one; what may not be the same twice is told apart by its place."""
    found: Any = value
    if isinstance(value, Learnt):
        return value
    if isinstance(value, tuple):
        found = tuple(f"{each} {bad}" if isinstance(each, str) and each else written(each, bad) for each in value)
    elif has(type(value)):
        held = {each.name: getattr(value, each.name) for each in fields(type(value)) if each.name not in CODES}
        found = evolve(found, **{name: _bad(each, bad) for name, each in held.items()})
    changed: T = found
    return changed


def _bad(value: Any, bad: str) -> Any:
    return f"{value} {bad}" if isinstance(value, str) and value else written(value, bad)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_page_of_the_debrief(language: str) -> None:
    """Roster, who funded what, invented answers, commitments, maps, opinions and branches included: no tag is one."""
    told = written(whole(language))
    page = render(told, words_in(language))
    found = read(page)

    assert "<script" not in page
    assert [] == found.misnested
    assert page.count("&lt;script&gt;alert(1)") > 200
    for each in (told.presence.told[0], told.inventions[0].title, told.commitments[0].words, told.funding.seats[0]):
        assert " ".join(each.split()) in " ".join(found.text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_document(language: str) -> None:
    """The same figures are set as a PDF for screen readers, every text of them as it was written."""
    told = written(whole(language), BAD.replace('"', "'"))
    said = " ".join(texts(document(told, words_in(language))))

    for each in (told.presence.walks[0], told.inventions[0].words, told.commitments[0].words, told.branches[0].name):
        assert each in said
    assert b"pdfuaid" in pdf(told, words_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_page_of_several_tables(journals: list[Any], language: str) -> None:
    """A scenario's title, its groups and the names of the tables stay letters."""
    words = words_in(language)
    page = render_together(written(put_together(gathered(journals), words)), words)

    assert "<script" not in page
    assert [] == read(page).misnested
    assert len(re.findall(r"&lt;script&gt;alert\(1\)", page)) > 20
