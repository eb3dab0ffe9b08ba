"""Every theme can be read, and the four gauges told apart, by every eye."""

from itertools import combinations

import pytest

from game.ui.theme import THEMES, Theme, scale_of, still
from tests.ui.colours import contrast, distance

TEXT = [
    ("ink", "surface"), ("ink", "page"), ("ink", "sunken"), ("soft", "surface"), ("soft", "page"), ("soft", "sunken"),
    ("ink", "accent_tint"), ("accent", "surface"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_header", "header"), ("header_soft", "header"), ("header_warm", "header_raised"),
    ("on_header", "header_raised"),
    ("on_tech", "high"), ("on_tech", "mid"), ("on_tech", "low"), ("rise", "surface"), ("fall", "surface"),
    ("high", "surface"), ("mid", "surface"), ("low", "surface"), ("danger", "surface"), ("danger", "danger_tint"),
    ("good", "good_tint"), ("soft", "track"),
    *((gauge, "surface") for gauge in ("economy", "ecology", "surveillance", "quality")),
]  # fmt: skip
SHAPES = [
    ("edge", "surface"), ("edge", "page"), ("focus", "surface"), ("focus", "page"), ("accent", "surface"),
    *((gauge, f"{gauge}_tint") for gauge in ("economy", "ecology", "surveillance", "quality")),
    *((gauge, "track") for gauge in ("economy", "ecology", "surveillance", "quality")),
]  # fmt: skip
GAUGES = ("economy", "ecology", "surveillance", "quality")
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


@themes
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_keeps_a_contrast_of_4_5(theme: Theme, ink: str, ground: str) -> None:
    """Every pair of text and ground has at least 4.5:1 (WCAG 1.4.3)."""
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["page", "surface", "sunken", "header", "accent", "accent_tint"])
def test_the_focus_ring_stands_out_everywhere(theme: Theme, ground: str) -> None:
    """Of the two rings round the focus one has at least 3:1, whatever they lie on."""
    assert max(contrast(ring, theme.colour(ground)) for ring in (theme.focus, theme.surface)) >= 3.0


@themes
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_controls_keep_a_contrast_of_3(theme: Theme, shape: str, ground: str) -> None:
    """Every edge, mark and bar has at least 3:1 on its ground (WCAG 1.4.11)."""
    assert contrast(theme.colour(shape), theme.colour(ground)) >= 3.0


@themes
@pytest.mark.parametrize(("eyes", "least"), [("", 20.0), ("protan", 9.0), ("deutan", 9.0), ("tritan", 9.0)])
def test_gauges_differ_for_every_eye(theme: Theme, eyes: str, least: float) -> None:
    """Any two gauges are far apart in colour, for colour-blind eyes too (they also carry an icon and a name)."""
    pairs = combinations((theme.colour(gauge) for gauge in GAUGES), 2)

    assert min(distance(one, other, eyes) for one, other in pairs) >= least


@themes
@pytest.mark.parametrize("eyes", ["", "protan", "deutan", "tritan"])
def test_rise_and_fall_differ_for_every_eye(theme: Theme, eyes: str) -> None:
    """Rises and falls are never told apart by red and green alone."""
    assert distance(theme.rise, theme.fall, eyes) >= 15.0


def test_distance_agrees_with_the_published_pairs() -> None:
    """White and black are 100 apart; a colour is at no distance from itself."""
    assert distance("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)
    assert 0 == distance("#3B6FE0", "#3B6FE0")


def test_scale_follows_the_smaller_side() -> None:
    """A screen that is wider or taller than 16:9 keeps the scale of its short side, times the reader's enlargement."""
    assert 1.0 == scale_of(2560, 1080)
    assert 1.5 == scale_of(1920, 1200, 1.5)


def test_still_theme_has_no_motion() -> None:
    """Reduced motion means that every change shows at once."""
    motion = still(THEMES["light"]).motion

    assert (0.0, 0.0, 0.0) == (motion.quick, motion.calm, motion.slow)
