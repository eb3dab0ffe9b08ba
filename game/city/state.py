"""The present of a city, or of N cities side by side: a frozen value, made anew each round.

Every array may have axes for cities before the axes named here; one city has none. Arrays are read-only.
"""

from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import field, frozen

from game.city.arrays import BoolArray, IntArray, by_value, read_only, whole
from game.city.model import Cause, Model
from game.content.shapes import DistrictId, InterventionId, ProcedureId, ShockId

NEVER: Final = 1 << 20
"""The round of what has not happened."""
NOWHERE: Final = -1
"""The district of what has none."""


@frozen
class Adopted:
    """An intervention the city has decided: when, how, where, and how it was received."""

    intervention: InterventionId
    decided: int
    opens: int
    procedure: ProcedureId
    legitimacy: int
    softening: int
    district: DistrictId | None
    acceptance: int
    """At the decision, in milli-points; below the contested threshold it opened later."""


@frozen
class Struck:
    """A shock that has hit the city: when it began, and when it ended or will end.

    Rounds count those resolved before; a drift has no end until one of its stops is reached.
    """

    shock: ShockId
    began: int
    ended: int | None

    def holds(self, round_: int) -> bool:
        """Tells whether it still pushes in a round; afterwards its effects fade."""
        return self.ended is None or round_ < self.ended


class Row(IntEnum):
    """What is known of each intervention's decision: the rows of `Works`."""

    DECIDED = 0
    OPENS = 1
    ORDER = 2
    """How many decisions came before it."""
    PROCEDURE = 3
    LEGITIMACY = 4
    SOFTENING = 5
    DISTRICT = 6
    """The place of the chosen district, or NOWHERE."""
    RECEIVED = 7
    """Acceptance at the decision."""
    CLAUSE = 8
    """1 where it has a data clause: what it records is counts only."""


@frozen(field_transformer=by_value)
class Works:
    """What has been decided of each intervention, `(..., rows, cards)`; decided NEVER where nothing was."""

    table: IntArray

    @classmethod
    def none(cls, cards: int) -> "Works":
        """Returns works where nothing has been decided."""
        rows = {Row.DECIDED: NEVER, Row.OPENS: NEVER, Row.ORDER: NEVER, Row.DISTRICT: NOWHERE}
        return cls(whole([[rows.get(row, 0)] * cards for row in Row]))

    def with_(self, place: int, rows: Mapping[Row, Any], where: BoolArray | None = None) -> "Works":
        """Returns the works with one intervention's rows; among N cities, `where` tells in which."""
        table = self.table.copy()
        for row, value in rows.items():
            old = table[..., row, place]
            table[..., row, place] = value if where is None else np.where(where, value, old)
        return Works(read_only(table))

    @property
    def decided(self) -> IntArray:
        """Returns the round of each decision, `(..., cards)`."""
        return self.table[..., Row.DECIDED, :]

    @property
    def opens(self) -> IntArray:
        """Returns the round in which each opens."""
        return self.table[..., Row.OPENS, :]

    @property
    def legitimacy(self) -> IntArray:
        """Returns the legitimacy of each decision, in points."""
        return self.table[..., Row.LEGITIMACY, :]

    @property
    def softening(self) -> IntArray:
        """Returns the softening of each decision, 0..100."""
        return self.table[..., Row.SOFTENING, :]

    @property
    def district(self) -> IntArray:
        """Returns the place of each chosen district, or NOWHERE."""
        return self.table[..., Row.DISTRICT, :]

    @property
    def clause(self) -> IntArray:
        """Returns 1 where an intervention has a data clause."""
        return self.table[..., Row.CLAUSE, :]

    @property
    def received(self) -> IntArray:
        """Returns the acceptance of each on the day it was decided, in milli-points."""
        return self.table[..., Row.RECEIVED, :]


@frozen(field_transformer=by_value)
class Treasury:
    """Money `(...)`, in thousandths of a million euros."""

    budget: IntArray
    income: IntArray
    """Income of all rounds so far."""
    public: IntArray
    private: IntArray


