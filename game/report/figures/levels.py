"""Levels of the city and what moved them: gauges, readings, the compass, accounts whose causes sum to a change."""

from typing import Literal

from attrs import frozen

from game.city.apart import apart
from game.city.visions import percents

HeadlineId = Literal["economy", "ecology", "surveillance", "quality", "lived"]
"""The four gauges; `quality` is the one the town hall measures, `lived` the one its people feel."""
Good = Literal["up", "down"]
CauseKind = Literal[
    "intervention", "shock", "link", "procedure", "pressure", "data", "people", "place", "income", "cost", "remainder"
]
"""`data` are data sets crossed; `people` is who left or stayed, or a group's part; `place` is a district's part;
`income` and `cost` are lines of a ledger; `remainder` is what saturation or clipping took."""
Unit = Literal["points", "money", "time"]
"""What an account is counted in: points of a level, millions of euros, points of time; thousandths of each."""
Point = tuple[float, float]


@frozen
class Shift:
    """A level at the start and at the end."""

    before: int
    after: int

    @property
    def change(self) -> int:
        """Returns how far the level moved, as its two ends are read."""
        return apart(self.before, self.after)


@frozen
class Series:
    """A headline, at the start and after each round."""

    id: HeadlineId
    name: str
    good: Good
    values: tuple[int, ...]
    """The start, then one level for each round played."""

    @property
    def shift(self) -> Shift:
        """Returns the first and the last level."""
        return Shift(self.values[0], self.values[-1])


@frozen
class Reading:
    """A named level before and after: a dimension of the radar, equity, trust, …"""

    id: str
    name: str
    shift: Shift
    good: Good = "up"
    about: str = ""
    """What it means, in one line."""


@frozen
class VisionShare:
    """How much of the final city a vision explains, and where the vision stands on the compass."""

    id: str
    name: str
    about: str
    share: int
    place: Point
    """Along the compass' two axes, each 0..100."""


@frozen
class Bearing:
    """One of the two axes drawn on the compass."""

    name: str
    """What grows along it: ecology, surveillance, …"""


@frozen
class Compass:
    """The mixture of visions the city turned out to be, and the way it went there."""

    visions: tuple[VisionShare, ...]
    """Largest share first; the shares sum to 100 %."""
    across: Bearing
    upward: Bearing
    path: tuple[Point, ...]
    """The city's place at the start and after each round, each coordinate 0..100 of what a city can reach."""
    patchwork: bool = False
    """True when no vision is near: the city is a patchwork."""

    @property
    def percents(self) -> dict[str, int]:
        """The share of each vision as it is told: whole percents that sum to 100."""
        return percents({vision.id: vision.share for vision in self.visions})


@frozen
class Cause:
    """One part of a change."""

    name: str
    kind: CauseKind
    amount: int
    source: str = ""
    """What the effect rests on, as a reader can look it up; empty when it needs none."""


@frozen
class Account:
    """A headline's change between two rounds, and the causes that sum to it exactly."""

    headline: HeadlineId
    name: str
    good: Good
    since: int
    """The round whose end is the starting level; 0 is the start of the session."""
    until: int
    shift: Shift
    causes: tuple[Cause, ...]
    unit: Unit = "points"
