"""Figures that change where they stand keep still: each digit has a cell as wide as the widest."""

import math

import pygame
import pytest

from game.ui import text
from game.ui import widgets as w
from game.ui.node import Rect
from game.ui.theme import LIGHT
from tests.ui.screens import open_display

open_display()


def inked(words: str, size: float) -> set[int]:
    """Returns the columns of pixels, counted from the end of the line, in which a running text has ink."""
    label = w.Label(words, size, 700, align="end", tabular=True)
    label.arrange(Rect(0, 0, 300, 100), 1.0)
    surface = pygame.Surface((300, 100))
    surface.fill("#FFFFFF")
    label.draw(surface, LIGHT)
    return {x for x in range(300) if any(surface.get_at((x, y)).r < 128 for y in range(100))}


@pytest.mark.parametrize("size", [20.0, 44.0, 72.0])
def test_a_digit_that_changes_leaves_the_others_in_place(size: float) -> None:
    """The minutes have their ink in the same columns whatever the seconds are."""
    seconds = set(range(300 - math.ceil(text.width("48", size, 700, True)) - 1, 300))

    assert inked("08:11", size) - seconds == inked("08:48", size) - seconds
    assert inked("08:11", size) != inked("08:48", size)


def test_a_counting_number_keeps_its_digits_in_cells() -> None:
    """On its way from 11 to 88 a number is always as wide."""
    number = w.Number(88, lambda amount: f"{amount:.0f}")
    number.adopt(w.Number(11, lambda amount: f"{amount:.0f}"))
    widths = set()
    while number.animate(0.05, LIGHT):
        widths.add(number.natural_width(1.0))

    assert 1 == len(widths)
