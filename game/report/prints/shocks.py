"""The cards of what may befall the city: what each waits for, and what it would push first."""

from typing import Any

from game.content.cards import Condition, Shock
from game.content.shocks import shocks_of
from game.report.prints.sheets import Sheets, icon


def shock_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns what may befall the city, to read aloud when it does."""
    words = sheets.words
    found = [
        {
            "id": each.id,
            "title": words.of(each.title),
            "text": words.told(each.text, each.plain),
            "icon": icon(each.icon),
            "place": sheets.place(each.district) if each.district else sheets.say("shock.everywhere"),
            "waits": _waits(sheets, each),
            "effects": sheets.marks(each),
        }
        for each in shocks_of(sheets.scenario, sheets.rules)
    ]
    return sheets.common(sheets.say("shocks")) | {"shocks": found}


def _waits(sheets: Sheets, shock: Shock) -> str:
    """Returns what must hold for a shock to come, and how likely it is then."""
    if not shock.starts:
        return f"{sheets.say('shock.any_time')}{_comes(sheets, shock)}"
    starts = sheets.say("shock.and").join(_told(sheets, each) for each in shock.starts)
    return f"{sheets.say('shock.when', starts=starts)}{_comes(sheets, shock)}"


def _comes(sheets: Sheets, shock: Shock) -> str:
    """Returns that a shock comes by itself, or its odds at its threshold under these rules."""
    if shock.chance is None:
        return sheets.say("shock.drift")
    chances = sheets.rules.chances
    odds = min(chances.most.value, shock.chance * chances.likelihood.value / 100)
    grows = odds and odds < chances.most.value and shock.chance_per10 and shock.starts
    return sheets.say("shock.accident_more" if grows else "shock.accident", chance=sheets.words.decimal(odds, 0))


def _told(sheets: Sheets, condition: Condition) -> str:
    """Returns a condition, and where the city stands as the game begins."""
    side = "above" if condition.above is not None else "below"
    group = any(condition.of == each.id for each in sheets.rules.groups)
    return sheets.say(
        f"shock.{side}",
        measure=sheets.say("shock.lot" if group else "shock.measure", name=sheets.measures[condition.of]),
        level=sheets.words.decimal(condition.threshold, 0),
        start=sheets.words.whole(sheets.at_start(condition.of)),
    )
