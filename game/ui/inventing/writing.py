"""The first step: what the answer is, in words, by what means, and what it changes first. Nothing is estimated yet."""

from typing import Final

from game.content.cards import DataKind, Leaning, Tech
from game.content.inventing import TITLE_LONGEST, WORDS_LONGEST
from game.content.shapes import IndicatorId
from game.engine.moves import Invent
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.inventing.desk import Desk, Touch, Write
from game.ui.node import Node
from game.ui.scene import Submit
from game.ui.techmark import TechBand, TechMark

DATA_ICONS: Final = {DataKind.NONE: "eye-off", DataKind.AGGREGATE: "chart-bar", DataKind.PERSONAL: "fingerprint"}
CARD: Final = 480
"""Design units across of the card beside the form."""


def why_shut(desk: Desk) -> str:
    """Returns why no answer can be written now, "" when one can."""
    if desk.challenge is None:
        return desk.say("shut")
    if not desk.people:
        return desk.say("nobody")
    most = round(desk.session.game.model.rules.inventing.most.value)
    return "" if desk.room_left else desk.words.count("invent.full", most)


def writing(desk: Desk, large: bool) -> list[Node]:
    """Returns the form and the card as it stands, beside it or after it."""
    shut = why_shut(desk)
    if shut or desk.challenge is None:
        return [w.Paragraph(shut, t.STRONG, colour="soft"), w.space(grow=1)]
    about = desk.say("about.write", challenge=desk.words.of(desk.challenge.title))
    told = w.Paragraph(about, t.BODY, colour="soft", leading=1.3)
    form = _form(desk, large)
    if large:
        parts = (told, *form, card(desk), *_foot(desk))
        return [w.ScrollColumn(*parts, gap=t.L, pad=(4, 22, 8, 0), key="idea form", grow=1)]
    written = w.ScrollColumn(*form, gap=t.M, pad=(4, 22, 8, 0), key="idea form", grow=1)
    side = w.column(w.heading(desk.say("preview"), t.STRONG), card(desk), w.space(grow=1), *_foot(desk), gap=t.M)
    side.width = CARD
    return [told, w.row(written, w.Divider(upright=True), side, gap=t.L, grow=1)]


def _form(desk: Desk, large: bool) -> list[Node]:
    draft, say = desk.draft, desk.say
    parts: list[Node] = []
    if len(desk.people) > 1:
        seats = [_choice("by", seat, desk.teller.seat(seat), draft.by) for seat in desk.people]
        parts.append(_asked(say("by"), seats))
    means = [_choice("tech", tech, desk.words.say(f"tech.{tech.value}"), draft.tech) for tech in Tech]
    sites = (("site", True), ("city", False))
    where = [_choice("placed", placed, say(f"where.{name}"), draft.placed) for name, placed in sites]
    towards = [_choice("leaning", each, desk.words.say(f"leaning.{each.value}"), draft.leaning) for each in Leaning]
    notes = [_choice("data", kind, say(f"data.{kind.value}"), draft.data, DATA_ICONS[kind]) for kind in DataKind]
    beside = w.column if large else w.row
    groups = [_asked(say("tech"), means), _asked(say("where"), where)]
    for group in groups:
        group.grow = 0 if large else 1
    parts += [
        _line(desk, "name", "title", TITLE_LONGEST),
        _line(desk, "words", "words", WORDS_LONGEST),
        beside(*groups, gap=t.L),
        _asked(say("leaning"), towards),
        _touches(desk),
        _asked(say("data"), notes),
    ]
    if draft.data is not DataKind.NONE:
        parts.append(_line(desk, "records", "records", WORDS_LONGEST))
    return parts


def _line(desk: Desk, key: str, name: str, longest: int) -> Node:
    """Returns a line to write in, under what it asks."""
    label = desk.say(key)
    written = getattr(desk.draft, name)
    field = TextField(
        label, written, lambda text: Write({name: text}), desk.say(f"{key}_hint"), longest, key=f"write {name}"
    )
    return w.column(w.Label(label, t.BODY, t.SEMIBOLD), field, gap=6)


