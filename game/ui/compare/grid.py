"""The comparison as rows that go across: what is asked, then the answers; one answer at a time when text is large."""

from collections.abc import Sequence
from typing import Final

from game.content.cards import Intervention
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.compare.facts import Cell, Fact
from game.ui.compare.interval import Interval
from game.ui.compare.sight import Sight
from game.ui.node import Node
from game.ui.techmark import TechMark

NAMES: Final = 300
"""Width of what is asked, at the start of each row."""
READ: Final = t.STRONG
"""The smallest text of a comparison: to be read from the back of the room."""
FEW: Final = 5
"""Rows up to which the cells are written larger."""


def heads(sight: Sight) -> Node:
    """Returns the answers, above their columns."""
    shown = [_head(sight, answer) for answer in sight.answers]
    for each in shown:
        each.grow = 1
    return w.row(Node(width=NAMES, height=1), *shown, Node(width=22 - t.M, height=1), gap=t.M, align="start")


def _head(sight: Sight, answer: Intervention) -> Node:
    """Returns an answer's name under its level, and what became of it."""
    tech, title = sight.words.say(f"tech.{answer.tech.value}"), sight.words.of(answer.title)
    fate = _fate(sight, answer)
    named = w.column(
        w.Label(f"{tech} · {fate}" if fate else tech, READ, t.SEMIBOLD, answer.tech.value),
        w.Paragraph(title, t.STRONG + 2, t.BOLD, leading=1.15, balanced=True), gap=2, grow=1,
    )  # fmt: skip
    return w.row(
        TechMark(answer.tech, 44, answer.tech.value, "surface"), named, gap=12, align="start", key=f"head {answer.id}",
        label=title, role="heading",
    )  # fmt: skip


def _fate(sight: Sight, answer: Intervention) -> str:
    """Returns what became of an answer: chosen, proposed, or nothing yet."""
    if sight.decided is not None:
        return sight.say("chosen") if sight.decided.taken == answer.id else ""
    return sight.say("proposed") if sight.state.proposal(answer.id) else ""


def across(sight: Sight, facts: Sequence[Fact]) -> Node:
    """Returns all the rows with the answers side by side; where all say the same, it is said once."""
    rows: list[Node] = []
    for fact in facts:
        name = w.row(
            w.Icon(fact.icon, 28, "soft"), w.Paragraph(fact.name, READ, t.MEDIUM, "soft", leading=1.15, grow=1),
            gap=10, align="start", width=NAMES,
        )  # fmt: skip
        size = t.TITLE if len(facts) <= FEW else READ
        cells = [_same(sight, fact)] if fact.alike else [
            _cell(sight, fact, place, size) for place in range(len(fact.cells))
        ]
        rows += [w.Divider(), w.row(name, *cells, gap=t.M, align="start", key=f"row {fact.key}")]
    return w.ScrollColumn(*rows, gap=10, key="rows", steady=True, grow=1)


def alone(sight: Sight, facts: Sequence[Fact], place: int, about: Node) -> Node:
    """Returns the rows of one answer, what is asked above what it says; `about` says what they rest on."""
    rows: list[Node] = [about]
    for fact in facts:
        name = w.row(
            w.Icon(fact.icon, 26, "soft"), w.Paragraph(fact.name, READ, t.MEDIUM, "soft", leading=1.15, grow=1),
            gap=10, align="center",
        )  # fmt: skip
        said = _same(sight, fact) if fact.alike else _cell(sight, fact, place, READ)
        rows += [w.Divider(), w.column(name, said, gap=4, key=f"row {fact.key}")]
    return w.ScrollColumn(*rows, gap=8, key=f"rows {place}", grow=1)


def _same(sight: Sight, fact: Fact) -> Node:
    """Returns what all the answers say, set back: there is nothing to choose by."""
    cell = fact.cells[0]
    icon, told = ("lock", cell.told) if cell.locked else ("equal", sight.say("same", told=cell.told.removeprefix("= ")))
    note = [w.Paragraph(cell.note, READ, colour="soft", leading=1.2)] if cell.note else []
    inside = w.column(w.Paragraph(told, READ, colour="soft", leading=1.2), *note, gap=2, grow=1)
    return w.row(w.Icon(icon, 26, "soft"), inside, gap=12, align="start", grow=1)


def _cell(sight: Sight, fact: Fact, place: int, size: float) -> Node:
    """Returns what one answer says, to press where there is more to know."""
    cell, answer = fact.cells[place], sight.answers[place]
    inside = w.column(*_said(fact, cell, size), gap=6)
    label = sight.say("cell", row=fact.name, answer=sight.words.of(answer.title))
    value = f"{cell.told} {cell.note}".strip()
    if cell.press is None:
        return w.column(inside, grow=1, key=f"cell {fact.key} {answer.id}", pad=(0, 10))
    return w.Card(
        inside, fill="sunken", stroke="", raised=False, pad=(6, 10), radius=10, on_press=cell.press, grow=1,
        key=f"cell {fact.key} {answer.id}", label=label, value=value,
    )  # fmt: skip


def _said(fact: Fact, cell: Cell, size: float) -> list[Node]:
    parts: list[Node] = [w.Paragraph(cell.told, size, t.SEMIBOLD, leading=1.15)]
    if cell.level is not None:
        told = w.Paragraph(cell.told, size, t.SEMIBOLD, leading=1.15)
        note = [w.Label(cell.note, READ, t.MEDIUM, "accent")] if cell.note else []
        parts = [w.row(told, w.space(grow=1), *note, gap=12, align="center"), w.Bar(cell.level, "accent", height=10)]
    elif cell.note:
        parts.append(w.Paragraph(cell.note, READ, colour="soft", leading=1.15))
    if cell.span is not None and cell.drawn:
        parts.append(Interval(cell.span, fact.extent, fact.colour))
    return parts
