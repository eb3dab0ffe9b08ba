"""Sessions for tests: the shipped scenario with computer players."""

from pathlib import Path

from game.engine.moves import Move
from game.engine.seating import Seat
from game.session import Session, begin
from tests.engine.table import loaded, rules

BEGAN = "2026-01-31T09:00:00+01:00"
OPEN: list[Session] = []
"""Sessions begun by the test that runs; closed after it."""


def session(
    path: Path | None = None, seed: int = 1, bot: str | None = "persona", procedure: str | None = None, rounds: int = 6
) -> Session:
    """Returns a new session; `bot` None seats people everywhere."""
    seats = [Seat(stakeholder.id, bot=bot) for stakeholder in loaded().scenario.stakeholders]
    table = begin(loaded(), rules(), seats, seed, path, BEGAN, rounds, procedure)
    OPEN.append(table)
    return table


def carry_on(table: Session, moves: int | None = None) -> list[Move]:
    """Lets a session play itself, to the end or for so many moves; returns the moves."""
    made: list[Move] = []
    while not table.over and (moves is None or len(made) < moves):
        move, _ = table.next_unattended()
        table.submit(move)
        made.append(move)
    return made
