"""The coach at the foot of the table: one line, and one button that does what it says."""

from game.engine.coaching import Advice, Help
from game.engine.moves import Proceed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.facilitator.desk import Coach
from game.ui.node import Node
from game.ui.tabletop.table import Hold, Table
from game.wording.coaching import helping, suggested


def coach_line(table: Table) -> Node | None:
    """Returns the next step suggested, None when there is none."""
    advice = table.room.desk.advice()
    if advice is None:
        return None
    told = suggested(table.teller, advice, table.phase)
    press = w.Button(
        helping(table.teller, advice, table.phase), "arrow-right", on_press=_press(advice), tall=44, size=t.SMALL,
        key="coach", hint=told,
    )  # fmt: skip
    press.margin = 28
    hush = w.IconButton("x", table.words.say("coach.silence"), on_press=Coach(False), tall=44, key="coach off")
    return w.row(
        w.Icon("sparkles", 24, "accent"),
        w.Paragraph(told, t.SMALL, t.SEMIBOLD, "accent", leading=1.25, role="status", key="coach told", grow=1),
        press, hush, gap=10, align="center",
    )  # fmt: skip


def _press(advice: Advice) -> object:
    return Hold({"speaker": advice.seats[0]}) if advice.does is Help.FLOOR else Proceed()
