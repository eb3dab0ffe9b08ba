"""What has been played, turn by turn, on each line of play: the trunk, and the branches that left it."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from attrs import evolve, field, frozen

from game.engine.events import Event, GameEnded, PhaseBegan
from game.engine.moves import Move
from game.engine.setup import first_state
from game.engine.state import Drawn, Game, Proposal, State
from game.engine.step import step
from game.errors import IllegalMove, JournalError
from game.journal import Line, Told


@frozen
class Turn:
    """One accepted move: what was asked, what happened, and the state it led to."""

    move: Move
    events: tuple[Event, ...]
    state: State

    @property
    def digest(self) -> str:
        """Returns the fingerprint of the state it led to."""
        return digest(self.state)


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


def retraced(game: Game, told: Told, file: str) -> list[Track]:
    """Returns every line of play of a journal, verified by where it led; what two lines share is played once.

    Raises JournalError for the first move that is no longer legal, or after which the state differs.
    """
    tracks: list[Track] = []
    lines = told.lines()
    for number, line in enumerate(lines):
        turns = max((_shared(line, lines[each], tracks[each]) for each in range(number)), key=len, default=[])
        state = turns[-1].state if turns else first_state(game)
        for place, made in enumerate(line.moves[len(turns) :], len(turns) + 1):
            try:
                state, events = step(game, state, made.move)
            except IllegalMove as refused:
                raise JournalError("error.journal_illegal", file=file, move=place) from refused
            turns.append(Turn(made.move, events, state))
        if turns and turns[-1].digest != line.moves[-1].digest:
            raise JournalError("error.journal_differs", file=file, move=_parting(line, turns))
        tracks.append(Track(turns, line.name, line.parent, line.at))
    return tracks


def _parting(line: Line, turns: Sequence[Turn]) -> int:
    """Returns the number of the first move after which a line is elsewhere than its journal says."""
    pairs = enumerate(zip(line.moves, turns, strict=True), 1)
    return next(place for place, (made, turn) in pairs if turn.digest != made.digest)


def _shared(line: Line, other: Line, played: Track) -> list[Turn]:
    """Returns the turns of another line up to where the two part."""
    pairs = zip(line.moves, other.moves, strict=False)
    parted = (place for place, (one, two) in enumerate(pairs) if one != two)
    return played.turns[: next(parted, min(len(line.moves), len(other.moves)))]


def digest(state: State) -> str:
    """Returns a short fingerprint of everything in a state that a replay must reproduce."""
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
    )
    told = ", ".join((*map(repr, seen), state.city.told, *map(repr, since)))
    return blake2b(f"({told})".encode(), digest_size=6).hexdigest()


def _proposal_seen(proposal: Proposal) -> tuple[object, ...]:
    amended = [(each.change.value, each.to) for each in proposal.amended]
    return proposal.intervention, proposal.district, proposal.proposers, proposal.partners, proposal.authors, amended


def _map_seen(drawn: Drawn) -> tuple[object, ...]:
    arrows = [(arrow.from_, arrow.to, arrow.strength) for arrow in drawn.map.arrows]
    return drawn.round, drawn.moment.value, drawn.map.author, arrows
