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
from game.ui.stage import INTENTS
from game.wording.words import Words

WIDE: Final = 1700
"""Design units from which the menu leaves more of the table in sight."""
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
        ways = w.column(*self._ways(words), gap=t.S + 4)
        settings = w.column(w.heading(words.say("app.settings"), t.STRONG), *settings_form(frame), gap=t.M)
        kept = self._kept(words)
        if frame.large:
            body: Node = w.ScrollColumn(ways, kept, w.Divider(), settings, gap=t.L, key="menu body", grow=1)
        else:
            start = w.ScrollColumn(ways, kept, gap=t.L, key="menu ways", grow=1)
            set_up = w.ScrollColumn(settings, key="menu settings", width=822)
            body = w.row(start, w.Divider(upright=True), set_up, gap=t.XL, grow=1)
        head = w.row(
            w.heading(words.say("app.menu"), t.TITLE + 2, grow=1),
            w.IconButton("x", words.say("app.close"), on_press=Pop(), key="close"),
            align="center",
        )
        parts = (head, *notice(frame, self.fault), body)
        margin = 110 if frame.wide > WIDE else t.L
        return Sheet(words.say("app.menu"), *parts, on_cancel=Pop(), margin=margin, snug=True)

    def _ways(self, words: Words) -> tuple[Node, ...]:
        say, session = words.say, self.room.session
        go_on = w.Button(say("menu.go_on"), "play", "primary", Pop(), t.STRONG, 72, key="go on")
        back = w.Button(say("menu.undo"), "undo-2", on_press=TAKE_BACK, enabled=session.undoable, key="undo")
        looks = () if len(session.cities) < 2 or self.room.scoreless else (self._look_back(words),)
        doubt = w.Button(say("menu.assumptions"), "split", on_press=Push("assumptions"), key="assumptions")
        lives = w.Button(say("menu.lives"), "heart", on_press=Push("lives"), key="lives")
        chances = w.Button(say("menu.odds"), "dices", on_press=Push("outlook"), key="odds")
        deals = w.Button(say("deals.title"), "handshake", on_press=Push("deals"), key="deals")
        own = w.Button(say("invent.open"), "lightbulb", on_press=Push("inventing"), key="inventing")
        recount = w.Button(say("recount.title"), "list-checks", on_press=Push("recount"), key="recount")
        ways = w.Button(say("ways.title"), "scale", on_press=Push("ways"), key="ways")
        room = w.Button(say("opinions.title"), "users-round", on_press=Push("opinions"), key="opinions")
        moment = Push("learning", {"page": "after" if len(session.cities) > 1 else "before"})
        learning = w.Button(say("learning.menu"), "graduation-cap", on_press=moment, key="learning")
        causes = w.Button(say("menu.causes"), "share-2", on_press=Push("causes"), key="causes")
        weights = w.Button(say("weights.title"), "scale", on_press=Push("weights"), key="weights")
        recorded = w.Button(say("recorded.title"), "fingerprint", on_press=Push("recorded"), key="recorded")
        desk = Several((Pop(), Submit(Facilitate(not self.room.desk.facilitating))))
        window = w.Button(say("menu.facilitate"), "monitor-cog", on_press=desk, key="facilitate")
        here = Several((Pop(), Push("facilitator", {"private": False})))
        controls = w.Button(say("menu.controls"), "settings-2", on_press=here, key="controls")
        glossary = w.Button(say("glossary.title"), "book-open", on_press=Push("glossary"), key="glossary")
        title = w.Button(say("menu.title"), "house", on_press=TO_TITLE, key="title")
        leave = w.Button(say("menu.quit"), "log-out", on_press=Quit(), key="quit")
        more = (weights, causes, deals, own, recount, ways, room, learning, recorded, glossary)
        return go_on, back, window, controls, lives, chances, doubt, *more, *looks, title, leave

    def _look_back(self, words: Words) -> Node:
        key = "menu.debrief" if self.room.session.over else "menu.stop_here"
        return w.Button(words.say(key), "flag", on_press=TO_DEBRIEF, key="debrief")

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
            case Press(value=value) if isinstance(value, INTENTS):
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
