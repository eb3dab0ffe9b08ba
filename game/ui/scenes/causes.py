"""Our map of causes: drawn arrow by arrow, held against the rules, the map of another moment, and the session."""

from pathlib import Path
from typing import Final, cast, get_args

from attrs import evolve

from game.beside import Beside, beside
from game.content.causalmap import CausalMap, Moment, effects_of
from game.content.mapfile import read_map, write_map
from game.content.maplinks import Laid
from game.errors import ContentError, GameError, Problem
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.causes import hand as asked
from game.ui.causes.editor import Sheet, chooser, editor
from game.ui.causes.hand import End, Hand, Open, View
from game.ui.causes.pages import Wall, beside_page, changes_page, rules_page
from game.ui.causes.sketches import (
    author_in,
    file_for,
    files_at_hand,
    finished,
    moment_now,
    on_wall,
    rules_of,
    sketch,
    to_keep,
    unkept,
)
from game.ui.masthead import masthead
from game.ui.node import Node
from game.ui.notice import HEARD, notice
from game.ui.room import Room
from game.ui.scene import (
    After,
    Cancel,
    Frame,
    Heard,
    Intent,
    Pop,
    Press,
    Refresh,
    Refused,
    Several,
    Submit,
    Woken,
)
from game.ui.widgets import Option
from game.wording.problems import sentence
from game.wording.words import Words

VIEWS: Final[tuple[View, ...]] = get_args(View)
ICONS: Final = {
    "before": "pencil", "during": "pencil", "after": "pencil", "rules": "scroll-text", "changes": "git-branch",
    "beside": "split",
}  # fmt: skip
DRAWN: Final = {moment.value: moment for moment in Moment}
ABOVE_AND_BELOW: Final = 300
"""Design units that the band, the tabs and the foot take of the height."""


