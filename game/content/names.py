"""The names that cards and rules may use, and what to say of one that nobody knows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from game.content.faults import Fault, Steps, closest
from game.content.rulebook import Rulebook

LISTED: Final = 24
"""Names that a message may list when none is near the one found; longer lists help nobody."""
HEADLINES: Final = ("economy", "ecology", "surveillance", "quality")
INDICATORS: Final = ("prosperity", "affordability", "control")
VARIABLES: Final = ("trust", "participation", "literacy", "dependency", "image")
"""What the equations read by name (gauges, indicators, variables), so that rules can't do without it."""
CAUSES: Final = ("restriction", "lived", "coherence", "displaced")
"""Readings that a link may start from."""
READINGS: Final = (*CAUSES, "equity", "worst_fifth", "human_share", "unkept", "idle", "contested")
"""Everything the game knows how to read off people and decisions."""


@frozen
class Names:
    """Every name of a rulebook, by what it may be used for.

    `cells` can be pushed (indicators of districts, variables of the city); `levels` can be read.
    """

    indicators: tuple[str, ...]
    variables: tuple[str, ...]
    headlines: tuple[str, ...]
    groups: tuple[str, ...]
    readings: tuple[str, ...]
    procedures: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Returns what an effect or a link can push."""
        return self.indicators + self.variables

    @property
    def causes(self) -> tuple[str, ...]:
        """Returns what a link can start from."""
        return self.cells + tuple(name for name in self.readings if name in CAUSES)

    @property
    def watched(self) -> tuple[str, ...]:
        """Returns what a stakeholder can follow."""
        return self.cells + self.headlines + self.groups

    @property
    def levels(self) -> tuple[str, ...]:
        """Returns everything that has a city-wide level."""
        return self.watched + self.readings


def names_of(rules: Rulebook) -> Names:
    """Returns the names a rulebook defines."""
    return Names(
        _ids(rules.indicators),
        _ids(rules.city_variables),
        _ids(rules.headlines),
        _ids(rules.groups),
        _ids(rules.readings),
        _ids(rules.procedures),
    )


def _ids(cards: Iterable[Any]) -> tuple[str, ...]:
    return tuple(card.id for card in cards)


def unknown(kind: str, name: str, known: Collection[str], steps: Steps, on_key: bool = False) -> Iterator[Fault]:
    """Yields a fault `unknown_<kind>` when the name is not among those known."""
    if name in known:
        return
    close = closest(name, known)
    listed = tuple(known) if not close and len(known) <= LISTED else ()
    hint = "did_you_mean" if close else "known_names" if listed else ""
    yield Fault(steps, f"unknown_{kind}", {"found": name, "close": close, "known": listed}, hint, on_key)


def twice(cards: Sequence[Any], steps: Steps, seen: set[str] | None = None) -> Iterator[Fault]:
    """Yields a fault for each id already used; `seen` is shared by lists that may not have an id in common."""
    seen = set() if seen is None else seen
    for position, card in enumerate(cards):
        if card.id in seen:
            yield Fault((*steps, position, "id"), "duplicate_id", {"found": card.id})
        seen.add(card.id)


def unknown_icons(cards: Sequence[Any], steps: Steps, icons: Collection[str] | None) -> Iterator[Fault]:
    """Yields a fault for each card whose icon is not among those shipped; None means that nobody knows which are."""
    if icons is not None:
        for position, card in enumerate(cards):
            yield from unknown("icon", card.icon, icons, (*steps, position, "icon"))
