"""The debrief on screen: what became of the city, a page at a time, and the page to take home."""

import datetime
from pathlib import Path
from typing import Final, cast

from attrs import evolve

from game.errors import GameError
from game.learning.pairs import Learnt
from game.report.asked import learnt_in
from game.report.figures import Debrief
from game.report.summary import summarised
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK
from game.ui.browser import Opening, opened
from game.ui.commands import WriteDebrief
from game.ui.debrief.pages import PAGES, Leaf, Turned, page, pages_of
from game.ui.facilitator.desk import Freeze
from game.ui.facilitator.overtable import curtain
from game.ui.learning.keeping import answers_file
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    Altered,
    Cancel,
    Frame,
    Heard,
    Intent,
    Key,
    Press,
    Push,
    Refresh,
    Refused,
    Replace,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.widgets import Option
from game.wording.words import Words

UNDATED: Final = datetime.date.min
"""The screen shows no date; the page has its own."""
ABOVE_AND_BELOW: Final = 318
"""Design units that the band, the tabs and the foot take of the height."""
WITH_ICONS: Final = 1800
"""Design units from which each tab has room for its icon, if there are no more than AS_MANY."""
AS_MANY: Final = 10
KEYS: Final = "1234567890"
"""What turns to a page; those after the tenth are reached by their tabs."""


