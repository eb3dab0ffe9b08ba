"""The second step: each voice says what it expects of the answer, figure by figure; then it sees the others."""

from typing import Final

from game.content.inventing import PRICES
from game.content.inventing import spread as spread_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.inventing.desk import Desk, Figure, Give, MoreVoices, Nudge, Turn
from game.ui.inventing.strip import Strip
from game.ui.node import Node
from game.wording.inventing import figure, spread

VOICES: Final = 300
NAMES: Final = 330
FIELD: Final = 120
TYPED: Final = 7
"""Signs of a figure: a sign, three digits, a comma and two more."""
SAID: Final = 290
"""Design units for what the room says of a figure."""


def estimating(desk: Desk, large: bool) -> list[Node]:
    """Returns the voices, and the lines of the one that speaks."""
    about = w.Paragraph(desk.say("about.estimate"), t.BODY, colour="soft", leading=1.3)
    lines = [line for name in _names(desk) for line in (w.Divider(), _line(desk, name, large))]
    asked = w.heading(desk.say("speaks", voice=desk.voice), t.STRONG)
    hidden = [] if desk.given else [w.Paragraph(desk.say("hidden"), t.SMALL, colour="soft")]
    if large:
        voices = w.flow(*_voices(desk), gap=8, role="group", label=desk.say("voices"))
        parts = (about, voices, asked, *hidden, *lines, _give(desk))
        return [w.ScrollColumn(*parts, gap=10, pad=(4, 22, 8, 0), key="estimate", grow=1)]
    side = w.ScrollColumn(*_voices(desk), gap=8, pad=(4, 16, 8, 0), key="voices", width=VOICES)
    written = w.ScrollColumn(*lines, gap=8, pad=(0, 22, 8, 0), key="estimate", grow=1)
    foot = w.row(*hidden, w.space(grow=1), _give(desk), gap=t.M, align="center")
    main = w.column(asked, written, foot, gap=t.S, grow=1)
    return [about, w.row(side, w.Divider(upright=True), main, gap=t.L, grow=1)]


def _names(desk: Desk) -> tuple[str, ...]:
    return desk.held.idea.figures if desk.held else ()


def _voices(desk: Desk) -> list[Node]:
    """Returns a button for each voice, those that have spoken checked, and one for one more."""
    spoke = {voice for voice, _ in desk.held.estimates} if desk.held else set()
    buttons: list[Node] = [
        w.Button(
            voice, "check" if voice in spoke else "mic", on_press=Turn({"voice": voice}), on=voice == desk.voice,
            tall=48, size=t.SMALL, breaks=True, key=f"voice {voice}",
            hint=desk.say("voice_given" if voice in spoke else "voice_open"),
        )
        for voice in desk.voices
    ]  # fmt: skip
    add = desk.say("add_voice")
    more = w.Button(add, "plus", "quiet", on_press=MoreVoices(), tall=48, size=t.SMALL, key="add voice")
    return [*buttons, more]


def _line(desk: Desk, name: str, large: bool) -> Node:
    """Returns a figure: what it is, its line with minus and plus, and what the room says once this voice has spoken."""
    low, high = desk.bounds(name)
    label, words = desk.name(name), desk.words
    ends = (figure(words, name, low), figure(words, name, high))
    between = desk.say("between" if name in PRICES else "between_points", low=ends[0], high=ends[1])
    beyond = bool(desk.written(name).strip("+-− ")) and desk.number(name) is None
    named = w.column(
        w.Paragraph(label, t.BODY, t.SEMIBOLD, leading=1.15),
        w.Paragraph(between, t.SMALL, t.SEMIBOLD if beyond else t.REGULAR, "fall" if beyond else "soft", leading=1.2,
                    key=f"between {name}"),
        gap=2,
    )  # fmt: skip
    hand = _hand(desk, name, label, between)
    strip, said = _room(desk, name, bool(desk.given))
    if large:
        return w.column(named, hand, strip, said, gap=8, key=f"figure {name}")
    named.width, said.width = NAMES, SAID
    return w.row(named, hand, strip, said, gap=t.M, align="center", key=f"figure {name}")


def _hand(desk: Desk, name: str, label: str, between: str) -> Node:
    """Returns the line in which a figure is typed, and the two buttons that nudge it."""
    number, (low, high) = desk.number(name), desk.bounds(name)
    field = TextField(
        label, desk.written(name), lambda text: Figure(name, text), longest=TYPED, size=t.STRONG, width=FIELD,
        key=f"type {name}",
    )  # fmt: skip
    return w.row(
        w.IconButton("minus", desk.say("less", name=label), "secondary", on_press=Nudge(name, -1),
                     enabled=number is None or number > low, tall=52, key=f"less {name}"),
        field,
        w.IconButton("plus", desk.say("more", name=label), "secondary", on_press=Nudge(name, 1),
                     enabled=number is None or number < high, tall=52, key=f"more {name}"),
        gap=6, align="center", role="group", label=f"{label}, {between}",
    )  # fmt: skip


def room_said(desk: Desk, name: str, shown: bool) -> tuple[list[int], str]:
    """Returns what the voices gave of a figure and how it is told; nothing while it is not to be shown."""
    given = [dict(figures)[name] for _, figures in desk.held.estimates] if desk.held and shown else []
    return given, spread(desk.words, name, spread_of(given)) if given else ""


def _room(desk: Desk, name: str, shown: bool) -> tuple[Node, Node]:
    low, high = desk.bounds(name)
    given, told = room_said(desk, name, shown)
    strip = Strip(given, low, high, colour_of(desk, name), label=desk.name(name), value=told, grow=1)
    return strip, w.Paragraph(told, t.BODY, t.SEMIBOLD, leading=1.2)


def colour_of(desk: Desk, name: str) -> str:
    """Returns the colour of a figure: that of its gauge, or of the controls."""
    headlines = {each.id: each.headline for each in desk.session.game.model.rules.indicators}
    return "accent" if name in PRICES else str(headlines.get(name, "accent"))  # type: ignore[call-overload]


def _give(desk: Desk) -> Node:
    """Returns what gives the estimate; once it is given, what lets the next voice speak, or leads on."""
    if desk.given and desk.given == desk.figures:
        following = desk.following
        press = Turn({"voice": following} if following else {"step": "admit"})
        label = desk.say("next", voice=following) if following else desk.say("all_spoke")
        return w.Button(label, "arrow-right", "primary", on_press=press, key="next")
    label = desk.say("correct" if desk.given else "give")
    return w.Button(label, "check", "primary", on_press=Give(), enabled=desk.figures is not None, key="give")
