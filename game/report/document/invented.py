"""The answers that the room invented: what each was, what was expected of it, what became of it."""

from collections.abc import Iterator

from game.report.document.blocks import Block, Column, Heading, Kept, Prose, Said, Table
from game.report.document.pen import JOINT, Pen, text
from game.report.inventions import Invented


def inventions(pen: Pen) -> Iterator[Block]:
    """Yields each answer that the room invented, where it did."""
    found, say = pen.debrief.inventions, pen.say
    if not found:
        return
    title = pen.words.count("report.inventions", len(found))
    yield Heading(title, 2, say("report.section.inventions"), say("report.lead.inventions"))
    for one in found:
        yield _invented(pen, one)


def _invented(pen: Pen, one: Invented) -> Kept:
    where = JOINT.join((pen.round(one.round), one.seat, one.challenge, one.tech))
    told = Prose((Said(one.words), Said(one.fate, strong=True, line=True)))
    if not one.expected:
        return Kept((Heading(one.title, 3, where), told))
    told_as = (Column(pen.say(f"invent.col.{name}"), number=True) for name in ("middle", "low", "high"))
    heads = (Column(pen.say("invent.col.figure"), share=1), *told_as)
    rows = tuple(tuple(text(cell) for cell in (row.name, row.middle, row.low, row.high)) for row in one.expected)
    return Kept((Heading(one.title, 3, where), told, Table(pen.words.count("invent.heard", one.voices), heads, rows)))
