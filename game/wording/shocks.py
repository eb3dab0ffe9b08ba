"""Shocks in words: why one began, when it ends and why it ended, and what could happen next."""

from collections.abc import Callable, Collection, Iterable

from game.city.state import Struck
from game.content.cards import Shock, ShockKind
from game.engine.events import ShockEnded, ShockStruck
from game.engine.odds import Outlook, Threshold
from game.wording.words import Words

Measure = Callable[[str], str]
"""Gives the name of an indicator, a gauge, a reading or a group."""


def begun(event: ShockStruck, shock: Shock, words: Words, measure: Measure) -> str:
    """Returns that a shock began, its odds, its causes, and when it will end."""
    title = words.of(shock.title)
    if event.by_hand:
        told = [words.say("shock.by_hand", shock=title)]
    elif event.odds is None:
        told = [words.say("shock.drift", shock=title)]
    else:
        told = [words.say("shock.accident", shock=title, odds=percent(event.odds, words))]
    return " ".join([*told, *reasons(event, shock, words, measure), ending(shock, words, measure)])


def reasons(event: ShockStruck, shock: Shock, words: Words, measure: Measure) -> list[str]:
    """Returns the sentences of a shock's causes: what it passed, and what tempers it."""
    told = []
    if event.passed:
        told.append(words.say("shock.because", causes=_joined(event.passed, words, measure)))
    if event.spared and shock.softened_by:
        names = ", ".join(measure(name) for name in shock.softened_by.of)
        told.append(words.say("shock.spared", names=names, share=percent(event.spared, words)))
    return told


def ending(shock: Shock, words: Words, measure: Measure) -> str:
    """Returns when a shock will end: after its rounds, or at one of its stops."""
    if shock.kind is ShockKind.ACCIDENT:
        return words.count("shock.lasts", shock.lasts or 0)
    stops = words.say("shock.or").join(
        words.say(
            "shock.until_above" if stop.above is not None else "shock.until_below",
            name=measure(stop.of),
            threshold=_plain(round(stop.threshold * 1000), words),
        )
        for stop in shock.stops
    )
    return words.say("shock.until", stops=stops)


def over(event: ShockEnded, shock: Shock, words: Words, measure: Measure) -> str:
    """Returns that a shock is over, and which of its ends was reached."""
    title = words.of(shock.title)
    if not event.reached:
        return words.say("shock.over", shock=title)
    return words.say("shock.ended", shock=title, causes=_joined(event.reached, words, measure))


def _joined(passed: Iterable[Threshold], words: Words, measure: Measure) -> str:
    return words.say("shock.and").join(passing(threshold, words, measure) for threshold in passed)


def passing(threshold: Threshold, words: Words, measure: Measure) -> str:
    """Returns a threshold that is passed: what stands where, and beyond what."""
    return words.say(
        "shock.above" if threshold.above else "shock.below",
        name=measure(threshold.of),
        level=words.points(threshold.level, 1),
        threshold=_plain(threshold.threshold, words),
    )


def waited_for(
    threshold: Threshold, key: str, words: Words, measure: Measure, shown: Collection[str] | None = None
) -> str:
    """Returns a threshold as something to look out for: the present level, and what it takes to begin or to end.

    A level that is not among the `shown` ones (None: all are) stays untold.
    """
    seen = shown is None or threshold.of in shown
    return words.say(
        f"odds.{key}_above" if threshold.above else f"odds.{key}_below",
        name=measure(threshold.of),
        level=words.points(threshold.level, 1) if seen else words.say("odds.covered"),
        threshold=_plain(threshold.threshold, words),
    )


def status(outlook: Outlook, words: Words) -> str:
    """Returns how things stand with a shock: under way, its odds this round, or why it can't come now."""
    if outlook.under_way is not None:
        return _under_way(outlook.under_way, outlook, words)
    if outlook.odds:
        drift = outlook.shock.kind is ShockKind.DRIFT
        sure = drift and outlook.odds == outlook.die
        return words.say("odds.certain") if sure else words.say("odds.chance", odds=percent(outlook.odds, words))
    if outlook.die:
        return words.say("odds.waits")
    if outlook.earned:
        return words.say("odds.not_before", round=words.whole(outlook.earliest))
    return words.say("odds.not_now")


def _under_way(struck: Struck, outlook: Outlook, words: Words) -> str:
    since = words.whole(struck.began + 1)
    if struck.ended is not None:
        return words.say("odds.until", since=since, until=words.whole(struck.ended))
    return words.say("odds.ending" if outlook.stopped else "odds.since", since=since)


def causes(
    outlook: Outlook, words: Words, measure: Measure, shown: Collection[str] | None = None
) -> list[tuple[bool, str]]:
    """Returns what a shock waits for, each told with whether it holds: to begin, or for a drift under way to end.

    Levels that are not `shown` (None: all are) stay untold.
    """
    if outlook.under_way is not None:
        return [(stop.met, waited_for(stop, "ends", words, measure, shown)) for stop in outlook.stops]
    return [(start.met, waited_for(start, "needs", words, measure, shown)) for start in outlook.starts]


def remarks(outlook: Outlook, words: Words, measure: Measure) -> list[str]:
    """Returns what else bears on a shock: that nothing prepares it, how its odds grow, what tempers it."""
    shock, told = outlook.shock, []
    if outlook.under_way is None and not shock.starts:
        told.append(words.say("odds.anytime"))
    if outlook.under_way is None and shock.chance_per10:
        told.append(words.say("odds.grows", per10=words.percent(shock.chance_per10)))
    if shock.softened_by:
        names = ", ".join(measure(name) for name in shock.softened_by.of)
        told.append(words.say("odds.spares", names=names, share=percent(outlook.spared, words)))
    return told


def odds_lines(found: Iterable[Outlook], words: Words, measure: Measure) -> list[str]:
    """Returns what could happen, as lines for the terminal: each shock, then what it waits for."""
    lines = []
    for outlook in found:
        lines.append(words.say("odds.line", shock=words.of(outlook.shock.title), status=status(outlook, words)))
        lines += [f"    {'✓' if met else '·'} {cause}" for met, cause in causes(outlook, words, measure)]
        lines += [f"      {remark}" for remark in remarks(outlook, words, measure)]
    return lines


def percent(thousandths: int, words: Words) -> str:
    """Returns thousandths of a % in whole %, one decimal under 1 %: a small chance is no zero."""
    if 0 < thousandths < 1000:
        return words.say("number.percent", number=words.decimal(max(0.1, thousandths / 1000), 1))
    return words.percent(thousandths / 1000)


def _plain(milli_points: int, words: Words) -> str:
    return words.points(milli_points, 0 if milli_points % 1000 == 0 else 1)