class DebriefScene:
    """The last screen."""

    overlay = False

    def __init__(self, room: Room, page: str = "short") -> None:
        self.room = room
        self.page = page
        self.turned = Turned()
        self.fault: GameError | None = None
        self.told = ""
        self.tried: Path | None = None
        self.pages = tuple(PAGES)
        self._known: tuple[tuple[str, int, int], Debrief] | None = None

    def debrief(self, words: Words) -> Debrief:
        """Returns the figures of the session, read once a language, and of the sheets filled in since."""
        key = (words.language, *self._moment())
        if self._known is None or self._known[0] != key:
            self._known = key, summarised(self.room.session, words, UNDATED, elsewise=False)
        return evolve(self._known[1], learnt=self._learnt(words))

    def _learnt(self, words: Words) -> Learnt | None:
        """Returns what the sheets kept say; None where there are none, or where their own page has to tell a fault."""
        try:
            return learnt_in(answers_file(self.room), words)
        except GameError:
            return None

    def _moment(self) -> tuple[int, int]:
        return self.room.session.present, len(self.room.session.turns)

    def build(self, frame: Frame) -> Node:
        """Returns the tabs, the page that is open, and what can be done with all this."""
        words = cast(Words, frame.words)
        debrief = self.debrief(words)
        self.pages = pages_of(debrief)
        self.page = self.page if self.page in self.pages else next(iter(self.pages))
        icons = {str(each.id): each.icon for each in self.room.session.game.model.rules.headlines}
        width = frame.wide - 2 * t.XL - 2 * t.L - 40
        leaf = Leaf(debrief, words, self.turned, icons, width, frame.high - ABOVE_AND_BELOW)
        foot = self._foot(frame)
        last, below = ((w.Divider(), foot), ()) if frame.low else ((), (foot,))
        body = w.Panel(
            w.ScrollColumn(*page(self.page, leaf), *last, gap=t.L, key=f"page {self.page}", grow=1),
            pad=(t.M, t.L, t.S, t.L), grow=1,
        )  # fmt: skip
        told = self.told and frame.say(self.told, file=self.tried)
        inner = w.column(
            self._tabs(frame), *notice(frame, self.fault, told), body, *below, gap=t.M,
            pad=(t.M, t.XL, t.M, t.XL), grow=1,
        )  # fmt: skip
        about = words.say("debrief.about", city=debrief.city, rounds=words.count("debrief.rounds", debrief.rounds))
        ways = (self._learning(frame), self._room(frame), self._causes(frame), self._back(frame))
        screen = w.column(masthead(frame, words.say("debrief.title"), about, *ways, icon="flag"), inner)
        looked_up = self.room.desk.frozen
        return screen if looked_up is None else w.stack(screen, curtain(frame, looked_up, {}))

    def _back(self, frame: Frame) -> Node:
        """Returns the way back: to the table while the session can go on, to the title after it."""
        over = self.room.session.over
        key, icon, to = ("debrief.to_title", "house", "title") if over else ("debrief.to_table", "arrow-left", "table")
        return w.Button(frame.say(key), icon, "header", Replace(to), tall=48, key="back")

    def _causes(self, frame: Frame) -> Node:
        """Returns the way to the maps of causes: after the game is when the second one is drawn."""
        maps = Push("causes", {"back": True})
        return w.Button(frame.say("map.title"), "share-2", "header", maps, tall=48, key="causes")

    def _room(self, frame: Frame) -> Node:
        """Returns the way to what the room thinks: a sign alone where its name would crowd the head."""
        label, to = frame.say("opinions.title"), Push("opinions")
        if frame.wide < WITH_ICONS:
            return w.IconButton("users-round", label, "header", on_press=to, tall=48, key="opinions")
        return w.Button(label, "users-round", "header", to, tall=48, key="opinions")

    def _learning(self, frame: Frame) -> Node:
        """Returns the way to the questionnaire of after, and to what the room learnt."""
        label, to = frame.say("learning.menu"), Push("learning", {"page": "after"})
        if frame.wide < WITH_ICONS:
            return w.IconButton("graduation-cap", label, "header", on_press=to, tall=48, key="learning")
        return w.Button(label, "graduation-cap", "header", to, tall=48, key="learning")

    def _tabs(self, frame: Frame) -> Node:
        names = list(self.pages)
        at = names.index(self.page)
        if not frame.large:
            room_for_icons = frame.wide >= WITH_ICONS and len(names) <= AS_MANY
            icons = PAGES if room_for_icons else dict.fromkeys(names, "")
            options = [Option(frame.say(f"debrief.page.{name}"), {"page": name}, icons[name]) for name in names]
            return w.choices(frame.say("debrief.pages"), options, at, "page")
        before, after = names[at - 1], names[(at + 1) % len(names)]
        title = frame.say(f"debrief.page.{self.page}")
        return w.row(
            w.IconButton("chevron-left", frame.say("debrief.page_before"), "secondary", on_press={"page": before},
                         key="page before"),
            w.Label(f"{title} ({at + 1}/{len(names)})", t.STRONG, t.SEMIBOLD, align="center", grow=1),
            w.IconButton("chevron-right", frame.say("debrief.page_next"), "secondary", on_press={"page": after},
                         key="page next"),
            gap=t.M, align="center",
        )  # fmt: skip

    def _foot(self, frame: Frame) -> Node:
        """Returns what can be done with the debrief; large letters take as many lines as they need."""
        words, written = cast(Words, frame.words), self.room.page
        busy = self.room.writing is not None
        ways: list[Node] = [
            w.Button(words.say("recount.title"), "list-checks", on_press=Push("recount"), tall=68, key="recount"),
            w.Button(words.say("ways.short"), "scale", on_press=Push("ways"), tall=68, key="ways"),
        ]
        if written is None or busy:
            told = words.say("debrief.writing" if busy else "debrief.write_about")
            ways.append(self._writes(words, busy))
        else:
            told = words.say("debrief.written", file=written)
            ways += self._opens(words, written)
        if frame.large:
            for way in ways:
                way.grow = 1
            return w.flow(*ways, gap=t.M, align="center")
        return w.row(w.Paragraph(told, t.SMALL, colour="soft", grow=1), *ways, gap=t.M, align="center")

    def _writes(self, words: Words, busy: bool) -> Node:
        """Returns the button that writes the page and the document."""
        label = words.say("debrief.writing_short" if busy else "debrief.write")
        return w.Button(label, "file-text", "primary", _write(words), t.STRONG, 68, enabled=not busy, key="write")

    def _opens(self, words: Words, written: Path) -> list[Node]:
        """Returns what there is to do with what was written: again, open the PDF where there is one, open the page."""
        page = w.Button(words.say("debrief.open"), "globe", "primary", Opening(written), t.STRONG, 68, key="open")
        if self.room.document is None:
            return [self._again(words), page]
        opening, label = Opening(self.room.document), words.say("document.open_pdf")
        return [self._again(words), w.Button(label, "printer", on_press=opening, tall=68, key="pdf"), page]

    def _again(self, words: Words) -> Node:
        """Returns the button that writes the page once more: in another language it is another file."""
        return w.Button(words.say("debrief.write_again"), "refresh-cw", on_press=_write(words), tall=68, key="again")

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns the pages; the arrows of the tabs and the keys page up and down do the rest."""
        match heard:
            case Altered() if self._known and self._known[0][1:] != self._moment():
                return Replace("table")  # the session was taken up again, from an earlier moment or on another line
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Opening(file)):
                self.told, self.tried = "" if opened(file.as_uri()) else "debrief.not_opened", file
                return Refresh()
            case Press(value=Freeze() as thaw):
                return Several((Submit(thaw), Refresh()))
            case Press(value=dict() as values):
                self.page = str(values.get("page", self.page))
                self.turned = evolve(self.turned, **{name: values[name] for name in values if name != "page"})
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault, self.told = None, ""
                return Refresh()
            case Shown() | Woken(value="look"):
                return self._looked()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Key(name) if len(name) == 1 and name in KEYS[: len(self.pages)]:
                self.page = self.pages[KEYS.index(name)]
                return Refresh()
            case Cancel():
                return None
        return None

    def _looked(self) -> Intent | None:
        """Looks whether the page is written, until it is."""
        if self.room.writing is None:
            return None
        try:
            return Refresh() if self.room.written() else LOOK
        except GameError as fault:
            self.fault = fault
            return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _write(words: Words) -> Intent:
    return Several((Submit(WriteDebrief(words)), LOOK))
