"""Deleting what a session's files hold of people, by writing its journal anew.

The journal is written entry by entry, by the hand that wrote it first: names are left out, words that somebody typed
become a mark, and each line gets the number, the fingerprint and the check sum that it then has. What the seats played
stays, as the roles': without it nothing after it would hold. The last line says what was deleted and when; it is there
only once everything it tells of is gone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from glob import escape
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from game.commitments import TAIL, commitments_file, written
from game.content.inventing import Idea, id_of
from game.content.keptsheets import ENDING
from game.content.shapes import InterventionId, StakeholderId
from game.engine.inventing import as_written, playing
from game.engine.moves import Admit, Invent, Move
from game.engine.seating import Seat
from game.engine.setup import first_state
from game.engine.state import Game, State
from game.engine.step import step
from game.errors import GameError, JournalError
from game.forgetting.wordless import (
    MARK,
    authors_of,
    ideas_of,
    moves_in,
    names_of,
    renamed,
    unreasoned,
    unsigned,
    voiceless,
    without_words,
    words_of,
)
from game.journal.entries import Branched, Entry, Forgotten, MoveMade, SeatChanged, Told, Undone, WentTo
from game.journal.file import Journal, read_journal
from game.session import Session
from game.turns import Track, digest, retraced

NOTES: Final = ".notes.txt"
"""How the file of the facilitator's notes ends, which is else the journal's."""
NO_COPY: Final = (TAIL, ENDING, NOTES, ".new", ".jsonl")
"""How files beside a journal end that are not made from it: commitments, questionnaires, notes, other journals."""
ROOM: Final = StakeholderId("")
"""Whose it is, where something belongs to the whole room."""


class Part(Enum):
    """What is on file of a whole room, and can be deleted by itself."""

    MAPS = "maps"
    """The authors of maps of causes; the maps stay."""
    BRANCHES = "branches"
    """The names of lines of play; the lines stay."""
    NOTES = "notes"
    """The facilitator's notes."""


@frozen
class _Cleared:
    """A journal without some of its words, and what becomes of the files beside it: new content, or None."""

    told: Told
    done: Forgotten
    beside: Mapping[Path, bytes | None]


def copies(journal: Path) -> tuple[Path, ...]:
    """Returns the files made from a journal that lie beside it: they keep what they say until they are made again."""
    beside = sorted(journal.parent.glob(f"{escape(journal.stem)}.*"))
    return tuple(each for each in beside if each != journal and not each.name.endswith(NO_COPY))


def notes_file(journal: Path) -> Path:
    """Returns where the facilitator's notes of a journal's session are kept."""
    return journal.with_suffix(NOTES)


def notes_of(journal: Path) -> tuple[str, ...]:
    """Returns the facilitator's notes, none where there is no file of them that can be read."""
    try:
        return tuple(notes_file(journal).read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError):
        return ()


def branch_names(told: Told) -> tuple[str, ...]:
    """Returns the names that lines of play were given, each once; those already deleted are none."""
    named = (entry.name for entry in told.entries if isinstance(entry, Branched))
    return tuple(dict.fromkeys(name for name in named if name and not name.startswith(MARK)))


def forget(
    session: Session, told: Told, path: Path, player: StakeholderId, on: str, kept: Sequence[Path] = ()
) -> Forgotten:
    """Deletes a seat's names, written words and commitment from the files of a session, and returns what that was.

    `session` is the one that `told` replays to, and forgets with its files; any journal open on `path` must be closed.
    `on` is the day; `kept` are files beside a scenario that go with the rest. Raises GameError for a seat there is not,
    JournalError when a file can't be written: everything then stands as it was.
    """
    if player not in session.game.players:
        raise GameError("error.no_such_seat", found=player, known=", ".join(session.game.players))
    names, ideas = names_of(told, player), ideas_of(told)
    texts = sum(len(words_of(move, player)) for move in moves_in(told))
    done = Forgotten(player, len(names), texts + (player in session.commitments), on)
    left = {seat: said for seat, said in session.commitments.items() if seat != player}

    def cleared(move: Move) -> Move:
        return voiceless(without_words(move, player, ideas), names)

    header = evolve(told.header, seats=tuple(_unnamed(seat, player) for seat in told.header.seats))
    entries = tuple(_unseated(_moved(entry, cleared), player) for entry in told.entries)
    beside = {commitments_file(path): written(left) if left else None, **dict.fromkeys(kept)}
    _rewrite(session, told, path, _Cleared(evolve(told, header=header, entries=entries), done, beside))
    session.commitments.pop(player, None)
    return done


