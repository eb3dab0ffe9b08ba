"""What is no longer used is looked for while the window rests."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.ui import sweeping
from game.ui.node import Node
from game.ui.sweeping import SELDOM, sweep, sweep_seldom


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leaves the collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def aged() -> None:
    """Lets the collector search the younger half often enough for a full search to be due."""
    gc.collect()
    for _ in range(sweeping.DUE):
        gc.collect(1)


def test_a_full_search_comes_seldom_by_itself() -> None:
    """The younger halves are searched as before: they are small."""
    young = gc.get_threshold()[:2]

    sweep_seldom()

    assert gc.get_threshold() == (*young, SELDOM)


def test_nothing_is_swept_before_it_is_due() -> None:
    """A rest of a moment costs nothing."""
    gc.collect()

    assert not sweep()


def test_a_tree_let_go_of_is_swept() -> None:
    """Parents and children hold one another: only a search frees them."""
    tree = Node(Node())
    left = weakref.ref(tree)
    aged()
    del tree

    assert sweep() and left() is None


def test_what_has_come_to_stay_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a long search, what is alive is not searched again until the next long one."""
    monkeypatch.setattr(sweeping, "LONG", -1.0)
    aged()

    sweep()

    assert gc.get_freeze_count() > 0
