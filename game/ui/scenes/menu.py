"""The menu over the table: go on, take back, set the window, stop here. Nothing in it can lose a session."""

from typing import Final, cast

from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Undo
from game.ui.facilitator.desk import Facilitate
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    Cancel,
    Frame,
    Heard,
    Intent,
    Pop,
    Press,
    Push,
    Quit,
    Refresh,
    Refused,
    Replace,
    Several,
    Submit,
)
from game.ui.settingsform import settings_form
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.words import Words

WIDE: Final = 1700
"""Design units from which the lists stand two beside each other."""
SETTINGS: Final = 782
LINE: Final = 52
TO_TITLE: Final = Several((Pop(), Replace("title")))
TO_DEBRIEF: Final = Several((Pop(), Replace("debrief")))
TAKE_BACK: Final = Several((Pop(), Submit(Undo())))


class MenuScene:
    """A sheet over the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the ways on at the start, the settings at the end; under one another where text is enlarged."""
        words = cast(Words, frame.words)
        ways = w.column(self._go_on(words), *self._groups(words, 2 if frame.wide > WIDE else 1), gap=t.M)
        settings = w.column(w.heading(words.say("app.settings"), t.STRONG), *settings_form(frame), gap=t.M)
        kept = self._kept(words)
        if frame.large:
            body: Node = w.ScrollColumn(ways, kept, w.Divider(), settings, gap=t.L, key="menu body", grow=1)
        else:
            start = w.ScrollColumn(ways, kept, gap=t.L, key="menu ways", grow=1)
            set_up = w.ScrollColumn(settings, key="menu settings", width=SETTINGS)
            body = w.row(start, w.Divider(upright=True), set_up, gap=t.XL, grow=1)
        parts = (sheet_head(words, words.say("app.menu"), "menu"), *notice(frame, self.fault), body)
        return Sheet(words.say("app.menu"), *parts, on_cancel=Pop(), snug=True)

    def _go_on(self, words: Words) -> Node:
        return w.Button(words.say("menu.go_on"), "play", "primary", Pop(), t.STRONG, 72, key="go on")

    def _groups(self, words: Words, columns: int) -> tuple[Node, ...]:
        """Returns what can be opened, in four lists: what runs the room, shows the city, asks the room, ends here."""
        say, session = words.say, self.room.session
        back = _line(say("menu.undo"), "undo-2", TAKE_BACK, "undo")
        back.enabled = session.undoable
        desk = Several((Pop(), Submit(Facilitate(not self.room.desk.facilitating))))
        here = Several((Pop(), Push("facilitator", {"private": False})))
        run = (
            back, _line(say("menu.facilitate"), "monitor-cog", desk, "facilitate"),
            _line(say("menu.controls"), "settings-2", here, "controls"),
        )  # fmt: skip
        city = (
            _line(say("menu.lives"), "heart", Push("lives"), "lives"),
            _line(say("menu.odds"), "dices", Push("outlook"), "odds"),
            _line(say("menu.assumptions"), "split", Push("assumptions"), "assumptions"),
            _line(say("recount.title"), "list-checks", Push("recount"), "recount"),
            _line(say("ways.title"), "vote", Push("ways"), "ways"),
            _line(say("glossary.title"), "book-open", Push("glossary"), "glossary"),
        )
        lists = (("run", run), ("city", city), ("room", self._of_the_room(words)), ("end", self._ends(words)))
        found = [_list(say(f"menu.list.{name}"), lines) for name, lines in lists]
        if columns == 1:
            return tuple(found)
        return (w.row(w.column(*found[:2], gap=t.L, grow=1), w.column(*found[2:], gap=t.L, grow=1), gap=t.L),)

    def _of_the_room(self, words: Words) -> tuple[Node, ...]:
        moment = Push("learning", {"page": "after" if len(self.room.session.cities) > 1 else "before"})
        return (
            _line(words.say("weights.title"), "scale", Push("weights"), "weights"),
            _line(words.say("menu.causes"), "share-2", Push("causes"), "causes"),
            _line(words.say("deals.title"), "handshake", Push("deals"), "deals"),
            _line(words.say("invent.open"), "lightbulb", Push("inventing"), "inventing"),
            _line(words.say("opinions.title"), "users-round", Push("opinions"), "opinions"),
            _line(words.say("learning.menu"), "graduation-cap", moment, "learning"),
            _line(words.say("recorded.title"), "fingerprint", Push("recorded"), "recorded"),
        )

    def _ends(self, words: Words) -> tuple[Node, ...]:
        session = self.room.session
        told = "menu.debrief" if session.over else "menu.stop_here"
        looks = () if len(session.cities) < 2 or self.room.scoreless else (
            _line(words.say(told), "flag", TO_DEBRIEF, "debrief"),
        )  # fmt: skip
        return (
            *looks, _line(words.say("menu.title"), "house", TO_TITLE, "title"),
            _line(words.say("menu.quit"), "log-out", Quit(), "quit"),
        )  # fmt: skip

    def _kept(self, words: Words) -> Node:
        """Returns where the session is kept: everything accepted is on disk already."""
        journal = self.room.session.journal
        told = words.say("menu.saved", file=journal.path) if journal else words.say("menu.unsaved")
        return w.row(
            w.Icon("save" if journal else "triangle-alert", 28, "soft"),
            w.Paragraph(told, t.SMALL, colour="soft", grow=1),
            gap=12,
            align="center",
        )

    def on_input(self, heard: Heard) -> Intent | None:
        """Passes on what was pressed."""
        match heard:
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

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _line(told: str, icon: str, press: Intent, key: str) -> Node:
    """Returns a line of a list."""
    return w.Button(told, icon, "quiet", press, tall=LINE, key=key, align="start", breaks=True)


def _list(title: str, lines: tuple[Node, ...]) -> Node:
    """Returns lines under what they are for."""
    return w.column(w.heading(title, t.SMALL, weight=t.SEMIBOLD, colour="soft"), w.Divider(), *lines, gap=2)
