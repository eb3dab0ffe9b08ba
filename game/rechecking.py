"""`whose-city check --watch`: checks again each time a file is saved, until Ctrl-C."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from game.content.finding import base_of, named_scenario
from game.content.saved import saved
from game.wording.words import Words

PAUSE: Final = 0.5
"""Seconds between two looks at the files: sooner than an author looks up from the editor."""


def watch(
    path: Path, words: Words, check: Callable[[], None], sleep: Callable[[float], None] = time.sleep
) -> None:
    """Runs a check now and whenever a file of the folder has changed; returns when interrupted."""
    where = named_scenario(path)
    folder = where if where.is_dir() else where.parent
    folder = base_of(folder) or folder  # what a variant inherits may change, too
    seen: Mapping[str, tuple[int, int]] | None = None
    try:
        while True:
            now = saved((folder,))
            if now != seen:
                if seen is not None:
                    print(words.say("check.again", time=time.strftime("%H:%M:%S")))
                check()
                print(words.say("check.watching"), flush=True)
                seen = now
            sleep(PAUSE)
    except KeyboardInterrupt:
        print()
