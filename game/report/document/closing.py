"""The rest of the document: what each wanted, lines of play, what was contested, maps of causes, sources."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.report import elsewise, findings
from game.report.document.blocks import Block, Column, Heading, Kept, Listing, Pair, Prose, Said, Table
from game.report.document.pen import JOINT, Pen, below, text
from game.report.figures import RulePack
from game.report.mapfigures import MapStory, MapWorld, WallMap
from game.wording.packs import departs

HALF: Final = 0.48
"""The part of the page that one of two charts side by side takes."""


def payoffs(pen: Pen) -> Iterator[Block]:
    """Yields how close the city came to what each wanted, and what was announced and delivered."""
    debrief, words = pen.debrief, pen.words
    opening = pen.opening("payoffs", findings.payoffs(debrief, words))
    yield Kept((opening, pen.chart(pen.plates.payoffs, caption=pen.say("report.caption.scores"))))
    if debrief.announcements:
        yield Heading(findings.promises(debrief.announcements, words), 3)
        yield _announced(pen)


def _announced(pen: Pen) -> Table:
    heads = (
        Column(pen.say("report.col.intervention"), share=1.4), Column(pen.say("report.col.gauge"), share=1),
        *pen.heads("announced", "delivered"), Column(pen.say("report.col.promise_kept")),
    )  # fmt: skip
    return Table(
        pen.say("report.table.promises"),
        heads,
        tuple(
            (
                (Said(one.intervention), below(pen.round(one.round))),
                text(one.headline),
                (pen.change(one.announced),),
                (pen.change(one.delivered),),
                pen.reached(findings.is_kept(one)),
            )
            for one in pen.debrief.announcements
        ),
    )


def presence(pen: Pen) -> Iterator[Block]:
    """Yields who sat where, where that changed."""
    found, say = pen.debrief.presence, pen.say
    if found is None:
        return
    title, whole = pen.words.count("report.roster.moved", len(found.told)), pen.words.whole
    yield Heading(title, 2, say("report.roster.title"), say("report.roster.about"))
    rounds = (Column(say("report.roster.round", n=whole(n)), number=True) for n in found.rounds)
    heads = (Column(say("report.roster.seat"), share=1), Column(say("report.roster.start"), number=True), *rounds)
    rows = [(text(row.name), *(text(cell) for cell in row.cells)) for row in found.rows]
    totals = (text(say("report.roster.total"), strong=True), *(text(whole(total)) for total in found.totals))
    yield Table("", heads, (*rows, totals))
    yield Listing(tuple(text(line) for line in found.told))
    if found.walks:
        yield Heading(say("report.roster.shoes"), 3)
        yield Listing(tuple(text(line) for line in found.walks))
        yield Prose(text(say("report.roster.ask"), strong=True))


def branches(pen: Pen) -> Iterator[Block]:
    """Yields every line of play, where there are several."""
    found = pen.debrief.branches
    if not found:
        return
    heads = (
        Column(pen.say("branches.line"), share=1), Column(pen.say("branches.reached")),
        *(Column(name, number=True) for name, _ in found[0].levels),
    )  # fmt: skip
    rows = tuple(
        (
            (
                Said(one.name),
                *((below(pen.say("branches.left", parent=one.parent, where=one.left)),) if one.parent else ()),
            ),
            text(one.reached),
            *(text(pen.words.points(level)) for _, level in one.levels),
        )
        for one in found
    )
    told = " ".join(pen.say("branches.told", name=one.name) for one in found if one.told)
    yield Heading(elsewise.branches(found, pen.words), 2, pen.say("branches.section"), f"{told}.")
    yield Table(pen.say("branches.table"), heads, rows)


def lifted(pen: Pen) -> Iterator[Block]:
    """Yields what was shown ahead of time."""
    found = pen.debrief.lifted
    if not found:
        return
    keys = {True: "report.lifted.shown", False: "report.lifted.covered"}
    lines = tuple(text(pen.say(keys[one.shown], round=pen.words.whole(one.round), what=one.what)) for one in found)
    shown = pen.words.count("report.find.lifted", sum(one.shown for one in found))
    title = Heading(shown, 2, pen.say("report.section.lifted"), pen.say("report.lead.lifted"))
    yield Kept((title, Listing(lines)))


def contested(pen: Pen) -> Iterator[Block]:
    """Yields the links of the rules that the room changed."""
    found, words = pen.debrief.contested, pen.words
    if not found:
        return
    yield Heading(words.count("report.contested_links", len(found)), 2, pen.say("report.section.contested"))
    heads = (Column(pen.say("report.col.link"), share=1), *pen.heads("rules_strength", "room_strength"))
    rows = tuple(
        (
            (Said(one.link), below(f"{pen.round(one.round)}. {one.say}")),
            text(words.signed(one.before / 1000)),
            text(words.signed(one.after / 1000)),
        )
        for one in found
    )
    yield Table(pen.say("report.table.contested"), heads, rows)


def rules(pen: Pen) -> Iterator[Block]:
    """Yields the rule pack played with, where it is not the paper's."""
    pack = pen.debrief.rules
    if pack is None:
        return
    yield Heading(departs(pack.name, len(pack.departs_on), pen.words), 2, pen.say("report.section.rules"))
    yield Prose((Said(pack.about), below(pack.author)))
    if pack.departs_on:
        yield Heading(pen.say("report.rules.departs"), 3)
        yield Listing(tuple((Said(f"{number} ", strong=True), Said(claim)) for number, claim in pack.departs_on))
    yield _differing(pen, pack)


