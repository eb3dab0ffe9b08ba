"""What a debrief adds in hindsight, as plain figures: rulers, what-ifs, commitments, what was recorded.

Names are in one language already. Levels, changes and shares are milli-points.
"""

from attrs import frozen

from game.city.apart import apart
from game.report.mapfigures import MapLevel


@frozen
class Measured:
    """One level that a ruler looks at: its weight in %, what it gives to the score at the start and now.

    Where less of it is better, `inverted`, it gives what is missing to 100.
    """

    of: str
    name: str
    weight: int
    inverted: bool
    level: int
    before: int
    after: int


@frozen
class Ruler:
    """A session measured by one ruler, 0..100; the parts sum to the scores exactly."""

    id: str
    name: str
    counts: str
    """What success is for it."""
    before: int
    after: int
    parts: tuple[Measured, ...]
    own: bool = False
    """Whether it is the room's."""

    @property
    def change(self) -> int:
        """Returns how far the score moved, as its two ends are read."""
        return apart(self.before, self.after)


@frozen
class WhatIf:
    """A session as it would have gone, beside the one that was played."""

    round: int
    what: str
    """The answer, or the way of deciding, that would have come of it; empty for none."""
    was: str
    """The one that was chosen."""
    told: str
    """What would have been different, in one sentence."""
    how: str
    """How the rest was played, in plain words."""
    came: str
    """That the answer lost all the same; empty when it did not."""
    gauges: tuple[MapLevel, ...]
    """The four indicators, then lived quality and the worst-off fifth."""
    visions: tuple[MapLevel, ...]
    """Shares of the visions, in thousandths of a %."""
    groups: tuple[MapLevel, ...]
    """How satisfied each group is."""
    seats: tuple[MapLevel, ...]
    """How close the city is to what each stakeholder wants."""
    swapped: bool = False
    """Whether those who backed the answer that was chosen back the other one, and the reverse."""


@frozen
class Commitment:
    """What a seat will do after the session, in its own words."""

    seat: str
    name: str
    words: str


@frozen
class RoomRecorded:
    """What the files of a session hold about the room as a whole, and which files those are."""

    authors: tuple[str, ...]
    """Of maps of causes."""
    branches: tuple[str, ...]
    """The names of lines of play."""
    notes: tuple[str, ...]
    """The facilitator's."""
    forgotten: tuple[str, ...]
    """What was deleted, and when."""
    files: tuple[str, ...]
    """The names of all the session's files; none where it is not kept."""

    def of(self, part: str) -> tuple[str, ...]:
        """Returns what can be deleted by itself under that name: `maps`, `branches` or `notes`."""
        return {"maps": self.authors, "branches": self.branches, "notes": self.notes}[part]


@frozen
class Recorded:
    """Everything the files of a session hold about one seat."""

    seat: str
    name: str
    held: str
    """Who sits there, in one sentence."""
    people: tuple[str, ...]
    deeds: tuple[str, ...]
    """Each move, in words and in order."""
    ballots: str
    """How many ballots it cast, and who can read them."""
    cast: str
    """The same in a word or two, for a cell of a table."""
    texts: tuple[str, ...]
    """Words that people typed."""
    commitment: str
    forgotten: tuple[str, ...]
    """What was deleted, and when."""
    kept: tuple[str, ...] = ()
    """The files of its answers that were kept beside a scenario, outside those of the session."""

    @property
    def personal(self) -> bool:
        """Tells whether anything can be deleted."""
        return bool(self.people or self.texts or self.commitment)
