"""The gauges of a sequence: they move as each effect lands, and cost next to nothing while they do."""

from game.city.exact import FULL
from game.city.scoring import gauges
from game.content.rulebook import Headline
from game.ui import text
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.layout import Box
from game.ui.node import Rect
from game.ui.resolving.playback import Playback
from game.ui.tabletop.captions import change_told, whole_change
from game.ui.tabletop.table import Table


class Apart(Box):
    """A box that nothing hangs out of: what is painted elsewhere passes over all that it holds."""

    clips = True


class Level(w.Number):
    """A number that is painted again only when it reads otherwise."""

    gliding = False

    def animate(self, dt: float, theme: t.Theme) -> bool:
        read, self.gliding = self.words, True
        moving = super().animate(dt, theme)
        self.gliding = False
        if read != self.words:
            self.invalidate()
        return moving

    def invalidate(self, part: Rect | None = None) -> None:
        if not self.gliding:
            super().invalidate(part)


class Rail(w.Bar):
    """A bar that is painted again only when it is longer or shorter by a pixel."""

    gliding = False

    def animate(self, dt: float, theme: t.Theme) -> bool:
        long, self.gliding = round(self.rect.w * self.shown), True
        moving = super().animate(dt, theme)
        self.gliding = False
        if long != round(self.rect.w * self.shown):
            self.invalidate()
        return moving

    def invalidate(self, part: Rect | None = None) -> None:
        if not self.gliding:
            super().invalidate(part)


class Gauge(Box):
    """One gauge of the sequence: its level as it moves, and what the present step makes of it."""

    def __init__(self, table: Table, rule: Headline, shown: Playback) -> None:
        self.table, self.rule = table, rule
        self.before = gauges(table.game.model, shown.moved.before.values)[rule.id]
        self.before_told = self.before
        """The level foreseen so far."""
        level = self.before + shown.made(rule.id)
        words = table.words
        self.bar = Rail(level / FULL, rule.id, self.before / FULL, 16, key=f"play bar {rule.id}")
        self.number = Level(
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

    def foresee(self, change: int, theme: t.Theme) -> None:
        """Draws aside what will be written of a change and the level it leads to, so that it costs nothing then."""
        words, tone = change_told(self.table, change)
        text.text(words, self.moved.size * self.scale, self.moved.weight, theme.colour(tone), self.moved.tabular)
        self.before_told += change
        level = self.table.words.points(self.before_told)
        text.text(level, self.number.size * self.scale, self.number.weight, theme.colour(self.number.colour))

    def follow(self, shown: Playback) -> None:
        """Moves to what has landed."""
        level = self.before + shown.made(self.rule.id)
        self.bar.level, self.number.amount = level / FULL, level
        change = whole_change(shown, self.rule.id) if shown.resting else None
        change = shown.step.told.get(self.rule.id, 0) if shown.step else change
        words, tone = change_told(self.table, change)
        if words != self.moved.words:
            self.moved.words, self.moved.label, self.moved.colour = words, words, tone
            self.moved.invalidate()
        self.value = self.table.say("play.gauge", level=self.table.words.points(level), change=words)
