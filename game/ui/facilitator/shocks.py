"""A shock by the facilitator's hand: which could befall the city, what each would do, and the hand that lets it."""

from game.content.cards import Shock, ShockKind
from game.engine.moves import Strike
from game.engine.striking import foreseen, refused_strike
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.facilitator.view import Take, View
from game.ui.node import Node
from game.ui.tabletop.gauges import arrowed, tone_of
from game.wording.shocks import ending


def shocks(view: View) -> list[Node]:
    """Returns every shock of the scenario and of the rules; the one chosen shows what it would do."""
    parts: list[Node] = [w.Paragraph(view.tell("shocks.about"), t.SMALL, colour="soft")]
    for kind in ShockKind:
        alike = [shock for shock in view.game.model.shocks.values() if shock.kind is kind]
        if alike:
            parts += [w.heading(view.words.say(f"odds.kind.{kind.value}"), t.BODY), *(_shock(view, s) for s in alike)]
    return parts


def _shock(view: View, shock: Shock) -> Node:
    chosen = view.held.shock == shock.id
    refused = refused_strike(view.game, view.state, Strike(shock.id))
    told = view.words.say(f"refusal.{refused.value}") if refused else ""
    title = view.words.of(shock.title)
    said = [w.Paragraph(told, t.SMALL, colour="soft")] if told else []
    head = w.row(
        w.Tile(shock.icon, "soft" if refused else "fall", "surface", 48),
        w.column(w.Paragraph(title, t.BODY, t.SEMIBOLD, leading=1.2), *said, grow=1),
        w.Icon("chevron-up" if chosen else "chevron-down", 26, "soft"),
        gap=14, align="center",
    )  # fmt: skip
    card = w.Card(
        head, pad=(8, 14), raised=False, fill="sunken", chosen=chosen, label=title, value=told,
        on_press=Take({"shock": None if chosen else shock.id}), key=f"shock {shock.id}",
    )  # fmt: skip
    if not chosen:
        return card
    return w.column(card, w.Panel(*_preview(view, shock, refused is None), pad=(14, 18), gap=12, raised=False), gap=6)


def _preview(view: View, shock: Shock, able: bool) -> list[Node]:
    """Returns what a shock says, what it does first, and what the next resolution would feel of it."""
    words, measure = view.words, view.teller.measure
    parts: list[Node] = [w.Paragraph(words.of(shock.text), t.BODY, leading=1.35)]
    if view.scores:
        parts += [w.caption(view.tell("shocks.first")), _effects(view, shock)]
    if view.scores and able:
        parts += [w.caption(view.tell("shocks.next")), _gauges(view, shock)]
    parts.append(w.Paragraph(ending(shock, words, measure), t.SMALL, colour="soft"))
    strike = w.Button(
        view.tell("shocks.strike"), "zap", "danger", on_press=Strike(shock.id), enabled=able, tall=56, key="strike",
        hint=words.of(shock.title),
    )  # fmt: skip
    return [*parts, strike]


def _effects(view: View, shock: Shock) -> Node:
    chips: list[Node] = [
        w.Chip(f"{view.teller.measure(each.indicator)} {view.words.signed(each.points, 0)}")
        for each in shock.effects
        if view.private or each.indicator in view.shown
    ]
    return w.flow(*chips, gap=8)


def _gauges(view: View, shock: Shock) -> Node:
    changes = foreseen(view.game, view.state, shock.id)
    rows = [
        w.row(
            w.Icon(rule.icon, 24, rule.id),
            w.Label(view.headline(rule.id), t.SMALL),
            w.Label(arrowed(view.words, changes[rule.id]), t.SMALL, t.BOLD, tone_of(changes[rule.id])),
            gap=8, align="center",
        )
        for rule in view.game.model.rules.headlines
        if view.private or rule.id in view.shown
    ]  # fmt: skip
    return w.flow(*rows, gap=18)
