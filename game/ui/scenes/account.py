"""Why a reading stands where it stands: its exact causes, and the people or the projects it is made of."""

from functools import partial
from typing import Final, cast

from game.city.state import CityState
from game.content.shapes import StakeholderId
from game.errors import GameError
from game.report.findings import turn
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import OPEN_FOR, Eyes, Look
from game.ui.blindspot.who import who
from game.ui.inquiry.account import inquired
from game.ui.inquiry.answer import answer
from game.ui.inquiry.panel import bar_panel
from game.ui.inquiry.question import By, Question, Scope, divisions, periods
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import After, Cancel, Frame, Heard, Intent, Key, Pop, Press, Refresh, Refused, Shown, Woken
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.accounts import MADE_OF
from game.wording.showing import when_told
from game.wording.words import Words

MARGINS: Final = 2 * (t.L + t.XL)


class AccountScene:
    """A sheet over the page that asked; what is for one seat's eyes closes by itself."""

    overlay = True

    def __init__(
        self, room: Room, of: str, seat: str | None = None, scope: Scope = "session", by: By = "cause",
        other: tuple[str, CityState] | None = None,
    ) -> None:  # fmt: skip
        self.room = room
        self.of = of
        self.look = Look(StakeholderId(seat), open=True) if seat else Look()
        self.question = Question(scope, by)
        self.other = other
        """Another session's name and the city it came to, when it is that city's level that is asked about."""
        self.able: tuple[By, ...] = ("cause",)
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the moments and divisions to choose from, the answer, and who or which the reading is made of."""
        words = cast(Words, frame.words)
        eyes = Eyes(self.room.session, words, self.look)
        title = eyes.say("account", what=eyes.teller.measure(self.of))
        if self.other is not None:
            title = f"{title} ({self.other[0]})"
        head = sheet_head(eyes.words, title, "circle-help")
        told = notice(frame, self.fault)
        if self.of not in eyes.shown:
            return self._sheet(title, head, w.Paragraph(when_told(eyes.teller, self.of), t.STRONG))
        if self.of in MADE_OF:
            return self._sheet(title, head, *told, _made_of(frame, who(eyes, self.of)))
        return Sheet(title, head, *told, *self._answer(frame, eyes), on_cancel=Pop(), key="account")

    def _sheet(self, title: str, *parts: Node) -> Sheet:
        return Sheet(title, *parts, on_cancel=Pop(), snug=True, key="account")

    def _answer(self, frame: Frame, eyes: Eyes) -> tuple[Node, ...]:
        words = eyes.words
        city = self.other[1] if self.other else None
        inquiry = inquired(eyes.session, words, self.of, self.question, eyes.shown, city)
        if inquiry is None:
            return (w.Paragraph(eyes.say("nothing_moved"), t.STRONG),)
        self.able = inquiry.divisions
        when = () if self.other else (periods(self.question, words, grow=2),)
        choices = w.row(*when, divisions(self.question, self.able, words, frame.large, grow=3), gap=t.M)
        title, more = turn(inquiry.account, words), [] if self.other else who(eyes, self.of)
        found = answer(
            inquiry.account, words, self.question, partial(bar_panel, inquiry), title, frame.wide - MARGINS,
            frame.large, inquiry.largest, f"why.hint.{inquiry.by}", more, inquiry.causes,
        )  # fmt: skip
        return choices, found

    def on_input(self, heard: Heard) -> Intent | None:
        """Follows what is asked; closes by itself when it was for one seat's eyes."""
        match heard:
            case Shown() if self.look.seat:
                return After(OPEN_FOR, "cover", name="cover")
            case Woken("cover") | Cancel():
                return Pop()
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value):
                self.question = self.question.heard(value) or self.question
                self.fault = None if value == HEARD else self.fault
                return Refresh()
            case Key(name):
                self.question = self.question.struck(name, self.able) or self.question
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _made_of(frame: Frame, found: list[Node]) -> Node:
    """Returns who or which a reading is made of, side by side where there is room."""
    for node in found:
        node.grow = 1
    whole = w.column(*found, gap=t.M) if frame.large else w.row(*found, gap=t.L, align="start")
    return w.ScrollColumn(whole, gap=t.S, key="made of", grow=1)
