"""What happened: facts that carry chance and consequences, from which everything a person sees is written."""

from collections.abc import Mapping

from attrs import frozen

from game.city.explain import Contribution
from game.city.model import Cause
from game.city.state import CityState
from game.content.causalmap import Moment
from game.content.shapes import (
    ChallengeId,
    DistrictId,
    HeadlineId,
    InterventionId,
    LossId,
    ProcedureId,
    ShockId,
    StakeholderId,
)
from game.engine.decide.decision import Decision
from game.engine.invention import Admitted as Admitted
from game.engine.invention import Estimated as Estimated
from game.engine.invention import Invented as Invented
from game.engine.moves import Amendment, Answer, Ballot, Bargain, Stand
from game.engine.odds import Outlook, Threshold
from game.engine.phases import Phase
from game.engine.seating import SeatingEvent
from game.engine.state import Proposal, Stance

Weights = tuple[tuple[Cause, int], ...]
"""Causes and the milli-points each has added to surveillance since the start, the heaviest first."""


@frozen
class PhaseBegan:
    """A phase opened."""

    round: int
    phase: Phase


@frozen
class ChallengeOpened:
    """A challenge came to the table."""

    round: int
    challenge: ChallengeId


@frozen
class TimeRanOut:
    """The round has no time left for a further challenge; it waits."""

    round: int
    challenge: ChallengeId


@frozen
class Proposed:
    """A seat put an answer on the table, or stood behind one already there."""

    player: StakeholderId
    intervention: InterventionId
    district: DistrictId | None


@frozen
class Passed:
    """A seat proposed nothing."""

    player: StakeholderId


@frozen
class StandTaken:
    """A seat spoke for or against."""

    player: StakeholderId
    intervention: InterventionId
    stand: Stand


@frozen
class Joined:
    """A stakeholder became a partner, asked for or not."""

    player: StakeholderId
    intervention: InterventionId


@frozen
class AmendmentSuggested:
    """A seat has suggested an amendment; a proposer may accept it."""

    player: StakeholderId
    intervention: InterventionId
    amendment: Amendment


@frozen
class Amended:
    """A proposal was amended; `intervention` is what it was before, `proposer` who accepted it."""

    author: StakeholderId
    intervention: InterventionId
    amendment: Amendment
    proposer: StakeholderId


@frozen
class AmendmentDeclined:
    """A proposer has turned an amendment down."""

    player: StakeholderId
    intervention: InterventionId
    amendment: Amendment


@frozen
class Asked:
    """A seat has put a question, to be decided under the present way of deciding."""

    round: int
    player: StakeholderId
    question: InterventionId


@frozen
class Instructed:
    """The optimiser was told what to watch, and how much each gauge counts."""

    round: int
    watches: tuple[tuple[HeadlineId, int], ...]


@frozen
class Picked:
    """The optimiser has picked; the seat with the mandate may still refuse."""

    round: int
    decision: Decision


@frozen
class ConsentAsked:
    """The seats are asked whether they can live with an option; `again` counts the times before."""

    round: int
    intervention: InterventionId
    again: int


@frozen
class Objected:
    """Reasoned objections were raised: the proposal goes back to be amended, or is put off."""

    round: int
    intervention: InterventionId
    objections: tuple[Answer, ...]
    put_off: bool


@frozen
class BallotCast:
    """A seat has voted; `ballot` is what it voted, where ballots are open."""

    player: StakeholderId
    ballot: Ballot | None = None


@frozen
class Counted:
    """Ballots were counted: everything a recount needs, as it stood when the vote closed.

    `prices` (public money) and `envelope` in thousandths of M€; `shown` tells whether everyone may see the ballots;
    `city` is the city that was deciding, `challenges` is empty for a question.
    """

    round: int
    procedure: ProcedureId
    challenges: tuple[ChallengeId, ...]
    proposals: tuple[Proposal, ...]
    ballots: tuple[Ballot, ...]
    stances: tuple[Stance, ...]
    prices: Mapping[InterventionId, int]
    envelope: int
    decision: Decision
    shown: bool
    city: CityState
    question: InterventionId | None = None
    watches: tuple[tuple[HeadlineId, int], ...] = ()

    def has(self, option: InterventionId) -> bool:
        """Tells whether an option was on the table."""
        return option == self.question or any(proposal.intervention == option for proposal in self.proposals)


@frozen
class QuestionDecided:
    """A question was answered: yes when the decision chose it."""

    round: int
    question: InterventionId
    procedure: ProcedureId
    decision: Decision


@frozen
class WayChanged:
    """The city decides in another way from now on."""

    round: int
    before: ProcedureId
    after: ProcedureId


