"""A drawing becomes SVG, and its labels keep apart."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from game.report.drawing import (
    BOLD,
    Circle,
    Drawing,
    Polygon,
    Polyline,
    Rect,
    Text,
    spread,
    text_width,
    to_svg,
    wrapped,
)
from game.report.palette import PAPER
from game.ui.theme import LIGHT


@given(st.lists(st.floats(0, 500), min_size=1, max_size=8))
def test_spread_labels_keep_their_gap_and_their_order(places: list[float]) -> None:
    """Labels moved apart never overlap, stay within the chart and keep the order of their lines."""
    moved = spread(places, 20, -100, 600)
    ordered = [moved[i] for i in sorted(range(len(places)), key=lambda i: places[i])]

    assert all(below - above >= 20 - 1e-6 for above, below in pairwise(ordered))
    assert all(-100 - 1e-6 <= place <= 600 + 1e-6 for place in moved)


def test_labels_already_apart_stay_where_they_are() -> None:
    """A label with room around it is not moved."""
    assert [10.0, 50.0, 90.0] == spread([10, 50, 90], 20, 0, 100)


def test_no_break_spaces_are_never_broken() -> None:
    """A line ends only at an ordinary space, so that a French sign stays with its word."""
    lines = wrapped("À qui la ville\u202f? «\u00a0À\u00a0nous\u00a0»", 60, 14)

    assert ["À qui la", "ville\u202f?", "«\u00a0À\u00a0nous\u00a0»"] == lines


def test_bold_lines_are_wider_than_regular_ones() -> None:
    """The width of a line grows with its weight, its size and its accents cost nothing."""
    assert text_width("Ecologie", 14) == text_width("Écologie", 14)
    assert text_width("Écologie", 14, BOLD) > text_width("Écologie", 14)
    assert text_width("Écologie", 28) == 2 * text_width("Écologie", 14)


def test_every_mark_becomes_one_svg_element() -> None:
    """The SVG holds the title, the description and one element a mark, in order."""
    marks = (
        Polyline(((0, 0), (10, 10.25)), "ink", 2, (4, 2), "a line"),
        Polygon(((0, 0), (5, 0), (5, 5)), "rise", 0.5, "edge"),
        Rect(1, 2, 3, 4, "fall", radius=2),
        Circle(5, 5, 2, "economy", stroke="surface"),
        Text(3, 4, "12 % < 13 %", 14, "end", BOLD),
    )
    root = ElementTree.fromstring(to_svg(Drawing(20, 20, "A finding", "Its numbers", marks), PAPER, "one"))

    tags = [child.tag.split("}")[1] for child in root]
    assert ["title", "desc", "polyline", "polygon", "rect", "circle", "text"] == tags
    assert "0,0 10,10.2" == root[2].get("points")
    assert "4 2" == root[2].get("stroke-dasharray")
    assert "0.50" == root[3].get("fill-opacity")
    assert ("12 % < 13 %", "end") == (root[6].text, root[6].get("text-anchor"))
    assert "one-t one-d" == root.get("aria-labelledby")


def test_texts_in_a_drawing_are_never_markup() -> None:
    """A name that looks like a tag is drawn as it is written."""
    drawing = Drawing(10, 10, "<b>", "&", (Text(0, 0, "<script>alert(1)</script>", 10),))

    assert not re.search(r"<(script|b)\b", to_svg(drawing, PAPER, "x"))


def test_paper_and_window_share_their_hues() -> None:
    """A gauge has the same colour on paper as in the light window."""
    assert {token: LIGHT.colour(token) for token in PAPER} == dict(PAPER)


def contrast(colour: str, ground: str = "#FFFFFF") -> float:
    """Returns the contrast of two colours as WCAG 2 defines it."""

    def luminance(hue: str) -> float:
        parts = [int(hue[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_colour_that_writes_text_is_readable_on_paper() -> None:
    """Texts keep at least 4.5:1 against white (WCAG AA)."""
    inks = (
        "ink",
        "soft",
        "accent",
        "economy",
        "ecology",
        "surveillance",
        "quality",
        "rise",
        "fall",
        "high",
        "mid",
        "low",
    )

    assert [] == [ink for ink in inks if contrast(PAPER[ink]) < 4.5]
