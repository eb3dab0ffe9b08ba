"""What can be decided besides answers: questions put in the briefing, each an option whose id names it."""

from enum import Enum
from typing import Final

from game.content.shapes import InterventionId, ProcedureId


class QuestionKind(Enum):
    """What a question asks."""

    WAY = "way"
    """To decide in another way from now on."""
    CLAUSE = "clause"
    """To put a data clause on an open project."""


def way_question(procedure: ProcedureId) -> InterventionId:
    """Returns the question whether to decide in another way."""
    return InterventionId(f"{QuestionKind.WAY.value}:{procedure}")


def clause_question(intervention: InterventionId) -> InterventionId:
    """Returns the question whether to put a data clause on an open project."""
    return InterventionId(f"{QuestionKind.CLAUSE.value}:{intervention}")


def question_of(option: InterventionId) -> tuple[QuestionKind, str] | None:
    """Returns what a question asks, and of what; None for an answer.

    >>> question_of("way:consent")
    (<QuestionKind.WAY: 'way'>, 'consent')
    """
    kind, mark, of = option.partition(":")
    return (QuestionKind(kind), of) if mark and kind in _KINDS else None


_KINDS: Final = {kind.value for kind in QuestionKind}
