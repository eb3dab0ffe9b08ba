"""The head of the table: which city, which round, which phase, what is left of money and time, and a few keys."""

from typing import Final

from game.city.exact import milli
from game.content.shapes import LANGUAGES
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Pause, Undo
from game.ui.facilitator.clock import Clock
from game.ui.figure import Figure
from game.ui.node import Node
from game.ui.scene import Change, Push
from game.ui.tabletop.line import Line
from game.ui.tabletop.table import Hold, Table

KEY: Final = 48
SIDE: Final = 20
ALL: Final = 6
REACHES: Final = (ALL, 4, 3, 2, 1)
"""Phases shown before and after the present one: all of them, or fewer where names are long."""


def header(table: Table) -> Node:
    """Returns the head of the table; on two lines when text is enlarged, on the first of them when much so."""
    left = _where(table)
    bar = {"gap": 8, "align": "center"}
    if table.dense:
        room = table.frame.width - 2 * SIDE * table.frame.scale
        lines = [_line(table, reach) for reach in REACHES]
        fitting = (line for line in lines if line.natural_width(table.frame.scale) <= room)
        inside: tuple[Node, ...] = (next(fitting, lines[-1]),)
    elif table.frame.low:
        short = (ribbon(table, 0), *_clock(table), left[-1])
        inside = (w.flow(*short, w.space(grow=1), _keys(table), **bar),)
    else:
        inside = (
            w.row(*left, w.space(grow=1), _keys(table), **bar),
            w.flow(ribbon(table, 0), *_clock(table), w.space(grow=1), *_purse(table), **bar),
        )
    return w.Panel(*inside, fill="header", stroke="", raised=False, radius=0, pad=(10, SIDE), gap=8)


def _line(table: Table, reach: int) -> Node:
    """Returns the head in one line, with so many phases on each side of the present one."""
    now = (ribbon(table, reach), *_clock(table))
    right = (*_purse(table), _keys(table))
    return w.row(*_where(table), w.space(grow=1), *now, w.space(grow=1), *right, gap=8, align="center")


def purse(table: Table) -> tuple[Node, ...]:
    """Returns what the head has no room to tell, to stand above what is read; nothing where it tells it."""
    if not table.frame.low:
        return ()
    name, _ = _where(table)
    told = w.flow(name, w.space(grow=1), *_purse(table), gap=12, align="center")
    return (w.Panel(told, fill="header", stroke="", raised=False, pad=(8, 18)),)


def _where(table: Table) -> tuple[Node, ...]:
    rounds = table.say("round", round=table.state.round, rounds=table.game.rounds)
    name = table.words.of(table.game.model.scenario.city.name)
    return Line(name, 28, t.BOLD, "on_header", role="heading"), w.Label(rounds, t.BODY, t.MEDIUM, "header_soft")


def ribbon(table: Table, reach: int = ALL) -> Node:
    """Returns the phases in a row, the present one lit, with at most `reach` of them on each side of it."""
    rules = table.game.model.rules.phases
    present = next((number for number, rule in enumerate(rules) if rule is table.rule), 0)
    parts: list[Node] = []
    for number, rule in enumerate(rules):
        name = table.words.of(rule.name)
        lit = rule is table.rule
        if abs(number - present) > reach or (reach == 0 and not lit):
            continue
        if parts:
            parts.append(w.Icon("chevron-right", 13, "header_soft"))
        if lit:
            value = table.say("phase.present", number=number + 1, count=len(rules))
            parts.append(w.Chip(name, "", "header", "header_warm", value=value, key="phase"))
        else:
            parts.append(w.Label(name, t.SMALL, t.MEDIUM, "header_soft"))
    return w.row(*parts, gap=3, align="center", key="ribbon")


def _clock(table: Table) -> tuple[Node, ...]:
    """Returns what is left of the phase, to press for the clock's keys; nothing where the table plays without."""
    desk, room = table.room.desk, table.room
    if not desk.clock or table.session.over or (room.unattended and not desk.running):
        return ()
    label = table.words.say("facilitator.clock")
    return (Clock(desk, label, on_press=Hold({"clock": True}), key="clock"),)


def _purse(table: Table) -> tuple[Node, ...]:
    state, model = table.state, table.game.model
    rule = model.procedures[state.procedure]
    budget, way = int(state.city.treasury.budget), table.words.of(rule.name)
    time = table.words.decimal(state.time / 1000, 1 if state.time % 1000 else 0)
    most = table.words.decimal(milli(model.rules.finance.time_most.value) / 1000, 0)
    short = budget < 0
    return (
        _way(table, way, rule.icon),
        Figure(
            table.words.money(budget), "coins", "header_warm" if short else "on_header", "header_raised",
            label=table.say("budget", money=table.words.money(budget)), key="budget", on_press=Push("ledger"),
            value=table.words.say("ledger.asks_money"),
        ),
        Figure(
            time, "hourglass", "on_header", "header_raised",
            label=table.say("time_left", time=time, most=most), key="time", on_press=Push("ledger", {"of": "time"}),
            value=table.words.say("ledger.asks_time"),
        ),
    )  # fmt: skip


def _way(table: Table, way: str, icon: str) -> Node:
    """Returns how the city decides, to press for what that means and costs."""
    told = table.say("way", way=way)
    button = w.Button(way, icon, "header", on_press=Hold({"way": True}), tall=KEY, size=t.SMALL, key="way", hint=told)
    button.margin = 22
    return button


def _keys(table: Table) -> Node:
    other = next(code for code in LANGUAGES if code != table.words.language)
    paused = table.room.paused
    return w.row(
        w.IconButton("heart", table.say("lives"), "header", on_press=Push("lives"), tall=KEY, key="lives"),
        w.IconButton(
            "undo-2", table.say("undo"), "header", on_press=Undo(), enabled=table.session.undoable, tall=KEY,
            key="undo",
        ),
        w.IconButton(
            "play" if paused else "pause", table.say("resume" if paused else "pause"), "header",
            on_press=Pause(not paused), on=paused, enabled=paused or table.room.moves_itself, tall=KEY, key="pause",
        ),
        w.Button(
            other.upper(), "languages", "header", on_press=Change({"language": other}), tall=KEY, size=t.SMALL,
            key="language", hint=table.words.say(f"app.language.{other}"),
        ),
        w.IconButton("menu", table.say("menu"), "header", on_press=Push("menu"), tall=KEY, key="menu"),
        gap=4, align="center",
    )  # fmt: skip
