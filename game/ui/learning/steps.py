"""What can be asked of the questionnaire's screen, and the person who is answering."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve, frozen

from game.content.answersheets import AnswerSheet, When
from game.content.questions import Questionnaire, numbers_of

RESULT: Final = "result"
"""The page of what the sheets say."""
NUMBER: Final = -1
"""The page on which a person gets, or gives, a number."""

ROW: Final = {"&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "-": 6, "è": 7, "_": 8, "ç": 9, "à": 0}
"""The keys of the digits on a French keyboard, where digits themselves ask for Shift."""


def digit(name: str) -> int | None:
    """Returns the digit of a key, on any row and any keypad; None for another key.

    >>> digit("3"), digit("[3]"), digit("é"), digit("q")
    (3, 3, 2, None)
    """
    bare = name.strip("[]")
    return int(bare) if len(bare) == 1 and bare.isdecimal() else ROW.get(name)


@frozen
class Turn:
    """Open another page of this screen: `before`, `after` or `result`."""

    page: str


@frozen
class Ask:
    """Let people answer here, one after another."""


@frozen
class TypeIn:
    """Type paper sheets in."""


@frozen
class Sure:
    """Ask whether all sheets are to be erased, or forget it."""

    on: bool


@frozen
class EraseAll:
    """Erase every sheet, of before and of after."""


@frozen
class GaveNumber:
    """Somebody wrote the number of their ticket."""

    text: str


@frozen
class Begun:
    """The person whose number this is begins to answer."""

    ticket: int


@frozen
class Lost:
    """Somebody has lost the number they had."""


@frozen
class Answered:
    """The question that shows was answered, or left empty by None."""

    number: int | None


@frozen
class BackOne:
    """Show the question before."""


@frozen
class Respondent:
    """The person who is answering: their ticket, their answers so far, and the place of the question that shows."""

    ticket: int
    answers: Mapping[str, int]
    place: int = NUMBER

    def answering(self, asked: Questionnaire, number: int | None) -> "Respondent":
        """Returns the person with the question that shows answered; None, or what is no answer, leaves it empty."""
        item = asked.items[self.place]
        others = {name: given for name, given in self.answers.items() if name != item.id}
        if number is not None and number in numbers_of(item):
            others[item.id] = number
        return evolve(self, answers=others)

    def sheet(self, when: When) -> AnswerSheet:
        """Returns the sheet that has been filled in."""
        return AnswerSheet(self.ticket, when, self.answers)
