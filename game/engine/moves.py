"""What can be asked of the game: one class a move. A move is an intent; what came of it is an event."""

from enum import Enum

from attrs import frozen

from game.content.causalmap import CausalMap, Moment
from game.content.shapes import DistrictId, InterventionId, StakeholderId


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
    """A stakeholder whom a proposal asks for becomes its partner."""

    player: StakeholderId
    intervention: InterventionId


@frozen
class Decide:
    """The seat with the mandate takes one of the proposals, or none."""

    player: StakeholderId
    intervention: InterventionId | None


@frozen
class Vote:
    """A seat casts its ballot: the proposals it approves, possibly none."""

    player: StakeholderId
    approved: tuple[InterventionId, ...]


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
class Draw:
    """A map of causes is put on the wall; the same author's earlier one for that moment is taken down."""

    map: CausalMap
    moment: Moment


Move = Proceed | Propose | Pass | TakeStand | Join | Decide | Vote | Adjust | Reveal | Cover | Draw
"""Every move of the game."""