def _asked(question: str, buttons: list[Node]) -> Node:
    """Returns a question above what can be answered, which a reader hears with the answers."""
    head = w.Paragraph(question, t.BODY, t.SEMIBOLD, leading=1.2)
    return w.column(head, w.flow(*buttons, gap=8), gap=6, role="group", label=question)


def _choice(field: str, value: object, label: str, chosen: object, icon: str = "") -> Node:
    return w.Button(
        label, icon, on_press=Write({field: value}), on=value == chosen, tall=48, size=t.SMALL,
        key=f"{field} {getattr(value, 'value', value)}",
    )  # fmt: skip


def _touches(desk: Desk) -> Node:
    """Returns what an answer may change: the indicators under each gauge, then those of the city as a whole."""
    rules, question = desk.session.game.model.rules, desk.words.count("invent.touches", desk.most)
    gauge = {each.id: each.headline for each in rules.indicators}
    rows: list[Node] = []
    for headline in rules.headlines:
        names = [name for name in desk.touchable if gauge.get(name) == headline.id]
        rows.append(_touched(desk, headline.icon, headline.id, names))
    rows.append(_touched(desk, "building-2", "soft", [name for name in desk.touchable if name not in gauge]))
    head = w.Paragraph(question, t.BODY, t.SEMIBOLD, leading=1.2)
    return w.column(head, *rows, gap=6, role="group", label=question)


def _touched(desk: Desk, icon: str, colour: str, names: list[IndicatorId]) -> Node:
    full, buttons = len(desk.draft.touches) >= desk.most, list[Node]()
    for name in names:
        on = name in desk.draft.touches
        button = w.Button(
            desk.teller.measure(name), "check" if on else "", on_press=Touch(name), on=on, enabled=on or not full,
            tall=44, size=t.SMALL, key=f"touch {name}",
        )  # fmt: skip
        button.margin = 28
        buttons.append(button)
    return w.row(w.Icon(icon, 26, colour), w.flow(*buttons, gap=6, grow=1), gap=12, align="center")


def _foot(desk: Desk) -> list[Node]:
    """Returns what is still missing, and what puts the answer to the room."""
    assert desk.challenge is not None
    draft = desk.draft
    idea = draft.idea(desk.challenge, desk.words.language)
    lacks = desk.say(f"lacks.{draft.lacks}") if draft.lacks else ""
    missing = [w.Paragraph(lacks, t.BODY, t.MEDIUM, "soft", role="status", key="lacks")] if lacks else []
    press = Submit(Invent(draft.by, idea)) if idea and draft.by else None
    put = w.Button(
        desk.say("put"), "users-round", "primary", on_press=press, enabled=press is not None, hint=lacks, key="put"
    )
    return [*missing, put]


def card(desk: Desk) -> Node:
    """Returns the answer being written as the card it will be."""
    draft, words = desk.draft, desk.words
    title = draft.title.strip() or desk.say("untitled")
    return card_of(desk, draft.tech, title, draft.words.strip(), [words.say(f"leaning.{draft.leaning.value}")]
                   if draft.leaning else [])  # fmt: skip


def card_of(desk: Desk, tech: Tech | None, title: str, told: str, facts: list[str], cost: str = "") -> Node:
    """Returns a card: its means and its price on the band, its title, what it does, and a few facts."""
    level = desk.words.say(f"tech.{tech.value}") if tech else "…"
    price = [w.Label(cost, t.STRONG, t.BOLD, "on_tech")] if cost else []
    ink = "on_tech" if tech else "soft"
    parts = (w.Icon("lightbulb", 28, ink), w.Label(level, t.SMALL, t.SEMIBOLD, ink, grow=1), *price)
    band = TechBand(TechMark(tech, 30), *parts, tech=tech, pad=(4, 18)) if tech else w.Band(*parts, colour="track")
    said = [w.Paragraph(told, t.SMALL, leading=1.3)] if told else []
    rows = [w.Paragraph(fact, t.SMALL, colour="soft", leading=1.25) for fact in facts]
    inside = w.column(w.heading(title, t.STRONG), *said, *rows, pad=(9, 18, 16, 18), gap=8)
    return w.Panel(band, inside, pad=0, gap=0, role="card", label=title, key="idea card")
