"""The table: the projected screen on which a session is played, from the first briefing to the last reflection."""

from typing import Any, Final

from attrs import evolve

from game.engine.moves import Accept, Join, Suggest, TakeStand
from game.engine.phases import Phase
from game.engine.reveal import shown_on_table
from game.errors import GameError, IllegalMove
from game.ui import widgets as w
from game.ui.commands import Advance, Pause, Undo
from game.ui.facilitator.desk import Asked, RunClock
from game.ui.facilitator.overtable import clock_dialog, curtain, spotlit
from game.ui.node import Node
from game.ui.resolving.playback import Steer
from game.ui.room import Room
from game.ui.scene import (
    After,
    Altered,
    Cancel,
    Change,
    Frame,
    Heard,
    Intent,
    Key,
    Press,
    Push,
    Refresh,
    Refused,
    Replace,
    Several,
    Shown,
    Submit,
    Woken,
)
from game.ui.tabletop import pages
from game.ui.tabletop.answers import answer_cards
from game.ui.tabletop.ballot import ballot_paper
from game.ui.tabletop.cityview import Inspector, challenge_panel, city_map
from game.ui.tabletop.floor import amending_dialog, asking_dialog, may_ask, telling_dialog, watching_dialog
from game.ui.tabletop.gauges import gauge_column
from game.ui.tabletop.guide import guide
from game.ui.tabletop.header import header, purse
from game.ui.tabletop.logbook import logbook
from game.ui.tabletop.moving import Apart
from game.ui.tabletop.optionlist import decided_together, option_list
from game.ui.tabletop.rolecard import role_card
from game.ui.tabletop.ruleline import lost_powers, power_dialog, rule_note, rule_strip, way_dialog
from game.ui.tabletop.seatlist import seat_list
from game.ui.tabletop.showing import PLAYING, Showing
from game.ui.tabletop.story import Stories
from game.ui.tabletop.table import AFTER_THE_MOVE, Hand, Hold, Table, moment_of
from game.ui.tabletop.tinting import tint_dialog
from game.wording.words import Words

UNCOVERED: Final = 8.0
"""Seconds a secret stays in view before it covers itself again."""
PAGES: Final = {"5": "lives", "6": "heading"}
"""The keys, after those of the gauges, that open how people live and where the city stands."""
SHEETS: Final = {"c": Push("compare"), "l": Push("ledger")}
"""The keys that lay the answers side by side, and open the books of money and of time."""
ARM: Final = After(0.0, "arm", name="advance")
"""Looks again, at the next tick, whether the table goes on by itself, and when."""


