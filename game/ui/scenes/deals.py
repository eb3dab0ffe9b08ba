"""Deals: who promised what to whom, what came of it, and a form to offer another."""

from typing import Final, cast

from attrs import evolve

from game.content.shapes import StakeholderId
from game.engine.bargaining import ledger, offers_to
from game.engine.moves import Bargain, PromiseKind
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Advance
from game.ui.deals.book import book
from game.ui.deals.form import Desk, Draft, Fill, Write, form, picker, told
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Focus,
    Frame,
    Heard,
    Intent,
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.teller import Teller
from game.wording.words import Words

ANSWER: Final = After(0.0, "answer", name="answer")
"""Lets a computer player answer the deal it was offered, at the next tick."""


class DealsScene:
    """A sheet over the table or the debrief. The deal being written is no part of the game until it is offered."""

    overlay = True

    def __init__(self, room: Room, by: StakeholderId | None = None, to: StakeholderId | None = None) -> None:
        self.room = room
        self.fault: GameError | None = None
        self.draft = Draft()
        desk = self._desk(None)
        first = desk.people[0] if desk.people else None
        self.draft = evolve(self.draft, by=by or first, to=to if to != (by or first) else None)
        self.laid = self.draft
        """The deal before it was offered, to be given back when it is refused."""

    def _desk(self, words: Words | None) -> Desk:
        teller = Teller(self.room.session.game, words) if words else cast(Teller, None)
        return Desk(self.room.session, teller, self.draft)

    def build(self, frame: Frame) -> Node:
        """Returns the ledger, and the form beside it; under one another where text is enlarged."""
        words, session = cast(Words, frame.words), self.room.session
        desk = self._desk(words)
        title = words.say("deals.title")
        head = sheet_head(words, title, "handshake")
        entries = ledger(session.game, session.state, session.events)
        kept = w.column(w.heading(words.say("deals.ledger"), t.STRONG), *book(desk, entries), gap=t.M)
        about = w.Paragraph(words.say("deals.about"), t.SMALL, colour="soft")
        parts = (head, about, *notice(frame, self.fault), _body(frame, desk, kept))
        sheet = Sheet(title, *parts, on_cancel=Pop(), snug=session.over, key="deals")
        return w.stack(sheet, picker(desk)) if self.draft.picking else sheet

    def on_input(self, heard: Heard) -> Intent | None:
        """Writes the deal, offers it, and lets computer players answer."""
        match heard:
            case Shown():
                return ANSWER
            case Woken(value="answer"):
                return self._answered()
            case Press(value=Submit(move)) as press:
                self.fault, self.laid = None, self.draft
                if isinstance(move, Bargain):
                    self.draft = Draft(self.draft.by, self.draft.to)
                return Several((cast(Submit, press.value), Refresh(), ANSWER))
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Write() | Fill() as asked):
                return self._written(asked)
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault, self.draft = error, self.laid
                return Refresh()
            case Cancel() if self.draft.picking:
                return self._written(Write({"picking": ""}))
            case Cancel():
                return Pop()
        return None

    def _answered(self) -> Intent | None:
        session = self.room.session
        waiting = [seat for seat in session.game.players if offers_to(session.state, seat)]
        if session.over or not any(session.seats[seat].bot for seat in waiting):
            return None
        return Several((Submit(Advance()), Refresh(), ANSWER))

    def _written(self, asked: Write | Fill) -> Intent:
        if isinstance(asked, Fill):
            self.draft = self.draft.with_side(asked.side, **asked.values)
            kind = asked.values.get("kind")
            opened = f"{asked.side} {'words' if kind is PromiseKind.WORD else 'answer'}"
            return Several((Refresh(), Focus(opened))) if kind else Refresh()
        self.draft = evolve(self.draft, **asked.values)
        if self.draft.to == self.draft.by:
            self.draft = evolve(self.draft, to=None)
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _body(frame: Frame, desk: Desk, kept: Node) -> Node:
    """Returns the ledger and, while the session goes on, the form."""
    if desk.session.over:
        return w.ScrollColumn(kept, gap=t.L, pad=(4, 22, 8, 0), key="deals body", grow=1)
    sentence = told(desk)
    tone = "accent" if desk.draft.offer else "soft"
    said = [w.Paragraph(sentence, t.BODY, t.MEDIUM, tone, leading=1.3, key="told")] if sentence else []
    *fields, last = form(desk)
    new = w.column(w.heading(desk.say("new"), t.STRONG), *fields, gap=t.M)
    if frame.large:
        return w.ScrollColumn(new, *said, last, w.Divider(), kept, gap=t.L, pad=(4, 22, 8, 0), key="deals body", grow=1)
    written = w.ScrollColumn(new, pad=(4, 22, 8, 0), key="deal form", grow=1)
    start = w.column(written, *said, last, gap=t.M, grow=1)
    end = w.ScrollColumn(kept, pad=(4, 22, 8, 0), key="deal ledger", grow=1)
    return w.row(start, w.Divider(upright=True), end, gap=t.L, grow=1)

