"""The questionnaire of before and after: answered here one by one or typed in from paper, and what it says."""

import secrets
from pathlib import Path
from typing import Final, cast

from attrs import evolve

from game.content.answersheets import AnswerSheet, When
from game.content.keptsheets import kept
from game.content.load_questions import load_questions
from game.content.questions import Questionnaire, numbers_of
from game.content.tickets import MOST, free_ticket
from game.errors import ContentError, GameError
from game.learning.pairs import learnt
from game.report.asked import told
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK, Aside
from game.ui.browser import Opening, opened
from game.ui.commands import KeepAnswers
from game.ui.learning.asking import LONGEST, number_asked, number_given, question, refused, said, thanks
from game.ui.learning.home import home
from game.ui.learning.keeping import answers_file
from game.ui.learning.printing import PrintSheets, people_of, printed
from game.ui.learning.results import results
from game.ui.learning.sheetgrid import KeepTyped, Rows, Typed, Wrote, rows_of, sheet_grid, sheets_typed
from game.ui.learning.steps import (
    NUMBER,
    RESULT,
    Answered,
    Ask,
    BackOne,
    Begun,
    EraseAll,
    GaveNumber,
    Lost,
    Respondent,
    Sure,
    Turn,
    TypeIn,
    digit,
)
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
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
    Woken,
)
from game.ui.sheet import Sheet
from game.wording.words import Words

KEPT: Final = After(0.0, "kept", name="kept")
"""Goes on at the next tick, unless the sheets could not be kept."""


