"""The rules of the city as data: every tunable number with its unit, its range and its source."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Literal

from attrs import frozen

from game.content.cards import Shock
from game.content.inventing import Inventing
from game.content.numbers import ByData, ByTech, Coefficient, Curve
from game.content.reveals import Reveal
from game.content.rulers import Rulers
from game.content.shapes import (
    About,
    Between,
    Count,
    GroupId,
    HeadlineId,
    Icon,
    IndicatorId,
    Line,
    Paragraph,
    ProcedureId,
    SourceId,
    Title,
)
from game.content.timing import Coach, PhaseRule, Workshop
from game.content.watching import Combination, DataSet, Powers

Good = Literal["up", "down"]
"""Which way is better: a value judgement, kept apart from the dynamics."""
FirstOrder = Annotated[
    Literal["any", "gain", "none"],
    About("how a project may move it by itself: either way, only for the better, not at all; links do the rest"),
]


@frozen
class Headline:
    """One of the four gauges: a weighted mean of sub-indicators."""

    id: HeadlineId
    name: Title
    about: Line
    icon: Icon
    good: Good


@frozen
class Indicator:
    """A sub-indicator that every district has."""

    id: IndicatorId
    name: Title
    about: Line
    headline: HeadlineId
    weight: Annotated[int, Between(0, 100), About("share of its gauge, in %; the weights of a gauge sum to 100")]
    good: Good
    least_settling: Annotated[int, Between(1, 8), About("rounds of inertia at least: ties change slowly")] = 1
    first_order: FirstOrder = "any"


@frozen
class CityVariable:
    """Something the city has as a whole."""

    id: IndicatorId
    name: Title
    about: Line
    good: Good
    least_settling: Annotated[int, Between(1, 8)] = 1
    falls_slower: Annotated[int, Between(1, 12), About("how many times slower it falls than it rises")] = 1
    first_order: FirstOrder = "any"


@frozen
class Reading:
    """A figure read off the people or the decisions, that links may start from: lived, displaced, …"""

    id: IndicatorId
    name: Title
    about: Line
    good: Good


@frozen
class Group:
    """People who weigh the city in the same way."""

    id: GroupId
    name: Title
    about: Line
    leave: Annotated[Coefficient, About("% who leave a round, per 10 points of affordability lost")]
    restriction: Annotated[Coefficient, About("how strongly restrictions are felt; 1 is the average")]
    weights: Annotated[
        Mapping[str, Annotated[int, Between(0, 100)]],
        About("what they weigh, in %, summing to 100; a leading - counts 100 - x"),
    ]
    source: SourceId


class Kind(Enum):
    """Who vouches for a link."""

    CLAIM = "claim"
    """A claim of the paper."""
    HYPOTHESIS = "hypothesis"
    """A hypothesis of ours."""
    WORKSHOP = "workshop"
    """The workshop's own."""
    PACK = "pack"
    """The rule pack's that is played with."""


@frozen
class Coupling:
    """A link: so many points of effect for every 10 points of change of the cause."""

    from_: IndicatorId
    to: IndicatorId
    per10: Annotated[float, Between(-8, 8)]
    low: Annotated[float, Between(-8, 8)]
    high: Annotated[float, Between(-8, 8)]
    settling: Annotated[int, Between(1, 8)]
    kind: Kind
    claims: Annotated[tuple[str, ...], About("numbers of the paper's claims, as in C18")]
    source: SourceId
    say: Annotated[Line, About("the link in one plain sentence")]
    because: Annotated[Paragraph, About("how, who says so, what is ours, what may be doubted, where to see it")]
    when: Literal["any", "above", "below"] = "any"
    damped_by: IndicatorId | None = None
    poster: Annotated[bool, About("one of the few that carry the essentials, to be shown first")] = False

    @property
    def id(self) -> str:
        """Returns the link's name, cause>effect."""
        return f"{self.from_}>{self.to}"


@frozen
class Acceptance:
    """What makes people take up an intervention (model.md, equation 5)."""

    base: Coefficient
    least: Coefficient
    trust: Coefficient
    trust_neutral: Annotated[Coefficient, About("the trust that neither helps nor hurts")]
    literacy: Coefficient
    literacy_neutral: Annotated[Coefficient, About("the digital literacy that neither helps nor hurts")]
    restriction: Coefficient
    data: ByData
    novelty: Coefficient
    novelty_rounds: Coefficient
    fit: Annotated[Coefficient, About("bonus at full softening: the offer was shaped with its users")]
    civic_load: ByTech
    civic_capacity: Coefficient
    civic_penalty: Coefficient
    contested_below: Coefficient
    contested_delay: Coefficient
    adoption: Curve
    quality_share: Annotated[Coefficient, About("least share of a benefit on the quality gauge that needs adoption")]


