"""What this game recorded about you: seat by seat, in plain words, and deleted on a click."""

from typing import Final, cast

from attrs import frozen

from game.content.shapes import StakeholderId
from game.errors import GameError
from game.forgetting import copies
from game.journal import Told, read_journal
from game.report.hindsight import Recorded
from game.report.recorded import recorded
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Forget
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Refused, Several, Submit
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.ui.stage import INTENTS
from game.wording.recorded import copies_told
from game.wording.sentences import Teller
from game.wording.words import Words

KIND: Final = 220
SEATS: Final = 460
"""Width of the list of seats, in design units."""


@frozen
class Look:
    """Look at what is on file about a seat."""

    seat: str


@frozen
class Ask:
    """Ask whether to delete what is personal, put the question away, or answer it."""

    sure: bool


class RecordedScene:
    """A sheet over the debrief or the table. Deleting asks once."""

    overlay = True

    def __init__(self, room: Room, seat: str = "") -> None:
        self.room = room
        held = [each for each in room.session.game.players if room.session.seats[each].bot is None]
        self.seat = seat or next(iter([*held, *room.session.game.players]))
        self.asking = False
        self.done = False
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the seats, and what is on file about the one chosen; under one another where text is enlarged."""
        words, session = cast(Words, frame.words), self.room.session
        title = words.say("recorded.title")
        every = recorded(session, Teller(session.game, words), self._told())
        chosen = next(each for each in every if each.seat == self.seat)
        seats = [self._seat(each, words) for each in sorted(every, key=lambda each: not self._held(each))]
        page = self._page(chosen, words, frame.large)
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
        parts = (sheet_head(words, title, "fingerprint"), *notice(frame, self.fault), body)
        sheet = Sheet(title, *parts, on_cancel=Pop(), key="recorded")
        return w.stack(sheet, self._question(chosen, words)) if self.asking else sheet

    def _told(self) -> Told | None:
        journal = self.room.session.journal
        return read_journal(journal.path) if journal else None

    def _held(self, each: Recorded) -> bool:
        """Tells whether people hold a seat: theirs come first."""
        return self.room.session.seats[StakeholderId(each.seat)].bot is None

    def _seat(self, each: Recorded, words: Words) -> Node:
        card = self.room.session.game.stakeholder(StakeholderId(each.seat))
        return w.Card(
            w.row(
                w.Icon(card.icon, 28, "accent" if self._held(each) else "soft"),
                w.column(
                    w.Paragraph(each.name, t.BODY, t.SEMIBOLD, leading=1.15),
                    w.Paragraph(each.held, t.SMALL, colour="soft", leading=1.2), gap=2, grow=1,
                ),
                gap=12, align="center",
            ),
            pad=(10, 14), raised=False, chosen=each.seat == self.seat, on_press=Look(each.seat), role="radio",
            key=f"seat {each.seat}", label=each.name, value=each.held,
        )  # fmt: skip

    def _page(self, each: Recorded, words: Words, large: bool) -> list[Node]:
        say, journal = words.say, self.room.session.journal
        where = say("recorded.file", file=journal.path) if journal else say("recorded.unsaved")
        texts = [say("recorded.quoted", words=said) for said in each.texts] or [say("recorded.no_words")]
        promised = say("recorded.quoted", words=each.commitment) if each.commitment else say("recorded.no_commitment")
        return [
            w.heading(each.name, t.TITLE),
            *(w.Paragraph(done, t.BODY, t.SEMIBOLD, "good") for done in each.forgotten),
            *([self._after(words)] if self.done else []),
            w.Panel(
                _section(say("recorded.who"), [each.held], large),
                _section(say("recorded.words"), texts, large),
                _section(say("recorded.commitment"), [promised], large),
                _section(say("recorded.ballots"), [each.ballots], large),
                _section(say("recorded.deeds"), list(each.deeds) or [say("recorded.no_deed")], large),
                fill="sunken", raised=False, pad=t.M, gap=12,
            ),
            self._delete(each, words),
            w.Divider(),
            w.Paragraph(say("recorded.about"), t.SMALL, colour="soft", leading=1.3),
            w.Paragraph(say("recorded.room"), t.SMALL, colour="soft", leading=1.3),
            w.Paragraph(where, t.SMALL, colour="soft", leading=1.3),
        ]

    def _delete(self, each: Recorded, words: Words) -> Node:
        if not each.personal:
            return w.Paragraph(words.say("recorded.nothing"), t.BODY, colour="soft")
        can = self.room.session.journal is not None
        return w.row(
            w.Button(
                words.say("recorded.delete"), "eraser", "danger", Ask(sure=False), tall=60, enabled=can, key="forget"
            )
        )

    def _after(self, words: Words) -> Node:
        """Returns which copies keep what they say."""
        journal = self.room.session.journal
        assert journal is not None
        lines = copies_told(copies(journal.path), words)
        return w.column(*(w.Paragraph(line, t.BODY, leading=1.3) for line in lines), gap=t.S, key="copies")

    def _question(self, each: Recorded, words: Words) -> Node:
        away = Ask(sure=False)
        return w.Dialog(
            words.say("recorded.ask", seat=each.name),
            w.Paragraph(words.say("recorded.ask_about"), t.BODY, leading=1.35),
            actions=(
                w.Button(words.say("recorded.no"), "x", on_press=away, tall=60, key="keep all"),
                w.Button(words.say("recorded.yes"), "eraser", "danger", Ask(sure=True), tall=60, key="delete all"),
            ),
            across=980, on_cancel=away, key="sure",
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns to a seat, asks once, deletes."""
        match heard:
            case Press(value=Look(seat)):
                self.seat, self.done, self.fault = seat, False, None
                return Refresh()
            case Press(value=Ask(sure)):
                return self._asked(sure)
            case Press(value=value) if isinstance(value, INTENTS):
                return value
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault, self.done = error, False
                return Refresh()
            case Cancel() if self.asking:
                return self._asked(sure=False)
            case Cancel():
                return Pop()
        return None

    def _asked(self, sure: bool) -> Intent:
        self.asking = not self.asking
        if not sure:
            return Refresh()
        self.done, self.fault = True, None
        return Several((Submit(Forget(StakeholderId(self.seat))), Refresh()))

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _section(title: str, lines: list[str], large: bool) -> Node:
    """Returns what is on file of one kind, its name before it; over it where text is enlarged."""
    told = w.column(*(w.Paragraph(line, t.BODY, leading=1.3) for line in lines), gap=4, grow=1)
    name = w.heading(title, t.BODY, colour="soft")
    if large:
        return w.column(name, told, gap=4)
    name.width = KIND
    return w.row(name, told, gap=t.M, align="start")
