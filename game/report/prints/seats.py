"""What a person is handed and what stands before a seat: role sheets, those of witnesses, and tent cards."""

from itertools import cycle
from typing import Any, Final

from game.content.cards import Stakeholder
from game.engine.state import ALGORITHM, CONSENT, EXPERTS, MANDATE
from game.report.prints.sheets import Sheets, begun, icon

LABELS: Final = ("argument", "aim", "secret", "follows", "can", "fold")
NAMED: Final = 3
"""Answers named that wait for a seat; of more, the sheet tells how many there are."""


def role_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns the role sheets, the secret apart so that it can be folded away.

    With a plan, one for each person; a seat that nobody holds has one too, for whoever comes unforeseen.
    """
    labels = {name: sheets.say(name) for name in LABELS}
    people = sheets.plan.seats if sheets.plan else {}
    found = [
        _role(sheets, seat) for seat in sheets.scenario.stakeholders for _ in range(max(1, people.get(seat.id, 1)))
    ]
    return sheets.common(sheets.say("roles")) | {"labels": labels, "roles": found, "witnesses": _witnesses(sheets)}


def _role(sheets: Sheets, seat: Stakeholder) -> dict[str, Any]:
    words = sheets.words
    return {
        "id": seat.id,
        "name": words.of(seat.name),
        "icon": icon(seat.icon),
        "brief": words.told(seat.brief, seat.plain),
        "argument": words.of(seat.argument),
        "aim": words.of(seat.aim),
        "can": [_say(sheets, seat), *_agreement(sheets, seat)],
        "secret": words.of(seat.secret),
        "watches": [_watched(sheets, watch.of, watch.want) for watch in seat.watches],
        "secret_watch": _watched(sheets, seat.secret_watch.of, seat.secret_watch.want),
    }


def _watched(sheets: Sheets, of: str, want: str) -> dict[str, str]:
    return {"sign": "▲" if want == "up" else "▼", "name": sheets.measures[of]}


def _say(sheets: Sheets, seat: Stakeholder) -> str:
    """Returns what a seat may do while the city decides as it does at the start."""
    game, decider = sheets.game, sheets.scenario.decider
    way = game.procedure
    if way in (MANDATE, ALGORITHM):
        key = f"{way}.decides" if seat.id == decider else str(way)
    elif way == EXPERTS:
        key = f"{way}.grades" if seat.id in game.committee else str(way)
    else:
        key = str(way) if way == CONSENT else "vote"
    committee = " · ".join(sheets.names[each] for each in game.committee)
    return sheets.say(f"can.{key}", who=sheets.names[decider], committee=committee)


def _agreement(sheets: Sheets, seat: Stakeholder) -> list[str]:
    """Returns which answers are done with a seat or not at all; none where nobody proposes, and no partner is asked."""
    words, answers = sheets.words, [answer for asked in sheets.agenda for answer in asked.answers]
    waiting = [words.of(answer.title) for answer in answers if seat.id in answer.partners]
    if not waiting or sheets.game.procedure == ALGORITHM:
        return []
    if len(waiting) > NAMED:
        mark = begun(sheets.say("partner", who="").strip())
        return [sheets.say("can.agree_many", n=words.whole(len(waiting)), all=words.whole(len(answers)), mark=mark)]
    quoted = [f"{words.say('table.quote.open')}{title}{words.say('table.quote.close')}" for title in waiting]
    return [sheets.say("can.agree", what=", ".join(quoted))]


def _witnesses(sheets: Sheets) -> list[dict[str, Any]]:
    """Returns a sheet for each person without a seat: one of the gauges, and a line a round to write on."""
    words, gauges = sheets.words, cycle(sheets.rules.headlines)
    labels = {name: sheets.say(f"witness.{name}") for name in ("gauge", "round", "way", "why")}
    return [
        {
            "name": sheets.say("witness"),
            "icon": icon("eye"),
            "brief": sheets.say("witness.brief"),
            "gauge": {"name": words.of(rule.name), "about": words.of(rule.about), "icon": icon(rule.icon)},
            "labels": labels,
            "rounds": sheets.played.rounds,
        }
        for _, rule in zip(range(sheets.played.witnesses), gauges, strict=False)
    ]


def tent_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns the cards that stand before each seat."""
    words = sheets.words
    seats = [
        {"name": words.of(seat.name), "icon": icon(seat.icon), "aim": words.of(seat.aim)}
        for seat in sheets.scenario.stakeholders
    ]
    return sheets.common(sheets.say("tents")) | {"seats": seats, "fold": sheets.say("tent_fold")}
