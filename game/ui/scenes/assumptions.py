"""The assumptions: each link of the rules in one sentence, to move, erase and try on the session so far."""

from typing import Final, cast

from attrs import frozen

from game.city.exact import milli
from game.city.model import Cause, CauseKind
from game.city.scoring import level_of
from game.city.state import CityState, pushed_by
from game.content.rulebook import Coupling
from game.engine.moves import Adjust
from game.engine.reveal import shown_on_table
from game.errors import GameError
from game.replaying import otherwise
from game.report.figures import RulePack
from game.report.rulepack import rule_pack
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.because import because
from game.ui.inquiry.rules import changed, pack_head, pack_reason, rest
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Refused, Several, Submit
from game.wording.teller import Teller
from game.wording.words import Words

STEPS: Final = 8
"""Presses of + or − from one end of a link's range to the other."""
SEEN: Final = 50
"""A change below this many milli-points shows as 0.0, and has no colour."""
COMPARED: Final = ("lived", "equity", "displaced")
"""What is compared beside the four gauges, as soon as everyone may see it."""


@frozen
class Try:
    """Try a link at another strength, in thousandths of a point per 10."""

    link: str
    per10: int


@frozen
class Forget:
    """Put away what is being tried."""


@frozen
class Read:
    """Read why a link is there; "" puts the reading away."""

    link: str


