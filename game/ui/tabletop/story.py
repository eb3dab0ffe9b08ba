"""The story of a district: who lives there, how it fares and why, what was decided there."""

from typing import Final

from game.city.apart import TENTH
from game.city.districts import departed, district_change, district_level, dwellers
from game.city.exact import FULL, divided, settled
from game.city.state import adoptions
from game.content.ground import District
from game.content.rulebook import Headline
from game.content.shapes import DistrictId, InterventionId
from game.engine.reveal import withheld
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.gauges import arrowed, tone_of
from game.ui.tabletop.table import AFTER_THE_MOVE, Hold, Table

CAUSES: Final = 3
"""Causes told of a district; the account behind "why?" tells them all."""


class Stories(dict[str, Node]):
    """The story of each district, by its id, made when it is first asked for: most are not before the next move."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def __missing__(self, of: str) -> Node:
        districts = self.table.game.model.scenario.city.districts
        self[of] = story(self.table, next(each for each in districts if each.id == of))
        return self[of]


def story(table: Table, district: District) -> Node:
    """Returns the story of one district."""
    head: list[Node] = [w.heading(table.words.of(district.name), 28, grow=1)]
    if table.hand.district == district.id:
        away = Hold({"district": None})
        head.append(w.IconButton("x", table.say("close"), on_press=away, tall=44, key="story close"))
    parts: list[Node] = [
        w.row(*head, gap=8, align="center"),
        w.Paragraph(table.words.of(district.about), t.SMALL),
        *_people(table, district),
        w.column(*_levels(table, district.id), gap=8),
        *_why(table, district.id),
        *_standing(table, district.id),
    ]
    return w.Panel(w.ScrollColumn(*parts, gap=12, grow=1, key=f"story {district.id}"), pad=(12, 16, 12, 16))


def _people(table: Table, district: District) -> list[Node]:
    """Returns who lives there, the most numerous group first; how they feel, and who left, where everyone may see."""
    model, city, words = table.game.model, table.state.city, table.words
    share = sum(dwellers(model, city, group, district.id) for group in model.groups.ids)
    told = [table.say("story.share", share=words.percent(share / 1000))]
    left = departed(model, city, district.id) if "displaced" in table.shown else 0
    if left >= TENTH:
        told.append(table.say("story.left", share=_share(table, left)))
    groups = sorted(model.groups.ids, key=lambda group: -dwellers(model, city, group, district.id))
    present = [group for group in groups if dwellers(model, city, group, district.id)]
    named = [_group(table, str(group), district.id) for group in present]
    return [
        w.row(w.Icon("users", 24, "soft"), w.Paragraph(" ".join(told), t.SMALL, t.MEDIUM, grow=1), gap=10),
        w.Paragraph(table.say("story.groups", groups=", ".join(named)), t.SMALL, colour="soft"),
    ]


def _share(table: Table, thousandths: int) -> str:
    """Returns a share in %, with a decimal where it is small."""
    number = table.words.decimal(thousandths / 1000, 0 if thousandths >= 10_000 else 1)
    return table.words.say("number.percent", number=number)


def _group(table: Table, group: str, district: DistrictId) -> str:
    """Returns a group and its share of the district, with its well-being there where everyone may see it."""
    model, city, words = table.game.model, table.state.city, table.words
    ids = {str(each): each for each in model.groups.ids}
    whole = sum(dwellers(model, city, each, district) for each in model.groups.ids)
    part = divided(dwellers(model, city, ids[group], district) * 100, max(1, whole))
    told = table.say("story.group", group=table.teller.measure(group), share=words.percent(part))
    if group not in table.shown:
        return told
    level = district_level(model, city, group, district)
    return table.say("story.group_felt", group=told, level=words.points(level))


def _levels(table: Table, district: DistrictId) -> list[Node]:
    """Returns each gauge shown: its level there, its change since the start and in the last round."""
    return [_level(table, rule, district) for rule in table.game.model.rules.headlines if rule.id in table.shown]


def _level(table: Table, rule: Headline, district: DistrictId) -> Node:
    model, words = table.game.model, table.words
    level, start = (district_level(model, city, rule.id, district) for city in (table.state.city, table.game.start))
    moved = table.last_moved
    told = [table.say("story.since_start", change=words.change(level - start))]
    if moved is not None and moved.round > 1:  # in the first round both would say the same
        now = district_level(model, moved.after, rule.id, district)
        last = now - district_level(model, moved.before, rule.id, district)
        when = table.say("gauge.now") if table.phase in AFTER_THE_MOVE else table.say("gauge.in", round=moved.round)
        told.append(f"{words.change(last)} {when}")
    change = level - start
    return w.row(
        w.Icon(rule.icon, 26, rule.id),
        w.column(
            w.Bar(level / FULL, rule.id, start / FULL, 9, label=table.headline(rule.id), value=words.points(level)),
            w.Paragraph(", ".join(told), t.SMALL, t.MEDIUM, tone_of(change), leading=1.15),
            gap=3, grow=1,
        ),
        w.Label(words.points(level), t.STRONG, t.BOLD, tabular=True, label="", align="end", width=44),
        *([_asked(table, rule, district)] if moved is not None else []),
        gap=10, align="center",
    )  # fmt: skip


def _asked(table: Table, rule: Headline, district: DistrictId) -> Node:
    """Returns the way to why a district stands where it does on a gauge, since the start."""
    asked = {"headline": rule.id, "scope": "session", "by": "district", "chosen": table.teller.place(district)}
    label = table.say("story.why", gauge=table.headline(rule.id))
    return w.IconButton("circle-help", label, on_press=Push("why", asked), tall=40, key=f"why {district} {rule.id}")


def _why(table: Table, district: DistrictId) -> list[Node]:
    """Returns what moved the district most in the last round, and the way to the account of the gauge it moved."""
    moved, model = table.last_moved, table.game.model
    if moved is None:
        return []
    changes = []
    for rule in model.rules.headlines:
        if rule.id in table.shown:
            made = district_change(model, moved.contributions, moved.before, moved.after, rule.id, district)
            tenths = settled(divided(sum(made.values()), TENTH), list(made.items()), TENTH)
            changes += [(rule, cause, tenth * TENTH) for cause, tenth in tenths.items() if tenth]
    named = [each for each in changes if not withheld(table.shown, each[1])]
    most = sorted(named, key=lambda each: -abs(each[2]))[:CAUSES]
    if not most:
        return []
    rows = [_cause(table, rule, table.teller.cause(cause, moved.before), amount) for rule, cause, amount in most]
    first = most[0][0]
    asked = {"headline": first.id, "by": "district", "chosen": table.teller.place(district)}
    why = w.Button(
        table.say("story.why", gauge=table.headline(first.id)), "circle-help", on_press=Push("why", asked), tall=48,
        size=t.SMALL, key=f"why {district}",
    )  # fmt: skip
    title = w.Label(table.say("story.causes", round=moved.round), t.SMALL, t.BOLD)
    return [w.column(title, *rows, gap=6), w.row(why)]


def _cause(table: Table, rule: Headline, name: str, amount: int) -> Node:
    """Returns a cause, with the sign of the gauge it moved there and by how much."""
    gauge = table.headline(rule.id)
    return w.row(
        w.Icon(rule.icon, 22, rule.id, label=gauge),
        w.Paragraph(name, t.SMALL, leading=1.2, grow=1),
        w.Label(arrowed(table.words, amount), t.SMALL, t.BOLD, tone_of(amount)),
        gap=10, align="start",
    )  # fmt: skip


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


def is_open(table: Table, intervention: InterventionId) -> bool:
    """Tells whether an adopted answer has opened."""
    city = table.state.city
    return bool(city.round >= city.works.opens[table.game.model.cards.ids.index(intervention)])
