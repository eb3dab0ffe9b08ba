"""Taking out of a session's files what people ask to be forgotten, while the window goes on with the session."""

import datetime

from game.errors import GameError
from game.forgetting.anew import Part, forget, forget_room
from game.forgetting.kept import kept_answers
from game.forgetting.whole import delete_session
from game.journal.file import Journal, read_journal
from game.session import Session
from game.ui.commands import DeleteSession, Forget, ForgetRoom
from game.ui.facilitator.desk import Desk


def erase(session: Session, desk: Desk, asked: Forget | ForgetRoom | DeleteSession) -> None:
    """Carries it out. Raises GameError where there is no file, or one can't be written: it is then as it was."""
    if session.journal is None:
        raise GameError("error.nothing_kept")
    if isinstance(asked, DeleteSession):
        _delete(session, session.journal)
        desk.notes = []
        return
    _rewrite(session, session.journal, asked)
    if isinstance(asked, ForgetRoom) and asked.part is Part.NOTES:
        desk.notes = []


def _rewrite(session: Session, journal: Journal, asked: Forget | ForgetRoom) -> None:
    """Writes the journal anew without what is to be forgotten, and goes on with it."""
    journal.close()
    try:
        today, told = datetime.datetime.now().astimezone().date().isoformat(), read_journal(journal.path)
        if isinstance(asked, Forget):
            kept = kept_answers(session, asked.player) if asked.kept else ()
            forget(session, told, journal.path, asked.player, today, kept)
        else:
            forget_room(session, told, journal.path, frozenset((asked.part,)), today)
    finally:
        session.journal = Journal.reopen(journal.path, read_journal(journal.path))


def _delete(session: Session, journal: Journal) -> None:
    """Deletes every file of the session, which stays in the window until that is left."""
    journal.close()
    try:
        delete_session(journal.path)
    finally:
        kept = journal.path.exists()
        session.journal = Journal.reopen(journal.path, read_journal(journal.path)) if kept else None
    session.commitments = {}