def _differing(pen: Pen, pack: RulePack) -> Table:
    heads = (Column(pen.say("report.rules.what"), share=1), Column(pen.say("report.rules.because"), share=1))
    return Table(
        pen.say("report.rules.otherwise"),
        heads,
        tuple(
            (
                tuple(Said(what, line=at > 0) for at, what in enumerate(one.what)),
                (Said(one.because), *((below(one.source),) if one.source else ())),
            )
            for one in pack.differing
        ),
    )


def maps(pen: Pen) -> Iterator[Block]:
    """Yields the participants' maps of causes, what changed between them, and the session under them."""
    story = pen.debrief.maps
    if story is None:
        return
    yield pen.opening("maps", findings.maps(story, pen.words))
    for at in range(0, len(story.maps), 2):
        yield from _hung(pen, story.maps[at : at + 2], at)
    if story.changes:
        yield Heading(pen.say("map.changed_title"), 3)
        yield Listing(tuple(text(line) for line in story.changes), columns=2)
        yield Prose(text(story.common), "note")
    yield from _judged(pen, story)
    for world in story.worlds:
        yield from _world(pen, world)


def _hung(pen: Pen, maps: Sequence[WallMap], at: int) -> Iterator[Block]:
    """Yields one map, or two side by side, and the arrows of each in words."""
    if len(maps) == 1:
        yield Kept((_signed(pen, maps[0]), pen.chart(pen.plates.map_of_causes(at))))
    else:
        drawn = (pen.chart(pen.plates.map_of_causes(at + k), HALF) for k in range(2))
        yield Pair((_signed(pen, maps[0]), next(drawn)), (_signed(pen, maps[1]), next(drawn)), 1.0)
    for each in maps:
        if len(maps) > 1:
            yield Prose(text(JOINT.join((each.author, each.moment))), "tag")
        strengths = ((Said(f"{pen.words.signed(one.strength, 0)} ", strong=True), one) for one in each.arrows)
        yield Listing(tuple((strength, Said(one.told)) for strength, one in strengths), columns=2)


def _signed(pen: Pen, drawn: WallMap) -> Heading:
    return Heading(pen.words.count("map.drawn_by", len(drawn.arrows), author=drawn.author), 3, drawn.moment)


def _judged(pen: Pen, story: MapStory) -> Iterator[Block]:
    yield Heading(story.judged, 3)
    for key, lines in (("agreed", story.agreed), ("opposed", story.opposed), ("ours", story.ours)):
        yield Prose(text(pen.words.count(f"map.against.{key}", len(lines)).strip()), "tag")
        if lines:
            yield Listing(tuple(text(line) for line in lines), columns=2)
    yield Prose(text(pen.words.count("map.against.theirs", story.rules_only).strip()), "tag")


def _world(pen: Pen, world: MapWorld) -> Iterator[Block]:
    points = pen.words.points
    heads = tuple(Column(pen.say(f"map.col.{name}"), number=True) for name in ("was", "would", "gap"))
    levels = Table(
        pen.say("map.table.levels"),
        (Column(pen.say("report.col.reading"), share=1), *heads),
        tuple(
            (text(row.name), text(points(row.was, 1)), text(points(row.would, 1)), (pen.change(row.change),))
            for row in world.levels
        ),
    )
    found = tuple((text(cause), (pen.change(amount),)) for cause, amount in world.causes)
    did = Table(
        pen.say("map.did_it_title", gauge=world.moved),
        (Column(pen.say("report.col.cause"), share=1), *pen.heads("change")),
        found or ((text(pen.say("map.did_nothing")), text("–")),),
    )
    note = " ".join(part for part in (world.visions, world.note) if part)
    yield Kept((Heading(world.name, 3), Pair((levels,), (did,), 1.2), Prose(text(note), "note")))


def about(pen: Pen) -> Iterator[Block]:
    """Yields what is real and what invented, who played, and what the effects rest on."""
    debrief = pen.debrief
    title = Heading(pen.say("report.real_and_invented"), 2, pen.say("document.about"))
    said = (debrief.real_and_invented, debrief.inspired_by, pen.say("report.model_limits"))
    played = tuple(
        (
            Said(f"{seat.stakeholder} ", strong=True),
            Said(pen.say("report.computer") if seat.computer else ", ".join(seat.players)),
        )
        for seat in debrief.seats
    )
    who = (Heading(pen.say("report.who_played"), 3), Listing(played))
    yield Kept((title, Pair(tuple(Prose(text(part)) for part in said), who, 1.2)))
    if debrief.facts:
        yield Heading(pen.say("report.facts"), 3)
        yield Listing(
            tuple(
                (
                    Said(fact.say),
                    below(
                        pen.say("report.fact_source", source=fact.source)
                        if fact.source
                        else pen.say("report.fact_invented")
                    ),
                )
                for fact in debrief.facts
            ),
            columns=2,
        )
    if debrief.sources:
        yield Heading(pen.say("report.sources"), 3)
        yield Listing(tuple(text(source) for source in debrief.sources), "sources", columns=3)
    imprint = pen.say("document.imprint", version=debrief.version, seed=debrief.seed)
    replay = pen.say("report.replay", journal=debrief.journal) if debrief.journal else ""
    yield Prose((Said(f"{imprint} {replay}".strip(), "soft", small=True),))
