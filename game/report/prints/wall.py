"""What the whole table looks at: the map with the four gauges to move by hand, and the poster of the rules."""

from typing import Any, Final

from game.content.cards import DataKind, Paper, Reversibility
from game.content.rulebook import Procedure
from game.content.workshop import WorkshopPlan
from game.engine.phases import Phase
from game.engine.state import BUDGET, PLAYABLE
from game.planning.proposing import game_of
from game.planning.runsheet import run_sheet
from game.report.charts.plan import city_plan
from game.report.drawing import to_svg
from game.report.palette import PAPER
from game.report.prints.sheets import DATA_ICONS, WAY_BACK_ICONS, Sheets, icon
from game.wording.planning import in_halves
from game.wording.words import Words

BACK: Final = 6
"""Steps that a gauge can be moved back on its track: few cards push down."""
ON: Final = 18
"""Steps that it can be moved on: six answers with three marks."""


def map_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns the city's map, its districts, and a track for each gauge."""
    city, words = sheets.scenario.city, sheets.words
    drawing = city_plan(city, words, words.of(sheets.scenario.title))
    tracks = [
        {"name": words.of(rule.name), "icon": icon(rule.icon, PAPER[str(rule.id)])} for rule in sheets.rules.headlines
    ]
    return sheets.common(sheets.say("map")) | {
        "svg": to_svg(drawing, PAPER, "plan"),
        "districts": [{"name": words.of(each.name), "about": words.of(each.about)} for each in city.districts],
        "tracks": tracks,
        "steps": {"back": BACK, "on": ON, "start": sheets.say("track.start")},
        "track": {"title": sheets.say("track"), "how": sheets.say("track.how")},
    }


def rules_sheet(sheets: Sheets, plan: WorkshopPlan) -> dict[str, Any]:
    """Returns the poster: a round step by step, the seven ways of deciding, the four gauges, what a card says."""
    words, rules = sheets.words, sheets.rules
    ways = [
        {"name": words.of(each.name), "say": _way(sheets, each), "icon": icon(each.icon),
         "own": each.id == sheets.game.procedure, "time": _short(words, each.time.value),
         "money": f"{_short(words, each.money.value)}\u00a0M€"}
        for each in rules.procedures if each.id in PLAYABLE
    ]  # fmt: skip
    gauges = [
        {"name": words.of(each.name), "about": words.of(each.about), "icon": icon(each.icon, PAPER[str(each.id)])}
        for each in rules.headlines
    ]
    phases = _phases(sheets, plan)
    names = ("ways", "gauges", "way_costs", "way_time", "way_money", "way_own", "card")
    labels = {name: words.say(sheets.key(f"print.{name}")) for name in names}
    labels["round"] = words.count("print.round", len(phases))
    heading = sheets.say("rules")
    told = {"heading": heading, "phases": phases, "ways": ways, "gauges": gauges, "labels": labels}
    return sheets.common(heading) | told | {"card": _legend(sheets)}


def _short(words: Words, number: float) -> str:
    """Returns a number with no more decimals than it has, and two at most."""
    digits = next((each for each in (0, 1) if round(number, each) == number), 2)
    return words.decimal(number, digits)


def _way(sheets: Sheets, way: Procedure) -> str:
    """Returns a way of deciding in a sentence: as ballots are written here, with no screen where there is none."""
    if way.id == BUDGET and sheets.game.manner.paper is Paper.APPROVALS:
        return sheets.say("way.budget.approvals")
    return _on_paper(sheets, f"way.{way.id}") or sheets.words.of(way.say)


def _on_paper(sheets: Sheets, key: str) -> str:
    """Returns what is said where there is nothing but paper, "" where nothing else is."""
    paper = f"print.{key}.paper"
    return sheets.words.say(paper) if sheets.on_paper and sheets.words.has(paper) else ""


def _phases(sheets: Sheets, plan: WorkshopPlan) -> list[dict[str, str]]:
    """Returns the steps of a round in the way of the place, and the minutes that each has."""
    words, minutes = sheets.words, minutes_of(sheets, plan)
    return [
        {"name": words.of(each.name), "minutes": minutes[Phase(each.id)],
         "say": _on_paper(sheets, f"phase.{each.id}") or words.of(each.say)}
        for each in sheets.rules.phases if Phase(each.id) in minutes
    ]  # fmt: skip


def minutes_of(sheets: Sheets, plan: WorkshopPlan) -> dict[Phase, str]:
    """Returns the minutes of each phase that a round goes through, as the run sheet tells them."""
    moments = run_sheet(plan, game_of(plan, sheets.scenario, sheets.rules))
    steps = [step for moment in moments for step in moment.steps]
    return {step.phase: in_halves(step.minutes, sheets.words) for step in reversed(steps)}


def _legend(sheets: Sheets) -> list[dict[str, str]]:
    """Returns what the signs of a card say; those without an icon have their sign in the text."""
    told = [
        ("", "card.low"), ("", "card.mid"), ("", "card.high"), ("", "card.marks"),
        (DATA_ICONS[DataKind.NONE], "card.nothing"),
        (DATA_ICONS[DataKind.AGGREGATE], "card.counts"), (DATA_ICONS[DataKind.PERSONAL], "card.personal"),
        ("construction", "card.ready"), ("hand-coins", "card.city_pays"), ("wrench", "card.upkeep"),
        (WAY_BACK_ICONS[Reversibility.EASY], "card.easy"), (WAY_BACK_ICONS[Reversibility.COSTLY], "card.costly"),
        (WAY_BACK_ICONS[Reversibility.HARD], "card.hard"), ("handshake", "card.partner"), ("trending-up", "card.level"),
    ]  # fmt: skip
    return [{"icon": icon(name) if name else "", "say": sheets.say(key)} for name, key in told]
