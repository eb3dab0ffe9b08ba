"""Typst works beside the program, in processes that don't grow for ever."""

import os
import time
from multiprocessing import active_children

import pytest

from game.report.prints.press import DOCUMENTS, Job, Press

JOB = Job("tents", "", "", "{}")


def whose(_: Job) -> int:
    """Returns which process is at work."""
    return os.getpid()


def falls(_: Job) -> None:
    """Ends its process as a lack of memory does."""
    os._exit(1)


def test_a_process_sets_so_many_documents_and_another_goes_on() -> None:
    """What Typst remembers goes with it; none of it is ever in the window's own process."""
    press = Press()

    found = [press.run(whose, JOB) for _ in range(DOCUMENTS + 1)]

    press.close()
    assert [1, DOCUMENTS] == sorted(found.count(each) for each in {*found})
    assert os.getpid() not in found


def test_a_process_without_work_ends_and_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window has its memory back a while after the last sheet; the next sheet is set all the same."""
    monkeypatch.setattr("game.report.prints.press.IDLE", 0.05)
    press = Press()

    first = press.run(whose, JOB)
    until = time.monotonic() + 20
    while first in {each.pid for each in active_children()} and time.monotonic() < until:
        time.sleep(0.05)

    assert first not in {each.pid for each in active_children()}
    assert press.run(whose, JOB) not in (first, os.getpid())
    press.close()


def test_a_process_that_ends_is_told_and_replaced() -> None:
    """The document at hand fails with a reason; the next one is set."""
    press = Press()

    with pytest.raises(RuntimeError, match="terminated"):
        press.run(falls, JOB)

    assert press.run(whose, JOB) != os.getpid()
    press.close()
