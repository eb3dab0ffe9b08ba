"""What happened: facts that carry chance and consequences, from which everything a person sees is written."""

from attrs import frozen

from game.city.explain import Contribution
from game.city.state import CityState
from game.content.causalmap import Moment
from game.content.shapes import (
    ChallengeId,
    DistrictId,
    InterventionId,
    ProcedureId,
    ShockId,
    StakeholderId,
)
from game.engine.decide.decision import Decision
from game.engine.moves import Stand
from game.engine.odds import Outlook, Threshold
from game.engine.phases import Phase


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
    """A stakeholder became a partner."""

    player: StakeholderId
    intervention: InterventionId


@frozen
class BallotCast:
    """A seat has voted; what it voted stays secret."""

    player: StakeholderId


@frozen
class Decided:
    """A challenge was decided: for one answer, or for none. Money in thousandths of M€."""

    round: int
    challenge: ChallengeId
    procedure: ProcedureId
    decision: Decision
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
    `spared` is the share of its harm that the city is spared at first, in thousandths of a %.
    """

    round: int
    shock: ShockId
    odds: int | None
    passed: tuple[Threshold, ...] = ()
    spared: int = 0


@frozen
class ShockEnded:
    """A shock is over and begins to fade: its time is up, or a drift has reached one of its ends."""

    round: int
    shock: ShockId
    reached: tuple[Threshold, ...] = ()


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
class MapDrawn:
    """A map of causes was put on the wall, or taken off it when it has no arrows."""

    round: int
    moment: Moment
    author: str
    arrows: int


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
    | BallotCast
    | Decided
    | LeftAsItIs
    | ChancesDrawn
    | ShockStruck
    | ShockEnded
    | CityMoved
    | Adjusted
    | Revealed
    | Covered
    | MapDrawn
    | GameEnded
)
"""Every event of the game."""
