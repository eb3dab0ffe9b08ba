"""The scenarios at hand, read beside the title's frames, so that the setup that follows shows them at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.ui.aside import Aside

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.content.load import Summary

Stamp = Mapping[str, tuple[int, int]]


class Reading:
    """What was read of the scenarios, good for as long as none of their files is saved again."""

    def __init__(self) -> None:
        self._stamp: Stamp | None = None
        self._work: Aside[Summary] | None = None
        self._found: tuple[Summary, ...] = ()

    def begin(self) -> None:
        """Begins to read, unless what was read is still good; nobody waits for it."""
        from game.content.load import list_scenarios, scenario_roots
        from game.content.saved import saved

        roots = scenario_roots()
        now = saved(roots)
        if self._work is None or now != self._stamp:
            self._stamp, self._found = now, ()
            self._work = Aside(lambda: list_scenarios(roots))

    def scenarios(self) -> "tuple[Summary, ...]":
        """Returns all of them, the user's own included; waits for what is still being read."""
        self.begin()
        assert self._work is not None
        self._work.finish()
        self._found += self._work.taken()
        return self._found
