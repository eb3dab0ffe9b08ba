"""Who sat where, and when: people at each seat round by round, who came and left, and who walked in whose shoes."""

from itertools import groupby
from typing import Final

from game.report.rosterfigures import Presence, SeatRow
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.words import Words

CELL: Final = 132
"""Width of one moment's column, in design units."""
NAME: Final = 300
"""What a seat's name needs beside its columns."""


def seated(found: Presence, words: Words, width: float) -> Node:
    """Returns the seats, a row each; where the rounds have no room beside one another, each row tells them in words."""
    moments = [words.say("report.roster.start"), *(_round(words, number) for number in found.rounds)]
    totals = SeatRow(words.say("report.roster.total"), tuple(words.whole(total) for total in found.totals))
    wide = NAME + (CELL + t.S) * len(moments) <= width
    rows = [_row(row, moments, wide, words) for row in found.rows]
    last = _row(totals, moments, wide, words, "")
    return w.column(*([_heads(words, moments)] if wide else []), *rows, w.Divider(), last, gap=t.S)


def _round(words: Words, number: int) -> str:
    return words.say("report.roster.round", n=words.whole(number))


def _heads(words: Words, moments: list[str]) -> Node:
    name = w.Label(words.say("report.roster.seat"), t.SMALL, t.SEMIBOLD, "soft", grow=1)
    heads = (w.Label(each, t.SMALL, t.SEMIBOLD, "soft", align="center", width=CELL) for each in moments)
    return w.row(name, *heads, gap=t.S, pad=(0, t.M))


def _in_words(row: SeatRow, moments: list[str], words: Words) -> str:
    """Returns who held a seat, and for how long, each once."""
    told, at = [], 0
    for held, cells in groupby(row.cells):
        until = at + len(list(cells)) - 1
        while_ = moments[at]
        if until > at:
            while_ = words.say("debrief.roster.stretch", first=moments[at], last=moments[until])
        told.append(words.say("debrief.roster.while", moment=while_, held=held))
        at = until + 1
    return ", ".join(told)


def _row(row: SeatRow, moments: list[str], wide: bool, words: Words, fill: str = "sunken") -> Node:
    """Returns a seat's row; what differs from the moment before stands out."""
    if not wide:
        return w.Panel(
            w.Paragraph(row.name, t.BODY, t.SEMIBOLD),
            w.Paragraph(_in_words(row, moments, words), t.SMALL, colour="soft", leading=1.3),
            pad=(10, t.M), gap=2, raised=False, fill=fill, stroke="line" if fill else "",
        )  # fmt: skip
    changed = [False, *(one != other for one, other in zip(row.cells, row.cells[1:], strict=False))]
    cells = (
        w.Paragraph(cell, t.SMALL, t.BOLD if new else t.REGULAR, "accent" if new else "ink", align="center",
                    leading=1.15, width=CELL, label=f"{row.name}, {moment}", value=cell)
        for cell, new, moment in zip(row.cells, changed, moments, strict=True)
    )  # fmt: skip
    name = w.Paragraph(row.name, t.BODY, t.SEMIBOLD, leading=1.15, grow=1)
    return w.Panel(
        w.row(name, *cells, gap=t.S, align="center"), pad=(8, t.M), raised=False, fill=fill,
        stroke="line" if fill else "",
    )  # fmt: skip


def changes(found: Presence, words: Words) -> list[Node]:
    """Returns each change as it happened, then who walked in whose shoes, and what to ask them."""
    told: list[Node] = [w.Paragraph(line, t.BODY, leading=1.3) for line in found.told]
    if not found.walks:
        return told
    head = w.heading(words.say("report.roster.shoes"), t.STRONG)
    walks = (w.Paragraph(line, t.BODY, leading=1.3) for line in found.walks)
    ask = w.Paragraph(words.say("report.roster.ask"), t.STRONG, t.SEMIBOLD, "accent", leading=1.3)
    return [*told, head, *walks, ask]
