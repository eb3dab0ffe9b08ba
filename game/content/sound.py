"""Whether what files hold is sound: the value they make, or everything that is wrong with it, sorted by its place."""

from collections.abc import Iterable
from typing import TypeVar

from game.content.faults import Fault
from game.content.folder import Merged
from game.content.structure import structure
from game.errors import ContentError, Problem

T = TypeVar("T")


def structured(cls: type[T], merged: Merged) -> tuple[T | None, list[Fault]]:
    """Returns what files hold as a value (None when impossible), and what is wrong with their shape."""
    built, faults = structure(cls, merged.data)
    if merged.whole:
        return built, faults
    told = [each for each in faults if len(each.steps) > 1 and merged.place(each.steps)[0] not in merged.broken]
    return None, told  # what seems missing may stand in the part that can't be read


def sorted_problems(merged: Merged, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Returns all problems by place; where the writing itself is wrong, what follows from it is left out."""
    written = {(each.file, each.line, each.column) for each in merged.problems}
    meant = (merged.problem(fault) for fault in faults)
    problems = [*merged.problems, *(each for each in meant if (each.file, each.line, each.column) not in written)]
    return tuple(sorted(problems, key=lambda each: (each.file != merged.first, each.file, each.line, each.column)))


def refuse(merged: Merged, faults: Iterable[Fault]) -> None:
    """Raises ContentError with every problem of the files and every fault of what they hold, if there is one."""
    problems = sorted_problems(merged, faults)
    if problems:
        raise ContentError(problems)