@frozen(field_transformer=by_value)
class Readings:
    """What is read off the people at the end of a round, in milli-points or thousandths of a %.

    `satisfaction` is `(..., districts, groups)`, `acceptance` `(..., cards)` (that of an average card where nothing
    was decided), `displaced_by_district` `(..., districts)`, the others `(...)`.
    """

    satisfaction: IntArray
    acceptance: IntArray
    restriction: IntArray
    lived: IntArray
    worst_fifth: IntArray
    best_fifth: IntArray
    displaced: IntArray
    displaced_by_district: IntArray
    coherence: IntArray

    @property
    def equity(self) -> IntArray:
        """Returns 100 minus the gap between the best and the worst fifth (equation 10)."""
        return 100_000 - (self.best_fifth - self.worst_fifth)


@frozen(field_transformer=by_value)
class CityState:
    """One city, or N under the same procedure, at the start of a round.

    `levels` holds the smoothed push of each channel, `(..., channels)`; `values` the cells themselves, `(..., cells)`;
    `gone` the people displaced, `(..., districts, groups)`; `began` and `ended` the rounds in which each shock last
    began and no longer pushes, `(..., shocks)`: NEVER for what has not happened.
    """

    round: int
    values: IntArray
    levels: IntArray
    gone: IntArray
    works: Works
    began: IntArray
    ended: IntArray
    treasury: Treasury
    procedure: ProcedureId | None
    readings: Readings
    lived_at_start: IntArray
    adjusted: Mapping[str, int] = field(factory=dict, hash=False)
    """Links whose strength the room has moved, by name: milli-points per 10 points, 0 when erased."""

    @cached_property
    def told(self) -> str:
        """Returns what a replay must reproduce, as text: the same for every move until the next round is resolved."""
        treasury, works = self.treasury, self.works
        seen = (
            (self.round, self.procedure, sorted(self.adjusted.items())),
            *(numbers.tolist() for numbers in (self.values, self.gone, self.began, self.ended)),
            *(sum_.tolist() for sum_ in (treasury.budget, treasury.public, treasury.private)),
            *(column.tolist() for column in (works.decided, works.opens, works.district)),
            *(column.tolist() for column in (works.softening, works.legitimacy, works.clause)),
        )
        return ", ".join(map(repr, seen))


def adoptions(model: Model, city: CityState) -> tuple[Adopted, ...]:
    """Returns what one city has decided, in order."""
    procedures, columns = tuple(model.procedures), city.works.table.T.tolist()
    found = [(column[Row.ORDER], place) for place, column in enumerate(columns) if column[Row.DECIDED] < NEVER]
    return tuple(
        Adopted(
            model.cards.ids[place],
            columns[place][Row.DECIDED],
            columns[place][Row.OPENS],
            procedures[columns[place][Row.PROCEDURE]],
            columns[place][Row.LEGITIMACY],
            columns[place][Row.SOFTENING],
            _district(model, columns[place][Row.DISTRICT]),
            columns[place][Row.RECEIVED],
        )
        for _, place in sorted(found)
    )


def _district(model: Model, place: int) -> DistrictId | None:
    return None if place == NOWHERE else model.districts[place]


def strikes(model: Model, city: CityState) -> tuple[Struck, ...]:
    """Returns the shocks that have hit one city, each as it last did, in the order they began."""
    found = [
        Struck(shock, began, None if ended >= NEVER else ended)
        for shock, began, ended in zip(model.shocks, city.began.tolist(), city.ended.tolist(), strict=True)
        if began < NEVER
    ]
    return tuple(sorted(found, key=lambda struck: struck.began))


def pushed_by(model: Model, city: CityState, cause: Cause) -> dict[int, int]:
    """Returns the levels of a cause on the cells it pushes in one city, in milli-points; empty where it pushes none."""
    channels = model.channels.of(cause)
    return {cell: int(city.levels[channel]) for cell, channel in channels.items() if city.levels[channel]}
