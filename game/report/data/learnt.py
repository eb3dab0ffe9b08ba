"""What a questionnaire becomes in tables: answers, the two scores of each person, what the room and all rooms learnt.

People are numbered anew, in an order that only chance gives, so that nobody finds a person by the ticket they held.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import sqrt
from pathlib import Path

from attrs import frozen

from game.content.answersheets import AnswerSheet
from game.content.keptsheets import beside, kept
from game.content.load_questions import load_questions
from game.content.questions import Part, Question, Questionnaire, part_of
from game.learning.effect import Change, change
from game.learning.pairs import item_score, learnt, paired, scored
from game.report.data.tables import COLUMNS, LEARNT_POOLED, Row, Table
from game.report.learnt import level, part_name
from game.wording.words import Words


def learnt_tables(journal: Path, words: Words) -> dict[str, Table]:
    """Returns the tables of the sheets kept beside a journal; none where there are none.

    Raises ContentError with every fault of the file, or of the questionnaire.
    """
    if not beside(journal).exists():
        return {}
    asked = load_questions()
    return tables_of_sheets(kept(beside(journal), asked), asked, words, journal.stem)


def tables_of_sheets(
    sheets: Sequence[AnswerSheet], asked: Questionnaire, words: Words, session: str
) -> dict[str, Table]:
    """Returns the tables of sheets; none where there is no sheet."""
    found = learnt(asked, sheets)
    if found is None:
        return {}
    people = _numbered(session, {sheet.ticket for sheet in sheets})
    pairs = paired(sheets)
    answers = [row for sheet in sheets for row in _answers(session, people, sheet, asked, words)]
    changes = [
        (session, people[pair.ticket], part.value, round(first, 3), round(last, 3))
        for part in asked.parts
        for pair, first, last in scored(asked, part, pairs)
    ]
    alone = len(found.only_before), len(found.only_after)
    told = [
        (session, *_told(each.part, each.pairs, each.change, words), *alone) for each in found.parts if found.shown
    ]
    rows: dict[str, Iterable[Row]] = {"answers": sorted(answers), "changes": sorted(changes), "learning": told}
    return {name: Table(name, tuple(each)) for name, each in rows.items()}


def pooled_learning(tables: Mapping[str, Table], words: Words, confidence: float, fewest: int) -> dict[str, Table]:
    """Returns the table of all workshops together, from the scores of their people; none where nobody was asked.

    Everyone counts as one, whatever the workshop; `between` is the standard deviation of the workshops' own mean
    changes, None for one alone: where it is large, the rooms differed, and the interval is too narrow.
    """
    if "changes" not in tables:
        return {}
    rows = []
    for part in Part:
        rooms: dict[str, list[tuple[float, float]]] = {}
        for session, _, name, first, last in tables["changes"].rows:
            if name == part.value:
                rooms.setdefault(str(session), []).append((float(first or 0), float(last or 0)))
        moves = [pair for room in rooms.values() for pair in room]
        if len(moves) >= max(1, fewest):
            told = _told(part, len(moves), change(moves, confidence), words)
            rows.append((*told, len(rooms), _between(list(rooms.values()))))
    return {LEARNT_POOLED: Table(LEARNT_POOLED, tuple(rows))} if rows else {}


@frozen
class PooledRow:
    """A part's figures over all workshops, written."""

    name: str
    cells: tuple[str, ...]


def learnt_rows(tables: Mapping[str, Table], words: Words) -> Iterator[PooledRow]:
    """Yields what all workshops together learnt, as a report shows it; nothing where nobody was asked."""
    names = [column.name for column in COLUMNS[LEARNT_POOLED]]
    for row in tables[LEARNT_POOLED].rows if LEARNT_POOLED in tables else ():
        of = dict(zip(names, row, strict=True))
        part, digits = Part(of["part"]), 1 if of["part"] == Part.KNOWLEDGE.value else 2
        found = [of[name] for name in ("effect", "effect_low", "effect_high")]
        size = "–" if None in found else words.say(
            "learning.effect_short", **{key: words.signed(float(each or 0), 2)
                                        for key, each in zip(("effect", "low", "high"), found, strict=True)},
        )  # fmt: skip
        yield PooledRow(str(of["name"]), (
            words.whole(int(of["pairs"] or 0)), words.whole(int(of["sessions"] or 0)),
            level(part, float(of["before"] or 0), words), level(part, float(of["after"] or 0), words),
            words.signed(float(of["change"] or 0), digits), size,
            "–" if of["between"] is None else words.decimal(float(of["between"]), digits),
        ))  # fmt: skip


def _between(rooms: Sequence[Sequence[tuple[float, float]]]) -> float | None:
    if len(rooms) < 2:
        return None
    means = [sum(last - first for first, last in room) / len(room) for room in rooms]
    middle = sum(means) / len(means)
    return round(sqrt(sum((each - middle) ** 2 for each in means) / (len(means) - 1)), 3)


def _numbered(session: str, tickets: Iterable[int]) -> dict[int, int]:
    shuffled = sorted(tickets, key=lambda each: sha256(f"{session} {each}".encode()).digest())
    return {ticket: number for number, ticket in enumerate(shuffled, 1)}


def _answers(
    session: str, people: Mapping[int, int], sheet: AnswerSheet, asked: Questionnaire, words: Words
) -> Iterator[Row]:
    for item in asked.items:
        if item.id in sheet.answers:
            told = words.of(item.ask if isinstance(item, Question) else item.say)
            yield (
                session, people[sheet.ticket], sheet.when.value, part_of(item).value, item.id, told,
                sheet.answers[item.id], item_score(item, sheet),
            )  # fmt: skip


def _told(part: Part, pairs: int, found: Change | None, words: Words) -> Row:
    """Returns a part's figures; None where too few people answered it."""
    blank: tuple[None, None] = (None, None)
    head: Row = (part.value, part_name(part, words), pairs)
    if found is None:
        return (*head, *(None,) * 9)
    numbers = (
        found.before, found.after, found.mean, found.deviation, *(found.interval or blank), found.effect,
        *(found.effect_interval or blank),
    )  # fmt: skip
    return (*head, *(None if each is None else round(each, 4) for each in numbers))
