"""`whose-city report --data` and `whose-city collect FOLDER`: sessions as tables, one or many workshops.

Journals are read side by side, one process a core; what can't be read is named at the end, with its reason.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from game.errors import ContentError, GameError
from game.wording.words import Words, words_in

if TYPE_CHECKING:
    from game.content.load import Loaded, LoadedRules
    from game.journal import Told
    from game.report.data.tables import Table
    from game.session import Session

JOURNALS: Final = "*.jsonl"
FEW: Final = 12
"""Journals read in this process: starting others takes longer."""
_CONTENT: "dict[tuple[str, str, str], tuple[Loaded, LoadedRules]]" = {}
"""Scenarios and rules read so far, by what journals call them."""


@frozen
class Read:
    """What became of one journal: its tables, or the sentence that says why there are none."""

    journal: str
    tables: "dict[str, Table] | None"
    fault: str = ""
    without: str = ""
    """What the sheets beside it could not be read for; its other tables are there."""


def collect(asked: Namespace, words: Words) -> int:
    """Writes the workbook, the CSV files with their codebook, the database and the report of a folder of journals.

    Returns how many journals were left out. Raises GameError where there is none, or nowhere to write.
    """
    from game.report.data.pooled import pooled
    from game.report.data.tables import joined

    journals = sorted(asked.folder.rglob(JOURNALS))
    if not journals:
        raise GameError("error.no_journals", folder=str(asked.folder))
    read = []
    for each in _each_read(journals, words.language, _named(asked.scenario or ())):
        read.append(each)
        if len(read) % 50 == 0:
            print(words.say("data.progress", number=len(read), of=len(journals)), file=sys.stderr)
    tables = joined(each.tables for each in read if each.tables is not None)
    tables["pooled"] = pooled(tables)
    tables |= _learning(tables, words)
    left_out = [words.say("data.left_out", journal=each.journal, why=each.fault) for each in read if each.fault]
    silent = [each for each in read if each.without]
    left_out += [words.say("learning.left_out", journal=each.journal, why=each.without) for each in silent]
    folder = asked.output or asked.folder / "collected"
    _write(tables, folder, words, asked.parquet, left_out)
    print(words.count("data.collected", sum(not each.fault for each in read), folder=folder))
    for line in left_out:
        print(line, file=sys.stderr)
    return len(left_out)


def _learning(tables: "dict[str, Table]", words: Words) -> "dict[str, Table]":
    """Returns what all workshops together learnt, where questionnaires were filled in."""
    if "changes" not in tables:
        return {}
    from game.content.load_questions import load_questions
    from game.report.data.learnt import pooled_learning

    measuring = load_questions().measuring
    return pooled_learning(tables, words, measuring.confidence.value / 100, round(measuring.fewest.value))


def export(
    session: "Session", journal: Path, began: str, version: str, folder: Path, words: Words, parquet: bool
) -> None:
    """Writes the tables of one session into a folder, with those of the sheets beside its journal.

    Raises GameError where that can't be done.
    """
    from game.report.data.gathered import tables_of
    from game.report.data.learnt import learnt_tables

    tables = tables_of(session, words, journal.stem, began, version) | learnt_tables(journal, words)
    _write(tables, folder, words, parquet)


def _write(
    tables: "dict[str, Table]", folder: Path, words: Words, parquet: bool, left_out: list[str] | None = None
) -> None:
    from game import VERSION
    from game.report.data.consent import consent_sheet
    from game.report.data.files import write_csv, write_database, write_json, write_parquet, write_workbook

    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_csv(tables, folder, words, VERSION)
        write_json(tables, folder / "tables.json")
        write_workbook(tables, folder / "tables.xlsx", words)
        (folder / f"consent.{words.language}.html").write_text(consent_sheet(words), encoding="utf-8")
        if left_out is not None:
            write_database(tables, folder / "workshops.sqlite")
            _report(tables, left_out, folder / f"report.{words.language}.html", words)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise GameError("error.page_unwritable", file=str(fault.filename or folder), reason=reason) from fault
    if parquet:
        write_parquet(tables, folder)


def _report(tables: "dict[str, Table]", left_out: list[str], path: Path, words: Words) -> None:
    from game.content.load import load_rulebook
    from game.report.data.overview import overview

    ways = {str(each.id): words.of(each.name) for each in load_rulebook().rulebook.procedures}
    path.write_text(overview(tables, left_out, ways, words), encoding="utf-8")


def _named(folders: Iterable[Path]) -> dict[str, str]:
    """Returns where scenarios lie that are not installed, by id. Raises ContentError where one has faults."""
    from game.content.load import load_scenario

    return {load_scenario(folder).scenario.id: str(folder) for folder in folders}


def _each_read(journals: list[Path], language: str, scenarios: Mapping[str, str]) -> Iterator[Read]:
    """Yields each journal in its order, read on every core where there are many."""
    workers = min(os.cpu_count() or 1, len(journals) // FEW)
    pool: Executor | nullcontext[None] = (
        ProcessPoolExecutor(workers, get_context("spawn")) if workers > 1 else nullcontext()
    )
    with pool as executor:
        names: Iterable[str] = [str(journal) for journal in journals]
        todo = (names, (language for _ in journals), (scenarios for _ in journals))
        yield from executor.map(read_one, *todo, chunksize=8) if executor else map(read_one, *todo)


def _content(told: "Told", scenarios: Mapping[str, str]) -> "tuple[Loaded, LoadedRules]":
    """Returns what a journal was played with, read once for all that name the same."""
    from game.session import rules_of, scenario_of

    key = told.header.scenario, told.header.pack, told.header.pack_file
    if key not in _CONTENT:
        folder = scenarios.get(told.header.scenario)
        _CONTENT[key] = scenario_of(told, Path(folder) if folder else None), rules_of(told)
    return _CONTENT[key]


def read_one(journal: str, language: str, scenarios: Mapping[str, str]) -> Read:
    """Returns the tables of one journal, replayed and verified, or why there are none.

    `scenarios` says where those lie that are not installed, by id.
    """
    from game.journal import read_journal
    from game.report.data.gathered import tables_of
    from game.session import replayed
    from game.wording.errors import sentence

    words, path = words_in(language), Path(journal)
    try:
        told = read_journal(path)
        session = replayed(path, told, *_content(told, scenarios))
        header = told.header
        tables = tables_of(session, words, path.stem, header.began, header.version)
        answers, without = _answers(path, words)
        return Read(path.name, tables | answers, without=without)
    except ContentError as fault:
        from game.wording.problems import sentence as problem

        return Read(path.name, None, problem(fault.problems[0], words))
    except GameError as fault:
        return Read(path.name, None, sentence(fault, words))


def _answers(journal: Path, words: Words) -> "tuple[dict[str, Table], str]":
    """Returns the tables of the sheets beside a journal, and why there are none where they can't be read."""
    from game.report.data.learnt import learnt_tables
    from game.wording.problems import sentence

    try:
        return learnt_tables(journal, words), ""
    except ContentError as fault:
        return {}, sentence(fault.problems[0], words)
