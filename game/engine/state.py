"""The game that never changes during a session, and the state that each move makes anew."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from game.city.model import Model
from game.city.state import CityState
from game.content.cards import Challenge, Intervention, Stakeholder
from game.content.causalmap import CausalMap, Moment
from game.content.reveals import Reveal, by_level
from game.content.shapes import ChallengeId, DistrictId, InterventionId, ProcedureId, StakeholderId
from game.engine.moves import Stand
from game.engine.phases import Phase

MANDATE: Final = ProcedureId("mayor")
MAJORITY: Final = ProcedureId("majority")
PLAYABLE: Final = (MANDATE, MAJORITY)
"""The ways of deciding that this version plays."""


@frozen
class Game:
    """What stays the same for a whole session: the rules, the scenario, the seed and the length."""

    model: Model
    start: CityState
    seed: int
    rounds: int
    procedure: ProcedureId
    explained: bool = True
    """False leaves contributions out of the events: for playouts where nobody asks why."""

    players: tuple[StakeholderId, ...] = field(init=False)
    """The seats, in the scenario's order."""

    reveals: Mapping[str, tuple[Reveal, ...]] = field(init=False, repr=False)
    """Who sees each level that does not show from the start, and from when; what is not in it shows to everyone."""

    @reveals.default
    def _revealed(self) -> Mapping[str, tuple[Reveal, ...]]:
        return by_level(self.model.scenario.reveals, self.model.rules.reveals)

    @players.default
    def _seated(self) -> tuple[StakeholderId, ...]:
        return tuple(seat.id for seat in self.model.scenario.stakeholders)

    def stakeholder(self, player: StakeholderId) -> Stakeholder:
        """Returns the role card of a seat."""
        return next(seat for seat in self.model.scenario.stakeholders if seat.id == player)

    def challenge(self, challenge: ChallengeId) -> Challenge:
        """Returns a challenge of the scenario."""
        return next(entry for entry in self.model.scenario.challenges if entry.id == challenge)

    def intervention(self, intervention: InterventionId) -> Intervention:
        """Returns an intervention of the scenario."""
        return self.model.interventions[intervention]


@frozen
class Proposal:
    """An answer on the table, where it would stand, and the seats behind it, the first proposer first."""

    intervention: InterventionId
    district: DistrictId | None
    proposers: tuple[StakeholderId, ...]
    partners: tuple[StakeholderId, ...] = ()
    missing: tuple[StakeholderId, ...] = ()
    """Partners it asks for and still lacks; its proposers count as partners."""


@frozen
class Stance:
    """What a seat says of a proposal."""

    player: StakeholderId
    intervention: InterventionId
    stand: Stand


@frozen
class Ballot:
    """What a seat approves; secret until the vote closes, and afterwards too."""

    player: StakeholderId
    approved: tuple[InterventionId, ...]


Offer = tuple[InterventionId, DistrictId | None]
"""An answer that may be proposed, and the district it would go to."""


@frozen
class Drawn:
    """A map of causes on the wall, and the round it was drawn in."""

    round: int
    moment: Moment
    map: CausalMap


@frozen(slots=False)
class State:
    """The game at one moment. `round` counts from 1; `time` is in thousandths of a time point."""

    round: int
    phase: Phase
    city: CityState
    time: int
    queue: tuple[ChallengeId, ...]
    challenge: ChallengeId | None = None
    opened: int = 0
    """Challenges opened this round."""
    offers: tuple[Offer, ...] = ()
    """What may be proposed: the answers that the city can afford and fulfil, as it stood when the challenge opened."""
    proposals: tuple[Proposal, ...] = ()
    passed: tuple[StakeholderId, ...] = ()
    stances: tuple[Stance, ...] = ()
    heard: tuple[StakeholderId, ...] = ()
    """Seats that have spoken in deliberation."""
    ballots: tuple[Ballot, ...] = ()
    lifted: tuple[str, ...] = ()
    """What the facilitator has shown to everyone before its time."""
    maps: tuple[Drawn, ...] = ()
    """Maps of causes on the wall, in the order they were drawn."""

    @property
    def procedure(self) -> ProcedureId:
        """Returns the way the city decides at present."""
        assert self.city.procedure is not None
        return self.city.procedure

    def proposal(self, intervention: InterventionId) -> Proposal | None:
        """Returns the proposal of an intervention, if it is on the table."""
        for proposal in self.proposals:
            if proposal.intervention == intervention:
                return proposal
        return None


def changed(state: State, **now: object) -> State:
    """Returns the state with some of it changed.

    What `attrs.evolve` does, in a third of the time: a state is made anew at each move, and playouts make millions.
    """
    made = object.__new__(State)
    made.__dict__.update(state.__dict__, **now)
    assert len(made.__dict__) == len(state.__dict__), now.keys()
    return made
