"""To each its own ruler: the session measured as each vision would, and as the room said before it played."""

from typing import Final, cast

from game.city.exact import FULL
from game.report import findings
from game.report.charts import arrowed
from game.report.hindsight import Measured, Ruler
from game.report.rulers import rulers
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Push
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.teller import Teller
from game.wording.words import Words

FOUR: Final = 1560
"""Design units from which four rulers stand side by side."""


class RulersScene:
    """A sheet over the debrief or the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room

    def build(self, frame: Frame) -> Node:
        """Returns the rulers side by side, two or one in a row where text is enlarged."""
        words, session = cast(Words, frame.words), self.room.session
        found = rulers(session, Teller(session.game, words))
        title = words.say("rulers.title")
        columns = len(found) if frame.wide > FOUR else 1 if frame.large else 2
        about = [w.Paragraph(words.say("rulers.about"), t.BODY, colour="soft", leading=1.3)]
        if not session.weights:
            about.append(w.Paragraph(words.say("rulers.none_set"), t.BODY, t.MEDIUM))
        cards = w.grid(columns, *(_ruler(each, words) for each in found), gap=t.M)
        finding = w.heading(findings.rulers(found, words), t.STRONG)
        body = w.ScrollColumn(finding, cards, *about, gap=t.M, pad=(4, 22, 8, 0), key="rulers body", grow=1)
        head = sheet_head(words, title, "scale")
        return Sheet(title, head, body, on_cancel=Pop(), key="rulers", snug=not frame.large)

    def on_input(self, heard: Heard) -> Intent | None:
        """Opens why a level moved, or closes."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _ruler(ruler: Ruler, words: Words) -> Node:
    """Returns a ruler: its score and where it started, then what makes it."""
    moved = words.say("rulers.moved", change=arrowed(ruler.change, words))
    tone = "rise" if ruler.change > 0 else "fall" if ruler.change < 0 else "soft"
    return w.Panel(
        w.row(
            w.Paragraph(ruler.name, t.STRONG, t.BOLD, leading=1.15, grow=1),
            w.Label(words.points(ruler.after), t.NUMBER, t.BOLD, label=ruler.name, value=words.points(ruler.after)),
            gap=t.M, align="center",
        ),
        w.Bar(ruler.after / FULL, "accent", ruler.before / FULL, label=ruler.name),
        w.Label(moved, t.SMALL, t.SEMIBOLD, tone),
        w.Divider(),
        *(_part(ruler, each, words) for each in ruler.parts),
        w.space(grow=1),
        w.Paragraph(ruler.counts, t.SMALL, colour="soft", leading=1.3),
        pad=t.M, gap=10, raised=False, fill="accent_tint" if ruler.own else "sunken", key=f"ruler {ruler.id}",
    )  # fmt: skip


def _part(ruler: Ruler, part: Measured, words: Words) -> Node:
    """Returns what one level gives to the score, on a bar as long as it could give at most; press it for why."""
    name = words.say("rulers.inverted", name=part.name) if part.inverted else part.name
    given, weight = words.points(part.after, 1), words.percent(part.weight)
    return w.Card(
        w.row(
            w.Paragraph(name, t.SMALL, t.MEDIUM, leading=1.15, grow=1),
            w.Label(given, t.BODY, t.SEMIBOLD),
            w.Label(words.say("rulers.most", most=words.whole(part.weight)), t.SMALL, colour="soft"),
            gap=t.S, align="center",
        ),
        w.Bar(part.after / (part.weight * 1000 or 1), "soft", part.before / (part.weight * 1000 or 1), height=10),
        gap=6, pad=(8, 0), raised=False, fill="", stroke="", radius=8, key=f"part {ruler.id} {part.of}",
        on_press=Push("account", {"of": part.of}), label=name,
        value=words.say("rulers.told", name=name, weight=weight, given=given),
    )  # fmt: skip
