"""The questionnaire before and after a session: what people know, feel and mean to do, and what its items rest on."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Final

from attrs import frozen

from game.content.numbers import Coefficient
from game.content.shapes import About, Between, Count, ItemId, Line, Paragraph, SourceId

POINTS: Final = 5
"""Answers to a statement, from 1 (disagrees entirely) to 5 (agrees entirely)."""
UNSURE: Final = 0
"""The answer of whoever does not know."""


class Part(Enum):
    """What an item asks about."""

    KNOWLEDGE = "knowledge"
    """What people know: one answer is right."""
    AFFECT = "affect"
    """How they feel towards the matter and towards others."""
    INTENT = "intent"
    """What they mean to do."""


class Licence(Enum):
    """The terms under which an item may be copied, changed and translated; others are refused."""

    OWN = "own"
    """Written for this game or for this workshop."""
    PUBLIC_DOMAIN = "public-domain"
    CC0 = "CC0"
    CC_BY = "CC-BY"
    CC_BY_SA = "CC-BY-SA"
    GRANTED = "granted"
    """The authors have granted the use in writing."""


@frozen
class Origin:
    """Where items come from, and what allows their use."""

    cite: Annotated[Line, About("authors, year, title; or that they are yours")]
    licence: Annotated[Licence, About("what allows their use; items that may not be copied have no place here")]
    link: Annotated[str, About("where the licence can be read")] = ""


@frozen
class Question:
    """Something to know, with answers of which one is right."""

    id: ItemId
    ask: Line
    answers: Annotated[tuple[Line, ...], Count(2, 5)]
    right: Annotated[int, Between(1, 5), About("the number of the right answer, counted from 1")]
    because: Annotated[Paragraph, About("why it is right, told once the second sheets are in")]
    source: SourceId


@frozen
class Statement:
    """Something to agree with or not, on five steps."""

    id: ItemId
    part: Annotated[Part, About("affect or intent")]
    say: Line
    source: SourceId
    reversed: Annotated[bool, About("whether agreeing counts as little of what the part measures")] = False


@frozen
class Measuring:
    """The numbers of the analysis."""

    fewest: Annotated[Coefficient, About("pairs of sheets under which nothing is shown: people could be recognised")]
    few: Annotated[Coefficient, About("pairs under which figures come with a warning")]
    answered: Annotated[Coefficient, About("share of a part's items that a sheet must answer for the part to count")]
    confidence: Annotated[Coefficient, About("confidence of the intervals")]


@frozen
class Questionnaire:
    """The questions, the statements and the steps to agree on, in the order they are asked."""

    steps: Annotated[tuple[Line, ...], Count(POINTS, POINTS), About("the five answers, from disagreeing to agreeing")]
    questions: Annotated[tuple[Question, ...], Count(0, 20)]
    statements: Annotated[tuple[Statement, ...], Count(0, 20)]
    measuring: Measuring
    sources: Mapping[SourceId, Origin]

    @property
    def items(self) -> "tuple[Question | Statement, ...]":
        """Returns everything that is asked, in order."""
        return (*self.questions, *self.statements)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Returns the parts that something asks about, in order."""
        asked = {part_of(item) for item in self.items}
        return tuple(part for part in Part if part in asked)


def part_of(item: Question | Statement) -> Part:
    """Returns what an item asks about."""
    return Part.KNOWLEDGE if isinstance(item, Question) else item.part


def numbers_of(item: Question | Statement) -> range:
    """Returns the numbers that answer an item.

    >>> from game.content.shapes import Text
    >>> list(numbers_of(Statement("calm", Part.AFFECT, Text({}), "own")))
    [1, 2, 3, 4, 5]
    """
    return range(UNSURE, len(item.answers) + 1) if isinstance(item, Question) else range(1, POINTS + 1)
