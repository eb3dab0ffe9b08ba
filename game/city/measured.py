"""What rules give, and what moved since they, or others, were measured."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from game.city.claims import Finding, Lab
from game.city.scoring import level_of
from game.content.claims import Reference, Run
from game.content.measured import LAST, Measured
from game.content.names import names_of
from game.content.rulebook import Rulebook

Shifts = Mapping[str, tuple[int, int]]
"""What moved, by name: before and after, in thousandths."""


@frozen
class Moved:
    """What differs between two measures of rules; `new` and `gone` name claims and paths that only one of them has."""

    sides: Shifts
    margins: Shifts
    paths: Mapping[str, Shifts]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Tells whether the two are alike to the last thousandth."""
        return not (self.sides or self.margins or self.paths or self.new or self.gone)


def measured(reference: Reference, rules: Rulebook, findings: Iterable[Finding]) -> Measured:
    """Returns what the rules give on the reference city; `findings` are its claims, already tried."""
    lab = Lab(reference, rules)
    names = names_of(rules).levels
    paths = {}
    for name in reference.paths:
        course = lab.course(Run(path=name), name)
        paths[name] = {level: level_of(course.model, course.at(LAST), level) for level in names}
    return Measured({each.name: each.margin for each in findings if each.margin is not None}, paths)


def moved(before: Measured, after: Measured) -> Moved:
    """Returns what differs, the largest shifts first."""
    claims = _shifts(before.claims, after.claims)
    sides = {name: pair for name, pair in claims.items() if (pair[0] > 0) != (pair[1] > 0)}
    paths = {
        name: _shifts(levels, after.paths[name]) for name, levels in before.paths.items() if name in after.paths
    }
    return Moved(
        sides=sides,
        margins={name: pair for name, pair in claims.items() if name not in sides},
        paths={name: shifts for name, shifts in paths.items() if shifts},
        new=_only(after, before),
        gone=_only(before, after),
    )


def _shifts(before: Mapping[str, int], after: Mapping[str, int]) -> Shifts:
    shifts = {name: (was, after[name]) for name, was in before.items() if after.get(name, was) != was}
    return dict(sorted(shifts.items(), key=lambda entry: -abs(entry[1][1] - entry[1][0])))


def _only(one: Measured, other: Measured) -> tuple[str, ...]:
    """Returns what only the first of two measures has: claims, paths, and levels of the paths that both have."""
    both = one.paths.keys() & other.paths.keys()
    levels = {name for path in both for name in one.paths[path] if name not in other.paths[path]}
    lost = [name for name in one.claims if name not in other.claims]
    lost += [name for name in one.paths if name not in other.paths]
    return (*lost, *sorted(levels))


def first_stale(moved: Moved) -> tuple[str, ...]:
    """Returns the way to the first number of a record that is no longer true, from the record's root."""
    for name in (*moved.sides, *moved.margins):
        return ("claims", name)
    for path, shifts in moved.paths.items():
        return ("paths", path, next(iter(shifts)))
    return ("claims",)
