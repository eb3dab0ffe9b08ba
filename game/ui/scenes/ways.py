"""The same city decided in each of the seven ways, side by side: computer players, the same scenario and luck."""

from typing import Final, cast

from game.bots.persona import PersonaBot
from game.bots.ways import Played, compared
from game.city.scoring import level_of
from game.content.rulebook import Procedure
from game.engine.state import PLAYABLE
from game.report.charts import arrowed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK, Aside
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Push, Refresh, Several, Shown, Woken
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.teller import Teller
from game.wording.words import Words

MEASURES: Final = ("lived", "economy", "ecology", "surveillance", "quality", "trust", "participation")
"""What is compared, in points; the first is the picture's longest bar."""
WIDTH: Final = 134
GAP: Final = 20


class WaysScene:
    """A sheet over the debrief or the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.found: tuple[Played, ...] = ()
        self.playing = Aside(lambda: compared(room.session.game, PersonaBot()))

    def build(self, frame: Frame) -> Node:
        """Returns one line for each way that has been played so far."""
        words = cast(Words, frame.words)
        title = words.say("ways.title")
        head = sheet_head(words, title, "scale")
        teller = Teller(self.room.session.game, words)
        rows = [self._row(teller, words, each, frame.large) for each in self.found]
        if not self.playing.over:
            rows.append(w.caption(words.say("ways.playing", n=len(self.found), of=len(PLAYABLE))))
        about = w.Paragraph(f"{words.say('ways.about')} {words.say('ways.key')}", t.BODY, colour="soft", leading=1.3)
        heads = () if frame.large else (_heads(teller),)
        body = w.ScrollColumn(*rows, gap=10, pad=(4, 22, 8, 0), key="ways", grow=1)
        return Sheet(title, head, about, *heads, body, on_cancel=Pop(), key="ways sheet")

    @property
    def own(self) -> Played | None:
        """Returns the way of this session, once it has been played."""
        way = self.room.session.game.procedure
        return next((each for each in self.found if each.way == way), None)

    def _row(self, teller: Teller, words: Words, played: Played, large: bool) -> Node:
        game = self.room.session.game
        rule = game.model.procedures[played.way]
        opening = played.way == game.procedure
        here = (w.Chip(words.say("ways.here"), colour="on_accent", tint="accent"),) if opening else ()
        name = w.column(
            w.row(w.Paragraph(words.of(rule.name), t.BODY, t.BOLD, leading=1.2), *here, gap=12, align="center"),
            w.Paragraph(_told(words, rule, played), t.SMALL, colour="soft", leading=1.25),
            gap=2, grow=1,
        )  # fmt: skip
        levels = [self._level(teller, words, played, of, large) for of in MEASURES]
        tile = w.Tile(rule.icon, "accent", "surface" if opening else "accent_tint", 48)
        if large:
            inside: Node = w.column(w.row(tile, name, gap=14, align="center"), w.grid(4, *levels, gap=t.M), gap=12)
        else:
            inside = w.row(tile, name, *levels, gap=GAP, align="center")
        return w.Panel(
            inside, fill="accent_tint" if opening else "sunken", raised=False, pad=t.M, key=f"way {played.way}"
        )

    def _level(self, teller: Teller, words: Words, played: Played, of: str, named: bool) -> Node:
        model = self.room.session.game.model
        level = level_of(model, played.city, of)
        gauges = {str(each.id) for each in model.rules.headlines}
        name, said = teller.measure(of), words.points(level, 0)
        gap = 0 if self.own is None else round(level / 1000) - round(level_of(model, self.own.city, of) / 1000)
        apart = arrowed(gap * 1000, words, 0) if gap else ""
        way = words.of(model.procedures[played.way].name)
        tone = "rise" if gap > 0 else "fall"
        return w.Card(
            w.row(
                w.Label(said, t.STRONG, t.BOLD, label=name, value=said), w.space(grow=1),
                *((w.Label(apart, t.SMALL, t.SEMIBOLD, tone),) if gap else ()), align="center",
            ),
            w.Bar(level / 100_000, of if of in gauges else "accent", height=10),
            *((w.Paragraph(name, t.SMALL, colour="soft", leading=1.1),) if named else ()),
            gap=4, width=WIDTH, pad=0, fill="", stroke="", raised=False, radius=8, key=f"level {played.way} {of}",
            on_press=Push("account", {"of": of, "other": (way, played.city)}), label=name,
            value=words.say("ways.level", level=said, change=apart) if gap else said,
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Shows each way once it has been played, and closes when asked to."""
        match heard:
            case Shown() | Woken(value="look"):
                over = self.playing.over
                self.found += self.playing.taken()
                return Refresh() if over else Several((Refresh(), LOOK))
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the bars, which move by themselves."""
        return False


def _heads(teller: Teller) -> Node:
    """Returns the name of each column, over the levels of every way."""
    names = [w.Paragraph(teller.measure(of), t.SMALL, t.SEMIBOLD, "soft", leading=1.1, width=WIDTH) for of in MEASURES]
    return w.row(w.space(grow=1), *names, gap=GAP, pad=(0, t.M), align="end")


def _told(words: Words, rule: Procedure, played: Played) -> str:
    """Returns what a way costs and whom it hears, and what came of it."""
    money = words.money(round(rule.money.value * 1000))
    parts = [
        words.say("ways.costs", time=words.decimal(rule.time.value, 1), money=money),
        words.say("ways.reach", share=words.percent(rule.reach.value)),
        words.count("ways.decided", played.decided),
    ]
    if played.contested:
        parts.append(words.count("ways.contested", played.contested))
    if played.lost:
        parts.append(words.count("ways.lost", played.lost))
    return " · ".join(parts)
