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
LABELS: Final = ("seat", "challenge", "answer", "as_it_is", "reason", "remedy", "consents", "aside", "objects")
TIMES: Final = ("first", "second", "third", "fourth")
"""How often an answer can be asked about under consent."""
NOTHING: Final = {"tech": "", "title": "", "asked": ""}
"""A line to write an answer on."""
A_PAGE: Final = {"grade": 6, "tokens": 6, "fund": 6, "consent": 6}
"""Ballots on a page, where grades, answers to several challenges or reasons take room."""
ELSE: Final = 8
"""Ballots on a page of any other kind."""
SPARE: Final = {"consent": 2}
"""Blank ballots a seat has at least, where an answer that is put off lets another be asked about."""
LINES: Final = 3
"""Lines for answers on a blank ballot: as many as a challenge has."""


def ballot_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns the ballots, a page of them at least for each seat that votes, or for each kind."""
    own = KINDS.get(sheets.plan.procedure) if sheets.plan else None
    pages = list(_seats(sheets, own)) if own else [_blank(sheets, kind) for kind in KINDS.values()]
    labels = {name: sheets.say(f"ballot.{name}") for name in LABELS}
    again = round(sheets.rules.deciding.ask_again.value)
    times = [sheets.say(f"ballot.{name}") for name in TIMES[:again]]
    return sheets.common(sheets.say("ballots")) | {"pages": pages, "labels": labels, "times": times}


def filled_in(sheets: Sheets, kind: str) -> str:
    """Returns the kind of ballot that a place fills in: a participatory budget is voted with tokens or with ticks."""
    return "fund" if kind == "tokens" and sheets.game.manner.paper is Paper.APPROVALS else kind


def _blank(sheets: Sheets, kind: str) -> list[dict[str, Any]]:
    lines = [NOTHING] * (LINES * 2 if kind == "tokens" else LINES)
    return [_ballot(sheets, filled_in(sheets, kind), "", "", lines)] * A_PAGE.get(kind, ELSE)


def _seats(sheets: Sheets, kind: str) -> Iterator[list[dict[str, Any]]]:
    """Yields the ballots of each seat that people hold and that votes, and blank ones for what nobody foresaw."""
    kind = filled_in(sheets, kind)
    for seat in voting(sheets):
        name = sheets.names[seat]
        own = [_for(sheets, kind, name, asked) for asked in votes(sheets)]
        spare = _ballot(sheets, kind, name, "", [NOTHING] * len(own[0]["lines"]))
        least = len(own) + SPARE.get(kind, 0)
        page = own + [spare] * (least + -least % A_PAGE.get(kind, ELSE) - len(own))
        yield [{**each, "shared": _shared(sheets, seat)} for each in page]


def _shared(sheets: Sheets, seat: StakeholderId) -> str:
    """Returns what tells people who share a seat that they have one ballot between them."""
    people = sheets.played.seats[seat]
    return sheets.say("ballot.shared", n=sheets.words.whole(people)) if people > 1 else ""


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
    about = [f"{number[each.id]} {sheets.words.of(each.title)}" for each in asked]
    lines = [
        {"tech": answer.tech.value, "title": sheets.words.of(answer.title), "asked": told}
        for each, told in zip(asked, about, strict=True) for answer in each.answers
    ]  # fmt: skip
    return _ballot(sheets, kind, seat, " · ".join(about), lines)


def _ballot(sheets: Sheets, kind: str, seat: str, about: str, lines: Sequence[dict[str, str]]) -> dict[str, Any]:
    how = sheets.say(f"ballot.{kind}_how", tokens=sheets.words.whole(tokens_each(sheets.game)))
    # Answers that are printed before anybody has proposed them.
    strike = sheets.say("ballot.strike") if about and kind != "consent" else ""
    return {
        "kind": kind,
        "title": sheets.say(f"ballot.{kind}"),
        "how": f"{strike} {how}".strip(),
        "seat": seat,
        "shared": "",
        "a_page": A_PAGE.get(kind, ELSE),
        "about": about,
        "lines": list(lines),
    }
