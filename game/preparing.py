"""`whose-city plan`: a workshop proposed from the time there is and who comes, or one that was kept, told in words."""

from argparse import Namespace
from pathlib import Path

from attrs import evolve

from game.content.cards import Scenario
from game.content.load import list_scenarios, load_rulebook, load_scenario, scenario_roots
from game.content.load_workshop import load_plan, write_plan
from game.content.rulebook import Rulebook
from game.content.workshop import Audience, Devices, WorkshopPlan, check_plan
from game.errors import GameError
from game.planning.proposing import planned, proposed
from game.planning.wishes import Wishes
from game.wording.planning import PlanTeller, written
from game.wording.words import Words


def prepare(asked: Namespace, words: Words) -> None:
    """Tells a plan, and keeps it where that is asked for.

    Raises ContentError with every fault of a plan's file, GameError for a number out of range or nowhere to write.
    """
    rules = load_rulebook().rulebook
    plan, scenario = _kept(asked.file, rules) if asked.file else _proposed(asked, rules)
    print("\n".join(told(PlanTeller(plan, scenario, rules, words))))
    path = asked.output or asked.file
    if asked.output:
        write_plan(written(plan, words), asked.output)
        print(words.say("plan.written", file=path))
    print(words.say("plan.next" if path else "plan.keep", file=path))


def _kept(path: Path, rules: Rulebook) -> tuple[WorkshopPlan, Scenario]:
    loaded = load_plan(path, rules)
    return loaded.plan, loaded.scenario.scenario


def _proposed(asked: Namespace, rules: Rulebook) -> tuple[WorkshopPlan, Scenario]:
    wishes = Wishes(
        asked.minutes, asked.people, Audience(asked.audience), Devices(asked.devices), not asked.again, asked.debrief,
        asked.questionnaire,
    )  # fmt: skip
    inside = wishes.within(rules.workshop)
    for name in ("minutes", "people"):
        if getattr(inside, name) != getattr(wishes, name):
            low, high = _range(name, rules)
            raise GameError(f"error.plan_{name}", found=getattr(wishes, name), low=low, high=high)
    if asked.scenario:
        scenario = load_scenario(asked.scenario, rules).scenario
        plan = evolve(planned(scenario, rules, wishes), scenario=str(asked.scenario))
    else:
        sound = [each.folder for each in list_scenarios(scenario_roots()) if not each.problems]
        scenarios = {each.id: each for each in (load_scenario(folder, rules).scenario for folder in sound)}
        plan = proposed(tuple(scenarios.values()), rules, wishes)
        scenario = next(each for each in scenarios.values() if each.id == plan.scenario)
    if asked.rounds:
        plan = evolve(plan, rounds=asked.rounds)
    fault = next((each for each in check_plan(plan, scenario, rules)), None)
    if fault is not None:
        raise GameError("error.plan_no_time", minutes=plan.minutes, rounds=plan.rounds, debrief=plan.debrief)
    return plan, scenario


def _range(name: str, rules: Rulebook) -> tuple[int, int]:
    workshop = rules.workshop
    low, high = (workshop.shortest, workshop.longest) if name == "minutes" else (workshop.fewest, workshop.most)
    return round(low.value), round(high.value)


def told(teller: PlanTeller) -> list[str]:
    """Returns a plan as lines of text."""
    say = teller.say
    lines = [teller.head(), f"  {teller.why()}", f"  {teller.length()}", *(f"  ! {each}" for each in teller.advice())]
    lines += ["", say("seats"), *(f"  {name}{say('colon')}{holder}" for name, holder in teller.seats())]
    lines += ["", say("sheet")]
    for row in teller.rows():
        lines.append(f"  {row.at}  {row.what}")
        lines += [f"        {row.steps}"] if row.steps else []
    return [*lines, "", say("papers"), *(f"  {each} — {use}" for each, use in teller.papers()), ""]
