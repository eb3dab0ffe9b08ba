"""What this game recorded about you: seat by seat and of the room, in plain words, and deleted on a click."""

from typing import Final, cast

from game.content.shapes import StakeholderId
from game.errors import GameError
from game.forgetting.anew import ROOM, Part, copies
from game.journal.entries import Told
from game.journal.file import read_journal
from game.report.hindsight import Recorded, RoomRecorded
from game.report.recorded import recorded, room_recorded
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import DeleteSession, Forget, ForgetRoom
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.recorded.pages import KEPT, WHOLE, Ask, Look, Sure, card, question, room_page, seat_page
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Refused, Several, Submit
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.recorded import copies_told, kept_told
from game.wording.teller import Teller
from game.wording.words import Words

SEATS: Final = 460
"""Width of the list of seats, in design units."""


class RecordedScene:
    """A sheet over the debrief or the table. Deleting asks once."""

    overlay = True

    def __init__(self, room: Room, seat: str = "") -> None:
        self.room = room
        held = [each for each in room.session.game.players if room.session.seats[each].bot is None]
        self.seat = seat or next(iter([*held, *room.session.game.players]))
        self.asking = ""
        self.done = ""
        self.gone: tuple[str, ...] = ()
        self.kept: tuple[str, ...] = ()
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the seats, and what is on file about the one chosen; under one another where text is enlarged."""
        words = cast(Words, frame.words)
        teller, told, journal = Teller(self.room.session.game, words), self._told(), self.room.session.journal
        every = recorded(self.room.session, teller, told)
        whole = room_recorded(self.room.session, teller, told, journal.path if journal else None)
        self.gone = self.gone if self.done == WHOLE else whole.files
        seats = self._seats(every, whole, words)
        page = self._page(every, whole, words, frame.large)
        if frame.large:
            body: Node = w.ScrollColumn(
                w.flow(*seats, gap=t.S), w.Divider(), *page, gap=t.M, pad=(4, 22, 8, 0), key="recorded body", grow=1
            )
        else:
            body = w.row(
                w.ScrollColumn(*seats, gap=t.S, pad=(4, 22, 8, 0), key="recorded seats", width=SEATS),
                w.Divider(upright=True),
                w.ScrollColumn(*page, gap=t.M, pad=(4, 22, 8, 0), key="recorded page", grow=1),
                gap=t.M, grow=1,
            )  # fmt: skip
        title = words.say("recorded.title")
        parts = (sheet_head(words, title, "fingerprint"), *notice(frame, self.fault), body)
        sheet = Sheet(title, *parts, on_cancel=Pop(), key="recorded")
        seat = next((each for each in every if each.seat == self.seat), None)
        if self.asking:
            self.kept = seat.kept if seat else ()
        return w.stack(sheet, question(self.asking, seat, whole, words)) if self.asking else sheet

    def _told(self) -> Told | None:
        journal = self.room.session.journal
        return read_journal(journal.path) if journal else None

    def _held(self, each: Recorded) -> bool:
        """Tells whether people hold a seat: theirs come first."""
        return self.room.session.seats[StakeholderId(each.seat)].bot is None

    def _seats(self, every: tuple[Recorded, ...], whole: RoomRecorded, words: Words) -> list[Node]:
        game = self.room.session.game
        icons = {each.seat: game.stakeholder(StakeholderId(each.seat)).icon for each in every}
        seats = [
            card(each.name, each.held, icons[each.seat], each.seat == self.seat, Look(each.seat), self._held(each))
            for each in sorted(every, key=lambda each: not self._held(each))
        ]
        personal = bool(whole.authors or whole.branches or whole.notes)
        name, about = words.say("forgetting.room"), words.say("forgetting.room.about")
        return [*seats, card(name, about, "armchair", self.seat == ROOM, Look(ROOM), personal)]

    def _page(self, every: tuple[Recorded, ...], whole: RoomRecorded, words: Words, large: bool) -> list[Node]:
        journal = self.room.session.journal
        path, after = journal.path if journal else None, self._after(words)
        if self.seat == ROOM:
            return room_page(whole, words, path, after, large)
        return seat_page(next(each for each in every if each.seat == self.seat), words, path, after, large)

    def _after(self, words: Words) -> list[Node]:
        """Returns what has gone, or which copies keep what they say."""
        journal = self.room.session.journal
        if self.done == WHOLE:
            lines = [words.count("forgetting.whole.done", len(self.gone), files=", ".join(self.gone))]
        elif self.done and journal is not None:
            lines = [*kept_told(self.kept, self.done == KEPT, words), *copies_told(copies(journal.path), words)]
        else:
            return []
        return [w.column(*(w.Paragraph(line, t.BODY, leading=1.3) for line in lines), gap=t.S, key="copies")]

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns to a seat, asks once, deletes."""
        match heard:
            case Press(value=Look(seat)):
                self.seat, self.fault = seat, None
                self.done = self.done if self.done == WHOLE else ""
                return Refresh()
            case Press(value=Ask(what)):
                self.asking = what
                return Refresh()
            case Press(value=Sure(what)):
                return self._sure(what)
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault, self.done = error, ""
                return Refresh()
            case Cancel() if self.asking:
                self.asking = ""
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def _sure(self, what: str) -> Intent:
        self.asking, self.done, self.fault = "", what, None
        match what:
            case "seat" | "kept":
                asked: object = Forget(StakeholderId(self.seat), what == KEPT)
            case "whole":
                asked = DeleteSession()
            case _:
                asked = ForgetRoom(Part(what))
        return Several((Submit(asked), Refresh()))

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
