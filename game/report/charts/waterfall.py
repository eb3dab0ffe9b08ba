"""Why a level changed: one bar a cause, from the level before to the level after."""

from itertools import accumulate
from typing import Final

from attrs import frozen

from game.report.causes import LARGEST, Line, told
from game.report.charts.axes import NARROW, Scale, arrowed, change_told, level_told, scale_of
from game.report.drawing import BOLD, REGULAR, Drawing, Mark, Polyline, Rect, Text, text_width, wrapped
from game.report.figures import Account, Unit
from game.wording.words import Words

STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
"""What may lie between two ticks."""
UNITS: Final = {"points": "report.axis.points", "money": "report.axis.money", "time": "report.axis.time"}
"""What the axis says of what is counted."""
STUB: Final = 3.0
"""Text sizes that a broken axis leaves between its zero and its first tick."""


@frozen
class _Rows:
    """Where the rows of one waterfall stand."""

    across: Scale
    top: float
    lines: tuple[int, ...]
    """Lines of each row's name."""
    narrow: bool
    text: float
    words: Words
    unit: Unit

    def high(self, place: int) -> float:
        """Returns the height of a row: a name of many lines takes more."""
        lines = self.lines[place]
        return self.text * (1.8 + 1.05 * lines if self.narrow else max(2.3, 0.6 + 1.05 * lines))

    def start(self, place: int) -> float:
        """Returns where a row begins; that of the row after the last is the foot of all."""
        return self.top + sum(self.high(before) for before in range(place))

    def bar(self, place: int) -> tuple[float, float]:
        """Returns top and thickness of a row's bar."""
        y = self.start(place)
        if self.narrow:
            return y + self.text * (0.4 + 1.05 * self.lines[place]), self.text
        return y + (self.high(place) - self.text * 1.6) / 2, self.text * 1.6


def waterfall(
    account: Account, words: Words, title: str, width: float = 760, text: float = 14, largest: int = LARGEST
) -> Drawing:
    """Returns how each cause moved the level from start to end; an axis that does not begin at zero shows its break."""
    telling = told(account, words, largest)
    narrow = width < NARROW * text
    levels = list(accumulate((line.amount for line in telling.lines), initial=telling.before))
    across = _axis([level / 1000 for level in levels], narrow, width, text)
    room = width - text if narrow else across.start - text * (1 + STUB * _broken(across))
    names = [_when(account.since, words), *(line.name for line in telling.lines), _when(account.until, words)]
    lines = tuple(len(wrapped(name, room, text * 0.92, BOLD)) for name in names)
    rows = _Rows(across, text * 0.4, lines, narrow, text, words, account.unit)
    foot = rows.start(len(names))
    marks = _ticks(rows, foot) + _end(rows, 0, _when(account.since, words), telling.before)
    for place, (line, level) in enumerate(zip(telling.lines, levels, strict=False)):
        marks += _cause(rows, place + 1, line, level)
    marks += _end(rows, len(levels), _when(account.until, words), telling.after)
    note = words.say(UNITS[account.unit])
    if _broken(across):
        note += " " + words.say("report.axis.break", low=words.decimal(across.low, 0))
    marks.append(Text(width, foot + text * 2.7, note, text * 0.85, "end", fill="soft"))
    ends = f"{level_told(telling.before, account.unit, words)} → {level_told(telling.after, account.unit, words)}"
    sums = "; ".join(f"{line.name} {change_told(line.amount, account.unit, words)}" for line in telling.lines)
    return Drawing(width, foot + text * 3.2, title, f"{account.name}, {ends}. {sums}", tuple(marks))


def _axis(levels: list[float], narrow: bool, width: float, text: float) -> Scale:
    """Returns the scale of the levels, moved along where a break has to be drawn before it."""
    start, end = text * 0.8 if narrow else width * 0.4, width - text * (6.4 if narrow else 5.4)
    across = scale_of(levels, start, end, STEPS)
    return scale_of(levels, start + text * STUB, end, STEPS) if _broken(across) else across


def _broken(across: Scale) -> bool:
    """Tells whether an axis begins above zero."""
    return across.low > 0


