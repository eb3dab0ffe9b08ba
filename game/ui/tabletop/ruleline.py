"""The line that says whose rules are being played, on the table of a session that departs from the paper's."""

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.line import Line
from game.ui.tabletop.table import Table

ICON = "scale"


def rule_note(table: Table) -> tuple[Node, ...]:
    """Returns the rules in two or three lines, to press for what they say; nothing for the paper's."""
    told = table.room.rules_told(table.words)
    if told is None:
        return ()
    inside = w.row(
        w.Icon(ICON, 24, "accent"), w.Paragraph(told, t.SMALL, t.MEDIUM, leading=1.25, grow=1), gap=10, align="center"
    )
    return (w.Card(inside, pad=(10, 16), raised=False, on_press=Push("assumptions"), key="rules", label=told),)


def rule_strip(table: Table) -> tuple[Node, ...]:
    """Returns the rules in one line, which gives way where it is too long."""
    told = table.room.rules_told(table.words)
    if told is None:
        return ()
    return (w.row(w.Icon(ICON, 22, "accent"), Line(told, t.SMALL, t.MEDIUM, grow=1), gap=10, align="center"),)
