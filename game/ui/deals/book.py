"""The ledger of promises: every deal offered, who promised what to whom, and what came of it."""

from collections.abc import Sequence
from typing import Final

from game.content.shapes import StakeholderId
from game.engine.bargaining import Entry, Fate
from game.engine.moves import Judge, PromiseKind, Reply
from game.engine.state import Deal
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.deals.form import Desk
from game.ui.node import Node
from game.ui.scene import Submit
from game.wording import deciding

LOOKS: Final = {Fate.KEPT: ("check", "rise"), Fate.BROKEN: ("x", "fall"), Fate.UNTESTED: ("hourglass", "soft")}


def book(desk: Desk, entries: Sequence[Entry]) -> list[Node]:
    """Returns the deals, the newest first."""
    deals = list(enumerate(desk.session.state.deals))
    if not deals:
        return [w.Paragraph(desk.say("none"), t.BODY, colour="soft")]
    return [_deal(desk, number, deal, [e for e in entries if e.number == number]) for number, deal in reversed(deals)]


def _deal(desk: Desk, number: int, deal: Deal, entries: Sequence[Entry]) -> Node:
    words, offer = desk.teller.words, deal.offer
    when = words.say("report.round", n=words.whole(deal.round))
    status = "agreed" if deal.agreed else "open" if deal.agreed is None else "declined"
    head = w.row(
        w.Label(when, t.SMALL, t.MEDIUM, "soft", grow=1), w.Label(desk.say(status), t.SMALL, t.SEMIBOLD), gap=t.M
    )
    body: list[Node] = [_entry(desk, entry) for entry in entries]
    if not entries:
        body = [w.Paragraph(deciding.deal(desk.teller, offer), t.BODY, leading=1.3)]
    if deal.agreed is None:
        body += _replies(desk, number, offer.partner)
    return w.Panel(head, *body, fill="sunken", raised=False, pad=(12, 16), gap=10, key=f"deal {number}")


def _replies(desk: Desk, number: int, partner: StakeholderId) -> list[Node]:
    """Returns yes and no for a seat of people; a computer player answers by itself."""
    if partner not in desk.people or desk.session.over:
        return []
    yes, no = (Submit(Reply(partner, number, agrees)) for agrees in (True, False))
    who = desk.teller.seat(partner)
    return [
        w.caption(desk.say("answers", who=who)),
        w.row(
            w.Button(desk.say("take"), "check", "primary", on_press=yes, grow=1, key=f"take {number}"),
            w.Button(desk.say("decline"), "x", on_press=no, grow=1, key=f"decline {number}"),
            gap=10,
        ),
    ]


def _entry(desk: Desk, entry: Entry) -> Node:
    """Returns one promise and what came of it; the room judges what was promised in words."""
    tell = desk.teller
    icon, tone = LOOKS[entry.fate]
    fate = tell.words.say(f"fate.{entry.fate.value}")
    line = deciding.given_word(tell, entry.by, entry.to, entry.promise)
    said = w.column(
        w.Paragraph(line, t.BODY, leading=1.25), w.Label(fate, t.SMALL, t.SEMIBOLD, tone), gap=2, grow=1
    )
    parts: list[Node] = [w.row(w.Icon(icon, 28, tone), said, gap=12, align="start")]
    if entry.promise.kind is PromiseKind.WORD:
        parts.append(_judgement(desk, entry))
    return w.column(*parts, gap=8)


def _judgement(desk: Desk, entry: Entry) -> Node:
    who = "by" if entry.offered else "to"
    buttons = [
        w.Button(
            desk.say(key), icon, on_press=Submit(Judge(entry.number, entry.offered, kept)), on=entry.fate is fate,
            tall=48, size=t.SMALL, key=f"{key} {entry.number} {who}",
        )
        for key, icon, kept, fate in (("kept", "check", True, Fate.KEPT), ("broken", "x", False, Fate.BROKEN))
    ]  # fmt: skip
    return w.row(w.caption(desk.say("judge")), *buttons, gap=10, align="center")
