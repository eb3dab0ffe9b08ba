"""Whom it happened to, what the gauges do not show, and what kind of city it has become."""

from collections.abc import Iterator

from game.report import findings
from game.report.document.blocks import Block, Column, Heading, Kept, Pair, Prose, Said, Table
from game.report.document.pen import Pen, text
from game.report.figures import GroupFate


def people(pen: Pen) -> Iterator[Block]:
    """Yields who gained and who lost, by group and by district."""
    debrief, words = pen.debrief, pen.words
    opening = pen.opening("people", findings.people(debrief.groups, words))
    yield Kept((opening, Pair((pen.chart(pen.plates.groups, 0.48),), (_groups(pen), _displaced(pen)), 0.92)))
    title = Heading(findings.where(debrief, pen.plates.lived, words), 3)
    yield Kept((title, pen.chart(pen.plates.districts, caption=pen.say("report.caption.heat"))))
    yield _districts(pen)


def _groups(pen: Pen) -> Table:
    words = pen.words
    return Table(
        pen.say("report.table.groups"),
        (Column(pen.say("report.col.group"), share=1), *pen.heads("share", "before", "after", "left")),
        tuple(
            (
                text(group.name),
                text(words.percent(group.people / 1000)),
                text(words.points(group.satisfaction.before, 1)),
                text(words.points(group.satisfaction.after, 1)),
                text(_left(pen, group)),
            )
            for group in pen.debrief.groups
        ),
    )


def _left(pen: Pen, group: GroupFate) -> str:
    """Returns the share of a group that had to leave, and how many people that is where they were counted."""
    people = f" ({pen.words.whole(group.leavers)})" if group.leavers else ""
    return _share(pen, group.displaced) + people


def _displaced(pen: Pen) -> Prose:
    told = f"{findings.displaced(pen.debrief.groups, pen.words)} {pen.say('report.note.displaced')}"
    return Prose(text(told), "note")


def _districts(pen: Pen) -> Table:
    debrief, last = pen.debrief, pen.plates.lived + 1
    return Table(
        pen.say("report.table.districts"),
        (
            Column(pen.say("report.col.district"), share=1.5),
            *(Column(one.name, number=True, share=1) for one in debrief.series[:last]),
            Column(pen.say("report.col.left"), number=True, share=0.7),
        ),
        tuple(
            (
                text(district.name),
                *(pen.levels(shift) for shift in district.levels[:last]),
                text(_share(pen, district.displaced)),
            )
            for district in debrief.districts
        ),
    )


def _share(pen: Pen, milli: int) -> str:
    return pen.say("number.percent", number=pen.words.decimal(milli / 1000))


def readings(pen: Pen) -> Iterator[Block]:
    """Yields what no dashboard shows."""
    found = pen.debrief.readings
    if not found:
        return
    opening = pen.opening("readings", findings.largest(found, pen.words))
    chart = pen.chart(pen.plates.readings, caption=pen.say("report.caption.scores"))
    table = pen.shifts(pen.say("report.table.readings"), pen.say("report.col.reading"), found)
    yield Kept((opening, chart))
    yield table


def compass(pen: Pen) -> Iterator[Block]:
    """Yields the mixture of visions, the way there, and the six dimensions of rankings with the paper's warning."""
    debrief, words = pen.debrief, pen.words
    opening = pen.opening("compass", findings.resemblance(debrief.compass, words))
    path = pen.chart(pen.plates.path, 0.35, pen.say("report.caption.path"))
    yield Kept((opening, Pair((pen.chart(pen.plates.mixture, 0.61), _visions(pen)), (path,), 1.75)))
    title = Heading(findings.largest(debrief.dimensions, words), 3, pen.say("report.section.radar"))
    radar = pen.chart(pen.plates.radar, 0.52, pen.say("report.caption.radar"))
    table = pen.shifts(pen.say("report.table.dimensions"), pen.say("report.col.dimension"), debrief.dimensions)
    warning = Prose((Said(f"{pen.say('report.warning')}. ", strong=True), Said(debrief.warning)), "note")
    yield Kept((title, Pair((radar,), (table, warning), 1.15)))


def _visions(pen: Pen) -> Table:
    percents = pen.debrief.compass.percents
    return Table(
        pen.say("report.table.visions"),
        (Column(pen.say("report.col.vision")), Column(pen.say("report.col.about"), share=1), *pen.heads("part")),
        tuple(
            (
                text(vision.name),
                (Said(vision.about, "soft", small=True),),
                text(pen.words.percent(percents[vision.id])),
            )
            for vision in pen.debrief.compass.visions
        ),
    )
