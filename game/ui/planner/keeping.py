"""What becomes of a plan: it is kept, printed, or begun."""

import re
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from game.content.cards import Scenario
from game.content.load import load_rulebook
from game.content.load_workshop import write_plan
from game.content.shapes import StakeholderId
from game.content.workshop import Devices, WorkshopPlan
from game.engine.seating import COMPUTER, Seat
from game.paths import plans_folder
from game.ui.commands import Begin
from game.ui.setup.choices import Place
from game.wording.planning import written
from game.wording.words import Words

SEEDS: Final = 1_000_000
STAMP: Final = "%Y-%m-%d-%H%M%S"
NAMED: Final = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})-(.+)-(\d+)")
"""A kept plan's file: when it was first kept, its city, its minutes."""


def kept(plan: WorkshopPlan, words: Words, now: datetime, file: Path | None = None) -> Path:
    """Writes a plan among the user's own, or over the file it was taken from, and returns its file.

    Another city or length is another plan. Raises GameError where it can't be written.
    """
    what = f"{Path(plan.scenario).name}-{plan.minutes}"
    found = NAMED.fullmatch(file.stem) if file else None
    same = file is not None and (found is None or f"{found[2]}-{found[3]}" == what)
    path = file if file and same else plans_folder() / f"{now:{STAMP}}-{what}.yaml"
    write_plan(written(plan, words), path)
    return path


def plan_name(path: Path, titles: Mapping[str, str], words: Words) -> str:
    """Returns a kept plan by its city, its length and its day; by its file's name where that tells none of them."""
    from babel.dates import format_datetime

    found = NAMED.fullmatch(path.stem)
    if found is None:
        return path.stem
    when, city, minutes = datetime.strptime(found[1], STAMP), found[2], found[3]
    day = format_datetime(when, words.say("plan.kept_day"), locale=words.language)
    return words.say("plan.kept_plan", city=titles.get(city, city), minutes=minutes, when=day)


def printed(plan: WorkshopPlan, scenario: Scenario, words: Words) -> tuple[Path, ...]:
    """Writes what a plan needs and returns the files. Raises GameError where that can't be done."""
    from game.report.prints.kinds import print_plan, words_for
    from game.report.prints.sheets import Sheets

    sheets = Sheets(scenario, load_rulebook().rulebook, words_for(plan, words), plan)
    return print_plan(plan, sheets, plans_folder() / f"{scenario.stem}-pdf")


def beginning(plan: WorkshopPlan, folder: Path, names: Mapping[StakeholderId, str] | None = None) -> Begin:
    """Returns the command that begins a plan's session, its clock set to the run sheet and waiting for the welcome."""
    play = plan.parts(load_rulebook().rulebook.workshop).play
    given = names or {}
    seats = tuple(_seat(seat, n, plan.devices, given.get(seat, "")) for seat, n in plan.seats.items())
    seed = secrets.randbelow(SEEDS)
    return Begin(
        folder, seats, plan.rounds, plan.procedure, seed, agenda=plan.agenda, minutes=play, waits=True,
        asks=plan.questionnaire,
    )  # fmt: skip


def _seat(seat: StakeholderId, people: int, devices: Devices, names: str) -> Seat:
    """Returns who holds a seat: on paper nobody plays for those who are not there."""
    if not people:
        return Seat(seat, bot=COMPUTER) if devices is Devices.SCREEN else Seat(seat)
    return Seat(seat, Place(count=people, names=names).people)
