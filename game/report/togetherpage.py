"""The page of several tables: one HTML file in the debrief's style, with nothing to fetch and no script."""

from typing import Final

from game.report.charts import arrowed, to_svg, together, toned
from game.report.page import digest_of, environment, style_sheet
from game.report.palette import PAPER
from game.report.togetherfigures import Together
from game.wording.words import Words

WIDE: Final = 520
"""Pixels of the compass, beside its table."""


def render_together(told: Together, words: Words) -> str:
    """Returns the page in the language of the words."""
    ends = [(words.say("merge.table", n=words.whole(table.number)), table.compass) for table in told.tables]
    sheet = style_sheet()
    return (
        environment()
        .get_template("together.html.j2")
        .render(
            d=told,
            w=words,
            say=words.say,
            arrowed=lambda change, digits=1: arrowed(change, words, digits),
            trend=lambda change: {"soft": "still"}.get(toned(change), toned(change)),
            finding=_finding(told, words),
            visions=_visions(told),
            picture=to_svg(together(ends, words, _resemblance(told, words), WIDE), PAPER, "compass"),
            resemblance=_resemblance(told, words),
            parted=_parted(told, words),
            gained=_gained(told, words),
            style=sheet,
            digest=digest_of(sheet),
        )
    )


def _finding(told: Together, words: Words) -> str:
    """Returns how far the tables chose alike."""
    return _share("merge.agreed", told.agreed, len(told.challenges), words)


def _share(key: str, found: int, whole: int, words: Words) -> str:
    """Returns how many of a whole, all and none being told as such."""
    if found in (0, whole):
        return words.say(f"{key}_all" if found else f"{key}_none")
    return words.count(key, found, of=words.whole(whole))


def _parted(told: Together, words: Words) -> str:
    """Returns on which gauge the tables ended farthest apart."""
    series = told.tables[0].series
    place = max(range(len(series)), key=lambda each: told.spread(each)[1] - told.spread(each)[0])
    low, high = told.spread(place)
    return words.say("merge.parted", name=series[place].name, low=words.points(low), high=words.points(high))


def _resemblance(told: Together, words: Words) -> str:
    nearest = {table.compass.visions[0].name for table in told.tables}
    if len(nearest) == 1:
        return words.say("merge.one_vision", vision=next(iter(nearest)))
    return words.count("merge.visions", len(nearest))


def _gained(told: Together, words: Words) -> str:
    """Returns how many groups gained at every table."""
    fates = zip(*(table.groups for table in told.tables), strict=True)
    everywhere = sum(all(fate.satisfaction.change > 0 for fate in group) for group in fates)
    return _share("merge.gained", everywhere, len(told.tables[0].groups), words)


def _visions(told: Together) -> list[tuple[str, list[int]]]:
    """Returns each vision with its share at each table, in whole percents."""
    names = {vision.id: vision.name for vision in told.tables[0].compass.visions}
    shares = [table.compass.percents for table in told.tables]
    return [(name, [each[of] for each in shares]) for of, name in names.items()]
