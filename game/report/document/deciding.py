"""How the city decided, what it paid, and how else it could have been decided."""

from collections.abc import Iterator, Sequence

from game.report import elsewise, findings, funders
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
from game.report.document.pen import JOINT, MARKS, Pen, below, lines, text
from game.report.figures import Answer, Decision


def decisions(pen: Pen) -> Iterator[Block]:
    """Yields each decision, the city's money, and who paid for what."""
    debrief, words = pen.debrief, pen.words
    yield pen.opening("decisions", findings.choices(debrief, words))
    yield Cards(tuple(_decision(pen, each) for each in debrief.decisions))
    yield from _counted(pen)
    title = Heading(findings.purse(debrief.budget, words), 3)
    chart = pen.chart(pen.plates.purse, 0.58, pen.say("report.caption.budget"))
    yield Kept((title, Pair((chart,), (_budget(pen),), 1.45)))
    if any(each.chosen for each in debrief.decisions):
        title = Heading(findings.funds(debrief.decisions, words), 3)
        yield Kept((title, pen.chart(pen.plates.funds, caption=pen.say("funds.caption"))))
        yield _funds(pen)
    yield from _funders(pen)


def _counted(pen: Pen) -> Iterator[Block]:
    """Yields how the votes were counted; what was counted once for several challenges is told once."""
    told: dict[tuple[str, ...], list[str]] = {}
    for each in pen.debrief.decisions:
        if each.steps:
            told.setdefault(each.steps, []).append(each.challenge)
    if not told:
        return
    yield Heading(pen.say("report.steps"), 3)
    if all(len(steps) == 1 for steps in told):
        lone = ((JOINT.join(challenges), steps[0].removeprefix("1. ")) for steps, challenges in told.items())
        yield Listing(tuple((Said(about, "soft"), Said(step, line=True)) for about, step in lone), "steps", columns=2)
        return
    for steps, challenges in told.items():
        yield Prose(text(JOINT.join(challenges)), "tag")
        yield Listing(tuple(text(step) for step in steps), "steps", columns=2)


def _decision(pen: Pen, decision: Decision) -> Card:
    parts: list[Block] = [
        Heading(decision.challenge, 3, f"{pen.round(decision.round)}{JOINT}{decision.procedure}"),
    ]
    parts += [_answer(pen, decision, answer) for answer in decision.answers]
    nobody = [ballot.seat for ballot in decision.ballots if not ballot.answer]
    notes = [pen.say("report.voted_nothing", who=", ".join(nobody))] if nobody else []
    notes += [decision.why] if decision.why else []
    parts += [Prose(text(note)) for note in notes]
    if decision.chosen:
        parts.append(_costs(pen, decision))
    return Card(tuple(parts))


def _answer(pen: Pen, decision: Decision, answer: Answer) -> Card:
    level: Text = (Said(pen.say(f"tech.{answer.tech}"), "soft", small=True),)
    if answer.chosen:
        level = (*level, Said(f"  ✓ {pen.say('report.chosen')}", small=True, strong=True))
    by = [pen.say("report.proposed_by", who=", ".join(answer.proposers))] if answer.proposers else []
    by += [answer.district] if answer.district else []
    title = Said(answer.title, strong=True, line=True)
    count = answer.count or ("" if answer.votes is None else pen.words.count("report.votes", answer.votes))
    voters = ", ".join(ballot.seat for ballot in decision.ballots if ballot.answer == answer.title)
    counted = " ".join(part for part in ("●" * (answer.votes or 0), count, f"({voters})" if voters else "") if part)
    notes = [below(JOINT.join(by))] if by else []
    notes += [Said(counted, small=True, line=True)] if counted else []
    return Card((Prose((*level, title, *notes)),), answer.chosen)


def _costs(pen: Pen, decision: Decision) -> Prose:
    words = pen.words
    opens = pen.round(decision.opens) if decision.opens is not None else pen.say("report.not_open")
    paid = [(pen.say(f"report.cost.{purse}"), words.money(getattr(decision, purse))) for purse in ("public", "private")]
    met = [(pen.say("report.opens"), opens)]
    if decision.accepted is not None:
        met.insert(0, (pen.say("report.accepted"), words.percent(decision.accepted / 1000)))
    said = [*_labelled(paid), *_labelled(met, line=True)]
    if decision.contested:
        said.append(Said(f"▲ {pen.say('report.contested')}", "fall", small=True, strong=True, line=True))
    return Prose(tuple(said))


def _labelled(pairs: Sequence[tuple[str, str]], line: bool = False) -> list[Said]:
    """Returns numbers in a line, each after what it is."""
    said: list[Said] = []
    for at, (label, value) in enumerate(pairs):
        joint = JOINT if at else ""
        said.append(Said(f"{joint}{label}\u00a0", "soft", small=True, line=line and not at))
        said.append(Said(value, small=True, strong=True))
    return said


def _budget(pen: Pen) -> Table:
    budget, money = pen.debrief.budget, pen.words.money
    moments = [(pen.round(at) if at else pen.say("report.axis.start"), of) for at, of in enumerate(budget.balance)]
    sums = [(pen.say(key), amount) for key, amount in budget.sums]
    rows = [(text(name), text(money(amount))) for name, amount in moments]
    rows += [(text(name, strong=True), text(money(amount), strong=True)) for name, amount in sums]
    heads = (Column(pen.say("report.col.moment"), share=1), *pen.heads("balance"))
    return Table(pen.say("report.table.budget"), heads, tuple(rows))


