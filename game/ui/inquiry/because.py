"""One link told whole: its sentence, its paragraph, its numbers, and who vouches for it."""

from game.content.rulebook import Coupling, Rulebook
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.links import ends, numbers, vouched
from game.wording.words import Words


def because(link: Coupling, rules: Rulebook, words: Words) -> list[Node]:
    """Returns what a sceptic may want to read about a link."""
    return [
        w.heading(ends(link, rules, words), t.STRONG),
        w.Paragraph(words.of(link.say), t.BODY, t.MEDIUM),
        w.Paragraph(words.of(link.because), t.SMALL, leading=1.35),
        w.Divider(),
        *(w.Paragraph(each, t.SMALL, colour="soft") for each in numbers(link, rules, words)),
        w.Paragraph(vouched(link, rules, words), t.SMALL, colour="soft"),
    ]
