"""Who is in the room: each seat, who holds it, and what changes it: people, the computer, another's shoes."""

from typing import Final

from game.content.cards import Stakeholder
from game.content.shapes import StakeholderId
from game.engine.roster import MOST, holder, lending
from game.engine.seating import Gather, Holder, LeaveEmpty, Swap
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import HandOver, TakeOver
from game.ui.facilitator.view import Take, Typed, View
from game.ui.field import TextField
from game.ui.node import Node

LENGTHS: Final = (1, 2, 0)
"""Rounds that people may walk in each other's shoes; 0 is to the end."""


def presence(view: View) -> list[Node]:
    """Returns the seats with who holds them; nobody moves once the session is over."""
    say, holders = view.words.say, view.session.holders
    total = view.words.count("roster.total", sum(each.heads for each in holders.values()))
    head = w.row(w.Icon("users", 28, "accent"), w.heading(total, t.STRONG, key="in the room"), gap=12, align="center")
    about = say("roster.over" if view.session.over else "roster.about")
    rows = [_seat(view, card) for card in view.game.model.scenario.stakeholders]
    return [head, w.Paragraph(about, t.SMALL, colour="soft"), *_choosing(view), *rows]


def holding(view: View, held: Holder) -> str:
    """Returns who holds a seat, in few words."""
    if held.bot:
        return view.words.say("roster.computer")
    if held.abstains:
        return view.words.say("roster.abstains")
    return view.words.count("roster.people", held.heads) if held.people else view.words.say("roster.nobody")


def _choosing(view: View) -> list[Node]:
    """Returns what is asked while a swap is being made: for how long; which seat with is asked of the seats."""
    seat = view.held.swap
    if seat is None or view.session.over:
        return []
    words = view.words
    told = words.say("roster.choosing", who=view.teller.seat(seat))
    names = [words.count("roster.for_round", each) if each else words.say("roster.for_good") for each in LENGTHS]
    options = [w.Option(name, Take({"length": each})) for name, each in zip(names, LENGTHS, strict=True)]
    length = w.choices(words.say("roster.how_long"), options, LENGTHS.index(view.held.length), key="length")
    return [
        w.Panel(w.Paragraph(told, t.BODY, t.SEMIBOLD, "accent", role="status", key="choosing"), length,
                fill="accent_tint", raised=False, pad=(12, 16), gap=10)
    ]  # fmt: skip


def _seat(view: View, card: Stakeholder) -> Node:
    held, name = holder(view.game, view.state, card.id), view.words.of(card.name)
    here = card.id in (view.held.swap, view.held.naming)
    naming = view.held.naming == card.id and bool(held.heads) and not view.session.over
    keys = [] if naming or view.session.over else _keys(view, card.id, held)
    beside = [_count(view, card.id, held, name)] if not (held.bot or naming or view.session.over) else []
    if held.bot and len(keys) == 1:
        beside, keys = keys, []
    ink = "fall" if held.vacant else "accent" if held.heads else "soft"
    mark = "bot" if held.bot else "user-x" if not held.people else "user-round"
    told = w.row(w.Icon(mark, 24, ink), w.Label(holding(view, held), t.SMALL, t.MEDIUM, ink), gap=8, align="center")
    head = w.row(
        w.Tile(card.icon, ink, "accent_tint" if held.heads else "sunken", 48, disc=True),
        w.column(w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2), told, gap=2, grow=1),
        *beside,
        gap=14, align="center",
    )  # fmt: skip
    notes = [w.Paragraph(each, t.SMALL, colour="soft") for each in _away(view, card.id, held)]
    leaving = [] if naming else _leaving(card.id, held, view)
    below = [_naming(view, card.id, held)] if naming else [w.flow(*each, gap=10) for each in (leaving, keys) if each]
    fill = "accent_tint" if here else "sunken"
    return w.Panel(head, *notes, *below, pad=(10, 16), gap=10, raised=False, fill=fill, key=f"held {card.id}")


def _count(view: View, seat: StakeholderId, held: Holder, name: str) -> Node:
    """Returns the people of a seat, one fewer or one more."""
    say = view.words.say

    def counted(wanted: int) -> Gather:
        return Gather(seat, (*held.people, "")[:wanted])

    return w.stepper(
        name, held.heads, 0, MOST, counted, say("roster.less", who=name), say("roster.more", who=name),
        key=f"people {seat}",
    )  # fmt: skip


def _away(view: View, seat: StakeholderId, held: Holder) -> list[str]:
    """Returns in whose seat these people are and until when, and who steps aside for the computer."""
    say, told = view.words.say, []
    if held.home != seat:
        parts = [say("roster.from", seat=view.teller.seat(held.home))] if held.people and not held.bot else []
        lent = lending(view.state, seat)
        if lent is not None:
            parts.append(view.words.count("roster.until", lent.until))
        told.append(" · ".join(parts))
    names = [name for name in held.people if name]
    if held.bot and names:
        told.append(say("roster.away", names=", ".join(names)))
    return [each for each in told if each]


