"""What the sheets say: the finding, the room before and after, item by item, and what must be said beside it."""

from typing import Final

from game.learning.pairs import ItemLearnt, Learnt
from game.report import charts
from game.report.learnt import finding, item_levels, item_told, notes, part_line, part_name, right_answer
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import fitted
from game.ui.node import Node
from game.ui.scene import Frame
from game.wording.words import Words

SIDE: Final = 640
LEVELS: Final = 236
"""Design units of two scores and the arrow between them."""


def results(frame: Frame, words: Words, found: Learnt | None) -> list[Node]:
    """Returns the page of what the room learnt, or why there is nothing to show."""
    if found is None:
        return [w.Paragraph(words.say("learning.none"), t.STRONG)]
    wide = frame.wide - 2 * t.XL - 2 * t.L - 60
    page = result(words, found, wide, frame.large)
    return [w.ScrollColumn(*page, gap=t.M, pad=(4, 22, 8, 0), key="learning result", grow=1)]


def result(words: Words, found: Learnt, wide: float, large: bool) -> list[Node]:
    """Returns what the room learnt in a width, for the questionnaire's own page and for the debrief's."""
    head = w.heading(finding(found, words), t.TITLE)
    if not found.shown:
        return [head, *(w.Paragraph(note, t.BODY, colour="soft", leading=1.35) for note in notes(found, words))]
    beside = [w.Paragraph(note, t.SMALL, colour="soft", leading=1.35) for note in notes(found, words)]
    room = wide if large else wide - SIDE - t.XL
    chart = fitted(lambda width, text: charts.learnt(found, words, finding(found, words), width, text), room, 900)
    told = w.column(*_parts(found, words), *beside, gap=t.M)
    if large:
        both: Node = w.column(chart, told, gap=t.L)
    else:
        chart.grow, told.width = 1, SIDE
        both = w.row(chart, told, gap=t.XL, align="start")
    items = [_item(large, words, item) for item in found.items]
    return [head, both, w.Divider(), w.heading(words.say("learning.table.items"), t.STRONG), *items]


def _parts(found: Learnt, words: Words) -> list[Node]:
    """Returns what moved by how much; of a part that too few answered the chart tells that."""
    return [
        w.column(
            w.Label(part_name(one.part, words), t.BODY, t.SEMIBOLD),
            w.Paragraph(part_line(one, words), t.SMALL, leading=1.3),
            gap=2,
        )
        for one in found.parts if one.change
    ]


def _item(large: bool, words: Words, one: ItemLearnt) -> Node:
    first, last = item_levels(one, words)
    few = one.before is None and one.after is None
    shown, tone = (words.say("learning.item_few"), "soft") if few else (f"{first} → {last}", "ink")
    said = shown if few else words.say("learning.item_told", before=first, after=last)
    levels = w.Label(
        shown, t.SMALL if few else t.BODY, t.SEMIBOLD, tone, tabular=not few, label=said,
        width=0 if large else LEVELS,
    )  # fmt: skip
    right = [w.Paragraph(line, t.SMALL, colour="soft", leading=1.25) for line in right_answer(one, words)]
    told = w.column(w.Paragraph(item_told(one, words), t.BODY, leading=1.25), *right, gap=2, grow=1)
    if large:
        return w.column(told, levels, gap=2)
    return w.row(levels, told, gap=t.M, align="start")
