"""The tint of a district: a shade and a pattern for each fifth of the scale, inside its outline."""

import pytest

from game.ui.citymap.plan import inside
from game.ui.citymap.tints import CLASSES, Legend, class_of, hatching, swatch
from game.ui.node import Rect, Surface
from game.ui.theme import DARK, LIGHT
from tests.ui.screens import open_display

SHAPE = ((0.0, 0.0), (120.0, 10.0), (90.0, 80.0), (60.0, 40.0), (20.0, 110.0))


@pytest.mark.parametrize("degrees", [0, 45, -45, 90])
def test_hatching_stays_inside(degrees: float) -> None:
    """The middle of every line lies in the polygon, hollows left out."""
    lines = list(hatching(SHAPE, 7, degrees))

    assert len(lines) > 8
    assert all(inside(((ax + bx) / 2, (ay + by) / 2), SHAPE) for (ax, ay), (bx, by) in lines)


def test_classes_are_fifths() -> None:
    """Five classes from 0 to 100, the top one closed."""
    assert [0, 1, 2, 3, 4, 4] == [class_of(at / CLASSES) for at in range(CLASSES + 1)]


def test_patterns_differ_without_colour() -> None:
    """In grey, each class still looks unlike its neighbours: more ink from each to the next."""
    open_display()
    inks = []
    for at in range(CLASSES):
        drawn = swatch((60, 40), at, "#808080", LIGHT, 1.0)
        surface = Surface((60, 40))
        surface.fill("#FFFFFF")
        surface.blit(drawn, (0, 0))
        inks.append(sum(255 - surface.get_at((x, y)).g for x in range(60) for y in range(40)))

    assert inks == sorted(inks)
    assert len(set(inks)) == CLASSES


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_legend_is_read(theme: object) -> None:
    """The legend has its measure as a label and draws in every theme."""
    legend = Legend("Ecology", "ecology", ("0", "20", "40", "60", "80", "100"), "five shades")
    legend.arrange(Rect(0, 0, legend.natural_width(1.0), legend.natural_height(300, 1.0)), 1.0)
    legend.draw(Surface((400, 200)), theme)  # type: ignore[arg-type]

    assert ("legend", "Ecology") == (legend.role, legend.label)
