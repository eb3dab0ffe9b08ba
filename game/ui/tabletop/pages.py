"""What lies under the map when no challenge is on the table: the briefing, what changed, a question, the end."""

from typing import Final

from game.city.apart import TENTH
from game.city.exact import divided, settled
from game.city.explain import gauge_change
from game.city.state import adoptions
from game.content.rulebook import Headline
from game.content.shapes import ChallengeId
from game.engine.events import Decided, LeftAsItIs, PowerLost, PowerRegained, ShockEnded, ShockStruck
from game.engine.powers import rule_of
from game.engine.reveal import withheld
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.gauges import arrowed, last_change, tone_of
from game.ui.tabletop.story import is_open
from game.ui.tabletop.table import Hold, Table
from game.wording import deciding, powers
from game.wording.shocks import ending, over, reasons

CAUSES: Final = 4
"""Causes shown under a gauge; the screen behind "why?" shows them all."""
ALOUD: Final = 28
"""Size of the story that opens the session, which is read aloud and from the back row."""
AHEAD: Final = 4
"""Challenges of the agenda shown ahead."""


def briefing(table: Table) -> Node:
    """Returns the story of round 1; later, what has opened and what struck since."""
    if table.state.round == 1:
        scenario = table.game.model.scenario
        return _page(
            "newspaper", table.words.of(scenario.title),
            w.Paragraph(table.words.told(scenario.briefing, scenario.plain), _aloud(table), leading=1.42),
            key="briefing", beside=_chances(table),
        )  # fmt: skip
    parts = [*_shock(table, t.BODY), *_opened(table)]
    if not parts:
        parts = [w.Paragraph(table.say("briefing.calm"), t.STRONG)]
    title = table.say("briefing.title", round=table.state.round)
    return _page("newspaper", title, *parts, key="briefing", beside=_chances(table))


def _aloud(table: Table) -> int:
    return ALOUD if table.dense and not table.words.easy else t.STRONG


def _chances(table: Table) -> Node:
    """Returns the way to what could happen, for those who look."""
    return w.Button(table.say("odds"), "dices", on_press=Push("outlook"), tall=48, size=t.SMALL, key="odds")


def _page(icon: str, title: str, *parts: Node, key: str, beside: Node) -> Node:
    head = (w.Tile(icon, "accent", "accent_tint", 48), w.heading(title, t.TITLE, grow=1), beside)
    return w.Panel(
        w.row(*head, gap=14, align="center"),
        w.ScrollColumn(*parts, gap=14, pad=(0, 22, 4, 0), grow=1, key=f"{key} text"),
        pad=(18, 24, 14, 24), gap=14, key=key,
    )  # fmt: skip


def agenda(table: Table) -> Node:
    """Returns the challenges that are coming, in their order."""
    rows: list[Node] = []
    for number, challenge in enumerate(table.state.queue[:AHEAD]):
        card = table.game.challenge(challenge)
        rows.append(
            w.row(
                w.Tile(card.icon, "accent" if number == 0 else "soft", "accent_tint" if number == 0 else "sunken", 46),
                w.column(
                    w.Paragraph(table.words.of(card.title), t.BODY, t.SEMIBOLD, leading=1.2),
                    w.caption(table.teller.place(card.district)),
                    gap=0, grow=1,
                ),
                gap=14, align="center",
            )
        )  # fmt: skip
    left = len(table.state.queue) - AHEAD
    if left > 0:
        rows.append(w.caption(table.words.count("table.agenda.more", left)))
    if not rows:
        rows = [w.Paragraph(table.say("agenda.none"), t.SMALL, colour="soft")]
    return w.Panel(
        w.heading(table.say("agenda"), t.STRONG),
        w.ScrollColumn(*rows, gap=14, pad=(0, 22, 4, 0), grow=1, key="agenda"),
        pad=(16, 20, 12, 20), gap=12,
    )  # fmt: skip


def outcome(table: Table) -> Node:
    """Returns what the round decided and what struck, beside the map."""
    decided, struck = _decided(table), _shock(table)
    parts: list[Node] = [*decided, *([w.Divider()] if decided and struck else []), *struck]
    if not parts:
        parts = [w.Paragraph(table.say("outcome.nothing"), t.SMALL, colour="soft")]
    return w.Panel(
        w.heading(table.say("outcome", round=table.state.round), t.STRONG),
        w.ScrollColumn(*parts, gap=14, pad=(0, 22, 4, 0), grow=1, key="outcome"),
        pad=(16, 20, 12, 20), gap=12,
    )  # fmt: skip


