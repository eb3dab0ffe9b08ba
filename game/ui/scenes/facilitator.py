"""The facilitator's screen: alone in a window of its own with the secrets, or over the projected table without."""

from collections.abc import Callable
from typing import Any, Final, cast

from attrs import evolve

from game.engine.moves import HideScores, Proceed, ShowScores, Strike
from game.engine.seating import Gather, SeatingMove, Swap
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Advance, Branch, GoTo, HandOver, Pause, PlanFor, TakeOver, Undo
from game.ui.facilitator import pages
from game.ui.facilitator.controls import coach_bar, controls
from game.ui.facilitator.desk import Asked, Freeze, Spotlight, Write
from game.ui.facilitator.presence import presence
from game.ui.facilitator.shocks import shocks
from game.ui.facilitator.timeline import timeline
from game.ui.facilitator.view import Held, Take, Typed, View
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    CallBack,
    Cancel,
    Focus,
    Frame,
    Heard,
    Intent,
    Key,
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Submit,
)
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.words import Words

PAGES: Final[dict[str, tuple[str, Callable[[View], list[Node]]]]] = {
    "say": ("speech", pages.saying),
    "seats": ("users", pages.seats),
    "shocks": ("zap", shocks),
    "time": ("history", timeline),
    "notes": ("pen-line", pages.notes),
    "room": ("door-open", presence),
}
"""The pages, with their icons and what is on them."""
PRIVATE: Final = ("say", "notes")
"""Pages for the facilitator's eyes only."""
SIDE: Final = 640
CALLS = (Spotlight, Freeze, HideScores, ShowScores, Branch, GoTo, Strike)
"""What the room is to look up at: the projected screen goes back to the table for it."""
Order = Undo | Pause | PlanFor | Advance | Proceed | SeatingMove | TakeOver | HandOver
"""What else the room carries out."""


class FacilitatorScene:
    """The root of the second window (`private`), or a sheet over the table."""

    def __init__(self, room: Room, private: bool = True) -> None:
        self.room, self.private = room, private
        self.overlay = not private
        self.held = self.laid = Held()
        """What is in hand, and what was before the last press, to be given back when that is refused."""
        self.fault: GameError | None = None

    @property
    def names(self) -> list[str]:
        """Returns the pages of this window."""
        return [name for name in PAGES if self.private or name not in PRIVATE]

    def build(self, frame: Frame) -> Node:
        """Returns the head, the next step suggested, the controls and a page, beside each other where there is room."""
        title = frame.say("facilitator.title")
        if not self.room.playing:
            told = w.Paragraph(frame.say("facilitator.no_session"), t.STRONG, align="center")
            return w.column(masthead(frame, title), w.space(grow=1), told, w.space(grow=1), pad=(0, 0, t.XL, 0))
        view = View(self.room, frame, cast(Words, frame.words), held=self.held, private=self.private)
        above = (*notice(frame, self.fault), coach_bar(view))
        if frame.large:
            parts = [self._tabs(view), *self._page(view), *controls(view)]
            body: Node = w.ScrollColumn(*parts, gap=t.M, key="facilitator all", fade=self._ground, grow=1)
        else:
            side = w.ScrollColumn(
                *controls(view), gap=t.M, pad=(0, 22, 8, 0), key="controls", fade=self._ground, width=SIDE
            )
            page: Node = w.ScrollColumn(*self._page(view), gap=t.M, key=f"page {self._name}", grow=1)
            if self.private:
                page = w.Panel(page, raised=False, pad=(t.S, t.L), grow=1)
            body = w.row(side, w.column(self._tabs(view), page, gap=t.M, grow=1), gap=t.L, grow=1)
        return self._framed(frame, title, *above, body)

    @property
    def _ground(self) -> str:
        return "page" if self.private else "surface"

    @property
    def _name(self) -> str:
        return self.held.page if self.held.page in self.names else self.names[0]

    def _framed(self, frame: Frame, title: str, *parts: Node) -> Node:
        if self.private:
            head = masthead(frame, title, frame.say("facilitator.about"), icon="monitor-cog")
            return w.column(head, w.column(*parts, gap=t.M, pad=(t.M, t.L), grow=1))
        head = sheet_head(cast(Words, frame.words), title, "monitor-cog")
        return Sheet(title, head, *parts, on_cancel=Pop(), key="facilitator")

    def _tabs(self, view: View) -> Node:
        options = [w.Option(view.tell(f"page.{name}"), Take({"page": name}), PAGES[name][0]) for name in self.names]
        return w.choices(view.tell("pages"), options, self.names.index(self._name), key="pages")

    def _page(self, view: View) -> list[Node]:
        return PAGES[self._name][1](view)

    def on_input(self, heard: Heard) -> Intent | None:
        """Carries out what was pressed; what calls for the room's eyes clears the projected screen first."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Take(values)):
                return self._taken(values)
            case Press(value=Typed(name, text)):
                self.held = evolve(self.held, **cast(dict[str, Any], {name: text}))
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Press(value=value):
                return self._asked(value)
            case Key(name) if name.isdigit() and 0 < int(name) <= len(self.names):
                return self._taken({"page": self.names[int(name) - 1]})
            case Refused(error):
                self.fault, self.held = error, self.laid
                return Refresh()
            case Cancel() if not self.private:
                return Pop()
        return None

    def _taken(self, values: dict[str, Any]) -> Intent:
        """Takes something in hand; a line opened to be written in has the hand, or letters would be shortcuts."""
        self.held = evolve(self.held, **values)
        written = f"names {values['naming']}" if values.get("naming") else "note"
        opened = bool(values.get("naming")) or values.get("page") == "notes"
        return Several((Refresh(), Focus(written))) if opened else Refresh()

    def _asked(self, value: object) -> Intent | None:
        self.laid = self.held
        if isinstance(value, Write):
            self.held = evolve(self.held, note="")
        if isinstance(value, Branch):
            self.held = evolve(self.held, branch="")
        if isinstance(value, Swap):
            self.held = evolve(self.held, swap=None)
        if isinstance(value, Gather) and value.player == self.held.naming:
            self.held = evolve(self.held, naming=None)
        if isinstance(value, CALLS):
            self.fault = None
            return Several((CallBack(), Submit(value)) if self.private else (Pop(), Submit(value)))
        return Submit(value) if isinstance(value, Asked | Order) else None

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the clock, which moves by itself."""
        return False
