"""The map of the table, and beside it what there is to read: the matter in hand, or the story of a district."""

from collections.abc import Mapping
from typing import Any

from game.city.exact import FULL
from game.city.scoring import district_gauge
from game.city.state import adoptions
from game.content.cards import District as DistrictCard
from game.content.shapes import ChallengeId, DistrictId, InterventionId
from game.engine.phases import Phase
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.citymap.view import MapView, Pin, Sign, plan_of
from game.ui.node import Node, Rect
from game.ui.tabletop.table import Hold, Table


def city_map(table: Table) -> MapView:
    """Returns the map: what stands as full pins, what is being built and what is proposed as hollow ones."""
    city = table.game.model.scenario.city
    signs = [
        Sign(str(district.id), table.words.of(district.name), on_press=Hold({"district": _next(table, district.id)}))
        for district in city.districts
    ]
    return MapView(plan_of(city), signs, pins(table), _chosen(table), key="map", grow=1)


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
        where = entry.district or _home(table, answer.id)
        icon = answer.icon if ready else "construction"
        found.append(Pin(where, icon, answer.tech.value, label, ready, key=f"pin {answer.id}"))
    for proposal in table.state.proposals:
        answer = table.game.intervention(proposal.intervention)
        label = table.say("pin.proposed", what=table.teller.title(answer.id))
        where = proposal.district or _home(table, answer.id)
        found.append(Pin(where, answer.icon, answer.tech.value, label, False, key=f"pin {answer.id}"))
    return found


def is_open(table: Table, intervention: InterventionId) -> bool:
    """Tells whether an adopted answer has opened."""
    city = table.state.city
    return bool(city.round >= city.works.opens[table.game.model.cards.ids.index(intervention)])


def _home(table: Table, intervention: InterventionId) -> DistrictId:
    """Returns the district of the challenge that an answer belongs to: where a city-wide answer is pinned."""
    challenges = table.game.model.scenario.challenges
    return next(each.district for each in challenges if any(card.id == intervention for card in each.answers))


class Inspector(Node):
    """Shows the matter in hand, or the story of the district that is pointed at, focused or pressed."""

    clips = True

    def __init__(self, matter: Node, stories: Mapping[str, Node], city: MapView, **kwargs: Any) -> None:
        self.matter, self.stories, self.city = matter, stories, city
        for district in city.districts:
            district.about = stories[district.sign.id]
        super().__init__(self._wanted(), **kwargs)

    def _wanted(self) -> Node:
        focused = [each.sign.id for each in self.city.districts if each.focused]
        hovered = [each.sign.id for each in self.city.districts if each.hovered]
        return self.stories[(hovered or focused)[0]] if hovered or focused else self.matter

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
        view.parent = self
        self.children = [view]


def stories(table: Table) -> dict[str, Node]:
    """Returns the story of each district, by its id."""
    return {str(district.id): _story(table, district) for district in table.game.model.scenario.city.districts}


def _story(table: Table, district: DistrictCard) -> Node:
    parts: list[Node] = [
        w.heading(table.words.of(district.name), 28),
        w.Paragraph(table.words.of(district.about), t.SMALL),
        w.row(
            w.Icon("users", 24, "soft"), w.Paragraph(_people(table, district), t.SMALL, colour="soft", grow=1), gap=10
        ),
        w.grid(2, *_levels(table, district.id), gap=10),
        *_standing(table, district.id),
    ]
    return w.Panel(w.ScrollColumn(*parts, gap=10, grow=1, key=f"story {district.id}"), pad=(12, 8, 12, 16))


def _people(table: Table, district: DistrictCard) -> str:
    share = sum(district.population.values())
    largest = sorted(district.population.items(), key=lambda entry: -entry[1])[:2]
    names = [table.teller.measure(group) for group, _ in largest]
    return table.say("story.people", share=table.words.percent(share), first=names[0], second=names[-1])


def _levels(table: Table, district: DistrictId) -> list[Node]:
    model = table.game.model
    place = model.districts.index(district)
    out: list[Node] = []
    for rule in (each for each in model.rules.headlines if each.id in table.shown):
        level = district_gauge(model, table.state.city.values, rule.id, place)
        start = district_gauge(model, table.game.start.values, rule.id, place)
        written = table.words.points(level)
        out.append(
            w.row(
                w.Icon(rule.icon, 26, rule.id),
                w.Bar(level / FULL, rule.id, start / FULL, 10, grow=1, label=table.headline(rule.id), value=written),
                w.Label(written, t.BODY, t.BOLD, tabular=True, label=""),
                gap=10, align="center",
            )
        )  # fmt: skip
    return out


def _standing(table: Table, district: DistrictId) -> list[Node]:
    """Returns a line for each answer that stands, is built or is proposed in a district."""
    out: list[Node] = []
    for entry in adoptions(table.game.model, table.state.city):
        if entry.district == district:
            title = table.teller.title(entry.intervention)
            key = "story.open" if is_open(table, entry.intervention) else "story.site"
            out.append(_stands(table, entry.intervention, table.say(key, what=title, round=entry.opens + 1)))
    for proposal in table.state.proposals:
        if proposal.district == district:
            said = table.say("story.proposed", what=table.teller.title(proposal.intervention))
            out.append(_stands(table, proposal.intervention, said))
    return out or [w.caption(table.say("story.nothing"))]


def _stands(table: Table, intervention: InterventionId, said: str) -> Node:
    answer = table.game.intervention(intervention)
    tile = w.Tile(answer.icon, "on_tech", answer.tech.value, 34)
    return w.row(tile, w.Paragraph(said, t.SMALL, grow=1), gap=10, align="center")


def challenge_panel(table: Table, challenge: ChallengeId) -> Node:
    """Returns the present challenge: its question as told to the table."""
    card = table.game.challenge(challenge)
    told = w.Paragraph(table.words.of(card.text), t.SMALL)
    return w.Panel(
        w.row(
            w.Tile(card.icon, "accent", "accent_tint", 46),
            w.heading(table.words.of(card.title), 28, grow=1),
            gap=12, align="center",
        ),
        w.ScrollColumn(told, pad=(0, 22, 0, 0), grow=1, key="challenge text"),
        pad=(14, 4, 10, 18), gap=10, key="challenge",
    )  # fmt: skip
