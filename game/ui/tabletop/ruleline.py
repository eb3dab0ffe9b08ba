"""By which rules the table plays: whose they are, how the city decides, and which powers surveillance has taken."""

from game.content.rulebook import Procedure
from game.content.shapes import LossId
from game.engine.powers import rule_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.line import Line
from game.ui.tabletop.table import Hold, Table
from game.wording import powers

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


def lost_powers(table: Table) -> tuple[Node, ...]:
    """Returns the powers that surveillance has taken, for as long as they are gone; each tells how to win it back."""
    if not table.state.lost:
        return ()
    rows = []
    for loss in table.state.lost:
        rule, name = rule_of(table.game.model, loss), powers.name(table.teller, loss)
        line = w.row(w.Icon(rule.icon, 24, "fall"), Line(name, t.SMALL, t.SEMIBOLD, grow=1), gap=10, align="center")
        rows.append(
            w.Card(
                line, pad=(4, 10), stroke="", raised=False, radius=10, on_press=Hold({"regaining": loss}),
                key=f"lost {loss}", label=name,
            )
        )  # fmt: skip
    head = w.Label(table.say("powers.lost"), t.SMALL, t.MEDIUM, "soft")
    return (w.Panel(w.row(w.space(10), head), *rows, pad=(10, 8), gap=2, key="lost powers"),)


def power_dialog(table: Table, loss: LossId) -> Node:
    """Returns what a lost power means, and what it takes to win it back."""
    rule = rule_of(table.game.model, loss)
    away = Hold({"regaining": None})
    return w.Dialog(
        table.words.of(rule.name), w.Paragraph(table.words.of(rule.say)),
        w.Paragraph(powers.warning(table.teller, loss)),
        actions=(w.Button(table.words.say("app.close"), on_press=away, key="put dialog away"),),
        across=880, on_cancel=away, key="power",
    )  # fmt: skip


def way_dialog(table: Table) -> Node:
    """Returns the present way of deciding: what it is in one sentence, what it costs, whom it hears, what it does."""
    rule, words = table.game.model.procedures[table.state.procedure], table.words
    away = Hold({"way": False})
    return w.Dialog(
        words.of(rule.name), w.Paragraph(words.of(rule.say), t.STRONG, leading=1.35), *way_facts(table, rule),
        actions=(w.Button(words.say("app.close"), on_press=away, key="put dialog away"),),
        across=880, on_cancel=away, key="way dialog",
    )  # fmt: skip


def way_facts(table: Table, rule: Procedure) -> list[Node]:
    """Returns what a way of deciding costs, whom it hears and what it does, one line each."""
    words, money = table.words, table.words.money(round(rule.money.value * 1000))
    facts = [
        ("hourglass", words.say("ways.costs", time=words.decimal(rule.time.value, 1), money=money)),
        ("ear", words.say("ways.reach", share=words.percent(rule.reach.value))),
        ("scale", table.say("way.legitimacy", points=words.signed(rule.legitimacy.value, 0))),
    ]
    if rule.delay.value:
        facts.append(("construction", words.count("table.way.delay", round(rule.delay.value))))
    effects = [
        words.say("step.gain", gauge=table.teller.measure(name), change=words.signed(points, 0))
        for name, points in ({} if table.room.scoreless else rule.practice).items()
    ]
    if effects:
        facts.append(("activity", table.say("way.practice", effects=", ".join(effects))))
    return [
        w.row(w.Icon(icon, 26, "accent"), w.Paragraph(told, t.BODY, grow=1), gap=14, align="center")
        for icon, told in facts
    ]


def rule_strip(table: Table) -> tuple[Node, ...]:
    """Returns the rules in one line, which gives way where it is too long."""
    told = table.room.rules_told(table.words)
    if told is None:
        return ()
    return (w.row(w.Icon(ICON, 22, "accent"), Line(told, t.SMALL, t.MEDIUM, grow=1), gap=10, align="center"),)
