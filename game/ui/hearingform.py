"""What a person may set about hearing the screen: its voice, its captions, its sounds."""

from typing import Final

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Change, Frame, Settings
from game.ui.widgets import Option

VOICES: Final = ("off", "voice", "clipboard")
PACES: Final = {"slow": 0.75, "own": 1.0, "fast": 1.35, "faster": 1.75}
"""How fast the voice speaks: those who hear screens read every day want it far faster than others."""
LOUD: Final = {"off": 0.0, "soft": Settings().sounds, "loud": 1.0}


def hearing_form(frame: Frame) -> tuple[Node, ...]:
    """Returns voice, captions and sounds, one under the other."""
    say, now = frame.say, frame.settings
    voices = [Option(say(f"voice.setting.{name}"), Change({"voice": name})) for name in VOICES]
    sounds = [Option(say(f"voice.sounds.{name}"), Change({"sounds": loud})) for name, loud in LOUD.items()]
    paces = [Option(say(f"voice.pace.{name}"), Change({"speech": pace})) for name, pace in PACES.items()]
    return (
        setting_line(frame, "voice.setting", voices, VOICES.index(now.voice) if now.voice in VOICES else 0),
        *((setting_line(frame, "voice.pace", paces, _nearest(PACES, now.speech)),) if now.voice == "voice" else ()),
        w.Toggle(
            say("voice.captions"), now.captions, on_press=Change({"captions": not now.captions}), key="captions"
        ),
        setting_line(frame, "voice.sounds", sounds, _nearest(LOUD, now.sounds)),
    )


def _nearest(steps: dict[str, float], now: float) -> int:
    """Returns the place of the step nearest to what is set."""
    return min(range(len(steps)), key=lambda at: abs(list(steps.values())[at] - now))


def setting_line(frame: Frame, key: str, options: list[Option], chosen: int) -> Node:
    """Returns a setting: its name, and a choice among a few."""
    name = frame.say(key)
    choice = w.choices(name, options, chosen, key=key, grow=0 if frame.large else 1)
    label = w.Label(name, t.BODY, t.MEDIUM)
    if frame.large:
        return w.column(label, choice, gap=8)
    label.width = 230
    return w.row(label, choice, gap=16, align="center")
