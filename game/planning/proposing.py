"""A whole plan, proposed from what a facilitator knows; what is changed in one keeps the rest."""

from collections.abc import Sequence

from game.content.cards import Scenario
from game.content.rulebook import Rulebook
from game.content.shapes import ProcedureId
from game.content.workshop import WorkshopPlan
from game.engine.setup import new_game
from game.engine.state import Game
from game.planning.choosing import chosen
from game.planning.fitting import SEED, fitted
from game.planning.seating import seated
from game.planning.wishes import Wishes


def proposed(scenarios: Sequence[Scenario], rules: Rulebook, wishes: Wishes) -> WorkshopPlan:
    """Returns the plan that suits best; a facilitator who wants one city gives only that one."""
    wishes = wishes.within(rules.workshop)
    return planned(chosen(scenarios, rules, wishes).scenario, rules, wishes)


def planned(scenario: Scenario, rules: Rulebook, wishes: Wishes) -> WorkshopPlan:
    """Returns the plan of a workshop in one city."""
    fit = fitted(scenario, rules, wishes)
    seats, witnesses = seated(scenario, rules, wishes.people, wishes.audience)
    return WorkshopPlan(
        scenario=str(scenario.id),
        minutes=wishes.minutes,
        audience=wishes.audience,
        devices=wishes.devices,
        first_time=wishes.first_time,
        procedure=ProcedureId(scenario.procedure),
        rounds=fit.rounds,
        agenda=fit.agenda,
        debrief=wishes.parts(rules.workshop).debrief,
        seats=seats,
        witnesses=witnesses,
        questionnaire=wishes.questionnaire,
    )


def game_of(plan: WorkshopPlan, scenario: Scenario, rules: Rulebook, seed: int = SEED) -> Game:
    """Returns the game that a plan plays."""
    return new_game(scenario, rules, seed, plan.rounds, plan.procedure, explained=False, agenda=plan.agenda)
