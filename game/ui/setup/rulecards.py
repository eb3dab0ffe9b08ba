"""Choosing the rules: the paper's, another thesis', a blank page, or one's own."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.content.departures import BLANK
from game.content.load_packs import PackSummary
from game.content.shapes import PAPER
from game.errors import Problem
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.setup.choices import Rules
from game.wording.problems import sentence
from game.wording.words import Words

SHOWN_FAULTS: Final = 12
"""Faults told here; `whose-city check` tells all of them."""
ICONS: Final = {PAPER: "book-open", BLANK: "file-text"}
OTHER: Final = "scale"
"""The icon of a thesis that answers the paper."""


@frozen
class Ruled:
    """Play with this rule pack."""

    pack: PackSummary


def rule_cards(words: Words, rules: Rules, packs: Sequence[PackSummary]) -> list[Node]:
    """Returns a card a pack; the one chosen says what it holds and where it departs from the paper."""
    nodes = [_card(words, each, _is_chosen(each, rules), rules) for each in packs]
    return [*nodes, faults(words, rules.problems)] if rules.problems else nodes


def _is_chosen(pack: PackSummary, rules: Rules) -> bool:
    return pack.path == rules.pack if rules.pack else pack.id == PAPER


def _card(words: Words, pack: PackSummary, chosen: bool, rules: Rules) -> Node:
    name = words.of(pack.name) if pack.name else pack.id
    told: list[Node] = [w.Paragraph(name, t.BODY, t.SEMIBOLD)]
    if pack.problems:
        told.append(w.Paragraph(words.say("packs.faulty"), t.SMALL, colour="soft"))
    elif chosen and pack.about:
        told.append(w.Paragraph(words.of(pack.about), t.SMALL, colour="soft"))
    if chosen and rules.departs_on:
        claims = ", ".join(rules.departs_on)
        count = words.count("packs.departs", len(rules.departs_on), claims=claims)
        told.append(w.Paragraph(count, t.SMALL, t.MEDIUM, colour="accent"))
    faulty = bool(pack.problems)
    icon = "triangle-alert" if faulty else ICONS.get(pack.id, OTHER)
    return w.Card(
        w.row(w.Icon(icon, 30, "danger" if faulty else "accent"), w.column(*told, gap=4, grow=1), gap=t.M,
              align="center"),
        chosen=chosen, pad=(14, 18), raised=False, on_press=Ruled(pack), key=f"rules {pack.id}", label=name,
        role="radio",
    )  # fmt: skip


def faults(words: Words, problems: Sequence[Problem]) -> Node:
    """Returns the faults of what was chosen, each with its place."""
    told = [w.Paragraph(sentence(each, words), t.SMALL) for each in problems[:SHOWN_FAULTS]]
    title = w.heading(words.count("seats.faults", len(problems)), t.BODY)
    return w.Panel(title, *told, fill="danger_tint", stroke="danger", raised=False, gap=t.S, pad=t.M, key="faults")
