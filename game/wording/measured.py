"""What moved between two measures of rules, in plain sentences: claims that changed side, margins, then paths."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Final

from game.city.claims import Finding
from game.city.measured import Moved, Shifts
from game.content.rulebook import Rulebook
from game.wording.words import Words

LARGEST: Final = 4
"""Levels named on a path; the others are counted."""
SHOWN: Final = 10
"""The least shift that shows, in thousandths: two decimals are written."""


def moved_lines(
    moved: Moved, before: str, rules: Rulebook, findings: Sequence[Finding], words: Words, width: int
) -> list[str]:
    """Returns what moved since the rules named `before`, the most telling first."""
    if moved.nothing:
        return wrap(words.say("check.unmoved", before=before), width)
    said = {each.name: words.of(each.describe) for each in findings}
    told = [words.say("check.moved", before=before)]
    told += [_side(name, pair, said[name], words) for name, pair in moved.sides.items()]
    if moved.margins:
        told.append(words.say("check.margins", margins=_margins(moved.margins, words)))
    told += [_path(path, shifts, rules, words) for path, shifts in moved.paths.items()]
    if moved.new:
        told.append(words.say("check.new", names=", ".join(moved.new)))
    if moved.gone:
        told.append(words.say("check.gone", names=", ".join(moved.gone)))
    return [line for place, text in enumerate(told) for line in _wrapped(text, width, "  " if place else "")]


def _wrapped(text: str, width: int, lead: str) -> list[str]:
    return wrap(text, width, initial_indent=lead, subsequent_indent=lead * 2, break_on_hyphens=False)


def _side(name: str, pair: tuple[int, int], said: str, words: Words) -> str:
    key = "check.now_holds" if pair[1] > 0 else "check.now_fails"
    return words.say(key, claim=name, says=said, was=words.change(pair[0], 2), now=words.change(pair[1], 2))


def _margins(margins: Shifts, words: Words) -> str:
    shown = [
        words.say("check.shift", name=name, was=words.change(was, 2), now=words.change(now, 2))
        for name, (was, now) in margins.items()
        if abs(now - was) >= SHOWN
    ]
    return _counted(shown, len(margins) - len(shown), words)


def _path(path: str, shifts: Shifts, rules: Rulebook, words: Words) -> str:
    names = _names(rules, words)
    shown = [
        words.say("check.shift", name=names.get(level, level), was=words.points(was, 2), now=words.points(now, 2))
        for level, (was, now) in list(shifts.items())[:LARGEST]
        if abs(now - was) >= SHOWN
    ]
    return words.say("check.path", path=path, shifts=_counted(shown, len(shifts) - len(shown), words))


def _counted(shown: Sequence[str], others: int, words: Words) -> str:
    """Returns what is shown, and how many smaller shifts are not."""
    return ", ".join([*shown, *([words.count("check.smaller", others)] if others else [])])


def _names(rules: Rulebook, words: Words) -> dict[str, str]:
    entries = (rules.headlines, rules.indicators, rules.city_variables, rules.readings, rules.groups)
    return {each.id: words.of(each.name) for kind in entries for each in kind}
