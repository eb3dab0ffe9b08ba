"""What a questionnaire must hold to be asked twice and counted."""

from collections.abc import Iterator

from attrs import fields

from game.content.faults import Fault
from game.content.names import twice, unknown
from game.content.numbers import Coefficient
from game.content.questions import Part, Questionnaire


def check_questions(asked: Questionnaire) -> Iterator[Fault]:
    """Yields what is wrong with the items, their sources and the numbers of the analysis."""
    seen: set[str] = set()
    yield from twice(asked.questions, ("questions",), seen)
    yield from twice(asked.statements, ("statements",), seen)
    if not asked.items:
        yield Fault(("questions",), "nothing_asked")
    for place, question in enumerate(asked.questions):
        if question.right > len(question.answers):
            values = {"found": question.right, "most": len(question.answers)}
            yield Fault(("questions", place, "right"), "no_such_answer", values)
    for place, statement in enumerate(asked.statements):
        if statement.part is Part.KNOWLEDGE:
            yield Fault(("statements", place, "part"), "knowledge_is_asked")
    yield from _sources(asked)
    yield from _numbers(asked)


def _sources(asked: Questionnaire) -> Iterator[Fault]:
    used = set()
    for name in ("questions", "statements"):
        for place, item in enumerate(getattr(asked, name)):
            used.add(item.source)
            yield from unknown("source", item.source, asked.sources, (name, place, "source"))
    for source in asked.sources:
        if source not in used:
            yield Fault(("sources", source), "unused_source", {"found": source}, on_key=True)


def _numbers(asked: Questionnaire) -> Iterator[Fault]:
    for each in fields(type(asked.measuring)):
        number: Coefficient = getattr(asked.measuring, each.name)
        steps = ("measuring", each.name)
        yield from unknown("source", number.source, asked.sources, (*steps, "source"))
        if not number.low <= number.value <= number.high:
            values = {"found": number.value, "low": number.low, "high": number.high}
            yield Fault((*steps, "value"), "out_of_range", values)
