"""The present of a city: a frozen value, made anew each round."""

from collections.abc import Mapping

from attrs import field, frozen

from game.city.model import Cause
from game.content.shapes import DistrictId, InterventionId, ProcedureId, ShockId


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


@frozen
class Treasury:
    """Money, in thousandths of a million euros."""

    budget: int
    income: int = 0
    """Income of all rounds so far."""
    public: int = 0
    private: int = 0


@frozen
class Readings:
    """What is read off the people at the end of a round, in milli-points or thousandths of a %.

    `satisfaction` runs by district then group; `acceptance` by intervention.
    """

    satisfaction: tuple[int, ...]
    acceptance: Mapping[InterventionId, int]
    restriction: int
    lived: int
    worst_fifth: int
    best_fifth: int
    displaced: int
    displaced_by_district: tuple[int, ...]
    coherence: int

    @property
    def equity(self) -> int:
        """Returns 100 minus the gap between the best and the worst fifth (equation 10)."""
        return 100_000 - (self.best_fifth - self.worst_fifth)


@frozen
class CityState:
    """One city at the start of a round.

    `levels` holds, for each source of change, its smoothed push on each of its cells; `values` the cells themselves;
    `gone` the people displaced, by district then group.
    """

    round: int
    values: tuple[int, ...]
    levels: Mapping[Cause, Mapping[int, int]]
    gone: tuple[int, ...]
    adopted: tuple[Adopted, ...]
    struck: tuple[Struck, ...]
    treasury: Treasury
    procedure: ProcedureId | None
    readings: Readings
    lived_at_start: int
    adjusted: Mapping[str, int] = field(factory=dict)
    """Links whose strength the room has moved, by name: milli-points per 10 points, 0 when erased."""
