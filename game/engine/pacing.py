"""How long the table should take: what lies ahead of it, and how far it keeps to the minutes planned for it.

What lies ahead is reckoned from the present way of deciding and from the time points it takes. A challenge that comes
back, or a way that has changed, is made room for: the phases to come share out anew what is left.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Self

from attrs import evolve, frozen

from game.city.exact import milli
from game.content.numbers import Coefficient
from game.content.shapes import ChallengeId
from game.engine.phases import Phase
from game.engine.rounds import spread
from game.engine.setup import first_state
from game.engine.state import ALGORITHM, BUDGET, CONSENT, Game, State

MINUTE: Final = 60
HALF: Final = 0.5
"""What a phase that may not come counts for."""
IN_TURN: Final = (Phase.PROPOSAL, Phase.DELIBERATION, Phase.DECISION)
"""The phases that each challenge goes through."""
BY_WAY: Final = {
    ALGORITHM: (Phase.DECISION,),
    BUDGET: (Phase.PROPOSAL, Phase.DELIBERATION),
    CONSENT: (*IN_TURN, Phase.DELIBERATION, Phase.DECISION),
}
"""Those of the ways that have others: nobody is heard, several are decided together, objections are met once."""


@frozen
class Stretch:
    """A phase to come, the round it belongs to, and the challenge it is about, if it is about one."""

    round: int
    phase: Phase
    challenge: ChallengeId | None = None
    perhaps: bool = False
    """Whether it comes only if objections have to be met: half of them are."""


@frozen
class Pace:
    """How a table keeps to its plan, in seconds: in the present phase, and over all so far."""

    spent: float
    planned: float
    behind: float = 0

    @property
    def over(self) -> bool:
        """Tells whether the phase has taken the time planned for it."""
        return self.spent >= self.planned


@frozen
class Course:
    """A session beside its plan: the minutes of play planned, and the seconds of them that lie behind its state.

    Without minutes each phase takes what the rules say, however many there are.
    """

    minutes: int
    state: State
    gone: float = 0

    def own(self, game: Game) -> float:
        """Returns the seconds planned for the present phase: its share of what is left, within the rules' range."""
        if self.state.phase is Phase.ENDED:
            return 0.0
        if not self.minutes:
            return _minutes(game, self.state.phase).value * MINUTE
        return _share(game, outline(game, self.state), self.minutes * MINUTE - self.gone)

    def moved(self, game: Game, state: State) -> Self:
        """Returns the course once the table has gone on to its next phase."""
        return evolve(self, gone=self.gone + self.own(game), state=state)


def course(game: Game, state: State, minutes: int = 0) -> Course:
    """Returns the course of a table that is taken to have kept to its plan so far."""
    all_of_it = minutes_by_rules(game)
    behind = all_of_it - _whole(game, outline(game, state))
    return Course(minutes, state, max(0.0, behind) * MINUTE * (minutes / all_of_it if minutes else 1.0))


def minutes_by_rules(game: Game, opposed: bool = True) -> float:
    """Returns how long the rules say a whole session takes, in minutes; `opposed` where some object."""
    return _whole(game, [each for each in outline(game, first_state(game)) if opposed or not each.perhaps])


def outline(game: Game, state: State) -> tuple[Stretch, ...]:
    """Returns the present phase and those that follow, if each challenge is answered in the present way."""
    return tuple(_Ahead(game, state).walk(state))


def shared_out(game: Game, stretches: Sequence[Stretch], minutes: float) -> tuple[float, ...]:
    """Returns the minutes that each phase takes of those there are for all of them, as the clock would give them."""
    found: list[float] = []
    for place in range(len(stretches)):
        left = minutes - sum(found)
        found.append(_share(game, stretches[place:], left * MINUTE) / MINUTE)
    return tuple(found)


class _Ahead:
    """What is left of the agenda and of the time points as the phases to come are gone through."""

    def __init__(self, game: Game, state: State) -> None:
        self.game, self.way = game, state.procedure
        self.cost = milli(game.model.procedures[state.procedure].time.value)
        self.round, self.time, self.opened = state.round, state.time, state.opened
        self.queue = list(state.queue)
        self.shelved = bool(state.shelf)

    def walk(self, state: State) -> Iterator[Stretch]:
        if state.phase is Phase.ENDED:
            return
        yield from self._begun(state)
        while self.round < self.game.rounds:
            self._next_round()
            yield Stretch(self.round, Phase.BRIEFING)
            yield from self._rest()

    def _begun(self, state: State) -> Iterator[Stretch]:
        """Yields what is left of the present round."""
        yield Stretch(self.round, state.phase, state.challenge)
        if state.phase is Phase.RESOLUTION:
            yield Stretch(self.round, Phase.REFLECTION)
        if state.phase in (Phase.RESOLUTION, Phase.REFLECTION):
            return
        if state.question is not None:
            yield Stretch(self.round, Phase.BRIEFING)
        elif self.way == BUDGET and state.phase is Phase.DECISION:
            self.shelved = False
        elif state.challenge is not None:
            phases = BY_WAY.get(self.way, IN_TURN)
            yield from self._in_turn(state.challenge, phases[_place(phases, state) + 1 :])
        yield from self._rest()

    def _rest(self) -> Iterator[Stretch]:
        """Yields the challenges that the round still takes, what is decided of them together, and how it closes."""
        while self.opened < spread(self.game, self.round, len(self.queue), self.opened) and self.time >= self.cost:
            self.opened += 1
            yield from self._in_turn(self.queue.pop(0), BY_WAY.get(self.way, IN_TURN))
        every = max(1, round(self.game.model.rules.deciding.every.value))
        if self.shelved and (self.round % every == 0 or self.round >= self.game.rounds):
            self.shelved = False
            yield Stretch(self.round, Phase.DECISION)
        yield from (Stretch(self.round, Phase.RESOLUTION), Stretch(self.round, Phase.REFLECTION))

    def _in_turn(self, challenge: ChallengeId, phases: tuple[Phase, ...]) -> Iterator[Stretch]:
        again = len(phases) - (self.way == CONSENT) * len(BY_WAY[CONSENT][len(IN_TURN) :])
        for place, phase in enumerate(phases):
            yield Stretch(self.round, phase, challenge, place >= again)
        self.time -= self.cost
        self.shelved = self.way == BUDGET

    def _next_round(self) -> None:
        finance = self.game.model.rules.finance
        self.time = min(self.time + milli(finance.time_per_round.value), milli(finance.time_most.value))
        self.round, self.opened = self.round + 1, 0


def _place(phases: tuple[Phase, ...], state: State) -> int:
    """Returns where a challenge stands among its phases: at the last of a kind once objections have been met."""
    found = [place for place, phase in enumerate(phases) if phase is state.phase]
    return (found[-1] if state.asked_again else found[0]) if found else len(phases)


def _minutes(game: Game, phase: Phase) -> Coefficient:
    return next(rule.minutes for rule in game.model.rules.phases if rule.id == phase.value)


def _whole(game: Game, stretches: Sequence[Stretch]) -> float:
    """Returns the minutes that the rules give to phases together."""
    return sum(_minutes(game, each.phase).value * (HALF if each.perhaps else 1) for each in stretches)


def _share(game: Game, ahead: Sequence[Stretch], left: float) -> float:
    """Returns the seconds that the first of some phases takes of those left for all, within the rules' range."""
    rule = _minutes(game, ahead[0].phase)
    part = HALF if ahead[0].perhaps else 1
    share = left * part * rule.value / _whole(game, ahead)
    return min(rule.high * MINUTE, max(rule.low * MINUTE, share))
