"""What a workshop prints, and how many of each."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from game.content.workshop import Devices, WorkshopPlan
from game.engine.state import ALGORITHM, MANDATE

UNHEARD: Final = (MANDATE, ALGORITHM)
"""The ways in which nobody votes."""


@frozen
class Printed:
    """A kind of sheet and the copies needed of it."""

    kind: str
    copies: int


def papers(plan: WorkshopPlan) -> tuple[Printed, ...]:
    """Returns the sheets to print, in the order they are needed."""
    return tuple(_papers(plan))


def _papers(plan: WorkshopPlan) -> Iterator[Printed]:
    yield Printed("guide", 1)
    yield Printed("roles", max(1, *plan.seats.values()))
    yield Printed("tents", 1)
    yield Printed("rules", 1)
    yield Printed("cards", 1)
    if plan.questionnaire:
        yield Printed("questionnaire", 1)
    if plan.devices is Devices.PAPER:
        yield Printed("challenges", 1)
        yield Printed("shocks", 1)
        yield Printed("map", 1)
        if plan.procedure not in UNHEARD:
            yield Printed("ballots", 1)
        yield Printed("record", 1)
