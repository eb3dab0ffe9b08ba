"""Bringing tables together afterwards: their journals read and held against each other, and their page written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.content.fingerprints import differing
from game.errors import GameError, JournalError
from game.journal.entries import Told
from game.journal.file import read_journal
from game.replaying import replayed, rules_of, scenario_of
from game.report.together import FEWEST, put_together
from game.report.togetherpage import render_together
from game.session import Session
from game.twice import told_twice
from game.wording.twice import twice_lines
from game.wording.words import Words

PAGE: Final = "tables"
"""What the page is called, beside the first journal."""


def gathered(journals: Sequence[Path], scenario: Path | None = None) -> list[tuple[str, Session]]:
    """Returns the sessions of several tables, replayed and verified, each with its journal's name.

    A session told twice is there once. Raises GameError where they can't be compared: too few, another scenario, other
    rules or another version.
    """
    if len(journals) < FEWEST:
        raise GameError("error.merge_few", found=len(journals), least=FEWEST)
    twice = told_twice(journals)
    if len(journals) - len(twice) < FEWEST:
        file, first = journals[twice[0].place], journals[twice[0].of]
        key = "error.merge_named" if file == first else "error.merge_twice"
        raise GameError(key, file=str(file), first=str(first), least=FEWEST)
    left_out = {each.place for each in twice}
    read = [(journal, read_journal(journal)) for place, journal in enumerate(journals) if place not in left_out]
    for journal, told in read[1:]:
        _hold_against(read[0], journal, told)
    loaded, rules = scenario_of(read[0][1], scenario), rules_of(read[0][1])
    return [(journal.stem, replayed(journal, told, loaded, rules)) for journal, told in read]


def needless(journals: Sequence[Path], words: Words) -> list[str]:
    """Returns a sentence for each journal of several tables that tells what another one tells, and is left out."""
    return twice_lines(told_twice(journals), journals, words)


def _hold_against(first: tuple[Path, Told], journal: Path, told: Told) -> None:
    """Raises JournalError where a table was not playing what the first one played."""
    ours, theirs = first[1].header, told.header
    named = {"file": str(journal), "first": str(first[0])}
    if ours.scenario != theirs.scenario:
        raise JournalError("error.merge_scenario", **named, expected=ours.scenario, found=theirs.scenario)
    if ours.pack != theirs.pack:
        raise JournalError("error.merge_rules", **named, expected=ours.pack, found=theirs.pack)
    if changed := differing(ours.hashes, theirs.hashes):
        raise JournalError("error.merge_version", **named, changed=", ".join(changed))


def write_together(
    journals: Sequence[Path], words: Words, output: Path | None = None, scenario: Path | None = None
) -> Path:
    """Writes the page that compares several tables, and returns where; by default beside the first journal.

    Raises GameError where they can't be compared, or the file can't be written.
    """
    told = put_together(gathered(journals, scenario), words, needless(journals, words))
    text = render_together(told, words)
    page = output or journals[0].with_name(f"{PAGE}.{words.language}.html")
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise GameError("error.file_unwritable", file=str(page), reason=fault.strerror or str(fault)) from fault
    return page