class AssumptionsScene:
    """The links, and beside them what another one would have changed, or why one is there."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.tried: Try | None = None
        self.read = ""
        self.fault: GameError | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the list of links and the comparison."""
        teller = Teller(self.room.session.game, cast(Words, frame.words))
        words = teller.words
        pack = rule_pack(self.room.session, words)
        links = sorted(self._links(), key=lambda link: changed(pack, link.id) is None)
        rows = {link.id: self._row(frame, teller, link, pack) for link in links}
        above: list[Node] = [w.Paragraph(frame.say("assumptions.order"), t.SMALL, colour="soft")]
        if pack is not None:
            above.insert(0, pack_head(pack, words))
        below = [] if pack is None else rest(pack, [link.id for link in links], words)
        reading, comparison = self._reading(frame), self._comparison(frame, teller)
        if frame.large:
            nodes = [node for link, row in rows.items() for node in (row, *(reading if link == self.read else ()))]
            body: Node = w.ScrollColumn(comparison, *above, *nodes, *below, key="links", gap=t.S, fade="page", grow=1)
        else:
            listed = w.ScrollColumn(*above, *rows.values(), *below, key="links", gap=t.S, fade="page", grow=1)
            aside = reading if reading and self.tried is None else [comparison, *reading]
            beside = w.ScrollColumn(*aside, key=f"beside {self.read}", gap=t.M, fade="page", grow=1)
            body = w.row(w.column(listed, grow=1), w.column(beside, width=560), gap=t.L, grow=1)
        about = [] if frame.low else [w.Paragraph(frame.say("assumptions.about"), colour="soft")]
        inner = w.column(*about, *notice(frame, self.fault), body, gap=t.M, pad=(t.M, t.XL), grow=1)
        return w.column(self._head(frame), inner)

    def _head(self, frame: Frame) -> Node:
        back = w.Button(frame.say("app.back"), "arrow-left", "header", Pop(), tall=48, key="back")
        return masthead(frame, frame.say("assumptions.title"), "", back, icon="scale")

    def _links(self) -> list[Coupling]:
        """Returns the links, those that weigh most on the present city first."""
        model, city = self.room.session.game.model, self.room.session.state.city
        return sorted(
            model.rules.couplings,
            key=lambda link: -sum(map(abs, pushed_by(model, city, Cause(CauseKind.LINK, link.id)).values())),
        )

    def _strength(self, link: Coupling) -> int:
        if self.tried and self.tried.link == link.id:
            return self.tried.per10
        return self.room.session.state.city.adjusted.get(link.id, milli(link.per10))

    def _row(self, frame: Frame, teller: Teller, link: Coupling, pack: RulePack | None) -> Node:
        words, now = cast(Words, frame.words), self._strength(link)
        moved = now != milli(link.per10)
        details = frame.say(
            "assumptions.details",
            link=teller.cause(Cause(CauseKind.LINK, link.id)),
            kind=frame.say(f"kind.{link.kind.value}"),
            low=words.signed(link.low),
            high=words.signed(link.high),
        )
        differing = changed(pack, link.id)
        told = w.column(
            w.Paragraph(words.of(link.say), t.BODY, t.BOLD if moved else t.MEDIUM),
            w.Paragraph(details, t.SMALL, colour="soft"),
            *(pack_reason(differing, words) if differing else ()),
            gap=t.XS,
            grow=1,
        )
        return w.Panel(
            w.row(told, self._hands(frame, link, now), gap=t.M, align="center"),
            fill="accent_tint" if moved else "surface",
            pad=(t.S, t.M),
            key=f"link {link.id}", role="group", label=words.of(link.say),
        )  # fmt: skip

    def _hands(self, frame: Frame, link: Coupling, now: int) -> Node:
        low, high, own = milli(link.low), milli(link.high), milli(link.per10)
        step = max(1, (high - low) // STEPS)
        words = cast(Words, frame.words)
        amount = words.signed(now / 1000) if now else frame.say("assumptions.erased")
        less, more = max(low, now - step), min(high, now + step)
        read = link.id == self.read
        return w.row(
            w.IconButton("book-open", frame.say("assumptions.read"), "primary" if read else "secondary",
                         on_press=Read("" if read else link.id), key=f"read {link.id}"),
            w.IconButton("minus", frame.say("assumptions.less"), "secondary", on_press=Try(link.id, less),
                         enabled=bool(now) and now > low, key=f"less {link.id}"),
            w.Label(amount, t.STRONG, t.BOLD, align="center", width=120, tabular=True),
            w.IconButton("plus", frame.say("assumptions.more"), "secondary", on_press=Try(link.id, more),
                         enabled=bool(now) and now < high, key=f"more {link.id}"),
            w.IconButton("eraser", frame.say("assumptions.erase"), "secondary", on_press=Try(link.id, 0),
                         enabled=bool(now), key=f"erase {link.id}"),
            w.IconButton("rotate-ccw", frame.say("assumptions.restore"), "secondary", on_press=Try(link.id, own),
                         enabled=now != own, key=f"restore {link.id}"),
            gap=t.XS, align="center",
        )  # fmt: skip

    def _reading(self, frame: Frame) -> list[Node]:
        """Returns why the link being read is there, if one is."""
        rules = self.room.session.game.model.rules
        told = [because(link, rules, cast(Words, frame.words)) for link in rules.couplings if link.id == self.read]
        close = w.Button(frame.say("app.close"), "x", on_press=Read(""), key="close reading")
        return [w.Panel(*nodes, close, gap=t.S, raised=True, key="reading") for nodes in told]

    def _comparison(self, frame: Frame, teller: Teller) -> Node:
        if self.tried is None:
            hint = w.Paragraph(frame.say("assumptions.hint"), colour="soft")
            return w.Panel(w.heading(frame.say("assumptions.otherwise"), t.TITLE), hint, gap=t.M, raised=True)
        session = self.room.session
        other, lost = otherwise(session, [Adjust(self.tried.link, self.tried.per10)])
        words = cast(Words, frame.words)
        shown = shown_on_table(session.game, session.state)
        every = (*(str(headline.id) for headline in session.game.model.rules.headlines), *COMPARED)
        names = [name for name in every if name in shown]
        rows = [
            self._compared(words, teller.measure(name), *self._levels(name, other.cities[-1])) for name in names
        ]
        lines: list[Node] = [w.heading(frame.say("assumptions.otherwise"), t.TITLE), *rows]
        if lost:
            lines.append(w.Paragraph(words.count("cli.lost", lost), t.SMALL, colour="soft"))
        apply = Several((Submit(Adjust(self.tried.link, self.tried.per10)), Refresh()))
        lines += [
            w.Button(frame.say("assumptions.apply"), "check", "primary", apply, key="apply"),
            w.Button(frame.say("assumptions.forget"), "x", on_press=Forget(), key="forget"),
        ]
        return w.Panel(*lines, gap=t.S, raised=True)

    def _levels(self, name: str, other: CityState) -> tuple[int, int]:
        model = self.room.session.game.model
        return level_of(model, self.room.session.cities[-1], name), level_of(model, other, name)

    def _compared(self, words: Words, name: str, was: int, would: int) -> Node:
        moved = would - was
        told = f"{words.points(was, 1)} → {words.points(would, 1)}"
        tone = "soft" if abs(moved) < SEEN else ("rise" if moved > 0 else "fall")
        return w.row(
            w.Label(name, t.BODY, t.MEDIUM, grow=1),
            w.Label(told, t.BODY, tabular=True),
            w.Label(words.change(moved, 1), t.BODY, t.BOLD, tone, align="end", width=90, tabular=True),
            gap=t.M,
        )

    def on_input(self, heard: Heard) -> Intent | None:
        """Tries a link, applies what was tried, or goes back."""
        match heard:
            case Press(value=Try() as tried):
                self.tried = tried
                return Refresh()
            case Press(value=Read(link)):
                self.read = link
                return Refresh()
            case Press(value=Forget()):
                self.tried = None
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Press(key="apply", value=intent):
                self.tried = None
                return cast(Intent, intent)
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Refused(error):
                self.fault = error
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing here moves by itself."""
        return False
