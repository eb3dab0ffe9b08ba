"""Colouring the districts by a level: which levels may be chosen, the choice itself, and what the map says of it."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from game.city.districts import district_level
from game.city.exact import FULL
from game.content.shapes import DistrictId
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.citymap.marks import Sign
from game.ui.citymap.tints import CLASSES, Legend
from game.ui.node import Node
from game.ui.tabletop.gauges import LEAST
from game.ui.tabletop.table import Hold, Table
from game.wording.showing import when_told

GROUPS: Final = "quality"
"""The colour of a group's well-being: that of the quality of life."""
NONE: Final = ""


@frozen
class Family:
    """Levels of one kind to colour the map by: what the kind is called, and the colour token of each level."""

    name: str
    icon: str
    tones: dict[str, str]


def families(table: Table) -> tuple[Family, ...]:
    """Returns everything that has a level in each district, kind by kind: covered or not."""
    rules = table.game.model.rules
    gauges = {str(rule.id): str(rule.id) for rule in rules.headlines}
    parts = tuple(
        Family(
            table.say("tint.parts", gauge=table.headline(rule.id)),
            rule.icon,
            {str(each.id): str(rule.id) for each in rules.indicators if each.headline == rule.id},
        )
        for rule in rules.headlines
    )
    groups = {str(group.id): GROUPS for group in rules.groups}
    return (
        Family(table.say("tint.gauges"), "gauge", gauges),
        *parts,
        Family(table.say("tint.groups"), "users", groups),
    )


def tint_of(table: Table) -> str:
    """Returns the level that colours the map, "" for none; a level not everyone may see colours nothing."""
    return table.hand.tint if table.hand.tint in table.shown else NONE


def tone_of_tint(table: Table, of: str) -> str:
    """Returns the colour token of a level."""
    return next(family.tones[of] for family in families(table) if of in family.tones)


def coloured(table: Table, sign: Sign) -> Sign:
    """Returns the sign of a district, in the colour of the level chosen."""
    of = tint_of(table)
    if not of:
        return sign
    model, place = table.game.model, DistrictId(sign.id)
    level, start = (district_level(model, city, of, place) for city in (table.state.city, table.game.start))
    note, words = table.words.points(level), table.words
    if abs(level - start) >= LEAST * 10:
        note = f"{note} ({words.change(level - start, 0)})"
    value = table.say(
        "tint.value", what=table.teller.measure(of), level=words.points(level), change=words.change(level - start)
    )
    return evolve(sign, note=note, value=value, tint=tone_of_tint(table, of), strength=level / FULL)


def legend(table: Table) -> Legend | None:
    """Returns what the colours of the map say, None while it has none."""
    of = tint_of(table)
    if not of:
        return None
    edges = [table.words.whole(at * 100 // CLASSES) for at in range(CLASSES + 1)]
    told = table.say("tint.legend.value", classes=table.words.whole(CLASSES))
    return Legend(table.teller.measure(of), tone_of_tint(table, of), edges, told, key="legend")


def tint_dialog(table: Table) -> Node:
    """Returns the choice of a level to colour the map by; covered levels say when they will show."""
    close = Hold({"tinting": False})
    none = _choice(table, NONE, table.say("tint.none"), "map")
    kinds = [part for family in families(table) for part in _kind(table, family)]
    away = w.Button(table.say("close"), "x", on_press=close, key="tint close")
    return w.Dialog(
        table.say("tint.title"), w.row(none), *kinds, actions=(away,), across=1240, on_cancel=close, key="tint dialog"
    )


def _kind(table: Table, family: Family) -> Sequence[Node]:
    head = w.row(w.Icon(family.icon, 24, "soft"), w.Label(family.name, t.BODY, t.SEMIBOLD), gap=10, align="center")
    options = [_option(table, of) for of in family.tones]
    return head, w.flow(*options, gap=10)


def _option(table: Table, of: str) -> Node:
    name = table.teller.measure(of)
    if of in table.shown:
        return _choice(table, of, name, "")
    told = when_told(table.teller, of)
    return w.Button(name, "lock", enabled=False, tall=52, size=t.SMALL, key=f"tint {of}", hint=told)


def _choice(table: Table, of: str, name: str, icon: str) -> Node:
    chosen = tint_of(table) == of
    hold = Hold({"tint": of, "tinting": False})
    return w.Button(
        name, "check" if chosen else icon, on_press=hold, tall=52, size=t.SMALL, on=chosen, key=f"tint {of or 'none'}",
        role="radio", value="on" if chosen else "off",
    )  # fmt: skip
