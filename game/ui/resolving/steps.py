"""The change of a round as a short sequence of steps: one a cause, or one for several small ones. Pure: no pygame.

Driven by the contributions that the resolution carries: nothing is worked out anew, so the steps sum to the change.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final

from attrs import field, frozen

from game.city.apart import TENTH as TENTH
from game.city.apart import apart
from game.city.exact import divided, settled
from game.city.explain import Parts, gauge_changes
from game.city.model import Cause, CauseKind, Model
from game.city.scoring import gauges
from game.city.state import adoptions
from game.content.shapes import DistrictId, HeadlineId, InterventionId
from game.engine.events import CityMoved
from game.engine.reveal import withheld

ALONE: Final = 6
"""Causes that have a step of their own; with the groups of small ones a sequence has at most nine steps."""
WHOLE: Final = 12.0
"""Seconds that a sequence aims at, its opening included."""
OPENING: Final = 2.5
"""Seconds on what has just been decided, long enough for a room to read it."""
SHORTEST: Final = 1.25
LONGEST: Final = 3.0


class Group(Enum):
    """What the causes of a step have in common, where it tells of several."""

    WORKS = "works"
    """Smaller effects of what was decided."""
    LINKS = "links"
    """Links from one indicator to another."""
    OTHERS = "others"
    """Habits of deciding, pressures, shocks, data crossed: whatever is small and of no other group."""
    COVERED = "covered"
    """What starts from something that not everyone may see yet."""


@frozen
class Step:
    """One moment of the sequence: a cause, or several of one kind, and what they made of each gauge shown.

    `moves` is in milli-points; `told` the same as shown, in tenths of a point, so that what is shown adds up too.
    `districts` are those where it is felt or stands, where that is not the whole city.
    """

    cause: Cause | None
    group: Group | None = None
    count: int = 1
    moves: Mapping[HeadlineId, int] = field(factory=dict)
    told: Mapping[HeadlineId, int] = field(factory=dict)
    districts: tuple[DistrictId, ...] = ()
    opened: bool = False
    """Whether it opens in this very round."""
    seconds: float = SHORTEST


Key = Cause | Group


def steps_of(model: Model, moved: CityMoved, shown: frozenset[str]) -> tuple[Step, ...]:
    """Returns the steps of a resolution, the largest first, groups of small causes last.

    For every gauge shown, the moves of all steps sum to its change exactly, and what is told to what is written of it.
    """
    moves = gauge_changes(model, moved.contributions, moved.before, moved.after)
    parts = {headline: causes for headline, causes in moves.items() if headline in shown}
    kept = _by_size(parts, shown)
    opened = _opened(model, moved)
    alone = [*kept[:ALONE], *(cause for cause in opened if cause not in kept[:ALONE])]
    members = _gathered(alone, _all(parts), shown)
    seconds = _pace(len(members))
    was, now = (gauges(model, city.values) for city in (moved.before, moved.after))
    tenths = {of: _tenths(_summed(made, members), apart(was[of], now[of])) for of, made in parts.items()}
    return tuple(
        Step(
            cause=key if isinstance(key, tuple) else None,
            group=None if isinstance(key, tuple) else key,
            count=len(causes),
            moves=_nonzero({of: sum(made.get(cause, 0) for cause in causes) for of, made in parts.items()}),
            told=_nonzero({of: tenths[of].get(key, 0) * TENTH for of in parts}),
            districts=_felt(model, moved, causes),
            opened=key in opened,
            seconds=seconds,
        )
        for key, causes in members.items()
    )


def _gathered(alone: Sequence[Cause], every: Sequence[Cause], shown: frozenset[str]) -> dict[Key, list[Cause]]:
    """Returns the causes of each step; a group with a single member that can be named is told by its name."""
    members: dict[Key, list[Cause]] = {cause: [cause] for cause in alone}
    groups: dict[Group, list[Cause]] = {}
    for cause in every:
        if cause not in members:
            groups.setdefault(_group(cause, shown), []).append(cause)
    for group, causes in groups.items():
        single = len(causes) == 1 and group is not Group.COVERED
        members[causes[0] if single else group] = causes
    return members


def change_of(steps: Iterable[Step], gauge: HeadlineId) -> int:
    """Returns what some steps made of a gauge, in milli-points."""
    return sum(step.moves.get(gauge, 0) for step in steps)


def _all(parts: Mapping[HeadlineId, Parts]) -> list[Cause]:
    """Returns every cause, the largest sum of what it made of the gauges first."""
    sizes: dict[Cause, int] = {}
    for made in parts.values():
        for cause, amount in made.items():
            sizes[cause] = sizes.get(cause, 0) + abs(amount)
    return sorted(sizes, key=lambda cause: (-sizes[cause], cause.kind.value, cause.id))


def _by_size(parts: Mapping[HeadlineId, Parts], shown: frozenset[str]) -> list[Cause]:
    """Returns the causes that may be named and are large enough to be told alone."""
    large = {cause for made in parts.values() for cause, amount in made.items() if abs(amount) >= TENTH}
    return [cause for cause in _all(parts) if cause in large and not withheld(shown, cause)]


def _opened(model: Model, moved: CityMoved) -> tuple[Cause, ...]:
    """Returns what has opened in this round, in the order it was decided."""
    found = (entry for entry in adoptions(model, moved.after) if entry.opens == moved.before.round)
    return tuple(Cause(CauseKind.INTERVENTION, entry.intervention) for entry in found)


def _group(cause: Cause, shown: frozenset[str]) -> Group:
    if withheld(shown, cause):
        return Group.COVERED
    works = (CauseKind.INTERVENTION, CauseKind.RESTRICTION)
    return Group.WORKS if cause.kind in works else Group.LINKS if cause.kind is CauseKind.LINK else Group.OTHERS


def _pace(count: int) -> float:
    """Returns the seconds of each of so many steps: together they take as long as a sequence should."""
    return min(LONGEST, max(SHORTEST, (WHOLE - OPENING) / max(1, count)))


def _summed(made: Parts, members: Mapping[Key, Sequence[Cause]]) -> dict[Key, int]:
    return {key: sum(made.get(cause, 0) for cause in causes) for key, causes in members.items()}


def _tenths(amounts: Mapping[Key, int], change: int) -> dict[Key, int]:
    """Returns the amounts in tenths of a point, which sum to the change as it is read."""
    return settled(divided(change, TENTH), list(amounts.items()), TENTH)


def _nonzero(amounts: Mapping[HeadlineId, int]) -> dict[HeadlineId, int]:
    return {of: amount for of, amount in amounts.items() if amount}


def _felt(model: Model, moved: CityMoved, causes: Sequence[Cause]) -> tuple[DistrictId, ...]:
    """Returns the districts to light: where a project stands, else where what moved most moved more than elsewhere."""
    if len(causes) == 1 and causes[0].kind is CauseKind.INTERVENTION:
        site = _site(model, moved, InterventionId(causes[0].id))
        return (site,) if site is not None else ()
    sizes = dict.fromkeys(model.districts, 0)
    for each in moved.contributions:
        if each.district is not None and each.cause in causes:
            sizes[each.district] += abs(each.amount)
    most = max(sizes.values(), default=0)
    found = tuple(district for district, size in sizes.items() if size * 2 > most)
    return found if len(found) < len(sizes) else ()


def _site(model: Model, moved: CityMoved, card: InterventionId) -> DistrictId | None:
    return next((each.district for each in adoptions(model, moved.after) if each.intervention == card), None)
