"""Each link of the shipped rules has a paragraph that a sceptic can use, equal in both languages."""

import re

import pytest

from game.content.load import load_rulebook
from game.content.rulebook import Coupling
from game.content.shapes import LANGUAGES

LINKS = load_rulebook().rulebook.couplings
CLAIM = re.compile(r"\bC\d+\b")
BAD_SPACING = re.compile(r" [;:!?»%]|« |'")
SENTENCE = re.compile(r"[.!?](?=\s|$)")


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_cites_the_claims_its_link_rests_on(link: Coupling, language: str) -> None:
    """Every claim the link names is told in its paragraph, and no other."""
    cited = set(CLAIM.findall(link.because[language]))

    assert set(link.claims) == cited


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_is_a_few_sentences(link: Coupling, language: str) -> None:
    """Enough to say how, who, what is ours and what is doubtful; short enough to read aloud."""
    paragraph = link.because[language]

    assert 4 <= len(SENTENCE.findall(paragraph)) <= 6
    assert 60 <= len(paragraph.split()) <= 120


def test_no_two_links_share_an_opening() -> None:
    """Each paragraph is written for its link."""
    for language in LANGUAGES:
        openings = [" ".join(link.because[language].split()[:5]) for link in LINKS]
        assert len(LINKS) == len(set(openings))


def test_french_paragraphs_have_french_spacing() -> None:
    """No ordinary space stands before ; : ! ? % » or after «, and apostrophes are typographic."""
    faults = [link.id for link in LINKS if BAD_SPACING.search(link.because["fr"])]

    assert faults == []


def test_eleven_links_make_the_poster() -> None:
    """The poster is short enough to be shown first."""
    assert 11 == sum(link.poster for link in LINKS)
