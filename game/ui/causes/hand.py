"""What the people hold while they draw: the arrow in the making, and what pressing something asks for."""

from pathlib import Path
from typing import Literal, Self

from attrs import evolve, frozen

from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.maplinks import Laid
from game.content.shapes import IndicatorId

View = Literal["before", "during", "after", "rules", "changes", "beside"]
End = Literal["cause", "effect"]


@frozen
class Hand:
    """The arrow in the making; an end not chosen yet is None."""

    cause: IndicatorId | None = None
    effect: IndicatorId | None = None
    strength: int = 2

    @property
    def arrow(self) -> Arrow | None:
        """Returns the arrow once both its ends are chosen."""
        if self.cause is None or self.effect is None or self.cause == self.effect:
            return None
        return Arrow(self.cause, self.effect, self.strength)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Returns the ends chosen."""
        return tuple(end for end in (self.cause, self.effect) if end is not None)

    def with_end(self, end: End, name: IndicatorId) -> Self:
        """Returns the hand with an end chosen from a list; an arrow never comes back to where it starts."""
        other: End = "effect" if end == "cause" else "cause"
        kept: IndicatorId | None = getattr(self, other)
        ends = {end: name, other: None if kept == name else kept}
        return evolve(self, cause=ends["cause"], effect=ends["effect"])

    def touched(self, name: IndicatorId, ends_arrows: bool) -> Self:
        """Returns the hand after a measure is pressed on the ring: first the cause, then the effect, then anew."""
        if name == self.cause and self.effect is None:
            return evolve(self, cause=None)
        if self.cause is None or self.effect is not None or not ends_arrows:
            return evolve(self, cause=name, effect=None)
        return evolve(self, effect=name)


@frozen
class Touch:
    """A measure was pressed on the ring."""

    name: IndicatorId


@frozen
class Choose:
    """An end is to be chosen from the list of measures; "" closes the list."""

    end: End | Literal[""]


@frozen
class Chosen:
    """An end was chosen from the list."""

    end: End
    name: IndicatorId


@frozen
class Strength:
    """The arrow in hand gets another strength."""

    strength: int


@frozen
class Take:
    """An arrow of the map is taken in hand."""

    arrow: Arrow


@frozen
class Put:
    """The arrow in hand goes on the map."""


@frozen
class Erase:
    """An arrow of the map is erased."""

    name: str


@frozen
class Written:
    """The author's name was changed."""

    author: str


@frozen
class Open:
    """Another page is opened."""

    view: View


@frozen
class OpenMap:
    """A map of another author is taken in hand."""

    map: CausalMap


@frozen
class Keep:
    """The map goes on the wall and in the journal."""


@frozen
class Save:
    """The map is saved as CSV."""


@frozen
class Shelf:
    """The files that can be loaded are shown, or put away."""

    shown: bool


@frozen
class Load:
    """A map is loaded from a file."""

    file: Path


@frozen
class Lay:
    """How the map takes its place among the rules' links, on the page of what would have been."""

    laid: Laid


@frozen
class Weigh:
    """Which moment's map is run beside the session."""

    moment: Moment


@frozen
class Ask:
    """Which level the causes of a difference are shown for."""

    name: str
