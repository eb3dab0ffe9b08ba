"""What could have been different in a round, and the session as it would then have gone."""

from collections.abc import Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from game.city.state import CityState
from game.content.shapes import ChallengeId, ProcedureId
from game.engine.asking import decided_by
from game.engine.events import ChallengeOpened, CityMoved, Decided, Event
from game.engine.legal import may_refuse_pick
from game.engine.moves import Decide
from game.engine.state import PLAYABLE
from game.session import Session
from game.whatif.following import Following, place_of
from game.whatif.swapping import Swaps, swaps_of


class Kind(Enum):
    """What would have been different."""

    ANSWER = "answer"
    """Another answer to a challenge, of the same or another tech level; or none."""
    WAY = "way"
    """Another way of deciding, from the opening of a round on."""


@frozen
class Departure:
    """What would have been different, and from which round on."""

    round: int
    kind: Kind
    of: str
    """The answer or the way of deciding; "" for no answer."""
    challenge: ChallengeId | None = None
    was: str = ""
    """The answer that was chosen, or the way the city decided in."""
    picked: bool = False
    """Whether the optimiser had picked that answer: nobody proposes another, it can only be refused."""


@frozen
class Elsewhere:
    """A session as it would have gone."""

    departure: Departure
    cities: tuple[CityState, ...]
    """At the start and after each round, as `Session.cities`."""
    came: str
    """What the challenge came to; "" for none. Of another way: that way."""
    replayed: int
    """Recorded moves of seats that were played again."""
    lost: int
    """Recorded moves of seats that no longer held."""
    computers: bool
    """Whether computer players held every seat after it."""

    @property
    def held(self) -> bool:
        """Tells whether it came to what was asked for: an answer may lose all the same."""
        return self.came == self.departure.of


def departures(session: Session, round_: int) -> tuple[Departure, ...]:
    """Returns what could have been different in a round: the answers the city could afford, then the ways."""
    found = [each for opened, made in _settled(session, round_) for each in _answers(session, opened, made)]
    at = _opening(session, round_)
    now = session.states[at].procedure
    ways = (way for way in PLAYABLE if way in session.game.model.procedures and way != now)
    return (*found, *(Departure(round_, Kind.WAY, way, was=now) for way in ways))


def rounds(session: Session) -> tuple[int, ...]:
    """Returns the rounds that were played to their end."""
    return tuple(range(1, len(session.cities)))


def _settled(session: Session, round_: int) -> Iterator[tuple[int, Decided]]:
    """Yields each challenge of a round for which an answer was chosen, and after how many turns it opened."""
    opened: dict[ChallengeId, int] = {}
    for number, turn in enumerate(session.turns, 1):
        for event in turn.events:
            if isinstance(event, ChallengeOpened):
                opened[event.challenge] = number
            if isinstance(event, Decided) and event.round == round_ and event.taken and event.challenge in opened:
                yield opened[event.challenge], event


def _answers(session: Session, opened: int, made: Decided) -> Iterator[Departure]:
    state = session.states[opened]
    if state.pick is not None:
        if may_refuse_pick(session.game, state):
            yield Departure(made.round, Kind.ANSWER, "", made.challenge, str(made.taken), picked=True)
        return
    affordable = {offer[0] for offer in state.offers}
    for answer in session.game.challenge(made.challenge).answers:
        if answer.id != made.taken and answer.id in affordable:
            yield Departure(made.round, Kind.ANSWER, answer.id, made.challenge, str(made.taken))
    yield Departure(made.round, Kind.ANSWER, "", made.challenge, str(made.taken))


def _opening(session: Session, round_: int) -> int:
    """Returns after how many turns a round opened."""
    return next(number for number, state in enumerate(session.states) if state.round == round_)


def elsewhere(session: Session, departure: Departure, computers: bool = False) -> Elsewhere:
    """Returns the session as it would have gone; with `computers`, they hold every seat once it has departed."""
    game = evolve(session.game, explained=False)
    if departure.kind is Kind.WAY:
        at = until = _opening(session, departure.round)
        start = decided_by(session.states[at], ProcedureId(departure.of))
    else:
        at, until = _of_challenge(session, departure)
        start = session.states[at]
    line, end = Following(game, start), place_of(session.state)
    if departure.picked:
        line.follow(session, at, until - 1, {})
        line.play(Decide(game.model.scenario.decider, None))
    else:
        line.follow(session, at, until, _swaps(session, departure, at, until))
    if not computers:
        line.follow(session, until, len(session.turns), {})
    line.carry_on(end, everyone=computers)
    before = [event.after for turn in session.turns[:at] for event in turn.events if isinstance(event, CityMoved)]
    cities = (session.game.start, *before, *(event.after for event in line.events if isinstance(event, CityMoved)))
    return Elsewhere(departure, cities, _came(departure, line.events), line.replayed, line.lost, computers)


def _of_challenge(session: Session, departure: Departure) -> tuple[int, int]:
    """Returns after how many turns a challenge opened, and was decided."""
    at = next(opened for opened, made in _settled(session, departure.round) if made.challenge == departure.challenge)
    decided = (
        number
        for number, turn in enumerate(session.turns, 1)
        for event in turn.events
        if isinstance(event, Decided) and (event.round, event.challenge) == (departure.round, departure.challenge)
    )
    return at, next(decided)


def _came(departure: Departure, events: Sequence[Event]) -> str:
    if departure.kind is Kind.WAY:
        return departure.of
    made = (e for e in events if isinstance(e, Decided) and e.challenge == departure.challenge)
    return str(next((event.taken for event in made), None) or "")


def _swaps(session: Session, departure: Departure, at: int, until: int) -> Swaps:
    if departure.kind is Kind.WAY:
        return {}
    return swaps_of([turn.move for turn in session.turns[at:until]], departure.was, departure.of)
