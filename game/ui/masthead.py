"""The dark band at the top of a screen: where one is, the other language, the way back."""

from game import LANGUAGES
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Change, Frame

KEY = 48
GAP = 18
SIDE = t.L


def masthead(frame: Frame, title: str, about: str = "", *keys: Node, icon: str = "building-2") -> Node:
    """Returns the band of a screen; what it is about, then the names of its keys, give way as text is enlarged.

    Where the names would not fit on one line, the first ones give way to their signs until the others do.
    """
    told = () if frame.large or not about else (w.Label(about, t.BODY, t.MEDIUM, "header_soft"),)
    if frame.low:
        keys = tuple(_short(key) for key in keys)
    name = (w.Icon(icon, 34, "on_header"), w.Label(title, 28, t.BOLD, "on_header", role="heading"))
    language = other_language(frame)
    if not frame.large:
        for key in keys:
            if _across(frame, (*name, *told, *keys, language)) > frame.width:
                _short(key)
    line = w.flow(*name, *told, w.space(grow=1), *keys, language, gap=GAP, align="center")
    return w.Panel(line, fill="header", stroke="", raised=False, radius=0, pad=(12, SIDE))


def _across(frame: Frame, parts: tuple[Node, ...]) -> int:
    """Returns the pixels that a band needs for its parts, a growing space and its margins."""
    scale = frame.scale
    wide = sum(part.natural_width(scale) if part.width is None else round(part.width * scale) for part in parts)
    return wide + round((GAP * len(parts) + 2 * SIDE) * scale)


def _short(key: Node) -> Node:
    """Returns a key of the band as its icon alone; a reader still hears its name."""
    if isinstance(key, w.Button) and key.icon:
        key.words = ""
    return key


def other_language(frame: Frame) -> Node:
    """Returns the button that turns the room to the other language, named in that language."""
    other = next(code for code in LANGUAGES if code != frame.words.language)
    name = frame.say(f"app.language.{other}")
    return w.Button(
        name, "languages", "header", on_press=Change({"language": other}), tall=KEY, key="language"
    )
