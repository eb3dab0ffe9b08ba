"""What the files of a session hold about each seat, in plain words; and what people committed themselves to."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from game.content.cards import Secrecy
from game.content.shapes import StakeholderId
from game.engine.events import BallotCast, Event
from game.engine.moves import Ballot, Move
from game.forgetting.anew import ROOM, branch_names, notes_of
from game.forgetting.kept import kept_answers
from game.forgetting.whole import files_of
from game.forgetting.wordless import authors_of, names_of, words_of
from game.journal.entries import MoveMade, Told
from game.report.hindsight import Commitment, Recorded, RoomRecorded
from game.session import Session
from game.wording.sentences import event_told
from game.wording.teller import Teller


def commitments(session: Session, teller: Teller) -> tuple[Commitment, ...]:
    """Returns what each seat committed itself to, in the order they sit; seats that wrote nothing are left out."""
    said = session.commitments
    return tuple(Commitment(seat, teller.seat(seat), said[seat]) for seat in session.game.players if seat in said)


def recorded(session: Session, teller: Teller, told: Told | None = None) -> tuple[Recorded, ...]:
    """Returns seat by seat what is on file; `told` is the journal, which also keeps moves that were taken back."""
    return tuple(_seat(session, teller, told, seat) for seat in session.game.players)


def room_recorded(session: Session, teller: Teller, told: Told | None, journal: Path | None) -> RoomRecorded:
    """Returns what is on file of the whole room; `told` is the journal that lies at `journal`."""
    if told is None or journal is None:
        return RoomRecorded((), (), (), (), ())
    forgotten = tuple(_forgotten(session, teller, ROOM))
    files = tuple(file.name for file in files_of(journal))
    return RoomRecorded(authors_of(told), branch_names(told), notes_of(journal), forgotten, files)


def _seat(session: Session, teller: Teller, told: Told | None, seat: StakeholderId) -> Recorded:
    moves = _moves(session, told)
    mine = [move for move in moves if getattr(move, "player", None) == seat]
    texts = [words for move in mine for words in words_of(move, seat)]
    taken_back = len(mine) - sum(getattr(turn.move, "player", None) == seat for turn in session.turns)
    deeds, people = [*_deeds(session, teller, seat)], _people(session, told, seat)
    if taken_back > 0:
        deeds.append(teller.words.count("recorded.taken_back", taken_back))
    return Recorded(
        seat=seat,
        name=teller.seat(seat),
        held=_held(session, teller, seat, people),
        people=people,
        deeds=tuple(deeds),
        ballots=_ballots(session, teller, mine),
        cast=_cast(session, teller, mine),
        texts=tuple(dict.fromkeys(texts)),
        commitment=session.commitments.get(seat, ""),
        forgotten=tuple(_forgotten(session, teller, seat)),
        kept=tuple(map(str, kept_answers(session, seat))),
    )


def _moves(session: Session, told: Told | None) -> Sequence[Move]:
    if told is None:
        return [turn.move for turn in session.turns]
    return [entry.move for entry in told.entries if isinstance(entry, MoveMade)]


def _people(session: Session, told: Told | None, seat: StakeholderId) -> tuple[str, ...]:
    """Returns the names given at a seat: every one that the journal keeps, or those of the people there now."""
    return names_of(told, seat) if told else tuple(filter(None, session.seats[seat].people))


def _held(session: Session, teller: Teller, seat: StakeholderId, people: Sequence[str]) -> str:
    """Returns who holds a seat, and every name that is kept there: of those who have left it, too, or lend it."""
    held, say = session.holders[seat], teller.words.say
    lent = not held.bot and held.home != seat and bool(held.people)
    told = [say("recorded.people", who=", ".join(people))] if people else []
    if held.bot:
        told.append(say("recorded.computer"))
    elif lent:
        told.append(say("recorded.lent", seat=teller.seat(held.home)))
    return " ".join(told) or say("recorded.unnamed")


def _deeds(session: Session, teller: Teller, seat: StakeholderId) -> Iterator[str]:
    """Yields each move of a seat that stands, as the log tells it, with its round."""
    words = teller.words
    for before, turn in zip(session.states, session.turns, strict=False):
        if getattr(turn.move, "player", None) != seat:
            continue
        told = next((said for event in turn.events if (said := _said(teller, event))), None)
        if told:
            yield words.say("recorded.deed", round=words.whole(before.round), told=told)


def _said(teller: Teller, event: Event) -> str | None:
    return teller.words.say("recorded.ballot") if isinstance(event, BallotCast) else event_told(teller, event)


def _ballots(session: Session, teller: Teller, mine: Sequence[Move]) -> str:
    """Returns how many ballots a seat has cast, and whether the file can be made to tell what they say."""
    count = sum(isinstance(move, Ballot) for move in mine)
    if not count:
        return teller.words.say("recorded.no_ballot")
    return teller.words.count(f"recorded.{_secrecy(session)}", count)


def _cast(session: Session, teller: Teller, mine: Sequence[Move]) -> str:
    """Returns how many ballots a seat has cast, in secret or openly; a dash for none."""
    count = sum(isinstance(move, Ballot) for move in mine)
    return teller.words.count(f"recorded.cast_{_secrecy(session)}", count) if count else "–"


def _secrecy(session: Session) -> str:
    return "open" if session.game.manner.ballots is Secrecy.OPEN else "sealed"


def _forgotten(session: Session, teller: Teller, seat: StakeholderId) -> Iterator[str]:
    words = teller.words
    for done in session.forgotten:
        if done.player == seat:
            on = words.date(date.fromisoformat(done.on))
            names, texts = words.count("recorded.names", done.names), words.count("recorded.texts", done.texts)
            yield words.say("recorded.forgotten", on=on, names=names, texts=texts)
