"""How the city decided: answers, votes, money, shocks, and how else it could have been decided."""

from typing import Literal

from attrs import frozen

TechLevel = Literal["low", "mid", "high"]


@frozen
class Ruling:
    """A way of deciding, and the first round it was used in."""

    since: int
    name: str


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
    """What the city paid for what was decided."""
    private: int
    """What investors paid for it."""
    upkeep: int
    deciding: int = 0
    """What the city paid beside: for deciding itself, and for data clauses."""

    @property
    def sums(self) -> tuple[tuple[str, int], ...]:
        """Returns what was paid over the session, by the key of its name; deciding only where it cost something."""
        paid = (("report.budget.public", self.public), ("report.budget.private", self.private))
        beside = (("report.budget.deciding", self.deciding),) if self.deciding else ()
        return (*paid, *beside, ("report.budget.upkeep", self.upkeep))


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
