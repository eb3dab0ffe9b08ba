"""Deleting what a session's files hold of the people at a seat, so that the session can still be replayed.

The journal is written anew, entry by entry, by the hand that wrote it first: names are left out, words that somebody
typed become a mark, and each line gets the number, the fingerprint and the check sum that it then has. What the seat
played stays, as the role's: without it nothing after it would hold. The last line says what was deleted and when.
"""

from glob import escape
from pathlib import Path
from typing import Final

from attrs import evolve

from game.bots.balloting import FEAR
from game.commitments import TAIL, keep_commitments
from game.content.keptsheets import ENDING
from game.content.shapes import StakeholderId
from game.engine.moves import Answer, Bargain, Move, Promise
from game.errors import GameError, JournalError
from game.journal import (
    Branched,
    Entry,
    Forgotten,
    Journal,
    MoveMade,
    Paced,
    Seat,
    SeatChanged,
    Told,
    Undone,
    Weighed,
    WentTo,
    read_journal,
)
from game.session import Session

NO_COPY: Final = (TAIL, ENDING, ".notes.txt", ".new", ".jsonl")
"""How files beside a journal end that are not made from it: commitments, questionnaires, notes, other journals."""
MARK: Final = "[…]"
"""What stands where words were: an objection, for one, holds only while it gives a reason."""


def words_of(move: Move, player: StakeholderId) -> tuple[str, ...]:
    """Returns the words that people at a seat typed with a move; those already deleted are no words."""
    match move:
        case Answer(player=who, reason=reason) if who == player:
            typed: tuple[str, ...] = (reason,)
        case Bargain(player=who) if who == player:
            typed = tuple(promise.words for promise in (move.gives, move.takes) if promise)
        case _:
            typed = ()
    return tuple(words for words in typed if words and words != MARK and not words.startswith(FEAR))


def without_words(move: Move, player: StakeholderId) -> Move:
    """Returns the move with a mark in place of the words that a seat typed."""
    match move:
        case Answer(player=who) if who == player and words_of(move, player):
            return evolve(move, reason=MARK)
        case Bargain(player=who) if who == player:
            return evolve(move, gives=_unworded(move.gives), takes=move.takes and _unworded(move.takes))
    return move


def _unworded(promise: Promise) -> Promise:
    return evolve(promise, words=MARK) if promise.words else promise


def copies(journal: Path) -> tuple[Path, ...]:
    """Returns the files made from a journal that lie beside it: they keep what they say until they are made again."""
    beside = sorted(journal.parent.glob(f"{escape(journal.stem)}.*"))
    return tuple(each for each in beside if each != journal and not each.name.endswith(NO_COPY))


def forget(session: Session, told: Told, path: Path, player: StakeholderId, on: str) -> Forgotten:
    """Deletes a seat's names, written words and commitment from the files of a session, and returns what that was.

    `session` is the one that `told` replays to, and forgets with its files; any journal open on `path` must be closed.
    `on` is the day. Raises GameError for a seat there is not, JournalError when a file can't be written: the old one
    then stands.
    """
    if player not in session.game.players:
        raise GameError("error.no_such_seat", found=player, known=", ".join(session.game.players))
    names = {name for seat in _seated(told) if seat.player == player for name in seat.people}
    texts = sum(len(words_of(entry.move, player)) for entry in told.entries if isinstance(entry, MoveMade))
    done = Forgotten(player, len(names), texts + (player in session.commitments), on)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    again = _written_anew(session, told, fresh, player)
    _same_city(session, again, path)
    assert again.journal is not None
    again.journal.append(done)
    again.journal.close()
    try:
        fresh.replace(path)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise JournalError("error.journal_unwritable", file=str(path), reason=reason) from fault
    keep_commitments(path, {seat: said for seat, said in session.commitments.items() if seat != player})
    session.commitments.pop(player, None)
    session.tracks = again.tracks
    session.retell(read_journal(path))
    return done


def _seated(told: Told) -> tuple[Seat, ...]:
    changes = (entry.seat for entry in told.entries if isinstance(entry, SeatChanged))
    return (*told.header.seats, *changes)


def _written_anew(session: Session, told: Told, file: Path, player: StakeholderId) -> Session:
    """Returns the session played again into a new journal, without what a seat's people said of themselves."""
    seats = tuple(_unnamed(seat, player) for seat in told.header.seats)
    header = evolve(told.header, seats=seats)
    again = Session(session.game, seats, Journal(file, header), session.pack)
    for entry in told.entries:
        _follow(again, entry, player)
    return again


def _unnamed(seat: Seat, player: StakeholderId) -> Seat:
    return evolve(seat, people=()) if seat.player == player else seat


def _follow(again: Session, entry: Entry, player: StakeholderId) -> None:
    match entry:
        case MoveMade(move):
            again.submit(without_words(move, player))
        case Undone():
            again.undo()
        case Branched(at, name):
            again.branch(at, name)
        case WentTo(line):
            again.go_to(line)
        case SeatChanged(seat):
            again.seat(_unnamed(seat, player))
        case Paced(minutes):
            again.pace(minutes)
        case Weighed() | Forgotten():
            assert again.journal is not None
            again.journal.append(entry)


def _same_city(session: Session, again: Session, path: Path) -> None:
    """Raises JournalError unless the session led to the same city on every line: words weigh nothing in the sums."""
    for before, after in zip(session.tracks, again.tracks, strict=True):
        ends = [track.turns[-1].state.city.values.tolist() for track in (before, after) if track.turns]
        if ends and ends[0] != ends[-1]:
            raise JournalError("error.journal_differs", file=str(path), move=len(after.turns))
