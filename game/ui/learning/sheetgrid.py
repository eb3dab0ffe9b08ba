"""Paper sheets typed in: a row a sheet, its number and then its answers as one run of digits, in the printed order."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.content.answersheets import AnswerSheet, When
from game.content.questions import Questionnaire, numbers_of
from game.content.tickets import MOST, is_ticket
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.scene import Frame
from game.wording.words import Words

EMPTY: Final = "-"
"""What stands for an answer not given."""
NUMBER: Final = 150
RUN: Final = 420


@frozen
class Typed:
    """One sheet as it is typed."""

    ticket: str = ""
    run: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed yet."""
        return not self.ticket and not self.run


@frozen
class Wrote:
    """Something was typed in a row."""

    row: int
    ticket: str | None = None
    run: str | None = None


@frozen
class Rows:
    """Have so many rows more."""

    by: int


@frozen
class KeepTyped:
    """Keep the sheets typed."""


def rows_of(sheets: Sequence[AnswerSheet], asked: Questionnaire, when: When) -> list[Typed]:
    """Returns the rows of the sheets of a moment, and one to go on with."""
    items = [item.id for item in asked.items]
    held = [sheet for sheet in sheets if sheet.when is when]
    rows = [Typed(str(each.ticket), "".join(str(each.answers.get(item, EMPTY)) for item in items)) for each in held]
    return [*rows, Typed()]


def fault_of(rows: Sequence[Typed], place: int, asked: Questionnaire, words: Words) -> str:
    """Returns what is wrong with a row, or an empty text."""
    row = rows[place]
    if row.blank:
        return ""
    if not is_ticket(int(row.ticket or 0)):
        return words.say("learning.number.wrong")
    if any(other.ticket == row.ticket for other in rows[:place]):
        return words.say("learning.type.twice")
    if len(row.run) != len(asked.items):
        return words.say("learning.type.count", n=words.whole(len(row.run)), of=words.whole(len(asked.items)))
    for number, (item, digit) in enumerate(zip(asked.items, row.run, strict=True), 1):
        known = numbers_of(item)
        if digit != EMPTY and int(digit) not in known:
            return words.say("learning.type.answer", n=words.whole(number), low=known[0], high=known[-1])
    return ""


def sheets_typed(rows: Sequence[Typed], asked: Questionnaire, when: When) -> tuple[AnswerSheet, ...]:
    """Returns the sheets of rows without fault."""
    return tuple(
        AnswerSheet(
            int(row.ticket), when,
            {item.id: int(digit) for item, digit in zip(asked.items, row.run, strict=True) if digit != EMPTY},
        )
        for row in rows if not row.blank
    )  # fmt: skip


def sheet_grid(frame: Frame, words: Words, asked: Questionnaire, rows: Sequence[Typed]) -> list[Node]:
    """Returns the rows, and what can be done with them."""
    count = len(asked.items)
    faults = [fault_of(rows, place, asked, words) for place in range(len(rows))]
    filled = sum(not row.blank for row in rows)
    how = w.Paragraph(words.say("learning.type.how", of=words.whole(count)), t.SMALL, colour="soft")
    lines = [_row(frame, words, place, row, faults[place], count) for place, row in enumerate(rows)]
    more = (("more", 1), ("more_ten", 10))
    does = w.flow(
        *(
            w.Button(
                words.say(f"learning.type.{name}"), "plus", on_press=Rows(by), enabled=len(rows) + by <= MOST, key=name
            )
            for name, by in more
        ),
        w.Button(
            words.count("learning.type.keep", filled), "check-check", "primary", KeepTyped(),
            enabled=filled > 0 and not any(faults), key="keep",
        ),
        gap=t.M,
    )  # fmt: skip
    if frame.large:
        return [w.ScrollColumn(how, *lines, does, gap=t.M, pad=(4, 22, 8, 0), key="sheet grid", grow=1)]
    return [how, w.ScrollColumn(*lines, gap=8, pad=(4, 22, 8, 0), key="sheet grid", grow=1), does]


def _row(frame: Frame, words: Words, place: int, row: Typed, fault: str, count: int) -> Node:
    name = words.whole(place + 1)
    ticket = TextField(
        words.say("learning.type.ticket", row=name), row.ticket, lambda text: Wrote(place, ticket=text),
        hint=words.say("learning.print.number"), longest=5, accepts=str.isdecimal, key=f"ticket {place}",
    )  # fmt: skip
    run = TextField(
        words.say("learning.type.run", row=name), row.run, lambda text: Wrote(place, run=text),
        hint=words.say("learning.type.hint", of=words.whole(count)), longest=count,
        accepts=lambda letter: letter.isdecimal() or letter == EMPTY, key=f"run {place}",
    )  # fmt: skip
    ticket.width = NUMBER
    whole = not fault and not row.blank
    mark = w.Icon("check", 26, "good", label=words.say("learning.type.whole")) if whole else w.space(26)
    told = w.Paragraph(fault, t.SMALL, t.MEDIUM, "fall", grow=1, key=f"fault {place}")
    if frame.large:
        run.grow = 1
        return w.column(w.row(ticket, run, mark, gap=12, align="center"), *([told] if fault else []), gap=4)
    run.width = RUN
    number = w.Label(name, t.SMALL, t.SEMIBOLD, "soft", width=44, align="end", tabular=True)
    return w.row(number, ticket, run, mark, told, gap=12, align="center", key=f"sheet {place}")