@frozen
class Safeguards:
    """How much of the harm a soft procedure designs out, per unit of softening (equation 1)."""

    surveillance: Coefficient
    social: Coefficient
    efficiency: Annotated[Coefficient, About("price: share of the economic gain of personal data given up")]


@frozen
class People:
    """How people feel and leave (equations 6 to 10)."""

    restriction_unit: Coefficient
    ecology_seen: Annotated[Coefficient, About("% of ecological gains that residents notice")]
    displaced_satisfaction: Coefficient


@frozen
class Finance:
    """Money and time (equation 12)."""

    start: Coefficient
    income: Coefficient
    income_per10: Annotated[Coefficient, About("M€ a round for 10 points of prosperity gained")]
    debt_floor: Coefficient
    private: Annotated[ByTech, About("share of the cost that investors pay, in %")]
    private_most: Coefficient
    image_per10: Coefficient
    softening_cut: Annotated[Coefficient, About("share of private money lost at full softening")]
    time_per_round: Coefficient
    time_most: Coefficient
    challenges_per_round: Coefficient


@frozen
class Dynamics:
    """How sources add up and where they land (equations 1 and 4)."""

    saturation: Curve
    focus_reach: Annotated[Coefficient, About("strength in the chosen district, in %")]
    practice_settling: Coefficient
    damping_most: Annotated[Coefficient, About("how much a damped link may be amplified when its damper falls")]
    coherence_least: Annotated[Coefficient, About("interventions needed before coherence is read")]
    coherence_unknown: Coefficient


@frozen
class Procedure:
    """A way of deciding: what it says, costs and makes of the city while it is in use."""

    id: ProcedureId
    name: Title
    say: Line
    icon: Icon
    legitimacy: Coefficient
    softening: Coefficient
    time: Coefficient
    delay: Coefficient
    money: Annotated[Coefficient, About("M€ that each decision costs")]
    reach: Annotated[Coefficient, About("share of the residents who are heard; it is read, and moves nothing")]
    practice: Annotated[Mapping[IndicatorId, float], About("points held while the city decides this way")]
    source: SourceId


@frozen
class Deciding:
    """How the ways of deciding count, wait, choose among equals and may be changed."""

    quorum: Annotated[Coefficient, About("share of the seats that must have voted, in %")]
    tie: Literal["first_proposed", "cheapest", "status_quo"]
    pass_grade: Annotated[Coefficient, About("the least median grade of an expert committee, 0 to 5")]
    tokens: Annotated[Coefficient, About("tokens each seat hands out in a participatory budget")]
    envelope: Annotated[Coefficient, About("share of what the city can pay that is put to the vote, in %")]
    every: Annotated[Coefficient, About("rounds between two votes of a participatory budget")]
    completion: Annotated[Coefficient, About("k€ added to each purse to spend what equal shares leave")]
    foresight: Annotated[Coefficient, About("rounds the optimiser looks ahead")]
    watches: Annotated[
        Mapping[HeadlineId, Annotated[int, Between(-10, 10)]], About("what it is told to watch, and what each counts")
    ]
    veto: Annotated[Coefficient, About("time that refusing its pick costs")]
    ask_again: Annotated[Coefficient, About("times the seats are asked for their consent before it is put off")]
    change_time: Annotated[Coefficient, About("time that changing the way of deciding takes")]
    change_wait: Annotated[Coefficient, About("rounds before it may be changed again")]


@frozen
class Cocreation:
    """What a proposal gains by being amended and carried by several."""

    legitimacy: Annotated[Coefficient, About("points of reception for each co-author")]
    softening: Annotated[Coefficient, About("softening for each co-author, in %")]
    most: Annotated[Coefficient, About("co-authors beyond whom one more changes nothing")]
    time: Annotated[Coefficient, About("time that each amendment accepted takes")]
    clause: Annotated[Coefficient, About("softening that a data clause adds, in %")]
    clause_later: Annotated[Coefficient, About("share of its cost that a clause on an open project costs, in %")]


@frozen
class Pressure:
    """A slow force that acts on its own, each round until its cap."""

    id: str
    name: Title
    per_round: Mapping[IndicatorId, float]
    rounds: Annotated[int, Between(1, 40)]
    source: SourceId


