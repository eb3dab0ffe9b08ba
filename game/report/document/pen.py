"""Writes the pieces that every chapter of the document needs: changes, charts, tables, openings."""

from collections.abc import Sequence
from typing import Final

from game.report.charts import arrowed, toned
from game.report.document.blocks import Column, Heading, Picture, Said, Table, Text
from game.report.drawing import to_svg
from game.report.figures import Account, Debrief, Reading, Shift
from game.report.palette import PAPER
from game.report.plates import Plate, Plates
from game.wording.words import Words

JOINT: Final = "\u00a0· "
"""Stands between short pieces of a line, and never begins one."""
WIDTH: Final = 493.0
"""Width of a page's text, in points: A4 less its margins."""
LETTERS: Final = 7.6
"""Size of the letters in charts, in points."""
DRAWN: Final = 14.0
"""Size of the same letters in the units that charts are drawn in."""
MARKS: Final = {"kept": "✓", "broken": "✗", "untested": "–"}
"""What stands before a promise, by what came of it."""


class Pen:
    """One debrief and the words it is told in."""

    def __init__(self, debrief: Debrief, words: Words) -> None:
        self.debrief, self.words = debrief, words
        self.plates = Plates(debrief, words)

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence."""
        return self.words.say(key, **values)

    def opening(self, key: str, finding: str) -> Heading:
        """Returns the title of a chapter, which says what was found, with what it is about and how to read it."""
        return Heading(finding, 2, self.say(f"report.section.{key}"), self.say(f"report.lead.{key}"))

    def change(self, amount: int) -> Said:
        """Returns a change with its arrow, in the colour of its direction."""
        return Said(arrowed(amount, self.words), toned(amount), strong=True)

    def round(self, number: int) -> str:
        """Returns the name of a round."""
        return self.say("report.round", n=self.words.whole(number))

    def reached(self, kept: bool) -> Text:
        """Returns yes or no, with its sign."""
        return text(f"✓ {self.say('report.yes')}" if kept else f"✗ {self.say('report.no')}")

    def chart(self, plate: Plate, share: float = 1.0, caption: str = "") -> Picture:
        """Returns a chart for its part of the page's width, its letters as large as everywhere else."""
        drawing = plate.chart(share * WIDTH / LETTERS * DRAWN, DRAWN)
        svg = to_svg(drawing, PAPER, "chart").replace("<svg ", '<svg font-family="Inter" ', 1)
        return Picture(svg, f"{drawing.title}. {drawing.description}", caption)

    def shifts(self, caption: str, first: str, rows: Sequence[Reading]) -> Table:
        """Returns a table of levels before and after, with what each means where that is told."""
        about = any(row.about for row in rows)
        named = (Column(first), Column(self.say("report.col.about"), share=1)) if about else (Column(first, share=1),)
        return Table(
            caption,
            (*named, *self.heads("before", "after", "change")),
            tuple(
                (
                    text(row.name),
                    *(((Said(row.about, "soft", small=True),),) if about else ()),
                    text(self.words.points(row.shift.before, 1)),
                    text(self.words.points(row.shift.after, 1)),
                    (self.change(row.shift.change),),
                )
                for row in rows
            ),
        )

    def heads(self, *names: str) -> tuple[Column, ...]:
        """Returns columns of numbers by the names of the catalogue."""
        return tuple(Column(self.say(f"report.col.{name}"), number=True) for name in names)

    def levels(self, shift: Shift) -> Text:
        """Returns a level before and after."""
        return text(f"{self.words.points(shift.before)} → {self.words.points(shift.after)}")

    def named(self, account: Account) -> str:
        """Returns what a table of an account is called."""
        before, after = (self.words.points(level, 1) for level in (account.shift.before, account.shift.after))
        return self.say("report.table.causes", name=account.name, before=before, after=after)


def text(said: str, *, strong: bool = False) -> Text:
    """Returns a text of one piece."""
    return (Said(said, strong=strong),)


def lines(told: Sequence[str]) -> Text:
    """Returns a text of several lines."""
    return tuple(Said(line, line=at > 0) for at, line in enumerate(told))


def below(said: str) -> Said:
    """Returns a small piece of text on a line of its own."""
    return Said(said, "soft", small=True, line=True)
