"""Paper ballots: with a plan, one sheet a seat with a ballot for each of its votes; without one, blank ones."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from game.content.cards import Challenge, Paper
from game.content.shapes import StakeholderId
from game.engine.ballots import tokens_each, voters
from game.engine.pacing import outline
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import BUDGET, CONSENT, EXPERTS, MAJORITY, RANKED
from game.report.prints.sheets import Sheets

KINDS: Final = {MAJORITY: "approve", RANKED: "rank", EXPERTS: "grade", BUDGET: "tokens", CONSENT: "consent"}
"""The kind of ballot of each way in which people vote."""
LABELS: Final = ("seat", "challenge", "as_it_is", "reason", "remedy", "consents", "aside", "objects", "first", "second")
NOTHING: Final = {"tech": "", "title": ""}
"""A line to write an answer on."""
A_PAGE: Final = 8
"""Ballots on a page."""
LINES: Final = 3
"""Lines for answers on a blank ballot: as many as a challenge has."""


def ballot_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns the ballots, a page of them at least for each seat that votes, or for each kind."""
    own = KINDS.get(sheets.plan.procedure) if sheets.plan else None
    pages = list(_seats(sheets, own)) if own else [_blank(sheets, kind) for kind in KINDS.values()]
    labels = {name: sheets.say(f"ballot.{name}") for name in LABELS}
    return sheets.common(sheets.say("ballots")) | {"pages": pages, "labels": labels}


def _blank(sheets: Sheets, kind: str) -> list[dict[str, Any]]:
    lines = [NOTHING] * (LINES * 2 if kind == "tokens" else LINES)
    return [_ballot(sheets, kind, "", "", lines)] * A_PAGE


def _seats(sheets: Sheets, kind: str) -> Iterator[list[dict[str, Any]]]:
    """Yields the ballots of each seat that people hold and that votes, and blank ones for what nobody foresaw."""
    if kind == "tokens" and sheets.game.manner.paper is Paper.APPROVALS:
        kind = "fund"
    for seat in voting(sheets):
        own = [_for(sheets, kind, sheets.names[seat], asked) for asked in votes(sheets)]
        spare = _ballot(sheets, kind, sheets.names[seat], "", [NOTHING] * len(own[0]["lines"]))
        yield own + [spare] * (-len(own) % A_PAGE)


def voting(sheets: Sheets) -> tuple[StakeholderId, ...]:
    """Returns the seats that people hold and that cast a ballot in the way of the plan."""
    held = sheets.played.held
    return tuple(seat for seat in voters(sheets.game, sheets.game.procedure) if seat in held)


def votes(sheets: Sheets) -> tuple[tuple[Challenge, ...], ...]:
    """Returns the challenges of each vote, in order: one, or those that a participatory budget decides together."""
    known, waiting, found = {each.id: each for each in sheets.agenda}, list[Challenge](), []
    for stretch in outline(sheets.game, first_state(sheets.game)):
        if stretch.challenge is not None and known[stretch.challenge] not in waiting:
            waiting.append(known[stretch.challenge])
        if stretch.phase is Phase.DECISION and waiting and not stretch.perhaps:
            found.append(tuple(waiting))
            waiting = []
        elif stretch.perhaps:
            waiting = []
    return tuple(found)


def _for(sheets: Sheets, kind: str, seat: str, asked: Sequence[Challenge]) -> dict[str, Any]:
    number = {each.id: place for place, each in enumerate(sheets.agenda, 1)}
    about = " · ".join(f"{number[each.id]} {sheets.words.of(each.title)}" for each in asked)
    lines = [
        {"tech": answer.tech.value, "title": sheets.words.of(answer.title)} for each in asked for answer in each.answers
    ]
    return _ballot(sheets, kind, seat, about, lines)


def _ballot(sheets: Sheets, kind: str, seat: str, about: str, lines: Sequence[dict[str, str]]) -> dict[str, Any]:
    tokens = sheets.words.whole(tokens_each(sheets.game))
    return {
        "kind": kind,
        "title": sheets.say(f"ballot.{kind}"),
        "how": sheets.say(f"ballot.{kind}_how", tokens=tokens),
        "seat": seat,
        "about": about,
        "lines": list(lines),
    }
