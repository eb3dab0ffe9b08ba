"""The two forms of the setting-up screen: the session, and its seats."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final

from attrs import field, frozen

from game.content.cards import Paper, Scenario, Secrecy, Sharing, Stakeholder
from game.content.lengths import lengths_of, parts_of
from game.content.load import Summary
from game.content.load_packs import PackSummary
from game.content.played import Length
from game.content.rulebook import Procedure, Rulebook
from game.content.shapes import LANGUAGES, UNDRAWN, StakeholderId
from game.engine.state import BUDGET, PLAYABLE
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.scene import Change
from game.ui.setup.choices import FEWEST_ROUNDS, MOST_PEOPLE, MOST_ROUNDS, Place, Plan, minutes
from game.ui.setup.rulecards import faults, rule_cards
from game.ui.widgets import Option
from game.wording.words import Words

FEW: Final = 3
"""Cities that are all told at length; of more, only the one chosen is, so that what comes below stays in sight."""


@frozen
class Chosen:
    """Play this scenario."""

    summary: Summary


@frozen
class Session:
    """Change the plan, by field."""

    values: Mapping[str, Any] = field(factory=dict)


@frozen
class Voting:
    """Change how the table votes, by field."""

    values: Mapping[str, Any] = field(factory=dict)


@frozen
class Filled:
    """Give every seat to computer players, or to people."""

    computer: bool


@frozen
class Placed:
    """Change one seat, by field: what was written meanwhile stays."""

    seat: StakeholderId
    values: Mapping[str, Any]


@frozen
class Written:
    """Something was written: the names of a seat's people, or the seed where `seat` is None."""

    seat: StakeholderId | None
    text: str


def session_form(
    words: Words,
    plan: Plan,
    rules: Rulebook,
    summaries: Sequence[Summary],
    packs: Sequence[PackSummary],
    advanced: bool,
) -> tuple[Node, ...]:
    """Returns the choice of the city, of the length, of the way of deciding and of the rules."""
    say = words.say
    brief = len(summaries) > FEW
    cards = [_scenario(words, each, each == plan.summary, brief and not each.problems) for each in summaries]
    spoken = _language(words, plan.scenario) if plan.scenario else []
    city = w.column(*(cards or [w.Paragraph(say("seats.no_scenario"))]), gap=6 if brief else t.S + 4)
    sections: list[Node] = [_section(say("seats.city"), city, *spoken)]
    if plan.scenario is None:
        return tuple(sections)
    ways = [each for each in rules.procedures if each.id in PLAYABLE]
    sections.append(_section(say("seats.length"), *_lengths(words, plan, rules), _rounds(words, plan, rules)))
    sections.append(_section(say("seats.way"), *(_way(words, each, each.id == plan.procedure) for each in ways)))
    sections.append(_section(say("packs.section"), *rule_cards(words, plan.rules, packs)))
    sections.append(_section(say("seats.manner"), *_manner(words, plan)))
    sections.append(_advanced(words, plan, advanced))
    return tuple(sections)


def _section(title: str, *inside: Node) -> Node:
    return w.column(w.heading(title, t.STRONG), *inside, gap=t.S + 4)


def _scenario(words: Words, summary: Summary, chosen: bool, brief: bool) -> Node:
    """Returns a city to choose; where it is `brief`, only the one chosen tells what it is about."""
    title = words.of(summary.title) if summary.title else summary.id
    about = words.of(summary.summary) if summary.summary else words.say("seats.faulty")
    if summary.variant_of:
        about = f"{words.say('seats.variant_of', title=words.of(summary.variant_of))} {about}"
    faulty = bool(summary.problems)
    mark = "triangle-alert" if faulty else "circle-dot" if chosen else "circle"
    told = () if brief and not chosen else (w.Paragraph(about, t.SMALL, colour="soft"),)
    return w.Card(
        w.row(
            w.Icon(mark, 28, "danger" if faulty else "accent" if chosen else "edge"),
            w.column(w.Paragraph(title, t.STRONG if told else t.BODY, t.SEMIBOLD, leading=1.2), *told, gap=4, grow=1),
            gap=t.M, align="center",
        ),
        chosen=chosen, pad=(14, 18) if told else (7, 18), raised=False, on_press=Chosen(summary),
        key=f"scenario {summary.folder}", label=title, role="radio", value="" if told else about,
    )  # fmt: skip


