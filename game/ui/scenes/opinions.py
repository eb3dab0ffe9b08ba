"""The room's opinions: sheets typed into a grid, a person a row; then what the room agrees on, and perhaps groups."""

from typing import Final, cast

from attrs import frozen

from game.content.cards import Stakeholder
from game.engine.moves import Poll
from game.engine.polling import ANSWERS
from game.errors import GameError
from game.report import charts, findings
from game.report.opinions import opinions
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import fitted
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Refused, Several, Submit
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.teller import Teller
from game.wording.words import Words

ORDER: Final = "-adp"
"""What pressing a cell turns it to, in turn."""
LOOKS: Final = {"a": ("thumbs-up", "opinions.agree"), "d": ("thumbs-down", "opinions.disagree"),
                "p": ("minus", "opinions.pass"), "-": ("square", "opinions.empty")}  # fmt: skip
NUMBER: Final = 60
SEAT: Final = 280
BARS: Final = 0.53
"""Share of the page that the bars take beside the map of groups: enough for names to stand on the line of their bar."""
AROUND: Final = 330
"""Design units that the head and the foot take of the height."""


@frozen
class Turn:
    """Turn a cell to what comes next."""

    person: int
    place: int


@frozen
class People:
    """Have so many sheets more, or fewer."""

    by: int


