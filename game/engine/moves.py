"""What can be asked of the game: one class a move. A move is an intent; what came of it is an event.

An *option* is what can be decided: an answer to a challenge, or a question put in the briefing, whose id names it
(`way:consent`, `clause:mobility.high`).
"""

from enum import Enum

from attrs import frozen

from game.content.causalmap import CausalMap, Moment
from game.content.inventing import Figures, Idea
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ShockId, StakeholderId
from game.engine.decide.consent import Position
from game.engine.seating import SeatingMove


class Stand(Enum):
    """What a seat says of a proposal in deliberation."""

    FOR = "for"
    AGAINST = "against"


@frozen
class Proceed:
    """The table closes the present phase and goes on; seats that have not spoken stay silent."""


@frozen
class Propose:
    """A seat puts an answer to the present challenge on the table, in a district when the answer asks for one."""

    player: StakeholderId
    intervention: InterventionId
    district: DistrictId | None


@frozen
class Pass:
    """A seat proposes nothing."""

    player: StakeholderId


@frozen
class TakeStand:
    """A seat speaks for or against a proposal; the last word counts."""

    player: StakeholderId
    intervention: InterventionId
    stand: Stand


@frozen
class Join:
    """A seat becomes a partner of a proposal, asked for or not, and stands for it."""

    player: StakeholderId
    intervention: InterventionId


class Change(Enum):
    """What an amendment changes of a proposal."""

    CLAUSE = "clause"
    """A data clause: what it records is counts only."""
    SITE = "site"
    """It goes to another district."""
    LEVEL = "level"
    """An answer of a lower tech level to the same challenge takes its place."""


@frozen
class Amendment:
    """A change to a proposal; `to` is the district or the answer it changes to, empty for a data clause."""

    change: Change
    to: str = ""


@frozen
class Suggest:
    """A seat suggests an amendment; suggested by a proposer it is made at once."""

    player: StakeholderId
    intervention: InterventionId
    amendment: Amendment


@frozen
class Accept:
    """A proposer accepts an amendment that another seat suggested, who becomes a co-author; or turns it down."""

    player: StakeholderId
    intervention: InterventionId
    amendment: Amendment
    accepts: bool = True


@frozen
class Invent:
    """A seat writes an answer of its own to the present challenge, for the room to estimate."""

    player: StakeholderId
    idea: Idea


@frozen
class Ask:
    """A seat asks a question in the briefing, to be decided at once under the present way of deciding.

    `question` is an option: another way of deciding, or a data clause for an open project.
    """

    player: StakeholderId
    question: InterventionId


@frozen
class Instruct:
    """The seat with the mandate tells the optimiser which gauges to watch, each with what it counts."""

    player: StakeholderId
    watches: tuple[tuple[HeadlineId, int], ...]


@frozen
class Decide:
    """The seat with the mandate takes one of the proposals, or none.

    Under the algorithm it accepts what the optimiser picked, or refuses it at a price of time.
    """

    player: StakeholderId
    intervention: InterventionId | None


@frozen
class Vote:
    """A seat casts its ballot: the options it approves, possibly none."""

    player: StakeholderId
    approved: tuple[InterventionId, ...]


@frozen
class Rank:
    """A seat casts its ballot: options from best to worst, `AS_IT_IS` among them; what it leaves out comes last."""

    player: StakeholderId
    order: tuple[InterventionId, ...]


@frozen
class Grade:
    """A member of the expert committee grades every option from 0 to 5."""

    player: StakeholderId
    grades: tuple[tuple[InterventionId, int], ...]


@frozen
class Pledge:
    """A seat shares its tokens out among the projects of a participatory budget."""

    player: StakeholderId
    tokens: tuple[tuple[InterventionId, int], ...]


@frozen
class Answer:
    """A seat says whether it can live with the option under consideration.

    An objection counts when it gives its reason; `remedy` is the amendment that would lift it.
    """

    player: StakeholderId
    intervention: InterventionId
    position: Position
    reason: str = ""
    remedy: Amendment | None = None


class PromiseKind(Enum):
    """What a seat promises another."""

    BACK = "back"
    """To stand for an answer when it comes to the table."""
    OPPOSE = "oppose"
    """To stand against it."""
    WORD = "word"
    """Something in its own words, which the room judges."""


@frozen
class Promise:
    """What a seat promises: about an answer, or in its own words."""

    kind: PromiseKind
    intervention: InterventionId | None = None
    words: str = ""


@frozen
class Bargain:
    """A seat offers another a deal: what it promises, and what it asks for in return, if anything."""

    player: StakeholderId
    partner: StakeholderId
    gives: Promise
    takes: Promise | None = None


@frozen
class Reply:
    """The other seat takes the deal of that number, or turns it down."""

    player: StakeholderId
    number: int
    agrees: bool


@frozen
class Judge:
    """The room says whether a promise made in words was kept: that of the one who offered, or of the other."""

    number: int
    offered: bool
    kept: bool


@frozen
class Adjust:
    """The room contests a link: from now on it has another strength; 0 erases it, None gives back the rules' own.

    `per10` is in thousandths of a point of effect for every 10 points of change of the cause.
    """

    link: str
    per10: int | None


@frozen
class Reveal:
    """The facilitator shows everyone something before its time: a level of the city, the visions, the dimensions."""

    of: str


@frozen
class Cover:
    """The facilitator covers again what a `Reveal` has shown."""

    of: str


@frozen
class HideScores:
    """The facilitator hides every score, change and effect mark from everyone, until `ShowScores`."""


@frozen
class ShowScores:
    """The facilitator shows again what `HideScores` has hidden."""


@frozen
class Strike:
    """The facilitator lets a shock befall the city, whatever its thresholds and the dice say."""

    shock: ShockId


@frozen
class Draw:
    """A map of causes is put on the wall; the same author's earlier one for that moment is taken down."""

    map: CausalMap
    moment: Moment


@frozen
class Poll:
    """What people in the room think of each seat's argument, one sheet a person; it replaces an earlier poll.

    A sheet has one letter a seat, in their order: `a` agrees, `d` disagrees, `p` passes, `-` left it empty.
    """

    sheets: tuple[str, ...]


@frozen
class Estimate:
    """A voice of the room says what it expects of the invented answer of that number; its last word counts.

    `figures` are in thousandths: of M€, of rounds, of points.
    """

    number: int
    voice: str
    figures: Figures


@frozen
class Admit:
    """The facilitator takes the invented answer of that number into the game, or refuses it for a reason."""

    number: int
    accepts: bool
    reason: str = ""


Ballot = Vote | Rank | Grade | Pledge | Answer
"""The moves that are ballots."""
SeatMove = (
    Propose
    | Pass
    | TakeStand
    | Join
    | Suggest
    | Accept
    | Invent
    | Ask
    | Instruct
    | Decide
    | Ballot
    | Bargain
    | Reply
)
"""The moves that a seat makes."""
RoomMove = (
    Proceed
    | Judge
    | Adjust
    | Reveal
    | Cover
    | HideScores
    | ShowScores
    | Strike
    | Draw
    | Poll
    | Estimate
    | Admit
    | SeatingMove
)
"""The moves that the room or its facilitator makes."""
Move = SeatMove | RoomMove
"""Every move of the game."""
