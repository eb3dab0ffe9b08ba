"""What a facilitator lays over the projected table: the clock's keys, one seat in the light, everything frozen."""

from typing import Final

from game.content.shapes import InterventionId, StakeholderId
from game.engine.moves import Stand
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.facilitator.clock import Clock, clock_keys
from game.ui.facilitator.desk import Freeze, Spotlight
from game.ui.layout import Box
from game.ui.node import Node, Surface
from game.ui.scene import Frame
from game.ui.sheet import Sheet
from game.ui.tabletop.seatlist import players
from game.ui.tabletop.table import Hold, Table

CLOSE: Final = Hold({"clock": False})
QUOTE: Final = 50
LARGE: Final = 46
READ: Final = 32
"""Sizes of what is read from the back row: an argument, a title, a text."""


def clock_dialog(table: Table) -> Node:
    """Returns the clock in large figures, and its keys."""
    say, desk = table.words.say, table.room.desk
    figures = Clock(desk, say("facilitator.clock"), 72, "ink", "fall", "sunken", key="big clock")
    asked = clock_keys(desk, table.frame)
    keys = w.row(w.space(grow=1), *asked, w.space(grow=1), gap=12) if table.dense else w.flow(*asked, gap=12)
    middle = w.row(w.space(grow=1), figures, w.space(grow=1))
    close = w.Button(say("app.close"), "x", "primary", on_press=CLOSE, key="close clock")
    return w.Dialog(
        say("facilitator.clock"), middle, keys, actions=(close,), across=1080, on_cancel=CLOSE, key="clock dialog"
    )


def spotlit(table: Table, seat: StakeholderId) -> Node:
    """Returns one seat in large type: who it is, what it says, and what it stands for now."""
    card, words = table.game.stakeholder(seat), table.words
    name = words.of(card.name)
    close = w.IconButton("x", words.say("facilitator.light.off"), on_press=Spotlight(None), tall=60, key="light off")
    size = t.DISPLAY if table.frame.large else 64
    head = w.row(
        w.Tile(card.icon, "on_accent", "accent", 120, disc=True),
        w.column(w.heading(name, size), w.Label(players(table, seat), t.STRONG, t.MEDIUM, "soft"), gap=4, grow=1),
        close, gap=32, align="center",
    )  # fmt: skip
    quote = f"{table.say('quote.open')}{words.of(card.argument)}{table.say('quote.close')}"
    parts = [w.Paragraph(quote, QUOTE, t.MEDIUM, leading=1.3, key="light argument"), *_carried(table, seat)]
    body = w.ScrollColumn(*parts, gap=t.L, pad=(8, 22, 8, 0), grow=1, key="light")
    margin = 64 if table.dense else t.M
    return Sheet(name, head, body, on_cancel=Spotlight(None), margin=margin, snug=True, key="spotlight")


def _carried(table: Table, seat: StakeholderId) -> list[Node]:
    """Returns what a seat proposes, then where it stands on the other proposals."""
    own = [each for each in table.state.proposals if seat in each.proposers]
    rows = [_large(table, each.intervention, "facilitator.light.proposes", "hand", "accent") for each in own]
    mine = {each.intervention for each in own}
    for said in table.state.stances:
        if said.player == seat and said.intervention not in mine and table.state.proposal(said.intervention):
            up = said.stand is Stand.FOR
            icon, tone = ("thumbs-up", "rise") if up else ("thumbs-down", "fall")
            rows.append(_large(table, said.intervention, f"facilitator.light.{said.stand.value}", icon, tone))
    return rows or [w.Paragraph(table.words.say("facilitator.light.silent"), t.STRONG, colour="soft")]


def _large(table: Table, option: InterventionId, key: str, icon: str, tone: str) -> Node:
    card = table.game.model.interventions.get(option)
    said: list[Node] = [
        w.Paragraph(table.words.say(key), t.STRONG, t.SEMIBOLD, tone),
        w.Paragraph(table.teller.title(option), LARGE, t.BOLD, leading=1.2),
    ]
    if card is not None:
        said.append(w.Paragraph(table.words.of(card.text), READ, leading=1.35))
    return w.Panel(
        w.row(w.Tile(icon, tone, "surface", 72), w.column(*said, gap=6, grow=1), gap=24, align="start"),
        fill="sunken", raised=False, pad=t.L,
    )  # fmt: skip


class Curtain(Box):
    """A calm panel over the whole screen, that nothing gets past."""

    role = "dialog"
    modal = solid = True

    def draw(self, surface: Surface, theme: t.Theme) -> None:
        surface.fill(t.rgb(theme.header), self.rect)


def curtain(frame: Frame, told: str, stay: object) -> Node:
    """Returns the sentence that the whole room looks up from, and the way on; Escape sends `stay`."""
    go_on = w.Button(frame.say("facilitator.freeze.go_on"), "play", "header", on_press=Freeze(None), key="go on")
    size = 56 if frame.large else 88
    go_on.on = True  # outlined: the only thing to press on the whole screen
    drawn = Curtain(
        w.space(grow=1),
        w.row(w.space(grow=1), w.Icon("circle-pause", 96, "header_warm"), w.space(grow=1)),
        w.heading(told, size, colour="on_header", align="center", leading=1.25, key="frozen"),
        w.space(grow=1),
        w.row(w.space(grow=1), go_on, w.space(grow=1)),
        pad=(t.XXL, t.L if frame.large or frame.low else 120), gap=t.XL, label=told, key="curtain",
    )  # fmt: skip
    drawn.on_cancel = stay
    return drawn