@frozen
class Chances:
    """How shocks share the rounds out."""

    most_new: Annotated[Coefficient, About("shocks that may begin in one round")]
    likelihood: Annotated[Coefficient, About("what every accident's odds are multiplied by, in %; 0 leaves none")]
    most: Annotated[Coefficient, About("odds that no accident passes, in %")]
    rest: Annotated[Coefficient, About("rounds an accident stays away once it is over")]
    near: Annotated[Coefficient, About("points from all its thresholds within which a debrief tells a shock as close")]


@frozen
class Reception:
    """What tells a promise kept, and a project used: read by shocks."""

    promises_due: Annotated[Coefficient, About("rounds after its opening from which a project must keep its promises")]
    used_from: Annotated[Coefficient, About("adoption under which a project counts as hardly used, in %")]


@frozen
class Axis:
    """An axis of the compass: the range a city can reach."""

    of: str
    low: float
    high: float


@frozen
class Gate:
    """A condition a city must meet before a vision is offered."""

    of: str
    low: Annotated[float, Between(0, 100)] = 0
    high: Annotated[float, Between(0, 100)] = 100


@frozen
class Vision:
    """What a city may turn out to be: a place on the axes, scaled 0..100."""

    id: str
    name: Title
    about: Line
    icon: Icon
    place: Mapping[str, Annotated[float, Between(0, 100)]]
    gates: tuple[Gate, ...] = ()


@frozen
class Visions:
    """The compass."""

    axes: tuple[Axis, ...]
    prototypes: tuple[Vision, ...]
    patchwork: Vision
    patchwork_over: Annotated[Coefficient, About("mean distance beyond which no vision fits")]
    slight_under: Annotated[Coefficient, About("answers a round under which hardly anything was decided")]
    source: SourceId


@frozen
class Dimension:
    """One of the six dimensions of smart-city rankings, as a weighted reading of ours."""

    id: str
    name: Title
    weights: Annotated[Mapping[str, Annotated[int, Between(0, 100)]], About("in %, summing to 100; - inverts")]
    source: SourceId


@frozen
class MapScale:
    """What an arrow drawn by a workshop is worth, in points of effect for every 10 points of change of its cause."""

    touch: Annotated[Coefficient, About("an arrow of strength 1")]
    clear: Annotated[Coefficient, About("an arrow of strength 2")]
    strong: Annotated[Coefficient, About("an arrow of strength 3")]
    settling: Annotated[Coefficient, About("rounds of inertia of an arrow")]
    because: Annotated[Line, About("what stands behind an arrow, where a link of the rules has its paragraph")]


@frozen
class Rulebook:
    """Every rule of the city."""

    sources: Mapping[SourceId, Line]
    headlines: Annotated[tuple[Headline, ...], Count(4, 4)]
    indicators: Annotated[tuple[Indicator, ...], Count(4, 40)]
    city_variables: tuple[CityVariable, ...]
    readings: tuple[Reading, ...]
    groups: Annotated[tuple[Group, ...], Count(1, 12)]
    couplings: tuple[Coupling, ...]
    acceptance: Acceptance
    safeguards: Safeguards
    people: People
    finance: Finance
    dynamics: Dynamics
    procedures: tuple[Procedure, ...]
    deciding: Deciding
    cocreation: Cocreation
    pressures: tuple[Pressure, ...]
    visions: Visions
    phases: tuple[PhaseRule, ...]
    coach: Coach
    workshop: Annotated[Workshop, About("what stands around the rounds, and what a plan proposes")]
    dimensions: Annotated[tuple[Dimension, ...], Count(6, 6)]
    dimensions_warning: Annotated[Paragraph, About("what the paper says of aiming at these dimensions")]
    rulers: Annotated[Rulers, About("by which measures each vision, and the room, would judge the city")]
    map: MapScale
    inventing: Inventing
    chances: Chances
    reception: Reception
    reveals: Annotated[
        tuple[Reveal, ...], About("what does not show from the first round on, where a scenario says nothing else")
    ]
    data_sets: Annotated[tuple[DataSet, ...], Count(0, 24), About("kinds of data that projects may collect")]
    combinations: Annotated[tuple[Combination, ...], Count(0, 24), About("what crossing these data does")]
    powers: Annotated[Powers, About("what surveillance takes from the players")]
    shocks: Annotated[tuple[Shock, ...], Count(0, 24), About("what may happen to any city")] = ()
