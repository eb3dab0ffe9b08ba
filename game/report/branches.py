"""The lines of play of a session that was branched: the trunk, each branch, and which of them a debrief tells."""

from game.city.scoring import gauges
from game.engine.events import CityMoved
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import State
from game.report.figures import PlayedLine
from game.session import Session
from game.turns import Track
from game.wording.teller import Teller


def branches(session: Session, teller: Teller) -> tuple[PlayedLine, ...]:
    """Returns every line of play, the trunk first; nothing where no branch was opened."""
    if len(session.tracks) < 2:
        return ()
    return tuple(_line(session, teller, number) for number in range(len(session.tracks)))


def line_name(session: Session, teller: Teller, number: int) -> str:
    """Returns what a line of play is called."""
    track = session.tracks[number]
    return teller.words.say("branches.trunk") if track.parent is None else track.name


def _line(session: Session, teller: Teller, number: int) -> PlayedLine:
    track = session.tracks[number]
    parent, left = "", ""
    if track.parent is not None:
        parent = line_name(session, teller, track.parent)
        left = _where(teller, _state(session, track, track.at))
    state = _state(session, track, len(track.turns))
    levels = gauges(session.game.model, state.city.values)
    names = [teller.measure(name) for name in levels]
    rounds = sum(isinstance(event, CityMoved) for turn in track.turns for event in turn.events)
    return PlayedLine(
        name=line_name(session, teller, number),
        parent=parent,
        left=left,
        reached=_where(teller, state),
        rounds=rounds,
        levels=tuple(zip(names, levels.values(), strict=True)),
        told=number == session.present,
    )


def _state(session: Session, track: Track, at: int) -> State:
    return track.turns[at - 1].state if at else first_state(session.game)


def _where(teller: Teller, state: State) -> str:
    words = teller.words
    if state.phase is Phase.ENDED:
        return words.say("branches.ended")
    return words.say("branches.where", round=words.whole(state.round), phase=teller.way(state.phase.value))

