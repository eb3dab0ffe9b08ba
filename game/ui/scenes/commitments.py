"""And on Monday? One sentence a seat, written by those who wish, changed and deleted at will."""

from typing import cast

from attrs import frozen

from game.commitments import LONGEST
from game.content.shapes import StakeholderId
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Commit
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
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
)
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.roster import sitters
from game.wording.teller import Teller
from game.wording.words import Words


@frozen
class Say:
    """A seat's sentence as it is being written."""

    seat: StakeholderId
    words: str


@frozen
class Keep:
    """Keep a seat's sentence as it stands in its field; `nothing` deletes it."""

    seat: StakeholderId
    nothing: bool = False


class CommitmentsScene:
    """A sheet over the debrief. What is being written is kept nowhere until its button is pressed."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.written: dict[StakeholderId, str] = dict(room.session.commitments)
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns a line to write for each seat that people hold, and for others that already wrote one."""
        words, session = cast(Words, frame.words), self.room.session
        title = words.say("commit.title")
        held = {seat for seat in session.game.players if session.seats[seat].bot is None} | {*session.commitments}
        rows = [self._seat(frame, words, seat) for seat in session.game.players if seat in held or not held]
        about = w.Paragraph(words.say("commit.about"), t.BODY, colour="soft", leading=1.3)
        body = w.ScrollColumn(about, *rows, gap=t.M, pad=(4, 22, 8, 0), key="commitments body", grow=1)
        parts = (sheet_head(words, title, "pen-line"), *notice(frame, self.fault), body)
        snug = not frame.large
        return Sheet(title, *parts, on_cancel=Pop(), key="commitments", margin=110 if snug else t.L, snug=snug)

    def _seat(self, frame: Frame, words: Words, seat: StakeholderId) -> Node:
        teller, session = Teller(self.room.session.game, words), self.room.session
        name, written, kept = teller.seat(seat), self.written.get(seat, ""), session.commitments.get(seat, "")
        card = session.game.stakeholder(seat)
        held = session.holders[seat]
        people = "" if held.bot else ", ".join(sitters(words, held.people))
        who = w.row(
            w.Tile(card.icon, "accent", "accent_tint", 44),
            w.column(
                w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.15),
                *([w.Paragraph(people, t.SMALL, colour="soft", leading=1.15)] if people else []), gap=0, grow=1,
            ),
            gap=12, align="center",
        )  # fmt: skip
        field = TextField(
            words.say("commit.field", seat=name), written, lambda text: Say(seat, text), words.say("commit.hint"),
            LONGEST, entered=Keep(seat), key=f"commit {seat}", grow=1,
        )  # fmt: skip
        keep = w.Button(
            words.say("commit.keep_for", seat=name), "check", on_press=Keep(seat), enabled=written.strip() != kept,
            tall=52, width=172, key=f"keep {seat}",
        )  # fmt: skip
        done = bool(kept) and written.strip() == kept
        keep.words, keep.icon = words.say("commit.kept" if done else "commit.keep"), "check-check" if done else "check"
        does = (keep, w.IconButton(
            "trash-2", words.say("commit.delete", seat=name), "secondary", on_press=Keep(seat, nothing=True),
            enabled=bool(kept), tall=52, key=f"delete {seat}",
        ))  # fmt: skip
        if frame.large:
            return w.column(who, field, w.row(*does, gap=t.S), gap=t.S)
        who.width = 340
        return w.row(who, field, *does, gap=t.M, align="center")

    def on_input(self, heard: Heard) -> Intent | None:
        """Writes, keeps and deletes."""
        match heard:
            case Shown():
                return self._next()
            case Press(value=Say(seat, words)):
                self.written[seat] = words
                return Refresh()
            case Press(value=Keep(seat, nothing)):
                self.fault = None
                if nothing:
                    self.written[seat] = ""
                kept = Several((Submit(Commit(seat, self.written.get(seat, ""))), Refresh()))
                return kept if nothing else Several((kept, self._next()))
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def _next(self) -> Intent:
        """Puts the hand on the first line where nothing is written yet."""
        session = self.room.session
        held = [seat for seat in session.game.players if session.seats[seat].bot is None]
        return Focus(f"commit {next((seat for seat in held if not self.written.get(seat)), '')}")

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
