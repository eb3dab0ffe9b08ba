"""How far something moves, in words before numbers, and never with more digits than the model supports."""

from typing import Final, Literal

from game.city.exact import POINT, divided
from game.city.prospect import Span
from game.wording.words import Words

Size = Literal["none", "touch", "clear", "strong", "massive"]
SIZES: Final[tuple[tuple[int, Size], ...]] = ((10, "massive"), (5, "strong"), (2, "clear"), (1, "touch"))
"""Whole points from which a move is told so: words for reading aloud, not a judgement."""
ARROWS: Final = {1: "▲", -1: "▼", 0: "="}


def whole(milli_points: int) -> int:
    """Returns whole points: a forecast supports no more digits.

    >>> whole(1_500), whole(-400)
    (2, 0)
    """
    return divided(milli_points, POINT)


def size(points: int) -> Size:
    """Returns how far so many whole points are.

    >>> size(-3), size(0)
    ('clear', 'none')
    """
    return next((name for least, name in SIZES if abs(points) >= least), "none")


def direction(points: int) -> int:
    """Returns 1, -1 or 0: up, down, or no whole point."""
    return (points > 0) - (points < 0)


def move_told(milli_points: int, words: Words) -> str:
    """Returns a direction and a size in words, with its arrow."""
    points = whole(milli_points)
    return f"{ARROWS[direction(points)]} {words.say(f'size.{size(points)}')}"


def span_told(span: Span, words: Words) -> str:
    """Returns a forecast in whole points, with its span where doubt moves it by a point."""
    low, middle, high = (whole(each) for each in (span.low, span.middle, span.high))
    if low == high:
        return words.signed(middle, 0)
    said = {"low": words.signed(low, 0), "high": words.signed(high, 0)}
    return words.say("size.span", middle=words.signed(middle, 0), **said)
