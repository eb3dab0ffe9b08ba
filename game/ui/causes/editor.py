"""Drawing a map: the arrow in the making, the arrows drawn, the ring."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.content.causalmap import AUTHOR_LONGEST, STRONGEST, CausalMap, Merging, causes_of, effects_of, merged
from game.content.rulebook import Rulebook
from game.report.maprings import map_drawing, stations_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.causes.hand import Choose, Chosen, End, Erase, Hand, OpenMap, Put, Strength, Take, Written
from game.ui.causes.ringview import RingView
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.widgets import Option
from game.wording.maps import MapTeller
from game.wording.words import Words

SIDE: Final = 640
"""Width of the column beside the ring."""
TEXT: Final = 22
"""Size of the ring's letters."""
LEAST: Final = 560
"""Height under which the names of the ring would touch."""
HIGH: Final = 640
"""Height under which the arrow in the making scrolls with the arrows drawn."""
STRENGTHS: Final = (*range(-STRONGEST, 0), *range(1, STRONGEST + 1))


@frozen
class Sheet:
    """A map being drawn: the map, the arrow in hand, the rules and words it is drawn in, and the room it has."""

    drawn: CausalMap
    hand: Hand
    rules: Rulebook
    words: Words
    width: float
    high: float
    large: bool
    others: Sequence[CausalMap] = ()
    """Maps of the same moment by other authors."""
    playing: bool = False

    @property
    def teller(self) -> MapTeller:
        """Returns who tells the map."""
        return MapTeller(self.rules, self.words)


def editor(sheet: Sheet) -> Node:
    """Returns the arrow in the making and the arrows drawn, beside the ring; under one another in large text."""
    maker, arrows = _maker(sheet), _arrows(sheet)
    if sheet.large:
        parts = (_author(sheet), maker, ring(sheet, sheet.width - 2 * t.L, LEAST), *arrows)
        return w.ScrollColumn(*parts, gap=t.M, key="map", fade="page", grow=1)
    if sheet.high < HIGH:
        start: Node = w.ScrollColumn(_author(sheet), maker, *arrows, gap=t.S, key="arrows", fade="page", width=SIDE)
    else:
        listed = w.ScrollColumn(*arrows, gap=t.S, key="arrows", fade="page", grow=1)
        start = w.column(_author(sheet), maker, listed, gap=t.M, width=SIDE)
    board = w.Panel(ring(sheet, sheet.width - SIDE - 4 * t.L, sheet.high - 2 * t.M), pad=t.M, grow=1)
    return w.row(start, board, gap=t.L, grow=1)


def ring(sheet: Sheet, width: float, high: float) -> Node:
    """Returns the map on its ring, to be pressed."""
    drawing = map_drawing(sheet.drawn, sheet.rules, sheet.words, width, high, TEXT, sheet.hand.chosen)
    ends = {end: sheet.words.say(f"map.end.{name}") for name, end in _ends(sheet.hand)}
    return RingView(drawing, stations_of(sheet.rules, sheet.words), TEXT, ends, height=high, grow=1, key="ring")


def _ends(hand: Hand) -> list[tuple[End, str]]:
    found: list[tuple[End, str | None]] = [("cause", hand.cause), ("effect", hand.effect)]
    return [(name, end) for name, end in found if end is not None]


def _author(sheet: Sheet) -> Node:
    say = sheet.words.say
    field = TextField(
        say("map.author"), sheet.drawn.author, Written, longest=AUTHOR_LONGEST, key="author", grow=1
    )
    line = w.row(w.Label(say("map.author"), t.BODY, t.MEDIUM), field, gap=t.M, align="center")
    if not sheet.others and not sheet.playing:
        return line
    others = [
        w.Button(each.author, "users", "secondary", OpenMap(each), t.SMALL, 44, key=f"map of {each.author}")
        for each in sheet.others
    ]
    if sheet.drawn.arrows:
        fresh = CausalMap(say("map.group", number=len(sheet.others) + 2), ())
        if sheet.others:
            whole = merged((*sheet.others, sheet.drawn), say("map.together"), Merging.MEDIAN)
            others.append(w.Button(say("map.merge"), "layers", "secondary", OpenMap(whole), t.SMALL, 44, key="merge"))
        others.append(w.Button(say("map.new"), "plus", "secondary", OpenMap(fresh), t.SMALL, 44, key="new map"))
    return w.column(line, *([w.flow(*others, gap=t.S, align="center")] if others else []), gap=t.XS)


