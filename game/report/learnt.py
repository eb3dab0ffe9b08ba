"""What a room learnt, in words: the same sentences on the command line, in the window and on the page."""

from typing import Final

from game.content.questions import Part, Question
from game.learning.effect import Change
from game.learning.pairs import ItemLearnt, Learnt, PartLearnt
from game.wording.words import Words

NAMED: Final = 12
"""Tickets without a counterpart that a sentence names; more are counted."""


def finding(found: Learnt, words: Words) -> str:
    """Returns what to take from the sheets: what moved most beyond what chance explains, or that nothing did."""
    if not found.pairs:
        return words.say("learning.find.nobody", fewest=words.whole(found.fewest))
    if found.pairs < found.fewest:
        return words.count("learning.find.too_few", found.pairs, fewest=words.whole(found.fewest))
    if not found.shown:
        return words.say("learning.find.unfinished")
    moved = [each for each in found.parts if each.change and certain(each.change)]
    if not moved:
        return words.say("learning.find.nothing")
    first = max(moved, key=lambda each: abs(each.change.effect or 0) if each.change else 0)
    assert first.change is not None
    key = "learning.find.rose" if first.change.mean > 0 else "learning.find.fell"
    return words.say(key, part=part_name(first.part, words), **levels(first.part, first.change, words))


def certain(change: Change) -> bool:
    """Tells whether the interval of a change leaves zero out, or everyone moved alike."""
    if change.interval is None:
        return change.deviation is not None and change.mean != 0
    return change.interval[0] > 0 or change.interval[1] < 0


def part_name(part: Part, words: Words) -> str:
    """Returns what a part is called."""
    return words.say(f"learning.part.{part.value}")


def level(part: Part, score: float, words: Words) -> str:
    """Returns a score as it is read: right answers in %, agreement from 1 to 5."""
    return words.percent(score) if part is Part.KNOWLEDGE else words.decimal(score, 1)


def levels(part: Part, change: Change, words: Words) -> dict[str, str]:
    """Returns the scores before and after, written."""
    return {"before": level(part, change.before, words), "after": level(part, change.after, words)}


def moved(part: Part, change: Change, words: Words) -> str:
    """Returns how far a part moved, with its sign and the arrow of its direction."""
    number = words.signed(change.mean, 0 if part is Part.KNOWLEDGE else 1)
    arrow = "▲ " if number.startswith("+") else "" if number.strip("0.,") == "" else "▼ "
    return arrow + number


def part_line(one: PartLearnt, words: Words) -> str:
    """Returns a part in one sentence, without its name."""
    if one.change is None:
        return words.count("learning.part_few", one.pairs)
    told = words.count(
        "learning.part_moved", one.pairs, change=words.signed(one.change.mean, 0 if one.part is Part.KNOWLEDGE else 2),
        **levels(one.part, one.change, words),
    )  # fmt: skip
    return f"{told} {effect_line(one.change, words)}"


def effect_line(change: Change, words: Words) -> str:
    """Returns the size of a change and its interval, or why it has none."""
    if change.effect is None or change.effect_interval is None:
        return words.say("learning.no_effect")
    low, high = (words.signed(each, 2) for each in change.effect_interval)
    return words.say("learning.effect", effect=words.signed(change.effect, 2), low=low, high=high)


def effect_short(change: Change, words: Words) -> str:
    """Returns the size of a change and its interval as a table holds them, "–" where it has none."""
    if change.effect is None or change.effect_interval is None:
        return "–"
    low, high = (words.signed(each, 2) for each in change.effect_interval)
    return words.say("learning.effect_short", effect=words.signed(change.effect, 2), low=low, high=high)


def right_answer(one: ItemLearnt, words: Words) -> list[str]:
    """Returns the right answer of a question and why it is right; nothing for a statement."""
    if not isinstance(one.item, Question):
        return []
    answer = words.of(one.item.answers[one.item.right - 1])
    return [words.say("learning.right", answer=answer), words.of(one.item.because)]


def item_levels(one: ItemLearnt, words: Words) -> tuple[str, str]:
    """Returns how an item was answered before and after, "–" where too few answered it."""
    part = Part.KNOWLEDGE if isinstance(one.item, Question) else one.item.part
    first, last = (None if score is None else level(part, score, words) for score in (one.before, one.after))
    return first or "–", last or "–"


def item_told(one: ItemLearnt, words: Words) -> str:
    """Returns what an item asks or says."""
    told = words.of(one.item.ask if isinstance(one.item, Question) else one.item.say)
    turned = not isinstance(one.item, Question) and one.item.reversed
    return f"{told} {words.say('learning.reversed')}" if turned else told


def notes(found: Learnt, words: Words) -> list[str]:
    """Returns what must be said beside the figures: sheets left alone, few people, no comparison, the formula."""
    told = [words.say("learning.sheets", before=words.whole(found.before), after=words.whole(found.after),
                      pairs=words.whole(found.pairs))]  # fmt: skip
    for key, tickets in (("learning.only_before", found.only_before), ("learning.only_after", found.only_after)):
        if tickets and found.before and found.after:  # until anybody has answered again, nobody is left alone
            named = ", ".join(str(each) for each in tickets[:NAMED]) + ("…" if len(tickets) > NAMED else "")
            told.append(words.count(key, len(tickets), tickets=named))
    if found.shown:
        told += [words.count("learning.few", found.pairs)] if found.few else []
        told.append(words.say("learning.method", confidence=words.percent(found.confidence)))
    return told
