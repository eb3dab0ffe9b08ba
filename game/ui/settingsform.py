"""What a person may set about the window, as the title and the menu show it."""

from typing import Final

from game import LANGUAGES
from game.ui import widgets as w
from game.ui.hearingform import hearing_form, setting_line
from game.ui.node import Node
from game.ui.scene import Change, Frame
from game.ui.widgets import Option

LOOKS: Final = (("light", "sun"), ("dark", "moon"), ("contrast", "contrast"))
SIZES: Final = (1.0, 1.25, 1.5)
"""Enlargements of the text: beyond, a screen of a few metres shows too little at once."""


def settings_form(frame: Frame) -> tuple[Node, ...]:
    """Returns language, colours, size of text, motion, screen, voice and sounds, one under the other."""
    say, now = frame.say, frame.settings
    languages = [Option(say(f"app.language.{code}"), Change({"language": code})) for code in LANGUAGES]
    looks = [Option(say(f"app.theme.{name}"), Change({"theme": name}), icon) for name, icon in LOOKS]
    sizes = [Option(say("number.percent", number=f"{size:.0%}"[:-1]), Change({"text": size})) for size in SIZES]
    sized = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - now.text))
    names = [name for name, _ in LOOKS]
    return (
        setting_line(frame, "app.language", languages, LANGUAGES.index(now.language)),
        setting_line(frame, "app.theme", looks, names.index(now.theme) if now.theme in names else 0),
        setting_line(frame, "app.text", sizes, sized),
        w.Divider(),
        w.Toggle(say("app.easy"), now.easy, on_press=Change({"easy": not now.easy}), key="easy"),
        w.Toggle(
            say("app.still"), now.reduced_motion, on_press=Change({"reduced_motion": not now.reduced_motion}),
            key="still",
        ),
        w.Toggle(say("app.sequence"), now.sequence, on_press=Change({"sequence": not now.sequence}), key="sequence"),
        w.Toggle(
            say("app.fullscreen"), now.fullscreen, on_press=Change({"fullscreen": not now.fullscreen}),
            key="fullscreen",
        ),
        w.Toggle(
            say("app.accelerated"), now.accelerated, on_press=Change({"accelerated": not now.accelerated}),
            key="accelerated",
        ),
        w.Divider(),
        *hearing_form(frame),
    )  # fmt: skip
