"""What a person may set about the window, as the title and the menu show it."""

from typing import Final

from game import LANGUAGES
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Change, Frame
from game.ui.widgets import Option

LOOKS: Final = (("light", "sun"), ("dark", "moon"), ("contrast", "contrast"))
SIZES: Final = (1.0, 1.25, 1.5)
"""Enlargements of the text: beyond, a screen of a few metres shows too little at once."""


def settings_form(frame: Frame) -> tuple[Node, ...]:
    """Returns language, colours, size of text, motion, full screen and graphics card, one under the other."""
    say, now = frame.say, frame.settings
    languages = [Option(say(f"app.language.{code}"), Change({"language": code})) for code in LANGUAGES]
    looks = [Option(say(f"app.theme.{name}"), Change({"theme": name}), icon) for name, icon in LOOKS]
    sizes = [Option(say("number.percent", number=f"{size:.0%}"[:-1]), Change({"text": size})) for size in SIZES]
    sized = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - now.text))
    names = [name for name, _ in LOOKS]
    return (
        _line(frame, "app.language", languages, LANGUAGES.index(now.language)),
        _line(frame, "app.theme", looks, names.index(now.theme) if now.theme in names else 0),
        _line(frame, "app.text", sizes, sized),
        w.Divider(),
        w.Toggle(
            say("app.still"), now.reduced_motion, on_press=Change({"reduced_motion": not now.reduced_motion}),
            key="still",
        ),
        w.Toggle(
            say("app.fullscreen"), now.fullscreen, on_press=Change({"fullscreen": not now.fullscreen}),
            key="fullscreen",
        ),
        w.Toggle(
            say("app.accelerated"), now.accelerated, on_press=Change({"accelerated": not now.accelerated}),
            key="accelerated",
        ),
    )  # fmt: skip


def _line(frame: Frame, key: str, options: list[Option], chosen: int) -> Node:
    name = frame.say(key)
    choice = w.choices(name, options, chosen, key=key, grow=0 if frame.large else 1)
    label = w.Label(name, t.BODY, t.MEDIUM)
    if frame.large:
        return w.column(label, choice, gap=8)
    label.width = 230
    return w.row(label, choice, gap=16, align="center")
