"""Rooms of people who answer a questionnaire twice, for tests."""

from collections.abc import Mapping
from random import Random

from game.content.answersheets import AnswerSheet, When
from game.content.questions import Question, Questionnaire, numbers_of
from game.content.tickets import tickets


def answered(asked: Questionnaire, people: int, seed: int = 1) -> tuple[AnswerSheet, ...]:
    """Returns the two sheets of so many people, who know more afterwards."""
    dice = Random(seed)
    sheets = []
    for ticket in tickets(people):
        first = {str(item.id): dice.choice(numbers_of(item)) for item in asked.items}
        right = {str(item.id): item.right for item in asked.items if isinstance(item, Question) and dice.random() < 0.7}
        sheets += [AnswerSheet(ticket, When.BEFORE, first), AnswerSheet(ticket, When.AFTER, {**first, **right})]
    return tuple(sheets)


def sheet(ticket: int, when: When, **answers: int) -> AnswerSheet:
    """Returns one sheet."""
    given: Mapping[str, int] = answers
    return AnswerSheet(ticket, when, given)
