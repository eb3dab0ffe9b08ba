"""When the files of a folder were last saved, to see that an author has changed something."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.content.folder import MOST_FILES, SUFFIXES


def saved(folders: Iterable[Path]) -> Mapping[str, tuple[int, int]]:
    """Returns the time and the size of every YAML file and translation in some folders; what can't be read is left out.

    A folder that holds too many files to be a scenario is looked at no further.
    """
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith(".")]
            for name in names:
                if name.endswith((*SUFFIXES, ".po")):
                    _note(Path(place, name), found)
            if len(found) > MOST_FILES:
                break
    return found


def _note(path: Path, found: dict[str, tuple[int, int]]) -> None:
    try:
        about = path.stat()
    except OSError:
        return
    found[str(path)] = (about.st_mtime_ns, about.st_size)
