"""Work too long for a frame, done beside the frames in a thread of its own. What it finds comes one piece at a time."""

from collections.abc import Callable, Iterable
from threading import Thread
from typing import Final, Generic, TypeVar

from game.ui.scene import After

Found = TypeVar("Found")

LOOK: Final = After(0.05, "look", name="look")
"""Wakes a screen to see how far the work has come."""


class Aside(Generic[Found]):
    """Work begun, which nobody waits for. It may read the session; it must change nothing."""

    def __init__(self, work: Callable[[], Iterable[Found]]) -> None:
        self._found: list[Found] = []
        self._taken = 0
        self._fault: BaseException | None = None
        self._dropped = False
        self._thread = Thread(target=self._do, args=(work,), daemon=True)
        self._thread.start()

    def _do(self, work: Callable[[], Iterable[Found]]) -> None:
        try:
            for each in work():
                self._found.append(each)
                if self._dropped:
                    return
        except BaseException as fault:  # it is raised again where somebody listens
            self._fault = fault

    @property
    def over(self) -> bool:
        """Whether nothing more will be found."""
        return not self._thread.is_alive()

    def taken(self) -> tuple[Found, ...]:
        """Returns what has been found since it was last asked; raises what stopped the work, once all is taken."""
        over, new = self.over, tuple(self._found[self._taken :])
        self._taken += len(new)
        if over and not new and self._fault is not None:
            fault, self._fault = self._fault, None
            raise fault
        return new

    def drop(self) -> None:
        """Lets the work end at the next piece: nobody wants the rest."""
        self._dropped = True

    def finish(self) -> None:
        """Waits until all is found."""
        self._thread.join()
