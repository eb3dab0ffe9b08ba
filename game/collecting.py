"""`whose-city report --data` and `whose-city collect FOLDER`: sessions as tables, one or many workshops.

Journals are read side by side, on every core; what can't be read is named at the end, with its reason.
"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import zip_longest
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
PART: Final = 4
"""Journals that a process is given at a time: few, so that all are done at the same moment."""
_SCENARIOS: "dict[str, Loaded]" = {}
_RULES: "dict[tuple[str, str], LoadedRules]" = {}
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
    from game.content.strictyaml import uncollected
    from game.report.data.pooled import pooled
    from game.report.data.tables import joined

    journals = sorted(asked.folder.rglob(JOURNALS))
    if not journals:
        raise GameError(_nothing_in(asked.folder), folder=str(asked.folder))
    read, folder = [], asked.output or asked.folder / "collected"
    with _processes(len(journals)) as pool, uncollected():
        for each in _each_read(journals, words.language, _named(asked.scenario or ()), pool):
            read.append(each)
            if len(read) % 50 == 0:
                print(words.say("data.progress", number=len(read), of=len(journals)), file=sys.stderr)
        tables = joined(each.tables for each in read if each.tables is not None)
        tables["pooled"] = pooled(tables)
        tables |= _learning(tables, words)
        left_out = [words.say("data.left_out", journal=each.journal, why=each.fault) for each in read if each.fault]
        silent = [each for each in read if each.without]
        left_out += [words.say("learning.left_out", journal=each.journal, why=each.without) for each in silent]
        _write(tables, folder, words, asked.parquet, left_out, pool)
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
    tables: "dict[str, Table]",
    folder: Path,
    words: Words,
    parquet: bool,
    left_out: list[str] | None = None,
    pool: Executor | None = None,
) -> None:
    """Writes every file of some tables; a process of the pool, where there is one, takes half of the work."""
    from game.report.data.consent import consent_sheet
    from game.report.data.files import write_database, write_parquet, write_workbook

    try:
        folder.mkdir(parents=True, exist_ok=True)
        texts = pool.submit(_write_texts, tables, folder, words.language) if pool else None
        write_workbook(tables, folder / "tables.xlsx", words)
        (folder / f"consent.{words.language}.html").write_text(consent_sheet(words), encoding="utf-8")
        if left_out is not None:
            write_database(tables, folder / "workshops.sqlite")
            _report(tables, left_out, folder / f"report.{words.language}.html", words)
        texts.result() if texts else _write_texts(tables, folder, words.language)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise GameError("error.page_unwritable", file=str(fault.filename or folder), reason=reason) from fault
    if parquet:
        write_parquet(tables, folder)


def _nothing_in(folder: Path) -> str:
    """Returns what to say of a folder without journals, by its key: that it is none, or a file, or has none in it."""
    if folder.is_file():
        return "error.collect_file"
    return "error.no_journals" if folder.is_dir() else "error.collect_missing"


def _write_texts(tables: "dict[str, Table]", folder: Path, language: str) -> None:
    """Writes the files for machines: CSV with its codebook, and JSON."""
    from game import VERSION
    from game.report.data.files import write_csv, write_json

    write_csv(tables, folder, words_in(language), VERSION)
    write_json(tables, folder / "tables.json")


def _report(tables: "dict[str, Table]", left_out: list[str], path: Path, words: Words) -> None:
    from game.content.load import load_rulebook
    from game.report.data.overview import overview

    ways = {str(each.id): words.of(each.name) for each in load_rulebook().rulebook.procedures}
    path.write_text(overview(tables, left_out, ways, words), encoding="utf-8")


def _named(folders: Iterable[Path]) -> dict[str, str]:
    """Returns where scenarios lie that are not installed, by id. Raises ContentError where one has faults."""
    from game.content.load import load_scenario

    return {load_scenario(folder).scenario.id: str(folder) for folder in folders}


def _processes(journals: int) -> Executor | nullcontext[None]:
    """Returns a process for each core but this one's where there are many journals; else none: this one reads all."""
    others = min(os.cpu_count() or 1, journals // FEW) - 1
    return ProcessPoolExecutor(others, get_context("spawn"), gc.disable) if others > 0 else nullcontext()


def _each_read(
    journals: list[Path], language: str, scenarios: Mapping[str, str], pool: Executor | None
) -> Iterator[Read]:
    """Yields each journal in its order.

    This process reads from the front and those of the pool from the end; where they meet, all is read.
    """
    read = partial(_each_of, language=language, scenarios=scenarios)
    names = [str(journal) for journal in journals]
    parts = [names[first : first + PART] for first in range(0, len(names), PART)]
    elsewhere = [pool.submit(read, part) for part in reversed(parts)] if pool else []
    for part, reading in zip_longest(parts, reversed(elsewhere)):
        yield from read(part) if reading is None or reading.cancel() else reading.result()


def _each_of(journals: list[str], language: str, scenarios: Mapping[str, str]) -> list[Read]:
    return [read_one(journal, language, scenarios) for journal in journals]


def _content(told: "Told", scenarios: Mapping[str, str]) -> "tuple[Loaded, LoadedRules]":
    """Returns what a journal was played with, read once for all that name the same."""
    from game.session import rules_of, scenario_of

    name, pack = told.header.scenario, (told.header.pack, told.header.pack_file)
    if name not in _SCENARIOS:
        folder = scenarios.get(name)
        _SCENARIOS[name] = scenario_of(told, Path(folder) if folder else None)
    if pack not in _RULES:
        _RULES[pack] = rules_of(told)
    return _SCENARIOS[name], _RULES[pack]


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
        session = replayed(path, told, *_content(told, scenarios), explained=False)
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
