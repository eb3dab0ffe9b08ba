"""Many journals read for their tables: on every core, those of a kind replayed side by side."""

import gc
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import groupby, zip_longest
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from attrs import frozen

from game.content.load import Loaded, LoadedRules
from game.errors import ContentError, GameError
from game.journal.entries import Told
from game.journal.file import read_journal
from game.replaying import Recording, replayed_together, rules_of, scenario_of
from game.report.data.gathered import Named, tables_of_each
from game.report.data.learnt import learnt_tables
from game.report.data.tables import Table
from game.session import Session
from game.wording.errors import sentence
from game.wording.problems import sentence as problem
from game.wording.words import Words, words_in

FEW: Final = 12
"""Journals read in this process: starting others takes longer."""
PART: Final = 16
"""Journals replayed side by side, at most: many, so that they share their work; few, so that all cores end together."""
_SCENARIOS: dict[str, Loaded] = {}
_RULES: dict[tuple[str, str], LoadedRules] = {}
"""Scenarios and rules read so far, by what journals call them."""


@frozen
class Read:
    """What became of one journal: its tables, or the sentence that says why there are none."""

    journal: str
    tables: dict[str, Table] | None
    fault: str = ""
    without: str = ""
    """What the sheets beside it could not be read for; its other tables are there."""


def processes(journals: int) -> Executor | nullcontext[None]:
    """Returns a process for each core but this one's where there are many journals; else none: this one reads all."""
    others = min(os.cpu_count() or 1, journals // FEW) - 1
    return ProcessPoolExecutor(others, get_context("spawn"), gc.disable) if others > 0 else nullcontext()


def each_read(
    journals: Sequence[Path], language: str, scenarios: Mapping[str, str], pool: Executor | None
) -> Iterator[tuple[int, Read]]:
    """Yields what became of each journal, with its place among them: those of a kind come one after another.

    `scenarios` says where those lie that are not installed, by id. This process reads from the front and those of the
    pool from the end; where they meet, all is read.
    """
    read = partial(read_part, language=language, scenarios=scenarios)
    parts = _parts(journals)
    named = [[str(journals[place]) for place in part] for part in parts]
    elsewhere = [pool.submit(read, part) for part in reversed(named)] if pool else []
    for places, part, reading in zip_longest(parts, named, reversed(elsewhere)):
        found = read(part) if reading is None or reading.cancel() else reading.result()
        yield from zip(places, found, strict=True)


def _parts(journals: Sequence[Path]) -> list[list[int]]:
    """Returns the places of the journals, in parts that were played in the same city, and in the same way if it can be.

    A process then reads few scenarios, and most cities of a part move as one.
    """
    kinds = [_kind(journal) for journal in journals]
    order = sorted(range(len(journals)), key=lambda place: (kinds[place], place))
    cities = [list(places) for _, places in groupby(order, key=lambda place: kinds[place][0])]
    return [places[first : first + PART] for places in cities for first in range(0, len(places), PART)]


def _kind(journal: Path) -> tuple[str, str]:
    """Returns the scenario and the way of deciding that a journal names; nothing where it can't be read."""
    try:
        with journal.open(encoding="utf-8") as file:
            header = json.loads(file.readline())["header"]
        return str(header["scenario"]), str(header["procedure"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


def read_part(journals: Sequence[str], language: str, scenarios: Mapping[str, str]) -> list[Read]:
    """Returns what became of each of some journals, replayed side by side and verified."""
    words = words_in(language)
    opened = [_opened(Path(journal), scenarios, words) for journal in journals]
    recordings = [each for each in opened if isinstance(each, Recording)]
    told = iter(_told(recordings, replayed_together(recordings), words))
    return [next(told) if isinstance(each, Recording) else each for each in opened]


def _opened(journal: Path, scenarios: Mapping[str, str], words: Words) -> Recording | Read:
    """Returns a journal as read, with what it was played with; or why it can't be replayed."""
    try:
        told = read_journal(journal)
        return Recording(journal, told, *_content(told, scenarios))
    except GameError as fault:
        return Read(journal.name, None, _why(fault, words))


def _content(told: Told, scenarios: Mapping[str, str]) -> tuple[Loaded, LoadedRules]:
    """Returns what a journal was played with, read once for all that name the same."""
    name, pack = told.header.scenario, (told.header.pack, told.header.pack_file)
    if name not in _SCENARIOS:
        folder = scenarios.get(name)
        _SCENARIOS[name] = scenario_of(told, Path(folder) if folder else None)
    if pack not in _RULES:
        _RULES[pack] = rules_of(told)
    return _SCENARIOS[name], _RULES[pack]


def _told(recordings: Sequence[Recording], sessions: Sequence[Session | GameError], words: Words) -> list[Read]:
    """Returns the tables of journals that have been replayed, or why one could not be."""
    pairs = [*zip(recordings, sessions, strict=True)]
    held = [_named(recording, session) for recording, session in pairs if isinstance(session, Session)]
    tables = iter(tables_of_each(held, words))
    return [
        _with_answers(recording.path, next(tables), words)
        if isinstance(session, Session)
        else Read(recording.path.name, None, _why(session, words))
        for recording, session in pairs
    ]


def _named(recording: Recording, session: Session) -> Named:
    header = recording.told.header
    return Named(session, recording.path.stem, header.began, header.version)


def _with_answers(journal: Path, tables: dict[str, Table], words: Words) -> Read:
    answers, without = _answers(journal, words)
    return Read(journal.name, tables | answers, without=without)


def _why(fault: GameError, words: Words) -> str:
    """Returns the sentence of a fault: of the first one, where content has several."""
    return problem(fault.problems[0], words) if isinstance(fault, ContentError) else sentence(fault, words)


def _answers(journal: Path, words: Words) -> tuple[dict[str, Table], str]:
    """Returns the tables of the sheets beside a journal, and why there are none where they can't be read."""
    try:
        return learnt_tables(journal, words), ""
    except ContentError as fault:
        return {}, problem(fault.problems[0], words)