class TableScene:
    """The table of a room. It holds what is in people's hands; the session holds everything else."""

    overlay = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.hand = Hand()
        self.laid = self.hand
        """The hand before the last move, to be given back when the move is refused."""
        self.showing = Showing()
        self.table: Table | None = None

    def build(self, frame: Frame) -> Node:
        """Returns the table as it stands."""
        assert isinstance(frame.words, Words)
        self.hand = self.hand.at(moment_of(self.room.session.state))
        table = self.table = Table(self.room, frame, frame.words, self.hand)
        sequence = self.showing.screen(table)
        if sequence is not None:
            return w.column(Apart(header(table)), w.column(sequence, pad=(16, 20), grow=1))
        page = _whole(table) if table.dense else _by_tabs(table)
        over = _dialog(table)
        return w.stack(page, over) if over else page

    def on_input(self, heard: Heard) -> Intent | None:
        """Answers what was heard with a move, a change of what is in hand, or another screen."""
        match heard:
            case Shown() | Altered():
                return ARM
            case Woken(value):
                return self._woken(value)
            case Press("main step") | Cancel() if self.showing.just_over:
                return None
            case Press(_, value):
                return self._pressed(value)
            case Cancel():
                return Push("menu")
            case Key(name):
                return self._key(name)
            case Refused(error):
                return self._refused(error)
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here but the nodes, which move by themselves."""
        return False

    def _woken(self, value: object) -> Intent | None:
        if value == "cover":
            return self._hold({"revealed": False})
        if value == "over":
            self.showing.just_over = False
            return None
        if value == "step":
            return self.showing.stepped() or ARM
        if self.showing.now is not None:
            return None
        if value == "arm" and self.table and self.showing.due(self.table):
            return self.showing.begin(self.table)
        left = self.room.goes_on_in()
        if left is None:
            return None
        return After(left, "advance", name="advance", patient=True) if value == "arm" else self._submit(Advance())

    def _key(self, name: str) -> Intent | None:
        if self.room.desk.frozen is not None or self.hand.ballot is not None:
            return None  # over a ballot, letters are for writing a reason, wherever the focus is
        session = self.room.session
        if self.showing.now is not None:
            return self._steered(PLAYING[name]) if name in PLAYING else None
        if name == "r" and self.table and self.table.phase in AFTER_THE_MOVE:
            return self.showing.begin(self.table)
        headlines = session.game.model.rules.headlines
        if name == "u" and session.undoable:
            return self._submit(Undo())
        if name == "p" and (self.room.paused or self.room.moves_itself):
            return self._submit(Pause(not self.room.paused))
        if name == "f9":
            return Push("facilitator", {"private": False})
        if name == "t" and self.room.desk.clock:
            return self._submit(RunClock(not self.room.desk.running))
        if name in PAGES:
            return Push("lives", {"page": PAGES[name]})
        if name == "o":
            return Push("outlook")
        if name == "d":
            return Push("deals")
        if name == "i":
            return Push("inventing", {"by": self.table.speaker if self.table else None})
        if name in SHEETS:
            return SHEETS[name]
        if name in "1234" and headlines[int(name) - 1].id in shown_on_table(session.game, session.state):
            return Push("why", {"headline": headlines[int(name) - 1].id})
        return None

    def _pressed(self, value: Any) -> Intent | None:
        match value:
            case Hold(values):
                return self._hold(values)
            case Steer():
                return self._steered(value)
            case Push() | Replace() | Change():
                return value
            case Advance() | Pause():
                return self._submit(value)
        if isinstance(value, Asked):
            return self._submit(value)
        self.laid = self.hand
        self.hand = self.hand.emptied()
        if isinstance(value, TakeStand | Join | Suggest | Accept):
            self.hand = evolve(self.hand, speaker=value.player)
        return self._submit(value)

    def _steered(self, asked: Steer) -> Intent:
        """Does with the sequence what the hands on it ask; once it is over, the table may go on."""
        if asked is Steer.AGAIN and self.showing.now is None and self.table:
            return self.showing.begin(self.table)
        asking = self.showing.steered(asked)
        return asking if self.showing.now is not None else Several((asking, ARM))

    def _hold(self, values: dict[str, Any]) -> Intent:
        self.hand = evolve(self.hand, **values)
        if values.get("revealed"):
            return Several((Refresh(), After(UNCOVERED, "cover", name="cover")))
        return Refresh()

    def _submit(self, asked: object) -> Intent:
        return Several((Submit(asked), ARM))

    def _refused(self, error: GameError) -> Intent:
        """Gives back what was in hand and says why; what goes on by itself stops when the disk refuses."""
        self.hand = evolve(self.laid, notice=error)
        stop = isinstance(error, IllegalMove) or self.room.paused or self.room.desk.frozen is not None
        return Refresh() if stop else Several((Submit(Pause(True)), Refresh()))


def _matter(table: Table) -> Node:
    """Returns what is read beside the map."""
    if table.state.challenge is not None:
        return challenge_panel(table, table.state.challenge)
    return pages.agenda(table) if table.phase in (Phase.BRIEFING, Phase.DECISION) else pages.outcome(table)


def _below(table: Table) -> Node:
    """Returns what the phase is about."""
    match table.phase:
        case Phase.BRIEFING:
            return pages.briefing(table)
        case Phase.RESOLUTION:
            return pages.resolution(table)
        case Phase.REFLECTION:
            return pages.reflection(table)
        case Phase.ENDED:
            return pages.ended(table)
    return option_list(table) if decided_together(table) else answer_cards(table)


def _whole(table: Table) -> Node:
    """Returns everything at once: gauges, matter and map above, the phase below, seats and log at the end."""
    city = city_map(table)
    answers = table.state.challenge is not None or table.deciding
    held = None if answers and not table.hand.wide else table.hand.district  # the challenge stays in sight
    beside = Inspector(_matter(table), Stories(table), city, held, width=496 if answers else 460, key="beside")
    gauges = gauge_column(table)
    gauges.width = 330
    if table.hand.wide:
        whole = w.row(gauges, beside, city, gap=16, grow=1)
        return w.column(header(table), w.column(whole, guide(table), pad=(16, 20), gap=14, grow=1))
    top, below = w.row(gauges, beside, city, gap=16), _below(table)
    top.grow, below.grow = (42, 58) if answers else (58, 42)
    main = w.column(top, below, gap=16, grow=1)
    side = w.column(seat_list(table), *lost_powers(table), logbook(table), *rule_note(table), gap=16, width=384)
    body = w.row(main, side, gap=16, grow=1)
    between = 16 if table.frame.high >= WHOLE else 10
    return w.column(header(table), w.column(body, guide(table), pad=(between, 20), gap=between - 2, grow=1))


WHOLE: Final = 1080
"""Design units of height of a whole screen; captions under it take some, which the margins of the table give."""
MAP: Final = 250
"""Design units of height of the map where what is read about it stands below."""
TABS: Final = {"answers": "lightbulb", "map": "map", "gauges": "gauge", "seats": "users", "log": "scroll-text"}
"""The areas shown one at a time when text is enlarged, and their icons."""


def _by_tabs(table: Table) -> Node:
    """Returns one area at a time, under tabs."""
    options = [w.Option(table.say(f"tab.{name}"), Hold({"tab": name}), icon) for name, icon in TABS.items()]
    tabs = w.choices(table.say("tab"), options, list(TABS).index(table.hand.tab), key="tabs")
    body = w.column(tabs, *rule_strip(table), _area(table), gap=12, grow=1)
    return w.column(header(table), w.column(body, guide(table), pad=(12, 16), gap=12, grow=1))


def _area(table: Table) -> Node:
    match table.hand.tab:
        case "map":
            return _map_area(table)
        case "gauges":
            return w.ScrollColumn(*purse(table), gauge_column(table), gap=14, grow=1, key="gauges")
        case "seats":
            return w.ScrollColumn(seat_list(table), *lost_powers(table), gap=12, grow=1, key="seat scroll")
        case "log":
            return logbook(table)
    parts = [_below(table)] if table.state.challenge is None else [_matter(table), _below(table)]
    return w.ScrollColumn(*parts, *purse(table), gap=14, grow=1, key=f"now {table.state.round} {table.phase.value}")


def _map_area(table: Table) -> Node:
    """Returns the map beside what is read about it; above it on a low screen."""
    city = city_map(table)
    beside = Inspector(_matter(table), Stories(table), city, table.hand.district, width=430)
    if not table.frame.low:
        return w.row(beside, city, gap=14, grow=1)
    beside.width, city.grow, city.height = None, 0, MAP
    return w.ScrollColumn(city, beside, gap=14, grow=1, key="map scroll")


def _dialog(table: Table) -> Node | None:
    """Returns what lies over the table: a role card, a ballot, or something else that is being asked."""
    desk, hand = table.room.desk, table.hand
    if desk.frozen is not None:
        return curtain(table.frame, desk.frozen, Hold({}))
    if desk.spotlight is not None:
        return spotlit(table, desk.spotlight)
    if hand.clock:
        return clock_dialog(table)
    if hand.card is not None:
        return role_card(table, hand.card)
    if hand.tinting:
        return tint_dialog(table)
    if hand.way:
        return way_dialog(table)
    if hand.regaining is not None:
        return power_dialog(table, hand.regaining)
    if hand.telling is not None:
        return telling_dialog(table, hand.telling)
    if hand.asking and may_ask(table):
        return asking_dialog(table)
    if hand.watching is not None:
        return watching_dialog(table, hand.watching)
    if table.speaker is None:
        return None
    if hand.amending is not None and table.phase is Phase.DELIBERATION:
        return amending_dialog(table, hand.amending)
    voting = table.deciding and not table.alone
    return ballot_paper(table, hand.ballot) if voting and hand.ballot is not None else None
