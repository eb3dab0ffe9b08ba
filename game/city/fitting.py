"""A city carried from one model into another that has more cards, or fewer: what both know stays as it is.

A card that nobody has decided pushes nothing, so that a city fitted to more of them moves exactly as it would have.
"""

from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from game.city.arrays import IntArray, read_only, whole
from game.city.model import Model
from game.city.state import CityState, Works


@frozen(eq=False)
class Fitting:
    """For each card and channel of a model its place in another, −1 where that one has none."""

    cards: IntArray
    channels: IntArray
    untold: int
    """The acceptance of a card that nobody has decided."""

    def of(self, city: CityState) -> CityState:
        """Returns a city of the first model as one of the second; what it did not know has not happened."""
        blank = Works.none(len(self.cards)).table
        readings = city.readings
        return evolve(
            city,
            levels=_taken(city.levels, self.channels, whole(np.zeros_like(self.channels))),
            works=Works(_taken(city.works.table, self.cards, blank)),
            readings=evolve(
                readings, acceptance=_taken(readings.acceptance, self.cards, np.full_like(self.cards, self.untold))
            ),
        )


def fitting(before: Model, after: Model) -> Fitting:
    """Returns how cities of one model become cities of another, of the same scenario and rules but for its cards."""
    return _fitting(_Two((before, after)))


class _Two(tuple[Model, Model]):
    """Two models, told from others by being themselves."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash((id(self[0]), id(self[1])))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Two) and self[0] is other[0] and self[1] is other[1]


@lru_cache(maxsize=8)
def _fitting(two: _Two) -> Fitting:
    before, after = two
    cards = {card: place for place, card in enumerate(before.cards.ids)}
    channels = {channel: place for place, channel in enumerate(_channels(before))}
    return Fitting(
        cards=whole([cards.get(card, -1) for card in after.cards.ids]),
        channels=whole([channels.get(channel, -1) for channel in _channels(after)]),
        untold=after.uptake.base,
    )


def _channels(model: Model) -> list[tuple[str, str, int]]:
    """Returns each channel by what does not change with the cards: its cause and its cell."""
    channels = model.channels
    names = [(cause.kind.value, cause.id) for cause in channels.causes]
    pairs = zip(channels.cause.tolist(), channels.cell.tolist(), strict=True)
    return [(*names[cause], cell) for cause, cell in pairs]


def _taken(numbers: IntArray, places: IntArray, blank: IntArray) -> IntArray:
    """Returns numbers by their new places along the last axis, and what stands where there were none."""
    return read_only(np.where(places >= 0, numbers[..., np.maximum(places, 0)], blank))
