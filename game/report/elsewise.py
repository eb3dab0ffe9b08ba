"""What the figures say of how else it could have been: other answers, other rules of counting, other lines of play."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.report.charts.axes import arrowed
from game.report.figures import Counting, Debrief, PlayedLine
from game.report.hindsight import WhatIf
from game.wording.words import Words

HARDLY: Final = 500
"""Half a point: a change that rounds to nothing."""
NAMED: Final = 2
"""Projects that a rule adds or leaves out, named one by one; more are counted."""


def what_ifs(found: Sequence[WhatIf], words: Words) -> str:
    """Returns the other answer by which a level would have ended furthest from where it did, and that level."""
    pairs = [(each, level) for each in sorted_out(found).telling for level in each.gauges]
    each, level = max(pairs, key=lambda pair: abs(pair[1].change), default=(found[0], found[0].gauges[0]))
    if abs(level.change) < HARDLY:
        return words.say("whatif.find_same")
    change = arrowed(level.change, words)
    key = "whatif.find" if each.what else "whatif.find_none"
    return words.say(key, what=each.what, was=each.was, name=level.name, change=change)


@frozen
class Sorted:
    """What-ifs by what there is to tell of them."""

    telling: list[WhatIf]
    """A level, a group or a role ends at least half a point from where it did."""
    vain: list[WhatIf]
    """They come to an answer that is told."""
    idle: list[WhatIf]
    """They come to the answer that was chosen, or hardly anything would have changed."""


def sorted_out(found: Sequence[WhatIf]) -> Sorted:
    """Returns what-ifs as they are told: one for each other answer, those that come to it too, the idle ones."""

    def moved(each: WhatIf) -> bool:
        levels = (*each.gauges, *each.groups, *each.seats)
        return each.what != each.was and any(abs(level.change) >= HARDLY for level in levels)

    first: dict[tuple[int, str, str], WhatIf] = {}
    for each in sorted(filter(moved, found), key=lambda one: bool(one.came)):
        first.setdefault((each.round, each.was, each.what), each)
    told = list(first.values())
    telling = [each for each in found if each in told]
    vain = [each for each in found if moved(each) and each not in told]
    return Sorted(telling, vain, [each for each in found if not moved(each)])


def read(found: Sequence[WhatIf], key: str, words: Words) -> str:
    """Returns how to read what-ifs: with another answer in the place of each decision, or with none at all."""
    return words.say(f"whatif.{key}" if any(each.what for each in found) else f"whatif.{key}_none")


def how(found: WhatIf, words: Words) -> str:
    """Returns how a session was played otherwise: what was swapped, and what was played again."""
    return f"{words.say('whatif.how.swapped')} {found.how}" if found.swapped else found.how


def shared_out(found: WhatIf, words: Words) -> list[str]:
    """Returns who would have gained most and lost most, among residents and among roles; hardly anybody, if so."""
    told = []
    for rows in (found.groups, found.seats):
        best, worst = (of(rows, key=lambda each: each.change) for of in (max, min))
        if best.change >= HARDLY:
            told.append(words.say("whatif.gains", name=best.name, change=words.change(best.change)))
        if worst.change <= -HARDLY:
            told.append(words.say("whatif.loses", name=worst.name, change=words.change(worst.change)))
    return told or [words.say("whatif.nobody")]


def otherwise(found: WhatIf, words: Words) -> str:
    """Returns the level that would have ended furthest from where it did, or that hardly any would have moved."""
    most = max(found.gauges, key=lambda each: abs(each.change))
    if abs(most.change) < HARDLY:
        return words.say("whatif.same")
    return words.say(
        "whatif.most", name=most.name, would=words.points(most.would, 1), was=words.points(most.was, 1),
        change=arrowed(most.change, words),
    )  # fmt: skip


def recounted(debrief: Debrief, words: Words) -> str:
    """Returns how many of the rules that share money out would have funded something else than the table did."""
    assert debrief.otherwise is not None
    others = [_otherwise_than(debrief, one) for one in debrief.otherwise.recount]
    differing = sum(bool(more or less) for more, less in others)
    if not differing:
        return words.say("report.find.recount_same")
    return words.count("report.find.recount", differing, all=words.whole(len(others)))


def funded_otherwise(debrief: Debrief, counting: Counting, words: Words) -> list[str]:
    """Returns in a line what a rule would have funded that the table did not, and in another what it left out."""
    told = []
    for key, titles in zip(("recount.more", "recount.less"), _otherwise_than(debrief, counting), strict=True):
        more = [words.count("recount.others", len(titles) - NAMED)] if len(titles) > NAMED else []
        if titles:
            told.append(words.say(key, what="\u00a0· ".join((*titles[:NAMED], *more))))
    return told or [words.say("report.recount.same")]


def _otherwise_than(debrief: Debrief, counting: Counting) -> tuple[list[str], list[str]]:
    taken = [each.chosen.title for each in debrief.decisions if each.chosen]
    more = [title for title in counting.chosen if title not in taken]
    return more, [title for title in taken if title not in counting.chosen]


def branches(found: Sequence[PlayedLine], words: Words) -> str:
    """Returns which line of play ends furthest from the one that is told, and in what."""
    told = next(one for one in found if one.told)
    _, other, gauge, change = max(
        (
            (abs(level - was), one, name, level - was)
            for one in found
            for (name, level), (_, was) in zip(one.levels, told.levels, strict=True)
        ),
        key=lambda gap: gap[0],
    )
    if abs(change) < HARDLY:
        return words.say("branches.alike")
    change_told = arrowed(change, words)
    return words.say("branches.find", name=other.name, told=told.name, gauge=gauge, change=change_told)
