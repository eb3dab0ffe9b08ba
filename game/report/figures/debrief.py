"""The whole of a debrief."""

import datetime

from attrs import frozen

from game.learning.pairs import Learnt
from game.report.figures.deciding import Budget, Close, Decision, Incident, Otherwise, Ruling
from game.report.figures.funding import Funding
from game.report.figures.levels import Account, Compass, Reading, Series
from game.report.figures.people import Announcement, DistrictFate, GivenWord, GroupFate, Opinions, Payoff, Plan, Seat
from game.report.figures.roles import RolePage
from game.report.figures.rules import Contested, Fact, Lifted, PlayedLine, RulePack
from game.report.hindsight import Commitment, Recorded, Ruler, WhatIf
from game.report.inventions import Invented
from game.report.mapfigures import MapStory
from game.report.rosterfigures import Presence


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
    blind_rounds: tuple[int, ...] = ()
    """Rounds whose outcome the table saw without its scores."""
    roles: tuple[RolePage, ...] = ()
    """One page for each role, in the order of the payoffs."""
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
    """Every line of play, the trunk first; empty where no branch was opened."""
    presence: Presence | None = None
    """Who sat where, when that changed."""
    otherwise: Otherwise | None = None
    """How else the city could have decided; None where nobody asked, as it takes seconds to play."""
    rulers: tuple[Ruler, ...] = ()
    """The session by the ruler of each vision, and by the room's own where it made one before it played."""
    what_ifs: tuple[WhatIf, ...] = ()
    """What the other answers would have made of the turning points; empty where nobody asked, as they are played."""
    commitments: tuple[Commitment, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    """What the session's files hold about each seat."""
    inventions: tuple[Invented, ...] = ()
    """The answers that the room invented."""
    funding: Funding | None = None
    """Who funded what; None where no participatory budget paid for anything."""
    learnt: Learnt | None = None
    """What a questionnaire before and after says; None where none was filled in."""
