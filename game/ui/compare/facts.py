"""Rows of a comparison: a question, and what each answer says to it, so that the eye goes across."""

from attrs import frozen

from game.city.prospect import Span


@frozen
class Cell:
    """What one answer says: words that stand out, a second line, a level on the row's own scale, or a forecast."""

    told: str
    note: str = ""
    level: float | None = None
    """Of the largest of the row, 0 to 1."""
    span: Span | None = None
    drawn: bool = True
    """Whether a forecast is drawn as well as told."""
    press: "Asked | None" = None
    """What pressing it sends, where there is more to know."""
    locked: bool = False
    """Whether it says only that something is not shown yet."""


@frozen
class Fact:
    """A row: what is asked, and one cell an answer, in the order of the answers."""

    key: str
    name: str
    icon: str
    cells: tuple[Cell, ...]
    colour: str = "accent"

    @property
    def alike(self) -> bool:
        """Whether all the answers say the same, so that there is nothing to choose by."""
        return len({(cell.told, cell.note) for cell in self.cells}) == 1

    @property
    def extent(self) -> int:
        """The largest milli-points of its forecasts, at least a few points, so that small ones look small."""
        ends = (abs(end) for cell in self.cells if cell.span for end in (cell.span.low, cell.span.high))
        return max(5_000, *ends, 0)


@frozen
class Asked:
    """Pressing this asks why: an answer, and the gauge, group or district that is foreseen."""

    answer: str
    of: str
    name: str
