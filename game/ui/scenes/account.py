"""Why a reading stands where it stands: its exact causes, and the people or the projects it is made of."""

from typing import Final, cast

from game.city.account import account
from game.city.scoring import level_of
from game.content.shapes import StakeholderId
from game.engine.reveal import withheld
from game.report.charts import waterfall
from game.report.figures import Account, Cause, Shift
from game.report.findings import turn
from game.report.standing import better
from game.report.summary import KINDS
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import OPEN_FOR, Eyes, Look
from game.ui.blindspot.who import who
from game.ui.charts import Chart
from game.ui.debrief.fit import TEXT
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import After, Cancel, Frame, Heard, Intent, Pop, Press, Shown, Woken
from game.ui.sheet import Sheet
from game.ui.stage import INTENTS
from game.wording.accounts import MADE_OF
from game.wording.showing import when_told
from game.wording.words import Words

MARGINS: Final = 2 * (t.L + t.XL) + 60
PEOPLE: Final = 620
"""Width of the list of people beside the causes."""


class AccountScene:
    """A sheet over the page that asked; what is for one seat's eyes closes by itself."""

    overlay = True

    def __init__(self, room: Room, of: str, seat: str | None = None) -> None:
        self.room = room
        self.of = of
        self.look = Look(StakeholderId(seat), open=True) if seat else Look()

    def build(self, frame: Frame) -> Node:
        """Returns the causes since the start, and who or which the reading is made of."""
        words = cast(Words, frame.words)
        eyes = Eyes(self.room.session, words, self.look)
        title = eyes.say("account", what=eyes.teller.measure(self.of))
        head = w.row(
            w.heading(title, t.TITLE + 2, grow=1),
            w.Button(frame.say("app.close"), "x", on_press=Pop(), tall=52, key="close"),
            gap=t.M, align="center",
        )  # fmt: skip
        shown = self.of in eyes.shown
        body = self._body(frame, eyes) if shown else w.Paragraph(when_told(eyes.teller, self.of), t.STRONG)
        return Sheet(title, head, body, on_cancel=Pop(), snug=True, key="account")

    def _body(self, frame: Frame, eyes: Eyes) -> Node:
        made_of = who(eyes, self.of)
        if self.of in MADE_OF:
            whole = w.column(*made_of, gap=t.M) if frame.large else w.row(*_grown(made_of), gap=t.L, align="start")
            return w.ScrollColumn(whole, gap=t.S, key="made of", grow=1)
        width = frame.wide - MARGINS
        if frame.large or not made_of:
            return w.ScrollColumn(*self._causes(eyes, width), *made_of, gap=t.M, key="causes", grow=1)
        causes = w.ScrollColumn(*self._causes(eyes, width - PEOPLE - t.L), gap=t.M, key="causes", grow=1)
        people = w.ScrollColumn(*made_of, gap=t.M, key="made of", width=PEOPLE)
        return w.row(causes, people, gap=t.L, grow=1)

    def _causes(self, eyes: Eyes, width: float) -> list[Node]:
        told = self._account(eyes)
        if not told.causes:
            return [w.Paragraph(eyes.say("nothing_moved"), t.STRONG)]
        title = turn(told, eyes.words)
        drawing = waterfall(told, eyes.words, title, width, TEXT)
        return [w.heading(title, t.STRONG), Chart(drawing)]

    def _account(self, eyes: Eyes) -> Account:
        """Returns the account as the report's charts draw it."""
        game, teller, cities = eyes.game, eyes.teller, eyes.cities
        start, made = account(game.model, cities, self.of)
        causes = [
            Cause(teller.cause(cause), KINDS[cause.kind], amount, teller.source(cause))
            for cause, amount in made.items()
            if not withheld(eyes.shown, cause)
        ]
        hidden = sum(amount for cause, amount in made.items() if withheld(eyes.shown, cause))
        causes += [Cause(eyes.words.say("why.covered"), "remainder", hidden)] if hidden else []
        shift = Shift(start, level_of(game.model, cities[-1], self.of))
        name, good = teller.measure(self.of), better(game, self.of)
        return Account(self.of, name, good, 0, len(cities) - 1, shift, tuple(causes))  # type: ignore[arg-type]  # any level

    def on_input(self, heard: Heard) -> Intent | None:
        """Closes; by itself when it was for one seat's eyes."""
        match heard:
            case Shown() if self.look.seat:
                return After(OPEN_FOR, "cover", name="cover")
            case Woken("cover") | Cancel():
                return Pop()
            case Press(value=value) if isinstance(value, INTENTS):
                return value
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _grown(nodes: list[Node]) -> list[Node]:
    """Returns the nodes sharing their row."""
    for node in nodes:
        node.grow = 1
    return nodes
