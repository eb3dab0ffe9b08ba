"""A district's or a group's part of a change: where it stands, how many people it is, and the causes it is made of."""

from typing import Final

from game.city.model import Cause
from game.report.charts import arrowed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.account import Inquiry
from game.ui.inquiry.lines import head, row, title
from game.ui.inquiry.question import Asked
from game.ui.node import Node
from game.wording.accounts import people_told

ICONS: Final = {"district": "map-pin", "group": "users"}
SHORT: Final = 170
"""Letters of a source that is read at a glance; a longer one is a press away."""


def part_panel(inquiry: Inquiry, key: str, name: str, amount: int) -> list[Node]:
    """Returns what a district or a group made of the change; the causes told sum to its bar."""
    words, teller = inquiry.words, inquiry.teller
    made, hidden = inquiry.within(key, amount)
    told = [_cause(inquiry, teller.cause(cause, inquiry.before), cause, n) for cause, n in made]
    if hidden:
        told.append(row(words.say("why.covered"), arrowed(hidden, words), hidden))
    return [
        *head(inquiry, ICONS[inquiry.by], name, amount), *_stands(inquiry, key),
        w.Paragraph(words.say(f"why.part.{_kind(inquiry)}"), t.SMALL, colour="soft"),
        title(words.say("why.made_of")), *told,
    ]  # fmt: skip


def _kind(inquiry: Inquiry) -> str:
    """Returns what a part is: of a district, of where a group lives, or of what became of the group itself."""
    own = inquiry.by == "group" and inquiry.of in ("lived", "displaced")
    return "own" if own else inquiry.by


def _cause(inquiry: Inquiry, name: str, cause: Cause, amount: int) -> Node:
    """Returns a cause of a part, to press for all that is known of it; its source here where it is short."""
    source = inquiry.teller.source(cause, inquiry.headline)
    moved = arrowed(amount, inquiry.words)
    told = row(name, moved, amount, source if len(source) <= SHORT else "")
    return w.Card(
        told, pad=(4, 8), fill="", stroke="", raised=False, radius=8, on_press=Asked(name, "cause"),
        key=f"part {cause.kind.value} {cause.id}", label=name, value=moved,
    )  # fmt: skip


def _stands(inquiry: Inquiry, key: str) -> list[Node]:
    """Returns how many people a part is, and for a gauge in a district where it stood and stands."""
    words, there = inquiry.words, inquiry.there(key)
    told = [words.say(f"why.people.{inquiry.by}", people=people_told(inquiry.teller, inquiry.people(key)))]
    if there is not None:
        before, after = (words.points(level, 1) for level in there)
        told.insert(0, words.say("why.there", before=before, after=after))
    return [w.Paragraph(each, t.SMALL) for each in told]