class CausesScene:
    """The map, a page at a time. What is drawn goes on the wall by itself when the screen is left."""

    overlay = False

    def __init__(self, room: Room, back: bool = False) -> None:
        """Opens on the page that fits the moment; looking `back`, on what changed, when there are two maps."""
        self.room = room
        self.rules = rules_of(room)
        self.view: View = moment_now(room).value
        self.moment = moment_now(room)
        self.hand = Hand()
        self.end: End | None = None
        self.files: tuple[Path, ...] | None = None
        self.problems: tuple[Problem, ...] = ()
        self.fault: GameError | None = None
        self.saved: Path | None = None
        self.waiting: CausalMap | None = None
        """A map to be taken in hand once the present one is kept."""
        self.author = ""
        """Who draws where nobody gave a name, in the language shown."""
        self.laid = Laid.OVER
        self.asked = ""
        """The gauge whose difference is accounted for; "" is the one that differs most."""
        if back and on_wall(room, Moment.BEFORE) and on_wall(room, Moment.AFTER):
            self.view = "changes"
        self._ran: tuple[object, Beside] | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the tabs, the page that is open, and what can be done with the map."""
        words = cast(Words, frame.words)
        self.author = words.say("map.room")
        width, high = frame.wide - 2 * t.XL, frame.high - ABOVE_AND_BELOW
        told = words.say("map.saved", file=self.saved) if self.saved else ""
        inner = w.column(
            self._tabs(frame), *notice(frame, self.fault, told), self._page(words, width, high, frame.large),
            *self._foot(words, frame.large), gap=t.M, pad=(t.M, t.XL), grow=1,
        )  # fmt: skip
        back = w.Button(words.say("app.back"), "arrow-left", "header", Pop(), tall=48, key="back")
        page = w.column(masthead(frame, words.say("map.title"), words.say("map.about"), back, icon="share-2"), inner)
        return w.stack(page, *self._over(words, frame.large))

    @property
    def drawn(self) -> CausalMap:
        """Returns the map in hand."""
        return sketch(self.room, self.moment, self.author)

    def _views(self) -> tuple[View, ...]:
        return VIEWS if self.room.playing else ("before", "rules")

    def _tabs(self, frame: Frame) -> Node:
        views = self._views()
        at = views.index(self.view)
        if not frame.large:
            options = [Option(frame.say(f"map.view.{name}"), Open(name), ICONS[name]) for name in views]
            return w.choices(frame.say("map.views"), options, at, "view")
        before, after = Open(views[at - 1]), Open(views[(at + 1) % len(views)])
        title = f"{frame.say(f'map.view.{self.view}')} ({at + 1}/{len(views)})"
        return w.row(
            w.IconButton("chevron-left", frame.say("map.view_before"), "secondary", on_press=before, key="view before"),
            w.Label(title, t.STRONG, t.SEMIBOLD, align="center", grow=1),
            w.IconButton("chevron-right", frame.say("map.view_next"), "secondary", on_press=after, key="view next"),
            gap=t.M, align="center",
        )  # fmt: skip

    def _page(self, words: Words, width: float, high: float, large: bool) -> Node:
        drawn, wall = self.drawn, Wall(self.rules, words, width, high, large)
        match self.view:
            case "rules":
                return rules_page(wall, drawn)
            case "changes":
                return changes_page(wall, *self._pair())
            case "beside":
                maps = self._maps()
                weighed = self.moment if self.moment in maps else next(reversed(maps), self.moment)
                ran = self._run(maps[weighed]) if maps else None
                return beside_page(wall, ran, maps, weighed, self.laid, self.asked)
        others = tuple(each for each in on_wall(self.room, self.moment) if each.author != drawn.author)
        return editor(Sheet(drawn, self.hand, self.rules, words, width, high, large, others, self.room.playing))

    def _maps(self) -> dict[Moment, CausalMap]:
        """Returns the map in hand for each moment that has one."""
        found = {moment: sketch(self.room, moment, self.author) for moment in Moment}
        return {moment: drawn for moment, drawn in found.items() if drawn.arrows}

    def _pair(self) -> tuple[CausalMap | None, CausalMap | None]:
        """Returns the maps before and after the game, by the same author where there is one."""
        maps = self._maps()
        before, after = maps.get(Moment.BEFORE), maps.get(Moment.AFTER)
        if before is not None and after is not None and before.author != after.author:
            same = (each for each in on_wall(self.room, Moment.BEFORE) if each.author == after.author)
            before = next(same, before)
        return before, after

    def _run(self, drawn: CausalMap) -> Beside | None:
        """Returns the session run again under a map, once for each map; None before the first round is over."""
        if len(self.room.session.cities) < 2:
            return None
        key = (drawn, self.laid, self.room.session.present, len(self.room.session.turns))
        if self._ran is None or self._ran[0] != key:
            self._ran = key, beside(self.room.session, drawn, self.laid)
        return self._ran[1]

    def _foot(self, words: Words, large: bool) -> tuple[Node, ...]:
        if self.view not in DRAWN:
            return ()
        say, drawn = words.say, self.drawn
        waiting = unkept(self.room, self.moment, self.author)
        told = say("map.kept_state" if drawn.arrows and not waiting else "map.unkept_state")
        about = w.Paragraph(told if self.room.playing else say("map.no_session"), t.SMALL, colour="soft", grow=1)
        acts: list[Node] = [
            w.Button(say("map.load"), "folder-open", on_press=asked.Shelf(True), key="load"),
            w.Button(say("map.save"), "download", on_press=asked.Save(), enabled=bool(drawn.arrows), key="save"),
        ]
        if self.room.playing:
            acts.append(w.Button(say("map.keep"), "save", "primary", asked.Keep(), enabled=waiting, key="keep"))
        return (w.row(*(() if large else (about,)), *acts, gap=t.M, align="center"),)

    def _over(self, words: Words, large: bool) -> tuple[Node, ...]:
        """Returns the list that is open over the page, if any."""
        if self.end is not None:
            sheet = Sheet(self.drawn, self.hand, self.rules, words, 0, 0, large)
            return (chooser(sheet, self.end),)
        close = w.Button(words.say("app.close"), on_press=asked.Shelf(False), key="close")
        if self.problems:
            lines = [w.Paragraph(sentence(each, words), t.SMALL) for each in self.problems]
            title = words.count("map.problems", len(lines))
            return (w.Dialog(title, *lines, actions=(close,), across=1240, on_cancel=asked.Shelf(False)),)
        if self.files is None:
            return ()
        files: list[Node] = [
            w.Button(each.name, "file-text", on_press=asked.Load(each), key=f"file {each.name}") for each in self.files
        ]
        if not files:
            files = [w.Paragraph(words.say("map.no_file", folder=self.room.folder), colour="soft")]
        title = words.say("map.load_title")
        return (w.Dialog(title, *files, actions=(close,), across=1240, on_cancel=asked.Shelf(False)),)

    def on_input(self, heard: Heard) -> Intent | None:
        """Draws, opens pages, keeps the map; leaving keeps what was drawn first."""
        match heard:
            case Press(value=Pop()) | Cancel():
                return self._keeping("left")
            case Press(value=Open(view)):
                self.view, self.saved = view, None
                if view in DRAWN:
                    self.moment, self.hand = DRAWN[view], Hand()
                return self._keeping("")
            case Press(value=asked.Keep()):
                return self._keeping("")
            case Press(value=asked.OpenMap(drawn)):
                return self._opened(drawn)
            case Press(value=asked.Load(file)):
                return self._loaded(file)
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Press(value=value) if value == HEARD:
                self.fault, self.saved = None, None
                return Refresh()
            case Press(value=value):
                self._drew(value)
                return Refresh()
            case Refused(error):
                self.fault = error
                return Refresh()
            case Woken(value="left") if self.fault is None:
                return Pop()
            case Woken(value="opened") if self.fault is None and self.waiting is not None:
                self.room.sketches[self.moment], self.waiting = self.waiting, None
                return Refresh()
        return None

    def _keeping(self, then: str) -> Intent:
        """Returns what puts on the wall what was drawn, then leaves if it could be kept."""
        self.fault = None
        kept = tuple(Submit(move) for move in to_keep(self.room, self.author))
        return Several((*kept, After(0.0, then, "left") if then else Refresh()))

    def _drew(self, value: object) -> None:
        """Carries out what was pressed on the map or in a list."""
        match value:
            case asked.Touch(name):
                self.hand = self.hand.touched(name, name in effects_of(self.rules))
            case asked.Choose(end):
                self.end = end or None
            case asked.Chosen(end, name):
                self.hand, self.end = self.hand.with_end(end, name), None
            case asked.Strength(strength):
                self.hand = evolve(self.hand, strength=strength)
            case asked.Take(arrow):
                self.hand = Hand(arrow.from_, arrow.to, arrow.strength)
            case asked.Lay(laid):
                self.laid = laid
            case asked.Weigh(moment):
                self.moment = moment
            case asked.Ask(name):
                self.asked = name
            case _:
                self._changed(value)

    def _changed(self, value: object) -> None:
        """Carries out what was pressed that changes the map, or a file of it."""
        drawn = self.drawn
        try:
            match value:
                case asked.Put() if self.hand.arrow is not None:
                    self.room.sketches[self.moment] = drawn.with_arrow(self.hand.arrow)
                    self.hand = Hand()
                case asked.Erase(name):
                    self.room.sketches[self.moment] = drawn.without(name)
                case asked.Written(author):
                    self.room.sketches[self.moment] = evolve(drawn, author=author)
                case asked.Save():
                    named = finished(drawn, self.author)
                    self.saved = file_for(self.room, named, self.moment)
                    write_map(named, self.saved)
                case asked.Shelf(shown):
                    self.files, self.problems = (files_at_hand(self.room) if shown else None), ()
        except GameError as fault:
            self.fault, self.saved, self.files = fault, None, None

    def _loaded(self, file: Path) -> Intent:
        """Takes the map of a file in hand, or shows all that is wrong with it."""
        self.files = None
        try:
            return self._opened(read_map(file, self.rules, author_in(file)))
        except ContentError as fault:
            self.problems = fault.problems
        return Refresh()

    def _opened(self, drawn: CausalMap) -> Intent:
        """Returns what takes another map in hand once the present one is kept."""
        self.waiting, self.hand = drawn, Hand()
        return self._keeping("opened")

    def tick(self, dt: float) -> bool:
        """Nothing here moves by itself."""
        return False