def _when(round_: int, words: Words) -> str:
    return words.say("report.after_round", n=words.whole(round_)) if round_ else words.say("report.at_start")


def _ticks(rows: _Rows, foot: float) -> list[Mark]:
    marks: list[Mark] = []
    for tick in rows.across.ticks:
        marks += _tick(rows, rows.across(tick), foot, tick)
    return marks + (_break(rows, foot) if _broken(rows.across) else [])


def _tick(rows: _Rows, x: float, foot: float, value: float) -> list[Mark]:
    number = rows.words.decimal(value, 0)
    return [
        Polyline(((x, rows.top), (x, foot)), "line"),
        Text(x, foot + rows.text * 1.2, number, rows.text * 0.85, "middle", fill="soft"),
    ]


def _break(rows: _Rows, foot: float) -> list[Mark]:
    """Returns the zero of a broken axis, its first tick, and the zigzag that stands for what is left out between."""
    zero, low, size = rows.across.start - rows.text * STUB, rows.across.start, rows.text * 0.35
    middle = (zero + low) / 2
    teeth = [(middle + (k - 1.5) * size, foot + (size if k % 2 else -size)) for k in range(4)]
    line = ((zero, foot), (teeth[0][0] - size, foot), *teeth, (teeth[-1][0] + size, foot), (low, foot))
    return [*_tick(rows, zero, foot, 0), Polyline(line, "ink", max(1.5, rows.text * 0.09))]


def _end(rows: _Rows, place: int, name: str, level: int) -> list[Mark]:
    bar, thick = rows.bar(place)
    x = rows.across(level / 1000)
    marks = _name(rows, place, name, BOLD)
    marks.append(Polyline(((x, bar), (x, bar + thick)), "ink", 4))
    if place == 0:
        marks.append(Polyline(((x, bar + thick), (x, rows.bar(1)[0])), "edge"))
    return [*marks, _amount(rows, place, x, level_told(level, rows.unit, rows.words), "ink")]


def _cause(rows: _Rows, place: int, line: Line, level: int) -> list[Mark]:
    bar, thick = rows.bar(place)
    x0, x1 = rows.across(level / 1000), rows.across((level + line.amount) / 1000)
    colour = "rise" if line.amount > 0 else "fall"
    tip = f"{line.name} {change_told(line.amount, rows.unit, rows.words)}"
    marks = _name(rows, place, line.name, REGULAR)
    marks.append(Rect(min(x0, x1), bar, abs(x1 - x0), thick, colour, radius=2, tip=tip))
    marks.append(Polyline(((x1, bar + thick), (x1, rows.bar(place + 1)[0])), "edge"))
    return [*marks, _amount(rows, place, max(x0, x1), arrowed(line.amount, rows.words, unit=rows.unit), colour)]


def _amount(rows: _Rows, place: int, x: float, shown: str, colour: str) -> Mark:
    bar, thick = rows.bar(place)
    middle = bar + thick / 2 + rows.text * 0.34
    return Text(x + rows.text * 0.5, middle, shown, rows.text * 0.92, weight=BOLD, fill=colour)


def _name(rows: _Rows, place: int, name: str, weight: int) -> list[Mark]:
    size, (bar, thick) = rows.text * 0.92, rows.bar(place)
    step = rows.text * 1.05
    if not rows.narrow:
        start = rows.across.start - rows.text * STUB * _broken(rows.across)
        lines = wrapped(name, start - rows.text, size, weight)
        first = bar + thick / 2 + rows.text * 0.32 - step * (len(lines) - 1) / 2
        x = start - rows.text * 0.8
        return [Text(x, first + step * k, line, size, "end", weight) for k, line in enumerate(lines)]
    lines = wrapped(name, rows.across.end - rows.across.start + rows.text * 4, size, weight)
    first = bar - rows.text * 0.35 - step * (len(lines) - 1)
    wide = max(text_width(line, size, weight) for line in lines)
    # The ground keeps the ticks and the steps between bars from crossing the words.
    ground = Rect(rows.across.start, first - size, wide + 3, step * len(lines) + size * 0.25, "surface")
    return [
        ground,
        *(Text(rows.across.start, first + step * k, line, size, weight=weight) for k, line in enumerate(lines)),
    ]
