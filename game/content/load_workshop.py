"""From the file of a workshop's plan to the plan and its city: every fault at once, each with its place."""

from pathlib import Path

from attrs import frozen

from game import paths
from game.content.faults import Fault
from game.content.finding import installed, name_of, named_scenario, playable_at, scenario_roots
from game.content.folder import SUFFIXES, read_file
from game.content.load import Loaded, load_rulebook, load_scenario
from game.content.rulebook import Rulebook
from game.content.sound import sorted_problems, structured
from game.content.strictyaml import uncollected
from game.content.workshop import WorkshopPlan, check_plan
from game.errors import ContentError, GameError


@frozen
class LoadedPlan:
    """A sound plan and its city."""

    plan: WorkshopPlan
    scenario: Loaded


def load_plan(path: Path, rulebook: Rulebook | None = None) -> LoadedPlan:
    """Returns the plan of a file. Raises ContentError with every fault of the file, or of its city."""
    rules = rulebook or load_rulebook().rulebook
    if path.is_file() and path.suffix not in SUFFIXES:
        raise GameError("error.not_a_plan", file=str(path), folder=str(paths.plans_folder()))
    with uncollected():
        merged = read_file(path)
        plan, faults = structured(WorkshopPlan, merged)
    city = _city(plan) if plan is not None else None
    if plan is not None and city is None:
        known = tuple(name_of(each) for each in installed(scenario_roots()))
        faults.append(Fault(("scenario",), "plan_no_city", {"found": plan.scenario, "known": known}))
    loaded = load_scenario(city, rules) if city is not None else None
    if plan is not None and loaded is not None and not faults:
        faults += check_plan(plan, loaded.scenario, rules)
    problems = sorted_problems(merged, faults)
    if problems or plan is None or loaded is None:
        raise ContentError(problems)
    return LoadedPlan(plan, loaded)


def _city(plan: WorkshopPlan) -> Path | None:
    """Returns the folder of a plan's city, None where there is none."""
    folder = named_scenario(Path(plan.scenario))
    return folder if playable_at(folder) else None


def kept_plans() -> tuple[Path, ...]:
    """Returns the plans kept among the user's own, the newest first."""
    folder = paths.plans_folder()
    return tuple(sorted((path for path in folder.glob("*") if path.suffix in SUFFIXES), reverse=True))


def write_plan(text: str, path: Path) -> None:
    """Writes the file of a plan. Raises GameError where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise GameError("error.plan_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
