"""Setting a session up: the city on one side, who sits where on the other, and one button that begins."""

import secrets
from typing import Final, cast

from attrs import evolve, frozen

from game.content.load import Summary, scenario_roots
from game.content.load_packs import list_packs
from game.content.saved import saved
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Frame,
    Heard,
    Intent,
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
from game.ui.scroll import GUTTER
from game.ui.setup.choices import Plan, again, planned, ruled, rules_of_the_house
from game.ui.setup.form import Chosen, Filled, Placed, Session, Voting, Written, seat_forms, session_form
from game.ui.setup.rulecards import Ruled
from game.wording.packs import departs
from game.wording.words import Words

SEEDS: Final = 1_000_000
LOOK: Final = After(1.0, "look", "look")
"""Looks at the folders of scenarios every second, so that what an author saves is seen; only stat is asked."""
TWO_COLUMNS: Final = 1840
"""Design units from which the seats stand two in a row."""


@frozen
class BeginNow:
    """Begin the session as it is set up."""


class SeatsScene:
    """The screen between the title and the table."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.rules = rules_of_the_house()
        self.summaries, self.saved = room.scenarios(), saved(scenario_roots())
        self.packs = list_packs()
        sound = [each for each in self.summaries if not each.problems]
        first = next(iter([*sound, *self.summaries]), None)
        self.plan: Plan = planned(first, secrets.randbelow(SEEDS), {})
        self.fault: GameError | None = None
        self.advanced = False

    def build(self, frame: Frame) -> Node:
        """Returns the two columns, under one another where text is enlarged, and the button that begins."""
        words = cast(Words, frame.words)
        back = w.Button(frame.say("app.back"), "arrow-left", "header", Replace("title"), tall=48, key="back")
        left = session_form(words, self.plan, self.rules, self.summaries, self.packs, self.advanced)
        right = seat_forms(words, self.plan, narrow=frame.wide < TWO_COLUMNS)
        if frame.large:
            body: Node = w.ScrollColumn(*left, *right, gap=t.L, key="setup", fade="page", steady=True, grow=1)
        else:
            body = w.row(
                w.ScrollColumn(*left, gap=t.L, key="session", fade="page", width=576),
                w.ScrollColumn(*right, gap=t.M, key="places", fade="page", steady=True, grow=1),
                gap=t.L, grow=1,
            )  # fmt: skip
        before = Push("learning", {"fresh": True})
        ask = w.Button(frame.say("learning.menu"), "graduation-cap", "header", before, tall=48, key="learning")
        head = masthead(frame, frame.say("seats.title"), frame.say("seats.about"), ask, back)
        margin = t.L - GUTTER  # the bar of the places stands in it
        told = (w.column(each, pad=(0, GUTTER, 0, 0)) for each in notice(frame, self.fault))
        page = w.column(*told, body, gap=t.M, pad=(t.M, margin, 0, t.L), grow=1)
        return w.column(head, page, self._foot(frame, words))

    def _foot(self, frame: Frame, words: Words) -> Node:
        told = () if frame.large else (w.Paragraph(self._told(words), t.BODY, t.MEDIUM, grow=1),)
        begin = w.Button(
            frame.say("seats.begin"), "play", "primary", BeginNow(), t.STRONG, 72, enabled=self.plan.ready,
            key="begin", grow=1 if frame.large else 0, hint=self._told(words),
        )  # fmt: skip
        begin.margin = 96
        line = w.row(*told, begin, gap=t.L, align="center")
        return w.Panel(line, radius=0, stroke="", pad=(t.M, t.L))

    def _told(self, words: Words) -> str:
        """Returns the session in one sentence, or why it can't begin."""
        plan = self.plan
        if plan.scenario is None:
            return words.say("seats.faulty_foot")
        if plan.rules.problems:
            return words.say("packs.faulty_foot")
        parts = [words.count("seats.people", plan.people)] if plan.people else []
        if plan.computers:
            parts.append(words.count("seats.computers", plan.computers))
        key = "seats.summary" if plan.people else "seats.summary_unattended"
        way = next(words.of(each.name) for each in self.rules.procedures if each.id == plan.procedure)
        told = words.say(
            key, city=words.of(plan.scenario.city.name), rounds=words.count("seats.rounds_told", plan.rounds), way=way,
            who=words.say("seats.and").join(parts),
        )  # fmt: skip
        pack = next((each for each in self.packs if each.path == plan.rules.pack), None)
        if pack is None or pack.name is None:
            return told
        return f"{told} {departs(words.of(pack.name), len(plan.rules.departs_on), words)}"

    def on_input(self, heard: Heard) -> Intent | None:
        """Changes the plan; begins it, and goes to the table only once it has begun."""
        match heard:
            case Shown():
                return LOOK
            case Woken(value="look"):
                return Several((LOOK, Refresh())) if self._reread() else LOOK
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Written() as written):
                return Refresh() if self._write(written) else None
            case Press(value=BeginNow()):
                self.fault = None
                return Several((Submit(self.plan.begin()), After(0.0, "begun", "begin")))
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Press(value=value):
                self._set(value)
                return Refresh()
            case Cancel():
                return Replace("title")
            case Refused(error):
                self.fault = error
                return Refresh()
            case Woken(value="begun") if self.fault is None:
                return Replace("table")
        return None

    def _set(self, asked: object) -> None:
        match asked:
            case Chosen(summary):
                self._choose(summary)
            case Session(values):
                self.advanced = bool(values.get("advanced", self.advanced))
                changes = {name: value for name, value in values.items() if name != "advanced"}
                self.plan = evolve(self.plan, **changes)
            case Voting(values):
                self.plan = evolve(self.plan, manner=evolve(self.plan.manner, **values))
            case Ruled(pack):
                self.plan = evolve(self.plan, rules=ruled(pack))
            case Filled(computer):
                self.plan = self.plan.filled(computer)
            case Placed(seat, values):
                self.plan = self.plan.placed(seat, values)

    def _choose(self, summary: Summary) -> None:
        if summary != self.plan.summary:
            self.plan = planned(summary, self.plan.seed, self.plan.places, self.plan.rules)

    def _reread(self) -> bool:
        """Reads the scenarios again when a file was saved; what was chosen stays chosen. Says whether any was."""
        now = saved(scenario_roots())
        if now == self.saved:
            return False
        self.saved, self.summaries = now, self.room.scenarios()
        chosen = self.plan.summary and self.plan.summary.folder
        summary = next((each for each in self.summaries if each.folder == chosen), next(iter(self.summaries), None))
        self.plan = again(self.plan, planned(summary, self.plan.seed, self.plan.places, self.plan.rules))
        return True

    def _write(self, written: Written) -> bool:
        """Takes what was written and says whether anything else on screen changes: two names are two people."""
        if written.seat is None:
            self.plan = evolve(self.plan, seed=int(written.text or 0))
            return False
        before = self.plan.places[written.seat]
        after = evolve(before, names=written.text)
        count = max(before.count, len(after.given))
        self.plan = self.plan.placed(written.seat, {"names": written.text, "count": count})
        return count != before.count

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
