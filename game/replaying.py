"""A session taken up again: from its journal, replayed and verified, alone or beside others; or with other links."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from game.commitments import commitments_beside
from game.content.fingerprints import changed_since
from game.content.load import Loaded, LoadedRules, load_rulebook, load_scenario, scenario_roots
from game.content.shapes import PAPER
from game.engine.moves import Adjust
from game.engine.setup import new_game
from game.errors import GameError, IllegalMove, JournalError
from game.journal.entries import Told
from game.journal.file import Journal, read_journal
from game.session import Session
from game.turns import retraced, retraced_together


@frozen
class Recording:
    """A journal as read, and what it was played with."""

    path: Path
    told: Told
    loaded: Loaded
    rules: LoadedRules


def resume(path: Path, loaded: Loaded, rules: LoadedRules) -> tuple[Session, Told]:
    """Returns the session of a journal, replayed and verified, ready to go on.

    Raises JournalError when its content has changed, when a move is no longer legal, or when a state differs.
    """
    told = read_journal(path)
    session = replayed(path, told, loaded, rules)
    session.journal = Journal.reopen(path, told)
    return session, told


def replayed(path: Path, told: Told, loaded: Loaded, rules: LoadedRules) -> Session:
    """Returns the session of a journal as read, verified move by move, with no journal open.

    Raises JournalError as `resume` does.
    """
    session = _begun(Recording(path, told, loaded, rules))
    session.reread(*retraced(session.game, told, str(path)), told)
    return session


def replayed_together(recordings: Sequence[Recording]) -> list[Session | GameError]:
    """Returns the session of each journal, or why there is none: what `replayed` does, in a fraction of the time.

    Their events leave out the contributions, for those who work them out together.
    """
    found = [_attempted(recording) for recording in recordings]
    begun = [(place, each) for place, each in enumerate(found) if isinstance(each, Session)]
    asked = [(each.game, recordings[place].told, str(recordings[place].path)) for place, each in begun]
    for (place, session), told in zip(begun, retraced_together(asked), strict=True):
        if isinstance(told, JournalError):
            found[place] = told
        else:
            session.reread(*told, recordings[place].told)
    return found


def _attempted(recording: Recording) -> Session | GameError:
    try:
        return _begun(recording, explained=False)
    except GameError as fault:
        return fault


def _begun(recording: Recording, explained: bool = True) -> Session:
    """Returns a journal's session before its first move, with the commitments kept beside it.

    Raises GameError where its content has changed, or what lies beside it can't be read.
    """
    header, loaded, rules = recording.told.header, recording.loaded, recording.rules
    file = str(recording.path)
    if header.scenario != loaded.scenario.id:
        raise JournalError("error.journal_scenario", file=file, expected=header.scenario, found=loaded.scenario.id)
    changed = changed_since(header.hashes, loaded, rules)
    if changed:
        raise JournalError("error.journal_changed", file=file, changed=", ".join(changed))
    game = new_game(
        loaded.scenario, rules.rulebook, header.seed, header.rounds, header.procedure, explained, header.manner,
        header.agenda,
    )  # fmt: skip
    session = Session(game, recording.told.seats(), pack=rules.pack)
    session.commitments = commitments_beside(recording.path)
    return session


def otherwise(session: Session, contested: Sequence[Adjust]) -> tuple[Session, int]:
    """Returns the session as it would have gone with other links from the start, and how many moves no longer held.

    The same moves are played against the same luck; a move that has become illegal (too dear, not yet possible) is
    left out and counted. Raises IllegalMove for a link that can't be moved so.
    """
    other, lost = Session(session.game, session.game.seated, pack=session.pack), 0
    for move in contested:
        other.submit(move)
    for turn in session.turns:
        try:
            other.submit(turn.move)
        except IllegalMove:
            lost += 1
    return other, lost


def scenario_of(told: Told, folder: Path | None = None) -> Loaded:
    """Returns the scenario a journal was played with: from `folder`, or found by its id among those installed.

    Answers of rooms that were kept beside it since are left out, so that a session never bars its own replay.

    Raises JournalError when it is nowhere, ContentError when it has faults.
    """
    if folder is not None:
        return load_scenario(folder, kept=told.header.hashes)
    for root in scenario_roots():
        if (root / told.header.scenario).is_dir():
            return load_scenario(root / told.header.scenario, kept=told.header.hashes)
    raise JournalError("error.journal_no_scenario", scenario=told.header.scenario)


def rules_of(told: Told, pack: Path | str | None = None) -> LoadedRules:
    """Returns the rules a journal was played with: as `pack` has them when given, else as its own pack does.

    Raises JournalError when that pack is nowhere, ContentError when it has faults.
    """
    from game.content.load_packs import find_pack, pack_folders

    if pack is not None:
        return load_rulebook(pack=pack)
    header = told.header
    if header.pack == PAPER:
        return load_rulebook()
    if header.pack_file and Path(header.pack_file).exists():
        return load_rulebook(pack=header.pack_file)
    try:
        found = find_pack(header.pack)
    except GameError as fault:
        where = header.pack_file or str(pack_folders()[-1])
        raise JournalError("error.journal_no_pack", pack=header.pack, where=where) from fault
    return load_rulebook(pack=found)