def forget_room(session: Session, told: Told, path: Path, parts: frozenset[Part], on: str) -> Forgotten:
    """Deletes the authors of maps, the names of branches or the notes, and returns what that was; as `forget` does."""
    authors = authors_of(told) if Part.MAPS in parts else ()
    names = branch_names(told) if Part.BRANCHES in parts else ()
    notes = notes_of(path) if Part.NOTES in parts else ()
    done = Forgotten(ROOM, len(authors) + len(names), len(notes), on)
    entries = tuple(_unbranded(_moved(entry, lambda move: unsigned(move, authors)), names) for entry in told.entries)
    beside: dict[Path, bytes | None] = {notes_file(path): None} if Part.NOTES in parts else {}
    _rewrite(session, told, path, _Cleared(evolve(told, entries=entries), done, beside))
    return done


def _rewrite(session: Session, told: Told, path: Path, cleared: _Cleared) -> None:
    """Puts a cleared journal in the place of the old one, and the files beside it in their new state before that."""
    fresh = path.with_suffix(".new")
    old: dict[Path, bytes | None] = {}
    try:
        fresh.unlink(missing_ok=True)
        game = _written_anew(as_written(session.game), told, fresh, cleared)
        again = read_journal(fresh)
        game, tracks = retraced(game, again, str(path))
        _same_city(session.tracks, tracks, path)
        old = {file: file.read_bytes() if file.exists() else None for file in cleared.beside}
        _put(cleared.beside)
        fresh.replace(path)
    except OSError as fault:
        _put(old)
        reason = fault.strerror or str(fault)
        raise JournalError("error.journal_unwritable", file=str(path), reason=reason) from fault
    finally:
        fresh.unlink(missing_ok=True)
    session.reread(game, tracks, again)


def _put(files: Mapping[Path, bytes | None]) -> None:
    """Gives files their content, or takes them away."""
    for file, content in files.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def _written_anew(game: Game, told: Told, file: Path, cleared: _Cleared) -> Game:
    """Writes the cleared journal, and returns the game that it then sets up."""
    unnamed = evolve(game, seated=cleared.told.seats())
    journal = Journal(file, cleared.told.header)
    try:
        for entry in (*_fingerprinted(told, cleared.told, unnamed), cleared.done):
            journal.append(entry)
    finally:
        journal.close()
    return unnamed


def _moved(entry: Entry, cleared: Callable[[Move], Move]) -> Entry:
    return evolve(entry, move=cleared(entry.move)) if isinstance(entry, MoveMade) else entry


def _unseated(entry: Entry, player: StakeholderId) -> Entry:
    return SeatChanged(_unnamed(entry.seat, player)) if isinstance(entry, SeatChanged) else entry


def _unnamed(seat: Seat, player: StakeholderId) -> Seat:
    return evolve(seat, people=("",) * len(seat.people)) if seat.player == player else seat


def _unbranded(entry: Entry, names: Sequence[str]) -> Entry:
    match entry:
        case Branched(name=name) if name in names:
            return evolve(entry, name=f"{MARK} {names.index(name) + 1}")
    return entry


def _fingerprinted(told: Told, cleared: Told, game: Game) -> Iterator[Entry]:
    """Yields the entries of a journal, each move with the fingerprint of the state that it now leads to.

    An invented answer without its words has another id from the moment it is admitted: moves after it have that one.
    """
    lines, left, present = [[first_state(game)]], [0], 0
    ids: dict[InterventionId, InterventionId] = {}
    before = {new: old for old, new in zip(_invented(told), _invented(cleared), strict=True) if old != new}
    for entry in cleared.entries:
        states = lines[present]
        match entry:
            case MoveMade(move=move):
                move = renamed(move, ids)
                if isinstance(move, Admit) and states[-1].inventions[move.number].idea in before:
                    move = unreasoned(move)
                states.append(step(game, states[-1], move)[0])
                ids |= _renames(states[-1], before)
                yield MoveMade(move, digest(playing(game, states[-1]), states[-1]))
                continue
            case Undone() if len(states) - 1 > left[present]:
                states.pop()
            case Branched(at=at):
                lines.append(states[: at + 1])
                left.append(at)
                present = len(lines) - 1
            case WentTo(line=line) if line < len(lines):
                present = line
        yield entry


def _invented(told: Told) -> list[Idea]:
    return [move.idea for move in moves_in(told) if isinstance(move, Invent)]


def _renames(state: State, before: Mapping[Idea, Idea]) -> dict[InterventionId, InterventionId]:
    """Returns the old and the new id of each admitted answer that has lost its words."""
    return {
        id_of(before[held.idea], [figures for _, figures in held.estimates]): held.card.id
        for held in state.inventions
        if held.card is not None and held.idea in before
    }


def _same_city(tracks: Sequence[Track], again: Sequence[Track], path: Path) -> None:
    """Raises JournalError unless every line led to the same city: words weigh nothing in the sums."""
    for before, after in zip(tracks, again, strict=True):
        ends = [track.turns[-1].state.city.values.tolist() for track in (before, after) if track.turns]
        if ends and ends[0] != ends[-1]:
            raise JournalError("error.journal_differs", file=str(path), move=len(after.turns))
