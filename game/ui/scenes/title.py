"""The title: what the game is called, and the four ways on from here."""

from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

from game import VERSION
from game.errors import GameError
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Begin, Resume
from game.ui.curtain import EDGE, NAME_SIZE, NAME_TOP
from game.ui.masthead import other_language
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Frame,
    Heard,
    Intent,
    Press,
    Push,
    Quit,
    Refresh,
    Refused,
    Replace,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.skyline import Skyline
from game.ui.skylinelife import title_scenery
from game.wording.words import Words

if TYPE_CHECKING:
    from game.content.load import Summary
    from game.ui.setup.shelf import Damaged, Kept

SEEDS: Final = 1_000_000
ACROSS: Final = 1560
ENLARGED: Final = 864
"""Design units of the ways on where text is enlarged, two in a row."""
AHEAD: Final = After(1.0, "ahead", name="ahead")
"""Once the title stands, what the setup will need is read beside it."""


@frozen
class Open:
    """Open a panel of the title, "" for none."""

    panel: str


@frozen
class Watch:
    """Let a session play itself."""


@frozen
class TakeUp:
    """Take up a saved session."""

    kept: "Kept"


class TitleScene:
    """The first screen."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.panel = ""
        self.fault: GameError | None = None
        self.next = "table"
        self.entries: tuple[Kept | Damaged, ...] = ()
        self.spoken = ""

    def build(self, frame: Frame) -> Node:
        """Returns the skyline, the name over it, and a panel when one is open."""
        if self.panel == "resume" and self.spoken != frame.words.language:
            from game.ui.setup.shelf import shelf

            self.entries, self.spoken = shelf(self.room, cast(Words, frame.words)), frame.words.language
        gap, edge = (12, t.S) if frame.large else (EDGE, t.L)
        front = w.column(
            *notice(frame, self.fault),
            w.space(grow=0.5) if frame.large else w.space(NAME_TOP - 2 * EDGE),
            self._name(frame),
            self._ways(frame),
            w.space(grow=3),
            self._foot(frame),
            gap=gap, pad=(min(edge, gap), t.L, edge, t.L) if frame.large else (EDGE, t.XXL, edge, t.XXL),
        )  # fmt: skip
        return w.stack(Skyline(title_scenery(frame.theme.dark)), front, *self._opened(frame))

    def _name(self, frame: Frame) -> Node:
        size = t.DISPLAY if frame.large else NAME_SIZE
        return w.column(
            w.Label(frame.say("app.title"), size, t.BOLD, align="center", role="heading"),
            w.Paragraph(frame.say("title.about"), t.TITLE, t.MEDIUM, align="center", balanced=True),
            gap=t.S,
        )

    def _ways(self, frame: Frame) -> Node:
        saved = self._anything_saved()
        opens: list[tuple[str, str, Intent | Open | Watch]] = [
            ("prepare", "clipboard-list", Push("planner")), ("new", "play", Push("seats")), ("watch", "eye", Watch()),
            *([("resume", "folder-open", Open("resume"))] if saved else []),
        ]  # fmt: skip
        if frame.large:
            ways = [_button(frame, *each) for each in opens]
            return w.row(w.space(grow=1), w.grid(2, *ways, gap=t.M, width=ENLARGED), w.space(grow=1))
        cards = [_way(frame, *each) for each in opens]
        return w.row(w.space(grow=1), w.row(*cards, gap=t.M, width=ACROSS if saved else 1260), w.space(grow=1))

    def _anything_saved(self) -> bool:
        return next(iter(self.room.folder.glob("*.jsonl")), None) is not None

    def _foot(self, frame: Frame) -> Node:
        say = frame.say
        version = w.Chip(say("title.version", version=VERSION), size=t.SMALL, tint="surface", colour="soft")
        return w.flow(
            _plated(other_language(frame)),
            w.Button(say("map.title"), "share-2", on_press=Push("causes"), tall=52, key="causes"),
            w.Button(say("app.settings"), "settings", on_press=Open("settings"), tall=52, key="settings"),
            w.Button(say("app.quit"), "log-out", on_press=Quit(), tall=52, key="quit"),
            *(() if frame.large else (w.space(grow=1), version)),
            gap=t.S if frame.large else t.M, align="center",
        )  # fmt: skip

    def _opened(self, frame: Frame) -> tuple[Node, ...]:
        close = w.Button(frame.say("app.close"), on_press=Open(""), key="close")
        match self.panel:
            case "settings":
                from game.ui.settingsform import settings_form

                body: tuple[Node, ...] = settings_form(frame)
                return (w.Dialog(frame.say("app.settings"), *body, actions=(close,), on_cancel=Open("")),)
            case "resume":
                title = frame.say("title.resume")
                merge = w.Button(frame.say("merge.go"), "columns-3", on_press=Push("tables"), key="tables")
                return (w.Dialog(title, *self._shelf(frame), actions=(merge, close), across=1180, on_cancel=Open("")),)
        return ()

    def _shelf(self, frame: Frame) -> list[Node]:
        if not self.entries:
            return [w.Paragraph(frame.say("title.nothing_saved"), colour="soft")]
        from game.ui.setup.shelf import Damaged, Kept

        kept = [_kept(frame, each) for each in self.entries if isinstance(each, Kept)]
        damaged = [_damaged(frame, each) for each in self.entries if isinstance(each, Damaged)]
        return [*kept, *damaged]

    def on_input(self, heard: Heard) -> Intent | None:
        """Opens what was pressed; a session is entered only once it has begun."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=Open(panel)):
                self.panel, self.spoken = panel, ""
                return Refresh()
            case Press(value=Watch()):
                return self._begin()
            case Press(value=TakeUp(kept)):
                return self._enter(Resume(kept.saved.journal), "debrief" if kept.over else "table")
            case Press(value=value) if value == HEARD:
                self.fault = None
                return Refresh()
            case Refused(error):
                self.fault, self.panel = error, ""
                return Refresh()
            case Shown():
                return AHEAD
            case Woken(value="ahead"):
                self.room.reading.begin()
            case Woken(value="entered") if self.fault is None:
                return Replace(self.next)
        return None

    def _begin(self) -> Intent:
        """Returns what starts a session of computer players on the first sound scenario."""
        import secrets

        from game.content.load import load_scenario
        from game.engine.seating import COMPUTER, Seat

        try:
            folder = _first_sound(self.room.scenarios()).folder
            scenario = load_scenario(folder).scenario
        except GameError as fault:
            self.fault = fault
            return Refresh()
        seats = tuple(Seat(each.id, bot=COMPUTER) for each in scenario.stakeholders)
        seed = secrets.randbelow(SEEDS)
        return self._enter(Begin(folder, seats, scenario.rounds, scenario.procedure, seed), "table")

    def _enter(self, command: Begin | Resume, screen: str) -> Intent:
        self.fault, self.next = None, screen
        return Several((Submit(command), After(0.0, "entered", "enter")))

    def tick(self, dt: float) -> bool:
        """Nothing moves but the picture, which moves by itself."""
        return False


