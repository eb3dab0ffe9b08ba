"""`whose-city report --data` and `whose-city collect FOLDER`: sessions as tables, one or many workshops.

Journals are read side by side, on every core; what can't be read is named at the end, with its reason.
"""

import sys
from argparse import Namespace
from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import GameError
from game.wording.words import Words, words_in

if TYPE_CHECKING:
    from game.report.data.tables import Table
    from game.session import Session

JOURNALS: Final = "*.jsonl"


def collect(asked: Namespace, words: Words) -> int:
    """Writes the workbook, the CSV files with their codebook, the database and the report of a folder of journals.

    Returns how many journals were left out for a fault; a session told twice counts once, and that is none. Raises
    GameError where there is no journal, or nowhere to write.
    """
    from game.content.strictyaml import uncollected
    from game.report.data.journals import Read, each_read, processes
    from game.report.data.pooled import pooled
    from game.report.data.tables import joined

    journals = sorted(asked.folder.rglob(JOURNALS), key=_place)
    if not journals:
        raise GameError(_nothing_in(asked.folder), folder=str(asked.folder))
    journals, copies = _counted(journals, asked.folder, words)
    found, folder = dict[int, Read](), asked.output or asked.folder / "collected"
    with processes(len(journals)) as pool, uncollected():
        for place, each in each_read(journals, words.language, _named(asked.scenario or ()), pool):
            found[place] = each
            if len(found) % 50 == 0:
                print(words.say("data.progress", number=len(found), of=len(journals)), file=sys.stderr)
        read = [found[place] for place in range(len(journals))]
        tables = joined(each.tables for each in read if each.tables is not None)
        tables["pooled"] = pooled(tables)
        tables |= _learning(tables, words)
        left_out = [words.say("data.left_out", journal=each.journal, why=each.fault) for each in read if each.fault]
        silent = [each for each in read if each.without]
        left_out += [words.say("learning.left_out", journal=each.journal, why=each.without) for each in silent]
        _write(tables, folder, words, asked.parquet, [*left_out, *copies], pool)
    print(words.count("data.collected", sum(not each.fault for each in read), folder=folder))
    for line in (*left_out, *copies):
        print(line, file=sys.stderr)
    return len(left_out)


def _place(journal: Path) -> tuple[Path, str]:
    """Returns where a journal stands among others: `one.jsonl` before `one-copy.jsonl`, which copies it."""
    return journal.parent, journal.stem


def _counted(journals: list[Path], folder: Path, words: Words) -> tuple[list[Path], list[str]]:
    """Returns the journals, each session once, and a sentence for each one left out."""
    from game.twice import told_twice
    from game.wording.twice import twice_lines

    twice = told_twice(journals)
    needless = {each.place for each in twice}
    lines = twice_lines(twice, [each.relative_to(folder) for each in journals], words)
    return [each for place, each in enumerate(journals) if place not in needless], lines


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
        raise GameError("error.file_unwritable", file=str(fault.filename or folder), reason=reason) from fault
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
