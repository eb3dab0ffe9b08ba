"""Why a level changed: one bar a cause, from the level before to the level after."""

from itertools import accumulate

from attrs import frozen

from game.report.causes import Line, told
from game.report.charts.axes import NARROW, Scale, arrowed, scale_of
from game.report.drawing import BOLD, REGULAR, Drawing, Mark, Polyline, Rect, Text, text_width, wrapped
from game.report.figures import Account
from game.wording.words import Words


@frozen
class _Rows:
    """Where the rows of one waterfall stand."""

    across: Scale
    top: float
    lines: int
    """Lines of the longest name."""
    narrow: bool
    text: float
    words: Words

    @property
    def pitch(self) -> float:
        """Returns the height of a row."""
        return self.text * (1.8 + 1.05 * self.lines if self.narrow else max(2.3, 0.6 + 1.05 * self.lines))

    def bar(self, place: int) -> tuple[float, float]:
        """Returns top and thickness of a row's bar."""
        y = self.top + self.pitch * place
        if self.narrow:
            return y + self.text * (0.4 + 1.05 * self.lines), self.text
        return y + (self.pitch - self.text * 1.6) / 2, self.text * 1.6


def waterfall(account: Account, words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns how each cause moved the level from start to end; the axis says that it does not begin at zero."""
    telling = told(account, words)
    narrow = width < NARROW * text
    levels = list(accumulate((line.amount for line in telling.lines), initial=telling.before))
    across = scale_of(
        [level / 1000 for level in levels], text * 0.5 if narrow else width * 0.4, width - text * 4.6, (1, 2, 5, 10, 20)
    )
    room = width - text if narrow else across.start - text
    names = [_when(account.since, words), *(line.name for line in telling.lines)]
    lines = max(len(wrapped(name, room, text * 0.92, BOLD)) for name in names)
    rows = _Rows(across, text * 0.4, max(lines, 1 if narrow else 2), narrow, text, words)
    foot = rows.top + rows.pitch * (len(telling.lines) + 2)
    marks = _ticks(rows, foot) + _end(rows, 0, _when(account.since, words), telling.before)
    for place, (line, level) in enumerate(zip(telling.lines, levels, strict=False)):
        marks += _cause(rows, place + 1, line, level)
    marks += _end(rows, len(levels), _when(account.until, words), telling.after)
    key = "report.axis.break" if across.low else "report.axis.points"
    note = words.say(key, low=words.decimal(across.low, 0))
    marks.append(Text(width, foot + text * 2.7, note, text * 0.85, "end", fill="soft"))
    ends = f"{words.points(telling.before, 1)} → {words.points(telling.after, 1)}"
    sums = "; ".join(f"{line.name} {words.change(line.amount)}" for line in telling.lines)
    return Drawing(width, foot + text * 3.2, title, f"{account.name}, {ends}. {sums}", tuple(marks))


def _when(round_: int, words: Words) -> str:
    return words.say("report.after_round", n=words.whole(round_)) if round_ else words.say("report.at_start")


def _ticks(rows: _Rows, foot: float) -> list[Mark]:
    marks: list[Mark] = []
    for tick in rows.across.ticks:
        x = rows.across(tick)
        marks.append(Polyline(((x, rows.top), (x, foot)), "line"))
        number = rows.words.decimal(tick, 0)
        marks.append(Text(x, foot + rows.text * 1.2, number, rows.text * 0.85, "middle", fill="soft"))
    return marks


def _end(rows: _Rows, place: int, name: str, level: int) -> list[Mark]:
    bar, thick = rows.bar(place)
    x = rows.across(level / 1000)
    marks = _name(rows, place, name, BOLD)
    marks.append(Polyline(((x, bar), (x, bar + thick)), "ink", 4))
    if place == 0:
        marks.append(Polyline(((x, bar + thick), (x, rows.bar(1)[0])), "edge"))
    return [*marks, _amount(rows, place, x, rows.words.points(level, 1), "ink")]


def _cause(rows: _Rows, place: int, line: Line, level: int) -> list[Mark]:
    bar, thick = rows.bar(place)
    x0, x1 = rows.across(level / 1000), rows.across((level + line.amount) / 1000)
    colour = "rise" if line.amount > 0 else "fall"
    tip = f"{line.name} {rows.words.change(line.amount)}"
    marks = _name(rows, place, line.name, REGULAR)
    marks.append(Rect(min(x0, x1), bar, abs(x1 - x0), thick, colour, radius=2, tip=tip))
    marks.append(Polyline(((x1, bar + thick), (x1, rows.bar(place + 1)[0])), "edge"))
    return [*marks, _amount(rows, place, max(x0, x1), arrowed(line.amount, rows.words), colour)]


def _amount(rows: _Rows, place: int, x: float, shown: str, colour: str) -> Mark:
    bar, thick = rows.bar(place)
    middle = bar + thick / 2 + rows.text * 0.34
    return Text(x + rows.text * 0.5, middle, shown, rows.text * 0.92, weight=BOLD, fill=colour)


def _name(rows: _Rows, place: int, name: str, weight: int) -> list[Mark]:
    size, (bar, thick) = rows.text * 0.92, rows.bar(place)
    step = rows.text * 1.05
    if not rows.narrow:
        lines = wrapped(name, rows.across.start - rows.text, size, weight)
        first = bar + thick / 2 + rows.text * 0.32 - step * (len(lines) - 1) / 2
        x = rows.across.start - rows.text * 0.8
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
