"""The role card of a seat: who they are, what they want and follow, and who plays them."""

from game.city.apart import apart
from game.city.exact import FULL
from game.city.scoring import level_of
from game.content.cards import Stakeholder, Watch
from game.content.shapes import StakeholderId
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import HandOver, TakeOver
from game.ui.inquiry.asking import explained, why_of
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.gauges import arrowed, tone_of
from game.ui.tabletop.seatlist import players
from game.ui.tabletop.table import Hold, Table

CLOSE = Hold({"card": None, "revealed": False})


def role_card(table: Table, player: StakeholderId) -> Node:
    """Returns the card of a seat over the table; its secret stays covered until somebody asks for it."""
    card = table.game.stakeholder(player)
    say, words = table.say, table.words
    return w.Dialog(
        words.of(card.name),
        w.row(
            w.Tile(card.icon, "accent", "accent_tint", 56, disc=True),
            w.Label(say("card.played", who=players(table, player)), t.BODY, t.MEDIUM, "soft", grow=1),
            _who_plays(table, player),
            gap=16, align="center",
        ),
        w.Paragraph(words.told(card.brief, card.plain)),
        _said(say("card.argument"), f"{say('quote.open')}{words.of(card.argument)}{say('quote.close')}", "megaphone"),
        _said(say("card.aim"), words.of(card.aim), "flag"),
        w.caption(say("card.watches")),
        *(_watch(table, watch) for watch in card.watches),
        *_secret(table, card),
        actions=_actions(table, player), across=1000, on_cancel=CLOSE, key="card",
    )  # fmt: skip


def _actions(table: Table, player: StakeholderId) -> tuple[Node, ...]:
    close = w.Button(table.say("close"), "x", "primary", on_press=CLOSE, key="close card")
    see = w.Button(table.say("card.sees"), "eye", on_press=Push("lives", {"seat": player}), key="sees")
    between = Push("deals", _between(table, player))
    deal = w.IconButton("handshake", table.say("card.deal"), "secondary", on_press=between, key="deal")
    if player not in table.may_speak or player == table.speaker:
        return deal, see, close
    floor = Hold({"speaker": player, "card": None, "revealed": False, "ballot": None})
    return w.Button(table.say("card.floor"), "mic", on_press=floor, key="give floor"), deal, see, close


def _between(table: Table, player: StakeholderId) -> dict[str, object]:
    """Returns who deals with whom when a role card is open: the seat itself, or the one that has the floor with it."""
    if table.session.seats[player].bot is None and player != table.speaker:
        return {"by": player}
    return {"by": table.speaker, "to": player} if table.speaker != player else {"by": player}


def _who_plays(table: Table, player: StakeholderId) -> Node:
    if table.session.over:
        return w.space()
    if table.session.seats[player].bot is not None:
        return w.Button(table.say("card.take"), "hand", on_press=TakeOver(player), key="take over")
    return w.Button(table.say("card.hand"), "bot", on_press=HandOver(player), key="hand over")


def _said(name: str, words: str, icon: str) -> Node:
    return w.row(
        w.Icon(icon, 26, "accent"),
        w.column(w.caption(name), w.Paragraph(words, t.BODY, t.MEDIUM), gap=2, grow=1),
        gap=14, align="start",
    )  # fmt: skip


def _watch(table: Table, watch: Watch) -> Node:
    """Returns something followed: which way it should go, where it is, what it has done since the start."""
    if watch.of not in table.shown and (table.room.scoreless or not table.hand.revealed):
        return _covered(table, watch)
    level = level_of(table.game.model, table.state.city, watch.of)
    start = level_of(table.game.model, table.game.start, watch.of)
    change = apart(start, level)
    name, way = table.teller.measure(watch.of), table.say(f"card.{watch.want}")
    return w.row(
        w.Icon("trending-up" if watch.want == "up" else "trending-down", 26, "accent"),
        w.Label(name, t.BODY, grow=1, value=way),
        w.Bar(level / FULL, "accent", start / FULL, 12, width=220, label=name, value=table.words.points(level)),
        w.Label(table.words.points(level), t.BODY, t.BOLD, align="end", width=48, label=""),
        w.Label(arrowed(table.words, change), t.SMALL, t.SEMIBOLD, tone_of(change), width=110),
        *_why(table, watch.of), gap=14, align="center",
    )  # fmt: skip


def _why(table: Table, of: str) -> tuple[Node, ...]:
    """Returns the way to why a level stands where it stands; for the seat's eyes alone where only it may see it."""
    if not explained(table.game, of):
        return ()
    told = table.words.say("made.why", what=table.teller.measure(of))
    ask = why_of(table.game, of) if of in table.shown else Push("account", {"of": of, "seat": table.hand.card})
    return (w.IconButton("circle-help", told, "quiet", on_press=ask, tall=44, key=f"why {of}"),)


def _covered(table: Table, watch: Watch) -> Node:
    """Returns something followed whose level is for this seat's eyes only, until it asks to see it."""
    return w.row(
        w.Icon("trending-up" if watch.want == "up" else "trending-down", 26, "accent"),
        w.Label(table.teller.measure(watch.of), t.BODY, grow=1, value=table.say(f"card.{watch.want}")),
        w.Icon("lock", 24, "soft"),
        w.caption(table.say("card.own_eyes")),
        gap=14, align="center",
    )  # fmt: skip


def _secret(table: Table, card: Stakeholder) -> tuple[Node, ...]:
    if not table.hand.revealed:
        ask = w.Button(table.say("card.reveal"), "eye", on_press=Hold({"revealed": True}), key="reveal")
        warn = w.Paragraph(table.say("card.secret_warn"), t.SMALL, colour="soft", grow=1)
        return (w.Divider(), w.row(w.Icon("venetian-mask", 28, "soft"), warn, ask, gap=14, align="center"))
    return (
        w.Divider(),
        w.row(
            w.Icon("venetian-mask", 28, "fall"),
            w.Paragraph(table.words.of(card.secret), t.BODY, t.MEDIUM, grow=1, key="secret"),
            w.Button(table.say("card.cover"), "eye-off", on_press=Hold({"revealed": False}), key="reveal"),
            gap=14, align="center",
        ),
        _watch(table, card.secret_watch),
    )  # fmt: skip
