"""The answers to a challenge side by side: what each takes, what it would do, for whom, and what is uncertain."""

from collections.abc import Callable
from typing import Final, cast

from game.city.prospect import Prospect
from game.content.shapes import ChallengeId
from game.engine.events import ChallengeOpened
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.compare.doubts import doubts
from game.ui.compare.facts import Asked, Fact
from game.ui.compare.forecast import does, for_whom, homes_only
from game.ui.compare.grid import READ, across, alone, heads
from game.ui.compare.sight import Sight, sighted
from game.ui.compare.takes import takes
from game.ui.compare.why import PUT_AWAY, why_dialog
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Key, Pop, Press, Refresh
from game.ui.sheet import Sheet
from game.ui.widgets import Option
from game.wording.words import Words

PAGES: Final[dict[str, tuple[str, Callable[[Sight], list[Fact]]]]] = {
    "takes": ("coins", takes),
    "does": ("activity", does),
    "whom": ("users", for_whom),
    "doubts": ("circle-help", doubts),
}
"""The pages, their icons, and what makes their rows."""
ABREAST: Final = 4
"""Answers that are read side by side; more are read one at a time."""
FORESEEN: Final = ("does", "whom")
"""Pages that are a forecast, and say so."""


class CompareScene:
    """A sheet over the table or the debrief."""

    overlay = True

    def __init__(self, room: Room, challenge: str | None = None, page: str = "takes", answer: str = "") -> None:
        self.room = room
        self.challenge = ChallengeId(challenge) if challenge else self._latest()
        self.page = page
        self.answer = answer
        self.asked: Asked | None = None
        self._known: tuple[tuple[ChallengeId, int], tuple[Prospect, ...]] | None = None

    def _seen(self) -> tuple[ChallengeId, ...]:
        """Returns the challenges that have been on the table, in order; before any, the one that comes first."""
        session = self.room.session
        opened = dict.fromkeys(e.challenge for e in session.events if isinstance(e, ChallengeOpened))
        return tuple(opened) or session.state.queue[:1]

    def _latest(self) -> ChallengeId:
        return self.room.session.state.challenge or self._seen()[-1]

    def sight(self, words: Words) -> Sight:
        """Returns what is compared; the forecast is made once a state."""
        key = self.challenge, len(self.room.session.turns)
        known = self._known[1] if self._known and self._known[0] == key else None
        sight = sighted(self.room.session, words, self.challenge, known)
        self._known = key, sight.found
        return sight

    def build(self, frame: Frame) -> Node:
        """Returns the challenge, the pages, and the rows of the page that is open."""
        words = cast(Words, frame.words)
        sight = self.sight(words)
        title = words.of(sight.challenge.title)
        facts = PAGES[self.page][1](sight)
        about = w.Paragraph(self._about(sight), READ, colour="soft", leading=1.2)
        if not facts:
            body: tuple[Node, ...] = (w.Paragraph(sight.say("all_covered"), READ),)
        elif frame.large or len(sight.answers) > ABREAST:
            body = (self._answers(sight), alone(sight, facts, self._place(sight), about))
        else:
            body = (about, heads(sight), across(sight, facts))
        head = (self._head(sight, title), self._pages(frame, sight))
        sheet = Sheet(sight.say("title"), *head, *body, on_cancel=Pop(), key="compare")
        return w.stack(sheet, why_dialog(sight, self.asked)) if self.asked else sheet

    def _about(self, sight: Sight) -> str:
        """Returns what the page rests on: a forecast is a forecast, and of which way of deciding."""
        way = sight.teller.way(sight.state.procedure)
        if self.page in FORESEEN:
            told = sight.words.count("compare.forecast_about", sight.ahead, way=way)
            homes = self.page == "whom" and homes_only(sight)
            return f"{told} {sight.say('homes_about')}" if homes else told
        return sight.say(f"about.{self.page}", way=way)

    def _head(self, sight: Sight, title: str) -> Node:
        seen = self._seen()
        at = seen.index(self.challenge) if self.challenge in seen else 0
        others = [
            w.IconButton(icon, sight.say(key), "secondary", on_press={"challenge": seen[(at + step) % len(seen)]},
                         tall=52, key=f"challenge {key}")
            for icon, key, step in (("chevron-left", "before", -1), ("chevron-right", "next", 1))
        ] if len(seen) > 1 else []  # fmt: skip
        return w.row(
            w.Tile(sight.challenge.icon, "accent", "accent_tint", 52), w.heading(title, t.TITLE + 2, grow=1), *others,
            w.Button(sight.words.say("app.close"), "x", on_press=Pop(), tall=52, key="close"),
            gap=t.M, align="center",
        )  # fmt: skip

    def _pages(self, frame: Frame, sight: Sight) -> Node:
        options = [
            Option(sight.say(f"page.{name}"), {"page": name}, "" if frame.large else icon)
            for name, (icon, _) in PAGES.items()
        ]
        return w.choices(sight.say("pages"), options, list(PAGES).index(self.page), "page")

    def _place(self, sight: Sight) -> int:
        return next((at for at, each in enumerate(sight.answers) if each.id == self.answer), 0)

    def _answers(self, sight: Sight) -> Node:
        """Returns the switch between answers, where they are read one at a time."""
        options = [Option(_short(sight, at), {"answer": each.id}) for at, each in enumerate(sight.answers)]
        title = sight.words.of(sight.answers[self._place(sight)].title)
        switch = w.choices(sight.say("answers"), options, self._place(sight), "answer")
        return w.column(switch, w.heading(title, READ), gap=t.S)

    def on_input(self, heard: Heard) -> Intent | None:
        """Turns the pages, goes to another challenge or answer, opens and closes the reasons of a cell."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=dict() as values):
                self.page = str(values.get("page", self.page))
                self.answer = str(values.get("answer", self.answer))
                self.challenge = values.get("challenge", self.challenge)
                return Refresh()
            case Press(value=Asked() as asked):
                self.asked = asked
                return Refresh()
            case Press(value=value) if value == PUT_AWAY:
                self.asked = None
                return Refresh()
            case Key(name) if len(name) == 1 and name in "1234":
                self.page = list(PAGES)[int(name) - 1]
                return Refresh()
            case Key("c") | Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the bars, which move by themselves."""
        return False


def _short(sight: Sight, place: int) -> str:
    """Returns what an answer is called on the switch: its level, or that it is the room's own and which of them."""
    answer, invented = sight.answers[place], sight.game.invented
    if answer.id not in invented:
        return sight.words.say(f"tech.{answer.tech.value}")
    before = sum(each.id in invented for each in sight.answers[:place])
    return sight.words.say("invent.ours", n=sight.words.whole(before + 1))