def _lengths(words: Words, plan: Plan, rules: Rulebook) -> tuple[Node, ...]:
    """Returns the sessions a scenario proposes: a lesson, a workshop, half a day."""
    assert plan.scenario is not None
    lengths, chosen = lengths_of(plan.scenario, rules), _chosen_length(plan, rules)
    now = lengths.index(chosen) if chosen else -1
    options = [
        Option(
            words.say("seats.session_minutes", minutes=words.whole(each.minutes)),
            Session({"rounds": each.rounds, "agenda": each.agenda}),
        )
        for each in lengths
    ]
    asked = plan.agenda or plan.scenario.agenda
    told = words.count("seats.challenges_told", len(asked))
    return w.choices(words.say("seats.length"), options, now, key="length"), w.Paragraph(told, t.SMALL, colour="soft")


def _chosen_length(plan: Plan, rules: Rulebook) -> Length | None:
    """Returns the length that the plan follows, None when rounds were set by hand."""
    lengths = lengths_of(plan.scenario, rules) if plan.scenario else ()
    return next((each for each in lengths if (each.rounds, each.agenda) == (plan.rounds, plan.agenda)), None)


def _rounds(words: Words, plan: Plan, rules: Rulebook) -> Node:
    say, length = words.say, _chosen_length(plan, rules)
    told = say("seats.minutes", minutes=words.whole(minutes(rules, plan.rounds)))
    if length:
        told = words.count("seats.round_minutes", round(parts_of(length.minutes, rules.workshop).play / length.rounds))
    stepper = w.stepper(
        say("seats.length"), plan.rounds, FEWEST_ROUNDS, MOST_ROUNDS, lambda rounds: Session({"rounds": rounds}),
        say("seats.fewer_rounds"), say("seats.more_rounds"), "rounds", words.count("seats.turns", plan.rounds),
    )  # fmt: skip
    return w.row(stepper, w.Paragraph(told, t.SMALL, colour="soft", grow=1), gap=t.M, align="center")


def _way(words: Words, way: Procedure, chosen: bool) -> Node:
    return w.Card(
        w.row(
            w.Icon(way.icon, 30, "accent"),
            w.column(
                w.Label(words.of(way.name), t.BODY, t.SEMIBOLD),
                w.Paragraph(words.of(way.say), t.SMALL, colour="soft"),
                gap=4,
                grow=1,
            ),
            gap=t.M,
            align="center",
        ),
        chosen=chosen, pad=(14, 18), raised=False, on_press=Session({"procedure": way.id}), key=f"way {way.id}",
        label=words.of(way.name), role="radio",
    )  # fmt: skip


def _manner(words: Words, plan: Plan) -> list[Node]:
    """Returns who sees ballots and, for a participatory budget, how they are filled in and counted."""
    asked: list[tuple[str, type[Enum]]] = [("ballots", Secrecy)]
    if plan.procedure == BUDGET:
        asked += [("paper", Paper), ("count", Sharing)]
    found: list[Node] = []
    for name, kind in asked:
        chosen = getattr(plan.manner, name)
        label = words.say(f"seats.manner.{name}")
        options = [
            Option(words.say(f"seats.manner.{name}.{each.value}"), Voting({name: each})) for each in kind
        ]
        found += [
            w.Label(label, t.BODY, t.MEDIUM),
            w.choices(label, options, list(kind).index(chosen), key=name),
            w.Paragraph(words.say(f"seats.manner.{name}.{chosen.value}.about"), t.SMALL, colour="soft"),
        ]
    return found


