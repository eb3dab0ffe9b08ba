"""How far a room moved: one track a part, a ring where it stood before, a disc where it stands after."""

from typing import Final

from game.content.questions import POINTS, Part
from game.learning.pairs import FULL, Learnt, PartLearnt
from game.report.drawing import BOLD, Circle, Drawing, Mark, Polyline, Text, text_width
from game.report.learnt import certain, level, moved, part_line, part_name
from game.wording.words import Words

SCALES: Final = {Part.KNOWLEDGE: (0.0, FULL), Part.AFFECT: (1.0, float(POINTS)), Part.INTENT: (1.0, float(POINTS))}
"""The least and the greatest score of each part."""


def learnt(found: Learnt, words: Words, title: str, width: float = 760, text: float = 14) -> Drawing:
    """Returns the tracks of all parts that enough people answered."""
    marks: list[Mark] = []
    y = 0.0
    for one in found.parts:
        marks += _track(one, words, width, text, y)
        y += text * 5.4
    told = " ".join(
        words.say("learning.line", part=part_name(one.part, words), told=part_line(one, words)) for one in found.parts
    )
    return Drawing(width, y, title, told, tuple(marks))


def _track(one: PartLearnt, words: Words, width: float, text: float, y: float) -> list[Mark]:
    name = Text(0, y + text * 1.1, part_name(one.part, words), text, weight=BOLD)
    if one.change is None:
        return [name, Text(0, y + text * 2.6, part_line(one, words), text * 0.92, fill="soft")]
    change, (low, high) = one.change, SCALES[one.part]
    line, hue = y + text * 3.6, "rise" if change.mean > 0 else "fall"
    hue = hue if certain(change) else "soft"
    ends = [words.percent(end) if one.part is Part.KNOWLEDGE else words.whole(round(end)) for end in (low, high)]
    left, right = (text_width(end, text * 0.9) + text * 0.9 for end in ends)
    first, last = (
        left + (width - left - right) * (score - low) / (high - low) for score in (change.before, change.after)
    )
    return [
        name,
        Text(width, y + text * 1.1, moved(one.part, change, words), text * 1.1, "end", BOLD, hue),
        Text(0, line + text * 0.32, ends[0], text * 0.9, fill="soft"),
        Text(width, line + text * 0.32, ends[1], text * 0.9, "end", fill="soft"),
        Polyline(((left, line), (width - right, line)), "edge", text * 0.1),
        Polyline(((first, line), (last, line)), hue, text * 0.32),
        Circle(first, line, text * 0.46, "surface", stroke="ink", width=text * 0.16),
        Circle(last, line, text * 0.52, hue if certain(change) else "ink"),
        *_labels(one, words, (first, last), line - text * 0.85, text),
    ]


def _labels(
    one: PartLearnt, words: Words, spots: tuple[float, float], y: float, text: float
) -> list[Mark]:
    """Returns the two scores over their marks, kept apart where the marks are close."""
    assert one.change is not None
    told = [level(one.part, score, words) for score in (one.change.before, one.change.after)]
    wide = [text_width(each, text, BOLD) for each in told]
    gap = (wide[0] + wide[1]) / 2 + text * 0.6 - abs(spots[1] - spots[0])
    push = max(0.0, gap) / 2 * (1 if spots[1] >= spots[0] else -1)
    places = spots[0] - push, spots[1] + push
    return [
        Text(places[0], y, told[0], text, "middle", fill="soft"),
        Text(places[1], y, told[1], text, "middle", BOLD),
    ]
