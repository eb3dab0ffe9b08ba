"""The books of money and of time: what came in, what went out, by name, and what is left."""

from functools import partial
from typing import Final, cast

from game.report.causes import told
from game.report.charts import arrowed
from game.report.charts.axes import level_told
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.answer import answer
from game.ui.inquiry.books import Kept, Opened, opened, post_panel
from game.ui.inquiry.question import Question, Scope, periods
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Key, Pop, Press, Refresh
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.ui.widgets import Option
from game.wording.words import Words

MARGINS: Final = 2 * (t.L + t.XL)
BOOKS: Final[dict[Kept, str]] = {"money": "coins", "time": "hourglass"}
"""The books and their icons."""
EVERY_POST: Final = 12
"""Kinds of entry drawn one by one: all there are."""


class LedgerScene:
    """A sheet over the page that asked."""

    overlay = True

    def __init__(self, room: Room, of: Kept = "money", scope: Scope = "session") -> None:
        self.room = room
        self.of = of
        self.question = Question(scope)

    def build(self, frame: Frame) -> Node:
        """Returns the books and periods to choose from, what is left, and the bars that lead there."""
        words = cast(Words, frame.words)
        found = opened(self.room.session, words, self.of, self.question.scope)
        name = words.say(f"ledger.{self.of}")
        head = sheet_head(words, name, BOOKS[self.of])
        title = _left(found, words)
        chart = answer(
            found.account, words, self.question, partial(post_panel, found), title, frame.wide - MARGINS,
            frame.large, EVERY_POST, "ledger.hint",
        )  # fmt: skip
        body = chart if found.account.causes else w.Paragraph(words.say("ledger.nothing"), t.STRONG)
        parts = (head, self._choices(frame, words), body)
        return Sheet(name, *parts, on_cancel=Pop(), key="ledger")

    def _choices(self, frame: Frame, words: Words) -> Node:
        options = [Option(words.say(f"ledger.{of}"), of, "" if frame.large else icon) for of, icon in BOOKS.items()]
        books = w.choices(words.say("ledger.book"), options, list(BOOKS).index(self.of), "book", grow=1)
        both = (books, periods(self.question, words, grow=1))
        for node in both:
            node.grow = 0 if frame.large else 1
        return w.column(*both, gap=t.S) if frame.large else w.row(*both, gap=t.M)

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns to the other book or period, follows a bar, or closes."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value="money" | "time" as of):
                self.of, self.question = of, Question(self.question.scope)
                return Refresh()
            case Press(value=value):
                self.question = self.question.heard(value) or self.question
                return Refresh()
            case Key(name):
                self.question = self.question.struck(name, ("cause",)) or self.question
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _left(found: Opened, words: Words) -> str:
    """Returns what is left and how far it went."""
    telling, unit = told(found.account, words, EVERY_POST), found.account.unit
    change = arrowed(telling.after - telling.before, words, unit=unit)
    return words.say(f"ledger.moved_{found.of}", left=level_told(telling.after, unit, words), change=change)
