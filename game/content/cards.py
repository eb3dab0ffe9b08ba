"""A scenario as its author writes it: the city, who sits at the table, what is asked, what can be answered."""

from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import Annotated, Literal

from attrs import field, frozen

from game.content.glossary import Term
from game.content.ground import City
from game.content.played import Length, Suits
from game.content.reveals import Reveal
from game.content.shapes import (
    LANGUAGES,
    About,
    Between,
    ChallengeId,
    Count,
    DataSetId,
    DistrictId,
    HeadlineId,
    Icon,
    IndicatorId,
    InterventionId,
    Language,
    Level,
    Line,
    Paragraph,
    Plain,
    Points,
    ProcedureId,
    Rounds,
    ScenarioId,
    ShockId,
    SourceId,
    StakeholderId,
    Title,
)


class Tech(Enum):
    """How much technology an answer leans on."""

    LOW = "low"
    """Simple means, mended on the spot, run by people."""
    MID = "mid"
    """Proven means, easily carried from one city to another."""
    HIGH = "high"
    """The newest means, dense in data and automation."""


class DataKind(Enum):
    """What kind of data an intervention collects."""

    NONE = "none"
    AGGREGATE = "aggregate"
    """Counts and averages in which nobody can be found."""
    PERSONAL = "personal"
    """Records that can be tied to somebody."""


class Leaning(Enum):
    """The vision of the city an intervention serves; many of one kind make a coherent city."""

    BUSINESS = "business"
    ECOTECHNO = "ecotechno"
    ECOLIFE = "ecolife"
    HUMAN = "human"


class Reversibility(Enum):
    """How hard it is to go back."""

    EASY = "easy"
    COSTLY = "costly"
    HARD = "hard"


class Confidence(Enum):
    """How well an effect is grounded."""

    PAPER = "paper"
    """The sign follows from the paper the game comes from; the size is ours."""
    EXPERT = "expert"
    """Our judgement; contest it."""
    PLACEHOLDER = "placeholder"
    """A figure to replace by local data."""
    ROOM = "room"
    """The median of what people in a room estimated; `low` and `high` are the least and the most of it."""


class Where(Enum):
    """Where an effect lands."""

    CITY = "city"
    """In every district, more strongly in the chosen one; or on the city as a whole for a variable of the city."""
    SITE = "site"
    """Only in the district chosen for the intervention."""


class When(Enum):
    """How an effect comes."""

    ONCE = "once"
    """It rises to its level and stays."""
    PER_ROUND = "per_round"
    """It adds its points again each round, for `rounds` rounds."""


@frozen
class Effect:
    """What an intervention or a shock changes first; social consequences come from the rulebook's links."""

    indicator: IndicatorId
    points: Points
    source: Annotated[SourceId, About("a key of the scenario's `sources`")]
    confidence: Confidence
    where: Where = Where.CITY
    when: When = When.ONCE
    rounds: Annotated[Rounds, About("for per_round: how many rounds it goes on growing")] = 0
    delay: Annotated[Rounds, About("rounds to wait after the intervention is built")] = 0
    low: Annotated[Points | None, About("the least that anybody estimated")] = None
    high: Annotated[Points | None, About("the most that anybody estimated")] = None


@frozen
class DataCollected:
    """What an intervention records about people."""

    kind: DataKind
    what: Line
    sets: Annotated[tuple[DataSetId, ...], Count(0, 12), About("which `data_sets` of the rules it feeds")] = ()


@frozen
class Intervention:
    """One answer to a challenge, at one tech level."""

    id: InterventionId
    title: Title
    text: Annotated[Line, About("what it does, concretely, in one or two sentences")]
    icon: Icon
    tech: Tech
    leaning: Leaning
    cost: Annotated[float, Between(0, 30), About("M€, paid when it is decided")]
    upkeep: Annotated[float, Between(0, 5), About("M€ a round, once it is built")]
    build: Annotated[Rounds, About("rounds from decision to opening")]
    settling: Annotated[int, Between(1, 8), About("rounds of inertia: the larger, the slower its effects come")]
    adoption: Annotated[float, Between(0, 100), About("share of its benefits, in %, that needs people to adopt it")]
    restriction: Annotated[int, Between(0, 3), About("how much it forbids or obliges, 0 to 3")]
    data: DataCollected
    reversibility: Reversibility
    effects: Annotated[tuple[Effect, ...], Count(1, 24)]
    placed: Annotated[bool, About("true when its proposer chooses a district for it")] = True
    partners: Annotated[tuple[StakeholderId, ...], About("who must join before it can be decided")] = ()
    requires: Annotated[Mapping[IndicatorId, Level], About("least city-wide levels it needs")] = field(factory=dict)
    announces: Annotated[Mapping[HeadlineId, Points], About("what its promoters promise on the gauges")] = field(
        factory=dict
    )
    plain: Plain | None = None


