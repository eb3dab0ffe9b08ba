"""The whole document as data for its template, and as a PDF."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from game.errors import GameError
from game.report import findings
from game.report.document import closing, course, deciding, hindsight, invented, people
from game.report.document.blocks import Block, plain
from game.report.document.pen import Pen
from game.report.document.roles import role
from game.report.figures import Debrief
from game.report.palette import PAPER
from game.report.prints.letters import shown
from game.report.prints.typesetting import typeset
from game.wording.words import Words

TEMPLATE: Final = "debrief"
UNSHOWN: Final = ("could not be displayed", "disallowed codepoint")
"""What Typst says of a letter that no font has, or that no document may hold."""
Chapter = Callable[[Pen], Iterator[Block]]
CHAPTERS: Final[tuple[Chapter, ...]] = (
    course.curves,
    course.turns,
    course.why,
    people.people,
    people.readings,
    people.compass,
    hindsight.rulers,
    deciding.decisions,
    deciding.ways,
    hindsight.what_ifs,
    deciding.opinions,
    closing.payoffs,
    closing.presence,
    invented.inventions,
    closing.branches,
    closing.lifted,
    closing.contested,
    closing.rules,
    closing.maps,
    hindsight.learning,
    hindsight.commitments,
    closing.about,
    hindsight.recorded,
)
"""The chapters in the order they are read; one that has nothing to tell yields nothing."""
MAP: Final = 0.52
"""The part of the cover's width that the map takes."""


def pdf(debrief: Debrief, words: Words) -> bytes:
    """Returns the debrief as a tagged PDF. Raises GameError where Typst is missing or refuses it, and why."""
    return _set(document(debrief, words))


def roles_pdf(debrief: Debrief, words: Words) -> bytes:
    """Returns the roles' pages alone as a tagged PDF. Raises GameError as the whole does."""
    title = {"title": f"{debrief.title} · {words.say('takehome.section')}"}
    return _set(document(debrief, words) | {"cover": None, "chapters": []} | title)


def _set(data: dict[str, Any]) -> bytes:
    """Returns the PDF of the data; letters that no font has (an emoji in a name) give way to empty squares."""
    try:
        return typeset(TEMPLATE, data)
    except GameError as fault:
        if not any(told in str(fault.values.get("reason")) for told in UNSHOWN):
            raise
    return typeset(TEMPLATE, shown(data))


def document(debrief: Debrief, words: Words) -> dict[str, Any]:
    """Returns everything the document shows, as plain data in one language."""
    pen = Pen(debrief, words)
    chapters = [told for chapter in CHAPTERS if (told := _chapter(pen, chapter))["blocks"]]
    return {
        "language": words.language,
        "title": words.say("report.page_title", city=debrief.title),
        "made": words.say("report.game"),
        "running": f"{words.say('report.game')} · {debrief.title}",
        "date": words.date(debrief.date),
        "cover": _cover(pen) | {"parts": [*(_part(told) for told in chapters), words.say("takehome.section")]},
        "chapters": chapters,
        "notes": words.say("print.notes"),
        "takehome": {"title": words.say("takehome.section"), "lead": words.say("takehome.lead")},
        "roles": [[plain(block) for block in role(pen, page, at)] for at, page in enumerate(debrief.roles)],
    }


def _chapter(pen: Pen, chapter: Chapter) -> dict[str, Any]:
    """Returns a chapter's blocks, and what to ask the room about it where its page has room left."""
    key = f"document.ask.{chapter.__name__}"
    asked = pen.say(key) if pen.words.has(key) else ""
    return {"blocks": [plain(block) for block in chapter(pen)], "asked": asked}


def _part(chapter: dict[str, Any]) -> str:
    """Returns what a chapter is about, as the contents name it: what stands above its title."""
    first = chapter["blocks"][0]
    opening = first["blocks"][0] if first["kind"] == "kept" else first
    return str(opening["kicker"])


def _cover(pen: Pen) -> dict[str, Any]:
    debrief, words, say = pen.debrief, pen.words, pen.say
    name = debrief.series[pen.plates.lived].name
    return {
        "kicker": say("report.game"),
        "kind": say("report.kind_of_page"),
        "title": debrief.title,
        "summary": debrief.summary,
        "meta": _meta(pen),
        "map": plain(pen.chart(pen.plates.places, MAP, say("report.caption.map", name=name))),
        "gauges_title": say("report.gauges"),
        "gauges": [
            {
                "name": one.name,
                "colour": PAPER["quality" if one.id == "lived" else one.id],
                "dashed": one.id == "quality",
                "level": words.points(one.shift.after),
                "change": pen.change(one.shift.change).text,
                "tone": pen.change(one.shift.change).tone,
                "start": say("report.from", before=words.points(one.shift.before)),
            }
            for one in debrief.series
        ],
        "short_title": say("report.section.short"),
        "short": findings.in_short(debrief, words),
        "key": " ".join(say(f"report.key.{name}") for name in ("rise", "fall", "surveillance")),
        "contents": say("document.contents"),
        "asked": say("report.section.questions"),
        "questions_title": say("report.lead.questions"),
        "questions": debrief.questions,
    }


def _meta(pen: Pen) -> list[tuple[str, str]]:
    debrief, words, say = pen.debrief, pen.words, pen.say
    ways = [
        f"{each.name} ({say('report.since', n=words.whole(each.since))})" if each.since > 1 else each.name
        for each in debrief.rulings
    ]
    told = [
        (say("report.meta.date"), words.date(debrief.date)),
        (say("report.meta.place"), debrief.place),
        (say("report.meta.rounds"), words.whole(debrief.rounds)),
        (say("report.meta.seats"), words.whole(len(debrief.seats))),
        (say("report.meta.ruling"), ", ".join(ways)),
        (say("report.meta.rules"), debrief.rules.name if debrief.rules else ""),
    ]
    return [(label, value) for label, value in told if value]
