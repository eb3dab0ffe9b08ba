"""Maps being drawn in the window: what is on the wall, what has changed since, what goes to the journal."""

from pathlib import Path
from typing import Final

from attrs import evolve

from game.content.causalmap import AUTHOR_LONGEST, CausalMap, Moment
from game.content.load import load_rulebook
from game.content.rulebook import Rulebook
from game.engine.moves import Draw
from game.errors import GameError
from game.ui.room import Room

MARK: Final = "map-"
"""What the name of a map's file has before its moment and author."""
LISTED: Final = 30
"""Files offered for loading, the newest first."""


def rules_of(room: Room) -> Rulebook:
    """Returns the rules of the session on the table, or the shipped ones where none is."""
    return room.session.game.model.rules if room.playing else load_rulebook().rulebook


def on_wall(room: Room, moment: Moment) -> tuple[CausalMap, ...]:
    """Returns the maps the session keeps for a moment, the last one drawn at the end."""
    if not room.playing:
        return ()
    return tuple(drawn.map for drawn in room.session.state.maps if drawn.moment is moment)


def sketch(room: Room, moment: Moment, author: str) -> CausalMap:
    """Returns the map in hand for a moment: the one being drawn, else the last one on the wall, else an empty one."""
    if moment in room.sketches:
        return room.sketches[moment]
    kept = on_wall(room, moment)
    return kept[-1] if kept else CausalMap(author, ())


def finished(drawn: CausalMap, author: str) -> CausalMap:
    """Returns a map under its author's name, or under `author` where none was written."""
    return evolve(drawn, author=drawn.author.strip() or author)


def unkept(room: Room, moment: Moment, author: str) -> bool:
    """Tells whether the map in hand for a moment differs from those on the wall."""
    if moment not in room.sketches:
        return False
    drawn = finished(room.sketches[moment], author)
    same = [kept for kept in on_wall(room, moment) if kept.author == drawn.author]
    return drawn != same[0] if same else bool(drawn.arrows)


def to_keep(room: Room, author: str) -> list[Draw]:
    """Returns the moves that put on the wall what has been drawn since; none where no session is open."""
    if not room.playing:
        return []
    waiting = [moment for moment in room.sketches if unkept(room, moment, author)]
    return [Draw(finished(room.sketches[moment], author), moment) for moment in waiting]


def keep_all(room: Room, author: str) -> None:
    """Puts on the wall what is still in hand, for when the window closes on it; raises JournalError."""
    for move in to_keep(room, author):
        room.handle(move)


def moment_now(room: Room) -> Moment:
    """Returns the moment a map drawn now most likely speaks of."""
    if not room.playing or not room.session.turns:
        return Moment.BEFORE
    if room.session.over:
        return Moment.AFTER
    return Moment.BEFORE if room.session.state.round == 1 else Moment.DURING


def file_for(room: Room, drawn: CausalMap, moment: Moment) -> Path:
    """Returns where a map is saved as CSV: beside the journal, named by its moment and its author."""
    journal = room.session.journal if room.playing else None
    stem = f"{journal.path.stem}-" if journal else ""
    author = "-".join("".join(mark if mark.isalnum() else " " for mark in drawn.author).split())
    return room.folder / f"{stem}{MARK}{moment.value}-{author}.csv"


def author_in(file: Path) -> str:
    """Returns the author that the name of a map's file gives: what follows its moment, or the whole name."""
    _, mark, rest = file.stem.rpartition(MARK)
    named = rest.partition("-")[2] if mark else file.stem
    return " ".join(named.replace("-", " ").split())[:AUTHOR_LONGEST].strip()


def files_at_hand(room: Room) -> tuple[Path, ...]:
    """Returns the CSV files of the sessions folder, the newest first."""
    try:
        found = [(path.stat().st_mtime, path) for path in room.folder.glob("*.csv")]
    except OSError as fault:
        raise GameError("error.map_folder", file=str(room.folder), reason=fault.strerror or str(fault)) from fault
    return tuple(path for _, path in sorted(found, reverse=True)[:LISTED])
