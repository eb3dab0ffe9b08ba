"""How the session went and why: the curves, what befell the city, the turning points, each gauge's account."""

from collections.abc import Iterator

from game.report import findings
from game.report.causes import Line, cited, told
from game.report.document.blocks import (
    Block,
    Card,
    Cards,
    Column,
    Heading,
    Kept,
    Listing,
    Pair,
    Prose,
    Said,
    Table,
    Text,
)
from game.report.document.pen import JOINT, Pen, below, text
from game.report.figures import Account, Incident

BESIDE = 0.56
"""The part of the page that a chart takes beside its table."""


def curves(pen: Pen) -> Iterator[Block]:
    """Yields the curves with their table, what happened to the city, and what came close."""
    debrief, words = pen.debrief, pen.words
    yield pen.opening("curves", findings.blind_spot(debrief.series, words))
    yield pen.chart(pen.plates.curves, caption=f"{pen.say('report.caption.curves')} {pen.plates.marked}".strip())
    played = range(len(debrief.series[0].values))
    heads = [pen.say("report.axis.start"), *(pen.say("report.col.round", n=words.whole(k)) for k in played[1:])]
    yield Table(
        pen.say("report.table.series"),
        (
            Column(pen.say("report.col.gauge"), share=1), *(Column(head, number=True) for head in heads),
            *pen.heads("change"),
        ),
        tuple(
            (
                text(one.name, strong=True), *(text(words.points(value, 1)) for value in one.values),
                (pen.change(one.shift.change),),
            )
            for one in debrief.series
        ),
    )  # fmt: skip
    if debrief.incidents:
        cards = tuple(_incident(pen, incident) for incident in debrief.incidents)
        yield Heading(pen.say("report.incidents"), 3)
        yield Cards(cards)
    if debrief.close:
        yield Heading(pen.say("report.close"), 3)
        yield Listing(tuple((Said(f"{each.title}. ", strong=True), Said(each.told)) for each in debrief.close))


def _incident(pen: Pen, incident: Incident) -> Card:
    where = JOINT.join(part for part in (pen.round(incident.round), incident.district) if part)
    why: tuple[Block, ...] = (Prose((Said(incident.why, "soft", small=True),)),) if incident.why else ()
    return Card((Heading(incident.title, 4, where), Prose(text(incident.text)), *why))


def turns(pen: Pen) -> Iterator[Block]:
    """Yields the rounds that changed the city most, with their causes."""
    found = pen.debrief.turning_points
    if not found:
        return
    opening = pen.opening("turns", findings.turns(found, pen.words))
    yield from _accounts(pen, opening, found, "turn")


def why(pen: Pen) -> Iterator[Block]:
    """Yields what took each gauge from its first level to its last."""
    yield from _accounts(pen, pen.opening("why", pen.say("report.find.why")), pen.debrief.accounts, "why")


def _accounts(pen: Pen, opening: Heading, accounts: tuple[Account, ...], uid: str) -> Iterator[Block]:
    """Yields an account a block, the chapter's title on the page of the first."""
    before: tuple[Block, ...] = (opening,)
    for number, account in enumerate(accounts, 1):
        since = pen.round(account.until) if uid == "turn" else ""
        title = Heading(findings.turn(account, pen.words), 3, since)
        chart = pen.chart(pen.plates.why(account, f"{uid}-{number}"), BESIDE)
        ratio = BESIDE / (1 - BESIDE)
        yield Kept((*before, title, Pair((chart,), (causes(pen, account),), ratio)))
        before = ()


def causes(pen: Pen, account: Account) -> Table:
    """Returns the causes of a change, with what each rests on."""
    return Table(
        pen.named(account),
        (Column(pen.say("report.col.cause"), share=1), *pen.heads("change")),
        tuple((_cause(pen, line), (pen.change(line.amount),)) for line in told(account, pen.words).lines),
    )


def _cause(pen: Pen, line: Line) -> Text:
    said, numbers = cited(line.source, pen.debrief.sources)
    kind = below(pen.say(f"report.kind.{line.kind}") + (f"{JOINT}{said}" if said else ""))
    return (Said(line.name), kind, *(Said(f" [{n}]", small=True, source=n) for n in numbers))
