"""What could happen to the city: each shock with its odds, and the thresholds it waits for, the likeliest first."""

from typing import Final, cast

from game.content.cards import ShockKind
from game.engine.odds import Outlook, next_throw, odds
from game.engine.reveal import shown_on_table
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.asking import explained, why_of
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.shocks import causes, remarks, status
from game.wording.teller import Teller
from game.wording.words import Words

KINDS: Final = {ShockKind.DRIFT: "wind", ShockKind.ACCIDENT: "dices"}


WHY: Final = 40
"""Side of the button that asks why; a line without one keeps its place, so that lines step evenly."""


class OutlookScene:
    """A sheet over the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room

    def build(self, frame: Frame) -> Node:
        """Returns what is under way, then what could begin, two beside each other where there is room."""
        words, session = cast(Words, frame.words), self.room.session
        found, teller = odds(session.game, session.state), Teller(session.game, words)
        title = words.say("odds.title", round=words.whole(next_throw(session.state)))
        if not found:
            title = words.say("menu.odds")
            body: tuple[Node, ...] = (w.Paragraph(words.say("odds.none_left"), t.STRONG),)
        else:
            most = round(session.game.model.rules.chances.most_new.value)
            about = f"{words.say('odds.about')} {words.count('odds.at_most', most)}"
            shown = shown_on_table(session.game, session.state)
            near, far = [[each for each in found if _near(each) is soon] for soon in (True, False)]
            lists = [
                (words.say(f"odds.list.{name}"), [_card(each, words, teller, shown) for each in listed])
                for name, listed in (("near", near), ("far", far))
            ]
            body = (w.Paragraph(about, t.BODY, colour="soft"), _columns(lists, 1 if frame.large else 2))
        head = sheet_head(words, title, "dices")
        return Sheet(title, head, *body, on_cancel=Pop(), key="outlook")

    def on_input(self, heard: Heard) -> Intent | None:
        """Closes when asked to; there is nothing to change here."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def _near(outlook: Outlook) -> bool:
    """Tells whether a shock is under way, or could begin this round."""
    return outlook.under_way is not None or bool(outlook.odds)


def _columns(lists: list[tuple[str, list[Node]]], count: int) -> Node:
    """Returns lists of cards, in rows that are read from left to right."""
    rows: list[Node] = []
    for title, cards in lists:
        rows += [w.heading(title, t.STRONG)] if cards else []
        for first in range(0, len(cards), count):
            found = cards[first : first + count]
            for card in found:
                card.grow = 1
            rows.append(w.row(*found, *(w.space(grow=1) for _ in range(count - len(found))), gap=t.M, align="stretch"))
    return w.ScrollColumn(*rows, gap=t.M, pad=(4, 22, 8, 0), key="shocks", grow=1)


def _card(outlook: Outlook, words: Words, teller: Teller, shown: frozenset[str]) -> Node:
    shock = outlook.shock
    likely = _near(outlook)
    tone = "fall" if likely else "soft"
    kind = words.say(f"odds.kind.{shock.kind.value}")
    awaited = outlook.starts if outlook.under_way is None else outlook.stops
    found = causes(outlook, words, teller.measure, shown)
    told: list[Node] = [
        _cause(met, cause, _why(awaited[place].of, teller, shown, f"{shock.id} {place}"))
        for place, (met, cause) in enumerate(found)
    ]
    notes = remarks(outlook, words, teller.measure)
    told += [w.Paragraph(note, t.SMALL, colour="soft", leading=1.25) for note in notes]
    return w.Panel(
        w.row(
            w.Tile(shock.icon, tone, "surface", 48),
            w.column(
                w.Paragraph(words.of(shock.title), t.BODY, t.BOLD, leading=1.2),
                w.row(w.Icon(KINDS[shock.kind], 20, "soft"), w.caption(kind), gap=6, align="center"),
                gap=2, grow=1,
            ),
            gap=t.S + 4, align="center",
        ),
        w.Paragraph(
            _begun_large(status(outlook, words)), t.TITLE if likely else t.BODY, t.BOLD if likely else t.MEDIUM, tone,
            leading=1.2,
        ),
        *told,
        fill="sunken", raised=False, pad=t.M, gap=10, key=f"shock {shock.id}",
    )  # fmt: skip


def _begun_large(told: str) -> str:
    """Returns a status as a line of its own, which begins with a capital."""
    return told[:1].upper() + told[1:]


def _cause(met: bool, told: str, why: tuple[Node, ...]) -> Node:
    mark = w.Icon("circle-check" if met else "circle", 22, "fall" if met else "soft")
    said = w.Paragraph(told, t.SMALL, t.MEDIUM if met else t.REGULAR, leading=1.25, grow=1)
    return w.row(mark, said, *(why or (w.space(WHY),)), gap=10, align="center")


def _why(of: str, teller: Teller, shown: frozenset[str], key: str) -> tuple[Node, ...]:
    """Returns the way to why a level stands where it stands, where everyone may see it."""
    if of not in shown or not explained(teller.game, of):
        return ()
    told = teller.words.say("made.why", what=teller.measure(of))
    ask = why_of(teller.game, of)
    return (w.IconButton("circle-help", told, "quiet", on_press=ask, tall=WHY, key=f"why {key}"),)
