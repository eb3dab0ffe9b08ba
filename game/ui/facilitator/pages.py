"""The facilitator's pages: what to say, the seats and their secrets, the notes."""

from typing import Final

from game.content.cards import Stakeholder
from game.engine.phases import Phase
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.facilitator.desk import Erase, Spotlight, Write
from game.ui.facilitator.view import Typed, View
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.tabletop.seatlist import players, status

PROMPTS: Final = 3
"""Sentences to say, for each phase."""
SPOKEN: Final = 28
"""Size of what is said aloud: read at a glance, standing beside the laptop."""


def saying(view: View) -> list[Node]:
    """Returns what a facilitator may say in this phase, and what the scenario gives for it."""
    name = view.words.of(view.rule.name) if view.rule else view.say("turn.ended")
    parts: list[Node] = [w.heading(name, t.TITLE)]
    if view.rule is not None:
        parts.append(w.Paragraph(view.words.of(view.rule.say), t.BODY, colour="soft", leading=1.35))
    for number in range(1, PROMPTS + 1):
        said = view.tell(f"say.{view.phase.value}.{number}")
        parts.append(_line("speech", said, "accent", SPOKEN))
    return [*parts, *_given(view)]


def _given(view: View) -> list[Node]:
    """Returns what the scenario brings for this phase: its story, the challenge, its questions."""
    scenario, challenge = view.game.model.scenario, view.challenge
    if challenge is not None:
        return [
            w.Divider(),
            w.heading(view.words.of(challenge.title), t.STRONG),
            w.Paragraph(view.words.of(challenge.text), t.BODY, leading=1.35),
            *(_line(answer.icon, view.words.of(answer.title), answer.tech.value) for answer in view.answers),
        ]
    if view.phase in (Phase.REFLECTION, Phase.ENDED):
        questions = [_line("circle-help", view.words.of(each), "accent") for each in scenario.questions]
        return [w.Divider(), w.heading(view.tell("questions"), t.STRONG), *questions]
    if view.phase is Phase.BRIEFING and view.state.round == 1:
        return [w.Divider(), w.Paragraph(view.words.of(scenario.briefing), t.BODY, leading=1.35)]
    return []


def _line(icon: str, told: str, tone: str, size: float = t.BODY) -> Node:
    return w.row(w.Icon(icon, size + 4, tone), w.Paragraph(told, size, leading=1.35, grow=1), gap=14, align="start")


def seats(view: View) -> list[Node]:
    """Returns the seats, each to be put in the light; in private, with what it wants and does not say."""
    rows = [_seat(view, card) for card in view.game.model.scenario.stakeholders]
    if not view.private:
        return [w.Paragraph(view.tell("seats.public"), t.SMALL, colour="soft"), *rows]
    return [w.Paragraph(view.tell("seats.private"), t.SMALL, colour="soft"), *rows]


def _seat(view: View, card: Stakeholder) -> Node:
    words, lit = view.words, view.room.desk.spotlight == card.id
    name = words.of(card.name)
    light = w.Button(
        view.tell("light.off" if lit else "light"), "sun", on_press=Spotlight(None if lit else card.id), on=lit,
        tall=48, size=t.SMALL, key=f"light {card.id}", hint=name,
    )  # fmt: skip
    told = " · ".join(part for part in (players(view, card.id), status(view, card.id)) if part)
    head = w.row(
        w.Tile(card.icon, "accent", "accent_tint", 48, disc=True),
        w.column(w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2), w.Paragraph(told, t.SMALL, colour="soft"), grow=1),
        light, gap=14, align="center",
    )  # fmt: skip
    secrets: tuple[Node, ...] = ()
    if view.private:
        wanted = view.teller.measure(card.secret_watch.of)
        way = view.say(f"card.{card.secret_watch.want}")
        secrets = (
            _line("flag", words.of(card.aim), "accent"),
            _line("venetian-mask", f"{words.of(card.secret)} ({wanted}, {way})", "fall"),
        )
    return w.Panel(head, *secrets, pad=(10, 16), gap=8, raised=False, fill="sunken", key=f"seat {card.id}")


def notes(view: View) -> list[Node]:
    """Returns the notes, the newest first, and where to write another."""
    tell, written = view.tell, view.held.note
    note = Write(f"{_when(view)} — {written}")
    field = TextField(
        tell("notes.write"), written, lambda text: Typed("note", text), hint=tell("notes.hint"), longest=200,
        entered=note if written.strip() else None, key="note", grow=1,
    )  # fmt: skip
    add = w.Button(tell("notes.add"), "plus", on_press=note, enabled=bool(written.strip()), tall=52, key="note add")
    rows: list[Node] = [w.row(field, add, gap=12, align="center")]
    for number, kept in reversed(list(enumerate(view.room.desk.notes))):
        strike = w.IconButton("trash-2", tell("notes.erase"), on_press=Erase(number), tall=48, key=f"erase {number}")
        rows.append(w.row(w.Paragraph(kept, t.BODY, grow=1), strike, gap=12, align="center"))
    if not view.room.desk.notes:
        rows.append(w.Paragraph(tell("notes.none"), t.SMALL, colour="soft"))
    return rows


def _when(view: View) -> str:
    name = view.words.of(view.rule.name) if view.rule else view.say("turn.ended")
    return f"{view.say('round', round=view.state.round, rounds=view.game.rounds)}, {name}"
