"""A district's or a group's part of a change: where it stands, how many people it is, and the causes it is made of."""

from typing import Final

from game.report.charts import arrowed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.account import Inquiry
from game.ui.inquiry.lines import head, row, title
from game.ui.node import Node
from game.wording.accounts import people_told

ICONS: Final = {"district": "map-pin", "group": "users"}


def part_panel(inquiry: Inquiry, key: str, name: str, amount: int) -> list[Node]:
    """Returns what a district or a group made of the change; the causes told sum to its bar."""
    words, teller = inquiry.words, inquiry.teller
    made, hidden = inquiry.within(key, amount)
    told = [
        row(teller.cause(cause, inquiry.before), arrowed(n, words), n, teller.source(cause, inquiry.headline))
        for cause, n in made
    ]
    if hidden:
        told.append(row(words.say("why.covered"), arrowed(hidden, words), hidden))
    return [
        *head(inquiry, ICONS[inquiry.by], name, amount), *_stands(inquiry, key),
        w.Paragraph(words.say(f"why.part.{inquiry.by}"), t.SMALL, colour="soft"),
        title(words.say("why.made_of")), *told,
    ]  # fmt: skip


def _stands(inquiry: Inquiry, key: str) -> list[Node]:
    """Returns how many people a part is, and for a gauge in a district where it stood and stands."""
    words, there = inquiry.words, inquiry.there(key)
    told = [words.say(f"why.people.{inquiry.by}", people=people_told(inquiry.teller, inquiry.people(key)))]
    if there is not None:
        before, after = (words.points(level, 1) for level in there)
        told.insert(0, words.say("why.there", before=before, after=after))
    return [w.Paragraph(each, t.SMALL) for each in told]
