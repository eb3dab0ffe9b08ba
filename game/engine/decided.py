"""What happened on the way from a proposal to a decision: amendments, questions, ballots, the count, deals."""

from collections.abc import Mapping

from attrs import frozen

from game.city.state import CityState
from game.content.shapes import ChallengeId, DistrictId, HeadlineId, InterventionId, ProcedureId, StakeholderId
from game.engine.decide.decision import Decision
from game.engine.moves import Amendment, Answer, Ballot, Bargain
from game.engine.state import Proposal, Stance


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


DecidingEvent = (
    AmendmentSuggested
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
)
"""Every event of the way of deciding."""
