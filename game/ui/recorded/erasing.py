"""Taking out of a session's files what people ask to be forgotten, while the window goes on with the session."""

import datetime
from typing import TYPE_CHECKING

from game.errors import GameError
from game.ui.commands import DeleteSession, Forget, ForgetRoom

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.ui.room import Room


def erase(room: "Room", asked: Forget | ForgetRoom | DeleteSession) -> None:
    """Carries it out. Raises GameError where there is no file, or one can't be written: it is then as it was."""
    if room.session.journal is None:
        raise GameError("error.nothing_kept")
    if room.writing is not None and not room.writing.over:
        raise GameError("error.still_writing")
    if isinstance(asked, DeleteSession):
        _delete(room)
    else:
        _rewrite(room, asked)


def _rewrite(room: "Room", asked: Forget | ForgetRoom) -> None:
    """Writes the journal anew without what is to be forgotten, and goes on with it."""
    from game.forgetting.anew import Part, forget, forget_room
    from game.forgetting.kept import kept_answers
    from game.journal import Journal, read_journal

    session, journal = room.session, room.session.journal
    assert journal is not None
    journal.close()
    try:
        today, told = datetime.datetime.now().astimezone().date().isoformat(), read_journal(journal.path)
        if isinstance(asked, Forget):
            kept = kept_answers(session, asked.player) if asked.kept else ()
            forget(session, told, journal.path, asked.player, today, kept)
        else:
            forget_room(session, told, journal.path, frozenset((asked.part,)), today)
            room.desk.notes = [] if asked.part is Part.NOTES else room.desk.notes
    finally:
        session.journal = Journal.reopen(journal.path, read_journal(journal.path))


def _delete(room: "Room") -> None:
    """Deletes every file of the session, which stays in the window until that is left."""
    from game.forgetting.whole import delete_session
    from game.journal import Journal, read_journal

    session, journal = room.session, room.session.journal
    assert journal is not None
    journal.close()
    try:
        delete_session(journal.path)
    finally:
        kept = journal.path.exists()
        session.journal = Journal.reopen(journal.path, read_journal(journal.path)) if kept else None
    session.commitments, room.desk.notes, room.page, room.document = {}, [], None, None