def _funds(pen: Pen) -> Table:
    money = pen.words.money
    taken = [each for each in pen.debrief.decisions if each.chosen]
    carried = any(each.chosen.proposers for each in taken if each.chosen)
    bearers = (Column(pen.say("funds.carried"), share=1.2),) if carried else ()
    heads = (
        Column(pen.say("funds.project"), share=1.2), *bearers,
        *(Column(pen.say(f"funds.{name}"), number=True) for name in ("city", "investors", "together")),
    )  # fmt: skip
    return Table(
        pen.say("funds.table"),
        heads,
        tuple(
            (
                (Said(each.chosen.title), below(pen.round(each.round))),
                *([text(", ".join(each.chosen.proposers) or "–")] if carried else []),
                *(text(money(amount)) for amount in (each.public, each.private, each.public + each.private)),
            )
            for each in taken
            if each.chosen
        ),
    )


def _funders(pen: Pen) -> Iterator[Block]:
    """Yields which seats funded what, where a participatory budget paid for something."""
    found, words = pen.debrief.funding, pen.words
    if found is None:
        return
    title = Heading(funders.finding(found, words), 3, pen.say("funders.section"))
    yield Kept((title, pen.chart(pen.plates.funding, caption=funders.note(found, words))))
    heads = (
        Column(pen.say("funds.project"), share=1.2), Column(pen.say("funders.col.cost"), number=True),
        Column(pen.say("funders.col.shares"), share=2.4),
    )  # fmt: skip
    yield Table(
        pen.say("funders.section"),
        heads,
        tuple(
            (
                (Said(each.name), below(pen.round(each.round))),
                text(words.money(each.cost)),
                text(funders.shares(found, each, words)),
            )
            for each in found.projects
        ),
    )


def ways(pen: Pen) -> Iterator[Block]:
    """Yields the ways of deciding side by side, the session recounted, and what seats promised each other."""
    debrief, words = pen.debrief, pen.words
    if debrief.otherwise is not None:
        played = debrief.otherwise.ways
        opening = pen.opening("ways", findings.ways(played, words))
        yield Kept((opening, pen.chart(pen.plates.ways, caption=pen.say("report.caption.ways"))))
        yield _ways(pen)
        if debrief.otherwise.recount:
            title = elsewise.recounted(debrief, words)
            yield Heading(title, 3, pen.say("report.recount"), pen.say("recount.about_whole"))
            yield _recount(pen)
    if debrief.given_words:
        yield Heading(findings.given_words(debrief.given_words, words), 3)
        yield _given(pen)


def _ways(pen: Pen) -> Table:
    """Returns what the chart above does not tell: where lived quality ends, and what each way settled."""
    assert pen.debrief.otherwise is not None
    ways, words = pen.debrief.otherwise.ways, pen.words
    counts = ("decided", "contested", "lost")
    return Table(
        pen.say("report.table.ways"),
        (
            Column(pen.say("report.col.way"), share=1.6), Column(ways.measures[0], number=True, share=1),
            *(Column(pen.say(f"ways.column.{name}"), number=True, share=1) for name in counts),
        ),
        tuple(
            (
                (Said(way.name), *((below(pen.say("report.way_opening")),) if way.opening else ())),
                text(words.points(way.levels[0])),
                *(text(words.whole(getattr(way, name))) for name in counts),
            )
            for way in ways.played
        ),
    )  # fmt: skip


def _recount(pen: Pen) -> Table:
    assert pen.debrief.otherwise is not None
    heads = (
        Column(pen.say("report.col.rule"), share=1), Column(pen.say("report.col.otherwise"), share=2.3),
        *pen.heads("spent"), Column(pen.say("report.col.nothing"), share=0.9),
    )  # fmt: skip
    return Table(
        "",
        heads,
        tuple(
            (
                text(one.rule),
                lines(elsewise.funded_otherwise(pen.debrief, one, pen.words)),
                text(pen.words.money(one.spent)),
                text(", ".join(one.empty) or pen.words.whole(one.nothing)),
            )
            for one in pen.debrief.otherwise.recount
        ),
    )


def _given(pen: Pen) -> Table:
    heads = (Column(pen.say("report.col.promise"), share=3), Column(pen.say("report.col.promise_kept"), share=1))
    return Table(
        pen.say("deals.ledger"),
        heads,
        tuple(
            ((Said(one.told), below(pen.round(one.round))), text(f"{MARKS[one.fate]} {pen.say(f'fate.{one.fate}')}"))
            for one in pen.debrief.given_words
        ),
    )


def opinions(pen: Pen) -> Iterator[Block]:
    """Yields what the room thinks of the seats' arguments, where it was asked."""
    found, words = pen.debrief.opinions, pen.words
    if found is None:
        return
    opening = pen.opening("opinions", findings.opinions(found, words))
    yield Kept((opening, pen.chart(pen.plates.agreement)))
    heads = (
        Column(pen.say("report.col.argument"), share=1),
        *(Column(pen.say(f"opinions.{name}"), number=True) for name in ("agree", "disagree", "pass")),
    )
    yield Table(
        pen.say("report.section.opinions"),
        heads,
        tuple(
            (
                (Said(one.seat, strong=True), below(one.argument)),
                *(text(words.whole(number)) for number in (one.agree, one.disagree, one.passed)),
            )
            for one in found.statements
        ),
    )
    groups = tuple(Prose(text(line)) for line in findings.groups_of_opinion(found, words))
    if found.grouping:
        yield Pair((pen.chart(pen.plates.opinion_map, 0.6),), groups, 1.6)
    else:
        yield from groups
