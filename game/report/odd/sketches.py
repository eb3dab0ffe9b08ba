"""Where the boxes of the poster and of the loops stand, and what joins them."""

from typing import Final

from attrs import frozen

from game.report.charts.arrows import Way
from game.report.drawing import Point

WIDTH: Final = 860.0
TEXT: Final = 14.0

POSTER: Final[dict[str, Point]] = {
    "sensing": (95, 60), "profiling": (320, 60), "control": (545, 60), "restriction": (765, 60),
    "lived": (320, 185), "participation": (545, 185), "literacy": (765, 185), "trust": (545, 310),
    "prosperity": (95, 310), "affordability": (320, 310), "heritage": (95, 435), "displaced": (320, 435),
    "dependency": (545, 435), "opacity": (765, 435), "coherence": (545, 525), "image": (765, 525),
}  # fmt: skip
"""Middle of each box of the poster; a link's two ends must have one."""
POSTER_HEIGHT: Final = 580.0


@frozen
class Step:
    """One arrow of a loop: from a measure (or a word of the catalogue) to the next, and which way it pushes."""

    start: str
    end: str
    way: Way


@frozen
class Loop:
    """A chain of causes that comes back to where it began; `strengthens` tells whether it feeds itself."""

    id: str
    steps: tuple[Step, ...]

    @property
    def strengthens(self) -> bool:
        """Tells whether an even number of its arrows go against their cause."""
        return sum(step.way.endswith("down") for step in self.steps) % 2 == 0


def _loop(id_: str, *parts: tuple[str, Way]) -> Loop:
    names = [name for name, _ in parts]
    ends = (*names[1:], names[0])
    return Loop(id_, tuple(Step(name, end, way) for (name, way), end in zip(parts, ends, strict=True)))


LOOPS: Final = (
    _loop("growth", ("prosperity", "down"), ("affordability", "down"), ("displaced", "down"), ("trust", "up"),
          ("welcome", "up"), ("lived", "up")),
    _loop("silence", ("sensing", "up"), ("profiling", "up"), ("control", "down"), ("participation", "maybe down")),
    _loop("showcase", ("image", "up"), ("private", "maybe up"), ("hightech", "up")),
    _loop("good_life", ("lived", "up"), ("participation", "up"), ("trust", "up"), ("welcome", "up")),
    _loop("constraint", ("restriction", "up"), ("control", "down"), ("participation", "up"), ("trust", "up"),
          ("welcome", "down")),
)  # fmt: skip
"""Each part: a place of the loop, and which way it pushes the next."""
