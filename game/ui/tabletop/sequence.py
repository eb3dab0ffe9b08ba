"""A round's resolution told step by step on the map: each cause by its name, the gauges moving as its effect lands."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from game.city.model import CauseKind
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.citymap.marks import Sign
from game.ui.citymap.portrait import Portrait, portrait
from game.ui.citymap.view import MapView, plan_of
from game.ui.layout import Box
from game.ui.node import Node, Rect
from game.ui.resolving.playback import BEFORE, Playback, Steer
from game.ui.resolving.slides import Progress, Slides
from game.ui.resolving.steps import steps_of
from game.ui.tabletop.captions import caption, gauges_shown, opening, place_told, result, said
from game.ui.tabletop.cityview import pins
from game.ui.tabletop.moving import Apart, Gauge
from game.ui.tabletop.table import Table

TALL: Final = 56
LOW: Final = 640
"""Design units of height under which what is said, and the controls, come before the map."""


def playback(table: Table) -> Playback | None:
    """Returns the last resolution as a sequence at its opening, None when there is nothing to show."""
    moved = table.last_moved
    steps = steps_of(table.game.model, moved, table.shown) if moved else ()
    return Playback(moved, steps) if moved and steps else None


class Sequence(Box):
    """The screen of a sequence. `follow` turns it to another moment in place: nothing is laid out again."""

    role = "dialog"
    modal = True
    on_cancel = Steer.SKIP

    def __init__(self, table: Table, shown: Playback) -> None:
        self.table, self.shown = table, shown
        self.portraits = _portraits(table, shown)
        self.city = _map(table, shown, self.portraits)
        self.gauges = {rule.id: Gauge(table, rule, shown) for rule in gauges_shown(table)}
        moments = [
            opening(table, shown),
            *(caption(table, shown, step) for step in shown.steps),
            result(table, shown),
        ]
        self.turned = False
        """Whether the present moment has just been turned to: its frame does nothing more."""
        self.behind: list[Callable[[], None]] = []
        self.unseen = [(gauge, step.told.get(of, 0)) for step in shown.steps for of, gauge in self.gauges.items()]
        self.slides = Slides(moments, shown.at + 1, role="status", label=said(table, shown), grow=1, key="caption")
        self.progress = Progress(len(shown.steps), shown.at, place_told(table, shown), key="progress")
        super().__init__(*self._areas(), down=True, gap=14, grow=1, key="sequence", label=table.say("play.title"))

    def _areas(self) -> tuple[Node, ...]:
        gauges = list(self.gauges.values())
        skip, *steering = _controls(self.table, self.shown)
        if self.table.dense:  # the way on stands where the table always has it
            controls = w.row(*steering, self.progress, w.space(grow=1), skip, gap=10, align="center")
        else:
            controls = w.flow(skip, *steering, self.progress, gap=10, align="center")
        foot = w.Panel(Apart(w.row(self.slides, align="center"), controls, gap=12, pad=(16, 22, 18, 22)), pad=0)
        if self.table.dense:
            column = w.column(*gauges, gap=8, width=344)
            for gauge in gauges:
                gauge.grow = 1
            return w.row(column, self.city, gap=16, grow=1), foot
        self.city.height, self.city.grow = max(220.0, self.table.frame.high * 0.34), 0
        told = (foot, self.city) if self.table.frame.high < LOW else (self.city, foot)
        return (w.ScrollColumn(*told, w.grid(2, *gauges, gap=8), gap=12, grow=1, key="sequence scroll"),)

    def follow(self, shown: Playback) -> None:
        """Turns to another moment: what is said at once, then the map, then the gauges, one thing a frame.

        All in one frame would cost it too much time.
        """
        self.shown = shown
        self.slides.turn_to(shown.at + 1)
        gauges = [partial(gauge.follow, shown) for gauge in self.gauges.values()]
        self.turned = True
        self.behind = [self._say, self._advance, self._light, *gauges]
        for gauge in self.gauges.values():
            gauge.settle()

    def animate(self, dt: float, theme: t.Theme) -> bool:
        """Does what is still to be done of the present moment; the gauges wait until the light has come."""
        if self.turned:
            self.turned = False
        elif self.behind and not self.city.sweeping:
            self.behind.pop(0)()
        elif self.unseen:
            gauge, change = self.unseen.pop(0)
            gauge.foresee(change, theme)
        return bool(self.behind or self.unseen)

    def _say(self) -> None:
        self.slides.label = said(self.table, self.shown)

    def _advance(self) -> None:
        self.progress.turn_to(self.shown.at)
        self.progress.value = place_told(self.table, self.shown)

    def _light(self) -> None:
        step = self.shown.step
        self.city.show(self.portraits["before" if self.shown.at == BEFORE else "after"])
        project = step.cause.id if step and step.cause and step.cause.kind is CauseKind.INTERVENTION else ""
        self.city.light(step.districts if step and step.districts else None, project)

    def arrange(self, rect: Rect, scale: float) -> None:
        super().arrange(rect, scale)
        self._light()


def _portraits(table: Table, shown: Playback) -> Mapping[str, Portrait]:
    return {
        "before": portrait(table.game, shown.moved.before, table.shown),
        "after": portrait(table.game, shown.moved.after, table.shown),
    }


def _map(table: Table, shown: Playback, portraits: Mapping[str, Portrait]) -> MapView:
    city = table.game.model.scenario.city
    signs = [Sign(str(district.id), table.words.of(district.name)) for district in city.districts]
    now = portraits["before" if shown.at == BEFORE else "after"]
    lit = {district for step in shown.steps for district in step.districts}
    return MapView(
        plan_of(city), signs, pins(table), key="map", grow=1, portrait=now, ahead=(portraits["after"],), stage=lit
    )


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
