"""A page for each role, to tear off and take home."""

from collections.abc import Iterable
from typing import Final

from game.report.document.blocks import Block, Column, Heading, Lines, Listing, Pair, Prose, Said, Table, Text
from game.report.document.pen import JOINT, MARKS, Pen, below, lines, text
from game.report.figures import Gain, GivenWord, Part, RolePage
from game.report.findings import because

LONG: Final = 60
"""Letters from which a ballot in words needs a column as wide as what a role did."""


def role(pen: Pen, page: RolePage, at: int) -> tuple[Block, ...]:
    """Returns the page of a role: what it wanted, gained, did and promised, and lines for what one will do."""
    payoff, say = page.payoff, pen.say
    played = say("takehome.played_by", who=", ".join(page.people)) if page.people else say("takehome.computer")
    before, after = (pen.words.points(level) for level in (payoff.score.before, payoff.score.after))
    score = say("takehome.score", before=before, after=after)
    return (
        Heading(payoff.stakeholder, 3, lead=f"{played}. {score}.", trend=(pen.change(payoff.score.change),)),
        Heading(say("takehome.wanted"), 4),
        _wanted(pen, page),
        Heading(say("takehome.gains"), 4),
        pen.chart(pen.plates.role(at)),
        _gains(pen, page),
        Heading(say("takehome.parts"), 4, lead=_told_once(pen, page)),
        _parts(pen, page) if page.parts else Prose(text(say("takehome.no_decision"))),
        Heading(say("takehome.words"), 4),
        *_words(pen, page),
        Heading(say("takehome.commitment"), 4),
        *((Prose(text(say("recorded.quoted", words=page.commitment))),) if page.commitment else ()),
        Lines(),
    )


def _wanted(pen: Pen, page: RolePage) -> Pair:
    payoff = page.payoff

    def said(key: str, what: str) -> Prose:
        return Prose((Said(pen.say(f"takehome.{key}"), "soft", small=True), Said(what, line=True)))

    right = Pair((said("secret", payoff.secret),), (said("argument", page.argument),), 1.0)
    return Pair((said("aim", payoff.aim),), (right,), 0.5)


def _gains(pen: Pen, page: RolePage) -> Table:
    heads = (
        Column(pen.say("report.col.watched"), share=1.2), *pen.heads("before", "after", "change"),
        Column(pen.say("report.col.kept")), Column(pen.say("takehome.because"), share=2.2),
    )  # fmt: skip
    return Table("", heads, tuple(_gain(pen, gain) for gain in page.gains))


def _gain(pen: Pen, gain: Gain) -> tuple[Text, ...]:
    watched, points = gain.watched, pen.words.points
    name = Said(f"{pen.say(f'report.want.{watched.want}')} {watched.name}")
    return (
        (name, below(pen.say("report.secretly"))) if gain.secret else (name,),
        text(points(watched.shift.before, 1)),
        text(points(watched.shift.after, 1)),
        (pen.change(watched.shift.change),),
        pen.reached(watched.kept),
        text(JOINT.join(because(gain, pen.words))),
    )


def _alike(page: RolePage) -> str:
    """Returns what is to say of every vote alike: each ballot was secret, or the role had none."""
    votes = {part.vote for part in page.parts}
    return votes.pop() if len(votes) == 1 and len(page.parts) > 1 and page.parts[0].vote else ""


def _told_once(pen: Pen, page: RolePage) -> str:
    """Returns what holds for every decision: the same vote, or that the role did nothing and had none."""
    if page.parts and not any(part.deeds or part.vote for part in page.parts):
        return pen.say("takehome.no_part")
    return pen.say("takehome.votes", vote=_alike(page)) if _alike(page) else ""


def _parts(pen: Pen, page: RolePage) -> Table:
    """Returns the decisions with what the role did and voted; a column that would be empty is left out."""
    shares = {"decision": 1.3}
    if any(part.deeds for part in page.parts):
        shares["deeds"] = 1.7
    if any(part.vote for part in page.parts) and not _alike(page):
        shares["vote"] = 1.7 if max(len(part.vote) for part in page.parts) > LONG else 1.0
    heads = (
        Column(pen.say("takehome.col.round"), number=True),
        *(Column(pen.say(f"takehome.col.{name}"), share=share) for name, share in shares.items()),
    )
    return Table("", heads, tuple(_part(pen, part, shares) for part in page.parts))


def _part(pen: Pen, part: Part, columns: Iterable[str]) -> tuple[Text, ...]:
    decided = f"✓ {part.decided}" if part.decided else pen.say("takehome.nothing_decided")
    cells: dict[str, Text] = {
        "decision": (Said(part.challenge), below(decided)),
        "deeds": lines(part.deeds) or text("–"),
        "vote": text(part.vote or "–"),
    }
    return (text(pen.words.whole(part.round)), *(cells[name] for name in columns))


def _words(pen: Pen, page: RolePage) -> tuple[Block, ...]:
    sides: list[tuple[Block, ...]] = [
        (Prose(text(pen.say(f"takehome.{key}")), "tag"), Listing(tuple(_word(pen, word) for word in words)))
        for key, words in (("given", page.given), ("received", page.received))
        if words
    ]
    if not sides:
        return (Prose(text(pen.say("takehome.no_words"))),)
    return (Pair(sides[0], sides[1], 1.0),) if len(sides) == 2 else sides[0]


def _word(pen: Pen, word: GivenWord) -> Text:
    fate = Said(f"{MARKS[word.fate]} {pen.say(f'fate.{word.fate}')} ", strong=True)
    return fate, Said(f"{word.told} "), Said(pen.round(word.round), "soft", small=True)
