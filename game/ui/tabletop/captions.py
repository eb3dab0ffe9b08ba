"""What is said of each moment of a sequence, on screen and aloud."""

from collections.abc import Mapping
from typing import Final

from game.city.model import CauseKind
from game.content.rulebook import Headline
from game.content.shapes import HeadlineId, InterventionId, ShockId
from game.engine.events import Decided
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.resolving.playback import Playback
from game.ui.resolving.steps import Group, Step
from game.ui.tabletop.gauges import DOWN, LEAST, UP, tone_of
from game.ui.tabletop.table import Table
from game.wording import deciding
from game.wording.deciding import of_challenge, quoted

GROUPS: Final = {Group.WORKS: "construction", Group.LINKS: "link", Group.OTHERS: "layers", Group.COVERED: "lock"}
KINDS: Final = {
    CauseKind.LINK: "link", CauseKind.PRACTICE: "gavel", CauseKind.PRESSURE: "trending-up",
    CauseKind.COMBINATION: "database", CauseKind.RESTRICTION: "ban", CauseKind.DEPARTURE: "truck",
}  # fmt: skip


def change_told(table: Table, change: int | None) -> tuple[str, str]:
    """Returns a change with its arrow and the colour to write it in; before the first step there is none."""
    if change is None:
        return table.say("play.before"), "soft"
    if abs(change) < LEAST:
        return "=", "soft"
    return f"{UP if change > 0 else DOWN} {table.words.change(change)}", tone_of(change)


def whole_change(shown: Playback, gauge: HeadlineId) -> int:
    """Returns the whole change of a gauge as it is written: the sum of what the steps tell."""
    return sum(step.told.get(gauge, 0) for step in shown.steps)


def gauges_shown(table: Table) -> list[Headline]:
    """Returns the gauges that everyone may see."""
    return [rule for rule in table.game.model.rules.headlines if rule.id in table.shown]


def opening(table: Table, shown: Playback) -> Node:
    """Returns what is said before the first step: what has just been decided, and how; the room waits for that."""
    title, more = _opened(table, shown)
    return _slide(table, "gavel", ("accent", "accent_tint"), title, [w.Paragraph(more, t.SMALL, colour="soft", grow=1)])


def _opened(table: Table, shown: Playback) -> tuple[str, str]:
    """Returns the answers taken in the round told, and the count of each decision; nothing decided is said too."""
    made = [event for event in table.room.since_last_round() if isinstance(event, Decided)]
    if not made:
        return table.say("play.opening", round=shown.moved.round), table.say("play.opening_more")
    taken = ", ".join(quoted(table.teller, event.taken) for event in made if event.taken)
    title = table.say("play.decided", what=taken) if taken else table.say("play.nothing_decided")
    own = [of_challenge(event.decision, table.game.challenge(event.challenge)) for event in made]
    told = [of(table.teller, each) for each in own for of in (deciding.decision, deciding.tally)]
    return title, " ".join(part for part in told if part)


def result(table: Table, shown: Playback) -> Node:
    """Returns what is said at rest: the whole change of every gauge."""
    made = {rule.id: whole_change(shown, rule.id) for rule in gauges_shown(table)}
    title = table.say("play.result", round=shown.moved.round)
    return _slide(table, "flag", ("accent", "accent_tint"), title, _moves(table, made, all_=True))


def caption(table: Table, shown: Playback, step: Step) -> Node:
    """Returns what is said of a step: its cause, and what it makes of the gauges."""
    icon, tones = _sign(table, step)
    moves = _moves(table, step.told) or [w.caption(table.say("play.nothing_yet" if step.opened else "play.slight"))]
    return _slide(table, icon, tones, step_title(table, shown, step), moves)


def _slide(table: Table, icon: str, tones: tuple[str, str], title: str, below: list[Node]) -> Node:
    """Returns a cause in the largest letters of the screen: it is what the room looks for."""
    tile = w.Tile(icon, *tones, 92 if table.dense else 76)
    size = t.NUMBER if table.dense else 34
    words = w.column(w.Paragraph(title, size, t.BOLD, leading=1.15, label=""), w.flow(*below, gap=26), gap=8, grow=1)
    return w.row(tile, words, gap=18, align="center")


def _moves(table: Table, told: Mapping[HeadlineId, int], all_: bool = False) -> list[Node]:
    """Returns what each gauge gains or loses, with its sign, its name and an arrow."""
    out: list[Node] = []
    size = 28 if table.dense else t.STRONG
    for rule in gauges_shown(table):
        change = told.get(rule.id, 0)
        if change or all_:
            words, tone = change_told(table, change)
            out.append(
                w.row(
                    w.Icon(rule.icon, size + 4, rule.id),
                    w.Label(table.headline(rule.id), size, t.MEDIUM, label=""),
                    w.Label(words, size + 2, t.BOLD, tone, tabular=True, label=""),
                    gap=8, align="center",
                )
            )  # fmt: skip
    return out


def _sign(table: Table, step: Step) -> tuple[str, tuple[str, str]]:
    """Returns the icon of a step, its colour and that of its tile."""
    cause = step.cause
    if cause is None:
        return GROUPS[step.group or Group.OTHERS], ("soft", "sunken")
    if cause.kind is CauseKind.INTERVENTION:
        card = table.game.model.interventions[InterventionId(cause.id)]
        return card.icon, ("on_tech", card.tech.value)
    if cause.kind is CauseKind.SHOCK:
        return table.game.model.shocks[ShockId(cause.id)].icon, ("fall", "sunken")
    return KINDS[cause.kind], ("accent", "accent_tint")


def step_title(table: Table, shown: Playback, step: Step) -> str:
    """Returns what a step is called: its cause and where it stands, or what the causes of a group have in common."""
    if step.cause is None:
        return table.words.count(f"table.play.group.{(step.group or Group.OTHERS).value}", step.count)
    name = table.teller.cause(step.cause, shown.moved.before)
    place = table.teller.place(step.districts[0]) if len(step.districts) == 1 else ""
    key = "play.opens" if step.opened else "play.cause"
    return table.say(f"{key}_at" if place else key, cause=name, place=place)


def said(table: Table, shown: Playback) -> str:
    """Returns the present moment as one sentence: the cause, and what it makes of each gauge."""
    step = shown.step
    if step is None and not shown.resting:
        return ". ".join(_opened(table, shown))
    told = step.told if step else {rule.id: whole_change(shown, rule.id) for rule in gauges_shown(table)}
    title = step_title(table, shown, step) if step else table.say("play.result", round=shown.moved.round)
    changes = [
        table.say("play.move", gauge=table.headline(rule.id), change=table.words.change(told[rule.id]))
        for rule in gauges_shown(table)
        if told.get(rule.id)
    ]
    return table.say("play.said", title=title, changes=", ".join(changes) or table.say("play.slight"))


def place_told(table: Table, shown: Playback) -> str:
    """Returns which step of how many is shown."""
    at = min(len(shown.steps), max(0, shown.at + 1))
    return table.say("play.place", at=table.words.whole(at), count=table.words.whole(len(shown.steps)))
