"""An account as a reader can add it up: the largest causes, the rest in one line, rounded so that the sum holds."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.city.apart import TENTH
from game.city.exact import divided, settled
from game.city.model import CauseKind as Source
from game.report.figures import Account, Cause, CauseKind
from game.wording.words import Words

LARGEST: Final = 6
"""Causes shown one by one: what a table can talk about in a few minutes."""
KINDS: Final[dict[Source, CauseKind]] = {
    Source.INTERVENTION: "intervention",
    Source.LINK: "link",
    Source.PRACTICE: "procedure",
    Source.PRESSURE: "pressure",
    Source.SHOCK: "shock",
    Source.COMBINATION: "data",
    Source.RESTRICTION: "intervention",
    Source.DEPARTURE: "people",
}
"""What a reader is told a source of change is."""


@frozen
class Line:
    """One cause as it is shown."""

    name: str
    kind: CauseKind
    amount: int
    """In milli-points, a whole number of tenths."""
    source: str = ""


@frozen
class Telling:
    """A change as it is shown: the lines take `before` to `after` exactly."""

    before: int
    after: int
    lines: tuple[Line, ...]


def told(account: Account, words: Words, largest: int = LARGEST) -> Telling:
    """Returns the account's causes, largest first, the small ones summed as others, rounded to tenths of a point.

    Both levels are rounded as they are read everywhere else, and what the causes make of the change with them.
    """
    before = divided(account.shift.before, TENTH)
    after = divided(account.shift.after, TENTH)
    causes = _gathered(account, words, largest)
    tenths = settled(after - before, [(place, cause.amount) for place, cause in enumerate(causes)], TENTH)
    lines = tuple(
        Line(cause.name, cause.kind, tenths[place] * TENTH, cause.source)
        for place, cause in enumerate(causes)
        if tenths[place]
    )
    return Telling(before * TENTH, after * TENTH, lines)


def cited(source: str, sources: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Returns a cause's source without the texts listed among the sources, and the numbers of those it holds.

    >>> cited("Streets cool. The paper: shade.", ("The paper: shade.",))
    ('Streets cool.', (1,))
    """
    numbers = [number for number, text in enumerate(sources, 1) if text and text in source]
    for number in numbers:
        source = source.replace(sources[number - 1], "")
    return " ".join(filter(None, source.split(" "))), tuple(numbers)


def _gathered(account: Account, words: Words, largest: int) -> list[Cause]:
    ranked = list(account.causes)
    if account.unit == "points":  # a ledger keeps the order of its book
        ranked.sort(key=lambda cause: (-abs(cause.amount), cause.name))
    shown, rest = ranked[:largest], ranked[largest:]
    if len(rest) == 1:
        return ranked
    if rest:
        amount = sum(cause.amount for cause in rest)
        shown.append(Cause(words.count("report.others", len(rest)), "remainder", amount))
    return shown
