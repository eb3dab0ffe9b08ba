"""Preparing a workshop: what is known on one side, what is proposed on the other, and one button that starts it."""

from pathlib import Path
from typing import Final, cast

from attrs import frozen

from game.content.finding import name_of
from game.content.load import Loaded, load_scenario
from game.content.load_workshop import kept_plans, load_plan
from game.content.workshop import Audience
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK, Aside
from game.ui.browser import Opening, opened
from game.ui.commands import KeepPlan, PrintPlan
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.planner.draft import Draft, drafted
from game.ui.planner.form import TakeUp, Wished, wishes_form
from game.ui.planner.keeping import beginning
from game.ui.planner.pages import PAGES, Asked, Changed, Chosen, Named, PrintPapers, Prints, Seated, page
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Change,
    Frame,
    Heard,
    Intent,
    Press,
    Refresh,
    Refused,
    Replace,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.scroll import GUTTER
from game.ui.setup.choices import rules_of_the_house
from game.wording.planning import PlanTeller
from game.wording.words import Words

WRITING: Final = After(0.2, "writing", "writing")
"""Looks whether the sheets are written."""


@frozen
class Turned:
    """Show a page of the plan."""

    page: str


@frozen
class Start:
    """Start the workshop."""


@frozen
class Keep:
    """Keep the plan."""


