"""What a debrief adds in hindsight: rulers, what-ifs, what was learnt, commitments, what was recorded."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from game.report import elsewise, findings, learnt
from game.report.document.blocks import Block, Column, Heading, Kept, Listing, Prose, Said, Table, Text
from game.report.document.pen import JOINT, Pen, below, lines, text
from game.report.hindsight import Measured, Recorded, WhatIf


def rulers(pen: Pen) -> Iterator[Block]:
    """Yields the session by the ruler of each vision, and by the room's own."""
    found, say = pen.debrief.rulers, pen.say
    if not found:
        return
    lead = say("rulers.lead") + ("" if any(each.own for each in found) else f" {say('rulers.none_set')}")
    opening = Heading(findings.rulers(found, pen.words), 2, say("rulers.section"), lead)
    yield Kept((opening, pen.chart(pen.plates.rulers, caption=say("report.caption.scores"))))
    heads = (
        Column(say("rulers.col.ruler"), share=1.1), *pen.heads("before", "after", "change"),
        Column(say("rulers.col.parts"), share=1.6),
    )  # fmt: skip
    yield Table(
        say("rulers.table"),
        heads,
        tuple(
            (
                (Said(each.name), below(each.counts)),
                text(pen.words.points(each.before, 1)),
                text(pen.words.points(each.after, 1), strong=True),
                (pen.change(each.change),),
                text(JOINT.join(_part(pen, part) for part in each.parts)),
            )
            for each in found
        ),
    )


def _part(pen: Pen, part: Measured) -> str:
    name = pen.say("rulers.inverted", name=part.name) if part.inverted else part.name
    weight, given = pen.words.percent(part.weight), pen.words.points(part.after, 1)
    return pen.say("rulers.told", name=name, weight=weight, given=given)


def what_ifs(pen: Pen) -> Iterator[Block]:
    """Yields what other answers would have made of the decisions behind the turning points, where they were played."""
    found, say = pen.debrief.what_ifs, pen.say
    if not found:
        return
    several = elsewise.sorted_out(found)
    lead = elsewise.read(found, "lead", pen.words)
    opening = Heading(elsewise.what_ifs(found, pen.words), 2, say("whatif.section"), lead)
    if several.telling:
        yield Kept((opening, pen.chart(pen.plates.what_ifs, caption=elsewise.read(found, "caption", pen.words))))
        yield _what_if_table(pen, several.telling)
    else:
        yield opening
    for key, those in (("vain", several.vain), ("idle", several.idle)):
        if those:
            yield Heading(pen.words.count(f"whatif.{key}", len(those)), 3)
            yield Listing(tuple((Said(each.told), *map(below, filter(None, [each.came]))) for each in those), columns=2)


def _what_if_table(pen: Pen, found: Sequence[WhatIf]) -> Table:
    heads = (
        Column(pen.say("whatif.col.if"), share=2.1), Column(pen.say("whatif.col.vision"), share=0.9),
        Column(pen.say("whatif.col.won"), share=1.2),
    )  # fmt: skip
    return Table("", heads, tuple(_what_if(pen, at, each) for at, each in enumerate(found, 1)))


def _what_if(pen: Pen, number: int, found: WhatIf) -> tuple[Text, ...]:
    """Returns a row for a what-if of the chart above, by its number."""
    near = max(found.visions, key=lambda each: each.would)
    share = pen.say("whatif.share", vision=near.name, share=pen.words.percent(near.would / 1000))
    notes = (below(note) for note in (found.came, found.how) if note)
    return (
        (Said(f"{number}. ", strong=True), Said(found.told), *notes),
        text(share),
        lines(elsewise.shared_out(found, pen.words)),
    )


def learning(pen: Pen) -> Iterator[Block]:
    """Yields what a questionnaire before and after says, where one was filled in."""
    found, words, say = pen.debrief.learnt, pen.words, pen.say
    if found is None:
        return
    yield Heading(learnt.finding(found, words), 2, say("learning.title"), say("learning.lead"))
    if found.shown:
        yield pen.chart(pen.plates.learnt, caption=say("learning.caption"))
        yield _parts(pen)
        yield Heading(say("learning.table.items"), 3)
        yield _items(pen)
    yield Prose(tuple(Said(line, line=at > 0) for at, line in enumerate(learnt.notes(found, words))), "note")


