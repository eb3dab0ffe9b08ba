"""The four gauges: where the city stands, what the last round changed, and where it started."""

from collections.abc import Callable
from typing import Final

from game.city.apart import apart
from game.city.exact import FULL
from game.city.scoring import gauge, gauges
from game.content.rulebook import Headline
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.table import AFTER_THE_MOVE, Table
from game.wording.showing import when_told
from game.wording.words import Words

UP: Final = "▲"
DOWN: Final = "▼"
LEAST: Final = 50
"""Milli-points under which a change is written as zero."""


def gauge_column(table: Table) -> Node:
    """Returns the four gauges under one another, sharing the height."""
    model = table.game.model
    levels = gauges(model, table.state.city.values)
    starts = gauges(model, table.game.start.values)
    cards = [
        _gauge(table, rule, levels[rule.id], starts[rule.id]) if rule.id in table.shown else _covered(table, rule)
        for rule in model.rules.headlines
    ]
    for card in cards:
        card.grow = 1
    return w.column(*cards, gap=8)


def _gauge(table: Table, rule: Headline, level: int, start: int) -> Node:
    name, words = table.headline(rule.id), table.words
    told, tone = change_told(table, rule)
    return w.Card(
        w.row(
            w.Tile(rule.icon, rule.id, f"{rule.id}_tint", 44),
            w.column(w.Label(name, t.BODY, t.SEMIBOLD), w.Label(told, t.SMALL, t.SEMIBOLD, tone), grow=1),
            w.Number(level, _written(words), 36, key=f"level {rule.id}", label=""),
            gap=10, align="center",
        ),
        w.Bar(level / FULL, rule.id, start / FULL, 10, key=f"bar {rule.id}"),
        pad=(6, 14, 8, 14), gap=4, justify="center", tone=rule.id, key=f"gauge {rule.id}",
        label=name, value=table.say("gauge.value", level=words.points(level), start=words.points(start), change=told),
        on_press=Push("why", {"headline": rule.id}),
    )  # fmt: skip


def _covered(table: Table, rule: Headline) -> Node:
    """Returns the place of a gauge that not everyone may see yet; it says who will and when."""
    return w.Card(
        w.row(
            w.Tile("lock", "soft", "track", 44),
            w.column(
                w.Label(table.headline(rule.id), t.BODY, t.SEMIBOLD), w.caption(_why_covered(table)), grow=1
            ),
            gap=10, align="center",
        ),
        fill="sunken", raised=False, pad=(6, 14, 8, 14), justify="center", key=f"gauge {rule.id}",
        label=table.headline(rule.id), value=_when(table, rule), on_press=Push("lives"),
    )  # fmt: skip


def _why_covered(table: Table) -> str:
    return table.words.say("facilitator.scores.hidden") if table.room.scoreless else table.say("gauge.covered")


def _when(table: Table, rule: Headline) -> str:
    return _why_covered(table) if table.room.scoreless else when_told(table.teller, rule.id)


def _written(words: Words) -> Callable[[float], str]:
    return lambda level: words.points(round(level))


def last_change(table: Table, rule: Headline) -> int | None:
    """Returns what the last resolution made of a gauge, as its two levels are read; None before the first."""
    moved = table.last_moved
    if moved is None:
        return None
    before, after = (gauge(table.game.model, city.values, rule.id) for city in (moved.before, moved.after))
    return apart(before, after)


def change_told(table: Table, rule: Headline) -> tuple[str, str]:
    """Returns the last change of a gauge in words, and the colour to write it in."""
    change, moved = last_change(table, rule), table.last_moved
    if change is None or moved is None:
        return table.say("gauge.start"), "soft"
    when = table.say("gauge.now") if table.phase in AFTER_THE_MOVE else table.say("gauge.in", round=moved.round)
    if abs(change) < LEAST:
        return f"{table.say('gauge.steady')} {when}", "soft"
    return f"{arrowed(table.words, change)} {when}", tone_of(change)


def arrowed(words: Words, change: int) -> str:
    """Returns a change with its arrow and its sign."""
    written = words.change(change)
    if abs(change) < LEAST:
        return f"= {written}"
    return f"{UP if change > 0 else DOWN} {written}"


def tone_of(change: int) -> str:
    """Returns the colour of a rise or a fall: never a judgement of good or bad."""
    return "soft" if abs(change) < LEAST else "rise" if change > 0 else "fall"
