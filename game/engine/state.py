"""The game that never changes during a session, and the state that each move makes anew."""

from collections.abc import Mapping
from itertools import islice
from typing import Final

from attrs import field, frozen

from game.city.model import Model
from game.city.state import CityState
from game.content.cards import Challenge, Intervention, Manner, Stakeholder
from game.content.causalmap import CausalMap, Moment
from game.content.reveals import Reveal, by_level
from game.content.shapes import (
    ChallengeId,
    DistrictId,
    HeadlineId,
    InterventionId,
    LossId,
    ProcedureId,
    StakeholderId,
)
from game.engine.decide.decision import Decision
from game.engine.invention import Invention
from game.engine.moves import Amendment, Answer, Ballot, Bargain, Change, Stand
from game.engine.phases import Phase
from game.engine.seating import Lent, Roster, Seat

MANDATE: Final = ProcedureId("mayor")
ALGORITHM: Final = ProcedureId("algorithm")
EXPERTS: Final = ProcedureId("experts")
MAJORITY: Final = ProcedureId("majority")
RANKED: Final = ProcedureId("ranked")
BUDGET: Final = ProcedureId("budget")
CONSENT: Final = ProcedureId("consent")
PLAYABLE: Final = (MANDATE, ALGORITHM, EXPERTS, MAJORITY, RANKED, BUDGET, CONSENT)
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
    manner: Manner = field(factory=Manner)
    """Who sees ballots, and how a participatory budget is filled in and counted."""
    seated: tuple[Seat, ...] = ()
    """Who sits where when the session begins; a seat left out is one person's."""
    invented: tuple[InterventionId, ...] = ()
    """Answers of the model that a room invented, on any line of play; a state tells those it knows."""

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

    @property
    def committee(self) -> tuple[StakeholderId, ...]:
        """Returns the seats of the expert committee: those the scenario names, else the decider and the next two."""
        scenario = self.model.scenario
        after = (seat for seat in self.players if seat != scenario.decider)
        return scenario.committee or (scenario.decider, *islice(after, 2))

    def stakeholder(self, player: StakeholderId) -> Stakeholder:
        """Returns the role card of a seat."""
        return next(seat for seat in self.model.scenario.stakeholders if seat.id == player)

    def challenge(self, challenge: ChallengeId) -> Challenge:
        """Returns a challenge of the scenario."""
        return next(entry for entry in self.model.scenario.challenges if entry.id == challenge)

    def home(self, intervention: InterventionId) -> DistrictId:
        """Returns the district of the challenge that an intervention answers."""
        return next(c.district for c in self.model.scenario.challenges if any(a.id == intervention for a in c.answers))

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
    amended: tuple[Amendment, ...] = ()
    """The amendments made to it, in order."""
    authors: tuple[StakeholderId, ...] = ()
    """Seats whose amendments it took up."""

    @property
    def clause(self) -> bool:
        """Tells whether it has a data clause."""
        return any(amendment.change is Change.CLAUSE for amendment in self.amended)

    @property
    def coauthors(self) -> tuple[StakeholderId, ...]:
        """Returns the seats that made it with the first proposer: other proposers, partners, authors of amendments."""
        together = dict.fromkeys((*self.proposers, *self.partners, *self.authors))
        return tuple(seat for seat in together if seat != self.proposers[0])


@frozen
class Stance:
    """What a seat says of a proposal."""

    player: StakeholderId
    intervention: InterventionId
    stand: Stand


@frozen
class Suggested:
    """An amendment that waits for a proposer to accept it."""

    player: StakeholderId
    intervention: InterventionId
    amendment: Amendment


@frozen
class Deal:
    """A deal between two seats: what each promised, and since when; in force once the other has agreed."""

    offer: Bargain
    round: int
    agreed: bool | None = None
    kept: tuple[bool | None, bool | None] = (None, None)
    """What the room judged of the promises made in words: that of the one who offered, and of the other."""


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
    question: InterventionId | None = None
    """The question being decided, instead of a challenge."""
    asked: bool = False
    """Whether a question has been decided this round."""
    changed_way: int = 0
    """The round in which the way of deciding last changed; 0: never."""
    suggested: tuple[Suggested, ...] = ()
    shelf: tuple[Proposal, ...] = ()
    """Under a participatory budget: what was proposed since the last vote."""
    together: tuple[ChallengeId, ...] = ()
    """Under a participatory budget: the challenges that the next vote decides together."""
    pick: Decision | None = None
    """What the optimiser picked, while it waits to be accepted or refused."""
    watches: tuple[tuple[HeadlineId, int], ...] = ()
    """What the optimiser is told to watch, and how much each counts."""
    considered: InterventionId | None = None
    """Under consent: the option that the seats are asked about."""
    asked_again: int = 0
    """How many times they were asked about it before."""
    given_up: tuple[InterventionId, ...] = ()
    """Options put off because objections to them were not met."""
    objections: tuple[Answer, ...] = ()
    """The reasoned objections to be met."""
    deals: tuple[Deal, ...] = ()
    lost: tuple[LossId, ...] = ()
    """The powers that the seats have lost to surveillance."""
    former: ProcedureId | None = None
    """How the city decided before the algorithm took over."""
    lifted: tuple[str, ...] = ()
    """What the facilitator has shown to everyone before its time."""
    maps: tuple[Drawn, ...] = ()
    """Maps of causes on the wall, in the order they were drawn."""
    sheets: tuple[str, ...] = ()
    """The last poll of the room, a sheet a person; see `Poll`."""
    scoreless: bool = False
    """Whether the facilitator has hidden every score."""
    roster: Roster = ()
    lent: tuple[Lent, ...] = ()
    """Seats whose people have changed places for some rounds."""
    closed: tuple[StakeholderId, ...] = ()
    """Seats whose last ballot was cast by other people than hold them now: it counts, and they don't see it."""
    inventions: tuple[Invention, ...] = ()
    """The answers that the room has written, in the order they were."""

    @property
    def procedure(self) -> ProcedureId:
        """Returns the way the city decides at present."""
        assert self.city.procedure is not None
        return self.city.procedure

    @property
    def invented(self) -> tuple[InterventionId, ...]:
        """Returns the answers of the room that are part of the game by now."""
        return tuple([each.card.id for each in self.inventions if each.card]) if self.inventions else ()

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
