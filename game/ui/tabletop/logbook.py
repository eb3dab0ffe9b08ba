"""The log: what was said and done, the newest first, with the reasons that computer players give."""

from typing import Final

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.room import Line
from game.ui.tabletop.table import Table

KEPT: Final = 40
"""Lines shown; the journal keeps them all."""


def logbook(table: Table) -> Node:
    """Returns the latest lines."""
    lines = list(reversed(table.room.lines(table.words)[-KEPT:]))
    entries = [_entry(table, line, at == 0) for at, line in enumerate(lines)]
    if not entries:
        entries = [w.Paragraph(table.say("log.empty"), t.SMALL, colour="soft")]
    return w.Panel(
        w.row(w.Icon("scroll-text", 24, "soft"), w.heading(table.say("log"), t.BODY), gap=10, align="center"),
        w.ScrollColumn(*entries, gap=14, pad=(2, 22, 4, 0), grow=1, key="log"),
        pad=(12, 10, 10, 16), gap=8, grow=1,
    )  # fmt: skip


def _entry(table: Table, line: Line, newest: bool) -> Node:
    seats = {card.id: card.icon for card in table.game.model.scenario.stakeholders}
    icon = seats.get(line.player, "megaphone") if line.player else "building-2"
    said: list[Node] = [w.Paragraph(line.text, t.SMALL, t.SEMIBOLD if newest else t.REGULAR, leading=1.25)]
    if line.reason:
        said.append(w.Paragraph(line.reason, t.SMALL, colour="soft", leading=1.25))
    mark = w.Icon(icon, 24, "accent" if newest else "soft")
    return w.row(mark, w.column(*said, gap=3, grow=1), gap=10, align="start")
