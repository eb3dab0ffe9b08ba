"""What the rules are held to: a reference city to try them on, and the paper's claims as checks on it.

`rules/reference.yaml` holds a Reference, `rules/checks.yaml` the Claims.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Final, Literal

from attrs import field, frozen

from game.content.cards import DataKind, Leaning
from game.content.shapes import (
    About,
    Between,
    ChallengeId,
    Count,
    DistrictId,
    GroupId,
    IndicatorId,
    InterventionId,
    Level,
    Line,
    Points,
    ProcedureId,
    Rounds,
)

TechName = Literal["low", "mid", "high"]
AtRound = Annotated[int, Between(0, 60)]

NOTHING: Final = "nothing"
"""The path where nothing is decided: what a run is on unless it says otherwise."""
EVERYWHERE: Final = DistrictId("everywhere")
"""The focus of a run that serves no district first."""
TALLIES: Final = ("public", "private", "investment", "income", "acceptance", "opening", "decisions")
"""What may be read off the decisions: money in M€, mean acceptance in points, last opening in rounds, a count."""
FORMULAS: Final = ("spread", "ecology_per_surveillance")
"""What may be read by a formula of its own, in `game.city.yardstick`."""


@frozen
class BareCard:
    """An intervention without its words: what it costs, asks and changes, as in a scenario."""

    leaning: Leaning
    cost: Annotated[float, Between(0, 30)]
    build: Rounds
    settling: Annotated[int, Between(1, 8)]
    adoption: Annotated[float, Between(0, 100)]
    restriction: Annotated[int, Between(0, 3)]
    data: DataKind
    effects: Mapping[IndicatorId, Points]
    requires: Mapping[IndicatorId, Level] = field(factory=dict)


@frozen
class BareDistrict:
    """A district without its place on a map: who lives there and where it starts."""

    population: Annotated[
        Mapping[GroupId, Annotated[float, Between(0, 100)]], About("share of the whole city's people, in %")
    ]
    base: Mapping[IndicatorId, Level]


@frozen
class Way:
    """A way through the cards, taken as fast as money and time allow."""

    procedure: ProcedureId
    takes: Annotated[Mapping[ChallengeId, TechName], About("the answer chosen for each challenge")]
    order: Annotated[tuple[ChallengeId, ...], About("the order of the challenges, when not the usual one")] = ()
    focus: Annotated[DistrictId | None, About("the district served first")] = None
    procedures: Annotated[Mapping[ChallengeId, ProcedureId], About("challenges decided in another way")] = field(
        factory=dict
    )


@frozen
class Reference:
    """A city to try the rules on, its cards, and the ways through them that the claims speak of."""

    start: Annotated[Mapping[IndicatorId, Level], About("where each variable of the whole city starts")]
    upkeep: Annotated[
        Mapping[TechName, Annotated[float, Between(0, 100)]], About("% of the cost a round, once it is open")
    ]
    order: Annotated[tuple[ChallengeId, ...], About("the usual order of the challenges")]
    districts: Mapping[DistrictId, BareDistrict]
    cards: Annotated[Mapping[InterventionId, BareCard], About("named challenge.tech, as in care.low")]
    paths: Mapping[str, Way]


@frozen
class Change:
    """A card altered for one run; what is not named stays."""

    effects: Mapping[IndicatorId, Points] = field(factory=dict)
    data: DataKind | None = None


@frozen
class Run:
    """A way through the cards, or several, and what is done otherwise on it."""

    path: str = NOTHING
    paths: Annotated[tuple[str, ...], About("several paths in place of one")] = ()
    add: Annotated[tuple[InterventionId, ...], About("cards taken too, in place of any other answer")] = ()
    drop: Annotated[tuple[ChallengeId, ...], About("challenges left without an answer")] = ()
    procedure: Annotated[ProcedureId | None, About("decides everything in this way")] = None
    focus: Annotated[DistrictId | None, About("the district served first; `everywhere` for none")] = None
    order: tuple[ChallengeId, ...] = ()
    erase: Annotated[tuple[str, ...], About("links that stay mute, as in control>participation")] = ()
    set: Annotated[Mapping[str, float], About("numbers of the rules, as in finance.image_per10")] = field(factory=dict)
    change: Mapping[InterventionId, Change] = field(factory=dict)
    at: Annotated[AtRound | None, About("the round this side is read at, when not the other's; 0 is the start")] = None


@frozen
class Bound:
    """Where a reading must stand: above `gt`, below `lt`, or both."""

    gt: float | None = None
    lt: float | None = None


@frozen(kw_only=True)
class Comparison:
    """A run read at one round, beside another run if there is one.

    A reading is a level of the rules, one of TALLIES, of FORMULAS or of the averages, `displaced.<group>` or
    `welcome.<card>`; several may be added or subtracted, as in `image + trust`.
    """

    run: Run
    expect: Annotated[Mapping[str, Bound], About("reading -> bound of it, or of its difference from `against`")]
    against: Run | None = None
    at: AtRound = 12
    taken: Annotated[
        Literal["each", "mean"], About("several paths: each beside each, or the mean beside the mean")
    ] = "each"


class Voice(Enum):
    """Who says it in the paper."""

    DECIDERS = "deciders"
    """Institutional deciders interviewed; their claims are aims, not results."""
    ASSOCIATIONS = "associations"
    """People of associations interviewed, about their own vision."""
    LITERATURE = "literature"
    """Works that the paper cites."""
    WRITERS = "writers"
    """The argument of its writers."""


Voices = Annotated[tuple[Voice, ...], Count(1, 4)]


@frozen(kw_only=True)
class Check(Comparison):
    """A claim of the paper, as comparisons that must all hold."""

    claim: Annotated[str, About("its number, as in C41")]
    said_by: Voices
    describe: Annotated[Line, About("the claim in one plain sentence")]
    also: Annotated[tuple[Comparison, ...], About("what must hold besides")] = ()

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Returns all that must hold."""
        return (self, *self.also)


@frozen
class Explored:
    """A claim that takes thousands of runs to try: what was found, and how."""

    claim: str
    said_by: Voices
    describe: Line
    found: Line
    by: Annotated[
        Literal["every_plan", "random_cities"] | None, About("how `check rules --long` tries it; else it is only told")
    ] = None
    procedures: Annotated[tuple[ProcedureId, ...], About("the ways of deciding it is tried with; none: all")] = ()


@frozen
class LinkChecks:
    """Each link alone: its cause is pushed up and held, and its effect must move as said."""

    push: Points
    rounds: Annotated[int, Between(1, 60)]
    moves: Annotated[Mapping[str, Literal["up", "down"]], About("link -> where its effect goes")]


@frozen
class CardException:
    """An effect that a card alone does not have in the end, and why that is right."""

    card: InterventionId
    procedure: ProcedureId
    indicator: IndicatorId
    why: Line


@frozen
class CardChecks:
    """Each card alone, against the same city without it: every effect must move in its sign."""

    procedures: Annotated[tuple[ProcedureId, ...], Count(1, 8)]
    at: Annotated[int, Between(1, 60)]
    exceptions: tuple[CardException, ...] = ()


@frozen
class Claims:
    """Everything the rules are held to."""

    checks: tuple[Check, ...]
    averages: Annotated[Mapping[str, tuple[IndicatorId, ...]], About("readings of one's own")] = field(factory=dict)
    explored: tuple[Explored, ...] = ()
    links: LinkChecks | None = None
    cards: CardChecks | None = None
