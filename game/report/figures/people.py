"""Whom it happened to: groups, districts and seats, and what seats were promised."""

from typing import Literal

from attrs import frozen

from game.report.figures.levels import Good, Point, Shift


@frozen
class Seat:
    """Who played which stakeholder."""

    stakeholder: str
    icon: str
    players: tuple[str, ...] = ()
    """Names of the people who shared the seat; empty for a computer player."""
    computer: bool = False


@frozen
class GroupFate:
    """What became of a group of people."""

    id: str
    name: str
    people: int
    """Share of the city's people at the start."""
    satisfaction: Shift
    displaced: int
    """Share of the group that had to leave."""
    leavers: int | None = None
    """How many people that is; None when the scenario does not say how many live there."""


@frozen
class DistrictFate:
    """What became of a district."""

    id: str
    name: str
    levels: tuple[Shift, ...]
    """In the order of the debrief's series; those a district does not have are absent from its end."""
    outline: tuple[Point, ...] = ()
    displaced: int = 0


@frozen
class Plan:
    """The city's map, in the scenario's coordinates."""

    size: Point
    river: tuple[Point, ...] = ()
    river_width: float = 0.0
    sea: tuple[Point, ...] = ()


@frozen
class Watched:
    """Something a stakeholder follows."""

    name: str
    want: Good
    shift: Shift

    @property
    def kept(self) -> bool:
        """Tells whether it moved the way the stakeholder wants."""
        return self.shift.change > 0 if self.want == "up" else self.shift.change < 0


@frozen
class Payoff:
    """What a stakeholder got out of the session."""

    stakeholder: str
    aim: str
    secret: str
    score: Shift
    """0..100: how close the city is to what the stakeholder wants, its secret aim included."""
    watches: tuple[Watched, ...]
    secret_watch: Watched
    id: str = ""


@frozen
class Announcement:
    """What was promised on a headline, and what came of it."""

    intervention: str
    round: int
    headline: str
    announced: int
    delivered: int


@frozen
class GivenWord:
    """A promise of one seat to another, and what came of it."""

    round: int
    told: str
    """Who promised what to whom, in one sentence."""
    fate: Literal["kept", "broken", "untested"]


@frozen
class Agreement:
    """What the room thinks of one seat's argument, in people; those who left it empty are not counted."""

    seat: str
    argument: str
    agree: int
    disagree: int
    passed: int


@frozen
class Person:
    """One person on the map of opinions, from -1 to 1 across and upward, and the group it seems to belong to."""

    x: float
    y: float
    group: int


@frozen
class Grouping:
    """A guess at who thinks alike; statements by their place: agreed on by every group, and dividing them most."""

    people: tuple[Person, ...]
    agreed: tuple[int, ...]
    dividing: tuple[int, ...]


@frozen
class Opinions:
    """A poll of the room: how many took part, each argument's support, and groups where there seem to be some."""

    people: int
    statements: tuple[Agreement, ...]
    grouping: Grouping | None
