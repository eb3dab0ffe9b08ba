"""What counts for this room: points shared out before it plays, by which the debrief will measure the session."""

from typing import Final, cast

from attrs import frozen

from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Weigh
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import After, Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Refused, Several, Submit, Woken
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.teller import Teller
from game.wording.words import Words


@frozen
class Give:
    """Give so many points to a thing that may count."""

    name: str
    points: int


KEPT: Final = After(0.0, "kept", name="kept")
"""Closes the sheet at the next tick, unless the points could not be kept."""
EQUAL: Final = "equal shares"
OTHER: Final = "users-round"
"""The icon of what is no gauge: those who live worst."""


class WeightsScene:
    """A sheet over the table. Nothing is kept until the room says so; after the first challenge it is only read."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.fault: GameError | None = None
        rules = room.session.game.model.rules.rulers
        self.whole, self.step = round(rules.points.value), round(rules.step.value)
        self.points = dict.fromkeys(rules.room, 0) | dict(room.session.weights)
        if not room.session.weights:
            self._share()

    def _share(self) -> None:
        """Gives every thing the same points; what is left over goes to the first ones, a step each."""
        each, left = divmod(self.whole // self.step, len(self.points))
        self.points = {name: (each + (at < left)) * self.step for at, name in enumerate(self.points)}

    def build(self, frame: Frame) -> Node:
        """Returns one line for each thing that may count, and how many points are left."""
        words = cast(Words, frame.words)
        title, open_ = words.say("weights.title"), self.room.session.weighable
        never = not open_ and not self.room.session.weights
        told = "about" if open_ else "never" if never else "late"
        about = words.say(f"weights.{told}", points=words.whole(self.whole))
        rows = [] if never else [self._row(words, name, open_) for name in self.points]
        body = w.ScrollColumn(
            w.Paragraph(about, t.BODY, colour="soft", leading=1.35), *rows, *(self._foot(words) if open_ else ()),
            gap=t.M, pad=(4, 22, 8, 0), key="weights body", grow=1,
        )  # fmt: skip
        heard = notice(frame, self.fault)
        return Sheet(
            title, sheet_head(words, title, "scale"), *heard, body, on_cancel=Pop(), key="weights",
            margin=t.L if frame.large else 110, snug=not frame.large,
        )  # fmt: skip

    def _row(self, words: Words, name: str, open_: bool) -> Node:
        of, points = name.removeprefix("-"), self.points[name]
        measure = Teller(self.room.session.game, words).measure(of)
        called = words.say("rulers.inverted", name=measure) if name.startswith("-") else measure
        gauges = {str(each.id): each.icon for each in self.room.session.game.model.rules.headlines}
        tone = of if of in gauges else "accent"
        level = w.column(
            w.Paragraph(called, t.BODY, t.SEMIBOLD, leading=1.2),
            w.Bar(points / self.whole, tone, label=called),
            gap=8, grow=1,
        )  # fmt: skip
        tile = w.Tile(gauges.get(of, OTHER), tone, f"{tone}_tint", 52)
        if not open_:
            return w.row(tile, level, w.Label(words.whole(points), t.STRONG, t.BOLD), gap=t.L, align="center")
        stepper = w.stepper(
            called, points, 0, points + self.left,
            lambda to: Give(name, points + (self.step if to > points else -self.step)),
            words.say("weights.less", name=called), words.say("weights.more", name=called), f"points {of}",
        )  # fmt: skip
        return w.row(tile, level, stepper, gap=t.L, align="center")

    @property
    def left(self) -> int:
        """Returns the points not placed yet."""
        return self.whole - sum(self.points.values())

    def _foot(self, words: Words) -> tuple[Node, ...]:
        left = words.count("weights.left", self.left) if self.left else words.say("weights.all")
        kept = tuple((name, points) for name, points in self.points.items() if points)
        none = () if not self.room.session.weights else (Weigh(()),)
        return (
            w.Paragraph(left, t.BODY, t.SEMIBOLD, "accent" if self.left else "good", key="left"),
            w.flow(
                w.Button(words.say("weights.equal"), "equal", on_press=EQUAL, tall=64, key="equal"),
                w.Button(
                    words.say("weights.none"), "x",
                    on_press=Several((*(Submit(each) for each in none), Pop())), tall=64, key="none",
                ),
                w.Button(
                    words.say("weights.keep"), "check", "primary", Several((Submit(Weigh(kept)), KEPT)), t.STRONG,
                    64, enabled=not self.left, key="keep",
                ),
                gap=t.M, justify="end",
            ),
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Moves points, keeps them, or leaves the room without a ruler of its own."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                self.fault = None
                return value
            case Woken(value="kept") if self.fault is None:
                return Pop()
            case Press(value=Give(name, points)):
                self.points[name] = min(max(points, 0), self.points[name] + self.left)
                return Refresh()
            case Press(value=value) if value == EQUAL:
                self._share()
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the bars, which move by themselves."""
        return False
