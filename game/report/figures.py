"""What a debrief tells, as plain figures: the summary writes them from the journal, the page and the window read them.

Names and author texts are in one language already; sentences are made by the page. Levels, changes and shares are
milli-points (1 point or 1 % = 1000), money is in thousandths of a million euros; 0 is a number, None means unknown.
"""

import datetime
from typing import Literal

from attrs import frozen

from game.learning.pairs import Learnt
from game.report.hindsight import Commitment, Recorded, Ruler, WhatIf
from game.report.inventions import Invented
from game.report.mapfigures import MapStory
from game.report.rosterfigures import Presence

HeadlineId = Literal["economy", "ecology", "surveillance", "quality", "lived"]
"""The four gauges; `quality` is the one the town hall measures, `lived` the one its people feel."""
Good = Literal["up", "down"]
TechLevel = Literal["low", "mid", "high"]
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
        """Returns how far the level moved."""
        return self.after - self.before


@frozen
class Seat:
    """Who played which stakeholder."""

    stakeholder: str
    icon: str
    players: tuple[str, ...] = ()
    """Names of the people who shared the seat; empty for a computer player."""
    computer: bool = False


@frozen
class Ruling:
    """A way of deciding, and the first round it was used in."""

    since: int
    name: str


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
class Answer:
    """An answer to a challenge that somebody put on the table."""

    title: str
    tech: TechLevel
    proposers: tuple[str, ...]
    district: str = ""
    votes: int | None = None
    """Seats that voted for it; None where nobody voted, or where something else than seats was counted."""
    chosen: bool = False
    count: str = ""
    """What was counted for it, in words: votes, tokens, first places, a grade; empty where nothing was."""


@frozen
class Ballot:
    """One seat's vote; no answer means a vote for doing nothing."""

    seat: str
    answer: str = ""


@frozen
class Decision:
    """How a challenge was settled."""

    round: int
    challenge: str
    procedure: str
    answers: tuple[Answer, ...]
    ballots: tuple[Ballot, ...] = ()
    public: int = 0
    private: int = 0
    accepted: int | None = None
    """The share of people who take it up, at the end of the session; None when nothing was chosen."""
    contested: bool = False
    opens: int | None = None
    """The round in which it opened; None when it did not open in time."""
    why: str = ""
    """The decider's reason, when one was given."""
    steps: tuple[str, ...] = ()
    """How the count went, step by step; empty where nothing was counted."""

    @property
    def chosen(self) -> Answer | None:
        """Returns the answer that was decided, if any."""
        return next((answer for answer in self.answers if answer.chosen), None)


@frozen
class Budget:
    """The city's money, at the start and after each round."""

    balance: tuple[int, ...]
    floor: int
    """The debt the city may not pass; negative."""
    public: int
    private: int
    upkeep: int


@frozen
class Incident:
    """A shock that happened."""

    round: int
    title: str
    text: str
    district: str = ""
    why: str = ""
    """Its odds, what the city had passed, and when it was over."""


@frozen
class Close:
    """A shock that did not happen, and how near it came."""

    title: str
    told: str


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
class Counting:
    """What one rule of election would have made of the wishes of the whole session.

    `spent` in thousandths of M€; `empty` are the seats that wanted something and would have got nothing.
    """

    rule: str
    chosen: tuple[str, ...]
    spent: int
    empty: tuple[str, ...]
    nothing: int
    """How many seats that makes, where their names are kept from the page."""


@frozen
class WayPlayed:
    """The same city, luck and computer players under one way of deciding; levels in milli-points."""

    name: str
    opening: bool
    """Whether the session opened in it."""
    levels: tuple[int, ...]
    decided: int
    contested: int
    lost: int


@frozen
class Ways:
    """The ways of deciding side by side: what is measured, where it stood at the start, and each way's levels."""

    measures: tuple[str, ...]
    start: tuple[int, ...]
    played: tuple[WayPlayed, ...]


@frozen
class Otherwise:
    """How else the city could have decided: the session's wishes recounted, and the scenario in each of the ways."""

    recount: tuple[Counting, ...]
    ways: Ways


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


