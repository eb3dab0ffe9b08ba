"""The end of a session: what the city has become, as a picture, a few words and a question, before the debrief."""

from typing import Final, cast

from game.city.state import adoptions
from game.city.visions import Compass, compass, percents
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.endings.palette import Palette, palette
from game.ui.endings.pictures import PATCHWORK, scenery
from game.ui.labels import Bar, Number
from game.ui.masthead import other_language
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Altered, Cancel, Frame, Heard, Intent, Press, Push, Replace
from game.ui.shores import shore_of
from game.ui.skyline import Skyline
from game.wording.words import Words

LISTED: Final = 4
"""Visions of the mixture that are told, the largest shares first."""
ACROSS: Final = 1180
BESIDE: Final = 540
WIDE: Final = 1800
"""Design units from which words and mixture stand side by side over the picture."""
WINDOW: Final = 0.42
"""Share of the height that the picture takes where enlarged text needs the rest."""


class EndingScene:
    """The screen between the last round and the debrief."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.fresh = True

    def build(self, frame: Frame) -> Node:
        """Returns the picture of the city that came out, its words over it, and the way on."""
        found = compass(self.room.session.game.model, self.room.session.cities[-1])
        told, mixture = self._told(frame, found), self._mixture(frame, found)
        if self.fresh:
            self.fresh = False
            _from_nothing(mixture)
        seen = scenery(found.nearest, frame.theme.dark, shore_of(self.room.session.game.model.scenario.city))
        picture = Skyline(seen, label=self._named(frame, found.nearest))
        if frame.wide < WIDE:
            picture.height = frame.high * WINDOW
            scroll = w.ScrollColumn(picture, told, mixture, gap=t.M, grow=1, key="ending scroll")
            return w.column(scroll, self._ways(frame), pad=t.M, gap=t.M)
        told.width, mixture.width = ACROSS, BESIDE
        words = w.row(told, w.space(grow=1), mixture, align="start", gap=t.L)
        front = w.column(words, w.space(grow=1), self._ways(frame), pad=(t.XL, t.XXL, t.L, t.XXL), gap=t.M)
        return w.stack(picture, front)

    def _named(self, frame: Frame, vision: str) -> str:
        """Returns the name of a vision, as the rules have it."""
        visions = self.room.session.game.model.rules.visions
        found = next((each for each in visions.prototypes if each.id == vision), visions.patchwork)
        return cast(Words, frame.words).of(found.name)

    def _told(self, frame: Frame, found: Compass) -> Node:
        """Returns the title, what life is like, who is absent and what to ask the room."""
        words, colours = cast(Words, frame.words), palette(found.nearest, frame.theme)
        if self._slight():
            return self._hardly(words, colours, frame, self._named(frame, found.nearest))
        of = found.nearest if words.has(f"ending.{found.nearest}.title") else PATCHWORK
        said = {part: words.say(f"ending.{of}.{part}") for part in ("title", "life", "absent", "question")}
        nearest = words.say("ending.near", vision=self._named(frame, found.nearest))
        near = self._whose(words, nearest, colours)
        size = t.HEADING if frame.large else 60
        head = w.column(near, w.heading(said["title"], size), gap=t.XS)
        rest = [
            w.Paragraph(said["life"], t.STRONG, t.MEDIUM),
            _part(words.say("ending.absent"), said["absent"], "user-x", colours),
            _asked(words, said["question"], colours),
        ]
        return w.Panel(head, *rest, pad=(t.L, t.XL), gap=t.M, key="told")

    def _whose(self, words: Words, said: str, colours: Palette) -> Node:
        """Returns the name of the city and what it came to: the picture is that of a vision, not of this city alone."""
        city = words.of(self.room.session.game.model.scenario.city.name)
        came = w.Paragraph(said, t.BODY, t.SEMIBOLD, colours.accent, grow=1)
        return w.row(w.Label(city, t.BODY, t.BOLD), came, gap=14, align="start")

    def _taken(self) -> int:
        """Returns how many answers the room has decided."""
        return len(adoptions(self.room.session.game.model, self.room.session.cities[-1]))

    def _slight(self) -> bool:
        """Tells whether so little was decided that the nearest vision says nothing of the room."""
        least = self.room.session.game.model.rules.visions.slight_under.value
        return self._taken() < least * self.room.session.state.round

    def _hardly(self, words: Words, colours: Palette, frame: Frame, vision: str) -> Node:
        """Returns what is told of a city in which hardly anything was decided: that, and what kept the room."""
        taken = words.count("ending.slight.taken", self._taken())
        rounds = words.count("ending.slight.rounds", self.room.session.state.round)
        near = self._whose(words, words.say("ending.slight.near"), colours)
        size, asked = t.HEADING if frame.large else 60, words.say("ending.slight.question")
        return w.Panel(
            w.column(near, w.heading(words.say("ending.slight.title"), size), gap=t.XS),
            w.Paragraph(words.say("ending.slight.life", taken=taken, rounds=rounds, vision=vision), t.STRONG, t.MEDIUM),
            _asked(words, asked, colours),
            pad=(t.L, t.XL), gap=t.M, key="told",
        )  # fmt: skip

    def _mixture(self, frame: Frame, found: Compass) -> Node:
        """Returns the shares of the visions in the city that came out: never one alone."""
        words = cast(Words, frame.words)
        lines = [
            _share(self._named(frame, name), share, palette(name, frame.theme), words)
            for name, share in list(percents(found.shares).items())[:LISTED]
        ]
        about = w.Paragraph(words.say("ending.no_verdict"), t.SMALL, colour="soft")
        return w.Panel(w.heading(words.say("ending.mixture"), t.STRONG), *lines, about, gap=14, key="mixture")

    def _ways(self, frame: Frame) -> Node:
        say = frame.say
        on = w.Button(say("ending.debrief"), "flag", "primary", Replace("debrief"), 26, 72, key="debrief")
        back = w.Button(say("debrief.to_table"), "arrow-left", on_press=Replace("table"), tall=72, key="back")
        language = cast(w.Button, other_language(frame))
        language.kind, language.tall = "secondary", 72
        if frame.large:
            return w.flow(on, back, language, gap=t.M)
        return w.row(back, language, w.space(grow=1), on, gap=t.M, align="center")  # the way on stands at the end

    def on_input(self, heard: Heard) -> Intent | None:
        """Goes where a button leads; Escape opens the menu."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Altered() if not self.room.session.over:
                return Replace("table")  # the session was taken up again, from an earlier moment
            case Cancel():
                return Push("menu")
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves but the picture and the numbers, which move by themselves."""
        return False


def _asked(words: Words, question: str, colours: Palette) -> Node:
    """Returns the question for the room, large enough to be talked about."""
    return _part(words.say("ending.question"), question, "circle-help", colours, 26, t.SEMIBOLD)


def _part(
    title: str, said: str, icon: str, colours: Palette, size: float = t.BODY, weight: int = t.REGULAR
) -> Node:
    """Returns one thing that is told, under its name, on the tint of the vision."""
    head = w.row(
        w.Icon(icon, 24, colours.accent), w.Label(title, t.BODY, t.SEMIBOLD, colours.accent), gap=10, align="center",
    )
    text = w.Paragraph(said, size, weight)
    return w.Panel(head, text, fill=colours.tint, stroke="", raised=False, pad=(12, t.M), gap=t.XS)


def _share(name: str, share: int, colours: Palette, words: Words) -> Node:
    """Returns a vision's part of the mixture, in percents."""
    told = words.percent(share)
    number = Number(share, words.percent, t.STRONG, t.BOLD, width=92, role="", key=f"number {name}")
    bar = w.Bar(share / 100, colours.accent, label=name, value=told, key=f"bar {name}")
    return w.column(w.row(w.Label(name, t.BODY, t.MEDIUM, grow=1, role=""), number, align="center"), bar, gap=6)


def _from_nothing(node: Node) -> None:
    """Lets the shares count up from nothing, the first time they are seen."""
    for each in node.walk():
        if isinstance(each, Bar | Number):
            each.shown = 0.0
        if isinstance(each, Number):
            each.words = each.written(0.0)