@frozen
class Challenge:
    """A question the city must answer, with a low-, a mid- and a high-tech answer."""

    id: ChallengeId
    title: Title
    text: Annotated[Paragraph, About("the situation and the question, as told to the table")]
    icon: Icon
    district: Annotated[DistrictId, About("where it is felt most; the default site of its answers")]
    answers: Annotated[tuple[Intervention, ...], Count(3, 3)]
    plain: Plain | None = None


@frozen
class Watch:
    """Something a stakeholder follows: an indicator, a gauge or a group's satisfaction, and which way it should go."""

    of: str
    want: Literal["up", "down"]
    weight: Annotated[int, Between(1, 10)]


@frozen
class Stakeholder:
    """A seat at the table and its role card."""

    id: StakeholderId
    name: Title
    icon: Icon
    brief: Annotated[Paragraph, About("who they are and what they live from")]
    argument: Annotated[Line, About("their best argument, in good faith")]
    aim: Annotated[Line, About("what they say they want")]
    secret: Annotated[Line, About("what they want and do not say")]
    watches: Annotated[tuple[Watch, ...], Count(1, 6)]
    secret_watch: Watch
    leans: Annotated[
        Mapping[Literal["low", "mid", "high"], Annotated[int, Between(-3, 3)]], About("taste for each tech level")
    ] = field(factory=dict)
    plain: Annotated[Plain | None, About("the brief in short sentences, one idea each, in everyday words")] = None
    plural: Annotated[
        bool | None, About("if its name takes a plural verb, as in “Residents vote”; `check` asks where it looks so")
    ] = None


class ShockKind(Enum):
    """How a shock comes about."""

    DRIFT = "drift"
    """It begins as soon as all its `starts` hold, and goes on until one of its `stops` does; then it may come back."""
    ACCIDENT = "accident"
    """Once its `starts` hold, the dice decide each round; it lasts a given time."""


@frozen
class Condition:
    """A threshold on the city-wide level of anything that has one: `above` or `below`, not both."""

    of: str
    above: Level | None = None
    below: Level | None = None
    low: Annotated[Level | None, About("the least this threshold may be moved to")] = None
    high: Annotated[Level | None, About("the most this threshold may be moved to")] = None

    @property
    def threshold(self) -> float:
        """Returns the level to pass, whichever the side."""
        return (self.above if self.above is not None else self.below) or 0.0

    @property
    def threshold_given(self) -> bool:
        """Tells whether it names one side, as it must."""
        return (self.above is None) != (self.below is None)


@frozen
class Softening:
    """What spares a city a part of a shock: the mean of some indicators, read where the harm lands."""

    of: Annotated[tuple[IndicatorId, ...], Count(1, 6)]
    from_: Annotated[Level, About("the mean at which it begins to soften")]
    to: Annotated[Level, About("the mean from which it softens no more")]
    most: Annotated[float, Between(0, 100), About("share of the harm spared there, in %; a straight line between")]


@frozen
class Shock:
    """Something that happens to the city because of what the city has become."""

    id: ShockId
    title: Title
    text: Paragraph
    icon: Icon
    kind: ShockKind
    settling: Annotated[int, Between(1, 8), About("rounds of inertia")]
    source: Annotated[SourceId, About("what its thresholds and its odds rest on: a key of `sources`")]
    effects: Annotated[tuple[Effect, ...], Count(1, 12)]
    starts: Annotated[tuple[Condition, ...], About("what must all hold for it to begin")] = ()
    stops: Annotated[tuple[Condition, ...], About("for a drift: one is enough to end it")] = ()
    chance: Annotated[
        Annotated[int, Between(1, 100)] | None, About("for an accident: % a round, at the threshold")
    ] = None
    chance_per10: Annotated[float, Between(0, 50), About("% more for every 10 points past the threshold")] = 0
    low: Annotated[Annotated[int, Between(0, 100)] | None, About("the least the chance may be moved to")] = None
    high: Annotated[Annotated[int, Between(0, 100)] | None, About("the most the chance may be moved to")] = None
    lasts: Annotated[
        Annotated[int, Between(1, 12)] | None, About("for an accident: rounds its effects are held before they fade")
    ] = None
    from_round: Annotated[int, Between(1, 12)] = 1
    softened_by: Softening | None = None
    claims: Annotated[tuple[str, ...], About("numbers of the paper's claims, as in C18")] = ()
    district: Annotated[DistrictId | None, About("where effects with `where: site` land")] = None
    plain: Plain | None = None


