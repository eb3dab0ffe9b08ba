"""The words of the smart city, explained: those every city shares, and those of the city on the table."""

from typing import cast

from game.content.glossary import Term
from game.content.load_glossary import terms_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press
from game.ui.sheet import Sheet
from game.ui.sheethead import sheet_head
from game.wording.glossary import alphabetical
from game.wording.words import Words


class GlossaryScene:
    """A sheet over the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.terms = terms_of(room.session.game.model.scenario if room.playing else None)

    def build(self, frame: Frame) -> Node:
        """Returns the words in alphabetical order, down one column and then the other where there is room for two."""
        words = cast(Words, frame.words)
        cards = [_card(term, words) for term in alphabetical(self.terms, words)]
        title = words.say("glossary.title")
        about = () if frame.large else (w.Paragraph(words.say("glossary.about"), t.BODY, colour="soft"),)
        head = sheet_head(words, title, "book-open")
        half = len(cards) if frame.large else -(-len(cards) // 2)
        columns = (w.column(*part, gap=t.M, grow=1) for part in (cards[:half], cards[half:]) if part)
        body = w.ScrollColumn(w.row(*columns, gap=t.M, align="start"), pad=(4, 22, 8, 0), key="terms", grow=1)
        return Sheet(title, head, *about, body, on_cancel=Pop(), key="glossary")

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


def _card(term: Term, words: Words) -> Node:
    source = words.say("glossary.source", source=words.of(term.source)) if term.source else ""
    return w.Panel(
        w.Paragraph(words.of(term.word), t.STRONG, t.SEMIBOLD, leading=1.2),
        w.Paragraph(words.told(term.means, term.plain), t.BODY, leading=1.3),
        *((w.Paragraph(source, t.SMALL, colour="soft", leading=1.25),) if source else ()),
        fill="sunken", raised=False, pad=t.M, gap=8, key=f"term {term.id}",
    )  # fmt: skip
