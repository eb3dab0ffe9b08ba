"""How people live, and where the city is heading: two pages over the table, for everyone or for one seat's eyes."""

from typing import Final, cast

from game.content.shapes import StakeholderId
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import OPEN_FOR, Eyes, Look, eyes_bar
from game.ui.blindspot.heading import dimensions, visions
from game.ui.blindspot.lives import lives
from game.ui.blindspot.readings import readings
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Frame,
    Heard,
    Hover,
    Intent,
    Key,
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Woken,
)
from game.ui.sheet import Sheet
from game.ui.widgets import Option
from game.wording.words import Words

PAGES: Final = {"lives": "heart", "heading": "compass"}
"""The two pages and their icons."""
SIDE: Final = 760
"""Width of what stands at the end of a page."""
MARGINS: Final = 2 * (t.L + t.XL)
ABOVE: Final = 300
"""Design units that the head, the eyes and the margins take of the height."""


class LivesScene:
    """A sheet over the table."""

    overlay = True

    def __init__(self, room: Room, page: str = "lives", seat: str | None = None) -> None:
        self.room = room
        self.page = page
        self.look = Look(StakeholderId(seat) if seat else None)
        self.pointed = ""
        """The key of what the pointer is over."""
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the head, whose eyes the screen is for, and the page."""
        words = cast(Words, frame.words)
        eyes = Eyes(self.room.session, words, self.look)
        rows = (self._head(frame, eyes), *notice(frame, self.fault), eyes_bar(eyes, frame.large, self.pointed))
        body = self._lives(frame, eyes) if self.page == "lives" else self._heading(frame, eyes)
        return Sheet(eyes.say(self.page), *rows, body, on_cancel=Pop(), key="lives")

    def _head(self, frame: Frame, eyes: Eyes) -> Node:
        options = [Option(eyes.say(name), {"page": name}, icon) for name, icon in PAGES.items()]
        pages = w.choices(eyes.say("pages"), options, list(PAGES).index(self.page), "page", grow=1)
        close = w.Button(frame.say("app.close"), "x", on_press=Pop(), tall=52, key="close")
        return w.row(pages, close, gap=t.M, align="center")

    def _lives(self, frame: Frame, eyes: Eyes) -> Node:
        width = frame.wide - MARGINS - 40
        if frame.large:
            parts = [*lives(eyes, width, frame.high), *readings(eyes)]
            return w.ScrollColumn(*parts, gap=t.M, key="lives all", grow=1)
        start = w.ScrollColumn(*lives(eyes, width - SIDE - t.L, frame.high - ABOVE), gap=t.M, key="curves", grow=1)
        end = w.ScrollColumn(*readings(eyes), gap=t.S, key="readings", width=SIDE)
        return w.row(start, end, gap=t.L, grow=1)

    def _heading(self, frame: Frame, eyes: Eyes) -> Node:
        width, high = frame.wide - MARGINS - 40, frame.high - ABOVE
        if frame.large:
            parts = [*visions(eyes, width, frame.high, large=True), *dimensions(eyes, width)]
            return w.ScrollColumn(*parts, gap=t.M, key="heading all", grow=1)
        start = w.ScrollColumn(*visions(eyes, width - SIDE - t.L, high, large=False), gap=t.M, key="visions", grow=1)
        end = w.ScrollColumn(*dimensions(eyes, SIDE - 30), gap=t.M, key="dimensions", width=SIDE)
        return w.row(start, end, gap=t.L, grow=1)

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns the page, hands the screen to a seat's eyes, and covers what was for them alone."""
        match heard:
            case Hover(key) if "eyes " in (key[:5], self.pointed[:5]):
                self.pointed = key
                return Refresh()
            case Press(value=Look() as look):
                self.look = look
                cover = After(OPEN_FOR, "cover", name="cover")
                return Several((Refresh(), cover)) if look.open else Refresh()
            case Woken("cover"):
                self.look = Look(self.look.seat)
                return Refresh()
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=dict() as values):
                self.page = str(values["page"])
                return Refresh()
            case Key(name) if name in ("5", "6"):
                self.page = list(PAGES)[int(name) - 5]
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
