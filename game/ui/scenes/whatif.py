"""What if? A round, and what would have been different in it; the session is played again beside the frames."""

from collections.abc import Sequence
from typing import Final, cast

from attrs import frozen

from game.city.exact import FULL
from game.engine.state import Game
from game.report import elsewise
from game.report.charts import arrowed
from game.report.mapfigures import MapLevel
from game.report.whatif import departure_told, what_if
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.aside import LOOK, Aside
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press, Refresh, Several, Shown, Woken
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.whatif.departing import Departure, Elsewhere, Kind, departures, elsewhere, rounds
from game.wording.teller import Teller
from game.wording.words import Words

LISTED: Final = 480
"""Width of what can be chosen, in design units."""
MOVED: Final = 84
"""Width of a change beside its levels."""
PARTS: Final = ("gauges", "visions", "groups", "seats")


@frozen
class Round:
    """Look at another round."""

    number: int


@frozen
class Then:
    """Who moves once the session has departed."""

    computers: bool


class WhatIfScene:
    """A sheet over the debrief or the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room
        self.session = room.session.as_it_stands()
        self.rounds = rounds(self.session)
        self.could: tuple[Departure, ...] = ()
        self.chosen: Departure | None = None
        self.computers = False
        self.found: Elsewhere | None = None
        self.playing: Aside[Elsewhere] | None = None
        if self.rounds:
            self._turn(self.rounds[0])  # what changed first had most time to make a difference

    def build(self, frame: Frame) -> Node:
        """Returns what could have been different, and what would have come of it; under one another if enlarged."""
        words = cast(Words, frame.words)
        title = words.say("whatif.title")
        head = sheet_head(words, title, "git-fork")
        if self.chosen is None:
            told = w.Paragraph(words.say("whatif.no_rounds"), t.STRONG)
            return Sheet(title, head, told, on_cancel=Pop(), key="whatif")
        listed, shown = self._listed(words), self._shown(frame, words)
        if frame.large:
            parts = (*listed, w.Divider(), *shown)
            body: Node = w.ScrollColumn(*parts, gap=t.M, pad=(4, 22, 8, 0), key="whatif body", grow=1)
        else:
            body = w.row(
                w.ScrollColumn(*listed, gap=t.S, pad=(4, 22, 8, 0), key="could", width=LISTED),
                w.Divider(upright=True),
                w.ScrollColumn(*shown, gap=t.M, pad=(4, 22, 8, 0), key="would", grow=1),
                gap=t.M, grow=1,
            )  # fmt: skip
        return Sheet(title, head, body, on_cancel=Pop(), key="whatif")

    def _listed(self, words: Words) -> list[Node]:
        teller = Teller(self.session.game, words)
        assert self.chosen is not None
        options = [w.Option(words.whole(number), Round(number)) for number in self.rounds]
        at = self.rounds.index(self.chosen.round)
        then = [w.Option(words.say(f"whatif.{key}"), Then(key == "computers")) for key in ("follow", "computers")]
        parts: list[Node] = [
            w.Paragraph(words.say("whatif.about"), t.SMALL, colour="soft", leading=1.3),
            w.Label(words.say("whatif.rounds"), t.BODY, t.SEMIBOLD),
            w.choices(words.say("whatif.rounds"), options, at, "round"),
            w.Label(words.say("whatif.then"), t.BODY, t.SEMIBOLD),
            w.choices(words.say("whatif.then"), then, int(self.computers), "then"),
        ]
        for was in dict.fromkeys(each.was for each in self.could if each.kind is Kind.ANSWER):
            cards = [self._card(teller, each) for each in self.could if each.kind is Kind.ANSWER and each.was == was]
            parts += [w.heading(words.say("whatif.answers_but", was=teller.title(was)), t.BODY), *cards]
        ways = [self._card(teller, each) for each in self.could if each.kind is Kind.WAY]
        return [*parts, *([w.heading(words.say("whatif.ways"), t.BODY), *ways] if ways else [])]

    def _card(self, teller: Teller, departure: Departure) -> Node:
        words, game = teller.words, self.session.game
        if departure.kind is Kind.WAY:
            name, icon = teller.way(departure.of), game.model.procedures[departure.of].icon  # type: ignore[index]
            tile, about = w.Tile(icon, "accent", "accent_tint", 40), ""
        elif departure.of:
            card = game.intervention(departure.of)  # type: ignore[arg-type]
            name, tile = teller.title(departure.of), w.Tile(card.icon, "on_tech", card.tech.value, 40)
            about = words.say(f"tech.{card.tech.value}")
        else:
            name, tile = words.say("whatif.without"), w.Tile("ban", "soft", "sunken", 40)
            about = words.say("whatif.refused_about" if departure.picked else "whatif.none_about")
        told = [w.Paragraph(about, t.SMALL, colour="soft", leading=1.2)] if about else []
        return w.Card(
            w.row(
                tile, w.column(w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.15), *told, gap=2, grow=1),
                gap=12, align="center",
            ),
            pad=(8, 12), raised=False, chosen=departure == self.chosen, on_press=departure, role="radio",
            key=f"could {departure.kind.value} {departure.challenge or ''} {departure.of or 'none'}", label=name,
            value=about,
        )  # fmt: skip

    def _shown(self, frame: Frame, words: Words) -> list[Node]:
        teller = Teller(self.session.game, words)
        assert self.chosen is not None
        head = w.heading(departure_told(teller, self.chosen), t.BODY, weight=t.SEMIBOLD, colour="soft")
        if self.found is None:
            return [head, w.caption(words.say("whatif.playing"))]
        found = what_if(self.session, teller, self.found)
        came = [w.Paragraph(found.came, t.BODY, t.SEMIBOLD, "fall")] if found.came else []
        how = w.Paragraph(elsewise.how(found, words), t.BODY, colour="soft", leading=1.3)
        parts = [self._part(words, part, getattr(found, part)) for part in PARTS]
        columns = 1 if frame.wide < 1700 else 2
        most = w.Paragraph(elsewise.otherwise(found, words), t.TITLE - 2, t.BOLD, leading=1.25)
        mark = w.caption(words.say("whatif.mark"))
        return [head, *came, most, how, mark, w.grid(columns, *parts, gap=t.M, key="done")]

    def _part(self, words: Words, part: str, rows: Sequence[MapLevel]) -> Node:
        """Returns levels as they would have been, each with a mark where it ended in what was played."""
        lines = [_line(self.session.game, words, part, each) for each in rows]
        return w.Panel(
            w.heading(words.say(f"whatif.{part}"), t.BODY), *lines, pad=t.M, gap=10, raised=False, fill="sunken",
            key=f"part {part}",
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns to a round, plays what was chosen, shows what came of it."""
        match heard:
            case Shown() | Woken(value="look"):
                return self._looked()
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Round(number)):
                self._turn(number)
                return self._looked()
            case Press(value=Then(computers)):
                self.computers = computers
                self._play()
                return self._looked()
            case Press(value=Departure() as chosen):
                self.chosen = chosen
                self._play()
                return self._looked()
            case Cancel():
                return Pop()
        return None

    def _turn(self, number: int) -> None:
        self.could = departures(self.session, number)
        self.chosen = self.could[0]
        self._play()

    def _play(self) -> None:
        if self.playing is not None:
            self.playing.drop()
        chosen, session, computers = self.chosen, self.session, self.computers
        assert chosen is not None
        self.found, self.playing = None, Aside(lambda: (elsewhere(session, chosen, computers),))

    def _looked(self) -> Intent | None:
        if self.playing is None:
            return None
        over, found = self.playing.over, self.playing.taken()
        self.found = found[0] if found else self.found
        return Refresh() if over else Several((Refresh(), LOOK))

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the bars, which move by themselves."""
        return False


def _line(game: Game, words: Words, part: str, level: MapLevel) -> Node:
    told = arrowed(level.change, words)
    gauges = {str(each.id) for each in game.model.rules.headlines}
    colour = level.id if level.id in gauges else "accent" if part == "visions" else "quality"
    tone = {"▲": "rise", "▼": "fall"}.get(told[:1], "soft")
    was, would = words.points(level.was), words.points(level.would)
    return w.column(
        w.row(
            w.Paragraph(level.name, t.SMALL, t.MEDIUM, leading=1.15, grow=1),
            w.Label(f"{was} → {would}", t.SMALL, colour="soft", tabular=True),
            w.Label(told, t.SMALL, t.SEMIBOLD, tone, tabular=True, align="end", width=MOVED),
            gap=t.S, align="center",
        ),
        w.Bar(level.would / FULL, colour, level.was / FULL, height=10, label=level.name),
        gap=4,
    )  # fmt: skip
