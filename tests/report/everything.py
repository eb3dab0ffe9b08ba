"""Every page that the game writes, each with every chapter it can have, for tests that hold all of them to a rule."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from attrs import evolve

from game.content.load import load_rulebook
from game.content.load_questions import load_questions
from game.learning.pairs import learnt
from game.report import figures
from game.report.data.consent import consent_sheet
from game.report.data.learnt import pooled_learning, tables_of_sheets
from game.report.data.overview import overview
from game.report.data.pooled import pooled
from game.report.data.tables import joined
from game.report.gathering import write_together
from game.report.mapsheet import sheet
from game.report.opinions import grouped
from game.report.page import render
from game.wording.words import words_in
from tests.learning.rooms import answered
from tests.report import sample
from tests.report.data.test_tables import tables
from tests.report.test_maps import told as story
from tests.report.test_opinions import room
from tests.report.test_summary import debrief
from tests.session.rooms import carry_on, session

FAULT: Final = "2026-01-31-090000-port-clair-1.jsonl"
PEOPLE: Final = 40


def whole(language: str) -> figures.Debrief:
    """Returns the sample with what it lacks: opinions, what was learnt, maps of causes, branches."""
    told = sample.debrief(language)
    sheets, _ = room(PEOPLE, 2, 1)
    seats = [(each.stakeholder, role.argument) for each, role in zip(told.seats, told.roles, strict=True)]
    statements = tuple(
        figures.Agreement(seat, argument, *(sum(s[at] == letter for s in sheets) for letter in "adp"))
        for at, (seat, argument) in enumerate(seats)
    )
    levels = tuple((each.name, each.values[-1]) for each in told.series)
    lines = (
        figures.PlayedLine("Trunk", "", "", "6/6", 6, levels, True),
        figures.PlayedLine("Trees", "Trunk", "3", "6/6", 6, levels, False),
    )
    questions = load_questions()
    return evolve(
        told, learnt=learnt(questions, answered(questions, PEOPLE)), maps=story(language), branches=lines,
        opinions=figures.Opinions(PEOPLE, statements, grouped(sheets)),
    )  # fmt: skip


def played(language: str) -> str:
    """Returns the debrief of a whole session."""
    return render(debrief(language), words_in(language))


def invented(language: str) -> str:
    """Returns the debrief that has every chapter."""
    return render(whole(language), words_in(language))


def gathered(language: str) -> str:
    """Returns the pooled report of two workshops, both asked before and after, with a journal left out."""
    questions, words = load_questions(), words_in(language)
    parts = []
    for number in (7, 8):
        sheets = answered(questions, PEOPLE, number)
        parts.append({**tables(number, language), **tables_of_sheets(sheets, questions, words, f"journal-{number}")})
    found = joined(parts)
    found["pooled"] = pooled(found)
    found |= pooled_learning(found, words, 0.95, 8)
    ways = {str(each.id): words.of(each.name) for each in load_rulebook().rulebook.procedures}
    return overview(found, [words.say("data.left_out", journal=FAULT, why="–")], ways, words)


def side_by_side(language: str) -> str:
    """Returns the page of two tables of the same city."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"table-{seed}.jsonl" for seed in (1, 2)]
        for seed, (path, way) in enumerate(zip(paths, ("majority", "budget"), strict=True), 1):
            table = session(path, seed, procedure=way, rounds=2)
            carry_on(table)
            table.close()
        return write_together(paths, words_in(language), Path(folder) / "tables.html").read_text(encoding="utf-8")


def mapped(language: str) -> str:
    """Returns the sheet to draw a map of causes on."""
    return sheet(load_rulebook().rulebook, words_in(language), "a4")


def consented(language: str) -> str:
    """Returns the sheet of consent."""
    return consent_sheet(words_in(language))


PAGES: Final[dict[str, Callable[[str], str]]] = {
    "debrief": cache(played),
    "every chapter": cache(invented),
    "pooled": cache(gathered),
    "tables": cache(side_by_side),
    "map sheet": cache(mapped),
    "consent": cache(consented),
}
"""Every kind of HTML page the game writes."""
