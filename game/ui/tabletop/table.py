"""What the table shows at one moment: the session, the words it is told in, and what the people hold in hand."""

from functools import cached_property
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from game.content.cards import Challenge, Intervention
from game.content.shapes import ChallengeId, DistrictId, HeadlineId, InterventionId, LossId, StakeholderId
from game.content.timing import PhaseRule
from game.engine.ballots import ballot_kind
from game.engine.decide.decision import Decision
from game.engine.events import CityMoved
from game.engine.inventing import answers_to
from game.engine.legal import awaited
from game.engine.moves import Ballot
from game.engine.phases import Phase
from game.engine.reveal import shown_on_table
from game.engine.seating import Holder
from game.engine.state import Game, State
from game.errors import GameError
from game.session import Session
from game.ui.room import Room
from game.ui.scene import Frame
from game.wording.teller import Teller
from game.wording.words import Words

WIDE: Final = 1760
HIGH: Final = 960
"""Design units under which the whole table no longer fits: text has been enlarged, and one area shows at a time."""
ABOUT_ANSWERS: Final = (Phase.PROPOSAL, Phase.DELIBERATION, Phase.DECISION)
AFTER_THE_MOVE: Final = (Phase.RESOLUTION, Phase.REFLECTION, Phase.ENDED)

Moment = tuple[int, Phase, ChallengeId | None, InterventionId | None, int]


@frozen
class Hand:
    """What the people at the keyboard hold; it is no part of the game and no journal keeps it."""

    moment: Moment | None = None
    """When these things were taken up; most are put down when the table moves on."""
    speaker: StakeholderId | None = None
    """Who was given the floor; None leaves it to the first seat awaited."""
    district: DistrictId | None = None
    card: StakeholderId | None = None
    """Whose role card is open."""
    revealed: bool = False
    ballot: Ballot | None = None
    """The speaker's open ballot, as far as it is filled in; None while none is open."""
    amending: InterventionId | None = None
    """The proposal that the speaker is amending."""
    asking: bool = False
    """Whether a question is being put."""
    watching: dict[HeadlineId, int] | None = None
    """What the optimiser is about to be told to watch."""
    telling: Decision | None = None
    """The decision whose count is being told step by step."""
    notice: GameError | None = None
    read: bool = False
    """Whether what resuming had to say has been put away."""
    way: bool = False
    """Whether the present way of deciding is being told."""
    regaining: LossId | None = None
    """The lost power that is being told."""
    clock: bool = False
    """Whether the keys of the clock are shown."""
    tab: str = "answers"
    tint: str = ""
    """The level that colours the map; "" for none."""
    tinting: bool = False
    """Whether a level to colour the map by is being chosen."""
    wide: bool = False
    """Whether the map has all the room."""

    def at(self, moment: Moment) -> Self:
        """Returns the hand at that moment: emptied of what belonged to another phase."""
        if self.moment == moment:
            return self
        return evolve(
            self, moment=moment, speaker=None, district=None, ballot=None, amending=None, asking=False, watching=None,
            telling=None, way=False, regaining=None, clock=False,
        )  # fmt: skip

    def emptied(self) -> Self:
        """Returns the hand once a move is made."""
        return evolve(
            self, district=None, ballot=None, notice=None, amending=None, asking=False, watching=None, telling=None
        )


@frozen
class Hold:
    """Pressing this changes what is in hand, by field of `Hand`."""

    values: dict[str, Any] = field(factory=dict)


@frozen(slots=False)
class Table:
    """The table at one moment, as every area of the screen reads it."""

    room: Room
    frame: Frame
    words: Words
    hand: Hand

    @property
    def session(self) -> Session:
        """The session being played."""
        return self.room.session

    @property
    def game(self) -> Game:
        """What stays the same for a whole session."""
        return self.session.game

    @property
    def state(self) -> State:
        """The present state."""
        return self.session.state

    @property
    def phase(self) -> Phase:
        """What the table is doing."""
        return self.state.phase

    @property
    def alone(self) -> bool:
        """Whether one seat decides alone, on its own judgement or the optimiser's."""
        return ballot_kind(self.game, self.state) is None

    @property
    def deciding(self) -> bool:
        """Whether a decision is being taken."""
        return self.phase is Phase.DECISION

    @property
    def dense(self) -> bool:
        """Whether the whole table fits on the screen."""
        return self.frame.wide >= WIDE and self.frame.high >= HIGH

    @cached_property
    def teller(self) -> Teller:
        """Tells the game in the language shown."""
        return Teller(self.game, self.words)

    @cached_property
    def rule(self) -> PhaseRule | None:
        """The phase as the rulebook tells it; None once the session has ended."""
        return next((rule for rule in self.game.model.rules.phases if rule.id == self.phase.value), None)

    @cached_property
    def shown(self) -> frozenset[str]:
        """What everyone may see of the city at present."""
        return shown_on_table(self.game, self.state)

    @cached_property
    def _held(self) -> dict[StakeholderId, Holder]:
        """Who holds each seat."""
        return self.session.holders

    @cached_property
    def awaited(self) -> tuple[StakeholderId, ...]:
        """The seats that the table waits for."""
        return awaited(self.game, self.state)

    @cached_property
    def people(self) -> tuple[StakeholderId, ...]:
        """The seats awaited that people hold."""
        return tuple(seat for seat in self.awaited if self._held[seat].heads)

    @property
    def by_people(self) -> tuple[StakeholderId, ...]:
        """The seats that people hold."""
        return tuple(seat for seat in self.game.players if self._held[seat].heads)

    @property
    def computers_next(self) -> bool:
        """Whether a computer player is awaited."""
        return any(self._held[seat].bot for seat in self.awaited)

    @cached_property
    def may_speak(self) -> tuple[StakeholderId, ...]:
        """The seats that can be given the floor: in deliberation every seat of people, else those awaited."""
        if self.phase is not Phase.DELIBERATION:
            return self.people
        return self.by_people

    @property
    def speaker(self) -> StakeholderId | None:
        """The seat of people that has the floor."""
        if self.hand.speaker in self.may_speak:
            return self.hand.speaker
        return self.people[0] if self.people else None

    @property
    def challenge(self) -> Challenge | None:
        """The challenge on the table."""
        return self.game.challenge(self.state.challenge) if self.state.challenge else None

    @property
    def offered(self) -> tuple[Intervention, ...]:
        """The answers on the table, in the order of their cards."""
        return tuple(answer for answer in self.answers if self.state.proposal(answer.id))

    @property
    def answers(self) -> tuple[Intervention, ...]:
        """The answers to the challenge on the table, those of the room last."""
        return answers_to(self.game, self.state, self.state.challenge) if self.state.challenge else ()

    @cached_property
    def last_moved(self) -> CityMoved | None:
        """The last resolution."""
        return self.session.last_moved

    def site(self, answer: Intervention) -> DistrictId | None:
        """Returns where an answer would stand: where it is proposed, else the district in hand, else its home."""
        proposal = self.state.proposal(answer.id)
        if proposal is not None or not answer.placed or self.challenge is None:
            return proposal.district if proposal else None
        return self.hand.district or self.challenge.district

    def headline(self, of: HeadlineId) -> str:
        """Returns the name of a gauge."""
        return self.teller.measure(of)

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of the table's own catalogue."""
        return self.words.say(f"table.{key}", **values)


def moment_of(state: State) -> Moment:
    """Returns what tells one phase of one challenge from another."""
    return state.round, state.phase, state.challenge, state.question or state.considered, state.asked_again