def _decided(table: Table) -> list[Node]:
    found: list[Node] = []
    for event in table.room.since_last_round():
        if isinstance(event, Decided | LeftAsItIs):
            card = table.game.challenge(event.challenge)
            chosen = event.taken if isinstance(event, Decided) else None
            tone = table.game.intervention(chosen).tech.value if chosen else "soft"
            icon = table.game.intervention(chosen).icon if chosen else card.icon
            said = _settled(table, event) if isinstance(event, Decided) else table.say("outcome.left")
            tile = w.Tile(icon, "on_tech" if chosen else "soft", tone if chosen else "sunken", 40)
            title = w.Paragraph(table.words.of(card.title), t.BODY, t.SEMIBOLD, leading=1.2, grow=1)
            count = [_counting(table, event)] if isinstance(event, Decided) and event.decision.steps else []
            head = w.row(tile, title, *count, _compared(table, event.challenge), gap=10, align="center")
            found.append(w.column(head, w.Paragraph(said, t.SMALL, colour="soft", leading=1.25), gap=6))
    return found


def _compared(table: Table, challenge: ChallengeId) -> Node:
    """Returns what lays the answers to a challenge side by side, as they stood on the table."""
    told = table.words.say("compare.again", what=table.teller.title(challenge))
    look = Push("compare", {"challenge": challenge})
    return w.IconButton("columns-3", told, "quiet", on_press=look, tall=44, key=f"compare {challenge}")


def _counting(table: Table, event: Decided) -> Node:
    """Returns what opens the count of a decision, step by step."""
    label = table.say("act.why_count", what=table.words.of(table.game.challenge(event.challenge).title))
    tell = Hold({"telling": event.decision})
    return w.IconButton("list-ordered", label, on_press=tell, tall=44, key=f"count {event.challenge}")


def _settled(table: Table, event: Decided) -> str:
    """Returns how a challenge was decided, without the count, which the log keeps."""
    told = [deciding.decision(table.teller, event.decision)]
    if event.opens is not None:
        cost = table.words.money(event.public)
        told.append(table.words.say("event.opens", round=table.words.whole(event.opens), cost=cost))
    if event.contested:
        told.append(table.words.say("event.contested"))
    return " ".join(told)


def _shock(table: Table, size: int = t.SMALL) -> list[Node]:
    """Returns what struck, why and until when, then what is over; and the powers that went or came back."""
    events = table.room.since_last_round()
    struck = [_struck(table, event, size) for event in events if isinstance(event, ShockStruck)]
    gone = [_gone(table, event) for event in events if isinstance(event, PowerLost)]
    back = [_back(table, event) for event in events if isinstance(event, PowerRegained)]
    return gone + struck + [_over(table, event) for event in events if isinstance(event, ShockEnded)] + back


def _gone(table: Table, event: PowerLost) -> Node:
    """Returns a power that surveillance has taken: what changes, why, and how to win it back."""
    rule = rule_of(table.game.model, event.loss)
    return w.row(
        w.Tile(rule.icon, "fall", "sunken", 48),
        w.column(
            w.Paragraph(table.words.of(rule.name), t.BODY, t.BOLD, "fall", leading=1.2),
            w.Paragraph(table.words.of(rule.say), t.SMALL, leading=1.3),
            w.Paragraph(powers.lost(table.teller, event), t.SMALL, t.MEDIUM, "soft", leading=1.3),
            w.Paragraph(powers.warning(table.teller, event.loss), t.SMALL, colour="soft", leading=1.3),
            gap=6, grow=1,
        ),
        gap=12, align="start",
    )  # fmt: skip


def _back(table: Table, event: PowerRegained) -> Node:
    icon = rule_of(table.game.model, event.loss).icon
    said = powers.regained(table.teller, event)
    return w.row(w.Tile(icon, "rise", "sunken", 42), w.Paragraph(said, t.SMALL, grow=1), gap=12, align="start")


def _struck(table: Table, event: ShockStruck, size: int) -> Node:
    card = table.game.model.shocks[event.shock]
    measure = table.teller.measure
    hand = [table.words.say("shock.by_hand", shock=table.words.of(card.title))] if event.by_hand else []
    why = " ".join([*hand, *reasons(event, card, table.words, measure), ending(card, table.words, measure)])
    return w.row(
        w.Tile(card.icon, "fall", "sunken", 48),
        w.column(
            w.Paragraph(table.words.of(card.title), t.BODY, t.BOLD, "fall", leading=1.2),
            w.Paragraph(table.words.told(card.text, card.plain), size, leading=1.3),
            w.Paragraph(why, t.SMALL, t.MEDIUM, "soft", leading=1.3),
            gap=6, grow=1,
        ),
        gap=12, align="start",
    )  # fmt: skip


def _over(table: Table, event: ShockEnded) -> Node:
    card = table.game.model.shocks[event.shock]
    said = over(event, card, table.words, table.teller.measure)
    return w.row(w.Tile(card.icon, "soft", "sunken", 42), w.Paragraph(said, t.SMALL, grow=1), gap=12, align="start")