def _language(words: Words, scenario: Scenario) -> list[Node]:
    """Returns the choice of the language of the cards, for a scenario that speaks more than the screen does."""
    more = [each for each in scenario.languages if each not in LANGUAGES and each not in UNDRAWN]
    if not more:
        return []
    from babel import Locale

    label = words.say("seats.cards")
    options = [Option(words.say("seats.cards.screen"), Change({"cards": ""}))]
    options += [Option(str(Locale(code).get_display_name(code)), Change({"cards": code})) for code in more]
    now = more.index(words.cards) + 1 if words.cards in more else 0
    return [w.Label(label, t.BODY, t.MEDIUM), w.choices(label, options, now, key="cards")]


def _advanced(words: Words, plan: Plan, shown: bool) -> Node:
    say = words.say
    opener = w.Button(
        say("seats.advanced"), icon_end="chevron-up" if shown else "chevron-down", kind="quiet", size=t.SMALL, tall=48,
        on_press=Session({"advanced": not shown}), key="advanced",
    )  # fmt: skip
    if not shown:
        return w.row(opener)
    seed = TextField(
        say("seats.seed"), str(plan.seed), lambda text: Written(None, text), longest=6, accepts=str.isdecimal,
        key="seed", width=180,
    )  # fmt: skip
    return w.column(
        w.row(opener),
        w.row(w.Label(say("seats.seed"), t.BODY, t.MEDIUM, grow=1), seed, gap=t.M, align="center"),
        w.Paragraph(say("seats.seed_about"), t.SMALL, colour="soft"),
        gap=t.S,
    )


def seat_forms(words: Words, plan: Plan, narrow: bool) -> tuple[Node, ...]:
    """Returns the seats, two in a row, under the buttons that fill them all; or the faults of the scenario chosen."""
    if plan.scenario is None:
        return (faults(words, plan.problems),) if plan.problems else ()
    say = words.say
    head = w.row(
        w.heading(say("seats.places"), t.STRONG, grow=1),
        w.Button(say("seats.all_people"), "users", on_press=Filled(False), size=t.SMALL, tall=48, key="all people"),
        w.Button(say("seats.all_computer"), "bot", on_press=Filled(True), size=t.SMALL, tall=48, key="all computer"),
        gap=t.S + 4, align="center",
    )  # fmt: skip
    forms = [_seat(words, each, plan.places[each.id]) for each in plan.scenario.stakeholders]
    shared = w.Paragraph(say("seats.shared"), t.SMALL, colour="soft")
    return head, w.grid(1 if narrow else 2, *forms, gap=t.M), shared


def _seat(words: Words, card: Stakeholder, place: Place) -> Node:
    say = words.say
    name = words.of(card.name)
    options = [
        Option(say("seats.by_people"), Placed(card.id, {"computer": False}), "user"),
        Option(say("seats.by_computer"), Placed(card.id, {"computer": True}), "bot"),
    ]
    return w.Panel(
        w.row(
            w.Tile(card.icon, "accent", "accent_tint", 48),
            w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2, grow=1),
            w.choices(name, options, int(place.computer), key=f"who {card.id}"),
            gap=12, align="center",
        ),
        _computer(words) if place.computer else _people(words, card, place),
        pad=(14, 16), gap=10, raised=False, key=f"seat {card.id}", role="group", label=name,
    )  # fmt: skip


def _computer(words: Words) -> Node:
    told = w.Paragraph(words.say("seats.computer_about"), t.SMALL, colour="soft", grow=1)
    return w.row(told, align="center", height=60)


def _people(words: Words, card: Stakeholder, place: Place) -> Node:
    say, seat = words.say, card.id
    stepper = w.stepper(
        say("seats.count"), place.count, 1, MOST_PEOPLE, lambda count: Placed(seat, {"count": count}),
        say("seats.fewer_people"), say("seats.more_people"), f"count {seat}", words.count("seats.heads", place.count),
    )  # fmt: skip
    names = TextField(
        say("seats.names", seat=words.of(card.name)), place.names, lambda text: Written(seat, text),
        say("seats.names_hint" if place.count > 1 else "seats.name_hint"), key=f"names {seat}", size=t.SMALL, grow=1,
    )  # fmt: skip
    return w.row(stepper, names, gap=12, align="center", height=60)
