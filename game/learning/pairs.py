"""Sheets joined by their ticket: what each person scored before and after, and what that says of the room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from game.content.answersheets import AnswerSheet, When
from game.content.questions import POINTS, Part, Question, Questionnaire, Statement, part_of
from game.learning.effect import Change, change

FULL: Final = 100.0
"""The score of whoever knows everything that is asked."""


@frozen
class Pair:
    """Two sheets of one person."""

    ticket: int
    before: AnswerSheet
    after: AnswerSheet


@frozen
class PartLearnt:
    """How the room moved on one part; `change` is None where too few people answered enough of it twice."""

    part: Part
    pairs: int
    change: Change | None


@frozen
class ItemLearnt:
    """How the room answered one item: right answers in %, or the mean from 1 to 5; None where too few answered it."""

    item: Question | Statement
    pairs: int
    before: float | None
    after: float | None


@frozen
class Learnt:
    """What the sheets of a session say."""

    before: int
    """Sheets filled in before."""
    after: int
    pairs: int
    only_before: tuple[int, ...]
    """Tickets without a second sheet."""
    only_after: tuple[int, ...]
    parts: tuple[PartLearnt, ...]
    items: tuple[ItemLearnt, ...]
    shown: bool
    """Whether there are enough pairs, and enough answers in them, for anything to be shown."""
    few: bool
    """Whether there are so few that every figure is to be taken with a warning."""
    fewest: int
    confidence: float
    """In %."""


def learnt(asked: Questionnaire, sheets: Iterable[AnswerSheet]) -> Learnt | None:
    """Returns what sheets say, or None where there is none."""
    firsts, lasts = _by_ticket(sheets, When.BEFORE), _by_ticket(sheets, When.AFTER)
    if not firsts and not lasts:
        return None
    pairs, fewest = paired(sheets), round(asked.measuring.fewest.value)
    parts = tuple(_part(asked, part, pairs) for part in asked.parts)
    return Learnt(
        len(firsts), len(lasts), len(pairs),
        tuple(sorted(firsts.keys() - lasts.keys())), tuple(sorted(lasts.keys() - firsts.keys())),
        parts,
        tuple(_item(asked, item, pairs) for item in asked.items),
        len(pairs) >= fewest and any(part.change for part in parts), len(pairs) < asked.measuring.few.value, fewest,
        asked.measuring.confidence.value,
    )  # fmt: skip


def paired(sheets: Iterable[AnswerSheet]) -> tuple[Pair, ...]:
    """Returns the sheets that have a counterpart, by ticket."""
    firsts, lasts = _by_ticket(sheets, When.BEFORE), _by_ticket(sheets, When.AFTER)
    return tuple(Pair(ticket, firsts[ticket], lasts[ticket]) for ticket in sorted(firsts.keys() & lasts.keys()))


def scored(asked: Questionnaire, part: Part, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, float, float]]:
    """Yields the two scores of each person who answered enough of a part both times."""
    for pair in pairs:
        first, last = (part_score(asked, part, sheet) for sheet in (pair.before, pair.after))
        if first is not None and last is not None:
            yield pair, first, last


def part_score(asked: Questionnaire, part: Part, sheet: AnswerSheet) -> float | None:
    """Returns what a sheet scores on a part, or None where it answers too little of it.

    Knowledge is the share of right answers, in %, what is left empty counting as not known; the other parts are means
    from 1 to 5 of what was answered.
    """
    items = [item for item in asked.items if part_of(item) is part]
    found = [item_score(item, sheet) for item in items]
    given = [score for score in found if score is not None]
    if not given or len(given) * 100 < len(items) * asked.measuring.answered.value:
        return None
    return FULL * sum(given) / len(items) if part is Part.KNOWLEDGE else sum(given) / len(given)


def item_score(item: Question | Statement, sheet: AnswerSheet) -> float | None:
    """Returns 1 for a right answer and 0 for another, or the step agreed on, turned round where that is meant."""
    given = sheet.answers.get(item.id)
    if given is None:
        return None
    if isinstance(item, Question):
        return float(given == item.right)
    return float(POINTS + 1 - given if item.reversed else given)


def _by_ticket(sheets: Iterable[AnswerSheet], when: When) -> Mapping[int, AnswerSheet]:
    return {sheet.ticket: sheet for sheet in sheets if sheet.when is when}


def _part(asked: Questionnaire, part: Part, pairs: Sequence[Pair]) -> PartLearnt:
    moves = [(first, last) for _, first, last in scored(asked, part, pairs)]
    enough = len(moves) >= max(1, round(asked.measuring.fewest.value))
    return PartLearnt(part, len(moves), change(moves, asked.measuring.confidence.value / 100) if enough else None)


def _item(asked: Questionnaire, item: Question | Statement, pairs: Sequence[Pair]) -> ItemLearnt:
    both = [(item_score(item, pair.before), item_score(item, pair.after)) for pair in pairs]
    found = [(first, last) for first, last in both if first is not None and last is not None]
    if len(found) < max(1, round(asked.measuring.fewest.value)):
        return ItemLearnt(item, len(found), None, None)
    scale = FULL if isinstance(item, Question) else 1.0
    firsts, lasts = zip(*found, strict=True)
    return ItemLearnt(item, len(found), scale * sum(firsts) / len(found), scale * sum(lasts) / len(found))
