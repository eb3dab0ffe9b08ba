"""The answer to a question about a figure: its waterfall, and beside it the bar that is followed."""

from collections.abc import Callable, Sequence
from typing import Final

from game.report.causes import Line, told
from game.report.charts import arrowed, waterfall
from game.report.charts.axes import NARROW
from game.report.figures import Account
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import TEXT
from game.ui.inquiry.chart import CauseChart
from game.ui.inquiry.question import BACK, Question
from game.ui.node import Node
from game.wording.words import Words

DETAIL: Final = 640
"""Width of what is followed, beside the chart."""

FEW: Final = 5
ROOMY: Final = 1.2
"""How much larger a chart of so few bars is drawn: the page has the height for it."""
Following = Callable[[str, Sequence[Line]], list[Node]]
"""Returns what is known of the bar of that name, among those drawn."""


def answer(
    account: Account, words: Words, question: Question, follow: Following, title: str, width: float,
    large: bool, largest: int, hint: str, more: Sequence[Node] = (), unseen: Sequence[str] = (),
) -> Node:  # fmt: skip
    """Returns the finding, then the chart and what is followed, side by side; one at a time where text is `large`.

    `title` is the chart's finding; `width` the room for both; `more` stands under the chart;
    `unseen` are what can be followed without a bar of its own.
    """
    found = w.heading(title, t.TITLE)
    lines = told(account, words, largest).lines
    names = [line.name for line in lines]
    known = (*names, *unseen)
    chosen = question.chosen if question.chosen in known else ("" if large else next(iter(names), ""))
    if large and question.aside and chosen:
        back = w.Button(words.say("why.back"), "arrow-left", on_press=BACK, tall=52, key="back")
        detail = w.ScrollColumn(*follow(chosen, lines), gap=t.M, key="detail", grow=1)
        return w.column(w.row(back), detail, gap=t.M, grow=1)
    beside = bool(chosen) and not large
    room = width - t.XL - (DETAIL + t.L if beside else 0)
    roomy = beside and len(lines) <= FEW and room >= NARROW * TEXT * ROOMY
    drawing = waterfall(account, words, title, room, TEXT * ROOMY if roomy else TEXT, largest)
    bars = [(line.name, arrowed(line.amount, words, unit=account.unit)) for line in lines]
    about = w.Paragraph(words.say(hint), t.SMALL, colour="soft")
    parts = (CauseChart(drawing, bars, chosen), about) if bars else (w.Paragraph(words.say("why.still")),)
    chart = w.ScrollColumn(*([found] if large else []), *parts, *more, gap=t.M, key="chart", grow=1)
    if large:
        return chart
    if not beside:
        return w.column(found, chart, gap=t.M, grow=1)
    panel = w.Panel(
        w.ScrollColumn(*follow(chosen, lines), gap=t.M, key="detail", fade="sunken", grow=1),
        fill="sunken", raised=False, pad=(t.M, t.L, t.M, t.L), width=DETAIL,
    )  # fmt: skip
    return w.column(found, w.row(chart, panel, gap=t.L, grow=1), gap=t.M, grow=1)
