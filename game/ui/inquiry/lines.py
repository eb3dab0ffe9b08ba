"""The lines that panels of an account are made of: a bar's name, a title under a rule, what moved and by how much."""

from collections.abc import Sequence

from game.report.charts import arrowed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.account import Inquiry, Row
from game.ui.node import Node
from game.wording.words import Words


def head(inquiry: Inquiry, icon: str, name: str, amount: int) -> list[Node]:
    """Returns the name of a bar, and how far it moved what is asked about."""
    words = inquiry.words
    key = "why.amount" if inquiry.headline else "why.amount_of"
    told = words.say(key, change=arrowed(amount, words), gauge=inquiry.account.name)
    return [
        w.row(
            w.Tile(icon, "accent", "accent_tint", 48), w.heading(name, t.STRONG, grow=1), gap=12, align="center"
        ),
        w.Paragraph(told, t.BODY, t.SEMIBOLD, "rise" if amount > 0 else "fall"),
    ]  # fmt: skip


def title(words: str) -> Node:
    """Returns the head of a part of a panel, under a line."""
    return w.column(w.Divider(), w.heading(words, t.BODY, weight=t.SEMIBOLD), gap=12)


def rows(found: Sequence[Row], words: Words, digits: int = 1) -> list[Node]:
    """Returns a line each: what is told, and how far it moved."""
    return [row(told, arrowed(amount, words, digits), amount) for told, amount in found]


def row(told: str, moved: str, amount: int, source: str = "") -> Node:
    """Returns a line: what is told, by how much it moved, and what that rests on."""
    said = w.Paragraph(told, t.SMALL, leading=1.2, grow=1)
    moved_so = w.Label(moved, t.SMALL, t.SEMIBOLD, "rise" if amount > 0 else "fall" if amount < 0 else "soft")
    line = w.row(said, moved_so, gap=t.M, align="center")
    return w.column(line, w.Paragraph(source, t.SMALL, colour="soft", leading=1.2), gap=2) if source else line
