"""Why did it change? The causes that add up to a gauge's change, each followed to its districts and its source."""

from typing import Final, cast

from game.content.rulebook import Headline
from game.content.shapes import HeadlineId
from game.engine.reveal import shown_on_table
from game.errors import GameError
from game.report.causes import Telling, told
from game.report.charts import arrowed, waterfall
from game.report.findings import turn
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import TEXT
from game.ui.inquiry.account import Inquiry, Scope, inquired
from game.ui.inquiry.chart import Asked, CauseChart
from game.ui.inquiry.panel import cause_panel
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Key, Pop, Press, Refresh, Refused
from game.ui.sheet import Sheet
from game.ui.stage import INTENTS
from game.ui.widgets import Option
from game.wording.words import Words

DETAIL: Final = 640
MARGINS: Final = 2 * (t.L + t.XL)


class WhyScene:
    """A sheet over the table."""

    overlay = True

    def __init__(self, room: Room, headline: str = "economy", scope: Scope = "round") -> None:
        self.room = room
        self.headline = HeadlineId(headline)
        self.scope: Scope = scope
        self.chosen = ""
        self.aside = False
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the question, the gauges and moments to choose from, and the answer."""
        words = cast(Words, frame.words)
        inquiry = inquired(self.room.session, words, self.headline, self.scope)
        rows = (self._head(words), self._choices(frame, words))
        if inquiry is None:
            answer: tuple[Node, ...] = (_nothing_yet(words, frame.wide - MARGINS),)
        else:
            answer = (w.heading(turn(inquiry.account, words), t.TITLE), self._answer(frame, inquiry))
        title = words.say("why.title", gauge=self._gauge(words))
        return Sheet(title, *rows, *notice(frame, self.fault), *answer, on_cancel=Pop(), key="why")

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
        scopes: list[Scope] = ["round", "session"]
        moments = [Option(words.say(f"why.{scope}"), scope) for scope in scopes]
        both = (
            w.choices(words.say("why.gauge"), gauges, at, "gauge", grow=0 if frame.large else 2),
            w.choices(words.say("why.when"), moments, scopes.index(self.scope), "scope", grow=0 if frame.large else 1),
        )
        return w.column(*both, gap=t.S) if frame.large else w.row(*both, gap=t.M)

    def _answer(self, frame: Frame, inquiry: Inquiry) -> Node:
        words, telling = inquiry.words, told(inquiry.account, inquiry.words)
        names = [line.name for line in telling.lines]
        chosen = self.chosen if self.chosen in names else ("" if frame.large else next(iter(names), ""))
        if frame.large and self.aside and chosen:
            back = w.Button(words.say("why.back"), "arrow-left", on_press="back", tall=52, key="back")
            detail = w.ScrollColumn(*cause_panel(inquiry, chosen, telling.lines), gap=t.M, key="detail", grow=1)
            return w.column(w.row(back), detail, gap=t.M, grow=1)
        width = frame.wide - MARGINS - t.XL - (0 if frame.large else DETAIL + t.L)
        chart = self._chart(inquiry, telling, chosen, width)
        if frame.large or not chosen:
            return chart
        panel = w.Panel(
            w.ScrollColumn(
                *cause_panel(inquiry, chosen, telling.lines), gap=t.M, key="detail", fade="sunken", grow=1
            ),
            fill="sunken", raised=False, pad=(t.M, t.S, t.M, t.L), width=DETAIL,
        )  # fmt: skip
        return w.row(chart, panel, gap=t.L, grow=1)

    def _chart(self, inquiry: Inquiry, telling: Telling, chosen: str, width: float) -> Node:
        words = inquiry.words
        drawing = waterfall(inquiry.account, words, turn(inquiry.account, words), width, TEXT)
        rows = [(line.name, arrowed(line.amount, words)) for line in telling.lines]
        hint = w.Paragraph(words.say("why.hint"), t.SMALL, colour="soft")
        parts = (CauseChart(drawing, rows, chosen), hint) if rows else (w.Paragraph(words.say("why.still")),)
        return w.ScrollColumn(*parts, gap=t.M, key="chart", grow=1)

    def on_input(self, heard: Heard) -> Intent | None:
        """Follows what is asked; the letters 1 to 4 turn to a gauge."""
        match heard:
            case Press(value=value) if isinstance(value, INTENTS):
                return value
            case Press(key=key, value=value):
                self._turn_to(key, value)
                return Refresh()
            case Key(name) if name in "1234" and name:
                asked = self.room.session.game.model.rules.headlines[int(name) - 1]
                if asked in self._headlines():
                    self.headline, self.chosen = asked.id, ""
                return Refresh()
            case Cancel():
                return Pop()
            case Refused(error):
                self.fault = error
                return Refresh()
        return None

    def _turn_to(self, key: str, value: object) -> None:
        if isinstance(value, Asked):
            self.chosen, self.aside = value.name, True
        elif value == HEARD:
            self.fault = None
        elif value == "back":
            self.aside = False
        elif key.startswith("gauge"):
            self.headline, self.chosen, self.aside = HeadlineId(str(value)), "", False
        elif value == "round" or value == "session":
            self.scope, self.chosen, self.aside = value, "", False

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
