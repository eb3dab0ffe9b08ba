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
    """Returns what must hold for a shock to come, and whether the dice decide then."""
    come = sheets.say(f"shock.{shock.kind.value}")
    if not shock.starts:
        return f"{sheets.say('shock.any_time')} {come}"
    starts = sheets.words.say("shock.and").join(_told(sheets, each) for each in shock.starts)
    return f"{sheets.say('shock.when', starts=starts)} {come}"


def _told(sheets: Sheets, condition: Condition) -> str:
    """Returns a condition, and where the city stands as the game begins."""
    side = "above" if condition.above is not None else "below"
    return sheets.say(
        f"shock.{side}",
        measure=sheets.measures[condition.of],
        level=sheets.words.decimal(condition.threshold, 0),
        start=sheets.words.whole(sheets.at_start(condition.of)),
    )
