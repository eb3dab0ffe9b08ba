"""Recount the room: the same ballots under every other rule, side by side, with each count told step by step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

from game.content.shapes import InterventionId
from game.engine.events import Counted
from game.engine.recount import Recount, real_voters, recounted, whole_session, wished
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK, Aside
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Several, Shown, Woken
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording import deciding
from game.wording.teller import Teller
from game.wording.words import Words

WHOLE, VOTERS = -1, -2
"""Stand for the whole session among the decisions, and for the real voters that a scenario may bring along."""

ABOUT: Final = {WHOLE: "recount.about_whole", VOTERS: "recount.about_voters"}


class RecountScene:
    """A sheet over the table or the debrief."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        events = room.session.events
        self.decided = [each for each in events if isinstance(each, Counted) and each.question is None]
        self.every = wished(self.decided)
        """The decisions that can be counted in another way."""
        self.at = len(self.every) - 1 if self.every or not self.voters else VOTERS
        self.told: Recount | None = None
        self.found: tuple[Recount, ...] = ()
        self.counting = Aside(self._count)

    @property
    def voters(self) -> bool:
        """Tells whether the scenario brings real voters along, and something they can be asked about."""
        return bool(self.room.session.game.model.scenario.preferences and self.decided)

    def build(self, frame: Frame) -> Node:
        """Returns the decisions to choose among, and what each rule makes of the one chosen."""
        words = cast(Words, frame.words)
        teller = Teller(self.room.session.game, words)
        title = words.say("recount.title")
        head = sheet_head(words, title, "list-checks")
        said = words.say("recount.unasked" if self.decided else "recount.none")
        body: list[Node] = [] if self.every else [w.Paragraph(said, t.STRONG, key="nothing")]
        if self.every or self.voters:
            body += self._body(teller, words, frame.large)
        empty = not (self.every or self.voters or frame.large)
        sheet = Sheet(title, head, *body, on_cancel=Pop(), key="recount", snug=empty)
        return w.stack(sheet, _steps(teller, words, self.told, self._prices())) if self.told else sheet

    def _prices(self) -> dict[InterventionId, int]:
        """Returns what each option cost the city when it was decided."""
        counted = self.decided if self.at == VOTERS else self.every if self.at < 0 else [self.every[self.at]]
        return {option: price for each in counted for option, price in each.prices.items()}

    def _body(self, teller: Teller, words: Words, large: bool) -> list[Node]:
        tabs = [self._tab(place, _name(teller, words, each)) for place, each in enumerate(self.every)]
        if self.every:
            tabs.append(self._tab(WHOLE, words.say("recount.whole")))
        if self.voters:
            tabs.append(self._tab(VOTERS, words.say("recount.voters")))
        about = self._about(words)
        shown = all(each.shown for each in self.every) if self.at < 0 else self.every[self.at].shown
        usual = _usual(self.found) if self.counting.over else None
        rows = [_row(teller, words, each, shown, self.at != VOTERS, usual) for each in self.found]
        if not self.counting.over:
            rows.append(w.caption(words.say("recount.counting")))
        said = _finding(words, self.found) if self.counting.over else []
        said.append(w.Paragraph(about, t.SMALL, colour="soft"))
        if large:
            rows, said = [*said, *rows], []
        return [w.flow(*tabs, gap=8), *said, w.ScrollColumn(*rows, gap=12, pad=(4, 22, 8, 0), key="rules", grow=1)]

    def _about(self, words: Words) -> str:
        """Returns what is counted, and how many decisions have nothing to count."""
        left = len(self.decided) - len(self.every) if self.at != VOTERS else 0
        about = words.say(ABOUT.get(self.at, "recount.about"))
        return f"{about} {words.count('recount.left_out', left)}" if left else about

    def _count(self) -> Iterable[Recount]:
        """Returns what each rule makes of the ballots; with many real voters that takes seconds."""
        game = self.room.session.game
        if self.at == VOTERS:
            return real_voters(game, self.decided)
        if not self.every:
            return ()
        return whole_session(game, self.every) if self.at == WHOLE else recounted(game, self.every[self.at])

    def _tab(self, place: int, name: str) -> Node:
        on, key = self.at == place, f"decision {place}"
        return w.Button(name, on_press={"at": place}, on=on, tall=48, size=t.SMALL, key=key)

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns to another decision, opens the steps of a count, or closes."""
        match heard:
            case Shown() | Woken(value="look"):
                return self._looked()
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=dict() as values):
                return self._turned(values)
            case Press(value=Recount() as told):
                self.told = told
                return Refresh()
            case Cancel() if self.told is not None:
                return self._turned({"told": None})
            case Cancel():
                return Pop()
        return None

    def _turned(self, values: dict[str, Any]) -> Intent:
        self.told = None
        if "at" not in values:
            return Refresh()
        self.counting.drop()
        self.at, self.found = values["at"], ()
        self.counting = Aside(self._count)
        return self._looked()

    def _looked(self) -> Intent:
        """Shows what has been counted, and looks again while more is to come."""
        over = self.counting.over
        self.found += self.counting.taken()
        return Refresh() if over else Several((Refresh(), LOOK))

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _name(teller: Teller, words: Words, counted: Counted) -> str:
    """Returns what was decided: the challenge, or how many together."""
    what = teller.title(counted.challenges[0])
    if len(counted.challenges) > 1:
        what = words.count("recount.together", len(counted.challenges))
    return words.say("recount.decision", round=words.whole(counted.round), what=what)


def _finding(words: Words, found: Sequence[Recount]) -> list[Node]:
    """Returns in one line whether the way of counting made a difference."""
    outcomes = len({frozenset(each.decision.chosen) for each in found})
    if len(found) < 2:
        return []
    agreed = words.count("recount.agree", len(found))
    told = agreed if outcomes == 1 else words.count("recount.differ", outcomes, rules=words.whole(len(found)))
    return [w.Paragraph(told, t.STRONG, t.BOLD, key="finding")]


def _usual(found: Sequence[Recount]) -> frozenset[InterventionId] | None:
    """Returns what several rules choose, more than choose anything else; None where no two agree."""
    outcomes = Counter(frozenset(each.decision.chosen) for each in found).most_common(1)
    return outcomes[0][0] if outcomes and outcomes[0][1] > 1 else None


def _row(
    teller: Teller, words: Words, each: Recount, shown: bool, told_of: bool, usual: frozenset[InterventionId] | None
) -> Node:
    """Returns a rule, what it chooses, what that costs, and who gets nothing; one that differs from most says so."""
    chosen = ", ".join(teller.title(option) for option in each.decision.chosen) or words.say("recount.nothing")
    empty = words.count("recount.empty", len(each.empty)) if each.empty else words.say("recount.all") if told_of else ""
    if shown and each.empty:
        empty = f"{empty} {', '.join(teller.seat(seat) for seat in each.empty)}"
    rule = words.say(f"recount.rule.{each.rule.value}")
    told = w.column(
        w.Paragraph(rule, t.SMALL, t.SEMIBOLD, "soft", leading=1.2),
        w.Paragraph(chosen, t.BODY, t.SEMIBOLD, leading=1.25),
        *([w.Paragraph(empty, t.SMALL, colour="fall" if each.empty else "soft", leading=1.25)] if empty else []),
        gap=2, grow=1,
    )  # fmt: skip
    how = w.IconButton(
        "list-ordered", words.say("recount.how", rule=rule), "secondary", on_press=each, key=f"how {each.rule.value}"
    )
    cost = w.Label(words.money(each.spent), t.STRONG, t.BOLD)
    differs = usual is not None and frozenset(each.decision.chosen) != usual
    mark = [w.Chip(words.say("recount.other"), "split", "on_accent", "accent")] if differs else []
    line = w.row(told, *mark, cost, how, gap=t.M, align="center")
    fill = "accent_tint" if differs else "sunken"
    return w.Panel(line, fill=fill, raised=False, pad=(12, 18), key=f"rule {each.rule.value}")


def _spent(teller: Teller, words: Words, told: Recount, prices: dict[InterventionId, int]) -> list[Node]:
    """Returns what each option chosen costs; the sum is what the rule spends."""
    chosen = [option for option in told.decision.chosen if option in prices]
    if not chosen or sum(prices[option] for option in chosen) != told.spent:
        return []
    lines = [(teller.title(option), prices[option]) for option in chosen] + [(words.say("ledger.sum"), told.spent)]
    return [
        w.row(w.Paragraph(name, t.BODY, grow=1), w.Label(words.money(amount), t.BODY, t.SEMIBOLD), gap=t.M)
        for name, amount in lines
    ]


def _steps(teller: Teller, words: Words, told: Recount, prices: dict[InterventionId, int]) -> Node:
    """Returns the count of a rule: its reason, what it spends on what, then each step in words."""
    lines: Sequence[str] = deciding.numbered(teller, told.decision)
    steps = [w.Paragraph(line, t.BODY, leading=1.35) for line in lines]
    close = {"told": None}
    return w.Dialog(
        words.say(f"recount.rule.{told.rule.value}"),
        w.Paragraph(deciding.decision(teller, told.decision), t.BODY, t.SEMIBOLD),
        *_spent(teller, words, told, prices),
        *steps,
        actions=(w.Button(words.say("app.close"), on_press=close, key="close steps"),),
        across=1080, on_cancel=close, key="steps",
    )  # fmt: skip
