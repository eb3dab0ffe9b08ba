"""A folder of YAML files read as one document: which files belong to it, and where each piece of the whole came from.

A key stands in one file; a list may go on in another, and a mapping of texts too (`sources`).
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define

from game.content.faults import Fault, Steps
from game.content.reading import read_source
from game.content.strictyaml import Document, Mark, parse
from game.errors import Problem

SUFFIXES: Final = (".yaml", ".yml")
MOST_FILES: Final = 200
"""Files of one folder: beyond, somebody has pointed at the wrong one."""


@define
class Merged:
    """The data of all files of a folder under their common root, and the way back to each file.

    `broken` names the files that could not be read to their end.
    """

    first: str
    data: dict[str, Any] = Factory(dict)
    origins: dict[str, list[tuple[Document, int]]] = Factory(dict)
    hashes: dict[str, str] = Factory(dict)
    problems: list[Problem] = Factory(list)
    broken: set[str] = Factory(set)

    @property
    def whole(self) -> bool:
        """Tells whether every file could be read to its end; otherwise what seems missing may stand there."""
        return not self.broken

    def unreadable(self, problem: Problem) -> None:
        """Notes a file or folder that can't be read, and why."""
        self.problems.append(problem)
        self.broken.add(problem.file)

    def problem(self, fault: Fault) -> Problem:
        """Returns a fault as a problem of the file it stands in."""
        file, line, column = self.place(fault.steps, fault.on_key)
        key = next((step for step in reversed(fault.steps) if isinstance(step, str)), "")
        return Problem(file, line, column, fault.rule, {"key": key, **fault.values}, fault.hint)

    def place(self, steps: Steps, on_key: bool = False) -> tuple[str, int, int]:
        """Returns file, line and column of a value, or of the nearest thing around it that is written."""
        parts = self.origins.get(str(steps[0])) if steps else None
        if not parts:
            return self.first, 1 if self.first.endswith(SUFFIXES) else 0, 1
        document, first = _part(parts, steps)
        local = (steps[0], steps[1] - first, *steps[2:]) if first else steps  # type: ignore[operator]
        return document.file, *_position(document.mark, local, on_key)


def _part(parts: list[tuple[Document, int]], steps: Steps) -> tuple[Document, int]:
    if len(steps) > 1 and isinstance(steps[1], int):
        return next((part for part in reversed(parts) if part[1] <= steps[1]), parts[0])
    if len(steps) > 1:
        for document, first in parts:
            if isinstance(document.data, dict) and steps[1] in document.data[steps[0]]:
                return document, first
    return parts[0][0], 0


def _position(mark: Mark, steps: Steps, on_key: bool) -> tuple[int, int]:
    for step in steps:
        inside = mark[4]
        keyed = isinstance(inside, dict) and step in inside
        placed = isinstance(inside, list) and isinstance(step, int) and step < len(inside)
        if not keyed and not placed:
            on_key = True
            break
        mark = inside[step]
    return (mark[2], mark[3]) if on_key else (mark[0], mark[1])


def read_file(path: Path) -> Merged:
    """Returns what one file says, whatever stands beside it."""
    merged = Merged(str(path))
    _add(merged, path.parent, path, (), ())
    return merged


def read_folder(
    folder: Path, first: str, lists: Collection[str], maps: Collection[str], aside: Collection[str] = ()
) -> Merged:
    """Returns what the YAML files of a folder say together; the file named `first` is read before the others.

    `lists` and `maps` name the top-level keys that several files may share; `aside` names files and folders that
    stay unread.
    """
    head = folder / first
    merged = Merged(str(head if first else folder))
    files = list(_files(folder, merged, aside))
    if len(files) > MOST_FILES:
        merged.unreadable(Problem(str(folder), 0, 0, "too_many_files", {"most": MOST_FILES}))
        return merged
    for path in sorted(files, key=lambda path: (path != head, path.as_posix())):
        _add(merged, folder, path, lists, maps)
    return merged


def _files(folder: Path, merged: Merged, aside: Collection[str]) -> Iterator[Path]:
    inside = folder.resolve()
    for place, folders, names in os.walk(folder, onerror=lambda error: merged.unreadable(_closed(error))):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in aside)
        names[:] = [name for name in names if name not in aside]
        for path in (Path(place, name) for name in folders):
            if path.is_symlink():
                merged.unreadable(_link(path))
        for path in (Path(place, name) for name in names if not name.startswith(".") and name.endswith(SUFFIXES)):
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                merged.unreadable(_link(path))
            else:
                yield path


def _link(path: Path) -> Problem:
    return Problem(str(path), 0, 0, "link", {"target": str(path.readlink())})


def _closed(error: OSError) -> Problem:
    return Problem(str(error.filename), 0, 0, "unreadable", {"reason": error.strerror or type(error).__name__})


def _add(merged: Merged, folder: Path, path: Path, lists: Collection[str], maps: Collection[str]) -> None:
    source = read_source(path, str(path))
    merged.problems.extend(source.problems)
    if source.hash:
        merged.hashes[path.relative_to(folder).as_posix()] = source.hash
    if source.text is None:
        merged.broken.add(source.file)
        return
    document = parse(source.text, source.file)
    merged.problems.extend(document.problems)
    if document.usable and not isinstance(document.data, dict):
        merged.problems.append(Problem(source.file, *document.mark[:2], "not_keys"))
    if not document.usable or not isinstance(document.data, dict):
        merged.broken.add(source.file)
    if isinstance(document.data, dict):
        for key, value in document.data.items():
            _merge(merged, document, key, value, lists, maps)


def _merge(
    merged: Merged, document: Document, key: str, value: Any, lists: Collection[str], maps: Collection[str]
) -> None:
    old = merged.data.get(key)
    parts = merged.origins.setdefault(key, [])
    if not parts:
        merged.data[key] = value
        parts.append((document, 0))
    elif key in lists and isinstance(old, list) and isinstance(value, list):
        parts.append((document, len(old)))
        merged.data[key] = old + value
    elif key in maps and isinstance(old, dict) and isinstance(value, dict):
        for name in value.keys() & old.keys():
            merged.problems.append(_twice(merged, document, (key, name)))
        merged.data[key] = {**value, **old}
        parts.append((document, 0))
    else:
        merged.problems.append(_twice(merged, document, (key,)))


def _twice(merged: Merged, document: Document, steps: Steps) -> Problem:
    file, line, _ = merged.place(steps, on_key=True)
    here = _position(document.mark, steps, True)
    return Problem(document.file, *here, "key_in_two_files", {"key": steps[-1], "file": file, "first": line})
