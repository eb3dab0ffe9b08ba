"""When Python looks for what is no longer used: while the window rests, never in the middle of a movement.

A full search goes through every card, rule and sentence read so far: a tenth of a second, six frames lost.
"""

import gc
import time
from typing import Final

SELDOM: Final = 200
"""Searches of the younger half before a full one comes by itself: only where the window never rests."""
DUE: Final = 5
"""Searches of the younger half after which a full one is worth while."""
LONG: Final = 0.03
"""Seconds of a full search from which what it went through is set aside, as a session that has been opened."""


def sweep_seldom() -> None:
    """Lets a full search wait for `sweep`."""
    gc.set_threshold(*gc.get_threshold()[:2], SELDOM)


def sweep() -> bool:
    """Searches everything once it is due, and says whether it was; what has come to stay is not searched again."""
    if gc.get_count()[2] < DUE:
        return False
    begun = time.perf_counter()
    gc.collect()
    if time.perf_counter() - begun > LONG:
        gc.unfreeze()  # what stayed until now may have been left since
        gc.collect()
        gc.freeze()
    return True
