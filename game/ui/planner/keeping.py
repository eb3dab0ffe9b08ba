"""What becomes of a plan: it is kept, printed, or begun."""

import secrets
from datetime import datetime
from pathlib import Path
from typing import Final

from game.content.cards import Scenario
from game.content.lengths import parts_of
from game.content.load import load_rulebook
from game.content.load_workshop import write_plan
from game.content.shapes import StakeholderId
from game.content.workshop import Devices, WorkshopPlan
from game.journal import Seat
from game.paths import plans_folder
from game.ui.commands import Begin
from game.ui.room import BOT
from game.wording.planning import written
from game.wording.words import Words

SEEDS: Final = 1_000_000


def kept(plan: WorkshopPlan, words: Words, now: datetime) -> Path:
    """Writes a plan among the user's own and returns its file. Raises GameError where that can't be done."""
    stem = f"{now:%Y-%m-%d-%H%M%S}-{Path(plan.scenario).name}-{plan.minutes}"
    path = plans_folder() / f"{stem}.yaml"
    write_plan(written(plan, words), path)
    return path


def printed(plan: WorkshopPlan, scenario: Scenario, words: Words) -> tuple[Path, ...]:
    """Writes what a plan needs and returns the files. Raises GameError where that can't be done."""
    from game.report.prints.kinds import print_plan, words_for
    from game.report.prints.sheets import Sheets

    sheets = Sheets(scenario, load_rulebook().rulebook, words_for(plan, words))
    return print_plan(plan, sheets, plans_folder() / f"{scenario.stem}-pdf")


def beginning(plan: WorkshopPlan, folder: Path, words: Words) -> Begin:
    """Returns the command that begins a plan's session, its clock set to the run sheet and waiting for the welcome."""
    play = parts_of(plan.minutes, load_rulebook().rulebook.workshop, plan.debrief).play
    seats = tuple(_seat(seat, people, plan.devices, words) for seat, people in plan.seats.items())
    seed = secrets.randbelow(SEEDS)
    return Begin(folder, seats, plan.rounds, plan.procedure, seed, agenda=plan.agenda, minutes=play, waits=True)


def _seat(seat: StakeholderId, people: int, devices: Devices, words: Words) -> Seat:
    """Returns who holds a seat: on paper nobody plays for those who are not there."""
    if not people and devices is Devices.SCREEN:
        return Seat(seat, bot=BOT)
    names = tuple(words.say("seats.unnamed", n=n) for n in range(1, people + 1)) if people > 1 else ()
    return Seat(seat, names)
