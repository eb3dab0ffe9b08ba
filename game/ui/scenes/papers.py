"""Paper ballots: one grid in which the facilitator types all of them, a seat a row, an option a column."""

from typing import Final, cast

from attrs import frozen

from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import BEST, ballot_kind, tokens_each
from game.engine.decide.consent import Position
from game.engine.legal import awaited
from game.engine.moves import Answer, Vote
from game.engine.phases import Phase
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Frame,
    Heard,
    Intent,
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Submit,
    Woken,
)
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.ui.tabletop.paper import POSITION, REASON, TICK, Paper, columns, read
from game.wording.teller import Teller
from game.wording.words import Words

FEW: Final = 5
"""Options that fit beside one another; more stand under one another, as everything does where text is enlarged."""
NAME: Final = 340
OPTION: Final = 266
CELL: Final = 150
ENTERED: Final = After(0.0, "entered", name="entered")
"""Closes the grid at the next tick, unless something was refused meanwhile."""
POSITIONS: Final = (Position.CONSENT, Position.ASIDE, Position.OBJECT)


@frozen
class Cell:
    """Something was written on the paper of a seat."""

    seat: StakeholderId
    column: str
    text: str


@frozen
class HandedIn:
    """The paper of a seat is in, or is not: a blank one counts, too."""

    seat: StakeholderId
    on: bool