class Secrecy(Enum):
    """Who sees a ballot."""

    SECRET = "secret"
    """Nobody, ever: only the tally is shown."""
    REVEALED = "revealed"
    """Nobody until the vote closes; then everyone."""
    OPEN = "open"
    """Everyone, as it is cast."""


class Sharing(Enum):
    """How a participatory budget is shared out."""

    EQUAL_SHARES = "equal_shares"
    """Each seat has an equal part of the money and spends it on what it supports."""
    GREEDY = "greedy"
    """What gathers most comes first, until the money is spent."""


class Paper(Enum):
    """What is written on a ballot of a participatory budget."""

    TOKENS = "tokens"
    """Tokens shared out among the projects."""
    APPROVALS = "approvals"
    """A yes beside each project wanted."""


@frozen
class Manner:
    """How a table votes: who sees ballots, and how a participatory budget is filled in and counted."""

    ballots: Secrecy = Secrecy.SECRET
    paper: Paper = Paper.TOKENS
    count: Sharing = Sharing.EQUAL_SHARES


@frozen
class Preference:
    """Real voters who want the same answers together; ballots alike are counted as one entry."""

    wants: Annotated[tuple[InterventionId, ...], Count(1, 80)]
    voters: Annotated[int, Between(1, 10_000_000), About("how many voted just so")]


@frozen
class Fact:
    """Something a text of the scenario tells as it is in the world, or as somebody made it up."""

    say: Line
    source: Annotated[Line | None, About("who published it, when, where; without one, it is invented")] = None


@frozen
class Scenario:
    """Everything a table needs to play one city."""

    id: ScenarioId
    title: Title
    summary: Line
    inspired_by: Paragraph
    real_and_invented: Annotated[Paragraph, About("what is real here, what is invented")]
    briefing: Paragraph
    rounds: Annotated[int, Between(2, 12), About("rounds proposed by default")]
    minutes: Annotated[int, Between(20, 240), About("length of a session of that many rounds")]
    procedure: Annotated[ProcedureId, About("the way of deciding at the start")]
    decider: Annotated[StakeholderId, About("the seat that decides under a mandate, and breaks ties")]
    agenda: Annotated[tuple[ChallengeId, ...], Count(2, 24), About("the order of the challenges")]
    questions: Annotated[tuple[Line, ...], Count(1, 12), About("questions for the debrief")]
    sources: Annotated[Mapping[SourceId, Line], About("what the effects rest on")]
    city: City
    stakeholders: Annotated[tuple[Stakeholder, ...], Count(2, 16)]
    challenges: Annotated[tuple[Challenge, ...], Count(2, 24)]
    shocks: Annotated[
        tuple[Shock, ...], Count(0, 24), About("its own shocks; one with the id of a general one takes its place")
    ] = ()
    committee: Annotated[
        tuple[StakeholderId, ...], About("seats of the expert committee; none: the decider and the two seats after it")
    ] = ()
    manner: Annotated[Manner, About("who sees ballots, and how a participatory budget is counted")] = field(
        factory=Manner
    )
    reveals: Annotated[
        tuple[Reveal, ...], Count(0, 60), About("who sees what of the city and when; replaces the rules' own per `of`")
    ] = ()
    preferences: Annotated[
        tuple[Preference, ...], Count(0, 20_000), About("how real voters voted on these answers, where they did")
    ] = ()
    facts: Annotated[tuple[Fact, ...], Count(0, 24), About("facts and figures told, each with its source")] = ()
    plain: Annotated[Plain | None, About("the briefing in short sentences, one idea each, in everyday words")] = None
    lengths: Annotated[
        tuple[Length, ...], Count(0, 6), About("how it is played in 45, 90 or 180 minutes: rounds and challenges")
    ] = ()
    suits: Annotated[Suits | None, About("which workshop it suits, for whoever prepares one")] = None
    languages: Annotated[
        tuple[Language, ...], Count(2, 24), About("the languages its texts are written in; French and English always")
    ] = LANGUAGES
    terms: Annotated[
        tuple[Term, ...], Count(0, 40), About("words this scenario explains, besides those of the shared glossary")
    ] = ()

    @property
    def stem(self) -> str:
        """Returns what the names of its files begin with."""
        return self.id.replace("/", "-")

    @cached_property
    def wanted(self) -> Mapping[InterventionId, int]:
        """Returns the share of the real voters who wanted each answer, in thousandths of a %; empty without voters."""
        voters = sum(each.voters for each in self.preferences)
        counts: dict[InterventionId, int] = {}
        for each in self.preferences:
            for answer in each.wants:
                counts[answer] = counts.get(answer, 0) + each.voters
        return {answer: count * 100_000 // voters for answer, count in counts.items()}
