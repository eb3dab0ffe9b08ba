"""What a workshop prints, each file once: it holds as many sheets as are needed."""

from collections.abc import Iterator
from typing import Final

from game.content.workshop import Devices, WorkshopPlan
from game.engine.state import ALGORITHM, MANDATE

UNHEARD: Final = (MANDATE, ALGORITHM)
"""The ways in which nobody votes."""


def papers(plan: WorkshopPlan) -> tuple[str, ...]:
    """Returns the kinds of sheets to print, in the order they are needed."""
    return tuple(_papers(plan))


def _papers(plan: WorkshopPlan) -> Iterator[str]:
    yield "guide"
    yield "roles"
    yield "tents"
    yield "rules"
    yield "cards"
    if plan.questionnaire:
        yield "questionnaire"
    if plan.devices is Devices.PAPER:
        yield "challenges"
        yield "shocks"
        yield "map"
        if plan.procedure not in UNHEARD:
            yield "ballots"
        yield "record"
