"""A workshop's own map of causes: signed arrows between measures, as values; several merged, two compared.

The form is that of fuzzy cognitive maps drawn with stakeholders (Penn et al. 2013, Humber; Gray et al. 2013, Mental
Modeler): people give signs and an order, three strengths each way, never sizes.
"""

from collections.abc import Sequence
from enum import Enum
from statistics import mean, median
from typing import Final

from attrs import frozen

from game.content.names import names_of
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId, Text

STRONGEST: Final = 3
"""Strengths go from −3 to 3: as many as people tell apart without a ruler."""
READ: Final = (IndicatorId("lived"), IndicatorId("displaced"), IndicatorId("coherence"), IndicatorId("restriction"))
"""The readings that an arrow may start from: those the dynamics know the start of. None can be pushed."""
AUTHOR_LONGEST: Final = 40
"""Characters of a name on a map: what fits beside it on a projected screen."""


class Moment(Enum):
    """When a map was drawn, seen from the game."""

    BEFORE = "before"
    """Before playing: what people believed."""
    DURING = "during"
    """In the middle of the session."""
    AFTER = "after"
    """After playing: what people believe now."""


class Merging(Enum):
    """How the strengths that several maps give an arrow become one."""

    MEDIAN = "median"
    """The middle one: an arrow stands when at least half of the maps draw it."""
    MEAN = "mean"
    """The average: a few strong arrows weigh as much as many weak ones."""


@frozen
class Arrow:
    """What leads to what: for a rise of the cause, the effect rises (1..3) or falls (−3..−1). Never 0."""

    from_: IndicatorId
    to: IndicatorId
    strength: int

    @property
    def id(self) -> str:
        """Returns the arrow's name, cause>effect, as a link of the rules would have it."""
        return f"{self.from_}>{self.to}"


@frozen
class CausalMap:
    """Arrows, and who drew them: a seat, a group, the room."""

    author: str
    arrows: tuple[Arrow, ...]

    @property
    def strengths(self) -> dict[str, int]:
        """Returns the strength of each arrow, by name."""
        return {arrow.id: arrow.strength for arrow in self.arrows}

    def with_arrow(self, arrow: Arrow) -> "CausalMap":
        """Returns the map with an arrow more, or with another strength for one it has."""
        if arrow.id not in self.strengths:
            return CausalMap(self.author, (*self.arrows, arrow))
        return CausalMap(self.author, tuple(arrow if each.id == arrow.id else each for each in self.arrows))

    def without(self, name: str) -> "CausalMap":
        """Returns the map without the arrow of that name."""
        return CausalMap(self.author, tuple(arrow for arrow in self.arrows if arrow.id != name))


def effects_of(rules: Rulebook) -> tuple[IndicatorId, ...]:
    """Returns what an arrow may lead to: what can be pushed."""
    return tuple(IndicatorId(name) for name in names_of(rules).cells)


def causes_of(rules: Rulebook) -> tuple[IndicatorId, ...]:
    """Returns what an arrow may start from: what can be pushed, then the readings."""
    known = names_of(rules).readings
    return (*effects_of(rules), *(name for name in READ if name in known))


def names_on_maps(rules: Rulebook) -> dict[IndicatorId, Text]:
    """Returns what people call each measure that an arrow may touch."""
    named: dict[IndicatorId, Text] = {each.id: each.name for each in rules.indicators}
    named |= {each.id: each.name for each in rules.city_variables}
    return named | {each.id: each.name for each in rules.readings if each.id in READ}


def is_sound(drawn: CausalMap, rules: Rulebook) -> bool:
    """Tells whether each arrow joins two measures of the rules, once, with a strength that means something."""
    causes, effects = set(causes_of(rules)), set(effects_of(rules))
    return len(drawn.strengths) == len(drawn.arrows) and all(
        arrow.from_ in causes
        and arrow.to in effects
        and arrow.from_ != arrow.to
        and arrow.strength in range(-STRONGEST, STRONGEST + 1)
        and arrow.strength != 0
        for arrow in drawn.arrows
    )


def merged(maps: Sequence[CausalMap], author: str, merging: Merging) -> CausalMap:
    """Returns one map for several: for each arrow the median or the mean strength, halves away from zero.

    A map that lacks an arrow counts as 0 for it; an arrow that comes to 0 is left out.
    """
    ends = {arrow.id: arrow for drawn in maps for arrow in drawn.arrows}
    middle = median if merging is Merging.MEDIAN else mean
    found = (
        (arrow, _rounded(float(middle([drawn.strengths.get(name, 0) for drawn in maps]))))
        for name, arrow in ends.items()
    )
    return CausalMap(author, tuple(Arrow(arrow.from_, arrow.to, strength) for arrow, strength in found if strength))


def _rounded(strength: float) -> int:
    return int(abs(strength) + 0.5) * (1 if strength > 0 else -1)


class Turn(Enum):
    """What became of an arrow from one map to another."""

    ADDED = "added"
    DROPPED = "dropped"
    REVERSED = "reversed"
    """The sign is the other one."""
    STRONGER = "stronger"
    WEAKER = "weaker"
    KEPT = "kept"


@frozen
class Change:
    """One arrow in two maps; a strength is 0 where a map lacks it."""

    from_: IndicatorId
    to: IndicatorId
    before: int
    after: int

    @property
    def turn(self) -> Turn:
        """Returns what became of the arrow."""
        if not self.before:
            return Turn.ADDED
        if not self.after:
            return Turn.DROPPED
        if (self.before > 0) != (self.after > 0):
            return Turn.REVERSED
        if self.before == self.after:
            return Turn.KEPT
        return Turn.STRONGER if abs(self.after) > abs(self.before) else Turn.WEAKER


@frozen
class Comparison:
    """Two maps side by side, arrow by arrow: those of the first in its order, then what the second adds."""

    changes: tuple[Change, ...]

    def of(self, turn: Turn) -> tuple[Change, ...]:
        """Returns the arrows of which that became."""
        return tuple(change for change in self.changes if change.turn is turn)

    @property
    def common(self) -> int:
        """Returns the share of arrows that both maps draw with the same sign, in % of all the arrows of either."""
        both = sum(change.turn in (Turn.KEPT, Turn.STRONGER, Turn.WEAKER) for change in self.changes)
        return round(100 * both / len(self.changes)) if self.changes else 100


def compared(before: CausalMap, after: CausalMap) -> Comparison:
    """Returns what became of each arrow from one map to another."""
    was, now = before.strengths, after.strengths
    ends = {arrow.id: arrow for arrow in (*before.arrows, *after.arrows)}
    return Comparison(
        tuple(Change(arrow.from_, arrow.to, was.get(name, 0), now.get(name, 0)) for name, arrow in ends.items())
    )