def _maker(sheet: Sheet) -> Node:
    """Returns the arrow in the making: its two ends, its strength, what it says, and the way onto the map."""
    say, hand = sheet.words.say, sheet.hand
    options = [Option(sheet.teller.strength(each), Strength(each)) for each in STRENGTHS]
    chosen = STRENGTHS.index(hand.strength)
    arrow = hand.arrow
    told = sheet.teller.arrow(arrow) if arrow else say("map.hint")
    known = arrow is not None and arrow.id in sheet.drawn.strengths
    same = known and arrow is not None and sheet.drawn.strengths[arrow.id] == arrow.strength
    put = w.Button(
        say("map.change_arrow" if known else "map.add_arrow"), "check" if known else "plus", "primary", Put(),
        enabled=arrow is not None and not same, key="put", grow=1,
    )  # fmt: skip
    return w.Panel(
        _end(sheet, "cause"),
        _end(sheet, "effect"),
        w.row(
            w.Label(say("map.strength_short"), t.BODY, t.MEDIUM, width=110),
            w.choices(say("map.strength"), options, chosen, "strength", grow=1), gap=t.M, align="center",
        ),
        w.Paragraph(told, t.BODY, t.MEDIUM if arrow else t.REGULAR, "ink" if arrow else "soft"),
        w.row(put),
        pad=t.M, gap=12, raised=False, key="maker",
    )  # fmt: skip


def _end(sheet: Sheet, end: End) -> Node:
    name = sheet.hand.cause if end == "cause" else sheet.hand.effect
    told = sheet.teller.names[name] if name else sheet.words.say("map.choose")
    label = w.Label(sheet.words.say(f"map.end.{end}"), t.BODY, t.MEDIUM, width=110)
    button = w.Button(
        told, icon_end="chevron-down", on_press=Choose(end), tall=52, on=name is not None, key=end, grow=1,
        hint=sheet.words.say(f"map.end.{end}"),
    )  # fmt: skip
    return w.row(label, button, gap=t.M, align="center")


def _arrows(sheet: Sheet) -> list[Node]:
    """Returns the arrows drawn, the last one first; each can be taken in hand or erased."""
    if not sheet.drawn.arrows:
        return [w.Paragraph(sheet.words.say("map.no_arrow"), t.BODY, colour="soft")]
    return [_arrow(sheet, at) for at in reversed(range(len(sheet.drawn.arrows)))]


def _arrow(sheet: Sheet, at: int) -> Node:
    arrow = sheet.drawn.arrows[at]
    ends, strength = sheet.teller.ends(arrow), sheet.teller.strength(arrow.strength)
    tone = "rise" if arrow.strength > 0 else "fall"
    held = sheet.hand.arrow
    card = w.Card(
        w.row(
            w.Paragraph(ends, t.BODY, t.MEDIUM, leading=1.2, grow=1),
            w.Label(strength, t.STRONG, t.BOLD, tone, align="end"),
            gap=t.M, align="center",
        ),
        pad=(10, t.M), raised=False, on_press=Take(arrow), key=f"arrow {arrow.id}", label=ends, value=strength,
        chosen=held is not None and held.id == arrow.id, grow=1,
    )  # fmt: skip
    erase = w.IconButton(
        "trash-2", sheet.words.say("map.erase", ends=ends), "secondary", on_press=Erase(arrow.id), tall=52,
        key=f"erase {arrow.id}",
    )  # fmt: skip
    return w.row(card, erase, gap=t.S, align="center")


def chooser(sheet: Sheet, end: End) -> Node:
    """Returns the list of measures from which an end is chosen, family by family."""
    words, names = sheet.words, sheet.teller.names
    allowed = set(causes_of(sheet.rules) if end == "cause" else effects_of(sheet.rules))
    families: list[tuple[str, list[str]]] = [
        (words.of(gauge.name), [each.id for each in sheet.rules.indicators if each.headline == gauge.id])
        for gauge in sheet.rules.headlines
    ]
    families.append((words.say("map.sheet.city"), [each.id for each in sheet.rules.city_variables]))
    known = {each for _, family in families for each in family}
    families.append((words.say("map.sheet.read"), [name for name in names if name not in known]))
    parts: list[Node] = []
    for title, family in families:
        buttons = [
            w.Button(names[name], on_press=Chosen(end, name), tall=52, key=f"measure {name}")  # type: ignore[index,arg-type]
            for name in family
            if name in allowed
        ]
        if buttons:
            parts += [w.caption(title), w.flow(*buttons, gap=t.S)]
    close = w.Button(words.say("app.close"), on_press=Choose(""), key="close")
    title = words.say(f"map.choose_{end}")
    return w.Dialog(title, *parts, actions=(close,), across=1240, on_cancel=Choose(""), key="chooser")