class LearningScene:
    """A sheet over the setting-up, the table or the debrief. Each sheet is on disk as soon as it is filled in."""

    overlay = True

    def __init__(self, room: Room, page: str = When.BEFORE.value, fresh: bool = False) -> None:
        """Shows `before`, `after` or `result`; `fresh` keeps sheets for the session that is being set up."""
        self.room, self.page = room, page
        self.file = answers_file(room, fresh)
        self.asked: Questionnaire | None = None
        self.sheets: tuple[AnswerSheet, ...] = ()
        self.person: Respondent | None = None
        self.rows: list[Typed] | None = None
        self.sure = False
        self.written = ""
        self.fault: GameError | None = None
        self.broken: ContentError | None = None
        self.printing: Aside[Path] | None = None
        self.said = "learning.home.print"
        self.paper: Path | None = None
        self.unopened: Path | None = None
        """The folder that could not be shown outside the window."""
        self.words: Words
        self._read()

    def _read(self) -> None:
        """Reads the questionnaire and the sheets kept; a file with faults is told, and nothing is asked."""
        try:
            self.asked = self.asked or load_questions()
            self.sheets = kept(self.file, self.asked)
        except ContentError as fault:
            self.broken = fault

    @property
    def when(self) -> When:
        """Returns the moment that the page is about."""
        return When.AFTER if self.page == When.AFTER.value else When.BEFORE

    def build(self, frame: Frame) -> Node:
        """Returns the page that is open, under its head."""
        self.words = words = cast(Words, frame.words)
        fault = told(self.broken, words) if self.broken else self.fault
        body = [] if self.asked is None or self.broken else self._body(frame, words, self.asked)
        called = f"learning {self.person.place}" if self.person else "learning"
        lost = words.say("plan.prints_not_opened", folder=self.unopened) if self.unopened else ""
        heard = notice(frame, fault, lost)
        return Sheet(self._spoken(words), self._head(words), *heard, *body, on_cancel=Cancel(), key=called)

    def _title(self, words: Words) -> str:
        """Returns what the page is called: where one person answers, the moment, and nothing of the others."""
        if self.person is None and self.rows is None:
            return words.say("learning.title")
        return words.say(f"learning.print.{self.when.value}")

    def _spoken(self, words: Words) -> str:
        """Returns what the voice says first: the question or the number, where one person answers."""
        person, asked = self.person, self.asked
        if person is None or asked is None:
            return self._title(words)
        if 0 <= person.place < len(asked.items):
            return said(words, asked, person.place)
        if person.place == NUMBER and person.ticket:
            return words.say("learning.number.told", ticket=person.ticket)
        return words.say("learning.number.write" if person.place == NUMBER else "learning.thanks")

    def _head(self, words: Words) -> Node:
        inside = self.person is not None or self.rows is not None
        leave = (
            w.Button(words.say("learning.ask.stop"), "x", on_press=Turn(self.page), tall=52, key="stop")
            if inside
            else w.Button(words.say("app.close"), "x", on_press=Pop(), tall=52, key="close")
        )
        return w.row(
            w.Tile("graduation-cap", "accent", "accent_tint", 52),
            w.heading(self._title(words), t.TITLE + 2, grow=1), leave, gap=t.M, align="center",
        )  # fmt: skip

    def _body(self, frame: Frame, words: Words, asked: Questionnaire) -> list[Node]:
        if self.rows is not None:
            return sheet_grid(frame, words, asked, self.rows)
        if self.person is not None:
            return self._asking(frame, words, asked, self.person)
        if self.page == RESULT:
            return [self._tabs(words), *results(frame, words, learnt(asked, self.sheets))]
        paper = people_of(self.room), self.said, self.paper
        return [self._tabs(words), *home(frame, words, asked, self.sheets, self.when, self.sure, *paper)]

    def _asking(self, frame: Frame, words: Words, asked: Questionnaire, person: Respondent) -> list[Node]:
        if person.place == len(asked.items):
            return thanks(frame, words, self.when, sum(sheet.when is self.when for sheet in self.sheets))
        if person.place != NUMBER:
            return question(frame, words, asked, person)
        if person.ticket:
            return number_given(frame, words, person)
        return number_asked(frame, words, self.sheets, self.written)

    def _tabs(self, words: Words) -> Node:
        pages = [*(when.value for when in When), RESULT]
        options = [
            w.Option(words.say("learning.result" if page == RESULT else f"learning.print.{page}"), Turn(page),
                     enabled=page != RESULT or bool(self.sheets))
            for page in pages
        ]  # fmt: skip
        return w.choices(words.say("learning.title"), options, pages.index(self.page), key="page")

    def on_input(self, heard: Heard) -> Intent | None:
        """Leads through the pages, takes answers, and keeps each sheet as soon as it is whole."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value) if value == HEARD:
                self.fault, self.unopened = None, None
                return Refresh()
            case Press(value=Opening(folder)):
                self.unopened = None if opened(folder.resolve().as_uri()) else folder
                return Refresh()
            case Press(value=Cancel()) | Cancel():
                return self._left()
            case Press(value=value) if self.asked is not None:
                return self._asked_for(value, self.asked)
            case Key(name) if self.person is not None and self.asked is not None:
                meant = self._meant(name, self.person, self.asked)
                return None if meant is None else self._asked_for(meant, self.asked)
            case Refused(error):
                self.fault = error
                return Refresh()
            case Woken(value="look"):
                return self._look()
            case Woken(value="kept") if self.fault is None:
                return self._went_on()
        return None

    def _meant(self, name: str, person: Respondent, asked: Questionnaire) -> object:
        """Returns what a key means to the person who is answering, None for nothing."""
        number, back, on = digit(name), name == "backspace", name in ("return", "enter")
        if person.place == len(asked.items):
            return Ask() if on else None
        if person.place != NUMBER:
            return BackOne() if back else None if number is None else Answered(number)
        if person.ticket:
            return Begun(person.ticket) if on else None
        written = self.written[:-1] if back else self.written if number is None else f"{self.written}{number}"
        return Begun(int(written)) if on and not refused(self.sheets, written) else GaveNumber(written[:LONGEST])

    def _left(self) -> Intent:
        """Leaves what is being answered or typed, or the screen."""
        if self.person is None and self.rows is None:
            return Pop()
        self.person, self.rows, self.fault = None, None, None
        return Refresh()

    def _asked_for(self, value: object, asked: Questionnaire) -> Intent | None:
        self.fault, self.unopened = None, None
        match value:
            case Turn(page):
                self.page, self.person, self.rows, self.sure = page, None, None, False
            case Ask() | Lost():
                self._next(given=self.when is When.BEFORE or isinstance(value, Lost))
            case GaveNumber(text):
                self.written = text
            case Begun(ticket):
                self.person = Respondent(ticket, {}, 0)
            case BackOne() if self.person is not None:
                self.person = evolve(self.person, place=max(0, self.person.place - 1))
            case Answered(number) if self.person is not None:
                return self._answered(asked, self.person, number)
            case Sure(on):
                self.sure = on
            case EraseAll():
                return self._keep(())
            case PrintSheets():
                return self._print(asked)
            case TypeIn() | Wrote() | Rows() | KeepTyped():
                return self._typed(value, asked)
        return Refresh()

    def _next(self, given: bool) -> None:
        """Lets the next person answer: under a number drawn by chance, or under the one they were given."""
        held = {sheet.ticket for sheet in self.sheets}
        self.written = ""
        self.person = Respondent(free_ticket(held, secrets.randbelow(1000)) if given else 0, {})

    def _answered(self, asked: Questionnaire, person: Respondent, number: int | None) -> Intent | None:
        item = asked.items[person.place]
        if number is not None and number not in numbers_of(item):
            return None
        self.person = person.answering(asked, number if number is not None else person.answers.get(item.id))
        if person.place + 1 < len(asked.items):
            self.person = evolve(self.person, place=person.place + 1)
            return Refresh()
        sheet = self.person.sheet(self.when)
        return self._keep((*self._others(sheet.ticket), sheet))

    def _others(self, ticket: int) -> tuple[AnswerSheet, ...]:
        return tuple(each for each in self.sheets if (each.ticket, each.when) != (ticket, self.when))

    def _typed(self, value: object, asked: Questionnaire) -> Intent:
        rows = self.rows or []
        match value:
            case TypeIn():
                self.rows = rows_of(self.sheets, asked, self.when)
                empty = next((place for place, row in enumerate(self.rows) if not row.ticket), 0)
                return Several((Refresh(), Focus(f"ticket {empty}")))
            case Wrote(place, ticket, run):
                row = rows[place]
                rows[place] = Typed(row.ticket if ticket is None else ticket, row.run if run is None else run)
                if place == len(rows) - 1 and len(rows) < MOST:
                    rows.append(Typed())
            case Rows(by):
                rows.extend([Typed()] * by)
            case KeepTyped():
                elsewhen = tuple(each for each in self.sheets if each.when is not self.when)
                return self._keep((*elsewhen, *sheets_typed(rows, asked, self.when)))
        return Refresh()

    def _keep(self, sheets: tuple[AnswerSheet, ...]) -> Intent:
        return Several((Submit(KeepAnswers(self.file, sheets, cast(Questionnaire, self.asked))), KEPT))

    def _print(self, asked: Questionnaire) -> Intent:
        """Writes the sheets of paper beside the frames."""
        words, folder = self.words, self.file.parent
        self.printing = Aside(lambda: printed(self.room, asked, words, folder))
        self.said = "learning.home.printing"
        return Several((LOOK, Refresh()))

    def _look(self) -> Intent:
        """Waits for the sheets of paper, then says where they lie, or why they could not be written."""
        if self.printing is None or not self.printing.over:
            return LOOK
        try:
            self.paper, self.said = self.printing.taken()[0], "learning.home.printed"
        except GameError as fault:
            self.fault, self.said = fault, "learning.home.print"
        self.printing = None
        return Refresh()

    def _went_on(self) -> Intent:
        """Shows that the sheets are kept: thanks to a person, the page of the moment after typing or erasing."""
        self._read()
        self.rows, self.sure = None, False
        if self.person is not None:
            self.person = evolve(self.person, place=self.person.place + 1)
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
