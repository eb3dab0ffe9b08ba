"""The coach at the foot of the table: one line, and one button that does what it says."""

from attrs import evolve

from game.content.shapes import StakeholderId
from game.engine.coaching import Advice, Help
from game.engine.moves import Proceed
from game.engine.seating import LeaveEmpty
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import HandOver
from game.ui.facilitator.desk import Coach
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.table import Hold, Table
from game.wording.coaching import helping, suggested


def coach_line(table: Table) -> Node | None:
    """Returns the next step suggested, None when there is none."""
    advice = table.room.desk.advice()
    if advice is None:
        return None
    told = suggested(table.teller, advice, table.phase)
    hush = w.IconButton("x", table.words.say("coach.silence"), on_press=Coach(False), tall=44, key="coach off")
    return w.row(
        w.Icon("sparkles", 24, "accent"),
        w.Paragraph(told, t.SMALL, t.SEMIBOLD, "accent", leading=1.25, role="status", key="coach told", grow=1),
        *_press(table, advice, told), hush, gap=10, align="center",
    )  # fmt: skip


def entrusting(table: Table, seat: StakeholderId) -> list[Node]:
    """Returns the two ways on for a seat that nobody is left at."""
    say, who = table.words.say, table.teller.seat(seat)
    return [
        w.Button(say("coach.do.entrust"), "bot", on_press=HandOver(seat), tall=44, size=t.SMALL, key="coach do",
                 hint=who),
        w.IconButton("user-x", say("coach.do.empty", who=who), "secondary", on_press=LeaveEmpty(seat), tall=44,
                     key="coach empty"),
    ]  # fmt: skip


def _press(table: Table, advice: Advice, told: str) -> list[Node]:
    """Returns the button that does it; none where the only seat to hear has the floor already."""
    if advice.does is Help.ENTRUST:
        return entrusting(table, advice.seats[0])
    press: object = Push("inventing") if advice.does is Help.INVENT else Proceed()
    if advice.does is Help.FLOOR:
        others = tuple(seat for seat in advice.seats if seat != table.speaker)
        if not others:
            return []
        advice, press = evolve(advice, seats=others), Hold({"speaker": others[0]})
    label = helping(table.teller, advice, table.phase)
    button = w.Button(label, "arrow-right", on_press=press, tall=44, size=t.SMALL, key="coach", hint=told)
    button.margin = 28
    return [button]
