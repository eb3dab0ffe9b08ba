"""What a room thinks: bars of agreement, and a map on which people who answered alike stand close together."""

from typing import Final

from game.report.charts.axes import NARROW
from game.report.drawing import BOLD, Circle, Drawing, Mark, Polygon, Rect, Text, text_width, wrapped
from game.report.figures import Agreement, Grouping, Opinions, Person
from game.wording.words import Words

HUES: Final = ("accent", "fall", "low")
LETTERS: Final = "ABC"
"""Groups have a colour, a shape and a letter: none is told by its colour alone."""


def agreement(opinions: Opinions, words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns one bar an argument: those who agree to the right of the middle, those who disagree to the left."""
    narrow = width < NARROW * text
    name = width if narrow else max(text_width(each.seat, text, BOLD) for each in opinions.statements) + text
    start = 0.0 if narrow else name
    middle, unit = (start + width) / 2, (width - start) / 2 / max(1, opinions.people)
    unit = min(unit, ((width - start) / 2 - text * 2.2) / max(1, opinions.people))
    marks: list[Mark] = [
        Text(middle - text * 0.5, text, words.say("opinions.disagree"), text, "end", BOLD, "fall"),
        Text(middle + text * 0.5, text, words.say("opinions.agree"), text, "start", BOLD, "rise"),
    ]
    y = text * 1.8
    for each in opinions.statements:
        if narrow:
            marks.append(Text(0, y + text, each.seat, text, weight=BOLD))
            y += text * 1.4
        else:
            marks.append(Text(0, y + text * 1.3, each.seat, text, weight=BOLD))
        marks += _bar(each, middle, unit, y, text)
        y += text * (2.6 if narrow else 2.3)
    told = "; ".join(_told(each, words) for each in opinions.statements)
    return Drawing(width, y, title, told, tuple(marks))


def _bar(each: Agreement, middle: float, unit: float, y: float, text: float) -> list[Mark]:
    left, right = each.disagree * unit, each.agree * unit
    base = y + text * 1.3
    return [
        Rect(middle - left, y + text * 0.3, left, text * 1.4, "fall", 0.85, radius=2),
        Rect(middle, y + text * 0.3, right, text * 1.4, "rise", 0.85, radius=2),
        Text(middle - left - text * 0.3, base, str(each.disagree), text, "end", BOLD, "fall"),
        Text(middle + right + text * 0.3, base, str(each.agree), text, "start", BOLD, "rise"),
    ]


def _told(each: Agreement, words: Words) -> str:
    return words.say("opinions.told", seat=each.seat, agree=each.agree, disagree=each.disagree, passed=each.passed)


def opinion_map(grouping: Grouping, words: Words, title: str, width: float = 560, text: float = 14) -> Drawing:
    """Returns a point a person, in the colour and the shape of the group it seems to belong to, each with its edge."""
    high, edge = width * 0.62, text * 1.6
    marks: list[Mark] = [Rect(0, 0, width, high, "sunken", radius=6)]
    for person in grouping.people:
        x = edge + (person.x + 1) / 2 * (width - 2 * edge)
        y = edge + (1 - person.y) / 2 * (high - 2 * edge)
        marks.append(_point(person, x, y, text * 0.5))
    counts = [sum(person.group == each for person in grouping.people) for each in range(len(LETTERS))]
    x, low = 0.0, high + text * 1.8
    for group, count in enumerate(counts):
        if count:
            label = words.say("opinions.group", letter=LETTERS[group], people=count)
            marks += [_point(Person(0, 0, group), x + text * 0.5, low - text * 0.35, text * 0.5)]
            marks.append(Text(x + text * 1.3, low, label, text, fill=HUES[group], weight=BOLD))
            x += text * 3 + text_width(label, text, BOLD)
    foot = low + text
    for line in wrapped(words.say("opinions.axes"), width, text * 0.92):
        foot += text * 1.2
        marks.append(Text(0, foot - text * 0.4, line, text * 0.92, fill="soft"))
    told = "; ".join(
        words.say("opinions.group", letter=LETTERS[group], people=count) for group, count in enumerate(counts) if count
    )
    return Drawing(width, foot + text * 0.2, title, told, tuple(marks))


def _point(person: Person, x: float, y: float, size: float) -> Mark:
    hue = HUES[person.group]
    if person.group == 0:
        return Circle(x, y, size, hue, stroke="surface", width=size * 0.22)
    if person.group == 1:
        side = size * 1.8
        return Rect(x - side / 2, y - side / 2, side, side, hue, stroke="surface", thickness=size * 0.22)
    return Polygon(((x, y - size * 1.15), (x + size * 1.1, y + size * 0.85), (x - size * 1.1, y + size * 0.85)), hue)
