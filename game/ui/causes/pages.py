"""What a map is held against: the rules, the map of another moment, the session as it would have gone."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from game.beside import Beside
from game.city.scoring import level_of
from game.content.causalmap import CausalMap, Moment, compared
from game.content.maplinks import Laid, against, common_with, drawn_from
from game.content.rulebook import Rulebook
from game.report.mapaccount import steadied, visions_told
from game.report.maprings import changes_drawing, map_drawing, stations_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.causes.editor import LEAST, SIDE, TEXT
from game.ui.causes.hand import Ask, Lay, Weigh
from game.ui.causes.ringview import RingView
from game.ui.node import Node
from game.ui.widgets import Option
from game.wording.maps import MapTeller, cause_told
from game.wording.teller import Teller
from game.wording.words import Words

SEEN: Final = 50
"""A change below this many milli-points shows as 0.0, and has no colour."""
READINGS: Final = ("lived", "equity", "displaced")
"""What is compared beside the four gauges."""
LARGEST: Final = 8
"""Causes shown of a difference."""


@frozen
class Wall:
    """A page being made: the rules and words it speaks of and in, and the room it has."""

    rules: Rulebook
    words: Words
    width: float
    high: float
    large: bool

    @property
    def teller(self) -> MapTeller:
        """Returns who tells the maps."""
        return MapTeller(self.rules, self.words)

    def beside(self, told: Sequence[Node], drawn: Node, key: str) -> Node:
        """Returns what is told beside what is drawn; one under the other in large text."""
        if self.large:
            return w.ScrollColumn(*told, drawn, gap=t.M, key=key, fade="page", grow=1)
        listed = w.ScrollColumn(*told, gap=t.M, key=key, grow=1)
        return w.row(w.Panel(listed, pad=(t.S, t.L), width=SIDE), w.Panel(drawn, pad=t.M, grow=1), gap=t.L, grow=1)

    @property
    def board(self) -> tuple[float, float]:
        """Returns width and height of a ring."""
        if self.large:
            return self.width - 2 * t.L, LEAST
        return self.width - SIDE - 4 * t.L, self.high - 2 * t.M


def rules_page(wall: Wall, drawn: CausalMap) -> Node:
    """Returns the links of the rules on the ring, and a map held against them."""
    words = wall.words
    theirs = drawn_from(wall.rules, words.say("map.rules_author"))
    ring = _ring(wall, map_drawing(theirs, wall.rules, words, *wall.board, TEXT))
    if not drawn.arrows:
        return wall.beside([w.Paragraph(words.say("map.rules_about")), _empty(wall)], ring, "rules")
    whose = words.count("map.drawn_by", len(drawn.arrows), author=drawn.author)
    told: list[Node] = [w.caption(whose), w.heading(wall.teller.common(common_with(drawn, wall.rules)), t.STRONG)]
    for key, lines in wall.teller.against_parts(against(drawn, wall.rules)):
        title = words.count(f"map.against.{key}", len(lines)).strip()
        told += [w.heading(title, t.BODY, weight=t.SEMIBOLD), *(w.Paragraph(line, t.SMALL) for line in lines)]
    return wall.beside(told, ring, "rules")


def _ring(wall: Wall, drawing: object) -> Node:
    return RingView(
        drawing, stations_of(wall.rules, wall.words), TEXT, height=wall.board[1], grow=1, key="ring"  # type: ignore[arg-type]
    )


def _empty(wall: Wall) -> Node:
    return w.Paragraph(wall.words.say("map.no_arrow"), t.BODY, colour="soft")


def changes_page(wall: Wall, before: CausalMap | None, after: CausalMap | None) -> Node:
    """Returns what changed from the map before the game to the one after it."""
    words = wall.words
    if before is None or after is None:
        return _alone("git-branch", words.say("map.two_needed"))
    found = compared(before, after)
    lines = [w.Paragraph(line, t.BODY) for line in wall.teller.changed(found)]
    title = words.say("map.changed_title")
    drawing = changes_drawing(found, title, wall.rules, words, *wall.board, TEXT)
    told = (w.heading(title, t.TITLE), w.Paragraph(wall.teller.common(found.common), colour="soft"), *lines)
    return wall.beside(told, _ring(wall, drawing), "changes")


def _alone(icon: str, told: str) -> Node:
    inner = w.column(
        w.Icon(icon, 72, "soft"),
        w.Paragraph(told, t.TITLE, t.MEDIUM, align="center", balanced=True),
        gap=t.M, align="center", width=1000,
    )  # fmt: skip
    return w.column(w.space(grow=1), inner, w.space(grow=1), align="center", grow=1)


def beside_page(
    wall: Wall, found: Beside | None, maps: Mapping[Moment, CausalMap], weighed: Moment, laid: Laid, asked: str
) -> Node:
    """Returns what the session would have been under a map: levels, visions, and which arrows did it."""
    words = wall.words
    if found is None or not maps:
        return _alone("split", words.say("map.nothing_beside"))
    moments = list(maps)
    whose = [Option(words.say(f"map.view.{moment.value}"), Weigh(moment)) for moment in moments]
    ways = [Option(words.say(f"map.laid.{way.value}"), Lay(way)) for way in Laid]
    choices = (
        w.choices(words.say("map.whose"), whose, moments.index(weighed), "weigh", grow=1),
        w.choices(words.say("map.laid"), ways, list(Laid).index(laid), "laid", grow=1),
    )
    head = w.column(*choices, gap=t.S) if wall.large else w.row(*choices, gap=t.M)
    asked = asked or _furthest(found)
    levels, causes = _levels(wall, found, asked), _causes(wall, found, maps[weighed], asked)
    if wall.large:
        return w.ScrollColumn(head, *levels, *causes, gap=t.M, key="beside", fade="page", grow=1)
    start = w.ScrollColumn(*levels, gap=t.S, key="levels", fade="page", grow=1)
    end = w.Panel(w.ScrollColumn(*causes, gap=t.M, key="causes", grow=1), pad=t.L, width=760)
    return w.column(head, w.row(start, end, gap=t.L, grow=1), gap=t.M, grow=1)


def _furthest(found: Beside) -> str:
    """Returns the gauge that would have ended furthest from where it did."""
    model, other = found.played.game.model, found.other.game.model
    played = found.played.cities[-1]
    names = [str(each.id) for each in model.rules.headlines]
    return max(names, key=lambda name: abs(level_of(other, found.city, name) - level_of(model, played, name)))


def _levels(wall: Wall, found: Beside, asked: str) -> list[Node]:
    words, gauges = wall.words, [each.id for each in wall.rules.headlines]
    rows = [_level(wall, found, name, asked, True) for name in gauges]
    rows += [_level(wall, found, name, asked, False) for name in READINGS]
    notes = [visions_told(found, words)]
    if found.percent < 100:
        notes.append(steadied(found, words))
    if found.lost:
        notes.append(words.count("cli.lost", found.lost))
    return [*rows, *(w.Paragraph(note, t.SMALL, colour="soft") for note in notes)]


def _level(wall: Wall, found: Beside, name: str, asked: str, gauge: bool) -> Node:
    """Returns one level, played and as it would have been; a gauge can be pressed for its causes."""
    words, model = wall.words, found.played.game.model
    was = level_of(model, found.played.cities[-1], name)
    would = level_of(found.other.game.model, found.city, name)
    moved = would - was
    tone = "soft" if abs(moved) < SEEN else "rise" if moved > 0 else "fall"
    measure = Teller(found.played.game, words).measure(name)
    told = f"{words.points(was, 1)} → {words.points(would, 1)}"
    line = w.row(
        w.Label(measure, t.BODY, t.MEDIUM, grow=1),
        w.Label(told, t.BODY, tabular=True),
        w.Label(words.change(moved, 1), t.BODY, t.BOLD, tone, align="end", width=90, tabular=True),
        gap=t.M, align="center",
    )  # fmt: skip
    if not gauge:
        return w.Panel(line, pad=(10, t.M), raised=False, fill="sunken")
    return w.Card(
        line, pad=(10, t.M), raised=False, chosen=name == asked, on_press=Ask(name), key=f"level {name}",
        label=measure, value=f"{told} {words.change(moved, 1)}", role="radio",
    )  # fmt: skip


def _causes(wall: Wall, found: Beside, drawn: CausalMap, asked: str) -> list[Node]:
    """Returns which arrows did it, for one gauge."""
    words, teller = wall.words, Teller(found.other.game, wall.words)
    title = w.heading(words.say("map.did_it_title", gauge=teller.measure(asked)), t.STRONG)
    parts = [(cause, amount) for cause, amount in found.causes(asked).items() if abs(amount) >= SEEN]
    if not parts:
        return [title, w.Paragraph(words.say("map.did_nothing"), colour="soft")]
    rows: list[Node] = [
        w.row(
            w.Paragraph(cause_told(teller, cause, drawn.strengths), t.BODY, leading=1.25, grow=1),
            w.Label(words.change(amount, 1), t.BODY, t.BOLD, "rise" if amount > 0 else "fall", tabular=True),
            gap=t.M, align="center",
        )
        for cause, amount in parts[:LARGEST]
    ]  # fmt: skip
    left = len(parts) - LARGEST
    more = [w.caption(words.count("map.more_causes", left))] if left > 0 else []
    return [title, *rows, *more]