def _leaving(seat: StakeholderId, held: Holder, view: View) -> list[Node]:
    """Returns the people who gave a name, each to be struck out when they leave."""
    if held.bot or view.session.over:
        return []
    keys: list[Node] = []
    for place, name in enumerate(held.people):
        if name:
            rest = held.people[:place] + held.people[place + 1 :]
            hint = view.words.say("roster.leaves", name=name)
            keys.append(
                w.Button(name, "x", on_press=Gather(seat, rest), hint=hint, tall=48, size=t.SMALL,
                         key=f"leaves {seat} {place}")
            )  # fmt: skip
    return keys


def _naming(view: View, seat: StakeholderId, held: Holder) -> Node:
    """Returns the line on which the people of a seat are written down; those who give no name stay counted."""
    say, written = view.words.say, view.held.names
    given = tuple(name.strip() for name in written.split(",") if name.strip())[:MOST]
    people = (*given, *("",) * (held.heads - len(given)))
    leave = Take({"naming": None})
    keep: object = leave if people == held.people else Gather(seat, people)
    line = TextField(
        say("seats.names", seat=view.teller.seat(seat)), written, lambda text: Typed("names", text),
        say("seats.names_hint"), entered=keep, key=f"names {seat}",
    )  # fmt: skip
    done = w.Button(*_said(view, "roster.keep_names", "check"), "primary", on_press=keep, tall=52, size=t.SMALL,
                    key=f"keep names {seat}")  # fmt: skip
    undo = w.IconButton("x", say("roster.leave_names"), "secondary", on_press=leave, tall=52, key=f"leave names {seat}")
    if view.frame.large:
        return w.column(line, w.flow(done, undo, gap=10), gap=10)
    line.grow = 1
    return w.row(line, done, undo, gap=10, align="center")


def _keys(view: View, seat: StakeholderId, held: Holder) -> list[Node]:
    if view.held.swap is not None:
        return _swapping(view, seat)
    computer = w.Button(
        *_said(view, "roster.take" if held.bot and held.people else "roster.sit", "hand"),
        on_press=TakeOver(seat), tall=48, size=t.SMALL, key=f"take {seat}", hint=view.teller.seat(seat),
    ) if held.bot or not held.people else None  # fmt: skip
    keys: list[Node] = [computer] if computer else []
    if not held.bot:
        keys.append(
            w.Button(*_said(view, "roster.entrust", "bot"), on_press=HandOver(seat), tall=48, size=t.SMALL,
                     key=f"entrust {seat}", hint=view.teller.seat(seat))
        )  # fmt: skip
    if held.vacant:
        keys.append(
            w.Button(*_said(view, "roster.empty", "user-x"), on_press=LeaveEmpty(seat), tall=48, size=t.SMALL,
                     key=f"empty {seat}", hint=view.teller.seat(seat))
        )  # fmt: skip
    if held.heads:
        names = Take({"naming": seat, "names": ", ".join(name for name in held.people if name)})
        keys.append(
            w.Button(*_said(view, "roster.names", "pen-line"), on_press=names, tall=48, size=t.SMALL,
                     key=f"name {seat}", hint=view.teller.seat(seat))
        )  # fmt: skip
    return [*keys, *_shoes(view, seat, held)]


def _shoes(view: View, seat: StakeholderId, held: Holder) -> list[Node]:
    """Returns walking in another's shoes, or going back from it."""
    lent = lending(view.state, seat)
    if lent is not None:
        press: object = Swap(lent.one, lent.other)
        said = _said(view, "roster.back", "undo-2")
    elif held.heads:
        press, said = Take({"swap": seat}), _said(view, "roster.swap", "footprints")
    else:
        return []
    return [w.Button(*said, on_press=press, tall=48, size=t.SMALL, key=f"swap {seat}", hint=view.teller.seat(seat))]


def _swapping(view: View, seat: StakeholderId) -> list[Node]:
    """Returns what a seat may say while another looks for somebody to change places with."""
    one = view.held.swap
    assert one is not None
    if seat == one:
        stop = Take({"swap": None})
        return [w.Button(*_said(view, "roster.stop", "x"), on_press=stop, tall=48, size=t.SMALL, key="swap stop")]
    if lending(view.state, seat) is not None:
        return []
    swap = Swap(one, seat, view.held.length)
    return [
        w.Button(*_said(view, "roster.with", "footprints"), "primary", on_press=swap, tall=48, size=t.SMALL,
                 key=f"with {seat}", hint=view.teller.seat(seat))
    ]  # fmt: skip


def _said(view: View, key: str, icon: str) -> tuple[str, str]:
    return view.words.say(key), icon