class OpinionsScene:
    """A sheet over the table or the debrief. What is typed is no part of the session until it is kept."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.sheets = list(room.session.state.sheets) or [self._blank]
        self.typing = not room.session.state.sheets
        self.fault: GameError | None = None

    @property
    def _blank(self) -> str:
        return "-" * len(self.room.session.game.players)

    def build(self, frame: Frame) -> Node:
        """Returns the grid, or what it says."""
        words = cast(Words, frame.words)
        title = words.say("opinions.title")
        tabs = w.choices(
            title,
            [w.Option(words.say("opinions.sheets"), {"typing": True}), w.Option(words.say("opinions.result"),
             {"typing": False}, enabled=bool(self.room.session.state.sheets))],
            0 if self.typing else 1, key="tabs",
        )  # fmt: skip
        head = sheet_head(words, title, "users-round")
        body = self._grid(frame, words) if self.typing else self._result(frame, words)
        return Sheet(title, head, tabs, *notice(frame, self.fault), *body, on_cancel=Pop(), key="opinions")

    def _grid(self, frame: Frame, words: Words) -> list[Node]:
        cards = self.room.session.game.model.scenario.stakeholders
        heads = [_seat_head(words, card) for card in cards]
        corner = w.space()
        corner.width = NUMBER
        rows: list[Node] = [] if frame.large else [w.row(corner, *heads, gap=t.M, align="end")]
        rows += [self._person(frame, words, number) for number in range(len(self.sheets))]
        argued = w.heading(words.say("opinions.arguments"), t.BODY)
        arguments = [argued, *(_argument(words, card, frame.large) for card in cards)]
        keep = Several((Submit(Poll(self._filled())), Refresh()))
        signs = (w.Chip(words.say(LOOKS[each][1]), LOOKS[each][0]) for each in ORDER[1:] + ORDER[0])
        how = w.flow(w.Paragraph(words.say("opinions.how"), t.SMALL, colour="soft"), *signs, gap=t.S, align="center")
        does = w.flow(
            w.Button(
                words.say("opinions.fewer"), "minus", on_press=People(-1), enabled=len(self.sheets) > 1, key="fewer"
            ),
            w.Button(words.say("opinions.more"), "plus", on_press=People(1), key="more"),
            w.Button(words.say("opinions.more_ten"), "plus", on_press=People(10), key="more ten"),
            w.space(grow=1),
            w.Button(
                words.count("opinions.keep", len(self._filled())), "check-check", "primary", on_press=keep,
                enabled=bool(self._filled()), key="keep",
            ),
            gap=t.M,
        )  # fmt: skip
        inside = [how, *rows, does, w.Divider(), *arguments] if frame.large else [*rows, w.Divider(), *arguments]
        grid = w.ScrollColumn(*inside, gap=8, pad=(4, 22, 8, 0), key="opinion grid", grow=1)
        return [grid] if frame.large else [how, grid, does]

    def _filled(self) -> tuple[str, ...]:
        """Returns the sheets on which something stands."""
        return tuple(sheet for sheet in self.sheets if sheet != self._blank)

    def _person(self, frame: Frame, words: Words, number: int) -> Node:
        teller = Teller(self.room.session.game, words)
        cells = []
        for place, seat in enumerate(self.room.session.game.players):
            icon, key = LOOKS[self.sheets[number][place]]
            label = words.say("opinions.cell", n=number + 1, seat=teller.seat(seat), said=words.say(key))
            cell = w.IconButton(
                icon, label, "secondary", on_press=Turn(number, place), on=icon != "square", tall=46,
                key=f"cell {number} {place}",
            )  # fmt: skip
            cells.append(cell)
        name = w.Label(words.whole(number + 1), t.BODY, t.SEMIBOLD, "soft", width=NUMBER, tabular=True)
        if frame.large:
            signs = [card.icon for card in self.room.session.game.model.scenario.stakeholders]
            pairs = zip(signs, cells, strict=True)
            signed = [w.column(w.Icon(sign, 26, "soft"), cell, gap=2, align="center") for sign, cell in pairs]
            return w.row(name, w.flow(*signed, gap=8, grow=1), gap=6, align="center")
        spread = [w.row(w.space(grow=1), cell, w.space(grow=1), grow=1) for cell in cells]
        return w.row(name, *spread, gap=t.M, align="center", key=f"person {number}")

    def _result(self, frame: Frame, words: Words) -> list[Node]:
        session = self.room.session
        found = opinions(session, Teller(session.game, words))
        if found is None:
            return [w.Paragraph(words.say("opinions.none"), t.STRONG)]
        title = findings.opinions(found, words)
        wide, high = frame.wide - 2 * t.XL - 2 * t.L - 60, frame.high - AROUND
        alone = frame.large or found.grouping is None
        half, cloudy = (wide, wide) if alone else (wide * BARS - t.L, wide * (1 - BARS) - t.L)
        bars = fitted(lambda width, text: charts.agreement(found, words, title, width, text), half, max(high, 300))
        told = [w.Paragraph(line, t.BODY, leading=1.3) for line in findings.groups_of_opinion(found, words)]
        side: list[Node] = [*told]
        if found.grouping is not None:
            grouping, guess = found.grouping, findings.groups_of_opinion(found, words)[0]
            cloud = fitted(
                lambda width, text: charts.opinion_map(grouping, words, guess, width, text), cloudy, max(high, 300)
            )
            side.insert(0, cloud)
        head = w.heading(title, t.STRONG)
        if frame.large or found.grouping is None:
            return [w.ScrollColumn(head, bars, *side, gap=t.M, pad=(4, 22, 8, 0), key="opinion result", grow=1)]
        start, end = w.column(bars, grow=1), w.column(*side, gap=t.M, width=cloudy)
        both = w.row(start, end, gap=t.XL, align="start")
        return [w.ScrollColumn(head, both, gap=t.M, pad=(4, 22, 8, 0), key="opinion result", grow=1)]

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns cells, adds sheets, keeps the poll, shows what it says."""
        match heard:
            case Press(value=Several() as kept):
                self.fault, self.typing = None, False
                return kept
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Turn(person, place)):
                sheet = self.sheets[person]
                following = ORDER[(ORDER.index(sheet[place]) + 1) % len(ANSWERS)]
                self.sheets[person] = sheet[:place] + following + sheet[place + 1 :]
                return Refresh()
            case Press(value=People(by)):
                self.sheets = [*self.sheets, *[self._blank] * by] if by > 0 else self.sheets[:by]
                return Refresh()
            case Press(value=dict() as values):
                self.typing = values["typing"]
                return Refresh()
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault, self.typing = error, True
                return Refresh()
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _seat_head(words: Words, card: Stakeholder) -> Node:
    """Returns the head of a seat's column: its sign, which its argument bears too, over its name."""
    name = w.Paragraph(words.of(card.name), t.SMALL, t.SEMIBOLD, leading=1.1, align="center", balanced=True)
    return w.column(w.row(w.Icon(card.icon, 28, "accent"), justify="center"), name, gap=4, grow=1)


def _argument(words: Words, card: Stakeholder, large: bool) -> Node:
    """Returns what a seat argues, beside its sign."""
    name = w.Paragraph(words.of(card.name), t.BODY, t.SEMIBOLD, leading=1.2)
    said = w.Paragraph(words.of(card.argument), t.BODY, colour="soft", leading=1.3, grow=1)
    icon = w.Icon(card.icon, 28, "accent")
    if large:
        return w.row(icon, w.column(name, said, gap=2, grow=1), gap=12)
    name.width = SEAT
    return w.row(icon, name, said, gap=12)