def _parts(pen: Pen) -> Table:
    assert pen.debrief.learnt is not None
    words, rows = pen.words, []
    for one in pen.debrief.learnt.parts:
        told: tuple[str, ...] = ("–",) * 4
        if one.change:
            ends = (learnt.level(one.part, level, words) for level in (one.change.before, one.change.after))
            told = (*ends, learnt.moved(one.part, one.change, words), learnt.effect_short(one.change, words))
        rows.append(tuple(text(cell) for cell in (learnt.part_name(one.part, words), *told, words.whole(one.pairs))))
    heads = (
        Column(pen.say("learning.col.part"), share=1), *pen.heads("before", "after", "change"),
        *(Column(pen.say(f"learning.col.{name}"), number=True) for name in ("effect", "people")),
    )  # fmt: skip
    return Table(pen.say("learning.table.parts"), heads, tuple(rows))


def _items(pen: Pen) -> Table:
    assert pen.debrief.learnt is not None
    heads = (Column(pen.say("learning.col.item"), share=1), *pen.heads("before", "after"))
    rows = tuple(
        (
            (Said(learnt.item_told(one, pen.words)), *map(below, learnt.right_answer(one, pen.words))),
            *map(text, learnt.item_levels(one, pen.words)),
        )
        for one in pen.debrief.learnt.items
    )
    return Table("", heads, rows)


def commitments(pen: Pen) -> Iterator[Block]:
    """Yields what seats will do after the session, in their own words."""
    found = pen.debrief.commitments
    if not found:
        return
    title = pen.words.count("commit.find", len(found))
    yield Heading(title, 2, pen.say("commit.section"), pen.say("commit.lead"))
    said = (pen.say("recorded.quoted", words=each.words) for each in found)
    yield Listing(
        tuple((Said(f"{each.name} ", strong=True), Said(words)) for each, words in zip(found, said, strict=True))
    )


TOGETHER: Final = 12
"""Lines that people wrote up to which what is recorded of them stands on one page."""


def recorded(pen: Pen) -> Iterator[Block]:
    """Yields what the session's files hold about each seat."""
    found, say = pen.debrief.recorded, pen.say
    if not found:
        return
    title = findings.held_by_people(pen.debrief.seats, pen.words)
    opening = Heading(title, 2, say("recorded.title"), say("recorded.lead"))
    filled = tuple(name for name, some in _SOME.items() if any(some(each) for each in found))
    heads = (
        Column(say("recorded.seats"), share=1.3), Column(say("recorded.held"), share=1.6),
        *(Column(say(f"recorded.{name}"), share=1.4) for name in filled), Column(say("recorded.deeds"), number=True),
    )  # fmt: skip
    table = Table("", heads, tuple(_recorded(pen, each, filled) for each in found))
    about = " ".join(say(f"recorded.{key}") for key in ("about", "sealing", "room", "copies_elsewhere"))
    blocks = (opening, table, Prose(text(about), "note"))
    written = sum(len(each.texts) + bool(each.commitment) + len(each.forgotten) for each in found)
    yield from (Kept(blocks),) if written <= TOGETHER else blocks


_SOME: Final[dict[str, Callable[[Recorded], bool]]] = {
    "words": lambda one: bool(one.texts),
    "commitment": lambda one: bool(one.commitment),
    "ballots": lambda one: one.cast != "–",
}
"""What a file may hold of a seat; it has a column where it holds it of any."""


def _recorded(pen: Pen, one: Recorded, filled: Sequence[str]) -> tuple[Text, ...]:
    quoted = [pen.say("recorded.quoted", words=typed) for typed in one.texts]
    cells = {
        "words": lines(quoted) or text("–"),
        "commitment": text(pen.say("recorded.quoted", words=one.commitment) if one.commitment else "–"),
        "ballots": text(one.cast),
    }
    return (
        text(one.name),
        (Said(one.held), *map(below, one.forgotten)),
        *(cells[name] for name in filled),
        text(pen.words.whole(len(one.deeds))),
    )
