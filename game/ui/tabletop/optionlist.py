"""What is decided when it is not one challenge: a question of the room, or the projects of a participatory budget."""

from game.city.building import price
from game.content.cards import Intervention
from game.content.shapes import InterventionId
from game.engine.moves import Decide, Stand
from game.engine.options import QuestionKind, question_of
from game.engine.state import ALGORITHM, BUDGET
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.tabletop.answers import effects
from game.ui.tabletop.paper import on_ballot
from game.ui.tabletop.ruleline import way_facts
from game.ui.tabletop.table import Hold, Table

PUSHES, COST = 460, 110
"""Design units across of what a project pushes first, and of what it costs."""


def decided_together(table: Table) -> bool:
    """Tells whether the decision at hand is of several challenges, or of a question."""
    return table.state.question is not None or (table.deciding and table.state.procedure == BUDGET)


def option_list(table: Table) -> Node:
    """Returns everything that can be decided now, one line each."""
    question = table.state.question
    if question is not None:
        head, rows = table.teller.title(question), _question(table, question)
    else:
        head = table.say("options.budget")
        rows = [_project(table, option) for option in on_ballot(table.game, table.state)]
    return w.Panel(
        w.heading(head, t.TITLE), w.ScrollColumn(*rows, gap=14, pad=(0, 22, 4, 0), grow=1, key="options"),
        pad=(20, 24), gap=12, grow=58, key="option list",
    )  # fmt: skip


def _question(table: Table, question: InterventionId) -> list[Node]:
    """Returns what a question is about, what it takes, and yes or no where one seat decides."""
    kind, of = question_of(question) or (None, "")
    rows: list[Node] = []
    if kind is QuestionKind.WAY:
        rule = next(rule for rule in table.game.model.rules.procedures if rule.id == of)
        rows += [w.Paragraph(table.words.of(rule.say), t.STRONG, leading=1.4), *way_facts(table, rule)]
    else:
        rows.append(w.Paragraph(table.say("options.clause"), t.STRONG, leading=1.4))
    rows.append(_stands(table, question))
    if table.alone and table.speaker is not None:
        rows.append(_yes_or_no(table, question))
    return rows


def _yes_or_no(table: Table, question: InterventionId) -> Node:
    assert table.speaker is not None
    told: list[Node] = []
    if table.state.procedure == ALGORITHM and not table.room.scoreless:
        why = Hold({"telling": table.state.pick})
        told.append(w.Button(table.say("act.why_pick"), "list-ordered", on_press=why, key="why pick"))
    yes = w.Button(table.say("act.yes"), "check", "primary", on_press=Decide(table.speaker, question), key="yes")
    no = w.Button(table.say("act.no"), "x", on_press=Decide(table.speaker, None), key="no")
    return w.row(yes, no, *told, gap=14)


def _does(table: Table, card: Intervention) -> Node:
    """Returns what a project pushes first on each gauge, in a column of its own."""
    marks = effects(table, card)
    marks.width = PUSHES
    return marks


def _project(table: Table, option: InterventionId) -> Node:
    """Returns one project of the budget: what it costs, and who stands for it."""
    card = table.game.intervention(option)
    cost = table.words.money(price(table.game.model, table.state.city, option, table.state.procedure)[0])
    named = w.column(
        w.Paragraph(table.words.of(card.title), t.BODY, t.SEMIBOLD, leading=1.2), _stands(table, option), gap=4, grow=1
    )
    does = [] if table.room.scoreless or not table.dense else [_does(table, card)]
    return w.row(
        w.Tile(card.icon, "on_tech", card.tech.value, 52), named, *does,
        w.Label(cost, t.STRONG, t.BOLD, align="end", width=COST),
        gap=16, align="center", key=f"project {option}",
    )  # fmt: skip


def _stands(table: Table, option: InterventionId) -> Node:
    sides: list[Node] = []
    for stand, icon, tone in ((Stand.FOR, "thumbs-up", "rise"), (Stand.AGAINST, "thumbs-down", "fall")):
        seats = [each.player for each in table.state.stances if (each.intervention, each.stand) == (option, stand)]
        if seats:
            names = ", ".join(table.teller.seat(seat) for seat in seats)
            said = w.Paragraph(names, t.SMALL, t.MEDIUM, "soft", leading=1.2)
            sides.append(w.row(w.Icon(icon, 22, tone), said, gap=6, align="center"))
    return w.flow(*sides, gap=12) if sides else w.caption(table.say("options.nobody"))