@frozen
class Contested:
    """A link of the rules that the room moved or erased."""

    round: int
    link: str
    say: str
    """The link in one plain sentence."""
    before: int
    after: int
    """Strengths, in thousandths of a point for every 10 points of change of the cause; 0 is erased."""


@frozen
class Lifted:
    """Something the facilitator showed everyone before its time, or covered again."""

    round: int
    what: str
    shown: bool


@frozen
class PlayedLine:
    """A line of play: the trunk, or a branch, where it left its parent, and where it stands; gauges in milli-points."""

    name: str
    parent: str
    left: str
    reached: str
    rounds: int
    levels: tuple[tuple[str, int], ...]
    told: bool
    """Whether it is the line that this debrief tells."""


@frozen
class Differing:
    """One thing that a rule pack has otherwise than the paper's rules."""

    what: tuple[str, ...]
    """What differs, from what to what; several things that one reason explains."""
    because: str
    source: str
    link: str = ""
    """The id of the link it is about, if any."""
    was: str = ""
    """What the paper's rules have for that link."""


@frozen
class RulePack:
    """The rules the session was played with, when they are not the paper's."""

    name: str
    about: str
    author: str
    differing: tuple[Differing, ...]
    departs_on: tuple[tuple[str, str], ...]
    """The paper's claims that do not hold under these rules: number, sentence."""


@frozen
class Fact:
    """Something the scenario tells, and who published it; no source where it is invented."""

    say: str
    source: str


@frozen
class Debrief:
    """Everything a debrief shows, in one language."""

    language: str
    title: str
    """The scenario's title."""
    summary: str
    city: str
    date: datetime.date
    rounds: int
    """Rounds played."""
    series: tuple[Series, ...]
    """Economy, ecology, surveillance, quality as measured, quality as lived."""
    dimensions: tuple[Reading, ...]
    """The six of smart-city rankings."""
    warning: str
    """What the paper says of aiming at them."""
    readings: tuple[Reading, ...]
    """What the gauges do not show: equity, the worst-off fifth, trust, participation, dependency, …"""
    compass: Compass
    accounts: tuple[Account, ...]
    """One a headline, over the whole session."""
    turning_points: tuple[Account, ...]
    """The rounds that changed most, in the order they were played."""
    groups: tuple[GroupFate, ...]
    districts: tuple[DistrictFate, ...]
    plan: Plan
    decisions: tuple[Decision, ...]
    budget: Budget
    incidents: tuple[Incident, ...]
    close: tuple[Close, ...]
    payoffs: tuple[Payoff, ...]
    announcements: tuple[Announcement, ...]
    given_words: tuple[GivenWord, ...]
    opinions: Opinions | None
    contested: tuple[Contested, ...]
    lifted: tuple[Lifted, ...]
    questions: tuple[str, ...]
    seats: tuple[Seat, ...]
    rulings: tuple[Ruling, ...]
    inspired_by: str
    real_and_invented: str
    sources: tuple[str, ...]
    seed: int
    version: str
    place: str = ""
    """Where the workshop was held, when the facilitator said so."""
    facts: tuple[Fact, ...] = ()
    """What the scenario tells as true, or as invented."""
    journal: str = ""
    """The journal's file name, from which the session can be replayed."""
    rules: RulePack | None = None
    """The rule pack played with; None for the paper's own rules."""
    maps: MapStory | None = None
    """The participants' own maps of causes, when they drew some."""
    branches: tuple[PlayedLine, ...] = ()
    presence: Presence | None = None
    """Who sat where, when that changed."""
    """Every line of play, the trunk first; empty where no branch was opened."""
    otherwise: Otherwise | None = None
    """How else the city could have decided; None where nobody asked, as it takes seconds to play."""
    inventions: tuple[Invented, ...] = ()
    """The answers that the room invented."""
    rulers: tuple[Ruler, ...] = ()
    """The session by the ruler of each vision, and by the room's own where it made one before it played."""
    what_ifs: tuple[WhatIf, ...] = ()
    """What the other answers would have made of the turning points; empty where nobody asked, as they are played."""
    commitments: tuple[Commitment, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    """What the session's files hold about each seat."""
    learnt: Learnt | None = None
    """What a questionnaire before and after says; None where none was filled in."""