def _opened(table: Table) -> list[Node]:
    """Returns what has just opened, and what is still being built."""
    found: list[Node] = []
    for entry in adoptions(table.game.model, table.state.city):
        opened = is_open(table, entry.intervention)
        if opened and entry.opens != table.state.city.round:
            continue
        answer = table.game.intervention(entry.intervention)
        said = table.say(
            "briefing.opens" if opened else "briefing.built", what=table.teller.title(answer.id),
            where=table.teller.place(entry.district), round=entry.opens + 1,
        )  # fmt: skip
        tile = w.Tile(answer.icon, "on_tech", answer.tech.value, 42)
        found.append(w.row(tile, w.Paragraph(said, t.BODY, grow=1), gap=12, align="center"))
    return found


def resolution(table: Table) -> Node:
    """Returns, gauge by gauge, what changed this round and the causes that weigh most."""
    cards = [_account(table, rule) for rule in table.game.model.rules.headlines if rule.id in table.shown]
    if table.room.scoreless:
        cards = [_hidden(table)]
    for card in cards:
        card.grow = 1
    return w.row(*cards, gap=16) if table.dense else w.column(*cards, gap=12)


def _hidden(table: Table) -> Node:
    """Returns what stands in for the changes while scores are hidden: a question to guess by."""
    say = table.words.say
    return w.Panel(
        w.space(grow=1),
        w.row(w.space(grow=1), w.Icon("eye-off", 48, "accent"), w.space(grow=1)),
        w.heading(say("facilitator.scores.guess"), 40, align="center", leading=1.25),
        w.Paragraph(say("facilitator.scores.later"), t.STRONG, colour="soft", align="center"),
        w.space(grow=1), pad=(24, 60), gap=14, key="scores hidden",
    )  # fmt: skip


def _account(table: Table, rule: Headline) -> Node:
    change = last_change(table, rule) or 0
    why = Push("why", {"headline": rule.id})
    return w.Panel(
        w.row(
            w.Tile(rule.icon, rule.id, f"{rule.id}_tint", 42),
            w.Label(table.headline(rule.id), t.BODY, t.BOLD, grow=1),
            w.Label(arrowed(table.words, change), t.STRONG, t.BOLD, tone_of(change)),
            gap=12, align="center",
        ),
        w.column(*_causes(table, rule), gap=8, grow=1),
        w.Button(
            table.say("why"), "circle-help", on_press=why, tall=48, size=t.SMALL, key=f"why {rule.id}",
            hint=table.headline(rule.id),
        ),
        pad=(14, 16), gap=12, key=f"account {rule.id}",
    )  # fmt: skip


def _causes(table: Table, rule: Headline) -> list[Node]:
    moved = table.last_moved
    if moved is None:
        return []
    parts = gauge_change(table.game.model, moved.contributions, moved.before, moved.after, rule.id)
    tenths = settled(divided(last_change(table, rule) or 0, TENTH), list(parts.items()), TENTH)
    named = [(cause, amount) for cause, amount in tenths.items() if not withheld(table.shown, cause)]
    shown = [(cause, amount) for cause, amount in named if amount][:CAUSES]
    if not shown:
        return [w.Paragraph(table.say("outcome.no_cause"), t.SMALL, colour="soft")]
    rows = [_cause(table, table.teller.cause(cause, moved.before), amount) for cause, amount in shown]
    rest = sum(tenths.values()) - sum(amount for _, amount in shown)
    if rest:
        rows.append(_cause(table, table.words.count("table.causes", len(parts) - len(shown)), rest))
    return rows


def _cause(table: Table, name: str, tenths: int) -> Node:
    """Returns a cause and its part in tenths of a point, rounded so that the parts shown add up to the change."""
    return w.row(
        w.Paragraph(name, t.SMALL, leading=1.2, grow=1),
        w.Label(table.words.change(tenths * TENTH), t.SMALL, t.BOLD, tone_of(tenths * TENTH)),
        gap=12, align="start",
    )  # fmt: skip


def reflection(table: Table) -> Node:
    """Returns one question for the table to talk about, in large type."""
    questions = table.game.model.scenario.questions
    question = table.words.of(questions[(table.state.round - 1) % len(questions)])
    return w.Panel(
        w.space(grow=1),
        w.row(w.space(grow=1), w.Icon("quote", 48, "accent"), w.space(grow=1)),
        w.heading(question, 44, align="center", leading=1.25, key="question"),
        w.space(grow=1),
        pad=(24, 60), gap=14, key="reflection",
    )  # fmt: skip


def ended(table: Table) -> Node:
    """Returns the last words of the session."""
    scenario = table.game.model.scenario
    return w.Panel(
        w.space(grow=1),
        w.heading(table.say("ended.title"), 48, align="center"),
        w.Paragraph(table.say("ended.text", city=table.words.of(scenario.city.name)), t.STRONG, align="center"),
        w.space(grow=1),
        pad=(24, 60), gap=18, key="ended",
    )  # fmt: skip
