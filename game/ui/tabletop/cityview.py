"""The map of the table, and beside it what there is to read: the matter in hand, or the story of a district."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from game.city.state import adoptions
from game.content.ground import District
from game.content.shapes import ChallengeId, DistrictId
from game.engine.phases import Phase
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.citymap.portrait import Portrait, portrait, site
from game.ui.citymap.view import MapView, Pin, Sign, plan_of
from game.ui.node import Node, Rect, mirror
from game.ui.tabletop.story import is_open
from game.ui.tabletop.table import Hold, Table
from game.ui.tabletop.tinting import coloured, legend, tint_of


def city_map(table: Table) -> MapView:
    """Returns the map: the city as it fares, what stands as full pins, what is built or proposed as hollow ones."""
    city = table.game.model.scenario.city
    signs = [coloured(table, _sign(table, district)) for district in city.districts]
    return MapView(
        plan_of(city), signs, pins(table), _chosen(table), key="map", grow=1, portrait=seen(table),
        legend=legend(table), tools=tools(table),
    )  # fmt: skip


def _sign(table: Table, district: District) -> Sign:
    press = Hold({"district": _next(table, district.id)})
    return Sign(str(district.id), table.words.of(district.name), on_press=press)


def seen(table: Table) -> Portrait:
    """Returns the city as the map shows it at present."""
    return portrait(table.game, table.state.city, table.shown)


def tools(table: Table) -> Node:
    """Returns what the map can be asked: to be coloured by a level, to be seen larger."""
    of, wide = tint_of(table), table.hand.wide
    told = table.say("tint.now", what=table.teller.measure(of)) if of else table.say("tint.title")
    size = table.say("map.smaller" if wide else "map.larger")
    return w.row(
        w.IconButton(
            "palette", told, "secondary", on_press=Hold({"tinting": True}), tall=48, on=bool(of), key="tint",
        ),
        *((w.IconButton(
            "minimize" if wide else "maximize", size, "secondary", on_press=Hold({"wide": not wide}), tall=48,
            key="map size",
        ),) if table.dense else ()),
        gap=8,
    )  # fmt: skip


def _next(table: Table, district: DistrictId) -> DistrictId | None:
    return None if table.hand.district == district else district


def _chosen(table: Table) -> str:
    """Returns the district that is lit: the one in hand, else where the answers to the challenge would stand."""
    if table.hand.district is not None:
        return table.hand.district
    home = table.challenge.district if table.challenge and table.phase is Phase.PROPOSAL else None
    return home if home and table.speaker else ""


def pins(table: Table) -> list[Pin]:
    """Returns what stands on the map, and what is proposed."""
    found = []
    for entry in adoptions(table.game.model, table.state.city):
        answer, ready = table.game.intervention(entry.intervention), is_open(table, entry.intervention)
        label = table.say("pin.stands" if ready else "pin.built", what=table.teller.title(answer.id))
        where = site(table.game.model, answer.id, entry.district)
        icon = answer.icon if ready else "construction"
        found.append(Pin(where, icon, answer.tech.value, label, ready, key=f"pin {answer.id}", of=str(answer.id)))
    for proposal in table.state.proposals:
        answer = table.game.intervention(proposal.intervention)
        label = table.say("pin.proposed", what=table.teller.title(answer.id))
        where = site(table.game.model, answer.id, proposal.district)
        found.append(Pin(where, answer.icon, answer.tech.value, label, False, key=f"pin {answer.id}"))
    return found


SHADOW = 24
"""Design units that the shadow of what is read may take round it, both sides together."""


class Inspector(Node):
    """Shows the matter in hand, or the story of the district that is pointed at, focused or pressed (`held`)."""

    clips = True

    def __init__(
        self, matter: Node, stories: Mapping[str, Node], city: MapView, held: str | None = None, **kwargs: Any
    ) -> None:
        self.matter, self.stories, self.city = matter, stories, city
        for district in city.districts:
            district.about = partial(stories.__getitem__, district.sign.id)
        self.held = [held] if held else []
        super().__init__(matter, **kwargs)
        self._show(self._wanted())

    def _wanted(self) -> Node:
        focused = [each.sign.id for each in self.city.districts if each.focused]
        hovered = [each.sign.id for each in self.city.districts if each.hovered]
        pointed = hovered or focused
        shown = self.children[0]  # the Tab key leads from a district into its story: it stays while it is read
        if not pointed and any(node.focused for node in shown.walk()):
            return shown
        pointed = pointed or self.held
        return self.stories[pointed[0]] if pointed else self.matter

    def clip(self) -> Rect:
        """Returns the place of what is read, with its shadow."""
        return self.rect.inflate(self.px(SHADOW), self.px(SHADOW))

    def least_height(self, width: int, scale: float) -> int:
        return 0

    def natural_height(self, width: int, scale: float) -> int:
        return max(super().natural_height(width, scale), self.matter.natural_height(width, scale))

    def arrange(self, rect: Rect, scale: float) -> None:
        self._show(self._wanted())
        super().arrange(rect, scale)

    def animate(self, dt: float, theme: t.Theme) -> bool:
        wanted = self._wanted()
        if wanted is not self.children[0] and self.rect:
            self._show(wanted)
            super().arrange(self.rect, self.scale)
            self.invalidate()
        return False

    def _show(self, view: Node) -> None:
        self.hold(view)
        if self.mirrored:
            mirror(view)


def challenge_panel(table: Table, challenge: ChallengeId) -> Node:
    """Returns the present challenge: its question as told to the table."""
    card = table.game.challenge(challenge)
    told = w.Paragraph(table.words.told(card.text, card.plain), t.BODY if table.words.easy else t.SMALL)
    return w.Panel(
        w.row(
            w.Tile(card.icon, "accent", "accent_tint", 46),
            w.heading(table.words.of(card.title), 28, grow=1),
            gap=12, align="center",
        ),
        w.ScrollColumn(told, pad=(0, 22, 0, 0), grow=1, key="challenge text"),
        pad=(14, 18, 10, 18), gap=10, key="challenge",
    )  # fmt: skip
