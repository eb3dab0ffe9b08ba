"""Whose numbers these are: the rule pack above the links it moves, its reason beneath each of them."""

from collections.abc import Sequence

from game.report.figures import Differing, RulePack
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.words import Words


def pack_head(pack: RulePack, words: Words) -> Node:
    """Returns the thesis being played, and the claims of the paper it departs from."""
    claims = ", ".join(number for number, _ in pack.departs_on)
    count = len(pack.departs_on)
    told = words.count("packs.departs", count, claims=claims) if count else words.say("packs.follows")
    return w.Panel(
        w.row(
            w.Icon("scale", 30, "accent"),
            w.column(
                w.heading(words.say("packs.title", pack=pack.name), t.STRONG),
                w.Paragraph(pack.about, t.BODY),
                w.Paragraph(pack.author, t.SMALL, colour="soft"),
                w.Paragraph(told, t.SMALL, t.MEDIUM, colour="accent"),
                gap=t.XS, grow=1,
            ),
            gap=t.M, align="start",
        ),
        pad=(t.S + 4, t.M), key="pack",
    )  # fmt: skip


def changed(pack: RulePack | None, link: str) -> Differing | None:
    """Returns what the pack says of a link, if it says anything."""
    return next((each for each in pack.differing if each.link == link), None) if pack else None


def pack_reason(differing: Differing, words: Words) -> list[Node]:
    """Returns what the paper's rules say of a link instead, why the pack has it so, and after whom."""
    key = "packs.instead" if differing.was else "packs.added"
    told = words.say(key, was=differing.was, because=differing.because)
    source = [w.Paragraph(differing.source, t.SMALL, colour="soft")] if differing.source else []
    return [w.Paragraph(told, t.SMALL, colour="accent"), *source]


def rest(pack: RulePack, links: Sequence[str], words: Words) -> list[Node]:
    """Returns what the pack has otherwise and that no link of the list shows: links taken away, numbers, habits."""
    others = [each for each in pack.differing if each.link not in links]
    if not others:
        return []
    return [w.heading(words.say("packs.also"), t.STRONG), *map(_row, others)]


def _row(differing: Differing) -> Node:
    whats = [w.Paragraph(what, t.BODY, t.MEDIUM) for what in differing.what]
    reason = w.Paragraph(differing.because, t.SMALL, colour="accent")
    source = [w.Paragraph(differing.source, t.SMALL, colour="soft")] if differing.source else []
    return w.Panel(*whats, reason, *source, pad=(t.S, t.M), gap=t.XS)
