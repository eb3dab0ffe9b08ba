"""One bar of an account, followed to where it was felt, by whom, and what it rests on."""

from collections.abc import Sequence
from typing import Final

from game.city.apart import TENTH
from game.city.exact import divided
from game.city.model import Cause, CauseKind
from game.report.causes import Line
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.account import Inquiry
from game.ui.inquiry.contest import contest
from game.ui.inquiry.lines import head, rows, title
from game.ui.inquiry.parts import part_panel
from game.ui.node import Node

PLACES: Final = 6
"""Places told one by one: what can be pointed at on the map in a minute."""
SMALL_CAUSES: Final = 14
FAINT: Final = 50
"""A change under a twentieth of a point, in milli-points, is shown as none."""
MARKS: Final = {
    CauseKind.INTERVENTION: "hammer",
    CauseKind.LINK: "link",
    CauseKind.PRACTICE: "gavel",
    CauseKind.PRESSURE: "wind",
    CauseKind.SHOCK: "zap",
    CauseKind.COMBINATION: "files",
    CauseKind.RESTRICTION: "ban",
    CauseKind.DEPARTURE: "luggage",
}


def bar_panel(inquiry: Inquiry, name: str, lines: Sequence[Line]) -> list[Node]:
    """Returns what is known of the bar of that name: a cause, a district or a group; or several small causes."""
    words = inquiry.words
    if any(name == each.name for each in inquiry.covered):
        key = "why.covered_about" if inquiry.by == "cause" else "why.covered_group"
        told = w.Paragraph(words.say(key), t.BODY)
        return [w.row(w.Tile("lock", "soft", "track", 48), w.heading(name, t.STRONG, grow=1), gap=12), told]
    part, cause = inquiry.part(name), inquiry.named(name)
    small = divided(inquiry.parts.get(cause, 0), TENTH) * TENTH if cause else 0
    amount = next((line.amount for line in lines if line.name == name), small)
    if part is not None:
        return part_panel(inquiry, part, name, amount)
    if cause is None:
        return _together(inquiry, name, [line.name for line in lines])
    return _one(inquiry, cause, name, amount)


def _one(inquiry: Inquiry, cause: Cause, name: str, amount: int) -> list[Node]:
    words = inquiry.words
    parts: list[Node] = [*head(inquiry, MARKS[cause.kind], name, amount), *_rests(inquiry, cause)]
    where = inquiry.where(cause)
    if where:
        key = "why.where" if inquiry.headline else "why.where_level"
        parts += [title(words.say(key)), *rows(where[:PLACES], words)]
    if len(where) > PLACES:
        parts.append(w.Paragraph(words.count("why.other_places", len(where) - PLACES), t.SMALL, colour="soft"))
    felt = [row for row in inquiry.felt(cause) if abs(row[1]) >= FAINT] if inquiry.headline else []
    if felt:
        parts += [title(words.say("why.felt")), *rows(felt, words)]
    if inquiry.headline and not {group.id for group in inquiry.game.model.rules.groups} <= inquiry.shown:
        parts.append(w.Paragraph(words.say("why.felt_covered"), t.SMALL, colour="soft"))
    link = inquiry.link(cause)
    if link is None or not inquiry.open:
        return parts
    return [*parts, title(words.say("why.contest")), *contest(words, link, inquiry.adjusted.get(link.id))]


def _rests(inquiry: Inquiry, cause: Cause) -> list[Node]:
    """Returns what the cause rests on and who vouches for it."""
    source = inquiry.teller.source(cause, inquiry.headline)
    vouched = [w.Paragraph(each, t.SMALL, colour="soft") for each in inquiry.vouched(cause)]
    if not source and not vouched:
        return []
    link = inquiry.link(cause)
    more = [w.Paragraph(inquiry.words.of(link.because), t.SMALL, leading=1.35)] if link is not None else []
    return [title(inquiry.words.say("why.rests")), w.Paragraph(source, t.SMALL), *more, *vouched]


def _together(inquiry: Inquiry, name: str, shown: Sequence[str]) -> list[Node]:
    """Returns the small causes that the chart sums in one bar."""
    words = inquiry.words
    small = [(inquiry.teller.cause(cause, inquiry.before), amount) for cause, amount in inquiry.parts.items()]
    small = [row for row in small if row[0] not in shown]
    left = len(small) - SMALL_CAUSES
    more = [w.Paragraph(words.count("why.other_causes", left), t.SMALL, colour="soft")] if left > 0 else []
    head: list[Node] = [w.heading(name, t.STRONG), w.Paragraph(words.say("why.small"), t.SMALL, colour="soft")]
    return [*head, *rows(small[:SMALL_CAUSES], words, 2), *more]