def _first_sound(summaries: "tuple[Summary, ...]") -> "Summary":
    sound = next((each for each in summaries if not each.problems), None)
    if sound is None:
        raise GameError("error.no_scenario_found")
    return sound


def _button(frame: Frame, name: str, icon: str, press: object) -> Node:
    """Returns a way on from the title, as a button: where text is enlarged, its name alone says it."""
    first = name == "prepare"
    return w.Button(
        frame.say(f"title.{name}"), icon, "primary" if first else "secondary", press, 28 if first else t.STRONG, 84,
        key="plan" if first else name,
    )  # fmt: skip


def _way(frame: Frame, name: str, icon: str, press: object) -> Node:
    """Returns a way on from the title: what it is called, and what it will do."""
    first = name == "prepare"
    title, about = frame.say(f"title.{name}"), frame.say(f"title.{name}_about")
    ink, soft = ("on_accent", "on_accent") if first else ("ink", "soft")
    return w.Card(
        w.row(w.Icon(icon, 30, ink if first else "accent", 2.2), w.Label(title, 26, t.SEMIBOLD, ink), gap=12,
              align="center"),
        w.Paragraph(about, t.SMALL, colour=soft, leading=1.3),
        fill="accent" if first else "surface", stroke="" if first else "edge", pad=(18, 22), gap=t.S, radius=t.ROUND_M,
        grow=1, on_press=press, key="plan" if first else name, label=title, value=about,
    )  # fmt: skip


def _plated(button: Node) -> Node:
    """Returns the language button as the other buttons of the picture look."""
    assert isinstance(button, w.Button)
    button.kind, button.tall = "secondary", 52
    return button


def _kept(frame: Frame, kept: "Kept") -> Node:
    say = frame.say
    if kept.over:
        told, icon = say("title.over", rounds=kept.rounds), "flag"
    else:
        told, icon = say("title.reached", round=kept.round, rounds=kept.rounds), "play"
    action = say("title.look_back" if kept.over else "title.go_on")
    return w.Card(
        w.row(
            w.Tile(icon, "accent", "accent_tint", 56),
            w.column(
                w.Label(kept.title, t.STRONG, t.SEMIBOLD),
                w.Label(say("title.began", when=kept.began, told=told), t.SMALL, colour="soft"),
                grow=1,
            ),
            w.Label(action, t.BODY, t.SEMIBOLD, "accent"),
            w.Icon("chevron-right", 26, "accent"),
            gap=t.M, align="center",
        ),
        pad=(12, 18), raised=False, on_press=TakeUp(kept), key=f"kept {kept.saved.journal.name}",
        label=f"{kept.title}, {kept.began}", value=told,
    )  # fmt: skip


def _damaged(frame: Frame, damaged: "Damaged") -> Node:
    from game.wording.errors import sentence

    told = sentence(damaged.fault, cast(Words, frame.words))
    return w.Panel(
        w.row(
            w.Tile("triangle-alert", "danger", "danger_tint", 56),
            w.Paragraph(told, t.SMALL, colour="soft", grow=1),
            gap=t.M,
            align="center",
        ),
        pad=(12, 18),
        raised=False,
        fill="sunken",
    )
