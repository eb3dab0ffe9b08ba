"""Measured beside lived: the two curves and the gap between them, told in words."""

from game.content.shapes import HeadlineId
from game.report import charts, findings
from game.report.standing import LIVED, series_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import Eyes
from game.ui.debrief.fit import fitted
from game.ui.inquiry.asking import why_of
from game.ui.node import Node
from game.wording.showing import when_told

MEASURED = HeadlineId("quality")


def lives(eyes: Eyes, width: float, high: float) -> list[Node]:
    """Returns the gap as a title, the curves that may be seen, and what is still covered."""
    title, covered = gap_told(eyes), [of for of in (MEASURED, LIVED) if of not in eyes.shown]
    parts: list[Node] = [w.heading(title, t.TITLE)]
    series = [series_of(eyes.teller, eyes.cities, of) for of in (MEASURED, LIVED) if of in eyes.shown]
    if series and len(eyes.cities) > 1:
        room = high - 70 - 110 * len(covered)
        parts.append(fitted(lambda wide, text: charts.curves(series, [], eyes.words, title, wide, text), width, room))
    elif series:
        parts.append(w.Paragraph(eyes.say("no_round_yet"), t.BODY, colour="soft"))
    parts += [_covered(eyes, of) for of in covered]
    if not covered:
        parts.append(w.Paragraph(eyes.say("gap_meaning"), t.BODY))
    return [*parts, *(_meaning(eyes, of) for of in (MEASURED, LIVED) if of in eyes.shown)]


def _meaning(eyes: Eyes, of: str) -> Node:
    """Returns what one of the two curves stands for."""
    rules = eyes.game.model.rules
    abouts = {str(each.id): each.about for each in rules.headlines}
    abouts |= {str(each.id): each.about for each in rules.readings}
    return w.row(
        w.Icon("landmark" if of == MEASURED else "heart", 28, "quality"),
        w.Paragraph(f"{eyes.teller.measure(of)}. {eyes.words.of(abouts[of])}", t.SMALL, colour="soft", grow=1),
        *_why(eyes, of), gap=12, align="start",
    )  # fmt: skip


def _why(eyes: Eyes, of: str) -> tuple[Node, ...]:
    """Returns the way to why one of the two curves goes as it does; the other readings have it beside them."""
    if of != MEASURED:
        return ()
    told = eyes.say("why", what=eyes.teller.measure(of))
    ask = why_of(eyes.game, of)
    return (w.IconButton("circle-help", told, "secondary", on_press=ask, tall=48, key=f"why curve {of}"),)


def gap_told(eyes: Eyes) -> str:
    """Returns how far the measured quality of life is from the lived one, as far as it may be told."""
    if {MEASURED, LIVED} <= eyes.shown:
        return findings.blind_spot([series_of(eyes.teller, eyes.cities, of) for of in (MEASURED, LIVED)], eyes.words)
    if MEASURED in eyes.shown:
        level = series_of(eyes.teller, eyes.cities, MEASURED).values[-1]
        return eyes.say("only_measured", level=eyes.words.points(level))
    return eyes.say("nothing_shown")


def _covered(eyes: Eyes, of: str) -> Node:
    told = eyes.say("covered", what=eyes.teller.measure(of))
    return w.Panel(
        w.row(
            w.Tile("lock", "soft", "track", 48),
            w.column(
                w.Paragraph(told, t.BODY, t.SEMIBOLD),
                w.Paragraph(when_told(eyes.teller, of), t.SMALL, colour="soft"), gap=2, grow=1,
            ),
            gap=t.M, align="center",
        ),
        fill="sunken", raised=False, pad=(12, t.M), key=f"covered {of}",
    )  # fmt: skip
