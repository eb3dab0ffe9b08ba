"""Why did it change? The causes, districts or groups that add up to a gauge's change, each followed to its source."""

from functools import partial
from typing import Final, cast

from game.content.rulebook import Headline
from game.content.shapes import HeadlineId
from game.engine.reveal import shown_on_table
from game.errors import GameError
from game.report.findings import turn
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.account import Inquiry, inquired
from game.ui.inquiry.answer import answer
from game.ui.inquiry.panel import bar_panel
from game.ui.inquiry.question import DIVISIONS, By, Question, Scope, divisions, periods
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Key, Pop, Press, Refresh, Refused
from game.ui.sheet import Sheet
from game.ui.widgets import Option
from game.wording.words import Words

MARGINS: Final = 2 * (t.L + t.XL)
ONE_LINE: Final = 1800
"""Design units from which all the choices stand in one line."""


class WhyScene:
    """A sheet over the table."""

    overlay = True

    def __init__(
        self, room: Room, headline: str = "economy", scope: Scope = "round", by: By = "cause", chosen: str = ""
    ) -> None:
        self.room = room
        self.headline = HeadlineId(headline)
        self.question = Question(scope, by, chosen)
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the question, the gauges, moments and divisions to choose from, and the answer."""
        words = cast(Words, frame.words)
        inquiry = inquired(self.room.session, words, self.headline, self.question)
        rows = (self._head(words), self._choices(frame, words))
        if inquiry is None:
            told: tuple[Node, ...] = (_nothing_yet(words, frame.wide - MARGINS),)
        else:
            told = (self._answer(frame, inquiry, turn(inquiry.account, words)),)
        title = words.say("why.title", gauge=self._gauge(words))
        return Sheet(title, *rows, *notice(frame, self.fault), *told, on_cancel=Pop(), key="why")

    def _gauge(self, words: Words) -> str:
        rules = self.room.session.game.model.rules
        return next(words.of(each.name) for each in rules.headlines if each.id == self.headline)

    def _head(self, words: Words) -> Node:
        icon = next(e.icon for e in self.room.session.game.model.rules.headlines if e.id == self.headline)
        return w.row(
            w.Tile(icon, self.headline, f"{self.headline}_tint", 52),
            w.heading(words.say("why.title", gauge=self._gauge(words)), t.TITLE + 2, grow=1),
            w.Button(words.say("app.close"), "x", on_press=Pop(), tall=52, key="close"),
            gap=t.M, align="center",
        )  # fmt: skip

    def _headlines(self) -> list[Headline]:
        """Returns the gauges that everyone may see."""
        shown = shown_on_table(self.room.session.game, self.room.session.state)
        return [each for each in self.room.session.game.model.rules.headlines if each.id in shown]

    def _choices(self, frame: Frame, words: Words) -> Node:
        headlines = self._headlines()
        gauges = [Option(words.of(each.name), each.id, "" if frame.large else each.icon) for each in headlines]
        at = next(at for at, each in enumerate(headlines) if each.id == self.headline)
        wide = frame.wide >= ONE_LINE
        choice = w.choices(words.say("why.gauge"), gauges, at, "gauge", grow=5 if wide else 0)
        both = (
            periods(self.question, words, grow=3),
            divisions(self.question, DIVISIONS, words, not wide, grow=4),
        )
        return w.row(choice, *both, gap=t.M) if wide else w.column(choice, w.row(*both, gap=t.M), gap=t.S)

    def _answer(self, frame: Frame, inquiry: Inquiry, title: str) -> Node:
        follow, width = partial(bar_panel, inquiry), frame.wide - MARGINS
        return answer(
            inquiry.account, inquiry.words, self.question, follow, title, width, frame.large, inquiry.largest,
            f"why.hint.{inquiry.by}", unseen=inquiry.causes,
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Follows what is asked; 1 to 4 turn to a gauge, R to the other period, B to another division."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(key=key, value=value):
                self._turn_to(key, value)
                return Refresh()
            case Key(name) if name in "1234" and name:
                asked = self.room.session.game.model.rules.headlines[int(name) - 1]
                if asked in self._headlines():
                    self._turn_to("gauge", asked.id)
                return Refresh()
            case Key(name):
                self.question = self.question.struck(name, DIVISIONS) or self.question
                return Refresh()
            case Cancel():
                return Pop()
            case Refused(error):
                self.fault = error
                return Refresh()
        return None

    def _turn_to(self, key: str, value: object) -> None:
        turned = self.question.heard(value)
        if turned is not None:
            self.question = turned
        elif value == HEARD:
            self.fault = None
        elif key.startswith("gauge"):
            self.headline = HeadlineId(str(value))
            self.question = Question(self.question.scope, self.question.by)

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _nothing_yet(words: Words, room: float) -> Node:
    told_so = w.column(
        w.Icon("hourglass", 72, "soft"),
        w.Paragraph(words.say("why.nothing_yet"), t.TITLE, t.MEDIUM, align="center", balanced=True),
        w.Paragraph(words.say("why.nothing_yet_more"), t.BODY, colour="soft", align="center", balanced=True),
        gap=t.M, align="center", width=min(900, room - t.S),
    )  # fmt: skip
    return w.column(w.space(grow=1), told_so, w.space(grow=1), align="center", grow=1)
