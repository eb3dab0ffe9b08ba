"""What has been played, turn by turn, on each line of play: the trunk, and the branches that left it."""

from collections.abc import Callable, Generator, Sequence
from hashlib import blake2b
from typing import Any, Final

from attrs import evolve, field, frozen

from game.city.fitting import fitting
from game.city.state import CityState, Works
from game.engine.events import Event, GameEnded, PhaseBegan
from game.engine.inventing import playing
from game.engine.invention import Invention
from game.engine.moves import Move
from game.engine.resolution import Due, Resolved, due, resolved, resolved_together
from game.engine.setup import first_state
from game.engine.state import Drawn, Game, Proposal, State, changed
from game.engine.step import taken
from game.errors import IllegalMove, JournalError
from game.journal.entries import Line, Told


@frozen
class Turn:
    """One accepted move: what was asked, what happened, and the state it led to."""

    move: Move
    events: tuple[Event, ...]
    state: State


@frozen
class Track:
    """A line of play: the trunk, or a branch that left track `parent` after its first `at` turns."""

    turns: list[Turn] = field(factory=list)
    """Every turn that leads here, those before the branching included; the session adds and takes back at the end."""
    name: str = ""
    parent: int | None = None
    at: int = 0


@frozen
class Moment:
    """A moment to go back to: the opening of a phase, after so many turns, and what happened until the next one."""

    at: int
    state: State
    events: tuple[Event, ...] = ()


OPENS: Final = (PhaseBegan, GameEnded)
"""Events that open a moment."""
CITIES: Final = ("city", "before", "after")
"""Where events carry a city."""


def moments(game: Game, turns: Sequence[Turn]) -> list[Moment]:
    """Returns the moments at which a phase opened, from the first."""
    found = [Moment(0, first_state(game))]
    for number, turn in enumerate(turns, 1):
        opened = max((place for place, each in enumerate(turn.events) if isinstance(each, OPENS)), default=None)
        before = turn.events if opened is None else turn.events[:opened]
        found[-1] = evolve(found[-1], events=(*found[-1].events, *before))
        if opened is not None:
            found.append(Moment(number, turn.state))
    return found


Retraced = tuple[Game, list[Track]]
"""A game with every answer that was invented on some of its lines of play, and these lines."""
Retracing = Generator[Due, Resolved, Retraced]
"""A journal being played again: it waits wherever a round is to be resolved."""


def retraced(game: Game, told: Told, file: str) -> Retraced:
    """Returns every line of play of a journal, verified by where it led; what two lines share is played once.

    Raises JournalError for the first move that is no longer legal, or after which the state differs.
    """
    course = _retracing(game, told, file)
    try:
        waiting = next(course)
        while True:
            waiting = course.send(resolved(*waiting))
    except StopIteration as done:
        found: Retraced = done.value
        return found


def retraced_together(asked: Sequence[tuple[Game, Told, str]]) -> list[Retraced | JournalError]:
    """Returns what `retraced` makes of each journal, or raises; their rounds are resolved side by side."""
    found: dict[int, Retraced | JournalError] = {}
    courses = {number: _retracing(*each) for number, each in enumerate(asked)}
    answers: dict[int, Resolved | None] = dict.fromkeys(courses)
    while answers:
        waiting: dict[int, Due] = {}
        for number, answer in answers.items():
            try:
                waiting[number] = next(courses[number]) if answer is None else courses[number].send(answer)
            except StopIteration as done:
                found[number] = done.value
            except JournalError as fault:
                found[number] = fault
        answers = dict(zip(waiting, resolved_together([*waiting.values()]), strict=True))
    return [found[number] for number in range(len(asked))]


def _retracing(game: Game, told: Told, file: str) -> Retracing:
    tracks: list[Track] = []
    lines = told.lines()
    for number, line in enumerate(lines):
        turns = max((_shared(line, lines[each], tracks[each]) for each in range(number)), key=len, default=[])
        state = turns[-1].state if turns else first_state(game)
        for place, made in enumerate(line.moves[len(turns) :], len(turns) + 1):
            before, at_hand = state, playing(game, state)
            try:
                state, events = taken(at_hand, before, made.move)
            except IllegalMove as refused:
                raise JournalError("error.journal_illegal", file=file, move=place) from refused
            if due(before, state):
                state, more = yield at_hand, state
                events = (*events, *more)
            turns.append(Turn(made.move, events, state))
        if turns and _digest(game, turns[-1]) != line.moves[-1].digest:
            raise JournalError("error.journal_differs", file=file, move=_parting(game, line, turns))
        tracks.append(Track(turns, line.name, line.parent, line.at))
    return together(game, tracks)


