"""Running a sequence: when it begins by itself, how one moment follows another, what the hands on it may ask."""

from typing import Final

from game.engine.events import CityMoved
from game.engine.phases import Phase
from game.ui.resolving.playback import BEFORE, Playback, Steer
from game.ui.scene import After, Intent, Refresh, Several
from game.ui.tabletop.sequence import Sequence, playback
from game.ui.tabletop.table import Table

PLAYING: Final = {"space": Steer.SKIP, "p": Steer.HOLD, "r": Steer.AGAIN, "l": Steer.LAST, "s": Steer.SLOW}
"""The keys of a sequence while it runs; Escape skips it too."""
GRACE: Final = 0.8
"""Seconds in which a hand on its way to a sequence that ends by itself is held back."""
PATIENCE: Final = 0.2
"""Seconds between two looks at a map that is still being drawn."""


class Showing:
    """What is being shown of a resolution, and which was shown last."""

    def __init__(self) -> None:
        self.now: Playback | None = None
        """The sequence that runs."""
        self.told: CityMoved | None = None
        """The last resolution that was told: each is told once by itself."""
        self.sequence: Sequence | None = None
        self.just_over = False
        """Whether it has ended by itself a moment ago: what was meant for it must not press what has come instead."""

    def screen(self, table: Table) -> Sequence | None:
        """Returns the screen of the sequence that runs; the table moving on ends it, and so does its facilitator."""
        if self.now is not None and (self.now.moved is not table.last_moved or _called(table)):
            self.now = None
        self.sequence = Sequence(table, self.now) if self.now is not None else None
        return self.sequence

    def due(self, table: Table) -> bool:
        """Tells whether the table has just been resolved and is to be told step by step."""
        moved = table.last_moved if table.phase is Phase.RESOLUTION else None
        return moved is not None and table.frame.settings.sequence and self.told is not moved

    def begin(self, table: Table) -> Intent:
        """Begins the sequence of the last resolution; a round that moved nothing has none."""
        self.told, self.now = table.last_moved, None if _called(table) else playback(table)
        return Several((Refresh(), self._next())) if self.now else Refresh()

    def _next(self) -> After:
        assert self.now is not None
        return After(self.now.seconds, "step", name="step")

    def stepped(self) -> Intent | None:
        """Lets the next step land; a map that is not drawn yet is waited for. Returns None once nothing runs."""
        if self.now is None or self.sequence is None:
            return None
        if not self.now.going:
            return Several(())
        if self.now.at == BEFORE and not self.sequence.city.ready:
            return After(PATIENCE, "step", name="step")
        if self.now.resting:
            self.now, self.just_over = None, True
            return Several((Refresh(), After(0.0, "arm", name="advance"), After(GRACE, "over", name="over")))
        self.now = self.now.on()
        if not self.now.going:
            return Refresh()
        self.sequence.follow(self.now)
        return self._next()

    def steered(self, asked: Steer) -> Intent:
        """Does with the sequence what the hands on it ask."""
        if self.now is None or asked is Steer.SKIP:
            self.now = None
            return Refresh()
        self.now = self.now.steered(asked)
        return Several((Refresh(), self._next())) if self.now.going else Refresh()


def _called(table: Table) -> bool:
    """Tells whether the facilitator has hidden the scores, or has called the room's eyes elsewhere."""
    desk = table.room.desk
    return table.room.scoreless or desk.frozen is not None or desk.spotlight is not None
