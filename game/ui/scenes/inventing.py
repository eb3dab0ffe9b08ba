"""An answer of the room's own: it is written, estimated by everybody, and taken into the game or refused."""

from typing import Any, Final, cast

from attrs import evolve

from game.content.shapes import StakeholderId
from game.engine.moves import Admit, Estimate, Invent
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inventing.admitting import admitting
from game.ui.inventing.desk import Desk, Draft, Figure, Give, MoreVoices, Nudge, Place, Reasoned, Touch, Turn, Write
from game.ui.inventing.estimating import estimating
from game.ui.inventing.writing import writing
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
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.words import Words

STEPS: Final = {"write": "pen-line", "estimate": "users-round", "admit": "circle-check"}
"""The steps and their signs."""


class InventingScene:
    """A sheet over the table or the debrief. What is typed is no part of the game until it is put to the room."""

    overlay = True

    def __init__(self, room: Room, by: StakeholderId | None = None, step: str = "", number: int | None = None) -> None:
        self.room = room
        self.fault: GameError | None = None
        self.typed: dict[tuple[int, str], dict[str, str]] = {}
        held = room.session.state.inventions
        waiting = [at for at, each in enumerate(held) if each.admitted is None]
        at = number if number is not None else (waiting or [max(0, len(held) - 1)])[0]
        self.place = Place(step or ("estimate" if waiting else "write"), at)
        people = [seat for seat, who in room.session.holders.items() if who.heads]
        self.draft = Draft(by if by in people else next(iter(people), None))
        self.words: Words | None = None

    def _desk(self, words: Words) -> Desk:
        held = self.room.session.state.inventions
        card = held[self.place.number].card if self.place.number < len(held) else None
        kept = self.room.kept.get(card.id) if card else None
        return Desk(self.room.session, words, self.draft, self.place, self.typed, kept)

    def build(self, frame: Frame) -> Node:
        """Returns the head, the steps, and the step that is open."""
        words = self.words = cast(Words, frame.words)
        desk = self._desk(words)
        title = desk.say("title")
        head = sheet_head(words, title, "lightbulb")
        step = self.place.step if desk.held is not None else "write"
        body = {"write": writing, "estimate": estimating, "admit": admitting}[step](desk, frame.large)
        which = self._which(desk) if step != "write" else []
        parts = (head, self._steps(frame, desk, step), *which, *notice(frame, self.fault), *body)
        return Sheet(title, *parts, on_cancel=Pop(), key="inventing")

    def _steps(self, frame: Frame, desk: Desk, step: str) -> Node:
        waiting = desk.held is not None
        options = [
            w.Option(
                desk.say("step", n=desk.words.whole(number), what=desk.say(f"step.{name}")), Turn({"step": name}),
                "" if frame.large else icon, waiting or name == "write",
            )
            for number, (name, icon) in enumerate(STEPS.items(), 1)
        ]
        return w.choices(desk.say("steps"), options, list(STEPS).index(step), "step")

    def _which(self, desk: Desk) -> list[Node]:
        """Returns the switch between answers, where the room has written several; else the one there is."""
        held = desk.state.inventions
        if len(held) < 2:
            return [w.heading(held[0].idea.told(desk.words.language).title, t.STRONG)]
        buttons = [
            w.Button(
                each.idea.told(desk.words.language).title, on_press=Turn({"number": at, "voice": "", "reason": ""}),
                on=at == self.place.number, tall=48, size=t.SMALL, breaks=True, key=f"answer {at}",
            )
            for at, each in enumerate(held)
        ]  # fmt: skip
        return [w.flow(*buttons, gap=8, role="group", label=desk.say("which"))]

    def on_input(self, heard: Heard) -> Intent | None:
        """Writes the answer, takes the estimates down, and hands both to the table."""
        match heard:
            case Shown():
                return self._hand()
            case Press(value=Submit(Invent() | Estimate() | Admit() as move)):
                return self._moved(move)
            case Press(value=Submit() as asked):
                self.fault = None
                return Several((asked, Refresh()))
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Press(value=Turn(values) as turn) if values.get("voice"):
                return Several((self._written(turn) or Refresh(), self._hand()))
            case Press(value=value) if value is not None:
                return self._written(value)
            case Woken(value="put") if self.fault is None:
                return self._hand()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def _hand(self) -> Focus:
        """Takes the hand to the line to be written in, if there is one: letters are else taken for shortcuts."""
        held = self._desk(cast(Words, self.words)).held
        return Focus(f"type {held.idea.figures[0]}" if held is not None else "write title")

    def _moved(self, move: Invent | Estimate | Admit) -> Intent:
        """Hands a move to the table, and goes on to what follows it."""
        self.fault = None
        if isinstance(move, Invent):
            number = len(self.room.session.state.inventions)
            self.place = Place("estimate", number)
            self.draft = Draft(self.draft.by)
            return Several((Submit(move), Refresh(), After(0.0, "put", "put")))
        return Several((Submit(move), Refresh()))

    def _written(self, asked: Any) -> Intent | None:
        match asked:
            case Write(values):
                self.draft = evolve(self.draft, **values)
            case Touch(name):
                most = round(self.room.session.game.model.rules.inventing.touches.value)
                self.draft = self.draft.touching(name, most)
            case Turn(values):
                self.place = evolve(self.place, **values)
            case MoreVoices():
                self.place = evolve(self.place, more=self.place.more + 1)
            case Reasoned(text):
                self.place = evolve(self.place, reason=text)
            case Figure() | Nudge() | Give():
                return self._estimated(asked)
            case _:
                return None
        return Refresh()

    def _estimated(self, asked: Figure | Nudge | Give) -> Intent:
        """Takes down a figure of the voice that speaks, or gives its estimate and lets the next one speak."""
        assert self.words is not None
        desk = self._desk(self.words)
        if isinstance(asked, Give):
            figures, voice = desk.figures, desk.voice
            assert figures is not None
            self.typed.pop((self.place.number, voice), None)
            self.place = evolve(self.place, voice=voice)
            return self._moved(Estimate(self.place.number, voice, figures))
        line = self.typed.setdefault((self.place.number, desk.voice), {})
        typed = asked.typed if isinstance(asked, Figure) else desk.nudged(asked.name, asked.by)
        line[asked.name] = typed
        return Refresh()

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
