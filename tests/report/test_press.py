"""Typst works beside the program, in processes that don't grow for ever."""

import os

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


def test_a_process_that_ends_is_told_and_replaced() -> None:
    """The document at hand fails with a reason; the next one is set."""
    press = Press()

    with pytest.raises(RuntimeError, match="terminated"):
        press.run(falls, JOB)

    assert press.run(whose, JOB) != os.getpid()
    press.close()