class PapersScene:
    """A sheet over the table. What is typed is no part of the game until all of it is entered."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.cells: dict[StakeholderId, dict[str, str]] = {}
        self.fault: GameError | None = None

    @property
    def seats(self) -> tuple[StakeholderId, ...]:
        """Returns the seats of people whose ballots are awaited."""
        session = self.room.session
        if session.state.phase is not Phase.DECISION:
            return ()
        return tuple(seat for seat in awaited(session.game, session.state) if session.seats[seat].bot is None)

    def paper(self, seat: StakeholderId) -> Paper:
        """Returns what the paper of a seat says."""
        session = self.room.session
        return read(session.game, session.state, seat, self.cells[seat])

    def build(self, frame: Frame) -> Node:
        """Returns the grid, and one button that enters every ballot that is handed in and whole."""
        words = cast(Words, frame.words)
        title = words.say("papers.title")
        head = sheet_head(words, title, "clipboard-list")
        body = self._grid(frame, words) if self.seats else [w.Paragraph(words.say("papers.none"), t.STRONG)]
        heard, snug = notice(frame, self.fault), not frame.large
        return Sheet(title, head, *heard, *body, on_cancel=Pop(), key="papers", snug=snug)

    def _grid(self, frame: Frame, words: Words) -> list[Node]:
        session = self.room.session
        kind = ballot_kind(session.game, session.state)
        assert kind is not None
        how = words.say(f"papers.how_{kind.__name__.lower()}", tokens=tokens_each(session.game), best=BEST)
        wide = not frame.large and len(columns(session.game, session.state)) <= FEW
        rows = [self._row(words, seat, wide) for seat in self.seats]
        if wide:
            rows.insert(0, self._heads(words, named=kind is not Answer))
        papers = [self.paper(seat) for seat in self.seats if seat in self.cells]
        ready = [each.ballot for each in papers if each.ballot is not None]
        why = words.say("papers.wait") if not papers else words.say("papers.mend") if len(ready) < len(papers) else ""
        enter = w.Button(
            words.count("papers.enter", len(ready)), "check-check", "primary",
            on_press=Several((*(Submit(ballot) for ballot in ready), ENTERED)),
            enabled=bool(ready) and len(ready) == len(papers), tall=60, key="enter",
        )  # fmt: skip
        return [
            w.Paragraph(f"{how} {words.say('papers.projector')}", t.SMALL, colour="soft"),
            w.ScrollColumn(*rows, gap=10, pad=(4, 22, 8, 0), key="papers grid", grow=1),
            w.row(w.Paragraph(why, t.BODY, t.MEDIUM, "soft", align="end", grow=1), enter, gap=t.L, align="center"),
        ]

    def _heads(self, words: Words, named: bool) -> Node:
        """Returns what stands over the rows; a question put to every seat alike names no column."""
        session = self.room.session
        teller = Teller(session.game, words)
        options = columns(session.game, session.state) if named else ()
        heads = [
            w.Paragraph(teller.title(option), t.SMALL, t.SEMIBOLD, leading=1.15, width=OPTION, align="center")
            for option in options
        ]
        corner = w.Label(words.say("papers.handed"), t.SMALL, t.SEMIBOLD, "soft", align="end", width=NAME)
        return w.row(corner, *heads, gap=12, pad=(0, t.M), align="end")

    def _row(self, words: Words, seat: StakeholderId, wide: bool) -> Node:
        session = self.room.session
        teller = Teller(session.game, words)
        options = columns(session.game, session.state)
        handed = w.Toggle(
            teller.seat(seat), seat in self.cells, on_press=HandedIn(seat, seat not in self.cells), key=f"paper {seat}"
        )
        handed.width = NAME
        told = self._told(words, seat)
        if ballot_kind(session.game, session.state) is Answer:
            choice, *reason = self._position(words, teller, seat, options)
            if not wide:
                return w.column(handed, choice, *reason, *told, gap=6)
            choice.grow = 1
            return _paper(w.row(handed, choice, gap=t.L, align="center"), *reason, *told, key=f"row {seat}")
        cells = [self._cell(words, teller, seat, option, wide) for option in options]
        if wide:
            return _paper(w.row(handed, *cells, gap=12, align="center"), *told, key=f"row {seat}")
        lines = [
            w.row(w.Paragraph(teller.title(option), t.SMALL, grow=1), cell, gap=12, align="center")
            for option, cell in zip(options, cells, strict=True)
        ]
        return w.column(handed, *lines, *told, w.Divider(), gap=8, key=f"row {seat}")

    def _told(self, words: Words, seat: StakeholderId) -> list[Node]:
        """Returns what is still wrong with a paper that is handed in."""
        fault = self.paper(seat).fault if seat in self.cells else ""
        if not fault:
            return []
        session = self.room.session
        said = words.say(f"papers.{fault}", tokens=tokens_each(session.game), best=BEST)
        return [w.Paragraph(said, t.SMALL, t.MEDIUM, "fall", key=f"fault {seat}")]

    def _cell(self, words: Words, teller: Teller, seat: StakeholderId, option: InterventionId, wide: bool) -> Node:
        session = self.room.session
        written = self.cells.get(seat, {}).get(option, "")
        label = words.say("papers.cell", who=teller.seat(seat), what=teller.title(option))
        if ballot_kind(session.game, session.state) is Vote:
            tick = Cell(seat, option, "" if written else TICK)
            cell: Node = w.IconButton(
                "check" if written else "square", label, "secondary", on_press=tick, on=bool(written),
                key=f"cell {seat} {option}", role="switch", value="on" if written else "off",
            )  # fmt: skip
        else:
            cell = TextField(
                label, written, lambda text: Cell(seat, option, text), longest=3, accepts=str.isdecimal,
                key=f"cell {seat} {option}",
            )  # fmt: skip
            cell.width = CELL
        return w.row(w.space(grow=1), cell, w.space(grow=1), width=OPTION) if wide else cell

    def _position(
        self, words: Words, teller: Teller, seat: StakeholderId, options: tuple[InterventionId, ...]
    ) -> list[Node]:
        cells = self.cells.get(seat, {})
        said = [position.value for position in POSITIONS]
        choices = [w.Option(words.say(f"table.ballot.{each}"), Cell(seat, POSITION, each)) for each in said]
        at = said.index(cells[POSITION]) if cells.get(POSITION) else -1
        label = words.say("papers.cell", who=teller.seat(seat), what=teller.title(options[0]))
        found: list[Node] = [w.choices(label, choices, at, key=f"cell {seat} {POSITION}")]
        if cells.get(POSITION) == Position.OBJECT.value:
            reason = words.say("table.ballot.reason")
            found.append(
                TextField(
                    reason, cells.get(REASON, ""), lambda text: Cell(seat, REASON, text), hint=reason,
                    key=f"cell {seat} {REASON}",
                )
            )  # fmt: skip
        return found

    def on_input(self, heard: Heard) -> Intent | None:
        """Takes what is written, and enters the ballots; what is refused stays on the grid."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                self.fault = None
                return value
            case Press(value=Cell(seat, column, text)):
                self.cells.setdefault(seat, {})[column] = text
                return Refresh()
            case Press(value=HandedIn(seat, on)):
                if on:
                    self.cells[seat] = {}
                else:
                    self.cells.pop(seat, None)
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Woken(value="entered") if self.fault is None:
                return Pop()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _paper(*inside: Node, key: str) -> Node:
    """Returns the line of a seat's paper."""
    return w.Panel(*inside, fill="sunken", raised=False, pad=(t.S, t.M), gap=t.S, key=key)