class PlannerScene:
    """The screen on which a workshop is prepared."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        first, *others = [each.folder for each in room.scenarios() if not each.problems]
        rules = rules_of_the_house()
        self.draft: Draft = drafted(rules, {name_of(first): load_scenario(first, rules)})
        self.reading: Aside[tuple[str, Loaded]] = Aside(
            lambda: ((name_of(each), load_scenario(each, rules)) for each in others)
        )
        self.page = PAGES[0]
        self.fault: GameError | None = None
        self.kept, self.printed = False, Prints()
        self.file: Path | None = None
        self.unopened: Path | None = None
        self.words: Words | None = None
        room.plan = None

    def build(self, frame: Frame) -> Node:
        """Returns what is asked and what is proposed, under one another where text is enlarged, and the way on."""
        self.words = words = cast(Words, frame.words)
        teller = PlanTeller(self.draft.plan, self.draft.scenario, self.draft.rules, words)
        back = w.Button(frame.say("app.back"), "arrow-left", "header", Replace("title"), tall=48, key="back")
        left = wishes_form(words, self.draft, kept_plans(), self.file)
        right = [self._tabs(frame), *page(self.page, teller, self.draft, self.printed, frame.wide < 1700)]
        if frame.large:
            body: Node = w.ScrollColumn(*left, *right, gap=t.M, key="plan", fade="page", steady=True, grow=1)
        else:
            tabs, *rest = right
            scrolled = w.ScrollColumn(*rest, gap=t.M, key=f"page {self.page}", fade="page", steady=True, grow=1)
            shown = w.column(w.column(tabs, pad=(0, GUTTER, 0, 0)), scrolled, gap=t.M, grow=1)
            asked = w.ScrollColumn(*left, gap=t.L, key="wishes", fade="page", width=560)
            body = w.row(asked, shown, gap=t.XL, grow=1)
        head = masthead(frame, frame.say("plan.title"), frame.say("plan.about"), back, icon="clipboard-list")
        told = words.say("plan.kept_at", file=self.room.plan) if self.kept else ""
        if self.unopened is not None:
            told = words.say("plan.prints_not_opened", folder=self.unopened)
        margin = t.L - GUTTER  # the bar of the page stands in it
        inside = w.column(
            *(w.column(each, pad=(0, GUTTER, 0, 0)) for each in notice(frame, self.fault, told)), body, gap=t.M,
            pad=(t.M, margin, 0, t.L), grow=1,
        )  # fmt: skip
        return w.column(head, inside, self._foot(frame, teller))

    def _tabs(self, frame: Frame) -> Node:
        options = [w.Option(frame.say(f"plan.page.{name}"), Turned(name)) for name in PAGES]
        if not frame.large:
            return w.choices(frame.say("plan.pages"), options, PAGES.index(self.page), key="pages")
        keys = [
            w.Button(option.label, on_press=option.on_press, on=name == self.page, tall=52, key=f"pages:{at}", grow=1)
            for at, (name, option) in enumerate(zip(PAGES, options, strict=True))
        ]
        return w.flow(*keys, gap=t.S)

    def _foot(self, frame: Frame, teller: PlanTeller) -> Node:
        told = () if frame.large else (w.Paragraph(teller.head(), t.BODY, t.MEDIUM, grow=1),)
        keep = w.Button(frame.say("plan.keep_it"), "save", on_press=Keep(), tall=60, key="keep")
        start = w.Button(
            frame.say("plan.start"), "play", "primary", Start(), t.STRONG, 60, key="start",
            grow=1 if frame.large else 0, hint=teller.head(),
        )  # fmt: skip
        line = w.row(*told, keep, start, gap=t.M, align="center")
        return w.Panel(line, radius=0, stroke="", pad=(t.S + 4, t.L))

    def on_input(self, heard: Heard) -> Intent | None:
        """Changes the draft; keeps, prints or starts what it has become."""
        match heard:
            case Shown():
                return LOOK
            case Woken(value="look"):
                return self._read()
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Start()):
                return self._start()
            case Press(value=Keep()):
                self._hear()
                keep = KeepPlan(self.draft.plan, self._speaking, self.file)
                return Several((Submit(keep), After(0.0, "kept", "kept")))
            case Press(value=PrintPapers()):
                return self._print()
            case Press(value=Opening(folder)):
                self.unopened = None if opened(folder.as_uri()) else folder
                return Refresh()
            case Press(value=Named(seat, text)):
                self.draft = self.draft.named(seat, text)
            case Press(value=value) if value == HEARD:
                self._hear()
                return Refresh()
            case Press(value=value):
                self._set(value)
                return Refresh()
            case Woken(value="writing"):
                return self._look()
            case Woken(value="kept") if self.fault is None:
                self.file, self.kept = self.room.plan, True
                return Refresh()
            case Woken(value="begun") if self.fault is None:
                return Replace("table")
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Replace("title")
        return None

    @property
    def _speaking(self) -> Words:
        assert self.words is not None
        return self.words

    def _hear(self) -> None:
        """Puts away what was told."""
        self.fault, self.kept, self.unopened = None, False, None

    def _read(self) -> Intent | None:
        """Takes up the cities read since; the first one is proposed at once, the others come as they are read."""
        over, found = self.reading.over, self.reading.taken()
        self.draft = self.draft.reading(dict(found))
        kept = () if over else (LOOK,)
        return Several((*kept, Refresh())) if found else (None if over else LOOK)

    def _set(self, asked: object) -> None:
        """Changes the draft or the page; a plan with faults leaves the draft as it was."""
        self.kept, self.unopened = False, None
        match asked:
            case Turned(name):
                self.page = name
            case Wished(values):
                self.reading.finish()
                self.draft = self.draft.reading(dict(self.reading.taken()))
                self.draft = self.draft.wished(values)
            case Chosen(city):
                self.draft = self.draft.moved_to(city)
            case Changed(values):
                self.draft = self.draft.changed(values)
            case Asked(count):
                self.draft = self.draft.asked(count)
            case Seated(seat, people):
                self.draft = self.draft.seated(seat, people)
            case TakeUp(path):
                try:
                    found = load_plan(path, self.draft.rules)
                    self.fault, self.file = None, path
                    self.draft = self.draft.holding(found.plan, found.scenario)
                except GameError as fault:
                    self.fault = fault

    def _start(self) -> Intent:
        self.fault, plan = None, self.draft.plan
        begin = beginning(plan, self.draft.cities[plan.scenario].folder, self.draft.names)
        easy = (Change({"easy": True}),) if plan.audience is Audience.EASY else ()
        return Several((*easy, Submit(begin), After(0.0, "begun", "begin")))

    def _print(self) -> Intent:
        self.printed = Prints(self._speaking.say("plan.printing"))
        asked = PrintPlan(self.draft.plan, self.draft.scenario, self._speaking)
        return Several((Submit(asked), WRITING, Refresh()))

    def _look(self) -> Intent:
        """Waits for the sheets, then says where they lie, or why they could not be written."""
        writing = self.room.printing
        if writing is None or not writing.over:
            return WRITING
        self.room.printing = None
        try:
            files = writing.taken()
            told = self._speaking.count("plan.printed", len(files), folder=files[0].parent)
            self.printed = Prints(told, files[0].parent)
        except GameError as fault:
            self.fault, self.printed = fault, Prints()
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
