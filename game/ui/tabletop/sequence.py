"""A round's resolution told step by step on the map: each cause by its name, the gauges moving as its effect lands."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from game.city.exact import FULL
from game.city.model import CauseKind
from game.city.scoring import gauges
from game.content.rulebook import Headline
from game.content.shapes import HeadlineId, InterventionId, ShockId
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.citymap.marks import Sign
from game.ui.citymap.portrait import Portrait, portrait
from game.ui.citymap.view import MapView, plan_of
from game.ui.layout import Box
from game.ui.node import Node
from game.ui.resolving.playback import BEFORE, Playback, Steer
from game.ui.resolving.slides import Progress, Slides
from game.ui.resolving.steps import Group, Step, steps_of
from game.ui.tabletop.cityview import pins
from game.ui.tabletop.gauges import DOWN, LEAST, UP, tone_of
from game.ui.tabletop.table import Table

TALL: Final = 56
GROUPS: Final = {Group.WORKS: "construction", Group.LINKS: "link", Group.OTHERS: "layers", Group.COVERED: "lock"}
KINDS: Final = {
    CauseKind.LINK: "link", CauseKind.PRACTICE: "gavel", CauseKind.PRESSURE: "trending-up",
    CauseKind.COMBINATION: "database", CauseKind.RESTRICTION: "ban", CauseKind.DEPARTURE: "truck",
}  # fmt: skip


def playback(table: Table) -> Playback | None:
    """Returns the last resolution as a sequence at its opening, None when there is nothing to show."""
    moved = table.last_moved
    steps = steps_of(table.game.model, moved, table.shown) if moved else ()
    return Playback(moved, steps) if moved and steps else None


class Apart(Box):
    """A box that nothing hangs out of: what is painted elsewhere passes over all that it holds."""

    clips = True


class Sequence(Box):
    """The screen of a sequence. `follow` turns it to another moment in place: nothing is laid out again."""

    role = "dialog"
    modal = True
    on_cancel = Steer.SKIP

    def __init__(self, table: Table, shown: Playback) -> None:
        self.table, self.shown = table, shown
        self.portraits = _portraits(table, shown)
        self.city = _map(table, self.portraits["before" if shown.at == BEFORE else "after"], self.portraits["after"])
        self.gauges = {rule.id: Gauge(table, rule, shown) for rule in _rules(table)}
        moments = [
            _opening(table, shown),
            *(_caption(table, shown, step) for step in shown.steps),
            _result(table, shown),
        ]
        self.behind: list[Callable[[], None]] = []
        self.slides = Slides(moments, shown.at + 1, role="status", label=_said(table, shown), grow=1, key="caption")
        self.progress = Progress(len(shown.steps), shown.at, _place(table, shown), key="progress")
        super().__init__(*self._areas(), down=True, gap=14, grow=1, key="sequence", label=table.say("play.title"))

    def _areas(self) -> tuple[Node, ...]:
        gauges = list(self.gauges.values())
        controls = w.flow(*_controls(self.table, self.shown), self.progress, gap=10, align="center")
        foot = w.Panel(Apart(w.row(self.slides, align="center"), controls, gap=12, pad=(16, 22, 18, 22)), pad=0)
        if self.table.dense:
            column = w.column(*gauges, gap=8, width=330)
            for gauge in gauges:
                gauge.grow = 1
            return w.row(column, self.city, gap=16, grow=1), foot
        self.city.height = max(220.0, self.table.frame.high * 0.34)
        self.city.grow = 0
        return (w.ScrollColumn(self.city, foot, w.grid(2, *gauges, gap=8), gap=12, grow=1, key="sequence scroll"),)

    def follow(self, shown: Playback) -> None:
        """Turns to another moment: what is said at once, then the map, then the gauges, one thing a frame.

        All in one frame would cost it too much time.
        """
        self.shown = shown
        self.slides.turn_to(shown.at + 1)
        gauges = [partial(gauge.follow, shown) for gauge in self.gauges.values()]
        self.behind = [self._say, self._advance, self._light, *gauges]
        for gauge in self.gauges.values():
            gauge.settle()

    def animate(self, dt: float, theme: t.Theme) -> bool:
        """Does what is still to be done of the present moment; the gauges wait until the light has come."""
        if self.behind and not self.city.sweeping:
            self.behind.pop(0)()
        return bool(self.behind)

    def _say(self) -> None:
        self.slides.label = _said(self.table, self.shown)

    def _advance(self) -> None:
        self.progress.turn_to(self.shown.at)
        self.progress.value = _place(self.table, self.shown)

    def _light(self) -> None:
        step = self.shown.step
        self.city.show(self.portraits["before" if self.shown.at == BEFORE else "after"])
        project = step.cause.id if step and step.cause and step.cause.kind is CauseKind.INTERVENTION else ""
        self.city.light(step.districts if step and step.districts else None, project)

    def arrange(self, rect: Any, scale: float) -> None:
        super().arrange(rect, scale)
        self._light()


class Gauge(Box):
    """One gauge of the sequence: its level as it moves, and what the present step makes of it."""

    def __init__(self, table: Table, rule: Headline, shown: Playback) -> None:
        self.table, self.rule = table, rule
        self.before = gauges(table.game.model, shown.moved.before.values)[rule.id]
        level = self.before + shown.made(rule.id)
        words = table.words
        self.bar = w.Bar(level / FULL, rule.id, self.before / FULL, 16, key=f"play bar {rule.id}")
        self.number = w.Number(
            level, lambda at: words.points(round(at)), t.DISPLAY, key=f"play level {rule.id}", label="", align="start"
        )
        self.number.width = 110
        self.moved = w.Label("", t.TITLE, t.BOLD, align="end", grow=1)
        name = table.headline(rule.id)
        parts = Apart(
            w.row(
                w.Tile(rule.icon, rule.id, f"{rule.id}_tint", 44),
                w.Label(name, t.STRONG, t.SEMIBOLD, label="", grow=1), gap=12, align="center",
            ),
            w.row(self.number, self.moved, gap=8, align="center"),
            self.bar, pad=(8, 18), gap=4, justify="center", grow=1,
        )  # fmt: skip
        inside = w.Panel(parts, pad=0, grow=1)
        super().__init__(inside, down=True, key=f"play {rule.id}", role="progress", label=name)
        self.follow(shown)

    def settle(self) -> None:
        """Ends a movement that no longer shows."""
        self.bar.shown, self.number.shown = self.bar.level, self.number.amount

    def follow(self, shown: Playback) -> None:
        """Moves to what has landed."""
        level = self.before + shown.made(self.rule.id)
        self.bar.level, self.number.amount = level / FULL, level
        step = shown.step
        change = step.told.get(self.rule.id, 0) if step else _whole(shown, self.rule.id) if shown.resting else None
        words, tone = _change(self.table, change)
        if words != self.moved.words:
            self.moved.words, self.moved.label, self.moved.colour = words, words, tone
            self.moved.invalidate()
        self.value = self.table.say("play.gauge", level=self.table.words.points(level), change=words)


def _change(table: Table, change: int | None) -> tuple[str, str]:
    if change is None:
        return table.say("play.before"), "soft"
    if abs(change) < LEAST:
        return "=", "soft"
    return f"{UP if change > 0 else DOWN} {table.words.change(change)}", tone_of(change)


def _whole(shown: Playback, gauge: HeadlineId) -> int:
    """Returns the whole change of a gauge as it is written: the sum of what the steps tell."""
    return sum(step.told.get(gauge, 0) for step in shown.steps)


def _rules(table: Table) -> list[Headline]:
    return [rule for rule in table.game.model.rules.headlines if rule.id in table.shown]


def _portraits(table: Table, shown: Playback) -> Mapping[str, Portrait]:
    return {
        "before": portrait(table.game, shown.moved.before, table.shown),
        "after": portrait(table.game, shown.moved.after, table.shown),
    }


def _map(table: Table, now: Portrait, after: Portrait) -> MapView:
    city = table.game.model.scenario.city
    signs = [Sign(str(district.id), table.words.of(district.name)) for district in city.districts]
    return MapView(plan_of(city), signs, pins(table), key="map", grow=1, portrait=now, ahead=(after,))


def _opening(table: Table, shown: Playback) -> Node:
    title = table.say("play.opening", round=shown.moved.round)
    return _slide("activity", ("accent", "accent_tint"), title, [w.caption(table.say("play.opening_more"))])


def _result(table: Table, shown: Playback) -> Node:
    made = {rule.id: _whole(shown, rule.id) for rule in _rules(table)}
    title = table.say("play.result", round=shown.moved.round)
    return _slide("flag", ("accent", "accent_tint"), title, _moves(table, made, all_=True))


def _caption(table: Table, shown: Playback, step: Step) -> Node:
    icon, tones = _sign(table, step)
    moves = _moves(table, step.told) or [w.caption(table.say("play.nothing_yet" if step.opened else "play.slight"))]
    return _slide(icon, tones, step_title(table, shown, step), moves)


def _slide(icon: str, tones: tuple[str, str], title: str, below: list[Node]) -> Node:
    tile = w.Tile(icon, *tones, 76)
    words = w.column(w.Paragraph(title, 34, t.BOLD, leading=1.15, label=""), w.flow(*below, gap=18), gap=8, grow=1)
    return w.row(tile, words, gap=18, align="center")


def _moves(table: Table, told: Mapping[HeadlineId, int], all_: bool = False) -> list[Node]:
    """Returns what each gauge gains or loses, with its sign, its name and an arrow."""
    out: list[Node] = []
    for rule in _rules(table):
        change = told.get(rule.id, 0)
        if change or all_:
            words, tone = _change(table, change)
            out.append(
                w.row(
                    w.Icon(rule.icon, 30, rule.id),
                    w.Label(table.headline(rule.id), t.STRONG, t.MEDIUM, label=""),
                    w.Label(words, t.STRONG + 2, t.BOLD, tone, tabular=True, label=""),
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


def _said(table: Table, shown: Playback) -> str:
    """Returns the present moment as one sentence: the cause, and what it makes of each gauge."""
    step = shown.step
    if step is None and not shown.resting:
        return table.say("play.opening", round=shown.moved.round)
    told = step.told if step else {rule.id: _whole(shown, rule.id) for rule in _rules(table)}
    title = step_title(table, shown, step) if step else table.say("play.result", round=shown.moved.round)
    changes = [
        table.say("play.move", gauge=table.headline(rule.id), change=table.words.change(told[rule.id]))
        for rule in _rules(table)
        if told.get(rule.id)
    ]
    return table.say("play.said", title=title, changes=", ".join(changes) or table.say("play.slight"))


def _place(table: Table, shown: Playback) -> str:
    at = min(len(shown.steps), max(0, shown.at + 1))
    return table.say("play.place", at=table.words.whole(at), count=table.words.whole(len(shown.steps)))


def _controls(table: Table, shown: Playback) -> list[Node]:
    """Returns what a sequence can be asked: skip, hold, back, on, only the last change, slowly."""
    say = table.say
    held = not shown.going
    return [
        w.Button(say("play.skip"), "skip-forward", "primary", Steer.SKIP, tall=TALL, size=t.SMALL, key="play skip"),
        w.IconButton(
            "play" if held else "pause", say("play.go_on" if held else "play.hold"), "secondary",
            on_press=Steer.HOLD, tall=TALL, key="play hold",
        ),
        w.IconButton("chevron-left", say("play.back"), "secondary", on_press=Steer.BACK, tall=TALL, key="play back"),
        w.IconButton("chevron-right", say("play.on"), "secondary", on_press=Steer.ON, tall=TALL, key="play on"),
        w.Button(
            say("play.last"), "rotate-ccw", on_press=Steer.LAST, tall=TALL, size=t.SMALL, on=shown.alone,
            key="play last",
        ),
        w.Button(say("play.slow"), "turtle", on_press=Steer.SLOW, tall=TALL, size=t.SMALL, on=shown.slow,
                 key="play slow", value="on" if shown.slow else "off"),
    ]  # fmt: skip
