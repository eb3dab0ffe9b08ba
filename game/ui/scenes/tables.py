"""Putting tables together: the journals at hand, ticked in the order of the tables, and the page that compares them."""

from pathlib import Path
from typing import Final, cast

from attrs import frozen

from game.errors import GameError
from game.report.together import FEWEST
from game.twice import told_twice
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK
from game.ui.browser import opened
from game.ui.commands import PutTogether
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
    Refresh,
    Refused,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.setup.shelf import Damaged, Kept, shelf
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.errors import sentence
from game.wording.twice import twice_lines
from game.wording.words import Words

OPEN: Final = "open the page"
FOLDER: Final = "open the folder"


@frozen
class Tick:
    """Take a journal as the next table, or leave it out again."""

    journal: Path


@frozen
class Write:
    """Write the page of the tables ticked, in the language shown."""

    words: Words


class TablesScene:
    """A sheet over the title."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.chosen: tuple[Path, ...] = ()
        self.page: Path | None = None
        self.left_out: list[str] = []
        """Which of the journals ticked are not among the tables of the page, and why."""
        self.asked = False
        """Whether the page being written is this screen's."""
        self.fault: GameError | None = None
        self.told = ""
        self.lost: Path | None = None
        """What could not be opened outside the window."""
        self._entries: tuple[str, tuple[Kept | Damaged, ...]] = ("", ())

    def build(self, frame: Frame) -> Node:
        """Returns the journals, and the button that writes the page."""
        words = cast(Words, frame.words)
        title = words.say("merge.go")
        head = sheet_head(words, title, "columns-3")
        told = self.told and words.say(self.told, file=self.lost)
        body = w.ScrollColumn(
            w.Paragraph(words.say("merge.about"), t.BODY, colour="soft"), self._folder(words), *self._journals(words),
            gap=t.M, pad=(4, 22, 8, 0), key="journals", grow=1,
        )  # fmt: skip
        parts = (head, *notice(frame, self.fault, told), body, self._foot(frame, words))
        return Sheet(title, *parts, on_cancel=Pop(), key="tables", snug=not frame.large)

    def _folder(self, words: Words) -> Node:
        """Returns where journals are, and the way there."""
        where = w.Paragraph(words.say("merge.folder", folder=self.room.folder), t.SMALL, t.MEDIUM)
        there = w.Button(words.say("merge.open_folder"), "folder-open", on_press=FOLDER, tall=48, size=t.SMALL,
                         key="folder")  # fmt: skip
        return w.flow(w.Icon("folder", 28, "soft"), where, there, gap=t.M, align="center")

    def entries(self, words: Words) -> tuple[Kept | Damaged, ...]:
        """Returns the journals of the folder, read once a language."""
        if self._entries[0] != words.language:
            self._entries = words.language, shelf(self.room, words)
        return self._entries[1]

    def _journals(self, words: Words) -> list[Node]:
        entries = self.entries(words)
        if sum(isinstance(each, Kept) for each in entries) < FEWEST:
            folder = w.Paragraph(words.say("merge.none"), t.STRONG, key="too few")
            return [folder, *(self._row(each, words) for each in entries)]
        return [self._row(each, words) for each in entries]

    def _row(self, entry: Kept | Damaged, words: Words) -> Node:
        if isinstance(entry, Damaged):
            told = w.Paragraph(sentence(entry.fault, words), t.SMALL, colour="soft", grow=1)
            line = w.row(w.Icon("triangle-alert", 28, "danger"), told, gap=t.M, align="center")
            return w.Panel(line, pad=(12, 18), raised=False, fill="sunken")
        journal = entry.saved.journal
        on = journal in self.chosen
        if entry.over:
            reached = words.say("title.over", rounds=entry.rounds)
        else:
            reached = words.say("title.reached", round=entry.round, rounds=entry.rounds)
        began = words.say("title.began", when=entry.began, told=reached)
        number = words.say("merge.table", n=words.whole(self.chosen.index(journal) + 1)) if on else ""
        return w.Card(
            w.row(
                w.Icon("square-check" if on else "square", 30, "accent" if on else "soft"),
                w.column(
                    w.Paragraph(entry.title, t.STRONG, t.SEMIBOLD, leading=1.2),
                    w.Paragraph(f"{began} · {journal.name}", t.SMALL, colour="soft"),
                    grow=1,
                ),
                *((w.Label(number, t.BODY, t.BOLD, "accent"),) if on else ()),
                gap=t.M, align="center",
            ),
            pad=(12, 18), raised=False, chosen=on, on_press=Tick(journal), key=f"tick {journal.name}", role="checkbox",
            label=f"{entry.title}, {entry.began}", value=number or words.say("merge.out"),
        )  # fmt: skip

    def _foot(self, frame: Frame, words: Words) -> Node:
        busy = self.asked
        if busy:
            told = words.say("merge.writing")
        elif self.page is not None:
            told = " ".join((words.say("merge.written", file=self.page), *self.left_out))
        elif len(self.chosen) < FEWEST:
            told = words.say("merge.tick")
        else:
            told = words.count("merge.chosen", len(self.chosen))
        ready = len(self.chosen) >= FEWEST and not busy
        write = words.say("merge.write")
        keys: list[Node] = [
            w.Button(write, "columns-3", "primary", Write(words), t.STRONG, 64, enabled=ready, key="write")
        ]
        if self.page is not None and not busy:
            see = w.Button(words.say("debrief.open"), "globe", on_press=OPEN, size=t.STRONG, tall=64, key="open")
            keys.insert(0, see)
        line = w.Paragraph(told, t.SMALL, t.MEDIUM, colour="soft", grow=1, role="status", key="told")
        if frame.large:
            return w.column(line, w.flow(*keys, gap=t.M), gap=t.S)
        return w.row(line, *keys, gap=t.M, align="center")

    def on_input(self, heard: Heard) -> Intent | None:
        """Ticks journals, and writes their page beside what the window does."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Tick(journal)):
                return self._tick(journal)
            case Press(value=Write(words)):
                self.fault, self.page, self.asked = None, None, True
                self.left_out = twice_lines(told_twice(self.chosen), self.chosen, words)
                return Several((Submit(PutTogether(self.chosen, words)), LOOK, Refresh()))
            case Press(value=value) if value == OPEN:
                return self._go(self.page)
            case Press(value=value) if value == FOLDER:
                return self._go(self.room.folder)
            case Press(value=value) if value == HEARD:
                self.fault, self.told = None, ""
                return Refresh()
            case Shown() | Woken(value="look"):
                return self._looked()
            case Refused(error):
                self.fault, self.asked = error, False
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def _tick(self, journal: Path) -> Intent:
        left = tuple(each for each in self.chosen if each != journal)
        self.chosen = left if journal in self.chosen else (*left, journal)
        self.page = None
        return Refresh()

    def _go(self, file: Path | None) -> Intent:
        """Opens a file or a folder outside the window, or says where it is."""
        self.lost = file
        self.told = "" if file and opened(file.resolve().as_uri()) else "debrief.not_opened"
        return Refresh()

    def _looked(self) -> Intent | None:
        """Looks whether the page is written, until it is."""
        if not self.asked:
            return None
        try:
            if not self.room.written():
                return LOOK
            self.page, self.asked = self.room.page, False
        except GameError as fault:
            self.fault, self.asked = fault, False
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
