"""Work beside the frames: what it finds comes a piece at a time, and what stops it is told where somebody listens."""

from collections.abc import Iterator
from threading import Event

import pytest

from game.errors import GameError
from game.ui.aside import Aside


def test_what_is_found_is_taken_once() -> None:
    """Each piece is handed over once, in its order."""
    aside = Aside(lambda: (1, 2, 3))
    aside.finish()

    assert (aside.taken(), aside.taken(), aside.over) == ((1, 2, 3), (), True)


def test_a_fault_is_raised_after_what_was_found() -> None:
    """What was found before is not lost; then the fault comes, once."""

    def work() -> Iterator[int]:
        yield 1
        raise GameError("error.no_screen", reason="test")

    aside = Aside(work)
    aside.finish()

    assert aside.taken() == (1,)
    with pytest.raises(GameError):
        aside.taken()
    assert aside.taken() == ()


def test_work_that_nobody_wants_ends_at_the_next_piece() -> None:
    """Dropped, it makes no third piece."""
    go, made = Event(), []

    def work() -> Iterator[int]:
        for each in range(3):
            made.append(each)
            yield each
            go.wait(5)

    aside = Aside(work)
    aside.drop()
    go.set()
    aside.finish()

    assert len(made) <= 2
