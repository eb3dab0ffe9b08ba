"""The head of a sheet: what it is, and the way back to the page below."""

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Pop
from game.wording.words import Words


def sheet_head(words: Words, title: str, icon: str) -> Node:
    """Returns the title of a sheet beside its sign, and the button that closes it."""
    return w.row(
        w.Tile(icon, "accent", "accent_tint", 52),
        w.heading(title, t.TITLE + 2, grow=1),
        w.Button(words.say("app.close"), "x", on_press=Pop(), tall=52, key="close"),
        gap=t.M, align="center",
    )  # fmt: skip
