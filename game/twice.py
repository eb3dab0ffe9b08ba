"""Journals that tell one session twice: a copy under another name, in another folder, or kept before the end.

A journal only grows, so a copy of it begins as it does, and what it lacks is the end: of two that tell one session the
longer one counts. Two that part ways after a common beginning are two sessions, for two things were played.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from game.content.keptsheets import beside
from game.errors import GameError
from game.journal.entries import Entry, Forgotten, MoveMade, Told
from game.journal.file import read_journal

BEGUN: Final = ("began", "seed", "scenario", "procedure", "rounds")
"""What a session is begun with, as its journal's first line says it: to the second, and with a seed of its own."""


@frozen
class Twice:
    """A journal that tells what another one tells: their places among those asked for."""

    place: int
    of: int
    """The one that counts."""
    shorter: bool
    """Whether the session goes further in the one that counts."""


@frozen(order=True)
class _Copy:
    """One journal of those begun as one: the more there is in it, the earlier it comes."""

    lacks: int
    """Less the number of its entries."""
    named: bool
    """Whether nobody has had their names and words deleted from it: where somebody has, that copy counts."""
    bare: bool
    """Whether it has no questionnaires beside it."""
    place: int
    told: Told = field(eq=False)


def told_twice(journals: Sequence[Path]) -> tuple[Twice, ...]:
    """Returns the journals that tell a session which another one tells, in their order; one that can't be read is none.

    Only those whose first lines say the same are read whole.
    """
    begun = [_begun(journal) for journal in journals]
    order = sorted((said, place) for place, said in enumerate(begun) if said)
    alike = ([place for _, place in each] for _, each in groupby(order, key=lambda each: each[0]))
    found = (twice for places in alike if len(places) > 1 for twice in _among(journals, places))
    return tuple(sorted(found, key=lambda twice: twice.place))


def _begun(journal: Path) -> str:
    """Returns what a journal's session was begun with; nothing where its first line can't be read."""
    try:
        with journal.open(encoding="utf-8") as file:
            header: dict[str, Any] = json.loads(file.readline())["header"]
        return repr([[header[name] for name in BEGUN], [seat["player"] for seat in header["seats"]]])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _among(journals: Sequence[Path], places: Sequence[int]) -> Iterator[Twice]:
    """Yields those of some journals that another one of them makes needless, the longest coming first."""
    counting: list[_Copy] = []
    for copy in sorted(_read(journals, places)):
        of = next((each for each in counting if _begins(each.told, copy.told)), None)
        if of is None:
            counting.append(copy)
        else:
            yield Twice(copy.place, of.place, of.lacks < copy.lacks)


def _read(journals: Sequence[Path], places: Sequence[int]) -> Iterator[_Copy]:
    for place in places:
        try:
            told = read_journal(journals[place])
        except GameError:
            continue
        bare = not beside(journals[place]).exists()
        yield _Copy(-len(_played(told)), not told.forgotten(), bare, place, told)


def _begins(whole: Told, part: Told) -> bool:
    """Tells whether one journal is the beginning of another, or all of it.

    What was deleted from one of them has changed the fingerprints of its moves: then who did what is compared alone.
    """
    loosely = bool(whole.forgotten() or part.forgotten())
    ends = zip(_played(whole), _played(part), strict=False)
    return all(_seen(one, loosely) == _seen(other, loosely) for one, other in ends)


def _played(told: Told) -> list[Entry]:
    return [entry for entry in told.entries if not isinstance(entry, Forgotten)]


def _seen(entry: Entry, loosely: bool) -> tuple[object, ...]:
    """Returns what tells an entry from others."""
    match entry:
        case MoveMade(move, digest):
            return type(move), getattr(move, "player", ""), "" if loosely else digest
    return (type(entry),) if loosely else (entry,)
