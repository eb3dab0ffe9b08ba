"""Deleting what a session's files hold of the people at a seat, so that the session can still be replayed.

The journal is written anew, entry by entry, by the hand that wrote it first: names are left out, words that somebody
typed become a mark, and each line gets the number, the fingerprint and the check sum that it then has. What the seat
played stays, as the role's: without it nothing after it would hold. The last line says what was deleted and when.
"""

from collections.abc import Iterator, Sequence
from glob import escape
from pathlib import Path
from typing import Final

from attrs import evolve

from game.bots.balloting import FEAR
from game.commitments import TAIL, keep_commitments
from game.content.keptsheets import ENDING
from game.content.shapes import StakeholderId
from game.engine.inventing import playing
from game.engine.moves import Answer, Bargain, Estimate, Move, Promise
from game.engine.seating import Gather
from game.engine.setup import first_state
from game.engine.state import Game
from game.engine.step import step
from game.errors import GameError, JournalError
from game.journal import (
    Branched,
    Entry,
    Forgotten,
    Journal,
    MoveMade,
    Seat,
    SeatChanged,
    Told,
    Undone,
    WentTo,
    read_journal,
)
from game.session import Session
from game.turns import Track, digest, retraced

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
    """Returns the move without the names, and with a mark in place of the words, that a seat typed."""
    match move:
        case Answer(player=who) if who == player and words_of(move, player):
            return evolve(move, reason=MARK)
        case Gather(player=who) if who == player:
            return evolve(move, people=("",) * len(move.people))
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
    names = names_of(told, player)
    texts = sum(len(words_of(entry.move, player)) for entry in told.entries if isinstance(entry, MoveMade))
    done = Forgotten(player, len(names), texts + (player in session.commitments), on)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    try:
        game = _written_anew(session.game, told, fresh, player, done)
        again = read_journal(fresh)
        game, tracks = retraced(game, again, str(path))
        _same_city(session.tracks, tracks, path)
        fresh.replace(path)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise JournalError("error.journal_unwritable", file=str(path), reason=reason) from fault
    finally:
        fresh.unlink(missing_ok=True)
    keep_commitments(path, {seat: said for seat, said in session.commitments.items() if seat != player})
    session.commitments.pop(player, None)
    session.reread(game, tracks, again)
    return done


def names_of(told: Told, player: StakeholderId) -> tuple[str, ...]:
    """Returns the names given at a seat, at first and whenever its people changed, each once."""
    seated = (*told.header.seats, *(entry.seat for entry in told.entries if isinstance(entry, SeatChanged)))
    people = [seat.people for seat in seated if seat.player == player]
    moves = (entry.move for entry in told.entries if isinstance(entry, MoveMade))
    people += [move.people for move in moves if isinstance(move, Gather) and move.player == player]
    return tuple(dict.fromkeys(name for each in people for name in each if name))


def _written_anew(game: Game, told: Told, file: Path, player: StakeholderId, done: Forgotten) -> Game:
    """Writes the journal without what a seat's people said of themselves, and returns the game that it then sets up."""
    header = evolve(told.header, seats=tuple(_unnamed(seat, player) for seat in told.header.seats))
    names = names_of(told, player)
    entries = tuple(_voiceless(_wordless(entry, player), names) for entry in told.entries)
    wordless = evolve(told, header=header, entries=entries)
    unnamed = evolve(game, seated=wordless.seats())
    journal = Journal(file, header)
    try:
        for entry in (*_fingerprinted(wordless, unnamed), done):
            journal.append(entry)
    finally:
        journal.close()
    return unnamed


def _unnamed(seat: Seat, player: StakeholderId) -> Seat:
    return evolve(seat, people=("",) * len(seat.people)) if seat.player == player else seat


def _wordless(entry: Entry, player: StakeholderId) -> Entry:
    match entry:
        case MoveMade(move=move):
            return evolve(entry, move=without_words(move, player))
        case SeatChanged(seat=seat):
            return SeatChanged(_unnamed(seat, player))
    return entry


def _voiceless(entry: Entry, names: Sequence[str]) -> Entry:
    """Returns an entry in which none of these names has estimated an invented answer; what it estimated stays."""
    match entry:
        case MoveMade(move=Estimate(voice=voice) as move) if voice in names:
            return evolve(entry, move=evolve(move, voice=f"{MARK} {names.index(voice) + 1}"))
    return entry


def _fingerprinted(told: Told, game: Game) -> Iterator[Entry]:
    """Yields the entries of a journal, each move with the fingerprint of the state that it now leads to."""
    lines, left, present = [[first_state(game)]], [0], 0
    for entry in told.entries:
        states = lines[present]
        match entry:
            case MoveMade(move=move):
                states.append(step(game, states[-1], move)[0])
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


def _same_city(tracks: Sequence[Track], again: Sequence[Track], path: Path) -> None:
    """Raises JournalError unless every line led to the same city: words weigh nothing in the sums."""
    for before, after in zip(tracks, again, strict=True):
        ends = [track.turns[-1].state.city.values.tolist() for track in (before, after) if track.turns]
        if ends and ends[0] != ends[-1]:
            raise JournalError("error.journal_differs", file=str(path), move=len(after.turns))
