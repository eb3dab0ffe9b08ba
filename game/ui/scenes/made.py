"""What a composed figure is made of: a dimension of rankings, a seat's payoff, how far a vision is."""

from functools import partial
from typing import Final, Literal, cast

from game.content.reveals import DIMENSIONS, VISIONS
from game.engine.reveal import shown_on_table
from game.report.findings import turn
from game.report.made import Made, Strand, dimension_made, gaps, payoff_made
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.answer import answer
from game.ui.inquiry.madeof import gap_rows, strand_panel
from game.ui.inquiry.question import Question
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.showing import when_told
from game.wording.teller import Teller
from game.wording.words import Words

Kind = Literal["dimension", "vision", "payoff"]
MARGINS: Final = 2 * (t.L + t.XL)
EVERY: Final = 12
"""Strands drawn one by one: more than any figure is made of."""
SHOWN_WITH: Final = {"dimension": DIMENSIONS, "vision": VISIONS}
"""What must be shown for a figure to be told."""


class MadeScene:
    """A sheet over the page that asked."""

    overlay = True

    def __init__(self, room: Room, kind: Kind, of: str, lifted: bool = False) -> None:
        self.room = room
        self.kind, self.of = kind, of
        self.lifted = lifted
        """Whether the room has lifted the secrets of the seats."""
        self.question = Question("session")

    def build(self, frame: Frame) -> Node:
        """Returns the figure and what it is made of, or who will see it and when."""
        words, session = cast(Words, frame.words), self.room.session
        teller, shown = Teller(session.game, words), shown_on_table(session.game, session.state)
        needs = SHOWN_WITH.get(self.kind)
        if (needs and needs not in shown) or (self.kind == "payoff" and not session.over):
            told = when_told(teller, needs) if needs else words.say("made.at_the_end")
            return self._sheet(words, words.say("made.title"), w.Paragraph(told, t.STRONG))
        if self.kind == "vision":
            return self._vision(words, teller, shown)
        made = dimension_made if self.kind == "dimension" else payoff_made
        return self._strands(frame, teller, made(teller, session.cities, self.of), shown)

    def _sheet(self, words: Words, title: str, *parts: Node, snug: bool = True) -> Sheet:
        return Sheet(title, sheet_head(words, title, "layers"), *parts, on_cancel=Pop(), snug=snug, key="made")

    def _vision(self, words: Words, teller: Teller, shown: frozenset[str]) -> Node:
        rule = next(v for v in self.room.session.game.model.rules.visions.prototypes if v.id == self.of)
        title = words.say("made.vision", vision=words.of(rule.name))
        rows = gap_rows(gaps(teller, self.room.session.cities[-1], self.of), teller, shown)
        about = w.Paragraph(words.say("made.vision_about"), t.BODY, colour="soft")
        return self._sheet(words, title, about, w.ScrollColumn(*rows, gap=t.M, key="gaps", grow=1))

    def _strands(self, frame: Frame, teller: Teller, made: Made, shown: frozenset[str]) -> Node:
        words = teller.words
        account = made.account(partial(self._told, made, shown), words.say("made.hidden"), self._until())
        found = answer(
            account, words, self.question, partial(strand_panel, made, teller), turn(account, words),
            frame.wide - MARGINS, frame.large, EVERY, "made.hint",
        )  # fmt: skip
        return self._sheet(words, words.say(f"made.{self.kind}", name=made.name), found, snug=False)

    def _told(self, made: Made, shown: frozenset[str], strand: Strand) -> bool:
        """Tells whether a strand may be named: a seat's secret only once the room has lifted it."""
        secret = self.kind == "payoff" and strand is made.strands[-1]
        return strand.of in shown and (self.lifted or not secret)

    def _until(self) -> int:
        return len(self.room.session.cities) - 1

    def on_input(self, heard: Heard) -> Intent | None:
        """Follows a strand, goes to its own account, or closes."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value):
                self.question = self.question.heard(value) or self.question
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