@frozen
class ClauseAdded:
    """An open project has a data clause from now on; it cost so much, in thousandths of M€."""

    round: int
    intervention: InterventionId
    cost: int


@frozen
class BargainOffered:
    """A seat has offered another a deal."""

    round: int
    number: int
    bargain: Bargain


@frozen
class BargainAnswered:
    """A deal was taken, or turned down."""

    round: int
    number: int
    bargain: Bargain
    agrees: bool


@frozen
class PromiseJudged:
    """The room has said whether a promise made in words was kept."""

    round: int
    bargain: Bargain
    offered: bool
    kept: bool


@frozen
class Decided:
    """A challenge was decided: for one answer, `taken`, or for none. Money in thousandths of M€."""

    round: int
    challenge: ChallengeId
    procedure: ProcedureId
    decision: Decision
    taken: InterventionId | None = None
    fee: int = 0
    """What deciding itself cost."""
    proposal: Proposal | None = None
    """What was taken, as it had become."""
    district: DistrictId | None = None
    public: int = 0
    private: int = 0
    opens: int | None = None
    """The round in which the answer opens."""
    contested: bool = False


@frozen
class LeftAsItIs:
    """Nobody proposed an answer; the challenge goes back to the end of the agenda."""

    round: int
    challenge: ChallengeId


@frozen
class ChancesDrawn:
    """The round's chances were drawn: what could have happened in it, in the order of drawing."""

    round: int
    outlooks: tuple[Outlook, ...]


@frozen
class ShockStruck:
    """Something befell the city, and why: the thresholds it had passed, and by how much.

    `odds` are those it had this round, in thousandths of a %; None for a drift, which leaves nothing to chance.
    `spared` is the share of its harm that the city is spared at first, in thousandths of a %; `by_hand` tells that
    the facilitator chose it.
    """

    round: int
    shock: ShockId
    odds: int | None
    passed: tuple[Threshold, ...] = ()
    spared: int = 0
    by_hand: bool = False


@frozen
class ShockEnded:
    """A shock is over and begins to fade: its time is up, or a drift has reached one of its ends."""

    round: int
    shock: ShockId
    reached: tuple[Threshold, ...] = ()


@frozen
class PowerLost:
    """The seats lost a power: surveillance, in milli-points, has passed its threshold, mostly for these causes."""

    round: int
    loss: LossId
    level: int
    causes: Weights = ()


@frozen
class PowerRegained:
    """The seats won a power back: surveillance, in milli-points, has calmed down."""

    round: int
    loss: LossId
    level: int


@frozen
class CityMoved:
    """The round was resolved. The contributions of each cell sum to its change."""

    round: int
    before: CityState
    after: CityState
    contributions: tuple[Contribution, ...]


@frozen
class Adjusted:
    """The room moved a link from one strength to another, in thousandths of a point per 10."""

    round: int
    link: str
    before: int
    after: int


@frozen
class Revealed:
    """The facilitator has shown everyone something before its time."""

    round: int
    of: str


@frozen
class Covered:
    """The facilitator has covered again what had been shown before its time."""

    round: int
    of: str


@frozen
class ScoresHidden:
    """The facilitator has hidden every score."""

    round: int


@frozen
class ScoresShown:
    """The facilitator has shown the scores again."""

    round: int


@frozen
class MapDrawn:
    """A map of causes was put on the wall, or taken off it when it has no arrows."""

    round: int
    moment: Moment
    author: str
    arrows: int


@frozen
class Polled:
    """So many people of the room have said what they think of the seats' arguments."""

    round: int
    people: int


@frozen
class GameEnded:
    """The last round is over."""

    round: int


Event = (
    PhaseBegan
    | ChallengeOpened
    | TimeRanOut
    | Proposed
    | Passed
    | StandTaken
    | Joined
    | AmendmentSuggested
    | Amended
    | AmendmentDeclined
    | Asked
    | Instructed
    | Picked
    | ConsentAsked
    | Objected
    | BallotCast
    | Counted
    | QuestionDecided
    | WayChanged
    | ClauseAdded
    | BargainOffered
    | BargainAnswered
    | PromiseJudged
    | Decided
    | LeftAsItIs
    | ChancesDrawn
    | ShockStruck
    | ShockEnded
    | CityMoved
    | PowerLost
    | PowerRegained
    | Adjusted
    | Revealed
    | Covered
    | ScoresHidden
    | ScoresShown
    | MapDrawn
    | Polled
    | SeatingEvent
    | Invented
    | Estimated
    | Admitted
    | GameEnded
)
"""Every event of the game."""
