"""Who funded what: a table of projects by seats, each cell as dark as its amount; pieces without names where secret."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.report.charts.axes import NARROW
from game.report.drawing import BOLD, Drawing, Mark, Polyline, Rect, Text, text_width, wrapped
from game.report.figures.funding import Funded, Funding
from game.report.funders import amount, told
from game.wording.words import Words

DARKEST: Final = 0.42
"""How dark the largest amount is: its number still reads on it, in grey print too."""
SMALL: Final = 0.88
"""The size of the seats' names, to that of the other letters."""


@frozen
class _Frame:
    """Where the cells stand, how large they are, and how dark an amount makes one."""

    left: float
    wide: float
    text: float
    largest: int

    def shade(self, of: int) -> float:
        return 0.08 + (DARKEST - 0.08) * of / max(1, self.largest)


def funding(found: Funding, words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns a row a project and a column a seat; where seats have no room beside one another, a list."""
    costs = [words.money(each.cost) for each in found.projects]
    right = max(text_width(cost, text, BOLD) for cost in costs) + text
    left = min(width * 0.3, max(text_width(each.name, text, BOLD) for each in found.projects) + text)
    largest = max((share.amount for each in found.projects for share in each.shares), default=1)
    frame = _Frame(left, (width - left - right) / len(found.seats), text, largest)
    named = found.seats if found.shown else ()
    longest = max((text_width(word, text * SMALL, BOLD) for seat in named for word in seat.split(" ")), default=0)
    levels = 1 if longest <= frame.wide - text * 0.3 else 2
    if width < NARROW * text or longest > frame.wide * levels - text * 0.6:
        return _listed(found, words, title, width, text, largest)
    marks, top = _heads(named, frame, levels)
    for project, cost in zip(found.projects, costs, strict=True):
        lines = wrapped(project.name, left - text * 0.6, text, BOLD)
        tall = max(text * 2.3, text * 1.2 * len(lines) + text * 0.7)
        marks += _named(lines, cost, width, top, tall, text)
        marks += _row(found, project, words, frame, top, tall)
        top += tall
    if found.shown:
        marks += _named([words.say("funds.together")], "", width, top, text * 2, text)
        marks += _sums(found, words, frame, top)
        top += text * 2
    return Drawing(width, top, title, told(found, words), tuple(marks))


def _heads(seats: Sequence[str], frame: _Frame, levels: int) -> tuple[list[Mark], float]:
    """Returns the seats' names and where the rows begin; on two levels in turn, each has the room of two columns."""
    size, step = frame.text * SMALL, frame.text * 1.1
    heads = [wrapped(seat, frame.wide * levels - frame.text * 0.6 * levels, size, BOLD) for seat in seats]
    tall = [step * max((len(lines) for lines in heads[level::levels]), default=0) for level in range(levels)]
    tall = [each + frame.text * 0.4 for each in tall]
    top = sum(tall) + frame.text * 0.2 if seats else 0.0
    lines_: list[Mark] = []
    names: list[Mark] = []
    for place, lines in enumerate(heads):
        x, foot = frame.left + frame.wide * (place + 0.5), sum(tall[: place % levels + 1])
        wide = max(text_width(line, size, BOLD) for line in lines)
        lines_.append(Polyline(((x, foot), (x, top)), "line"))
        names.append(Rect(x - wide / 2 - 3, foot - step * len(lines) - 1, wide + 6, step * len(lines) + 2, "surface"))
        names += [
            Text(x, foot - step * (len(lines) - 1 - k) - step * 0.2, line, size, "middle", BOLD)
            for k, line in enumerate(lines)
        ]
    return [*(lines_ if levels > 1 else []), *names], top


def _named(lines: Sequence[str], end: str, width: float, top: float, tall: float, text: float) -> list[Mark]:
    """Returns what a row is called and, at its other end, what it cost."""
    first = top + tall / 2 + text * (0.34 - 0.6 * (len(lines) - 1))
    marks: list[Mark] = [Text(0, first + text * 1.2 * k, line, text, weight=BOLD) for k, line in enumerate(lines)]
    return [*marks, *([Text(width, top + tall / 2 + text * 0.34, end, text, "end", BOLD)] if end else [])]


def _sums(found: Funding, words: Words, frame: _Frame, top: float) -> list[Mark]:
    """Returns what each seat put in altogether, under its column."""
    sums = [(place, found.given(seat)) for place, seat in enumerate(found.seats)]
    rule = Polyline(((0, top + 1), (frame.left + frame.wide * len(sums), top + 1)), "edge")
    x, y, size = frame.left + frame.wide / 2, top + frame.text * 1.34, frame.text * 0.92
    return [rule, *(Text(x + frame.wide * at, y, amount(found, of, words), size, "middle", BOLD) for at, of in sums)]


def _row(found: Funding, project: Funded, words: Words, frame: _Frame, top: float, tall: float) -> list[Mark]:
    """Returns the cells of a project: under their seats, or one piece a share from the left, whose it is untold."""
    if not project.shown:
        cells = [(place, share.amount) for place, share in enumerate(project.shares)]
        return [mark for at, of in cells for mark in _cell(found, of, at, words, frame, top, tall, "soft")]
    cells = [(place, project.of(seat)) for place, seat in enumerate(found.seats)]
    return [mark for at, of in cells for mark in _cell(found, of, at, words, frame, top, tall, "accent")]


def _cell(
    found: Funding, of: int, at: int, words: Words, frame: _Frame, top: float, tall: float, colour: str
) -> list[Mark]:
    x = frame.left + frame.wide * at
    marks: list[Mark] = [Rect(x + 1.5, top + 1.5, frame.wide - 3, tall - 3, "sunken", radius=3)]
    if not of:
        return marks
    written = amount(found, of, words)
    return [
        *marks,
        Rect(x + 1.5, top + 1.5, frame.wide - 3, tall - 3, colour, frame.shade(of), radius=3),
        Text(x + frame.wide / 2, top + tall / 2 + frame.text * 0.34, written, frame.text * 0.92, "middle", BOLD),
    ]


def _listed(found: Funding, words: Words, title: str, width: float, text: float, largest: int) -> Drawing:
    """Returns a list: each project with its cost, and under it a bar a share, named where the ballots were open."""
    marks: list[Mark] = []
    y, pitch, number = 0.0, text * 1.7, text * 4.2
    names = [share.seat for each in found.projects for share in each.shares]
    left = min(width * 0.5, max((text_width(name, text) for name in names), default=0) + text) if any(names) else 0.0
    for project in found.projects:
        cost = words.money(project.cost)
        room = width - text_width(cost, text, BOLD) - text
        for k, line in enumerate(wrapped(project.name, room, text * 1.05, BOLD)):
            y += text * (1.6 if k == 0 else 1.25)
            marks.append(Text(0, y, line, text * 1.05, weight=BOLD))
        marks.append(Text(width, y, cost, text, "end", BOLD))
        y += text * 0.5
        for share in project.shares:
            base, long = y + text * 1.2, (width - left - number) * share.amount / max(1, largest)
            marks.append(Text(0, base, share.seat, text)) if share.seat else None
            marks.append(Rect(left, y + text * 0.4, long, text, "accent" if project.shown else "soft", 0.5, radius=2))
            marks.append(Text(left + long + text * 0.4, base, amount(found, share.amount, words), text, weight=BOLD))
            y += pitch
        y += text * 0.6
    return Drawing(width, y, title, told(found, words), tuple(marks))
