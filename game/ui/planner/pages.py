"""What is proposed, in four pages: the plan, its run sheet, who sits where, what to print."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from game.content.shapes import StakeholderId
from game.planning.papers import papers
from game.planning.runsheet import Kind
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.browser import Opening
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.planner.draft import Draft
from game.wording.planning import PlanTeller

PAGES: Final = ("proposal", "sheet", "seats", "papers")
MARKS: Final = {
    Kind.WELCOME: "door-open", Kind.BEFORE: "graduation-cap", Kind.ROLES: "drama", Kind.ROUND: "refresh-cw",
    Kind.PAUSE: "coffee", Kind.SPARE: "git-branch", Kind.DEBRIEF: "messages-square", Kind.AFTER: "graduation-cap",
    Kind.END: "flag",
}  # fmt: skip
SHEETS: Final = {
    "guide": "book-open", "roles": "drama", "tents": "users", "rules": "scroll-text", "cards": "layers",
    "challenges": "flag", "map": "map", "ballots": "vote", "questionnaire": "graduation-cap", "record": "pencil",
}  # fmt: skip
"""The icon of each kind of sheet."""
AT: Final = 76
"""Room for an hour and its minutes."""


@frozen
class Changed:
    """Change the plan, by field."""

    values: Mapping[str, Any]


@frozen
class Asked:
    """Ask so many challenges."""

    count: int


@frozen
class Chosen:
    """Play in this city."""

    city: str


@frozen
class Seated:
    """Put so many people on a seat."""

    seat: StakeholderId
    people: int


@frozen
class Named:
    """Write the first names of those on a seat."""

    seat: StakeholderId
    text: str


@frozen
class PrintPapers:
    """Write everything that the plan has printed."""


@frozen
class Prints:
    """What has become of the sheets: a sentence, "" before they were asked for, and the folder once they lie there."""

    told: str = ""
    folder: Path | None = None


def page(name: str, teller: PlanTeller, draft: Draft, printed: Prints, narrow: bool) -> list[Node]:
    """Returns a page of the plan."""
    if name == "sheet":
        return run_sheet(teller)
    if name == "seats":
        return seats(teller, draft, narrow)
    if name == "papers":
        return to_print(teller, printed, narrow)
    return proposal(teller, draft, narrow)


def proposal(teller: PlanTeller, draft: Draft, narrow: bool) -> list[Node]:
    """Returns the city and why, rounds, challenges and debrief to change, and the other cities."""
    say, words = teller.say, teller.words
    head = w.row(
        w.Tile("map", "accent", "accent_tint", 64),
        w.column(
            w.heading(words.of(teller.scenario.title), t.TITLE),
            w.Paragraph(teller.why(), t.BODY, colour="soft", leading=1.35),
            gap=6, grow=1,
        ),
        gap=t.M, align="start",
    )  # fmt: skip
    told = [w.Paragraph(teller.length(), t.BODY, t.MEDIUM), *(_advice(each) for each in teller.advice())]
    others = [key for key in draft.cities if key != draft.plan.scenario]
    return [
        w.Panel(head, *told, w.grid(1 if narrow else 3, *_numbers(teller, draft), gap=t.M), pad=(18, 22), gap=14),
        w.heading(say("others"), t.BODY),
        w.grid(1 if narrow else 2, *(_city(teller, draft, each) for each in others), gap=12),
    ]


def _advice(told: str) -> Node:
    said = w.Paragraph(told, t.SMALL, grow=1, role="status")
    line = w.row(w.Icon("info", 26, "accent"), said, gap=12, align="center")
    return w.Panel(line, fill="accent_tint", stroke="", raised=False, pad=(8, 14))


def _numbers(teller: PlanTeller, draft: Draft) -> list[Node]:
    plan, say = draft.plan, teller.say
    parts = (
        ("rounds", plan.rounds, draft.rounds, lambda n: Changed({"rounds": n})),
        ("challenges", len(plan.agenda), draft.challenges, Asked),
        ("debrief", plan.debrief, draft.debriefs, lambda n: Changed({"debrief": n})),
    )
    found: list[Node] = []
    for name, amount, (low, high), send in parts:
        title = say(f"change.{name}")
        stepper = w.stepper(
            title, amount, min(low, amount), max(high, amount), send, say("less", what=title), say("more", what=title),
            name,
        )  # fmt: skip
        found.append(w.column(w.Label(title, t.SMALL, t.MEDIUM, "soft"), w.row(stepper), gap=4))
    return found


def _city(teller: PlanTeller, draft: Draft, key: str) -> Node:
    words, scenario = teller.words, draft.cities[key].scenario
    title = words.of(scenario.title)
    about = words.of(scenario.suits.say if scenario.suits else scenario.summary)
    return w.Card(
        w.Paragraph(title, t.BODY, t.SEMIBOLD, leading=1.2), w.Paragraph(about, t.SMALL, colour="soft"),
        pad=(12, 18), gap=4, raised=False, on_press=Chosen(key), key=f"city {key}", label=title, value=about,
    )  # fmt: skip


def run_sheet(teller: PlanTeller) -> list[Node]:
    """Returns the moments, each with its time."""
    return [_moment(teller, place) for place in range(len(teller.moments))]


def _moment(teller: PlanTeller, place: int) -> Node:
    row, moment = teller.rows()[place], teller.moments[place]
    told: list[Node] = [w.Paragraph(row.what, t.BODY, t.SEMIBOLD if row.steps else t.REGULAR, leading=1.3)]
    if row.steps:
        told.append(w.Paragraph(row.steps, t.SMALL, colour="soft"))
    at = w.Label(row.at, t.STRONG, t.BOLD, "accent", tabular=True, width=AT)
    return w.row(
        at, w.Icon(MARKS[moment.kind], 28, "soft"), w.column(*told, gap=2, grow=1), gap=14, align="start",
        key=f"moment {place}",
    )  # fmt: skip


def seats(teller: PlanTeller, draft: Draft, narrow: bool) -> list[Node]:
    """Returns each seat and how many people hold it."""
    most = round(draft.rules.workshop.a_seat_most.value)
    rows = []
    for card in teller.scenario.stakeholders:
        name, people = teller.words.of(card.name), draft.plan.seats[card.id]
        stepper = w.stepper(
            name, people, 0, most, lambda n, seat=card.id: Seated(seat, n), teller.say("less", what=name),  # type: ignore[misc]
            teller.say("more", what=name), f"seat {card.id}",
        )  # fmt: skip
        told = w.column(
            w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2),
            w.Paragraph(teller.holder(people), t.SMALL, colour="soft"), gap=2, grow=1,
        )  # fmt: skip
        line = w.row(w.Tile(card.icon, "accent", "accent_tint", 48), told, stepper, gap=14, align="center")
        names = [_names(teller, card.id, name, people, draft)] if people else []
        rows.append(w.Panel(line, *names, pad=(10, 16), gap=10, raised=False, role="group", label=name))
    about = w.Paragraph(f"{teller.say('seats_about')} {teller.say('names_about')}", t.SMALL, colour="soft")
    return [about, w.grid(1 if narrow else 2, *rows, gap=12), *(_advice(each) for each in teller.advice())]


def _names(teller: PlanTeller, seat: StakeholderId, name: str, people: int, draft: Draft) -> Node:
    say = teller.words.say
    return TextField(
        say("seats.names", seat=name), draft.names.get(seat, ""), lambda text: Named(seat, text),
        say("seats.names_hint" if people > 1 else "seats.name_hint"), key=f"names {seat}", size=t.SMALL,
    )  # fmt: skip


def to_print(teller: PlanTeller, printed: Prints, narrow: bool) -> list[Node]:
    """Returns what to print and what each sheet is for, and the button that writes it."""
    pairs = zip(papers(teller.plan), teller.papers(), strict=True)
    sheets = [_sheet(SHEETS[kind], name, use[:1].upper() + use[1:]) for kind, (name, use) in pairs]
    told: list[Node] = []
    if printed.told:
        told.append(w.Paragraph(printed.told, t.SMALL, t.MEDIUM, role="status", key="printed"))
    if printed.folder:
        show = Opening(printed.folder)
        told.append(
            w.row(w.Button(teller.say("open_prints"), "folder-open", on_press=show, tall=52, key="open prints"))
        )
    write = w.Button(teller.say("print_now"), "printer", on_press=PrintPapers(), key="print", breaks=True)
    about = w.Paragraph(teller.say("print_about"), t.SMALL, colour="soft")
    return [w.grid(1 if narrow else 2, *sheets, gap=12), w.row(write), *told, about]


def _sheet(icon: str, name: str, use: str) -> Node:
    """Returns a kind of sheet: its name, and what for."""
    said = w.column(
        w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2), w.Paragraph(use, t.SMALL, colour="soft"), gap=2, grow=1
    )
    line = w.row(w.Tile(icon, "accent", "accent_tint", 48), said, gap=14, align="center")
    return w.Panel(line, pad=(12, t.M), raised=False)
