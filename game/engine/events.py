"""What happened: facts that carry chance and consequences, from which everything a person sees is written."""

from attrs import frozen

from game.city.explain import Contribution
from game.city.model import Cause
from game.city.state import CityState
from game.content.causalmap import Moment
from game.content.shapes import (
    ChallengeId,
    DistrictId,
    InterventionId,
    LossId,
    ShockId,
    StakeholderId,
)
from game.engine.decided import Amended as Amended
from game.engine.decided import AmendmentDeclined as AmendmentDeclined
from game.engine.decided import AmendmentSuggested as AmendmentSuggested
from game.engine.decided import Asked as Asked
from game.engine.decided import BallotCast as BallotCast
from game.engine.decided import BargainAnswered as BargainAnswered
from game.engine.decided import BargainOffered as BargainOffered
from game.engine.decided import ClauseAdded as ClauseAdded
from game.engine.decided import ConsentAsked as ConsentAsked
from game.engine.decided import Counted as Counted
from game.engine.decided import Decided as Decided
from game.engine.decided import DecidingEvent
from game.engine.decided import Instructed as Instructed
from game.engine.decided import LeftAsItIs as LeftAsItIs
from game.engine.decided import Objected as Objected
from game.engine.decided import Picked as Picked
from game.engine.decided import PromiseJudged as PromiseJudged
from game.engine.decided import QuestionDecided as QuestionDecided
from game.engine.decided import WayChanged as WayChanged
from game.engine.invention import Admitted as Admitted
from game.engine.invention import Estimated as Estimated
from game.engine.invention import Invented as Invented
from game.engine.moves import Stand
from game.engine.odds import Outlook, Threshold
from game.engine.phases import Phase
from game.engine.seating import SeatingEvent

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
    | DecidingEvent
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