def together(game: Game, tracks: Sequence[Track]) -> tuple[Game, list[Track]]:
    """Returns the game with every answer invented on some lines of play, and these with each city fitted to it.

    A turn that two lines share stays shared. `game` is the one that every turn was played from.
    """
    whole = playing(game, *(track.turns[-1].state for track in tracks if track.turns))
    if whole is game:
        return game, list(tracks)
    fitted = {id(turn): _fitted(game, whole, turn) for track in tracks for turn in track.turns}
    return whole, [evolve(track, turns=[fitted[id(turn)] for turn in track.turns]) for track in tracks]


def _fitted(game: Game, whole: Game, turn: Turn) -> Turn:
    """Returns a turn whose cities have the cards of the whole game."""
    before = playing(game, turn.state).model
    if before is whole.model:
        return turn
    fit = fitting(before, whole.model).of
    events = tuple(_event_fitted(event, fit) for event in turn.events)
    return evolve(turn, events=events, state=changed(turn.state, city=fit(turn.state.city)))


def _event_fitted(event: Event, fit: Callable[[CityState], CityState]) -> Event:
    held: dict[str, Any] = {name: getattr(event, name, None) for name in CITIES}
    cities: dict[str, Any] = {name: fit(city) for name, city in held.items() if isinstance(city, CityState)}
    return evolve(event, **cities) if cities else event


def _parting(game: Game, line: Line, turns: Sequence[Turn]) -> int:
    """Returns the number of the first move after which a line is elsewhere than its journal says."""
    pairs = enumerate(zip(line.moves, turns, strict=True), 1)
    return next(place for place, (made, turn) in pairs if _digest(game, turn) != made.digest)


def _shared(line: Line, other: Line, played: Track) -> list[Turn]:
    """Returns the turns of another line up to where the two part."""
    pairs = zip(line.moves, other.moves, strict=False)
    parted = (place for place, (one, two) in enumerate(pairs) if one != two)
    return played.turns[: next(parted, min(len(line.moves), len(other.moves)))]


def _digest(game: Game, turn: Turn) -> str:
    """Returns the fingerprint of the state that a turn led to, played from a game that may lack its answers."""
    return digest(playing(game, turn.state), turn.state)


def digest(game: Game, state: State) -> str:
    """Returns a short fingerprint of everything in a state that a replay must reproduce.

    Answers that were invented on another line of play leave it as it is.
    """
    seen = (
        (state.round, state.phase.value, state.time, state.queue, state.challenge, state.opened),
        [_proposal_seen(proposal) for proposal in (*state.proposals, *state.shelf)],
        state.passed,
        [(s.player, s.intervention, s.stand.value) for s in state.stances],
        state.heard,
        [repr(ballot) for ballot in (*state.ballots, *state.objections)],
        (state.question, state.asked, state.changed_way, state.together, state.watches, state.lost, state.former),
        (state.considered, state.asked_again, state.given_up, state.pick and state.pick.chosen),
        [repr(each) for each in (*state.suggested, *state.deals)],
    )
    since = (
        state.lifted,
        *(_map_seen(drawn) for drawn in state.maps),
        *([state.sheets] if state.sheets else []),  # journals older than polls keep their fingerprints
        *(["scoreless"] if state.scoreless else []),  # and those older than hidden scores
        *([repr((state.roster, state.lent, state.closed))] if state.roster else []),  # or than people coming and going
        *(_invention_seen(held) for held in state.inventions),
    )
    told = ", ".join((*map(repr, seen), _city_told(game, state), *map(repr, since)))
    return blake2b(f"({told})".encode(), digest_size=6).hexdigest()


def _city_told(game: Game, state: State) -> str:
    """Returns what a replay must reproduce of the city, without the answers that this state does not know.

    Those it knows come last, in the order they were invented, whatever their place in the game.
    """
    if not game.invented:
        return state.city.told
    places = {card: place for place, card in enumerate(game.model.cards.ids)}
    written = [place for card, place in places.items() if card not in game.invented]
    columns = [*written, *(places[card] for card in state.invented)]
    return evolve(state.city, works=Works(state.city.works.table[:, columns])).told


def _invention_seen(held: Invention) -> tuple[object, ...]:
    card = held.card.id if held.card else ""
    return held.player, held.idea.challenge, held.idea.title, held.estimates, held.admitted, held.reason, card


def _proposal_seen(proposal: Proposal) -> tuple[object, ...]:
    amended = [(each.change.value, each.to) for each in proposal.amended]
    return proposal.intervention, proposal.district, proposal.proposers, proposal.partners, proposal.authors, amended


def _map_seen(drawn: Drawn) -> tuple[object, ...]:
    arrows = [(arrow.from_, arrow.to, arrow.strength) for arrow in drawn.map.arrows]
    return drawn.round, drawn.moment.value, drawn.map.author, arrows
