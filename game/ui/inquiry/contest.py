"""Contesting a link of the rules: what it is worth, and what the room may make of it from now on."""

from game.city.exact import milli
from game.content.rulebook import Coupling
from game.engine.moves import Adjust
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Push, Submit
from game.wording.words import Words


def contest(words: Words, link: Coupling, held: int | None) -> list[Node]:
    """Returns the strength of a link and the buttons that change it; `held` is what the room made of it, if it did.

    A link is weakened or strengthened within the range that its sources leave open, or erased.
    """
    strength = link.per10 if held is None else held / 1000
    low, high = sorted((link.low, link.high), key=abs)
    span = {"low": words.signed(link.low), "high": words.signed(link.high)}
    ways = (("erase", 0, "x"), ("weaker", milli(low), "chevron-down"), ("stronger", milli(high), "chevron-up"))
    buttons = [_button(words, link, way, per10, icon, held != per10) for way, per10, icon in ways]
    if held is not None:
        buttons.append(_button(words, link, "as_written", None, "undo-2", True))
    links = Push("assumptions")
    buttons.append(w.Button(words.say("why.all_links"), "list", "quiet", links, t.SMALL, 48, key="all links"))
    return [
        w.Paragraph(words.say("why.strength", per10=words.signed(strength), **span), t.SMALL),
        w.Paragraph(words.say("why.contest_about"), t.SMALL, colour="soft"),
        w.flow(*buttons, gap=t.S + 2),
    ]


def _button(words: Words, link: Coupling, way: str, per10: int | None, icon: str, enabled: bool) -> Node:
    asked, key = Submit(Adjust(link.id, per10)), f"contest {way}"
    return w.Button(words.say(f"why.{way}"), icon, on_press=asked, size=t.SMALL, tall=48, enabled=enabled, key=key)
